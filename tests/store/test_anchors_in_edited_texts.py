"""Where passages are found after an editor went over the text: there, or nowhere."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tui.store.anchors import Located, Orphan, Relocation, State, describe, locate

# Few words, so that sentences share their beginnings, ends and phrases as those of news do.
WORDS = ["the", "mayor", "council", "said", "bridge", "river", "no", "date", "repairs", "will"]
sentences = st.lists(st.sampled_from(WORDS), min_size=4, max_size=9, unique=True).map(
    lambda words: " ".join(words).capitalize() + "."
)


def joined(parts: list[str]) -> str:
    """Sentences as paragraphs of three."""
    return "\n\n".join(" ".join(parts[i : i + 3]) for i in range(0, len(parts), 3))


def place(parts: list[str], sentence: str) -> tuple[int, int]:
    start = joined(parts).index(sentence)
    return start, start + len(sentence)


@dataclass(frozen=True)
class Edited:
    """Distinct sentences before and after an editor added and dropped some."""

    old: list[str]
    new: list[str]
    added: list[str]

    @property
    def kept(self) -> list[str]:
        return [sentence for sentence in self.new if sentence not in self.added]


@st.composite
def edits(draw: st.DrawFn) -> Edited:
    every = draw(st.lists(sentences, min_size=4, max_size=16, unique=True))
    assume(not any(a != b and a.rstrip(".") in b for a in every for b in every))
    fates = draw(
        st.lists(
            st.sampled_from(["kept", "kept", "kept", "added", "dropped"]),
            min_size=len(every),
            max_size=len(every),
        )
    )
    told = list(zip(every, fates, strict=True))
    return Edited(
        old=[sentence for sentence, fate in told if fate != "added"],
        new=[sentence for sentence, fate in told if fate != "dropped"],
        added=[sentence for sentence, fate in told if fate == "added"],
    )


@given(edits())
def test_a_sentence_that_is_still_there_is_found_whole_and_nothing_beside_it(
    edited: Edited,
) -> None:
    old, new = joined(edited.old), joined(edited.new)
    relocation = Relocation(new, old)
    for sentence in edited.kept:
        found = relocation.locate(describe(old, *place(edited.old, sentence)))
        assert isinstance(found, Located), sentence
        assert (found.start, found.end) == place(edited.new, sentence), sentence
        assert found.state is State.EXACT


@given(edits())
def test_a_dropped_sentence_is_never_found_in_one_that_stood_elsewhere(edited: Edited) -> None:
    """It may have become another sentence in its place, never one of its old neighbours."""
    old, new = joined(edited.old), joined(edited.new)
    relocation = Relocation(new, old)
    others = [place(edited.new, sentence) for sentence in edited.kept]
    for sentence in set(edited.old) - set(edited.new):
        found = relocation.locate(describe(old, *place(edited.old, sentence)))
        if isinstance(found, Located):
            assert found.state is State.CHANGED
            assert not any(start < found.end and found.start < end for start, end in others)


@given(edits())
def test_without_the_old_text_a_sentence_is_found_where_it_stands_or_not_at_all(
    edited: Edited,
) -> None:
    old, new = joined(edited.old), joined(edited.new)
    relocation = Relocation(new)
    for sentence in edited.kept:
        found = relocation.locate(describe(old, *place(edited.old, sentence)))
        if isinstance(found, Located):
            assert (found.start, found.end) == place(edited.new, sentence)


@given(st.lists(st.sampled_from(WORDS[:4]), min_size=1, max_size=40), st.data())
def test_a_passage_among_its_twins_is_followed_past_an_addition(
    words: list[str], data: st.DataObject
) -> None:
    old = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start = len(" ".join(["", *words[:first]])) if first else 0
    end = start + len(" ".join(words[first : last + 1]))
    outside = [at for at in range(len(words) + 1) if not first < at <= last]
    at = data.draw(st.sampled_from(outside))
    new = " ".join([*words[:at], "zebra", *words[at:]])
    by = len("zebra ") if at <= first else 0
    found = locate(describe(old, start, end), new, old)
    assert found == Located(start + by, end + by, State.EXACT)


OLD = "Ada Quill spoke first. The mayor declined to name a date. Nobody asked again."
MARKED = "The mayor declined to name a date."


@pytest.mark.parametrize(
    "new",
    [
        # What was added begins as the passage does, or ends as it does.
        OLD.replace(MARKED, f"The engineers came late. {MARKED}"),
        f"It rained. {OLD.replace(MARKED, f'{MARKED} It was late.')}",
        OLD.replace(MARKED, f"The mayor declined a drink. {MARKED} Nobody asked for a date."),
    ],
)
def test_a_sentence_added_beside_a_passage_is_not_drawn_into_it(new: str) -> None:
    start = OLD.index(MARKED)
    found = locate(describe(OLD, start, start + len(MARKED)), new, OLD)
    assert isinstance(found, Located)
    assert (new[found.start : found.end], found.state) == (MARKED, State.EXACT)


def test_a_sentence_dropped_beside_a_passage_takes_no_word_of_it_along() -> None:
    old = OLD.replace(MARKED, f"The engineers came late. {MARKED} The mayor left. ")
    start = old.index(MARKED)
    found = locate(describe(old, start, start + len(MARKED)), OLD, old)
    assert found == Located(OLD.index(MARKED), OLD.index(MARKED) + len(MARKED), State.EXACT)


def test_a_sentence_added_beside_an_edited_one_is_not_drawn_into_it() -> None:
    edited = "The mayor declined yesterday to name a date."
    new = OLD.replace(MARKED, f"The engineers came late. {edited}")
    start = OLD.index(MARKED)
    found = locate(describe(OLD, start, start + len(MARKED)), new, OLD)
    assert isinstance(found, Located)
    assert (new[found.start : found.end], found.state) == (edited, State.CHANGED)


@pytest.mark.parametrize(
    "text",
    ["👩\u200d👩\u200d👧 met 👩\u200d👧 there.", "cafe\u0301 e\u0301te\u0301", "漢字 漢字の本"],
)
def test_joined_and_combining_characters_shift_with_their_passage(text: str) -> None:
    old = f"Before it. {text} After it."
    new = f"🙂 Added first. {old}"
    start = old.index(text)
    found = locate(describe(old, start, start + len(text)), new, old)
    assert isinstance(found, Located)
    assert new[found.start : found.end] == text


def test_a_passage_split_by_a_long_insertion_is_not_stretched_over_it() -> None:
    inserted = " ".join(f"Word{n} of the insertion." for n in range(60))
    new = OLD.replace("declined to", f"declined. {inserted} She refused to")
    start = OLD.index(MARKED)
    found = locate(describe(OLD, start, start + len(MARKED)), new)
    assert isinstance(found, Orphan)
