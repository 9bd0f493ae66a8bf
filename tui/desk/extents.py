"""How far a highlight reaches: widened, narrowed, put on a selection; doubled ones joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.surface import Occasion
from tui.documents.passage_parts import holds, reach
from tui.keys.commands import Mode
from tui.page.passage_edges import trimmed

if TYPE_CHECKING:
    from tui.desk.marking import Marking
    from tui.desk.moving import Moving
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.targets import Targets
    from tui.documents.article import Span
    from tui.documents.passage_parts import Where
    from tui.session.reading import Mark, ReadingSession


class Extents(Part):
    """The commands that give a highlight, however old, other words to stand on."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        targets: Targets,
        moving: Moving,
        marking: Marking,
    ) -> None:
        """Resize highlights."""
        super().__init__(state, surface)
        self._targets = targets
        self._moving = moving
        self._marking = marking

    def works(self, command_id: str) -> bool:
        """There is a highlight here, or there are doubled ones."""
        session = self.state.session
        if command_id == "mark.join":
            return session is not None and bool(session.doubled)
        if self.surface.mode is Mode.SELECT:
            return bool(self._in_selection())
        return bool(self.state.marks_at(self.surface.view.cursor))

    def mark_wider(self) -> None:
        """Widen the highlight under the cursor; where it is widest, narrow it again."""
        session, mark = self.surface.session(), self._targets.highlight()
        if session is None:
            return
        if mark is None:
            self.surface.say("no highlight here")
            return
        wider = self._marking.wider_than(mark)
        narrowest = next(iter(self._marking.passages_at(self.surface.view.cursor)), ())
        if wider:
            self._put(session, mark, wider[0], "widened")
        elif narrowest and narrowest != mark.parts and holds(mark.parts, narrowest):
            self._put(session, mark, narrowest, "narrowed")
        else:
            self.surface.say("there is no other passage to put it on: select one first")

    def mark_extent(self) -> None:
        """Put the highlight that the selection meets on the selection: wider or narrower."""
        session, selected = self.surface.session(), self._targets.selected
        if session is None or selected is None:
            return
        met = self._in_selection()
        if not met:
            makes = self.surface.key("mark.make")
            self.surface.say(f"no highlight in what is selected: {makes} makes one")
            return
        span = trimmed(self.state.article.text, selected)
        mark = max(met, key=lambda each: _share(reach(each.parts), span))
        if any(each.parts == (span,) for each in self.state.marks):
            self.surface.say("a highlight stands on these very words already")
            return
        self._moving.drop_selection()
        self._put(session, mark, span, "resized")

    def _in_selection(self) -> list[Mark]:
        selected = self._targets.selected
        return [each for each in self.state.marks if selected and each.overlaps(selected)]

    def _put(self, session: ReadingSession, mark: Mark, where: Where, said: str) -> None:
        change = session.set_span(mark.highlight.id, where)
        self.surface.react(Occasion.MARKS_CHANGED)
        undoes = self.surface.key("change.undo")
        self.surface.say(
            f"the highlight is {said}; {undoes} takes it back" if change.ok else change.reason
        )

    def mark_join(self) -> None:
        """Make one of the highlights that stand on the same words, with all their words."""
        session = self.surface.session()
        if session is None:
            return
        count = sum(len(group) for group in session.doubled)
        if not count:
            self.surface.say("no two highlights stand on the same words")
            return
        groups = len(session.doubled)
        change = session.join_doubled()
        self.surface.react(Occasion.MARKS_CHANGED)
        undoes = self.surface.key("change.undo")
        self.surface.say(
            f"{count} highlights are now {groups}, with all their notes and tags; "
            f"{undoes} takes it back"
            if change.ok
            else change.reason
        )


def _share(one: Span, other: Span) -> float:
    """How much of two passages is in both, 0 to 1."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start))
