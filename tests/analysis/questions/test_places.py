"""Which clauses of an open sentence are shown."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import candidate_of, unmarked
from tui.analysis.parsed import ParsedText
from tui.analysis.questions.learned_table import LearnedTable, learned_table
from tui.analysis.questions.open_sentences import Sentence, sentences_of
from tui.analysis.questions.places import _KINDS, places_in
from tui.analysis.questions.question_candidates import Form, QuestionCandidate
from tui.analysis.questions.question_extractor import frame_candidates
from tui.analysis.questions.sentence_features import classes_by_word
from tui.analysis.results import QuestionKind
from tui.analysis.rules import QuestionRule
from tui.documents.article import Span

EMPTY = LearnedTable(0.0, {}, ())


def sentences(parsed: ParsedText) -> list[Sentence]:
    return list(sentences_of(parsed, frame_candidates(parsed, ())))


def without_frames(parsed: ParsedText) -> Sentence:
    (sentence,) = sentences_of(parsed, ())
    return sentence


def places(parsed: ParsedText, table: LearnedTable = EMPTY) -> list[QuestionCandidate]:
    """The places of a text of one sentence."""
    (sentence,) = sentences(parsed)
    return list(places_in(sentence, 0.7, table))


def shown(parsed: ParsedText, place: QuestionCandidate) -> str:
    return parsed.article.text[slice(*place.evidence)]


# -- with frames ------------------------------------------------------------------------


def test_two_embedded_questions_are_two_places(parse: Parse) -> None:
    parsed = parse("It is unclear whether the ferry sank, and whether the crew survived.")
    first, second = places(parsed)
    assert "whether the ferry sank" in shown(parsed, first)
    assert "whether the crew survived" in shown(parsed, second)
    assert not first.evidence.overlaps(second.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "It is unclear whether the ferry sank.",
        "It is unclear whether the ferry sank and burned.",
        "It is unclear whether the ferry sank, and the crew went home.",
    ],
)
def test_one_embedded_question_is_one_place(parse: Parse, text: str) -> None:
    (only,) = places(parse(text))
    assert only.score == 0.7


def test_every_place_has_the_probability_of_its_sentence(parse: Parse) -> None:
    parsed = parse("It is unclear whether the ferry sank, and whether the crew survived.")
    assert {place.score for place in places(parsed)} == {0.7}


def two_clauses(
    parse: Parse, score: float, form: Form = Form.EVENT
) -> tuple[Sentence, list[QuestionCandidate]]:
    """A sentence with a frame in each of two clauses, and what was found there."""
    text = "The dam may [burst], and the village may drown."
    parsed = parse(unmarked(text))
    cut = text.index(", and")
    one = candidate_of(parsed, QuestionKind.OUTCOME, Form.EVENT, text, 0.6)
    other = replace(one, score=score, evidence=Span(cut + 4, one.evidence.end))
    other = replace(other, found=replace(one.found, wording=replace(one.found.wording, form=form)))
    one = replace(one, evidence=Span(0, cut - 2))
    (sentence,) = sentences_of(parsed, [one, other])
    return sentence, [one, other]


def test_evidence_takes_in_the_clauses_that_are_as_sure(parse: Parse) -> None:
    sentence, (one, other) = two_clauses(parse, 0.55)
    (only,) = places_in(sentence, 0.7, EMPTY)
    assert only.evidence == Span(one.evidence.start, other.evidence.end)


def test_evidence_leaves_out_a_clause_that_is_less_sure(parse: Parse) -> None:
    sentence, (one, _) = two_clauses(parse, 0.3)
    (only,) = places_in(sentence, 0.7, EMPTY)
    assert only.evidence == one.evidence


@pytest.mark.parametrize(("score", "count"), [(0.5, 2), (0.3, 1)])
def test_a_further_embedded_question_is_its_own_where_it_is_sure(
    parse: Parse, score: float, count: int
) -> None:
    sentence, _ = two_clauses(parse, score, Form.INDIRECT)
    assert len(list(places_in(sentence, 0.7, EMPTY))) == count


CLAUSES = (
    "it is unclear whether the dam will hold", "the firm denied that it knew of the leak",
    "Jane Holt said", "nobody has claimed responsibility", "the court has yet to rule on it",
    "the crew may have drowned", "“we will sue,” he said", "if the rains fail",
    "which could cost jobs", "the mill burned", "declining to say why it was sold",
)  # fmt: skip
JOINTS = (", and ", ", but ", "; ", ". ", " because ", " — ", "\n\n", " while ", "? ")


@settings(max_examples=80)
@given(
    st.lists(st.tuples(st.sampled_from(CLAUSES), st.sampled_from(JOINTS)), min_size=1, max_size=6)
)
def test_no_place_leaves_its_sentence(parse: Parse, parts: list[tuple[str, str]]) -> None:
    parsed = parse("".join(part for pair in parts for part in pair).strip())
    for sentence in sentences(parsed):
        for bare in (sentence, replace(sentence, candidates=())):
            found = list(places_in(bare, 0.7, learned_table()))
            for place in found:
                assert sentence.span.start <= place.evidence.start < place.evidence.end
                assert place.evidence.end <= sentence.span.end
                first, stop = place.tokens
                assert sentence.tokens.start <= first < stop <= sentence.tokens.end
            for one, other in pairwise(found):
                assert not one.evidence.overlaps(other.evidence)


# -- without a frame --------------------------------------------------------------------


def by_words(parsed: ParsedText, **weights: float) -> list[QuestionCandidate]:
    table = LearnedTable(0.0, {f"word {word}": weight for word, weight in weights.items()}, ())
    return list(places_in(without_frames(parsed), 0.7, table))


def test_without_a_frame_the_clause_of_the_weightiest_word_is_shown(parse: Parse) -> None:
    text = "The mill was burned down, although the owners still hope for a buyer."
    parsed = parse(text)
    (only,) = by_words(parsed, still=0.5, burn=0.1)
    assert only.rule is QuestionRule.WORDS_OF_OPENNESS
    assert only.found.wording.form is Form.EVIDENCE
    assert [cue.text for cue in only.found.cues] == ["still"]
    assert shown(parsed, only) == "although the owners still hope for a buyer"
    (other,) = by_words(parsed, still=0.1, burn=0.5)
    assert shown(parsed, other) == "The mill was burned down"


def test_a_class_weighs_as_well_as_a_word(parse: Parse) -> None:
    parsed = parse("The mill was burned down, although the owners deny the claim.")
    (only,) = places_in(without_frames(parsed), 0.7, LearnedTable(0, {"class denying": 1.0}, ()))
    assert [cue.text for cue in only.found.cues] == ["deny"]


def test_a_name_is_never_the_cue(parse: Parse) -> None:
    parsed = parse("Jane Holt still hopes for a buyer.")
    table = LearnedTable(0.0, {"word <person>": 2.0, "word still": 0.1}, ())
    (only,) = places_in(without_frames(parsed), 0.7, table)
    assert [cue.text for cue in only.found.cues] == ["still"]


def test_where_no_word_weighs_the_verb_of_the_sentence_is_the_cue(parse: Parse) -> None:
    (only,) = by_words(parse("The old mill was burned down by a storm."))
    assert [cue.text for cue in only.found.cues] == ["burned"]


@pytest.mark.parametrize("text", ["It sank.", "…", "“ ” – 12.", "It is."])
def test_a_sentence_too_short_for_a_clause_has_no_place(parse: Parse, text: str) -> None:
    assert by_words(parse(text)) == []


@settings(max_examples=60)
@given(st.sampled_from(CLAUSES), st.sampled_from(JOINTS), st.sampled_from(CLAUSES))
def test_the_cue_stands_in_its_evidence(parse: Parse, one: str, joint: str, other: str) -> None:
    for sentence in sentences_of(parse(one + joint + other + "."), ()):
        for place in places_in(sentence, 0.7, learned_table()):
            first, stop = place.tokens
            (cue,) = place.found.cues
            assert first <= cue.i < stop


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The firm gave the details to the owners.", QuestionKind.UNDISCLOSED),
        ("The inquiry went on all through the night.", QuestionKind.UNKNOWN),
        ("The firm denied it in a letter to the town.", QuestionKind.DISPUTED),
        ("The lawsuit was brought in May by the owners.", QuestionKind.UNDECIDED),
        ("They demanded it in a letter to the town.", QuestionKind.CONDITION),
        ("The old mill was burned down by a storm.", QuestionKind.OUTCOME),
    ],
)
def test_the_kind_is_that_of_the_words(parse: Parse, text: str, kind: QuestionKind) -> None:
    (only,) = by_words(parse(text))
    assert only.kind is kind


def test_every_class_that_stands_for_a_kind_has_words() -> None:
    known = {name for names in classes_by_word().values() for name in names}
    assert {name for _, names in _KINDS for name in names} <= known
