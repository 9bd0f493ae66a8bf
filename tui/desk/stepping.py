"""From one entity, quote, question or highlight to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.documents.article import Span
from tui.panels.table import ENTITIES, HIGHLIGHTS, QUESTIONS, QUOTES

if TYPE_CHECKING:
    from tui.desk.moving import Moving
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.targets import Targets
    from tui.keys.commands import Command
    from tui.panels.panel import Panel
    from tui.session.reading import Mark

STEPS: dict[str, Panel] = {
    "entity": ENTITIES, "quote": QUOTES, "question": QUESTIONS, "mark": HIGHLIGHTS,
}  # fmt: skip
"""The panel whose things each noun of a command goes through."""
NEXT, PREVIOUS = "next", "previous"


class Stepping(Part):
    """The commands of the group Step."""

    def __init__(
        self, state: DeskState, surface: Surface, moving: Moving, targets: Targets
    ) -> None:
        """Go from one thing to the next."""
        super().__init__(state, surface)
        self._moving = moving
        self._targets = targets

    def run(self, command: Command) -> None:
        """Go on or back, through the things that the command names."""
        noun, _, verb = command.id.partition(".")
        if verb not in (NEXT, PREVIOUS):
            super().run(command)
        elif noun == "mark" and not self.state.is_selecting:
            self._step_to_highlight(is_next=verb == NEXT)
        else:
            panel = STEPS[noun]
            self._step(panel.steps(self.state.contents), panel.thing, is_next=verb == NEXT)

    @classmethod
    def has(cls, command: Command) -> bool:
        """Whether it is a step, or the way to the next mention."""
        noun, _, verb = command.id.partition(".")
        return (verb in (NEXT, PREVIOUS) and noun in STEPS) or super().has(command)

    def _step(self, spans: Sequence[Span], thing: str, *, is_next: bool) -> None:
        starts = sorted({span.start for span in spans})
        here = self.surface.view.cursor
        position = bisect_right(starts, here) if is_next else bisect_left(starts, here) - 1
        if not 0 <= position < len(starts):
            self._say_none(thing, is_next=is_next)
            return
        longest = max((s for s in spans if s.start == starts[position]), key=lambda s: s.end)
        if self.state.is_selecting:
            self._moving.move_cursor(longest.end - 1 if is_next else longest.start)
        else:
            self._moving.go_to(longest)

    def _say_none(self, thing: str, *, is_next: bool) -> None:
        where = "after" if is_next else "before"
        self.surface.say(f"no {thing} {where} this place")

    def _step_to_highlight(self, *, is_next: bool) -> None:
        here, chosen, marks = self.surface.view.cursor, self._targets.chosen, list(self.state.marks)
        if is_next:
            later = [mark for mark in marks if mark.span.start > here]
            later = marks[marks.index(chosen) + 1 :] if chosen else later
            target: Mark | None = later[0] if later else None
        else:
            earlier = [mark for mark in marks if mark.span.start < here]
            earlier = marks[: marks.index(chosen)] if chosen else earlier
            target = earlier[-1] if earlier else None
        if target is None:
            self._say_none(HIGHLIGHTS.thing, is_next=is_next)
        else:
            self._moving.go_to(target.span)
            self._targets.choose(target)

    def entity_same(self) -> None:
        """Go to the next mention of the entity under the cursor; after the last, the first."""
        here = self.surface.view.cursor
        entity = self.state.entity_at(here)
        if entity is None:
            key = self.surface.key("entity.same")
            self.surface.say(f"{key} goes from a name to its next mention; there is no name here")
            return
        spans = sorted({mention.span for mention in entity.mentions})
        number = bisect_right([span.start for span in spans], here) % len(spans)
        where = f"{entity.name}: {number + 1} of {len(spans)}"
        if spans[number].contains(here):
            self.surface.say(f"{where}, the only mention" if len(spans) == 1 else where)
            return
        wrapped = spans[number].start < here
        if self.state.is_selecting:
            self._moving.move_cursor(spans[number].start if wrapped else spans[number].end - 1)
        else:
            self._moving.go_to(spans[number])
        self.surface.say(where + (", continued from the other end of the text" if wrapped else ""))
