"""Choose one of many names by a few of their letters: a speaker, or whom to merge with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widgets import Input, Static

from tui.dialogs.drafting import Drafting
from tui.dialogs.picker import ROOM_FOR_WORDS, PickerScreen
from tui.documents.folding import fold_words
from tui.search.matching import Weighed, weigh
from tui.search.query import parse_query
from tui.search.vocabulary import Vocabulary
from tui.widgets.glyphs import drawn
from tui.widgets.matched import marked_runs
from tui.widgets.row_list import ListRow, RowLine, Run

NAME_ROOM = 26
"""Cells a name has before the words that show what it is; a longer one pushes them on."""
TYPED_KEY = "typed"
"""The key of the row that stands for the words in the box."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose."""

    name: str
    """What it is called."""
    sign: Run
    """What stands before it."""
    detail: str = ""
    """What stands on the right."""
    also: str = ""
    """What else it is found by: its other names."""
    context: str = ""
    """Words that show what it is, dim behind its name."""


class ChoiceScreen(PickerScreen[str]):
    """A fuzzy list; the answer is the number of an option, or the words typed where they may be.

    An option's number is given as digits, typed words with `TYPED_KEY` and a blank before them.
    Where words may be typed it ends as every edit does: Esc, too, takes what was chosen or
    typed, and `ctrl+x` gives it up.
    """

    PLACEHOLDER = "some letters of the name"

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        *,
        on_draft: Callable[[str], None] | None = None,
        on_discard: Callable[[str], None] = lambda _: None,
        begin: str = "",
        told: Callable[[int | str], str] | None = None,
    ) -> None:
        """Offer options.

        Args:
            title: What is chosen.
            options: The options, the likeliest first.
            on_draft: Where words that are no option can be chosen, too: called with what is
                typed at the latest a second after a change. `None` for options only.
            on_discard: Called with what was typed and is given up.
            begin: What is in the box at first.
            told: What choosing would do, of the number of an option or the words typed: it
                stands above the list and follows the cursor. `None` where nothing is said.
        """
        super().__init__()
        # Content, not str: a str would be parsed as markup.
        self._title = Content(drawn(title))
        self._options = options
        self._on_draft = on_draft
        self._on_discard = on_discard
        self._drafting = Drafting(self, self._keep_draft)
        self._begin = begin
        self._told, self.says_what_it_does = told, told is not None
        named = [cell_len(option.name) for option in options if option.context]
        self._name_room = min(NAME_ROOM, max(named, default=0))
        self._vocabulary = Vocabulary(
            word.text
            for option in options
            for text in (option.name, option.also)
            for word in fold_words(text)
        )

    def show_preview(self, row: ListRow | None) -> None:
        """Say what choosing the row would do."""
        if self._told is None:
            return
        words = ""
        if row is not None:
            typed = row.key.removeprefix(f"{TYPED_KEY} ")
            words = self._told(typed if typed != row.key else int(row.key))
        self.query_one(".told", Static).update(Content(drawn(words)))

    def on_mount(self) -> None:
        """Name what is chosen; the base lists all of it."""
        self.query_one(".dialog").border_title = self._title
        self.prompt.begin_with(self._begin)

    def on_input_changed(self, _: Input.Changed) -> None:
        """Have a draft written soon; the base follows what is typed."""
        self._drafting.soon()

    def write_draft(self) -> None:
        """Keep what is typed, now."""
        self._drafting.now()

    def _keep_draft(self) -> None:
        words = self.prompt.value.strip()
        if self._on_draft and words and words != self._begin:
            self._on_draft(words)

    def leave(self, answer: str | None = None) -> None:
        """Close with an answer; what is typed is chosen now, or nobody wants it."""
        self._drafting.end()
        super().leave(answer)

    def handle(self, event: events.Key) -> bool:
        """Where words may be typed: Esc and ctrl+s take, ctrl+x gives up, ctrl+c does nothing."""
        if self._on_draft is None or event.key not in ("escape", "ctrl+s", "ctrl+x", "ctrl+c"):
            return super().handle(event)
        words = self.prompt.value.strip()
        if event.key == "ctrl+x":
            self.leave()
            if words:
                self._on_discard(words)
        elif event.key == "ctrl+s" or (event.key == "escape" and (words or self.hits.cursor)):
            self.choose()
        elif event.key == "escape":
            self.leave()
        return True

    def fill(self, query: str) -> None:
        """List the options in which every typed word is found, the best first."""
        rows = self._matching(query) if query.strip() else self._all()
        words = " ".join(query.split())
        is_option = any(option.name.casefold() == words.casefold() for option in self._options)
        if self._on_draft and words and not is_option:
            line = RowLine((("  ", ""), (words, ""), ("  as typed", "muted")))
            rows += (ListRow((line,), f"{TYPED_KEY} {words}"),)
        self.hits.state_text = f"Nobody here is called “{words}”." if words else "Nobody to choose."
        self.show_rows(rows, len(self._options))

    def _all(self) -> tuple[ListRow, ...]:
        return tuple(self._row(number, None) for number in range(len(self._options)))

    def _matching(self, query: str) -> tuple[ListRow, ...]:
        expansions = [self._vocabulary.expand(word) for word in parse_query(query).words]
        found = [
            (number, weighed)
            for number, option in enumerate(self._options)
            if (weighed := weigh(expansions, (option.name, option.also))) is not None
        ]
        found.sort(key=lambda pair: -pair[1].score)
        return tuple(self._row(number, weighed) for number, weighed in found)

    def _row(self, number: int, weighed: Weighed | None) -> ListRow:
        option = self._options[number]
        marks = weighed.match().marks[0] if weighed else ()
        right: tuple[Run, ...] = ((f" {option.detail} ", "muted"),)
        left = (option.sign, *marked_runs(option.name, marks))
        if option.context:
            gap = " " * (max(0, self._name_room - cell_len(option.name)) + 2)
            left += ((f"{gap}{option.context}", "muted"),)
        return ListRow((RowLine(left, right),), f"{number}")

    def answer(self, row: ListRow) -> str:
        """The number of the option, or the words."""
        return row.key

    def foot_keys(self) -> tuple[Run, ...]:
        """Enter chooses here."""
        if self._on_draft is not None:
            saving: tuple[Run, ...] = ((" Enter, Esc", "key"), (" save ", "muted"))
            if self.size.width >= ROOM_FOR_WORDS:
                saving = (("  Enter, Esc, ctrl+s", "key"), (" save ", "muted"))
                saving += (("  ↑ ↓", "key"), (" move ", "muted"))
            discards = "  ctrl+x" if self.size.width >= ROOM_FOR_WORDS else " ^x"
            return (*saving, (discards, "key"), (" discards ", "muted"))
        return (
            ("  Enter", "key"), (" choose ", "muted"),
            ("  ↑ ↓", "key"), (" move ", "muted"),
            ("  Esc", "key"), (" close ", "muted"),
        )  # fmt: skip
