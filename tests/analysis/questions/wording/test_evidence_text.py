"""The clause of the text that stands where no question is worded."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.conftest import Parse
from tui.analysis.parsed import Paragraph
from tui.analysis.questions.wording.evidence_text import LONGEST_EVIDENCE, evidence_text
from tui.documents.article import Span


def spanned(paragraph: Paragraph, words: str) -> Span:
    start = paragraph.start + paragraph.text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "clause", "shown"),
    [
        # Conjunctions and marks around a clause are left out, those inside it stay.
        (
            "But the port may close, he said.",
            "But the port may close,",
            "the port may close",
        ),
        ("He says that it may rain.", "that it may rain", "it may rain"),
        ("As far as we know, it may rain.", "As far as we know, it may rain", None),
        ("It may (he said) rain.", "It may (he said) rain.", "It may (he said) rain"),
        ("It may fall (by £3m).", "It may fall (by £3m", "It may fall (by £3m)"),
        # Half of a pair of marks goes.
        ('He said it was "far from over".', 'it was "far', "it was far"),
        ("He said it was (far from over).", "it was (far", "it was far"),
        # A relative clause brings along what its pronoun stands for.
        (
            "Tarn has a port, which may close.",
            "which may close",
            "a port, which may close",
        ),
        # What is asked keeps its mark.
        ("Will the port close?", "Will the port close", "Will the port close?"),
    ],
)
def test_clause_is_shown_without_what_is_no_part_of_it(
    parse: Parse, text: str, clause: str, shown: str | None
) -> None:
    (paragraph,) = parse(text).paragraphs
    found = evidence_text(paragraph, spanned(paragraph, clause))
    assert found == (shown or clause)


LONG = (
    "The owner of the old mill on the hill above the town, who had bought it from his aunt in the "
    "spring of that year and had it painted red, did not say when it would open to the public."
)


def test_long_clause_is_cut_at_a_word_and_says_so(parse: Parse) -> None:
    (paragraph,) = parse(LONG).paragraphs
    shown = evidence_text(paragraph, spanned(paragraph, LONG))
    assert shown.endswith("…")
    assert len(shown) <= LONGEST_EVIDENCE + 1
    assert LONG.startswith(shown.removesuffix("…"))
    assert LONG[len(shown) - 1] in " ,"


def test_words_that_leave_it_open_stay_where_a_long_clause_is_cut(parse: Parse) -> None:
    (paragraph,) = parse(LONG).paragraphs
    cue = spanned(paragraph, "did not say")
    shown = evidence_text(paragraph, spanned(paragraph, LONG), cue)
    assert shown.startswith("…")
    assert "did not say" in shown


@settings(max_examples=40)
@given(st.integers(0, 60), st.integers(1, 60))
def test_any_stretch_is_one_line_of_bearable_length(parse: Parse, start: int, length: int) -> None:
    text = "She (Ann) said: 'The port\nmay close'; and that, as \"far\" as she knew, was that?"
    (paragraph,) = parse(text).paragraphs
    end = min(len(text), start + length)
    shown = evidence_text(paragraph, Span(paragraph.start + start, paragraph.start + end))
    assert "\n" not in shown
    assert "  " not in shown
    assert len(shown) <= LONGEST_EVIDENCE + 2
