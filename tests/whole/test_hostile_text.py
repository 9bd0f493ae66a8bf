"""A text can hold anything; the terminal gets none of it as commands."""

from __future__ import annotations

import re
from pathlib import Path

from tests.terminal import SeenTerminal

HOSTILE = (
    "A [bold]report[/bold] said \x1b[31mred\x1b[0m and [/ nothing else.\n\n"
    "\x1b]52;c;ZXZpbA==\x07 The clipboard \x1b]0;owned\x07 and the title.\n\n"
    "A NUL \x00 here, a bell \x07 there, \u202ebackwards\u202c, \x9b2J and \x85 done.\n\n"
    "漢字とかな 한국어 👩‍👩‍👧 🇩🇪 e\u0301 then.\n\nA [@click=app.quit]plain[/] word.\n"
)


def test_control_codes_are_shown_and_never_sent(tmp_path: Path) -> None:
    source = tmp_path / "odd\x1b[2Jname.txt"
    source.write_text(HOSTILE, encoding="utf-8")
    process = SeenTerminal("-m", "tui", str(source), home=tmp_path / "r", cwd=tmp_path)
    try:
        process.wait_for("READ", "No highlights yet", "[bold]report[/bold]", "[/ nothing else.")
        lines = process.wait_for("␛[31mred␛[0m", "␛]52;c;ZXZpbA==␇", "NUL ␀ here", "bell ␇")
        assert any("[@click=app.quit]" in line for line in lines), "\n".join(lines)
        # the same letters as a highlight, a note and a pattern
        process.press("ha")
        process.wait_for("ctrl+x discards")
        process.press("[/bold] ␛\x1b")
        process.wait_for("1 saved", "▌ [/bold] ␛")
        process.wait_while("ctrl+x discards")
        # Only now the desk names its keys again: it takes them.
        process.press("l")
        process.wait_for("Tab panels")
        process.press("/[/ no\r")
        process.wait_for("n next")
        process.press("\\")
        process.wait_for("Search this article")
        process.press("nothing")
        process.wait_for("❯ nothing", "highlight …said")
        process.press("\x1b")
        process.wait_while("Search this article")
        # once for the matches, once for the desk
        process.press("q")
        process.wait_while("n next")
        process.press("q")
        code, _ = process.finish()
    finally:
        process.stop()
    assert code == 0
    sent = process.printed
    assert b"]52;" not in sent.replace("␛]52;".encode(), b"")
    assert b"\x1b]0;owned" not in sent
    assert b"\x1b[31mred" not in sent
    assert b"\x00" not in sent
    assert "\u202e".encode() not in sent
    assert b"\x9b2J" not in re.sub(rb"[\xc0-\xff][\x80-\xbf]+", b"", sent)
