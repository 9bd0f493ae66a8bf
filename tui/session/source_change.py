"""What changed in the source of an article since it showed an older text. Blocks on the library.

An extractor that is newer gives another text of the same page. So the older text is made again by
today's extractor wherever its bytes are kept, and only what the page itself says otherwise is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.article import Article, Span
from tui.documents.folding import fold_words
from tui.documents.loading import from_bytes
from tui.documents.passage_parts import overlap
from tui.documents.text_changes import ChangeKind, PassageChange, passage_changes
from tui.errors import SourceError
from tui.store.documents import stored_article
from tui.store.ledger_entry import Places, places_in
from tui.store.ledger_questions import LedgerQuestion, QuestionState, questions_of
from tui.store.originals import original_of
from tui.store.revisions import Revision, revisions_of

if TYPE_CHECKING:
    from tui.session.reading import ReadingSession
    from tui.store.database import Database

_SHORT = 3
"""Letters of the longest words that say nothing of what a question is about."""
_COMMON = 0.6
"""Least share of the words of a question that a passage must have to answer it perhaps."""
_FEWEST = 3
"""Least number of such words."""


class ChangedPassage(NamedTuple):
    """A paragraph that changed, as it is listed."""

    change: PassageChange
    """What became of it."""
    old: str
    """Its old words; empty for one that was added."""
    new: str
    """Its new words; empty for one that was removed."""
    highlights: int
    """How many highlights lie in it, or lay in it."""


class SourceChange(NamedTuple):
    """What became of an article since it showed an older text."""

    revision: Revision
    """The older text."""
    passages: tuple[ChangedPassage, ...]
    """The paragraphs that changed, those with highlights first, else in text order."""
    gone: tuple[str, ...]
    """Open questions whose evidence stood in the older text and is not there now."""
    answers: tuple[tuple[str, Span], ...]
    """Open questions that a new passage may answer, with the passage."""
    caveat: str = ""
    """Why some changes may be none of the source; empty when all are."""


def older_texts(database: Database, session: ReadingSession) -> tuple[Revision, ...]:
    """The texts the article showed before the one that is open, the last one first."""
    every = database.read(lambda c: revisions_of(c, session.document_id))
    return tuple(each for each in every if each.hash != session.article.text_hash)


def source_change(
    database: Database, session: ReadingSession, revision: Revision
) -> SourceChange | None:
    """Compare the open article with an older text of it; `None` when that is not kept.

    Raises:
        StoreError: The library cannot be read.
    """
    ident, new = session.document_id, session.article
    kept = database.read(lambda c: stored_article(c, ident, f"kept:{ident}@{revision.hash}"))
    if kept is None:
        return None
    old, caveat = _read_alike(database, ident, kept, new)
    passages = [
        ChangedPassage(
            each,
            old.text[slice(*each.old)],
            new.text[slice(*each.new)],
            _highlights_in(session, each, old, revision),
        )
        for each in passage_changes(old, new)
    ]
    passages.sort(key=lambda each: not each.highlights)
    asked = [q for q in database.read(lambda c: questions_of(c, ident)) if _is_open(q)]
    before = database.read(lambda c: places_in(c, kept, ident))
    now = database.read(lambda c: places_in(c, new, ident))
    return SourceChange(
        revision,
        tuple(passages),
        tuple(q.wording for q in asked if before.get(q.id) and not now.get(q.id)),
        tuple(_answers(asked, passages, now)),
        caveat,
    )


def _read_alike(database: Database, ident: str, kept: Article, new: Article) -> tuple[Article, str]:
    """The older article as today's extractor reads it, and what to say where it cannot."""
    was, now = kept.origin, new.origin
    if was is None or now is None or was.extractor == now.extractor:
        return kept, ""
    raw = database.read(lambda c: original_of(c, ident, was.raw_hash))
    caveat = "the older text was read by another version, so not every change is the source's"
    if raw is None:
        return kept, caveat
    try:
        return from_bytes(raw, new.source), ""
    except SourceError:
        return kept, caveat


def _is_open(question: LedgerQuestion) -> bool:
    return question.state is QuestionState.OPEN and question.is_sure


def _highlights_in(
    session: ReadingSession, change: PassageChange, old: Article, revision: Revision
) -> int:
    here = sum(mark.overlaps(change.new) for mark in session.marks)
    if old.text_hash != revision.hash:
        return here
    lost = (each.anchors for each in session.orphans if each.anchor.revision == revision.hash)
    return here + sum(
        overlap([Span(each.start, each.end) for each in parts], change.old) for parts in lost
    )


def _answers(
    asked: Sequence[LedgerQuestion], passages: Sequence[ChangedPassage], places: Places
) -> Iterator[tuple[str, Span]]:
    """Open questions most of whose words stand in a passage that is new.

    That a passage speaks of the same things is no answer; it is a place to look for one.
    """
    fresh = [each for each in passages if each.change.kind is not ChangeKind.REMOVED]
    words = [_words(each.new) - _words(each.old) for each in fresh]
    for question in asked:
        own = _words(f"{question.wording} {' '.join(question.about)}")
        least = max(_FEWEST, round(_COMMON * len(own)))
        for passage, found in zip(fresh, words, strict=True):
            place = places.get(question.id)
            is_itself = place is not None and place.overlaps(passage.change.new)
            if not is_itself and len(own & found) >= least:
                yield question.wording, passage.change.new
                break


def _words(text: str) -> set[str]:
    return {word.text for word in fold_words(text) if len(word.text) > _SHORT}
