"""The lines of a page of a PDF, out of the places of its letters.

PDFium gives the letters in the order of the file, blanks and line ends put in where the places of
the letters ask for them. The size that it names is that of a font before scaling, often 1, so the
heights of its "loose" boxes are taken, which are as high as the font whatever the letter.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from tui.documents.reader.pdf_line import DIVIDED, Face, Line, Word
from tui.documents.reader.pdf_rows import (
    Link,
    Row,
    is_right_to_left,
    joined,
    line_of,
    lines_of_row,
    mirrored,
)
from tui.documents.styled_text import clean

_FARTHEST = 1e5
"""No page is wider: beyond it are places that a damaged file made up."""

_LOOSE = 0.55
"""How wide a letter is on average, as a part of its height, where there may be gaps in a line."""
_BLANKS = f"{DIVIDED} \t\xa0"

_ROW = re.compile(rf"[^\r\n{DIVIDED}]+{DIVIDED}?")
_WORD = re.compile(rf"[^\s{DIVIDED}]+")
_NOTE = re.compile(r"(?<=[^\d\s])\d{1,3}(?=[)\]\"”’]*\Z)")
_NO_LETTER = re.compile("[\x00-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
"""What stands where a font does not say which letters its pictures are."""
_UNKNOWN = "\ufffd"
"""A sign that stands alone; at the start of a line it is a bullet."""
_BOLD = re.compile(rb"bold|black|heavy|demi|cmbx|-bd", re.IGNORECASE)
_ITALIC = re.compile(rb"italic|oblique|slanted|cmti|-it\b", re.IGNORECASE)
_MONO = re.compile(rb"mono|courier|consol|cmtt|typewriter|menlo", re.IGNORECASE)
_PICTURES = re.compile(rb"wingdings|dingbat|webdings|zapfd", re.IGNORECASE)
# Flags of a font descriptor (ISO 32000-1, table 123).
_FIXED, _SLANTED, _HEAVY = 1, 1 << 6, 1 << 18
# Word's bullets are in the private use area; the others are signs of the same use.
_SIGNS: dict[int, str] = str.maketrans(
    dict.fromkeys("\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf0a8●∙▪■◦○▫□‣▶►⁃", "•")
)
# Adobe's places for old-style figures and small capitals (in its glyph list).
_SIGNS |= {0xF730 + place: chr(0x30 + place) for place in range(10)}
_SIGNS |= {0xF761 + place: chr(0x41 + place) for place in range(26)}


class PageReader:
    """Reads the pages of one document."""

    def __init__(self) -> None:
        """Begin without knowing a font."""
        self.letters = 0
        """How many letters there were."""
        self.lost = 0
        """How many of them nobody can tell, because their font does not say."""
        self._has_unknown = False
        self._faces: dict[tuple[bytes, int], Face] = {}
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._box = pdfium.FS_RECTF()

    def lines(self, number: int, page: Any, links: Sequence[Link] = ()) -> list[Line]:
        """The lines of a page in the order of its file.

        Args:
            number: The index of the page.
            page: PDFium's page.
            links: What of it leads somewhere.
        """
        visible = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, visible)
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            return []
        try:
            rows = list(self._rows(text_page, visible, links))
        finally:
            pdfium.FPDFText_ClosePage(text_page)
        if is_right_to_left(rows):
            rows = [row._replace(words=list(map(mirrored, row.words))) for row in rows]
            links = ()
        lines = (line_of(number, row, links) for row in joined(rows))
        return [line for line in lines if not line.is_empty]

    def _rows(self, text_page: Any, visible: Any, links: Sequence[Link]) -> Iterator[Row]:
        """What PDFium takes for lines, without those that are off the page or turned."""
        text = _text(text_page).translate(_SIGNS)
        self.letters += len(text)
        found = list(_ROW.finditer(text))
        turns = [_turn(text_page, row.start()) for row in found]
        turn = Counter(turns).most_common(1)[0][0] if turns else 0
        for row, turned in zip(found, turns, strict=True):
            if turned != turn:
                continue
            words = [] if turn else self._set_in_one(text_page, row, links)
            words = words or [
                word
                for match in _WORD.finditer(text, row.start(), row.end())
                if (word := self._word(text_page, match.start(), match[0], turn))
            ]
            if self._has_unknown:
                words = _without_unknown(words)
            if words and not (_is_on(words[0], visible) and _is_on(words[-1], visible)):
                words = [word for word in words if _is_on(word, visible)]
            if not words:
                continue
            if turn:
                words = [_turned(word, turn) for word in words]
            lines = lines_of_row(words)
            for line in lines[:-1]:
                yield Row(line, is_divided=False)
            yield Row(lines[-1], text[row.end() - 1] == DIVIDED)

    def _set_in_one(self, text_page: Any, row: re.Match[str], links: Sequence[Link]) -> list[Word]:
        """The first word of a row and all others as a second one, if the file sets them in one go.

        Then they look alike and are not far apart; nothing if they may be. Where each letter
        stands takes most of the time that a book needs.
        """
        text, end = row.string, row.start() + len(row[0].rstrip(_BLANKS))
        head = _WORD.search(text, row.start(), end)
        tail = head and _WORD.search(text, head.end(), end)
        if not head or not tail or _NO_LETTER.search(text, row.start(), end):
            return []
        if _object_at(text_page, head.start()) != _object_at(text_page, end - 1):
            return []
        first = self._word(text_page, head.start(), head[0], 0)
        if first is None or any(link.is_beside(first) for link in links):
            return []
        rest = self._word(text_page, tail.start(), text[tail.start() : end], 0)
        if rest is None:
            return []
        if rest.right - rest.left > _LOOSE * len(rest.text) * (rest.top - rest.bottom):
            return []
        return [first, rest._replace(text=" ".join(rest.text.split()))]

    def _word(self, text_page: Any, start: int, text: str, turn: int) -> Word | None:
        """A word at its place; `None` if nobody can tell its letters or where it is."""
        box, place = self._box, pdfium.FPDFText_GetLooseCharBox
        if not place(text_page, start, box):
            return None
        left, right, bottom, top = box.left, box.right, box.bottom, box.top
        if len(text) > 1 and place(text_page, start + len(text) - 1, box):
            # In some scripts, and on a turned page, the last letter is the lowest or leftmost.
            if turn % 2:
                bottom, top = min(bottom, box.bottom), max(top, box.top)
            elif box.right > right:
                right = box.right
            else:
                left = box.left
            if not text[-1].isalpha() and (digits := _NOTE.search(text)):
                text = self._note_apart(text_page, start, digits, top - bottom)
        # Written so that what is no number fails.
        if not (-_FARTHEST < left <= right < _FARTHEST > top >= bottom > -_FARTHEST):
            return None
        if not (text.isascii() and text.isprintable()) and not (text := self._readable(text)):
            return None
        face = self._face(text_page, start)
        if face.is_pictures and len(text) == 1:
            text = "•"
        return Word(text, left, right, bottom, top, face)

    def _readable(self, text: str) -> str:
        """The letters of a word that can be told, cleaned; empty if these are too few."""
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if not _NO_LETTER.search(text):
            return " ".join(clean(text).split())
        told = _NO_LETTER.sub(" ", text)
        if len(text) == 1:
            self._has_unknown = True
            return _UNKNOWN
        if 2 * told.count(" ") <= len(text):
            return " ".join(clean(told).split())
        self.lost += len(text)
        return ""

    def _note_apart(self, text_page: Any, start: int, digits: re.Match[str], height: float) -> str:
        """A word with the raised number of a note at its end in brackets."""
        text, box = digits.string, self._box
        low = box.bottom
        pdfium.FPDFText_GetLooseCharBox(text_page, start, box)
        is_raised = low > box.bottom + 0.1 * height
        pdfium.FPDFText_GetLooseCharBox(text_page, start + digits.start(), box)
        if is_raised and box.top - box.bottom < 0.85 * height:
            return f"{text[: digits.start()]}[{digits[0]}]{text[digits.end() :]}"
        return text

    def _face(self, text_page: Any, index: int) -> Face:
        name, flags = self._name, self._flags
        length = pdfium.FPDFText_GetFontInfo(text_page, index, name, len(name), flags)
        # Without a name the buffer still holds the one before.
        key = (name.value if 0 < length <= len(name) else b"", flags.value)
        face = self._faces.get(key)
        if face is None:
            what, bits = key
            face = self._faces[key] = Face(
                bool(bits & _HEAVY or _BOLD.search(what)),
                bool(bits & _SLANTED or _ITALIC.search(what)),
                bool(bits & _FIXED or _MONO.search(what)),
                bool(_PICTURES.search(what)),
            )
        return face


def _object_at(text_page: Any, index: int) -> int:
    """Which object of the file a letter belongs to; for none a number of its own."""
    found = pdfium.FPDFText_GetTextObject(text_page, index)
    return ctypes.addressof(found.contents) if found else -1 - index


def _text(text_page: Any) -> str:
    """All letters of a page, so that offsets into it are PDFium's indices of letters."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    units = pdfium.FPDFText_GetText(text_page, 0, count, buffer) - 1
    if units == count:
        # Letters beyond the first plane stay in their halves here, which are counted too.
        text = bytes(buffer)[: 2 * units].decode("utf-16-le", "surrogatepass")
        return text if len(text) == units else "".join(map(chr, buffer[:units]))
    # Letters without a Unicode value are left out of the text, not of the indices.
    codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return "".join(chr(code) if 0 < code <= 0x10FFFF else "\ufffd" for code in codes)


def _turn(text_page: Any, index: int) -> int:
    """In quarters, how a line is turned."""
    angle = pdfium.FPDFText_GetCharAngle(text_page, index)
    return round(angle / (math.pi / 2)) % 4 if 0 <= angle < 7 else 0


def _turned(word: Word, turn: int) -> Word:
    """The word on a page that was turned so that its text runs to the right."""
    _, left, right, bottom, top, _ = word
    if turn == 1:
        left, right, bottom, top = bottom, top, -right, -left
    elif turn == 2:
        left, right, bottom, top = -right, -left, -top, -bottom
    else:
        left, right, bottom, top = -top, -bottom, left, right
    return word._replace(left=left, right=right, bottom=bottom, top=top)


def _without_unknown(words: Sequence[Word]) -> list[Word]:
    """The words of a row; a sign that nobody can tell is a bullet if it stands first."""
    return [
        word._replace(text="•") if word.text == _UNKNOWN else word
        for at, word in enumerate(words)
        if at == 0 or word.text != _UNKNOWN
    ]


def _is_on(word: Word, visible: Any) -> bool:
    """Whether a word stands on the part of the page that is shown."""
    across, along = (word.left + word.right) / 2, (word.bottom + word.top) / 2
    if visible.right <= visible.left:
        return True
    return bool(visible.left <= across <= visible.right and visible.bottom <= along <= visible.top)
