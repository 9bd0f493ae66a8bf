"""Small PDF files for tests, written by hand: what is printed where, and what the format allows."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

FONTS = {"text": "Times-Roman", "bold": "Times-Bold", "italic": "Times-Italic", "code": "Courier"}
LEADING = 14.0
WIDTH = 0.5
"""Every letter is half as wide as its size, whatever the font: so tests can count."""


class Print(NamedTuple):
    """Words at a place of a page; points from its lower left corner."""

    left: float
    bottom: float
    words: str
    size: float = 12
    font: str = "text"


class Web(NamedTuple):
    """A place of a page that leads to an address."""

    left: float
    bottom: float
    right: float
    top: float
    address: str


Page = Sequence[Print | Web]


def block(
    words: str,
    top: float,
    *,
    left: float = 72,
    letters: int = 60,
    indent: float = 0,
    hang: float = 0,
    size: float = 12,
    font: str = "text",
) -> list[Print]:
    """A paragraph, one line under the other.

    Args:
        words: Its words; a newline ends a line.
        top: Where its first line stands.
        left: Where its lines begin.
        letters: How many fit in a line.
        indent: How far the first line is moved.
        hang: How far all others are.
        size: The size of the letters.
        font: A key of `FONTS`.
    """
    found: list[Print] = []
    for line in words.split("\n"):
        first = " " * round(indent / (WIDTH * size)) if not found else ""
        for each in textwrap.wrap(first + line, letters, drop_whitespace=True):
            moved = hang if found else indent
            at = top - len(found) * LEADING * size / 12
            found.append(Print(left + moved, at, each.strip(), size, font))
    return found


def pdf(
    pages: Sequence[Page],
    *,
    information: Mapping[str, str] | None = None,
    labels: str = "",
    outline: Sequence[tuple[str, int]] = (),
    box: str = "0 0 612 792",
    turn: int = 0,
    extra: str = "",
) -> bytes:
    """A file.

    Args:
        pages: What is printed on them.
        information: The fields of its information dictionary.
        labels: The `Nums` of its page labels.
        outline: Bookmarks: title and index of the page.
        box: The `MediaBox` of every page.
        turn: By how many degrees the pages are turned.
        extra: More entries of its trailer.
    """
    return assembled(objects_of(pages, information, labels, outline, box, turn), extra)


def objects_of(
    pages: Sequence[Page],
    information: Mapping[str, str] | None = None,
    labels: str = "",
    outline: Sequence[tuple[str, int]] = (),
    box: str = "0 0 612 792",
    turn: int = 0,
) -> dict[int, bytes]:
    """The objects of a file by their numbers: 1 the catalogue, 2 the pages, 3 the information."""
    objects: dict[int, bytes] = {}
    first_font, first_page = 10, 20
    for number, name in enumerate(FONTS.values()):
        widths = " ".join([str(round(1000 * WIDTH))] * 224)
        objects[first_font + number] = (
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding "
            f"/FirstChar 32 /LastChar 255 /Widths [{widths}] >>"
        ).encode()
    fonts = " ".join(f"/F{at} {first_font + at} 0 R" for at in range(len(FONTS)))
    numbers = []
    next_number = first_page
    for page in pages:
        number, next_number = next_number, next_number + 2
        links = [each for each in page if isinstance(each, Web)]
        prints = [each for each in page if isinstance(each, Print)]
        objects[number + 1] = stream(b"\n".join(map(_printed, prints)))
        notes = " ".join(map(_annotation, links))
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Rotate {turn} "
            f"/Resources << /Font << {fonts} >> >> /Contents {number + 1} 0 R "
            f"/Annots [{notes}] >>"
        ).encode()
        numbers.append(number)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects[2] = f"<< /Type /Pages /Count {len(numbers)} /Kids [{kids}] >>".encode()
    catalogue = "<< /Type /Catalog /Pages 2 0 R"
    if labels:
        catalogue += f" /PageLabels << /Nums [{labels}] >>"
    if outline:
        catalogue += f" /Outlines {next_number} 0 R"
        objects |= _outline(outline, numbers, next_number)
    objects[1] = f"{catalogue} >>".encode()
    fields = " ".join(f"/{key} {literal(words)}" for key, words in (information or {}).items())
    objects[3] = f"<< {fields} >>".encode("latin-1")
    return objects


def assembled(objects: Mapping[int, bytes], extra: str = "") -> bytes:
    """The bytes of a file of some objects, with a table of where they are."""
    data = b"%PDF-1.7\n"
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    size = max(objects) + 1
    rows = [b"0000000000 65535 f \n"]
    for number in range(1, size):
        at = places.get(number)
        rows.append(b"%010d 00000 n \n" % at if at is not None else b"0000000000 00000 f \n")
    data += b"xref\n0 %d\n%s" % (size, b"".join(rows))
    trailer = f"<< /Size {size} /Root 1 0 R /Info 3 0 R {extra} >>"
    return data + f"trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n".encode()


def stream(body: bytes, entries: str = "") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(body), entries.encode(), body)


def literal(words: str) -> str:
    """Words as a string of the format."""
    for sign in "\\()":
        words = words.replace(sign, f"\\{sign}")
    return f"({words})"


def _printed(each: Print) -> bytes:
    font = list(FONTS).index(each.font)
    words = literal(each.words).encode("cp1252")
    place = f"BT /F{font} {each.size} Tf 1 0 0 1 {each.left} {each.bottom} Tm ".encode()
    return place + words + b" Tj ET"


def _annotation(link: Web) -> str:
    box = f"{link.left} {link.bottom} {link.right} {link.top}"
    action = f"<< /S /URI /URI {literal(link.address)} >>"
    return f"<< /Type /Annot /Subtype /Link /Rect [{box}] /A {action} >>"


def _outline(
    outline: Iterable[tuple[str, int]], pages: Sequence[int], number: int
) -> dict[int, bytes]:
    items = list(outline)
    first, last = number + 1, number + len(items)
    objects = {number: f"<< /First {first} 0 R /Last {last} 0 R /Count {len(items)} >>".encode()}
    for at, (title, page) in enumerate(items, first):
        following = f"/Next {at + 1} 0 R" if at < last else ""
        objects[at] = (
            f"<< /Title {literal(title)} /Parent {number} 0 R {following} "
            f"/Dest [{pages[page]} 0 R /XYZ null null null] >>"
        ).encode("latin-1")
    return objects
