"""Words for keeping something back, and for what somebody means to do."""

from __future__ import annotations

from tui.analysis.lexicons import words

DECLINING = words("decline refuse")
"""What somebody does who knows and does not tell."""

TELLING = words(
    """
    say comment disclose give confirm identify reveal specify elaborate discuss name provide
    answer respond explain release detail offer address tell describe clarify speculate divulge
    """
)
"""What is declined by somebody who withholds."""

ANSWERING = words("comment respond reply elaborate answer")
"""What somebody does when asked: a clause with "when" after these is not a question."""

GUARDED = words("silent mum tight-lipped secretive guarded")
"""Predicates of somebody who has the answer and keeps it."""

DISCLOSING = words(
    """
    disclose reveal release specify name identify publish divulge elaborate detail comment respond
    clarify
    """
)
"""Negated, these say that something is withheld, whatever their object."""

DETAIL_NOUNS = words(
    "detail comment word information explanation response announcement statement reason"
)
"""Nouns for what is withheld when there is none of it."""

REQUEST_NOUNS = words("request question call email message inquiry enquiry")
"""What is left without an answer."""

WITHHELD_NOUNS = words("detail term name reason age nationality identity price value content size")
"""Properties of a matter that are given out or kept back."""

INTENTION_NOUNS = words("intention intent motive motivation plan aim goal ambition thinking agenda")
"""Nouns for what somebody means to do."""

VAGUE = words(
    """
    vague coy evasive ambiguous noncommittal cagey silent guarded secretive ambivalent mum cryptic
    """
)
"""Predicates of somebody who does not let out what they mean to do."""

DOUBTING = words(
    "sceptical skeptical doubtful dubious doubt sceptic skeptic scepticism skepticism unconvinced"
)
"""Attitudes to what may not be so."""

SECRET = words("secret confidential classified undisclosed")
"""Predicates of what is kept from the public."""
