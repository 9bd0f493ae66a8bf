"""Whether a question says enough to be understood without its sentence, and ends where it may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.questions.clauses import SUBJECTS, WH_TAGS, is_infinitive, lemma
from tui.analysis.questions.embedded import is_split_off
from tui.analysis.questions.question_candidates import Form, QuestionCandidate
from tui.analysis.questions.wording.finishing import WH_OPENINGS

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_SAYS_LITTLE = words(
    """
    what who whom whose which when where why how will would did does do is are was were can could
    should must may might shall has have had be been being there it get not
    """
)
_NOBODY_NAMED = words("someone somebody one ones other others many some")
"""Subjects that only the words around a question tell from others."""
_THINNEST = 2
"""Words with a meaning of their own that a question has: who, and what they do."""
_QUANTITIES = words("more less much enough further most")
_COUNTED = frozenset({Form.INDIRECT, Form.EVENT, Form.FACT, Form.LEFT_OUT, Form.EXISTENCE})
"""Forms of clauses, and of what there will be; the frame of any other says enough."""


def says_enough(candidate: QuestionCandidate, text: str) -> bool:
    """One that asks for yes or no tells what of: "Will there be a delay?" does not.

    A wh-word asks for something that the reader has not been told, and needs less.
    """
    said = [word.strip(",.'\"“”") for word in text.rstrip("?").split()]
    asks_for = any(word.lower() in WH_OPENINGS for word in said[:2])
    if candidate.found.wording.form not in _COUNTED or asks_for:
        return True
    tokens = {t.text: t for t in candidate.paragraph.doc}
    return sum(_has_content(word, tokens.get(word)) for word in said) >= _THINNEST


def _has_content(word: str, token: Token | None) -> bool:
    if word.lower() in _SAYS_LITTLE:
        return token is not None and token.pos_ == "NOUN"  # "Is the will valid?"
    return token is None or (token.pos_ in _CONTENT and token.tag_ not in WH_TAGS)


def names_who_acts(candidate: QuestionCandidate, text: str) -> bool:
    """Its subject is no "others" and no "someone", of whom the sentence says more."""
    opening, subject, *rest = text.rstrip("?").split()
    if opening.lower() in WH_OPENINGS or subject.lower() not in _NOBODY_NAMED or rest[:1] == ["of"]:
        return True
    tokens = {t.text: t for t in candidate.paragraph.doc}
    following = tokens.get(rest[0]) if rest else None
    if following is None:
        return "-" in "".join(rest[:1])  # A word in two parts, or a verb in another form.
    return following.pos_ in {"NOUN", "ADJ", "PROPN"}


def ends_whole(candidate: QuestionCandidate, text: str) -> bool:
    """What its last word needs behind it has not been left out: "in a bid", "do more".

    That is the plan or the clause a noun stands for, how much more is done for what, and a
    particle of the verb.
    """
    if candidate.found.wording.form not in _COUNTED:
        return True
    last = text.rstrip("?").split()[-1].strip(",.'\"“”’")
    first, stop = candidate.tokens
    places = [t for t in candidate.paragraph.doc[first:stop] if t.text == last]
    return not any(_goes_on(token) for token in places[-1:])


def _goes_on(last: Token) -> bool:
    if last.i + 1 >= len(last.doc):
        return False
    following = last.nbor()
    if any(_completes(child) for child in last.rights):
        return True
    if following.tag_ == "TO":
        return lemma(last) in _QUANTITIES or following.head.head == last
    if following.lower_ == "as" and following.dep_ == "prep":
        return last.head.pos_ == "VERB" and following.head == last.head
    bare = following.dep_ in {"prt", "prep"} and not following.n_rights
    return bare and following.head.pos_ == "VERB"


def _completes(child: Token) -> bool:
    """Whether a clause tells what a noun is: "plans to move", "the idea that it moves"."""
    if child.dep_ in {"acl", "relcl"} and is_infinitive(child):
        return True
    if child.dep_ not in {"acl", "ccomp"} or is_split_off(child):
        return False
    return any(c.dep_ in SUBJECTS for c in child.lefts) or child.dep_ == "ccomp"
