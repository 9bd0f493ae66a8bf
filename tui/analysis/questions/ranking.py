"""Which candidates are shown, in which order: centrality, merging of repeats, threshold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness.foreseeing import CHANGING, EVENT_NOUNS, HARMING
from tui.analysis.lexicons.openness.knowing import INQUIRY_NOUNS
from tui.analysis.lexicons.openness.subjects import CONTENTLESS
from tui.analysis.questions.clauses import lemma, shared_subject
from tui.analysis.questions.question_candidates import Form, QuestionCandidate
from tui.analysis.results import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.entity_index import EntityIndex
    from tui.analysis.parsed import ParsedText
    from tui.documents.article import Span

FREQUENT = 15
"""Words of a text that count as frequent in it."""
THRESHOLD = 0.4
"""Least score of a question that is shown. On annotated news: precision .70, recall .71; on the
half of it that no rule was written from .54 and .49."""
STRICT = 0.52
"""The same for readers who want only the surest: precision .76, recall .53; on the unread half
.67 and .41."""
QUIET = 0.45
"""Least score of the surest question: below it the whole text is taken to be closed, since
one weak sign in a quiet text is mostly a false one."""
SAME = 0.34
"""Share of content words that makes two questions one; more costs recall, less leaves doubles."""
SAME_KIND = 0.2
"""The same for two forecasts, two demands or two denials."""
LEAD = 3
"""Sentences that tell what the news is."""
CENTRAL = 5
"""Entities a text is mainly about."""
KNOWN_OPEN = 0.15
"""Added to the importance of what the text itself calls unknown or undecided: readers ask that
before what merely may happen."""
MAIN, SECOND = 0.9, 0.6
"""Least importance (score and centrality) of the main event, and of a real secondary thread."""


_NOMINAL = re.compile(r"(?:ation|[dts]?ion|ment|[ae]nce|ing|ate|ure|al|er|or|e)s?$")
_LAST = re.compile(r"[dt]$")
_SHORTEST_STEM = 4
_NEAR = 4
"""Sentences within which two demands on one party are one."""
_EVENTUAL = frozenset({QuestionKind.OUTCOME, QuestionKind.DISPUTED, QuestionKind.CONDITION})
_KNOWN_OPEN = frozenset({QuestionKind.UNKNOWN, QuestionKind.INTENTION, QuestionKind.UNDECIDED})


@dataclass(slots=True)
class QuestionGroup:
    """One question with every place that states it."""

    best: QuestionCandidate
    """The surest place."""
    words: frozenset[str]
    """The content words of that place."""
    others: list[Span] = field(default_factory=list)
    """The other places."""
    text: str = ""
    """Its wording; empty until it is put in words."""
    centrality: float = 0.0
    """How near it is to what the text is about, between 0 and 1."""


class Topic:
    """What a text is about: its headline and lead, and the entities it names most."""

    def __init__(self, parsed: ParsedText, index: EntityIndex) -> None:
        """Collect the words of headline and lead."""
        self._index = index
        self._central = {entity.name for entity in index.entities[:CENTRAL]}
        self._total = 0
        lead: set[str] = set()
        counts: Counter[str] = Counter()
        for paragraph in parsed.paragraphs:
            for sentence in paragraph.doc.sents:
                self._total += 1
                found = content_words_of(sentence)
                counts.update(sorted(found))
                if self._total <= LEAD:
                    lead |= found
        self._lead = frozenset(lead)
        # Of equals those that come first: news tells what matters first. A counter keeps the
        # order of sentences; within one, the alphabet (that of a set differs from run to run).
        common = sorted(counts, key=lambda word: -counts[word])[:FREQUENT]
        self._frequent = frozenset(word for word in common if counts[word] > 1)

    def centrality(self, candidate: QuestionCandidate, words: frozenset[str], places: int) -> float:
        """How near a candidate is to what the text is about, between 0 and 1."""
        position = 1 - candidate.sentence / max(self._total, 1)
        lead = len(words & self._lead) / max(min(len(words), 6), 1)
        frequent = len(words & self._frequent) / max(min(len(words), 4), 1)
        named = {entity.name for _, entity in self._index.inside(candidate.evidence)}
        central = min(len(named & self._central), 2) / 2
        return (
            0.2 * position
            + 0.3 * min(lead, 1)
            + 0.2 * min(frequent, 1)
            + 0.2 * central
            + 0.1 * min(places - 1, 1)
        )


def content_words_of(tokens: Iterable[Token]) -> frozenset[str]:
    """The lemmas of the nouns, verbs and adjectives among some tokens."""
    return frozenset(
        word
        for token in tokens
        if token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"}
        and (word := stem(lemma(token))) not in CONTENTLESS
    )


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without the suffix that makes a noun of a verb: "invasion" and "invade" -> "inva".

    Words that it makes too short to tell apart stay whole.
    """
    short = _LAST.sub("", _NOMINAL.sub("", word))
    return short if len(short) >= _SHORTEST_STEM else word


def merged(candidates: Sequence[QuestionCandidate]) -> list[QuestionGroup]:
    """The candidates with repeats put together, the surest place of each first."""
    groups: list[QuestionGroup] = []
    for candidate in sorted(candidates, key=lambda c: (-c.score, c.evidence)):
        doc = candidate.paragraph.doc
        first, stop = candidate.tokens
        words = content_words_of(doc[first:stop])
        home = next((g for g in groups if _is_same(g, candidate, words)), None)
        if home is None:
            groups.append(QuestionGroup(candidate, words))
        elif not candidate.evidence.overlaps(home.best.evidence):
            home.others.append(candidate.evidence)
    return groups


def worded_apart(groups: Iterable[QuestionGroup]) -> list[QuestionGroup]:
    """The groups with those that came to the same words put together."""
    kept: dict[str, QuestionGroup] = {}
    for group in groups:
        home = kept.setdefault(group.text, group)
        if home is not group:
            home.others += [group.best.evidence, *group.others]
    return list(kept.values())


def _is_same(group: QuestionGroup, candidate: QuestionCandidate, words: frozenset[str]) -> bool:
    if group.best.evidence.overlaps(candidate.evidence):
        return True
    if _is_one_report(group.best, candidate) or _is_one_event(group.best, candidate):
        return True
    shared = group.words & words
    alike = group.best.kind is candidate.kind and candidate.kind in _EVENTUAL
    least = SAME_KIND if alike else SAME
    return len(shared) >= 2 and len(shared) / min(len(group.words), len(words)) >= least


def _is_one_event(one: QuestionCandidate, other: QuestionCandidate) -> bool:
    """Whether two places foresee or dispute one event, as a verb here and as a noun there.

    "Denied any plans to invade" and "fears that it is preparing an invasion" are one question
    unless two names do it.
    """
    if not ({one.kind, other.kind} <= _EVENTUAL and _events(one) & _events(other)):
        return False
    actors = [w.actor or shared_subject(w.head) for w in (one.found.wording, other.found.wording)]
    named = [a for a in actors if a is not None and a.pos_ in {"NOUN", "PROPN"}]
    return len(named) < 2 or lemma(named[0]) == lemma(named[1])


def _events(candidate: QuestionCandidate) -> set[str]:
    """The stems of the events that a candidate's question is about."""
    head = candidate.found.wording.head
    acts = [head, *(c for c in head.rights if c.dep_ in {"dobj", "xcomp"})]
    return {stem(name) for t in acts if (name := lemma(t)) in CHANGING or _is_deed(t)}


def _is_deed(token: Token) -> bool:
    return token.pos_ == "NOUN" and (
        lemma(token) in EVENT_NOUNS or lemma(token).endswith(("tion", "sion", "ment"))
    )


def _is_one_report(one: QuestionCandidate, other: QuestionCandidate) -> bool:
    """Whether two places tell of one actor, or of one state, in other words.

    The same thing under way; two demands on one party; two harms that one thing may do.
    """
    first, second = one.found.wording, other.found.wording
    if INQUIRY_NOUNS & {lemma(t) for t in one.found.cues} & {lemma(t) for t in other.found.cues}:
        return True
    if first.form is not second.form:
        return False
    if first.form is Form.RESULT:
        return lemma(first.head) == lemma(second.head)
    if first.form is not Form.EVENT or one.kind is not other.kind:
        return False
    actors = [w.actor or shared_subject(w.head) for w in (first, second)]
    if None in actors or len({lemma(a) for a in actors if a is not None}) != 1:
        return False
    if actors[0] is not None and actors[0].pos_ == "PRON":
        return False
    if one.kind is QuestionKind.CONDITION:
        return abs(one.sentence - other.sentence) <= _NEAR
    return lemma(first.head) in HARMING and lemma(second.head) in HARMING


def importance(group: QuestionGroup) -> float:
    """What orders the questions: how sure one is, and how near to what the text is about."""
    known_open = KNOWN_OPEN if group.best.kind in _KNOWN_OPEN else 0.0
    return group.best.score + group.centrality + known_open


def salience(group: QuestionGroup) -> int:
    """3 for the main event, 2 for a secondary thread, 1 for a marginal one."""
    value = importance(group)
    if value >= MAIN:
        return 3
    return 2 if value >= SECOND else 1
