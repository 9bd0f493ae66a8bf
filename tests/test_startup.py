"""What is not loaded: the only proof that a deferred import is deferred."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.processes import OnTerminal

DESK_THAT_REPORTS = """
import json, sys
from pathlib import Path

import tui.app, tui.desk.screen
from tui.__main__ import main

REPORT = Path(sys.argv.pop())
# However busy the machine is: whether the results come in time is not what is tested.
tui.desk.screen.WAIT_FOR_KNOWN = 60


class ReportingDesk(tui.app.ClosereadApp):
    def on_mount(self):
        self.loaded = {}
        self.set_interval(0.02, self.wait_for_analysis)

    def _display(self, screen, renderable):
        super()._display(screen, renderable)
        # The first time rows of the article are drawn is the first paint of it.
        if "first paint" not in self.loaded and screen.view.repainted_rows:
            self.report("first paint")
        if "first panels: rows" not in self.loaded and self.panels():
            self.loaded["first panels: rows"] = len(self.panels()[0].rows)

    def panels(self):
        column = self.screen.parts.made("column")
        return column.widgets if column else ()

    def report(self, moment):
        self.loaded[moment] = sorted(sys.modules)
        self.loaded[moment + ": panels"] = len(self.panels())
        sheets = [Path(path).name for path, _ in self.stylesheet.source]
        self.loaded[moment + ": layout"] = sorted(self.screen.classes)
        self.loaded[moment + ": title"] = self.screen.title_bar.left, self.screen.title_bar.right
        self.loaded[moment + ": dialogs"] = "dialogs.tcss" in sheets

    def wait_for_analysis(self):
        if self.screen.state.analysis is None or not self.is_kept():
            return
        self.report("analysed")
        if self.loaded["analysed: dialogs"]:
            self.loaded["quotes"] = len(self.screen.state.analysis.quotes)
            REPORT.write_text(json.dumps(self.loaded))
            self.exit()

    def is_kept(self):
        from tui.analysis.service import rules_for

        cache, article = self.screen.state.service._cache, self.screen.state.article
        return cache.get(article.text_hash, rules_for("auto", article.published)) is not None


tui.app.ClosereadApp = ReportingDesk
main()
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a home in it that was never used before."""
    return tmp_path_factory.mktemp("startup")


@pytest.fixture(scope="module")
def loaded(folder: Path) -> dict[str, object]:
    """What one real desk on a terminal had loaded, from its start to its filled panels."""
    return read_once(folder)


@pytest.fixture(scope="module")
def loaded_again(folder: Path, loaded: dict[str, object]) -> dict[str, object]:
    """The same of a second reading, whose results are known."""
    assert loaded
    return read_once(folder)


def read_once(folder: Path) -> dict[str, object]:
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


def test_the_desk_never_reads_the_table_of_open_questions(loaded: dict[str, object]) -> None:
    modules = loaded["analysed"]
    assert isinstance(modules, list)
    assert "tui.analysis.questions.learned_table" not in modules


def test_the_desk_loads_none_of_what_finds_names_quotes_and_questions(
    loaded: dict[str, object],
) -> None:
    modules = loaded["analysed"]
    assert isinstance(modules, list)
    assert not [module for module in modules if module.endswith("_extractor")]


def test_a_first_article_needs_nothing_of_corrections_lists_and_slips_of_typing(
    loaded: dict[str, object],
) -> None:
    modules = loaded["analysed"]
    assert isinstance(modules, list)
    unneeded = {"tui.corrections.applying", "tui.dialogs.shelf", "tui.session.answerable"}
    assert not {*unneeded, "rapidfuzz"} & set(modules)


def test_the_first_frame_is_laid_out_for_its_window(loaded: dict[str, object]) -> None:
    layout = loaded["first paint: layout"]
    assert isinstance(layout, list)
    assert {"-narrow", "-wide", "-very-wide"} & set(layout)
    assert layout == loaded["analysed: layout"]
    assert loaded["first paint: title"] == loaded["analysed: title"]


def test_known_results_are_in_the_frame_that_brings_the_panels(
    loaded: dict[str, object], loaded_again: dict[str, object]
) -> None:
    assert loaded["first panels: rows"] == 0
    rows = loaded_again["first panels: rows"]
    assert isinstance(rows, int)
    assert rows > 5


def test_the_look_of_dialogs_is_read_after_the_first_paint(loaded: dict[str, object]) -> None:
    assert not loaded["first paint: dialogs"]
    assert loaded["analysed: dialogs"]


# Each of these costs every start. Before one is added: can it wait until it is asked for, or
# until the panels are there?
BEFORE_THE_FIRST_PAINT = {
    "tui": "app errors signals __main__",
    "tui.cli": "command_line desk log_file output sources tty",
    "tui.desk": "jump_list next_frame parts reactions requests screen screen_surface state status "
    "surface title_bar unsaved",
    "tui.documents": "article blocks credit_lines datelines dates derived_title fetched "
    "file_reading kept_lines lexicon loaders loading metadata pattern plain_text sanitising "
    "sentences sniffing source unread",
    "tui.keys": "commands dispatcher keymap terminal",
    "tui.page": "cells line_map wide_tables",
    "tui.settings": "colours config paths picks",
    "tui.widgets": "article_rows article_view chrome field_message fitting glyphs hints looks "
    "painting plain_themes pointing ribbon rooms row_list themes",
}
"""What of the program is imported before the article is on the screen, by rooms."""


def test_before_the_first_paint_nothing_is_imported_that_is_not_listed(
    loaded: dict[str, object],
) -> None:
    listed = {
        f"{room}.{name}" for room, all_ in BEFORE_THE_FIRST_PAINT.items() for name in all_.split()
    }
    modules = loaded["first paint"]
    assert isinstance(modules, list)
    ours = {name for name in modules if name.startswith("tui.")}
    assert ours - listed - set(BEFORE_THE_FIRST_PAINT) == set()
    assert listed - ours == set()


def names(loaded: object) -> set[str]:
    """The packages of the modules that were loaded."""
    assert isinstance(loaded, list)
    assert "textual" in loaded
    return {name.partition(".")[0] for name in loaded}
