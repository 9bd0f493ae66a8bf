"""Quotes that the reader added, among those that were found."""

from __future__ import annotations

import pytest

from tests.desk import harbour
from tests.session.test_corrected import entity, placed
from tui.analysis.results import Analysis, Quote, QuoteKind
from tui.analysis.rules import QuoteRule
from tui.corrections.applying import quote_on
from tui.corrections.corrected import CorrectionTarget, PlacedCorrection
from tui.corrections.corrected_results import CorrectedResults, corrected
from tui.corrections.said_by import set_by_hand, speaker_of
from tui.documents.article import Span
from tui.store.correction_rows import CorrectionKind, Subject

Kind = CorrectionKind
BOTH = '"We cannot wait any longer," council leader Ada Obi told reporters. "The piers are moving."'


def quote(words: str, speaker: str = "Ada Obi", ident: str = "q") -> PlacedCorrection:
    target = CorrectionTarget(Subject.QUOTE, harbour.span(words))
    return placed(Kind.QUOTE, target, speaker, ident=ident)


def results(*corrections: PlacedCorrection) -> CorrectedResults:
    return corrected(harbour.analysis(), corrections, text=harbour.TEXT)


def said(row: Quote) -> list[str]:
    return [harbour.TEXT[part.start : part.end] for part in row.content]


def test_an_added_quote_is_listed_in_text_order() -> None:
    rows = results(quote("the council would decide in May")).quotes
    assert [row.own is not None for row in rows] == [False, False, True]
    added = rows[2].result
    assert (added.speaker_name, added.kind) == ("Ada Obi", QuoteKind.INDIRECT)
    assert (added.rule, added.certainty) == (QuoteRule.ADDED_BY_READER, 1.0)
    first = results(quote("the town council said on Friday")).quotes[0]
    assert first.own is not None


@pytest.mark.parametrize(
    ("words", "kind", "parts"),
    [
        ('"The piers are moving."', QuoteKind.DIRECT, ['"The piers are moving."']),
        (BOTH, QuoteKind.DIRECT, ['"We cannot wait any longer,"', '"The piers are moving."']),
        ('reporters. "The piers are moving."', QuoteKind.MIXED, None),
        ("close to the talks said", QuoteKind.INDIRECT, None),
    ],
)
def test_what_stands_in_quotation_marks_is_the_quote(
    words: str, kind: QuoteKind, parts: list[str] | None
) -> None:
    analysis = Analysis("en")
    (row,) = corrected(analysis, [quote(words)], text=harbour.TEXT).quotes
    assert (row.result.kind, said(row.result)) == (kind, parts or [words])


def test_the_article_says_what_stands_between_the_parts_of_a_quote() -> None:
    (row,) = corrected(Analysis("en"), [quote(BOTH)]).quotes
    told = harbour.span("council leader Ada Obi told reporters")
    assert speaker_of([row.result], harbour.TEXT, [told]) is None
    piers = harbour.span("The piers are moving")
    assert speaker_of([row.result], harbour.TEXT, [piers]) == "Ada Obi"


def test_nobody_may_be_named() -> None:
    row = results(quote("the council would decide in May", "")).quotes[-1]
    assert (row.result.speaker_name, row.result.anonymous) == (None, False)


def test_a_quote_that_is_found_later_is_one_row_as_the_reader_has_it() -> None:
    rows = results(quote("ferry company had asked for more money than the council has")).quotes
    assert len(rows) == 2
    assert rows[1].own is not None
    assert rows[1].result.speaker_name == "Ada Obi"
    assert not results().quotes[1].own


def test_a_short_quote_inside_a_long_one_is_another() -> None:
    assert len(results(quote("more money")).quotes) == 3


def test_a_renamed_speaker_is_renamed_there_too() -> None:
    renamed = placed(Kind.RENAME, entity("Ada Obi"), "Adaeze Obi")
    rows = results(quote("the council would decide in May"), renamed).quotes
    assert rows[-1].result.speaker_name == "Adaeze Obi"


def test_an_added_quote_without_its_place_is_kept_aside() -> None:
    lost = quote("the council would decide in May")._replace(span=None)
    assert results(lost).unfitting == (lost,)
    assert len(results(lost).quotes) == 2


def test_further_corrections_of_an_added_quote_go_by_its_id() -> None:
    rows = results(quote("the council would decide in May", ident="q")).quotes
    assert rows[-1].target == CorrectionTarget(
        Subject.QUOTE, harbour.span("the council would decide in May"), "q"
    )


def test_a_text_that_is_not_analysed_has_the_readers_quotes_only() -> None:
    result = corrected(Analysis("other"), [quote("The piers are moving")])
    assert [row.own is not None for row in result.quotes] == [True]


def test_a_speaker_given_with_a_quote_is_set_by_hand() -> None:
    made = [quote("The piers are moving")]
    assert set_by_hand(made, harbour.span("piers")) == {"Ada Obi"}


def test_a_passage_is_the_quote_that_it_mostly_is() -> None:
    rows = results().quotes
    assert quote_on(rows, harbour.span("ferry company had asked for more money")) == rows[1]
    assert quote_on(rows, harbour.span("more money")) is None
    assert quote_on(rows, Span(0, 4)) is None
