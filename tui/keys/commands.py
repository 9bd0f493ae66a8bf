"""Every command of the desk: the one place that holds its id, keys, label and help.

The key dispatcher, the palette, the hints of the status row, the help screen and the
README's key table are derived from `COMMANDS`. Ids never change after a release.

Keys are written as Textual names them (`ctrl+d`, `pagedown`), printable ones as
themselves; a blank parts the keys of a sequence (`g g`, `] e`). The last key may be
`{a-z}` or `{A-Z}`: any letter of that range, which the command is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple


class Mode(StrEnum):
    """Which trie of keys is in force."""

    TEXT = "text"
    SELECT = "select"
    PANEL = "panel"
    LEDGER = "ledger"
    LIBRARY = "library"
    MARKS = "list of highlights"
    LISTING = "list to pick from"
    ANSWERS = "list of questions to answer"


class Group(StrEnum):
    """The headings of the help screen, in its order."""

    MOVE = "Move"
    STEP = "Step"
    FIND = "Find"
    SELECT = "Select"
    MARK = "Highlight"
    OUT = "Copy and out"
    PANELS = "Panels"
    TRIAGE = "Triage"
    LIBRARY = "Library"
    LISTS = "In a list"
    DESK = "Desk"


ANY_LETTER = "{a-z}"
"""The key that stands for any small letter."""
ANY_UPPER_LETTER = "{A-Z}"
"""The key that stands for any capital letter."""


class Command(NamedTuple):
    """Something the reader can ask the desk to do."""

    id: str
    """`noun.verb`; the handler is the screen's method `command_noun_verb`."""
    label: str
    """What it does, in a few words without a full stop; unique."""
    keys: tuple[str, ...]
    """Its keys, the first one is shown; empty when only the palette has it."""
    group: Group
    """Where the help screen lists it."""
    modes: tuple[Mode, ...] = (Mode.TEXT,)
    """Where its keys work."""
    hint: str = ""
    """One word where there is little room; empty when it is never shown there."""

    @property
    def any_letter(self) -> str:
        """The range its last key comes from, whatever keys the reader gave it; else empty."""
        keys = BY_ID[self.id].keys if self.id in BY_ID else self.keys
        last = keys[0].split()[-1] if keys else ""
        return last if last in (ANY_LETTER, ANY_UPPER_LETTER) else ""


TEXT, SELECT, PANEL = Mode.TEXT, Mode.SELECT, Mode.PANEL
LEDGER, LIBRARY = Mode.LEDGER, Mode.LIBRARY
MARKS = Mode.MARKS
LISTS = (LEDGER, LIBRARY, MARKS, Mode.LISTING)
ANSWERS = Mode.ANSWERS
ANY_LIST = (*LISTS, ANSWERS)
READING = (TEXT, SELECT)
ON_THE_DESK = (TEXT, SELECT, PANEL)
ON_A_PLACE = (TEXT, PANEL)
SHELVES, PLACES = Group.LIBRARY, ON_A_PLACE

COMMANDS: tuple[Command, ...] = (
    Command("line.next", "next line", ("j", "down"), Group.MOVE, READING, "down"),
    Command("line.previous", "previous line", ("k", "up"), Group.MOVE, READING),
    Command("sentence.next", "next sentence", (")",), Group.MOVE, READING, "sentence"),
    Command("sentence.previous", "previous sentence", ("(",), Group.MOVE, READING),
    Command("paragraph.next", "next paragraph", ("}",), Group.MOVE, READING),
    Command("paragraph.previous", "previous paragraph", ("{",), Group.MOVE, READING),
    Command("page.next", "next page", ("space", "pagedown", "ctrl+f"), Group.MOVE, READING),
    Command("page.previous", "previous page", ("pageup", "ctrl+b"), Group.MOVE, READING),
    Command("half_page.next", "half a page down", ("ctrl+d",), Group.MOVE, READING),
    Command("half_page.previous", "half a page up", ("ctrl+u",), Group.MOVE, READING),
    Command("text.top", "top of the text", ("g g", "home"), Group.MOVE, READING, "top"),
    Command("text.bottom", "end of the text", ("G", "end"), Group.MOVE, READING),
    Command("word.next", "next word", ("w",), Group.MOVE, READING, "word"),
    Command("word.previous", "previous word", ("b",), Group.MOVE, READING),
    Command("word.end", "end of the word", ("e",), Group.MOVE, (SELECT,)),
    Command("character.next", "next character", ("right", "l"), Group.MOVE, READING),
    Command("character.previous", "previous character", ("left",), Group.MOVE, READING),
    Command("jump.back", "back to where you jumped from", ("<", "ctrl+left"), Group.MOVE),
    Command("jump.forward", "forward again", (">", "ctrl+right"), Group.MOVE),
    Command("place.set", "set a place", ("m {a-z}",), Group.MOVE, READING),
    Command("place.set_library", "set a place for all articles", ("m {A-Z}",), Group.MOVE, READING),
    Command("place.go", "go to a place", ("' {a-z}",), Group.MOVE, READING),
    Command("place.go_library", "go to a place in any article", ("' {A-Z}",), Group.MOVE, READING),
    Command("place.last", "go to before the last jump", ("' '",), Group.MOVE, READING),
    Command("label.jump", "jump by labels", ("f",), Group.MOVE, READING),
    Command("contents.open", "contents", ("g t",), Group.MOVE, hint="contents"),
    Command("link.follow", "follow the link", ("g f",), Group.MOVE, hint="follow"),
    Command("link.outside", "open the link outside", ("g x",), Group.MOVE, hint="outside"),
    Command("entity.next", "next entity", ("] e",), Group.STEP, READING, "entity"),
    Command("entity.previous", "previous entity", ("[ e",), Group.STEP, READING, "entity"),
    Command("quote.next", "next quote", ("] q",), Group.STEP, READING, "quote"),
    Command("quote.previous", "previous quote", ("[ q",), Group.STEP, READING, "quote"),
    Command("question.next", "next unresolved question", ("] u",), Group.STEP, READING, "question"),
    Command(
        "question.previous",
        "previous unresolved question",
        ("[ u",),
        Group.STEP,
        READING,
        "question",
    ),
    Command("mark.next", "next highlight", ("] h",), Group.STEP, READING, "highlight"),
    Command("mark.previous", "previous highlight", ("[ h",), Group.STEP, READING, "highlight"),
    Command("section.next", "next heading or chapter", ("] t",), Group.STEP, READING, "heading"),
    Command(
        "section.previous", "previous heading or chapter", ("[ t",), Group.STEP, READING, "heading"
    ),
    Command("changed.next", "next changed highlight", ("] c",), Group.STEP, hint="changed"),
    Command("changed.previous", "previous changed highlight", ("[ c",), Group.STEP, hint="changed"),
    Command("entity.same", "next mention of the same name", ("*",), Group.STEP, READING),
    Command("find.open", "find in the text", ("/",), Group.FIND, ON_THE_DESK, "find"),
    Command("find.next", "next match", ("n",), Group.FIND, ON_THE_DESK, "next"),
    Command("find.previous", "previous match", ("N",), Group.FIND, ON_THE_DESK),
    Command("finder.article", "search this article", ("\\",), Group.FIND, ON_THE_DESK, "search"),
    Command("finder.library", "search all highlights", ("g H",), Group.FIND, ON_THE_DESK, "find"),
    Command("select.start", "select from the cursor", ("v",), Group.SELECT, (TEXT,), "select"),
    Command("select.sentence", "select the sentence", ("V",), Group.SELECT, READING),
    Command("select.swap", "go to the other end", ("o",), Group.SELECT, (SELECT,), "other end"),
    Command("mark.make", "highlight", ("h",), Group.MARK, ON_THE_DESK, "highlight"),
    Command("label.mark", "highlight by labels", ("F",), Group.MARK, (TEXT,)),
    Command("mark.yellow", "highlight in yellow", ("1",), Group.MARK, (SELECT,)),
    Command("mark.green", "highlight in green", ("2",), Group.MARK, (SELECT,)),
    Command("mark.blue", "highlight in blue", ("3",), Group.MARK, (SELECT,)),
    Command("mark.pink", "highlight in pink", ("4",), Group.MARK, (SELECT,)),
    Command("mark.note", "write a note", ("a",), Group.MARK, ON_THE_DESK, "note"),
    Command("mark.tags", "tag the highlight", ("t",), Group.MARK, ON_THE_DESK, "tags"),
    Command("mark.editor", "note in your own editor", ("E",), Group.MARK, ON_THE_DESK),
    Command("colour.yellow", "colour it yellow", ("c 1",), Group.MARK, ON_A_PLACE),
    Command("colour.green", "colour it green", ("c 2",), Group.MARK, ON_A_PLACE),
    Command("colour.blue", "colour it blue", ("c 3",), Group.MARK, ON_A_PLACE),
    Command("colour.pink", "colour it pink", ("c 4",), Group.MARK, ON_A_PLACE),
    Command("mark.wider", "widen the highlight, then narrow it", ("H",), Group.MARK),
    Command(
        "mark.extent", "put the highlight on the selection", ("H",), Group.MARK, (SELECT,), "resize"
    ),
    Command("mark.join", "join highlights on the same words", ("g j",), Group.MARK, hint="join"),
    Command("mark.delete", "delete the highlight", ("x",), Group.MARK, (TEXT,), "delete"),
    Command("orphan.put", "put an orphan highlight here", ("p",), Group.MARK, (SELECT,), "put"),
    Command("change.undo", "undo", ("u",), Group.MARK, ON_A_PLACE, "undo"),
    Command("change.redo", "redo", ("ctrl+r",), Group.MARK, ON_A_PLACE),
    Command("passage.copy", "copy with its source", ("y",), Group.OUT, ON_THE_DESK, "copy"),
    Command("passage.copy_markdown", "copy as Markdown", ("Y",), Group.OUT, ON_THE_DESK),
    Command("passage.pipe", "pipe to a shell command", ("|",), Group.OUT, ON_THE_DESK),
    Command("revision.compare", "what changed in the source", ("g c",), Group.OUT, hint="changes"),
    Command("revision.list", "older texts of this article", (), Group.OUT),
    Command("output.show", "last output", ("g o",), Group.OUT, ON_THE_DESK, "output"),
    Command("source.open", "open the source", ("o",), Group.OUT),
    Command("marks.export", "export the highlights", ("e",), Group.OUT),
    Command("panel.entities", "entities", ("1",), Group.PANELS, ON_A_PLACE),
    Command("panel.quotes", "quotes", ("2",), Group.PANELS, ON_A_PLACE),
    Command("panel.questions", "unresolved questions", ("3",), Group.PANELS, ON_A_PLACE),
    Command("panel.marks", "highlights", ("4",), Group.PANELS, ON_A_PLACE),
    Command("panel.next", "next panel", ("tab",), Group.PANELS, ON_A_PLACE, "panels"),
    Command("panel.previous", "previous panel", ("shift+tab",), Group.PANELS, ON_A_PLACE),
    Command("here.open", "go to the row of what is here", ("enter",), Group.PANELS),
    Command("here.why", "what is here and why, what has changed", ("i",), Group.PANELS),
    Command("row.next", "next row", ("j", "down"), Group.PANELS, (PANEL,), "row"),
    Command("row.previous", "previous row", ("k", "up"), Group.PANELS, (PANEL,)),
    Command("row.first", "first row", ("g g", "home"), Group.PANELS, (PANEL,)),
    Command("row.last", "last row", ("G", "end"), Group.PANELS, (PANEL,)),
    Command(
        "row.page_next",
        "a page of rows down",
        ("space", "pagedown", "ctrl+f"),
        Group.PANELS,
        (PANEL,),
    ),
    Command("row.page_previous", "a page of rows up", ("pageup", "ctrl+b"), Group.PANELS, (PANEL,)),
    Command("row.go", "go to its place in the text", ("enter",), Group.PANELS, (PANEL,), "go"),
    Command("row.hide", "hide the row; delete a highlight", ("x",), Group.TRIAGE, (PANEL,), "hide"),
    Command("row.hidden", "show or hide hidden and deleted rows", ("X",), Group.TRIAGE, (PANEL,)),
    Command(
        "row.edit", "edit name and type, wording and answer", ("r",), Group.TRIAGE, (PANEL,), "edit"
    ),
    Command("row.speaker", "set who says the quote", ("s",), Group.TRIAGE, (PANEL,), "speaker"),
    Command("row.merge", "merge the entity into another", ("M",), Group.TRIAGE, (PANEL,), "merge"),
    Command(
        "row.split",
        "split the name, or take places off it",
        ("P",),
        Group.TRIAGE,
        (PANEL,),
        "split",
    ),
    Command("name.off", "not this name: take the place off", ("d",), Group.TRIAGE),
    Command("quote.add", "make it a quote by …", ("s",), Group.TRIAGE, (SELECT,), "quote"),
    Command("name.add", "make it a name or part of one", ("M",), Group.TRIAGE, (SELECT,), "name"),
    Command("question.own", "ask a question of your own", ("Q",), Group.TRIAGE, READING),
    Command("row.why", "why is this here", ("i",), Group.PANELS, (PANEL,), "why"),
    Command("row.fold", "fold the rows of this group", ("left",), Group.PANELS, (PANEL,)),
    Command("row.unfold", "unfold the group", ("right",), Group.PANELS, (PANEL,)),
    Command("panel.filter", "filter the rows", ("f",), Group.PANELS, (PANEL,), "filter"),
    Command("panel.sort", "sort the rows", ("S",), Group.PANELS, (PANEL,), "sort"),
    Command("panel.larger", "larger panel", ("+",), Group.PANELS, (PANEL,), "larger"),
    Command("panel.smaller", "smaller panel", ("-",), Group.PANELS, (PANEL,), "smaller"),
    Command("analysis.retry", "read the source again", ("R",), Group.PANELS, ON_A_PLACE),
    Command(
        "reading.name",
        "name its language or encoding",
        ("g l",),
        Group.PANELS,
        ON_A_PLACE,
        "encoding",
    ),
    Command("analysis.english", "read it as English", (), Group.PANELS, ON_A_PLACE),
    Command("ledger.article", "questions of this text", ("g u",), SHELVES, ON_THE_DESK, "open"),
    Command("ledger.library", "questions of all articles", ("g U",), SHELVES, ON_THE_DESK, "all"),
    Command("answer.find", "open questions this passage may answer", ("A",), SHELVES, READING),
    Command("facts.edit", "title, author and date of the article", ("D",), SHELVES, PLACES),
    Command("library.open", "all articles", ("L",), SHELVES, PLACES),
    Command("article.open", "open an article", ("ctrl+o",), SHELVES, PLACES),
    Command("library.marks", "highlights of this article", ("g h",), SHELVES, PLACES, "highlights"),
    Command("library.statistics", "statistics", ("g s",), SHELVES, PLACES, "counts"),
    Command("shelf.go", "go to it, opening its article", ("enter",), Group.LISTS, LISTS, "go"),
    Command("shelf.filter", "filter the list", ("f",), Group.LISTS, ANY_LIST, "filter"),
    Command("shelf.help", "the keys of this list", ("?", "f1"), Group.LISTS, ANY_LIST, "help"),
    Command("question.answer", "it is answered", ("r",), Group.LISTS, (LEDGER,), "answered"),
    Command("question.drop", "drop it", ("d",), Group.LISTS, (LEDGER,), "drop"),
    Command("question.reopen", "open it again", ("o",), Group.LISTS, (LEDGER,), "reopen"),
    Command("question.link", "go where the answer stands", ("l",), Group.LISTS, (LEDGER,)),
    Command("question.sort", "sort the questions", ("S",), Group.LISTS, (LEDGER,), "sort"),
    Command("question.copy", "copy question and answer", ("y",), Group.LISTS, (LEDGER,)),
    Command("decision.undo", "undo a decision", ("u",), Group.LISTS, (LEDGER,), "undo"),
    Command("decision.redo", "redo a decision", ("ctrl+r",), Group.LISTS, (LEDGER,)),
    Command("answer.write", "answer it", ("enter", "r"), Group.LISTS, (ANSWERS,), "answer"),
    Command("answer.show", "go where it is asked", ("o",), Group.LISTS, (ANSWERS,), "where asked"),
    Command("answer.undo", "take the answer back", ("u",), Group.LISTS, (ANSWERS,), "undo"),
    Command("answer.redo", "give the answer again", ("ctrl+r",), Group.LISTS, (ANSWERS,)),
    Command(
        "listed.delete", "delete the chosen highlight", ("x",), Group.LISTS, (MARKS,), "delete"
    ),
    Command("listed.tags", "tag the chosen highlight", ("t",), Group.LISTS, (MARKS,), "tags"),
    Command("listed.yellow", "make it yellow", ("c 1",), Group.LISTS, (MARKS,)),
    Command("listed.green", "make it green", ("c 2",), Group.LISTS, (MARKS,)),
    Command("listed.blue", "make it blue", ("c 3",), Group.LISTS, (MARKS,)),
    Command("listed.pink", "make it pink", ("c 4",), Group.LISTS, (MARKS,)),
    Command("listed.undo", "undo a change", ("u",), Group.LISTS, (MARKS,), "undo"),
    Command("listed.redo", "redo a change", ("ctrl+r",), Group.LISTS, (MARKS,)),
    Command("articles.sort", "sort otherwise", ("S",), Group.LISTS, (LIBRARY,), "sort"),
    Command("articles.forget", "forget the article", ("x",), Group.LISTS, (LIBRARY,), "forget"),
    Command(
        "articles.undo", "put back what was forgotten", ("u",), Group.LISTS, (LIBRARY,), "put back"
    ),
    Command("layer.close", "leave this, one layer at a time", ("escape",), Group.DESK, ON_THE_DESK),
    Command("desk.quit", "leave this, then quit", ("q",), Group.DESK, ON_THE_DESK, "quit"),
    Command("desk.saved", "what is saved", (), Group.DESK, ON_THE_DESK),
    Command("desk.palette", "all commands", (":", "ctrl+p"), Group.DESK, ON_THE_DESK),
    Command("desk.help", "help", ("?", "f1"), Group.DESK, ON_THE_DESK, "help"),
    Command("desk.theme", "choose a theme", ("T",), Group.DESK, ON_THE_DESK),
    Command("desk.text_only", "text only", ("z",), Group.DESK, ON_A_PLACE),
    Command("measure.wider", "wider text", ("+",), Group.DESK, READING),
    Command("measure.narrower", "narrower text", ("-",), Group.DESK, READING),
    Command("desk.redraw", "redraw the screen", ("ctrl+l",), Group.DESK, ON_THE_DESK),
    Command("desk.suspend", "suspend to the shell", ("ctrl+z",), Group.DESK, ON_THE_DESK),
    Command("desk.cancel", "cancel; twice quits", ("ctrl+c",), Group.DESK, ON_THE_DESK),
)

BY_ID = {command.id: command for command in COMMANDS}

KEY_NAMES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "shift+tab": "shift+Tab",
    "enter": "Enter",
    "escape": "Esc",
    ANY_LETTER: "a-z",
    ANY_UPPER_LETTER: "A-Z",
    "delete": "Del",
    "insert": "Ins",
    "backspace": "Backspace",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}
"""How the keys are called on a keyboard that Textual calls otherwise."""


def shown_keys(keys: str) -> str:
    """A key sequence as the reader sees it on a keyboard: `] e`, `PgDn`, `ctrl+d`."""
    return " ".join(KEY_NAMES.get(key, key) for key in keys.split())


def key_table(commands: Sequence[Command] = COMMANDS) -> str:
    """The keys as a Markdown table; the README holds it and a test compares them."""
    rows = ["| keys | what | where |", "|---|---|---|"]
    for group in Group:
        for command in commands:
            if command.group is group and command.keys:
                keys = " ".join(f"`{_in_table(shown_keys(key))}`" for key in command.keys)
                rows.append(f"| {keys} | {command.label} | {_places(command)} |")
    return "\n".join(rows)


def key_list(commands: Sequence[Command] = COMMANDS) -> str:
    """The keys as text: id, keys, what it does and where, under the headings of the help."""
    width = max(len(command.id) for command in commands) + 2
    lines: list[str] = []
    for group in Group:
        lines += ["", group.value] if lines else [group.value]
        for command in commands:
            if command.group is group:
                keys = "  ".join(shown_keys(key) for key in command.keys) or "(no key)"
                lines.append(
                    f"  {command.id:<{width}}{keys:<18}  {command.label} ({_places(command)})"
                )
    return "\n".join(lines)


def _places(command: Command) -> str:
    """Never "everywhere": an editor takes its keys first, and the lists have keys of their own."""
    return ", ".join(command.modes)


def _in_table(keys: str) -> str:
    return keys.replace("|", "\\|")
