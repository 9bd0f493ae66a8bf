"""Words for not knowing, finding out, asking and searching."""

from __future__ import annotations

from tui.analysis.lexicons import words

KNOWING = words(
    "know understand comprehend fathom grasp explain remember recall tell say see learn"
)
"""Negated, with an embedded question, these say that nobody knows."""

FINDING_OUT = words(
    """
    determine ascertain establish discern discover learn identify verify confirm clarify pinpoint
    find figure work understand gauge assess know tell locate trace explain predict decipher
    settle reveal judge see authenticate
    """
)
"""What somebody tries to do who does not know."""

INQUIRING = words("investigate probe wonder debate question examine explore inquire enquire look")
"""With an embedded question, these say that it is being looked into."""

STRIVING = words(
    "try struggle seek work hope aim attempt strive want wait scramble need race keen eager puzzle"
)
"""What leads to finding out without having found."""

INCAPABLE = words("unable fail unsure impossible difficult hard powerless struggle")
"""What keeps somebody from knowing or saying."""

ESTABLISHING = words("establish determine ascertain pinpoint trace")
"""What is done to a fact that is then known; in the negated passive, it is not."""

LINGERING = words(
    "remain surround linger persist hang swirl arise mount grow shroud abound exist emerge"
)
"""What open questions and fears do."""

UNCLEAR = words(
    """
    unclear unknown uncertain unresolved unanswered unsolved unexplained undetermined undecided
    unsettled inconclusive mysterious murky sketchy mystery doubtful unconfirmed
    """
)
"""Predicates that call their subject open."""

CLEAR = words("clear certain sure known obvious evident convinced")
"""Predicates that do so when negated."""

QUESTION_NOUNS = words(
    "question doubt uncertainty mystery puzzle debate confusion riddle dispute disagreement"
)
"""Nouns whose complement is an open question."""

INSIGHT_NOUNS = words(
    """
    insight idea clue inkling indication explanation knowledge clarity certainty evidence
    consensus hint word sign information guess
    """
)
"""Nouns for what is missing where somebody does not know."""

RUMOUR_NOUNS = words("rumour rumor speculation theory suspicion hypothesis conjecture")
"""Nouns for what is said without being known."""

RUMOUR_VERBS = words("speculate theorise theorize hypothesise hypothesize suspect conjecture")
"""Verbs that put forward what is not known."""

DIVIDED = words("divide divided split disagree differ unsure undecided")
"""What parties are, or do, over a question they have not settled."""

RAISING = words("raise spark prompt fuel cast stir trigger provoke face leave pose reignite renew")
"""What is done to questions, doubts and fears that come up."""

BAFFLED = words("baffled puzzled perplexed mystified stumped baffle puzzle perplex mystify stump")
"""States, and verbs that cause them, of those who look for an explanation."""

SEARCHING = words("investigate search hunt probe")
"""What is done as long as somebody or something is not found."""

INQUIRY_NOUNS = words("investigation inquiry enquiry probe inquest search hunt manhunt autopsy")
"""Nouns for looking into something until it is found out."""

TRACES = words("trace lead survivor suspect clue contact news")
"""What there is none of as long as nothing is found out or heard."""

OPENING = words("launch open begin start order conduct continue hold demand announce lead join")
"""What is done to an inquiry that has not yet found out."""

MEASURED_NOUNS = words("figure number total amount size scale toll cost damage impact effect value")
"""Nouns for how much or how many."""

CAUSE_NOUNS = words("cause motive reason origin extent identity source motivation whereabouts")
"""Nouns that stand for a wh-word: the cause is why, the identity is who."""
