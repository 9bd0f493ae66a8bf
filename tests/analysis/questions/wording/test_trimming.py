"""Which words of a phrase, or of the end of a clause, a question keeps."""

from __future__ import annotations

import pytest

from tests.analysis.questions.conftest import Find
from tui.analysis.questions.wording.trimming import (
    clause_end,
    phrase_tokens,
    without_last_phrase,
)

# (text, head, the phrase, the phrase without what its noun can do without)
PHRASES = [
    ("The mill, which closed in May, is old.", "mill", "The mill", "The mill"),
    ("The mill near the river is old.", "mill", "The mill near the river", "The mill"),
    (
        "The sale of the mill to a bank is off.",
        "sale",
        "The sale of the mill to a bank",
        "The sale of the mill to a bank",
    ),
    ("The mayor, a former judge, left.", "mayor", "The mayor", "The mayor"),
    ("The mills and the barns are old.", "mills", "The mills and the barns", "The mills"),
    ("The plan to sell the mill is off.", "plan", "The plan to sell the mill", "The plan"),
    ("The talks, in Riga, are over.", "talks", "The talks", "The talks"),
    ("Even the guards left.", "guards", "the guards", "the guards"),
    ("The allies, particularly Sark, left.", "allies", "The allies", "The allies"),
    ("The mayor's boat sank.", "mayor", "The mayor", "The mayor"),
    # Without its clause such a noun says nothing.
    ("The way she sold it was odd.", "way", "The way she sold it", "The way she sold it"),
    (
        "The port may pay people who stay.",
        "people",
        "people who stay",
        "people who stay",
    ),
    ("The port may pay people, who stay.", "people", "people", "people"),
    ("Those who left are safe.", "Those", "Those who left", "Those who left"),
]


@pytest.mark.parametrize(
    ("text", "head", "whole", "lean"), PHRASES, ids=[row[0] for row in PHRASES]
)
def test_phrase_keeps_what_tells_which_and_drops_what_explains(
    find: Find, text: str, head: str, whole: str, lean: str
) -> None:
    def phrase(*, lean: bool) -> str:
        return " ".join(token.text for token in phrase_tokens(find(text, head), lean=lean))

    assert phrase(lean=False) == whole
    assert phrase(lean=True) == lean


def test_phrase_can_leave_out_only_what_is_joined_to_it(find: Find) -> None:
    head = find("The mills near Tarn and the barns are old.", "mills")
    words = [token.text for token in phrase_tokens(head, lean=False, alone=True)]
    assert words == ["The", "mills", "near", "Tarn"]


# (text, verb, what it needs, what it can do without)
ENDS = [
    ("The bank sold the mill to a rival in May.", "sold", ["mill"], ["to"]),
    ("They got the act together.", "got", ["act"], ["together"]),
    ("The ferry sank in the bay on Monday.", "sank", ["in", "on"], []),
    ("The bank closed and the mill burned.", "closed", [], []),
    ("They will win big ports in order to catch up.", "win", ["ports"], []),
    ("The bank will sell the mill, ending a quarrel.", "sell", ["mill"], []),
    ("He gave the guard a key.", "gave", ["guard", "key"], []),
    ("The bank is old and small.", "is", ["old"], []),
]


@pytest.mark.parametrize(("text", "verb", "needed", "free"), ENDS, ids=[row[0] for row in ENDS])
def test_end_of_a_clause_is_what_its_verb_needs_and_what_it_can_do_without(
    find: Find, text: str, verb: str, needed: list[str], free: list[str]
) -> None:
    found = clause_end(find(text, verb))
    assert [[token.text for token in part] for part in found] == [needed, free]


@pytest.mark.parametrize(
    ("text", "head", "kept"),
    [
        ("The sale of the mill to a bank is off.", "sale", "The sale of the mill"),
        # What a length is of stays, and so does who did something.
        ("An answer from Sark over the length of it came.", "answer", "An answer from Sark"),
        (
            "The part played by the bank in the sale is odd.",
            "part",
            "The part played by the bank",
        ),
        # A participle without its end says nothing; nor does half of "with regard to".
        ("The remarks posted on the site were rude.", "remarks", "The remarks"),
        ("The rules made with regard to the mill are odd.", "rules", "The rules"),
    ],
)
def test_phrase_is_cut_where_what_is_left_says_enough(
    find: Find, text: str, head: str, kept: str
) -> None:
    tokens = phrase_tokens(find(text, head), lean=False)
    assert " ".join(t.text for t in without_last_phrase(tokens)) == kept
