"""Why a row is in a panel: the rule that found it and the words that gave it away, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from tui.analysis.results import Entity, Mention, Question, QuestionKind, Quote
from tui.documents.article import Span
from tui.panels.panel_rows import (
    ParagraphOf,
    one_line,
    paragraph_run,
    passage,
    speaker_of,
    spoken_date,
)
from tui.widgets.row_list import ListRow, RowLine

Line = tuple[str, str, Span | None]
"""What it is about, the words, and where in the text they lead."""

LABEL = 12
"""Cells of the column that says what a line is about."""
WIDTH = 62
"""Cells after which the words go on in the next line."""
KINDS = {
    QuestionKind.ASKED: "asked in the text and not answered",
    QuestionKind.UNDISCLOSED: "somebody knows and does not say",
    QuestionKind.UNKNOWN: "nobody in the text knows",
    QuestionKind.INTENTION: "what somebody means to do is unclear",
    QuestionKind.DISPUTED: "one says so, another denies it",
    QuestionKind.UNDECIDED: "a decision is still to come",
    QuestionKind.CONDITION: "demanded, and not yet done",
    QuestionKind.OUTCOME: "feared, expected or possible",
}
"""What each kind of question means."""
SALIENCE = {3: "the main event", 2: "a second thread", 1: "a side issue"}
"""What a question is about, by its salience."""


def entity_reasons(entity: Entity, text: str, paragraph_of: ParagraphOf) -> tuple[ListRow, ...]:
    """What it is, then every place with the rule that made it one with the others."""
    lines: list[Line] = [("kind", entity.type.value.lower(), None)]
    if entity.role:
        lines.append(("role", one_line(entity.role), None))
    if entity.resolved:
        lines.append(("day", spoken_date(entity.resolved), None))
    if entity.stands_for:
        lines.append(("stands for", entity.stands_for, None))
    rows = _rows(lines, paragraph_of)
    places = [*_places("named", entity.mentions), *_places("meant", entity.references)]
    for number, (label, mention) in enumerate(places):
        line = RowLine(
            (
                (f" {label:<{LABEL}}", "muted"),
                (f"“{passage(text, mention.span)}”", ""),
                (f"  {mention.rule}", "muted"),
            ),
            (paragraph_run(paragraph_of(mention.span.start)),),
        )
        rows.append(ListRow((line,), f"place {number}", mention.span))
    return tuple(rows)


def quote_reasons(quote: Quote, text: str, paragraph_of: ParagraphOf) -> tuple[ListRow, ...]:
    """The construction, the words that attribute it, and who is meant by them."""
    lines: list[Line] = [
        ("kind", f"{quote.kind.value} quote", None),
        ("found by", quote.rule or "its cue", None),
    ]
    lines += [("cue", f"“{passage(text, span)}”", span) for span in quote.cue]
    lines += [("source", f"“{passage(text, span)}”", span) for span in quote.speaker]
    who = speaker_of(quote, text) + (" (not named in the text)" if quote.anonymous else "")
    lines.append(("who", who, None))
    lines += [("words", passage(text, span), span) for span in quote.content]
    return tuple(_rows(lines, paragraph_of))


def question_reasons(
    question: Question, text: str, paragraph_of: ParagraphOf
) -> tuple[ListRow, ...]:
    """The frame, the words that gave it away, and every place that leaves it open."""
    cues = ", ".join(f"“{passage(text, span)}”" for span in question.cues)
    holder = "the text" if question.holder == "text" else question.holder
    lines: list[Line] = [
        ("question", question.text, None),
        ("kind", f"{question.kind.value}: {KINDS[question.kind]}", None),
        ("found by", question.rule or "its cue", None),
        ("cue words", cues, None),
        ("open for", holder, None),
        ("about", ", ".join(question.about) or "nobody named", None),
        ("weight", SALIENCE[question.salience], None),
        ("evidence", passage(text, question.evidence), question.evidence),
    ]
    lines += [("also", passage(text, span), span) for span in question.other_places]
    return tuple(_rows(lines, paragraph_of))


def _places(label: str, mentions: Iterable[Mention]) -> Iterator[tuple[str, Mention]]:
    for number, mention in enumerate(mentions):
        yield (label if number == 0 else "", mention)


def _rows(
    lines: Iterable[tuple[str, str, Span | None]], paragraph_of: ParagraphOf
) -> list[ListRow]:
    rows = []
    for number, (label, words, span) in enumerate(lines):
        for part, piece in enumerate(wrap(words, WIDTH) or [""]):
            left = ((f" {label if part == 0 else '':<{LABEL}}", "muted"), (piece, ""))
            right = (paragraph_run(paragraph_of(span.start)),) if span and part == 0 else ()
            rows.append(ListRow((RowLine(left, right),), f"{label} {number} {part}", span))
    return rows
