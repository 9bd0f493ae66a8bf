"""Key sequences become commands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.keys.commands import COMMANDS, Command, Group, Mode
from tui.keys.dispatcher import (
    Completed,
    Dispatcher,
    DroppedKeys,
    KeyOutcome,
    Prefix,
    UnknownKeys,
    key_name,
)


def command(ident: str, *keys: str, mode: Mode = Mode.TEXT) -> Command:
    return Command(ident, ident, keys, Group.MOVE, (mode,))


def _same(outcome: KeyOutcome, wanted: KeyOutcome) -> bool:
    # Outcomes are tuples, and tuples of two kinds may be equal.
    return type(outcome) is type(wanted) and outcome == wanted


def test_every_key_of_every_command_reaches_it() -> None:
    for wanted in COMMANDS:
        for mode in wanted.modes:
            for keys in wanted.keys:
                dispatcher = Dispatcher()
                typed = keys.replace("{a-z}", "q").replace("{A-Z}", "Q").split()
                outcome = [dispatcher.feed(mode, key) for key in typed][-1]
                letter = typed[-1] if wanted.any_letter else ""
                assert _same(outcome, Completed(wanted, letter)), (mode, keys)


def test_a_prefix_waits_and_names_what_can_follow() -> None:
    dispatcher = Dispatcher([command("top", "g g"), command("marks", "g h")])
    outcome = dispatcher.feed(Mode.TEXT, "g")
    assert isinstance(outcome, Prefix)
    assert [key for key, _ in outcome.following] == ["g", "h"]
    assert dispatcher.pending == ("g",)


def test_escape_takes_a_prefix_back_without_running_anything() -> None:
    dispatcher = Dispatcher([command("top", "g g"), command("close", "escape")])
    dispatcher.feed(Mode.TEXT, "g")
    assert _same(dispatcher.feed(Mode.TEXT, "escape"), DroppedKeys(("g",)))
    assert isinstance(dispatcher.feed(Mode.TEXT, "escape"), Completed)


def test_a_key_that_completes_nothing_is_dropped_with_its_prefix() -> None:
    dispatcher = Dispatcher([command("top", "g g"), command("next", "j")])
    dispatcher.feed(Mode.TEXT, "g")
    assert _same(dispatcher.feed(Mode.TEXT, "j"), UnknownKeys(("g", "j")))
    assert dispatcher.pending == ()


@pytest.mark.parametrize(
    "commands",
    [
        [command("a", "x"), command("b", "x")],
        [command("a", "g"), command("b", "g g")],
        [command("a", "g g"), command("b", "g")],
    ],
)
def test_keys_that_hide_each_other_are_refused(commands: list[Command]) -> None:
    with pytest.raises(ValueError, match=r"hidden|twice"):
        Dispatcher(commands)


def test_the_same_key_may_mean_something_else_in_another_mode() -> None:
    first, second = command("a", "1"), command("b", "1", mode=Mode.SELECT)
    dispatcher = Dispatcher([first, second])
    assert dispatcher.feed(Mode.TEXT, "1") == Completed(first)
    assert dispatcher.feed(Mode.SELECT, "1") == Completed(second)


def test_a_range_of_letters_takes_each_of_them_and_tells_which() -> None:
    here, wide, last = (
        command("here", "m {a-z}"),
        command("wide", "m {A-Z}"),
        command("last", "m m"),
    )
    dispatcher = Dispatcher([here, wide, last])
    outcome = dispatcher.feed(Mode.TEXT, "m")
    assert isinstance(outcome, Prefix)
    assert [key for key, _ in outcome.following] == ["{a-z}", "{A-Z}", "m"]
    assert _same(dispatcher.feed(Mode.TEXT, "x"), Completed(here, "x"))
    for key, outcome in (
        ("X", Completed(wide, "X")),
        ("m", Completed(last)),
        ("é", UnknownKeys(("m", "é"))),
    ):
        dispatcher.feed(Mode.TEXT, "m")
        assert _same(dispatcher.feed(Mode.TEXT, key), outcome)
    for key in ("1", "space", "{a-z}x", "'"):
        dispatcher.feed(Mode.TEXT, "m")
        assert isinstance(dispatcher.feed(Mode.TEXT, key), UnknownKeys), key


@given(st.lists(st.sampled_from(["g", "j", "]", "e", "escape", "c", "1", "ö", "m"]), max_size=20))
def test_no_keys_leave_the_dispatcher_stuck(keys: list[str]) -> None:
    dispatcher = Dispatcher()
    for key in keys:
        dispatcher.feed(Mode.TEXT, key)
    dispatcher.feed(Mode.TEXT, "escape")
    assert dispatcher.pending == ()
    assert isinstance(dispatcher.feed(Mode.TEXT, "j"), Completed)


KEYS = ["g", "j", "]", "e"]


@given(
    st.lists(st.lists(st.sampled_from(KEYS), min_size=1, max_size=3).map(tuple), max_size=6),
    st.lists(st.sampled_from([*KEYS, "escape"]), max_size=20),
)
def test_a_sequence_runs_its_command_and_only_a_whole_sequence_does(
    sequences: list[tuple[str, ...]], pressed: list[str]
) -> None:
    kept: list[tuple[str, ...]] = []
    for keys in sequences:
        if not any(keys[: len(other)] == other or other[: len(keys)] == keys for other in kept):
            kept.append(keys)
    commands = {keys: command(" ".join(keys), " ".join(keys)) for keys in kept}
    dispatcher = Dispatcher(commands.values())
    so_far: tuple[str, ...] = ()
    for key in pressed:
        outcome = dispatcher.feed(Mode.TEXT, key)
        if so_far and key == "escape":
            assert _same(outcome, DroppedKeys(so_far))
            so_far = ()
            continue
        so_far = (*so_far, key)
        longer = [keys for keys in kept if keys[: len(so_far)] == so_far]
        if so_far in commands:
            assert _same(outcome, Completed(commands[so_far]))
        elif longer:
            assert isinstance(outcome, Prefix)
            assert {key for key, _ in outcome.following} == {k[len(so_far)] for k in longer}
            assert dispatcher.pending == so_far
            continue
        else:
            assert _same(outcome, UnknownKeys(so_far))
        so_far = ()


def test_key_names_are_those_of_the_key_table() -> None:
    assert key_name("right_square_bracket", "]", is_printable=True) == "]"
    assert key_name("space", " ", is_printable=True) == "space"
    assert key_name("ctrl+d", "\x04", is_printable=False) == "ctrl+d"
