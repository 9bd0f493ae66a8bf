"""What is missing, searched for or not confirmed."""

from __future__ import annotations

from tests.analysis.questions.rows.row import Row, Table
from tui.analysis.questions.frames import confirmation, pursuits, searches

CONFIRMATION = (
    Row(
        "There is no proof that the clerk took the ring.",
        "unknown",
        "Did the clerk take the ring?",
        cues="no proof",
        miss="There is proof that the clerk took the ring.",
    ),
    Row(
        "There is no indication that the strike will end.",
        "intention",
        "Will the strike end?",
        cues="no indication",
        miss="There is an indication that the strike will end.",
    ),
    Row(
        "There is no sign of the union giving way.",
        "outcome",
        "Will the union give way?",
        cues="no sign",
        miss="The strike shows no sign of ending.",
    ),
    Row(
        "The zoo faces an uncertain future.",
        "undecided",
        "",
        cues="uncertain future",
        miss="The zoo faces an uncertain winter.",
    ),
    Row(
        "There are unconfirmed reports that a bridge has fallen.",
        "unknown",
        "Has a bridge fallen?",
        cues="unconfirmed reports",
        miss="There are long reports that a bridge has fallen.",
    ),
    Row(
        "There was no confirmation of the report of a landslide.",
        "unknown",
        "",
        cues="no confirmation report",
        miss="There was a confirmation of the report of a landslide.",
    ),
    Row(
        "The army could not confirm that the pilot was alive.",
        "unknown",
        "Was the pilot alive?",
        cues="not confirm",
        miss="The army did confirm that the pilot was alive.",
    ),
    Row(
        "The claim that rebels took the town could not be confirmed.",
        "unknown",
        "Did rebels take the town?",
        cues="not confirmed",
        miss="The claim that rebels took the town was confirmed.",
    ),
    Row(
        "The agency could not immediately verify the authenticity of the video.",
        "unknown",
        "",
        cues="not verify",
        miss="The agency could immediately verify the authenticity of the video.",
    ),
)
SEARCH = (
    Row(
        "There is no trace of the two climbers.",
        "unknown",
        "Where are the two climbers?",
        cues="no trace",
        miss="There is a trace of the two climbers.",
    ),
    Row(
        "Six miners are still missing in the flooded shaft.",
        "unknown",
        "Where are six miners?",
        cues="missing",
        miss="The old chair is missing a leg.",
    ),
    Row(
        "Thirty hikers are unaccounted for.",
        "unknown",
        "Where are thirty hikers?",
        cues="unaccounted",
        miss="Thirty hikers are on the road.",
    ),
    Row(
        "The harbour police issued an appeal for witnesses.",
        "unknown",
        "",
        cues="appeal witnesses",
        miss="The harbour police lost an appeal for damages.",
    ),
    Row(
        "Anybody with information about the barge is asked to call.",
        "unknown",
        "",
        cues="Anybody information",
        miss="The clerk with information about the barge was asked to call.",
    ),
    Row(
        "The safety of the lift is under investigation.",
        "unknown",
        "",
        cues="under investigation",
        miss="The cellar of the lift is under water.",
    ),
    Row(
        "The merger is under consideration by the board.",
        "undecided",
        "",
        cues="under consideration",
        miss="The merger is under the name of the board.",
    ),
    Row(
        "Police are hunting for the owner of the van.",
        "unknown",
        "",
        cues="hunting owner",
        holder="police",
        miss="Police were hunting for the owner of the van.",
    ),
    Row(
        "The clerk may have burned the letters.",
        "unknown",
        "Did the clerk burn the letters?",
        cues="may",
        miss="The clerk could not have burned the letters.",
    ),
    Row(
        "The captain is believed to have fled the island.",
        "unknown",
        "",
        cues="believed",
        miss="The captain is known to have fled the island.",
    ),
    Row(
        "The sheriff has no leads in the case.",
        "unknown",
        "",
        cues="no leads",
        miss="The sheriff has two leads in the case.",
    ),
)
PURSUIT = (
    Row(
        "The museum is looking for a buyer for the barge.",
        "undecided",
        "",
        cues="looking buyer",
        holder="the museum",
        miss="The museum looked for a buyer for the barge.",
    ),
    Row(
        "Divers are still looking for the two fishermen.",
        "unknown",
        "Where are the two fishermen?",
        cues="looking fishermen",
        holder="divers",
        miss="Guests are still looking for the two fishermen.",
    ),
    Row(
        "Lawyers are working out the terms of the merger.",
        "undecided",
        "",
        cues="working terms",
        holder="lawyers",
        miss="Lawyers are working at the top of the tower.",
    ),
    Row(
        "The two burglars remain at large.",
        "unknown",
        "Where are the two burglars?",
        cues="at large",
        miss="The two burglars spoke at large.",
    ),
    Row(
        "The crown has never been recovered.",
        "unknown",
        "Where is the crown?",
        cues="never recovered",
        miss="No fault has been found in the engine.",
    ),
    Row(
        "No one has been arrested over the arson.",
        "unknown",
        "Who is responsible for the arson?",
        cues="No one arrested",
        miss="A tailor has been arrested over the arson.",
    ),
    Row(
        "The two unions blame each other for the delay.",
        "disputed",
        "Who is responsible for the delay?",
        cues="blame other",
        holder="the two unions",
        miss="The two unions blame the weather for the delay.",
    ),
)
TABLES: tuple[Table, ...] = (
    (confirmation.FRAMES, CONFIRMATION),
    (searches.FRAMES, SEARCH),
    (pursuits.FRAMES, PURSUIT),
)
