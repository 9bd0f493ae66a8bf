"""What a sentence shows of being open: constructions, never people."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.conftest import Parse
from tui.analysis.questions.sentence_features import classes_by_word, sentence_features, words_of


def features_of(parse: Parse, text: str) -> set[str]:
    return {
        feature
        for paragraph in parse(text).paragraphs
        for sentence in paragraph.doc.sents
        for feature in sentence_features(sentence)
    }


SHOWN = [
    ("The firm did not sell the ferry.", "verb sell not dodvb"),
    ("The firm sold the ferry.", "verb sell vbd"),
    ("The firm never sold the ferry.", "verb sell not vbd"),
    ("The firm could sell the ferry.", "verb sell could"),
    ("The firm may not sell the ferry.", "verb sell not may"),
    ("The firm wants to sell the ferry.", "verb sell to"),
    ("The ferry has been sold.", "verb sell habedvbn"),
    ("The ferry is sinking.", "verb sink bevbg"),
    ("The firm sold the ferry.", "verb sell : noun"),
    ("They sold the ferry.", "verb sell : they"),
    ("Jane Holt sold the ferry.", "verb sell : <person>"),
    ("Sell the ferry.", "verb sell : none"),
    ("The board asked whether the ferry sank.", "verb ask whether"),
    ("The board asked if the ferry sank.", "verb ask if"),
    ("The board asked why the ferry sank.", "verb ask wh"),
    ("The board may say whether it knew.", "link ROOT may whether"),
    ("The firm denied the claim.", "class denying"),
    ("The firm denied the claim.", "verb DENYING vbd"),
    ("The firm denied the claim.", "under DENYING dobj CLAIM_NOUNS"),
    ("The firm denied the claim.", "under deny dobj claim"),
    ("There is no evidence.", "noun evidence not attr"),
    ("The evidence is old.", "noun evidence nsubj"),
    ("The ferry sank.", "pair <start> the"),
    ("The ferry sank.", "pair . <end>"),
    ("The ferry sank.", "state vbd noun"),
]  # fmt: skip

NOT_SHOWN = [
    ("The firm did sell the ferry.", "verb sell not dodvb"),
    ("The firm that did not pay sold the ferry.", "verb sell not vbd"),
    ("The firm sold the ferry that could sink.", "verb sell could"),
    ("If it rains, the board asks the crew.", "verb ask if"),
    ("Who asked the board?", "verb ask wh"),
    ("There is evidence but no witness.", "noun evidence not attr"),
    ("The old ferry sank.", "pair the ferry"),
    ("The ferry sank.", "class denying"),
    ("The ferry sank.", "under ferry det the"),
]


@pytest.mark.parametrize(("text", "feature"), SHOWN)
def test_a_construction_is_shown(parse: Parse, text: str, feature: str) -> None:
    assert feature in features_of(parse, text)


@pytest.mark.parametrize(("text", "feature"), NOT_SHOWN)
def test_a_near_miss_is_not(parse: Parse, text: str, feature: str) -> None:
    assert feature not in features_of(parse, text)


@pytest.mark.parametrize(
    ("text", "mask", "hidden"),
    [
        ("The mayor met Jane Holt on Tuesday.", "<person>", {"jane", "holt"}),
        ("The mayor met her on Tuesday.", "<date>", {"tuesday"}),
        ("The ferry cost $45 million.", "<money>", {"45", "million"}),
        ("Half of them, some 30 percent, voted.", "<percent>", {"30", "percent"}),
        ("He spent three days in Berlin.", "<gpe>", {"berlin"}),
        ("He counted 7 boats.", "<cardinal>", {"7"}),
    ],
)
def test_a_name_a_number_and_a_date_are_what_they_are(
    parse: Parse, text: str, mask: str, hidden: set[str]
) -> None:
    features = features_of(parse, text)
    assert f"word {mask}" in features
    assert not hidden & {word for feature in features for word in feature.split(" ")}


CALLED = st.from_regex(r"[KVZ][aeiou][bdgklmnrstvz]{1,2}[aeiou][lnrst]?", fullmatch=True)
FRAMES = (
    "Nobody knows whether {0} {1} will sell the harbour.",
    "The harbour of {1} may close, {0} said.",
    "{0} has not said why {1} left.",
    "It is unclear who at {0} {1} knew of the leak.",
)


@settings(max_examples=40)
@given(CALLED, CALLED, st.sampled_from(FRAMES))
def test_a_name_never_becomes_a_feature(parse: Parse, one: str, other: str, frame: str) -> None:
    (paragraph,) = parse(frame.format(one, other)).paragraphs
    known = {t.lower_ for t in paragraph.tokens if t.ent_type_ or t.pos_ == "PROPN"}
    known -= {t.lower_ for t in paragraph.tokens if not (t.ent_type_ or t.pos_ == "PROPN")}
    said = {
        word
        for sentence in paragraph.doc.sents
        for feature in sentence_features(sentence)
        for word in feature.lower().split(" ")
    }
    assert not known & said


@pytest.mark.parametrize("text", ["   \n x", ".", "…", "“ ”", "?!", "a", "\u00a0\u00a0b", "- -"])
def test_hardly_any_text_does_no_harm(parse: Parse, text: str) -> None:
    features = features_of(parse, text)
    assert all(feature.split(" ")[0] for feature in features)
    assert not any("\n" in feature or "\t" in feature for feature in features)


def test_an_empty_sentence_shows_only_that_it_is_empty(parse: Parse) -> None:
    (paragraph,) = parse("The ferry sank.").paragraphs
    assert sentence_features(paragraph.doc[0:0]) == {"pair <start> <end>"}


def test_blanks_are_no_words(parse: Parse) -> None:
    (paragraph,) = parse("The ferry sank  yesterday, they said.").paragraphs
    assert any(token.is_space for token in paragraph.tokens)
    assert not any(word.token.is_space for word in words_of(paragraph.doc[:]))


@settings(max_examples=60)
@given(st.text("abe mnotwyr.,?!“”'-–%$0123\n", max_size=60))
def test_any_text_has_features_of_one_line(parse: Parse, text: str) -> None:
    assert all(feature.isprintable() for feature in features_of(parse, text))


def test_a_word_has_all_its_classes(parse: Parse) -> None:
    (paragraph,) = parse("The police denied it.").paragraphs
    police, denied = (w for w in words_of(paragraph.doc[:]) if w.form in ("police", "deny"))
    assert {"public_actors", "investigators", "searchers"} <= set(police.classes)
    assert "denying" in denied.classes


def test_words_without_content_are_no_class_and_classes_are_written_small() -> None:
    names = {name for names in classes_by_word().values() for name in names}
    assert "contentless" not in names
    assert all(name.islower() for name in names)
