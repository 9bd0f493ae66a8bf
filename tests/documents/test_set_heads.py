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
    "contact",
    [
        "Media contact:\nDana Wells\nNorthlake Foods\n(555) 555-0100",
        "Press contacts: Dana Wells, Northlake Foods",
        "Tel.: +44 20 7946 0000\nE-mail: dana@northlake.example",
        "dana@northlake.example",
    ],
)
def test_whom_to_ask_is_of_the_head(contact: str) -> None:
    made = article(f"FOR IMMEDIATE RELEASE\n\n{contact}\n\nA recall\n\n{STORY}")
    assert asides(made)[:2] == ["FOR IMMEDIATE RELEASE", contact]
    assert made.title == "A recall"


@pytest.mark.parametrize(
    "headline",
    [
        "Phone maker Northlake announces a recall",
        "Sales rose in 2019-2023",
        "The top 500 2024 is out",
        "Contact: a film about a call\nIt will be shown in May.",
        "Write to us at dana@northlake.example if you saw the pier fall",
    ],
)
def test_what_follows_the_head_is_read(headline: str) -> None:
    made = article(f"FOR IMMEDIATE RELEASE\n\n{headline}\n\n{STORY}")
    assert made.text[made.first_place :].startswith(headline)


@pytest.mark.parametrize(
    "text",
    [
        f"Embargoed for years, a report is out\n\n{STORY}\n\nIt was late.",
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


def test_the_ends_of_pages_of_a_memo_are_set_aside_with_its_head() -> None:
    page = "Holt & Ames                 Informational                     [Page {}]\n\f\n"
    top = "RFC 9999                      Keeping of Marks                    March 2024\n\n\n"
    prose = "   A mark is kept with the words it stands on, and with those around it.\n\n\n"
    made = article(MEMO + "\n" + "".join(prose + page.format(n) + top for n in (1, 2, 3)) + prose)
    assert made.title == "Keeping of Marks in Texts"
    set_aside = " ".join(asides(made))
    assert "Request for Comments: 9999" in set_aside
    assert all(f"[Page {number}]" in set_aside for number in (1, 2, 3))
