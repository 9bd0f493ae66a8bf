"""Links of the text: followed as articles, or opened outside."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.requests import ArticleRequested
from tui.desk.state import Arrival
from tui.documents.article import Span, StyledSpan, TextStyle
from tui.documents.blocks import block_at
from tui.documents.file_reading import source_label
from tui.documents.link_goals import LinkGoal, goal_of
from tui.documents.outline import named_place
from tui.documents.sanitising import sanitise_line
from tui.errors import ClosereadError
from tui.outside.opener import open_outside

if TYPE_CHECKING:
    from tui.desk.jump_keys import JumpKeys
    from tui.desk.labelling import Labelling
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface

_SCHEMES_OUTSIDE = ("http://", "https://", "mailto:")
"""What a program outside is given of a text that may come from anywhere."""


class Linking(Part):
    """The commands of links."""

    def __init__(
        self, state: DeskState, surface: Surface, labelling: Labelling, jump_keys: JumpKeys
    ) -> None:
        """Follow links."""
        super().__init__(state, surface)
        self._labelling = labelling
        self._jump_keys = jump_keys
        styles = state.article.styles
        self._links = [each for each in styles if each.style is TextStyle.LINK and each.target]

    def works(self, command_id: str) -> bool:
        """Whether a link is under the cursor."""
        here = self.surface.view.cursor
        index = self.surface.view.painted.get("link")
        return index is not None and bool(index.touching(here, here + 1))

    def link_follow(self) -> None:
        """Read what the link under the cursor leads to."""
        self._choose("link to follow", self._follow)

    def link_outside(self) -> None:
        """Open it with the program that the system has for it."""
        self._choose("link to open outside", self._open_outside)

    def _choose(self, what: str, then: Callable[[str], None]) -> None:
        """Take the link under the cursor, else the only one of its paragraph, else ask."""
        here = self.surface.view.cursor
        under = [link for link in self._links if link.start <= here < link.end]
        blocks = self.state.article.blocks
        if not under and blocks:
            block = blocks[block_at(blocks, here)]
            under = [link for link in self._links if block.start <= link.start < block.end]
        if not under:
            self.surface.say("there is no link in this paragraph")
        elif len({link.target for link in under}) == 1:
            then(under[0].target)
        else:
            self._ask(under, what, then)

    def _ask(self, links: list[StyledSpan], what: str, then: Callable[[str], None]) -> None:
        targets = {Span(link.start, link.end): link.target for link in links}
        self._labelling.ask(targets, what, lambda span: then(targets[span]))

    # -- as an article ----------------------------------------------------------------

    def _follow(self, target: str) -> None:
        goal = goal_of(target, self.state.article)
        if goal.is_here:
            self._go_within(goal)
        elif goal.source:
            self.surface.post(ArticleRequested(goal.source, Arrival()))
        else:
            outside = self.surface.key("link.outside")
            self.surface.say(f"{source_label(target)} is no article; {outside} opens it outside")

    def _go_within(self, goal: LinkGoal) -> None:
        place = named_place(self.state.article, goal.fragment) if goal.fragment else 0
        if place is None:
            name = sanitise_line(goal.fragment, 60)
            self.surface.say(f"no heading of this text is called “{name}”")
        else:
            self._jump_keys.jump_to(place)
            self.surface.view.reveal(place)

    # -- outside ----------------------------------------------------------------------

    def _open_outside(self, target: str) -> None:
        location = goal_of(target, self.state.article).location
        # What came from elsewhere must not have a file of this machine started.
        is_own = self.state.article.origin is None and location.startswith("/")
        if not is_own and not location.lower().startswith(_SCHEMES_OUTSIDE):
            self.surface.say(f"{source_label(target)} is nothing that another program could open")
            return
        self.surface.say(f"opening {source_label(location)}…")
        self.surface.in_thread(lambda: self._open(location), "open")

    def _open(self, location: str) -> None:
        """Start the opener; runs in a thread."""
        try:
            said, warning = open_outside(location), False
        except ClosereadError as error:
            said, warning = str(error), True
        self.surface.in_loop(lambda: self.surface.say(sanitise_line(said), warning=warning))
