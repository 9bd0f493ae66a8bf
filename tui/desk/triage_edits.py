"""What each command of triage does to the session, and what it says; without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.results import AMOUNTS, Entity, EntityType, Question, Quote
from tui.corrections.corrected import Corrected, CorrectionTarget
from tui.corrections.name_values import merge_value
from tui.dialogs.edit import EditForm
from tui.documents.article import Article, Span
from tui.panels.row_text import GLYPHS, STYLES, one_line
from tui.store.correction_rows import Correction, CorrectionKind, Subject
from tui.widgets.row_list import ListRow, RowLine

if TYPE_CHECKING:
    from tui.panels.panel import AnyCorrected
    from tui.session.reading import Change, ReadingSession

Values = dict[CorrectionKind, str | None]
"""What to put in, by kind; `None` takes it back."""


class Done(NamedTuple):
    """What a command did."""

    change: Change
    """The change."""
    said: str
    """What it is called for the reader."""
    target: CorrectionTarget | None = None
    """The row it leads to; `None` when the next one is to be looked at."""


def is_name(row: AnyCorrected) -> bool:
    """Whether a row is about a name, which means the same in other articles."""
    return isinstance(row.result, Entity) and row.target.type not in AMOUNTS


def said_name(row: AnyCorrected) -> str:
    """A row as a message names it."""
    if isinstance(row.result, Entity):
        return f"“{one_line(row.result.name)}”"
    return "the quote" if isinstance(row.result, Quote) else "the question"


def _said_own(row: AnyCorrected) -> str:
    if isinstance(row.result, Entity):
        return said_name(row)
    return "your quote" if isinstance(row.result, Quote) else "your question"


def hide(session: ReadingSession, row: AnyCorrected) -> Done:
    """Hide a row; one of the reader's own is removed with what they said of it."""
    if row.own:
        change = session.corrections.take_back("remove", [row.own, *row.corrections])
        return Done(change, f"{_said_own(row)} is removed")
    is_wide = is_name(row)
    change = session.corrections.make(
        "hide", row.target, {CorrectionKind.HIDE: ""}, is_wide=is_wide
    )
    return Done(change, f"{said_name(row)} is hidden{everywhere(is_wide)}")


def bring_back(session: ReadingSession, row: AnyCorrected) -> Done:
    """List a hidden or merged row again."""
    kind = CorrectionKind.MERGE if row.part_of else CorrectionKind.HIDE
    made = [each for each in row.corrections if each.kind is kind]
    command = "part" if row.part_of else "show"
    if not made:
        made, command = list(row.emptied_by), "drop"
    change = session.corrections.take_back(command, made)
    is_wide = any(each.is_wide for each in made)
    return Done(change, f"{said_name(row)} is listed again{everywhere(is_wide)}", row.target)


def drop(session: ReadingSession, made: Correction) -> Done:
    """Take a correction back whose result is not there."""
    if made.kind is CorrectionKind.QUESTION:
        return Done(session.corrections.take_back("remove", [made]), "your question is removed")
    return Done(session.corrections.take_back("drop", [made]), "that correction is taken back")


def set_speaker(session: ReadingSession, row: Corrected[Quote], name: str) -> Done:
    """Say who said a quote, empty for nobody named; a hidden one is listed again."""
    values: Values = {CorrectionKind.QUOTE: name}
    standing = (row.own,) if row.own else row.corrections
    if not row.own:
        is_found = name == (row.found.speaker_name or "") and bool(name or not row.found.speaker)
        values = {CorrectionKind.SPEAKER: None if is_found else name}
        if row.is_hidden:
            values[CorrectionKind.HIDE] = None
    change = session.corrections.make("speaker", row.target, values, standing)
    said = f"“{one_line(name)}” says this quote" if name else "nobody is named for this quote"
    return Done(change, said, row.target)


def merge(session: ReadingSession, row: Corrected[Entity], into: Corrected[Entity]) -> Done:
    """Make an entity part of another one."""
    is_wide = is_name(row) and is_name(into)
    values: Values = {CorrectionKind.MERGE: merge_value(into.found)}
    change = session.corrections.make("merge", row.target, values, row.corrections, is_wide=is_wide)
    said = f"{said_name(row)} is now part of {said_name(into)}{everywhere(is_wide)}"
    return Done(change, said, into.target)


def everywhere(is_wide: bool) -> str:
    """What is said of a change that holds for other articles, too; empty for others."""
    return ", in other articles too" if is_wide else ""


def keep(
    session: ReadingSession, target: CorrectionTarget, values: Values, row: AnyCorrected | None
) -> Done:
    """Put in what was typed into a sheet; `row` is `None` for a new question."""
    if row is None:
        change = session.corrections.make("ask", target, values)
        return Done(change, "your question is listed among the open ones")
    standing = (*row.corrections, row.own) if row.own else row.corrections
    change = session.corrections.make("edit", target, values, standing)
    return Done(change, f"{said_name(row)} is changed", target)


def is_only_for_ledger(row: AnyCorrected, values: Values) -> bool:
    """Whether only the ledger has another answer than the one typed.

    Its sheet began with the answer of the ledger, and the desk has the typed one, or none.
    """
    if CorrectionKind.ANSWER not in values:
        return False
    return (values[CorrectionKind.ANSWER] or "") == (row.answer or "")


def target_of(change: Change) -> CorrectionTarget | None:
    """The row a change of corrections is about; `None` when it has no place here."""
    made = next(iter(change.corrections), None)
    if made is None or change.span is None:
        return None
    is_own = made.kind in (CorrectionKind.QUESTION, CorrectionKind.QUOTE)
    name = made.id if is_own else made.name
    return CorrectionTarget(made.subject, change.span, name, made.type)


def sheet_of(row: AnyCorrected, answer: str | None = None) -> EditForm | None:
    """What can be put right about a row; `None` for a quote, whose words are the article's.

    Args:
        row: The row.
        answer: The answer to a question as it is shown; `None` for none.
    """
    result, found = row.result, row.found
    if isinstance(result, Entity) and isinstance(found, Entity):
        return _entity_sheet(result, found)
    if isinstance(result, Question):
        return _question_sheet(row, result, answer or "")
    return None


def _entity_sheet(entity: Entity, found: Entity) -> EditForm:
    def values_of(typed: tuple[str, ...]) -> Values:
        name, kind = " ".join(typed[0].split()), EntityType(typed[1])
        return {
            CorrectionKind.RENAME: None if name in ("", found.name) else name,
            CorrectionKind.RETYPE: None if kind is found.type else kind.value,
        }

    fields = (("name", entity.name),)
    return EditForm("Name and type", fields, values_of, type_rows(), entity.type.value)


def type_rows() -> tuple[ListRow, ...]:
    """The types of entities to choose from."""
    return tuple(
        ListRow(
            (
                RowLine(
                    ((f"  {GLYPHS[kind]} ", STYLES.get(kind, "figure")), (kind.value.lower(), ""))
                ),
            ),
            kind.value,
        )
        for kind in EntityType
    )


def _question_sheet(row: AnyCorrected, question: Question, shown: str) -> EditForm:
    shown = " ".join(shown.split())

    def values_of(typed: tuple[str, ...]) -> Values:
        text, answer = (" ".join(words.split()) for words in typed)
        # An answer that is left alone stays whose it is, the desk's or the ledger's.
        values: Values = {} if answer == shown else {CorrectionKind.ANSWER: answer or None}
        if row.own:
            values[CorrectionKind.QUESTION] = text or question.text
        else:
            is_found = isinstance(row.found, Question) and text == row.found.text
            # The words that were shown are nobody's own: they follow the names in use.
            is_left = text == question.text
            kept = row.value(CorrectionKind.WORDING) if is_left else text
            values[CorrectionKind.WORDING] = None if is_found else kept or None
        return values

    fields = (("question", question.text), ("answer", shown))
    # Most come to write down an answer.
    return EditForm("Wording and answer", fields, values_of, begins_at=1)


def own_question(article: Article, span: Span) -> tuple[CorrectionTarget, EditForm] | None:
    """A new question over a passage; `None` where there are no words."""
    text = article.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    if not text.strip():
        return None

    def values_of(typed: tuple[str, ...]) -> Values:
        question = " ".join(typed[0].split())
        return {CorrectionKind.QUESTION: question} if question else {}

    target = CorrectionTarget(Subject.QUESTION, Span(start, start + len(text.strip())))
    return target, EditForm("A question of your own", (("question", ""),), values_of)
