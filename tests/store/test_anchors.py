from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.articles import TEXT
from tui.store.anchors import Anchor, Located, Orphan, Relocation, State, describe, hash_of, locate

QUOTE = "Nobody knows when the repairs will end."

WORDS = ["alpha", "beta", "gamma", "delta", "he", "said", "no", "yes", ".", ","]


def anchor_of(text: str, words: str = QUOTE) -> Anchor:
    start = text.index(words)
    return describe(text, start, start + len(words))


def found(result: Located | Orphan, text: str) -> tuple[str, State]:
    assert isinstance(result, Located), result
    return text[result.start : result.end], result.state


@pytest.fixture(params=["with the old text", "without it"])
def old(request: pytest.FixtureRequest) -> str | None:
    return TEXT if request.param == "with the old text" else None


def test_a_passage_of_the_same_text_keeps_its_place() -> None:
    anchor = anchor_of(TEXT)
    assert locate(anchor, TEXT) == Located(anchor.start, anchor.end, State.EXACT)


def test_a_forged_place_in_the_same_text_is_not_trusted() -> None:
    anchor = Anchor("other words", "", "", 0, 11, hash_of(TEXT))
    assert isinstance(locate(anchor, TEXT), Orphan)


def test_a_highlight_survives_an_edit_before_it(old: str | None) -> None:
    new = "A first line was added here. " + TEXT
    assert found(locate(anchor_of(TEXT), new, old), new) == (QUOTE, State.EXACT)


def test_a_highlight_survives_new_line_breaks(old: str | None) -> None:
    new = TEXT.replace(" ", "\n")
    assert found(locate(anchor_of(TEXT), new, old), new) == (
        QUOTE.replace(" ", "\n"),
        State.EXACT,
    )


def test_an_edited_passage_between_its_old_neighbours_is_found_as_changed(old: str | None) -> None:
    new = TEXT.replace("when the repairs will end", "when the long repairs will finally end")
    assert found(locate(anchor_of(TEXT), new, old), new) == (
        "Nobody knows when the long repairs will finally end.",
        State.CHANGED,
    )


def test_a_passage_that_was_moved_is_found_as_moved() -> None:
    new = TEXT.replace(QUOTE + " ", "") + "\n" + QUOTE + "\n"
    assert found(locate(anchor_of(TEXT), new, TEXT), new) == (QUOTE, State.MOVED)


def test_a_deleted_passage_is_an_orphan(old: str | None) -> None:
    new = TEXT.replace(QUOTE + " ", "")
    assert isinstance(locate(anchor_of(TEXT), new, old), Orphan)


def test_a_look_alike_that_stood_elsewhere_before_is_not_taken_for_a_deleted_passage() -> None:
    text = (
        "He declined to comment on it. More came.\n\nLater on. He declined to comment on it. End."
    )
    second = text.rindex("He declined")
    anchor = describe(text, second, second + len("He declined to comment on it."))
    new = text[:second] + text[second + len("He declined to comment on it. ") :]
    assert isinstance(locate(anchor, new, text), Orphan)


@pytest.mark.parametrize("which", [0, 1, 2])
def test_each_of_three_equal_sentences_is_told_by_its_neighbours(which: int) -> None:
    same = "He declined to comment."
    text = f"Alpha began the whole day. {same} Beta went on for long. {same} Gamma ended it. {same}"
    starts = [i for i in range(len(text)) if text.startswith(same, i)]
    new = "New opening words. " + text
    anchor = describe(text, starts[which], starts[which] + len(same))
    result = locate(anchor, new, text)
    assert isinstance(result, Located)
    assert result.start == starts[which] + len("New opening words. ")


def test_equal_sentences_without_telling_context_are_not_guessed() -> None:
    text = "Yes. " * 400
    anchor = describe(text, 1000, 1004)
    assert isinstance(locate(anchor, "Yes. " * 399 + "No. "), Orphan)


def test_a_short_word_that_turns_up_elsewhere_is_not_the_passage() -> None:
    text = "The talks failed at noon. Everybody went home after that."
    start = text.index("noon")
    new = "The talks failed. Everybody went home after that. It was noon in Rome."
    assert isinstance(locate(describe(text, start, start + 4), new, text), Orphan)


def test_an_old_text_that_does_not_hold_the_passage_is_not_believed() -> None:
    anchor = anchor_of(TEXT)
    new = "Added. " + TEXT
    assert found(locate(anchor, new, "Something else."), new) == (QUOTE, State.EXACT)


def test_one_mark_in_six_megabytes_is_found_within_seconds() -> None:
    lines = [
        f"Line {i} of the report says that item {i * 7} was checked twice." for i in range(90_000)
    ]
    text = "\n".join(lines)
    changed = lines.copy()
    changed[45_000] = changed[45_000].replace("checked twice", "checked with great care twice")
    new = " ".join(changed)
    start = text.index(lines[45_000])
    began = time.monotonic()
    result = Relocation(new, text).locate(describe(text, start, start + len(lines[45_000])))
    assert found(result, new) == (changed[45_000], State.CHANGED)
    assert time.monotonic() - began < 30


@given(
    st.lists(st.sampled_from(WORDS), max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=60),
    st.data(),
)
def test_what_is_found_lies_in_the_text_and_unchanged_words_are_the_same_words(
    old_words: list[str], new_words: list[str], data: st.DataObject
) -> None:
    old, new = " ".join(["start", *old_words]), " ".join(["start", *new_words])
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    anchor = describe(old, start, end)
    for known in (old, None):
        result = locate(anchor, new, known)
        if isinstance(result, Located):
            assert 0 <= result.start < result.end <= len(new)
            if result.state is not State.CHANGED:
                assert new[result.start : result.end].split() == anchor.exact.split()


@given(st.text(min_size=1, max_size=80), st.data())
def test_a_passage_is_always_found_in_its_own_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    result = locate(describe(text, start, end), text)
    if text[start:end].strip():
        assert result == Located(start, end, State.EXACT)
    else:
        assert isinstance(result, Orphan)
