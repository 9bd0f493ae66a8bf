"""Questions made of a clause, turned round.

In each text the word a form starts from stands in [ ], who acts in < >, what it is about in { }.
"""

from __future__ import annotations

import pytest

from tests.analysis.questions.wording.conftest import Worded
from tui.analysis.questions.question_candidates import Form

ASKED = [
    (Form.INDIRECT, "Nobody knows where the gold [is].", "Where is the gold?"),
    (Form.INDIRECT, "Nobody knows who [sank] the ferry.", "Who sank the ferry?"),
    (
        Form.INDIRECT,
        "Nobody knows which of the guards [opened] the gate.",
        "Which of the guards opened the gate?",
    ),
    (Form.INDIRECT, "Nobody knows why the ferry had [sunk].", "Why did the ferry sink?"),
    (Form.INDIRECT, "Nobody knows why the ferry had been [sold].", "Why was the ferry sold?"),
    (Form.INDIRECT, "Nobody knows whether there [is] oil.", "Is there oil?"),
    (
        Form.INDIRECT,
        "The board knows how to [raise] the wreck.",
        "How will the board raise the wreck?",
    ),
    (Form.INDIRECT, "Nobody knows what the king might [do].", "What will the king do?"),
    (Form.INDIRECT, "Nobody knows why the gate did not [open].", "Why did the gate not open?"),
    (
        Form.INDIRECT,
        "Asked whether he would [resign], the governor smiled.",
        "Will the governor resign?",
    ),
    (
        Form.INDIRECT,
        "The vote decides whether the island [joins] the union.",
        "Will the island join the union?",
    ),
    (Form.INDIRECT, "Nobody knows exactly how many sheep [drowned].", "How many sheep drowned?"),
    (Form.EVENT, "The dam could [burst] in spring.", "Will the dam burst in spring?"),
    (Form.EVENT, "The mill could be [sold] to a rival.", "Could the mill be sold to a rival?"),
    (Form.EVENT, "The toll could [rise].", "How high will the toll rise?"),
    (Form.EVENT, "The bill could [be] higher.", "How high will the bill be?"),
    (Form.EVENT, "The mayor may be [lying] about the sale.", "Is the mayor lying about the sale?"),
    (Form.EVENT, "The dam may already [be] unsafe.", "Is the dam unsafe?"),
    (Form.EVENT, "There could [be] a war.", "Could there be a war?"),
    # A condition stays, and stands behind.
    (
        Form.EVENT,
        "If the rains fail, the mill will [close].",
        "Will the mill close if the rains fail?",
    ),
    (
        Form.EVENT,
        "The mill will [close] unless the rains come.",
        "Will the mill close unless the rains come?",
    ),
    # May be so today or one day: "could" asks after both; what is able to, or must, will.
    (Form.EVENT, "The tag may be [linked] to a firm.", "Could the tag be linked to a firm?"),
    (Form.EVENT, "The ring might [be] a fake.", "Could the ring be a fake?"),
    (Form.EVENT, "The heirs may [have] other plans.", "Could the heirs have other plans?"),
    (Form.EVENT, "The two could be [meeting] in May.", "Could the two be meeting in May?"),
    (Form.EVENT, "The mayor may [be] able to win.", "Will the mayor be able to win?"),
    (Form.EVENT, "The mill will be [sold].", "Will the mill be sold?"),
    (Form.EVENT, "The mill may have to be [sold].", "Will the mill have to be sold?"),
    (Form.EVENT, "The road will [do] little to help the town.", "Will the road help the town?"),
    (Form.EVENT, "The strike could [spell] the end of the line.", "Will the line come to an end?"),
    (
        Form.EVENT,
        "The delay could [cost] the town millions.",
        "How much will the delay cost the town?",
    ),
    (Form.EVENT, "Up to 300 jobs could [vanish].", "How many jobs will vanish?"),
    (Form.EVENT, "The town may have to [sell] the mill.", "Will the town have to sell the mill?"),
    (Form.FACT, "The bank denied that it [sold] the mill.", "Did the bank sell the mill?"),
    (Form.FACT, "The clerk may have [taken] the ring.", "Did the clerk take the ring?"),
    (Form.FACT, "The ring may have been [taken].", "Was the ring taken?"),
    (Form.FACT, "The clerk may have [been] a spy.", "Was the clerk a spy?"),
    (Form.FACT, "There are fears that the bank is [hiding] a loss.", "Is the bank hiding a loss?"),
    (
        Form.FACT,
        "There are fears that the bank may be [hiding] a loss.",
        "Is the bank hiding a loss?",
    ),
    (
        Form.LEFT_OUT,
        "The firm [closed] the mill but did not say {why}.",
        "Why did the firm close the mill?",
    ),
    (Form.FACT, "The <clerk> denied [taking] the ring.", "Did the clerk take the ring?"),
    (Form.FACT, "The <clerk> denied [being] a spy.", "Was the clerk a spy?"),
    (
        Form.INDIRECT,
        "The <firm> said what it would [do] if the talks fail.",
        "What will the firm do if the talks fail?",
    ),
    (
        Form.EVENT,
        "The planned sale of the old ferries of Tarn to a bank could [spark] a wave of sales.",
        "Will the planned sale spark a wave of sales?",
    ),
    (Form.FACT, "The <ring> is said to have been [stolen].", "Was the ring stolen?"),
    (Form.FACT, "The <clerk> denied having [taken] the ring.", "Did the clerk take the ring?"),
    (Form.EVENT, "It is possible that the mill was [sold].", "Was the mill sold?"),
    (Form.EVENT, "Norland may [enter] the port openly.", "Will Norland enter the port openly?"),
    (
        Form.EVENT,
        "The town may [sell] the mill after its owner died.",
        "Will the town sell the mill?",
    ),
]

GIVEN_UP = [
    (Form.INDIRECT, "Nobody knows how to [raise] the wreck."),
    (Form.INDIRECT, "Nobody knows whether they [left]."),
    (Form.EVENT, "It could [say] so."),
    (Form.EVENT, "The note that he could [leave] was lost."),
    (Form.EVENT, "[Sell] the mill."),
    (Form.FACT, "There are rumours that the king [said] so."),
    (Form.LEFT_OUT, "[Closing] the mill, the firm did not say {why}."),
    # Who acts stands behind a relative pronoun, or nothing is meant by "it".
    (Form.EVENT, "The sale of a mill that could [harm] the town is near."),
    (Form.EVENT, "The bank fears that it would [be] an insult."),
    (Form.EVENT, "A town whom the mayor needs to [win] over is near."),
    # Something would be lost: how far, only, what it is about.
    (Form.EVENT, "The mayor may be [going] too far."),
    (Form.EVENT, "The mayor could only [gain] from the sale."),
    (Form.INDIRECT, "Nobody knows what [beer] is about."),
    (Form.INDIRECT, "Nobody knows when the mill will [be] back up again."),
    (Form.INDIRECT, "We will see if the mayor [does]."),
    (Form.INDIRECT, "Nobody knows how often the mayor will [be] there."),
    (Form.EVENT, "The mill costs more than its owner may [pay]."),
    # No question and no plan joins a pact.
    (Form.INDIRECT, "A referendum on whether to [join] the pact was held."),
    # A time and not a question; how it is, read with the noun; what is concluded; what is over.
    (Form.INDIRECT, "The sale was discussed when the mayor [visited] the mill."),
    (Form.EVENT, "The mill looks set to have [lost] money."),
    (Form.FACT, "There are rumours that the clerk must have [taken] the ring."),
    # Which drivers, whose fever, which deed: the question would be about others.
    (Form.EVENT, "Drivers who drink could be [banned]."),
    (Form.EVENT, "It is feared that their fever will [spread]."),
    (
        Form.EVENT,
        "They said that reopening the Tarn line, which could [cost] a million, would be a help.",
    ),
    (Form.EVENT, "They are blamed for how money is spent and may [be] late."),
    # A condition that does not fit is not left out.
    (
        Form.EVENT,
        "The mill will [close] if the two old banks in the north of Tarn refuse to lend the owners "
        "more money.",
    ),
    # One of two subjects.
    (Form.FACT, "There are fears that the mill and the quay in the north of Tarn [lost] money."),
]


@pytest.mark.parametrize(("form", "text", "question"), ASKED, ids=[row[1] for row in ASKED])
def test_clause_is_asked_in_its_own_tense(
    worded: Worded, form: Form, text: str, question: str
) -> None:
    assert worded(form, text) == question


@pytest.mark.parametrize(("form", "text"), GIVEN_UP, ids=[row[1] for row in GIVEN_UP])
def test_clause_in_which_nobody_acts_is_no_question(worded: Worded, form: Form, text: str) -> None:
    assert worded(form, text) is None
