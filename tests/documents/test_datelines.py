from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.article import Article
from tui.documents.dates import parse_date
from tui.documents.loading import from_text

REST = "The ministers met for the third time and could not agree on a date for the vote."
MORE = "\n\nA second paragraph says that nothing was decided and that nobody was surprised by it."


def opened(dateline: str, more: str = MORE) -> Article:
    return from_text(dateline + REST + more, "x")


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("GENEVA — ", "Geneva"),
        ("GENEVA • ", "Geneva"),
        ("GENEVA – ", "Geneva"),
        ("GENEVA - ", "Geneva"),
        ("GENEVA -- ", "Geneva"),
        ("GENEVA—", "Geneva"),
        ("NEW YORK — ", "New York"),
        ("RIO DE JANEIRO — ", "Rio de Janeiro"),
        ("PORT-AU-PRINCE, Haiti (AP) — ", "Port-au-Prince, Haiti"),
        ("PARIS, Jan 3 (Reuters) - ", "Paris"),
        ("PARIS, 3 January (AFP) - ", "Paris"),
        ("Paris (Reuters) - ", "Paris"),
        ("WASHINGTON/BEIJING, Sept. 12 (Reuters) - ", "Washington/Beijing"),
        ("LONDON and PARIS — ", "London and Paris"),
        ("ST. PAUL, Minn. — ", "St. Paul, Minn."),
        ("WASHINGTON, D.C. — ", "Washington, D.C."),
        ("Turin, Italy — ", "Turin, Italy"),
        ("  OSLO — ", "Oslo"),
        ("ST. PAUL, Minn., Jan. 3 — ", "St. Paul, Minn."),
        ("VATICAN CITY (AP) — ", "Vatican City"),
        ("LONDON, England (CNN) -- ", "London, England"),
        ("KYIV, Ukraine (AP) _ ", "Kyiv, Ukraine"),
        ("MARTHA'S VINEYARD — ", "Martha's Vineyard"),
        # Agencies nobody has listed, and those between strokes.
        ("HARROW VALLEY (HVLA) - ", "Harrow Valley"),
        ("LONDON, March 4 (Northlake News) - ", "London"),
        ("RIVERTON, Ohio, March 4, 2024 /PRWire/ -- ", "Riverton, Ohio"),
        # Nothing but a full date before the text.
        ("JERUSALEM 1996-08-25 ", "Jerusalem"),
        ("SAN JOSE, Costa Rica 1996-08-25 ", "San Jose, Costa Rica"),
        ("Anna Berg OSLO, 4 May 2021 ", "Oslo"),
    ],
)
def test_a_dateline_gives_its_place_and_is_set_aside(dateline: str, place: str) -> None:
    article = opened(dateline)
    assert article.place == place
    assert [article.text[slice(*aside)] for aside in article.asides] == [dateline.strip()]
    assert article.title.startswith("The ministers met")


@pytest.mark.parametrize(
    "opening",
    [
        "NOTE - ",
        "UPDATE 1 - ",
        "BREAKING NEWS — ",
        "EXCLUSIVE — ",
        "WARNING: ",
        "SMITH: ",
        "OPINION — ",
        "Yesterday — ",
        "Note — ",
        "Stoltenberg — ",
        "MINISTERS MEET — ",
        "DATE FOR VOTE — ",
        "EU - ",
        "Adele (born May 5, 1988) — ",
        "Anna Karlsen (May 5, 1988 – June 3, 2020) — ",
        "Sales Grew 5 Percent — ",
        "MONDAY — ",
        "A MAN OF HIS WORD — ",
        "Berlin — ",
        "HOLM--Jerome Arthur, 98, of Tarn, died on Friday. ",
        "OSLO 2021 ",
        "NATO 2021-15-40 ",
        "Oslo 2021-05-04 ",
    ],
)
def test_other_words_before_a_dash_are_no_dateline(opening: str) -> None:
    article = opened(opening)
    assert article.place is None
    assert article.asides == ()


def test_an_acronym_that_comes_back_is_no_place() -> None:
    assert (
        opened("UNICEF — ", "\n\nA report by UNICEF says so too, and it has the numbers.").place
        is None
    )


def test_a_person_who_comes_back_is_no_place() -> None:
    more = "\n\nMr Gruber said that he would not come back, and that he had said so before."
    assert opened("GRUBER — ", more).place is None


def test_a_capital_that_speaks_for_its_country_is_a_place() -> None:
    more = "\n\nWashington said that nothing was decided, and Beijing added that it could wait."
    assert opened("WASHINGTON — ", more).place == "Washington"


def test_a_title_case_place_is_believed_when_the_text_says_in() -> None:
    assert opened("Bern — ", "\n\nThe talks in Bern will go on.").place == "Bern"
    assert opened("BERN: ", "\n\nThe talks in Bern will go on.").place == "Bern"


def test_an_interrupted_sentence_is_no_dateline() -> None:
    text = (
        "Norway, Sweden — the two that had voted no — said they would not come to the next meeting."
    )
    assert from_text(text, "x").asides == ()


def test_an_agency_alone_is_a_dateline_without_a_place() -> None:
    article = opened("(Reuters) - ")
    assert (article.place, article.byline) == (None, "Reuters")
    assert len(article.asides) == 1


def test_a_dateline_with_a_year_dates_the_article() -> None:
    assert opened("BEIJING, Feb. 29, 2024 (Xinhua) -- ").published == date(2024, 2, 29)
    assert opened("BEIJING, Feb. 30, 2024 (Xinhua) -- ").asides == ()


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO 2021-05-04 ",
        "Anna Berg OSLO, Norway 2021-05-04 ",
        "OSLO, Norway, May 4, 2021 /PRWire/ -- ",
        "OSLO, 4th of May 2021 (Reuters) - ",
        "OSLO, 5/13/2021 — ",
    ],
)
def test_the_date_of_a_dateline_is_taken_in_any_form(dateline: str) -> None:
    day = 13 if "13" in dateline else 4
    article = opened(dateline)
    assert article.published == date(2021, 5, day)
    assert [article.text[slice(*aside)] for aside in article.asides] == [dateline.strip()]


def test_a_reporter_before_the_place_is_the_byline() -> None:
    article = opened("Anna Berg OSLO 2021-05-04 ")
    assert (article.byline, article.place) == ("Anna Berg", "Oslo")


def test_an_agency_for_a_place_is_none() -> None:
    article = opened("RTRS - ")
    assert (article.place, article.byline) == (None, "Reuters")


def test_an_agency_before_the_headline_does_not_hide_the_dateline() -> None:
    article = from_text(f"RTRS - Board to meet again - source.\n\nOSLO 2021-05-04 {REST}", "x")
    assert (article.place, article.published) == ("Oslo", date(2021, 5, 4))
    assert article.byline == "Reuters"
    assert len(article.asides) == 2


def test_a_dateline_stands_below_a_headline_with_a_full_stop_too() -> None:
    text = f"Ministers Fail Again In Geneva Talks.\n\n{REST}\n\nGENEVA — {REST}"
    assert from_text(text, "x").place == "Geneva"


@given(
    by=st.sampled_from(["", "Anna Berg ", "Lars van Holm ", "J. O’Neill-Berg "]),
    place=st.sampled_from(["OSLO", "NEW YORK", "SAN JOSE, Costa Rica", "ST. PAUL, Minn."]),
    day=st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    front=st.sampled_from(["", "  ", "A headline\n\n"]),
    blanks=st.integers(1, 4),
)
def test_what_is_set_aside_ends_with_the_date(
    by: str, place: str, day: date, front: str, blanks: int
) -> None:
    line = f"{by}{place} {day.isoformat()}"
    text = f"{front}{line}{' ' * blanks}{REST}{MORE}"
    article = from_text(text, "x")
    assert article.published == day
    assert article.byline == (by.strip() or None)
    assert [text[slice(*aside)] for aside in article.asides] == [line]


def test_a_headline_before_the_dateline_stays_the_title() -> None:
    article = from_text(f"Ministers fail again\n\nGENEVA — {REST}{MORE}", "x")
    assert (article.title, article.place) == ("Ministers fail again", "Geneva")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Friday, July 21, 2017", date(2017, 7, 21)),
        ("20 January 2008", date(2008, 1, 20)),
        ("Sept. 3, 2019", date(2019, 9, 3)),
        ("1st May 2020", date(2020, 5, 1)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2022-01-13T10:00:00Z", date(2022, 1, 13)),
        ("2023-02-29", None),
        ("the 4th of May 2021", None),
        ("4th of May 2021", date(2021, 5, 4)),
        ("13/5/2021", date(2021, 5, 13)),
        ("5/13/2021", date(2021, 5, 13)),
        ("5/5/2021", date(2021, 5, 5)),
        ("4/5/2021", None),
        ("13/13/2021", None),
        ("31 June 2020", None),
        ("January 2020", None),
        ("0000-01-01", None),
        ("on 3 May 2020", None),
    ],
)
def test_only_real_calendar_dates_are_dates(text: str, day: date | None) -> None:
    assert parse_date(text) == day
