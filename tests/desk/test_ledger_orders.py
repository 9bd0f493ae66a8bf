"""The ledger in other orders, the question of two copies once, and comments that were not made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk, remember
from tests.desk.shelves import RIVER, entered, head, headings, lines, opened, read
from tui.analysis.results import Analysis, Question, QuestionKind
from tui.dialogs.ledger_list import LedgerScreen
from tui.dialogs.ledger_reading import is_no_comment
from tui.documents.loading import load
from tui.store.anchors import Anchor
from tui.store.ledger_questions import LedgerQuestion

PAY = "? Who will pay for the work?"
OPEN = "? When will the harbour bridge of Port Ellis open to traffic again?"
SILENT = "The ferry company, Tidewater, did not answer questions"


def title(ledger: LedgerScreen) -> str:
    return str(ledger.query_one(".dialog").border_title)


def below(ledger: LedgerScreen, number: int) -> str:
    """The second line of a row, with what stands on its right."""
    line = ledger.hits.rows[number].lines[1]
    return " ".join("".join(text for text, _ in (*line.left, *line.right)).split())


def with_silence() -> Analysis:
    known = harbour.analysis()
    question = Question(
        harbour.span(SILENT), SILENT, QuestionKind.UNDISCLOSED, "Tidewater", 1, certainty=0.9
    )
    return replace(known, questions=(*known.questions, question))


async def two_copies(open_desk: OpenDesk, tmp_path: Path) -> tuple[str, str]:
    """An article and a copy of it with another word, both read."""
    known = harbour.analysis()
    names = []
    for name, text in (
        ("one.txt", harbour.TEXT),
        ("two.txt", harbour.TEXT.replace("longer", "LONGER")),
    ):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        remember(load(str(path)), known)
        names.append(str(path))
        async with open_desk(text=text, analysis=known, source=str(path)) as desk:
            await desk.press("escape")
            await entered(desk)
    return names[0], names[1]


async def sort(desk: Desk, ledger: LedgerScreen) -> None:
    await desk.press("S")
    await read(desk, ledger)


async def test_capital_s_sorts_and_the_title_says_the_order(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=with_silence()) as desk:
        await entered(desk, 3)
        ledger = await opened(desk, LedgerScreen, "g", "U")
        assert title(ledger).endswith("all articles · by article, last opened first")
        await sort(desk, ledger)
        assert title(ledger).endswith("by age, oldest first")
        assert len(headings(ledger)) == 1, "the article"
        await sort(desk, ledger)
        assert title(ledger).endswith("by importance")
        assert headings(ledger)[0] in ("the main event", "a second thread", "a side issue")
        number = next(n for n, row in enumerate(ledger.hits.rows) if row.key == ledger_key(ledger))
        assert below(ledger, number).startswith("The harbour bridge"), "its article is named"
        await sort(desk, ledger)
        assert title(ledger).endswith("by topic")
        await sort(desk, ledger)
        assert title(ledger).endswith("by kind")
        assert len(headings(ledger)) == len(set(headings(ledger)))
        # what is picked holds for the next time
        await desk.press("q")
        ledger = await opened(desk, LedgerScreen, "g", "u")
        assert title(ledger) == "Questions of this article · by kind"
        await sort(desk, ledger)
        assert title(ledger).endswith("by place in the text")
        assert headings(ledger) == []
        await sort(desk, ledger)
        assert title(ledger).endswith("by importance"), "one article has one age"


def ledger_key(ledger: LedgerScreen) -> str:
    row = ledger.hits.current
    assert row is not None
    return str(row.key)


async def test_sorting_begins_at_the_top(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=with_silence()) as desk:
        await entered(desk, 3)
        ledger = await opened(desk, LedgerScreen, "g", "U")
        await desk.press("j")
        last = ledger_key(ledger)
        await sort(desk, ledger)
        assert ledger_key(ledger) != last
        assert ledger.hits.position[0] == 1


async def test_rows_that_only_say_that_nobody_commented_have_a_fold_of_their_own(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=harbour.TEXT, analysis=with_silence()) as desk:
        await entered(desk, 3)
        ledger = await opened(desk, LedgerScreen, "g", "u")
        assert lines(ledger) == [PAY, OPEN, "▸ 1 more, no comment made"]
        assert head(ledger) == "3 open"
        await desk.press("G", "enter")
        await desk.until(lambda: len(lines(ledger)) == 4)
        assert lines(ledger)[2:] == ["▾ 1 more, no comment made", f"? Open: {SILENT}"]
        # what is searched for, and what was decided, is in no fold
        await desk.press("j", "d")
        await desk.until(lambda: len(lines(ledger)) == 3)
        assert f"– {SILENT}" in lines(ledger)
        await desk.press("o", "f")
        await desk.type("tidewater")
        await desk.press("enter")
        await read(desk, ledger)
        assert lines(ledger) == [f"? Open: {SILENT}"]


async def test_copies_stand_once_and_are_decided_and_undone_together(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    one, two = await two_copies(open_desk, tmp_path)
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        ledger = await opened(desk, LedgerScreen, "g", "U")
        assert lines(ledger) == [PAY, OPEN]
        assert len(headings(ledger)) == 1
        assert head(ledger) == "2 open", "what is shown once is counted once"
        assert "2 articles · unknown" in below(ledger, 1)
        preview = str(ledger.preview.content)
        assert [Path(one).name in preview, Path(two).name in preview] == [True, True]
        await desk.press("d")
        await desk.until(lambda: "dropped in 2 articles" in head(ledger))
        await desk.until(lambda: head(ledger).startswith("1 open, 1 dropped"))
        await desk.press("f")
        await desk.type("is:open")
        await desk.press("enter")
        await read(desk, ledger)
        assert lines(ledger) == [OPEN]
        await desk.press("escape", "u")
        await desk.until(lambda: "undo: open again in 2 articles" in head(ledger))
        await desk.until(lambda: head(ledger).startswith("2 open"))


@pytest.mark.parametrize(
    ("evidence", "is_silent"),
    [
        ("would not comment on speculation", True),
        ("The European Central Bank, which supervises both lenders, declined to comment", True),
        ("Raman did not respond to a request for comment", True),
        ("did not immediately reply to an email", True),
        ("could not be reached for comment", True),
        ("did not answer questions", True),
        ("declined to comment on whether jobs would go", False),
        ("would not answer questions about how the papers came there", False),
        ("declined to say", False),
        ("has not said what he thinks", False),
        ("They did not say to whom", False),
        ("the questions that the letter raised were kept secret", False),
    ],
)
def test_only_a_comment_that_was_not_made_is_folded(evidence: str, is_silent: bool) -> None:
    anchor = Anchor(evidence, "", "", 0, len(evidence), "")
    question = LedgerQuestion("q", "d", anchor, "undisclosed", evidence, "text", (), 1)
    assert is_no_comment(question) is is_silent
    assert not is_no_comment(replace(question, wording=f"{evidence}?")), "a question in words"
    assert not is_no_comment(replace(question, kind="unknown"))


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
async def test_the_way_out_is_named_however_little_room_there_is(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with open_desk(size, text=harbour.TEXT, analysis=with_silence()) as desk:
        ledger = await opened(desk, LedgerScreen, "g", "U")
        shown = "".join(text for text, _ in ledger.foot.fitting())
        assert shown.endswith(" q close ")
        assert len(shown) <= ledger.foot.size.width
