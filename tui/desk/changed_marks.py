"""Highlights whose source has changed: what is told of them, and what can be done about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.surface import Occasion
from tui.dialogs.passages import PassagesScreen, Shown
from tui.documents.article import Span
from tui.documents.passage_parts import GAP
from tui.page.passage_edges import trimmed
from tui.panels.row_text import one_line
from tui.store.anchors import State

if TYPE_CHECKING:
    from tui.desk.column import Column
    from tui.desk.jumping import Jumping
    from tui.desk.moving import Moving
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.targets import Targets
    from tui.keys.commands import Command
    from tui.session.reading import Mark
    from tui.store.anchors import Anchor
    from tui.store.highlight_rows import Highlight

_AROUND = 600
"""Code points of the old text that are shown on either side of a passage that is gone."""


class ChangedMarks(Part):
    """The commands for highlights whose words have changed or are gone."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        targets: Targets,
        moving: Moving,
        jumping: Jumping,
        column: Column,
    ) -> None:
        """Look after highlights in a changed text."""
        super().__init__(state, surface)
        self._targets = targets
        self._moving = moving
        self._jumping = jumping
        self._column = column

    def run(self, command: Command) -> None:
        """Go to a changed highlight, or do the rest."""
        if command.id.partition(".")[0] == "changed":
            self._step(is_next=command.id.endswith(".next"))
        else:
            super().run(command)

    @classmethod
    def has(cls, command: Command) -> bool:
        """Whether it goes to a changed highlight or is a method."""
        return command.id.partition(".")[0] == "changed" or super().has(command)

    def works(self, command_id: str) -> bool:
        """There is something of the kind."""
        session = self.state.session
        if command_id == "orphan.put":
            return session is not None and bool(session.orphans)
        return bool(self._changed())

    def _changed(self) -> list[Mark]:
        return [mark for mark in self.state.marks if mark.state is State.CHANGED]

    # -- telling ----------------------------------------------------------------------

    def tell(self) -> None:
        """Say on opening how many highlights have other words now, and which key leads there."""
        session = self.state.session
        # What a newer reader of the same page reads otherwise is no change of the source.
        otherwise = session.history.read_otherwise if session else frozenset()
        made_on = [mark.highlight.anchor.revision for mark in self._changed()]
        count = sum(revision not in otherwise for revision in made_on)
        if count:
            have = "highlight has" if count == 1 else "highlights have"
            goes, shows = self.surface.key("changed.next"), self.surface.key("here.why")
            first = "it" if count == 1 else "the first"
            notice = f"{count} {have} changed: {goes} goes to {first}, {shows} shows old and new"
            self.surface.notify((notice,))

    def _step(self, *, is_next: bool) -> None:
        here, changed = self.surface.view.cursor, self._changed()
        if not changed:
            self.surface.say("no highlight has changed")
            return
        if is_next:
            further = [mark for mark in changed if mark.span.start > here]
            target = further[0] if further else changed[0]
        else:
            further = [mark for mark in changed if mark.span.start < here]
            target = further[-1] if further else changed[-1]
        self._moving.go_to(target.span)
        self._targets.choose(target)
        kinds = _what_changed(target)
        number = changed.index(target) + 1
        shows = self.surface.key("here.why")
        self.surface.say(f"changed: {kinds}, {number} of {len(changed)}; {shows} shows old and new")

    # -- showing ----------------------------------------------------------------------

    def under_cursor(self) -> Mark | None:
        """The changed highlight under the cursor: the one the keys are about, else another."""
        mark = self._targets.highlight()
        here = self.state.marks_at(self.surface.view.cursor)
        return next((m for m in (mark, *here) if m and m.state is State.CHANGED), None)

    def show(self, highlight_id: str) -> bool:
        """Show what became of a highlight; `False` when nothing did."""
        session = self.state.session
        mark = session.mark(highlight_id) if session else None
        if mark is None:
            return self.show_old_text(highlight_id)
        if mark.state is not State.CHANGED:
            return False
        self.show_changes(mark)
        return True

    def show_changes(self, mark: Mark) -> None:
        """Show the old and the new words; Enter has the highlight take the new ones."""
        old, new = mark.wording[:2] if mark.wording else ("", "")
        difference, its = mark.changed, "its sentence " if mark.is_changed_around else ""

        def close(is_accepted: bool | None) -> None:
            session = self.state.session
            if is_accepted and session is not None:
                change = session.accept(mark.highlight.id)
                self.surface.react(Occasion.MARKS_CHANGED)
                undoes = self.surface.key("change.undo")
                said = f"{change.description}; {undoes} takes it back"
                self.surface.say(said if change.ok else change.reason, warning=not change.ok)

        passages = (
            Shown(f"{its}as you highlighted it", "", old, "", difference.old),
            Shown(f"{its}as it stands now", "", new, "", difference.new),
        )
        title = f"Changed since you highlighted it: {_what_changed(mark)}"
        self.surface.open_dialog(PassagesScreen(title, passages, "takes the new words"), close)

    def show_old_text(self, highlight_id: str) -> bool:
        """Show a highlight without a place in the text it was made in; `False` for none such."""
        session = self.state.session
        orphans = session.orphans if session else ()
        orphan = next((each for each in orphans if each.id == highlight_id), None)
        if session is None or orphan is None:
            return False
        old, lost = session.old_text(orphan.anchor), session.lost_parts(orphan)
        gone = [each for each, is_lost in zip(orphan.anchors, lost, strict=True) if is_lost]
        gone = gone or [*orphan.anchors]
        shown = [Shown("the old text", *_in_context(anchor, old)) for anchor in gone]
        shown[-1] = shown[-1]._replace(below=self._below(orphan, gone))
        self.surface.open_dialog(PassagesScreen("No certain place in the text now", shown))
        return True

    def _below(self, orphan: Highlight, gone: Sequence[Anchor]) -> tuple[str, ...]:
        """What is told of a highlight without a place, below the parts that have none."""
        left = [one_line(each.exact) for each in orphan.anchors if each not in gone]
        below = [f"still in the text: {GAP.join(left)}"] if left else []
        below += [f"note: {orphan.note}"] if orphan.note else []
        below += ["  ".join(f"#{tag}" for tag in orphan.tags)] if orphan.tags else []
        which = "the new place of this part" if left else "its new place in the text"
        puts = self.surface.key("orphan.put")
        return (*below, f"To put it back, select {which} and press {puts}.")

    # -- putting back -----------------------------------------------------------------

    def orphan_put(self) -> None:
        """Give a highlight without a place the selected one; which one is asked if need be."""
        session, span = self.surface.session(), self._targets.selected
        if session is None or span is None:
            return
        orphans = session.orphans
        if not orphans:
            self.surface.say("every highlight has its place")
        elif len(orphans) == 1:
            self._put(orphans[0].id, span)
        else:
            self._ask_which(orphans, span)

    def _ask_which(self, orphans: tuple[Highlight, ...], span: Span) -> None:
        from tui.dialogs.choice import ChoiceScreen, Option

        options = [
            Option(
                " ".join(orphan.words.split()),
                ("▌ ", orphan.colour.value),
                also=f"{orphan.note} {' '.join(orphan.tags)}",
            )
            for orphan in orphans
        ]

        def chosen(answer: str | None) -> None:
            if answer is not None and answer.isdecimal():
                self._put(orphans[int(answer)].id, span)

        screen = ChoiceScreen("Which highlight stands here?", options)
        self.surface.open_dialog(screen, chosen)

    def _put(self, highlight_id: str, span: Span) -> None:
        session = self.state.session
        span = trimmed(self.state.article.text, span)
        if session is None or span.end <= span.start:
            self.surface.say("there is nothing here to put it on")
            return
        change = session.put(highlight_id, span)
        self._moving.drop_selection()
        self.surface.react(Occasion.MARKS_CHANGED)
        undoes = self.surface.key("change.undo")
        said = f"{change.description}; {undoes} takes it back" if change.ok else change.reason
        self.surface.say(said, warning=not change.ok)


def _what_changed(mark: Mark) -> str:
    """The kinds of change, and where they are if not in the words themselves."""
    kinds = ", ".join(mark.changed.kinds)
    return f"{kinds} in its sentence" if mark.is_changed_around else kinds


def _in_context(anchor: Anchor, old: str | None) -> tuple[str, str, str]:
    """A passage with what stood before and after it: of the old text where that is kept."""
    if old is None or old[anchor.start : anchor.end] != anchor.exact:
        return anchor.prefix, anchor.exact, anchor.suffix
    before = old[max(0, anchor.start - _AROUND) : anchor.start]
    after = old[anchor.end : anchor.end + _AROUND]
    if anchor.start > _AROUND:
        before = "…" + before.partition(" ")[2]
    if anchor.end + _AROUND < len(old):
        after = after.rpartition(" ")[0] + "…"
    return before, anchor.exact, after
