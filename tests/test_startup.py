"""What is not loaded: the only proof that a deferred import is deferred."""

from __future__ import annotations

import json

import pytest

from tests.cli.processes import OnTerminal

DESK_THAT_REPORTS = """
import json, sys
from pathlib import Path

import tui.app
from tui.__main__ import main

REPORT = Path(sys.argv.pop())


class ReportingDesk(tui.app.ClosereadApp):
    def on_mount(self):
        self.loaded = {}
        self.set_interval(0.02, self.wait_for_analysis)

    def _display(self, screen, renderable):
        super()._display(screen, renderable)
        # The first time rows of the article are drawn is the first paint of it.
        if "first paint" not in self.loaded and screen.view.repainted_rows:
            self.report("first paint")

    def report(self, moment):
        self.loaded[moment] = sorted({name.partition(".")[0] for name in sys.modules})
        self.loaded[moment + ": panels"] = len(self.screen.panels)

    def wait_for_analysis(self):
        if self.screen.analysis is not None:
            self.report("analysed")
            self.loaded["quotes"] = len(self.screen.analysis.quotes)
            REPORT.write_text(json.dumps(self.loaded))
            self.exit()


tui.app.ClosereadApp = ReportingDesk
main()
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What one real desk on a terminal had loaded, from its start to its filled panels."""
    folder = tmp_path_factory.mktemp("startup")
    driver, report = folder / "desk_that_reports.py", folder / "report.json"
    driver.write_text(DESK_THAT_REPORTS, encoding="utf-8")
    desk = OnTerminal(
        str(driver), "seed:nato-russia-talks", str(report), home=folder / "home", cwd=folder
    )
    try:
        code, output = desk.finish()
    finally:
        desk.stop()
    assert code == 0, output
    said: dict[str, object] = json.loads(report.read_text(encoding="utf-8"))
    return said


HEAVY = {"spacy", "thinc", "numpy", "rapidfuzz"}


def test_nothing_heavy_is_loaded_when_the_article_is_first_on_the_screen(
    loaded: dict[str, object],
) -> None:
    assert loaded["first paint: panels"] == 0
    assert not HEAVY & names(loaded["first paint"])


def test_neither_library_nor_analysis_is_loaded_before_the_article_is_on_the_screen(
    loaded: dict[str, object],
) -> None:
    assert not {"sqlite3", "msgspec"} & names(loaded["first paint"])


def test_the_desk_never_loads_the_language_model_itself(loaded: dict[str, object]) -> None:
    assert loaded["quotes"]
    assert not {"spacy", "thinc", "numpy"} & names(loaded["analysed"])


def names(loaded: object) -> set[str]:
    assert isinstance(loaded, list)
    assert "textual" in loaded
    return set(loaded)
