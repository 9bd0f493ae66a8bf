"""What the reader knows of a source better than its bytes and words: encoding and language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.dialogs.choice import TYPED_KEY, ChoiceScreen, Option
from tui.documents.article import ENGLISH
from tui.documents.decoding import is_encoding
from tui.documents.source import Source
from tui.errors import ClosereadError
from tui.settings.named_readings import NamedReading, name_reading

if TYPE_CHECKING:
    from tui.desk.analysing import Analysing
    from tui.desk.rereading import Rereading
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface

_ENCODINGS = {
    "utf-8": "most of today's texts",
    "cp1252": "Western Europe, Windows",
    "iso8859-15": "Western Europe, older Unix",
    "mac-roman": "Western Europe, older Macs",
    "cp437": "DOS",
    "cp1250": "Central Europe, Windows",
    "iso8859-2": "Central Europe",
    "cp1251": "Cyrillic, Windows",
    "koi8-r": "Russian",
    "cp1253": "Greek",
    "cp1254": "Turkish",
    "cp1255": "Hebrew",
    "cp1256": "Arabic",
    "gb18030": "Chinese, simplified",
    "big5": "Chinese, traditional",
    "shift_jis": "Japanese",
    "euc_jp": "Japanese, Unix",
    "euc_kr": "Korean",
    "utf-16-le": "Windows, 16 bits",
    "utf-16-be": "16 bits, big end first",
}
_NO_SIGN = ("", "")


def _holder(source: str) -> str:
    """What is named: the whole source, also of a part."""
    return Source.parse(source).in_container()[1].identity


class SourceReading(Part):
    """The command that names encoding and language."""

    def __init__(
        self, state: DeskState, surface: Surface, analysing: Analysing, rereading: Rereading
    ) -> None:
        """Name what the text does not say."""
        super().__init__(state, surface)
        self._analysing = analysing
        self._rereading = rereading

    def reading_name(self) -> None:
        """Choose the language or the encoding of the source."""
        choices = dict(self._choices())

        def chosen(answer: str | None) -> None:
            if answer is not None:
                typed = answer.removeprefix(f"{TYPED_KEY} ")
                self._take(list(choices)[int(answer)] if answer.isdecimal() else typed)

        screen = ChoiceScreen(
            "Language and encoding", list(choices.values()), on_draft=lambda _: None
        )
        self.surface.open_dialog(screen, chosen)

    def _choices(self) -> list[tuple[str, Option]]:
        """What can be named, each by the word that stands for it here."""
        is_named = self.state.article.source in self.state.read_as_english
        said = "let its words say the language" if is_named else "read it as English"
        found = [("auto" if is_named else ENGLISH, Option(said, _NO_SIGN, "language"))]
        if self.state.encoding:
            now = f"encoding, now {self.state.encoding}"
            found.append(("", Option("let its bytes say the encoding", _NO_SIGN, now)))
        found += [
            (name, Option(name, _NO_SIGN, detail, detail)) for name, detail in _ENCODINGS.items()
        ]
        return found

    def _take(self, chosen: str) -> None:
        if chosen == ENGLISH:
            self._analysing.analysis_english()
            self._remember()
        elif chosen == "auto":
            self._analysing.analysis_by_words()
            self._remember()
        elif chosen and not is_encoding(chosen):
            self.surface.say(f"no encoding is called “{chosen}”")
        else:
            self._rereading.read_as(chosen, self._remember)

    def _remember(self) -> None:
        """Keep what was named for the next time, unless nothing may be written."""
        state = self.state
        source = state.article.source
        if state.private or not Source.parse(source).can_be_read_again:
            return
        language = ENGLISH if source in state.read_as_english else ""
        named = NamedReading(state.encoding, language)
        self.surface.in_thread(lambda: self._write(source, named), "naming")

    def _write(self, source: str, named: NamedReading) -> None:
        try:
            name_reading(self.state.paths.readings, _holder(source), named)
        except (ClosereadError, OSError) as error:
            reason = f"it is not remembered for the next time: {error}"
            self.surface.in_loop(lambda: self.surface.say(reason, warning=True))
