"""The rows of the ledger of questions, and answered questions in the panel of an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from tui.corrections.in_words import (
    NOTHING_SURE,
    asked,
    certainty_in_words,
    kind_in_words,
)
from tui.dialogs.shelf_rows import HEADING
from tui.documents.article import Span
from tui.documents.source import Source
from tui.documents.words_around import words_before, words_behind
from tui.ledger import Order, is_told_by_clause
from tui.panels.arrangement import fold_lines
from tui.panels.corrected_rows import ANSWERED_SIGN, decided_row
from tui.panels.questions import SALIENCE
from tui.panels.row_keys import PanelRow, RowKey
from tui.panels.row_text import one_line, spoken_date
from tui.store.ledger_questions import LedgerQuestion, QuestionState, Resolution
from tui.store.question_records import LedgerCounts, QuestionRecord
from tui.widgets.glyphs import drawn
from tui.widgets.matched import marked_runs
from tui.widgets.row_list import ListRow, RowLine, Run

if TYPE_CHECKING:
    from tui.search.ledger_search import LedgerHit
    from tui.store.anchors import Anchor
    from tui.store.documents import DocumentRecord

_BY_ARTICLE = (Order.ARTICLE, Order.AGE)
"""The orders in which the questions of an article stand together."""
_SIGNS: dict[QuestionState, Run] = {
    QuestionState.OPEN: ("? ", "question"),
    QuestionState.ANSWERED: ANSWERED_SIGN,
    QuestionState.DROPPED: ("– ", "muted"),
}


def ledger_rows(
    hits: Sequence[LedgerHit], order: Order = Order.ARTICLE, *, of_one: bool
) -> tuple[ListRow, ...]:
    """Questions under what they are sorted by: the title and date of their article, their kind.

    Args:
        hits: Questions in an order.
        order: The order.
        of_one: Whether they are all of one article, which then is not named.
    """
    rows: list[ListRow] = []
    above = ""
    for hit in hits:
        heading = _heading(hit, order, of_one=of_one)
        if heading is not None and heading.key != above:
            rows.append(heading)
            above = heading.key
        names_article = not of_one and order not in _BY_ARTICLE
        rows.append(_question_row(hit, names_article=names_article))
    return tuple(rows)


def folded_rows(
    key: str, words: str, below: Sequence[ListRow], *, is_alone: bool
) -> tuple[ListRow, ...]:
    """Questions that are folded into one row, or stand below it.

    Args:
        key: The key of that row.
        words: What it says.
        below: The rows of those that are unfolded; empty while they are folded.
        is_alone: Whether nothing stands above them.
    """
    lines = fold_lines(words, 2, is_folded=not below)
    above = ListRow((RowLine(((f" {NOTHING_SURE}", "muted"),)), RowLine(())), HEADING)
    # What they are sorted by may have been named above already.
    named = (
        row._replace(key=f"{row.key} {key}") if row.key.startswith(HEADING) else row
        for row in below
    )
    return (*[above] * is_alone, ListRow(lines, key), *named)


def _heading(hit: LedgerHit, order: Order, *, of_one: bool) -> ListRow | None:
    """What a question stands under; `None` for nothing."""
    question, document = hit.record.question, hit.record.document
    facts: list[str] = []
    if order in _BY_ARTICLE and not of_one:
        name, key = document.title, document.id
        facts += [spoken_date(document.published.isoformat())] if document.published else []
        facts += [document.place] if document.place else []
    elif order is Order.IMPORTANCE:
        name = key = SALIENCE[question.salience]
    elif order is Order.TOPIC:
        name = question.about[0] if question.about else "about nothing that has a name"
        key = name.casefold()
    elif order is Order.KIND:
        name = key = kind_in_words(question.kind)
    else:
        return None
    right = ((f" {drawn(' · ').join(facts)} ", "muted"),)
    title = RowLine(((one_line(name), "speaker"),), right)
    return ListRow((RowLine((("", ""),)), title), HEADING + key)


def _question_row(hit: LedgerHit, *, names_article: bool) -> ListRow:
    question, articles = hit.record.question, 1 + len(hit.also)
    is_open = question.state is QuestionState.OPEN
    style = "" if is_open and question.is_found and question.is_sure else "muted"
    words = marked_runs(_wording(question), _moved(hit.marks, question), style)
    # A wording without matches is one run, which goes on in the second line if need be.
    first = RowLine((_sign(question.state), *words), ((" ", ""),))
    fact = f"{articles} articles{drawn(' · ')}" * (articles > 1) + _fact(question)
    below = _below(question)
    if names_article and not question.resolution.answer:
        # Its evidence stands beside the list.
        below = (one_line(hit.record.document.title), "muted")
    second = RowLine((("  ", ""), below), ((f" {fact} ", "muted"),))
    flows = len(words) == 1 and not names_article
    return ListRow((first, second), question.id, flows=flows)


def _wording(question: LedgerQuestion) -> str:
    """The question as it is shown."""
    return asked(question.wording, is_open=question.state is QuestionState.OPEN)


def _moved(marks: tuple[Span, ...], question: LedgerQuestion) -> tuple[Span, ...]:
    """The matched letters of the wording, as code points of what is shown."""
    by = len(_wording(question)) - len(question.wording)
    return tuple(Span(mark.start + by, mark.end + by) for mark in marks)


def _sign(state: QuestionState) -> Run:
    sign, style = _SIGNS[state]
    return (drawn(sign), style)


def _answer(question: LedgerQuestion) -> Run:
    return (f"{drawn('›')} {one_line(question.resolution.answer)}", "note")


def _below(question: LedgerQuestion) -> Run:
    if question.resolution.answer:
        return _answer(question)
    if is_told_by_clause(question):
        return (kind_in_words(question.kind), "muted")
    return (f"{drawn('“')}{one_line(question.anchor.exact)}{drawn('”')}", "muted")


def _fact(question: LedgerQuestion) -> str:
    if question.state is not QuestionState.OPEN:
        return f"{question.state}{drawn(' · ')}{question.kind}"
    return question.kind if question.is_found else f"no longer found{drawn(' · ')}{question.kind}"


def count_runs(counts: LedgerCounts) -> tuple[Run, ...]:
    """What the line above the list says: "12 open, 3 answered"."""
    named = [
        (counts.open, "open"),
        (counts.answered, "answered"),
        (counts.dropped, "dropped"),
        (counts.lost, "no longer found"),
        (counts.less_sure, "less sure"),
    ]
    said = [f"{count:,} {name}" for count, name in named if count]
    return ((f" {', '.join(said) or 'no questions yet'} ", "muted"),)


def question_preview(
    question: LedgerQuestion,
    document: DocumentRecord,
    link_key: str,
    also: Sequence[DocumentRecord] = (),
) -> Content:
    """A question in full: where it comes from, its evidence in context, its answer.

    Args:
        question: The question.
        document: Its document.
        link_key: The key that goes where the answer stands.
        also: Copies of the document that have the same question.
    """
    dim = "$text-dim-raised"
    anchor = question.anchor
    facts = [document.title]
    facts += [spoken_date(document.published.isoformat())] if document.published else []
    reasons = [question.kind, "" if question.holder == "text" else question.holder]
    reasons += [f"about {', '.join(question.about)}"] if question.about else []
    reasons.append(certainty_in_words(question.certainty))
    parts = [
        Content(_wording(question) + "\n").stylize("$text-bright bold"),
        # What the reader wrote comes before the evidence: in a low window the end is cut.
        *_answered(question.resolution, link_key),
        *_named_copies((document, *also)),
        Content("\n" + drawn(" · ").join(filter(None, reasons)) + "\n"),
        Content(drawn(" · ").join(filter(None, facts)) + "\n\n").stylize(dim),
        Content(_line_before(anchor)).stylize(dim),
        Content(one_line(anchor.exact)).stylize("$text-bright underline"),
        Content(_line_behind(anchor)).stylize(dim),
    ]
    return Content.assemble(*parts)


def _answered(resolution: Resolution, link_key: str) -> Iterable[Content]:
    """What the reader answered, and where it says so."""
    if resolution.answer:
        yield Content("answer: ").stylize("$amber")
        yield Content(f"{resolution.answer}\n")
    if resolution.link:
        link = "a highlight" if resolution.is_in_highlight else resolution.link
        yield Content("answered in: ").stylize("$amber")
        yield Content(f"{link}; {link_key} goes there\n")


def _named_copies(documents: Sequence[DocumentRecord]) -> Iterable[Content]:
    """Where the copies are that have a question; nothing where there is only one article."""
    named = ", ".join(Source.parse(each.address).shown for each in documents)
    if len(documents) > 1:
        yield Content("in copies: ").stylize("$amber")
        yield Content(f"{named}\n")


def _line_before(anchor: Anchor) -> str:
    """What stands before a passage in its line."""
    _, is_whole, line = anchor.prefix.rpartition("\n")
    is_cut = not is_whole and anchor.start > len(anchor.prefix)
    return words_before(line.lstrip(), is_cut=is_cut)


def _line_behind(anchor: Anchor) -> str:
    """What stands behind a passage in its line."""
    line, is_whole, _ = anchor.suffix.partition("\n")
    return words_behind(line, is_cut=not is_whole and not line.endswith((".", "!", "?")))


def question_text(record: QuestionRecord) -> str:
    """A question as a text for elsewhere, a line each: wording, evidence, answer, source."""
    question, document = record.question, record.document
    lines = [_wording(question)]
    lines += [] if is_told_by_clause(question) else [f"“{one_line(question.anchor.exact)}”"]
    lines += [part for part in (question.resolution.answer, question.resolution.link) if part]
    facts = (document.title, f"{document.published or ''}", document.source)
    return "\n".join([*lines, "(" + ", ".join(filter(None, facts)) + ")"])


def decided_rows(
    rows: Iterable[PanelRow], decided: Mapping[RowKey, LedgerQuestion]
) -> tuple[PanelRow, ...]:
    """The rows of a panel of questions, as the ledger has them: settled ones marked and dim.

    Args:
        rows: The rows as the desk gives them.
        decided: The questions the reader has decided about, by the key of their row.
    """
    return tuple(_decided_row(row, decided[row.key]) if row.key in decided else row for row in rows)


def _decided_row(row: PanelRow, question: LedgerQuestion) -> PanelRow:
    is_open = question.state is QuestionState.OPEN
    sign, answer = _sign(question.state), question.resolution.answer
    return decided_row(row, sign, answer, is_open=is_open)
