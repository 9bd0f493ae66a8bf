"""Where a sentence stands and what its text is like, as features; and what a text is about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.conftest import Parse
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.entity_index import EntityIndex
from tui.analysis.parsed import ParsedText
from tui.analysis.questions.content_words import stem
from tui.analysis.questions.open_sentences import Sentence, sentences_of
from tui.analysis.questions.question_extractor import frame_candidates
from tui.analysis.questions.text_features import TextFeatures
from tui.analysis.questions.topic import CENTRAL, FREQUENT, LEAD, Topic
from tui.analysis.quotes.quote_extractor import find_quotes

FILLER = (
    "The mill burned.", "A cat slept.", "Two boys sang.", "The moon rose.", "Bread was cheap.",
    "Snow fell.", "A door creaked.", "The band played.", "Rain came.", "The lamp went out.",
)  # fmt: skip
"""Sentences that have nothing to do with each other."""


def read(parsed: ParsedText, title: str = "") -> tuple[list[Sentence], TextFeatures, Topic]:
    """The sentences of a text, its features and what it is about."""
    index = EntityIndex(find_entities(parsed))
    quotes = find_quotes(parsed, index)
    sentences = list(sentences_of(parsed, frame_candidates(parsed, quotes)))
    topic = Topic(title, sentences, index)
    return sentences, TextFeatures(sentences, topic, index, quotes), topic


def features_of(parsed: ParsedText, number: int = 1, title: str = "") -> set[str]:
    """The features of one sentence of a text, counted from 1."""
    sentences, features, _ = read(parsed, title)
    return features.of(sentences[number - 1])


def lines(*sentences: str) -> str:
    return "\n\n".join(sentences)


WORDS = [
    # (sentence, feature, near miss that has another one of the family)
    ("We sold the ferry.", "first person", "They sold the ferry."),
    ("Who sold the ferry?", "question mark", "Nobody asked who sold the ferry."),
    ("The ferry sank in 1912.", "year", "The ferry sank with 2912 cows."),
    ("The ferry was built in the 1990s.", "year", "The ferry was built in the nineties."),
    ("The ferry could sink.", "modals 1", "The ferry sank."),
    ("It could sink, and they must know.", "modals 2", "It could sink."),
    ("It sank and did not float.", "denials 1", "It sank and was nothing."),
    ("It never sank, and nobody did not pay.", "denials 2", "It never sank."),
    ("Two of 12 boats sank.", "numbers 2", "Two boats sank."),
    ("It sank.", "length 0", "It sank near the old stone pier of the small town."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "feature", "near_miss"), WORDS, ids=[row[1] for row in WORDS])
def test_words_of_a_sentence_are_counted(
    parse: Parse, text: str, feature: str, near_miss: str
) -> None:
    assert feature in features_of(parse(text))
    assert feature not in features_of(parse(near_miss))


def test_a_sentence_knows_its_place_in_the_text(parse: Parse) -> None:
    parsed = parse(lines(*FILLER))
    first, fourth, ninth, last = (features_of(parsed, number) for number in (1, 4, 9, 10))
    assert {"sentence 1", "lead itself", "place 1"} <= first
    assert {"sentence 4", "lead 0", "place 2"} <= fourth
    assert {"sentence 6", "place 5"} <= ninth
    assert "sentence last" in last
    assert "sentence last" not in ninth


def test_a_text_of_a_few_sentences_has_no_beginning(parse: Parse) -> None:
    found = features_of(parse(lines(*FILLER[:LEAD])))
    assert not any(f"sentence {number}" in found for number in range(7))
    assert "sentence 1" in features_of(parse(lines(*FILLER[: LEAD + 1])))


def test_what_takes_up_the_lead_is_told_from_what_does_not(parse: Parse) -> None:
    parsed = parse(lines(*FILLER[:3], "The mill burned down.", "A whale swam."))
    assert "lead 4" in features_of(parsed, 4)
    assert "lead 0" in features_of(parsed, 5)


def test_what_the_text_repeats_is_frequent(parse: Parse) -> None:
    parsed = parse(lines("A dam broke.", "Snow fell.", "The dam was old.", "Bread burned."))
    assert "frequent 0" not in features_of(parsed, 3)
    assert "frequent 0" in features_of(parsed, 4)


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Dam breaks", "headline 1"), ("Old dams", "headline 0"), ("", "headline 0")],
)
def test_words_of_the_headline_are_counted(parse: Parse, title: str, expected: str) -> None:
    assert expected in features_of(parse("The dam was grey."), title=title)


def test_whom_the_text_is_about_is_central(parse: Parse) -> None:
    parsed = parse("Jane Holt left Berlin.\n\nSnow fell on the mill.")
    assert "central 2" in features_of(parsed, 1)
    assert {"central 0", "names 0"} <= features_of(parsed, 2)


def test_quoted_words_are_told_from_those_of_the_narrator(parse: Parse) -> None:
    parsed = parse("“The dam is old and may break,” Jane Holt said.\n\nSnow fell on the mill.")
    first, second = features_of(parsed, 1), features_of(parsed, 2)
    assert "quoted 3" in first
    assert "source named" in first
    assert "quoted 0" in second
    assert not {"source named", "source unnamed"} & second


def test_indirect_speech_is_said_but_not_quoted(parse: Parse) -> None:
    found = features_of(parse("Jane Holt said that the dam was old."))
    assert {"quoted 0", "source named"} <= found


def test_a_source_without_a_name_is_told(parse: Parse) -> None:
    text = "“The dam may break,” said a person close to the talks."
    assert "source unnamed" in features_of(parse(text))


def test_what_frames_found_is_told(parse: Parse) -> None:
    parsed = parse("It is unclear whether the dam will hold.\n\nSnow fell on the mill.")
    first, second = features_of(parsed, 1), features_of(parsed, 2)
    assert {"frame rank 0", "frame gap 0", "frame kind unknown", "frame form INDIRECT"} <= first
    assert sum(feature.startswith("frame best") for feature in first) == 1
    assert {feature for feature in second if feature.startswith("frame")} == {"frame none"}


def test_the_manner_of_a_text_is_the_same_in_all_its_sentences(parse: Parse) -> None:
    sentences, features, _ = read(parse(lines(*FILLER)))
    manners = [
        {feature for feature in features.of(sentence) if feature.startswith("text ")}
        for sentence in sentences
    ]
    assert all(manner == manners[0] for manner in manners)
    assert {"text sentences 1", "text quotes 0", "text frames 0"} <= manners[0]


@settings(max_examples=30)
@given(st.lists(st.sampled_from([*FILLER, "“It may sink,” he said.", "Who?"]), min_size=1))
def test_every_family_has_one_step(parse: Parse, texts: list[str]) -> None:
    sentences, features, topic = read(parse(lines(*texts)))
    assert topic.total == len(sentences)
    once = ("place", "lead", "frequent", "headline", "central", "quoted", "names", "length",
            "modals", "denials", "numbers", "text quotes", "frame score", "frame best")  # fmt: skip
    for sentence in sentences:
        found = features.of(sentence)
        for family in once:
            count = sum(feature.startswith(f"{family} ") for feature in found)
            assert count == 1 or (family.startswith("frame") and "frame none" in found)


# -- what a text is about ---------------------------------------------------------------


def test_shares_lie_between_nothing_and_all(parse: Parse) -> None:
    _, _, topic = read(parse(lines("A dam broke.", "The dam was old.", *FILLER)))
    dam, whale = frozenset({"dam"}), frozenset({"whale"})
    assert (topic.lead_share(dam), topic.lead_share(whale)) == (1, 0)
    assert (topic.frequent_share(dam), topic.frequent_share(whale)) == (1, 0)
    assert topic.lead_share(frozenset()) == topic.frequent_share(frozenset()) == 0


def test_a_word_that_stands_once_is_not_frequent(parse: Parse) -> None:
    _, _, topic = read(parse(lines(*FILLER)))
    assert topic.frequent_share(frozenset({stem("moon")})) == 0


def test_of_equally_frequent_words_the_first_count(parse: Parse) -> None:
    nouns = [f"{letter}at" for letter in "bchmrvfgp"] + ["dog", "cow", "pig", "hen", "fox", "owl"]
    nouns += ["ant", "bee"]
    assert len(nouns) > FREQUENT
    _, _, topic = read(parse(lines(*(f"A {noun} met the {noun}." for noun in nouns))))
    assert topic.frequent_share(frozenset({"bee"})) == 0


def test_a_text_has_a_few_main_names(parse: Parse) -> None:
    towns = ("Berlin", "Paris", "London", "Madrid", "Rome", "Vienna", "Oslo")
    sentences, _, topic = read(parse(" ".join(["They saw", ", ".join(towns), "."])))
    assert sum(topic.central_names(sentence.span) for sentence in sentences) <= CENTRAL


def test_a_text_without_sentences_is_about_nothing() -> None:
    topic = Topic("Dam breaks", [], EntityIndex(()))
    assert topic.total == 0
    assert topic.lead_share(frozenset({"dam"})) == 0
    assert topic.title_words(frozenset({"dam"})) == 1
