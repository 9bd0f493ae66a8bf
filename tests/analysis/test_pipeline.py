from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analysis.conftest import Parse, make_article
from tui.analysis import model
from tui.analysis.language import is_english
from tui.analysis.pipeline import FIRST_PART, analyse, load_pipeline
from tui.analysis.pipeline import parse as parse_article
from tui.analysis.results import Analysis
from tui.analysis.stretches import LONGEST
from tui.documents.article import Article, Block, BlockKind, Span
from tui.errors import AnalysisError

if TYPE_CHECKING:
    from spacy.language import Language

ENGLISH = (
    "The talks lasted an hour longer than expected, according to a person familiar with the "
    "matter. Nobody would say what the next step will be."
)


def check_offsets(article: Article, nlp: Language) -> None:
    """Every token must stand in the article where its paragraph says."""
    for paragraph in parse_article(article, nlp).paragraphs:
        for token in paragraph.doc:
            start = paragraph.start + token.idx
            there = article.text[start : start + len(token)]
            assert there == token.text or token.is_space


def test_each_paragraph_is_parsed_with_its_number_and_place(nlp: Language) -> None:
    article = make_article("One sentence\nhere.\n\nAnd another.")
    parsed = parse_article(article, nlp)
    assert [paragraph.number for paragraph in parsed.paragraphs] == [1, 2]
    check_offsets(article, nlp)


def test_line_end_in_prose_is_crossed_and_in_verse_kept(nlp: Language) -> None:
    article = make_article("first line\nsecond line")
    assert "\n" not in parse_article(article, nlp).paragraphs[0].doc.text
    verse = replace(article, blocks=(Block(0, len(article.text), BlockKind.LINES),))
    assert "\n" in parse_article(verse, nlp).paragraphs[0].doc.text


def test_asides_are_blank_to_the_parser(nlp: Language) -> None:
    article = replace(make_article("ROME • It rained.\n\nAN AGENCY"), asides=(Span(0, 6),))
    article = replace(article, asides=(*article.asides, Span(19, 28)))
    paragraphs = parse_article(article, nlp).paragraphs
    assert [paragraph.doc.text.strip() for paragraph in paragraphs] == ["It rained."]
    check_offsets(article, nlp)


def test_very_long_block_is_cut_between_sentences(nlp: Language) -> None:
    sentence = "This sentence is one of very many. "
    article = make_article((sentence * (2 * LONGEST // len(sentence))).strip())
    paragraphs = parse_article(article, nlp).paragraphs
    assert len(paragraphs) > 1
    assert {paragraph.number for paragraph in paragraphs} == {1}
    assert all(len(paragraph.doc.text) <= LONGEST for paragraph in paragraphs)
    assert all(paragraph.doc.text.endswith(". ") for paragraph in paragraphs[:-1])
    assert "".join(paragraph.doc.text for paragraph in paragraphs) == article.text


def test_progress_ends_with_every_paragraph_done(nlp: Language) -> None:
    reports: list[tuple[int, int]] = []
    article = make_article("\n\n".join(["It rained on the town."] * 40))
    analyse(article, nlp, lambda done, total: reports.append((done, total)))
    assert reports == [(16, 40), (32, 40), (40, 40)]


def long_article(paragraphs: int) -> Article:
    """Somebody is quoted in each paragraph, under their last name in all but the first."""
    rest = [f"Ms Renard said that gate {number} was shut." for number in range(2, paragraphs + 1)]
    return make_article("\n\n".join(["Paula Renard said that gate 1 was shut.", *rest]))


def parts_of(article: Article, nlp: Language, near: int) -> tuple[list[Analysis], Analysis]:
    parts: list[Analysis] = []
    whole = analyse(article, nlp, near=near, on_part=lambda part, *_: parts.append(part))
    return parts, whole


def test_a_long_text_is_told_in_growing_parts_and_ends_as_if_there_were_none(
    nlp: Language,
) -> None:
    article = long_article(5 * FIRST_PART)
    parts, whole = parts_of(article, nlp, 0)
    assert [len(part.quotes) for part in parts] == [FIRST_PART, 2 * FIRST_PART, 4 * FIRST_PART]
    assert whole == analyse(article, nlp)
    assert len(whole.quotes) == 5 * FIRST_PART
    short = parts_of(long_article(FIRST_PART), nlp, 0)
    assert short[0] == []


def test_what_the_reader_looks_at_is_analysed_first(nlp: Language) -> None:
    article = long_article(3 * FIRST_PART)
    near = article.text.index(f"gate {FIRST_PART + 8} ")
    parts, whole = parts_of(article, nlp, near)
    first = parts[0].quotes[0].content[0]
    assert f"gate {FIRST_PART + 8} " in article.text[first.start : first.end]
    assert {quote.speaker_name for quote in whole.quotes} == {"Paula Renard"}
    assert whole == analyse(article, nlp)


def test_a_part_never_bridges_the_gap_before_the_reader(nlp: Language) -> None:
    article = long_article(3 * FIRST_PART)
    near = article.text.index(f"gate {2 * FIRST_PART + 8} ")
    parts, whole = parts_of(article, nlp, near)
    assert parts == [], "fewer paragraphs than a part follow, the others come with the result"
    assert whole == analyse(article, nlp)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=st.text(
        alphabet=st.one_of(
            st.sampled_from("abc ABC.,\"“”'’-\n\t()$%?!"),
            st.characters(blacklist_categories=["Cs", "Cc"]),
        ),
        max_size=120,
    )
)
def test_any_text_is_analysed_without_an_error(nlp: Language, text: str) -> None:
    article = make_article(f"{text}\n\n{ENGLISH}")
    check_offsets(article, nlp)
    assert isinstance(analyse(article, nlp), Analysis)


def test_empty_article_has_an_empty_analysis(nlp: Language) -> None:
    assert analyse(make_article(""), nlp) == Analysis("other")


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Markets close lower",
        "It was not the end of the affair.",
        "By Anna Berg\n\nShe had been told that the house would be sold in the spring.",
    ],
)
def test_english_is_known_as_such(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Gespräche dauerten eine Stunde länger als erwartet, sagte ein Vertrauter gestern. "
        "Man habe in der Sache so gut wie nichts erreicht, und es gebe noch keinen Termin.",
        "Les discussions ont duré une heure de plus que prévu, selon une personne proche du "
        "dossier. On ne sait pas encore quand elles reprendront, ni dans quelle ville.",
        "Las conversaciones duraron una hora más de lo previsto, según una persona cercana al "
        "asunto, y no se sabe todavía cuándo se van a reanudar ni en qué ciudad será.",
        "De gesprekken duurden een uur langer dan verwacht, zei een bron in Den Haag. Het was "
        "nog niet bekend wanneer ze worden hervat en in welke stad dat dan zal zijn.",
        "会談は予想より一時間長く続いたと、関係者は述べた。",
        "12 34 56 78",
        "",
    ],
)
def test_other_languages_are_known_as_such(text: str) -> None:
    assert not is_english(text)


def test_model_is_the_recorded_one() -> None:
    model.check_files(model.model_folder())


def test_changed_model_file_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "model"
    shutil.copytree(model.model_folder(), copy)
    (copy / "tagger" / "cfg").write_bytes(b"{}")
    monkeypatch.setattr("tui.analysis.pipeline.model_folder", lambda: copy)
    with pytest.raises(AnalysisError, match="tagger/cfg is not the one closeread was tested with"):
        load_pipeline()
    (copy / "tagger" / "cfg").unlink()
    with pytest.raises(AnalysisError, match="tagger/cfg cannot be read"):
        load_pipeline()


def test_missing_model_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "PACKAGE", "no_such_model")
    with pytest.raises(AnalysisError, match="not installed; install closeread again"):
        load_pipeline()


def test_every_loaded_file_has_a_recorded_hash() -> None:
    folder = model.model_folder()
    loaded = {
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and path.relative_to(folder).parts[0] not in model.UNUSED_COMPONENTS
    }
    assert loaded - set(model.HASHES) == {
        "README.md",
        "LICENSE",
        "LICENSES_SOURCES",
        "accuracy.json",
    }
    assert all(len(found) == hashlib.sha256().digest_size * 2 for found in model.HASHES.values())


def test_fingerprint_names_model_spacy_and_rules_without_loading_them() -> None:
    script = (
        "import sys; from tui.analysis.model import fingerprint; print(fingerprint()); "
        "assert 'spacy' not in sys.modules and 'numpy' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.stdout.strip() == model.fingerprint()
    assert "spacy-3." in model.fingerprint()


def test_sentences_of_the_fixture_are_parsed(parse: Parse) -> None:
    assert [len(list(p.doc.sents)) for p in parse("One. Two.\n\nThree.").paragraphs] == [2, 1]
