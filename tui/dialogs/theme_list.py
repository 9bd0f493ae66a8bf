"""The themes: each is shown on the desk while the reader moves through their names."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

from tui.dialogs.picker import PickerScreen
from tui.documents.folding import fold
from tui.settings.config import OUR_THEMES
from tui.widgets.row_list import ListRow, RowLine, Run


class ThemeScreen(PickerScreen[str]):
    """Choose a theme; the answer is its name, `None` keeps the one in force."""

    TITLE_TEXT = "Themes"
    PLACEHOLDER = "a theme"

    def __init__(self) -> None:
        super().__init__()
        self._before = self.app.theme
        self._shows = False

    def fill(self, query: str) -> None:
        """List the themes whose name or kind holds every typed word."""
        names = matching_themes(query, self.app.available_themes)
        self.hits.state_text = f"No theme is called “{query}”."
        self._shows = False
        self.show_rows(tuple(self._row(name) for name in names))
        if not query:
            self.hits.cursor = names.index(self._before)
        self._shows = True
        self.show_preview(self.hits.current)

    def _row(self, name: str) -> ListRow:
        theme = self.app.available_themes[name]
        marks = "in force" if name == self._before else "closeread" if name in OUR_THEMES else ""
        right: tuple[Run, ...] = ((f"  {marks}", "key"), (f"  {kind_of(theme):<10} ", "muted"))
        return ListRow((RowLine(((name, ""),), right),), name)

    def show_preview(self, row: ListRow | None) -> None:
        """Show the desk in the theme of the row."""
        if self._shows and row is not None and self.app.theme != row.key:
            self.app.theme = row.key

    def show_foot(self, total: int | None = None) -> None:
        """The keys alone: the frame counts the themes, and the list is as narrow as a panel."""
        self.foot.left = self.foot_keys()

    def foot_keys(self) -> tuple[Run, ...]:
        """The keys shown below the list."""
        return (
            ("  Enter", "key"), (" keep ", "muted"),
            ("  ↑ ↓", "key"), (" try ", "muted"),
            ("  Esc", "key"), (" back ", "muted"),
        )  # fmt: skip

    def answer(self, row: ListRow) -> str:
        """The theme's name."""
        return row.key

    def leave(self, answer: str | None = None) -> None:
        """Keep the chosen theme, or restore the one that was in force."""
        if not self._is_left:
            self._shows = False
            wanted = answer or self._before
            if self.app.theme != wanted:
                self.app.theme = wanted
        super().leave(answer)


def kind_of(theme: Theme) -> str:
    """What kind of colours a theme has, in a word or two."""
    if theme.ansi:
        return "16 colours"
    return "dark" if theme.dark else "light"


def matching_themes(query: str, themes: Mapping[str, Theme]) -> list[str]:
    """The names of the themes whose name or kind holds every typed word, ours first."""
    words = fold(query).split()
    found = [
        name
        for name, theme in themes.items()
        if all(word in fold(f"{name} {kind_of(theme)}") for word in words)
    ]
    ours = [name for name in OUR_THEMES if name in found]
    return ours + sorted(name for name in found if name not in OUR_THEMES)
