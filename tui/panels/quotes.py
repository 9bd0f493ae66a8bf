"""Who said what, in text order or by speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.analysis.results import Quote, QuoteKind
from tui.analysis.rules import QuoteRule
from tui.analysis.telling_sources import telling_source
from tui.documents.article import Span
from tui.panels.corrected_rows import certainty_of, correction_reasons, lost_rows
from tui.panels.panel import Contents, Order, Panel, Reasons, SpeakerAt, place_in_text
from tui.panels.reason_rows import Line, line_rows
from tui.panels.row_keys import PanelRow, RowKey, RowKind, result_key
from tui.panels.row_text import one_line, paragraph_run, passage, whole_passage
from tui.store.correction_rows import Subject
from tui.widgets.row_list import ListRow, RowLine

if TYPE_CHECKING:
    from tui.exchange.passage import Passage
    from tui.panels.panel import AnyCorrected

ANONYMOUS = "anonymous sources"
"""The group of the speakers whom the text does not name."""
UNNAMED = "speaker not named"
"""Whose words they are where the text does not tell."""
THOUGHT = "what somebody thinks, not what was said"
"""What a view is, among the reasons for its row."""


def speaker_of(quote: Quote, text: str) -> str:
    """The speaker as a reader would name them; the words of the text when not resolved."""
    if quote.speaker_name:
        return one_line(quote.speaker_name)
    if source := telling_source(quote, text):
        return " ".join(passage(text, span) for span in source)
    return UNNAMED


def _by_speaker(rows: Sequence[PanelRow], contents: Contents) -> Sequence[PanelRow]:
    """The quotes in the groups of their speakers, who says most first, the unnamed last."""
    listed, text = contents.listed, contents.article.readable
    if listed is None:
        return rows

    def speaker(row: PanelRow) -> str:
        if row.key.kind is not RowKind.RESULT:
            return ""
        quote = listed.quotes[row.key.number]
        return ANONYMOUS if quote.anonymous else speaker_of(quote, text)

    grouped = [row._replace(group=speaker(row)) for row in rows]
    counts: dict[str, int] = {}
    for row in grouped:
        counts[row.group] = counts.get(row.group, 0) + 1
    return sorted(grouped, key=lambda row: (row.group == ANONYMOUS, -counts[row.group]))


class QuotesPanel(Panel):
    """Who is quoted with which words, in text order or by speaker."""

    id = "quotes"
    number = 2
    title = "Quotes"
    shortest = "said"
    empty = "No one is quoted in this text."
    lines_per_row = 2
    orders = (
        Order("place in the text", place_in_text),
        Order("speaker", group=_by_speaker),
    )
    thing = "quote"
    subject = Subject.QUOTE
    works = frozenset({"row.hide", "row.speaker"})

    def rows(self, contents: Contents) -> tuple[PanelRow, ...]:
        """Quotes in text order: the words, then who said them and where."""
        if contents.listed is None:
            return ()
        quotes = enumerate(contents.listed.quotes)
        rows = [_row(self.id, number, quote, contents) for number, quote in quotes]
        return (*rows, *lost_rows(self.subject, self.lines_per_row, contents))

    def counts(self, contents: Contents) -> str:
        """Quotes and speakers, and how many are hidden."""
        shown, results, text = contents.shown, contents.results, contents.article.readable
        if shown is None or results is None:
            return ""
        told = (quote for quote in shown.quotes if quote.speaker_name or not quote.anonymous)
        speakers = len({speaker_of(quote, text) for quote in told} - {UNNAMED})
        hidden = len(results.quotes) - len(shown.quotes)
        said = f"{len(shown.quotes)} · {speakers} speaker{'s' * (speakers != 1)}"
        return said + (f" · {hidden} hidden" if hidden else "")

    def layers(self, contents: Contents) -> Mapping[str, Iterable[Span]]:
        """Words in quotation marks, and words that are only reported."""
        layers: dict[str, list[Span]] = {"quote": [], "indirect": []}
        for quote in contents.shown.quotes if contents.shown else ():
            layers["indirect" if quote.kind is QuoteKind.INDIRECT else "quote"] += quote.content
        return layers

    def places(self, contents: Contents) -> Iterator[tuple[Span, RowKey]]:
        """Every part of every quote."""
        for number, quote in enumerate(contents.shown.quotes if contents.shown else ()):
            for part in quote.content:
                yield part, result_key(self.id, number)

    def steps(self, contents: Contents) -> Sequence[Span]:
        """The first part of every quote."""
        return [quote.content[0] for quote in contents.shown.quotes] if contents.shown else []

    def on_ribbon(self, contents: Contents) -> Iterable[tuple[Span, str, str]]:
        """A mark for each quote, the longest first."""
        quotes = contents.shown.quotes if contents.shown else ()
        longest = sorted(quotes, key=lambda quote: -sum(e - s for s, e in quote.content))
        return [(quote.content[0], "quote", "") for quote in longest]

    def results(self, contents: Contents) -> Sequence[AnyCorrected]:
        """The quotes, the hidden ones at the end."""
        return contents.results.quotes if contents.results else ()

    def reasons(self, key: RowKey, contents: Contents) -> Reasons | None:
        """The construction, the words that attribute it, and who is meant by them."""
        corrected = self.result(key, contents)
        if corrected is None or contents.listed is None:
            return None
        quote = contents.listed.quotes[key.number]
        rows = _reason_rows(quote, certainty_of(corrected), contents)
        return Reasons("a quote", (*correction_reasons(corrected), *rows))

    def passage(
        self, key: RowKey, contents: Contents, speaker_at: SpeakerAt
    ) -> tuple[str, Passage] | None:
        """All parts of the quote, with its speaker."""
        from tui.corrections.said_by import speaker_of as inmost_speaker
        from tui.exchange.citation import passage_of

        if key.kind is not RowKind.RESULT or contents.listed is None:
            return None
        quote = contents.listed.quotes[key.number]
        speaker = inmost_speaker([quote], contents.article.readable, quote.content)
        return "quote", passage_of(contents.article, quote.content, speaker)


def _row(panel_id: str, number: int, quote: Quote, contents: Contents) -> PanelRow:
    text = contents.article.readable
    words = whole_passage(text, quote.content)
    cue = " ".join(passage(text, span) for span in quote.cue)
    if quote.rule is QuoteRule.SAME_TURN and quote.speaker_name:
        cue = "(same turn)"
    who = speaker_of(quote, text)
    if who == UNNAMED:
        # "speaker not named said" would be no sentence.
        cue = ""
    if quote.anonymous:
        cue += " · anonymous"
    bar = "┆" if quote.kind is QuoteKind.INDIRECT else "┃"
    paragraph = contents.paragraph_of(quote.content[0].start)
    is_plain = quote.is_sure and not quote.view
    bars, said, named = ("bar", "quote", "speaker") if is_plain else ("muted",) * 3
    return PanelRow(
        (
            RowLine(((f"{bar} ", bars), (words, said)), ((" ", ""),)),
            RowLine(
                ((f"{bar} ", bars), (who, named), (f" {cue}", "muted")),
                (paragraph_run(paragraph),),
            ),
        ),
        result_key(panel_id, number),
        quote.content[0],
        further=quote.content[1:],
    )


def _reason_rows(quote: Quote, certainty: str, contents: Contents) -> list[ListRow]:
    text = contents.article.readable
    kind = THOUGHT if quote.view else f"{quote.kind.value} quote"
    lines: list[Line] = [("kind", kind, None)]
    if quote.rule is not QuoteRule.ADDED_BY_READER:
        lines.append(("found by", quote.rule or "its cue", None))
    lines += [("certainty", certainty, None)] if certainty else []
    lines += [("cue", f"“{passage(text, span)}”", span) for span in quote.cue]
    lines += [("source", f"“{passage(text, span)}”", span) for span in quote.speaker]
    who = speaker_of(quote, text) + (" (not named in the text)" if quote.anonymous else "")
    lines.append(("who", who, None))
    lines += [("words", passage(text, span), span) for span in quote.content]
    return line_rows(lines, contents)
