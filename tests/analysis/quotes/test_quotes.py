"""One sentence a construction; entities are given where a name has to be resolved."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analysis.conftest import Parse
from tui.analysis.parsed import EntityIndex
from tui.analysis.quotes import find_quotes
from tui.analysis.quotes.attribution import _outside
from tui.analysis.quotes.sources import source_of
from tui.analysis.results import Entity, EntityType, Mention, Quote, QuoteKind
from tui.documents.article import Span
from tui.paths import resource


def index_of(text: str, **named: EntityType) -> EntityIndex:
    """An index of names, each found wherever it stands ("Ann_Lee" is the name Ann Lee)."""
    entities = []
    for key, kind in named.items():
        name = key.replace("_", " ")
        last = name.split()[-1]
        places = [i for i in range(len(text)) if text.startswith(last, i)]
        spans = [
            Span(i - len(name) + len(last), i + len(last))
            if text[: i + len(last)].endswith(name)
            else Span(i, i + len(last))
            for i in places
        ]
        if spans:
            entities.append(Entity(name, kind, tuple(Mention(s, "name") for s in spans)))
    return EntityIndex(entities)


def quotes_of(parse: Parse, text: str) -> tuple[Quote, ...]:
    index = index_of(
        text,
        Ann_Lee=EntityType.PERSON,
        Tom_Baker=EntityType.PERSON,
        Acme=EntityType.ORG,
    )
    return find_quotes(parse(text), index)


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


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


def test_coordinated_cues_and_participles_share_the_speaker(parse: Parse) -> None:
    text = "Ann Lee says the mill is safe, but adds that it needs money."
    assert [(words(text, q.content), q.speaker_name) for q in quotes_of(parse, text)] == [
        (["the mill is safe"], "Ann Lee"),
        (["that it needs money"], "Ann Lee"),
    ]
    text = "The mill was safe, Ann Lee said, adding that it needed money."
    assert [(words(text, q.content), q.speaker_name) for q in quotes_of(parse, text)] == [
        (["The mill was safe"], "Ann Lee"),
        (["that it needed money"], "Ann Lee"),
    ]


def test_a_quotation_over_paragraphs_is_one_quote(parse: Parse) -> None:
    text = 'Ann Lee said: "It was dark.\n\n"We saw nothing.\n\n"Then it rained."\n\nNobody spoke.'
    (quote,) = quotes_of(parse, text)
    assert words(text, quote.content) == ['"It was dark.', '"We saw nothing.', '"Then it rained."']
    assert (quote.kind, quote.speaker_name) == (QuoteKind.DIRECT, "Ann Lee")


def test_a_quotation_may_go_on_without_a_new_opening_mark(parse: Parse) -> None:
    text = 'Ann Lee said: "It was dark.\n\nWe saw nothing at all." She left.'
    (quote,) = quotes_of(parse, text)
    assert words(text, quote.content) == ['"It was dark.', 'We saw nothing at all."']


def test_a_quotation_in_the_next_paragraph_belongs_to_the_cue_with_the_colon(parse: Parse) -> None:
    text = 'Ann Lee wrote to the council:\n\n"The road must open in May."'
    (quote,) = quotes_of(parse, text)
    assert (words(text, quote.cue), quote.speaker_name) == (["wrote"], "Ann Lee")


def test_a_paragraph_of_words_without_a_cue_continues_the_turn(parse: Parse) -> None:
    text = '"We tried," Ann Lee told reporters.\n\n"It was never going to be easy for us."'
    first, second = quotes_of(parse, text)
    assert first.speaker_name == second.speaker_name == "Ann Lee"
    assert (second.cue, second.speaker, second.rule) == ((), (), "same turn")


def test_a_turn_does_not_outlive_a_paragraph_without_words(parse: Parse) -> None:
    text = '"We tried," Ann Lee said.\n\nIt rained all day.\n\n"It was never going to be easy."'
    assert [q.speaker_name for q in quotes_of(parse, text)] == ["Ann Lee", None]


def test_a_turn_does_not_pass_from_an_anonymous_source(parse: Parse) -> None:
    text = '"We tried," an official said.\n\n"It was never going to be easy for us."'
    assert [q.speaker_name for q in quotes_of(parse, text)] == ["an official", None]


def test_he_is_the_speaker_just_before_if_the_text_allows_it(parse: Parse) -> None:
    text = "Tom Baker said the road was open. But he said the mill was shut."
    assert [q.speaker_name for q in quotes_of(parse, text)] == ["Tom Baker", "Tom Baker"]
    text = "Ms Ann Lee said the road was open. But he said the mill was shut."
    assert [q.speaker_name for q in quotes_of(parse, text)] == ["Ann Lee", None]
    text = "It rained. He said the mill was shut."
    assert [q.speaker_name for q in quotes_of(parse, text)] == [None]


def test_the_sample_article_is_attributed(parse: Parse) -> None:
    text = resource("seeds", "nato-russia-talks.txt").read_text(encoding="utf-8")
    index = index_of(text, Jens_Stoltenberg=EntityType.PERSON, Moscow=EntityType.PLACE)
    quotes = find_quotes(parse(text), index)
    direct = [q for q in quotes if q.kind is QuoteKind.DIRECT]
    assert [q.speaker_name for q in direct] == ["Jens Stoltenberg"] * 4
    indirect = {words(text, q.content)[0]: q for q in quotes if q.kind is INDIRECT}
    assert indirect["Russia was not ready to commit to a schedule"].speaker_name == (
        "Jens Stoltenberg"
    )
    assert {q.speaker_name for q in quotes if q.anonymous} >= {
        "a person familiar with the matter",
        "people close to the talks",
    }
    assert indirect["that more progress is needed"].speaker_name == "Moscow"


def test_one_lost_mark_costs_one_paragraph(parse: Parse) -> None:
    text = '"We tried, Ann Lee said.\n\nIt rained.\n\n"We failed," said Tom Baker.'
    quotes = quotes_of(parse, text)
    assert (words(text, quotes[-1].content), quotes[-1].speaker_name) == (
        ['"We failed,"'],
        "Tom Baker",
    )


SOUP_WORDS = ["she", "said", "Ann Lee", "that", "it rained", "according to", "sources", "adding"]
SOUP = st.lists(
    st.sampled_from([*"\"“”‘’'«»,.:—?", "''", "``", "\n\n", "\n", *SOUP_WORDS]),
    max_size=40,
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(pieces=SOUP, separator=st.sampled_from([" ", ""]))
def test_no_soup_of_marks_is_refused_and_every_span_holds_words(
    parse: Parse, pieces: list[str], separator: str
) -> None:
    text = separator.join(pieces)
    quotes = quotes_of(parse, text)
    starts = [quote.content[0].start for quote in quotes]
    assert starts == sorted(starts)
    for quote in quotes:
        for spans in (quote.content, quote.cue, quote.speaker):
            assert all(0 <= s.start < s.end <= len(text) for s in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))
            assert all(text[s.start : s.end].strip() for s in spans)


@pytest.mark.parametrize("width", [30, 40, 55, 72])
def test_wrapping_leaves_no_newline_at_an_end_of_a_span_or_in_a_name(
    parse: Parse, width: int
) -> None:
    sample = resource("seeds", "nato-russia-talks.txt").read_text(encoding="utf-8")
    filled = [textwrap.fill(part, width) for part in sample.strip().split("\n\n")]
    text = "\n \n".join(part.replace("\n", "\n  ") for part in filled) + "\n"
    quotes = find_quotes(parse(text), EntityIndex(()))
    assert len(quotes) > 5
    for quote in quotes:
        assert "\n" not in (quote.speaker_name or "")
        for found in words(text, (*quote.content, *quote.cue, *quote.speaker)):
            assert found == found.strip()
        assert not any(span.overlaps(cue) for span in quote.content for cue in quote.cue)


def test_a_speaker_before_a_newline_ends_with_its_last_word(parse: Parse) -> None:
    text = "The road is open, said people close to the council\n\n"
    doc = parse(text).paragraphs[0].doc
    for stop in range(1, len(doc) + 1):
        source = source_of(doc[stop - 1])
        assert not doc[source.stop - 1].is_space or source.stop - 1 == source.head


def test_the_words_of_a_cue_are_cut_out_of_its_content() -> None:
    assert _outside((2, 9), (0, 2)) == [(2, 9)]
    assert _outside((2, 9), (4, 5)) == [(2, 4), (5, 9)]
    assert _outside((2, 9), (2, 3)) == [(3, 9)]
    assert _outside((2, 3), (2, 3)) == []
