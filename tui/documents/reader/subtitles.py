"""Subtitles (WebVTT, SubRip) as a transcript: sentences, turns, and when each was said."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from tui.documents.article import Milestone, MilestoneKind
from tui.documents.pattern import pattern
from tui.documents.reader.foreign_text import text_of
from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.reader.subtitle_cues import Cue, read_cues
from tui.documents.sanitising import sanitise_line
from tui.documents.styled_text import StyledText
from tui.documents.text_pieces import Piece
from tui.documents.unread import Told

_EXTRACTOR = "subtitles/1"
_TITLE = pattern(r"WEBVTT[ \t]+(?:-+[ \t]*)?([^\n]*[^\W\d_][^\n]*)")
_SOUND = pattern(r"[\[(][^\[\]()]*[\])]|[♪♫#*][^♪♫]*[♪♫#*]?|[♪♫ ]+")
_DASH = pattern(r"[-–—‐][ \t]*(?=[^\s-])")
_CALLED = pattern(r">{2,3}[ \t]*|[A-Z][A-Z0-9 .'’-]{1,30}:(?=[ \t])")
"""What else begins a turn: the sign of live captions, or a name in capitals."""
_FINISHED = pattern(r"[.!?…。！？][\"'”’»)\]]*$")
_PAUSE = 4.0
"""Seconds of silence after which a new paragraph begins, if a sentence has ended."""
_LONG_PAUSE = 15.0
"""Seconds after which it does in any case."""
_BRIEF = 0.2
"""Seconds that nobody can read in: captions that roll are written with cues between cues."""
_LONG = 700
"""Code points after which a paragraph ends with its sentence."""
_TOO_LONG = 1500
"""Code points after which it ends with a cue: many captions have no full stops."""


def read(foreign: Foreign, told: Told) -> Contents:
    """The transcript of some subtitles."""
    text, notices = text_of(foreign)
    title = _TITLE.match(text)
    name = os.path.splitext(os.path.basename(foreign.name))[0]
    transcript = _Transcript()
    for cue in read_cues(text):
        transcript.add(cue)
    return Contents(
        transcript.pieces(),
        _EXTRACTOR,
        title=sanitise_line(title[1] if title else name) or None,
        notices=notices,
    )


class _Turn:
    """A paragraph that grows."""

    def __init__(self, voice: str, *, is_sound: bool = False) -> None:
        self.voice = voice
        self.is_sound = is_sound
        self.words = f"{voice}: " if voice else ""
        self.milestones: list[Milestone] = []
        if voice:
            self.milestones.append(Milestone(0, MilestoneKind.SPEAKER, voice))

    def add(self, words: str, start: float) -> None:
        """Go on with what is said from a moment on."""
        if self.words and not self.words.endswith(" "):
            self.words += " "
        at = len(self.words) if self.milestones[1:] or not self.voice else 0
        self.milestones.append(Milestone(at, MilestoneKind.TIME, _clock(start)))
        self.words += words


class _Transcript:
    """The turns so far."""

    def __init__(self) -> None:
        self._turns: list[_Turn] = []
        self._end = 0.0
        self._lasted = 0.0
        self._shown: tuple[str, ...] = ()

    def add(self, cue: Cue) -> None:
        """Take what a cue shows that the one before did not show already."""
        shown = tuple(words for _, words in cue.lines)
        is_brief = min(cue.end - cue.start, self._lasted) < _BRIEF
        known = _repeated(self._shown, shown) if cue.start - self._end < _PAUSE else 0
        # What is said twice is said twice, unless one of both is there for nobody to read.
        if known == len(shown) and not is_brief:
            known = 0
        self._shown, self._lasted = shown, cue.end - cue.start
        for voice, words in cue.lines[known:]:
            self._say(voice, words, cue.start)
        self._end = max(self._end, cue.end)

    def pieces(self) -> Iterator[Piece]:
        """The turns as pieces; sounds are not analysed."""
        before = ""
        for turn in self._turns:
            milestones = []
            for each in turn.milestones:
                if each.kind is not MilestoneKind.TIME or each.label != before:
                    milestones.append(each)
                if each.kind is MilestoneKind.TIME:
                    before = each.label
            yield Piece(
                StyledText(turn.words), is_aside=turn.is_sound, milestones=tuple(milestones)
            )

    def _say(self, voice: str, words: str, start: float) -> None:
        is_sound = _SOUND.fullmatch(words) is not None
        dash = _DASH.match(words)
        said = words[dash.end() :] if dash else words
        begins = dash is not None or _CALLED.match(words) is not None
        if is_sound or begins or not self._goes_on(voice, start):
            self._turns.append(_Turn(voice, is_sound=is_sound))
        self._turns[-1].add(re.sub(r"^>{2,3}\s*", "", said), start)

    def _goes_on(self, voice: str, start: float) -> bool:
        """Whether what is said now belongs to the paragraph before."""
        if not self._turns or self._turns[-1].is_sound or self._turns[-1].voice != voice:
            return False
        turn = self._turns[-1]
        pause = start - self._end
        if pause > _LONG_PAUSE or len(turn.words) > _TOO_LONG:
            return False
        is_finished = _FINISHED.search(turn.words) is not None
        return not (is_finished and (pause > _PAUSE or len(turn.words) > _LONG))


def _repeated(before: tuple[str, ...], shown: tuple[str, ...]) -> int:
    """How many of the lines shown last stand on top of those shown now: captions roll."""
    for count in range(min(len(shown), len(before)), 0, -1):
        if shown[:count] == before[-count:]:
            return count
    return 0


def _clock(seconds: float) -> str:
    """A moment as hours, minutes and seconds."""
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
