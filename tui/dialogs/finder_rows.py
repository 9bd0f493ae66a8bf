"""The rows of the finder: what was found on one line, its matched letters, a check."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from tui.documents.article import Span
from tui.documents.divided_words import cuts, without
from tui.panels.row_text import STYLES, spoken_date
from tui.search.article_search import Hit, HitKind
from tui.search.library_hits import LibraryHit
from tui.store.clock import local_day
from tui.widgets.glyphs import drawn
from tui.widgets.matched import marked_runs
from tui.widgets.row_list import ListRow, RowLine, Run

_LEAD = 24
"""Code points shown before the first matched letter of a long row."""
_TITLE = 36
"""Code points of a title that leave room for a detail whose letters matched."""
ROOM_FOR_DAYS = 140
"""Columns of the window from which a row of the library shows its day."""
_ARTICLE = 20
"""Cells of the title that names the article of a row: the words need the rest."""


def article_row(hit: Hit) -> ListRow:
    """What was found in an article: its kind, its words, speaker or note, its paragraph."""
    kind = "highlight" if hit.kind is HitKind.MARK else hit.kind.value
    style = "bar" if hit.kind in (HitKind.QUOTE, HitKind.MARK) else "muted"
    if hit.kind is HitKind.ENTITY and hit.entity_type:
        kind = hit.entity_type.value.lower()
        style = STYLES.get(hit.entity_type, "figure")
    if hit.kind is HitKind.QUESTION:
        style = "question"
    title = hit.title
    if hit.detail_marked and not hit.spans_marked and len(title) > _TITLE:
        title = title[:_TITLE].rstrip() + drawn("…")
    words = _windowed(title, hit.spans_marked, "quote" if hit.kind is HitKind.QUOTE else "")
    detail: tuple[Run, ...] = ()
    if hit.detail and (hit.detail_marked or hit.kind in (HitKind.QUOTE, HitKind.MARK)):
        detail = (("  ", ""), *_windowed(hit.detail, hit.detail_marked, "note"))
    where = "orphan" if hit.lost else f"{drawn('¶')}{hit.paragraph}"
    line = RowLine(((f"{kind:<9} ", style), *words, *detail), ((f" {where} ", "muted"),))
    return ListRow((line,), hit.key, hit.span)


def library_row(hit: LibraryHit, *, shows_day: bool) -> ListRow:
    """A highlight: its colour, words, note, tags and article, and where there is room its day."""
    highlight = hit.record.highlight
    colour = highlight.colour.value
    runs = [(drawn("▌ ", colour), colour)]
    words = highlight.words
    runs += _windowed(*without(words, hit.quote_marks, cuts(words)), "")
    for text, marks in (
        (highlight.note, hit.note_marks),
        (highlight.speaker or "", hit.speaker_marks),
    ):
        if text and (marks or text == highlight.note):
            runs += [("  ", ""), *_windowed(text, marks, "note")]
    runs += [(f"  #{tag}", "muted") for tag in highlight.tags]
    state = f" {highlight.found.state}" if highlight.found else ""
    day = f" {spoken_date(local_day(highlight.created)):>11} " if shows_day else " "
    article = _article(hit)
    right = ((f" {state} ".lstrip() or " ", "muted"), *article, (day, "muted"))
    return ListRow((RowLine(tuple(runs), right),), highlight.id)


def _article(hit: LibraryHit) -> tuple[Run, ...]:
    """The title of the article, cut, from a little before its matched letters."""
    room = _ARTICLE
    title, marks = hit.record.document.title, hit.title_marks
    if cell_len(title) > room and marks and marks[0].end > room - 1:
        begin = title.rfind(" ", 0, marks[0].start) + 1
        title = drawn("…") + title[begin:]
        by = begin - 1
        marks = tuple(Span(span.start - by, span.end - by) for span in marks)
    if cell_len(title) > room:
        title = set_cell_size(title, room - 1).rstrip() + drawn("…")
    return marked_runs(title.replace("\n", " "), marks, "muted")


def checked(row: ListRow, *, is_checked: bool) -> ListRow:
    """The row with a column in front that says whether it is marked."""
    sign = (drawn("✓") if is_checked else " ", "key")
    lines = tuple(line._replace(left=(sign, *line.left)) for line in row.lines)
    return row._replace(lines=lines)


def _windowed(text: str, spans: tuple[Span, ...], style: str) -> tuple[Run, ...]:
    """A text from a little before its first matched letter, on one line."""
    cut = spans[0].start - _LEAD if spans else 0
    if cut <= 0:
        return marked_runs(text.replace("\n", " "), spans, style)
    cut = text.rfind(" ", 0, cut) + 1
    moved = tuple(Span(span.start - cut, span.end - cut) for span in spans)
    return ((drawn("…"), style), *marked_runs(text[cut:].replace("\n", " "), moved, style))
