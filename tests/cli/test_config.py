from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import config
from tui.config import Config, load_config


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
    assert set(config._CHECKS) == {field.name for field in fields(Config)}
    for key, (_, is_good) in config._CHECKS.items():
        assert is_good(getattr(Config(), key))


VALUES = st.one_of(
    st.booleans(),
    st.integers(-9, 99),
    st.floats(0, 99),
    st.sampled_from(["all", "ascii", "ink", ""]),
)


@given(st.dictionaries(st.sampled_from([field.name for field in fields(Config)]), VALUES))
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
