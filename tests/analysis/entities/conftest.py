"""What the tests of entities share: finding one by name, its words, and names by marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.analysis.conftest import Parse
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.entities.paragraph_names import NameCandidate
from tui.analysis.entities.pieces import pieces
from tui.analysis.parsed import Paragraph, ParsedText
from tui.analysis.results import Entity, EntityType

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

PERSON, ORG, PLACE, GROUP = (
    EntityType.PERSON,
    EntityType.ORG,
    EntityType.PLACE,
    EntityType.GROUP,
)


def words(parsed: ParsedText, entity: Entity) -> list[str]:
    text = parsed.article.text
    return [text[m.span.start : m.span.end] for m in entity.mentions]


def rules(entity: Entity) -> list[str]:
    return [mention.rule for mention in entity.mentions]


def named(entities: tuple[Entity, ...], name: str) -> Entity:
    found = [entity for entity in entities if entity.name == name]
    assert found, f"{name} is not among {[entity.name for entity in entities]}"
    assert len(found) == 1
    return found[0]


def references(parse: Parse, text: str, rule: str) -> list[tuple[str, str]]:
    """What stands for a name by one rule, with that name, in text order."""
    found = [
        (mention.span, entity.name)
        for entity in find_entities(parse(text))
        for mention in entity.references
        if mention.rule == rule
    ]
    return [(text[span.start : span.end], name) for span, name in sorted(found)]


def meant(parse: Parse, text: str) -> list[tuple[str, str]]:
    """What stands for a name without being one, with that name, in text order."""
    found = [
        (mention.span, entity.name)
        for entity in find_entities(parse(text))
        for mention in entity.references
    ]
    return [(text[slice(*span)], name) for span, name in sorted(found)]


_MARKED = re.compile(r"\{(\w+) ([^}]+)\}")


def candidates_of(nlp: Language, text: str) -> list[NameCandidate]:
    """The names that stand with their type in braces: "{PERSON Ann Lee} left {PLACE Tarn}".

    The text is not parsed: what is found depends on the rules alone and not on the model.
    """
    paragraph = Paragraph(nlp.make_doc(_MARKED.sub(r"\2", text)), 0, 1)
    found = []
    cut = 0
    for match in _MARKED.finditer(text):
        start = match.start() - cut
        span = paragraph.doc.char_span(start, start + len(match[2]))
        assert span is not None, match[2]
        found.append(NameCandidate(paragraph, span.start, span.end, EntityType(match[1])))
        cut += len(match[0]) - len(match[2])
    return found


def span_of(doc: Doc, start: int, end: int, label: str) -> Span:
    span = doc.char_span(start, end, label=label)
    assert span is not None
    return span


def pieces_of(nlp: Language, text: str) -> list[str]:
    """What is made of the model's spans, which stand with their label in braces.

    The text is not parsed: what is found depends on the rules alone and not on the model.
    """
    doc = nlp.make_doc(_MARKED.sub(r"\2", text))
    spans, cut = [], 0
    for match in _MARKED.finditer(text):
        start = match.start() - cut
        spans.append(span_of(doc, start, start + len(match[2]), match[1]))
        cut += len(match[0]) - len(match[2])
    doc.set_ents(spans)
    return [f"{kind} {doc[start:end].text}" for start, end, kind in pieces(doc, doc.text)]
