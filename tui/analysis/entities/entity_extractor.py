"""Who and what a text names, each with all its mentions.

Names come from the model, are repaired (`candidates`), grouped (`grouping`) and completed
by the places the model missed (`repeats`); what stands for a name without being one is
added by `references`.

Limits: no world knowledge beyond the lexicons (countries, seats of government, large
cities, well-known bodies, given names); two bearers of one full name are one entity.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import chain

from tui.analysis.entities.acronyms import add_acronyms, read_defined_acronyms
from tui.analysis.entities.apostrophes import keep_endings
from tui.analysis.entities.date_values import resolve_mentions
from tui.analysis.entities.dateline_names import find_dateline_names
from tui.analysis.entities.doubtful import drop_no_names
from tui.analysis.entities.grouping import group_names
from tui.analysis.entities.headlines import drop_headline_names
from tui.analysis.entities.keys import NameGroup, key_of
from tui.analysis.entities.name_candidates import find_names
from tui.analysis.entities.nicknames import join_nicknames, read_months
from tui.analysis.entities.references import find_references
from tui.analysis.entities.repeats import add_repeats, find_capital_lines
from tui.analysis.entities.splits import split_names
from tui.analysis.entities.types import settle_types
from tui.analysis.lexicons.seats import seat_of
from tui.analysis.lexicons.title_words import RANKS
from tui.analysis.parsed import ParsedText
from tui.analysis.results import AMOUNTS, Entity, EntityType, Mention
from tui.analysis.rules import MentionRule

_PAST = ("former ", "ex-", "ex ", "late ", "then ", "then-")
"""What the role of somebody who has it no more begins with."""


def find_entities(parsed: ParsedText) -> tuple[Entity, ...]:
    """The entities of a text, most mentioned first."""
    paragraphs = [find_names(paragraph) for paragraph in parsed.paragraphs]
    join_nicknames(paragraphs)
    read_months(paragraphs)
    drop_no_names(paragraphs)
    drop_headline_names(paragraphs)
    split_names(paragraphs)
    keep_endings(paragraphs)
    read_defined_acronyms(paragraphs)
    candidates = list(chain.from_iterable(paragraphs))
    settle_types(candidates)
    add_acronyms(paragraphs, candidates)
    add_repeats(paragraphs, find_capital_lines(paragraphs))
    groups = group_names([*find_dateline_names(parsed), *chain.from_iterable(paragraphs)])
    references = find_references(paragraphs, groups)
    today = parsed.article.published
    entities = [_entity(group, references.get(id(group), []), today) for group in groups]
    entities.sort(key=lambda e: (-len(e.mentions), -len(e.references), e.mentions[0].span))
    return tuple(entities)


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
    role = _role(group)
    references.sort(key=lambda reference: reference.span)
    resolved = None
    if group.type is EntityType.DATE:
        resolved = resolve_mentions((candidate for candidate, _ in group.members), today)
    stands_for = seat_of(name) if _acts(group) else None
    return Entity(name, group.type, tuple(mentions), tuple(references), role, resolved, stands_for)


def _role(group: NameGroup) -> str | None:
    """The office a person is brought in with, in its fullest form.

    A former one only where the text gives no other; a longer form of it is a better one.
    """
    members = sorted((c for c, _ in group.members if c.role), key=lambda c: c.span)
    roles = [candidate.role for candidate in members if candidate.role]
    roles = [r for r in roles if not r.lower().startswith(_PAST)] or roles
    if not roles:
        return None
    whole = [r for r in roles if not _is_rank(r)] or roles
    return max((r for r in whole if r.lower().endswith(whole[0].lower())), key=len)


def _is_rank(role: str) -> bool:
    return role.lower().rstrip(".") in RANKS


def _acts(group: NameGroup) -> bool:
    """Whether a place does or owns something ("Moscow denied it") and is not only where."""
    roots = (c.paragraph.doc[c.start : c.end].root for c, _ in group.members)
    return group.type is EntityType.PLACE and any(
        root.dep_ in ("nsubj", "nsubjpass", "poss", "agent") for root in roots
    )


def _fullness(group: NameGroup, text: str) -> tuple[int, bool, int]:
    """How full a form is: its words, then not in capitals, then its letters."""
    words = key_of(text)
    if group.type is EntityType.PERSON and "of" in words:
        # "Ann Lee of Tarn" is indexed as "Ann Lee" where the text has that too.
        words = words[:1]
    return len(words), not text.isupper(), len(text) if group.type not in AMOUNTS else 0
