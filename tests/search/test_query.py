"""What is typed into the search box is understood, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.documents.folding import fold_words
from tui.search.query import MAX_WORDS, parse_query, plain_words
from tui.search.terms import Field, Match, Term

SIGNS = """ab é"'|!^$\\: \n“’—½ß"""
typed = st.text(st.sampled_from(SIGNS), max_size=20) | st.text(max_size=20)
pieces = st.sampled_from(
    [
        "a",
        "'b",
        "^c",
        "d$",
        "!e",
        "|",
        '"f g"',
        r"h\ i",
        "tag:j",
        "color:pink",
        "!who:k",
        "since:1y",
    ]
)


def only(text: str) -> Term:
    """The one term of a query."""
    ((term,),) = parse_query(text).groups
    return term


def test_words_are_folded_and_keep_their_order() -> None:
    assert parse_query("  Café  TALKS don't ").words == ("cafe", "talks", "dont")


def test_a_word_typed_twice_counts_once() -> None:
    assert parse_query("talks about talks").words == ("talks", "about")


def test_nothing_and_signs_of_the_language_ask_for_everything() -> None:
    assert parse_query("").is_empty
    assert parse_query(" ' | ! ^ $ tag: tag:# \"").is_empty
    assert not parse_query("a").is_empty


def test_signs_are_looked_for_as_they_stand() -> None:
    assert only("★") == Term("★", Match.EXACT)
    assert only("…") == Term("...", Match.EXACT)
    assert only("—") == Term("-", Match.EXACT)
    assert parse_query("fire ★").filters == ((Term("★", Match.EXACT),),)


def test_punctuation_beside_words_is_not_looked_for() -> None:
    assert parse_query("plan — first").filters == ()
    assert parse_query("at & t …").words == ("at", "t")


def test_a_tag_is_asked_for_as_it_is_shown() -> None:
    assert only("tag:#War") == Term("war", Match.EXACT, Field.TAG)
    assert only("!tag:^#war") == Term("war", Match.START, Field.TAG, True)


def test_a_pasted_page_is_cut() -> None:
    assert len(parse_query(" ".join(f"w{n}" for n in range(500))).words) == MAX_WORDS


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("'Wild", Term("wild", Match.EXACT)),
        ("^music", Term("music", Match.START)),
        (".mp3$", Term(".mp3", Match.END)),
        ("^all$", Term("all", Match.WHOLE)),
        ("!fire", Term("fire", Match.EXACT, None, True)),
        ("!'fire", Term("fire", Match.EXACT, None, True)),
        ("!^fire", Term("fire", Match.START, None, True)),
        (r"'two\ words", Term("two words", Match.EXACT)),
        ('"Two  words"', Term("two words", Match.EXACT)),
        ('"not closed', Term("not closed", Match.EXACT)),
        ("“curly”$", Term('"curly"', Match.END)),
        (r"'5\$", Term("5$", Match.EXACT)),
        ("who:Keller", Term("keller", Match.EXACT, Field.WHO)),
        ('note:"to do"', Term("to do", Match.EXACT, Field.NOTE)),
        ("!tag:^war", Term("war", Match.START, Field.TAG, True)),
        ("colour:Pink", Term("pink", Match.EXACT, Field.COLOUR)),
        ("since:2022-01", Term("2022-01", Match.EXACT, Field.SINCE)),
        ("until:7d", Term("7d", Match.EXACT, Field.UNTIL)),
        ("kind:quo", Term("quo", Match.EXACT, Field.KIND)),
    ],
)
def test_signs_say_how_and_where_to_look(text: str, term: Term) -> None:
    assert only(text) == term


def test_bars_part_alternatives_and_bind_closer_than_blanks() -> None:
    groups = parse_query("a b | 'c | who:d e").groups
    assert [[str(term) for term in group] for group in groups] == [
        ["a"],
        ["b", "'c", "who:'d"],
        ["e"],
    ]


def test_a_bar_without_a_neighbour_is_nothing() -> None:
    assert parse_query("| a | | b |") == parse_query("a | b")


def test_what_is_no_field_is_told_and_the_rest_is_in_force() -> None:
    query = parse_query("colour2:red talks")
    assert query.words == ("talks",)
    assert [problem.split(";")[0] for problem in query.problems] == ["no field “colour2:”"]
    assert "tag: color:" in query.problems[0]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("since:2022-13 a", "no date “2022-13”"),
        ("until:yesterday a", "no date “yesterday”"),
        ("kind:poem a", "no kind: “poem”"),
        ("color:red a", "no color: “red”"),
        ("is:lost a", "no is: “lost”"),
    ],
)
def test_a_value_that_a_field_does_not_know_is_told(text: str, clause: str) -> None:
    query = parse_query(text)
    assert query.problems[0].startswith(clause)
    assert query.words == ("a",)


@pytest.mark.parametrize("text", ["https://a.example/b", "at 10:30", "Keller: no", r"a\:b", "'x:y"])
def test_a_colon_in_what_is_pasted_is_no_field(text: str) -> None:
    assert not parse_query(text).problems
    assert not parse_query(text).is_empty


def test_the_readers_own_names_of_colours_are_known() -> None:
    query = parse_query("color:Claims color:blue", {"claims": "green"})
    assert [str(group[0]) for group in query.groups] == ["color:'green", "color:'blue"]


def test_exactly_takes_every_word_as_it_stands() -> None:
    assert parse_query("talks | ended kyiv").exactly() == parse_query("'talks | 'ended 'kyiv")


@given(typed)
@example('"\\')
@example("x\\\n")
def test_no_text_is_too_odd(text: str) -> None:
    query = parse_query(text)
    assert set(query.words) <= {word.text for word in fold_words(text)}
    assert all(term.text.strip() for group in query.groups for term in group)


@given(typed | st.lists(pieces, max_size=8).map(" ".join))
def test_a_query_that_is_written_out_means_the_same(text: str) -> None:
    query = parse_query(text)
    assert parse_query(str(query)) == query
    assert not parse_query(str(query)).problems


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=8))
def test_blanks_and_capitals_do_not_matter(words: list[str]) -> None:
    assert parse_query("  ".join(words).upper()) == parse_query(" ".join(words))


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=8))
def test_plain_words_are_nothing_but_words(words: list[str]) -> None:
    query = parse_query(" ".join(words))
    assert query.words == tuple(dict.fromkeys(words))
    assert not query.filters


@given(st.text())
def test_a_list_searched_by_words_alone_takes_the_words_of_any_text(text: str) -> None:
    words = dict.fromkeys(word.text for word in fold_words(text))
    assert plain_words(text) == tuple(words)[:MAX_WORDS]
