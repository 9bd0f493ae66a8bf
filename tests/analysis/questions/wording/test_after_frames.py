"""Questions of forms that have words only where a certain frame found them.

In each text the word a form starts from stands in [ ], who acts in < >, what it is about in { }.
"""

from __future__ import annotations

import pytest

from tests.analysis.questions.wording.conftest import Worded
from tui.analysis.questions.question_candidates import Form
from tui.analysis.rules import QuestionRule as Rule

_CONSIDERED = (Form.TOPIC, Rule.BEING_CONSIDERED)
_REVIEWED = (Form.FATE, Rule.BEING_CONSIDERED)
_SETTLED = (Form.FATE, Rule.NOT_SETTLED)
_FACED = (Form.TOPIC, Rule.FACED)
_LOOKED_INTO = (Form.KNOWN, Rule.BEING_LOOKED_INTO)
_UNDER_WAY = (Form.KNOWN, Rule.INQUIRY_UNDER_WAY)
_CONTEST = (Form.WINNER, Rule.CLOSE_CONTEST)
_TALKS = (Form.RESULT, Rule.TALKS_HELD)
_YET_TO_BE_DONE = (Form.FATE, Rule.YET_TO_BE_DONE)
_TO_BE_RULED_ON = (Form.FATE, Rule.TO_BE_RULED_ON)
_NOBODY_KNOWS = (Form.TOPIC, Rule.NOBODY_KNOWS)

ASKED = [
    # What is weighed will be decided on.
    (
        _CONSIDERED,
        "The <council> is considering the {[sale]} of the pier.",
        "What will the council decide on the sale of the pier?",
    ),
    (
        _CONSIDERED,
        "The <council> is looking at the {[idea]} of a levy on boats.",
        "What will the council decide on the idea of a levy on boats?",
    ),
    # Whoever weighs it, and one of several who do, decides no less.
    (
        _CONSIDERED,
        "We are considering the {[sale]} of the pier.",
        "What will be decided on the sale of the pier?",
    ),
    (
        _CONSIDERED,
        "The <council> and the port are considering the {[sale]} of the pier.",
        "What will be decided on the sale of the pier?",
    ),
    (
        _REVIEWED,
        "The coastal [rules] of the town are being reviewed.",
        "What will be decided on the coastal rules of the town?",
    ),
    # A trial ends in one of two ways, and so does an appeal.
    (_SETTLED, "Ann [Holm] is on trial for fraud.", "Will Ann Holm be convicted?"),
    (_FACED, "Ann <Holm> will face a {[trial]} in May.", "Will Ann Holm be convicted?"),
    (_FACED, "The two <clerks> face criminal {[charges]}.", "Will the two clerks be convicted?"),
    (
        _FACED,
        "The <owners> will appeal against the {[ruling]}.",
        "Will the owners' appeal against the ruling succeed?",
    ),
    (
        _FACED,
        "The <bank> can appeal against the {[ruling]}.",
        "Will the bank appeal against the ruling?",
    ),
    # What is looked into will be found out.
    (
        _LOOKED_INTO,
        "The police are investigating the [theft] of the crown.",
        "What will the police find out about the theft of the crown?",
    ),
    (
        _LOOKED_INTO,
        "The [theft] of the crown is being investigated.",
        "What will be found out about the theft of the crown?",
    ),
    (
        _UNDER_WAY,
        "The port has opened an inquiry into the [theft] of the crown.",
        "What will the inquiry into the theft of the crown find?",
    ),
    # Which contest it is stands with it.
    (
        _CONTEST,
        "They are locked in a tight [race] in Norland.",
        "Who will win the tight race in Norland?",
    ),
    (_CONTEST, "The [race] for the north is close.", "Who will win the race for the north?"),
    # Talks and matters that the text names, and what is not known of one.
    (
        _TALKS,
        "They will hold [talks] on the border.",
        "What will come of talks on the border?",
    ),
    (
        _YET_TO_BE_DONE,
        "The long [dispute] over the pier has yet to be settled.",
        "What will be decided on the long dispute over the pier?",
    ),
    (
        _NOBODY_KNOWS,
        "The full [cost] of the pier is not known.",
        "What is the full cost of the pier?",
    ),
]

GIVEN_UP = [
    # Nobody who decides, or what was considered and may be no longer.
    (_CONSIDERED, "The <recipe> considers the {[taste]} of the pie."),
    (_CONSIDERED, "The <council> had been considering the {[sale]} of the pier."),
    (_CONSIDERED, "The <council> is looking at the {[sea]} below the pier."),
    (_REVIEWED, "The [board] is being reviewed."),
    (_REVIEWED, "[Plans] are being reviewed."),
    (_SETTLED, "The [pier] is under threat."),
    # A charge may be a club's; an inquiry that is faced ends in more ways than two.
    (_FACED, "The <club> faces a {[charge]} of misconduct."),
    (_FACED, "The <club> faces an {[inquiry]}."),
    (_LOOKED_INTO, "The parties are debating the [theft] of the crown."),
    (_LOOKED_INTO, "A judge should look into the [theft] of the crown."),
    (_LOOKED_INTO, "The police are investigating the [owner] about the fire."),
    (_UNDER_WAY, "The port held an inquiry into the [theft] of the crown."),
    (_UNDER_WAY, "They want the port to open an inquiry into the [fire]."),
    (_UNDER_WAY, "The port opened an inquiry into [claims] the owner lied."),
    (_CONTEST, "They are locked in a tight [race]."),
    (_CONTEST, "They are neck and [neck] in Norland."),
    # Which talks, when they are over, what is done and not decided, no measure, or of nothing.
    (_TALKS, "They will hold [talks]."),
    (_TALKS, "They held [talks] on the border."),
    (_TALKS, "They have held [talks] on the border."),
    (_YET_TO_BE_DONE, "The long [hull] of the ferry has yet to be painted."),
    (_TO_BE_RULED_ON, "The [vote] in the north will be decided on the price of coal."),
    (_CONSIDERED, "We are discussing the {[sale]} with the port."),
    (_NOBODY_KNOWS, "The full [crew] of the ferry is not known."),
    (_NOBODY_KNOWS, "The full [cost] is not known."),
]

Found = tuple[Form, Rule]


@pytest.mark.parametrize(("found", "text", "question"), ASKED, ids=[row[1] for row in ASKED])
def test_what_a_frame_found_is_asked(
    worded: Worded, found: Found, text: str, question: str
) -> None:
    form, rule = found
    assert worded(form, text, rule) == question


@pytest.mark.parametrize(("found", "text"), GIVEN_UP, ids=[row[1] for row in GIVEN_UP])
def test_what_no_question_says_in_full_is_given_up(worded: Worded, found: Found, text: str) -> None:
    form, rule = found
    assert worded(form, text, rule) is None


def test_form_has_no_words_where_another_frame_found_it(worded: Worded) -> None:
    text = "The <council> is considering the {[sale]} of the pier."
    assert worded(Form.TOPIC, text, Rule.DENIED) == ""
