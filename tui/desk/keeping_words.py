"""What the reader typed into a correction and is not on the disk: nothing of it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.desk.correcting import Correcting
from tui.documents.article import Article
from tui.documents.sanitising import sanitise
from tui.settings.config import Config
from tui.settings.paths import Paths

if TYPE_CHECKING:
    from tui.corrections.corrected import CorrectionTarget
    from tui.desk.triage_edits import Done, Sheet
    from tui.session.reading import Change


class Typed(NamedTuple):
    """Words of the reader's on their way to the disk."""

    target: CorrectionTarget
    """What they are about."""
    boxes: tuple[str, ...]
    """What stood in the boxes they were typed into."""
    value: str
    """What is to be saved of it."""


class KeepingWords(Correcting):
    """The words of corrections until they are saved."""

    def __init__(self, article: Article, *, paths: Paths, config: Config, private: bool) -> None:
        super().__init__(article, paths=paths, config=config, private=private)
        self.unsaved_words: dict[str, Typed] = {}
        """What was typed and is not known to be on the disk, by correction."""
        self._discarded_words: dict[CorrectionTarget, tuple[str, ...]] = {}

    def remember_words(self, done: Done, target: CorrectionTarget, boxes: tuple[str, ...]) -> None:
        """Keep what was typed until it is known to be on the disk."""
        if not done.change.ok:
            return
        typed = [sanitise(" ".join(words.split())) for words in boxes]
        for made in done.change.corrections:
            if made.value in typed:
                self.unsaved_words[made.id] = Typed(target, boxes, made.value)

    def kept_words(self, target: CorrectionTarget) -> tuple[str, ...] | None:
        """What was typed about something before and is not saved: discarded, or refused."""
        if self.session and not self.session.pending_count:
            self.words_settled()
            for ident, typed in list(self.unsaved_words.items()):
                if typed.target == target:
                    del self.unsaved_words[ident]
                    return typed.boxes
        left = self.session.unfinished.pop(target, None) if self.session else None
        return self._discarded_words.pop(target, left)

    def offer_words(self) -> None:
        """Say that something was being typed when the program stopped, and go there."""
        if self.session is None or not self.session.unfinished:
            return
        target = list(self.session.unfinished)[-1]
        self.view.cursor = target.span.start
        key = self.key(_command_of(target))
        where = f"{key} on its row" if target.type or target.name else key
        self.tell((f"what you were typing here was not finished: {where} has it",))

    @property
    def command_of_words(self) -> str:
        """The command that opens words again which are not saved."""
        target = next(iter(self.unsaved_words.values())).target
        return _command_of(target)

    def words_settled(self) -> None:
        """Let go of what is on the disk."""
        if self.session is None or self.session.pending_count:
            return
        saved = {placed.correction.id: placed.correction.value for placed in self.corrections}
        for ident, typed in list(self.unsaved_words.items()):
            if saved.get(ident) == typed.value:
                del self.unsaved_words[ident]

    def let_go_of(self, change: Change) -> None:
        """Forget what was typed into corrections that the reader has taken back since."""
        for made in change.corrections if change.ok else ():
            self.unsaved_words.pop(made.id, None)

    def show_changed(self, change: Change) -> None:
        """Show the rows after a change was taken back or done again."""
        self.let_go_of(change)
        super().show_changed(change)

    def discard_words(self, target: CorrectionTarget, boxes: tuple[str, ...], sheet: Sheet) -> None:
        """Keep what the reader threw away until they ask for it again."""
        if boxes != sheet.before:
            self._discarded_words[target] = boxes
            self.say("discarded; the same key here brings it back")


def _command_of(target: CorrectionTarget) -> str:
    """The command that types something about a result."""
    if target.subject.value == "quote":
        return "row.speaker"
    return "row.edit" if target.type or target.name else "question.own"
