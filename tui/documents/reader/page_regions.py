"""What of a page is content by where it stands: everything but menus, margins and forms.

Simple and linear in the length of a page. It takes more than an extractor does, and is for pages
that are no article: threads of a forum, lists, products.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.documents.pattern import pattern
from tui.documents.reader.markup_names import HEADINGS
from tui.documents.reader.markup_pieces import Run
from tui.documents.reader.markup_tree import Element, name_of

_MARGINS = frozenset({"nav", "footer", "aside", "dialog", "menu", "search"})
_MARGIN_ROLES = frozenset(
    {
        "alert", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar",
        "navigation", "search", "toolbar",
    }
)  # fmt: skip
_MARGIN_NAMES = pattern(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|side-?bar|footer|bread-?crumbs?|cookies?|consent|"
    r"gdpr|pop-?up|modal|newsletter|subscri\w+|social|shar(?:e|ing)|related|recommend\w*|"
    r"advert\w*|sponsor\w*|pagination|pager|login|masthead|skip-link)(?=$|[\s_-])",
    re.IGNORECASE,
)
_MAIN = ("main", "article")
_LINK = 0.8
"""Share of a run that is linked when it is a link and little else."""
_LIST_OF_LINKS = 0.35
"""Share of the words of a page from which on links are what it is there for."""
_LONGEST = 300
"""Code points of the names of an element that are looked at."""
_DEEPEST = 60
"""Elements around a run that are looked at."""


def content_runs(runs: Sequence[Run]) -> frozenset[int]:
    """The numbers of the runs that stand in no margin of the page."""
    regions = _Regions()
    inside = [
        number
        for number, run in enumerate(runs)
        if not run.is_caption and not regions.is_margin(run.element)
    ]
    letters = sum(len(runs[number].words) for number in inside)
    linked = sum(len(runs[number].words) * runs[number].linked for number in inside)
    if linked >= _LIST_OF_LINKS * letters:
        return frozenset(inside)
    return frozenset(number for number in inside if not _is_link(runs[number]))


def _is_link(run: Run) -> bool:
    return run.linked >= _LINK and name_of(run.element) not in HEADINGS


class _Regions:
    """Which elements lie in a margin; each is looked at once."""

    def __init__(self) -> None:
        self._known: dict[Element, bool] = {}

    def is_margin(self, element: Element) -> bool:
        """Whether an element is a margin or lies in one."""
        path: list[Element] = []
        around: Element | None = element
        while around is not None and around not in self._known and len(path) < _DEEPEST:
            path.append(around)
            if _is_margin(around):
                break
            around = around.getparent()
        verdict = (around is not None and self._known.get(around, False)) or (
            bool(path) and _is_margin(path[-1])
        )
        for each in path:
            self._known[each] = verdict
        return verdict


def _is_margin(element: Element) -> bool:
    name = name_of(element)
    if name in ("html", "body", *_MAIN):
        return False
    if name in _MARGINS or element.get("role", "") in _MARGIN_ROLES:
        return True
    if name == "header" and not any(
        name_of(a) in ("article", "main") for a in element.iterancestors()
    ):
        return True
    names = f"{element.get('class', '')[:_LONGEST]} {element.get('id', '')[:_LONGEST]}"
    return _MARGIN_NAMES.search(names) is not None
