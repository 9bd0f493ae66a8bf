"""What a dateline names is found although the dateline is not parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.pipeline import parse
from tui.analysis.results import EntityType
from tui.documents.loading import from_text

if TYPE_CHECKING:
    from spacy.language import Language

REST = "The ministers met again and could not agree on a date. Officials in Oslo said so."


def found(nlp: Language, dateline: str) -> dict[str, list[str]]:
    article = from_text(f"{dateline} {REST}", "/x")
    return {
        entity.name: [article.text[slice(*mention.span)] for mention in entity.mentions]
        for entity in find_entities(parse(article, nlp))
        if entity.type in (EntityType.PLACE, EntityType.PERSON)
    }


def test_the_place_of_a_dateline_is_one_with_that_of_the_text(nlp: Language) -> None:
    assert found(nlp, "OSLO 2021-05-04") == {"Oslo": ["OSLO", "Oslo"]}


def test_each_place_and_the_reporter_are_named_as_a_reader_writes_them(nlp: Language) -> None:
    names = found(nlp, "Anna Berg SAN JOSE, Costa Rica 2021-05-04")
    assert names["San Jose"] == ["SAN JOSE"]
    assert names["Costa Rica"] == ["Costa Rica"]
    assert names["Anna Berg"] == ["Anna Berg"]


def test_the_agency_of_a_dateline_is_no_name(nlp: Language) -> None:
    assert found(nlp, "OSLO (Reuters) -") == {"Oslo": ["OSLO", "Oslo"]}
