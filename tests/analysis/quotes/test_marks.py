from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.quotes.marks import quoted_regions


def quoted(text: str, *, is_continued: bool = False) -> list[str]:
    return [text[r.start : r.end] for r in quoted_regions(text, is_continued=is_continued)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("He said “yes” and «no».", ["“yes”", "«no»"]),
        ("He said ``yes'' twice.", ["``yes''"]),
        ("‘We won’t go,’ he said.", ["‘We won’t go,’"]),
        ("'The workers' rights matter,' he said.", ["'The workers' rights matter,'"]),
        ("The workers' rights and the owners' rights.", []),
        ("It's the '90s again, isn't it?", []),
        ('A 6" pipe.', []),
        ('"He called it “a shame” twice," she said.', ['"He called it “a shame” twice,"']),
        ('She left. "It was late', ['"It was late']),
        ("''He said, 'We won,''' she said.", ["''He said, 'We won,'''"]),
        ('"" and “ ”', []),
        ("「We go,」 he said.", ["「We go,」"]),
        ('"It failed, "Lee said.', ['"It failed, "']),
        ('"It is, "and then she left', ['"and then she left']),
        # British nesting: what a single quotation holds whole is part of it.
        (
            "‘He told me, “Leave it”, and I did,’ she said.",
            ["‘He told me, “Leave it”, and I did,’"],
        ),
        ("‘My sister asked “why?” and left,’ he said.", ["‘My sister asked “why?” and left,’"]),
        ("The drivers’ union said “we go” and ‘they stay’.", ["“we go”", "‘they stay’"]),
        ("A mark of the wrong kind: “It was late“ she said.", ["“It was late“"]),
    ],
)
def test_marks_are_paired_as_a_reader_pairs_them(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_mark_without_partner_does_not_swallow_the_next_quotation() -> None:
    assert quoted("“It was late, she said. “We left,” he said.") == ["“We left,”"]


def test_paragraphs_run_together_are_one_quotation() -> None:
    text = 'Lee said: "We are not going to sell. "We will rather wait." It rained.'
    assert quoted(text) == ['"We are not going to sell. "We will rather wait."']
    # Not where somebody is named as speaking in between: there a closing mark is missing.
    text = '"We are not going to sell, she said. "We will wait." It rained.'
    assert quoted(text) == ['"We will wait."']


def test_a_mark_that_stands_on_the_wrong_side_of_its_blank_closes() -> None:
    text = '"We are glad of it, "mill chairman and chief executive Ann Lee said.'
    assert quoted(text) == ['"We are glad of it, "']


def test_a_paragraph_that_goes_on_is_quoted_from_its_start() -> None:
    assert quoted('It was late." She left.', is_continued=True) == ['It was late."']
    assert quoted('"It was late." She left.', is_continued=True) == ['"It was late."']
    assert quoted('It was late." She left.') == []


@given(st.text(alphabet="ab .,'\"“”‘’«»`„1", max_size=60))
def test_regions_lie_in_order_inside_the_text(text: str) -> None:
    regions = quoted_regions(text)
    for region in regions:
        assert 0 <= region.start <= region.inner < region.inner_end <= region.end <= len(text)
    for before, after in pairwise(regions):
        assert before.end <= after.start
        assert before.is_closed
