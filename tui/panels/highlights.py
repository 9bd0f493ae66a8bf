"""What the reader highlighted, with notes and tags, in text order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.documents.article import Span
from tui.exchange.passage import Passage
from tui.panels.panel import Contents, Order, Origin, Panel, SpeakerAt, place_in_text
from tui.panels.row_keys import PanelRow, RowKey, RowKind, highlight_keys
from tui.panels.row_text import lines_of, one_line, paragraph_run, whole_passage
from tui.settings.colours import Colour
from tui.widgets.glyphs import beside_words, drawn
from tui.widgets.row_list import RowLine

if TYPE_CHECKING:
    from tui.session.reading import Mark
    from tui.store.highlight_rows import Highlight

_STATES = {
    "changed": "you highlighted this; the words have been edited since",
    "around": "you highlighted this; the rest of its sentence has been edited since",
    "moved": "you highlighted this; the text has been put in another order since",
    "orphan": "you highlighted this; its words are no longer in the text at a certain place",
}


def _latest_first(row: PanelRow, contents: Contents) -> list[int]:
    kept = (mark.highlight for mark in contents.highlights)
    made = next((each for each in (*kept, *contents.deleted) if each.id == row.key.ident), None)
    return [-ord(character) for character in made.created] if made else []


def _begins(row: PanelRow) -> int:
    return row.span.start if row.span else 0


def _colour(row: PanelRow, _: Contents) -> str:
    return row.lines[0].left[0][1]


class HighlightsPanel(Panel):
    """What the reader highlighted, in text order, then what has no place here."""

    id = "marks"
    number = 4
    title = "Highlights"
    name = "highlights"
    shortest = "kept"
    origin = Origin.LIBRARY
    waiting = "opening the library…"
    empty = "No highlights yet."
    orders = (
        Order("place in the text", place_in_text),
        Order("date, latest first", _latest_first),
        Order("colour", _colour),
    )
    thing = "highlight"
    works = frozenset({"mark.delete"})

    def nothing(self, key: Callable[[str], str]) -> str:
        """How the first one is made."""
        return f"No highlights yet: {key('mark.make')} highlights the sentence."

    def rows(self, contents: Contents) -> tuple[PanelRow, ...]:
        """Highlights with their notes and tags, then those without a place.

        Deleted ones stand where they stood in the text, those without a place at the end.
        """
        rows = [row for mark in contents.highlights for row in _rows_of(mark, contents)]
        gone = [_deleted_row(each, contents) for each in contents.deleted]
        # Sorting keeps the rows of a note and of tags behind their highlight.
        rows = sorted((*rows, *(row for row in gone if row.span)), key=_begins)
        rows += [row for orphan in contents.orphans for row in _orphan_rows(orphan)]
        return (*rows, *(row for row in gone if not row.span))

    def counts(self, contents: Contents) -> str:
        """Highlights, and how many have no place."""
        count, lost = len(contents.highlights), len(contents.orphans)
        return f"{count} · {lost} orphan{'s' * (lost != 1)}" if lost else f"{count}"

    def layers(self, contents: Contents) -> Mapping[str, Iterable[Span]]:
        """The marks, each in its colour."""
        layers: dict[str, list[Span]] = {f"mark-{colour}": [] for colour in Colour}
        for mark in contents.highlights:
            layers[f"mark-{mark.highlight.colour}"] += mark.parts
        changed = [
            part
            for mark in contents.highlights
            for part, wording in zip(mark.parts, mark.wordings, strict=True)
            if wording
        ]
        return {**layers, "changed": changed}

    def places(self, contents: Contents) -> Iterator[tuple[Span, RowKey]]:
        """Each part of each highlight with the rows of its note and tags."""
        for mark in contents.highlights:
            for part in mark.parts:
                for key in highlight_keys(mark.highlight.id):
                    yield part, key

    def steps(self, contents: Contents) -> Sequence[Span]:
        """The first part of every highlight."""
        return [mark.span for mark in contents.highlights]

    def on_ribbon(self, contents: Contents) -> Iterable[tuple[Span, str, str]]:
        """A mark in the colour of each highlight."""
        return [
            (part, "mark", mark.highlight.colour)
            for mark in contents.highlights
            for part in mark.parts
        ]

    def remark(self, key: RowKey, contents: Contents) -> str:
        """How its place was found."""
        states = {
            mark.highlight.id: "around" if mark.is_changed_around else mark.state
            for mark in contents.highlights
        }
        return _STATES.get(states.get(key.ident, "orphan"), "you highlighted this")

    def passage(
        self, key: RowKey, contents: Contents, speaker_at: SpeakerAt
    ) -> tuple[str, Passage] | None:
        """The words of a highlight without a place; those of the others stand in the text."""
        for lost in (*contents.orphans, *contents.deleted):
            if lost.id == key.ident:
                return "highlight", Passage(one_line(lost.words), lost.speaker)
        return None


def _rows_of(mark: Mark, contents: Contents) -> Iterator[PanelRow]:
    text, names = contents.article.readable, contents.colours
    key = RowKey(RowKind.HIGHLIGHT, mark.highlight.id)
    colour = mark.highlight.colour.value
    is_changed = mark.state == "changed"
    what = "sentence" if mark.is_changed_around else "changed"
    state = f" {drawn('≠')} {what}" if is_changed else " moved" if mark.state == "moved" else ""
    called = names.of(colour) if names else colour
    name = f" {called}" if called != colour else ""
    paragraph = paragraph_run(contents.paragraph_of(mark.span.start))
    line = RowLine(
        ((beside_words("▌", colour), colour), (whole_passage(text, mark.parts), "")),
        ((name, colour), (state, "question" if is_changed else "muted"), paragraph),
    )
    row = PanelRow((line,), key, mark.span, further=mark.parts[1:])
    yield row
    yield from _rows_below(mark.highlight, row)


def _rows_below(highlight: Highlight, row: PanelRow) -> Iterator[PanelRow]:
    """The rows of its note and its tags."""
    _, note_key, tags_key = highlight_keys(highlight.id)
    colour = highlight.colour.value
    if highlight.note:
        note, *lines = (
            RowLine((("▌ ", colour), (words, "note")), ((" ", ""),))
            for words in (one_line(highlight.note), *lines_of(highlight.note))
        )
        yield row._replace(lines=(note,), key=note_key, whole=tuple(lines))
    if highlight.tags:
        named = "  ".join(f"#{one_line(tag)}" for tag in highlight.tags)
        tags = RowLine((("▌ ", colour), (named, "key")), ((" ", ""),))
        yield row._replace(lines=(tags,), key=tags_key)


def _orphan_rows(orphan: Highlight) -> Iterator[PanelRow]:
    words = one_line(orphan.words)
    bar = beside_words("▌", orphan.colour.value)
    line = RowLine(((bar, orphan.colour.value), (words, "muted")), ((" orphan ", "muted"),))
    row = PanelRow((line,), RowKey(RowKind.HIGHLIGHT, orphan.id))
    yield row
    yield from _rows_below(orphan, row)


def _deleted_row(deleted: Highlight, contents: Contents) -> PanelRow:
    parts = contents.parts_of_deleted(deleted)
    words = one_line(deleted.words)
    right = [(" deleted" if parts else " deleted ", "muted")]
    right += [paragraph_run(contents.paragraph_of(parts[0].start))] if parts else []
    line = RowLine((("✗ ", deleted.colour.value), (words, "muted")), tuple(right))
    row = PanelRow((line,), RowKey(RowKind.DELETED, deleted.id))
    if parts:
        row = row._replace(span=parts[0], further=parts[1:])
    # In full it says what would come back with it.
    below = [each for more in _rows_below(deleted, row) for each in more.whole or more.lines]
    return row._replace(whole=(line, *below))


def highlight_words(highlights: Sequence[Mark], text: str) -> str:
    """Every highlight on a line, its note below it with a tab before each line."""
    lines: list[str] = []
    for mark in highlights:
        lines.append(whole_passage(text, mark.parts))
        lines += [f"\t{line}" for line in mark.highlight.note.splitlines()]
    return "\n".join(lines) + "\n"
