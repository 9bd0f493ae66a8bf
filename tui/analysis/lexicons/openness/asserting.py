"""Words for putting something forward as so, and for contradicting it."""

from __future__ import annotations

from tui.analysis.lexicons import words

ASSERTING = words(
    """
    say claim insist maintain argue allege assert contend report state accuse tell believe deny
    charge suggest blame
    """
)
"""Verbs that put something forward as so."""

ACCUSING = words(
    "accuse allege allegation accusation charge claim blame suspect suspicion rumour rumor sue"
)
"""Verbs and nouns that lay something to somebody."""

ACCOUNTS = words("account version report statement story testimony claim figure estimate")
"""Nouns for what somebody tells of an event."""

CONFLICTING = words(
    "conflicting contradictory differing conflict contradict differ diverge vary competing rival"
)
"""What accounts are, or do, that cannot all be true."""

DENYING = words("deny dispute refute rebut contest")
"""Verbs that say something asserted is not so."""

DISMISSING = words("dismiss reject rubbish repudiate contradict question challenge")
"""The same, but only of an assertion."""

CLAIM_NOUNS = words(
    """
    claim allegation accusation report charge suggestion rumour rumor assertion involvement
    wrongdoing responsibility plan collusion link role knowledge speculation account version
    """
)
"""Nouns for what may be true or not."""

FALSE = words(
    """
    false untrue baseless unfounded groundless incorrect inaccurate misleading nonsense lie
    fabrication fabricated rubbish smear absurd ridiculous implausible fiction propaganda
    """
)
"""Predicates of an assertion that somebody contradicts."""

REFUSED_NOUNS = words(
    """
    access entry visa bail request right chance opportunity service permission asylum treatment
    existence parole pleasure citizenship application motion permit licence license credit
    """
)
"""What one is denied rather than denies."""

BELIEVING = words("believe think suspect allege rumour rumor report say suppose understand")
"""In the passive, these put forward what is not known."""
