"""What the text leaves open, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.analysis.results import Question, QuestionKind
from tui.documents.article import Span
from tui.panels.corrected_rows import correction_reasons, lost_rows, with_answers
from tui.panels.panel import Contents, Order, Panel, Reasons, SpeakerAt, place_in_text
from tui.panels.reason_rows import Line, line_rows
from tui.panels.row_keys import PanelRow, RowKey, RowKind, result_key
from tui.panels.row_text import one_line, paragraph_run, passage
from tui.store.correction_rows import Subject
from tui.widgets.row_list import ListRow, RowLine

if TYPE_CHECKING:
    from tui.exchange.citation import Passage
    from tui.panels.panel import AnyCorrected

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


def _kind(row: PanelRow, contents: Contents) -> str:
    key, listed = row.key, contents.listed
    is_result = key.kind is RowKind.RESULT and listed is not None
    return listed.questions[key.number].kind.value if is_result and listed else ""


class QuestionsPanel(Panel):
    """The open questions."""

    id = "questions"
    number = 3
    title = "Open questions"
    shortest = "open"
    empty = "Nothing is left open."
    lines_per_row = 2
    orders = (Order("weight"), Order("place in the text", place_in_text), Order("kind", _kind))
    thing = "unresolved question"
    subject = Subject.QUESTION
    works = frozenset({"row.hide", "row.edit"})

    def rows(self, contents: Contents) -> tuple[PanelRow, ...]:
        """Questions best first: the question, then the words that leave it open and where."""
        if contents.listed is None or contents.results is None:
            return ()
        questions = enumerate(contents.listed.questions)
        rows = [_row(self.id, number, question, contents) for number, question in questions]
        answered = with_answers(rows, contents.results.questions)
        return (*answered, *lost_rows(self.subject, self.lines_per_row, contents))

    def counts(self, contents: Contents) -> str:
        """Questions, and how many are hidden."""
        if contents.shown is None or contents.results is None:
            return ""
        count = len(contents.shown.questions)
        hidden = len(contents.results.questions) - count
        return f"{count}" + (f" · {hidden} hidden" if hidden else "")

    def layers(self, contents: Contents) -> Mapping[str, Iterable[Span]]:
        """The clauses that leave something open."""
        questions = contents.shown.questions if contents.shown else ()
        return {"question": [question.evidence for question in questions]}

    def places(self, contents: Contents) -> Iterator[tuple[Span, RowKey]]:
        """The evidence, wherever it stands."""
        for number, question in enumerate(contents.shown.questions if contents.shown else ()):
            for span in (question.evidence, *question.other_places):
                yield span, result_key(self.id, number)

    def steps(self, contents: Contents) -> Sequence[Span]:
        """The evidence of every question."""
        questions = contents.shown.questions if contents.shown else ()
        return [question.evidence for question in questions]

    def on_ribbon(self, contents: Contents) -> Iterable[tuple[Span, str, str]]:
        """A mark for each question."""
        return [(span, "question", "") for span in self.steps(contents)]

    def results(self, contents: Contents) -> Sequence[AnyCorrected]:
        """The questions, the hidden ones at the end."""
        return contents.results.questions if contents.results else ()

    def reasons(self, key: RowKey, contents: Contents) -> Reasons | None:
        """The frame, the words that gave it away, and every place that leaves it open."""
        corrected = self.result(key, contents)
        if corrected is None or contents.listed is None:
            return None
        rows = _reason_rows(contents.listed.questions[key.number], contents)
        return Reasons("an open question", (*correction_reasons(corrected), *rows))

    def passage(
        self, key: RowKey, contents: Contents, speaker_at: SpeakerAt
    ) -> tuple[str, Passage] | None:
        """The evidence, with the question that it leaves open."""
        from tui.exchange.citation import Passage, words_of

        if key.kind is not RowKind.RESULT or contents.listed is None:
            return None
        question = contents.listed.questions[key.number]
        words = words_of(contents.article, [question.evidence])
        return "question", Passage(words, speaker_at(question.evidence), question.text)


def _row(panel_id: str, number: int, question: Question, contents: Contents) -> PanelRow:
    evidence = question.evidence
    start = min((cue.start for cue in question.cues), default=evidence.start)
    if not evidence.contains(start):
        start = evidence.start
    words = passage(contents.article.text, Span(start, evidence.end))
    opening = "“…" if start > evidence.start else "“"
    return PanelRow(
        (
            RowLine((("? ", "question"), (one_line(question.text), "")), ((" ", ""),)),
            RowLine(
                (("  ", ""), (f"{opening}{words}”", "muted")),
                (paragraph_run(contents.paragraph_of(evidence.start)),),
            ),
        ),
        result_key(panel_id, number),
        evidence,
        flows=True,
    )


def _reason_rows(question: Question, contents: Contents) -> list[ListRow]:
    text = contents.article.text
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
    return line_rows(lines, contents)
