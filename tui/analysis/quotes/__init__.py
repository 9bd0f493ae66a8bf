"""Who said what in a text."""

from tui.analysis.quotes.quote_extractor import find_quotes

__all__ = ["find_quotes"]
