from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.settings import config
from tui.settings.config import ColourNames, Config, PanelSettings, load_config
from tui.settings.config_text import default_text, effective_text


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_config(tmp_path / "config.toml") == (Config(), ())


def test_settings_are_followed(tmp_path: Path) -> None:
    path = written(tmp_path, 'measure = 72\nkeep = "marked"\nquestions = "strict"\nmouse = false')
    settings, problems = load_config(path)
    assert settings == Config(measure=72, keep="marked", questions="strict", mouse=False)
    assert problems == ()


@pytest.mark.parametrize(
    "line",
    [
        "measure = 85",
        "measure = 19",
        "measure = true",
        'measure = "66"',
        "measure = 66.0",
        'keep = "some"',
        "keep = [1]",
        "questions = 1",
        'mouse = "yes"',
        "mouse = 1",
        'theme = ""',
        "theme = 3",
    ],
)
def test_a_wrong_value_is_named_and_costs_only_itself(tmp_path: Path, line: str) -> None:
    other = "keep = 'marked'" if not line.startswith("keep") else "measure = 40"
    settings, problems = load_config(written(tmp_path, f"{line}\n{other}"))
    key = line.split(" ")[0]
    assert getattr(settings, key) == getattr(Config(), key)
    assert settings != Config(), "the other setting is still followed"
    assert len(problems) == 1
    assert problems[0].startswith(f"{key} must be ")


def test_unknown_settings_are_named_with_their_whole_path(tmp_path: Path) -> None:
    path = written(tmp_path, "mesure = 60\n[panel.left]\nwidth = 3\nempty = {}")
    settings, problems = load_config(path)
    assert settings == Config()
    assert [problem.split(" ")[0] for problem in problems] == [
        "mesure",
        "panel.left.width",
        "panel.left.empty",
    ]


@pytest.mark.parametrize("raw", [b"measure = ", b"\xff\xfe\x00", b"a = 1\na = 2"])
def test_a_file_that_is_no_toml_is_named_and_reading_goes_on(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(raw)
    settings, problems = load_config(path)
    assert settings == Config()
    assert len(problems) == 1
    assert str(path) in problems[0]


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    settings, problems = load_config(tmp_path)
    assert settings == Config()
    assert str(tmp_path) in problems[0]


def test_every_setting_has_a_check_that_its_default_passes() -> None:
    sections = {"colours", "panels", "keys"}
    assert set(config._CHECKS) == set(Config._fields) - sections
    for key, (_, is_good) in config._CHECKS.items():
        assert is_good(getattr(Config(), key))


@pytest.mark.parametrize(
    ("line", "suggestion"),
    [
        ("mesure = 60", "did you mean measure?"),
        ("[panel]\nopen = 'quotes'", "did you mean panels?"),
        ("[colours]\nyelow = 'claim'", "did you mean yellow?"),
        ("zzz = 1", "zzz is not a setting; it is ignored"),
    ],
)
def test_a_mistyped_setting_is_told_what_it_may_mean(
    tmp_path: Path, line: str, suggestion: str
) -> None:
    _, (problem,) = load_config(written(tmp_path, line))
    assert suggestion in problem
    assert problem.endswith("it is ignored")


def test_a_syntax_error_is_named_with_its_line_and_column(tmp_path: Path) -> None:
    _, (problem,) = load_config(written(tmp_path, "measure = 60\nkeep = \n"))
    assert "line 2, column 8" in problem
    assert problem.endswith("the defaults are used")


def test_colours_panels_and_keys_are_followed(tmp_path: Path) -> None:
    text = """
glyphs = "ascii"
clipboard = "pbcopy"
model = "en_core_web_md"
[colours]
yellow = "claim"
[panels]
open = "quotes"
width = 50
[keys]
"mark.make" = ["g  x", "enter"]
desk.help = "f2"
"""
    settings, problems = load_config(written(tmp_path, text))
    assert problems == ()
    assert settings.glyphs == "ascii"
    assert settings.clipboard == "pbcopy"
    assert settings.model == "en_core_web_md"
    assert [settings.colours.of(colour) for colour in ("yellow", "pink")] == ["claim", "pink"]
    assert (settings.panels.open, settings.panels.width) == ("quotes", 50)
    assert settings.keys == {"mark.make": ("g x", "enter"), "desk.help": ("f2",)}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("[colours]\nyellow = 'two words'", "colours.yellow"),
        ("[colours]\nyellow = 'green'", "colours"),
        ("[panels]\nopen = 'notes'", "panels.open"),
        ("[panels]\nwidth = 500", "panels.width"),
        ("panels = 3", "panels"),
        ("[keys]\n'mark.make' = 3", "keys.mark.make"),
        ("[keys]\n'mark.make' = ['']", "keys.mark.make"),
    ],
)
def test_a_mistake_in_a_section_is_named_with_its_path(
    tmp_path: Path, text: str, path: str
) -> None:
    settings, (problem,) = load_config(written(tmp_path, f"measure = 50\n{text}"))
    assert settings == Config(measure=50)
    assert problem.split(" ")[0] == path
    assert ("is used" in problem) or ("are used" in problem) or ("is ignored" in problem)


def test_the_commented_defaults_are_the_defaults(tmp_path: Path) -> None:
    assert load_config(written(tmp_path, default_text())) == (Config(), ())
    for name in Config._fields:
        assert name in default_text()


def test_the_settings_in_force_load_back_to_themselves(tmp_path: Path) -> None:
    settings = Config(
        clipboard='xclip -sel "c"',
        colours=ColourNames({"pink": "doubt"}),
        panels=PanelSettings("marks", 60),
        keys={"mark.make": ("\\", '"'), "change.undo": ()},
    )
    assert load_config(written(tmp_path, effective_text(settings))) == (settings, ())


VALUES = st.one_of(
    st.booleans(),
    st.integers(-9, 99),
    st.floats(0, 99),
    st.sampled_from(["all", "ascii", "ink", ""]),
)


@given(st.dictionaries(st.sampled_from(sorted(config._CHECKS)), VALUES))
def test_every_setting_is_either_followed_or_named(
    tmp_path_factory: pytest.TempPathFactory, wanted: dict[str, object]
) -> None:
    text = "".join(f"{key} = {json.dumps(value)}\n" for key, value in wanted.items())
    path = written(tmp_path_factory.mktemp("settings"), text)
    settings, problems = load_config(path)
    named = {problem.split(" ")[0] for problem in problems}
    assert len(problems) == len(named)
    for key in wanted.keys() | named:
        given_default = getattr(Config(), key)
        assert getattr(settings, key) == (given_default if key in named else wanted[key])
        assert type(getattr(settings, key)) is type(given_default)
