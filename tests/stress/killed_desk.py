"""The desk on a terminal, killed while words are typed into it."""

from __future__ import annotations

import signal
import time
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tests.stress.killed_program import TEXT
from tests.stress.words import held, is_whole
from tests.terminal import SeenTerminal
from tui.store.database import Database

if TYPE_CHECKING:
    from tests.stress.kills import Tools

_DRAFTED = 1.0
"""Seconds after which a word that was typed must outlive everything."""


class _Editor(NamedTuple):
    """Something to type into."""

    key: str
    """What opens it."""
    sign: str
    """What is on the screen once it is open."""


_EDITORS = (
    _Editor("a", "ctrl+x discards"),
    _Editor("t", "ctrl+x discards"),
    _Editor("Q", "A question of your own"),
)
_ENDS = (signal.SIGKILL, signal.SIGKILL, signal.SIGHUP, signal.SIGTERM, None)
"""How it ends; `None` for a window that is closed."""


def kill_desk(tools: Tools) -> Counter[str]:
    """Type steadily, end the desk, and count the words that are gone."""
    (tools.folder / "report.txt").write_text(TEXT)
    home = tools.folder / "home"
    desk = SeenTerminal("-m", "tui", "report.txt", home=home, cwd=tools.folder)
    try:
        desk.wait_for("READ", "No highlights yet")
        editor = tools.random.choice(_EDITORS)
        desk.press(editor.key)
        desk.wait_for(editor.sign)
        seen = _type(desk, tools)
        how = tools.random.choice(_ENDS)
        ended = time.monotonic()
        if how is None:
            desk.close_window()
        else:
            desk.send(how)
            desk.finish()
    finally:
        desk.stop()
    library = home / "library.db"
    with Database(library) as database:
        words = held(database)
    counts = Counter(libraries=1, broken=not is_whole(library))
    if how is signal.SIGKILL:
        # It leaves no time; whatever else ends the desk must not cost a word.
        old = {word for word, when in seen.items() if when < ended - _DRAFTED}
        return counts + Counter(old=len(old), old_lost=len(old - words))
    return counts + Counter(said=len(seen), lost=len(seen.keys() - words))


def _type(desk: SeenTerminal, tools: Tools) -> dict[str, float]:
    """Type words; when each of them was seen on the screen, in seconds of the monotonic clock."""
    seen: dict[str, float] = {}
    end = time.monotonic() + tools.random.uniform(1.0, 3.5)
    while time.monotonic() < end:
        word = f"w{tools.seed}x{len(seen)}"
        desk.press(f"{word} ")
        desk.wait_for(word)
        seen[word] = time.monotonic()
        time.sleep(tools.random.uniform(0.0, 0.4))
    return seen
