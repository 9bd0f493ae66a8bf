"""Lines in capitals: which they are, and what in them is a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.entities.conftest import candidates_of
from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.entities.repeats import add_repeats, find_capital_lines
from tui.analysis.parsed import Paragraph
from tui.analysis.results import EntityType

if TYPE_CHECKING:
    from spacy.language import Language


def line(nlp: Language, text: str) -> Names:
    """The names of a line, each with its type in braces ("{PLACE Tarn} voted")."""
    candidates = candidates_of(nlp, text)
    if not candidates:
        return Names(Paragraph(nlp.make_doc(text), 0, 1))
    names = Names(candidates[0].paragraph)
    for candidate in candidates:
        names.add(candidate)
    return names


def found(names: Names) -> list[str]:
    return [f"{candidate.type} {candidate.text}" for candidate in names]


PROSE = "The {PERSON Ann Lee} case went to {PLACE Tarn}."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MILL TO CLOSE IN MAY", True),
        ("MILL TO CLOSE, NATO SAYS of it", False),
        ("NATO, EU", False),
        ("Mill to close in May", False),
        ("1,000 - 2,000 (3,000)", False),
    ],
)
def test_line_is_in_capitals_when_most_of_its_words_are(
    nlp: Language, text: str, expected: bool
) -> None:
    names = line(nlp, text)
    assert find_capital_lines([names, line(nlp, PROSE)]) == ([names] if expected else [])


def test_text_all_in_capitals_has_no_headline(nlp: Language) -> None:
    assert find_capital_lines([line(nlp, "MILL TO CLOSE IN MAY")]) == []


def test_headline_takes_its_names_from_the_text_and_the_map(nlp: Language) -> None:
    headline = line(nlp, "{ORG LEE LEAVES} TARN FOR OSLO")
    paragraphs = [headline, line(nlp, PROSE)]
    add_repeats(paragraphs, find_capital_lines(paragraphs))
    assert found(headline) == ["PERSON LEE", "PLACE TARN", "PLACE OSLO"]


def test_last_name_that_is_a_word_of_the_text_is_no_name_in_capitals(nlp: Language) -> None:
    headline = line(nlp, "LAST CASE OF THE YEAR")
    paragraphs = [headline, line(nlp, "The {PERSON Ann Case} trial was the last case.")]
    add_repeats(paragraphs, find_capital_lines(paragraphs))
    assert found(headline) == []


def test_what_is_sure_stays_in_a_headline(nlp: Language) -> None:
    headline = line(nlp, "MR BERG LEAVES THE HALL")
    headline.add(NameCandidate(headline.paragraph, 1, 2, EntityType.PERSON, is_sure=True))
    paragraphs = [headline, line(nlp, PROSE)]
    add_repeats(paragraphs, find_capital_lines(paragraphs))
    assert found(headline) == ["PERSON BERG"]


def test_full_name_is_found_wherever_its_words_stand(nlp: Language) -> None:
    further = line(nlp, "Later Ann Lee smiled, and Ann left Lee alone.")
    add_repeats([line(nlp, PROSE), further], [])
    # One word is a name again only where the parse says so, and nothing here is parsed.
    assert found(further) == ["PERSON Ann Lee"]


def test_noun_of_a_body_is_its_name_behind_the_article(nlp: Language) -> None:
    body = line(nlp, "The {ORG Fish Ministry} paid.")
    further = line(nlp, "Later the Ministry left.")
    others = line(nlp, "They saw the Ministry of old, the Ministry Band and a Ministry.")
    add_repeats([body, further, others], [])
    assert found(further) == ["ORG Ministry"]
    assert found(others) == []
