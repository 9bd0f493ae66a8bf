"""A merge of two names holds for all articles: their questions and speakers follow at once.

Where both names were found in another article of the library, its questions in the ledger and the
speakers of its highlights take the name that is in force, as they would when it is next opened.
What was found in it the cache knows; an article that is not in it waits until it is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from tui.corrections.corrected import PlacedCorrection, folded
from tui.corrections.corrected_results import CorrectedResults, corrected
from tui.corrections.name_values import named_by
from tui.corrections.said_by import speaker_of
from tui.desk.part import Part
from tui.desk.requests import LedgerChanged
from tui.documents.article import Article, Span
from tui.documents.source import Source, SourceKind
from tui.errors import ClosereadError
from tui.ledger import found_question
from tui.session.mark import places_of
from tui.store.anchors import Located
from tui.store.correction_rows import Correction, CorrectionKind, corrections_of
from tui.store.documents import document, stored_article
from tui.store.highlight_rows import Highlight, highlight, highlights_of, write_highlight
from tui.store.ledger_entry import places_in, reword
from tui.store.placement import Placement
from tui.store.question_records import documents_naming

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.analysis.results import Analysis
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.session.change import Change
    from tui.store.database import Database

MOST = 200
"""Articles that a merge is followed into at once, those opened last first."""


class _Other(NamedTuple):
    """Another article, as the library has it."""

    article: Article
    corrections: Sequence[Correction]
    highlights: Sequence[Highlight]


class NamesElsewhere(Part):
    """Takes merges into the other articles of the library."""

    def __init__(self, state: DeskState, surface: Surface) -> None:
        """Nothing is followed yet."""
        super().__init__(state, surface)
        self._one_at_a_time = Lock()

    def follow(self, change: Change) -> None:
        """Bring other articles up to date after a change; does not wait."""
        made = [
            each
            for each in change.corrections
            if change.ok and each.is_wide and each.kind is CorrectionKind.MERGE
        ]
        if made and self.state.session is not None and self.state.database is not None:
            here = self.state.session.document_id
            self.surface.in_thread(partial(self._follow, self.state.database, here, made), "names")

    def _follow(self, database: Database, here: str, made: Sequence[Correction]) -> None:
        """Bring the articles up to date that have the names; runs in a thread."""
        with self._one_at_a_time:
            try:
                # What was merged, or taken back, is written by then.
                database.submit(lambda c: None).result()
                changed = [self._bring(database, here, each) for each in made]
            except ClosereadError:
                return  # They are brought up to date when they are opened.
        if any(changed):
            self.surface.in_loop(self.surface.post, LedgerChanged())

    def _bring(self, database: Database, here: str, made: Correction) -> bool:
        into = named_by(made.value)
        names = (made.name, folded(into[1]) if into else "")
        words = [words[-1] for name in names if (words := name.split())]
        idents = database.read(lambda c: documents_naming(c, words, MOST))
        changed = [self._bring_one(database, ident, made) for ident in idents if ident != here]
        return any(changed)

    def _bring_one(self, database: Database, ident: str, made: Correction) -> bool:
        """Bring an article up to date; whether it was another one before."""
        other = database.read(partial(_read, ident=ident))
        service = self.state.service
        analysis = service.known(other.article) if other and service else None
        if other is None or analysis is None or not _has_both(analysis, made):
            return False
        placed = _placed(other, ident)
        rest = tuple(each for each in placed if each.correction.id != made.id)
        text = other.article.readable
        now, before = (
            corrected(analysis, each, text=text)
            # It may have been made or taken back.
            for each in (placed, rest if len(rest) < len(placed) else (*placed, _as_wide(made)))
        )
        earlier = {row.target: row.result.text for row in before.questions}
        found = [
            found_question(row, tells_answer=False, earlier=[earlier.get(row.target, "")])
            for row in now.questions
        ]
        places = database.read(lambda c: places_in(c, other.article, ident))
        speakers = _speakers(other, now, before)

        def write(connection: Connection) -> bool:
            is_reworded = reword(connection, ident, found, places)
            respoken = [_respeak(connection, *each) for each in speakers]
            return is_reworded or any(respoken)

        return database.submit(write).result()


def _read(connection: Connection, ident: str) -> _Other | None:
    record = document(connection, ident)
    article = stored_article(connection, ident, Source(SourceKind.KEPT, ident).identity)
    if record is None or article is None:
        return None
    # The day in force counts for what was found.
    dated = replace(article, published=record.published)
    return _Other(dated, corrections_of(connection, ident), highlights_of(connection, ident))


def _has_both(analysis: Analysis, made: Correction) -> bool:
    """Whether both names of a merge were found in an article: else it changes nothing there."""
    into = named_by(made.value)
    found = {(folded(each.name), each.type.value) for each in analysis.entities}
    return into is not None and {(made.name, made.type), (folded(into[1]), into[0].value)} <= found


def _placed(other: _Other, ident: str) -> tuple[PlacedCorrection, ...]:
    placement = Placement(other.article, {})
    placed = []
    for each in sorted(other.corrections, key=lambda made: (made.created, made.id)):
        is_here = each.document_id == ident
        found = placement.of(each.anchor) if is_here else None
        span = Span(found.start, found.end) if isinstance(found, Located) else None
        placed.append(PlacedCorrection(each, span, is_here))
    return tuple(placed)


def _as_wide(made: Correction) -> PlacedCorrection:
    return PlacedCorrection(made, None, is_here=False)


def _speakers(
    other: _Other, now: CorrectedResults, before: CorrectedResults
) -> Iterable[tuple[str, str, str]]:
    """Highlights whose speaker is called otherwise now: id, the old name, the new one."""
    placement, text = Placement(other.article, {}), other.article.text
    was, is_now = (each.listed(with_hidden=False).quotes for each in (before, now))
    for mark in other.highlights:
        spans = places_of(placement, mark) if mark.speaker else ()
        old, new = (speaker_of(quotes, text, spans) for quotes in (was, is_now))
        if spans and new and mark.speaker and old == mark.speaker != new:
            yield mark.id, mark.speaker, new


def _respeak(connection: Connection, ident: str, old: str, new: str) -> bool:
    """Give a highlight the new name of its speaker, unless it has another one by now."""
    current = highlight(connection, ident)
    if current is None or current.speaker != old:
        return False
    write_highlight(connection, replace(current, speaker=new))
    return True
