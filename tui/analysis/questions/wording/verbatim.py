"""Questions that stand in the text, as a reader is shown them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.questions.candidates import Wording
from tui.analysis.questions.wording.phrases import LONGEST, NotClearError, Phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.parsed import Paragraph

_MARKS = " \n\"'“”‘’?"
"""What stands around a question and is no part of it."""
_SPEAKS_FOR_ITSELF = 6
"""Words of a question whose pronouns may stay: it tells more than "Isn't it lovely?"."""


def verbatim(phrases: Phrases, wording: Wording, paragraph: Paragraph) -> str:
    """A question of the text, without its opening conjunction."""
    sentence = wording.head.sent
    tokens = [t for t in sentence if t.text != "?"]
    if len(tokens) > LONGEST:
        tokens = _first_question(tokens)
    try:
        text = phrases.words(tokens, paragraph, subject="the sentence's own")
    except NotClearError:
        if len(tokens) < _SPEAKS_FOR_ITSELF:
            raise
        # Its own words are a question all the same.
        text = sentence.doc[tokens[0].i : tokens[-1].i + 1].text.strip(_MARKS)
    opening = text.split(" ")[0].lower() if text else ""
    if opening in {"but", "and", "so"}:
        text = text[len(opening) :].lstrip(" ,")
    return text


def _first_question(tokens: list[Token]) -> list[Token]:
    """A long question up to where another begins, or without the last part it can do without.

    "..., or does it?"; "Does he owe more than he has declared so far?".
    """
    for number, token in enumerate(tokens[4:], 4):
        if token.text in {",", ";", "–", "—"} and tokens[number + 1 :]:
            tokens = tokens[:number]
            break
    ends = [
        number
        for number, token in enumerate(tokens[: LONGEST + 1])
        if number >= _SPEAKS_FOR_ITSELF
        and token.left_edge == token
        and (token.dep_ in {"prep", "mark"} or token.lower_ == "than")
        and any(t.pos_ == "VERB" for t in tokens[:number])
    ]
    return tokens[: ends[-1]] if len(tokens) > LONGEST and ends else tokens
