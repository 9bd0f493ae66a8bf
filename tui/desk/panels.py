"""The side panels: filling them, and keeping text and rows together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.desk.labels import Labels
from tui.documents.article import Article, Span
from tui.panels.arrangement import FIGURES_GROUP, Arrangement
from tui.settings.config import Config
from tui.settings.paths import Paths
from tui.widgets.article_view import ArticleView
from tui.widgets.ribbon import Ribbon, RibbonMark
from tui.widgets.rooms import Tab, tab_runs
from tui.widgets.row_list import ListRow
from tui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from tui.analysis.results import Entity
    from tui.panels.findings import Findings

NO_RESULTS = {
    "panel-entities": "Nobody and nothing is named in this text.",
    "panel-quotes": "No one is quoted in this text.",
    "panel-questions": "Nothing is left open.",
}
PROGRESS_CELLS = 16
"""Cells of the bar that shows how much of the text is read."""
NOT_ENGLISH = "closeread analyses English; reading, marks and search work as usual"


def reading(share: float) -> str:
    """The words and the bar of a panel that waits for its first rows."""
    done = round(PROGRESS_CELLS * share)
    return f"reading… {'━' * done}{'─' * (PROGRESS_CELLS - done)} {share:.0%}"


class Panels(Labels):
    """What the panels show, and how text and rows keep together."""

    findings: Findings | None = None
    """The analysis as it is shown; `None` before there is any."""
    open_panel: int = 0
    """The panel that is open where not all are, from 0."""

    def __init__(self, article: Article, *, paths: Paths, config: Config, private: bool) -> None:
        super().__init__(article, paths=paths, config=config, private=private)
        self.all_rows: dict[int, tuple[ListRow, ...]] = {}
        """The rows of each panel, from 0, before the reader's arrangement."""
        figures = frozenset({FIGURES_GROUP})
        entities = Arrangement(folded=figures, headed=figures)
        self.arrangements = [entities, *[Arrangement()] * 3]
        """How the reader wants to see each panel."""

    # -- filling ----------------------------------------------------------------------

    def make_panels(self) -> tuple[SidePanel, ...]:
        """The four panels, still empty."""
        panels = (
            SidePanel(1, "Entities", "entities"),
            SidePanel(2, "Quotes", "quotes", lines_per_row=2),
            SidePanel(3, "Open questions", "questions", lines_per_row=2),
            SidePanel(4, "Highlights", "marks"),
        )
        for panel in panels[:3]:
            panel.state_text = "reading…"
        panels[3].state_text = "opening the library…"
        return panels

    def show_findings(self, findings: Findings) -> None:
        """Fill the panels and colour the text."""
        self.findings = findings
        self.analysis = findings.analysis
        self.entity_index = findings.entities
        for layer, spans in findings.layers.items():
            self.view.paint(layer, spans)
        places = [panel.current.span if panel.current else None for panel in self.panels]
        self._fill_panels(findings)
        # The rows of a part have other numbers: what the reader is at is found by its place.
        for panel, place in zip(self.panels, places, strict=True):
            if place is not None:
                panel.go_to_span(place)
        self.show_ribbon()
        self.sync_rows()

    def _fill_panels(self, findings: Findings) -> None:
        if not self.panels:
            return
        is_english = findings.analysis.language == "en"
        for panel, counts in zip(self.panels, findings.counts, strict=False):
            panel.dimmed = findings.hidden_keys
            panel.share = findings.share
            panel.counts = counts
            panel.state_text = NO_RESULTS[panel.id or ""] if is_english else NOT_ENGLISH
            if not findings.is_whole:
                panel.state_text = reading(findings.share)
        for number, rows in enumerate(
            (findings.entity_rows, findings.quote_rows, findings.question_rows)
        ):
            self.set_rows(number, rows)
        self.show_tabs()

    def set_rows(self, number: int, rows: Sequence[ListRow]) -> None:
        """Fill a panel, from 0; the reader sees the rows as arranged."""
        self.all_rows[number] = tuple(rows)
        self.show_rows(number)

    def show_rows(self, number: int) -> None:
        """Show the rows of a panel, from 0, as the reader wants them."""
        self.panels[number].rows = self.all_rows.get(number, ())

    def show_marks(self) -> None:
        """Draw the highlights in the text, then in the panel and the ribbon."""
        by_colour: dict[str, list[Span]] = {c: [] for c in ("yellow", "green", "blue", "pink")}
        for mark in self.marks:
            by_colour[mark.highlight.colour.value].append(mark.span)
        for colour, spans in by_colour.items():
            self.view.paint(f"mark-{colour}", spans)
        self.follow("marks", self._list_marks)

    def _list_marks(self) -> None:
        if self.panels and self.session:
            panel = self.panels[3]
            orphans = self.session.orphans
            panel.state_text = f"No marks yet: {self.key('mark.make')} marks the sentence."
            self.set_rows(3, self.mark_rows())
            panel.counts = str(len(self.marks)) if self.marks or not orphans else ""
            if orphans:
                panel.counts = f"{len(self.marks)} · {len(orphans)} without a place"
            self.show_tabs()
        self.show_ribbon()
        self.sync_rows()
        self.update_status()

    def mark_rows(self) -> tuple[ListRow, ...]:
        """The rows of the highlights."""
        from tui.panels.panel_rows import mark_rows

        orphans = self.session.orphans if self.session else ()
        names = self.config.colours
        return mark_rows(self.marks, orphans, self.article.text, self.paragraph_of, names)

    @property
    def is_analysed(self) -> bool:
        """Whether the analysis covers the whole text."""
        return self.findings is not None and self.findings.is_whole

    def show_state(self, words: str) -> None:
        """Say in the panels that wait for the analysis how it stands."""
        for panel in self.panels[:3]:
            if not panel.rows:
                panel.state_text = words

    def show_progress(self, share: float) -> None:
        """Show how much of the text is read; panels with rows show it in their border."""
        self.show_state(reading(share))
        for panel in self.panels[:3]:
            panel.share = share

    def show_trouble(self, words: str) -> None:
        """Say why no more results will come; a part that is there stays."""
        self.show_state(words)
        self.say(words, warning=True)

    def show_tabs(self) -> None:
        """Draw the row that names the panels where they are not on the screen."""
        is_shown = self.query_one("#side").has_class("-shown")
        tabs = [
            Tab(
                number + 1,
                panel.short_name,
                panel.counts.split(" ")[0] or "…",
                is_shown and number == self.open_panel,
            )
            for number, panel in enumerate(self.panels)
        ]
        self.tabs.left = tab_runs(tabs, self.size.width)

    def show_ribbon(self) -> None:
        """Draw the map of the article anew."""
        rows = self.lines.row_of
        marks = [RibbonMark(rows(span.start), "quote") for span in self.quote_spans()]
        marks += [RibbonMark(rows(span.start), "question") for span in self.question_spans()]
        marks += [
            RibbonMark(rows(mark.span.start), "mark", mark.highlight.colour.value)
            for mark in self.marks
        ]
        if entity := self.current_entity:
            marks += [RibbonMark(rows(m.span.start), "mention") for m in entity.mentions]
        self.ribbon.total = self.lines.height
        self.ribbon.marks = tuple(marks)
        self.show_view_on_ribbon()

    def show_view_on_ribbon(self) -> None:
        """Draw which part is visible."""
        visible = self.view.visible_rows
        self.ribbon.view = (visible.start, visible.stop)
        self.progress.share = self.share_read

    # -- text and rows together -------------------------------------------------------

    @property
    def current_entity(self) -> Entity | None:
        """The entity named or meant under the cursor."""
        return self.entity_index.at(self.view.cursor) if self.entity_index else None

    def sync_rows(self) -> None:
        """Light the rows of what is under the cursor, and its other mentions in the text."""
        from tui.panels.panel_rows import mark_keys

        self.light_mentions()
        offset = self.view.cursor
        lit = {key for mark in self.marks_at(offset) for key in mark_keys(mark.highlight.id)}
        if self.findings:
            for span in self.findings.places.touching(offset, offset + 1):
                lit |= self.findings.row_keys[span]
        for panel in self.panels:
            here_lit = panel.keys & lit
            if panel.lit != here_lit:
                panel.lit = here_lit
                if not panel.has_focus:
                    panel.reveal_lit()

    def light_mentions(self) -> None:
        """Paint the mentions of the entity under the cursor."""
        entity = self.current_entity
        mentions = [m.span for m in (*entity.mentions, *entity.references)] if entity else []
        here = [span for span in mentions if span.contains(self.view.cursor)]
        if not self._paints("mention", mentions) or not self._paints("mention-current", here):
            self.view.paint("mention", mentions)
            self.view.paint("mention-current", here)
            self.follow("ribbon", self.show_ribbon)

    def _paints(self, layer: str, spans: list[Span]) -> bool:
        index = self.view.painted.get(layer)
        return (index.spans if index else ()) == tuple(sorted(set(spans)))

    def on_article_view_cursor_moved(self) -> None:
        """Keep rows, status and progress with the cursor."""
        self.follow("cursor", self._follow_cursor)

    def _follow_cursor(self) -> None:
        self.sync_rows()
        self.progress.share = self.share_read
        self.update_status()

    def on_article_view_scrolled(self) -> None:
        """Keep ribbon and progress with the visible part."""
        self.follow("view", self.show_view_on_ribbon)
        self.update_status()

    def on_article_view_rewrapped(self, event: ArticleView.Rewrapped) -> None:
        """Rows have other numbers now."""
        event.stop()
        if self.place_to_return_to:
            self.scroll_back(self.place_to_return_to)
            self.place_to_return_to = None
        self.show_ribbon()
        self.update_status()

    def on_ribbon_jump_requested(self, event: Ribbon.JumpRequested) -> None:
        """Go where the reader pointed on the map."""
        if not event.is_drag:
            self.record_jump()
        self.move_cursor(self.lines.offset_at(event.row, 0))
        self.view.scroll_rows_to(event.row - self.view.rows_visible // 2)
