"""All frames, by the words they test."""

from __future__ import annotations

from functools import cache

from tui.analysis.questions.frames.asked import questions_asked
from tui.analysis.questions.frames.chances import questions_of_chance
from tui.analysis.questions.frames.conditions import questions_of_condition
from tui.analysis.questions.frames.confirmation import questions_of_confirmation
from tui.analysis.questions.frames.contests import questions_of_contest
from tui.analysis.questions.frames.contingencies import questions_of_contingency
from tui.analysis.questions.frames.courts import questions_of_court
from tui.analysis.questions.frames.decisions import questions_of_decision
from tui.analysis.questions.frames.delays import questions_of_delay
from tui.analysis.questions.frames.demands import questions_of_demand
from tui.analysis.questions.frames.disputes import questions_of_dispute
from tui.analysis.questions.frames.fears import questions_of_fear
from tui.analysis.questions.frames.forecasts import questions_of_forecast
from tui.analysis.questions.frames.frame import Frame
from tui.analysis.questions.frames.hypotheses import questions_of_hypothesis
from tui.analysis.questions.frames.inquiries import questions_of_inquiry
from tui.analysis.questions.frames.intentions import questions_of_intention
from tui.analysis.questions.frames.knowledge import questions_of_knowledge
from tui.analysis.questions.frames.obligations import questions_of_obligation
from tui.analysis.questions.frames.prospects import questions_of_prospect
from tui.analysis.questions.frames.pursuits import questions_of_pursuit
from tui.analysis.questions.frames.refutations import questions_of_refutation
from tui.analysis.questions.frames.reluctance import questions_of_reluctance
from tui.analysis.questions.frames.searches import questions_of_search
from tui.analysis.questions.frames.silence import questions_of_silence
from tui.analysis.questions.frames.states import questions_of_state
from tui.analysis.questions.frames.withholding import questions_withheld

_TABLES = (
    questions_of_knowledge,
    questions_of_inquiry,
    questions_withheld,
    questions_of_silence,
    questions_of_confirmation,
    questions_of_intention,
    questions_of_dispute,
    questions_of_refutation,
    questions_of_search,
    questions_of_decision,
    questions_of_reluctance,
    questions_of_delay,
    questions_of_demand,
    questions_of_condition,
    questions_of_court,
    questions_of_contest,
    questions_of_forecast,
    questions_of_prospect,
    questions_of_contingency,
    questions_of_chance,
    questions_of_hypothesis,
    questions_of_obligation,
    questions_of_pursuit,
    questions_of_fear,
    questions_asked,
    questions_of_state,
)


@cache
def frames_by_word() -> dict[str, list[Frame]]:
    """The frames by the lemmas they test."""
    found: dict[str, list[Frame]] = {}
    for table in _TABLES:
        for frame in table():
            for word in frame.words:
                found.setdefault(word, []).append(frame)
    return found
