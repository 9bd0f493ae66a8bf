"""Places with a letter: `m` gives one, `'` goes there, `' '` is where the last jump began."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from textual import work

from tui.desk.moving import Moving
from tui.keys.commands import shown_keys
from tui.keys.dispatcher import Prefix
from tui.widgets.field_message import FieldMessage
from tui.widgets.row_list import Run

if TYPE_CHECKING:
    from tui.store.named_places import LibraryPlace

WORDS = 60
"""Code points of a place's text that are looked at for the row that lists the places."""
LEAST_WORDS = 8
"""Cells below which a few words say nothing; then the letters stand alone."""


class Places(Moving):
    """The commands of places."""

    class LibraryPlacesRead(FieldMessage):
        """The places of the whole library are known."""

        places: Sequence[LibraryPlace]
        """All of them, by letter."""
        wanted: str
        """The letter to go to; empty when they are only to be listed."""

    letter: str = ""
    """The letter that ended the keys of the command that runs; empty for other commands."""
    _library_places: Sequence[LibraryPlace] = ()

    # -- giving a letter --------------------------------------------------------------

    def command_place_set(self) -> None:
        """Give the place under the cursor a small letter."""
        self._name_place("", "place.go")

    def command_place_set_library(self) -> None:
        """Give it a capital letter."""
        self._name_place(" of the library", "place.go_library")

    def _name_place(self, of: str, go: str) -> None:
        if session := self.open_session():
            session.name_place(self.letter, self.view.cursor)
            back = self._key_with(go, self.letter)
            self.say(f"place {self.letter}{of} is here; {back} comes back")

    def _key_with(self, command_id: str, letter: str) -> str:
        """The keys of a command of places with the letter at their end."""
        keys = self.keymap.by_id[command_id].keys
        return (
            shown_keys(f"{keys[0].rpartition(' ')[0]} {letter}") if keys else self.key(command_id)
        )

    # -- going there ------------------------------------------------------------------

    def command_place_go(self) -> None:
        """Go to a place of this article."""
        if session := self.open_session():
            self._go_to_place(self.letter, session.named_places)

    def _go_to_place(self, letter: str, places: Mapping[str, int | None]) -> None:
        if letter not in places:
            command_id = "place.set" if letter.islower() else "place.set_library"
            sets = self._key_with(command_id, letter)
            self.say(f"no place {letter} yet: {sets} sets it where the cursor is")
        elif (offset := places[letter]) is None:
            self.say(f"the words of place {letter} are no longer in this text", warning=True)
        else:
            self._jump(offset)

    def _jump(self, offset: int) -> None:
        if self.selection_anchor is None:
            self.record_jump(to=offset)
        self.move_cursor(offset)

    def show_place(self, letter: str | None) -> None:
        """Go to a place of this article that was asked for from another one."""
        if letter and self.session:
            self._go_to_place(letter, self.session.named_places)

    def command_place_last(self) -> None:
        """Go to where the last jump began; again, and back."""
        before = self.jumps.before
        if before is None:
            self.say_no_jump()
        else:
            self._jump(before)

    def command_place_go_library(self) -> None:
        """Go to a place in any article."""
        if self.open_session():
            self._read_library_places(self.letter)

    @work(thread=True, exit_on_error=False, group="places")
    def _read_library_places(self, wanted: str) -> None:
        """Read the places of the library; runs in a thread."""
        from tui.errors import StoreError

        session = self.session
        if session is None:
            return
        try:
            places = session.library_places()
        except StoreError as error:
            self.app.call_from_thread(self.say, str(error), warning=True)
        else:
            self.post_message(self.LibraryPlacesRead(places, wanted))

    def on_places_library_places_read(self, event: LibraryPlacesRead) -> None:
        """Go to the wanted place; else list the places where they are waited for."""
        event.stop()
        self._library_places = event.places
        session = self.session
        if session is None or not event.wanted:
            self.update_status()
            return
        found = [place for place in event.places if place.letter == event.wanted]
        if not found:
            self._go_to_place(event.wanted, {})
        elif found[0].document_id == session.document_id:
            self._go_to_place(event.wanted, session.named_places)
        elif found[0].source:
            self.post_message(self.ArticleRequested(found[0].source, place=event.wanted))
        else:
            self.say("another article has taken the name of the one with this place")

    # -- the places in the status row -------------------------------------------------

    def show_pending(self, pending: Prefix | None) -> None:
        """Show the places that are set when a letter of one is waited for."""
        super().show_pending(pending)
        if _asks_for_place(pending) and self.session:
            self._read_library_places("")

    def pending_runs(self, pending: Prefix, room: int) -> Iterable[Run]:
        """The places with a few words of their text; else the keys that can follow."""
        if not (_asks_for_place(pending) and self.session):
            return super().pending_runs(pending, room)
        listed = self._listed_places()
        runs: list[Run] = [(f" {shown_keys(' '.join(pending.keys))}", "pending")]
        if not listed:
            runs.append((f" no places yet: {self.key('place.set')} sets one here", "muted"))
        last = [key for key, command in pending.following if command and command.id == "place.last"]
        if last and self.jumps.before is not None:
            runs += [(f"  {shown_keys(last[0])}", "key"), (" before the last jump ", "muted")]
        drop: tuple[Run, Run] = ((" Esc", "key"), (" drop ", "muted"))
        room -= sum(cell_len(text) for text, _ in (*runs, *drop))
        width = room // max(1, len(listed)) - 4
        for letter, words in listed:
            runs.append((f"  {letter}", "key"))
            if width >= LEAST_WORDS:
                runs.append((f" {_cut(words, width)}", "muted"))
        return (*runs, *drop)

    def _listed_places(self) -> list[tuple[str, str]]:
        """Letter and words of every place: of this article, then of the library."""
        session, text = self.session, self.article.text
        if session is None:
            return []
        listed = []
        for letter, offset in session.named_places.items():
            if letter.islower():
                words = "(its words are gone)" if offset is None else text[offset : offset + WORDS]
                listed.append((letter, " ".join(words.split())))
        for place in self._library_places:
            words = place.words if place.document_id == session.document_id else place.title
            listed.append((place.letter, " ".join(words.split())))
        return listed


def _cut(words: str, width: int) -> str:
    """As much of the words as fits into so many cells."""
    return words if cell_len(words) <= width else set_cell_size(words, width - 1) + "…"


def _asks_for_place(pending: Prefix | None) -> bool:
    """Whether the next key may be the letter of a place to go to."""
    following = pending.following if pending else ()
    return any(command and command.id == "place.go" for _, command in following)
