"""Quoted words that stand apart from their cue, or have none."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.quotes.conftest import quotes_of, words


def rows(parse: Parse, text: str) -> list[tuple[list[str], str | None]]:
    return [(words(text, q.content), q.speaker_name) for q in quotes_of(parse, text)]


def test_a_quoted_clause_is_listed_though_nobody_is_its_speaker(parse: Parse) -> None:
    text = "The sign at the gate with “the bridge will be closed” was old."
    assert rows(parse, text) == [(["“the bridge will be closed”"], None)]
    (quote,) = quotes_of(parse, text)
    assert quote.rule == "words in quotation marks"
    assert not quote.is_sure


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “ghost fleet” has grown.",
        "We saw “The Mill That Was Sold Twice” in May.",
        "The town is jokingly called “Little Leeds”.",
    ],
)
def test_terms_and_titles_are_not_listed(parse: Parse, text: str) -> None:
    assert rows(parse, text) == []


def test_the_second_half_of_a_quotation_goes_with_the_first(parse: Parse) -> None:
    text = '"We will not sell," Ann Lee said on Monday; "we will rather close."'
    assert rows(parse, text) == [(['"We will not sell,"', '"we will rather close."'], "Ann Lee")]
    text = '"I will pay," said Ann Lee -- she was late -- "but not today."'
    assert rows(parse, text) == [(['"I will pay,"', '"but not today."'], "Ann Lee")]


def test_so_said_gives_the_sentence_before_to_its_speaker(parse: Parse) -> None:
    text = '"The mill is very old." So said Ann Lee.'
    assert rows(parse, text) == [(['"The mill is very old."'], "Ann Lee")]


def test_what_somebody_calls_something_is_a_quote_where_it_is_quoted(parse: Parse) -> None:
    text = "Guards saw what Ann Lee called “a rotten old roof” in May."
    assert rows(parse, text) == [(["“a rotten old roof”"], "Ann Lee")]
    assert rows(parse, "Guards saw what Ann Lee called a rotten old roof in May.") == []


def test_nobody_is_no_speaker(parse: Parse) -> None:
    assert rows(parse, "Nobody asked her when, and the shop was full of people.") == []


def test_courts_hold_and_rule_what_others_do_not(parse: Parse) -> None:
    text = "The court held that the mill was old."
    assert rows(parse, text) == [(["that the mill was old"], None)]
    assert rows(parse, "Silence ruled that the mill was old.") == []


def test_a_reply_in_a_paragraph_of_its_own_is_not_the_askers(parse: Parse) -> None:
    text = '"Is the gate shut tonight?" Ann Lee asked.\n\n"It is."'
    assert rows(parse, text) == [(['"Is the gate shut tonight?"'], "Ann Lee"), (['"It is."'], None)]


def test_each_of_a_list_of_letters_has_its_own_name(parse: Parse) -> None:
    text = "“The mill is very old.” — Ann Lee\n\n“The roof is very new.”"
    assert rows(parse, text)[1][1] is None
    text = "“The mill is very old.” — Ann Lee\n“The roof is very new.” — Tom Baker"
    assert [name for _, name in rows(parse, text)] == ["Ann Lee", "Tom Baker"]


def test_a_remark_between_commas_leaves_both_sides_of_what_is_said(parse: Parse) -> None:
    text = "The mill was so old, Ann Lee said, that nobody went in."
    assert rows(parse, text) == [(["The mill was so old", "that nobody went in"], "Ann Lee")]


def test_a_question_is_not_whose_answer_follows_it(parse: Parse) -> None:
    text = '"How could you think that of us?" Ann Lee replied that the mill was old.'
    found = {words(text, q.content)[0]: q.speaker_name for q in quotes_of(parse, text)}
    assert found["that the mill was old"] == "Ann Lee"
    assert found['"How could you think that of us?"'] is None


def test_what_stands_right_behind_its_cue_goes_with_the_words_in_front_of_it(
    parse: Parse,
) -> None:
    text = "The mill, Ann Lee wrote “has always paid its people. It works hard.”"
    (row,) = rows(parse, text)
    assert row[0][-1] == "“has always paid its people. It works hard.”"
    assert row[1] == "Ann Lee"


def test_words_woven_into_a_sentence_are_those_of_who_acts_in_it(parse: Parse) -> None:
    text = "Ann Lee also bemoaned a town in which people “simply hate each other” for money."
    assert rows(parse, text) == [(["“simply hate each other”"], "Ann Lee")]
    (quote,) = quotes_of(parse, text)
    assert not quote.is_sure


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee was asked, “If you had known it, would you have told her?”",
        "The bill has the words “the bridge will be closed” on it.",
        "“We cite in our letter a dozen cases that were worse than this.” Ann Lee left.",
    ],
)
def test_words_of_others_are_not_given_to_who_stands_beside_them(parse: Parse, text: str) -> None:
    (row,) = rows(parse, text)
    assert row[1] is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # The whole name with its title stands behind the mark, whatever the parser makes of it.
        (
            "“We will make this promise: we will pay,” Leeds mill chief Ann Lee said Monday.",
            "“We will make this promise: we will pay,”",
        ),
        ("“The mill should close now” said Ann Lee, who left.", "“The mill should close now”"),
        # A statement that is given and its words.
        ("Ann Lee issued a statement: “We are closing it.”", "“We are closing it.”"),
        ("Lee: 'Never, ever say that again.'", "'Never, ever say that again.'"),
    ],
)
def test_a_quotation_has_the_speaker_beside_it(parse: Parse, text: str, content: str) -> None:
    (quote,) = quotes_of(parse, text)
    assert words(text, quote.content) == [content]
    assert quote.speaker_name == "Ann Lee"


def test_a_statement_that_is_only_read_says_nothing(parse: Parse) -> None:
    text = "Ann Lee had a statement, “the mill song of the year”, on her desk."
    assert [q.rule for q in quotes_of(parse, text)] == []


def test_a_few_words_stay_with_the_cue_before_them(parse: Parse) -> None:
    text = 'Tom Baker said many boats would be "lost", Ann Lee reported.'
    assert 'Tom Baker said many boats would be "lost"' in [
        words(text, q.content)[0] for q in quotes_of(parse, text)
    ]


def test_what_is_denied_inside_the_marks_is_said_all_the_same(parse: Parse) -> None:
    text = '"Are we where we need to be? Probably not," Ms. Lee said.'
    assert rows(parse, text) == [(['"Are we where we need to be? Probably not,"'], "Ann Lee")]


def test_a_paragraph_set_off_behind_a_colon_is_quoted_without_marks(parse: Parse) -> None:
    said = "The mill is very old and nobody wants it. We told the mayor that it has to go."
    assert rows(parse, f"Ann Lee wrote:\n\n{said}") == [([said], "Ann Lee")]
    # Not a list, and not where the sentence goes on before its colon.
    assert rows(parse, f"Ann Lee named three towns for:\n\n{said}") != [([said], "Ann Lee")]
    assert rows(parse, "Ann Lee wrote:\n\nmill, roof") == []
