"""Words for making an end of a matter: deciding, allowing, suing, meeting, delaying."""

from __future__ import annotations

from tui.analysis.lexicons import words

REVIEW_NOUNS = words(
    """
    review investigation consideration discussion negotiation inquiry examination debate
    """
)
"""What a matter stands under as long as it is open."""

DECIDING = words(
    """
    decide determine choose settle agree announce set finalise finalize name schedule resolve
    approve sign confirm rule commit reach select ratify specify pick appoint fix vote complete
    define outline unveil
    """
)
"""What makes an end of a matter; negated or yet to come, the matter is open."""

CONSIDERING = words(
    "consider weigh mull contemplate ponder review debate study deliberate negotiate discuss"
)
"""What is done about a matter not yet decided."""

PENDING = words("await pend")
"""Verbs of waiting for a decision."""

DECISION_NOUNS = words(
    """
    decision ruling verdict vote result outcome approval appeal hearing trial sentencing sentence
    inquest inquiry investigation deal agreement confirmation extradition referendum judgment
    judgement review probe consultation negotiation talk
    """
)
"""Nouns for what decides a matter."""

RULING = words("decide rule vote choose determine announce approve consider")
"""What an authority does that makes an end of a matter."""

DELAYING = words("postpone delay suspend adjourn shelve defer stall")
"""What puts a decision off."""

SUING = words("sue petition appeal challenge")
"""What puts a matter before a court."""

LAWSUIT_NOUNS = words("lawsuit suit case complaint appeal claim petition challenge action")
"""Nouns for what is before a court."""

COURT_ORDERS = words(
    "stop block halt prevent ban bar overturn suspend quash annul lift delay force compel evict"
)
"""What a court does when somebody has gone to it for that."""

FILING = words("file lodge launch bring take start begin mount pursue prepare")
"""What is done to put it there."""

PASSING = words(
    """
    approve pass agree succeed ratify convict elect adopt confirm grant accept endorse implement
    enact win
    """
)
"""What happens to a plan, candidate or defendant one way or the other."""

PASSED = words("successful guilty success feasible viable available possible true")
"""The same as predicates."""

ASSENT_NOUNS = words(
    """
    approval consent backing support permission clearance ratification signature licence license
    agreement endorsement assent authorisation authorization
    """
)
"""What a plan needs of somebody who may withhold it."""

NEEDING = words("need require subject conditional contingent dependent")
"""Verbs and predicates of what waits for assent."""

PROCEEDINGS = words("talk negotiation trial vote election hearing inquest appeal referendum case")
"""What goes on until it comes out one way or another."""

HEIR_NOUNS = words("successor replacement nominee candidate winner heir")
"""Nouns for who is yet to be found for a place."""

SOUGHT_NOUNS = HEIR_NOUNS | words("buyer owner partner investor chairman manager coach tenant")
"""Nouns for whom one looks for: who it will be is open."""

APPROVED_NOUNS = words(
    """
    request application proposal plan bid offer motion bill measure deal petition appeal ban
    merger takeover purchase sale reform amendment treaty
    """
)
"""Nouns for what an authority approves or not."""

SCHEDULE_NOUNS = words("schedule date timetable timeline timeframe deadline calendar timing")
"""Nouns for when something will be."""

MEETING_NOUNS = words(
    """
    talk meeting negotiation summit session round election vote hearing conference visit trial
    game launch funeral wedding inauguration ceremony match poll debate congress referendum
    inquest concert
    """
)
"""Events that are held."""

READY = words("ready willing prepared able inclined")
"""Predicates of somebody about to act; negated, they have not."""

STANDING = {
    "in doubt": "unknown",
    "in question": "unknown",
    "in dispute": "unknown",
    "in limbo": "undecided",
    "in balance": "undecided",
    "on hold": "undecided",
    "on table": "undecided",
    "on trial": "undecided",
    "in air": "undecided",
    "in jeopardy": "outcome",
    "in danger": "outcome",
    "in peril": "outcome",
    "at risk": "outcome",
    "at stake": "outcome",
    "on brink": "outcome",
    "on verge": "outcome",
    "under threat": "outcome",
}
"""States that last until something is settled, with the kind of question they leave."""

FACED_NOUNS = words(
    """
    trial charge extradition deportation inquiry vote lawsuit impeachment ban investigation probe
    claim challenge hearing suit
    """
)
"""What one faces as long as nobody has decided."""

SETTLED_BY = words("decide determine settle rule announce choose")
"""What is done to a matter by those with whom it lies."""

JUDGES = words("court judge jury tribunal committee parliament senate voter shareholder vote")
"""Those before whom a matter is put."""

GOING_ON = words(
    """
    begin start continue resume hold take open be enter break collapse stall fail reopen restart
    lead conduct schedule postpone focus
    """
)
"""What is done to talks, or what they do, as long as they have not ended."""

CONTESTS = words("race heat contest tie battle fight election primary vote neck campaign")
"""Nouns for what several want to win, and for standing level in it."""

CLOSE = words("tight close dead virtual statistical neck razor-thin narrow")
"""What a contest is called that anybody may win yet."""

GRANTED_NOUNS = words(
    """
    extradition deportation release return repatriation resignation removal ouster asylum pardon
    recognition independence autonomy refund compensation retrial delay apology investigation
    inquiry meeting audit recount
    """
)
"""Nouns for what one asks for and another may grant."""

STALLED = words("stalled deadlocked stall deadlock frozen")
"""Predicates of what has come to a stop undecided."""

RELUCTANT = words("reluctant wary hesitant unwilling loath")
"""Predicates of somebody who may or may not act."""
