"""An article with its highlights; apart from what reads it, so that a form of export is light."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.emphasis_signs import signless
from tui.documents.milestones import UNCOUNTED, Counted, counted

if TYPE_CHECKING:
    from tui.documents.article import Milestone, StyledSpan
    from tui.store.anchors import Anchor
    from tui.store.documents import DocumentRecord
    from tui.store.highlight_rows import Highlight
    from tui.store.ledger_questions import LedgerQuestion


class Unsaved(NamedTuple):
    """What was typed about a highlight and never saved; empty for nothing."""

    note: str = ""
    """A note."""
    tags: str = ""
    """A line of tags."""


class PlaceInText(NamedTuple):
    """Where a highlight stands in the text it was made on."""

    paragraph: int
    """In which paragraph it begins, from 1."""
    is_prose: bool
    """Whether no line of it is one of its own: all its single newlines are soft."""


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article with its highlights, as exports take it."""

    document: DocumentRecord
    """The article."""
    highlights: tuple[Highlight, ...]
    """Its highlights in text order."""
    unsaved: Mapping[str, Unsaved] = field(default_factory=dict)
    """What was typed about some of them and never saved, by id."""
    milestones: Mapping[str, tuple[Milestone, ...]] = field(default_factory=dict)
    """What its source counts, for each of its texts by their hash; none for most articles."""

    emphasis: Mapping[str, tuple[StyledSpan, ...]] = field(default_factory=dict)
    """What is set between signs (`_so_`) in each of its texts; nothing in most."""
    places: Mapping[str, PlaceInText] = field(default_factory=dict)
    """Where in its text each highlight stands, by id; empty where that was not asked for."""
    questions: tuple[LedgerQuestion, ...] = ()
    """What the reader answered or asked about it, in text order."""

    def words(self, anchor: Anchor) -> str:
        """The words of a part of a highlight as they are shown: without signs of emphasis."""
        signed = self.emphasis.get(anchor.revision, ())
        return signless(anchor.exact, signed, anchor.start) if signed else anchor.exact

    def counted(self, highlight: Highlight) -> Counted:
        """What the source counts at the words of a highlight, in the text it was made on."""
        revision, start, end = highlight.extent
        milestones = self.milestones.get(revision)
        return counted(milestones, start, end) if milestones else UNCOUNTED
