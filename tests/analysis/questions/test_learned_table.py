"""The weights that say how probably a sentence is open, and the file they stand in."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis import questions
from tui.analysis.questions.learned_table import (
    TABLE,
    LearnedTable,
    learned_table,
    parse_table,
    table_text,
)
from tui.analysis.questions.sentence_features import classes_by_word

THOUSANDTHS = st.integers(-5_000, 5_000).map(lambda n: n / 1000)
SHARES = st.lists(st.integers(0, 1000).map(lambda n: n / 1000), min_size=1, max_size=8)
NAMES = st.builds(
    "{} {}".format,
    st.sampled_from(["word", "pair", "under", "frame", "text"]),
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12),
)


@st.composite
def curves(draw: st.DrawFn) -> tuple[tuple[float, float], ...]:
    """Probabilities and shares that both rise."""
    low = sorted(draw(SHARES))
    high = sorted(draw(st.lists(st.sampled_from(low), min_size=len(low), max_size=len(low))))
    return tuple(zip(low, high, strict=True))


TABLES = st.builds(LearnedTable, THOUSANDTHS, st.dictionaries(NAMES, THOUSANDTHS), curves())


@given(TABLES)
def test_a_table_comes_back_from_its_file(table: LearnedTable) -> None:
    text = table_text(table, "Fitted to nothing.")
    assert parse_table(text) == table
    assert table_text(parse_table(text), "Fitted to nothing.") == text


@pytest.mark.parametrize(
    "row",
    ["word ask", "word ask\t", "word ask\tfive", "word ask\t1\t2", "word ask\t0.5", "\t5",
     "=bias\tx", "=bias\t1\t2", "=certainty\t100", "=certainty\t1\t2\t3", "word ask\t٣"],
)  # fmt: skip
def test_a_damaged_row_is_named(row: str) -> None:
    with pytest.raises(ValueError, match=r"^row 2 of the learned table is damaged: ") as error:
        parse_table(f"# A comment.\n{row}\n")
    assert repr(row) in str(error.value)


@pytest.mark.parametrize(
    "rows", ["=certainty\t500\t400\n=certainty\t300\t600", "=certainty\t1\t9\n=certainty\t2\t8"]
)
def test_a_curve_that_falls_is_refused(rows: str) -> None:
    with pytest.raises(ValueError, match="does not rise"):
        parse_table(rows)


@given(TABLES, st.data())
def test_a_probability_is_the_same_whatever_the_order(
    table: LearnedTable, data: st.DataObject
) -> None:
    features = data.draw(st.lists(st.sampled_from([*table.weights, "unknown"]), unique=True))
    probability = table.probability(features)
    assert 0 < probability < 1
    assert table.probability(data.draw(st.permutations(features))) == probability
    assert table.probability([*features, "never seen"]) == probability


@pytest.mark.parametrize(("weight", "expected"), [(1e9, 1.0), (-1e9, 0.0), (0.0, 0.5)])
def test_even_a_huge_sum_is_a_probability(weight: float, expected: float) -> None:
    table = LearnedTable(0.0, {"word ask": weight}, ())
    assert table.probability(["word ask"]) == pytest.approx(expected, abs=1e-9)


@given(curves(), st.floats(0, 1), st.floats(0, 1))
def test_certainty_rises_with_probability_between_the_ends(
    curve: tuple[tuple[float, float], ...], one: float, other: float
) -> None:
    table = LearnedTable(0.0, {}, curve)
    low, high = sorted((one, other))
    assert table.certainty(low) <= table.certainty(high) + 1e-9
    assert curve[0][1] - 1e-9 <= table.certainty(low) <= curve[-1][1] + 1e-9


def test_certainty_is_a_line_between_points_and_flat_outside() -> None:
    table = LearnedTable(0.0, {}, ((0.2, 0.1), (0.6, 0.5)))
    assert [table.certainty(p) for p in (0.0, 0.2, 0.6, 1.0)] == [0.1, 0.1, 0.5, 0.5]
    assert table.certainty(0.3) == pytest.approx(0.2)


# -- the table of this installation -----------------------------------------------------

FAMILIES = {
    "word": 1, "pair": 2, "class": 1, "link": None, "state": None, "verb": None, "noun": None,
    "under": 3, "place": 1, "sentence": 1, "lead": 1, "frequent": 1, "headline": 1, "central": 1,
    "quoted": 1, "source": 1, "names": 1, "length": 1, "modals": 1, "denials": 1, "numbers": 1,
    "first": 1, "question": 1, "year": 0, "frame": None, "text": None,
}  # fmt: skip
"""The families of features, with how many words each has behind its name where that is fixed."""
LEXICAL = {"word": (0,), "pair": (0, 1), "under": (0, 2), "verb": (0,), "noun": (0,)}
"""Where the words of a feature stand."""
MASK = re.compile(r"<[a-z_]+>")
DATA = files(questions).joinpath(TABLE).read_bytes()
WEIGHTS = learned_table().weights


def lexical(feature: str) -> list[str]:
    family, *rest = feature.split(" ")
    return [rest[i] for i in LEXICAL.get(family, ())]


def test_the_table_is_small_and_as_its_program_writes_it() -> None:
    text = DATA.decode("utf-8")
    assert len(DATA) <= 1_000_000
    comment = text.splitlines()[0].removeprefix("# ")
    assert table_text(learned_table(), comment) == text


def test_the_table_knows_only_what_a_sentence_can_show() -> None:
    for feature in WEIGHTS:
        family, *rest = feature.split(" ")
        assert family in FAMILIES, feature
        assert FAMILIES[family] in (None, len(rest)), feature


def test_the_table_holds_no_name_and_no_number() -> None:
    """Names are masked; what begins with a capital in a text is none other here."""
    classes = {name.upper() for names in classes_by_word().values() for name in names}
    for feature in WEIGHTS:
        for word in lexical(feature):
            assert word == word.lower() or word in classes, feature
            assert not any(letter.isnumeric() for letter in word), feature
            assert "<" not in word or word == "<" or MASK.fullmatch(word), feature


def test_the_table_holds_no_three_words_of_a_text() -> None:
    assert all(len(lexical(feature)) <= 2 for feature in WEIGHTS)


def test_the_curve_of_the_table_says_what_is_surer() -> None:
    table = learned_table()
    assert len(table.curve) >= 2
    assert table.certainty(0.2) < 0.4 < 0.6 < table.certainty(0.9) < 1


def test_a_frame_makes_the_same_words_more_probable() -> None:
    table = learned_table()
    words = ["word whether", "pair yet to"]
    assert table.probability([*words, "frame score 8"]) > table.probability([*words, "frame none"])


def test_the_table_is_read_with_the_first_text_and_once() -> None:
    code = (
        "from tui.analysis.questions import learned_table as t, question_extractor\n"
        "before = t.learned_table.cache_info().currsize\n"
        "print(before, t.learned_table() is t.learned_table())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "True"]
