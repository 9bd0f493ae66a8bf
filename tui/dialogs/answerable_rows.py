"""The rows of the open questions that a passage may answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from tui.corrections.in_words import asked
from tui.dialogs.ledger_rows import question_preview
from tui.dialogs.shelf_rows import HEADING, OTHERS
from tui.documents.article import Span
from tui.documents.folding import fold_words
from tui.panels.arrangement import fold_lines
from tui.panels.corrected_rows import ANSWERED_SIGN
from tui.panels.row_text import one_line
from tui.store.clock import local_day
from tui.store.ledger_questions import QuestionState
from tui.widgets.glyphs import drawn
from tui.widgets.matched import marked_runs
from tui.widgets.row_list import ListRow, RowLine, Run

if TYPE_CHECKING:
    from tui.documents.passage_parts import Parts
    from tui.store.question_records import QuestionRecord

_HERE = "These words may answer"
_NOTHING_NEAR = "No open question is near these words."
_NOTHING_MORE = "No other open question is near these words."
_ELSEWHERE = "Other sentences of this article may answer"
_DAYS_OF = ((730, 365.25, "years"), (60, 30.44, "months"), (14, 7, "weeks"), (2, 1, "days"))
"""From how many days on an age is told in what, and how many days that has."""


class Listed(NamedTuple):
    """A question in the list, with the words that would answer it."""

    record: QuestionRecord
    """The question and its article."""
    parts: Parts
    """Where these words stand."""
    words: str
    """The words."""
    shared: frozenset[str] = frozenset()
    """The folded words of the question that are among them."""
    is_elsewhere: bool = False
    """Whether they are not the passage that the list was opened for."""


class Near(NamedTuple):
    """What an article may answer."""

    here: Sequence[Listed]
    """By the passage, the nearest first."""
    elsewhere: Sequence[Listed]
    """By other sentences of it."""


def age(listed: Listed, today: date) -> str:
    """How old a question is: since its article was published, else first analysed."""
    published = listed.record.document.published
    day = published or date.fromisoformat(local_day(listed.record.question.created))
    days = (today - day).days
    for least, length, unit in _DAYS_OF:
        if days >= least:
            return f"{days / length:.0f} {unit}"
    return "1 day" if days == 1 else "today"


def answerable_row(listed: Listed, today: date) -> ListRow:
    """A question with the words that it shares marked; where it is asked, and how old it is."""
    question, document = listed.record.question, listed.record.document
    is_open = question.state is QuestionState.OPEN
    wording = asked(question.wording, is_open=is_open)
    style = "" if is_open else "muted"
    words = marked_runs(wording, _shared_in(wording, listed.shared), style)
    sign, ink = ("? ", "question") if is_open else ANSWERED_SIGN
    below: Run = (one_line(document.title), "muted")
    if listed.is_elsewhere:
        below = (f"{drawn('“')}{one_line(listed.words)}{drawn('”')}", "quote")
    if question.resolution.answer:
        below = (f"{drawn('›')} {one_line(question.resolution.answer)}", "note")
    first = RowLine(((drawn(sign), ink), *words), ((" ", ""),))
    second = RowLine((("  ", ""), below), ((f" {age(listed, today)} ", "muted"),))
    return ListRow((first, second), question.id)


def near_rows(near: Near, today: date, *, has_answered: bool) -> tuple[ListRow, ...]:
    """The questions that may be answered, under what may answer them.

    Args:
        near: The questions.
        today: The day their age is told on.
        has_answered: Whether rows of questions that were just answered stand above them.
    """
    here = [answerable_row(each, today) for each in near.here]
    nothing = _NOTHING_MORE if has_answered else _NOTHING_NEAR
    rows = [_heading(_HERE, "speaker") if here else _heading(nothing, "muted"), *here]
    if near.elsewhere:
        rows.append(_heading(_ELSEWHERE, "speaker"))
        rows += [answerable_row(each, today) for each in near.elsewhere]
    return tuple(rows)


def _heading(said: str, style: str) -> ListRow:
    return ListRow((RowLine((("", ""),)), RowLine(((said, style),))), HEADING + said)


def others_row(count: int, *, is_folded: bool) -> ListRow:
    """The row of all other open questions."""
    said = "1 other open question" if count == 1 else f"{count:,} other open questions"
    return ListRow(fold_lines(said, 2, is_folded=is_folded), OTHERS)


def answerable_preview(listed: Listed) -> Content:
    """A question in full, below the words that may answer it."""
    record = listed.record
    # What it would say of the link stands above it: the words themselves.
    resolution = record.question.resolution._replace(link="")
    question = replace(record.question, resolution=resolution)
    return Content.assemble(
        Content(f"“{one_line(listed.words)}”\n\n").stylize("$quote italic"),
        question_preview(question, record.document, ""),
    )


def _shared_in(text: str, shared: frozenset[str]) -> tuple[Span, ...]:
    """Where words stand in a text; a genitive counts as its name."""
    found = (w for w in fold_words(text) if w.text in shared or w.text.removesuffix("s") in shared)
    return tuple(Span(word.start, word.end) for word in found)
