"""Parts of a Word document in another format, of which Word makes its own when it opens it.

Programs that write documents out of web pages put the whole page into such a part (`altChunk`,
ECMA-376, part 1, section 17.17.2).
"""

from __future__ import annotations

import secrets

from tui.documents.reader.markup_pieces import markup_pieces
from tui.documents.reader.page_decoding import page_text
from tui.documents.reader.page_in_mail import page_in_mail
from tui.documents.reader.strict_xml import attribute, parsed_xml
from tui.documents.reader.unzipping import Unzipping, member_at
from tui.documents.text_pieces import Piece

_UNREAD = "Parts of this document are in another format, which is not read within it."
_MAIL_SIGNS = (b"mime-version:", b"content-type: multipart/related")
_HEAD = 4096


class Chunks:
    """The parts of a document in other formats."""

    def __init__(self, package: Unzipping, main: str) -> None:
        """Read none of them yet.

        Args:
            package: The document.
            main: The name of the member that holds its text.
        """
        # Nothing that the document holds can be taken for it.
        self.stand_in = f"part {secrets.token_hex(16)} "
        """What stands in the converted text in the place of each of them."""
        self.relations: tuple[str, ...] = ()
        """The relations that lead to them, in the order of the text."""
        self.notices: tuple[str, ...] = ()
        """What the reader should know of them, once they were asked for."""
        self._package = package
        self._main = main

    def pieces_with(self, html: str) -> list[Piece]:
        """The pieces of a converted text, with those of these parts in their places."""
        pieces: list[Piece] = []
        for number, relation in enumerate(self.relations):
            before, _, html = html.partition(f"<p>{self.stand_in}{number}</p>")
            pieces += [*markup_pieces(before), *self._pieces(relation)]
        return [*pieces, *markup_pieces(html)]

    def _pieces(self, relation: str) -> list[Piece]:
        data = self._package.read(self._member(relation))
        head = data[:_HEAD].lower()
        if any(sign in head for sign in _MAIL_SIGNS):
            page = page_in_mail(data)
            data, named = (page.data, page.encoding) if page else (b"", "")
        elif b"<" in head and not data.startswith((b"PK", b"{\\rtf")):
            named = ""
        else:
            self.notices = (_UNREAD,)
            return []
        return list(markup_pieces(page_text(data, named)[0]))

    def _member(self, relation: str) -> str:
        folder, _, name = self._main.rpartition("/")
        root = parsed_xml(self._package.read(f"{folder}/_rels/{name}.rels"))
        for node in root if root is not None else ():
            if attribute(node, "Id") == relation:
                return member_at(attribute(node, "Target"), self._main)
        return ""
