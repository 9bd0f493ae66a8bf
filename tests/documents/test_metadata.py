from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.article import Article, Block, BlockKind
from tui.documents.blocks import split_blocks
from tui.documents.derived_title import TITLE_CELLS, cells, headline
from tui.documents.loading import from_text, load
from tui.documents.metadata import take_header

PROSE = (
    "The ministers met for the third time on Monday, and once more they could not agree on a "
    "date for the vote. Nobody was surprised."
)


def asides(article: Article) -> list[str]:
    return [article.text[slice(*aside)] for aside in article.asides]


@pytest.fixture(scope="module")
def sample() -> Article:
    return load("seed:nato-russia-talks")


def test_the_sample_says_when_where_and_by_whom(sample: Article) -> None:
    assert sample.published == date(2022, 1, 13)
    assert sample.place == "Brussels"
    assert sample.byline == "Reuters, Bloomberg"


def test_the_sample_begins_with_its_dateline_and_ends_with_its_credit(sample: Article) -> None:
    assert sample.text.startswith("BRUSSELS •")
    assert asides(sample) == ["BRUSSELS •", "REUTERS, BLOOMBERG"]
    assert len(sample.blocks) == 22
    assert {block.kind.value for block in sample.blocks} == {"paragraph"}


def test_the_sample_has_a_title_of_its_first_words(sample: Article) -> None:
    assert sample.title == "The differences between Russia and the North Atlantic…"


def test_a_stored_text_is_read_the_same_again(sample: Article) -> None:
    again = from_text(sample.text, sample.source, sample.title, published=sample.published)
    assert again == Article(**{**vars(sample), "notices": ()})


def test_a_stored_text_that_begins_like_a_header_keeps_it() -> None:
    text = f"date 2022-01-13 {PROSE}"
    assert from_text(text, "x").text == text


@pytest.mark.parametrize(
    "text",
    [
        f"date 2022-02-30 {PROSE}",
        "Date 2022-01-13 marks the day on which all of it began.",
        "date 2022-01-13",
        "date 2022-01-13 \n",
        f"Note: this\n\n{PROSE}",
        f"Source: a spring in the hills\n\n{PROSE}",
        f"Title: One\nColour: blue\n\n{PROSE}",
        f"Date: soon\n\n{PROSE}",
        f"---\n\n{PROSE}\n---\n",
        f"  {PROSE}\n\n",
    ],
)
def test_what_is_not_clearly_a_header_stays(text: str) -> None:
    assert take_header(text)[1] == text


@pytest.mark.parametrize(
    "header",
    [
        "Title: A quiet day\nDate: 2020-05-01\nAuthor: Ann Lee\n\n",
        "title: A quiet day\nsource: x://y\npublished: 1 May 2020\nauthor: Ann Lee\n\n",
        '---\ntitle: "A quiet day"\ndate: 2020-05-01\nauthor: Ann Lee\nlayout: post\n---\n',
    ],
)
def test_key_lines_are_taken_off_and_read(header: str) -> None:
    found, text = take_header(header + PROSE)
    assert text == PROSE
    assert (found.title, found.published, found.byline) == (
        "A quiet day",
        date(2020, 5, 1),
        "Ann Lee",
    )


@given(st.text(st.sampled_from("date 2022-01-13:\n—A.")))
def test_a_header_is_only_taken_from_the_front(text: str) -> None:
    assert text.endswith(take_header(text)[1])


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Ministers fail again", "Ministers fail again"),
        ("# Ministers fail again", "Ministers fail again"),
        ("Will they ever agree?", "Will they ever agree?"),
        ("Ministers fail again\n====", "Ministers fail again"),
        ("They failed.", "They failed"),
        ("Introduction", "The ministers met for the third time on Monday…"),
        ("- a point", "- a point"),
    ],
)
def test_a_headline_is_the_title(first: str, title: str) -> None:
    assert from_text(f"{first}\n\n{PROSE}", "x").title == title


def test_a_second_short_line_is_not_the_title() -> None:
    assert from_text(f"It failed again.\n\nNo surprise\n\n{PROSE}", "x").title == "It failed again"


def test_a_title_is_cut_at_a_clause() -> None:
    assert from_text(PROSE, "x").title == "The ministers met for the third time on Monday…"


@given(st.text(st.sampled_from("ab, 中👍é.\n“"), max_size=200))
def test_a_derived_title_fits_its_cells(text: str) -> None:
    article = from_text(text + "\nx.", "x")
    assert "\n" not in article.title
    assert article.title
    assert cells(article.title) <= TITLE_CELLS or article.title in text.split("\n")[0] + text


@pytest.mark.parametrize(
    "line",
    [
        "Friday, July 21, 2017",
        "Published: 21 July 2017",
        "Published 21 July 2017",
        "Last updated at 21 July 2017, 10:30 GMT",
        "2017-07-21",
        "21/7/2017",
    ],
)
def test_a_date_on_its_own_line_dates_the_article(line: str) -> None:
    article = from_text(f"A headline\n\n{line}\n\n{PROSE}", "x")
    assert article.published == date(2017, 7, 21)
    assert asides(article) == [line]


def test_numbers_that_may_be_two_dates_are_none() -> None:
    assert from_text(f"A headline\n\n4/5/2017\n\n{PROSE}", "x").published is None


def test_a_title_is_without_its_semicolon() -> None:
    assert from_text(f"Board calls the plan unfit;\n\n{PROSE}", "x").title.endswith("unfit")


def test_a_date_before_a_headlines_story_is_set_aside() -> None:
    article = from_text(f"A headline\n\nFriday, July 21, 2017 {PROSE}", "x")
    assert (article.published, asides(article)) == (date(2017, 7, 21), ["Friday, July 21, 2017"])


def test_a_date_far_down_or_in_a_sentence_is_not_the_articles() -> None:
    assert (
        from_text(f"{PROSE}\n\n{PROSE}\n\nFriday, July 21, 2017\n\n{PROSE}", "x").published is None
    )
    assert from_text("On July 21, 2017, they met.\n\nThey left.", "x").published is None


def test_a_byline_under_the_headline() -> None:
    article = from_text(f"A headline\n\nBy Ann Lee and Bo Berg\n\n{PROSE}", "x")
    assert (article.byline, asides(article)) == ("Ann Lee and Bo Berg", ["By Ann Lee and Bo Berg"])


@pytest.mark.parametrize(
    "line", ["By the Sea", "By then it was late.", "By Monday", "By law, Ann Lee"]
)
def test_other_lines_with_by_are_text(line: str) -> None:
    article = from_text(f"A headline\n\n{line}\n\n{PROSE}", "x")
    assert (article.byline, article.asides) == (None, ())


@pytest.mark.parametrize(
    ("credit", "byline"),
    [
        ("REUTERS", "Reuters"),
        ("Reuters, AFP", "Reuters, AFP"),
        ("— Bloomberg", "Bloomberg"),
        ("(AP)", "AP"),
        ("AFP/Reuters", "AFP, Reuters"),
        ("(Reporting by Ann Lee in Rome; editing by Bo Berg)", "Ann Lee"),
        ("Reporting by Ann Lee and Bo Berg; Editing by Cy Dunn", "Ann Lee and Bo Berg"),
        ("(Editing by Bo Berg)", None),
        ("Source: Xinhua", "Xinhua"),
        ("RFE/RL and AP", "RFE/RL, AP"),
        ("(Reporting by Ann Lee; Writing by the Rome newsroom)", "Ann Lee"),
    ],
)
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_a_credit_line_at_the_end_is_set_aside(credit: str, byline: str | None, gap: str) -> None:
    article = from_text(f"{PROSE}\n\n{PROSE}{gap}{credit}\n", "x")
    assert (article.byline, asides(article)) == (byline, [credit])


def test_a_credit_in_brackets_after_the_last_sentence() -> None:
    article = from_text(f"{PROSE}\n\n{PROSE} (Reporting by Ann Lee; Editing by Bo Berg)", "x")
    assert asides(article) == ["(Reporting by Ann Lee; Editing by Bo Berg)"]
    article = from_text(f"{PROSE}\n\n{PROSE} — AFP", "x")
    assert (article.byline, asides(article)) == ("AFP", ["— AFP"])


@pytest.mark.parametrize(
    "end",
    [
        "NATO, RUSSIA",
        "Nobody told Reuters.",
        "guardian",
        "He spoke to Reuters",
        "(as he said to AP)",
        "Reporting by Reuters showed that he knew.",
        "Written by Ann Lee, it sold well.",
    ],
)
def test_an_ending_that_only_names_somebody_is_text(end: str) -> None:
    assert from_text(f"{PROSE}\n\n{end}", "x").asides == ()


def test_a_wrapped_paragraph_that_ends_in_an_agency_is_text() -> None:
    wrapped = (
        "The minister said that he would not go to the meeting on Monday, as he told\nReuters."
    )
    assert from_text(f"{PROSE}\n\n{wrapped}", "x").asides == ()


def test_a_text_that_is_nothing_but_a_credit_is_text() -> None:
    assert from_text("REUTERS", "x").asides == ()


@given(st.lists(st.sampled_from(["GENEVA — ", "By Ann Lee", "REUTERS", PROSE, "\n", "\n\n", " "])))
def test_asides_are_disjoint_and_hold_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    article = from_text(text, "x")
    assert article.blocks == split_blocks(text)
    end = 0
    for aside in article.asides:
        assert end <= aside.start < aside.end
        assert text[slice(*aside)].strip() == text[slice(*aside)]
        end = aside.end


def test_a_line_that_begins_with_a_dateline_is_no_headline() -> None:
    text = (
        "LISBON, May 3 (Reuters) - The Harbour Board of Porto met\n"
        "Ministers of three Nordic States\n"
        "Over Lunch.\n\n"
        f"{PROSE}"
    )
    end = text.index("\n\n")
    assert headline(text, (Block(0, end, BlockKind.LINES),), 0) is None
    bare = text.removeprefix("LISBON, May 3 (Reuters) - ")
    lines = Block(0, bare.index("\n\n"), BlockKind.LINES)
    assert headline(bare, (lines,), 0) == "The Harbour Board of Porto met"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The treaty is inter-\nnational, said Ann.\nNobody knows\nwhen.",
            "The treaty is international, said Ann",
        ),
        (
            "Long words in a nar-\nrow column are di-\nvided.",
            "Long words in a narrow column are divided",
        ),
    ],
)
def test_a_title_has_no_half_of_a_divided_word(text: str, title: str) -> None:
    assert from_text(text, "/a.txt").title == title
