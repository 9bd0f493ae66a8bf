"""What a text leaves open as a whole: its questions in order, with evidence, cues and holders."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import listed_in, questions_of
from tui.analysis import lexicons
from tui.analysis.pipeline import parse as parse_article
from tui.analysis.questions.wording.phrases import LONGEST
from tui.documents.loading import load

SAMPLE = Path(__file__).parents[3] / "seeds" / "nato-russia-talks.txt"


def test_repeat_is_kept_as_another_place(parse: Parse) -> None:
    text = (
        "It is unclear whether the truce in Yemen will hold.\n\n"
        "Aid agencies said it remains to be seen whether the truce in Yemen holds."
    )
    (only,) = listed_in(parse(text))
    assert only.other_places
    assert "truce" in text[slice(*only.other_places[0])]


def test_higher_threshold_lists_fewer(parse: Parse) -> None:
    text = (
        "It is unclear whether the pilot survived the crash.\n\n"
        "The airline could change its routes."
    )
    assert len(listed_in(parse(text), 0.0)) > len(listed_in(parse(text), 0.4)) > 0


def test_main_event_comes_before_a_side_issue(parse: Parse) -> None:
    text = (
        "The dam above Arlberg broke on Monday, and it is unclear why the dam broke.\n\n"
        "Engineers from Arlberg inspected the dam.\n\nThe village school opened again.\n\n"
        "It is unclear whether the baker had insured his oven."
    )
    found = listed_in(parse(text))
    assert "dam" in found[0].text
    assert "baker" in found[-1].text
    assert found[0].salience >= found[-1].salience


def test_question_says_why_it_is_there(parse: Parse) -> None:
    text = "Ms Berg declined to say why the ferry was sold."
    (only,) = listed_in(parse(text))
    assert only.rule == "declined to say"
    assert [text[slice(*cue)] for cue in only.cues] == ["declined", "say"]
    assert only.holder == "Berg"


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("The port was not ready to commit to a date for the sale.", ["not", "ready"]),
        ("Ms Berg did not say why the ferry was sold.", ["not", "say"]),
        ("Nobody knows why the ferry was sold.", ["Nobody", "knows"]),
    ],
)
def test_the_word_that_denies_is_among_the_cues(parse: Parse, text: str, cues: list[str]) -> None:
    (only,) = questions_of(parse(text))
    assert [text[slice(*cue)] for cue in only.cues][:2] == cues


def test_quoted_words_are_held_by_their_speaker(parse: Parse) -> None:
    text = 'Jane Holt said: "It is not clear whether the bridge will be rebuilt."'
    (only,) = listed_in(parse(text))
    assert only.holder == "Jane Holt"


SAMPLE_QUESTIONS = {
    "What does Putin intend towards Ukraine?": "discern the real intentions of Russian President",
    "What will Putin do next?": "what Mr Putin will do next",
    "When will further talks be held?": "Russia was not ready to commit to a schedule",
    "What will Russia do if the diplomacy fails?": "vague about what it might do",
}


def test_sample_article_lists_what_a_reader_would_ask(nlp: object) -> None:
    article = load(str(SAMPLE))
    found = listed_in(parse_article(article, nlp))  # type: ignore[arg-type]
    lit = {q.text: article.text[slice(*q.evidence)] for q in found}
    for question, evidence in SAMPLE_QUESTIONS.items():
        assert evidence in lit[question]
    assert found[0].text in SAMPLE_QUESTIONS


WORDS = sorted(
    lexicons.words(
        """
        the a will could may whether why unclear denied Russia Mr Putin declined to say not yet
        decide fears that if until must ? . , ' " “ ( his it they who what schedule talks is
        been have commit intentions of spokesman for missing 2022 just exactly how 's n't sue
        plead guilty
        """
    )
)


def test_pronoun_inside_its_own_antecedent_does_no_harm(parse: Parse) -> None:
    assert isinstance(listed_in(parse("fears fears they declined declined"), -1.0), tuple)


def test_heading_with_much_in_it_does_no_harm(parse: Parse) -> None:
    parsed = parse("Who will pay for the port? Much detail inside.\n\nMuch noise?")
    assert isinstance(listed_in(parsed, -1.0), tuple)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=14), max_size=4))
def test_word_salad_keeps_to_the_rules(parse: Parse, blocks: list[list[str]]) -> None:
    parsed = parse("\n\n".join(" ".join(words) for words in blocks if words) or "x")
    for question in listed_in(parsed, -1.0):
        for span in (question.evidence, *question.cues):
            assert any(b.start <= span.start < span.end <= b.end for b in parsed.article.blocks)
        assert 0 < len(question.text.split()) <= LONGEST
        assert question.text.endswith("?") or question.text[-1] not in ".!,;:"
