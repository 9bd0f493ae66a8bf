"""PDF: what is read of printed pages, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.reader.made_files import Heard
from tests.documents.reader.pdf_writer import LEADING, Page, Print, Web, block, pdf
from tui.documents.article import Article, MilestoneKind, TextStyle
from tui.documents.loading import load
from tui.documents.reader.pdf import read
from tui.documents.reader.reading_messages import FIRST_PAGES, Contents, Foreign
from tui.documents.text_pieces import Rendered, assembled
from tui.errors import SourceError

HARBOUR = (
    "The harbour was closed on Monday after the mayor of Westhaven had said that its walls were "
    "no longer safe, and the fishermen asked who would pay for the weeks that they would lose."
)
COUNCIL = (
    "The council met in the evening and heard three engineers, none of whom wanted to say when "
    "the walls could be mended or what the work would cost the town in the end."
)
LETTER = (
    "We were promised that the walls would last for a hundred years, and now we read that they "
    "have lasted for twelve of them."
)


def contents_of(data: bytes) -> Contents:
    return read(Foreign("pdf", data, "a file"), Heard())


def text_of(*pages: Page, **options: str) -> Rendered:
    """The article's text of some pages."""
    return assembled(contents_of(pdf(pages)).pieces)


def styled(whole: Rendered, style: TextStyle) -> list[str]:
    return [whole.text[span.start : span.end] for span in whole.styles if span.style is style]


def paragraphs(whole: Rendered) -> list[str]:
    return whole.text.split("\n\n")


def test_lines_are_joined_until_an_indented_one() -> None:
    page = [*block(HARBOUR, 700, indent=18), *block(COUNCIL, 700 - 4 * LEADING, indent=18)]
    assert paragraphs(text_of(page)) == [HARBOUR, COUNCIL]


def test_room_parts_paragraphs() -> None:
    page = [*block(HARBOUR, 700), *block(COUNCIL, 690 - 4 * LEADING)]
    assert paragraphs(text_of(page)) == [HARBOUR, COUNCIL]


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    first = block(
        "The harbour was closed on Monday after the mayor had said it.\nNobody paid.", 700
    )
    page = [*first, *block(COUNCIL, 700 - len(first) * LEADING)]
    assert paragraphs(text_of(page))[-1] == COUNCIL


def test_divided_words_are_one_word_again() -> None:
    page = block(
        "The engineers came to the har-\nbour, which is a self-\nmade one: no har-\nbour.", 700
    )
    page += block("A self-made harbour is not a harbour.", 600)
    assert paragraphs(text_of(page))[0] == (
        "The engineers came to the harbour, which is a self-made one: no harbour."
    )


def test_heads_feet_and_numbers_of_pages_are_left_out() -> None:
    pages = [
        [
            Print(72, 760, f"{10 + number}  HARBOURS OF THE NORTH", 9),
            *block(f"{words} {words}", 700),
            Print(300, 40, f"- {10 + number} -", 9),
        ]
        for number, words in enumerate((HARBOUR, COUNCIL, LETTER, HARBOUR))
    ]
    text = text_of(*pages).text
    assert "NORTH" not in text
    assert not any(map(str.isdecimal, text))


def test_numbers_of_lines_are_left_out() -> None:
    page: list[Print] = block(f"{HARBOUR} {COUNCIL}", 700)
    numbers = [Print(40, 700 - at * LEADING, str(at + 1)) for at in range(len(page))]
    assert text_of([*page, *numbers]).text == f"{HARBOUR} {COUNCIL}"


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    words = f"{HARBOUR} {COUNCIL}"
    lines = block(words, 700, letters=35)
    left, right, over = lines[:4], lines[4:8], lines[8:]
    first = [
        *block(LETTER, 700 + 5 * LEADING, letters=35),
        *left,
        *(each._replace(left=330, bottom=each.bottom + 9 * LEADING) for each in right),
    ]
    second = [each._replace(bottom=each.bottom + 8 * LEADING) for each in over]
    whole = text_of(first, second)
    assert paragraphs(whole) == [LETTER, words]
    pages = [each for each in whole.milestones if each.kind is MilestoneKind.PAGE]
    assert [each.label for each in pages] == ["1", "2"]
    assert whole.text[pages[1].offset :].startswith(over[0].words)


def test_a_note_does_not_cut_the_paragraph_above_it() -> None:
    lines = block(f"{HARBOUR} {COUNCIL}", 200, letters=60)
    note = "1 The walls were built by the grandfather of the present mayor."
    first = [*lines[:3], *block(note, 80, size=8, letters=90)]
    second = [each._replace(bottom=each.bottom + 500) for each in lines[3:]]
    whole = text_of(first, second)
    assert paragraphs(whole) == [f"{HARBOUR} {COUNCIL}", note]
    places = {each.label: each.offset for each in whole.milestones}
    assert whole.text[places["1"] :].startswith("1 The walls")


def test_the_raised_number_of_a_note_stands_in_brackets() -> None:
    width = 0.5 * 12 * len("It was closed.")
    page: list[Print] = [Print(72, 700, "It was closed."), Print(72 + width, 704, "7", 7)]
    page.append(Print(72 + width + 9, 700, "Nobody knew why."))
    assert text_of(page).text == "It was closed.[7] Nobody knew why."


def test_a_block_quotation_stands_apart() -> None:
    page = [*block(f"{HARBOUR} One of them wrote,", 700)]
    page += block(LETTER, 700 - len(page) * LEADING, left=100, letters=50)
    page += block(COUNCIL, 700 - len(page) * LEADING)
    whole = text_of(page)
    assert paragraphs(whole) == [f"{HARBOUR} One of them wrote,", LETTER, COUNCIL]
    assert styled(whole, TextStyle.QUOTATION) == [LETTER]


def test_items_of_a_list_hang_from_their_bullets() -> None:
    page = block(COUNCIL, 700)
    for words in (f"•  {LETTER}", "•  The second reason is short."):
        page += block(words, 700 - len(page) * LEADING - 6, hang=18)
    assert paragraphs(text_of(page)) == [COUNCIL, f"• {LETTER}\n• The second reason is short."]


def test_larger_and_bolder_lines_are_headings() -> None:
    page = [
        Print(72, 720, "Harbours of the North", 24),
        Print(72, 680, "Westhaven", 16),
        *block(HARBOUR, 650),
        Print(72, 560, "The council", 12, "bold"),
        *block(COUNCIL, 540),
    ]
    whole = text_of(page)
    assert styled(whole, TextStyle.TITLE) == ["Harbours of the North"]
    assert styled(whole, TextStyle.HEADING) == ["Westhaven"]
    assert styled(whole, TextStyle.SUBHEADING) == ["The council"]
    assert contents_of(pdf([page])).title == "Harbours of the North"


def test_a_caption_is_an_aside() -> None:
    page = [*block(HARBOUR, 700), Print(72, 600, "Figure 2. The walls in winter.", 10)]
    whole = text_of(page)
    assert [whole.text[span.start : span.end] for span in whole.asides] == [
        "Figure 2. The walls in winter."
    ]


def test_rows_of_a_table_stay_rows() -> None:
    rows = [("Year", "Ships"), ("1901", "twelve"), ("1902", "nine")]
    page = block(HARBOUR, 700)
    for at, (year, ships) in enumerate(rows):
        page += [Print(72, 600 - at * LEADING, year), Print(250, 600 - at * LEADING, ships)]
    assert paragraphs(text_of(page))[1].split("\n")[2] == "1901   twelve"


def test_pages_have_their_own_names_and_chapters_begin() -> None:
    data = pdf(
        [block(HARBOUR, 700), block(COUNCIL, 700), block(LETTER, 700)],
        labels="0 << /S /r >> 2 << /S /D /St 17 >>",
        outline=[("Preface", 0), ("The Walls", 2)],
    )
    found = assembled(contents_of(data).pieces).milestones
    assert [(each.kind.value, each.label) for each in found] == [
        ("page", "i"), ("chapter", "Preface"), ("page", "ii"), ("page", "17"),
        ("chapter", "The Walls"),
    ]  # fmt: skip


def test_links_lead_somewhere() -> None:
    page: Page = [
        Print(72, 700, "See the report of the engineers on the walls of the town."),
        Web(72 + 6 * 8, 695, 72 + 6 * 15, 712, "https://example.org/report"),
        Web(72, 695, 80, 712, "file:///etc/passwd"),
    ]
    (link,) = text_of(page).styles
    assert link.target == "https://example.org/report"
    assert text_of(page).text[link.start : link.end] == "report"


def test_a_turned_page_is_read_as_it_is_seen() -> None:
    data = pdf([block(HARBOUR, 700)], turn=180)
    assert assembled(contents_of(data).pieces).text == HARBOUR


@pytest.mark.parametrize(
    ("information", "title", "author"),
    [
        ({"Title": "The Walls", "Author": "Ann Smith"}, "The Walls", "Ann Smith"),
        ({"Title": "Microsoft Word - walls3.doc", "Author": "asmith"}, None, None),
        ({"Title": "walls_final.indd", "Author": "Adobe InDesign CS6"}, None, None),
        ({"Title": "untitled", "Author": "Administrator"}, None, None),
    ],
)
def test_what_programs_write_into_a_file_is_no_title(
    information: dict[str, str], title: str | None, author: str | None
) -> None:
    found = contents_of(pdf([block(HARBOUR, 700)], information=information))
    assert (found.title, found.byline) == (title, author)


def test_the_day_counts_if_the_pages_name_its_year() -> None:
    made = {"CreationDate": "D:20190412120000Z"}
    dated = contents_of(pdf([block(f"Westhaven, 2019. {HARBOUR}", 700)], information=made))
    assert str(dated.published) == "2019-04-12"
    assert contents_of(pdf([block(HARBOUR, 700)], information=made)).published is None


def test_pages_are_told() -> None:
    heard = Heard()
    read(Foreign("pdf", pdf([block(HARBOUR, 700)] * 3), "a file"), heard)
    assert heard.told[0] == "page 1 of 3"
    assert not heard.shown


def test_the_first_pages_of_a_long_text_are_shown_before_the_others_are_read() -> None:
    pages = [block(f"On day {number} it was so. {HARBOUR} {LETTER}", 700) for number in range(90)]
    heard = Heard()
    whole = assembled(read(Foreign("pdf", pdf(pages), "a file"), heard).pieces).text
    [first] = heard.shown
    assert FIRST_PAGES <= len(first) < len(whole) / 2
    assert whole.startswith(first)


@pytest.fixture
def opened(tmp_path: Path) -> Article:
    path = tmp_path / "walls"
    path.write_bytes(b"\0junk of a mail\r\n" + pdf([block(HARBOUR, 700)]))
    return load(str(path))


def test_a_file_is_known_by_its_sign_behind_other_bytes(opened: Article) -> None:
    assert opened.text == HARBOUR
    assert opened.origin is not None
    assert opened.origin.extractor.startswith("pypdfium2/")


def test_a_text_that_speaks_of_the_format_is_none(tmp_path: Path) -> None:
    path = tmp_path / "walls"
    path.write_text("Such files begin with %PDF-1.7, the standard says.", encoding="utf-8")
    assert load(str(path)).text.startswith("Such files")


def test_a_locked_file_is_said_to_be() -> None:
    lock = f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>"
    data = pdf([block(HARBOUR, 700)], extra=f"/Encrypt {lock} /ID [<00><00>]")
    with pytest.raises(SourceError, match="locked with a password"):
        contents_of(data)


def test_a_scan_without_words_is_said_to_be() -> None:
    with pytest.raises(SourceError, match="no text in a file; if it is a scan, ocrmypdf adds it"):
        contents_of(pdf([[], []]))
    with pytest.raises(SourceError, match="text on 1 of the 9 pages"):
        contents_of(pdf([block(HARBOUR, 700), *([[]] * 8)]))


def test_pages_are_called_as_they_are_printed() -> None:
    pages = [
        [*block(f"Chapter {'abcde'[at]}. {HARBOUR}", 700), Print(300, 40, str(at + 1))]
        for at in range(5)
    ]
    found = text_of([Print(72, 700, "The Walls")], *pages).milestones
    assert [each.label for each in found] == ["[1]", "1", "2", "3", "4", "5"]


def test_lines_that_end_at_one_place_are_a_paragraph_too() -> None:
    lines = block(f"{HARBOUR} {COUNCIL}", 700)
    page = [each._replace(left=540 - 6 * len(each.words)) for each in lines]
    assert text_of(page).text == f"{HARBOUR} {COUNCIL}"


def test_speech_in_lines_of_its_own_is_no_quotation() -> None:
    page: list[Print] = []
    for words in (HARBOUR, '"Who will pay for it?"', '"Nobody knows," he said.', COUNCIL, HARBOUR):
        page += block(words, 700 - len(page) * LEADING, indent=18)
    assert len(paragraphs(text_of(page))) == 5


def test_the_number_of_a_note_may_begin_a_line() -> None:
    page = block(
        "The walls of the harbour were built by the town in that year.\n[29] They fell.",
        700,
        letters=64,
    )
    assert text_of(page).text.endswith("year. [29] They fell.")
