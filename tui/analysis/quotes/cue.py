"""A word that attributes something, as the parse shows it."""

from __future__ import annotations

from dataclasses import dataclass

from tui.analysis.lexicons.reporting import Takes
from tui.analysis.quotes.source_spans import Source
from tui.analysis.rules import QuoteRule


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes, with its source and the tokens that go with it."""

    head: int
    """The verb, noun or "according"."""
    tokens: tuple[int, int]
    """The cue itself as half-open token numbers ("pointed out", "according to")."""
    takes: Takes
    """What can hold the words attributed."""
    source: Source | None
    """Who they are attributed to; `None` when the clause does not say."""
    frame: tuple[int, int]
    """Cue with source (if it stands beside it), hearer, adverbs: never part of the content."""
    is_inverted: bool
    """Whether the source stands right after the verb ("said Ann")."""
    rule: QuoteRule
    """The construction."""

    @property
    def is_passive(self) -> bool:
        """Whether its subject is who or what is spoken of."""
        return self.rule in {QuoteRule.PASSIVE, QuoteRule.PASSIVE_WITH_BY}
