"""What stands in a question's place where none is worded well: its topic.

A noun phrase or a whether-clause from the evidence; empty where neither says anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.questions.clauses import WH_TAGS, is_verbal, shared_subject
from tui.analysis.questions.question_candidates import Form, QuestionCandidate, Wording
from tui.analysis.questions.wording.phrases import NotClearError, Phrases
from tui.analysis.questions.wording.trimming import phrase_tokens
from tui.analysis.results import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.parsed import Paragraph

WH_OPENINGS = words("what who whom whose which when where why how in")
"""Words that a question of its own begins with."""
UNFINISHED = words(
    """
    to of for with in on at by from as the a an and or that which about into than be until during
    without between against while if because whether
    """
)
"""Words that nothing worded ends with."""
_NO_TOPIC = words("that will can could would should does did")
"""What a misparsed clause begins with, and no noun phrase."""
_TIMES = words("year month week day time moment")
_LONGEST_TOPIC = 10
"""Words of the longest topic: more is a sentence, not a heading."""


class Topics:
    """Names what the candidates of one text are about."""

    def __init__(self, phrases: Phrases) -> None:
        """Name with the phrases of one text."""
        self._phrases = phrases

    def text(self, candidate: QuestionCandidate) -> str:
        """A noun phrase that says what the question is about."""
        wording, paragraph = candidate.found.wording, candidate.paragraph
        if wording.form is Form.SCHEDULE:
            return self._schedule_topic(wording, paragraph)
        if wording.form is Form.APPEAL:
            is_witness = wording.head.lemma_ == "witness"
            return "Appeal for witnesses" if is_witness else "Appeal for information"
        if wording.form is Form.INDIRECT and (clause := self._clause(wording.head, paragraph)):
            return clause
        if wording.form is Form.SAYS and wording.topic is None:
            return ""  # Who is silent is no topic.
        is_denied = candidate.kind is QuestionKind.DISPUTED and wording.form is Form.TOPIC
        if is_denied and (denial := self._denial(candidate)):
            return denial
        lone = ""
        for text in self._nouns(candidate):
            if len(text.split()) > 1:
                return text
            # A name alone says least: only where there is nothing more.
            lone = lone or text
        return lone

    def _nouns(self, candidate: QuestionCandidate) -> Iterator[str]:
        """The noun phrases that may be shown as a topic, likeliest first."""
        form = candidate.found.wording.form
        for head in self._heads(candidate):
            for lean in (False, True):
                try:
                    text = self._phrases.noun(head, candidate.paragraph, lean=lean)
                except NotClearError:
                    continue
                if _is_topic(text.lower().split(), may_ask=form is Form.INDIRECT):
                    yield self._shown(head, text, candidate)

    def _heads(self, candidate: QuestionCandidate) -> Iterator[Token]:
        """The nouns a candidate may be about, likeliest first."""
        wording, paragraph = candidate.found.wording, candidate.paragraph
        first, stop = candidate.tokens
        inside = [t for t in wording.head.subtree if first <= t.i < stop]
        for head in (
            wording.topic,
            shared_subject(wording.head),
            wording.actor,
            *self._phrases.named_first(inside, paragraph),
            *self._phrases.named_first(wording.head.doc[first:stop], paragraph),
        ):
            if head is None or head.pos_ not in {"NOUN", "PROPN"}:
                continue
            timed = head.ent_type_ in {"DATE", "TIME"} or head.lemma_ in _TIMES
            if not timed and head.tag_ not in WH_TAGS:
                yield head

    def _shown(self, head: Token, text: str, candidate: QuestionCandidate) -> str:
        """A topic as it is shown; a lone noun is made a question or left out."""
        says = text.lower().split()
        if says[0] in {"the", "a", "an", "any", "his", "her", "its", "their"}:
            says = says[1:]
        named = self._phrases.entity(head, candidate.paragraph) is not None
        if len(says) > 1 or head.pos_ == "PROPN" or named:
            return capitalised(text)
        if not text.startswith("the "):
            return ""
        if head.lemma_ == "detail":
            return "Further details"
        if candidate.kind in {QuestionKind.UNDECIDED, QuestionKind.OUTCOME}:
            return f"What will happen to {text}?"
        return f"What is known about {text}?" if candidate.kind is QuestionKind.UNKNOWN else ""

    def _denial(self, candidate: QuestionCandidate) -> str:
        """Somebody's denial of something, where it is not said of what."""
        wording = candidate.found.wording
        holder = candidate.found.holder
        if holder is None or wording.topic is None or wording.topic == holder:
            return ""
        try:
            owner = self._phrases.owned(holder, candidate.paragraph)
            text = self._phrases.noun(wording.topic, candidate.paragraph, lean=True)
        except NotClearError:
            return ""
        text = re.sub(r"^(an?|any) ", "", text, flags=re.IGNORECASE)
        denial = f"{owner} denial of {text}"
        return capitalised(denial) if len(denial.split()) <= _LONGEST_TOPIC else ""

    def _clause(self, clause: Token, paragraph: Paragraph) -> str:
        """An embedded question as it stands: "whether the truce will hold"."""
        tokens = phrase_tokens(clause, lean=True)
        while tokens and tokens[0].dep_ == "prep":
            tokens.pop(0)
        if not any(is_verbal(t) for t in tokens):
            return ""
        try:
            text = self._phrases.words(tokens, paragraph)
        except NotClearError:
            return ""
        return capitalised(text) if 3 <= len(text.split()) <= _LONGEST_TOPIC else ""

    def _schedule_topic(self, wording: Wording, paragraph: Paragraph) -> str:
        noun = wording.head
        if not any(
            c.dep_ in {"prep", "compound", "poss"} and c.pos_ != "PRON" for c in noun.children
        ):
            matter = self._phrases.matter_before(noun, paragraph)
            return f"{noun.lemma_.capitalize()} for {matter}" if matter else ""
        try:
            text = self._phrases.noun(noun, paragraph, lean=True)
        except NotClearError:
            text = noun.text
        text = re.sub(r"^(an?|the|any|no) ", "", text, flags=re.IGNORECASE)
        return capitalised(text) if len(text.split()) > 1 else ""


def _is_topic(parts: Sequence[str], *, may_ask: bool) -> bool:
    """Whether words, in lower case, are a finished noun phrase of bearable length."""
    if not 0 < len(parts) <= _LONGEST_TOPIC:
        return False
    # "Which newspaper" repeats what is not said, and nothing else.
    opens_question = parts[0] in WH_OPENINGS and not may_ask
    return parts[-1] not in UNFINISHED and parts[0] not in _NO_TOPIC and not opens_question


def capitalised(text: str) -> str:
    """A text with a capital and the rest as it is."""
    return text[:1].upper() + text[1:]
