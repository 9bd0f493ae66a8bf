"""Everything the library knows about an article, gathered in one transaction."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from sqlite3 import Connection, DatabaseError
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.documents.article import Article
from tui.errors import MENDS, StoreError
from tui.store.anchors import Anchor
from tui.store.correction_rows import Correction, corrections_of
from tui.store.documents import place_of, register, revision_text
from tui.store.highlight_rows import (
    Highlight,
    damaged_highlights,
    drafts_of,
    highlights_of,
)
from tui.store.identity import Identity, identify
from tui.store.ledger_questions import answer_drafts_of
from tui.store.line_drafts import tag_drafts_of
from tui.store.named_places import named_places_of
from tui.store.near_copies import NearCopy
from tui.store.operations import Operation, operations_of
from tui.store.revisions import NO_HISTORY, History, history_of
from tui.store.settled_questions import SettledQuestion
from tui.store.trash_entries import forgotten_notice
from tui.store.unfinished import Unfinished, unfinished_of

if TYPE_CHECKING:
    from tui.store.database import Database

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Drafts(NamedTuple):
    """Words that were never saved as what they were to become."""

    notes: Mapping[str, str]
    """Notes, by highlight."""
    tags: Mapping[str, str]
    """Lines of tags, by highlight."""
    answers: int
    """The number of questions whose answer was being written."""
    corrections: tuple[Unfinished, ...]
    """Corrections."""


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """A document as it was found on opening."""

    document_id: str
    """Its id."""
    is_registered: bool
    """Whether the library holds this text; else it waits for the first mark."""
    notices: tuple[str, ...]
    """What the reader should know."""
    highlights: tuple[Highlight, ...]
    """Its marks."""
    corrections: tuple[Correction, ...]
    """What the reader corrected in its results, with what holds for all articles."""
    texts: Mapping[str, str]
    """The older texts that its records, what can be undone and its places were made on, by hash;
    those that are kept."""
    drafts: Drafts
    """What was being typed when an earlier reading ended."""
    place: Anchor | None
    """Where the reader was; `None` on the first opening."""
    named_places: Mapping[str, Anchor]
    """The places that carry a letter, by letter."""
    done: tuple[Operation, ...]
    """What can be undone, the next one last."""
    undone: tuple[Operation, ...]
    """What can be done again, the next one last."""
    near: NearCopy | None = None
    """The article it looks like an edited copy of, or was taken for; `None` for none."""
    history: History = NO_HISTORY
    """What it showed before."""


def found_on_opening(
    database: Database, article: Article, keep: str, *, is_read: bool = True
) -> OpenedDocument:
    """Find or make the document of an article, or only find it where nothing can be written.

    Blocks.

    Args:
        database: The library.
        article: The article as it was loaded.
        keep: As in `open_document`.
        is_read: As in `register`.

    Raises:
        StoreError: The library cannot be read.
    """
    try:
        return database.submit(lambda c: open_document(c, article, keep, is_read=is_read)).result()
    except StoreError as error:
        # What cannot be written may still be read: a full disk, another's file, damage.
        opened = database.read(lambda c: open_document(c, article, keep, writes=False))
        notice = f"your highlights are shown, but nothing can be saved: {error}"
        return replace(opened, notices=(notice, *opened.notices))


def open_document(
    connection: Connection,
    article: Article,
    keep: str,
    *,
    writes: bool = True,
    is_read: bool = True,
) -> OpenedDocument:
    """Find or make the document of an article and read what belongs to it, in a transaction.

    With "all" as `keep` every opened text is written down, with "marked" only one with marks
    or corrections; without `writes` nothing is. `is_read` is that of `register`.
    """
    document_id = (identity := identify(connection, article)).document_id
    highlights = tuple(highlights_of(connection, document_id)) if identity.is_known else ()
    drafts = _drafts(beside := _Beside(connection, document_id))
    corrections = tuple(beside.read(corrections_of, list[Correction], "corrections"))
    own = [each for each in corrections if each.document_id == document_id]
    place, named, done, undone = beside.places_and_steps()
    is_registered = writes and (keep == "all" or bool(highlights or named or own))
    records = (*highlights, *own, *drafts.corrections, *_images((*done, *undone)))
    anchors = [each.anchor for each in records] + [*named.values(), *filter(None, [place])]
    history = beside.read(lambda c, i: history_of(c, i, article), History, "earlier texts")
    if writes and (is_registered or identity.is_known):
        register(connection, document_id, article, with_text=is_registered, is_read=is_read)
    return OpenedDocument(
        document_id,
        is_registered,
        _notices(connection, identity, article) + beside.notices,
        highlights,
        corrections,
        _older_texts(connection, document_id, article, anchors),
        drafts,
        place,
        named,
        tuple(done),
        tuple(undone),
        identity.near,
        history,
    )


def _images(steps: Iterable[Operation]) -> Iterator[Highlight | Correction]:
    """Every record with a place, as it was before or after some operations."""
    for step in steps:
        for image in (*step.before.values(), *step.after.values()):
            # A question has its place in another article.
            if image is not None and not isinstance(image, SettledQuestion):
                yield image


class _Beside:
    """Reads what is less than the highlights: damaged, it must not keep these back."""

    def __init__(self, connection: Connection, document_id: str) -> None:
        self._connection = connection
        self._document_id = document_id
        self.notices: tuple[str, ...] = ()

    def places_and_steps(
        self,
    ) -> tuple[Anchor | None, dict[str, Anchor], list[Operation], list[Operation]]:
        """Where the reader was, the lettered places, what can be undone and done again."""
        place = self.read(place_of, _none, "place of your last reading")
        named = self.read(named_places_of, dict[str, Anchor], "lettered places")
        return place, named, *self.read(operations_of, _nothing_done, "undo log")

    def read(self, look: Callable[[Connection, str], T], nothing: Callable[[], T], what: str) -> T:
        """What a function reads; nothing, and a notice, where that is damaged."""
        try:
            return look(self._connection, self._document_id)
        except (DatabaseError, ValueError, KeyError, TypeError, AttributeError) as error:
            if "decode" in str(error):
                raise
            _log.warning("the %s cannot be read", what, exc_info=True)
            self.notices += (f"the {what} cannot be read: {MENDS}",)
            return nothing()


def _drafts(beside: _Beside) -> Drafts:
    return Drafts(
        beside.read(drafts_of, dict[str, str], "drafts of notes"),
        beside.read(tag_drafts_of, dict[str, str], "drafts of tags"),
        beside.read(answer_drafts_of, int, "drafts of answers"),
        tuple(beside.read(unfinished_of, list[Unfinished], "unfinished corrections")),
    )


def _notices(connection: Connection, identity: Identity, article: Article) -> tuple[str, ...]:
    """What the reader should know of the article, and of its highlights."""
    forgotten = () if identity.is_known else _forgotten(connection, article)
    return identity.notices + forgotten + _damage(connection, identity.document_id)


def _forgotten(connection: Connection, article: Article) -> tuple[str, ...]:
    """The notice about an article that is in the trash; none from a trash that is damaged."""
    try:
        return forgotten_notice(connection, article.source, article.text_hash)
    except (DatabaseError, ValueError):
        _log.warning("the trash cannot be read", exc_info=True)
        return ()


def _none() -> None:
    return None


def _nothing_done() -> tuple[list[Operation], list[Operation]]:
    return [], []


def _damage(connection: Connection, document_id: str) -> tuple[str, ...]:
    """The notice about highlights that are not as they were written."""
    count = len(damaged_highlights(connection, document_id))
    if not count:
        return ()
    are = "highlight is" if count == 1 else "highlights are"
    return (f"{count} {are} damaged on the disk and not shown: {MENDS}",)


def _older_texts(
    connection: Connection, document_id: str, article: Article, anchors: Iterable[Anchor]
) -> dict[str, str]:
    """The texts that some anchors were made on, by hash, the open one apart; those kept."""
    revisions = {anchor.revision for anchor in anchors} - {article.text_hash}
    texts = {each: revision_text(connection, document_id, each) for each in revisions}
    return {each: text for each, text in texts.items() if text is not None}
