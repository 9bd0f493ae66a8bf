"""The screen of a terminal as its reader sees it."""

from __future__ import annotations

from collections.abc import Callable

import pyte

from tests.cli.processes import OnTerminal

COLUMNS, ROWS = 120, 40


class SeenTerminal(OnTerminal):
    """A program on a terminal whose screen can be looked at."""

    _shown = 0
    _screen: pyte.Screen | None = None

    def lines(self) -> list[str]:
        """The rows of the screen, as far as the program has drawn them."""
        if self._screen is None:
            self._screen = pyte.Screen(COLUMNS, ROWS)
            self._stream = pyte.ByteStream(self._screen)
        self._stream.feed(self._seen[self._shown :])
        self._shown = len(self._seen)
        return list(self._screen.display)

    def wait_for(self, *words: str) -> list[str]:
        """The rows of the screen as soon as all of the words are on it."""
        for _ in range(200):
            self._read(0.1)
            lines = self.lines()
            if all(any(word in line for line in lines) for word in words):
                return lines
        screen = "\n".join(self.lines())
        raise AssertionError(f"{words} never came together; there was\n{screen}")

    def wait_while(self, words: str) -> None:
        """Wait until some words have left the screen."""
        self.wait_until(lambda: not any(words in line for line in self.lines()))

    def wait_until(self, fact: Callable[[], object]) -> None:
        """Let the program run until a fact is true; fails when it never is."""
        for _ in range(200):
            if fact():
                return
            self._read(0.1)
        raise AssertionError("it never became true")

    def kill(self) -> None:
        """End the process as a crash of the machine would: at once, without a word."""
        self.stop()

    @property
    def printed(self) -> bytes:
        """Everything the program sent to the terminal."""
        return self._seen
