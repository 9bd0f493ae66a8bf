"""What is bargained over, pending or laid to somebody, and the second of two questions."""

from __future__ import annotations

from tests.analysis.questions.rows.row import Row, Table
from tui.analysis.questions.frames import allegations, bargaining, coordinated, pending

BARGAIN = (
    Row(
        "Talks over the sale of the mill have begun.",
        "undecided",
        "",
        cues="Talks begun",
        miss="Talks over the sale of the mill have ended.",
    ),
    Row(
        "The villagers are seeking better protection.",
        "condition",
        "",
        cues="seeking protection",
        holder="the villagers",
        miss="The villagers sought better protection.",
    ),
    Row(
        "The owner is under pressure to close the mill.",
        "condition",
        "Will the owner close the mill?",
        cues="pressure",
        miss="The owner is under pressure of work.",
    ),
    Row(
        "The guild suggested the clerk be dismissed.",
        "condition",
        "Will the clerk be dismissed?",
        cues="suggested",
        holder="the guild",
        miss="The guild suggested the clerk was dismissed.",
    ),
)
PENDING = (
    Row(
        "The council is looking at a levy on drinks.",
        "undecided",
        "",
        cues="looking",
        holder="the council",
        miss="The council looked at a levy on drinks.",
    ),
    Row(
        "The powers of the warden are being reviewed.",
        "undecided",
        "",
        cues="reviewed",
        miss="The powers of the warden were reviewed.",
    ),
    Row(
        "The bishop has for months weighed closing the school.",
        "undecided",
        "",
        cues="weighed",
        miss="The bishop weighed the bell.",
    ),
    Row(
        "The owners meet on Friday to discuss the sale.",
        "undecided",
        "",
        cues="meet discuss",
        holder="the owners",
        miss="The owners met on Friday to discuss the sale.",
    ),
    Row(
        "The judge may rule next week.",
        "undecided",
        "The judge may rule next week",
        cues="rule",
        holder="the judge",
        miss="The judge ruled last week.",
    ),
    Row(
        "The settlement will be put to the court for approval.",
        "undecided",
        "",
        cues="put",
        miss="The ladder will be put to the wall.",
    ),
    Row(
        "The plan still needs approval from other members.",
        "undecided",
        "",
        cues="needs approval",
        miss="Parents must seek approval from the school.",
    ),
    Row(
        "The governor has not endorsed her.",
        "undecided",
        "",
        cues="not endorsed",
        holder="the governor",
        miss="The governor had not endorsed her.",
    ),
    Row(
        "The abbot still has to win a majority.",
        "undecided",
        "",
        cues="still win",
        holder="the abbot",
        miss="The abbot had to win a majority.",
    ),
)
ALLEGATION = (
    Row(
        "Inspectors are examining allegations that the mill burdens the town.",
        "disputed",
        "Does the mill burden the town?",
        cues="allegations",
        miss="Inspectors heard allegations that the mill burdens the town.",
    ),
    Row(
        "The suit says that the mill poisoned the river.",
        "undecided",
        "Did the mill poison the river?",
        cues="suit says",
        miss="The poster says that the mill poisoned the river.",
    ),
    Row(
        "The tenants have sued the landlord, claiming that he hid the leak.",
        "undecided",
        "",
        cues="sued claiming",
        holder="the tenants",
        miss="The tenants left the landlord, claiming that he hid the leak.",
    ),
)
SECOND = (
    Row(
        "The bank would not say what it paid and when it paid the sum.",
        "undisclosed",
        "When did the bank pay the sum?",
        cues="when",
        holder="the bank",
        lit="when it paid the sum",
        miss="The bank said what it paid and when it paid the sum.",
    ),
    Row(
        "The minister did not say whether the bridge was safe, whether the tunnel will open.",
        "undisclosed",
        "Will the tunnel open?",
        cues="whether",
        holder="the minister",
        lit="whether the tunnel will open",
    ),
)
TABLES: tuple[Table, ...] = (
    (bargaining.FRAMES, BARGAIN),
    (pending.FRAMES, PENDING),
    (allegations.FRAMES, ALLEGATION),
    (coordinated.FRAMES, SECOND),
)
