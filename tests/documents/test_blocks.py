from __future__ import annotations

import textwrap
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.article import BlockKind
from tui.documents.blocks import block_at, split_blocks
from tui.documents.loading import load_stream
from tui.settings.paths import resource

PROSE = (
    "The committee met for the third time on Monday and could not agree on a date for the vote. "
    "Its chairwoman said that the members wanted to see the report first, and that nobody had "
    "read all of it. A decision is now expected in the spring, when the new budget is discussed."
)
PIECES = st.lists(st.sampled_from([*"aB. \t\n\u3000", "- ", "> ", "word " * 15]), max_size=60).map(
    "".join
)


def kinds(text: str) -> list[str]:
    return [block.kind.value for block in split_blocks(text)]


def parts(text: str) -> list[str]:
    return [text[block.start : block.end] for block in split_blocks(text)]


@given(PIECES)
def test_every_visible_character_is_in_one_block(text: str) -> None:
    blocks = split_blocks(text)
    covered = [number for block in blocks for number in range(block.start, block.end)]
    assert covered == sorted(set(covered))
    assert {n for n, char in enumerate(text) if not char.isspace()} <= set(covered)
    for block in blocks:
        assert text[block.start : block.end].strip()
        assert not text[block.start : block.end].startswith("\n")
        assert not text[block.start : block.end].endswith("\n")


def test_lines_of_white_space_part_blocks() -> None:
    assert parts("\n \nOne.\n \t\nTwo.\n\n\n\nThree.\n \n") == ["One.", "Two.", "Three."]


def test_a_text_of_nothing_has_no_blocks() -> None:
    assert split_blocks("") == ()
    assert split_blocks(" \n\t\n ") == ()


@pytest.mark.parametrize("width", [45, 60, 72, 80, 95])
def test_prose_wrapped_by_hand_is_one_paragraph(width: int) -> None:
    wrapped = "\n".join(textwrap.wrap(PROSE, width))
    assert kinds(f"{wrapped}\n\n{wrapped}\n") == ["paragraph", "paragraph"]


def test_the_last_two_lines_of_wrapped_prose_are_judged_by_the_width_before() -> None:
    wrapped = "\n".join(textwrap.wrap(PROSE, 64))
    short = "The vote was put off, said the deputy leader of the group, Anna\nMeier."
    assert kinds(f"{wrapped}\n\n{short}") == ["paragraph", "paragraph"]


VERSE = """Out of the winter the river comes down,
Past the long meadows and into the town,
Carrying nothing but leaves and the light,
Morning and evening and into the night."""
LIST = f"What they agreed:\n- a first point\n- a second one\n- {PROSE}"
NUMBERED = "1. Open the lid.\n2. Take out the roll.\n3. Close it."
TABLE = "Name      Votes   Share\nNorth      1204    34 %\nSouth       987    28 %"
CODE = "    def f(x):\n        return x\n    f(1)"
MAIL = "> Did you see the report?\n> It came on Monday and nobody has\n> read it."
HEADING = "A Heading\n========="
ADDRESS = "The Registrar\n14 Mill Lane\nOxford"


@pytest.mark.parametrize("text", [VERSE, LIST, NUMBERED, TABLE, CODE, MAIL, HEADING, ADDRESS])
def test_lines_that_mean_something_are_kept(text: str) -> None:
    assert kinds(f"{text}\n\nProse.") == ["lines", "paragraph"]


def test_one_indented_line_is_code() -> None:
    text = "    x = 1\n\n\tcall()\n\n  A first line indent."
    assert kinds(text) == ["lines", "lines", "paragraph"]


def test_single_newlines_part_paragraphs_that_are_one_long_line_each() -> None:
    text = f"A headline\n{PROSE}\n{PROSE}\nShort end.\n"
    assert parts(text) == ["A headline", PROSE, PROSE, "Short end."]
    assert set(kinds(text)) == {"paragraph"}


def test_single_newlines_part_uneven_lines_that_end_like_sentences() -> None:
    lines = [
        "No.",
        "She said that the talks would go on for as long as they needed.",
        "He left at once.",
    ]
    assert parts("\n".join(lines)) == lines


def test_a_single_long_dash_or_number_does_not_make_prose_a_list() -> None:
    wrapped = "\n".join(textwrap.wrap(f"1. {PROSE}", 70))
    assert kinds(wrapped) == ["paragraph"]


def test_the_block_at_an_offset() -> None:
    blocks = split_blocks("\nOne.\n\nTwo.\n")
    assert [block_at(blocks, offset) for offset in (0, 1, 5, 6, 7, 11, 99)] == [0, 0, 0, 0, 1, 1, 1]


def test_a_wire_without_capitals_at_line_starts_in_another_script_is_prose() -> None:
    russian = textwrap.wrap(
        "Комитет собрался в третий раз и не смог договориться о дате, а его глава пояснила, что "
        * 3,
        60,
    )
    assert split_blocks("\n".join(russian))[0].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize("width", [60, 66, 72, 76, 80])
@pytest.mark.parametrize("with_header", [True, False])
def test_a_wrapped_copy_reads_as_the_article_it_was(width: int, with_header: bool) -> None:
    sample = resource("seeds", "nato-russia-talks.txt").read_text(encoding="utf-8")
    whole = load_stream(BytesIO(sample.encode()))
    text = sample if with_header else whole.text
    paragraphs = [textwrap.fill(part, width) for part in text.strip("\n").split("\n\n")]
    wrapped = load_stream(BytesIO("\n\n".join(paragraphs).encode()))
    assert [block.kind for block in wrapped.blocks] == [block.kind for block in whole.blocks]
    assert (wrapped.title, wrapped.place) == (whole.title, whole.place)
    assert wrapped.byline == whole.byline
    assert wrapped.published == (whole.published if with_header else None)


def test_a_headline_is_not_drawn_into_the_wrapped_paragraph_below_it() -> None:
    text = (
        "Council to close the harbour bridge\n"
        "The harbour bridge of Port Ellis will close on Monday for at least a\n"
        "year, the town council said on Friday after a meeting that lasted into\n"
        "the night, and nobody knows when it will open to traffic again."
    )
    (block,) = split_blocks(text)
    assert block.kind is BlockKind.LINES


def test_a_last_word_before_which_no_room_was_left_belongs_to_its_line() -> None:
    wrapped = "\n".join(textwrap.wrap(PROSE, 50))
    assert kinds(f"{wrapped}\n\nThe board has denied any plan to give up\nWinterbourne.") == [
        "paragraph",
        "paragraph",
    ]
