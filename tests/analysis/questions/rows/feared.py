"""What is feared or threatened, and the chances it has."""

from __future__ import annotations

from tests.analysis.questions.rows.row import Row, Table
from tui.analysis.questions.frames import chances, fears

FEAR = (
    Row(
        "Villagers fear that the levee will break.",
        "outcome",
        "Will the levee break?",
        cues="fear",
        holder="villagers",
        miss="Villagers fear the levee.",
    ),
    Row(
        "Doctors warned that the clinic could close.",
        "outcome",
        "Will the clinic close?",
        cues="warned",
        holder="doctors",
        miss="Doctors warned that the clinic is cold.",
    ),
    Row(
        "Fears of a shortage are growing.",
        "outcome",
        "",
        cues="Fears shortage",
        miss="Fear of flying is common.",
    ),
    Row(
        "There is a danger that the roof will fall.",
        "outcome",
        "Will the roof fall?",
        cues="danger",
        miss="There is no danger that the roof will fall.",
    ),
    Row(
        "The drought threatens to ruin the harvest.",
        "outcome",
        "Will the drought ruin the harvest?",
        cues="threatens",
        miss="The drought does not threaten to ruin the harvest.",
    ),
    Row(
        "The fire is threatening homes in the valley.",
        "outcome",
        "",
        cues="threatening",
        miss="The thief threatened the clerk.",
    ),
    Row(
        "The choir is threatened with closure.",
        "outcome",
        "",
        cues="threatened",
        miss="The choir was threatened with closure.",
    ),
    Row(
        "Prices will rise, the miller warned.",
        "outcome",
        "How high will prices rise?",
        cues="warned",
        holder="the miller",
        miss="Prices will rise, the miller promised.",
    ),
)
CHANCE = (
    Row(
        "The rescue has a slim chance of reaching the village.",
        "outcome",
        "Will the rescue reach the village?",
        cues="slim chance",
        miss="The rescue had a slim chance of reaching the village.",
    ),
    Row(
        "Traders see little prospect of a merger.",
        "outcome",
        "",
        cues="little prospect",
        miss="Traders see a big prospect from the hill.",
    ),
    Row(
        "The ruling paves the way for a retrial.",
        "outcome",
        "",
        cues="paves way",
        miss="The ruling paved the way for a retrial.",
    ),
    Row(
        "The verdict opens the door to further claims.",
        "outcome",
        "",
        cues="opens door",
        miss="The verdict opened the door to further claims.",
    ),
    Row(
        "Hopes are fading for the trapped miners.",
        "outcome",
        "",
        cues="Hopes fading",
        miss="Lights are fading for the trapped miners.",
    ),
    Row(
        "Hopes of a truce are rising.",
        "outcome",
        "",
        cues="Hopes rising",
        miss="Prices of a truce are rising.",
    ),
    Row(
        "The frost looks set to continue.",
        "outcome",
        "Will the frost continue?",
        cues="set",
        miss="The table looks set for two.",
    ),
    Row(
        "The death toll is expected to rise.",
        "outcome",
        "How high will the death toll rise?",
        cues="expected rise",
        miss="The road is expected to rise.",
    ),
    Row(
        "The treaty is not certain to pass.",
        "outcome",
        "Will the treaty pass?",
        cues="not certain",
        miss="The treaty is certain to pass.",
    ),
    Row(
        "The bank stands little chance of a rescue.",
        "outcome",
        "",
        cues="little chance",
        miss="The bank stands on a little hill.",
    ),
)
TABLES: tuple[Table, ...] = (
    (fears.FRAMES, FEAR),
    (chances.FRAMES, CHANCE),
)
