"""What is less sure: folded in panel and ledger, dim among the quotes, never lost once shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk, remember
from tests.desk.shelves import entered, head, lines, opened, read
from tui.analysis.results import Analysis, Question
from tui.dialogs.finder import FinderScreen
from tui.dialogs.ledger_list import LedgerScreen
from tui.documents.loading import load
from tui.ledger import Ledger
from tui.settings.config import Config, PanelSettings

PAY, REOPEN = (question.text for question in harbour.analysis().questions)
CLAUSE = "it would not say who is to pay for the work"
FOLDED = "▸ 1 more, less sure"
SECOND = "It is not clear when"


def with_certainty(*certainties: float) -> Analysis:
    """The harbour analysis whose questions are as sure as that."""
    known = harbour.analysis()
    pairs = zip(known.questions, certainties, strict=True)
    asked = tuple(replace(question, certainty=certainty) for question, certainty in pairs)
    return replace(known, questions=asked)


HALF_SURE = with_certainty(0.9, 0.4)


def first_lines(desk: Desk, panel: int = 3) -> list[str]:
    """The first line of every row of a panel."""
    return [row.split("\n")[0].strip() for row in desk.rows(panel)]


def underlined(desk: Desk) -> list[str]:
    """The evidence that the text shows."""
    return [desk.words(span) for span in desk.screen.view.painted["question"].spans]


# -- the panel ------------------------------------------------------------------------


async def test_the_less_sure_questions_are_one_line_that_enter_opens(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=HALF_SURE) as desk:
        assert first_lines(desk) == [f"? {PAY}", FOLDED]
        assert desk.panels[2].counts == "1 · 1 less sure"
        await desk.press("3", "G", "enter")
        assert first_lines(desk) == [f"? {PAY}", "▾ 1 more, less sure", f"? {REOPEN}"]
        # the line keeps the cursor, and the same key folds
        await desk.press("enter")
        assert first_lines(desk) == [f"? {PAY}", FOLDED]
        await desk.press("right")
        assert len(desk.rows(3)) == 3
        await desk.press("left")
        assert len(desk.rows(3)) == 2


async def test_what_is_unfolded_at_the_end_of_a_panel_is_seen_at_once(open_desk: OpenDesk) -> None:
    known = HALF_SURE.questions
    many = replace(HALF_SURE, questions=(*[known[0]] * 6, *[known[1]] * 3))
    config = Config(panels=PanelSettings(focused="even"))
    async with open_desk(text=harbour.TEXT, analysis=many, config=config) as desk:
        await desk.press("3", "G", "enter")
        panel = desk.panels[2]
        assert panel.scroll_offset.y == panel.cursor * panel.lines_per_row


async def test_the_text_shows_their_evidence_while_they_are_unfolded(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=HALF_SURE) as desk:
        assert underlined(desk) == [CLAUSE]
        await desk.press("]", "u")
        assert desk.under_cursor.startswith("it would not say")
        await desk.press("]", "u")
        assert "no unresolved question after this place" in desk.status
        await desk.press("3", "G", "enter")
        assert len(underlined(desk)) == 2
        await desk.press("escape", "]", "u")
        assert desk.under_cursor.startswith(SECOND)


async def test_with_nothing_sure_a_sentence_stands_above_the_fold(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=with_certainty(0.3, 0.4)) as desk:
        assert first_lines(desk) == ["Nothing is left open for certain.", "▸ 2 more, less sure"]
        assert desk.panels[2].counts == "0 · 2 less sure"
        # nothing can be done to the sentence, and it is not found
        await desk.press("3", "x")
        assert "no row here to hide" in desk.status
        await desk.press("i", "enter", "f")
        await desk.type("open")
        assert first_lines(desk) == [f"? {REOPEN}"]


async def test_a_strict_list_has_no_fold(open_desk: OpenDesk) -> None:
    config = Config(questions="strict")
    async with open_desk(text=harbour.TEXT, analysis=HALF_SURE, config=config) as desk:
        assert first_lines(desk) == [f"? {PAY}"]
        assert desk.panels[2].counts == "1"


async def test_the_key_of_the_panel_opens_the_fold_over_what_the_cursor_is_on(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=harbour.TEXT, analysis=HALF_SURE) as desk:
        desk.go_to("not clear when")
        await desk.pilot.pause()
        assert first_lines(desk)[-1] == FOLDED
        await desk.press("3")
        current = desk.panels[2].current
        assert current is not None
        assert desk.words(current.span).startswith(SECOND)


async def test_the_finder_opens_the_fold_over_the_question_it_goes_to(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=HALF_SURE) as desk:
        await desk.press("\\")
        finder = desk.app.screen
        assert isinstance(finder, FinderScreen)
        await desk.type("traffic kind:question")
        await desk.until(lambda: len(finder.hits.rows) == 1)
        await desk.press("enter")
        assert desk.under_cursor.startswith(SECOND)
        assert f"? {REOPEN}" in first_lines(desk)


async def test_a_question_that_the_reader_answers_moves_up_to_the_sure_ones(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=harbour.TEXT, analysis=HALF_SURE) as desk:
        await desk.press("3", "G", "enter", "j", "r")
        await desk.type("In June")
        await desk.press("enter")
        await desk.until(lambda: first_lines(desk) == [f"? {PAY}", f"✓ {REOPEN}"])
        assert desk.panels[2].counts == "2"
        await entered(desk)
        # undone, it is still one that the reader has worked on: it never leaves again
        await desk.press("u")
        await desk.until(lambda: first_lines(desk) == [f"? {PAY}", f"? {REOPEN}"])


async def test_numbers_that_are_folded_stay_so_under_the_cursor(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        desk.go_to("Monday")
        await desk.press("1")
        assert any(row.startswith("▸ dates and numbers 2") for row in desk.rows(1))


# -- clauses --------------------------------------------------------------------------


def with_clause(certainty: float = 0.9) -> Analysis:
    """The harbour analysis with a first question that nobody could word."""
    first, *rest = harbour.analysis().questions
    clause = replace(first, text=CLAUSE, certainty=certainty, signs=("about the headline",))
    return replace(harbour.analysis(), questions=(clause, *rest))


async def test_a_question_nobody_could_word_shows_its_clause_once(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=with_clause()) as desk:
        first, second = desk.rows(3)[0].split("\n")
        assert first.strip() == f"? Open: {CLAUSE}"
        assert second.strip().startswith("nobody in the text knows: “would not sa”")
        assert "¶1" in second
        assert "is to pay" not in second
        # copied, the clause is the quotation itself
        await desk.press("3", "y")
        await desk.until(lambda: desk.app.clipboard)
        assert desk.app.clipboard.startswith("“it would not say")
        assert desk.app.clipboard.count("who is to pay") == 1


async def test_an_answered_clause_is_open_no_longer(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=with_clause()) as desk:
        await desk.press("3", "r")
        await desk.type("The county")
        await desk.press("enter")
        await desk.until(lambda: first_lines(desk)[0] == f"✓ {CLAUSE}")


async def test_the_finder_and_the_ledger_show_a_clause_in_the_same_words(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=harbour.TEXT, analysis=with_clause()) as desk:
        await entered(desk)
        ledger = await opened(desk, LedgerScreen, "g", "u")
        assert lines(ledger)[0] == f"? Open: {CLAUSE}"
        below = "".join(text for text, _ in ledger.hits.rows[0].lines[1].left)
        assert below.strip() == "nobody in the text knows"
        await desk.press("q", "\\")
        finder = desk.app.screen
        assert isinstance(finder, FinderScreen)
        await desk.type("would kind:question")
        await desk.until(lambda: len(finder.hits.rows) == 1)
        shown = "".join(text for text, _ in finder.hits.rows[0].lines[0].left)
        assert f"Open: {CLAUSE}" in shown


# -- reasons --------------------------------------------------------------------------


async def reasons(desk: Desk, *keys: str) -> str:
    """What `i` says of a row."""
    await desk.press(*keys, "i")
    dialog = desk.dialog
    assert dialog is not None
    rows: Sequence[object] = dialog._reasons  # type: ignore[attr-defined]
    return "\n".join(
        " ".join("".join(text for text, _ in row.lines[0].left).split())  # type: ignore[attr-defined]
        for row in rows
    )


async def test_i_says_what_spoke_for_a_question_and_how_sure_it_is(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=with_clause(0.72)) as desk:
        said = await reasons(desk, "3")
        assert f"question Open: {CLAUSE}" in said
        assert "signs about the headline" in said
        assert "certainty 7 of 10 such rows are right" in said


async def test_i_says_of_a_view_that_nobody_said_it(open_desk: OpenDesk) -> None:
    known = harbour.analysis()
    first, second = known.quotes
    analysis = replace(known, quotes=(first, replace(second, view=True, certainty=0.81)))
    shows = Config(views=True)
    async with open_desk(text=harbour.TEXT, analysis=analysis, config=shows) as desk:
        said = await reasons(desk, "2", "G")
        assert "kind what somebody thinks, not what was said" in said
        assert "certainty 8 of 10 such rows are right" in said


# -- quotes ---------------------------------------------------------------------------


def styles(desk: Desk, number: int) -> set[str]:
    """The styles of what a row of the quotes says."""
    row = desk.panels[1].rows[number]
    return {style for line in row.lines for text, style in line.left if text.strip()}


async def test_unsure_quotes_are_dim_and_views_are_only_listed_when_wanted(
    open_desk: OpenDesk,
) -> None:
    known = harbour.analysis()
    first, second = known.quotes
    view = replace(second, view=True)
    analysis = replace(known, quotes=(replace(first, certainty=0.5), view))
    async with open_desk(text=harbour.TEXT, analysis=analysis) as desk:
        assert len(desk.rows(2)) == 1
        assert desk.panels[1].counts == "1 · 1 speaker"
        assert styles(desk, 0) == {"muted"}
        assert desk.screen.view.painted["indirect"].spans == ()
    async with open_desk(text=harbour.TEXT, analysis=analysis, config=Config(views=True)) as desk:
        assert len(desk.rows(2)) == 2
        assert desk.panels[1].counts == "2 · 2 speakers"
        assert styles(desk, 1) == {"muted"}
        assert len(desk.screen.view.painted["indirect"].spans) == 1


# -- the ledger -----------------------------------------------------------------------


def kept(desk: Desk, wording: str) -> list[tuple[bool, bool]]:
    """Whether the questions of a wording are found, and whether they are sure."""
    assert desk.state.database is not None
    records = Ledger(desk.state.database).listed()
    known = [record.question for record in records]
    return [(each.is_found, each.is_sure) for each in known if each.wording == wording]


async def test_the_ledger_folds_the_less_sure_as_the_panel_does(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=HALF_SURE) as desk:
        await entered(desk)
        ledger = await opened(desk, LedgerScreen, "g", "U")
        assert lines(ledger) == [f"? {PAY}", FOLDED]
        assert head(ledger) == "1 open, 1 less sure"
        # down to the fold, and open it
        await desk.press("j", "enter")
        await desk.until(lambda: len(lines(ledger)) == 3)
        assert lines(ledger)[1:] == ["▾ 1 more, less sure", f"? {REOPEN}"]
        # a decision about one makes it sure for good
        await desk.press("j", "d")
        await desk.until(lambda: kept(desk, REOPEN) == [(True, True)])
        # what is searched for is not folded away
        await desk.press("f")
        await desk.type("is:less-sure")
        await desk.press("enter")
        await read(desk, ledger)
        assert lines(ledger) == []


async def test_what_is_unfolded_at_the_end_of_the_ledger_is_seen_at_once(
    open_desk: OpenDesk,
) -> None:
    known = HALF_SURE.questions
    many = replace(HALF_SURE, questions=(known[0], known[1]))
    async with open_desk((80, 24), text=harbour.TEXT, analysis=many) as desk:
        await entered(desk)
        ledger = await opened(desk, LedgerScreen, "g", "U")
        # Of a list in which there is room for three rows.
        ledger.hits.styles.height = 3 * ledger.hits.lines_per_row
        await desk.press("G", "enter")
        await desk.until(lambda: len(lines(ledger)) == 3)
        top = ledger.hits.scroll_offset.y // ledger.hits.lines_per_row
        assert top + ledger.hits.rows_per_page >= len(ledger.hits.rows)


async def test_words_find_a_question_that_is_less_sure(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=HALF_SURE) as desk:
        await entered(desk)
        ledger = await opened(desk, LedgerScreen, "g", "u")
        await desk.press("f")
        await desk.type("traffic")
        await desk.press("enter")
        await read(desk, ledger)
        assert lines(ledger) == [f"? {REOPEN}"]


@pytest.mark.parametrize("strict", ["all", "strict"])
async def test_what_the_list_has_shown_stays_sure_whatever_a_later_analysis_says(
    open_desk: OpenDesk, tmp_path: Path, strict: str
) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(harbour.TEXT, encoding="utf-8")

    async def shown(analysis: Analysis, expected: Sequence[str], counts: str) -> None:
        remember(load(str(path)), analysis)
        config = Config(questions=strict)
        desks = open_desk(text=harbour.TEXT, analysis=analysis, source=str(path), config=config)
        async with desks as desk:
            await entered(desk, len(analysis.questions))
            await desk.until(lambda: first_lines(desk) == expected)
            assert desk.panels[2].counts == counts

    both = [f"? {PAY}", f"? {REOPEN}"]
    await shown(with_certainty(0.9, 0.8), both, "2")
    await shown(with_certainty(0.3, 0.4), both, "2")
    questions: tuple[Question, ...] = with_certainty(0.3, 0.4).questions[1:]
    await shown(replace(harbour.analysis(), questions=questions), both[1:], "1")
    async with open_desk(text=harbour.TEXT, source=str(path)) as desk:
        assert kept(desk, PAY) == [(False, True)]
