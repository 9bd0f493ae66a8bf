"""What its circumstances take off a question or add to it.

In each text the word a question starts from stands in [ ].
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.conftest import Parse
from tests.analysis.questions.conftest import candidate_of, unmarked
from tui.analysis.covered import Covered
from tui.analysis.questions import realis
from tui.analysis.questions.question_candidates import Form
from tui.analysis.questions.realis import Surroundings, discount, latest_year, surroundings
from tui.analysis.results import QuestionKind, Quote, QuoteKind
from tui.documents.article import Span

OUTCOME, UNDISCLOSED, ASKED = QuestionKind.OUTCOME, QuestionKind.UNDISCLOSED, QuestionKind.ASKED
PLAIN = Surroundings(year=2022, quoted=Covered(()), manner=0.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill may [close].", 0.0),
        ("Norland may [close] the mill.", realis.NAMED),
        ("You may [close] the mill.", -realis.SPEAKER_ONLY),
        ("Somebody may [close] the mill.", -realis.GENERIC),
        ("They may [close] the mill.", -realis.PRONOUN),
        ("The mill was about to [close].", -realis.SETTLED_PAST),
        ("The mill would have [closed].", -realis.COUNTERFACTUAL),
        ("The mill may [close], as in 1931.", -realis.OLD_YEAR),
        ("The mill may [close], as in 2021.", 0.0),
    ],
)
def test_circumstance_is_weighed(parse: Parse, text: str, expected: float) -> None:
    candidate = candidate_of(parse(unmarked(text)), OUTCOME, Form.EVENT, text)
    assert discount(candidate, PLAIN) == pytest.approx(expected)


def test_old_year_counts_where_the_text_does_not_say_when_it_was_written(parse: Parse) -> None:
    text = "The mill may [close], as in 2014."
    candidate = candidate_of(parse(unmarked(text)), OUTCOME, Form.EVENT, text)
    assert discount(candidate, PLAIN) < 0
    assert discount(candidate, replace(PLAIN, year=2014)) == 0
    assert discount(candidate, replace(PLAIN, year=None)) < 0


def test_question_in_quotation_marks_weighs_less_unless_it_is_withheld(parse: Parse) -> None:
    text = "The mill may [close]."
    quoted = replace(PLAIN, quoted=Covered([Span(0, len(text))]))
    parsed = parse(unmarked(text))

    def weight(kind: QuestionKind, score: float = 0.5) -> float:
        candidate = candidate_of(parsed, kind, Form.EVENT, text, score)
        return discount(candidate, quoted) - discount(candidate, PLAIN)

    assert weight(OUTCOME) == pytest.approx(-realis.QUOTED)
    # What an official says nobody knows is news, what somebody asks somebody is talk.
    assert weight(OUTCOME, 0.7) == pytest.approx(-realis.QUOTED / 2)
    assert weight(ASKED) == pytest.approx(-2 * realis.QUOTED)
    assert weight(UNDISCLOSED) == 0


def test_what_is_outside_the_marks_is_not_quoted(parse: Parse) -> None:
    parsed = parse('"The mill may close," she said. It may rain.')
    direct = Quote((Span(0, 22),), QuoteKind.DIRECT)
    indirect = Quote((Span(32, 43),), QuoteKind.INDIRECT)
    quoted = surroundings(parsed, (direct, indirect)).quoted
    assert quoted.contains(0)
    assert not quoted.contains(32)


def test_year_is_that_of_publication_or_the_latest_named(parse: Parse) -> None:
    parsed = parse("The mill burned in 1999 and in 2014.")
    assert surroundings(parsed, ()).year == 2014
    dated = replace(parsed, article=replace(parsed.article, published=date(2020, 5, 1)))
    assert surroundings(dated, ()).year == 2020
    assert latest_year(["The mill burned.", "Room 1874."]) is None


def test_report_adds_and_an_essay_takes_off_at_most_so_much(parse: Parse) -> None:
    report = surroundings(parse("Ann Holm of Norland said it. " * 12), ()).manner
    essay = surroundings(parse("The lane is long and the barn is old. " * 12), ()).manner
    most = 1.5 * (realis.REPORTED + realis.NAMING)
    assert report == pytest.approx(most)
    assert essay == pytest.approx(-most, abs=0.1)
    # One sentence shows the manner of a text only in part.
    assert 0 < surroundings(parse("Ann Holm of Norland said it."), ()).manner < report / 5
    assert surroundings(parse(""), ()).manner == 0


@given(st.lists(st.integers(1500, 2100), max_size=5))
def test_latest_year_is_the_greatest_of_the_last_two_centuries(years: list[int]) -> None:
    recent = [year for year in years if 1900 <= year <= 2099]
    found = latest_year([f"In {year}, it rained." for year in years])
    assert found == max(recent, default=None)
