"""PDF files that lie, loop, swell or break off."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator

from tests.documents.reader.pdf_writer import (
    Print,
    Web,
    assembled,
    block,
    objects_of,
    pdf,
    stream,
)

WORDS = "The harbour was closed on Monday after the mayor had said that its walls were old."
GOOD = pdf([block(WORDS, 700)] * 3, information={"Title": "The Walls"}, outline=[("One", 0)])
_PAGE, _CONTENTS = 20, 21


def hostile() -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the files."""
    yield from _cut()
    yield from _lying()
    yield from _looping()
    yield from _swelling()
    yield from _odd()
    yield from _fuzzed()


def _changed(number: int, body: bytes, extra: str = "") -> bytes:
    """A good file with another object in the place of one."""
    objects = objects_of([block(WORDS, 700)] * 3, {"Title": "The Walls"}, "", [("One", 0)])
    return assembled({**objects, number: body}, extra)


def _cut() -> Iterator[tuple[str, bytes]]:
    yield "only the sign", b"%PDF-1.7"
    yield "only the first half", GOOD[: len(GOOD) // 2]
    yield "without its table", GOOD[: GOOD.index(b"xref")]
    yield "without its last bytes", GOOD[:-20]
    yield "without its catalogue", GOOD.replace(b"/Catalog", b"/Cataloh")
    yield "without its pages", _changed(2, b"null")
    yield "without the words of a page", _changed(_CONTENTS, b"null")
    yield "a string that never ends", _changed(_CONTENTS, stream(b"BT /F0 12 Tf (never ends"))


def _lying() -> Iterator[tuple[str, bytes]]:
    yield "two billion pages", GOOD.replace(b"/Count 3", b"/Count 2000000000")
    yield "fewer than no pages", GOOD.replace(b"/Count 3", b"/Count -3")
    length = GOOD[GOOD.index(b"/Length ") :].split()[1]
    for lie in (b"0", b"-1", b"99999999", b"18446744073709551615", b"21 0 R"):
        yield f"length {lie.decode()}", GOOD.replace(b"/Length " + length, b"/Length " + lie)
    yield "places that are none", GOOD.replace(b" 00000 n", b" 65535 n")
    yield "an unknown filter", _changed(_CONTENTS, stream(b"xx", "/Filter /Nonsense"))
    yield "a broken filter", _changed(_CONTENTS, stream(b"xx", "/Filter /FlateDecode"))
    yield "a table far behind its end", GOOD.replace(b"startxref\n", b"startxref\n9999999")
    yield "a lock without a key", _changed(2, b"<< >>", "/Encrypt << /Filter /Standard >>")


def _looping() -> Iterator[tuple[str, bytes]]:
    yield (
        "a table that is its own forerunner",
        assembled(objects_of([block(WORDS, 700)]), "/Prev 9").replace(
            b"/Prev 9", b"/Prev %d" % GOOD.index(b"xref")
        ),
    )
    yield "pages that hold themselves", _changed(2, b"<< /Type /Pages /Count 3 /Kids [2 0 R] >>")
    yield (
        "a page that is its own parent",
        _changed(_PAGE, b"<< /Type /Page /Parent 20 0 R /Contents 21 0 R >>"),
    )
    yield "bookmarks that follow themselves", _changed(27, b"<< /Title (One) /Next 27 0 R >>")
    yield "bookmarks in themselves", _changed(27, b"<< /Title (One) /First 27 0 R >>")
    yield (
        "labels in themselves",
        _changed(1, b"<< /Type /Catalog /Pages 2 0 R /PageLabels 30 0 R >>").replace(
            b"30 0 R", b" 1 0 R"
        ),
    )
    yield "a form that draws itself", _form()
    objects = objects_of([block(WORDS, 700)])
    for level in range(100, 5100):
        objects[level] = b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % (level + 1)
    objects[2] = b"<< /Type /Pages /Count 1 /Kids [100 0 R] >>"
    objects[5100] = objects[_PAGE]
    yield "a tree of 5000 levels", assembled(objects)


def _form() -> bytes:
    """A page whose form has itself among its resources."""
    objects = objects_of([block(WORDS, 700)])
    resources = "/Resources << /XObject << /X 30 0 R >> >>"
    form = f"/Type /XObject /Subtype /Form /BBox [0 0 612 792] {resources}"
    objects[30] = stream(b"/X Do", form)
    objects[_CONTENTS] = stream(b"/X Do")
    objects[_PAGE] = f"<< /Type /Page /Parent 2 0 R {resources} /Contents 21 0 R >>".encode()
    return assembled(objects)


def _swelling() -> Iterator[tuple[str, bytes]]:
    bomb = zlib.compress(b" " * 300_000_000, 9)
    yield "a bomb", _changed(_CONTENTS, stream(bomb, "/Filter /FlateDecode"))
    twice = zlib.compress(bomb, 9)
    yield (
        "a bomb in a bomb",
        _changed(_CONTENTS, stream(twice, "/Filter [/FlateDecode /FlateDecode]")),
    )
    yield "deep arrays", _changed(3, b"[" * 200_000)
    yield "deep dictionaries", _changed(3, b"<< /A " * 100_000)
    yield "many states", _changed(_CONTENTS, stream(b"q " * 500_000 + b"BT " * 500_000))
    yield (
        "many lines",
        pdf(
            [[Print(72, 69_000 - 12 * at, f"Line {at}.", 8) for at in range(5_000)]],
            box="0 0 612 70000",
        ),
    )
    yield "a long word", pdf([[Print(72, 700, "x" * 2_000_000)]])
    yield (
        "many links",
        pdf(
            [
                [
                    *block(WORDS, 700),
                    *(Web(0, 0, 612, 792, "https://example.org/") for _ in range(20_000)),
                ]
            ]
        ),
    )
    yield "many bookmarks", pdf([block(WORDS, 700)], outline=[("Again", 0)] * 20_000)
    yield "many empty pages", pdf([block(WORDS, 700), *([[]] * 3)] * 700)


def _odd() -> Iterator[tuple[str, bytes]]:
    for numbers in ("1e38 0 0 1e38 1e38 1e38", "0 0 0 0 0 0", "1 0 0 -1 72 700", "nan 0 0 1 0 0"):
        words = f"BT /F0 12 Tf {numbers} Tm (Words.) Tj ET {numbers} cm".encode()
        yield f"places {numbers}", _changed(_CONTENTS, stream(words))
    for box in ("0 0 0 0", "612 792 0 0", "-1e9 -1e9 1e9 1e9"):
        yield f"a page of {box}", pdf([block(WORDS, 700)], box=box)
    escape = "\x1b]0;owned\x07\x1b[2J\u202e"
    yield (
        "words that a terminal obeys",
        pdf(
            [
                [
                    *block("Words \x1b[31m\x07 red.", 700),
                    Web(0, 0, 612, 792, f"https://x/{escape[:-1]}"),
                ]
            ],
            information={"Title": escape[:-1], "Author": f"Ann {escape[:-1]}"},
            outline=[(escape[:-1], 0)],
        ),
    )
    yield (
        "what would start a program",
        _changed(
            1,
            b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> "
            b"/AA << /O << /S /JavaScript /JS (app.launchURL('http://example.org')) >> >> >>",
        ),
    )


def _fuzzed() -> Iterator[tuple[str, bytes]]:
    for seed in range(12):
        dice = random.Random(seed)
        data = bytearray(GOOD)
        for _ in range(seed * 4 + 1):
            data[dice.randrange(9, len(data))] = dice.randrange(256)
        yield f"fuzzed {seed}", bytes(data)
