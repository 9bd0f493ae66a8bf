"""A merge holds for all articles: their questions and speakers follow without being opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tests.desk.corrections import press
from tests.desk.shelves import entered
from tests.desk.test_names_put_right import OLD
from tests.desk.test_names_put_right import analysis as with_ferry_question
from tui.analysis.results import Analysis, Entity, EntityType, Mention
from tui.analysis.rules import MentionRule
from tui.ledger import Ledger, QuestionState, Resolution
from tui.library import Library

LINES = "Ellislines"
NEW = f"What does {LINES} say about the closure?"
OTHER = harbour.TEXT + "".join(
    f"\nOn day {day} of the winter there was rain in the town from morning till noon.\n"
    for day in range(30)
)
"""So long that nobody takes it for a copy."""


def analysis(*, with_lines: bool = True) -> Analysis:
    """The findings of the harbour article, with a speaker who is the ferry company."""
    found = with_ferry_question()
    lines = Mention(harbour.span("ferry company"), MentionRule.SAME_NAME)
    entities = found.entities
    if with_lines:
        entities = (*entities, Entity(LINES, EntityType.ORG, (lines,)))
    direct, indirect = found.quotes
    said = replace(direct, speaker_name="Tidewater", speaker=())
    return replace(found, entities=entities, quotes=(said, indirect))


async def read_first(open_desk: OpenDesk, tmp_path: Path, known: Analysis) -> None:
    """Read an article, highlight its quote, and close it."""
    source = str(tmp_path / "first.txt")
    async with open_desk(text=OTHER, analysis=known, source=source) as desk:
        await entered(desk, 3)
        desk.go_to("We cannot wait")
        await desk.press("h")
        await desk.until(lambda: desk.state.marks[0].highlight.speaker == "Tidewater")
        await desk.saved()


async def merge(desk: Desk) -> None:
    await desk.press("1", "g", "g", "j")
    await desk.press("M")
    await desk.type(LINES)
    await press(desk, "enter")
    assert f"“Tidewater” is now part of “{LINES}”, in other articles too" in desk.status


def in_first(desk: Desk, tmp_path: Path) -> Callable[[], tuple[set[str], set[str | None]]]:
    """The questions of the first article, and the speakers of its highlights, as they are kept."""
    assert desk.state.database is not None
    database = desk.state.database
    known = Library(database).document(str(tmp_path / "first.txt"))
    assert known is not None

    def look() -> tuple[set[str], set[str | None]]:
        questions = Ledger(database, known.id).listed()
        marks = Library(database).all_highlights(known.id)
        return (
            {record.question.wording for record in questions},
            {record.highlight.speaker for record in marks},
        )

    return look


async def test_questions_and_speakers_of_other_articles_follow_a_merge_and_its_undoing(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    await read_first(open_desk, tmp_path, analysis())
    source = str(tmp_path / "second.txt")
    async with open_desk(text=harbour.TEXT, analysis=analysis(), source=source) as desk:
        await entered(desk, 3)
        first = in_first(desk, tmp_path)
        assert OLD in first()[0]
        await merge(desk)
        await desk.until(lambda: NEW in first()[0])
        assert OLD not in first()[0]
        assert first()[1] == {LINES}
        await press(desk, "u")
        await desk.until(lambda: OLD in first()[0])
        assert first()[1] == {"Tidewater"}
        await press(desk, "ctrl+r")
        await desk.until(lambda: NEW in first()[0])
    # the article itself says the same when it is opened
    source = str(tmp_path / "first.txt")
    async with open_desk(text=OTHER, analysis=analysis(), source=source) as desk:
        await entered(desk, 3)
        await desk.until(lambda: any(NEW in row for row in desk.rows(3)))
        assert desk.state.marks[0].highlight.speaker == LINES


async def test_an_answered_question_follows_and_keeps_its_answer(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    await read_first(open_desk, tmp_path, analysis())
    source = str(tmp_path / "second.txt")
    async with open_desk(text=harbour.TEXT, analysis=analysis(), source=source) as desk:
        await entered(desk, 3)
        first = in_first(desk, tmp_path)
        database = desk.state.database
        assert database is not None
        records = Ledger(database).listed()
        here = desk.state.session.document_id if desk.state.session else ""
        asked = next(
            each.question
            for each in records
            if each.question.wording == OLD and each.document.id != here
        )
        done = Resolution(QuestionState.ANSWERED, "Nothing.")
        Ledger(database).decide(asked.id, done)
        await merge(desk)
        await desk.until(lambda: NEW in first()[0])
        kept = next(r.question for r in Ledger(database).listed() if r.question.id == asked.id)
        assert (kept.wording, kept.resolution) == (NEW, done)


async def test_an_article_without_the_other_name_keeps_its_own(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    await read_first(open_desk, tmp_path, analysis(with_lines=False))
    source = str(tmp_path / "second.txt")
    async with open_desk(text=harbour.TEXT, analysis=analysis(), source=source) as desk:
        await entered(desk, 3)
        first = in_first(desk, tmp_path)
        elsewhere = desk.parts.correcting._names_elsewhere
        await merge(desk)
        await desk.until(lambda: any(NEW in row for row in desk.rows(3)))
        database = desk.state.database
        assert database is not None
        (made,) = [each.correction for each in desk.state.corrections]
        await desk.saved()
        assert not elsewhere._bring(database, "", made)
        assert OLD in first()[0]
        assert first()[1] == {"Tidewater"}
