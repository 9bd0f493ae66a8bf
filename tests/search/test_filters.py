"""Operators and fields of the finder over an article's findings, marks and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.results import (
    Analysis,
    Entity,
    EntityType,
    Mention,
    Question,
    QuestionKind,
    Quote,
    QuoteKind,
)
from tui.analysis.rules import MentionRule
from tui.documents.article import Article, Span
from tui.documents.blocks import split_blocks
from tui.search.article_search import ArticleIndex, Hit, HitKind
from tui.search.find_regex import PatternError
from tui.settings.colours import Colour
from tui.store.anchors import describe
from tui.store.highlight_rows import Highlight

TEXT = """Ida Brandt, who runs the ferry line, met the council on Monday. She asked for a
new pier.

“The old pier is a danger,” Ms Brandt said. People close to the council said it was
too dear. Whether the council will pay is open.

The ferry left Lund at noon. The mayor of Lund stayed ashore."""


@dataclass(frozen=True)
class Marked:
    highlight: Highlight
    parts: tuple[Span, ...]
    state: str = "exact"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def entity(name: str, kind: EntityType, *mentions: str, meant: str = "") -> Entity:
    references = (Mention(span(meant), MentionRule.PRONOUN),) if meant else ()
    return Entity(
        name, kind, tuple(Mention(span(m), MentionRule.SAME_NAME) for m in mentions), references
    )


ANALYSIS = Analysis(
    language="en",
    entities=(
        entity("Ida Brandt", EntityType.PERSON, "Ida Brandt", "Brandt said", meant="She"),
        entity("Lund", EntityType.PLACE, "Lund at", "Lund stayed"),
    ),
    quotes=(
        Quote((span("“The old pier is a danger,”"),), QuoteKind.DIRECT, speaker_name="Ida Brandt"),
        Quote(
            (span("it was\ntoo dear"),),
            QuoteKind.INDIRECT,
            speaker_name="people close to the council",
            anonymous=True,
        ),
    ),
    questions=(
        Question(
            span("Whether the council will pay is open"),
            "Will the council pay?",
            QuestionKind.UNDECIDED,
            "council",
            3,
            ("the council",),
        ),
    ),
)


def mark(words: str, note: str, colour: Colour, *tags: str, day: str = "2024-03-05") -> Marked:
    where = span(words)
    anchor = describe(TEXT, where.start, where.end)
    made = Highlight(words, "d", anchor, colour, note, None, tags, f"{day}T10:00:00Z")
    return Marked(made, (where,))


MARKS = (
    mark("The ferry left Lund", "compare timetable", Colour.PINK, "travel", day="2023-12-31"),
    mark("too dear", "", Colour.GREEN, "money talk"),
    mark("new pier", "who pays?", Colour.YELLOW),
)


def index(marks: Sequence[Marked] = MARKS) -> ArticleIndex:
    article = Article("/a/ferry.txt", TEXT, "A pier for the ferry", split_blocks(TEXT))
    return ArticleIndex.build(article, ANALYSIS, marks)


INDEX = index()


def titles(query: str) -> list[str]:
    return [hit.title for hit in INDEX.search(query)]


def found(query: str) -> set[str]:
    return {hit.key for hit in INDEX.search(query, 1000)}


EVERYTHING = found("!zeppelin")


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("kind:quote who:brandt", ["“The old pier is a danger,”"]),
        ("is:anonymous", ["it was too dear"]),
        ("kind:question council", ["Will the council pay?"]),
        ("is:open", ["Will the council pay?"]),
        ("color:pink", ["The ferry left Lund"]),
        ("tag:travel", ["The ferry left Lund"]),
        ("tag:tra", ["The ferry left Lund"]),
        ("tag:avel", []),
        ('tag:"money talk"', ["too dear"]),
        ("note:timetable", ["The ferry left Lund"]),
        ("is:noted !color:pink", ["new pier"]),
        ("is:tagged", ["The ferry left Lund", "too dear"]),
        ("kind:highlight until:2023", ["The ferry left Lund"]),
        ("since:2024", ["new pier", "too dear"]),
        ("since:2024-03-06", []),
        ("kind:place", ["Lund"]),
        ("kind:mark color:pink", ["The ferry left Lund"]),
        ("kind:sentence ^the !mayor !old", ["The ferry left Lund at noon."]),
        ("kind:sentence ashore$", ["The mayor of Lund stayed ashore."]),
        ("'ort 'mayor", []),
        ("kind:sentence 'stay | 'noon 'lund", None),
        ("src:ferry.txt kind:quote dear", ["it was too dear"]),
        ("src:elsewhere", []),
    ],
)
def test_a_query_finds_what_it_asks_for(query: str, wanted: list[str] | None) -> None:
    if wanted is None:
        wanted = ["The ferry left Lund at noon.", "The mayor of Lund stayed ashore."]
    assert sorted(titles(query)) == sorted(wanted)


def test_a_question_that_was_answered_is_not_open() -> None:
    article = Article("/a/ferry.txt", TEXT, "A pier for the ferry", split_blocks(TEXT))
    evidence = ANALYSIS.questions[0].evidence
    settled = ArticleIndex.build(article, ANALYSIS, MARKS, {evidence: "answered"})
    assert settled.search("is:open") == []
    assert [hit.title for hit in settled.search("is:answered")] == ["Will the council pay?"]


def test_somebody_is_found_where_only_a_pronoun_stands() -> None:
    assert titles("about:brandt kind:sentence")[1] == "She asked for a new pier."
    last = titles("brandt")[-1]
    assert last == "She asked for a new pier."
    assert titles("brandt asked") == ["She asked for a new pier."]


def test_matched_letters_are_shown_for_exact_terms_and_fields() -> None:
    hit = INDEX.search("'ang who:ida")[0]
    assert marked(hit) == (["ang"], ["Ida"])
    hit = INDEX.search("note:time 'left")[0]
    assert marked(hit) == (["left"], ["time"])
    hit = INDEX.search("dangr | zeppelin kind:quote")[0]
    assert marked(hit)[0] == ["dang", "r"]


def marked(hit: Hit) -> tuple[list[str], list[str]]:
    return (
        [hit.title[s.start : s.end] for s in hit.spans_marked],
        [hit.detail[s.start : s.end] for s in hit.detail_marked],
    )


def test_what_a_typo_finds_comes_after_what_was_typed() -> None:
    assert titles("mayor | fery kind:sentence")[0] == "The mayor of Lund stayed ashore."


def test_a_regular_expression_finds_records() -> None:
    hits = INDEX.search_regex(r"^the (old|new)|\bpier\b.$")
    assert {(hit.kind, hit.title) for hit in hits} == {
        (HitKind.TEXT, "She asked for a new pier."),
    }
    hits = INDEX.search_regex(r"Lund \w+ ashore")
    assert marked(hits[0])[0] == ["Lund stayed ashore"]


def test_a_pattern_that_is_none_or_never_ends_is_told() -> None:
    with pytest.raises(PatternError, match="no regular expression"):
        INDEX.search_regex("(")
    text = "a" * 4000
    book = ArticleIndex.build(Article("s", text, "t", split_blocks(text)), None, [])
    with pytest.raises(PatternError, match="too long"):
        book.search_regex("(a|aa|a.)+$b")


PLAIN = ["pier", "fery", "lnud"]
EXACT = ["'pier", "^the", "open$", "'x", "'“", '"the old"', "who:ida", "kind:quote", "tag:m"]
EXACT += ["is:noted", "about:lund", "since:2024", "note:a", "color:g", "src:pier"]
exact = st.sampled_from(EXACT)
terms = st.sampled_from([*PLAIN, *EXACT])


@given(exact)
def test_what_lacks_a_term_is_everything_else(term: str) -> None:
    assert found(f"!{term}") == EVERYTHING - found(term)


@given(terms, terms)
def test_alternatives_find_what_either_finds(one: str, other: str) -> None:
    assert found(f"{one} | {other}") == found(one) | found(other)


@given(terms, terms)
def test_two_terms_find_what_both_find(one: str, other: str) -> None:
    assert found(f"{one} {other}") == found(one) & found(other)


@given(st.text(st.sampled_from("thepir -“'"), min_size=1, max_size=4))
def test_an_exact_term_finds_every_record_that_has_it(part: str) -> None:
    typed = part.replace("'", r"\'").replace(" ", r"\ ")
    # A negated term is never narrowed by words: it looks at every record.
    assert not part.strip() or found(f"'{typed}") == EVERYTHING - found(f"!'{typed}")
