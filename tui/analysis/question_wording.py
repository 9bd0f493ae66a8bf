"""How a question is put: from the parts a frame left, never by pasting the sentence.

Every form either gives a whole question or gives up; then the topic stands instead, as a
noun phrase or a whether-clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.analysis.inflection import asked_group, base_form, be_form, full_form, is_plural
from tui.analysis.lexicons import words
from tui.analysis.lexicons.openness import MEETING_NOUNS, SCHEDULE_NOUNS
from tui.analysis.question_candidates import Candidate, Form, Wording
from tui.analysis.question_clauses import (
    WH_TAGS,
    auxiliaries,
    has_object_gap,
    shared_subject,
    subject_of,
)
from tui.analysis.question_phrases import (
    LONGEST,
    NotClearError,
    Phrases,
    clause_end,
    phrase_tokens,
    spoken_for,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.parsed import Paragraph

_BLANKS = re.compile(r"\s+")
_AGAIN = words("again another further more next new")
_LONGEST_TOPIC = 10
"""Words of the longest topic: more is a sentence, not a heading."""


class Wordings:
    """Puts the candidates of one text into words."""

    def __init__(self, phrases: Phrases) -> None:
        """Word with the names of one text."""
        self._phrases = phrases
        self._forms: dict[Form, Callable[[Wording, Paragraph], str]] = {
            Form.INDIRECT: self._indirect,
            Form.EVENT: self._event,
            Form.FACT: self._fact,
            Form.SAYS: self._says,
            Form.INTENDS: self._intends,
            Form.SCHEDULE: self._schedule,
            Form.WHY: self._why,
            Form.WHERE: self._where,
            Form.THERE: self._there,
            Form.APPROVAL: self._approval,
            Form.COURT: self._court,
            Form.VERBATIM: self._verbatim,
        }

    def text(self, candidate: Candidate) -> str:
        """The question, or the topic where no rule words it; empty when there is neither."""
        wording, paragraph = candidate.found.wording, candidate.paragraph
        form = self._forms.get(wording.form)
        if form is not None:
            try:
                return _finished(form(wording, paragraph))
            except NotClearError:
                pass
        return self._topic(candidate)

    def _indirect(self, wording: Wording, paragraph: Paragraph) -> str:
        clause = wording.head
        opening = clause.doc[clause.left_edge.i]
        while opening.lower_ in {"just", "exactly", "precisely"}:
            opening = opening.nbor()
        if opening.lower_ in {"whether", "if"}:
            return self._polar(clause, paragraph, None)
        subject = subject_of(clause)
        if subject is None:
            return self._wh_infinitive(clause, opening, wording.actor, paragraph)
        if subject.i < opening.i:
            raise NotClearError("the wh-word stands inside")
        phrase = clause.doc[opening.i : subject.left_edge.i]
        in_subject = any(t.tag_ in WH_TAGS for t in subject.subtree)
        if in_subject:
            front = self._phrases.words(clause.doc[opening.i : subject.right_edge.i + 1], paragraph)
            group = [full_form(a) for a in auxiliaries(clause)] + [clause.lower_]
            group = ["will" if w == "would" else w for w in group]
            return self._joined([front, *group], clause, paragraph, front)
        front = self._phrases.words(phrase, paragraph)
        name = self._phrases.noun(subject, paragraph)
        first, group = self._group(clause, subject)
        if first in {"might", "may"} and opening.lower_ in {"what", "how", "when"}:
            first = "will"
        return self._joined([front, first, name, *group], clause, paragraph, name)

    def _wh_infinitive(
        self, clause: Token, opening: Token, actor: Token | None, paragraph: Paragraph
    ) -> str:
        """How to spend it -> How will X spend it?"""
        actor = actor or shared_subject(clause.head)
        if actor is None or not any(c.tag_ == "TO" for c in clause.lefts):
            raise NotClearError("nobody acts")
        to = next(c for c in clause.lefts if c.tag_ == "TO")
        front = self._phrases.words(clause.doc[opening.i : to.i], paragraph)
        name = self._phrases.noun(actor, paragraph, lean=True)
        return self._joined([front, "will", name, base_form(clause)], clause, paragraph, name)

    def _group(self, clause: Token, subject: Token) -> tuple[str, list[str]]:
        first, group = asked_group(clause, subject)
        return ("will" if first == "would" else first), group

    def _polar(self, clause: Token, paragraph: Paragraph, actor: Token | None) -> str:
        """A clause as a yes-or-no question in its own tense."""
        subject = subject_of(clause) or actor
        if subject is None or clause.dep_ == "relcl":
            raise NotClearError("no subject")
        if subject_of(clause) is None and clause.tag_ not in {"VBD", "VBZ", "VBP"}:
            if clause.tag_ == "VBG":
                return self._done([], clause, subject, paragraph)
            name = self._phrases.noun(subject, paragraph, lean=True)
            return self._joined(["will", name, base_form(clause)], clause, paragraph, name)
        if clause.tag_ in {"VBG", "VBN", "VB"} and not auxiliaries(clause):
            raise NotClearError("not finite")
        name = self._phrases.noun(subject, paragraph, lean=True)
        first, group = self._group(clause, subject)
        return self._joined([first, name, *group], clause, paragraph, name)

    def _done(self, _: list[str], clause: Token, subject: Token, paragraph: Paragraph) -> str:
        """Denied taking it -> Did X take it?"""
        name = self._phrases.noun(subject, paragraph, lean=True)
        if clause.lemma_ == "have" or auxiliaries(clause):
            return self._joined(["did", name, base_form(clause)], clause, paragraph, name)
        if clause.lemma_ == "be":
            return self._joined([be_form(subject, past=True), name], clause, paragraph, name)
        return self._joined(["did", name, base_form(clause)], clause, paragraph, name)

    def _fact(self, wording: Wording, paragraph: Paragraph) -> str:
        clause = wording.head
        forms = [full_form(a) for a in auxiliaries(clause)]
        if forms and forms[0] in {"may", "might", "could"}:
            subject = shared_subject(clause)
            if subject is None:
                raise NotClearError("no subject")
            name = self._phrases.noun(subject, paragraph, lean=True)
            if "have" in forms:
                return self._perfect(forms, clause, subject, name, paragraph)
            if clause.tag_ == "VBG":
                group = [be_form(subject, past=False), name, clause.lower_]
                return self._joined(group, clause, paragraph, name)
            return self._event(wording, paragraph)
        return self._polar(clause, paragraph, wording.actor)

    def _perfect(
        self, forms: list[str], clause: Token, subject: Token, name: str, paragraph: Paragraph
    ) -> str:
        """May have left -> Did X leave?"""
        if clause.lemma_ == "be":
            group = [be_form(subject, past=True), name]
        elif "been" in forms:
            group = [be_form(subject, past=True), name, clause.lower_]
        else:
            group = ["did", name, base_form(clause)]
        return self._joined(group, clause, paragraph, name)

    def _event(self, wording: Wording, paragraph: Paragraph) -> str:
        verb = wording.head
        subject = subject_of(verb)
        if subject is None or subject.tag_ in WH_TAGS or subject.lower_ == "that":
            subject = wording.actor or shared_subject(verb)
        if subject is None or has_object_gap(verb) or verb.lemma_.lower() in {"say", "add", "tell"}:
            raise NotClearError("no subject")
        if subject.lower_ == "there":
            name = "there"
        else:
            name = self._phrases.noun(subject, paragraph, lean=True)
        auxes = auxiliaries(verb)
        forms = [full_form(a) for a in auxes]
        passive = any(a.dep_ == "auxpass" for a in auxes)
        if passive and verb.tag_ in {"VBN", "VBD"}:
            return self._joined(["will", name, "be", verb.lower_], verb, paragraph, name)
        if verb.tag_ == "VBG" and "be" in forms:
            return self._joined(
                [be_form(subject, past=False), name, verb.lower_], verb, paragraph, name
            )
        return self._joined(["will", name, base_form(verb)], verb, paragraph, name)

    def _says(self, wording: Wording, paragraph: Paragraph) -> str:
        holder, topic = wording.actor, wording.topic
        if holder is None:
            raise NotClearError("nobody to say it")
        holder = spoken_for(holder)
        name = self._phrases.noun(holder, paragraph, lean=True)
        if topic is None:
            return f"what {'do' if is_plural(holder) else 'does'} {name} say"
        about = self._phrases.noun(topic, paragraph, subject=name, lean=True)
        verb = "do" if is_plural(holder) else "does"
        return f"what {verb} {name} say about {about}"

    def _intends(self, wording: Wording, paragraph: Paragraph) -> str:
        owner = wording.actor
        if owner is None:
            raise NotClearError("nobody intends")
        name = self._phrases.noun(owner, paragraph, lean=True)
        verb = "do" if is_plural(owner) else "does"
        target = next(
            (
                c
                for c in [*wording.head.rights, *owner.rights]
                if c.lower_ in {"towards", "toward", "for", "in", "with", "regarding", "on"}
            ),
            None,
        )
        end = self._phrases.words(phrase_tokens(target, lean=True), paragraph) if target else ""
        return f"what {verb} {name} intend {end}"

    def _schedule(self, wording: Wording, paragraph: Paragraph) -> str:
        noun = wording.head
        event = noun
        if noun.lemma_.lower() in SCHEDULE_NOUNS:
            found = _scheduled(noun)
            if found is None:
                return _next_meeting(noun)
            event = found
        if event.lemma_.lower() not in MEETING_NOUNS:
            raise NotClearError("not held")
        name = self._phrases.noun(event, paragraph, lean=True)
        return f"when will {name} be held"

    def _where(self, wording: Wording, paragraph: Paragraph) -> str:
        name = self._phrases.noun(wording.head, paragraph, lean=True)
        return f"where {be_form(wording.head, past=False)} {name}"

    def _there(self, wording: Wording, paragraph: Paragraph) -> str:
        return f"will there be {self._phrases.noun(wording.head, paragraph, lean=True)}"

    def _approval(self, wording: Wording, paragraph: Paragraph) -> str:
        if wording.actor is None:
            raise NotClearError("nobody approves")
        name = self._phrases.noun(wording.actor, paragraph, lean=True)
        matter = self._phrases.noun(wording.head, paragraph, subject=name)
        return f"will {name} approve {matter}"

    def _court(self, wording: Wording, paragraph: Paragraph) -> str:
        if wording.actor is None or wording.topic is None:
            raise NotClearError("no parties")
        name = self._phrases.noun(wording.actor, paragraph, lean=True)
        verb = wording.head.lemma_.lower()
        if verb == "plead":
            return f"will {name} be convicted"
        other = self._phrases.noun(wording.topic, paragraph, subject=name, lean=True)
        return f"will {name} win the suit against {other}" if verb == "sue" else f"will {name} obtain {other}"

    def _why(self, wording: Wording, paragraph: Paragraph) -> str:
        name = self._phrases.noun(wording.head, paragraph, lean=True)
        if len(name.split()) < 3:
            raise NotClearError("of what it is the cause is not said")
        return f"what {be_form(wording.head, past=False)} {name}"

    def _verbatim(self, wording: Wording, paragraph: Paragraph) -> str:
        sentence = wording.head.sent
        text = self._phrases.words((t for t in sentence if t.text != "?"), paragraph)
        opening = text.split(" ")[0].lower() if text else ""
        if opening in {"but", "and", "so"}:
            text = text[len(opening) :].lstrip(" ,")
        return text

    def _joined(self, front: list[str], verb: Token, paragraph: Paragraph, subject: str) -> str:
        """The front of a question with as much of the clause's end as fits."""
        needed, free = clause_end(verb)
        for lean in (False, True):
            parts = dict.fromkeys(front and [-1], " ".join(front))
            for child in needed:
                tokens = phrase_tokens(child, lean=lean)
                parts[child.i] = self._phrases.words(tokens, paragraph, subject=subject)
            if _length(parts) <= LONGEST:
                break
        else:
            raise NotClearError("too long")
        for child in free:
            try:
                tokens = phrase_tokens(child, lean=True)
                piece = self._phrases.words(tokens, paragraph, subject=subject)
            except NotClearError:
                continue
            if _length({**parts, child.i: piece}) <= LONGEST:
                parts[child.i] = piece
        return " ".join(parts[i] for i in sorted(parts))

    def _topic(self, candidate: Candidate) -> str:
        """A noun phrase that says what the question is about."""
        wording, paragraph = candidate.found.wording, candidate.paragraph
        if wording.form is Form.SCHEDULE:
            return self._schedule_topic(wording, paragraph)
        if wording.form is Form.APPEAL:
            return f"Appeal for {'witnesses' if wording.head.lemma_ == 'witness' else 'information'}"
        heads = [wording.topic, shared_subject(wording.head), wording.actor]
        heads += [t for t in wording.head.rights if t.dep_ in {"dobj", "attr"}]
        for head in heads:
            if head is None or head.pos_ not in {"NOUN", "PROPN"}:
                continue
            for lean in (False, True):
                try:
                    text = self._phrases.noun(head, paragraph, lean=lean)
                except NotClearError:
                    continue
                if 0 < len(text.split()) <= _LONGEST_TOPIC:
                    return _capital(text)
        return ""

    def _schedule_topic(self, wording: Wording, paragraph: Paragraph) -> str:
        noun = wording.head
        text = self._phrases.noun(noun, paragraph, lean=True)
        text = re.sub(r"^(an?|the|any|no) ", "", text, flags=re.IGNORECASE)
        return _capital(text)


def _scheduled(noun: Token) -> Token | None:
    """What a date or schedule is for."""
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {"for", "of"}:
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    return None


def _next_meeting(noun: Token) -> str:
    """When a schedule is for what was spoken of just before: "When will further talks be held?".

    Raises:
        NotClearError: No meeting was spoken of in the paragraph.
    """
    for token in reversed(list(noun.doc[: noun.i])):
        if token.pos_ != "NOUN" or token.lemma_.lower() not in MEETING_NOUNS:
            continue
        again = any(t.lower_ in _AGAIN for t in token.sent)
        if token.tag_ == "NNS":
            return f"when will {'further' if again else 'the'} {token.lower_} be held"
        return f"when will the {'next ' if again else ''}{token.lower_} be held"
    raise NotClearError("nothing is scheduled")


def _length(parts: dict[int, str]) -> int:
    return sum(len(part.split()) for part in parts.values())


def _finished(text: str) -> str:
    """A question with its capital and its mark.

    Raises:
        NotClearError: It is too short or too long to be one.
    """
    text = _BLANKS.sub(" ", text).strip(" ,;:-.!?")
    if not 3 <= len(text.split()) <= LONGEST:
        raise NotClearError(text)
    return _capital(text) + "?"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
