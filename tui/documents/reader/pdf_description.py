"""What a PDF says about itself: title, author, day, and how sure that is.

Programs fill these fields with names of files and logins, so most of what stands there is wrong;
what looks like it is not taken (of 300 files of a test collection two in three titles were).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from tui.documents.reader.pdf_line import Line
from tui.documents.reader.pdf_paragraph import Kind, Paragraph
from tui.documents.sanitising import sanitise_line

_LONGEST_TITLE = 300
_FIRST_PAGES = 8
"""Pages on which a year is looked for: a book names it behind its titles."""
_FILE = re.compile(
    r"\.(?:docx?|pdf|indd|qxd|tex|dvi|ps|eps|xlsx?|pptx?|odt|rtf|txt|html?|fm|p65|pmd|ai|cdr|wpd)\b",
    re.IGNORECASE,
)
_MADE_UP = re.compile(
    r"microsoft \w+ -|untitled|unbenannt|sans titre|document\d*\Z|presentation\d*\Z|slide \d+|"
    r"powerpoint|title\Z|test\Z|layout \d|print|untitled|about:blank|https?:|file:|[\W\d_]*\Z",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:user|admin|administrator|owner|unknown|author|anonymous|root|guest|default|none|\W*)\d*\Z|"
    r".*(?:adobe|acrobat|microsoft|latex|writer|office|@|\.com|scanner|\d)",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def title_of(metadata: Mapping[str, str], paragraphs: Sequence[Paragraph]) -> str | None:
    """The title that the file names, if it is one, else the largest words of the first page."""
    named = sanitise_line(metadata.get("Title", ""), _LONGEST_TITLE)
    if len(named) > 2 and not _FILE.search(named) and not _MADE_UP.match(named):
        return named
    first = [each for each in paragraphs if each.lines[0].page == paragraphs[0].lines[0].page]
    heads = [each for each in first if each.kind is Kind.HEADING and len(each.text) > 2]
    if not heads:
        return None
    largest = max(each.size for each in heads)
    return sanitise_line(next(each.text for each in heads if each.size == largest), _LONGEST_TITLE)


def name_headings(
    paragraphs: Sequence[Paragraph], chapters: Mapping[int, Sequence[tuple[float, str]]]
) -> None:
    """Make headings of the lines whose words a bookmark of their page repeats.

    Args:
        paragraphs: All paragraphs; the kind of some is changed.
        chapters: For each page the heights and titles of its bookmarks.
    """
    for paragraph in paragraphs:
        begun = chapters.get(paragraph.lines[0].page, ())
        if not begun or paragraph.kind not in (Kind.PROSE, Kind.ITEM, Kind.VERSE):
            continue
        words = _letters(paragraph.text)
        for _, title in begun:
            named = _letters(title)
            # "Chapter One: The Walls" and "1. The Walls" share what counts.
            shared = named in words or words in named
            if shared and min(len(named), len(words)) > 3 and len(words) < len(named) + 20:
                paragraph.kind = Kind.HEADING


def _letters(words: str) -> str:
    return "".join(filter(str.isalpha, words.casefold()))


def author_of(metadata: Mapping[str, str]) -> str | None:
    """The author that the file names, if it is a person's name and no login."""
    named = sanitise_line(metadata.get("Author", ""), _LONGEST_TITLE)
    has_names = " " in named or "," in named
    return named if has_names and not _NOBODY.match(named) else None


def day_of(metadata: Mapping[str, str], pages: Sequence[Sequence[Line]]) -> date | None:
    """The day the file was made, if its first pages name that year.

    A file is made when it is printed or converted, often years after what is in it.
    """
    match = _DATE.match(metadata.get("CreationDate", ""))
    if match is None or match[3] is None:
        return None
    named = {
        int(year)
        for page in pages[:_FIRST_PAGES]
        for line in page
        for year in _YEAR.findall(line.text)
    }
    try:
        made = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return made if made.year in named else None
