"""Which wordings a reader may be shown: forms that are right, and what is looked at in each.

A question is worded only where its kind of wording was right in nine of ten cases that were
judged by reading; where it was not, or where one of the checks finds something amiss, the
clause of the text stands in its place. There is one decision, `is_safe`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.questions.clauses import NEGATORS, SUBJECTS, lemma, negator
from tui.analysis.questions.embedded import is_split_off
from tui.analysis.questions.question_candidates import Form, QuestionCandidate
from tui.analysis.questions.wording.effects import is_deed
from tui.analysis.questions.wording.referents import is_human
from tui.analysis.questions.wording.sufficiency import ends_whole, names_who_acts, says_enough
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

ENOUGH = 0.9
"""Least share of wordings of a form that were good or acceptable for it to be shown."""
RIGHT: Mapping[Form, float] = {
    Form.INDIRECT: 0.95,
    Form.EVENT: 0.93,
    Form.FACT: 0.91,
    Form.LEFT_OUT: 0.9,
    Form.VERBATIM: 0.95,
    Form.SAYS: 0.92,
    Form.INTENDS: 0.9,
    Form.SCHEDULE: 0.95,
    Form.WHY: 0.95,
    Form.BLAME: 0.9,
    Form.RESUMES: 0.9,
    Form.RULES: 0.9,
    Form.WHERE: 0.9,
    Form.COURT: 0.9,
}
"""Share of good or acceptable wordings by form, after the checks. A form that is named neither
here nor below was right less often and is not worded. Below the first three, fewer than thirty of
a form were judged."""
RIGHT_AFTER: Mapping[tuple[Form, Rule], float] = {
    (Form.EXISTENCE, Rule.NOT_RULED_OUT): 0.9,
    (Form.EXISTENCE, Rule.DEMANDED): 0.9,
    (Form.EXISTENCE, Rule.CALLED_FOR): 0.9,
    (Form.EXISTENCE, Rule.SOUGHT): 0.9,
    (Form.EXISTENCE, Rule.MUST_BE_DONE): 0.9,
    (Form.EXISTENCE, Rule.FEARED): 0.9,
    (Form.TOPIC, Rule.BEING_CONSIDERED): 0.9,
    (Form.APPROVAL, Rule.BEING_CONSIDERED): 0.9,
    (Form.FATE, Rule.BEING_CONSIDERED): 0.9,
    (Form.FATE, Rule.NOT_SETTLED): 0.9,
    (Form.TOPIC, Rule.FACED): 0.9,
    (Form.KNOWN, Rule.BEING_LOOKED_INTO): 0.9,
    (Form.KNOWN, Rule.INQUIRY_UNDER_WAY): 0.9,
    (Form.WINNER, Rule.CLOSE_CONTEST): 0.9,
    (Form.RESULT, Rule.TALKS_HELD): 0.9,
    (Form.RESULT, Rule.STILL_GOING_ON): 0.9,
    (Form.FATE, Rule.YET_TO_BE_DONE): 0.9,
    (Form.FATE, Rule.TO_BE_RULED_ON): 0.9,
    (Form.FATE, Rule.TALKS_HELD): 0.9,
    (Form.TOPIC, Rule.CALLED_UNCLEAR): 0.9,
    (Form.TOPIC, Rule.NOBODY_KNOWS): 0.9,
    (Form.TOPIC, Rule.HARD_TO_KNOW): 0.9,
    (Form.TOPIC, Rule.NOT_DECIDED): 0.9,
    (Form.TOPIC, Rule.OPEN_QUESTION): 0.9,
}
"""The same for forms that are right only where certain frames found them."""
WRONG_AFTER = frozenset({(Form.EVENT, Rule.TO_BE_RULED_ON)})
"""Frames after which a form that is right elsewhere was mostly wrong: a panel that is to choose
leaves open whom it will choose, not whether it will."""

Check = Callable[[QuestionCandidate, str], bool]


def is_safe(candidate: QuestionCandidate, text: str) -> bool:
    """Whether a wording may be shown instead of the clause it comes from."""
    form = candidate.found.wording.form
    right = RIGHT.get(form) or RIGHT_AFTER.get((form, candidate.rule), 0.0)
    if right < ENOUGH or (form, candidate.rule) in WRONG_AFTER:
        return False
    return all(check(candidate, text) for check in CHECKS)


_OPENERS = words(
    """
    will did does do is are was were has have had can could should must may might shall
    what who whom whose which when where why how
    """
)
_POLAR = words("will could did does do is are was")
_PRONOUNS = words("i you he she it we they me him us them this these those myself yourself my your")
_OF_A_PERSON = words("his her him himself herself")
_OWNED = _OF_A_PERSON | words("its their itself themselves")
_SOMEBODY = words("analyst nominee candidate victim mp chef aide boss star hero child girl boy")
"""Persons that no ending gives away."""
_PLACES = frozenset({"GPE", "LOC", "NORP"})
"""What the parser takes for no person, and is none; firms it mistakes people for."""
_LEFT_BEHIND = words("which whom whose anybody anyone anything nobody nothing so")
_TIMED = re.compile(
    r"\bthis (\w+ )?(second|hour|morning|afternoon|evening|day|week|weekend|month|\w+day|"
    r"spring|summer|autumn|fall|winter|year|decade|century)\b"
)
"""Times that are told from the day of writing on."""
_SIGNS = re.compile(r"[^\w\s,.;:'’\"“”‘&$€£¥%()/+?-]|https?:|www\.|\w/\w")
_OF_CLAUSES = frozenset({Form.INDIRECT, Form.EVENT, Form.FACT, Form.LEFT_OUT})
"""Forms that turn a clause round, and so could lose what denies it."""
_OPENS_EXISTENCE = "Will there be "
_TYPED = frozenset(".!?…”’\"'")


def opens_like_a_question(candidate: QuestionCandidate, text: str) -> bool:
    """Its first word asks: an auxiliary or a wh-word; in a wh-question one stands later."""
    opening = next((w for w in text.lower().split() if w not in {"in", "to", "for"}), "")
    return opening in _OPENERS and " that " not in text[: len(opening) + 6]


def has_no_pronoun(candidate: QuestionCandidate, text: str) -> bool:
    """Nobody has to guess of whom it speaks: whatever stands for something has been named."""
    said = [w.strip("?,.'\"") for w in _TIMED.sub("", text).split()]
    said = [w if w == "US" else w.lower() for w in said]
    if "such" in said or "do so" in " ".join(said):
        return False  # "Such a vote", "instruct him to do so": as was told before.
    return not _PRONOUNS & set(said) and said[-1] not in _LEFT_BEHIND


def is_plain(candidate: QuestionCandidate, text: str) -> bool:
    """No markup, addresses or other signs have come along, and no half of a pair of marks."""
    if " between " in text and " and " not in text.partition(" between ")[2]:
        return False
    if _SIGNS.search(text) or " - " in text or text.count("(") != text.count(")"):
        return False
    return text.count('"') % 2 == 0 and "' " not in text.replace("s' ", "  ")


def is_from_a_sentence(candidate: QuestionCandidate, text: str) -> bool:
    """The clause stands in a sentence: headlines lack articles and forms of "be"."""
    head = candidate.found.wording.head
    last = next((t for t in reversed(head.sent) if not t.is_space), head)
    return last.text[-1:] in _TYPED


def keeps_denials(candidate: QuestionCandidate, text: str) -> bool:
    """Nothing that is denied is asked as if it were not.

    That the asked verb itself is denied is no matter where yes or no is asked: "may not pass"
    is about whether it will pass.
    """
    head = candidate.found.wording.head
    if candidate.found.wording.form not in _OF_CLAUSES:
        return True
    own = negator(head)
    said = set(text.lower().rstrip("?").split())
    first, stop = candidate.tokens
    for token in _below(head):
        if token == own or token.lower_ not in NEGATORS or not first <= token.i < stop:
            continue
        if token.lower_ not in said:
            return False
    is_polar = text.split(" ")[0].lower() in _POLAR
    return own is None or is_polar or "not" in said or own.lower_ in said


def comes_about(candidate: QuestionCandidate, text: str) -> bool:
    """What is called for is something done, an inquiry or a vote: no thing, sum or person.

    A sum that is demanded is there; whether it is paid is asked.
    """
    noun = candidate.found.wording.head
    if candidate.found.wording.form is not Form.EXISTENCE or candidate.rule is Rule.NOT_RULED_OUT:
        return True
    if not noun.n_lefts and not noun.n_rights:
        return False  # "Seek cuts": of what is said elsewhere.
    return is_deed(noun) or not text.startswith(_OPENS_EXISTENCE)


def is_told_here(candidate: QuestionCandidate, text: str) -> bool:
    """What is asked stands in the sentence, or is "it": "the charge" may be any of those before."""
    cues, head = candidate.found.cues, candidate.found.wording.head
    if candidate.found.wording.form is not Form.FACT or head.sent == cues[0].sent:
        return True
    after = candidate.paragraph.doc[max(c.i for c in cues) + 1 : candidate.tokens[1]]
    return not any(t.pos_ in {"NOUN", "PROPN"} or t.dep_ in SUBJECTS for t in after)


def names_the_owner(candidate: QuestionCandidate, text: str) -> bool:
    """Somebody has been named before "his" or "her", and something before "its" or "their"."""
    said = text.rstrip("?").split()
    place = next((n for n, word in enumerate(said) if word in _OWNED), None)
    if place is None or candidate.found.wording.form is Form.VERBATIM:
        return True
    tokens = {t.text: t for t in candidate.paragraph.doc}
    fits = _is_somebody if said[place] in _OF_A_PERSON else _is_something
    return any(fits(word, tokens.get(word)) for word in said[1:place])


def _is_somebody(word: str, token: Token | None) -> bool:
    """Whether a word of a question may be a person: a name, or a noun for one."""
    if token is None or token.pos_ == "PROPN":
        other = token is not None and token.ent_type_ in _PLACES
        return word[:1].isupper() and not other
    return token.ent_type_ == "PERSON" or is_human(token) or lemma(token) in _SOMEBODY


def _is_something(word: str, token: Token | None) -> bool:
    return word[:1].isupper() if token is None else token.pos_ in {"NOUN", "PROPN", "NUM"}


def _below(head: Token) -> list[Token]:
    """The words of a clause, without those of clauses that are only joined to it."""
    joined = [c for c in head.rights if c.dep_ in {"conj", "parataxis"} or is_split_off(c)]
    apart = {t.i for c in joined for t in c.subtree}
    apart |= {t.i for c in head.subtree if _is_aside(c) for t in c.subtree}
    return [t for t in head.subtree if t.i not in apart]


def _is_aside(clause: Token) -> bool:
    """Whether a clause only says more of a noun, or is the "not" of "whether or not"."""
    before = clause.left_edge.nbor(-1).text if clause.left_edge.i else ""
    return (clause.dep_ == "relcl" and before == ",") or (clause.lower_ == "not" and before == "or")


CHECKS: tuple[Check, ...] = (
    opens_like_a_question,
    has_no_pronoun,
    is_plain,
    is_from_a_sentence,
    keeps_denials,
    comes_about,
    is_told_here,
    names_the_owner,
    says_enough,
    names_who_acts,
    ends_whole,
)
"""What is looked at in every worded question."""
