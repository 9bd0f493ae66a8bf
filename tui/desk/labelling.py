"""Labels over the visible text: `f` jumps to one, `F` highlights what it stands at.

Every sentence on the screen is `F` and at most two letters away from a highlight. Behind `f Space`
a word is typed by its first letters, until it is the only one or its label is typed; `F Space`
takes the first word of a phrase so, and then its last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from tui.desk.part import Part
from tui.desk.shown_labels import Labels, LabelTarget, status_runs
from tui.documents.article import Span
from tui.documents.folding import fold
from tui.page.labels import apart, label_names, word_labels, words_beginning, words_between
from tui.page.selection import without_page_breaks
from tui.widgets.article_rows import Label
from tui.widgets.article_view import text_in_sight
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


STILL_TYPING = 0.5
"""Seconds in which a letter still belongs to the word that was the only one without it: who types
on does not see that the cursor has jumped, and must not run commands."""


class _Rest(NamedTuple):
    """What may still be typed of a word that was chosen."""

    letters: str
    """The letters, folded."""
    until: float
    """When they are commands again."""


class Labelling(Part):
    """The commands that label what is on the screen, and the keys while labels are shown."""

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
        self._rest = _Rest("", 0.0)

    def label_jump(self) -> None:
        """Label the places worth going to; while selecting, have a word typed."""
        if self.state.is_selecting:
            self._show_words(marks=False)
        else:
            self._show(marks=False)

    def label_mark(self) -> None:
        """Label every sentence on the screen; the chosen one is highlighted."""
        self._show(marks=True)

    def _show(self, *, marks: bool) -> None:
        find = self._sentences if marks else self._places_worth_going_to
        named = self._named(find(self._visible()), self.surface.view.cursor)
        self._draw_if_any(Labels(marks, named, self._seen()))

    def _show_words(self, *, marks: bool, first: Span | None = None) -> None:
        """Have a word on the screen typed; of a phrase the last one, if its first is known."""
        words = tuple(word for word in self._words() if first is None or word.end >= first.end)
        self._draw_if_any(Labels(marks, {}, self._seen(), first=first, words=words))

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
        self._draw_if_any(Labels(False, named, self._seen(), what=what, then=then))

    def _named(self, spans: Iterable[Span], near: int) -> dict[str, LabelTarget]:
        """A label for each passage, the shortest for those near an offset."""
        first = self._visible().start
        found = {LabelTarget(max(span.start, first), span) for span in spans}
        targets = apart(self.surface.lines, found, lambda target: target.offset)
        targets.sort(key=lambda target: abs(target.offset - near))
        return dict(zip(label_names(len(targets)), targets, strict=False))

    def _draw_if_any(self, labels: Labels) -> None:
        if labels.targets or labels.words:
            self.labels = labels
            self._draw()
        else:
            self.surface.say("there is nothing to label on this screen")

    # -- what gets a label ------------------------------------------------------------

    def _visible(self) -> Span:
        """The text on the screen."""
        return text_in_sight(self.surface.view)

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
        begun = shown.typed if shown and shown.words is None else ""
        view.labels = tuple(
            Label(target.offset + target.typed, name.removeprefix(begun))
            for name, target in (shown.targets if shown else {}).items()
            if name.startswith(begun)
        )
        is_dimmed = shown is not None and shown.words is not None
        view.paint_once("dimmed", [self._visible()] if is_dimmed else [])
        found = shown.found if shown else ()
        view.paint_once("typed", [Span(each.span.start, each.typed_end) for each in found])
        if shown and shown.first:
            view.paint("selection", [shown.first])
        self.surface.update_status()

    def status_runs(self) -> tuple[Run, ...] | None:
        """What can be typed while labels are shown; `None` when there are none."""
        shown = self.labels
        return status_runs(shown, is_selecting=self.state.is_selecting) if shown else None

    # -- keys -------------------------------------------------------------------------

    def take_key(self, key: str) -> bool:
        """Take a key while labels are shown; `False` when there are none."""
        if self._is_rest(key):
            return True
        shown = self.labels
        if shown is None:
            return False
        self.surface.clear_message()
        if shown.words is not None:
            self._take_letter(shown, key)
            return True
        typed = shown.typed + key
        if typed in shown.targets:
            self._choose(shown, shown.targets[typed])
        elif any(name.startswith(typed) for name in shown.targets):
            self.labels = shown._replace(typed=typed)
            self._draw()
        elif key == "space" and shown.can_be_words:
            self.drop()
            self._show_words(marks=shown.marks)
        else:
            self._give_up(key)
        return True

    def _is_rest(self, key: str) -> bool:
        """Whether a key only goes on with a word that is chosen already."""
        letters, until = self._rest
        is_rest = bool(letters) and letters[0] == fold(key) and monotonic() < until
        self._rest = _Rest(letters[1:], monotonic() + STILL_TYPING) if is_rest else _Rest("", 0.0)
        return is_rest

    def _give_up(self, key: str) -> None:
        self.drop()
        if key != "escape":
            self.surface.say("no label has this key; the labels are gone")

    def _take_letter(self, shown: Labels, key: str) -> None:
        """Take a letter of a word, or its label."""
        if key in shown.targets:
            self._choose(shown, shown.targets[key])
        elif key == "backspace":
            self._type(shown, shown.typed[:-1])
        elif len(key) == 1:
            self._type(shown, shown.typed + key)
        else:
            self._give_up(key)

    def _type(self, shown: Labels, typed: str) -> None:
        """Choose the only word that begins so, else label the words that do, the nearest first."""
        words = shown.words or ()
        found = words_beginning(self.state.article.text, words, typed) if typed else []
        if len(found) == 1:
            word = found[0]
            rest = fold(self.state.article.text[word.typed_end : word.span.end])
            self._rest = _Rest(rest, monotonic() + STILL_TYPING)
            self._choose(shown, LabelTarget(word.span.start, word.span))
            return
        if typed and not found:
            self.labels = shown._replace(missed=typed)
        else:
            near = shown.first.start if shown.first else self.surface.view.cursor
            found.sort(key=lambda each: abs(each.span.start - near))
            keys = word_labels(each.following for each in found)
            targets = {
                key: LabelTarget(word.span.start, word.span, word.typed_end - word.span.start)
                for key, word in zip(keys, found, strict=False)
            }
            self.labels = shown._replace(
                targets=targets, typed=typed, found=tuple(found), missed=""
            )
        self._draw()

    def _choose(self, shown: Labels, target: LabelTarget) -> None:
        self.drop()
        if shown.then is not None:
            shown.then(target.span)
        elif not shown.marks:
            self._go_to(target)
        elif shown.words is None:
            self._marking.make(without_page_breaks(self.state.article, target.span))
        elif shown.first is None:
            self._show_words(marks=True, first=target.span)
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
