"""One sentence a construction; entities are given where a name has to be resolved."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.quotes.conftest import quotes_of, words
from tui.analysis.results import QuoteKind


@dataclass(frozen=True)
class Case:
    construction: str
    text: str
    content: list[str]
    name: str | None
    cue: str
    kind: QuoteKind = QuoteKind.DIRECT
    anonymous: bool = False


INDIRECT, MIXED = QuoteKind.INDIRECT, QuoteKind.MIXED
CASES = [
    Case("speaker before verb", '"We tried," Ann Lee said.', ['"We tried,"'], "Ann Lee", "said"),
    Case("inverted", '"We tried," said Ann Lee.', ['"We tried,"'], "Ann Lee", "said"),
    Case("colon", 'Ann Lee said: "We tried."', ['"We tried."'], "Ann Lee", "said"),
    Case("comma", 'Ann Lee said, "We tried it."', ['"We tried it."'], "Ann Lee", "said"),
    Case(
        "hearer and title",
        '"The road is open," council chairwoman Ann Lee told reporters in Leeds.',
        ['"The road is open,"'],
        "Ann Lee",
        "told",
    ),
    Case(
        "hearer before the words",
        'Tom Baker told reporters "We are going home."',
        ['"We are going home."'],
        "Tom Baker",
        "told",
    ),
    Case(
        "age between speaker and verb",
        '"The mill is shut," Tom Baker, 70, added.',
        ['"The mill is shut,"'],
        "Tom Baker",
        "added",
    ),
    Case(
        "signed behind a dash",
        '"The mill should never have been shut." — Ann Lee',
        ['"The mill should never have been shut."'],
        "Ann Lee",
        "—",
    ),
    Case(
        "name before a colon",
        'Tom Baker: "The mill should never have been shut."',
        ['"The mill should never have been shut."'],
        "Tom Baker",
        ":",
    ),
    Case(
        "split inside a sentence",
        '"I was there," Ann Lee told the court on Monday, "but I saw nobody."',
        ['"I was there,"', '"but I saw nobody."'],
        "Ann Lee",
        "told",
    ),
    Case(
        "split between sentences",
        '"We tried," Ann Lee said. "We failed." She left.',
        ['"We tried,"', '"We failed."'],
        "Ann Lee",
        "said",
    ),
    Case("question", '"Why now?" asked Tom Baker.', ['"Why now?"'], "Tom Baker", "asked"),
    Case("curly", "“We tried,” Ann Lee said.", ["“We tried,”"], "Ann Lee", "said"),
    Case("angled", "«We tried», said Ann Lee.", ["«We tried»"], "Ann Lee", "said"),
    Case("typewriter", "``We tried,'' Ann Lee said.", ["``We tried,''"], "Ann Lee", "said"),
    Case(
        "single marks with an apostrophe inside",
        "‘We won’t go,’ said Tom Baker, a farmer.",
        ["‘We won’t go,’"],
        "Tom Baker",
        "said",
    ),
    Case(
        "abbreviation behind the cue",
        '"We tried," said Mr. Tom Baker. "We failed."',
        ['"We tried,"', '"We failed."'],
        "Tom Baker",
        "said",
    ),
    Case(
        "phrasal verb",
        '"It was late," Ann Lee went on.',
        ['"It was late,"'],
        "Ann Lee",
        "went on",
    ),
    Case(
        "quoted end of a sentence",
        'The deal was "a joke from start to finish," Ann Lee said.',
        ['The deal was "a joke from start to finish,"'],
        "Ann Lee",
        "said",
        MIXED,
    ),
    Case(
        "clause with that",
        "Ann Lee said that the road was open.",
        ["that the road was open"],
        "Ann Lee",
        "said",
        INDIRECT,
    ),
    Case(
        "clause without that",
        "Ann Lee said the road was open.",
        ["the road was open"],
        "Ann Lee",
        "said",
        INDIRECT,
    ),
    Case(
        "progressive clause behind an adverb",
        "Ann Lee has said repeatedly that the mill is losing money.",
        ["that the mill is losing money"],
        "Ann Lee",
        "said",
        INDIRECT,
    ),
    Case(
        "quoted part of a clause",
        'Tom Baker said the deal was "a joke".',
        ['the deal was "a joke"'],
        "Tom Baker",
        "said",
        MIXED,
    ),
    Case(
        "cue at the end",
        "The road would open in May, Ann Lee said.",
        ["The road would open in May"],
        "Ann Lee",
        "said",
        INDIRECT,
    ),
    Case(
        "cue in the middle",
        "The plan, Ann Lee said, would fail by spring.",
        ["The plan", "would fail by spring"],
        "Ann Lee",
        "said",
        INDIRECT,
    ),
    Case(
        "according to",
        "The mill lost money for years, according to Ann Lee.",
        ["The mill lost money for years"],
        "Ann Lee",
        "according to",
        INDIRECT,
    ),
    Case(
        "according to in front",
        "According to Ann Lee, the mill lost money for years.",
        ["the mill lost money for years"],
        "Ann Lee",
        "According to",
        INDIRECT,
    ),
    Case("denying", "Acme denied any wrongdoing.", ["any wrongdoing"], "Acme", "denied", INDIRECT),
    Case(
        "accusing",
        "Tom Baker accused the mayor of hiding the bill.",
        ["the mayor of hiding the bill"],
        "Tom Baker",
        "accused",
        INDIRECT,
    ),
    Case(
        "urging",
        "Ann Lee urged the governor to resign.",
        ["the governor to resign"],
        "Ann Lee",
        "urged",
        INDIRECT,
    ),
    Case(
        "calling a thing something",
        'Ann Lee called the report "a disgrace".',
        ['the report "a disgrace"'],
        "Ann Lee",
        "called",
        MIXED,
    ),
    Case("vowing", "Tom Baker vowed to appeal.", ["to appeal"], "Tom Baker", "vowed", INDIRECT),
    Case("hinting at", "Acme hinted at a merger.", ["a merger"], "Acme", "hinted", INDIRECT),
    Case(
        "infinitive that happened",
        "Ann Lee went on to say that nobody had been asked.",
        ["that nobody had been asked"],
        "Ann Lee",
        "say",
        INDIRECT,
    ),
    Case(
        "document issued by the speaker",
        "Acme issued a statement saying that no data was lost.",
        ["that no data was lost"],
        "Acme",
        "saying",
        INDIRECT,
    ),
    Case(
        "noun of speech",
        "Nobody believed Ann Lee's claim that the vote was stolen.",
        ["that the vote was stolen"],
        "Ann Lee",
        "claim",
        INDIRECT,
    ),
    Case(
        "anonymous, indefinite",
        "The talks stalled, according to a person familiar with the matter.",
        ["The talks stalled"],
        "a person familiar with the matter",
        "according to",
        INDIRECT,
        anonymous=True,
    ),
    Case(
        "anonymous, plural and inverted",
        "The talks did not bring much insight, said people close to the company.",
        ["The talks did not bring much insight"],
        "people close to the company",
        "said",
        INDIRECT,
        anonymous=True,
    ),
    Case(
        "anonymous, bare plural",
        "Officials said the bridge was safe.",
        ["the bridge was safe"],
        "Officials",
        "said",
        INDIRECT,
        anonymous=True,
    ),
    Case(
        "definite role, not resolvable",
        "The spokesman said the bridge was safe.",
        ["the bridge was safe"],
        None,
        "said",
        INDIRECT,
    ),
    Case(
        "body that speaks as such",
        "Police said the bridge was safe.",
        ["the bridge was safe"],
        None,
        "said",
        INDIRECT,
    ),
    Case(
        "document as source",
        "A study found that the bridge was safe.",
        ["that the bridge was safe"],
        None,
        "found",
        INDIRECT,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.construction)
def test_a_construction_is_read_as_a_reader_would(parse: Parse, case: Case) -> None:
    quotes = quotes_of(parse, case.text)
    assert [words(case.text, q.content) for q in quotes] == [case.content]
    (quote,) = quotes
    assert (quote.kind, quote.speaker_name, quote.anonymous) == (
        case.kind,
        case.name,
        case.anonymous,
    )
    assert words(case.text, quote.cue) == [case.cue]
    assert quote.rule


@pytest.mark.parametrize(
    "text",
    [
        'Her so-called "friends" left early.',
        'He read "War and Peace" on the train.',
        "Ann Lee refused to say whether the plan was dead.",
        "Critics may say that it is late.",
        "Ann Lee did not say when the road would open.",
        "The company’s workers’ rights were on the agenda.",
        'The pipe is 6" wide and 12" long.',
        "Acme continued to lose money.",
        "Those numbers offer a window into the campaign.",
    ],
)
def test_what_nobody_said_is_not_listed(parse: Parse, text: str) -> None:
    assert quotes_of(parse, text) == ()
