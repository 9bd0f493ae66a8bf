"""Heads of press releases and of memos of the RFC series."""

from __future__ import annotations

import pytest

from tui.documents.article import Article
from tui.documents.loading import from_text

STORY = (
    "RIVERTON, Ohio, March 4, 2024 /PRWire/ -- Northlake Foods, Inc. today announced the recall "
    "of 12,000 bags of frozen peas.\n\nNobody knows yet how the metal came into the bags."
)
MEMO = """Network Working Group                                          J. Holt
Request for Comments: 9999                                K. Ames, Ed.
Category: Informational                                     March 2024


                          Keeping of Marks
                            in Texts

Status of This Memo

   This memo gives information for those who keep marks.  It does not
   specify a standard of any kind.
"""


def article(text: str) -> Article:
    return from_text(text, "/nowhere/text.txt")


def asides(made: Article) -> list[str]:
    return [made.text[slice(*aside)] for aside in made.asides]


@pytest.mark.parametrize(
    "head",
    ["FOR IMMEDIATE RELEASE", "Press Release", "PRESS RELEASE\nFor immediate release",
     "EMBARGOED UNTIL 6 a.m. on March 4"],
)  # fmt: skip
def test_a_press_release_has_the_title_below_its_head(head: str) -> None:
    contact = "Contact: Dana Wells, 555-0100, dana@northlake.example"
    made = article(f"{head}\n\n{contact}\n\nNORTHLAKE ANNOUNCES A RECALL\n\n{STORY}\n\n###")
    assert made.title == "NORTHLAKE ANNOUNCES A RECALL"
    assert made.place == "Riverton, Ohio"
    assert asides(made)[:2] == [head, contact]
    assert asides(made)[-1] == "###"
    assert made.text[made.first_place :].startswith("NORTHLAKE")


@pytest.mark.parametrize(
    "text",
    [
        f"Press release or not\n\nA story\n\n{STORY}",
        f"Contact: Dana Wells, 555-0100\n\nA recall\n\n{STORY}",
        f"The press release was late\n\n{STORY}",
        f"A recall\n\n{STORY}\n\nFOR IMMEDIATE RELEASE\n\nSo it said.",
        "FOR IMMEDIATE RELEASE\n\nThat was all it said.",
    ],
)
def test_what_is_no_release_is_read(text: str) -> None:
    assert not any("elease" in aside or "Contact" in aside for aside in asides(article(text)))


def test_a_memo_has_its_title_and_authors() -> None:
    made = article(MEMO)
    assert made.title == "Keeping of Marks in Texts"
    assert made.byline == "J. Holt, K. Ames"
    assert made.published is None
    assert asides(made) == [MEMO[: MEMO.index("\n\n")]]
    assert made.text[made.first_place :].startswith("Keeping of Marks")


def test_what_only_speaks_of_a_request_for_comments_is_read() -> None:
    made = article(f"Request for Comments: 12 came in, she said.\n\n{STORY}")
    assert "Request" in made.text[made.first_place :][:20]
