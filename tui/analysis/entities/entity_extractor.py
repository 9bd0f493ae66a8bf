"""Who and what a text names, each with all its mentions.

Names come from the model, are repaired (`candidates`), grouped (`grouping`) and completed
by the places the model missed (`repeats`); what stands for a name without being one is
added by `references`.

Limits: no world knowledge beyond the lexicons (countries, seats of government, large
cities, well-known bodies, given names); two bearers of one full name are one entity.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import chain

from tui.analysis.entities.date_values import resolve_mentions
from tui.analysis.entities.dateline_names import find_dateline_names
from tui.analysis.entities.grouping import group_names
from tui.analysis.entities.keys import NameGroup, abbreviates, content_words, key_of, spells
from tui.analysis.entities.name_candidates import find_names
from tui.analysis.entities.paragraph_names import AMOUNTS, NameCandidate, Names
from tui.analysis.entities.references import find_references
from tui.analysis.entities.repeats import add_repeats, find_capital_lines
from tui.analysis.entities.types import settle_types
from tui.analysis.lexicons.seats import seat_of
from tui.analysis.parsed import ParsedText
from tui.analysis.results import Entity, EntityType, Mention
from tui.analysis.rules import MentionRule

_BRACKETED = 8
"""Letters of the longest acronym read from brackets."""


def find_entities(parsed: ParsedText) -> tuple[Entity, ...]:
    """The entities of a text, most mentioned first."""
    paragraphs = [find_names(paragraph) for paragraph in parsed.paragraphs]
    _drop_sentence_starts(paragraphs)
    _split_possessives(paragraphs)
    for names in paragraphs:
        _add_defined_acronyms(names)
    candidates = list(chain.from_iterable(paragraphs))
    settle_types(candidates)
    _add_acronyms(paragraphs, candidates)
    add_repeats(paragraphs, find_capital_lines(paragraphs))
    groups = group_names([*find_dateline_names(parsed), *chain.from_iterable(paragraphs)])
    references = find_references(paragraphs, groups)
    today = parsed.article.published
    entities = [_entity(group, references.get(id(group), []), today) for group in groups]
    entities.sort(key=lambda e: (-len(e.mentions), -len(e.references), e.mentions[0].span))
    return tuple(entities)


def _drop_sentence_starts(paragraphs: Sequence[Names]) -> None:
    """Drop single words that are only capitalised because a sentence begins with them."""
    lower = {
        word for names in paragraphs for word in names.words if word.islower() and word.isalpha()
    }
    for names in paragraphs:
        for name in list(names):
            token = names.doc[name.start]
            if (
                name.end == name.start + 1
                and not name.is_sure
                and name.type not in AMOUNTS
                and token.is_sent_start
                and token.text.istitle()
                and token.lower_ in lower
            ):
                names.remove(name)


def _split_possessives(paragraphs: Sequence[Names]) -> None:
    """Part "Berg's Labour Party" into two names where the text has Berg also alone."""
    alone = {
        name.text.split()[-1]: name.type
        for names in paragraphs
        for name in names
        if name.type in (EntityType.PERSON, EntityType.PLACE)
    }
    for names in paragraphs:
        for name in list(names):
            for i in range(name.start + 1, name.end - 1):
                owner = names.words[i - 1]
                if names.words[i] in ("'s", "’s") and owner in alone:
                    names.remove(name)
                    names.add(NameCandidate(names.paragraph, name.start, i, alone[owner]))
                    names.add(NameCandidate(names.paragraph, i + 1, name.end, name.type))
                    break


def _add_defined_acronyms(names: Names) -> None:
    """The bracketed word behind a name whose initials it is: "World Bank Group (WBG)"."""
    doc = names.doc
    for name in list(names):
        i = name.end + 1
        if name.type in AMOUNTS or name.end + 2 >= len(doc) or doc[name.end].text != "(":
            continue
        word = doc[i].text
        if doc[i + 1].text not in (")", ",", ";") or not 2 <= len(word) <= _BRACKETED:
            continue
        letters = key_of(word)[0] if key_of(word) else ""
        if spells(key_of(name.text), letters) or (
            word.isupper() and abbreviates(key_of(name.text), letters)
        ):
            owner = names.owner(i)
            if owner is not None:
                owner.type = name.type
            else:
                names.add(NameCandidate(names.paragraph, i, i + 1, name.type))


def _add_acronyms(paragraphs: Sequence[Names], candidates: Sequence[NameCandidate]) -> None:
    """Words that spell the initials of an organisation named in the text."""
    letters = {
        "".join(word[0] for word in words)
        for candidate in candidates
        if candidate.type is EntityType.ORG
        for words in (key_of(candidate.text), content_words(key_of(candidate.text)))
        if len(words) > 2
    }
    for names in paragraphs:
        for i, word in enumerate(names.words):
            if not word[:1].isupper() or key_of(word)[0] not in letters:
                continue
            if names.doc[i].pos_ == "PROPN":
                owner = names.owner(i)
                if owner is None:
                    names.add(NameCandidate(names.paragraph, i, i + 1, EntityType.ORG))
                elif owner.end == owner.start + 1 and not owner.is_sure:
                    owner.type = EntityType.ORG


def _entity(group: NameGroup, references: list[Mention], today: date | None) -> Entity:
    """The finished entity of a group."""
    texts = Counter(candidate.text for candidate, _ in group.members)
    name = max(texts, key=lambda text: (_fullness(group, text), texts[text]))
    best = key_of(name)
    mentions = []
    for candidate, rule in sorted(group.members, key=lambda member: member[0].span):
        if key_of(candidate.text) == best:
            is_full_name = group.type is EntityType.PERSON and len(best) > 1
            rule = MentionRule.FULL_NAME if is_full_name else MentionRule.SAME_NAME
        elif rule is MentionRule.SAME_NAME:
            letters = candidate.text.replace(".", "")
            rule = MentionRule.ACRONYM if letters.isupper() else MentionRule.SHORT_FORM
        mentions.append(Mention(candidate.span, rule))
    role = max(
        (candidate.role for candidate, _ in group.members if candidate.role),
        key=len,
        default=None,
    )
    references.sort(key=lambda reference: reference.span)
    resolved = None
    if group.type is EntityType.DATE:
        resolved = resolve_mentions((candidate for candidate, _ in group.members), today)
    stands_for = seat_of(name) if _acts(group) else None
    return Entity(name, group.type, tuple(mentions), tuple(references), role, resolved, stands_for)


def _acts(group: NameGroup) -> bool:
    """Whether a place does or owns something ("Moscow denied it") and is not only where."""
    roots = (c.paragraph.doc[c.start : c.end].root for c, _ in group.members)
    return group.type is EntityType.PLACE and any(
        root.dep_ in ("nsubj", "nsubjpass", "poss", "agent") for root in roots
    )


def _fullness(group: NameGroup, text: str) -> tuple[int, bool, int]:
    """How full a form is: its words, then not in capitals, then its letters."""
    words = key_of(text)
    return len(words), not text.isupper(), len(text) if group.type not in AMOUNTS else 0
