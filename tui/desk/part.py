"""A part of the desk: one feature, a plain object with its commands as methods.

A command `noun.verb` is the method `noun_verb` of the part that `parts.PART_OF` names. A part
is given the shared state, the surface, and the parts that it names; it is made, and its module
imported, when it is first needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.keys.commands import Command


class Part:
    """What every part has: the shared state and the surface."""

    def __init__(self, state: DeskState, surface: Surface) -> None:
        """Join the desk.

        Args:
            state: What the parts share.
            surface: What may be asked of the screen.
        """
        self.state = state
        self.surface = surface

    def run(self, command: Command) -> None:
        """Do what a command asks for."""
        getattr(self, command.id.replace(".", "_"))()

    @classmethod
    def has(cls, command: Command) -> bool:
        """Whether the part knows a command."""
        return callable(getattr(cls, command.id.replace(".", "_"), None))

    def works(self, command_id: str) -> bool:
        """Whether a command would do something now: only then is it hinted at."""
        return True
