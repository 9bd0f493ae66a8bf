"""Names that the model missed and that their letters or a noun make one."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.entities.conftest import GROUP, ORG
from tui.analysis.entities.described_names import add_described
from tui.analysis.entities.paragraph_names import Names
from tui.analysis.results import EntityType


def added(parse: Parse, text: str) -> list[tuple[str, EntityType]]:
    names = Names(parse(text).paragraphs[0])
    add_described(names)
    return [(name.text, name.type) for name in names]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They use a program called Tarvo here.", "Tarvo", EntityType.PRODUCT),
        ("She sang in the film Tarvo Nights here.", "Tarvo Nights", EntityType.WORK),
        ("They share it with BitTarvo here.", "BitTarvo", ORG),
        ("They met four Latinos here.", "Latinos", GROUP),
    ],
)
def test_missed_name_is_added(parse: Parse, text: str, name: str, kind: EntityType) -> None:
    assert added(parse, text) == [(name, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "They use a program that Tarvo wrote.",
        "They met McTarvo and the MPs here.",
        "They saw it on @BitTarvo and left.",
        "They met the Latinos-only club.",
    ],
)
def test_other_words_are_left(parse: Parse, text: str) -> None:
    assert added(parse, text) == []
