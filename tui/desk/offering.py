"""Words whose typing was cut off: offered when their article is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.part import Part

if TYPE_CHECKING:
    from tui.desk.correcting import Correcting
    from tui.desk.notes import Notes
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.tagging import Tagging


class Offering(Part):
    """What an earlier reading left unfinished."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        correcting: Correcting,
        notes: Notes,
        tagging: Tagging,
    ) -> None:
        """Offer words."""
        super().__init__(state, surface)
        self._correcting = correcting
        self._notes = notes
        self._tagging = tagging

    def offer(self) -> None:
        """Open the first note or line of tags that was cut off; say where the rest is."""
        session = self.state.session
        if session is None:
            return
        said = [self._correcting.unfinished_sentence()]
        # One at a time: the next one is offered by its key, or the next time.
        _ = self._notes.offer_draft() or self._tagging.offer_draft()
        if session.answer_drafts:
            lists, key = self.surface.key("ledger.article"), self.surface.key("question.answer")
            said.append(f"an answer was not finished: {key} on its question in {lists} has it")
        gone = {each.id for each in session.orphans}
        if gone & {*session.drafts.left, *session.tag_drafts.left}:
            panel, key = self.surface.key("panel.marks"), self.surface.key("mark.note")
            said.append(
                "what you were typing about a highlight is kept, but its passage has no certain "
                f"place in this text: {key} on its row in {panel} has it"
            )
        if doubled := sum(len(group) for group in session.doubled):
            joins = self.surface.key("mark.join")
            said.append(f"{doubled} highlights stand on the same words; {joins} makes one of them")
        self.surface.notify(tuple(filter(None, said)))
