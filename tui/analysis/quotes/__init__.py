"""Who said what in a text."""
