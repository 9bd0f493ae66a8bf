"""Who goes on speaking, over sentences and paragraphs."""

from __future__ import annotations

from tests.analysis.conftest import Parse
from tests.analysis.quotes.conftest import quotes_of, words
from tui.analysis.results import QuoteKind


def test_coordinated_cues_and_participles_share_the_speaker(parse: Parse) -> None:
    text = "Ann Lee says the mill is safe, but adds that it needs money."
    assert [(words(text, q.content), q.speaker_name) for q in quotes_of(parse, text)] == [
        (["the mill is safe"], "Ann Lee"),
        (["that it needs money"], "Ann Lee"),
    ]
    text = "The mill was safe, Ann Lee said, adding that it needed money."
    assert [(words(text, q.content), q.speaker_name) for q in quotes_of(parse, text)] == [
        (["The mill was safe"], "Ann Lee"),
        (["that it needed money"], "Ann Lee"),
    ]


def test_a_quotation_over_paragraphs_is_one_quote(parse: Parse) -> None:
    text = 'Ann Lee said: "It was dark.\n\n"We saw nothing.\n\n"Then it rained."\n\nNobody spoke.'
    (quote,) = quotes_of(parse, text)
    assert words(text, quote.content) == ['"It was dark.', '"We saw nothing.', '"Then it rained."']
    assert (quote.kind, quote.speaker_name) == (QuoteKind.DIRECT, "Ann Lee")


def test_a_quotation_may_go_on_without_a_new_opening_mark(parse: Parse) -> None:
    text = 'Ann Lee said: "It was dark.\n\nWe saw nothing at all." She left.'
    (quote,) = quotes_of(parse, text)
    assert words(text, quote.content) == ['"It was dark.', 'We saw nothing at all."']


def test_a_quotation_in_the_next_paragraph_belongs_to_the_cue_with_the_colon(parse: Parse) -> None:
    text = 'Ann Lee wrote to the council:\n\n"The road must open in May."'
    (quote,) = quotes_of(parse, text)
    assert (words(text, quote.cue), quote.speaker_name) == (["wrote"], "Ann Lee")


def test_a_paragraph_of_words_without_a_cue_continues_the_turn(parse: Parse) -> None:
    text = '"We tried," Ann Lee told reporters.\n\n"It was never going to be easy for us."'
    first, second = quotes_of(parse, text)
    assert first.speaker_name == second.speaker_name == "Ann Lee"
    assert (second.cue, second.speaker, second.rule) == ((), (), "same turn")


def test_a_turn_does_not_outlive_a_paragraph_without_words(parse: Parse) -> None:
    text = '"We tried," Ann Lee said.\n\nIt rained all day.\n\n"It was never going to be easy."'
    assert [q.speaker_name for q in quotes_of(parse, text)] == ["Ann Lee", None]


def test_a_turn_does_not_pass_from_an_anonymous_source(parse: Parse) -> None:
    text = '"We tried," an official said.\n\n"It was never going to be easy for us."'
    assert [q.speaker_name for q in quotes_of(parse, text)] == ["an official", None]


def test_he_is_the_speaker_just_before_if_the_text_allows_it(parse: Parse) -> None:
    text = "Tom Baker said the road was open. But he said the mill was shut."
    assert [q.speaker_name for q in quotes_of(parse, text)] == ["Tom Baker", "Tom Baker"]
    text = "Ms Ann Lee said the road was open. But he said the mill was shut."
    assert [q.speaker_name for q in quotes_of(parse, text)] == ["Ann Lee", None]
    text = "It rained. He said the mill was shut."
    assert [q.speaker_name for q in quotes_of(parse, text)] == [None]
