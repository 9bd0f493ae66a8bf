"""Labels over the visible text: `f` jumps to one, `F` highlights what it stands at.

Every sentence on the screen is `F` and at most two letters away from a highlight, every
phrase `F`, Space, and two letters each for its first and its last word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from tui.desk.part import Part
from tui.documents.article import Span
from tui.page.labels import apart, label_names, words_between
from tui.widgets.article_rows import Label
from tui.widgets.painting import MARK_LAYERS
from tui.widgets.row_list import Run

if TYPE_CHECKING:
    from tui.desk.jump_keys import JumpKeys
    from tui.desk.marking import Marking
    from tui.desk.moving import Moving
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface

_THINGS = (
    "person", "organisation", "place", "group", "thing", "quote", "indirect", "question",
    *MARK_LAYERS, "link",
)  # fmt: skip
"""Layers of the text whose spans are worth jumping to."""


class LabelTarget(NamedTuple):
    """Something a label stands for."""

    offset: int
    """Where its label stands: where it begins, or else the screen does."""
    span: Span
    """The passage."""


class Labels(NamedTuple):
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
    what: str = ""
    """What the labels stand for, where another part asks; empty for places and sentences."""
    then: Callable[[Span], None] | None = None
    """What that part does with the chosen one."""


class Labelling(Part):
    """The commands of labels."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        moving: Moving,
        jump_keys: JumpKeys,
        marking: Marking,
    ) -> None:
        """Label what is on the screen."""
        super().__init__(state, surface)
        self._moving = moving
        self._jump_keys = jump_keys
        self._marking = marking
        self.labels: Labels | None = None
        """The labels on the screen; `None` when there are none."""

    def label_jump(self) -> None:
        """Label the places worth going to; while selecting, every word."""
        self._show(marks=False, of_words=self.state.is_selecting)

    def label_mark(self) -> None:
        """Label every sentence on the screen; the chosen one is highlighted."""
        self._show(marks=True, of_words=False)

    def _show(self, *, marks: bool, of_words: bool, first: Span | None = None) -> None:
        visible = self._visible()
        if of_words:
            spans = [span for span in self._words() if first is None or span.end >= first.end]
        else:
            find = self._sentences if marks else self._places_worth_going_to
            spans = list(find(visible))
        near = self.surface.view.cursor if first is None else first.start
        self._draw_if_any(
            Labels(marks, of_words, self._named(spans, near), self._seen(), first=first)
        )

    def ask(self, spans: Iterable[Span], what: str, then: Callable[[Span], None]) -> None:
        """Label some passages for another part.

        Args:
            spans: The passages; those off the screen get no label.
            what: What they are, behind "type the label of the".
            then: Called with the chosen one.
        """
        visible = self._visible()
        seen = [span for span in spans if span.overlaps(visible)]
        named = self._named(seen, self.surface.view.cursor)
        self._draw_if_any(Labels(False, False, named, self._seen(), what=what, then=then))

    def _named(self, spans: Iterable[Span], near: int) -> dict[str, LabelTarget]:
        """A label for each passage, the shortest for those near an offset."""
        first = self._visible().start
        found = {LabelTarget(max(span.start, first), span) for span in spans}
        targets = apart(self.surface.lines, found, lambda target: target.offset)
        targets.sort(key=lambda target: abs(target.offset - near))
        return dict(zip(label_names(len(targets)), targets, strict=False))

    def _draw_if_any(self, labels: Labels) -> None:
        if labels.targets:
            self.labels = labels
            self._draw()
        else:
            self.surface.say("there is nothing to label on this screen")

    # -- what gets a label ------------------------------------------------------------

    def _visible(self) -> Span:
        """The text on the screen."""
        lines = self.surface.lines
        rows = [row for number in self.surface.view.visible_rows if (row := lines.row(number))]
        return Span(rows[0].start, rows[-1].end) if rows else Span(0, 0)

    def _sentences(self, visible: Span) -> Iterator[Span]:
        """Every sentence on the screen, also one that begins above it; no rules and signs."""
        text, sentences = self.state.article.text, self.state.motions.sentences
        sentence: Span | None = sentences.at(visible.start)
        while sentence and sentence.start < visible.end:
            if sentence.end > visible.start and any(map(str.isalnum, text[slice(*sentence)])):
                yield sentence
            sentence = sentences.after(sentence.start)

    def _places_worth_going_to(self, visible: Span) -> Iterator[Span]:
        """Sentences, names, quotes, evidence, highlights and links."""
        yield from self._sentences(visible)
        for layer in _THINGS:
            if index := self.surface.view.painted.get(layer):
                spans = index.touching(*visible)
                yield from (span for span in spans if span.start >= visible.start)

    def _words(self) -> Iterator[Span]:
        """Every word on the screen, without the signs around it."""
        text, lines = self.state.article.text, self.surface.lines
        for number in self.surface.view.visible_rows:
            row = lines.row(number)
            if row:
                yield from words_between(text, row.start, row.end)

    # -- drawing ----------------------------------------------------------------------

    def _seen(self) -> tuple[object, int]:
        return self.surface.lines, self.surface.view.scroll_offset.y

    def _draw(self) -> None:
        """Draw the labels that can still be meant, without the letter that was typed."""
        shown, view = self.labels, self.surface.view
        if shown is None:
            view.labels = ()
        else:
            view.labels = tuple(
                Label(target.offset, name.removeprefix(shown.typed))
                for name, target in shown.targets.items()
                if name.startswith(shown.typed)
            )
            if shown.first:
                view.paint("selection", [shown.first])
        self.surface.update_status()

    def status_runs(self) -> tuple[Run, ...] | None:
        """What can be typed while labels are shown; `None` when there are none."""
        shown = self.labels
        if shown is None:
            return None
        pill: Run = (" HIGHLIGHT ", "select") if shown.marks else (" JUMP ", "find")
        what = "sentence to highlight" if shown.marks else "place to go to"
        if shown.of_words:
            what = "first word of the phrase" if shown.marks else "word to go to"
        if self.state.is_selecting:
            what = "word to select to"
        if shown.first:
            what = "last word of the phrase"
        what = shown.what or what
        runs: list[Run] = [pill, (f" type the label of the {what} ", "title")]
        if not shown.of_words and shown.then is None:
            runs += [(" Space", "key"), (" label every word ", "muted")]
        return (*runs, (" Esc", "key"), (" cancel ", "muted"))

    # -- keys -------------------------------------------------------------------------

    def take_key(self, key: str) -> bool:
        """Take a key while labels are shown; `False` when there are none."""
        shown = self.labels
        if shown is None:
            return False
        self.surface.clear_message()
        typed = shown.typed + key
        if typed in shown.targets:
            self._choose(shown, shown.targets[typed])
        elif any(name.startswith(typed) for name in shown.targets):
            self.labels = shown._replace(typed=typed)
            self._draw()
        elif key == "space" and not shown.of_words and shown.then is None:
            self.drop()
            self._show(marks=shown.marks, of_words=True)
        else:
            self.drop()
            if key != "escape":
                self.surface.say("no label has this key; the labels are gone")
        return True

    def _choose(self, shown: Labels, target: LabelTarget) -> None:
        self.drop()
        if shown.then is not None:
            shown.then(target.span)
        elif not shown.marks:
            self._go_to(target)
        elif not shown.of_words:
            self._marking.make(target.span)
        elif shown.first is None:
            self._show(marks=True, of_words=True, first=target.span)
        else:
            self._marking.make(Span(shown.first.start, target.span.end))

    def _go_to(self, target: LabelTarget) -> None:
        anchor, span = self.state.selection_anchor, target.span
        if anchor is None:
            self._jump_keys.jump_to(target.offset)
        else:
            self._moving.move_cursor(span.start if span.start < anchor else span.end - 1)

    def drop(self) -> bool:
        """Take the labels off the text; `False` when there were none."""
        shown, self.labels = self.labels, None
        if shown is None:
            return False
        if shown.first:
            self.surface.view.paint("selection", [])
        self._draw()
        return True

    def drop_if_moved(self) -> None:
        """Labels belong to the rows that were on the screen; on the same rows they stay."""
        if self.labels and self.labels.seen != self._seen():
            self.drop()
        elif self.labels and not self.surface.view.labels:
            # The text was wrapped as it was: the status row gave back what keys or a message took.
            self._draw()

    def drop_if_left(self) -> None:
        """Labels go when another part of the desk has the keys."""
        if self.surface.focused is not self.surface.view:
            self.drop()
