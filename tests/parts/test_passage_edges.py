"""A passage begins and ends so that it reads whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.article import Span
from tui.page.passage_edges import trimmed

CUTS = [
    ("[ it rained ] .", "it rained"),
    ("he said[, it rained,] and", "it rained"),
    ("the [figure “cannot be stated in the life of the line].” He", None),
    ('they meant [to "shrink to strength]" and', 'to "shrink to strength"'),
    ('they meant [to "shrink to strength"] and', 'to "shrink to strength"'),
    ("[“We are here.] We stay,” he said.", "We are here."),
    ("“We are here. [We stay,” ]he said.", "We stay"),
    ('"We are here. [We stay," ]he said.', "We stay"),
    ("“[We are here,”] he said.", "“We are here,”"),
    ("«[We are here]», he said.", "We are here"),
    ("„[Wir sind hier]“, sagte er.", "Wir sind hier"),
    ("[„Wir sind hier“], sagte er.", "„Wir sind hier“"),
    ("[»Wir sind hier«], sagte er.", "»Wir sind hier«"),
    ("[six feet (and more) —] he said", "six feet (and more)"),
    ("[he is 6'2\" tall] now", "he is 6'2\" tall"),
    ("[…and so on]", "…and so on"),
    ("rain[. It poured]", "It poured"),
    ("[.5 per cent]", ".5 per cent"),
    ("[Some shots,” he said, known as “Patch.”]", "Some shots,” he said, known as “Patch.”"),
    ('["The board," said Meer, "has known.] It', '"The board," said Meer, "has known.'),
    ('[It (the "board") knew." ]So', 'It (the "board") knew.'),
    ("[“”]", "“”"),
    ("[,]", ","),
    ("[ ’tis the dogs’ ]", "’tis the dogs’"),
]


@pytest.mark.parametrize(("cut", "expected"), CUTS)
def test_edges_are_words_and_whole_pairs_of_marks(cut: str, expected: str | None) -> None:
    start, end = cut.index("["), cut.rindex("]") - 1
    text = cut.replace("[", "", 1)
    text = text[:end] + text[end + 1 :]
    span = trimmed(text, Span(start, end))
    whole = "figure “cannot be stated in the life of the line.”"
    assert text[slice(*span)] == (whole if expected is None else expected)


@given(st.text("ab ,;:.“”«»„\"'()—\n", max_size=24), st.integers(0, 24), st.integers(0, 24))
def test_edges_are_found_once_and_for_all(text: str, first: int, second: int) -> None:
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    span = trimmed(text, Span(start, end))
    assert 0 <= span.start <= span.end <= len(text)
    assert span.start >= start - 1
    assert span.end <= end + 2
    if text[start:end].strip():
        assert span.end > span.start
        assert trimmed(text, span) == span
