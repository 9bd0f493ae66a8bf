"""The forms of verbs a question needs: base form, auxiliary, do-support.

English only, and only what turning a clause into a question takes (Quirk et al. 1985, 11.4):
the first auxiliary moves before the subject, a form of "do" stands in where there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.questions.clauses import auxiliaries, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_FULL_FORMS = {
    "'ll": "will",
    "’ll": "will",
    "'ve": "have",
    "’ve": "have",
    "wo": "will",
    "ca": "can",
}
_SHORT = frozenset({"'s", "’s", "'d", "’d", "'re", "’re", "'m", "’m"})
_STATES = frozenset({"be", "have"})
_MAY = frozenset({"may", "might", "could"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_PLURAL_NOUNS = frozenset(
    {"people", "police", "they", "we", "you", "these", "those", "both", "many", "whereabouts"}
)


def base_form(verb: Token) -> str:
    """The bare form of a verb."""
    if verb.tag_ in {"VB", "VBP"} and verb.lemma_ != "be":
        return verb.lower_
    return lemma(verb)


def full_form(auxiliary: Token) -> str:
    """An auxiliary written out: 'll -> will, 's -> is or has."""
    text = str(auxiliary.lower_)
    if text in _FULL_FORMS:
        return _FULL_FORMS[text]
    if text in _SHORT:
        verb = auxiliary.head
        if text[1:] == "d":
            return "had" if verb.tag_ == "VBN" else "would"
        if text[1:] in {"re", "m"}:
            return "are" if text[1:] == "re" else "is"
        # "She's read it" is tagged like "she'll read it", or like a passive with an object.
        if any(c.lower_ == "been" for c in verb.lefts):
            return "has"  # "It's been sold".
        done = verb.tag_ in {"VBN", "VB", "VBD"}
        active = auxiliary.dep_ == "aux" or any(c.dep_ == "dobj" for c in verb.rights)
        return "has" if done and active else "is"
    return text


def is_plural(noun: Token) -> bool:
    """Whether a subject takes the plural form of a verb."""
    if noun.lower_ == "there":
        # What there is decides: "there were survivors".
        subjects = [
            c for c in noun.head.children if c != noun and c.dep_ in {"attr", "nsubj", "dobj"}
        ]
        return bool(subjects) and is_plural(subjects[0])
    if noun.tag_ in _PLURAL_TAGS or noun.lower_ in _PLURAL_NOUNS:
        return not (noun.tag_ == "NNPS" and noun.ent_type_ == "GPE")
    if noun.lower_ in {"any", "some", "all", "many", "most"}:
        group = next((g for c in noun.rights if c.dep_ == "prep" for g in c.rights), None)
        return group is not None and group.tag_ in _PLURAL_TAGS
    return any(child.dep_ == "conj" for child in noun.rights)


def be_form(noun: Token, *, past: bool) -> str:
    """The form of "be" that agrees with a subject."""
    if past:
        return "were" if is_plural(noun) else "was"
    return "are" if is_plural(noun) else "is"


def asked_modal(verb: Token) -> str:
    """What opens a question on what may come: "will", or "could" where it may be so already.

    "May be hired", "might be a fake", "could have claims" and "may be hiding it" tell of today
    or of a day to come: "could" asks after both, as the text does.
    """
    forms = [full_form(a) for a in auxiliaries(verb)]
    is_state = verb.lemma_ in _STATES or "be" in forms
    able = any(c.dep_ == "acomp" and c.lower_ in {"able", "unable"} for c in verb.rights)
    return "could" if forms[:1] and forms[0] in _MAY and is_state and not able else "will"


def asked_group(verb: Token, subject: Token) -> tuple[str, list[str]]:
    """The word before the subject and those after it when a finite clause is asked.

    Args:
        verb: The head of the clause; a copula or a full verb.
        subject: The head of its subject.

    Returns:
        The auxiliary, then the other auxiliaries with the verb.
    """
    auxes = auxiliaries(verb)
    forms = [full_form(a) for a in auxes]
    if forms:
        return forms[0], [*forms[1:], verb.lower_]
    if verb.lemma_ == "be":
        return be_form(subject, past=verb.tag_ == "VBD"), []
    if verb.tag_ == "VBD":
        return "did", [base_form(verb)]
    return ("do" if is_plural(subject) else "does"), [base_form(verb)]
