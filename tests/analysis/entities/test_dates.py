from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.conftest import make_article
from tui.analysis.entities.date_values import resolve_date
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.pipeline import parse as parse_article
from tui.analysis.results import EntityType

if TYPE_CHECKING:
    from spacy.language import Language

THURSDAY = date(2022, 1, 13)


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("yesterday", "2022-01-12"),
        ("today", "2022-01-13"),
        ("tomorrow", "2022-01-14"),
        ("the day before yesterday", "2022-01-11"),
        ("last night", "2022-01-12"),
        ("this morning", "2022-01-13"),
        ("last Monday", "2022-01-10"),
        ("last Thursday", "2022-01-06"),
        ("next Thursday", "2022-01-20"),
        ("this Saturday", "2022-01-15"),
        ("this week", "2022-01-10/2022-01-16"),
        ("earlier this week", "2022-01-10/2022-01-13"),
        ("last week", "2022-01-03/2022-01-09"),
        ("next weekend", "2022-01-22/2022-01-23"),
        ("last month", "2021-12"),
        ("next month", "2022-02"),
        ("last year", "2021"),
        ("the end of last year", "2021"),
        ("early next year", "2023"),
        ("last March", "2021-03"),
        ("next March", "2022-03"),
        ("two days ago", "2022-01-11"),
        ("three months ago", "2021-10"),
        ("10 years ago", "2012"),
        ("12 January", "2022-01-12"),
        ("Dec. 30", "2021-12-30"),
        ("June 3-5", "2022-06-03/2022-06-05"),
        ("the 1990s", "1990-01-01/1999-12-31"),
        ("in the 1990s", "1990-01-01/1999-12-31"),
        ("mid-2019", "2019"),
        ("early 2020", "2020"),
        ("Wednesday, January 5", "2022-01-05"),
        ("Monday, 3 January", "2022-01-03"),
    ],
)
def test_date_is_resolved_against_the_day_of_the_article(text: str, resolved: str) -> None:
    assert resolve_date(text, THURSDAY) == resolved


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("3 May 2019", "2019-05-03"),
        ("Friday, May 3, 2019", "2019-05-03"),
        ("May 2019", "2019-05"),
        ("2019", "2019"),
        ("2014-2016", "2014/2016"),
    ],
)
def test_full_date_needs_no_article(text: str, resolved: str) -> None:
    assert resolve_date(text, None) == resolved


@pytest.mark.parametrize(
    "text",
    [
        "Monday", "March", "a few days ago", "last summer", "two weeks ago", "recent years",
        "Tuesday, January 5", "an hour", "30 February", "31 June", "2016-2014", "overnight", "",
        "the", "0 days",
    ],
)  # fmt: skip
def test_date_without_one_reading_stays_open(text: str) -> None:
    assert resolve_date(text, THURSDAY) is None


@pytest.mark.parametrize("text", ["yesterday", "last year", "12 January", "this week"])
def test_relative_date_stays_open_in_an_article_without_a_day(text: str) -> None:
    assert resolve_date(text, None) is None


@pytest.mark.parametrize(
    ("text", "name", "resolved"),
    [
        ("The ministers met on Monday.", "Monday", "2022-01-10"),
        ("The ministers have met since Monday.", "Monday", "2022-01-10"),
        ("The ministers will meet on Monday.", "Monday", "2022-01-17"),
        ("The ministers are due to meet on Monday.", "Monday", "2022-01-17"),
        ("The law was passed in March.", "March", "2021-03"),
        ("The law will be passed in March.", "March", "2022-03"),
        ("They met on Monday and will meet again on Friday.", "Friday", "2022-01-14"),
        ("The ministers met on Monday night.", "Monday night", "2022-01-10"),
        ("The plan announced on Monday is dear.", "Monday", "2022-01-10"),
        ("A bomb went off, killing two men on Monday.", "Monday", "2022-01-10"),
        ("The ministers may meet on Monday.", "Monday", "2022-01-17"),
        ("Ms Berg said that she would leave in March.", "March", "2022-03"),
        ("The port is to close by July.", "July", "2022-07"),
        ("The port expects a reply by July.", "July", "2022-07"),
        # A condition in the past is about what is to come, if its sentence is.
        ("Ms Berg would walk away if there was no vote by July.", "July", "2022-07"),
        ("She asked what would follow unless they agreed by March.", "March", "2022-03"),
        # What was to be may have been since.
        ("They sold wheat for March.", "March", None),
        ("The ministers tried to meet on Monday.", "Monday", None),
        ("They met on Monday. They will meet again on Monday.", "Monday", None),
    ],
)
def test_tense_tells_which_monday(
    nlp: Language, text: str, name: str, resolved: str | None
) -> None:
    article = replace(make_article(text), published=THURSDAY)
    entities = find_entities(parse_article(article, nlp))
    dates = {e.name: e.resolved for e in entities if e.type is EntityType.DATE}
    assert dates[name] == resolved


@pytest.mark.parametrize(
    ("text", "direction", "resolved"),
    [
        ("Monday", -1, "2022-01-10"),
        ("Monday", 1, "2022-01-17"),
        # The day of the article itself is meant by its own name.
        ("Thursday", -1, "2022-01-13"),
        ("Thursday", 1, "2022-01-13"),
        ("Monday morning", -1, "2022-01-10"),
        ("late on Tuesday", -1, "2022-01-11"),
        ("March", -1, "2021-03"),
        ("March", 1, "2022-03"),
        ("January", -1, "2022-01"),
        ("January", 1, "2022-01"),
        ("the end of May", -1, "2021-05"),
    ],
)
def test_bare_day_or_month_lies_where_its_verb_tells(
    text: str, direction: int, resolved: str
) -> None:
    assert resolve_date(text, THURSDAY, direction) == resolved
    assert resolve_date(text, THURSDAY) is None


@pytest.mark.parametrize(
    ("text", "today", "resolved"),
    [
        # The first day of a week has no days of it before.
        ("earlier this week", date(2022, 1, 10), "2022-01-10"),
        ("two months ago", date(2022, 1, 31), "2021-11"),
        ("next month", date(2021, 12, 5), "2022-01"),
        ("29 February", date(2020, 3, 1), "2020-02-29"),
        ("29 February", date(2022, 1, 13), None),
        ("31 December", date(2022, 1, 13), "2021-12-31"),
        ("1 June", date(2022, 1, 13), "2022-06-01"),
        ("300 years ago", date(2022, 1, 13), None),
    ],
)
def test_date_is_counted_over_the_ends_of_months_and_years(
    text: str, today: date, resolved: str | None
) -> None:
    assert resolve_date(text, today) == resolved


@given(
    st.text(alphabet="0123456789 -–anextlsuwekmoh", max_size=20),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.sampled_from([-1, 0, 1]),
)
def test_any_words_are_a_date_in_order_or_none(text: str, today: date, direction: int) -> None:
    found = resolve_date(text, today, direction)
    if found is not None:
        first, _, last = found.partition("/")
        assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", first)
        assert not last or first <= last
