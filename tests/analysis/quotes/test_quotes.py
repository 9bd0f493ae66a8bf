"""Who said what in whole texts: the sample article, lost marks, wrapped lines, soups of marks."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analysis.conftest import Parse
from tests.analysis.quotes.conftest import index_of, quotes_of, words
from tests.analysis.quotes.test_constructions import INDIRECT
from tui.analysis.entity_index import EntityIndex
from tui.analysis.quotes.attribution import _outside
from tui.analysis.quotes.quote_extractor import find_quotes
from tui.analysis.quotes.source_spans import source_of
from tui.analysis.results import EntityType, QuoteKind
from tui.settings.paths import resource


def test_the_sample_article_is_attributed(parse: Parse) -> None:
    text = resource("seeds", "nato-russia-talks.txt").read_text(encoding="utf-8")
    index = index_of(text, Jens_Stoltenberg=EntityType.PERSON, Moscow=EntityType.PLACE)
    quotes = find_quotes(parse(text), index)
    direct = [q for q in quotes if q.kind is QuoteKind.DIRECT]
    assert [q.speaker_name for q in direct] == ["Jens Stoltenberg"] * 4
    indirect = {words(text, q.content)[0]: q for q in quotes if q.kind is INDIRECT}
    assert indirect["Russia was not ready to commit to a schedule"].speaker_name == (
        "Jens Stoltenberg"
    )
    assert {q.speaker_name for q in quotes if q.anonymous} >= {
        "a person familiar with the matter",
        "people close to the talks",
    }
    assert indirect["that more progress is needed"].speaker_name == "Moscow"


def test_one_lost_mark_costs_one_paragraph(parse: Parse) -> None:
    text = '"We tried, Ann Lee said.\n\nIt rained.\n\n"We failed," said Tom Baker.'
    quotes = quotes_of(parse, text)
    assert (words(text, quotes[-1].content), quotes[-1].speaker_name) == (
        ['"We failed,"'],
        "Tom Baker",
    )


SOUP_WORDS = ["she", "said", "Ann Lee", "that", "it rained", "according to", "sources", "adding"]
SOUP = st.lists(
    st.sampled_from([*"\"“”‘’'«»,.:—?", "''", "``", "\n\n", "\n", *SOUP_WORDS]),
    max_size=40,
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(pieces=SOUP, separator=st.sampled_from([" ", ""]))
def test_no_soup_of_marks_is_refused_and_every_span_holds_words(
    parse: Parse, pieces: list[str], separator: str
) -> None:
    text = separator.join(pieces)
    quotes = quotes_of(parse, text)
    starts = [quote.content[0].start for quote in quotes]
    assert starts == sorted(starts)
    for quote in quotes:
        for spans in (quote.content, quote.cue, quote.speaker):
            assert all(0 <= s.start < s.end <= len(text) for s in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))
            assert all(text[s.start : s.end].strip() for s in spans)


@pytest.mark.parametrize("width", [30, 40, 55, 72])
def test_wrapping_leaves_no_newline_at_an_end_of_a_span_or_in_a_name(
    parse: Parse, width: int
) -> None:
    sample = resource("seeds", "nato-russia-talks.txt").read_text(encoding="utf-8")
    filled = [textwrap.fill(part, width) for part in sample.strip().split("\n\n")]
    text = "\n \n".join(part.replace("\n", "\n  ") for part in filled) + "\n"
    quotes = find_quotes(parse(text), EntityIndex(()))
    assert len(quotes) > 5
    for quote in quotes:
        assert "\n" not in (quote.speaker_name or "")
        for found in words(text, (*quote.content, *quote.cue, *quote.speaker)):
            assert found == found.strip()
        assert not any(span.overlaps(cue) for span in quote.content for cue in quote.cue)


def test_a_speaker_before_a_newline_ends_with_its_last_word(parse: Parse) -> None:
    text = "The road is open, said people close to the council\n\n"
    doc = parse(text).paragraphs[0].doc
    for stop in range(1, len(doc) + 1):
        source = source_of(doc[stop - 1])
        assert not doc[source.stop - 1].is_space or source.stop - 1 == source.head


def test_the_words_of_a_cue_are_cut_out_of_its_content() -> None:
    assert _outside((2, 9), (0, 2)) == [(2, 9)]
    assert _outside((2, 9), (4, 5)) == [(2, 4), (5, 9)]
    assert _outside((2, 9), (2, 3)) == [(3, 9)]
    assert _outside((2, 3), (2, 3)) == []
