"""The side panels: filling them, and keeping text and rows together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tui.documents.article import Span
from tui.screens.moving import Moving
from tui.widgets.article_view import ArticleView
from tui.widgets.ribbon import Ribbon, RibbonMark
from tui.widgets.row_list import Run
from tui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from tui.analysis.results import Analysis, Entity
    from tui.widgets.painting import SpanIndex

NO_RESULTS = {
    "panel-entities": "Nobody and nothing is named in this text.",
    "panel-quotes": "No one is quoted in this text.",
    "panel-questions": "Nothing is left open.",
}
NOT_ENGLISH = "closeread analyses English; reading, marks and search work as usual"


class Panels(Moving):
    """What the panels show, and how text and rows keep together."""

    open_panel: int = 0
    """The panel that is open where not all are, from 0."""
    with_figures: bool = False
    """Whether dates and numbers are unfolded."""
    _row_keys: dict[Span, set[str]]
    _keyed_spans: SpanIndex | None = None

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

    def show_analysis(self, analysis: Analysis) -> None:
        """Fill the panels and colour the text."""
        from tui.analysis.parsed import EntityIndex

        self.analysis = analysis
        self.entity_index = EntityIndex(analysis.entities)
        self._paint_analysis(analysis)
        self._fill_panels(analysis)
        self.index_rows()
        self.show_ribbon()
        self.sync_rows()

    def _paint_analysis(self, analysis: Analysis) -> None:
        from tui.analysis.results import QuoteKind
        from tui.widgets.panel_rows import STYLES

        by_layer: dict[str, list[Span]] = defaultdict(list)
        for entity in analysis.entities:
            layer = STYLES.get(entity.type)
            if layer:
                by_layer[layer] += [mention.span for mention in entity.mentions]
        for quote in analysis.quotes:
            layer = "indirect" if quote.kind is QuoteKind.INDIRECT else "quote"
            by_layer[layer] += quote.content
        by_layer["question"] = [question.evidence for question in analysis.questions]
        for layer in (*set(STYLES.values()), "indirect", "quote", "question"):
            self.view.paint(layer, by_layer[layer])

    def _fill_panels(self, analysis: Analysis) -> None:
        from tui.widgets.panel_rows import question_rows, quote_rows, speaker_of

        if not self.panels:
            return
        entities, quotes, questions, _ = self.panels
        text = self.article.text
        empty = NO_RESULTS
        if analysis.language != "en":
            empty = dict.fromkeys(NO_RESULTS, NOT_ENGLISH)
        for panel in (entities, quotes, questions):
            panel.state_text = empty[panel.id or ""]
        self._fill_entities()
        quotes.rows = quote_rows(analysis, text, self.paragraph_of)
        questions.rows = question_rows(analysis, text, self.paragraph_of)
        mentions = sum(len(entity.mentions) for entity in analysis.entities)
        speakers = len({speaker_of(q, text) for q in analysis.quotes if q.speaker_name})
        if analysis.language != "en":
            return
        entities.counts = f"{len(analysis.entities)} · {mentions} mention{'s' * (mentions != 1)}"
        quotes.counts = f"{len(analysis.quotes)} · {speakers} speaker{'s' * (speakers != 1)}"
        questions.counts = str(len(analysis.questions))
        self.show_tabs()

    def _fill_entities(self) -> None:
        from tui.widgets.panel_rows import entity_rows

        if self.analysis and self.panels:
            self.panels[0].rows = entity_rows(self.analysis, with_figures=self.with_figures)

    def show_marks(self) -> None:
        """Draw the highlights in the text, the panel and the ribbon."""
        from tui.widgets.panel_rows import mark_rows

        by_colour: dict[str, list[Span]] = {c: [] for c in ("yellow", "green", "blue", "pink")}
        for mark in self.marks:
            by_colour[mark.highlight.colour.value].append(mark.span)
        for colour, spans in by_colour.items():
            self.view.paint(f"mark-{colour}", spans)
        if self.panels and self.session:
            panel = self.panels[3]
            orphans = self.session.orphans
            panel.state_text = "No marks yet: h marks the sentence."
            panel.rows = mark_rows(self.marks, orphans, self.article.text, self.paragraph_of)
            panel.counts = str(len(self.marks)) if self.marks or not orphans else ""
            if orphans:
                panel.counts = f"{len(self.marks)} · {len(orphans)} without a place"
            self.show_tabs()
        self.index_rows()
        self.show_ribbon()
        self.sync_rows()
        self.update_status()

    def show_state(self, words: str) -> None:
        """Say in the panels that wait for the analysis how it stands."""
        for panel in self.panels[:3]:
            if not panel.rows:
                panel.state_text = words

    def show_tabs(self) -> None:
        """Draw the row that names the panels where they are not on the screen."""
        runs: list[Run] = []
        for number, panel in enumerate(self.panels):
            is_open = number == self.open_panel and self.query_one("#side").has_class("-shown")
            count = panel.counts.split(" ")[0] or "…"
            runs.append((f" {number + 1}", "tab-open" if is_open else "tab"))
            runs.append((f" {panel.short_name} {count} ", "muted"))
        self.tabs.left = tuple(runs)

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

    def index_rows(self) -> None:
        """Remember which row belongs to which place, for `sync_rows`."""
        from tui.widgets.painting import SpanIndex
        from tui.widgets.panel_rows import entity_key, question_key, quote_key

        keys: dict[Span, set[str]] = defaultdict(set)
        if self.analysis:
            for number, entity in enumerate(self.analysis.entities):
                for mention in (*entity.mentions, *entity.references):
                    keys[mention.span].add(entity_key(number))
            for number, quote in enumerate(self.analysis.quotes):
                for part in quote.content:
                    keys[part].add(quote_key(number))
            for number, question in enumerate(self.analysis.questions):
                for span in (question.evidence, *question.other_places):
                    keys[span].add(question_key(number))
        for mark in self.marks:
            keys[mark.span] |= {mark.highlight.id, f"{mark.highlight.id} note"}
        self._row_keys = keys
        self._keyed_spans = SpanIndex(keys)

    @property
    def current_entity(self) -> Entity | None:
        """The entity named or meant under the cursor."""
        return self.entity_index.at(self.view.cursor) if self.entity_index else None

    def sync_rows(self) -> None:
        """Light the rows of what is under the cursor, and its other mentions in the text."""
        offset = self.view.cursor
        lit: set[str] = set()
        if self._keyed_spans:
            for span in self._keyed_spans.touching(offset, offset + 1):
                lit |= self._row_keys[span]
        for panel in self.panels:
            if panel.lit != lit & {row.key for row in panel.rows}:
                panel.lit = frozenset(lit & {row.key for row in panel.rows})
                if not panel.has_focus:
                    panel.reveal_lit()
        entity = self.current_entity
        mentions = [m.span for m in (*entity.mentions, *entity.references)] if entity else []
        here = [span for span in mentions if span.contains(offset)]
        if not self._paints("mention", mentions) or not self._paints("mention-current", here):
            self.view.paint("mention", mentions)
            self.view.paint("mention-current", here)
            self.show_ribbon()

    def _paints(self, layer: str, spans: list[Span]) -> bool:
        index = self.view.painted.get(layer)
        return (index.spans if index else ()) == tuple(sorted(set(spans)))

    def on_article_view_cursor_moved(self) -> None:
        """Keep rows, status and progress with the cursor."""
        self.sync_rows()
        self.progress.share = self.share_read
        self.update_status()

    def on_article_view_scrolled(self) -> None:
        """Keep ribbon and progress with the visible part."""
        self.show_view_on_ribbon()
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
