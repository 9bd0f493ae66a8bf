"""What the terminal sends for Esc and another key in one breath."""

from __future__ import annotations

import string

import pytest
from textual import events
from textual.drivers import linux_driver

from tui.keys.dispatcher import key_name
from tui.keys.terminal import KeyParser, read_keys_as_pressed


def typed(sent: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys that come of some bytes, after the wait for more of them."""
    parser = KeyParser()
    found = list(parser.feed(sent))
    # The wait is over when the clock says so, not when this test has slept.
    monkeypatch.setattr("textual._parser.get_time", lambda: 10.0**12)
    found += list(parser.tick())
    assert all(isinstance(event, events.Key) for event in found)
    return [
        key_name(event.key, event.character, is_printable=event.is_printable)
        for event in found
        if isinstance(event, events.Key)
    ]


@pytest.mark.parametrize("letter", [*string.ascii_letters, *string.digits, *string.punctuation])
def test_escape_and_any_sign_are_two_keys(letter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed(f"\x1b{letter}", monkeypatch) == ["escape", letter]


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1b", ["escape"]),
        ("\x1b?j", ["escape", "?", "j"]),
        ("\x1b]e", ["escape", "]", "e"]),
        ("\x1b[e", ["escape", "[", "e"]),
        ("\x1b\x1b?", ["escape", "escape", "?"]),
        ("\x1bé", ["escape", "é"]),
        ("\x1b ", ["escape", "space"]),
        ("\x1b[A", ["up"]),
        ("\x1bOP", ["f1"]),
        ("\x1b[5~", ["pageup"]),
        ("\x1b[1;5C", ["ctrl+right"]),
        ("\x1b[Z", ["shift+tab"]),
        ("gg", ["g", "g"]),
    ],
)
def test_sequences_and_bursts_are_read_as_they_were_typed(
    sent: str, keys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert typed(sent, monkeypatch) == keys


def test_the_driver_of_the_terminal_reads_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linux_driver, "XTermParser", None)
    read_keys_as_pressed()
    assert vars(linux_driver)["XTermParser"] is KeyParser


PASTES = [
    "abc\x1bdef",
    "abc\x1b[31mred\x1b[0m x",
    "a\x01b\x1b\x1bq",
    "ends in \x1b",
    "a\x1b]52;c;x\x07b",
    "click \x1b[<0;3;4M",
    "\x1b[201 and \x1b[200",
    "",
]


@pytest.mark.parametrize("text", PASTES)
@pytest.mark.parametrize("size", [1, 2, 3, 7, 4096])
def test_what_is_pasted_is_one_text_in_its_order(text: str, size: int) -> None:
    parser = KeyParser()
    sent = f"j\x1b[200~{text}\x1b[201~k"
    found = []
    for start in range(0, len(sent), size):
        found += list(parser.feed(sent[start : start + size]))
        found += list(parser.tick())
    first, paste, last = found
    assert isinstance(first, events.Key)
    assert isinstance(paste, events.Paste)
    assert isinstance(last, events.Key)
    assert (first.key, paste.text, last.key) == ("j", text, "k")


def test_a_terminal_that_ends_is_no_failure() -> None:
    parser = KeyParser()
    list(parser.feed("j"))
    assert list(parser.feed("")) == []
