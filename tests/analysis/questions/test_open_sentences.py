"""The way from sentences to the list: numbers, probabilities, repeats and what is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import candidate_of, listed_in, unmarked
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.entity_index import EntityIndex
from tui.analysis.parsed import ParsedText
from tui.analysis.questions.learned_table import LearnedTable
from tui.analysis.questions.one_question import QuestionGroup, merged
from tui.analysis.questions.open_sentences import sentences_of
from tui.analysis.questions.question_candidates import Form
from tui.analysis.questions.question_extractor import ReadText, open_questions, read_text
from tui.analysis.questions.ranking import LISTED, MOST_HELP, importance, is_listed, saliences
from tui.analysis.quotes.quote_extractor import find_quotes
from tui.analysis.results import QuestionKind
from tui.analysis.rules import QuestionRule

TEXT = "The mill burned. The [dam] may break.\n\nIt is unclear why the ferry sank."
LINEAR = ((0.0, 0.0), (1.0, 1.0))


def text_of(parsed: ParsedText) -> ReadText:
    index = EntityIndex(find_entities(parsed))
    return read_text(parsed, index, find_quotes(parsed, index))


def test_sentences_are_counted_over_the_whole_text(parse: Parse) -> None:
    parsed = parse(unmarked(TEXT))
    found = list(sentences_of(parsed, ()))
    assert [sentence.number for sentence in found] == [1, 2, 3]
    written = [parsed.article.text[slice(*sentence.span)] for sentence in found]
    assert written == [
        "The mill burned.",
        "The dam may break.",
        "It is unclear why the ferry sank.",
    ]
    assert "dam" in found[1].words


def test_a_candidate_belongs_to_its_sentence_the_surest_first(parse: Parse) -> None:
    parsed = parse(unmarked(TEXT))
    weak, strong = (
        candidate_of(parsed, QuestionKind.OUTCOME, Form.EVENT, TEXT, score) for score in (0.3, 0.6)
    )
    found = [sentence.candidates for sentence in sentences_of(parsed, [weak, strong])]
    assert found == [(), (strong, weak), ()]


def test_every_sentence_has_features_of_its_own(parse: Parse) -> None:
    text = text_of(parse(unmarked(TEXT)))
    assert len(text.features) == len(text.sentences) == 3
    assert "word mill" in text.features[0]
    assert "word mill" not in text.features[1]


@pytest.mark.parametrize(("bias", "count"), [(-9.0, 0), (9.0, 3)])
def test_the_weights_decide_which_sentences_are_open(parse: Parse, bias: float, count: int) -> None:
    text = text_of(parse(unmarked(TEXT)))
    found = open_questions(text, LearnedTable(bias, {}, LINEAR))
    assert len(found) == count
    assert all(question.certainty > 0.99 for question in found)


def test_one_word_can_make_one_sentence_open(parse: Parse) -> None:
    text = text_of(parse("The mill was burned down by a storm.\n\nThe ferry was sold to a bank."))
    table = LearnedTable(-4.0, {"word mill": 6.0}, LINEAR)
    (only,) = open_questions(text, table)
    assert only.rule is QuestionRule.WORDS_OF_OPENNESS
    assert only.signs == ("“mill”",)
    assert only.certainty == pytest.approx(table.probability(["word mill"]))


def test_a_stricter_list_is_a_part_of_a_looser_one(parse: Parse) -> None:
    parsed = parse(
        "It is unclear whether the dam will hold.\n\nThe firm denied that it knew of the leak.\n\n"
        "The mill may close in May.\n\nNobody knows who sold the ferry."
    )
    lists = [{q.evidence for q in listed_in(parsed, least)} for least in (0.0, 0.2, 0.4, 0.6, 1.2)]
    assert all(loose >= strict for loose, strict in pairwise(lists))
    assert lists[0]
    assert not lists[-1]


def test_the_questions_of_a_text_stand_in_the_order_of_their_weight(parse: Parse) -> None:
    parsed = parse(
        "It is unclear whether the dam will hold.\n\nThe mill was sold. The mayor may resign.\n\n"
        "The dam is old. Nobody knows who built the dam."
    )
    saliences_found = [question.salience for question in listed_in(parsed, 0.0)]
    assert saliences_found == sorted(saliences_found, reverse=True)


def test_nothing_is_found_in_an_empty_text(parse: Parse) -> None:
    assert open_questions(text_of(parse("")), LearnedTable(9.0, {}, LINEAR)) == ()


# -- repeats and rank -------------------------------------------------------------------


def test_repeats_are_put_together_whatever_their_order(parse: Parse) -> None:
    rows = [
        ("It is unclear why the old ferry [sank] off Tarn.", 0.6),
        ("Nobody knows why the ferry [sank] off Tarn.", 0.5),
        ("It is unclear who [paid] the widows.", 0.55),
    ]
    parsed = parse("\n\n".join(unmarked(text) for text, _ in rows))
    candidates = [
        candidate_of(parsed, QuestionKind.UNKNOWN, Form.INDIRECT, text, score)
        for text, score in rows
    ]
    expected = merged(candidates)
    assert [len(group.others) for group in expected] == [1, 0]
    for order in permutations(candidates):
        assert merged(order) == expected


GROUPS = st.tuples(st.floats(0, 1), st.floats(0, 1))
"""How probable a question is, and how near to the topic."""

Make = Callable[[float, float], QuestionGroup]


@pytest.fixture(scope="session")
def make(parse: Parse) -> Make:
    """A question as probable and as near as is asked for."""
    candidate = candidate_of(
        parse("It may burst."), QuestionKind.OUTCOME, Form.EVENT, "It may [burst]."
    )

    def group(score: float, centrality: float) -> QuestionGroup:
        return QuestionGroup(replace(candidate, score=score), frozenset(), centrality=centrality)

    return group


@given(GROUPS, st.floats(0, 1))
def test_no_nearness_lists_what_is_too_improbable(
    make: Make, group: tuple[float, float], least: float
) -> None:
    one = make(*group)
    if group[0] < least - MOST_HELP - 1e-9:
        assert not is_listed(one, least)
    if group[0] > least + MOST_HELP + 1e-9:
        assert is_listed(one, least)


@given(st.lists(GROUPS, max_size=8))
def test_weight_never_rises_down_the_list(make: Make, rows: list[tuple[float, float]]) -> None:
    groups = sorted((make(*row) for row in rows), key=importance, reverse=True)
    found = saliences(groups)
    assert found == sorted(found, reverse=True)
    assert found.count(3) <= 2


def test_a_reader_is_shown_less_than_everything() -> None:
    assert MOST_HELP < LISTED < 1
