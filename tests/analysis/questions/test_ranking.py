"""Which questions come first, and which are one.

In each text the word a question starts from stands in [ ].
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import candidate_of, unmarked
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.entity_index import EntityIndex
from tui.analysis.parsed import ParsedText
from tui.analysis.questions.content_words import content_words_of, stem
from tui.analysis.questions.one_question import QuestionGroup, merged, worded_apart
from tui.analysis.questions.open_sentences import sentences_of
from tui.analysis.questions.question_candidates import Form, QuestionCandidate
from tui.analysis.questions.ranking import MAIN, SECOND, importance, is_listed, saliences
from tui.analysis.questions.topic import Topic
from tui.analysis.results import QuestionKind
from tui.documents.article import Span

OUTCOME, UNKNOWN, DISPUTED, CONDITION, UNDECIDED = (
    QuestionKind.OUTCOME,
    QuestionKind.UNKNOWN,
    QuestionKind.DISPUTED,
    QuestionKind.CONDITION,
    QuestionKind.UNDECIDED,
)


def two(
    parse: Parse, one: tuple[QuestionKind, Form, str], other: tuple[QuestionKind, Form, str]
) -> list[QuestionCandidate]:
    """Two candidates of one text, the first one surer."""
    parsed = parse("\n\n".join(unmarked(text) for _, _, text in (one, other)))
    return [candidate_of(parsed, *one, score=0.6), candidate_of(parsed, *other, score=0.5)]


SAME = [
    (
        (UNKNOWN, Form.INDIRECT, "It is unclear why the old ferry [sank] off Tarn."),
        (UNKNOWN, Form.INDIRECT, "Nobody knows why the ferry [sank] off Tarn."),
        "the same words",
    ),
    (
        (OUTCOME, Form.EVENT, "Norland could [invade] Sark."),
        (OUTCOME, Form.EXISTENCE, "Residents fear an [invasion] by the army."),
        "an event as a verb and as a noun",
    ),
    (
        (OUTCOME, Form.EVENT, "The scandal could [damage] the bank."),
        (OUTCOME, Form.EVENT, "The scandal could [hurt] sales."),
        "two harms of one thing",
    ),
    (
        (CONDITION, Form.EVENT, "The city must [close] the road."),
        (CONDITION, Form.EVENT, "The city must [plant] trees."),
        "two demands on one party",
    ),
    (
        (UNDECIDED, Form.RESULT, "The [inquest] began in May."),
        (UNDECIDED, Form.RESULT, "The [inquest] goes on in Tarn."),
        "one thing under way",
    ),
]
APART = [
    (
        (UNKNOWN, Form.INDIRECT, "It is unclear why the ferry [sank]."),
        (UNKNOWN, Form.INDIRECT, "It is unclear who [paid] the widows."),
        "other words",
    ),
    (
        (OUTCOME, Form.EVENT, "Norland could [invade] Sark."),
        (OUTCOME, Form.EVENT, "Sudria could [invade] Tarn."),
        "one event by two who do it",
    ),
    (
        (OUTCOME, Form.EVENT, "The scandal could [damage] the bank."),
        (OUTCOME, Form.EVENT, "The scandal could [please] the rivals."),
        "one thing with another effect",
    ),
    (
        (CONDITION, Form.EVENT, "The city must [close] the road."),
        (CONDITION, Form.EVENT, "The bishop must [plant] trees."),
        "two demands on two parties",
    ),
    (
        (UNDECIDED, Form.RESULT, "The [inquest] began in May."),
        (UNDECIDED, Form.RESULT, "The [vote] goes on in Tarn."),
        "two things under way",
    ),
]


@pytest.mark.parametrize(("one", "other", "why"), SAME, ids=[row[2] for row in SAME])
def test_repeat_is_put_under_the_surest_place(
    parse: Parse,
    one: tuple[QuestionKind, Form, str],
    other: tuple[QuestionKind, Form, str],
    why: str,
) -> None:
    surer, less = two(parse, one, other)
    (group,) = merged([less, surer])
    assert (group.best, group.others) == (surer, [less.evidence]), why


@pytest.mark.parametrize(("one", "other", "why"), APART, ids=[row[2] for row in APART])
def test_two_questions_are_not_taken_for_one(
    parse: Parse,
    one: tuple[QuestionKind, Form, str],
    other: tuple[QuestionKind, Form, str],
    why: str,
) -> None:
    surer, less = two(parse, one, other)
    assert [group.best for group in merged([less, surer])] == [surer, less], why


def test_second_sign_in_one_clause_is_no_further_place(parse: Parse) -> None:
    one = (UNKNOWN, Form.INDIRECT, "It is unclear why the ferry [sank].")
    surer, _ = two(parse, one, one)
    (group,) = merged([surer, replace(surer, score=0.4, kind=OUTCOME)])
    assert group.others == []


def test_questions_that_come_to_the_same_words_are_one(parse: Parse) -> None:
    one, other = two(
        parse,
        (UNKNOWN, Form.INDIRECT, "It is unclear why the ferry [sank]."),
        (UNKNOWN, Form.INDIRECT, "Nobody knows who [paid] the widows."),
    )
    groups = [
        QuestionGroup(one, frozenset(), [Span(90, 95)], "Why?"),
        QuestionGroup(other, frozenset(), [Span(96, 99)], "Why?"),
        QuestionGroup(other, frozenset(), [], "Who?"),
    ]
    kept = worded_apart(groups)
    assert [group.text for group in kept] == ["Why?", "Who?"]
    assert kept[0].others == [Span(90, 95), other.evidence, Span(96, 99)]


def test_lead_names_and_repeats_make_a_question_central(parse: Parse) -> None:
    lead = "The dam of Norland broke on Monday, and the [cause] is unclear."
    aside = "The [baker] is missing."
    text = "\n\n".join(
        [unmarked(lead), "Norland mourned.", "The dam of Norland was old.", unmarked(aside)]
    )
    parsed: ParsedText = parse(text)
    sentences = tuple(sentences_of(parsed, ()))
    topic = Topic("", sentences, EntityIndex(find_entities(parsed)))

    def centrality(marked: str, places: int = 1) -> float:
        candidate = candidate_of(parsed, UNKNOWN, Form.WHY, marked)
        first, stop = candidate.tokens
        words = content_words_of(candidate.paragraph.doc[first:stop])
        return topic.centrality(candidate.sentence, candidate.evidence, words, places)

    assert centrality(lead) > centrality(aside) + 0.3
    assert centrality(aside, 2) == pytest.approx(centrality(aside) + 0.1)
    assert 0 <= centrality(aside) < centrality(lead, 2) <= 1


def test_what_the_text_calls_open_comes_before_what_may_happen(parse: Parse) -> None:
    (known_open, _), (may_come, _) = (
        two(parse, (kind, Form.EVENT, "The dam could [burst]."), (kind, Form.EVENT, "It [rains]."))
        for kind in (UNKNOWN, OUTCOME)
    )
    groups = [QuestionGroup(c, frozenset(), centrality=0.2) for c in (known_open, may_come)]
    assert importance(groups[0]) > importance(groups[1])


def group(parse: Parse, score: float, centrality: float) -> QuestionGroup:
    text = "The dam could [burst]."
    candidate = candidate_of(parse(unmarked(text)), OUTCOME, Form.EVENT, text, score)
    return QuestionGroup(candidate, frozenset(), centrality=centrality)


@pytest.mark.parametrize(
    ("score", "centrality", "expected"),
    [(MAIN, 0.0, 3), (0.5, 0.45, 3), (0.4, 0.3, 2), (SECOND, 0.0, 2), (0.3, 0.1, 1)],
)
def test_salience_grows_with_how_sure_and_how_central_a_question_is(
    parse: Parse, score: float, centrality: float, expected: int
) -> None:
    assert saliences([group(parse, score, centrality)]) == [expected]


def test_a_text_has_two_questions_of_its_main_event_at_most(parse: Parse) -> None:
    groups = [group(parse, score, 0.9) for score in (0.9, 0.8, 0.7, 0.6)]
    assert saliences(groups) == [3, 3, 2, 2]


def test_what_the_text_is_about_may_be_less_probable(parse: Parse) -> None:
    assert is_listed(group(parse, 0.2, 0.9))
    assert not is_listed(group(parse, 0.2, 0.1))
    assert is_listed(group(parse, 0.4, 0.1))


def test_two_clauses_of_a_sentence_are_two_questions(parse: Parse) -> None:
    one = "It is unclear whether the old ferry [sank] and whether the old ferry paid."
    other = "It is unclear whether the old ferry sank and whether the old ferry [paid]."
    parsed = parse(unmarked(one))
    first = candidate_of(parsed, UNKNOWN, Form.INDIRECT, one)
    second = candidate_of(parsed, UNKNOWN, Form.INDIRECT, other)
    cut = first.evidence.start + 40
    apart = [
        replace(first, evidence=Span(first.evidence.start, cut)),
        replace(second, evidence=Span(cut, second.evidence.end)),
    ]
    assert len(merged(apart)) == 2


def test_content_words_are_those_that_tell_two_questions_apart(parse: Parse) -> None:
    (paragraph,) = parse("The old ferry will go and take a new week of deployment.").paragraphs
    assert content_words_of(paragraph.tokens) == {"old", "ferry", stem("deploy")}


@given(st.text(alphabet="abcdeinortsu", min_size=1, max_size=14))
def test_stem_begins_the_word_and_is_never_too_short_to_tell_apart(word: str) -> None:
    assert word.startswith(stem(word))
    assert stem(word) == word or len(stem(word)) >= 4
