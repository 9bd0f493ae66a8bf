"""Words that attribute something, each with its source: the first half of an attribution.

Follows the source-cue-content scheme of Pareti (2015) and the syntactic rules of Krestel
et al. (2008) and GenderGapTracker (Asr et al. 2021): a reporting verb with its subject, found
up the tree where the verb has none of its own, or beside the verb where it is inverted;
`according to`; a noun of speech with its clause. Words inside quotation marks attribute
nothing here, nor do denials of having spoken ("would not say") and mere possibilities.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.lexicons.reporting import (
    FORWARDING_VERBS,
    HEARER_PREPOSITIONS,
    IRREALIS_MODALS,
    PHRASAL_VERBS,
    PROMISE_NOUNS,
    READY_ADJECTIVES,
    REPORTING_VERBS,
    RULING_VERBS,
    SHOWING_VERBS,
    SPEECH_EVENTS,
    SPEECH_NOUNS,
    VIEW_ADJECTIVES,
    VIEW_VERBS,
    Takes,
)
from tui.analysis.quotes.cue import Cue
from tui.analysis.quotes.cue_phrases import according_cue, noun_cue, signature_cue, words_of_cue
from tui.analysis.quotes.cue_sources import holder_of, is_verb_after_all
from tui.analysis.quotes.quoted_as_saying import is_quoting, quoted_as_saying
from tui.analysis.quotes.source_spans import (
    Source,
    behind_marks,
    is_body,
    may_judge,
    outside_marks,
    source_of,
)
from tui.analysis.rules import QuoteRule

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from tui.analysis.parsed import Paragraph

_NOUNS = SPEECH_NOUNS | PROMISE_NOUNS
_ADVERBS = frozenset({"npadvmod", "advmod", "aux", "neg", "auxpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PRONOUNS = frozenset({"WP", "WDT"})
_OWN_WORDS = frozenset({"ccomp", "xcomp", "dobj", "oprd", "advcl"})
_ADVERBIAL = frozenset({"ADV", "ADP", "PUNCT", "SPACE", "PART"})
_WHERE = frozenset({"in", "on", "at", "to", "during", "after", "before"})
_ANSWERS = frozenset({"answer", "reply", "respond", "retort"})
"""Verbs whose "as" tells the time ("as she replied")."""
_ANYBODY = frozenset({"i", "we", "you", "they", "it"})
"""Subjects of "as they say": nobody is quoted."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NEAR = 6
"""Tokens behind a verb in which quoted words begin that it names something by."""
_NOBODY = frozenset({"nobody", "none", "neither", "no-one", "nothing"})
_GENERIC = frozenset({"people", "everyone", "everybody", "someone", "one", "nobody"})
_SIGNING = frozenset({":", "-", "--", "–", "—", "―"})


def find_cues(paragraph: Paragraph, is_quoted: Sequence[bool]) -> list[Cue]:
    """All cues of one paragraph in text order; `is_quoted` says it of each token."""
    cues: list[Cue] = []
    for cue in _cues(paragraph.tokens, is_quoted):
        cues.append(_coordinated(paragraph.doc, cue, cues))
    return cues


def _cues(tokens: Iterable[Token], is_quoted: Sequence[bool]) -> Iterator[Cue]:
    for token in tokens:
        if is_quoted[token.i]:
            continue
        if token.lower_ == "according":
            cue = according_cue(token)
        elif token.lower_ == "words":
            cue = words_of_cue(token)
        elif token.text in _SIGNING:  # First: the tagger takes some dashes for verbs.
            cue = signature_cue(token, is_quoted)
        elif token.lower_ == "clear" and token.head.lemma_ == "make":
            cue = _made_clear(token, is_quoted)
        elif token.lower_ in VIEW_ADJECTIVES or token.lemma_.lower() in VIEW_VERBS:
            cue = view_cue(token, is_quoted)
        elif token.pos_ in {"VERB", "AUX"} or is_verb_after_all(token):
            cue = _verb(token, is_quoted)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in _NOUNS:
            cue = noun_cue(token, is_quoted)
        else:
            cue = None
        if cue is not None:
            yield cue


def _coordinated(doc: Doc, cue: Cue, earlier: list[Cue]) -> Cue:
    """A participle with the source of the cue it goes on from.

    That is an earlier participle it is joined to ("hinting ... but warning") or a cue in
    parenthesis ("the tax, she said, was unfair, adding"), where the tree leads elsewhere.
    """
    first = cue.frame[0]
    if doc[cue.head].tag_ != "VBG" or first == 0:
        return cue
    sentence = doc[cue.head].sent
    for other in reversed(earlier):
        if other.head < sentence.start:
            return cue
        joined = doc[first - 1].dep_ == "cc" and doc[other.head].tag_ == "VBG"
        before, behind = doc[max(other.frame[0] - 1, 0)], doc[min(other.frame[1], len(doc) - 1)]
        inserted = doc[first - 1].text == before.text == behind.text == ","
        if other.source is not None and (joined or inserted):
            return replace(cue, source=other.source, rule=QuoteRule.PARTICIPLE)
    return cue


def _verb(token: Token, is_quoted: Sequence[bool]) -> Cue | None:
    if (quoted := quoted_as_saying(token)) is not None:
        return quoted
    takes, end = _takes(token)
    if not takes or not _happened(token, is_quoted) or is_quoting(token):
        return None
    holder, rule, is_inverted = holder_of(token, is_quoted)
    if holder is not None and holder.lower_ in _NOBODY:
        return None  # "Nobody asked her when"
    concludes = rule is QuoteRule.PARTICIPLE and token.lemma_.lower() in SHOWING_VERBS
    if concludes and holder is not None and not _speaks(holder):
        return None  # "Exports rose, signalling that": the writer concludes it.
    if token.lemma_.lower() in RULING_VERBS and not (
        holder is not None and (may_judge(holder) or is_body(holder))
    ):
        return None
    cue = _cue(token, end, takes, holder, rule, is_inverted=is_inverted)
    cue = _beside_marks(token, cue, is_quoted)
    first = cue.frame[0]
    if first > 0 and token.doc[first - 1].lower_ == "what":
        # "What they say is a deal": the words are the writer's, but for quoted ones.
        names = takes & Takes.OBJECT_AND_MORE and not takes & Takes.CLAUSE
        if not names or not any(is_quoted[end : end + _NEAR]):
            return None
    return cue


def _beside_marks(token: Token, cue: Cue, is_quoted: Sequence[bool]) -> Cue:
    """A cue with the whole of its source, where it stands right behind a quotation."""
    source = cue.source
    if source is not None and is_quoted[source.first]:
        source = outside_marks(source, is_quoted)
        first = max(cue.frame[0], source.first)
        cue = replace(cue, source=source, frame=(first, cue.frame[1]))
    if cue.is_inverted or not cue.takes & Takes.QUOTE or token.tag_ not in _FINITE:
        return cue
    if source is not None and source.stop > token.i:
        return cue
    beside = behind_marks(token, is_quoted)
    if beside is None or (source is not None and source.first <= beside.first):
        return cue
    if source is not None and beside.first < source.first < beside.stop:
        beside = replace(source, first=beside.first)
    frame = (min(cue.frame[0], beside.first), cue.frame[1])
    return replace(cue, source=beside, frame=frame, rule=QuoteRule.VERB_OF_SAYING)


def _speaks(holder: Token) -> bool:
    """Whether a source is a person, a body, a document or an occasion of speaking."""
    return may_judge(holder) or is_body(holder) or holder.lemma_.lower() in SPEECH_EVENTS


def _made_clear(clear: Token, is_quoted: Sequence[bool]) -> Cue | None:
    """The cue of "made (it) clear that", its head the word that has the clause."""
    verb = clear.head
    if not _happened(verb, is_quoted):
        return None
    holder, rule, is_inverted = holder_of(verb, is_quoted)
    if holder is None or is_inverted or holder.i > verb.i or not may_judge(holder):
        return None
    head = clear if any(c.dep_ == "ccomp" for c in clear.rights) else verb
    cue = _cue(verb, clear.i + 1, Takes.CLAUSE, holder, rule, is_inverted=False)
    frame = (cue.frame[0], max(cue.frame[1], clear.i + 1))
    return replace(cue, head=head.i, frame=frame)


def view_cue(token: Token, is_quoted: Sequence[bool]) -> Cue | None:
    """The cue of what somebody believes, fears or hopes; of a person or body alone.

    "I think" is how the writer speaks, "people think" what everybody does.
    """
    verb = token
    if token.lower_ in VIEW_ADJECTIVES:
        if token.dep_ not in {"acomp", "attr", "ROOT"} and token.tag_ != "VBN":
            return None
        verb = token.head if token.dep_ == "acomp" else token
    elif token.pos_ != "VERB":
        return None
    holds = token.dep_ == "parataxis" or any(c.dep_ == "ccomp" for c in token.children)
    if not holds or not _happened(verb, is_quoted):
        return None
    subjects = [c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}]
    holder = subjects[-1] if subjects else None
    if holder is None or is_quoted[holder.i] or holder.lower_ in _ANYBODY | _GENERIC:
        return None
    if not may_judge(holder) or holder.tag_ in _PRONOUNS:
        return None
    return _cue(token, token.i + 1, Takes.CLAUSE, holder, QuoteRule.VIEW, is_inverted=False)


def _cue(
    token: Token,
    end: int,
    takes: Takes,
    holder: Token | None,
    rule: QuoteRule,
    *,
    is_inverted: bool,
) -> Cue:
    """A cue around a verb with the head of its source."""
    source = None
    if holder is not None:
        beside = token.i if holder.i < token.i else None
        source = source_of(holder, before=beside, after=end if holder.i > token.i else None)
        is_name = is_inverted and holder.ent_type_ == "PERSON"
        if is_name and end < source.first and token.doc[end].pos_ not in _ADVERBIAL:
            source = replace(source, first=end)  # The title the parser left out of the name.
        source = replace(source, relative=_relative(token, source))
    first, stop = _frame(token, end, source, takes)
    # "As the day went on": a time says nothing.
    speaks = holder is not None and _speaks(holder)
    if source is not None and speaks and takes & Takes.CLAUSE and _is_aside(token, first):
        first, rule = first - 1, QuoteRule.ASIDE_WITH_AS
        if token.lemma_ == "put":
            stop = max(stop, token.i + 2)  # "As she put it"
    return Cue(token.i, (token.i, end), takes, source, (first, stop), is_inverted, rule)


def _takes(token: Token) -> tuple[Takes, int]:
    """What a verb takes and where it ends, its particle included; nothing if it is no cue."""
    lemma, doc = token.lemma_.lower(), token.doc
    end = token.i + 1
    if end < len(doc) and (together := PHRASAL_VERBS.get(f"{lemma}_{doc[end].lower_}")):
        return together, end + 1
    particle = next((c for c in token.rights if c.dep_ == "prt"), None)
    if particle is not None and not any(c.dep_ == "pobj" for c in particle.rights):
        return Takes.NOTHING, end  # With an object it is a preposition: "called on them to go".
    return REPORTING_VERBS.get(lemma, Takes.NOTHING), end


def _happened(token: Token, is_quoted: Sequence[bool]) -> bool:
    """Whether the verb says that something was said; a "not" that is quoted denies nothing."""
    if token.dep_ in {"amod", "compound", "aux", "auxpass"}:
        return False
    if token.tag_ == "VB" and _is_order(token):
        return False
    for child in token.children:
        if is_quoted[child.i]:
            continue
        if child.dep_ == "neg" or child.lower_ in {"never", "neither"}:
            return False
        if child.dep_ == "aux" and child.lower_ in IRREALIS_MODALS:
            return False
        if child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"}:
            return False
        if child.dep_ == "aux" and child.lower_ == "to":
            return _came_about(token)
    return True


def _came_about(infinitive: Token) -> bool:
    """Whether an infinitive tells what was done: "went on to say", "took the stage to say"."""
    verb = infinitive.head
    if verb.lemma_ in FORWARDING_VERBS and infinitive.dep_ in {"xcomp", "advcl"}:
        return True
    if verb.lower_ == "pains" or (verb.lower_ in READY_ADJECTIVES and verb.head.tag_ in _FINITE):
        return True  # "Was at pains to say", "was quick to say"
    return (
        infinitive.dep_ == "advcl"
        and infinitive.i > verb.i
        and verb.tag_ == "VBD"
        and not any(c.dep_ == "neg" for c in verb.children)
    )


def _is_order(token: Token) -> bool:
    """Whether a bare form is an imperative ("Tell us what you think")."""
    return token.dep_ == "ROOT" and not any(c.dep_ in {"nsubj", "aux"} for c in token.children)


def _relative(token: Token, source: Source) -> int | None:
    """The relative pronoun that is the subject of a verb and stands for its source."""
    return next(
        (
            c.i
            for c in token.lefts
            if c.dep_ in _SUBJECTS and c.tag_ in _PRONOUNS and c.i >= source.stop
        ),
        None,
    )


def _is_aside(token: Token, first: int) -> bool:
    """Whether a verb attributes the sentence around it ("as Ann noted", "as reported by")."""
    doc = token.doc
    if token.lemma_.lower() in _ANSWERS or first == 0:
        return False
    if doc[first - 1].lower_ != "as" or doc[first - 1].dep_ not in {"mark", "advmod"}:
        return False
    if any(c.dep_ in _SUBJECTS and c.lower_ in _ANYBODY for c in token.lefts):
        return False
    own = [c for c in token.rights if c.dep_ in _OWN_WORDS]
    if token.lemma_ == "put":
        return [c.lower_ for c in own] == ["it"] and own[0].i == token.i + 1
    if token.dep_ != "advcl" or own:
        return False
    return not any(c.dep_ == "prep" and c.lower_ not in _WHERE for c in token.rights)


def _frame(token: Token, end: int, source: Source | None, takes: Takes) -> tuple[int, int]:
    """The run of tokens around a verb that belongs to the act of saying."""
    first, stop = token.i, end
    doc = token.doc
    if source is not None and source.stop <= token.i:
        between = doc[source.stop : token.i]
        if all(_may_stand_between(t, source) for t in between):
            first = source.first
    elif source is not None and source.first >= token.i:
        stop = max(stop, source.stop)
    while first > 0 and doc[first - 1].head == token and doc[first - 1].dep_ in _ADVERBS:
        first -= 1
    follower = _follower(token, stop, takes)
    while follower is not None:
        stop = _end_of_hearer(follower)
        follower = _follower(token, stop, takes)
    return first, stop


def _may_stand_between(token: Token, source: Source) -> bool:
    """Whether a token may part a source from its verb ("Ann, a lawyer, later said")."""
    if token.pos_ in {"ADV", "AUX", "PART", "NUM"} or token.is_punct:
        return True
    return token.doc[source.head].is_ancestor(token)


def _end_of_hearer(follower: Token) -> int:
    """Where a hearer ends: before the "that" of what he was told ("told a meeting that ...")."""
    heard = [follower, *(c for c in follower.rights if c.dep_ == "pobj")]
    for noun in heard:
        is_event = noun.lemma_.lower() in SPEECH_EVENTS and follower.lower_ != "to"
        if not may_judge(noun) and not is_event:
            continue  # "Responded to a report that": that is what others said.
        for clause in noun.rights:
            that = next((c for c in clause.lefts if c.dep_ == "mark" and c.lower_ == "that"), None)
            if that is not None:
                return that.i
    return follower.right_edge.i + 1


def _follower(token: Token, stop: int, takes: Takes) -> Token | None:
    """The hearer, time or place that begins right at `stop` ("to reporters", "on Monday")."""
    for child in token.rights:
        if child.left_edge.i != stop or child.pos_ == "SCONJ":
            continue
        if child.dep_ in _ADVERBS:
            return child
        if child.dep_ in {"dobj", "dative"} and takes & Takes.HEARER:
            return child
        timed = child.right_edge.ent_type_ in {"DATE", "TIME"}
        if child.dep_ in {"prep", "dative"} and (child.lower_ in HEARER_PREPOSITIONS or timed):
            return child
    return None
