"""The reader's words on their way to the disk: kept until they are known to be there.

Notes, tags, corrections and answers are kept here in one way: remembered when they are typed,
forgotten when the library holds them, opened again by the key that typed them, carried along
when the text changes, and printed when the program ends with the disk still refusing them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.article import Article, Span

if TYPE_CHECKING:
    from tui.corrections.corrected import CorrectionTarget
    from tui.documents.passage_parts import Parts
    from tui.session.reading import Change, ReadingSession, SaveFailed
    from tui.store.ledger_questions import Resolution


class Words(Enum):
    """What the words were typed into."""

    NOTE = "note"
    TAGS = "tags"
    CORRECTION = "correction"
    ANSWER = "answer"


class Unsaved(NamedTuple):
    """Words that are not known to be on the disk."""

    kind: Words
    """What they were typed into."""
    ident: str
    """The id of the highlight, correction or question they belong to."""
    text: str
    """The words; of a correction what is to be saved of it, of tags the line."""
    parts: Parts = ()
    """The passage they are about; empty for an answer of the ledger."""
    target: CorrectionTarget | None = None
    """Of a correction: the result it is about."""
    boxes: tuple[str, ...] = ()
    """Of a correction: what stood in the boxes it was typed into."""

    @property
    def printed(self) -> str:
        """The words as they are printed where nothing else can be done for them."""
        return f"tags: {self.text}" if self.kind is Words.TAGS else self.text


class UnsavedWords:
    """All words of one desk that are not known to be on the disk."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: dict[tuple[Words, str], Unsaved] = {}
        self._discarded: dict[object, tuple[str, ...]] = {}
        self._last_discarded: tuple[object, int, Callable[[], None]] | None = None
        self.answers: dict[str, Resolution] = {}
        """Answers of the ledger that the disk refused, by question."""
        self.refused: dict[str | None, str] = {}
        """The first reason why something was refused since anything was saved, by highlight or
        correction; `None` for what belongs to neither."""

    # -- keeping ----------------------------------------------------------------------

    def keep(self, unsaved: Unsaved) -> None:
        """Keep words until they are known to be on the disk."""
        self._kept[unsaved.kind, unsaved.ident] = unsaved

    def of(self, kind: Words) -> list[Unsaved]:
        """The words of a kind, the ones typed last at the end."""
        return [each for each in self._kept.values() if each.kind is kind]

    def has(self, kind: Words, ident: str | None) -> bool:
        """Whether there are words of a kind for a highlight or correction."""
        return (kind, ident) in self._kept

    def take_last(self, kind: Words) -> Unsaved | None:
        """Take out the words of a kind that were typed last, to be typed on."""
        last = next(reversed(self.of(kind)), None)
        return self._kept.pop((kind, last.ident)) if last else None

    def take_about(self, target: CorrectionTarget) -> Unsaved | None:
        """Take out what was typed into a correction of a result."""
        found = next((each for each in self.of(Words.CORRECTION) if each.target == target), None)
        return self._kept.pop((found.kind, found.ident)) if found else None

    def forget(self, change: Change) -> None:
        """Forget what was typed into corrections that the reader has taken back since."""
        for made in change.corrections if change.ok else ():
            self._kept.pop((Words.CORRECTION, made.id), None)

    def settle(self, session: ReadingSession | None) -> None:
        """Forget what is on the disk by now."""
        if session is None:
            return
        for key, unsaved in list(self._kept.items()):
            if _SAVED[unsaved.kind](unsaved, session):
                del self._kept[key]

    # -- what the reader threw away ---------------------------------------------------

    def discard(
        self, about: object, boxes: tuple[str, ...], operations: int, again: Callable[[], None]
    ) -> None:
        """Keep what the reader threw away until they ask for it again.

        Args:
            about: What it was typed for: the result, or the highlight's id and what was typed.
            boxes: What stood in the boxes.
            operations: How many changes the reader had made by then.
            again: Opens the sheet again.
        """
        self._discarded[about] = boxes
        self._last_discarded = about, operations, again

    def undo_discarding(self, operations: int) -> bool:
        """Open the sheet again that was discarded last, if nothing was changed since.

        Args:
            operations: How many changes the reader has made by now.
        """
        last, self._last_discarded = self._last_discarded, None
        if last is None or last[0] not in self._discarded or last[1] != operations:
            return False
        last[2]()
        return True

    def take_discarded(self, about: object) -> tuple[str, ...] | None:
        """Take out what was thrown away; `None` when nothing was."""
        return self._discarded.pop(about, None)

    # -- refusals ---------------------------------------------------------------------

    def refuse(self, failed: SaveFailed) -> Refusal:
        """Note that the disk refused a change."""
        about = failed.highlight_id or next((made.id for made in failed.corrections), None)
        is_first = not self.refused
        # What follows a refused change is refused for its sake; the first reason counts.
        reason = self.refused.setdefault(about, failed.reason)
        idents = [(Words.CORRECTION, made.id) for made in failed.corrections]
        candidates = [(Words.NOTE, about), *idents, (Words.TAGS, about)]
        words = next((self._kept[key] for key in candidates if key in self._kept), None)
        return Refusal(reason, words, is_told=about is not None or is_first)

    # -- the end, and the next desk ---------------------------------------------------

    def __iter__(self) -> Iterator[Unsaved]:
        """All of them, answers last."""
        yield from self._kept.values()
        for question_id, given in self.answers.items():
            if given.answer:
                yield Unsaved(Words.ANSWER, question_id, given.answer)

    def carry_over(self, new: UnsavedWords, old_article: Article, article: Article) -> None:
        """Give the words to the desk with the changed text.

        They go along with their passages. What has no certain place in the new text stays
        here; the program prints it at its end.

        Args:
            new: The words of that desk.
            old_article: The text the passages stand in.
            article: The changed text.
        """
        new.answers |= self.answers
        self.answers = {}
        if not self._kept:
            return
        carried = _carrier(old_article, article)
        for key, unsaved in list(self._kept.items()):
            parts = carried(unsaved.parts)
            if parts:
                target = unsaved.target._replace(span=parts[0]) if unsaved.target else None
                new.keep(unsaved._replace(parts=parts, target=target))
                del self._kept[key]


class Refusal(NamedTuple):
    """What the disk refused."""

    reason: str
    """Why, as a clause."""
    words: Unsaved | None
    """The words that belong to it; `None` when it has none."""
    is_told: bool
    """Whether the reader should hear of it: the place of the reading is tried again and again,
    and that is said once."""


def _carrier(old: Article, new: Article) -> Callable[[Parts], Parts]:
    """Finds passages of a text in the text it became; none of their parts where one is lost."""
    from tui.store.anchors import Orphan, describe
    from tui.store.placement import Placement

    placement = Placement(new, {old.text_hash: old.text})

    def carried(parts: Parts) -> Parts:
        found = placement.of_parts([describe(old.text, *part, old.text_hash) for part in parts])
        return () if isinstance(found, Orphan) else tuple(Span(a, b) for a, b, _ in found)

    return carried


def _is_note_saved(unsaved: Unsaved, session: ReadingSession) -> bool:
    from tui.store.both_kept import has_lines

    mark = session.mark(unsaved.ident)
    # Beside words of another desk it is saved, too.
    return mark is not None and not mark.pending and has_lines(mark.highlight.note, unsaved.text)


def _are_tags_saved(unsaved: Unsaved, session: ReadingSession) -> bool:
    from tui.search.tags import parse_tags

    mark = session.mark(unsaved.ident)
    tags: Iterable[str] = parse_tags(unsaved.text)
    return mark is not None and not mark.pending and set(mark.highlight.tags) >= set(tags)


def _is_correction_saved(unsaved: Unsaved, session: ReadingSession) -> bool:
    if session.pending_count:
        return False
    saved = {placed.correction.id: placed.correction.value for placed in session.corrections.placed}
    return saved.get(unsaved.ident) == unsaved.text


_SAVED: dict[Words, Callable[[Unsaved, ReadingSession], bool]] = {
    Words.NOTE: _is_note_saved,
    Words.TAGS: _are_tags_saved,
    Words.CORRECTION: _is_correction_saved,
    # The writer itself says what became of an answer.
    Words.ANSWER: lambda *_: False,
}
"""Whether words of each kind are in the library now."""
