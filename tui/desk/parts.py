"""The parts of the desk: made when they are first needed, each given what it names.

A command finds its part by its noun. The module of a part is imported with its first key, as
the command line imports a command: what is not used does not cost the start anything.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tui.desk.reactions import Rows

if TYPE_CHECKING:
    from tui.desk.analysing import Analysing
    from tui.desk.answering import Answering
    from tui.desk.arranging import Arranging
    from tui.desk.arriving import Arriving
    from tui.desk.article_facts import ArticleFacts
    from tui.desk.backing_up import BackingUp
    from tui.desk.changed_marks import ChangedMarks
    from tui.desk.choosing import Choosing
    from tui.desk.column import Column
    from tui.desk.completing import Completing
    from tui.desk.copying import Copying
    from tui.desk.correcting import Correcting
    from tui.desk.desk_commands import DeskCommands
    from tui.desk.edited_copies import EditedCopies
    from tui.desk.exporting import Exporting
    from tui.desk.extents import Extents
    from tui.desk.find_bar import FindBar
    from tui.desk.finders import Finders
    from tui.desk.following import Following
    from tui.desk.jump_keys import JumpKeys
    from tui.desk.jumping import Jumping
    from tui.desk.labelling import Labelling
    from tui.desk.leaving import Leaving
    from tui.desk.ledger_link import LedgerLink
    from tui.desk.lettered_places import LetteredPlaces
    from tui.desk.library_opening import LibraryOpening
    from tui.desk.linking import Linking
    from tui.desk.marking import Marking
    from tui.desk.mouse import Mouse
    from tui.desk.moving import Moving
    from tui.desk.notes import Notes
    from tui.desk.offering import Offering
    from tui.desk.other_desks import OtherDesks
    from tui.desk.outlining import Outlining
    from tui.desk.panel_size import PanelSize
    from tui.desk.part import Part
    from tui.desk.piping import Piping
    from tui.desk.remembering import Remembering
    from tui.desk.rereading import Rereading
    from tui.desk.rows import Rows as PanelRows
    from tui.desk.seeking import Seeking
    from tui.desk.selecting import Selecting
    from tui.desk.shelves import Shelves
    from tui.desk.shown_results import ShownResults
    from tui.desk.source_changes import SourceChanges
    from tui.desk.source_reading import SourceReading
    from tui.desk.splitting import Splitting
    from tui.desk.state import DeskState
    from tui.desk.stepping import Stepping
    from tui.desk.surface import Surface
    from tui.desk.tagging import Tagging
    from tui.desk.targets import Targets
    from tui.desk.triage import Triage
    from tui.desk.under_cursor import UnderCursor
    from tui.desk.undoing import Undoing
    from tui.desk.writing_about import WritingAbout
    from tui.keys.commands import Command

PART_OF = {
    "line": "moving", "sentence": "moving", "paragraph": "moving", "page": "moving",
    "half_page": "moving", "text": "moving", "word": "moving", "character": "moving",
    "jump": "jump_keys", "place": "lettered_places", "place.last": "jump_keys",
    "label": "labelling", "link": "linking", "contents": "outlining", "section": "outlining",
    "entity": "stepping", "quote": "stepping", "question": "stepping",
    "mark.next": "stepping", "mark.previous": "stepping",
    "find": "find_bar", "finder": "finders",
    "select": "selecting",
    "mark": "marking", "colour": "marking", "mark.note": "notes", "mark.editor": "notes",
    "mark.tags": "tagging",
    "mark.wider": "extents", "mark.extent": "extents", "mark.join": "extents",
    "here": "under_cursor", "changed": "changed_marks", "orphan": "changed_marks",
    "change": "undoing", "revision": "source_changes",
    "passage": "copying", "passage.pipe": "piping", "output": "piping",
    "source": "exporting", "marks": "exporting",
    "panel": "column", "panel.filter": "arranging", "panel.sort": "arranging",
    "panel.larger": "panel_size", "panel.smaller": "panel_size",
    "row": "rows", "row.fold": "arranging", "row.unfold": "arranging",
    "row.hide": "triage", "row.hidden": "triage", "row.edit": "triage", "row.speaker": "triage",
    "row.merge": "triage", "question.own": "triage",
    "quote.add": "completing", "name.add": "completing",
    "name.off": "splitting", "row.split": "splitting",
    "answer": "answering", "ledger": "shelves", "library": "shelves", "article": "shelves",
    "reading": "source_reading", "facts": "article_facts",
    "analysis": "rereading", "analysis.english": "analysing",
    "desk": "desk_commands", "layer": "desk_commands", "measure": "desk_commands",
}  # fmt: skip
"""The part that does a command: by its whole id where that is named here, else by its noun."""

WORKS_AT_ONCE = frozenset({
    "mark.make", "mark.note", "mark.tags", "find.open", "desk.help", "desk.quit", "select.start",
    "select.swap", "finder.article", "passage.copy", "word.next", "sentence.next", "quote.add",
    "name.add",
})  # fmt: skip
"""Hinted commands that would do something also before their part is imported."""


class Parts:
    """The parts of one desk, each an attribute."""

    if TYPE_CHECKING:
        analysing: Analysing
        answering: Answering
        article_facts: ArticleFacts
        arranging: Arranging
        arriving: Arriving
        backing_up: BackingUp
        changed_marks: ChangedMarks
        choosing: Choosing
        column: Column
        completing: Completing
        copying: Copying
        correcting: Correcting
        desk_commands: DeskCommands
        exporting: Exporting
        extents: Extents
        find_bar: FindBar
        finders: Finders
        following: Following
        jump_keys: JumpKeys
        jumping: Jumping
        labelling: Labelling
        leaving: Leaving
        ledger_link: LedgerLink
        lettered_places: LetteredPlaces
        library_opening: LibraryOpening
        linking: Linking
        marking: Marking
        mouse: Mouse
        moving: Moving
        edited_copies: EditedCopies
        notes: Notes
        offering: Offering
        other_desks: OtherDesks
        outlining: Outlining
        panel_size: PanelSize
        piping: Piping
        remembering: Remembering
        rereading: Rereading
        shown_results: ShownResults
        source_changes: SourceChanges
        rows: PanelRows
        seeking: Seeking
        selecting: Selecting
        shelves: Shelves
        source_reading: SourceReading
        splitting: Splitting
        stepping: Stepping
        tagging: Tagging
        targets: Targets
        triage: Triage
        under_cursor: UnderCursor
        undoing: Undoing
        writing_about: WritingAbout

    def __init__(self, state: DeskState, surface: Surface) -> None:
        """Make no part yet.

        Args:
            state: What the parts share.
            surface: What may be asked of the screen.
        """
        self._state = state
        self._surface = surface

    # -- finding a part ---------------------------------------------------------------

    def of(self, command: Command) -> Part:
        """The part that does a command; it is made if need be."""
        part: Part = getattr(self, part_name(command.id))
        return part

    def made(self, name: str) -> Any:
        """A part if it was made; else `None`."""
        return self.__dict__.get(name)

    def ask(self, rows: Rows) -> list[Any]:
        """Have the parts that are made do something; what each of them says."""
        return [getattr(part, method)() for part, method in self._made(rows)]

    def ask_first(self, rows: Rows) -> bool:
        """Have parts do something until one says that it did; whether one did."""
        return any(getattr(part, method)() for part, method in self._made(rows))

    def _made(self, rows: Rows) -> list[tuple[Any, str]]:
        return [(part, method) for name, method in rows if (part := self.made(name)) is not None]

    def works(self, command_id: str) -> bool:
        """Whether a command would do something now."""
        name = part_name(command_id)
        if self.made(name) is None and f"tui.desk.{name}" not in sys.modules:
            # Not even imported: a hint must not hold up a frame.
            return command_id in WORKS_AT_ONCE
        part = getattr(self, name)
        works: bool = part.works(command_id)
        return works

    def __getattr__(self, name: str) -> Part:
        """Make the part of that name, and the parts that it names first."""
        if name.startswith("_"):
            raise AttributeError(name)
        kind = part_class(name)
        others = [getattr(self, other) for other in named_parts(kind)]
        part: Part = kind(self._state, self._surface, *others)
        self.__dict__[name] = part
        return part


def part_class(name: str) -> type[Part]:
    """The class of a part; its module is imported with that."""
    module = import_module(f"tui.desk.{name}")
    kind: type[Part] = getattr(module, "".join(map(str.title, name.split("_"))))
    return kind


def import_part(name: str) -> None:
    """Import a part and those that it names, so that making it takes no time."""
    for other in named_parts(part_class(name)):
        import_part(other)


def named_parts(kind: type[Part]) -> tuple[str, ...]:
    """The names of the parts that a part is given: the parameters behind state and surface."""
    code = kind.__init__.__code__
    return code.co_varnames[3 : code.co_argcount]


def part_name(command_id: str) -> str:
    """The name of the part that does a command."""
    return PART_OF.get(command_id) or PART_OF[command_id.partition(".")[0]]
