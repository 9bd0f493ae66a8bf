"""The desk in a real terminal: it opens, takes keys and gives the terminal back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.cli.processes import OnTerminal

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
