"""An analysis as it is printed, from results made by hand: no model is loaded."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from tui.analysis.results import (
    Analysis,
    Entity,
    EntityType,
    Mention,
    Question,
    QuestionKind,
    Quote,
    QuoteKind,
)
from tui.analysis.rules import MentionRule
from tui.cli.analysis_text import analysis_text, paragraph_number
from tui.documents.article import Article, Span
from tui.documents.blocks import split_blocks
from tui.exchange.analysis_object import analysis_json, analysis_object
from tui.exchange.json_text import json_text

TEXT = (
    "The bridge will close, the mayor said.\n\n"
    "“We will pay,” Ada Obi said, “for all of it.” She did not say when."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


ARTICLE = Article(
    source="/texts/bridge.txt",
    text=TEXT,
    title="The bridge will close",
    blocks=split_blocks(TEXT),
    published=date(2024, 3, 1),
    place="Leeds",
)
ANALYSIS = Analysis(
    "en",
    entities=(
        Entity(
            "Ada Obi",
            EntityType.PERSON,
            mentions=(Mention(span("Ada Obi"), MentionRule.SAME_NAME),),
            references=(
                Mention(span("She"), MentionRule.PRONOUN),
                Mention(span("the mayor"), MentionRule.ROLE_PHRASE),
            ),
        ),
    ),
    quotes=(
        Quote(
            (span("The bridge will close"),),
            QuoteKind.INDIRECT,
            cue=(span("said"),),
            speaker=(span("the mayor"),),
        ),
        Quote(
            (span("“We will pay,”"), span("“for all of it.”")),
            QuoteKind.DIRECT,
            speaker_name="Ada Obi",
        ),
        Quote((span("pay"),), QuoteKind.MIXED, speaker_name="an aide", anonymous=True),
    ),
    questions=(
        Question(
            span("She did not say when"),
            "When will she pay?",
            QuestionKind.UNDISCLOSED,
            "Ada Obi",
            2,
            about=("Ada Obi",),
            certainty=0.9,
        ),
    ),
)
NOTHING = "Nobody and nothing is named", "No one is quoted", "Nothing is left open"


def test_the_object_has_the_keys_and_shapes_other_programs_rely_on() -> None:
    told = json.loads(json_text(analysis_object(ARTICLE, ANALYSIS)))
    assert told == {
        "schema": 1,
        "source": "/texts/bridge.txt",
        "title": "The bridge will close",
        "published": "2024-03-01",
        "place": "Leeds",
        "language": "en",
        "text": TEXT,
        "entities": [
            {
                "name": "Ada Obi",
                "type": "PERSON",
                "mentions": [list(span("Ada Obi"))],
                "references": [list(span("She")), list(span("the mayor"))],
                "role": None,
                "resolved": None,
                "stands_for": None,
            }
        ],
        "quotes": [
            {
                "content": [list(span("The bridge will close"))],
                "kind": "indirect",
                "cue": [list(span("said"))],
                "speaker": [list(span("the mayor"))],
                "speaker_name": None,
                "anonymous": False,
                "rule": "",
                "certainty": 1.0,
                "view": False,
            },
            {
                "content": [list(span("“We will pay,”")), list(span("“for all of it.”"))],
                "kind": "direct",
                "cue": None,
                "speaker": None,
                "speaker_name": "Ada Obi",
                "anonymous": False,
                "rule": "",
                "certainty": 1.0,
                "view": False,
            },
            {
                "content": [list(span("pay"))],
                "kind": "mixed",
                "cue": None,
                "speaker": None,
                "speaker_name": "an aide",
                "anonymous": True,
                "rule": "",
                "certainty": 1.0,
                "view": False,
            },
        ],
        "questions": [
            {
                "evidence": list(span("She did not say when")),
                "question": "When will she pay?",
                "kind": "undisclosed",
                "holder": "Ada Obi",
                "about": ["Ada Obi"],
                "salience": 2,
                "other_places": [],
                "cues": [],
                "rule": "",
                "sure": True,
                "certainty": 0.9,
            }
        ],
    }


def test_the_text_has_everything_a_person_asks_for() -> None:
    assert analysis_text(ARTICLE, ANALYSIS).splitlines() == [
        "The bridge will close",
        "Leeds · 2024-03-01 · 22 words · /texts/bridge.txt",
        "",
        "Entities 1",
        "  1  Ada Obi  person",
        "",
        "Quotes 3",
        "  The bridge will close",
        "      the mayor · indirect · ¶1",
        "  “We will pay,” … “for all of it.”",
        "      Ada Obi · direct · ¶2",
        "  pay",
        "      an aide · mixed · anonymous · ¶2",
        "",
        "Open questions 1",
        "  When will she pay?",
        "      She did not say when · ¶2",
    ]


def test_the_text_tells_what_is_less_sure_and_leaves_out_what_somebody_only_thinks() -> None:
    sure = ANALYSIS.questions[0]
    clause = replace(sure, text="She did not say when", cues=(span("not say"),), certainty=0.4)
    views = tuple(replace(quote, view=True) for quote in ANALYSIS.quotes)
    both = replace(ANALYSIS, quotes=views, questions=(clause, sure))
    text = analysis_text(ARTICLE, both)
    assert "Quotes 0\n  No one is quoted in this text." in text
    assert text.endswith(
        "Open questions 1\n"
        "  When will she pay?\n"
        "      She did not say when · ¶2\n"
        "\n"
        "  1 more, less sure:\n"
        "  Open: She did not say when\n"
        "      somebody knows and does not say: “not say” · ¶2"
    )
    none = analysis_text(ARTICLE, replace(ANALYSIS, questions=(clause,)))
    assert "Open questions 0\n  Nothing is left open for certain.\n\n  1 more, less sure:" in none


def test_an_empty_analysis_says_so_in_words() -> None:
    text = analysis_text(ARTICLE, Analysis("en"))
    assert all(words in text for words in NOTHING)


def test_a_text_in_another_language_is_not_called_empty() -> None:
    text = analysis_text(ARTICLE, Analysis("other"))
    assert "closeread analyses English" in text
    assert "--language en" in text
    assert not any(words in text for words in NOTHING)


def test_paragraphs_are_numbered_as_on_the_desk() -> None:
    for number, block in enumerate(ARTICLE.blocks, 1):
        assert paragraph_number(ARTICLE, block.start) == number
        assert paragraph_number(ARTICLE, block.end - 1) == number
    assert paragraph_number(ARTICLE, 0) == 1


def test_one_word_from_a_pipe_is_one_word_from_stdin() -> None:
    article = Article(f"stdin:{'0' * 64}", "Help!", "Help", split_blocks("Help!"))
    assert analysis_text(article, Analysis("en")).splitlines()[1] == "1 word · stdin"
    two = replace(article, text="Help me!", blocks=split_blocks("Help me!"))
    assert analysis_text(two, Analysis("en")).splitlines()[1] == "2 words · stdin"


def test_the_object_in_parts_is_the_same_text() -> None:
    empty = Analysis("other")
    for analysis in (ANALYSIS, empty):
        whole = json_text(analysis_object(ARTICLE, analysis))
        assert "".join(analysis_json(ARTICLE, analysis)) == whole
