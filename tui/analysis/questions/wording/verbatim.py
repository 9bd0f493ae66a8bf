"""Questions that stand in the text, as a reader is shown them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.questions.clauses import WH_TAGS
from tui.analysis.questions.question_candidates import Wording
from tui.analysis.questions.wording.phrases import LONGEST, NotClearError, Phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.parsed import Paragraph

_MARKS = " \n\"'“”‘’?"
"""What stands around a question and is no part of it."""
_PAUSES = frozenset(",;:–—")
_OPENS = 3
"""The last token of what merely opens a sentence: "In short, ...", "Well: ..."."""
_SPEAKS_FOR_ITSELF = 6
"""Words of a question whose pronouns may stay: it tells more than "Isn't it lovely?"."""


def verbatim(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """A question of the text, without its opening conjunction."""
    sentence = wording.head.sent
    tokens = [t for t in sentence if t.text != "?"]
    if len(tokens) > LONGEST:
        tokens = _first_question(tokens)
    if not tokens or not _is_asked(tokens):
        raise NotClearError("what leads to the question, not the question")
    try:
        text = phrases.words(tokens, paragraph, subject="the sentence's own")
    except NotClearError:
        if len(tokens) < _SPEAKS_FOR_ITSELF:
            raise
        # Its own words are a question all the same.
        text = sentence.doc[tokens[0].i : tokens[-1].i + 1].text.strip(_MARKS)
    opening = text.split(" ")[0].lower() if text else ""
    if opening in {"but", "and", "so", "or"}:
        text = text[len(opening) :].lstrip(" ,")
    return text


def _first_question(tokens: list[Token]) -> list[Token]:
    """A long question up to where another begins, or without the last part it can do without.

    "..., or does it?"; "Does he owe more than he has declared so far?". What leads to the
    question is left out: "It comes down to this: who pays?".
    """
    breaks = [n for n, t in enumerate(tokens) if n > _OPENS and t.text in _PAUSES]
    if breaks and tokens[breaks[0] + 1 :]:
        before, after = tokens[: breaks[0]], tokens[breaks[0] + 1 :]
        leads_to_it = not _is_asked(before) and _is_asked(after)
        tokens = after if leads_to_it else before
    ends = [
        number
        for number, token in enumerate(tokens[: LONGEST + 1])
        if number >= _SPEAKS_FOR_ITSELF
        and token.left_edge == token
        and (token.dep_ in {"prep", "mark"} or token.lower_ == "than")
        and _has_predicate(tokens[:number])
    ]
    return tokens[: ends[-1]] if len(tokens) > LONGEST and ends else tokens


def _is_asked(tokens: list[Token]) -> bool:
    """Whether a cut question still has its wh-word, or its verb before its subject."""
    opening = next((t for t in tokens if t.dep_ != "cc" and t.is_alpha), tokens[0])
    asks = opening.pos_ == "AUX" or opening.lemma_ in {"do", "be", "have"}
    return asks or any(t.tag_ in WH_TAGS for t in tokens)


def _has_predicate(tokens: list[Token]) -> bool:
    """Whether a cut question still says something: "is the idea of paying" does not."""
    root = tokens[0].sent.root
    if root.lemma_ == "be":
        return any(t.head == root and t.dep_ in {"attr", "acomp"} for t in tokens)
    return any(t.pos_ == "VERB" for t in tokens)
