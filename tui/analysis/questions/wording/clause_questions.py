"""Questions made of a clause, turned round: "why he left" becomes "Why did he leave?"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.lexicons.openness.deciding import DECIDING
from tui.analysis.lexicons.openness.demanding import DEPENDING
from tui.analysis.lexicons.openness.foreseeing import AMOUNTS
from tui.analysis.questions.clauses import (
    WH_TAGS,
    auxiliaries,
    has_object_gap,
    is_infinitive,
    is_negated,
    lemma,
    shared_subject,
    subject_of,
)
from tui.analysis.questions.embedded import clause_opening
from tui.analysis.questions.frames.frame import acts
from tui.analysis.questions.question_candidates import Wording
from tui.analysis.questions.wording.clause_ends import joined
from tui.analysis.questions.wording.completeness import (
    asks_for_subject,
    is_done,
    is_misread,
    is_over,
    is_stranded,
    is_within_question,
    says_nothing,
)
from tui.analysis.questions.wording.definiteness import loses_which
from tui.analysis.questions.wording.effects import (
    asked_words,
    effective,
    is_forced,
    what_ends,
    who_pays,
)
from tui.analysis.questions.wording.finishing import WH_OPENINGS, definite
from tui.analysis.questions.wording.inflection import (
    asked_group,
    asked_modal,
    base_form,
    be_form,
    full_form,
)
from tui.analysis.questions.wording.naming import set_off
from tui.analysis.questions.wording.phrases import NotClearError, Phrases, TooLongError
from tui.analysis.questions.wording.referents import (
    fits,
    is_antecedent,
    is_far,
    is_human,
    is_within_deed,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.parsed import Paragraph

_BY_NOW = words("currently now already still actually")
_TELLING = words("say add tell")
_PERFECT = words("have having")
_LONGEST_ACTOR = 8
"""Words of a subject that is not cut: a longer one leaves no room for what it does."""


class ClauseQuestions:
    """Turns clauses of one text into questions.

    Each public method returns the words of a question without capital and mark, or raises
    `NotClearError` where a part is missing.
    """

    def __init__(self, phrases: Phrases) -> None:
        """Word with the names of one text."""
        self._phrases = phrases

    def indirect(self, wording: Wording, paragraph: Paragraph) -> str:
        """An embedded question, in the order of a main clause."""
        clause = wording.head
        opening = clause_opening(clause)
        if opening.dep_ == "prep" and clause.dep_ == "relcl":
            opening = opening.nbor()
        if says_nothing(clause) or is_misread(clause, opening):
            raise NotClearError("what is done stands elsewhere")
        if opening.lower_ in {"whether", "if"}:
            actor = wording.actor or _nearest_subject(clause)
            if subject_of(clause) is None and not is_infinitive(clause):
                raise NotClearError("neither who nor when")
            return self._polar(clause, paragraph, actor)
        subject = subject_of(clause)
        if subject is None:
            return self._wh_infinitive(clause, opening, wording.actor, paragraph)
        if subject.i < opening.i:
            raise NotClearError("the wh-word stands inside")
        phrase = _without_asides(clause.doc[opening.i : subject.left_edge.i])
        # Already asked ("the question is: how would he pay"): "would" moves with the others.
        phrase = [t for t in phrase if t not in auxiliaries(clause)]
        in_subject = any(t.tag_ in WH_TAGS for t in subject.subtree)
        if in_subject:
            if not asks_for_subject(opening, subject) or is_stranded(clause):
                raise NotClearError("how dangerous they are: not the subject's own how")
            front = self._phrases.words(clause.doc[opening.i : subject.right_edge.i + 1], paragraph)
            group = [full_form(a) for a in auxiliaries(clause)] + [clause.lower_]
            group = ["will" if w == "would" else w for w in group]
            return self._joined([front, *group], clause, paragraph, front)
        if opening.lower_ in {"which", "whose"} and len(phrase) == 1:
            raise NotClearError("which of them stands elsewhere")
        front = self._phrases.words(phrase, paragraph)
        self._check_actor(subject, clause, paragraph)
        name = self._actor(subject, clause, paragraph)
        first, group = self._group(clause, subject)
        if is_negated(clause) and any(c.dep_ == "neg" for c in clause.lefts):
            group = ["not", *group]
        if first in {"might", "may"} and opening.lower_ in {"what", "how", "when"}:
            first = "will"
        return self._joined([front, first, name, *group], clause, paragraph, name)

    def _wh_infinitive(
        self, clause: Token, opening: Token, actor: Token | None, paragraph: Paragraph
    ) -> str:
        """How to spend it -> How will X spend it?"""
        actor = actor or shared_subject(clause.head)
        if not is_infinitive(clause) or not self._can_act(actor, paragraph) or actor is None:
            raise NotClearError("nobody acts")
        to = next(c for c in clause.lefts if c.tag_ == "TO")
        front = self._phrases.words(clause.doc[opening.i : to.i], paragraph)
        name = self._phrases.noun(actor, paragraph, lean=True)
        return self._joined([front, "will", name, base_form(clause)], clause, paragraph, name)

    def _group(self, clause: Token, subject: Token) -> tuple[str, list[str]]:
        first, group = asked_group(clause, subject)
        if first == "must" and group[:1] == ["have"]:
            raise NotClearError("must have: concluded, not obliged")
        if first == "had" and clause.tag_ == "VBN":
            # "had burned", told in the past, is "did burn" today.
            if group[:1] == ["been"]:
                return be_form(subject, past=True), group[1:]
            return "did", [base_form(clause)]
        if first in {"do", "does"} and lemma(_governor(clause)) in DECIDING | DEPENDING:
            return "will", group
        return ("will" if first == "would" else first), group

    def _polar(self, clause: Token, paragraph: Paragraph, actor: Token | None) -> str:
        """A clause as a yes-or-no question in its own tense."""
        subject = subject_of(clause) or actor
        if (
            subject is not None
            and actor is not None
            and subject.pos_ == "PRON"
            and actor.i > clause.i
        ):
            subject = actor  # "Asked whether he would resign, the governor ...".
        if subject is None or subject.tag_ in WH_TAGS or has_object_gap(clause):
            raise NotClearError("no subject")
        self._check_actor(subject, clause, paragraph)
        if any(a.i < subject.i < clause.i for a in auxiliaries(clause)):
            raise NotClearError("should it go on: a condition")
        if subject_of(clause) is None and clause.tag_ in {"VBD", "VBZ", "VBP"}:
            raise NotClearError("who does it was read as part of another clause")
        if subject_of(clause) is None:
            if clause.tag_ == "VBG" or any(full_form(a) in _PERFECT for a in auxiliaries(clause)):
                return self._done(clause, subject, paragraph)
            if is_infinitive(clause) and not self._can_act(subject, paragraph):
                raise NotClearError("nobody acts")
            name = self._phrases.noun(subject, paragraph, lean=True)
            return self._joined(["will", name, base_form(clause)], clause, paragraph, name)
        if clause.tag_ in {"VBG", "VBN", "VB"} and not auxiliaries(clause):
            raise NotClearError("not finite")
        name = self._subject(subject, clause, actor, paragraph)
        first, group = self._group(clause, subject)
        return self._joined([first, name, *group], clause, paragraph, name)

    def _subject(
        self, subject: Token, verb: Token, actor: Token | None, paragraph: Paragraph
    ) -> str:
        """A subject, or who acts where it is a pronoun that nothing else explains."""
        if subject.lower_ == "there":
            return "there"
        try:
            return self._actor(subject, verb, paragraph)
        except NotClearError:
            stands_in = subject.lower_ in {"he", "she", "they", "it"}
            if actor is None or actor == subject or not stands_in or not fits(subject, actor):
                raise
            return self._phrases.noun(actor, paragraph, lean=True)

    def _done(self, clause: Token, subject: Token, paragraph: Paragraph) -> str:
        """Denied taking it, is said to have taken it -> Did X take it?"""
        name = self._phrases.noun(subject, paragraph, lean=True)
        auxes = auxiliaries(clause)
        if any(a.lower_ in {"been", "being", "be"} for a in auxes):
            if clause.tag_ != "VBN":
                raise NotClearError("neither done nor over")
            group = [be_form(subject, past=True), name, clause.lower_]
            return self._joined(group, clause, paragraph, name)
        if clause.lemma_ == "be":
            return self._joined([be_form(subject, past=True), name], clause, paragraph, name)
        return self._joined(["did", name, base_form(clause)], clause, paragraph, name)

    def left_out(self, wording: Wording, paragraph: Paragraph) -> str:
        """Stopped it, but did not say when -> When did X stop it?"""
        clause, opening = wording.head, wording.topic
        subject = subject_of(clause) or wording.actor
        finite = clause.tag_ in {"VBD", "VBZ", "VBP"} or bool(auxiliaries(clause))
        if subject is None or opening is None or not finite:
            raise NotClearError("not finite")
        name = self._subject(subject, clause, wording.actor, paragraph)
        first, group = self._group(clause, subject)
        return self._joined([opening.lower_, first, name, *group], clause, paragraph, name)

    def fact(self, wording: Wording, paragraph: Paragraph) -> str:
        """What may be so, in its own tense."""
        clause = wording.head
        if lemma(clause) in _TELLING or is_within_question(clause):
            raise NotClearError("told, not done")
        forms = [full_form(a) for a in auxiliaries(clause)]
        if forms and forms[0] in {"may", "might", "could"}:
            subject = shared_subject(clause)
            if subject is None:
                raise NotClearError("no subject")
            name = self._phrases.noun(subject, paragraph, lean=True)
            if "have" in forms:
                return self._perfect(forms, clause, subject, name, paragraph)
            return self.event(wording, paragraph)
        return self._polar(clause, paragraph, wording.actor)

    def _perfect(
        self, forms: list[str], clause: Token, subject: Token, name: str, paragraph: Paragraph
    ) -> str:
        """May have left -> Did X leave?"""
        was = be_form(subject, past=True)
        if clause.lemma_ == "be":
            group = asked_words(was, subject, name, [])
        elif "been" in forms:
            group = asked_words(was, subject, name, [clause.lower_])
        else:
            group = ["did", name, base_form(clause)]
        return self._joined(group, clause, paragraph, name)

    def event(self, wording: Wording, paragraph: Paragraph) -> str:
        """What may come."""
        verb = wording.head
        subject = subject_of(verb)
        if subject is None or subject.tag_ in WH_TAGS or subject.lower_ == "that":
            subject = wording.actor or shared_subject(verb)
        if subject is None or has_object_gap(verb) or lemma(verb) in _TELLING:
            raise NotClearError("no subject")
        if says_nothing(verb) or is_within_question(verb):
            raise NotClearError("what is done stands elsewhere")
        if any(a.i < subject.i < verb.i for a in auxiliaries(verb)):
            raise NotClearError("could it be: asked already")
        if is_done(verb):
            raise NotClearError("done to it, or over")
        self._check_actor(subject, verb, paragraph)
        if subject_of(verb) is not None and is_over(verb):
            if verb.dep_ == "advcl":
                raise NotClearError("an unreal condition, or a time that is not yet")
            return self._polar(verb, paragraph, wording.actor)
        if (ended := what_ends(verb)) is not None:
            return f"will {self._phrases.noun(ended, paragraph, lean=True)} come to an end"
        if subject.lower_ == "there":
            return self._happening(verb, subject, "there", paragraph)
        try:
            name = self._actor(subject, verb, paragraph)
            if subject.is_ancestor(verb) and subject.pos_ == "NOUN":
                name = definite(self._core(subject, verb, paragraph))
            return self._happening(verb, subject, name, paragraph)
        except TooLongError:
            return self._happening(verb, subject, self._core(subject, verb, paragraph), paragraph)

    def _check_actor(self, subject: Token, verb: Token, paragraph: Paragraph) -> None:
        """Refuse who acts only by way of a relative clause, and "it" that stands for no thing.

        Raises:
            NotClearError: Who acts is not sure.
        """
        named = self._phrases.entity(subject, paragraph) is not None
        sure = is_antecedent(subject, verb) or (named and not is_within_deed(subject))
        if subject.is_ancestor(verb) and not sure:
            raise NotClearError("which of them, the relative clause tells")
        if verb.dep_ == "conj" and not subject.is_ancestor(verb) and is_far(verb):
            raise NotClearError("joined to a clause with another subject")
        if subject.lower_ == "it" and lemma(verb) in {"be", "happen", "occur"}:
            raise NotClearError("it would be wrong to: no thing is meant")

    def _can_act(self, actor: Token | None, paragraph: Paragraph) -> bool:
        """Whether somebody could do what an infinitive leaves to do: no question, no plan."""
        if actor is None:
            return False
        named = self._phrases.entity(actor, paragraph) is not None
        return named or acts(actor) or is_human(actor)

    def _core(self, subject: Token, verb: Token, paragraph: Paragraph) -> str:
        """A subject without all that follows it: "the proposed sale"."""
        if subject.pos_ != "NOUN" or subject.ent_type_:
            raise NotClearError("a name that is long")
        name = self._phrases.words(subject.doc[subject.left_edge.i : subject.i + 1], paragraph)
        if loses_which(subject, name, verb):
            raise NotClearError("which of them is not said")
        return name

    def _happening(self, verb: Token, subject: Token, name: str, paragraph: Paragraph) -> str:
        """Whether somebody, called by a name, will do something."""
        verb = effective(verb)
        if (payer := who_pays(verb)) is not None:
            paid_by = self._phrases.words(payer, paragraph, subject=name)
            return f"how much will {name} cost {paid_by}"
        auxes = auxiliaries(verb)
        forms = [full_form(a) for a in auxes]
        passive = any(a.dep_ == "auxpass" for a in auxes)
        if passive:
            done = ["have to be" if is_forced(verb) else "be", verb.lower_]
            front = asked_words(asked_modal(verb), subject, name, done)
            return self._joined(front, verb, paragraph, name)
        if verb.lemma_ == "be" and any(c.lower_ in _BY_NOW for c in verb.children):
            front = asked_words(be_form(subject, past=False), subject, name, [])
            return self._joined(front, verb, paragraph, name)
        if _is_amount_rising(subject, verb):
            front = ["how high will", name, base_form(verb) if verb.lemma_ != "be" else "be"]
            return " ".join(front)
        if verb.tag_ == "VBG" and "be" in forms and {"should", "must"} & set(forms):
            raise NotClearError("should be doing: done or not")
        if verb.tag_ == "VBG" and "be" in forms:
            is_open = asked_modal(verb) == "could" and forms[0] == "could"
            group = ["could", name, "be"] if is_open else [be_form(subject, past=False), name]
            return self._joined([*group, verb.lower_], verb, paragraph, name)
        rest = ["have to", base_form(verb)] if is_forced(verb) else [base_form(verb)]
        front = asked_words(asked_modal(verb), subject, name, rest)
        return self._joined(front, verb, paragraph, name)

    def _actor(self, subject: Token, verb: Token, paragraph: Paragraph) -> str:
        """A subject with what follows it where that is short."""
        try:
            name = self._phrases.noun(subject, paragraph)
        except NotClearError:
            name = ""
        if not 0 < len(name.split()) <= _LONGEST_ACTOR:
            name = self._phrases.noun(subject, paragraph, lean=True)
        if loses_which(subject, name, verb):
            raise NotClearError("which of them is not said")
        said = set(name.lower().split())
        if (WH_OPENINGS - {"in"}) & said:
            raise NotClearError("a question inside a name")
        if any(c.dep_ == "conj" for c in subject.rights) and not {"and", "or"} & said:
            raise NotClearError("one of several")
        return set_off(subject, name)

    def _joined(self, front: list[str], verb: Token, paragraph: Paragraph, subject: str) -> str:
        """The front of a question with as much of the clause's end as fits."""
        return joined(self._phrases, front, verb, paragraph, subject)


def _nearest_subject(clause: Token) -> Token | None:
    """The subject of the verb that a subjectless question hangs on, over a preposition too."""
    return shared_subject(_governor(clause))


def _governor(clause: Token) -> Token:
    governor = clause.head
    while governor.pos_ not in {"VERB", "AUX"} and governor.head != governor:
        governor = governor.head
    return governor


def _is_amount_rising(subject: Token, verb: Token) -> bool:
    """Whether it is a number that may turn out higher: "the toll could rise"."""
    if lemma(subject) not in AMOUNTS:
        return False
    if verb.lemma_ in {"rise", "climb", "increase", "grow"}:
        return True
    state = next((c for c in verb.rights if c.dep_ in {"acomp", "attr"}), None)
    compared = state is not None and (
        state.tag_ == "JJR" or any(t.lower_ in {"up", "much", "high"} for t in state.subtree)
    )
    return verb.lemma_ == "be" and compared


def _without_asides(tokens: Iterable[Token]) -> list[Token]:
    """The words before a comma: "what guarantees, if any"."""
    kept: list[Token] = []
    for token in tokens:
        if token.text == ",":
            break
        kept.append(token)
    return kept
