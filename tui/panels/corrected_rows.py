"""What corrections change about the rows of the panels, and the rows they make themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from tui.analysis.results import Entity, Question, Quote
from tui.corrections.in_words import OPEN, certainty_in_words
from tui.corrections.name_values import key_given
from tui.panels.row_keys import PanelRow, RowKey, RowKind, result_key
from tui.panels.row_text import lines_of, one_line
from tui.store.clock import local_day
from tui.store.correction_rows import PLACES, Correction, CorrectionKind, Subject
from tui.widgets.glyphs import drawn
from tui.widgets.row_list import ListRow, Row, RowLine, Run

if TYPE_CHECKING:
    from tui.corrections.corrected import Corrected, PlacedCorrection
    from tui.panels.panel import AnyCorrected, Contents

Key = TypeVar("Key")

ANSWERED_SIGN: Run = ("✓ ", "place")
"""What an answered question begins with."""
_ANSWER_STYLE = "note"
_DID = {
    CorrectionKind.HIDE: "hidden",
    CorrectionKind.RENAME: "renamed",
    CorrectionKind.RETYPE: "given another type",
    CorrectionKind.MERGE: "merged",
    CorrectionKind.SPEAKER: "given a speaker",
    CorrectionKind.WORDING: "reworded",
    CorrectionKind.ANSWER: "answered",
    CorrectionKind.QUESTION: "asked by you",
    CorrectionKind.QUOTE: "added by you",
    CorrectionKind.NAME: "added by you",
    CorrectionKind.MENTION: "added by you",
    CorrectionKind.OFF: "taken off",
}
_OWN_WORDS = (CorrectionKind.QUESTION, CorrectionKind.ANSWER, CorrectionKind.WORDING)
"""What the reader wrote: listed even when its place is lost."""


def with_answers(
    rows: Iterable[PanelRow], questions: Sequence[Corrected[Question]]
) -> tuple[PanelRow, ...]:
    """The rows of questions, answered ones marked and dim, one's own with "yours".

    Args:
        rows: The rows, in the order of the questions; hidden ones at the end may be missing.
        questions: The questions.
    """
    pairs = zip(rows, questions, strict=False)
    return tuple(_with_answer(row, question) for row, question in pairs)


def _with_answer(row: PanelRow, question: Corrected[Question]) -> PanelRow:
    if question.own:
        first, second = row.lines
        # On the right nothing is cut, and a long question leaves the left to its own words.
        second, whole = (
            line._replace(right=((" yours", "own"), *line.right))
            for line in (second, row.whole[-1])
        )
        row = row._replace(lines=(first, second), whole=(*row.whole[:-1], whole))
    if question.answer:
        return decided_row(row, (drawn(ANSWERED_SIGN[0]), ANSWERED_SIGN[1]), question.answer)
    return row


def decided_row(row: Row[Key], sign: Run, answer: str, *, is_open: bool = False) -> Row[Key]:
    """The row of a question with what became of it, in place of what it says of that now.

    Args:
        row: The row.
        sign: What its question begins with.
        answer: The answer, which comes before the evidence; empty for none.
        is_open: Whether it counts as open all the same.
    """
    first, second = row.lines
    words = first.left[1:]
    if not is_open:
        words = tuple((text.removeprefix(OPEN), "muted") for text, _ in words)
    indent, *rest = second.left
    evidence = [run for run in rest if run[1] != _ANSWER_STYLE]
    said = [(f"{drawn('›')} {one_line(answer)}  ", _ANSWER_STYLE)] if answer else []
    upper = RowLine((sign, *words), first.right)
    lower = RowLine((indent, *said, *evidence), second.right)
    answers = [
        RowLine(((drawn("  › ") if n == 0 else "    ", _ANSWER_STYLE), (line, _ANSWER_STYLE)))
        for n, line in enumerate(lines_of(answer) if answer else ())
    ]
    found = [line for line in row.whole[1:] if line.left[0][1] != _ANSWER_STYLE]
    whole = (upper, *answers, *found) if row.whole else ()
    # An answer keeps its own line: a long question is cut for it.
    return row._replace(lines=(upper, lower), flows=row.flows and not answer, whole=whole)


def hidden_keys(results: Mapping[str, Sequence[AnyCorrected]]) -> frozenset[RowKey]:
    """The keys of the hidden rows.

    Args:
        results: The results of each panel, by its id, in the order of its rows.
    """
    return frozenset(
        result_key(panel_id, number)
        for panel_id, rows in results.items()
        for number, row in enumerate(rows)
        if row.is_hidden
    )


def lost_rows(subject: Subject, lines: int, contents: Contents) -> tuple[PanelRow, ...]:
    """Rows for corrections of results that are not there; what the reader wrote is always listed.

    Args:
        subject: Of which kind of result.
        lines: The lines of a row.
        contents: What there is to list.
    """
    # In a part of the text nobody knows yet what is missing.
    if contents.results is None or not contents.is_whole:
        return ()
    return tuple(
        _lost_row(placed, lines)
        for placed in contents.results.unfitting
        if placed.correction.subject is subject
        and (contents.with_hidden or placed.correction.kind in _OWN_WORDS)
    )


def _lost_row(placed: PlacedCorrection, lines: int) -> PanelRow:
    made = placed.correction
    words = one_line(made.value if made.kind in _OWN_WORDS else made.anchor.exact)
    shown = [RowLine((("  ", ""), (words, "muted")), ((f" {_DID[made.kind]} ", "muted"),))]
    if lines > 1:
        why = "its passage is not in this text" if placed.span is None else "nothing is found here"
        shown.append(RowLine((("  ", ""), (f"{why}: “{one_line(made.anchor.exact)}”", "muted"))))
    return PanelRow(tuple(shown), RowKey(RowKind.CORRECTION, made.id), placed.span)


def correction_reasons(row: AnyCorrected) -> tuple[ListRow, ...]:
    """What the reader did to a row, as rows for its reasons."""
    lines = [(_said(made, row), local_day(made.created)) for made in row.corrections]
    if row.own:
        did = "you asked this" if isinstance(row.result, Question) else "you added it"
        lines.insert(0, (did, local_day(row.own.created)))
    return tuple(
        ListRow(
            (RowLine(((f" {'you' if number == 0 else '':<12}", "muted"), (words, "own")),
                     ((f" {day} ", "muted"),)),),
            f"you {number}",
        )
        for number, (words, day) in enumerate(lines)
    )  # fmt: skip


def certainty_of(row: AnyCorrected) -> str:
    """How sure a row was when it was found, in words, whatever became of it since."""
    return "" if isinstance(row.found, Entity) else certainty_in_words(row.found.certainty)


def _said(made: Correction, row: AnyCorrected) -> str:
    kind, found = made.kind, row.found
    if kind is CorrectionKind.RENAME and isinstance(found, Entity):
        return f"renamed it from “{one_line(found.name)}”"
    if kind is CorrectionKind.RETYPE and isinstance(found, Entity):
        return f"changed its type from {found.type.value.lower()}"
    if kind is CorrectionKind.MERGE and row.part_of:
        return f"merged it into “{one_line(row.part_of)}”"
    if kind is CorrectionKind.SPEAKER and isinstance(found, Quote):
        return f"set the speaker, before: {found.speaker_name or 'not known'}"
    if kind is CorrectionKind.WORDING and isinstance(found, Question):
        return f"reworded it from “{one_line(found.text)}”"
    if kind in PLACES:
        return _said_of_place(made, row)
    if kind is CorrectionKind.ANSWER:
        return f"answered it: {one_line(made.value)}"
    return "hid it" + (", in all articles" if made.is_wide else "")


def _said_of_place(made: Correction, row: AnyCorrected) -> str:
    words = one_line(made.anchor.exact)
    if made.kind is CorrectionKind.OFF:
        return f"took “{words}” off it"
    is_its = key_given(made) == (row.target.name, row.target.type)
    return f"added “{words}”" if is_its else f"gave “{words}” to another name"
