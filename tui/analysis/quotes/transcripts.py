"""Interviews and hearings written as turns: a label, a colon, what is said.

"Q: Why? / A: Because.", "LEE: We tried.", "[00:12:33] Ann Lee: We tried.", "**Lee:** We tried."
A label says who speaks until the next one. One line with a colon is no transcript: labels
must come back, or be the last name of somebody the text has named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from tui.analysis.entity_index import EntityIndex
from tui.analysis.lexicons import words
from tui.analysis.lexicons.reporting import LABELS
from tui.analysis.lexicons.title_words import HONORIFICS
from tui.analysis.quotes.certainty import certainty_of
from tui.analysis.results import Entity, EntityType, Quote, QuoteKind
from tui.analysis.rules import QuoteRule
from tui.documents.article import Article, Span, TextStyle

_TIME = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?[ \t]+)?"
_WORD = r"[^\W\d_][\w.'’-]*"
_TURN = re.compile(
    rf"^[ \t>]*{_TIME}(?P<bold>\*\*|__)?{_TIME}"
    rf"(?:(?P<letter>[QA])[.:]|(?P<name>{_WORD}(?: {_WORD}){{0,4}}?)(?:\*\*|__)?:)"
    r"(?(bold)(?:\*\*|__)?)"
    r"[ \t]+(?=\S)",
    re.MULTILINE,
)
_NO_SPEAKERS = LABELS | words(
    """
    abstract author bcc cc chapter code credit debug description details disclaimer error example
    fatal figure file format from http https info isbn language license location notice
    object option password phone problem pros cons reason release section size solution step
    subject summary table tel title to todo trace type update updated url usage user version warn
    website when where who what why how
    """
)
"""Words before a colon at the start of a line that name what follows, not who speaks."""
_ASKING = words("q question interviewer")
_ANSWERING = words("a answer interviewee")
_UNNAMED = words(
    """
    announcer audience caller chair chairman chairwoman clerk court host interpreter interviewee
    interviewer journalist judge moderator narrator officer operator presenter reporter speaker
    student teacher voice witness
    """
)
"""Labels that say in which part somebody speaks, not who."""
_SMALL = words("de la le van von der den bin al el di da of the and")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
ByLastName = Mapping[str, list[Entity]]
"""People of a text, the most mentioned first."""

_MOST_BEARERS = 100
"""People of one last name among whom a label is looked for."""
_FEWEST_TURNS = 3
_INTRODUCED = 600
"""Code points before the first turn in which the people are introduced."""
_BY = re.compile(r"\binterview(?:ed)?\b[^.\n]{0,40}?\bby\s*$|\b(?:interviewer|host)\W{1,3}$", re.I)
_WITH = re.compile(
    r"\b(?:interview|conversation|talk|talks|talked|spoke|speaks|speaking|chat|sat down)\b"
    r"[^.\n]{0,60}\b(?:with|to|of)\b[^.\n]{0,60}$",
    re.IGNORECASE,
)


class Label(NamedTuple):
    """A label at the start of a line."""

    span: Span
    """Its words, without marks and time."""
    end: int
    """Where what is said begins."""


def transcript_quotes(
    article: Article, entities: EntityIndex, part: Span | None = None
) -> list[Quote]:
    """The turns of a transcript as quotes; none where the text is no transcript.

    Args:
        article: The text.
        entities: The people in it.
        part: What of the text is looked at; `None` for all of it.
    """
    text = article.text
    # "Pos: 1" is a cell of a table; nobody says it.
    fields = {span.start for span in article.styles if span.style is TextStyle.FIELD}
    labels = [
        each for each in _labels(text, *(part or (0, len(text)))) if each.span.start not in fields
    ]
    if not labels:
        return []
    named = [e for e in entities.entities if e.type is EntityType.PERSON]
    people = _by_last_name(named)
    if not _is_transcript(text, [label.span for label in labels], people):
        return []
    if _is_headline(article, labels):
        labels.pop(0)
    roles = _roles(text, labels[0].span.start, named)
    return [
        _quote(text, label.span, content, people, roles)
        for label, following in zip_longest(labels, labels[1:])
        if (content := tuple(_said(article, label, following)))
    ]


def _quote(
    text: str,
    label: Span,
    content: tuple[Span, ...],
    people: ByLastName,
    roles: dict[str, str],
) -> Quote:
    """A turn with who speaks in it."""
    name, anonymous = _speaker(text, label, people, roles)
    return Quote(
        content=content,
        kind=QuoteKind.DIRECT,
        speaker=(label,),
        speaker_name=name,
        anonymous=anonymous,
        rule=QuoteRule.TRANSCRIPT,
        certainty=certainty_of(
            QuoteRule.TRANSCRIPT,
            words=len(content),
            is_quoted=True,
            by_pronoun=False,
            has_speaker=True,
        ),
    )


def _labels(text: str, start: int, end: int) -> Iterator[Label]:
    """Every label at the start of a line that may name a speaker."""
    for match in _TURN.finditer(text, start, end):
        part = "letter" if match["letter"] else "name"
        if part == "letter" or _may_be_speaker(match["name"]):
            yield Label(Span(*match.span(part)), match.end())


def _said(article: Article, label: Label, following: Label | None) -> Iterator[Span]:
    """The words of a turn, one span a block: up to the next label or the end of its block."""
    text, blocks = article.text, article.blocks
    number = max(bisect_right(blocks, label.span.start, key=lambda b: b.start) - 1, 0)
    stop = blocks[number].end
    if following is not None:
        stop = text.rfind("\n", 0, following.span.start) + 1
    while number < len(blocks) and blocks[number].start < stop:
        block = blocks[number]
        number += 1
        part = _trimmed(text, max(block.start, label.end), min(block.end, stop))
        # "(Applause.)" is nobody's.
        if part is not None and not _ASIDE.fullmatch(text[part.start : part.end]):
            yield part


def _is_headline(article: Article, labels: Sequence[Label]) -> bool:
    """Whether the first label stands in the headline ("Governor: Tax will rise")."""
    blocks = article.blocks
    if len(labels) <= _FEWEST_TURNS or labels[0].span.start >= blocks[0].end or len(blocks) < 3:
        return False
    return labels[1].span.start >= blocks[2].start


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _may_be_speaker(label: str) -> bool:
    """Whether a label can name a speaker: capitals, and no word for a thing."""
    found = label.split()
    if found[0].lower().rstrip(".") in _NO_SPEAKERS or found[-1].lower() in _NO_SPEAKERS:
        return False
    return all(w[0].isupper() or w.lower() in _SMALL for w in found) and found[0][0].isupper()


def _is_transcript(text: str, labels: Sequence[Span], people: ByLastName) -> bool:
    """Whether labels come back in turn, or are the names of people the text has named."""
    found = [text[start:end] for start, end in labels]
    if "Q" in found and "A" in found[found.index("Q") :]:
        return True
    counts = Counter(found)
    if len(found) >= _FEWEST_TURNS and len(counts) > 1 and max(counts.values()) > 1:
        return sum(n for n in counts.values() if n > 1) * 2 >= len(found)
    return all(
        label.isupper() and _person(label, people, labels[0].start) is not None for label in found
    )


def _by_last_name(named: Sequence[Entity]) -> ByLastName:
    """The people of the text by their last names; of one name no more than it can tell apart."""
    found: dict[str, list[Entity]] = {}
    for entity in named:
        bearers = found.setdefault(entity.name.split()[-1].casefold(), [])
        if len(bearers) < _MOST_BEARERS:
            bearers.append(entity)
    return found


def _person(label: str, people: ByLastName, before: int) -> Entity | None:
    """The person whose last or whole name a label is."""
    last = label.split()[-1].rstrip(".").casefold()
    fits = people.get(last, [])
    if len(fits) > 1:
        fits = [e for e in fits if e.name.casefold() in _bare(label).casefold()] or [
            e for e in fits if e.mentions[0].span.start < before and len(e.name.split()) > 1
        ]
    return fits[0] if len(fits) == 1 else None


def _roles(text: str, first: int, named: Sequence[Entity]) -> dict[str, str]:
    """Who asks and who answers, as the head of the text introduces them."""
    head = max(0, first - _INTRODUCED)
    roles: dict[str, str] = {}
    introduced: list[str] = []
    for entity in named:
        for mention in entity.mentions:
            start = mention.span.start
            before = text[max(0, start - 120) : start]
            if _BY.search(before):
                roles.setdefault("asks", entity.name)
            elif head <= start < first:
                introduced.append(entity.name)
                if _WITH.search(before):
                    roles.setdefault("answers", entity.name)
    others = [n for n in dict.fromkeys(introduced) if n != roles.get("asks")]
    if len(others) == 1:
        roles.setdefault("answers", others[0])
    return roles


def _speaker(text: str, span: Span, people: ByLastName, roles: dict[str, str]) -> tuple[str, bool]:
    """The name behind a label, and whether the text leaves it without one."""
    label = text[span.start : span.end]
    word = label.lower()
    if word in _ASKING:
        return roles.get("asks", "interviewer"), "asks" not in roles
    if word in _ANSWERING:
        return roles.get("answers", "interviewee"), "answers" not in roles
    person = _person(label, people, span.start)
    if person is not None:
        name = person.name
        return (name.title() if name.isupper() else name), False
    bare = _bare(label)
    shown = bare.title() if bare.isupper() and len(bare) > 3 else bare
    return shown, bare.lower() in _UNNAMED


def _bare(label: str) -> str:
    """A label without titles."""
    kept = label.split()
    while len(kept) > 1 and kept[0].lower().rstrip(".") in HONORIFICS:
        kept.pop(0)
    return " ".join(kept)
