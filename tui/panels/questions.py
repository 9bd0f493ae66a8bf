"""What the text leaves open, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from tui.analysis.results import Question
from tui.corrections.in_words import (
    KINDS,
    NOTHING_SURE,
    asked,
    below_clause,
    less_sure,
)
from tui.documents.article import Span
from tui.panels.corrected_rows import (
    certainty_of,
    correction_reasons,
    lost_rows,
    with_answers,
)
from tui.panels.panel import Contents, Order, Panel, Reasons, SpeakerAt, place_in_text
from tui.panels.reason_rows import Line, line_rows
from tui.panels.row_keys import PanelRow, RowKey, RowKind, result_key
from tui.panels.row_text import one_line, paragraph_run, passage
from tui.store.correction_rows import Subject
from tui.widgets.row_list import ListRow, RowLine

if TYPE_CHECKING:
    from tui.exchange.passage import Passage
    from tui.panels.panel import AnyCorrected

SALIENCE = {3: "the main event", 2: "a second thread", 1: "a side issue"}
"""What a question is about, by its salience."""
CUE_GAP = 24
"""Code points between two cue words that are still underlined as one phrase ("struggling to
discern the real intentions")."""
LESS_SURE = "less sure"
"""The group of the questions that are wrong too often; folded until the reader opens it."""


def _kind(row: PanelRow, contents: Contents) -> str:
    key, listed = row.key, contents.listed
    is_result = key.kind is RowKind.RESULT and listed is not None
    return listed.questions[key.number].kind.value if is_result and listed else ""


class QuestionsPanel(Panel):
    """What the text leaves open: the sure rows, then the others in a fold."""

    id = "questions"
    number = 3
    title = "Open questions"
    shortest = "open"
    empty = "Nothing is left open."
    lines_per_row = 2
    orders = (Order("importance"), Order("place in the text", place_in_text), Order("kind", _kind))
    folded = frozenset({LESS_SURE})
    hides_folded = True
    thing = "unresolved question"
    subject = Subject.QUESTION
    works = frozenset({"row.hide", "row.edit"})

    def rows(self, contents: Contents) -> tuple[PanelRow, ...]:
        """The sure ones best first, then the others in their fold: question, evidence, place."""
        if contents.listed is None or contents.results is None:
            return ()
        questions = enumerate(contents.listed.questions)
        rows = [_row(self.id, number, question, contents) for number, question in questions]
        answered = with_answers(rows, contents.results.questions)
        lost = lost_rows(self.subject, self.lines_per_row, contents)
        less = tuple(row for row in answered if row.group)
        sure = (*(row for row in answered if not row.group), *lost)
        return (*(sure or _nothing_sure(less)), *less)

    def fold_words(self, group: str, count: int) -> str:
        """How many are less sure."""
        return less_sure(count)

    def counts(self, contents: Contents) -> str:
        """Sure questions, how many are less sure, and how many are hidden."""
        if contents.shown is None or contents.results is None:
            return ""
        questions = contents.shown.questions
        sure = sum(question.is_sure for question in questions)
        hidden = len(contents.results.questions) - len(questions)
        more = ((len(questions) - sure, LESS_SURE), (hidden, "hidden"))
        return " · ".join([f"{sure}", *(f"{count} {name}" for count, name in more if count)])

    def layers(self, contents: Contents) -> Mapping[str, Iterable[Span]]:
        """Where questions stand, and the words that give them away; of a folded one neither."""
        shown = self._in_text(contents)
        text = contents.article.text
        return {
            "question": [question.evidence for question in shown],
            "cue": [span for question in shown for span in cue_phrases(question, text)],
        }

    def layers_at(
        self, offset: int, keys: Set[RowKey], contents: Contents
    ) -> Mapping[str, Iterable[Span]]:
        """The clauses that the cursor is on."""
        rows = contents.shown.questions if contents.shown else ()
        here = [rows[key.number] for key in keys if key.ident == self.id and key.number < len(rows)]
        shown = [question for question in here if self._is_in_text(question, contents)]
        places = [place for each in shown for place in (each.evidence, *each.other_places)]
        return {"clause": [place for place in places if place.contains(offset)]}

    def places(self, contents: Contents) -> Iterator[tuple[Span, RowKey]]:
        """The evidence, wherever it stands."""
        for number, question in enumerate(contents.shown.questions if contents.shown else ()):
            for span in (question.evidence, *question.other_places):
                yield span, result_key(self.id, number)

    def steps(self, contents: Contents) -> Sequence[Span]:
        """The evidence of every question that is not folded away."""
        return [question.evidence for question in self._in_text(contents)]

    def _in_text(self, contents: Contents) -> list[Question]:
        """The questions that the text and its map show."""
        questions = contents.shown.questions if contents.shown else ()
        return [each for each in questions if self._is_in_text(each, contents)]

    def _is_in_text(self, question: Question, contents: Contents) -> bool:
        return question.is_sure or LESS_SURE not in contents.folded

    def on_ribbon(self, contents: Contents) -> Iterable[tuple[Span, str, str]]:
        """A mark for each question, the best first."""
        return [(span, "question", "") for span in self.steps(contents)]

    def results(self, contents: Contents) -> Sequence[AnyCorrected]:
        """The questions, the hidden ones at the end."""
        return contents.results.questions if contents.results else ()

    def reasons(self, key: RowKey, contents: Contents) -> Reasons | None:
        """The frame, the words that gave it away, and every place that leaves it open."""
        corrected = self.result(key, contents)
        if corrected is None or contents.listed is None:
            return None
        question = contents.listed.questions[key.number]
        rows = _reason_rows(question, certainty_of(corrected), contents)
        return Reasons("an open question", (*correction_reasons(corrected), *rows))

    def passage(
        self, key: RowKey, contents: Contents, speaker_at: SpeakerAt
    ) -> tuple[str, Passage] | None:
        """The evidence, with the question that it leaves open."""
        from tui.exchange.citation import passage_of

        if key.kind is not RowKind.RESULT or contents.listed is None:
            return None
        question = contents.listed.questions[key.number]
        # A clause that stands for its question is in these words already.
        about = question.text if question.is_worded else ""
        evidence = question.evidence
        passage = passage_of(contents.article, [evidence], speaker_at(evidence), about)
        return "question", passage


def cue_phrases(question: Question, text: str) -> list[Span]:
    """What is underlined of a question: its cue words, those that stand together as one phrase.

    A question that the text asks outright, and one of the reader's own, has no word that gives
    it away: it is underlined whole.
    """
    found: list[Span] = []
    for cue in sorted(question.cues):
        if found and cue.start - found[-1].end <= CUE_GAP:
            found[-1] = Span(found[-1].start, max(found[-1].end, cue.end))
        else:
            found.append(cue)
    is_told = any(any(map(str.isalnum, text[slice(*span)])) for span in found)
    return found if is_told else [question.evidence]


def _nothing_sure(less: Sequence[PanelRow]) -> tuple[PanelRow, ...]:
    """The sentence above a fold with nothing before it."""
    if not less:
        return ()
    lines = (RowLine(((f" {NOTHING_SURE}", "state"),)), RowLine(()))
    return (PanelRow(lines, RowKey(RowKind.REMARK)),)


def _row(panel_id: str, number: int, question: Question, contents: Contents) -> PanelRow:
    evidence, text = question.evidence, contents.article.readable
    first = RowLine((("? ", "question"), (one_line(asked(question.text)), "")), ((" ", ""),))
    where = (paragraph_run(contents.paragraph_of(evidence.start)),)
    # A clause that stands for its question says its evidence already.
    clause = below_clause(text, question)
    below = clause or _from_its_cue_on(question, text)
    all_of_it = clause or f"“{passage(text, evidence)}”"
    return PanelRow(
        (first, RowLine((("  ", ""), (below, "muted")), where)),
        result_key(panel_id, number),
        evidence,
        "" if question.is_sure else LESS_SURE,
        flows=True,
        whole=(first, RowLine((("  ", ""), (all_of_it, "muted")), where)),
    )


def _from_its_cue_on(question: Question, text: str) -> str:
    """The evidence, cut before the words that gave it away."""
    evidence = question.evidence
    start = min((cue.start for cue in question.cues), default=evidence.start)
    if not evidence.contains(start):
        start = evidence.start
    opening = "“…" if start > evidence.start else "“"
    return f"{opening}{passage(text, Span(start, evidence.end))}”"


def _cues(question: Question, text: str) -> str:
    return ", ".join(f"“{passage(text, span)}”" for span in question.cues)


def _reason_rows(question: Question, certainty: str, contents: Contents) -> list[ListRow]:
    text = contents.article.readable
    holder = "the text" if question.holder == "text" else question.holder
    lines: list[Line] = [
        ("question", asked(question.text), None),
        ("kind", f"{question.kind.value}: {KINDS[question.kind]}", None),
        ("reason", question.rule or "its cue", None),
        ("cue words", _cues(question, text), None),
    ]
    lines += [("" if n else "signs", sign, None) for n, sign in enumerate(question.signs)]
    lines += [("certainty", certainty, None)] if certainty else []
    lines += [
        ("left open by", holder, None),
        ("about", ", ".join(question.about) or "nobody named", None),
        ("importance", SALIENCE[question.salience], None),
        ("evidence", passage(text, question.evidence), question.evidence),
    ]
    lines += [("also", passage(text, span), span) for span in question.other_places]
    return line_rows(lines, contents)
