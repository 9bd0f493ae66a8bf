"""An article that looks like an edited copy of another one: told, asked about, taken apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.requests import ChangedText
from tui.desk.surface import look_up
from tui.dialogs.yes_or_no import YesOrNoScreen
from tui.store.copy_decisions import bring_over, keep_apart
from tui.store.short_names import short_title

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.desk.jumping import Jumping
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.session.reading import ReadingSession
    from tui.store.near_copies import NearCopy


class EditedCopies(Part):
    """What follows from the likeness of two articles."""

    def __init__(self, state: DeskState, surface: Surface, jumping: Jumping) -> None:
        """Look at the article once its library is open."""
        super().__init__(state, surface)
        self._jumping = jumping
        self._taken_for: NearCopy | None = None
        """What it was taken for, until something else is done that `u` takes back."""

    def offer(self) -> None:
        """Say what the article was taken for, or ask."""
        session = self.state.session
        near = session.near if session else None
        if session is None or near is None:
            return
        name = short_title(near.title)
        if near.is_same:
            self._taken_for = near
            undoes = self.surface.key("change.undo")
            self.surface.notify(
                (f"taken for “{name}”, moved and edited; {undoes} makes it an article of its own",)
            )
            return
        highlights = "highlight" if near.highlights == 1 else f"{near.highlights} highlights"
        question = f"It looks like an edited copy of “{name}”. Bring its {highlights} over?"
        screen = YesOrNoScreen(
            "An edited copy?", question, "brings them over; they stay there too", "leaves them"
        )

        def answered(is_wanted: bool | None) -> None:
            if is_wanted:
                self._bring(session, near)

        self.surface.open_dialog(screen, answered)

    def take_apart(self) -> bool:
        """Undo what the article was taken for, right after it was told; `False` when it is late."""
        session, near = self.state.session, self._taken_for
        self._taken_for = None
        if session is None or near is None or session.operations:
            return False
        article = self.state.loaded
        self._write(
            session,
            lambda c: keep_apart(c, article, near.document_id) and "an article of its own now",
        )
        return True

    def _bring(self, session: ReadingSession, near: NearCopy) -> None:
        article = self.state.loaded

        def bring(connection: Connection) -> str:
            count, total = bring_over(connection, article, session.document_id, near.document_id)
            left = f" of {total}; the others have no place here" if count < total else ""
            undoes = self.surface.key("change.undo")
            return f"{count} highlight{'s' * (count != 1)}{left} brought over; {undoes} undoes it"

        self._write(session, bring)

    def _write(self, session: ReadingSession, write: Callable[[Connection], str]) -> None:
        """Write in a thread, then open the article anew."""
        place, jumps = self._jumping.place_here(), tuple(self.state.jumps.places)
        article = self.state.loaded

        def written(said: str) -> None:
            self.surface.replace_article(ChangedText(article, said, place, jumps))

        look_up(self.surface, lambda: session.write(write), written, "copy")
