"""Questions that stand in the text: which of them are news, and which a way of speaking."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import ParseAll
from tui.analysis.parsed import ParsedText
from tui.analysis.questions.frames import asked
from tui.analysis.questions.question_candidates import FrameMatch

# (surer, less sure, why)
SURER = [
    ("Will the council close the market?", "Will the council close my market?", "talk"),
    ("Did the king leave Norland?", "Did the king leave the town?", "somebody is named"),
    ("Will the bridge hold this winter?", "Did the bridge hold this winter?", "what is to come"),
    ("Why did the guards leave the gate?", "Why did the guards not leave the gate?", "a reproach"),
    ("How will the village pay for it?", "A village?", "a verb and more than a word or two"),
    ("Will the village pay for it?", "Will anybody pay for it?", "nobody in particular"),
    (
        "Who lit the beacon? The police do not know.",
        "Who lit the beacon? The police do know.",
        "the next sentence leaves it open",
    ),
    (
        "Will the bridge hold? It was built last year.",
        "Will the bridge hold? Yes, the builders say.",
        "the next sentence answers it",
    ),
    (
        "It rained. Who lit the beacon?",
        "Who lit the beacon?",
        "a heading is answered by what follows it",
    ),
]

TITLES = [
    'His play "Who Lit the Lamp?" opened in Riga on Friday.',
    "The show Guess Who? opened in the old hall of Riga on Friday.",
]


@pytest.fixture(scope="module")
def parsed(parse_all: ParseAll) -> dict[str, ParsedText]:
    return parse_all([text for surer, less, _ in SURER for text in (surer, less)] + TITLES)


def match_of(parsed: ParsedText) -> FrameMatch | None:
    """What the frame makes of the first question mark of a text."""
    (frame,) = asked.FRAMES
    return frame.test(next(t for t in parsed.paragraphs[0].tokens if t.text == "?"))


@pytest.mark.parametrize(("surer", "less", "why"), SURER, ids=[row[2] for row in SURER])
def test_one_question_is_surer_to_be_open_than_another(
    parsed: dict[str, ParsedText], surer: str, less: str, why: str
) -> None:
    more, fewer = match_of(parsed[surer]), match_of(parsed[less])
    assert more is not None
    assert fewer is not None
    assert more.bonus > fewer.bonus, why


@pytest.mark.parametrize("text", TITLES)
def test_title_with_a_question_mark_inside_a_sentence_asks_nothing(
    parsed: dict[str, ParsedText], text: str
) -> None:
    assert match_of(parsed[text]) is None
