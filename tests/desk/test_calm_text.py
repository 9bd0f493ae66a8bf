"""The text stays calm: what is found is hinted at, and lights up where the reader is."""

from __future__ import annotations

from dataclasses import replace

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tui.analysis.results import Question, QuestionKind
from tui.documents.article import Span
from tui.panels.questions import cue_phrases

HARBOUR = {"text": harbour.TEXT, "source": "/nowhere/harbour.txt", "analysis": harbour.analysis()}
CLAUSE = "it would not say who is to pay for the work"


def painted(desk: Desk, layer: str) -> list[str]:
    """The words in a layer."""
    index = desk.screen.view.painted.get(layer)
    return [desk.words(span) for span in index.spans] if index else []


async def test_only_the_cue_of_a_question_is_underlined(open_desk: OpenDesk) -> None:
    async with open_desk(**HARBOUR) as desk:
        assert painted(desk, "cue") == ["would not sa", "is not clear"]
        assert painted(desk, "clause") == []


async def test_the_clause_lights_up_while_the_cursor_is_on_it(open_desk: OpenDesk) -> None:
    async with open_desk(**HARBOUR) as desk:
        await desk.press("]", "u")
        assert painted(desk, "clause") == [CLAUSE]
        await desk.press("w", "w")
        assert painted(desk, "clause") == [CLAUSE]
        await desk.press("}")
        assert painted(desk, "clause") == []


async def test_the_clause_lights_up_while_its_row_is_selected(open_desk: OpenDesk) -> None:
    async with open_desk(**HARBOUR) as desk:
        await desk.press("3")
        assert painted(desk, "evidence") == [CLAUSE]
        await desk.press("escape")
        assert painted(desk, "evidence") == painted(desk, "clause") == []


async def test_a_clause_that_is_folded_away_does_not_light_up(open_desk: OpenDesk) -> None:
    analysis = harbour.analysis()
    unsure = tuple(replace(each, certainty=0.3) for each in analysis.questions)
    about = {**HARBOUR, "analysis": replace(analysis, questions=unsure)}
    async with open_desk(**about) as desk:
        desk.go_to(CLAUSE)
        await desk.press("w")
        assert painted(desk, "cue") == painted(desk, "clause") == []


def question(text: str, *cues: str) -> Question:
    spans = (Span(text.index(cue), text.index(cue) + len(cue)) for cue in cues)
    return Question(Span(0, len(text)), "What?", QuestionKind.UNKNOWN, "text", 3, cues=tuple(spans))


def phrases(text: str, *cues: str) -> list[str]:
    return [text[slice(*span)] for span in cue_phrases(question(text, *cues), text)]


def test_cue_words_that_stand_together_are_one_phrase() -> None:
    text = "diplomats still struggling to discern the real intentions of Mr Putin"
    assert phrases(text, "struggling", "discern", "intentions") == [
        "struggling to discern the real intentions"
    ]
    text = "did not give the US and its allies much insight into the fundamental question"
    assert phrases(text, "question", "not") == ["not", "question"]


def test_without_a_word_that_gives_it_away_a_question_is_underlined_whole() -> None:
    text = "Will it hold?"
    assert phrases(text, "?") == phrases(text) == [text]
