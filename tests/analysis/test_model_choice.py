"""Another installed language model, chosen in the settings."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from tui.analysis import model
from tui.analysis.pipeline import load_pipeline
from tui.errors import AnalysisError


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package as spaCy's are, with the files of the model that comes along."""
    monkeypatch.delenv(model.CHOICE, raising=False)
    package = "en_core_web_other"
    (tmp_path / package).mkdir()
    (tmp_path / package / "__init__.py").touch()
    (tmp_path / package / f"{package}-9.1.0").symlink_to(model.model_folder())
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    return package


def test_the_chosen_model_is_loaded_and_its_results_are_kept_apart(
    other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = model.fingerprint()
    # Its files are vouched for by whoever chose it: they are not compared.
    monkeypatch.setattr(model, "HASHES", {})
    monkeypatch.setenv(model.CHOICE, other)
    assert model.model_folder().name == f"{other}-9.1.0"
    assert model.fingerprint() != own
    assert f"{other}-9.1.0" in model.fingerprint()
    assert load_pipeline()("Ada Obi spoke in Port Ellis.").ents


def test_a_model_that_is_not_installed_is_named_with_the_way_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for package in ("en_core_web_nowhere", "en_core_web_../x", "os.path"):
        monkeypatch.setenv(model.CHOICE, package)
        with pytest.raises(AnalysisError, match=r"is not installed; install it") as caught:
            model.model_folder()
        assert package in caught.value.message
        assert package in model.fingerprint()


def test_what_the_environment_says_stands_over_the_settings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(model.CHOICE, "en_core_web_one")
    model.choose_model("en_core_web_two")
    assert model.chosen_model() == "en_core_web_one"
    monkeypatch.delenv(model.CHOICE)
    model.choose_model("")
    assert model.chosen_model() == ""
