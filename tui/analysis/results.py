"""What the analysis finds in a text: frozen results, cached and sent between processes.

All offsets are code points into `Article.text`, half-open. Every result can say which
rule made it, so that the desk can answer "why is this here?".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tui.analysis.rules import MentionRule, QuestionRule, QuoteRule
from tui.documents.article import Span


class EntityType(StrEnum):
    """The types of the public contract; the desk lists them in this order."""

    PERSON = "PERSON"
    ORG = "ORG"
    PLACE = "PLACE"
    GROUP = "GROUP"
    EVENT = "EVENT"
    LAW = "LAW"
    WORK = "WORK"
    PRODUCT = "PRODUCT"
    DATE = "DATE"
    MONEY = "MONEY"
    NUMBER = "NUMBER"


AMOUNTS = frozenset({EntityType.DATE, EntityType.MONEY, EntityType.NUMBER})
"""Types that are no names."""

SURE = 0.66
"""Least certainty of a row that is shown without reserve: right in two cases of three."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text that stands for an entity."""

    span: Span
    """The name itself: no title, article or possessive 's."""
    rule: MentionRule
    """Why it belongs to its entity."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something named in the text, with every place that names it."""

    name: str
    """The name a reader would index it under (the fullest form in the text)."""
    type: EntityType
    """What kind of thing it is."""
    mentions: tuple[Mention, ...]
    """Where it is named, in text order; never empty."""
    references: tuple[Mention, ...] = ()
    """Where it is meant without its name (pronoun, role phrase, adjective), in text order."""
    role: str | None = None
    """The title or office the text gives it ("Nato secretary-general"); `None` if none."""
    resolved: str | None = None
    """Of a date: the ISO 8601 day it means ("2022-01-12"), or the month ("2022-01"), year
    ("2021") or interval ("2022-01-10/2022-01-16") where only that is certain; `None` when
    not even that, and of all other types."""
    stands_for: str | None = None
    """Of a seat of government: what its name may stand for ("government of Russia")."""


class QuoteKind(StrEnum):
    """How much of a quote stands in quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement the text attributes to somebody."""

    content: tuple[Span, ...]
    """The words attributed, quotation marks included; several parts when interrupted."""
    kind: QuoteKind
    """Direct, indirect or mixed."""
    cue: tuple[Span, ...] = ()
    """The words that attribute it ("said", "according to"); empty when it has none."""
    speaker: tuple[Span, ...] = ()
    """The words that name the source, as they stand ("he"); empty when it has none."""
    speaker_name: str | None = None
    """The resolved name; for an anonymous source its phrase; `None` when not certain."""
    anonymous: bool = False
    """Whether the source is one the text does not name ("people close to the talks")."""
    rule: QuoteRule | None = None
    """Which construction it was found by; `None` where no rule found it."""
    certainty: float = 1.0
    """The share of rows of its construction that are right, by reading; between 0 and 1."""
    view: bool = False
    """Whether it is what somebody believes, fears or hopes, not what somebody said."""

    @property
    def is_sure(self) -> bool:
        """Whether its construction is right often enough to be shown like any other row."""
        return self.certainty >= SURE


class QuestionKind(StrEnum):
    """Why a question is open (the first that fits, in this order)."""

    ASKED = "asked"
    UNDISCLOSED = "undisclosed"
    UNKNOWN = "unknown"
    INTENTION = "intention"
    DISPUTED = "disputed"
    UNDECIDED = "undecided"
    CONDITION = "condition"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Question:
    """Something the text itself leaves open."""

    evidence: Span
    """The clause that shows the openness; inside one sentence."""
    text: str
    """A question ending in "?", or the evidence clause where no construction words it safely."""
    kind: QuestionKind
    """Why it is open."""
    holder: str
    """Who does not know, withholds or decides; "text" for the narrator."""
    salience: int
    """3 for the main event, 2 for a secondary thread, 1 for a marginal one."""
    about: tuple[str, ...] = ()
    """The entities or topics it names, at most four."""
    other_places: tuple[Span, ...] = ()
    """Further evidence of the same question, in text order."""
    cues: tuple[Span, ...] = ()
    """The words that gave it away, in text order."""
    rule: QuestionRule | None = None
    """Which frame found it; `None` where no rule found it."""
    certainty: float = 0.0
    """How probable it is that the text leaves it open, measured on annotated news; 0 to 1."""
    signs: tuple[str, ...] = ()
    """What spoke for it, in words, the strongest first."""

    @property
    def is_sure(self) -> bool:
        """Whether it is among the surest, which a strict list is made of."""
        return self.certainty >= SURE

    @property
    def is_worded(self) -> bool:
        """Whether it is put as a question, not shown by its evidence."""
        return self.text.endswith("?")


OTHER_LANGUAGE = "other"
"""The language of a text that is not analysed."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found in one text."""

    language: str
    """`en`, or `other`: then the three lists are empty."""
    entities: tuple[Entity, ...] = ()
    """Most mentioned first."""
    quotes: tuple[Quote, ...] = ()
    """In text order."""
    questions: tuple[Question, ...] = ()
    """Best first."""

    @property
    def is_read(self) -> bool:
        """Whether it is of a language that is analysed."""
        return self.language != OTHER_LANGUAGE
