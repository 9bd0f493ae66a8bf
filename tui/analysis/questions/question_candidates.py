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
    """How the question behind a candidate is put, where it has words of its own.

    Whether they are shown is decided by how often a form was right (`wording.reliability`); the
    clause of the text stands in place of all others.
    """

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
    """What somebody may allow; worded where it is considered: "What will X decide on T?"."""
    COURT = auto()
    """What a court is to decide: "Will X be convicted?"."""
    WHY = auto()
    """What a cause, motive or identity is: "What is the cause of T?"."""
    WHERE = auto()
    """Where the missing are: "Where are T?"."""
    WHO = auto()
    """Who somebody is: not worded."""
    EXISTENCE = auto()
    """What is called for or may come about, where it is something done: "Will there be T?"."""
    ENOUGH = auto()
    """More of what is needed: not worded."""
    HEEDED = auto()
    """What somebody demands or calls for, as theirs: not worded."""
    REASON = auto()
    """What is not explained: not worded."""
    IN_EVENT = auto()
    """What is told in two ways: not worded."""
    KNOWN = auto()
    """What little is known of; worded where it is looked into: "What will X find out about T?"."""
    FATE = auto()
    """What is under threat or review; worded under review: "What will be decided on T?"."""
    RESULT = auto()
    """Something going on that will come out in some way: not worded."""
    RESUMES = auto()
    """What has come to a stop: "Will T resume?"."""
    RULES = auto()
    """What a decision will be: "What will X decide on T?"."""
    BLAME = auto()
    """Who did something nobody owns up to: "Who is responsible for T?"."""
    HEIR = auto()
    """Who will take a place: not worded."""
    WINNER = auto()
    """Who will come out first: "Who will win the race for T?"."""
    APPEAL = auto()
    """Information that is asked for: not worded."""
    LEFT_OUT = auto()
    """A clause with a bare wh-word behind it: "but not when" -> "When did X leave?"."""
    VERBATIM = auto()
    """A question that stands in the text."""
    TOPIC = auto()
    """What is open as a noun phrase; worded where it is considered or faced."""
    EVIDENCE = auto()
    """The clause itself: not worded."""


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
    """What it is about: the head of a noun phrase."""


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
