"""Places with a letter: `m` gives one, `'` goes there; capitals are for all articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from tui.desk.part import Part
from tui.desk.requests import ArticleRequested
from tui.desk.state import Arrival
from tui.desk.surface import look_up
from tui.keys.commands import shown_keys
from tui.widgets.row_list import Run

if TYPE_CHECKING:
    from tui.desk.jump_keys import JumpKeys
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.keys.dispatcher import Prefix
    from tui.store.named_places import LibraryPlace

WORDS = 60
"""Code points of a place's text that are looked at for the row that lists the places."""
LEAST_WORDS = 8
"""Cells below which a few words say nothing; then the letters stand alone."""


class LetteredPlaces(Part):
    """The commands that give a place a letter, and go to one."""

    def __init__(self, state: DeskState, surface: Surface, jump_keys: JumpKeys) -> None:
        """Give places letters."""
        super().__init__(state, surface)
        self._jump_keys = jump_keys
        self._of_library: Sequence[LibraryPlace] = ()

    # -- giving a letter --------------------------------------------------------------

    def place_set(self) -> None:
        """Give the place under the cursor a small letter."""
        self._name("", "place.go")

    def place_set_library(self) -> None:
        """Give it a capital letter."""
        self._name(" of the library", "place.go_library")

    def _name(self, of: str, go: str) -> None:
        letter = self.state.letter
        if session := self.surface.session():
            session.places.name(letter, self.surface.view.cursor)
            back = self._key_with(go, letter)
            self.surface.say(f"place {letter}{of} is here; {back} comes back")

    def _key_with(self, command_id: str, letter: str) -> str:
        """The keys of a command of places with the letter at their end."""
        keys = self.state.keymap.by_id[command_id].keys
        if not keys:
            return self.surface.key(command_id)
        return shown_keys(f"{keys[0].rpartition(' ')[0]} {letter}")

    # -- going there ------------------------------------------------------------------

    def place_go(self) -> None:
        """Go to a place of this article."""
        if session := self.surface.session():
            self._go_to(self.state.letter, session.places.named)

    def _go_to(self, letter: str, places: Mapping[str, int | None]) -> None:
        if letter not in places:
            command_id = "place.set" if letter.islower() else "place.set_library"
            sets = self._key_with(command_id, letter)
            self.surface.say(f"no place {letter} yet: {sets} sets it where the cursor is")
        elif (offset := places[letter]) is None:
            said = f"the words of place {letter} are no longer in this text"
            self.surface.say(said, warning=True)
        else:
            self._jump_keys.jump_to(offset)

    def show(self, letter: str) -> None:
        """Go to a place of this article that was asked for from another one."""
        if self.state.session:
            self._go_to(letter, self.state.session.places.named)

    def place_go_library(self) -> None:
        """Go to a place in any article."""
        if self.surface.session():
            self._read_library_places(self.state.letter)

    def _read_library_places(self, wanted: str) -> None:
        """Read the places of the library, in a thread.

        Args:
            wanted: The letter to go to; empty when they are only to be listed.
        """
        if session := self.state.session:
            take = partial(self._take, wanted=wanted)
            look_up(self.surface, session.places.of_library, take, "places")

    def _take(self, places: Sequence[LibraryPlace], wanted: str) -> None:
        """Go to the wanted place; else list the places where they are waited for."""
        self._of_library = places
        session = self.state.session
        if session is None or not wanted:
            self.surface.update_status()
            return
        found = [place for place in places if place.letter == wanted]
        if not found:
            self._go_to(wanted, {})
        elif found[0].document_id == session.document_id:
            self._go_to(wanted, session.places.named)
        else:
            self.surface.post(ArticleRequested(found[0].source, Arrival(letter=wanted)))

    # -- the places in the status row -------------------------------------------------

    def begin(self, prefix: Prefix) -> None:
        """Read the places when a letter of one is waited for."""
        if _asks_for_place(prefix) and self.state.session:
            self._read_library_places("")

    def prefix_runs(self, prefix: Prefix, room: int) -> tuple[Run, ...] | None:
        """The places with a few words of their text where one is asked for; else `None`."""
        if not (_asks_for_place(prefix) and self.state.session):
            return None
        listed = self._listed()
        runs: list[Run] = [(f" {shown_keys(' '.join(prefix.keys))}", "pending")]
        if not listed:
            sets = self.surface.key("place.set")
            runs.append((f" no places yet: {sets} sets one here", "muted"))
        last = [key for key, command in prefix.following if command and command.id == "place.last"]
        if last and self.state.jumps.before is not None:
            runs += [(f"  {shown_keys(last[0])}", "key"), (" before the last jump ", "muted")]
        drop: tuple[Run, Run] = ((" Esc", "key"), (" cancel ", "muted"))
        room -= sum(cell_len(text) for text, _ in (*runs, *drop))
        width = room // max(1, len(listed)) - 4
        for letter, words in listed:
            runs.append((f"  {letter}", "key"))
            if width >= LEAST_WORDS:
                runs.append((f" {_cut(words, width)}", "muted"))
        return (*runs, *drop)

    def _listed(self) -> list[tuple[str, str]]:
        """Letter and words of every place: of this article, then of the library."""
        session, text = self.state.session, self.state.article.text
        if session is None:
            return []
        listed = []
        for letter, offset in session.places.named.items():
            if letter.islower():
                words = "(its words are gone)" if offset is None else text[offset : offset + WORDS]
                listed.append((letter, " ".join(words.split())))
        for place in self._of_library:
            words = place.words if place.document_id == session.document_id else place.title
            listed.append((place.letter, " ".join(words.split())))
        return listed


def _cut(words: str, width: int) -> str:
    """As much of the words as fits into so many cells."""
    return words if cell_len(words) <= width else set_cell_size(words, width - 1) + "…"


def _asks_for_place(prefix: Prefix) -> bool:
    """Whether the next key may be the letter of a place to go to."""
    return any(command and command.id == "place.go" for _, command in prefix.following)
