from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents import sentence_map
from tui.documents import sentences as sentences_module
from tui.documents.article import Article, Block, BlockKind, Span
from tui.documents.blocks import split_blocks
from tui.documents.loading import from_text
from tui.documents.sentence_map import SentenceMap
from tui.documents.sentences import sentences

PIECES = st.lists(
    st.sampled_from([*'.?"”) \n3。', "Mr. ", "he ", "The ", "! ", "… ", "U.S.", "- "]),
    max_size=40,
).map("".join)


def split(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [text[s:e] for s, e in sentences(text, Block(0, len(text), kind))]


def joined(*parts: str) -> list[str]:
    """The sentences found in the parts joined by blanks: the parts, if all is well."""
    return split(" ".join(parts))


@given(PIECES, st.sampled_from(BlockKind))
def test_every_visible_character_is_in_one_sentence(text: str, kind: BlockKind) -> None:
    found = sentences(text, Block(0, len(text), kind))
    covered = [offset for span in found for offset in range(*span)]
    assert covered == sorted(set(covered))
    assert {n for n, char in enumerate(text) if not char.isspace()} <= set(covered)
    for start, end in found:
        assert text[start:end] == text[start:end].strip() != ""


@pytest.mark.parametrize(
    "parts",
    [
        ("He left.", "She stayed."),
        ("Mr. Smith met Dr. J. R. Brown and Gen. Ivanov.", "They talked."),
        ("The U.S. Senate voted.", "It took an hour."),
        ("He lives in the U.S.", "The house is old."),
        ("It rose 3.5 percent to $1.2 billion.", "Shares fell."),
        ("On Jan. 3 the court met.", "No. 4 was empty."),
        ("Was it him?", "No.", "It was not."),
        ("Acme Inc. Chairman Lee resigned.", "He gave no reason."),
        ("She works for Acme Inc.", "The firm is small."),
        ('"We will go," he said.', '"We must."'),
        ('"Why?" he asked.', "Nobody knew."),
        ('"Why?" Mr Smith asked.', "Nobody knew."),
        ("“Is that so?”", "She laughed."),
        ("(It was late.)", "They went home."),
        ("Well... perhaps not.", "He paused…", "Then he spoke."),
        ("Stop!", "Thief!"),
        ("He waited . . . and He left .", "Then it rained."),
        ("She likes it.", ".NET is hers too."),
        ("Smith v. Jones was decided.", "Others vs. Brown too."),
        ("It was 5 p.m. in Rome.", "At 6 p.m. the vote began."),
        ("St. Paul, Minn. Mayor Lee spoke.", "All agreed."),
        ("See e.g. Rome, i.e. Italy.", "Or not."),
        ("It happened in 1999.", "2000 was better."),
        ("He has a Ph.D.", "She has one too."),
        ("It grew fast.[3][4]", "Then it stopped. [5] [6]"),
        ("One.", "«Two.»", "Three."),
    ],
)
def test_sentences_as_a_reader_sees_them(parts: tuple[str, ...]) -> None:
    assert joined(*parts) == list(parts)


def test_sentences_without_blanks_between_them_in_chinese() -> None:
    assert split("他说。“好。”结束了！") == ["他说。", "“好。”", "结束了！"]


def test_a_sentence_crosses_a_soft_newline() -> None:
    assert split("It was\nlate. They went\nhome.") == ["It was\nlate.", "They went\nhome."]


def test_a_kept_newline_ends_a_sentence_and_an_item_goes_on() -> None:
    text = "Points:\n- one that is\n  long. Indeed.\n- two"
    assert split(text, BlockKind.LINES) == ["Points:", "- one that is\n  long.", "Indeed.", "- two"]


def test_a_numbered_item_keeps_its_number() -> None:
    items = ["1. Open the lid.", "2. Close it."]
    assert split("\n".join(items), BlockKind.LINES) == items


def test_a_text_without_capitals_still_has_sentences() -> None:
    assert split("they came. they saw.") == ["they came.", "they saw."]


@pytest.fixture
def article() -> Article:
    return from_text("One. Two.\n\n\nThree.\n\nREUTERS", "x")


def test_stepping_by_sentence_crosses_blocks_and_stops_at_the_ends(article: Article) -> None:
    sentence_map = SentenceMap(article)
    steps = []
    offset = -1
    while (span := sentence_map.after(offset)) is not None:
        steps.append(article.text[slice(*span)])
        offset = span.start
    assert steps == ["One.", "Two.", "Three.", "REUTERS"]
    back = []
    while (span := sentence_map.before(offset)) is not None:
        back.append(article.text[slice(*span)])
        offset = span.start
    assert back == ["Three.", "Two.", "One."]


def test_the_sentence_at_every_offset_is_the_last_one_begun(article: Article) -> None:
    sentence_map = SentenceMap(article)
    for offset in range(len(article.text) + 3):
        span = sentence_map.at(offset)
        assert span.start <= offset
        following = sentence_map.after(span.start)
        assert following is None or offset < following.start


def test_a_dateline_is_a_sentence_by_itself() -> None:
    article = from_text(
        "GENEVA (Reuters) - The talks went on until late. Nobody spoke afterwards.", "x"
    )
    spans = SentenceMap(article).in_block(0)
    assert [article.text[slice(*span)] for span in spans] == [
        "GENEVA (Reuters) -",
        "The talks went on until late.",
        "Nobody spoke afterwards.",
    ]


def test_an_empty_article_has_an_empty_sentence() -> None:
    empty = SentenceMap(Article("x", "", "", split_blocks("")))
    assert empty.at(3) == Span(0, 0)
    assert empty.after(0) is None
    assert empty.before(9) is None


LONG_PIECES = st.lists(
    st.sampled_from(
        [
            "He left. ", "She asked why? ", "“No.” ", "1. ", "IV. ", "Mr. Orban ", "the U.S. ",
            "他走了。", "No. 4 ", "and so on… ", "(see p. 3) ", "e.g. this ", "a word ", "X. Then ",
            "etc. ", "the 12. of May ", "it cost 3.5 ", "“Why?” he asked. ", "Ünal. ",
        ]
    ),
    min_size=1,
    max_size=120,
).map("".join)  # fmt: skip


@given(LONG_PIECES, st.integers(10, 60), st.integers(0, 800))
def test_a_long_paragraph_has_the_same_sentences_wherever_one_begins(
    text: str, part: int, offset: int
) -> None:
    text = text.strip().lower() if part % 5 == 0 else text.strip()
    block = Block(0, len(text), BlockKind.PARAGRAPH)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sentences_module, "_PART", part)
        patch.setattr(sentence_map, "_LONG", 2 * part)
        found = SentenceMap(Article("x", text, "", (block,)))
        offset = min(offset, len(text))
        expected = sentences(text, block)
        assert found.at(offset) == max(
            (s for s in expected if s.start <= offset), default=expected[0]
        )
        assert found.after(offset) == next((s for s in expected if s.start > offset), None)
        before = [s for s in expected if s.start < offset]
        assert found.before(offset) == (before[-1] if before else None)
        assert found.in_block(0) == expected


def test_the_next_sentence_of_a_long_paragraph_needs_only_its_part() -> None:
    text = "He said so on Monday. " * 50_000
    article = Article("x", text, "", (Block(0, len(text) - 1, BlockKind.PARAGRAPH),))
    with pytest.MonkeyPatch.context() as patch:
        seen: list[int] = []

        def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
            seen.append(start)
            yield Span(start, end)

        patch.setattr(sentences_module, "trimmed", trimmed)
        patch.setattr(sentence_map, "trimmed", trimmed)
        assert SentenceMap(article).after(600_000) == Span(600_006, 600_028)
    assert len(seen) < 2_000
