"""What stands before a court, in a contest or in a state that cannot last."""

from __future__ import annotations

from tests.analysis.questions.rows.row import Row, Table
from tui.analysis.questions.frames import contests, courts, states

COURT = (
    Row(
        "The miners are suing the owner for damages.",
        "undecided",
        "",
        cues="suing",
        holder="the miners",
        miss="The miners sued the owner for damages.",
    ),
    Row(
        "The clerk pleaded not guilty to theft.",
        "undecided",
        "Will the clerk be convicted?",
        cues="pleaded not guilty",
        holder="the clerk",
        miss="The clerk pleaded guilty to theft.",
    ),
    Row(
        "Norland is seeking the extradition of the forger.",
        "undecided",
        "",
        cues="seeking extradition",
        holder="Norland",
        miss="Norland is seeking the friendship of the forger.",
    ),
    Row(
        "The union has gone to court over the closure.",
        "undecided",
        "",
        cues="gone court",
        holder="the union",
        miss="The union has not gone to court over the closure.",
    ),
    Row(
        "The heirs went to court to block the sale.",
        "undecided",
        "Will the court block the sale?",
        cues="went court",
        holder="the heirs",
        miss="The heirs went to the inn to block the sale.",
    ),
    Row(
        "The case is before the high court.",
        "undecided",
        "",
        cues="before court",
        miss="The case was before the high court.",
    ),
    Row(
        "The tenants have filed a lawsuit against the landlord.",
        "undecided",
        "",
        cues="filed lawsuit",
        holder="the tenants",
        miss="After filing a lawsuit against the landlord, the tenants left.",
    ),
    Row(
        "The driver is to stand trial for fraud.",
        "undecided",
        "Will the driver be convicted?",
        cues="stand trial",
        holder="the driver",
        miss="The driver stood trial for fraud.",
    ),
)
CONTEST = (
    Row(
        "The war is far from over.",
        "outcome",
        "",
        cues="over",
        miss="The war is over.",
    ),
    Row(
        "The strike is not over yet.",
        "outcome",
        "",
        cues="not over",
        miss="The strike is over the hill.",
    ),
    Row(
        "The two parties are locked in a tight race.",
        "undecided",
        "",
        cues="tight race",
        miss="The two parties are locked in a tight room.",
    ),
    Row(
        "Polls show that the race is tight.",
        "undecided",
        "",
        cues="race tight",
        lit="that the race is tight",
        miss="Polls show that the rope is tight.",
    ),
)
STATE = (
    Row(
        "The future of the choir is in doubt.",
        "unknown",
        "",
        cues="in doubt",
        miss="The future of the choir is in a book.",
    ),
    Row(
        "The two ferries are on the brink of collapse.",
        "outcome",
        "",
        cues="on brink",
        miss="The two ferries are on the river.",
    ),
    Row(
        "The project is on hold.",
        "undecided",
        "",
        cues="on hold",
        miss="The project is on a hill.",
    ),
    Row(
        "The plan for a tunnel is up in the air.",
        "undecided",
        "",
        cues="in air",
        miss="The smoke of a tunnel is in the air.",
    ),
    Row(
        "The inquest continues.",
        "undecided",
        "",
        cues="inquest continues",
        miss="The inquest continued.",
    ),
    Row(
        "The former mayor faces charges of fraud.",
        "undecided",
        "",
        cues="faces charges",
        holder="the former mayor",
        miss="The former mayor faced charges of fraud.",
    ),
    Row(
        "Nobody has admitted responsibility for the fire.",
        "unknown",
        "Who is responsible for the fire?",
        cues="Nobody admitted responsibility",
        miss="The coach accepted responsibility for the loss.",
    ),
    Row(
        "It is for the judge to say whether the will is valid.",
        "unknown",
        "Is the will valid?",
        cues="whether",
        lit="whether the will is valid",
        miss="Asked whether the will is valid, the judge smiled.",
    ),
    Row(
        "If the pump fails, the town will flood.",
        "outcome",
        "Will the pump fail?",
        cues="If",
        miss="If the pump failed, the town flooded.",
    ),
    Row(
        "No arrests have been made over the theft of the bell.",
        "unknown",
        "",
        cues="No arrests",
        miss="Three arrests have been made over the theft of the bell.",
    ),
    Row(
        "The zoo will close if the grant runs out.",
        "outcome",
        "Will the grant run out?",
        cues="if",
        miss="The zoo closed when the grant ran out.",
    ),
    Row(
        "If the court agrees, Norland will return the statue.",
        "outcome",
        "Will Norland return the statue if the court agrees?",
        cues="If",
        miss="If it is cold, we will light a fire.",
    ),
    Row(
        "The treaty is at risk of collapsing.",
        "outcome",
        "Will the treaty collapse?",
        cues="at risk",
        miss="The treaty is at the end of the book.",
    ),
)
TABLES: tuple[Table, ...] = (
    (courts.FRAMES, COURT),
    (contests.FRAMES, CONTEST),
    (states.FRAMES, STATE),
)
