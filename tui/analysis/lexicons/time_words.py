"""Words that tell when: without one of them, or a year, nothing is a date."""

from __future__ import annotations

from tui.analysis.lexicons import words

MONTHS = words(
    "january february march april may june july august september october november december",
    "jan feb mar apr jun jul aug sep sept oct nov dec",
)
"""The months and their short forms, without a dot."""

WEEKDAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri",
)
"""The days of the week; "sat" and "sun" are left out, which are other words."""

UNITS = words(
    "second seconds minute minutes hour hours day days night nights week weeks fortnight",
    "fortnights month months year years decade decades century centuries millennium millennia",
    "quarter quarters semester semesters season seasons weekend weekends weekday weekdays",
    "morning mornings afternoon afternoons evening evenings era eras yr yrs",
)
"""What time is counted in."""

TIME_WORDS = (
    MONTHS
    | WEEKDAYS
    | UNITS
    | words(
        "yesterday today tomorrow tonight overnight noon midday midnight dawn dusk lunchtime",
        "spring summer winter autumn fall springs summers winters autumns",
        "ago ahead earlier later before after daily weekly fortnightly monthly quarterly yearly",
        "annual annually hourly nightly biennial bicentennial centennial anniversary",
        "christmas easter eve thanksgiving ramadan halloween hanukkah passover diwali pentecost",
        "twenties thirties forties fifties sixties seventies eighties nineties noughties",
        "weeklong yearlong monthlong daylong millennial",
    )
)
"""All words that a date ends with."""

NUMBER_WORDS = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty",
    "ninety hundred hundreds thousand thousands million millions billion billions trillion",
    "trillions dozen dozens tens half halves quarter quarters third thirds fourth fourths fifth",
    "fifths sixth sixths seventh eighth ninth tenth tenths couple scores percent",
    "single double triple",
)
"""Numbers written out, and the words for parts and heaps."""
