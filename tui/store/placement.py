"""Where the marks of an article stand in the text that is open now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.documents.article import Article
from tui.store.anchors import Anchor, Located, Orphan, Relocation, State
from tui.store.changed_sentences import Wording, wording
from tui.store.located_parts import together


class Placement:
    """The places of anchors in one text; each is found once."""

    def __init__(self, article: Article, older: Mapping[str, str]) -> None:
        """Remember the texts.

        Args:
            article: The open article.
            older: Earlier texts of it, by hash.
        """
        self._article = article
        self._older = older
        self._relocations: dict[str, Relocation] = {}
        self._found: dict[Anchor, Located | Orphan] = {}
        self._wordings: dict[Anchor, Wording] = {}

    def of(self, anchor: Anchor) -> Located | Orphan:
        """The place of an anchor; changed is also one whose sentence has changed around it."""
        found = self._found.get(anchor)
        if found is None:
            found = self._found[anchor] = self._find(anchor)
        return found

    def of_parts(self, anchors: Sequence[Anchor]) -> tuple[Located, ...] | Orphan:
        """The places of the parts of one passage; all of them, or none."""
        return together([self.of(anchor) for anchor in anchors])

    def wording(self, anchor: Anchor) -> Wording | None:
        """What has changed of a part of a passage, then and now; `None` where nothing has."""
        self.of(anchor)
        return self._wordings.get(anchor)

    def near(self, anchor: Anchor) -> int:
        """The offset of a reading place; where it is lost, one about as far in the text."""
        found = self.of(anchor)
        if isinstance(found, Located):
            return found.start
        length = len(self._article.text)
        before = len(self._older.get(anchor.revision, "")) or length
        return min(round(anchor.start * length / max(1, before)), max(0, length - 1))

    def text_of(self, anchor: Anchor) -> str | None:
        """The text that an anchor was made on; `None` when it is not known."""
        if anchor.revision == self._article.text_hash:
            return self._article.text
        return self._older.get(anchor.revision)

    def release(self) -> None:
        """Release the memory of the pairings; the places found stay known."""
        self._relocations.clear()

    def _find(self, anchor: Anchor) -> Located | Orphan:
        text, start, end = self._article.text, anchor.start, anchor.end
        if anchor.revision == self._article.text_hash:
            # The usual case, answered without hashing the text again.
            if 0 <= start < end and text[start:end] == anchor.exact:
                return Located(start, end, State.EXACT)
            return Orphan("its place does not hold its words")
        relocation = self._relocations.get(anchor.revision)
        if relocation is None:
            relocation = Relocation(text, self._older.get(anchor.revision))
            self._relocations[anchor.revision] = relocation
        found = relocation.locate(anchor)
        if isinstance(found, Located):
            old = self._older.get(anchor.revision)
            changed = wording(anchor, old, text, found.start, found.end)
            if changed is not None:
                self._wordings[anchor] = changed
                found = found._replace(state=State.CHANGED)
        return found
