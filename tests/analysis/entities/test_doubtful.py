"""Words that have a capital and are no names."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tui.analysis.entities.entity_extractor import find_entities


def found(parse: Parse, text: str) -> set[str]:
    return {entity.name for entity in find_entities(parse(text))}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("She spoke. “Schools should teach it,” she said of schools.", "Schools"),
        ("“Navigation is lost,” he said. He taught navigation.", "Navigation"),
        ("Cyberspace is becoming popular in Norway.", "Cyberspace"),
        ("They must, and they SHOULD, pay. They should know.", "SHOULD"),
        ("The anti-Berg campaign began in Oslo.", "anti-Berg"),
        ("A Briton was held in Oslo. The Briton is ill.", "Briton"),
        ("The Frenchman scored twice.", "Frenchman"),
        ("She has an MBA and the CEO left.", "MBA"),
        ("CHAPTER IV.\n\nIt rained in Oslo.", "CHAPTER IV"),
        ("It was built in 472 B.C. in Greece.", "B.C"),
        ("It is a film for 21st Century audiences in Oslo.", "Century"),
        ("The court agreed. Id. at 14.", "Id."),
        ("He studied the Dahaka for years.", "Dahaka"),
        ("They prayed for #Velmora in Oslo.", "Velmora"),
        ("Bergism was the fashion in Oslo. They taught Bergism.", "Bergism"),
        ("She holds a Ph.D. from Oslo and wrote it there.", "Ph.D"),
        ("She was given the OBE in Oslo.", "OBE"),
        ("Anna Berg, Tarvo Newsroom, wrote it in Oslo.", "Newsroom"),
        ("Former Tory Treasurer Lord Ostrel spoke in Oslo.", "Treasurer Lord"),
        ("Bergophobia is known in Oslo.", "Bergophobia"),
        ("The New Yorker Tom Berg was held in Oslo.", "New Yorker"),
    ],
)
def test_word_with_a_capital_is_no_name(parse: Parse, text: str, word: str) -> None:
    assert not any(word.lower() in name.lower() for name in found(parse, text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“Westrup should know,” she said. Anna Westrup came.", "Anna Westrup"),
        ("“Boeing is late,” she said.", "Boeing"),
        ("The Obama administration was late. Barack Obama knew.", "Barack Obama"),
        ("NATO and the EU were silent.", "NATO"),
        ("Oslo slept.", "Oslo"),
        ("He gave Turkey a loan. Chapter and verse were lost in Turkey.", "Turkey"),
    ],
)
def test_name_stays(parse: Parse, text: str, name: str) -> None:
    assert name in found(parse, text)
