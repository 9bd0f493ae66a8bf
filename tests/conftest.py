"""What all tests share: a home of their own, and the sample with its analysis."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from tui.analysis.results import Analysis
from tui.documents.article import Article

# The hazard: an example that only one run in a hundred finds, on a machine under load. The
# suite tries the same examples each time; `pytest --hypothesis-profile=explore` tries others.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The hazard: a test that reads or writes the library of whoever runs it."""
    folder = tmp_path / "home"
    monkeypatch.setenv("CLOSEREAD_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The hazard: a test that notes its libraries among those of whoever runs it."""
    folder = tmp_path / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hazard: a proxy of whoever runs the tests is asked for what lies on this machine."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def own_web(home: Path) -> None:
    """Settings with which addresses of this machine are opened: those of servers in a test."""
    home.mkdir()
    (home / "config.toml").write_text("allow_private = true\n", encoding="utf-8")


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hazard: colours, animations and sizes that depend on the caller's terminal."""
    for name in ("NO_COLOR", "COLUMNS", "LINES", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


@pytest.fixture(scope="session")
def sample() -> Article:
    """The sample article."""
    from tui.documents.loading import load

    return load("seed:nato-russia-talks")


@pytest.fixture(scope="session")
def sample_analysis(sample: Article) -> Analysis:
    """The sample's analysis, made once: loading the model takes as long as many tests."""
    from tui.analysis.service import analyse_article

    return analyse_article(sample, None)
