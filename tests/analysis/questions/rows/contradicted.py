"""What one says and another denies."""

from __future__ import annotations

from tests.analysis.questions.rows.row import Row, Table
from tui.analysis.questions.frames import disputes, refutations

DISPUTE = (
    Row(
        "The mayor denied that the ferry was unsafe.",
        "disputed",
        "Was the ferry unsafe?",
        cues="denied",
        holder="the mayor",
        miss="The mayor did not deny that the ferry was unsafe.",
    ),
    Row(
        "The clerk rejected the allegation of bribery.",
        "disputed",
        "",
        cues="rejected allegation",
        holder="the clerk",
        miss="The clerk rejected the offer of a lift.",
    ),
    Row(
        "Police say the driver was drunk, a claim his lawyer denies.",
        "disputed",
        "Was the driver drunk?",
        cues="say denies",
        holder="the lawyer",
        miss="Police say the driver was drunk, a state his lawyer regrets.",
    ),
    Row(
        "The army says it hit a barracks, but nurses say it hit a clinic.",
        "disputed",
        "Did the army hit a barracks?",
        cues="says say",
        holder="the army",
        miss="The army says it hit a barracks, and nurses say it hit a clinic.",
    ),
    Row(
        "There are conflicting accounts of the ambush.",
        "disputed",
        "",
        cues="conflicting accounts",
        miss="There are long accounts of the ambush.",
    ),
    Row(
        "It is disputed whether the king signed the pardon.",
        "disputed",
        "Did the king sign the pardon?",
        cues="disputed",
        miss="It is said whether the king signed the pardon.",
    ),
    Row(
        "The banker is accused of hiding the loss. He denies it.",
        "disputed",
        "Did the banker hide the loss?",
        cues="denies",
        lit="He denies it",
        miss="The banker is accused of hiding the loss. He regrets it.",
    ),
    Row(
        "Accounts of the ambush contradict each other.",
        "disputed",
        "",
        cues="Accounts contradict",
        miss="Accounts of the ambush fill two books.",
    ),
)
REFUTATION = (
    Row(
        "The bishop called the report a fabrication.",
        "disputed",
        "",
        cues="called fabrication",
        holder="the bishop",
        miss="The bishop called the painting a fabrication.",
    ),
    Row(
        "The ministry dismissed the claim as baseless.",
        "disputed",
        "",
        cues="dismissed baseless",
        holder="the ministry",
        miss="The ministry accepted the claim as useful.",
    ),
    Row(
        "Accused of theft, the clerk insists that he did not take the ring.",
        "disputed",
        "Did the clerk take the ring?",
        cues="insists",
        holder="the clerk",
        miss="The clerk insists that he did not like the ring.",
    ),
    Row(
        "The bank repeated its denial of the report.",
        "disputed",
        "",
        cues="denial",
        holder="the bank",
        miss="The bank heard denials of the report.",
    ),
    Row(
        "Despite claims that the bridge was sound, the town closed it.",
        "disputed",
        "Was the bridge sound?",
        cues="Despite claims",
        miss="Despite rain that fell all night, the town closed it.",
    ),
)
TABLES: tuple[Table, ...] = (
    (disputes.FRAMES, DISPUTE),
    (refutations.FRAMES, REFUTATION),
)
