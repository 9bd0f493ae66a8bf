"""Words for wanting another to act, and for what something depends on."""

from __future__ import annotations

from tui.analysis.lexicons import words

DEMANDING = words(
    """
    demand urge press call insist require request implore beg persuade pressure push lobby
    campaign plead appeal petition
    """
)
"""What a party does that wants another to act."""

ADVISING = words("recommend advise")
"""What a party does that has no say over another, but knows better."""

ASKING_FOR = words("call press push lobby campaign plead appeal petition")
"""Those of them that take what is wanted with "for"."""

DEMAND_NOUNS = words("call demand pressure plea appeal ultimatum petition")
"""Nouns for what a party wants of another."""

DEPENDING = words("depend hinge rest conditional contingent dependent")
"""Words for what will be only if something else is."""

MORE_NOUNS = words(
    "progress time work evidence information research action proof step support talk test study"
)
"""What more is needed of where a matter stays open."""
