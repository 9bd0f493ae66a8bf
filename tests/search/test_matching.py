"""How well a record matches and which of its letters are marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.article import Span
from tui.documents.folding import fold, fold_words
from tui.search.matching import RecordMatch, joined, weigh
from tui.search.query import Query, parse_query
from tui.search.terms import Term
from tui.search.vocabulary import Vocabulary

ALPHABET = "abc áßﬁİ'’ \u0301한½-"
fields = st.lists(st.text(ALPHABET, max_size=30), min_size=1, max_size=3)
spans = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 5)).map(lambda p: Span(p[0], p[0] + p[1]))
)


def score_record(query: Query, texts: Sequence[str]) -> RecordMatch | None:
    """Match one record that is all there is."""
    vocabulary = Vocabulary(word.text for text in texts for word in fold_words(text))
    weighed = weigh([vocabulary.expand(word) for word in query.words], texts)
    return weighed.match() if weighed else None


def marked(query: str, *texts: str) -> list[list[str]] | None:
    match = score_record(parse_query(query), texts)
    if match is None:
        return None
    return [
        [text[s.start : s.end] for s in marks]
        for text, marks in zip(texts, match.marks, strict=True)
    ]


def score(query: str, *texts: str) -> float:
    match = score_record(parse_query(query), texts)
    assert match is not None
    return match.score


def test_every_word_must_match_in_some_field_in_any_order() -> None:
    assert marked("talks brussels", "Talks ended", "in Brussels") == [["Talks"], ["Brussels"]]
    assert marked("talks moscow", "Talks ended", "in Brussels") is None


@pytest.mark.parametrize(
    ("query", "letters"),
    [
        ("commitment", ["commitment"]),
        ("commit", ["commit"]),
        ("mitment", ["mitment"]),
        ("comitment", ["com", "itment"]),
        ("commxtment", ["comm", "tment"]),
        ("cmtmnt", ["c", "m", "tm", "nt"]),
    ],
)
def test_the_letters_that_were_typed_are_marked(query: str, letters: list[str]) -> None:
    assert marked(query, "a commitment made") == [letters]


def test_of_a_mistyped_beginning_only_the_beginning_is_marked() -> None:
    found = marked("stlote", "stoltenberg stole")
    assert found is not None
    assert "berg" not in "".join(found[0])


def test_the_word_itself_hides_its_look_alikes() -> None:
    assert marked("talks", "walks and talks and talkshow") == [["talks"]]


@pytest.mark.parametrize(
    ("query", "text", "letters"),
    [
        ("cafe", "the Café here", "Café"),
        ("cafe", "the Cafe\u0301 here", "Cafe\u0301"),
        ("dont", "they don’t know", "don’t"),
        ("strasse", "die Straße dort", "Straße"),
        ("fi", "ﬁnance", "ﬁ"),
        ("stras", "Straße", "Straß"),
    ],
)
def test_marks_stand_on_the_unfolded_letters(query: str, text: str, letters: str) -> None:
    assert marked(query, text) == [[letters]]


def test_a_phrase_is_better_than_scattered_words() -> None:
    assert score("deputy secretary", "the deputy secretary left at noon") > score(
        "deputy secretary", "the secretary left the deputy at noon"
    )


def test_the_word_is_better_than_its_beginning_and_that_than_a_typo() -> None:
    word, longer, typo = (score("state", text) for text in ("state", "statement", "stage"))
    assert word > longer > typo


def test_a_typo_never_outranks_the_word_itself_because_of_a_phrase() -> None:
    assert score("russian talks", "russian and then other talks") > score(
        "russian talks", "prussian walks"
    )


def test_a_short_field_that_is_all_typed_comes_first() -> None:
    assert score("nato", "Nato") > score("nato", "Nato said on Monday that it would meet")


def test_an_empty_query_matches_without_marks() -> None:
    match = score_record(Query(), ["anything"])
    assert match is not None
    assert match.score == 0
    assert match.marks == ((),)


@given(fields, st.text(ALPHABET, max_size=10))
def test_marks_lie_inside_their_fields_and_do_not_touch(texts: list[str], typed: str) -> None:
    match = score_record(parse_query(typed), texts)
    if match is None:
        return
    assert len(match.marks) == len(texts)
    for text, marks in zip(texts, match.marks, strict=True):
        previous = -1
        for start, end in marks:
            assert previous < start < end <= len(text)
            assert not (end < len(text) and unicodedata.combining(text[end]))
            previous = end


@given(fields, st.data())
def test_a_word_of_a_record_is_found_and_its_marks_fold_to_it(
    texts: list[str], data: st.DataObject
) -> None:
    words = [word.text for text in texts for word in fold_words(text)]
    if not words:
        return
    typed = data.draw(st.sampled_from(words))
    match = score_record(Query(((Term(typed),),)), texts)
    assert match is not None
    for text, marks in zip(texts, match.marks, strict=True):
        assert {fold(text[start:end]) for start, end in marks} <= {typed}
    assert any(match.marks)


@given(fields, st.data())
def test_the_beginning_of_a_word_marks_letters_that_begin_with_it(
    texts: list[str], data: st.DataObject
) -> None:
    words = [word.text for text in texts for word in fold_words(text)]
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    typed = word[: data.draw(st.integers(1, len(word)))]
    match = score_record(Query(((Term(typed),),)), texts)
    assert match is not None
    for text, marks in zip(texts, match.marks, strict=True):
        assert all(fold(text[start:end]).startswith(typed) for start, end in marks)


@given(spans)
def test_joined_spans_cover_the_same_letters(found: list[Span]) -> None:
    result = list(joined(found))
    assert {n for s in result for n in range(*s)} == {n for s in found for n in range(*s)}
    assert all(a.end < b.start for a, b in pairwise(result))
