"""Very long texts are analysed in sections, and their entities put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.conftest import make_article
from tui.analysis import sections as sections_module
from tui.analysis.pipeline import analyse
from tui.analysis.results import Analysis
from tui.analysis.sections import sections
from tui.analysis.stretches import stretches

if TYPE_CHECKING:
    from spacy.language import Language

FIRST = "Anna Holm said that the ferry had sunk near Oslo. It is unclear why the ferry sank."
SECOND = "“We go on with it,” Holm told reporters in Oslo. The harbour of Oslo stays closed."
TEXT = "\n\n".join([FIRST, *["The rain went on for days."] * 3, SECOND])


@pytest.fixture
def short_sections(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sections of a paragraph or two."""
    monkeypatch.setattr(sections_module, "LONGEST_SECTION", 120)


def test_a_text_of_usual_length_is_one_section() -> None:
    pieces = list(stretches(make_article(TEXT)))
    assert sections(pieces) == [pieces]
    assert sections([]) == [[]]


@pytest.mark.usefixtures("short_sections")
def test_sections_are_in_order_and_hold_everything() -> None:
    pieces = list(stretches(make_article(TEXT)))
    found = sections(pieces)
    assert len(found) > 1
    assert [piece for section in found for piece in section] == pieces


@pytest.mark.usefixtures("short_sections")
def test_what_sections_name_alike_is_one_entity(nlp: Language) -> None:
    found = analyse(make_article(TEXT), nlp)
    by_name = {entity.name: entity for entity in found.entities}
    assert "Holm" not in by_name
    written = [TEXT[slice(*mention.span)] for mention in by_name["Anna Holm"].mentions]
    assert written == ["Anna Holm", "Holm"]
    assert len(by_name["Oslo"].mentions) == 3
    assert [quote.speaker_name for quote in found.quotes] == ["Anna Holm", "Holm"]
    assert found.questions


@pytest.mark.usefixtures("short_sections")
@pytest.mark.parametrize("near", [0, len(TEXT) // 2, len(TEXT) - 3])
def test_where_the_reader_looks_changes_nothing_in_the_end(nlp: Language, near: int) -> None:
    article = make_article(TEXT)
    parts: list[Analysis] = []
    found = analyse(article, nlp, near=near, on_part=lambda part, _done, _total: parts.append(part))
    assert found == analyse(article, nlp)
    assert parts
