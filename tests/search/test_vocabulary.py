"""Which words a typed word may mean, and in which order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.vocabulary import How, Vocabulary, allowed_slips, expand

# Told apart by little, as the words of one article are.
WORDS = [
    *("commission", "commitment", "committee", "diplomacy", "diplomat", "nation", "nato"),
    *("putin", "schedule", "secretary", "senator", "state", "statement", "stoltenberg"),
    *("table", "talk", "talked", "talks", "walks", "2021", "2022"),
]
words = st.text("abcde", min_size=1, max_size=9)


def how(typed: str, word: str) -> How | None:
    match = Vocabulary(WORDS).expand(typed).match(word)
    return match.how if match else None


def test_the_word_itself_comes_first_then_what_begins_with_it() -> None:
    assert [word for word, _ in expand("talk", WORDS)][:3] == ["talk", "talks", "talked"]


@pytest.mark.parametrize(
    ("typed", "word", "expected"),
    [
        ("nato", "nato", How.EXACT),
        ("stol", "stoltenberg", How.PREFIX),
        ("mitment", "commitment", How.INSIDE),
        ("stoltenburg", "stoltenberg", How.TYPO),
        ("stlotenbreg", "stoltenberg", How.TYPO),
        ("comission", "commission", How.TYPO),
        ("utin", "putin", How.INSIDE),
        ("butin", "putin", How.TYPO),
        ("puitn", "putin", How.TYPO),
        ("naot", "nato", How.TYPO),
        ("shcedu", "schedule", How.UNFINISHED),
        ("stltbrg", "stoltenberg", How.ABBREVIATION),
    ],
)
def test_a_typed_word_finds_what_was_meant(typed: str, word: str, expected: How) -> None:
    assert how(typed, word) is expected


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("nat", "state"),  # a short word is not looked for inside others
        ("tlk", "talk"),  # nor is it mistyped
        ("n", "diplomat"),
        ("2021", "2022"),  # a digit is not a slip
        ("nation", "nato"),
        ("tall", "talk"),  # of four letters, another is another word
        ("stg", "stoltenberg"),  # three letters abbreviate anything
    ],
)
def test_a_typed_word_does_not_find_what_was_not_meant(typed: str, word: str) -> None:
    assert how(typed, word) is None


def test_an_abbreviation_counts_only_when_nothing_else_does() -> None:
    vocabulary = Vocabulary(["sttement", "statement"])
    assert "statement" in Vocabulary(["statement"]).expand("sttmnt").matches
    assert [match.how for match in vocabulary.expand("sttement").matches.values()] == [
        How.EXACT,
        How.TYPO,
    ]


def test_swapped_letters_come_before_a_wrong_one() -> None:
    assert [word for word, _ in expand("russai", ["russar", "russia"])] == ["russia", "russar"]


def test_one_slip_comes_before_two_and_a_first_letter_is_seldom_wrong() -> None:
    found = [word for word, _ in expand("statemant", ["slatemant", "ttatemant", "stotemunt"])]
    assert found == ["slatemant", "ttatemant", "stotemunt"]


def test_a_limit_keeps_the_best_and_says_that_it_did() -> None:
    vocabulary = Vocabulary(f"s{n:04}" for n in range(500))
    expansion = vocabulary.expand("s", limit=10)
    assert len(expansion.matches) == 10
    assert not expansion.is_complete
    assert vocabulary.expand("s", limit=500).is_complete


def test_a_word_left_out_by_the_limit_is_still_known_when_met() -> None:
    expansion = Vocabulary(["s", *(f"s{n:04}" for n in range(50))]).expand("s", limit=5)
    match = expansion.match("s0049")
    assert match is not None
    assert match.how is How.PREFIX
    assert expansion.match("t0049") is None


def test_an_empty_vocabulary_has_no_meaning_for_anything() -> None:
    assert expand("stoltenberg", []) == []


@pytest.mark.parametrize(("typed", "slips"), [("abc", 0), ("abcd", 1), ("abcdefg", 2), ("b2b", 0)])
def test_a_longer_word_may_have_more_slips(typed: str, slips: int) -> None:
    assert allowed_slips(typed) == slips


@given(words, st.lists(words, max_size=30))
def test_every_match_is_a_word_of_the_vocabulary_best_first(
    typed: str, vocabulary: list[str]
) -> None:
    found = expand(typed, vocabulary)
    assert {word for word, _ in found} <= set(vocabulary)
    scores = [score for _, score in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


@given(words, st.lists(words, max_size=30))
def test_no_word_within_the_allowed_slips_is_missed(typed: str, vocabulary: list[str]) -> None:
    from rapidfuzz.distance import OSA

    near = {w for w in vocabulary if OSA.distance(typed, w) <= allowed_slips(typed)}
    if len(typed) == 4:
        near = {w for w in near if sorted(w) == sorted(typed)}
    near |= {w for w in vocabulary if w.startswith(typed)}
    if len(typed) >= 4:
        near |= {w for w in vocabulary if typed in w}
    assert near <= {word for word, _ in expand(typed, vocabulary)}
