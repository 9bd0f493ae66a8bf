"""A small article with its findings written by hand, for pictures that no rule can change."""

from __future__ import annotations

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
from tui.analysis.rules import MentionRule, QuestionRule, QuoteRule
from tui.documents.article import Article, Span
from tui.documents.loading import from_text

TEXT = """\
PORT ELLIS • The harbour bridge will close on Monday for at least a year, the town council said \
on Friday, but it would not say who is to pay for the work.

"We cannot wait any longer," council leader Ada Obi told reporters. "The piers are moving."

Shopkeepers on the Ellis side fear for their trade. A person close to the talks said the ferry \
company had asked for more money than the council has.

Ms Obi said the council would decide in May. It is not clear when the bridge will open again.

The ferry company, Tidewater, did not answer questions.
"""


def article() -> Article:
    """The article."""
    return from_text(TEXT, "/nowhere/harbour.txt")


def span(words: str, after: str = "") -> Span:
    """Where some words stand, behind others if need be."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


def analysis() -> Analysis:
    """What a careful reader finds in it."""
    return Analysis(
        "en",
        (
            _entity("Ada Obi", EntityType.PERSON, span("Ada Obi"), span("Obi", "Ms ")),
            _entity("Tidewater", EntityType.ORG, span("Tidewater")),
            _entity("Ellis", EntityType.PLACE, span("Ellis side")),
            _entity("Monday", EntityType.DATE, span("Monday")),
            _entity("May", EntityType.DATE, span("May")),
        ),
        (
            Quote(
                (span('"We cannot wait any longer,"'), span('"The piers are moving."')),
                QuoteKind.DIRECT,
                (span("told"),),
                (span("council leader Ada Obi"),),
                "Ada Obi",
                rule=QuoteRule.QUOTE_BEFORE_ITS_CUE,
            ),
            Quote(
                (span("the ferry company had asked for more money than the council has"),),
                QuoteKind.INDIRECT,
                (span("said", "talks"),),
                (span("A person close to the talks"),),
                "A person close to the talks",
                anonymous=True,
                rule=QuoteRule.VERB_OF_SAYING,
            ),
        ),
        (
            _question("Who will pay for the work?", "it would not say who is to pay for the work"),
            _question(
                "When will the harbour bridge of Port Ellis open to traffic again?",
                "It is not clear when the bridge will open again",
            ),
        ),
    )


def _entity(name: str, kind: EntityType, *spans: Span) -> Entity:
    return Entity(name, kind, tuple(Mention(place, MentionRule.SAME_NAME) for place in spans))


def _question(text: str, evidence: str) -> Question:
    place = span(evidence)
    cue = Span(place.start + 3, place.start + 15)
    return Question(
        place,
        text,
        QuestionKind.UNKNOWN,
        "text",
        3,
        cues=(cue,),
        rule=QuestionRule.NOT_CLEAR,
        certainty=0.8,
    )
