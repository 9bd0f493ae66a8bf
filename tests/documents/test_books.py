"""Books as plain texts: what stands around them, their chapters, the places of their pictures."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest

from tui.documents.article import Article, MilestoneKind, TextStyle
from tui.documents.loading import load_stream
from tui.documents.outline import outline

HEAD = """The Project Reading EBook of The Salt Road, by A. N. Author

This ebook is for the use of anyone anywhere at no cost.

Title: The Salt Road
       Or, the Miller Comes Home

Author: A. N. Author

Release date: May 1, 2004 [eBook #99999]

Language: English

*** START OF THE PROJECT READING EBOOK THE SALT ROAD ***
"""
FOOT = """
End of Project Gutenberg's The Salt Road, by A. N. Author

*** END OF THE PROJECT READING EBOOK THE SALT ROAD ***

Please check the laws of your own country.
"""
STORY = (
    "It was never the miller's habit to come home by the salt road, and on that\n"
    "evening in March he came by it only because the river had risen over the\n"
    "lower ford. The carter laughed.\n"
)
LONG = "\n".join(STORY for _ in range(15))


def book(body: str, head: str = HEAD, foot: str = FOOT) -> Article:
    article = load_stream(BytesIO(f"{head}\n{body}\n{foot}".encode()))
    assert article.text == f"{head}\n{body}\n{foot}", "the text itself is never changed"
    return article


def chapters(text: str) -> list[str]:
    article = load_stream(BytesIO(text.encode()))
    return [each.label for each in article.milestones]


def set_aside(article: Article) -> str:
    return "\n".join(article.text[slice(*aside)] for aside in article.asides)


def shown(article: Article) -> str:
    """The words that are not set aside."""
    words = list(article.text)
    for start, end in article.asides:
        words[start:end] = " " * (end - start)
    return " ".join("".join(words).split())


def test_the_head_says_title_author_and_day() -> None:
    article = book(STORY)
    assert article.title == "The Salt Road Or, the Miller Comes Home"
    assert article.byline == "A. N. Author"
    assert article.published == date(2004, 5, 1)


def test_head_and_foot_are_set_aside_and_reading_begins_with_the_book() -> None:
    article = book(STORY)
    assert shown(article) == " ".join(STORY.split())
    assert article.text[article.first_place :].startswith("It was never")


def test_who_made_the_file_belongs_to_its_head() -> None:
    article = book(f"\nProduced by Ann Lee and\nthe Readers of the Mill\n\n{STORY}")
    assert shown(article) == " ".join(STORY.split())


def test_text_on_the_line_below_the_head_is_read() -> None:
    article = load_stream(BytesIO(f"{HEAD}THE SALT ROAD\n\n{STORY}{FOOT}".encode()))
    assert shown(article).startswith("THE SALT ROAD It was never")


def test_the_older_head_ends_with_the_small_print() -> None:
    end = "*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*\n"
    foot = "\nEnd of the Project Gutenberg Etext of The Salt Road\n"
    head = f"A Book\n\nTitle: The Salt Road\n\nNobody may be sued for this.\n\n{end}"
    article = book(STORY, head, foot)
    assert article.title == "The Salt Road"
    assert shown(article) == " ".join(STORY.split())


def test_of_two_books_in_one_file_both_are_read() -> None:
    article = load_stream(BytesIO(f"{HEAD}\n{STORY}\n{FOOT}\n{HEAD}\n{STORY}\n{FOOT}".encode()))
    assert shown(article) == " ".join(f"{STORY} {STORY}".split())


@pytest.mark.parametrize(
    "text",
    [
        f"She wrote *** START OF THE PROJECT READING EBOOK X *** on the wall.\n\n{STORY}",
        f"{STORY}\n*** END OF THE PROJECT READING EBOOK X ***\n\n{STORY}",
        f"*** START OF THE RACE ***\n\n{STORY}",
        f"{STORY}\n*** START OF THE PROJECT READING EBOOK X ***\n",
    ],
)
def test_what_is_no_head_is_read(text: str) -> None:
    assert load_stream(BytesIO(text.encode())).asides == ()


def test_the_place_of_a_picture_is_a_caption() -> None:
    article = book(
        f"[Illustration: _The mill [left] at dusk_]\n\n{STORY}\n[Illustration]\n\n{STORY}"
    )
    captions = [s for s in article.styles if s.style is TextStyle.CAPTION]
    words = [article.text[s.start : s.end] for s in captions]
    assert words == ["[Illustration: _The mill [left] at dusk_]", "[Illustration]"]
    assert shown(article) == " ".join(f"{STORY} {STORY}".split())
    assert article.text[article.first_place :].startswith("It was never")


def test_a_caption_may_take_several_paragraphs_and_an_open_bracket_is_none() -> None:
    article = book(f"[Illustration:\n\n“I see”\n\n[_Chap. 3._]]\n\n{STORY}")
    assert shown(article) == " ".join(STORY.split())
    assert "[Illustration: the mill" in shown(book(f"[Illustration: the mill\n\n{STORY}"))


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("CHAPTER I.", "CHAPTER I"),
        ("CHAPTER I.\n\nIN WHICH HE COMES HOME", "CHAPTER I. IN WHICH HE COMES HOME"),
        ("Chapter 1\n\nThe Miller", "Chapter 1: The Miller"),
        ("CHAPTER I.\nThe Miller Comes Home", "CHAPTER I. The Miller Comes Home"),
        ("      CHAPTER THE FIRST", "CHAPTER THE FIRST"),
        ("BOOK THE FIRST—The Mill", "BOOK THE FIRST—The Mill"),
        ("Part Twenty-One: The Ford", "Part Twenty-One: The Ford"),
        ("_CHAPTER XIV. The miller speaks._", "CHAPTER XIV. The miller speaks"),
        ("Letter 4\n\n_To Mrs. Saville, England._", "Letter 4"),
        ("ACT II\n\n[Enter the miller.]", "ACT II"),
    ],
)  # fmt: skip
def test_a_chapter_of_a_book_is_a_milestone_and_a_heading(heading: str, label: str) -> None:
    article = book(f"{heading}\n\n\n{STORY}")
    (mark,) = article.milestones
    assert (mark.kind, mark.label) == (MilestoneKind.CHAPTER, label)
    assert article.text[mark.offset :].startswith(heading.strip()[:6])
    assert [each.name for each in outline(article)] == [label]


def test_part_and_chapter_may_follow_one_another() -> None:
    text = f"PREFACE\n\n{LONG}\nPART ONE\n\nCHAPTER I\n\n{LONG}\nCHAPTER II\n\n{LONG}"
    assert chapters(text) == ["PREFACE", "PART ONE", "CHAPTER I", "CHAPTER II"]


def test_a_list_of_contents_has_no_chapters() -> None:
    lists = (
        "CONTENTS\n\nCHAPTER I\n\nCHAPTER II\n\nCHAPTER III\n\n",
        "CONTENTS\n\nCHAPTER I. The Mill   5\nCHAPTER II. The Ford  19\n\n",
        "CONTENTS\n\nCHAPTER I\n\nThe mill is seen. Rain.\n\nCHAPTER II\n\nA ford. A cart.\n\n",
    )
    body = f"CHAPTER I\n\n{LONG}\nCHAPTER II\n\n{LONG}"
    for contents in lists:
        assert chapters(contents + body) == ["CHAPTER I", "CHAPTER II"]


def test_numbers_begin_again_in_every_part() -> None:
    part = f"CHAPTER 1\n\n{LONG}\nCHAPTER 2\n\n{LONG}"
    found = chapters(f"BOOK ONE\n\n{part}\nBOOK TWO\n\n{part}")
    assert found == ["BOOK ONE", "CHAPTER 1", "CHAPTER 2", "BOOK TWO", "CHAPTER 1", "CHAPTER 2"]


@pytest.mark.parametrize(
    "text",
    [
        f"Chapter 11\n\n{STORY}",
        f"Chapter 11 Trustee Says Sale Can Go Ahead\n\n{STORY}",
        f"Chapter 7 was hard to write.\n\n{STORY}\nChapter 8 was not.\n\n{STORY}",
        f"Chapter 13 filings rose\n\n{STORY}\nChapter 7 filings fell\n\n{STORY}",
        f"Part of the wall fell.\n\n{STORY}\nPart two of the wall did not.\n\n{STORY}",
        f"Book 1's end\n\n{STORY}\nBook 2's end\n\n{STORY}",
        f"Act I saw\n\n{STORY}\nAct II they saw\n\n{STORY}",
        f"Letters\n\n{STORY}\nBooks\n\n{STORY}",
        f"Introduction\n\n{STORY}\nConclusion\n\n{STORY}",
    ],
)
def test_what_only_begins_like_a_chapter_is_none(text: str) -> None:
    assert chapters(text) == []
    assert load_stream(BytesIO(text.encode())).styles == ()


def test_a_kept_book_is_the_same_again() -> None:
    from tui.store.article_header import packed_header, rebuilt_article

    article = book(f"CHAPTER I.\n\n[Illustration]\n\n{STORY}")
    again = rebuilt_article(article.text, packed_header(article), article.source)
    assert again == article
