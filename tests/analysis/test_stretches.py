"""Long blocks are parsed in stretches: nothing is lost, doubled or cut where it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from tests.analysis.conftest import make_article
from tui.analysis.pipeline import analyse, parse
from tui.analysis.stretches import LARGEST_BATCH, LONGEST, Stretch, batches, stretches
from tui.documents.article import Article, Block, BlockKind

if TYPE_CHECKING:
    from spacy.language import Language

SENTENCE = "Ann Holm said on Monday that the ferry had sunk off Tarn in heavy weather. "


def own(article: Article) -> list[str]:
    """What each stretch is there for, without its context."""
    return [piece.text[piece.first : piece.stop] for piece in stretches(article)]


def test_a_block_of_usual_length_is_one_stretch_without_context() -> None:
    article = make_article(SENTENCE.strip() + "\n\n" + SENTENCE.strip())
    assert own(article) == [SENTENCE.strip()] * 2
    assert all((p.first, p.stop) == (0, len(p.text)) for p in stretches(article))


def test_what_hung_on_a_word_of_the_context_is_a_root_of_its_own() -> None:
    doc = Doc(
        Vocab(),
        words=["sums", "of", "1809", "fell"],
        heads=[3, 0, 1, 3],
        deps=["nsubj", "prep", "pobj", "ROOT"],
    )
    piece = Stretch(doc.text, 0, 0, 12, 1)
    assert doc.text[:12] == "sums of 1809"
    parsed, start = piece.own(doc)
    assert (start, parsed.text.strip()) == (0, "sums of 1809")
    assert [token.dep_ for token in parsed] == ["ROOT", "prep", "pobj"]
    assert all(token.dep_ == "ROOT" for token in parsed if token.head == token)


def test_a_long_block_is_cut_at_sentences_with_a_sentence_of_context_around() -> None:
    article = make_article((SENTENCE * (3 * LONGEST // len(SENTENCE))).strip())
    pieces = list(stretches(article))
    assert len(pieces) > 2
    assert all(
        text.startswith("Ann") and text.rstrip().endswith("weather.") for text in own(article)
    )
    second = pieces[1]
    assert second.text[: second.first].strip() == SENTENCE.strip()
    assert second.text[second.stop :].strip() == SENTENCE.strip()


def test_a_long_block_is_not_cut_inside_a_quotation_that_closes_in_time() -> None:
    said = "“" + "We lost the ferry. " * 40 + "It was late,” Ann Holm said. "
    article = make_article((said * (3 * LONGEST // len(said))).strip())
    assert all(text.count("“") == text.count("”") for text in own(article))


@pytest.mark.parametrize("text", ["mill " * LONGEST, "mill" * LONGEST, "“ " * LONGEST])
def test_a_block_without_sentences_is_cut_all_the_same(text: str) -> None:
    article = make_article(text.strip())
    assert max(map(len, own(article))) <= LONGEST
    assert "".join("".join(own(article)).split()) == "".join(text.split())


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from([SENTENCE, "x" * 700, "“Go. ", "said”. ", " ", "\n", "\n\n", "7.3 "]))
)
def test_stretches_are_in_order_and_leave_out_nothing_but_blanks(parts: list[str]) -> None:
    text = "".join(parts) * 30
    article = Article("/x", text, "", (Block(0, len(text), BlockKind.LINES),))
    position = 0
    for piece in stretches(article):
        assert not text[position : piece.start + piece.first].strip()
        assert text[piece.start : piece.start + len(piece.text)].split() == piece.text.split()
        position = piece.end
    assert not text[position:].strip()


def test_batches_hold_all_stretches_in_order_and_a_bounded_length() -> None:
    article = make_article("\n\n".join([SENTENCE.strip()] * 40 + [SENTENCE * 70] * 9))
    pieces = list(stretches(article))
    found = list(batches(pieces))
    assert [piece for batch in found for piece in batch] == pieces
    assert all(sum(len(p.text) for p in b) <= LARGEST_BATCH for b in found if len(b) > 1)


def test_the_parse_has_every_word_of_a_long_block_once_and_at_its_place(nlp: Language) -> None:
    article = make_article((SENTENCE * (2 * LONGEST // len(SENTENCE))).strip())
    paragraphs = parse(article, nlp).paragraphs
    assert len(paragraphs) > 1
    for paragraph in paragraphs:
        end = paragraph.start + len(paragraph.text)
        assert article.text[paragraph.start : end] == paragraph.text
    assert " ".join(p.text.strip() for p in paragraphs) == article.text


def test_a_long_paragraph_says_what_the_same_sentences_say_in_short_ones(nlp: Language) -> None:
    said = "“We lost the ferry in May,” Ann Holm said. Tom Berg denied that the crew was asleep. "
    whole = analyse(make_article((said * (2 * LONGEST // len(said))).strip()), nlp)
    assert {quote.speaker_name for quote in whole.quotes} == {"Ann Holm", "Tom Berg"}
    holm = next(entity for entity in whole.entities if entity.name == "Ann Holm")
    assert len(holm.mentions) == 2 * LONGEST // len(said)
