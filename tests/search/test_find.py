"""Finding in the text: what counts as the same, and the hits before and after a place."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.article import Span
from tui.documents.folding import fold_sign, fold_stretch, signs_of
from tui.search.find import Finder

ALPHABET = "aAbé '’\"”-–\n\t.σςΣ"
texts = st.text(ALPHABET, max_size=60)
patterns = st.text(ALPHABET, max_size=5)


def find_all(text: str, pattern: str, limit: int | None = None) -> list[Span]:
    return Finder(pattern).all(text, limit)


def found(text: str, pattern: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in find_all(text, pattern)]


def test_small_letters_find_capitals_too() -> None:
    assert found("Nato, NATO and nato", "nato") == ["Nato", "NATO", "nato"]


def test_a_capital_in_the_pattern_asks_for_just_that() -> None:
    assert found("Nato, NATO and nato", "Nato") == ["Nato"]


def test_a_hit_crosses_a_wrapped_line() -> None:
    assert found("the deputy\n  secretary of state", "deputy secretary") == ["deputy\n  secretary"]


def test_a_run_of_blanks_in_the_pattern_is_one_blank() -> None:
    assert found("on the table", "on   the") == ["on the"]


def test_a_no_break_space_is_a_blank() -> None:
    assert found("Mr\u00a0Smith", "mr smith") == ["Mr\u00a0Smith"]


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("“Never,” he said", '"never,"'),
        ('"Never," he said', "“never,”"),
        ("it isn’t so", "isn't"),
        ("it isn't so", "isn’t"),
        ("a long\u2011term plan", "long-term"),
        ("2019\u20132022", "2019-2022"),
        ("cafe\u0301 society", "café"),
        ("café society", "cafe\u0301"),
        ("ὈΔΥΣΣΕΎΣ and Ὀδυσσεύς", "ὀδυσσεύς"),
    ],
)
def test_forms_of_one_character_find_each_other(text: str, pattern: str) -> None:
    assert len(find_all(text, pattern)) >= 1


@pytest.mark.parametrize(
    ("text", "pattern", "hit"),
    [
        ("Zoë Angström", "zoe", "Zoë"),
        ("Zoe\u0308 said no", "zoe", "Zoe\u0308"),
        ("resume", "résumé", "resume"),
        ("Angstr\u00f6m, \u212bngstr\u00f6m", "Ångström", "Angström"),
        ("Wałęsa und Łódź", "walesa", "Wałęsa"),
        ("une œuvre", "oeuvre", "œuvre"),
        ("die Straße", "strasse", "Straße"),
        ("die Strasse", "straße", "Strasse"),
        ("DIE STRAẞE", "STRASSE", "STRAẞE"),
        ("the ﬁrst oﬃce", "office", "oﬃce"),
        ("the ﬁrst", "irs", "ﬁrs"),
        ("are you ready… go", "ready...", "ready…"),
        ("are you ready... go", "ready…", "ready..."),
        ("a plan — first", "plan -- first", "plan — first"),
        ("a plan -- first", "plan — first", "plan -- first"),
        ("five −3 degrees", "-3", "−3"),
        ("H₂O on 40 km²", "h2o", "H₂O"),
        ("H₂O on 40 km²", "km2", "km²"),
        ("«never»", '"never"', "«never»"),
        ("½ of it", "1/2", "½"),
    ],
)
def test_accents_ties_and_styles_of_signs_do_not_matter(text: str, pattern: str, hit: str) -> None:
    assert found(text, pattern)[:1] == [hit]


def test_capitals_of_letters_with_accents_are_asked_for_too() -> None:
    assert found("Élan, élan", "Elan") == ["Élan"]
    assert found("Élan, élan", "É") == ["É"]


def test_one_tie_of_two_letters_is_one_hit() -> None:
    assert find_all("oﬀ", "f") == [Span(1, 2)]


def test_a_divider_is_one_hit() -> None:
    assert found("a ----- b", "-") == ["-----"]
    assert Finder("-").previous("a ----- b", 9) == Span(2, 7)


WORN = st.text("aAeé\u0301ßẞİﬁœ½…²—-–'’«\" \n\u00a0ʼ⑴1ς", max_size=30)


@given(WORN, st.integers(0, 30), st.integers(1, 8), WORN)
def test_what_stands_in_a_text_is_found_there(text: str, at: int, size: int, other: str) -> None:
    pattern = text[at : at + size]
    worn = unicodedata.normalize("NFD", other + text + other)
    for where in (text, worn):
        hits = find_all(where, pattern)
        assert all(0 <= hit.start < hit.end <= len(where) for hit in hits)
        assert all(one.end <= two.start for one, two in pairwise(hits))
    folded = "".join(map(fold_sign, pattern))
    if pattern.strip() and folded.strip():
        assert find_all(text, pattern)


@given(WORN, st.booleans())
def test_every_sign_of_a_folded_text_leads_back_to_where_it_comes_from(
    text: str, keeps_case: bool
) -> None:
    folded = fold_stretch(text, signs_of(text, keeps_case=keeps_case))
    signs = [fold_sign(sign) if keeps_case else fold_sign(sign).casefold() for sign in text]
    assert folded.text == "".join(signs)
    origins = [at for at, sign in enumerate(signs) for _ in sign]
    assert [folded.origin(at) for at in range(len(folded.text))] == origins
    for at, origin in enumerate(origins, 1):
        end = folded.end(at)
        assert end > origin
        assert not any(signs[origin + 1 : end])


@pytest.mark.parametrize("pattern", [".*", "[a-z]", "(", "\\", "a{2}", "x|y", "^", "$", "?"])
def test_every_character_stands_for_itself(pattern: str) -> None:
    assert found("only plain words here", pattern) == []
    assert found(f"before {pattern} after", pattern) == [pattern]


@pytest.mark.parametrize("pattern", ["", " ", "\n\t "])
def test_nothing_typed_finds_nothing(pattern: str) -> None:
    finder = Finder(pattern)
    assert finder.all("some text") == []
    assert finder.next("some text", 0) is None
    assert finder.previous("some text", 9) is None


def test_the_limit_keeps_the_first_hits() -> None:
    assert find_all("a b a b a", "a", limit=2) == [Span(0, 1), Span(4, 5)]


def test_next_begins_at_the_offset_and_wraps_only_when_asked() -> None:
    finder = Finder("war")
    text = "war and peace and war"
    assert finder.next(text, 0) == Span(0, 3)
    assert finder.next(text, 1) == Span(18, 21)
    assert finder.next(text, 19) == Span(0, 3)
    assert finder.next(text, 19, wrap=False) is None


def test_previous_ends_before_the_offset_and_wraps_only_when_asked() -> None:
    finder = Finder("war")
    text = "war and peace and war"
    assert finder.previous(text, 18) == Span(0, 3)
    assert finder.previous(text, 19) == Span(18, 21)
    assert finder.previous(text, 0) == Span(18, 21)
    assert finder.previous(text, 0, wrap=False) is None


def test_wrapping_finds_a_hit_that_lies_around_the_offset() -> None:
    assert Finder("b c").next("a b  c d", 3) == Span(2, 6)
    assert Finder("b c").previous("a b  c d", 2) == Span(2, 6)


def test_previous_reaches_back_through_a_long_text() -> None:
    text = "needle" + " hay" * 100_000
    assert Finder("needle").previous(text, len(text)) == Span(0, 6)


def test_a_hit_with_a_long_gap_is_found_from_both_sides() -> None:
    text = "hay " * 30_000 + "sharp" + " " * 200_000 + "needle"
    hit = Span(120_000, len(text))
    assert Finder("sharp needle").previous(text, 120_001) == hit
    assert Finder("sharp needle").next(text, 5) == hit


def same(pattern: str, text: str) -> bool:
    """The reference: one character of the pattern against one of the text."""
    forms = ("'’", '"”', "-–", "σς")
    return any(pattern in form and text in form for form in forms) or pattern == text


def naive(text: str, pattern: str) -> list[tuple[int, int]]:
    """All hits by comparing at every place, character by character."""
    if not pattern.strip():
        return []
    pattern = re.sub("[-–]+", "-", re.sub(r"\s+", " ", pattern))
    ignores_case = not any(c.isupper() for c in pattern)
    hits: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        end = naive_end(text, at, pattern, ignores_case)
        if end is None:
            at += 1
        else:
            hits.append((at, end))
            at = end
    return hits


def is_of_run(letter: str, shown: str) -> bool:
    return shown.isspace() if letter == " " else shown in "-–"


def naive_end(text: str, at: int, pattern: str, ignores_case: bool) -> int | None:
    if pattern[0] in " -" and at and is_of_run(pattern[0], text[at - 1]):
        return None
    for letter in pattern:
        if at >= len(text):
            return None
        if letter in " -":
            if not is_of_run(letter, text[at]):
                return None
            while at < len(text) and is_of_run(letter, text[at]):
                at += 1
            continue
        shown = text[at].lower() if ignores_case else text[at]
        if not same(letter, shown):
            return None
        at += 1
    return at


@given(texts, patterns)
def test_all_hits_equal_those_of_a_naive_search(text: str, pattern: str) -> None:
    assert [tuple(hit) for hit in find_all(text, pattern)] == naive(text, pattern)


@given(texts, patterns, st.integers(0, 60))
def test_next_and_previous_agree_with_a_search_from_every_place(
    text: str, pattern: str, offset: int
) -> None:
    finder = Finder(pattern)
    starts = [at for at in range(len(text)) if finder.next(text, at, wrap=False) is not None]
    hits = sorted({hit for at in starts if (hit := finder.next(text, at, wrap=False))})
    after = [hit for hit in hits if hit.start >= offset]
    before = [hit for hit in hits if hit.start < offset]
    assert finder.next(text, offset, wrap=False) == (after[0] if after else None)
    assert finder.previous(text, offset, wrap=False) == (before[-1] if before else None)
    assert finder.next(text, offset) == (after[0] if after else hits[0] if hits else None)
    assert finder.previous(text, offset) == (before[-1] if before else hits[-1] if hits else None)


@pytest.mark.parametrize(
    ("text", "pattern", "hit"),
    [
        ("the infor-\nmation office", "information", "infor-\nmation"),
        ("the infor\u2010\n   mation office", "information", "infor\u2010\n   mation"),
        ("a long-\nterm plan", "long-term", "long-\nterm"),
        ("a long-\nterm plan", "longterm", "long-\nterm"),
    ],
)
def test_a_word_divided_at_the_end_of_a_line_is_found(text: str, pattern: str, hit: str) -> None:
    assert found(text, pattern) == [hit]


def test_a_hyphen_inside_a_line_divides_two_words() -> None:
    assert found("a long-term plan", "longterm") == []


def test_hits_beyond_the_first_stretch_are_found_once() -> None:
    text = ("needle " + "x" * 9993) * 80
    hits = find_all(text, "needle x")
    assert [hit.start for hit in hits] == [n * 10_000 for n in range(80)]
    across = "ab" * 200_000
    assert len(find_all(across, "abab")) == 100_000


PAGES = (
    "since the winter of\n\n12\n\n␌the year. The winter\n\n13\n\nof the year was co-\n\n14\n\nld."
)
GAPS = [
    Span(PAGES.index("\n\n12"), PAGES.index("the year.")),
    Span(PAGES.index("\n\n13"), PAGES.index("of the year was")),
    Span(PAGES.index("\n\n14"), PAGES.index("ld.")),
]


def over_pages(pattern: str) -> list[str]:
    return [PAGES[slice(*hit)] for hit in Finder(pattern, lambda: GAPS).all(PAGES)]


def test_a_hit_goes_over_the_end_of_a_page() -> None:
    assert over_pages("Winter of the Year") == []
    assert over_pages("winter of the year") == [
        "winter of\n\n12\n\n␌the year",
        "winter\n\n13\n\nof the year",
    ]
    assert over_pages("cold") == ["co-\n\n14\n\nld"]
    assert over_pages("12") == ["12"]
    assert over_pages("of 12") == ["of\n\n12"]


def test_forwards_and_back_hits_over_pages_come_in_their_order() -> None:
    finder = Finder("the", lambda: GAPS)
    assert finder.all(PAGES) == find_all(PAGES, "the")
    finder = Finder("winter of", lambda: GAPS)
    first, second = (m.start() for m in re.finditer("winter", PAGES))
    hits = finder.all(PAGES)
    assert [hit.start for hit in hits] == [first, second]
    assert finder.next(PAGES, first + 1) == hits[1]
    assert finder.next(PAGES, second + 1) == hits[0]
    assert finder.previous(PAGES, second) == hits[0]
    assert finder.previous(PAGES, first) == hits[1]
    assert finder.previous(PAGES, first, wrap=False) is None


@given(st.lists(st.text("ab ", min_size=1, max_size=6), min_size=2, max_size=4), patterns)
def test_over_pages_the_hits_are_those_of_the_text_without_them(
    halves: list[str], pattern: str
) -> None:
    halves = [f"x{half.strip()}x" for half in halves]
    text, gaps = halves[0], []
    for half in halves[1:]:
        gaps.append(Span(len(text), len(text) + 5))
        text += f"\n#9#\n{half}"
    hits = Finder(pattern, lambda: gaps).all(text)
    plain = find_all("\n".join(halves), pattern)
    assert [re.sub("\n#9#\n", "\n", text[slice(*hit)]) for hit in hits] == [
        "\n".join(halves)[slice(*hit)] for hit in plain
    ]
