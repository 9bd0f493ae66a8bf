"""The highlights of the open article as a list, each with its whole words and note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tui.dialogs.marks_editing import DeskWays, EditingMarks
from tui.dialogs.shelf import ShelfScreen
from tui.dialogs.shelf_rows import Shelved
from tui.documents.blocks import block_at
from tui.documents.passage_parts import words_in
from tui.keys.commands import Mode
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.panels.row_text import one_line, paragraph_run
from tui.search.record_index import RecordIndex
from tui.widgets.glyphs import drawn
from tui.widgets.matched import marked_runs
from tui.widgets.row_list import ListRow, RowLine, Run

if TYPE_CHECKING:
    from tui.documents.article import Span
    from tui.documents.passage_parts import Parts
    from tui.session.reading import Mark, ReadingSession
    from tui.store.highlight_rows import Highlight


class MarksScreen(ShelfScreen[str]):
    """All highlights of an article; the answer is the id of the one to go to."""

    TITLE_TEXT: ClassVar[str] = "Highlights of this article"
    MODE: ClassVar[Mode] = Mode.MARKS
    FILTER_HINT: ClassVar[str] = "words of passage, note, tags or speaker"

    def __init__(
        self, session: ReadingSession, desk: DeskWays, keymap: Keymap = DEFAULT_KEYMAP
    ) -> None:
        """List highlights.

        Args:
            session: The open article.
            desk: What follows on the desk where one is changed.
            keymap: The keys in force.
        """
        super().__init__(keymap)
        self.commands_of = (self, EditingMarks(self, session, desk))
        self._session = session
        self._article = session.article
        self._drawn: tuple[Mark, ...] | None = None
        self._places: dict[str, Parts] = {}
        self._states: dict[str, str] = {}
        self._by_id: dict[str, Highlight] = {}
        self._index: RecordIndex | None = None

    def rows_for(self, query: str) -> Shelved:
        """Search passage, note, tags and speaker of the highlights as they are now."""
        marks = self._session.marks
        if marks is not self._drawn:
            self._drawn, self._index = marks, None
            self._places = {mark.highlight.id: mark.parts for mark in marks}
            self._states = {mark.highlight.id: mark.state.value for mark in marks}
            listed = [*(mark.highlight for mark in marks), *self._session.orphans]
            self._by_id = {highlight.id: highlight for highlight in listed}
        highlights = list(self._by_id.values())
        if self._index is None:
            self._index = RecordIndex([self._fields(each) for each in highlights])
        hits = sorted(self._index.search(query))
        rows = tuple(self._row(highlights[hit.number], hit.marks) for hit in hits)
        count, notes = len(hits), sum(bool(highlights[hit.number].note) for hit in hits)
        said = f" {count} highlight{'s' * (count != 1)}, {notes} with a note "
        nothing = f"No highlights yet: {self.key('mark.make')} highlights the sentence."
        if query.strip():
            nothing = f"No highlight matches “{query}”."
        return Shelved(rows, ((said, "muted"),), nothing)

    def _words(self, highlight: Highlight) -> str:
        """The passage as it stands now; of an orphan as it stood."""
        text, parts = self._article.readable, self._places.get(highlight.id)
        return words_in(text, parts) if parts else highlight.words

    def _fields(self, highlight: Highlight) -> tuple[str, ...]:
        words, note = one_line(self._words(highlight)), one_line(highlight.note)
        return (words, note, " ".join(highlight.tags), highlight.speaker or "")

    def _row(self, highlight: Highlight, marks: tuple[tuple[Span, ...], ...]) -> ListRow:
        words, note, *_ = self._fields(highlight)
        runs = marked_runs(words, marks[0])
        colour = highlight.colour.value
        sign = f"{drawn('▌', colour)} "
        below: tuple[Run, ...] = (("  ", ""),)
        if note:
            below = ((sign, colour), *marked_runs(note, marks[1], "note"))
        right = (self._where(highlight),)
        # A passage without note and matches goes on in the second line.
        flows = not note and len(runs) == 1
        lines = (RowLine(((sign, colour), *runs), ((" ", ""),)), RowLine(below, right))
        return ListRow(lines, highlight.id, flows=flows)

    def _where(self, highlight: Highlight) -> Run:
        parts = self._places.get(highlight.id)
        if parts is None:
            return (" orphan ", "muted")
        sign, style = paragraph_run(block_at(self._article.blocks, parts[0].start) + 1)
        state = self._states[highlight.id]
        return (sign if state == "exact" else f" {state}{sign}", style)

    def show_preview(self, row: ListRow | None) -> None:
        """The whole passage, its note, its tags and who says it."""
        highlight = self._by_id.get(row.key) if row else None
        if highlight is None:
            self.preview.update("")
            return
        facts = [highlight.speaker or "", *(f"#{tag}" for tag in highlight.tags)]
        state = self._states.get(highlight.id, "orphan")
        facts += [state] if state != "exact" else []
        parts = [Content(self._words(highlight)).stylize("$text-bright")]
        if highlight.note:
            parts += [Content("\n\nnote: ").stylize("$amber"), Content(highlight.note)]
        if typed := self._session.drafts.left.get(highlight.id):
            parts += [Content("\n\nnot finished: ").stylize("$amber"), Content(typed)]
        said = "\n\n" + drawn(" · ").join(fact for fact in facts if fact)
        self.preview.update(Content.assemble(*parts, Content(said).stylize("$text-dim-raised")))

    def go(self, row: ListRow) -> None:
        """To its place in the text; without one, to the old text it stood in."""
        self.leave(row.key)
