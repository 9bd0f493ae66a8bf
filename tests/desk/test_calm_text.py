"""The text stays calm: what is found is hinted at, and lights up where the reader is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tui.analysis.results import Question, QuestionKind
from tui.documents.article import Span
from tui.documents.loading import load
from tui.panels.questions import cue_phrases
from tui.widgets.article_view import ArticleView

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


HEADED = """\
Council delays vote on tunnel;

By Miriam Oduya

The council put off a vote on the tunnel, it said. Nobody objected to it on Monday.
"""


async def test_the_headline_is_set_off(open_desk: OpenDesk) -> None:
    async with open_desk(text=HEADED) as desk:
        assert desk.state.article.title == "Council delays vote on tunnel"
        assert painted(desk, "headline") == ["Council delays vote on tunnel;"]
        assert painted(desk, "title") == []


@pytest.mark.parametrize(
    "text",
    [harbour.TEXT, "Only one line without a full stop", "A first sentence.\n\nAnother sentence."],
)
async def test_a_title_that_was_made_from_the_text_is_no_headline(
    open_desk: OpenDesk, text: str
) -> None:
    async with open_desk(text=text) as desk:
        assert painted(desk, "headline") == []


def test_a_headline_of_markdown_is_set_as_any_other(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# The title\n\nWords of it.\n\n# Another part\n\nMore words.\n")
    article = load(str(path))
    view = ArticleView(article)
    words = {
        layer: [article.text[slice(*span)] for span in view.painted[layer].spans]
        for layer in ("headline", "title")
    }
    assert words == {"headline": ["The title"], "title": ["Another part"]}
