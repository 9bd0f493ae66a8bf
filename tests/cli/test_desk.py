"""The desk in a real terminal: it opens, takes keys and gives the terminal back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.processes import OnTerminal
from tui.cli import desk as opening

ARTICLE = "The bridge will close, the mayor said.\n\nNobody knows when it will open again.\n"


@contextmanager
def desk(folder: Path, *arguments: str, stdin: bytes | None = None) -> Iterator[OnTerminal]:
    process = OnTerminal("-m", "tui", *arguments, home=folder / "home", cwd=folder, stdin=stdin)
    try:
        yield process
    finally:
        process.stop()


def test_a_piped_article_opens_and_the_keyboard_still_works(tmp_path: Path) -> None:
    with desk(tmp_path, "--private", stdin=ARTICLE.encode()) as process:
        process.read_until("Nobody knows")
        process.press("q")
        code, printed = process.finish()
    assert code == 0
    assert printed.endswith("\x1b[?1049l") or "\x1b[?1049l" in printed
    assert not (tmp_path / "home").exists(), "private reading leaves no trace"


def test_without_a_source_the_sample_opens_first_and_then_the_last_article(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(ARTICLE)
    with desk(tmp_path) as process:
        process.read_until("Stoltenberg")
        process.press("q")
        assert process.finish()[0] == 0
    with desk(tmp_path, "bridge.txt") as process:
        process.read_until("Nobody knows")
        process.press("q")
        assert process.finish()[0] == 0
    (tmp_path / "bridge.txt").unlink()
    with desk(tmp_path) as process:
        process.read_until("Nobody knows")
        process.press("q")
        assert process.finish()[0] == 0


def test_escape_and_a_sign_in_one_burst_are_both_obeyed(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(ARTICLE)
    with desk(tmp_path, "bridge.txt") as process:
        process.read_until("Nobody knows")
        process.press("v")
        process.read_until("SELECT")
        # Esc drops the selection, ? opens the help of the text.
        process.press("\x1b?")
        process.read_until("Keys in the text")
        process.press("qq")
        assert process.finish()[0] == 0


BROKEN = """
from tui.__main__ import main
from tui.desk.screen import ReaderScreen

def compose(self):
    raise RuntimeError("no screen today")

ReaderScreen.compose = compose
main()
"""


def test_a_desk_that_cannot_even_be_built_says_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text(BROKEN)
    process = OnTerminal("broken.py", home=tmp_path / "home", cwd=tmp_path)
    try:
        code, printed = process.finish()
    finally:
        process.stop()
    assert code == 1
    assert "the desk stopped on an error; everything that was saved is saved" in printed
    assert "Traceback" not in printed
    assert "something unexpected" not in printed


def ended(monkeypatch: pytest.MonkeyPatch, **how: object) -> int:
    """Leave a desk that ended in some way, without drawing it; the exit code."""
    app = SimpleNamespace(
        **{
            "unsaved": 0,
            "unsaved_words": [],
            "return_code": 0,
            "ended_by": 0,
            "failure": None,
            **how,
        }
    )
    monkeypatch.setattr(opening, "why_no_screen", lambda: None)
    monkeypatch.setattr(opening, "keys_from_terminal", nullcontext)
    monkeypatch.setattr(opening, "screen_on_terminal", nullcontext)
    monkeypatch.setattr(opening, "_chosen", lambda *_: None)
    monkeypatch.setattr(opening, "_run_desk", lambda *_, **__: app)
    monkeypatch.setattr(opening, "details_clause", lambda: "the details are in LOG")
    return opening.open_desk(None, private=False)


@pytest.mark.parametrize(
    ("count", "beginning", "advice"),
    [
        (1, "closeread: 1 change could not be saved: the disk refused it", "make it again"),
        (3, "closeread: 3 changes could not be saved: the disk refused them", "make them again"),
    ],
)
def test_changes_that_were_lost_are_counted_and_are_no_crash(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    count: int,
    beginning: str,
    advice: str,
) -> None:
    assert ended(monkeypatch, unsaved=count) == 1
    (sentence,) = capsys.readouterr().err.splitlines()
    assert sentence.startswith(beginning)
    assert advice in sentence
    assert sentence.endswith("the details are in LOG")


def test_a_note_that_was_lost_is_handed_back_harmless(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(monkeypatch, unsaved_words=["ask\x1b[2J\nagain"]) == 1
    assert capsys.readouterr().out == "ask␛[2J\nagain\n"


def test_a_crash_is_told_and_a_quiet_end_is_not(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(monkeypatch) == 0
    assert capsys.readouterr().err == ""
    assert ended(monkeypatch, return_code=1) == 1
    assert "the desk stopped on an error" in capsys.readouterr().err


RICH = rb"{\rtf1\ansi The harbour is \b closed\b0 , the mayor said.\par It opens in May.}"


def test_what_the_reading_process_reads_opens_from_a_file_a_pipe_and_as_the_last_article(
    tmp_path: Path,
) -> None:
    (tmp_path / "harbour.rtf").write_bytes(RICH)
    for arguments, stdin in (
        (["harbour.rtf"], None),
        ([], RICH),
        (["harbour.rtf"], None),
        ([], None),
    ):
        with desk(tmp_path, *arguments, stdin=stdin) as process:
            process.read_until("the mayor")
            process.press("q")
            assert process.finish()[0] == 0


def test_a_first_source_that_is_damaged_is_one_sentence_and_exit_code_1(tmp_path: Path) -> None:
    (tmp_path / "harbour.rtf").write_bytes(rb"{\rtf1\ansi }")
    with desk(tmp_path, "harbour.rtf") as process:
        code, printed = process.finish()
    assert code == 1
    assert "closeread: there are no words in harbour.rtf; it may hold only" in printed
    assert "Traceback" not in printed


def test_an_encoding_can_be_named_and_holds_the_next_time(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_bytes("Мост закрыт. Никто не знает почему.".encode("cp1251"))
    for arguments in (["--encoding", "cp1251", "bridge.txt"], ["bridge.txt"]):
        with desk(tmp_path, *arguments) as process:
            process.read_until("Никто не знает")
            process.press("q")
            assert process.finish()[0] == 0
    with desk(tmp_path, "--encoding", "cp9999", "bridge.txt") as process:
        code, printed = process.finish()
    assert code == 2
    assert "Invalid" in printed or 'no encoding is called "cp9999"' in printed
