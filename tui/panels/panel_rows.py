"""The rows of the panels, made from results and marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from tui.analysis.results import Analysis, Entity, EntityType, Question, Quote, QuoteKind
from tui.documents.article import Span
from tui.panels.arrangement import FIGURES_GROUP
from tui.settings.config import ColourNames
from tui.widgets.row_list import ListRow, RowLine, Run

if TYPE_CHECKING:
    from tui.session.reading import Mark
    from tui.store.highlights import Highlight

ParagraphOf = Callable[[int], int]
"""The number of the paragraph that holds an offset, from 1."""

GLYPHS = {
    EntityType.PERSON: "●",
    EntityType.ORG: "■",
    EntityType.PLACE: "▲",
    EntityType.GROUP: "◆",
    EntityType.EVENT: "✦",
    EntityType.LAW: "§",
    EntityType.WORK: "▤",
    EntityType.PRODUCT: "▣",
    EntityType.DATE: "◷",
    EntityType.MONEY: "¤",
    EntityType.NUMBER: "#",
}
STYLES = {
    EntityType.PERSON: "person",
    EntityType.ORG: "organisation",
    EntityType.PLACE: "place",
    EntityType.GROUP: "group",
    EntityType.EVENT: "thing",
    EntityType.LAW: "thing",
    EntityType.WORK: "thing",
    EntityType.PRODUCT: "thing",
}
GROUPS = {
    EntityType.PERSON: "people",
    EntityType.ORG: "organisations",
    EntityType.PLACE: "places",
    EntityType.GROUP: "groups",
    EntityType.EVENT: "events",
    EntityType.LAW: "laws",
    EntityType.WORK: "works",
    EntityType.PRODUCT: "products",
}
FIGURES = frozenset({EntityType.DATE, EntityType.MONEY, EntityType.NUMBER})
"""Types that are one group, folded until the reader opens it."""
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
BAR = 11
"""Cells of the micro bar that compares the numbers of mentions."""


def one_line(text: str) -> str:
    """A passage as one line: every run of white space a blank."""
    return " ".join(text.split())


def passage(article_text: str, span: Span) -> str:
    """The words of a span as one line."""
    return one_line(article_text[span.start : span.end])


def paragraph_run(number: int) -> Run:
    """The paragraph sign and number that stand on the right of a row."""
    return (f" ¶{number} ", "muted")


def entity_rows(analysis: Analysis, text: str) -> tuple[ListRow, ...]:
    """Entities grouped by type, most mentioned first."""
    order = list(EntityType)
    numbered = sorted(
        enumerate(analysis.entities),
        key=lambda pair: (_rank(order, pair[1].type), -len(pair[1].mentions)),
    )
    counts = [len(entity.mentions) for _, entity in numbered if entity.type not in FIGURES]
    most = max(counts, default=1)
    return tuple(_entity_row(number, entity, most, text) for number, entity in numbered)


def _rank(order: Sequence[EntityType], kind: EntityType) -> int:
    # Dates, money and numbers are one group.
    return len(order) if kind in FIGURES else order.index(kind)


def entity_key(number: int) -> str:
    """The key of the row of `analysis.entities[number]`."""
    return f"entity {number}"


def spoken_date(iso: str) -> str:
    """A resolved date as the title bar writes dates: "12 Jan 2022", "Jan 2022", "2021"."""
    ends = [_spoken_day(end) for end in iso.split("/")]
    return " – ".join(ends)


def _spoken_day(iso: str) -> str:
    year, *rest = iso.split("-")
    parts = [_MONTHS[int(rest[0]) - 1], year] if rest else [year]
    return " ".join([str(int(rest[1])), *parts] if len(rest) > 1 else parts)


def _entity_row(number: int, entity: Entity, most: int, text: str) -> ListRow:
    style = STYLES.get(entity.type, "figure")
    count = len(entity.mentions)
    filled = max(1, round(BAR * min(count, most) / most))
    right: tuple[Run, ...] = (
        (" " + "━" * filled, style),
        ("─" * (BAR - filled), "faint"),
        (f"{count:>4} ", "muted"),
    )
    if entity.type in FIGURES:
        right = ((f"{count:>4} ", "muted"),)
    left: tuple[Run, ...] = ((f"{GLYPHS[entity.type]} ", style), (one_line(entity.name), ""))
    if entity.resolved:
        left += ((f"  {spoken_date(entity.resolved)}", "muted"),)
    line = RowLine(left, right)
    names = {passage(text, mention.span) for mention in entity.mentions}
    return ListRow(
        (line,),
        entity_key(number),
        entity.mentions[0].span,
        GROUPS.get(entity.type, FIGURES_GROUP),
        " ".join((entity.role or "", *sorted(names))),
    )


def quote_rows(analysis: Analysis, text: str, paragraph_of: ParagraphOf) -> tuple[ListRow, ...]:
    """Quotes in text order: the words, then who said them and where."""
    return tuple(
        _quote_row(number, quote, text, paragraph_of)
        for number, quote in enumerate(analysis.quotes)
    )


def quote_key(number: int) -> str:
    """The key of the row of `analysis.quotes[number]`."""
    return f"quote {number}"


def speaker_of(quote: Quote, text: str) -> str:
    """The speaker as a reader would name them; the words of the text when not resolved."""
    if quote.speaker_name:
        return one_line(quote.speaker_name)
    if quote.speaker:
        return " ".join(passage(text, span) for span in quote.speaker)
    return "speaker not named"


def _quote_row(number: int, quote: Quote, text: str, paragraph_of: ParagraphOf) -> ListRow:
    words = " … ".join(passage(text, span) for span in quote.content)
    cue = " ".join(passage(text, span) for span in quote.cue) or "same turn"
    cue = f"({cue})" if not quote.cue else cue
    if quote.anonymous:
        cue += " · anonymous"
    bar = "┆" if quote.kind is QuoteKind.INDIRECT else "┃"
    paragraph = paragraph_of(quote.content[0].start)
    return ListRow(
        (
            RowLine(((f"{bar} ", "bar"), (words, "quote")), ((" ", ""),)),
            RowLine(
                ((f"{bar} ", "bar"), (speaker_of(quote, text), "speaker"), (f" {cue}", "muted")),
                (paragraph_run(paragraph),),
            ),
        ),
        quote_key(number),
        Span(quote.content[0].start, quote.content[0].end),
    )


def question_rows(analysis: Analysis, text: str, paragraph_of: ParagraphOf) -> tuple[ListRow, ...]:
    """Questions best first: the question, then the words that leave it open and where."""
    return tuple(
        _question_row(number, question, text, paragraph_of)
        for number, question in enumerate(analysis.questions)
    )


def question_key(number: int) -> str:
    """The key of the row of `analysis.questions[number]`."""
    return f"question {number}"


def _question_row(number: int, question: Question, text: str, paragraph_of: ParagraphOf) -> ListRow:
    evidence = question.evidence
    start = min((cue.start for cue in question.cues), default=evidence.start)
    if not evidence.contains(start):
        start = evidence.start
    words = passage(text, Span(start, evidence.end))
    opening = "“…" if start > evidence.start else "“"
    return ListRow(
        (
            RowLine((("? ", "question"), (one_line(question.text), "")), ((" ", ""),)),
            RowLine(
                (("  ", ""), (f"{opening}{words}”", "muted")),
                (paragraph_run(paragraph_of(evidence.start)),),
            ),
        ),
        question_key(number),
        evidence,
        flows=True,
    )


def mark_keys(highlight_id: str) -> tuple[str, str, str]:
    """The keys of the rows of a highlight, of its note and of its tags."""
    return (highlight_id, f"{highlight_id} note", f"{highlight_id} tags")


def marked_id(key: str) -> str | None:
    """The highlight that a row stands for; `None` for one that is deleted."""
    ident, _, rest = key.partition(" ")
    return None if rest == "deleted" else ident


def deleted_id(key: str) -> str | None:
    """The deleted highlight that a row stands for; `None` for any other row."""
    ident, _, rest = key.partition(" ")
    return ident if rest == "deleted" else None


def deleted_rows(deleted: Iterable[Highlight]) -> tuple[ListRow, ...]:
    """Deleted highlights, the one deleted last first; they lead nowhere until restored."""
    return tuple(
        ListRow(
            (RowLine((("✗ ", mark.colour.value), (one_line(mark.anchor.exact), "muted")),
                     ((" deleted ", "muted"),)),),
            f"{mark.id} deleted",
            group="deleted",
        )
        for mark in deleted
    )  # fmt: skip


def mark_rows(
    marks: Sequence[Mark],
    orphans: Iterable[Highlight],
    text: str,
    paragraph_of: ParagraphOf,
    names: ColourNames | None = None,
) -> tuple[ListRow, ...]:
    """Highlights in text order, each with its note and tags; then those without a place.

    Args:
        marks: The highlights in the text.
        orphans: Those without a place.
        text: The text.
        paragraph_of: The number of a paragraph.
        names: What the reader calls the colours; `None` leaves their names out.
    """
    rows: list[ListRow] = []
    for mark in marks:
        key, note_key, tags_key = mark_keys(mark.highlight.id)
        colour = mark.highlight.colour.value
        state = f" {mark.state}" if mark.state in ("moved", "changed") else ""
        called = names.of(colour) if names else colour
        name = f" {called}" if called != colour else ""
        line = RowLine(
            (("▌", colour), (passage(text, mark.span), "")),
            ((name, colour), (state, "muted"), paragraph_run(paragraph_of(mark.span.start))),
        )
        rows.append(ListRow((line,), key, mark.span))
        if mark.highlight.note:
            note = RowLine((("▌ ", colour), (one_line(mark.highlight.note), "note")), ((" ", ""),))
            rows.append(ListRow((note,), note_key, mark.span))
        if mark.highlight.tags:
            named = "  ".join(f"#{one_line(tag)}" for tag in mark.highlight.tags)
            tags = RowLine((("▌ ", colour), (named, "key")), ((" ", ""),))
            rows.append(ListRow((tags,), tags_key, mark.span))
    for orphan in orphans:
        quoted = one_line(orphan.anchor.exact)
        line = RowLine((("▌", orphan.colour.value), (quoted, "muted")), ((" orphan ", "muted"),))
        rows.append(ListRow((line,), orphan.id))
    return tuple(rows)
