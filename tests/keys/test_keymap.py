"""The reader's own keys: followed where they can be, named where they cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.keys.commands import BY_ID, COMMANDS
from tui.keys.keymap import DEFAULT_KEYMAP, KEPT, keymap_of, make_keymap
from tui.keys.names import KeyNameError, normal_keys
from tui.settings.config import ColourNames, Config


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("h", "h"),
        ("G", "G"),
        ("shift+g", "G"),
        ("PgDn", "pagedown"),
        ("Space", "space"),
        ("↓", "down"),
        ("g  H", "g H"),
        ("Ctrl+D", "ctrl+d"),
        ("shift+Tab", "shift+tab"),
        ("ctrl+Left", "ctrl+left"),
        ("F5", "f5"),
        ("+", "+"),
        ("ö", "ö"),
        ("esc", "escape"),
    ],
)
def test_keys_are_understood_as_they_stand_in_the_key_table(written: str, key: str) -> None:
    assert normal_keys(written) == key


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("alt+x", "cannot be told from Esc"),
        ("ctrl+i", "is Tab"),
        ("ctrl+m", "is Enter"),
        ("ctrl+h", "is Backspace"),
        ("g escape", "Esc cancels"),
        ("escape g", "follow Esc"),
        ("hyper", "no key hyper"),
        ("ctrl+1", "no key"),
        ("jj", "no key jj"),
    ],
)
def test_a_key_that_never_arrives_is_refused_with_its_reason(written: str, reason: str) -> None:
    with pytest.raises(KeyNameError, match=reason):
        normal_keys(written)


def test_a_command_that_must_be_told_a_letter_keeps_a_place_for_it() -> None:
    for command in COMMANDS:
        if command.any_letter:
            letter = command.keys[0].split()[-1]
            keymap = make_keymap({command.id: ("f7", f"f8 {letter}")})
            assert keymap.by_id[command.id].keys == (f"f7 {letter}", f"f8 {letter}")
            assert keymap.by_id[command.id].any_letter


def test_every_key_of_the_registry_can_be_written_in_the_settings() -> None:
    for command in COMMANDS:
        for keys in command.keys:
            assert normal_keys(keys) == keys


def test_own_keys_take_the_place_of_those_of_the_registry() -> None:
    keymap = make_keymap({"mark.make": ("ctrl+k", "g z")})
    assert keymap.by_id["mark.make"].keys == ("ctrl+k", "g z")
    assert keymap.shown("mark.make") == "ctrl+k"
    assert keymap.problems == keymap.notes == ()
    others = [c for c in keymap.commands if c.id != "mark.make"]
    assert others == [c for c in COMMANDS if c.id != "mark.make"]


def test_an_unknown_command_is_named_with_the_nearest_one() -> None:
    keymap = make_keymap({"mark.mak": ("z",)})
    assert keymap.commands == COMMANDS
    (problem,) = keymap.problems
    assert problem == "keys.mark.mak names no command; did you mean mark.make? it is ignored"


def test_an_unknown_key_is_named_and_the_command_keeps_its_own() -> None:
    keymap = make_keymap({"mark.make": ("alt+h",)})
    assert keymap.commands == COMMANDS
    (problem,) = keymap.problems
    assert "keys.mark.make" in problem
    assert "“alt+h” is ignored" in problem


def test_two_commands_on_one_key_are_named_and_the_first_has_it() -> None:
    keymap = make_keymap({"mark.make": ("K",), "mark.note": ("K",)})
    assert keymap.by_id["mark.make"].keys == ("K",)
    assert keymap.by_id["mark.note"].keys == BY_ID["mark.note"].keys
    (problem,) = keymap.problems
    assert problem.startswith("keys.mark.note: K is already “highlight” (mark.make)")


def test_a_prefix_that_hides_a_key_is_named() -> None:
    keymap = make_keymap({"mark.make": ("K",), "mark.note": ("K x",)})
    (problem,) = keymap.problems
    assert "keys.mark.note: K x can never be typed whole: K is “highlight”" in problem
    keymap = make_keymap({"mark.make": ("K x",), "mark.note": ("K",)})
    (problem,) = keymap.problems
    assert "keys.mark.note: K would hide K x, which is “highlight”" in problem


def test_a_command_that_loses_its_last_key_is_named_with_the_way_to_it() -> None:
    keymap = make_keymap({"mark.make": ("g",)})
    assert keymap.by_id["finder.library"].keys == ()
    problem = next(problem for problem in keymap.problems if "g H" in problem)
    assert "“search all highlights” has lost its key g H" in problem
    assert ": still runs it" in problem
    assert "keys.finder.library" in problem
    assert "“top of the text” (text.top) gives up g g; Home still runs it" in keymap.notes
    assert "“first row” (row.first) gives up g g; Home still runs it" in keymap.notes


def test_a_command_may_be_meant_to_have_no_key() -> None:
    keymap = make_keymap({"change.undo": ()})
    assert keymap.by_id["change.undo"].keys == ()
    assert keymap.shown("change.undo") == ": undo"
    assert keymap.problems == ()


@pytest.mark.parametrize("command_id", KEPT)
def test_there_is_always_a_way_out_and_to_every_command(command_id: str) -> None:
    for bindings in (
        {command_id: ()},
        {"mark.make": BY_ID[command_id].keys},
        {command_id: (), "mark.note": BY_ID[command_id].keys},
    ):
        keymap = make_keymap(bindings)
        assert keymap.by_id[command_id].keys
        assert keymap.problems


def test_a_colours_name_stands_in_its_commands() -> None:
    keymap = keymap_of(Config(colours=ColourNames({"yellow": "claim"})))
    assert keymap.by_id["mark.yellow"].label == "highlight in yellow (claim)"
    assert keymap.by_id["mark.green"].label == "highlight in green"
    assert keymap_of(Config()) is DEFAULT_KEYMAP


SEQUENCES = st.lists(
    st.sampled_from(["h", "g", "g z", "g x y", "q", "escape", ":", "ctrl+p", "K", "tab", "no key"]),
    max_size=3,
).map(tuple)


@given(st.dictionaries(st.sampled_from([c.id for c in COMMANDS] + ["no.such"]), SEQUENCES))
def test_whatever_is_bound_the_desk_has_a_dispatcher_and_a_way_out(
    bindings: dict[str, tuple[str, ...]],
) -> None:
    keymap = make_keymap(bindings)
    # Raises where keys hide one another.
    keymap.dispatcher()
    for command_id in KEPT:
        assert keymap.by_id[command_id].keys
    for command in keymap.commands:
        wanted = bindings.get(command.id)
        if not command.keys and wanted != () and BY_ID[command.id].keys:
            assert any(f"“{command.label}”" in problem for problem in keymap.problems)


@pytest.mark.parametrize(
    ("wanted", "keys"), [("W", "W {a-z}"), ("g m", "g m {a-z}"), ("W {a-z}", "W {a-z}")]
)
def test_a_command_of_places_takes_its_letter_after_any_key(wanted: str, keys: str) -> None:
    keymap = make_keymap({"place.set": (wanted,)})
    assert keymap.by_id["place.set"].keys == (keys,)
    assert keymap.problems == ()


def test_any_letter_is_of_no_use_to_other_commands() -> None:
    keymap = make_keymap({"find.open": ("M {a-z}",)})
    assert "only a place takes any letter" in keymap.problems[0]
    assert keymap.by_id["find.open"].keys == BY_ID["find.open"].keys
