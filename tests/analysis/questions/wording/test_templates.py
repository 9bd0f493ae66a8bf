"""Questions made of a fixed frame and noun phrases: when will X be held, what is its cause.

In each text the word a form starts from stands in [ ], who acts in < >, what it is about in { }.
"""

from __future__ import annotations

import pytest

from tests.analysis.questions.wording.conftest import Worded
from tui.analysis.questions.question_candidates import Form

ASKED = [
    (
        Form.SAYS,
        "The <mayor> declined to [comment] on the {sale}.",
        "What does the mayor say about the sale?",
    ),
    (
        Form.SAYS,
        "A <spokesman> for Nokia declined to [comment] on the {raid}.",
        "What does Nokia say about the raid?",
    ),
    (
        Form.SAYS,
        "The <nurses> declined to [comment] on the {plan}.",
        "What do the nurses say about the plan?",
    ),
    (
        Form.INTENDS,
        "The <regent>'s [plans] for the north are unclear.",
        "What does the regent intend for the north?",
    ),
    (Form.INTENDS, "The <rebels>' [plans] are unclear.", "What do the rebels intend?"),
    (Form.WHERE, "Two [climbers] are missing.", "Where are two climbers?"),
    (Form.WHERE, "The [crown] is missing.", "Where is the crown?"),
    (Form.WHERE, "Of the crew, [two] are missing.", "Where are the two missing?"),
    (Form.EXISTENCE, "The union demanded a [recount].", "Will there be a recount?"),
    # What will not just be there is given to whoever asks for it.
    (
        Form.EXISTENCE,
        "The union demanded higher [pay].",
        "Will the demand for higher pay be met?",
    ),
    (
        Form.EXISTENCE,
        "The union called for the [removal] of the chairman.",
        "Will the call for the removal of the chairman be heeded?",
    ),
    (
        Form.COURT,
        "The <singer> is [suing] the {paper}.",
        "Will the singer's suit against the paper succeed?",
    ),
    (
        Form.RESUMES,
        "The stalled [talks] on the border go on.",
        "Will the talks on the border resume?",
    ),
    (
        Form.BLAME,
        "Nobody claimed [responsibility] for the {fire}.",
        "Who is responsible for the fire?",
    ),
    (Form.WHY, "The [cause] of the fire is unknown.", "What is the cause of the fire?"),
    (Form.WHY, "[Terms] of the sale were not given.", "What are the terms of the sale?"),
    (Form.RULES, "No [decision] was made on the {pier}.", "What will be decided on the pier?"),
    (Form.RULES, "No [deal] was made on the {pier}.", "Will there be a deal on the pier?"),
    (
        Form.RULES,
        "No [agreement] was made on the {pier}.",
        "Will there be an agreement on the pier?",
    ),
    (Form.RULES, "No [verdict] was given on the {pier}.", "What will be the verdict on the pier?"),
    (
        Form.RULES,
        "The <jury> has given no [verdict] on the {theft}.",
        "How will the jury rule on the theft?",
    ),
    (
        Form.RULES,
        "The <board> has made no [decision] on the {pier}.",
        "What will the board decide on the pier?",
    ),
    (
        Form.RULES,
        "The two <sides> have made no [deal] on the {pier}.",
        "Will the two sides reach a deal on the pier?",
    ),
    (Form.COURT, "The {<clerk>} [pleaded] not guilty.", "Will the clerk be convicted?"),
    (Form.SCHEDULE, "No [date] has been set for the trial.", "When will the trial be held?"),
    (Form.SCHEDULE, "No [date] has been set for the wedding.", "When will the wedding be held?"),
    (
        Form.SCHEDULE,
        "No [deadline] was set for the repairs.",
        "What is the deadline for the repairs?",
    ),
    (Form.SCHEDULE, "The [funeral] was delayed.", "When will the funeral be held?"),
    (
        Form.SCHEDULE,
        "They want to meet for a summit again. No [date] was set.",
        "When will the next summit be held?",
    ),
    (Form.SCHEDULE, "They held a summit. No [date] was set.", "When will the summit be held?"),
    (
        Form.SCHEDULE,
        "They want to hold more talks. No [date] was set.",
        "When will further talks be held?",
    ),
    (Form.SCHEDULE, "They held talks. No [date] was set.", "When will the talks be held?"),
]

GIVEN_UP = [
    (Form.SAYS, "It was not [said]."),
    # About what is not said where the text does not say it; a thing is kept, not left unsaid.
    (Form.SAYS, "The <mayor> declined to [comment]."),
    (Form.SAYS, "The <mayor> declined to [comment] on {reports}."),
    (Form.SAYS, "The <mayor> declined to [give] back the {ring}."),
    (Form.INTENDS, "The [plans] are unclear."),
    (Form.EXISTENCE, "The union demanded the [recount]."),
    (Form.EXISTENCE, "The union sought its [share]."),
    (Form.BLAME, "Nobody claimed [responsibility]."),
    (Form.WHY, "The [cause] is unknown."),
    (Form.RULES, "No [decision] was made."),
    (Form.RULES, "The <board> held no [hearing] on the {pier}."),
    (Form.COURT, "A [lawsuit] was filed."),
    (Form.COURT, "The <singer> could [sue] the {paper}."),
    (Form.SAYS, "The letter [says] nothing of the {kind}."),
    (Form.SCHEDULE, "The [repairs] were delayed."),
    (Form.SCHEDULE, "It rained. No [date] was set."),
]


@pytest.mark.parametrize(("form", "text", "question"), ASKED, ids=[row[1] for row in ASKED])
def test_frame_is_filled_with_the_phrases_of_the_text(
    worded: Worded, form: Form, text: str, question: str
) -> None:
    assert worded(form, text) == question


@pytest.mark.parametrize(("form", "text"), GIVEN_UP, ids=[row[1] for row in GIVEN_UP])
def test_frame_with_a_part_missing_is_no_question(worded: Worded, form: Form, text: str) -> None:
    assert worded(form, text) is None
