"""What a frame finds: a place that may leave a question open, and how it may be worded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from tui.analysis.parsed import Paragraph
from tui.analysis.results import QuestionKind
from tui.analysis.rules import QuestionRule
from tui.documents.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


class Form(Enum):
    """How the question behind a candidate is put."""

    INDIRECT = auto()
    """An embedded question, turned round: "why he left" -> "Why did he leave?"."""
    EVENT = auto()
    """What may come: "could step up" -> "Will it step up?"."""
    FACT = auto()
    """What may be so, in its own tense: "denied he paid" -> "Did he pay?"."""
    SAYS = auto()
    """What somebody withholds: "What does X say about T?"."""
    INTENDS = auto()
    """What somebody means to do: "What does X intend?"."""
    SCHEDULE = auto()
    """When something will be: "When will the talks be held?"."""
    APPROVAL = auto()
    """What somebody may allow: "Will X approve T?"."""
    COURT = auto()
    """What a court is to decide: "Will X be convicted?"."""
    WHY = auto()
    """What a cause, motive or identity is: "What is the cause of T?"."""
    WHERE = auto()
    """Where the missing are: "Where are T?"."""
    WHO = auto()
    """Who somebody is: "Who is the victim?"."""
    EXISTENCE = auto()
    """What is needed or may come about: "Will there be T?"."""
    ENOUGH = auto()
    """More of what is needed: "Will there be enough T for X?"."""
    HEEDED = auto()
    """What somebody demands or calls for: "Will X's demands for T be met?"."""
    REASON = auto()
    """What is not explained: "What is the reason for T?"."""
    IN_EVENT = auto()
    """What is told in two ways: "What happened in T?"."""
    KNOWN = auto()
    """What little is known: "What is known about T?"."""
    FATE = auto()
    """What stands under threat or review: "What will happen to T?"."""
    RESULT = auto()
    """How something going on will come out: "How will T end?"."""
    RESUMES = auto()
    """What has come to a stop: "Will T resume?"."""
    RULES = auto()
    """What a decision will be: "What will X decide on T?"."""
    BLAME = auto()
    """Who did something nobody owns up to: "Who is responsible for T?"."""
    HEIR = auto()
    """Who will take a place: "Who will be the T?"."""
    WINNER = auto()
    """Who will come out first: "Who will win the race?"."""
    APPEAL = auto()
    """Information that is asked for: "Appeal for witnesses" (a topic)."""
    LEFT_OUT = auto()
    """A clause with a bare wh-word behind it: "but not when" -> "When did X leave?"."""
    VERBATIM = auto()
    """A question that stands in the text."""
    TOPIC = auto()
    """No question: the topic as a noun phrase."""
    EVIDENCE = auto()
    """No question: the clause itself."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The parts of a candidate that its question is made of."""

    form: Form
    """The rule that words it."""
    head: Token
    """The verb of the clause, or the head of the noun phrase, that the rule starts from."""
    actor: Token | None = None
    """Who acts, intends, decides or withholds, where the clause does not say it itself."""
    topic: Token | None = None
    """What it is about: the head of a noun phrase; the topic where no question comes out."""


@dataclass(frozen=True, slots=True)
class FrameMatch:
    """What a frame's test yields: the words that opened it and what they open."""

    cues: tuple[Token, ...]
    """The words that gave it away."""
    wording: Wording
    """How it can be put."""
    holder: Token | None = None
    """Who does not know, withholds or decides; `None` for the narrator."""
    bonus: float = 0.0
    """Added to the frame's score: what this place has for or against it."""
    kind: QuestionKind | None = None
    """The kind where it is not the frame's."""
    clause: Token | None = None
    """The head of the evidence clause; by default that of the first cue."""


@dataclass(frozen=True, slots=True)
class QuestionCandidate:
    """A place that may leave a question open."""

    paragraph: Paragraph
    """Where its tokens stand."""
    sentence: int
    """The number of its sentence, counted over the whole text."""
    evidence: Span
    """The clause that shows the openness."""
    tokens: tuple[int, int]
    """The same as half-open token numbers."""
    kind: QuestionKind
    """Why it is open."""
    rule: QuestionRule
    """Which frame found it."""
    found: FrameMatch
    """The words and parts the frame yielded."""
    score: float
    """How sure it is, between 0 and about 1."""
