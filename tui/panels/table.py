"""The panels of the desk, in the order of their numbers: the one list of them."""

from __future__ import annotations

from tui.panels.entities import EntitiesPanel
from tui.panels.highlights import HighlightsPanel
from tui.panels.panel import Panel
from tui.panels.questions import QuestionsPanel
from tui.panels.quotes import QuotesPanel

ENTITIES = EntitiesPanel()
QUOTES = QuotesPanel()
QUESTIONS = QuestionsPanel()
HIGHLIGHTS = HighlightsPanel()

PANELS: tuple[Panel, ...] = (ENTITIES, QUOTES, QUESTIONS, HIGHLIGHTS)
