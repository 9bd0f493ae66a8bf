"""Labels over the visible text: `f` jumps to one, `F` highlights what it stands at.

Every sentence on the screen is `F` and at most two letters away from a highlight, every
phrase `F`, Space, and two letters each for its first and its last word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len
from textual import events

from tui.desk.places import Places
from tui.documents.article import Span
from tui.page.labels import label_names, words_between
from tui.widgets.article_view import ArticleView, Label
from tui.widgets.row_list import Run

_THINGS = (
    "person", "organisation", "place", "group", "thing", "quote", "indirect", "question",
    "mark-yellow", "mark-green", "mark-blue", "mark-pink", "link",
)  # fmt: skip
"""Layers of the text whose spans are worth jumping to."""
_CELLS_APART = 2
"""The cells of the longest label: a place closer behind another one gets none."""


class LabelTarget(NamedTuple):
    """Something a label stands for."""

    offset: int
    """Where its label stands: where it begins, or else the screen does."""
    span: Span
    """The passage."""


class Labelling(NamedTuple):
    """Labels on the screen, and what is done with the place that is chosen."""

    marks: bool
    """Whether the chosen passage is highlighted; else the cursor goes there."""
    of_words: bool
    """Whether every word has a label."""
    targets: dict[str, LabelTarget]
    """What each label stands for."""
    seen: tuple[object, int]
    """The wrapped text and its topmost row: labels are right only while both stay."""
    typed: str = ""
    """The first letter of a label of two."""
    first: Span | None = None
    """The first word of the phrase to highlight, once it is chosen."""


class Labels(Places):
    """The commands of labels."""

    labelling: Labelling | None = None
    """The labels on the screen; `None` when there are none."""

    def mark_labelled(self, span: Span) -> None:
        """Highlight a passage that was chosen by its label."""
        raise NotImplementedError

    # -- commands ---------------------------------------------------------------------

    def command_label_jump(self) -> None:
        """Label the places worth going to; while selecting, every word."""
        self._show_labels(marks=False, of_words=self.selection_anchor is not None)

    def command_label_mark(self) -> None:
        """Label every sentence on the screen; the chosen one is highlighted."""
        self._show_labels(marks=True, of_words=False)

    def _show_labels(self, *, marks: bool, of_words: bool, first: Span | None = None) -> None:
        visible = self._visible()
        if of_words:
            spans = [span for span in self._words() if first is None or span.end >= first.end]
        else:
            find = self._sentences if marks else self._places_worth_going_to
            spans = list(find(visible))
        targets = self._apart({LabelTarget(max(span.start, visible.start), span) for span in spans})
        near = self.view.cursor if first is None else first.start
        targets.sort(key=lambda target: abs(target.offset - near))
        names = label_names(len(targets))
        if not names:
            self.say("there is nothing to label on this screen")
            return
        self.labelling = Labelling(
            marks, of_words, dict(zip(names, targets, strict=False)), self._seen(), first=first
        )
        self._draw_labels()

    # -- what gets a label ------------------------------------------------------------

    def _visible(self) -> Span:
        """The text on the screen."""
        lines = self.lines
        rows = [row for number in self.view.visible_rows if (row := lines.row(number))]
        return Span(rows[0].start, rows[-1].end) if rows else Span(0, 0)

    def _sentences(self, visible: Span) -> Iterator[Span]:
        """Every sentence on the screen, also one that begins above it; no rules and signs."""
        text = self.article.text
        sentence: Span | None = self.motions.sentences.at(visible.start)
        while sentence and sentence.start < visible.end:
            if sentence.end > visible.start and any(map(str.isalnum, text[slice(*sentence)])):
                yield sentence
            sentence = self.motions.sentences.after(sentence.start)

    def _places_worth_going_to(self, visible: Span) -> Iterator[Span]:
        """Sentences, names, quotes, evidence, highlights and links."""
        yield from self._sentences(visible)
        for layer in _THINGS:
            if index := self.view.painted.get(layer):
                spans = index.touching(*visible)
                yield from (span for span in spans if span.start >= visible.start)

    def _words(self) -> Iterator[Span]:
        """Every word on the screen, without the signs around it."""
        text, lines = self.article.text, self.lines
        for number in self.view.visible_rows:
            row = lines.row(number)
            if row:
                yield from words_between(text, row.start, row.end)

    def _apart(self, targets: Iterable[LabelTarget]) -> list[LabelTarget]:
        """The targets in text order, without those whose label another one would cover."""
        lines = self.lines
        kept: list[LabelTarget] = []
        free_row, free_column = -1, 0
        for target in sorted(targets):
            row, column = lines.row_of(target.offset), lines.column_of(target.offset)
            if row > free_row or column >= free_column:
                kept.append(target)
                free_row, free_column = row, column + _CELLS_APART
        return kept

    # -- drawing ----------------------------------------------------------------------

    def _seen(self) -> tuple[object, int]:
        return self.lines, self.view.scroll_offset.y

    def _draw_labels(self) -> None:
        """Draw the labels that can still be meant, without the letter that was typed."""
        shown = self.labelling
        if shown is None:
            self.view.labels = ()
        else:
            self.view.labels = tuple(
                Label(target.offset, name.removeprefix(shown.typed))
                for name, target in shown.targets.items()
                if name.startswith(shown.typed)
            )
            if shown.first:
                self.view.paint("selection", [shown.first])
        self.update_status()

    def _show_status(self) -> None:
        """While labels are shown, the status row says what can be typed."""
        super()._show_status()
        shown = self.labelling
        if shown is None:
            return
        pill: Run = (" MARK ", "select") if shown.marks else (" JUMP ", "find")
        what = "sentence to highlight" if shown.marks else "place to go to"
        if shown.of_words:
            what = "first word of the phrase" if shown.marks else "word to go to"
        if self.selection_anchor is not None:
            what = "word to select to"
        if shown.first:
            what = "last word of the phrase"
        runs: list[Run] = [pill, (f" type the label of the {what} ", "title")]
        if not shown.of_words:
            runs += [(" Space", "key"), (" label every word ", "muted")]
        runs += [(" Esc", "key"), (" drop ", "muted")]
        self.status.left = tuple(runs)
        room = self.size.width - sum(cell_len(text) for text, _ in runs)
        if sum(cell_len(text) for text, _ in self.status.right) > room:
            self.status.right = ()

    # -- keys -------------------------------------------------------------------------

    def on_label_key(self, key: str) -> None:
        """Take a key while labels are shown."""
        shown = self.labelling
        if shown is None:
            return
        self.clear_message()
        typed = shown.typed + key
        if typed in shown.targets:
            self._choose_label(shown, shown.targets[typed])
        elif any(name.startswith(typed) for name in shown.targets):
            self.labelling = shown._replace(typed=typed)
            self._draw_labels()
        elif key == "space" and not shown.of_words:
            self.drop_labels()
            self._show_labels(marks=shown.marks, of_words=True)
        else:
            self.drop_labels()
            if key != "escape":
                self.say("no label has this key; the labels are dropped")

    def _choose_label(self, shown: Labelling, target: LabelTarget) -> None:
        self.drop_labels()
        span = target.span
        if not shown.marks:
            self._go_to_label(target)
        elif not shown.of_words:
            self.mark_labelled(span)
        elif shown.first is None:
            self._show_labels(marks=True, of_words=True, first=span)
        else:
            self.mark_labelled(Span(shown.first.start, span.end))

    def _go_to_label(self, target: LabelTarget) -> None:
        offset, span = target
        if self.selection_anchor is None:
            self.record_jump(to=offset)
            self.move_cursor(offset)
        else:
            self.move_cursor(span.start if span.start < self.selection_anchor else span.end - 1)

    def drop_labels(self) -> bool:
        """Take the labels off the text; `False` when there were none."""
        shown, self.labelling = self.labelling, None
        if shown is None:
            return False
        if shown.first:
            self.view.paint("selection", [])
        self._draw_labels()
        return True

    # -- what makes labels wrong ------------------------------------------------------

    def _drop_if_moved(self) -> None:
        if self.labelling and self.labelling.seen != self._seen():
            self.drop_labels()

    def on_article_view_scrolled(self) -> None:
        """Labels belong to what was on the screen."""
        self._drop_if_moved()

    def on_article_view_rewrapped(self, _: ArticleView.Rewrapped) -> None:
        """Labels belong to the rows there were."""
        self._drop_if_moved()

    def on_article_view_pressed(self, _: ArticleView.Pressed) -> None:
        """The mouse goes somewhere else."""
        self.drop_labels()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Another part of the desk has the keys."""
        if event.widget is not self.view:
            self.drop_labels()
