"""Names and places that the reader added, took off and split, in what the panels list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.desk import harbour
from tests.session.test_corrected import entity, into, placed
from tui.analysis.results import Analysis, Entity, EntityType, Mention
from tui.analysis.rules import MentionRule
from tui.corrections.corrected import Corrected, PlacedCorrection
from tui.corrections.corrected_results import CorrectedResults, corrected
from tui.corrections.own_names import is_naming
from tui.documents.article import Span
from tui.store.anchors import describe
from tui.store.correction_rows import Correction, CorrectionKind, Subject

Kind = CorrectionKind
Key = tuple[str, str]


def made(
    kind: CorrectionKind,
    span: Span,
    key: Key = ("", ""),
    value: str = "",
    *,
    ident: str = "1",
    text: str = harbour.TEXT,
) -> PlacedCorrection:
    """A correction of a place; a later one has a later id."""
    correction = Correction(
        ident, "here", kind, Subject.ENTITY, describe(text, *span), *key, value, created=ident
    )
    return PlacedCorrection(correction, span, True)


def name(words: str, value: str, after: str = "", ident: str = "1") -> PlacedCorrection:
    return made(Kind.NAME, harbour.span(words, after), value=value, ident=ident)


def part_of(words: str, whose: str, after: str = "", ident: str = "1") -> PlacedCorrection:
    return made(Kind.MENTION, harbour.span(words, after), entity(whose)[2:], ident=ident)


def off(words: str, whose: str, after: str = "", ident: str = "1") -> PlacedCorrection:
    return made(Kind.OFF, harbour.span(words, after), entity(whose)[2:], ident=ident)


def results(*corrections: PlacedCorrection, analysis: Analysis | None = None) -> CorrectedResults:
    return corrected(analysis or harbour.analysis(), corrections, text=harbour.TEXT)


def row(of: CorrectedResults, wanted: str) -> Corrected[Entity]:
    return next(row for row in of.entities if row.result.name == wanted)


def words(mentions: Sequence[Mention], text: str = harbour.TEXT) -> list[str]:
    return [text[each.span.start : each.span.end] for each in mentions]


def added_to(text: str, said: str, value: str) -> Entity:
    """The name that is made of the first place of some words in a text without any names."""
    start = text.index(said)
    one = made(Kind.NAME, Span(start, start + len(said)), value=value, text=text)
    (added,) = corrected(Analysis("en"), [one], text=text).entities
    return added.result


def with_references(whose: str, *spans: Span) -> Analysis:
    """The article with places that mean an entity without its name."""
    whole = harbour.analysis()
    meant = tuple(Mention(span, MentionRule.PRONOUN) for span in spans)
    return replace(
        whole,
        entities=tuple(
            replace(each, references=meant) if each.name == whose else each
            for each in whole.entities
        ),
    )


def test_a_name_is_listed_wherever_its_words_stand() -> None:
    added = row(results(name("council", "ORG council")), "council")
    assert (added.result.type, added.own is not None) == (EntityType.ORG, True)
    assert words(added.result.mentions) == ["council"] * 4
    assert {each.rule for each in added.result.mentions} == {MentionRule.ADDED_BY_READER}
    assert added.found == added.result


def test_a_name_is_no_part_of_a_longer_word() -> None:
    text = "The Fed met; Federer won."
    assert words(added_to(text, "Fed", "ORG Fed").mentions, text) == ["Fed"]


def test_a_letter_with_an_accent_is_another_letter_however_it_is_encoded() -> None:
    text = "Jose met Jose\u0301 and Jos\u00e9."
    assert len(added_to(text, "Jose", "PERSON Jose").mentions) == 1


def test_where_a_sentence_begins_with_a_name_it_has_a_capital_letter() -> None:
    text = "the drug vexoril works. Vexoril is new. VEXORIL is loud."
    found = words(added_to(text, "vexoril", "PRODUCT vexoril").mentions, text)
    assert found == ["vexoril", "Vexoril"]


def test_a_name_that_is_written_large_is_no_common_word() -> None:
    text = "Apple sold an apple. Apple grew."
    assert words(added_to(text, "Apple", "ORG Apple").mentions, text) == ["Apple", "Apple"]


def test_a_name_is_found_across_the_end_of_a_line() -> None:
    text = "Natural England objected.\nThen Natural\nEngland agreed."
    found = words(added_to(text, "Natural England", "ORG Natural England").mentions, text)
    assert found == ["Natural England", "Natural\nEngland"]


def test_a_longer_name_takes_the_place_of_the_shorter_one_in_it() -> None:
    result = results(name("council leader Ada Obi", "PERSON council leader Ada Obi"))
    assert words(row(result, "Ada Obi").result.mentions) == ["Obi"]
    assert words(row(result, "council leader Ada Obi").result.mentions) == [
        "council leader Ada Obi"
    ]


def test_words_that_name_somebody_else_are_only_taken_where_the_reader_pointed_at() -> None:
    twice = replace(
        harbour.analysis(),
        entities=(
            *harbour.analysis().entities[:1],
            Entity(
                "the council",
                EntityType.ORG,
                tuple(
                    Mention(Span(at, at + 7), MentionRule.SAME_NAME)
                    for at in range(len(harbour.TEXT))
                    if harbour.TEXT.startswith("council", at)
                ),
            ),
        ),
    )
    result = results(name("council", "GROUP council"), analysis=twice)
    assert len(row(result, "council").result.mentions) == 1
    assert len(row(result, "the council").result.mentions) == 3


def test_places_of_a_hidden_entity_are_free() -> None:
    hidden = placed(Kind.HIDE, entity("Ada Obi"))
    again = name("Obi", "ORG Obi", "Ms ", ident="2")
    result = results(hidden, again)
    assert words(row(result, "Obi").result.mentions) == ["Obi", "Obi"]
    assert row(result, "Ada Obi").is_hidden


def test_a_name_that_the_analysis_finds_too_is_one_row() -> None:
    result = results(name("Ellis side", "PLACE Ellis"))
    assert [each.result.name for each in result.entities].count("Ellis") == 1
    assert row(result, "Ellis").own is None


def test_an_alias_is_part_of_the_name_wherever_it_stands() -> None:
    result = results(part_of("PORT ELLIS", "Ellis"))
    assert words(row(result, "Ellis").result.mentions) == ["PORT ELLIS", "Ellis side"]


def test_words_that_only_mean_somebody_are_a_reference_in_one_place() -> None:
    result = results(part_of("The ferry company", "Tidewater"), part_of("it", "Ellis", "but "))
    tide = row(result, "Tidewater").result
    assert words(tide.references) == ["The ferry company"]
    assert words(tide.mentions) == ["Tidewater"]
    assert words(row(result, "Ellis").result.references) == ["it"]


def test_what_a_name_is() -> None:
    assert is_naming("Ada Obi")
    assert is_naming("The Lady")
    assert is_naming("iPhone")
    assert not any(map(is_naming, ("He", "The agency", "the ferry company", "His", "who's")))


def test_a_place_is_taken_off() -> None:
    result = results(off("Obi", "Ada Obi", "Ms "))
    assert words(row(result, "Ada Obi").result.mentions) == ["Ada Obi"]
    assert [each.kind for each in row(result, "Ada Obi").corrections] == [Kind.OFF]


def test_a_reference_is_taken_off_and_stays_off_under_another_name() -> None:
    analysis = with_references("Tidewater", harbour.span("it", "but "))
    away = off("it", "Tidewater", "but ")
    assert row(results(away, analysis=analysis), "Tidewater").result.references == ()
    other = made(Kind.OFF, harbour.span("it", "but "), ("tidewater ltd", "ORG"))
    assert row(results(other, analysis=analysis), "Tidewater").result.references == ()


def test_a_place_taken_off_one_name_may_be_another_ones() -> None:
    analysis = with_references("Tidewater", harbour.span("it", "but "))
    away = off("it", "Ada Obi", "but ")
    assert words(row(results(away, analysis=analysis), "Tidewater").result.references) == ["it"]


def test_what_only_means_somebody_is_taken_off_with_the_words_it_begins() -> None:
    analysis = with_references("Tidewater", harbour.span("it", "but "))
    longer = name("it would", "WORK it would", "but ")
    assert row(results(longer, analysis=analysis), "Tidewater").result.references == ()
    holding = with_references("Tidewater", harbour.span("council leader Ada Obi"))
    kept = row(results(name("leader", "GROUP leader"), analysis=holding), "Tidewater").result
    assert words(kept.references) == ["council leader Ada Obi"]


def test_an_entity_whose_last_name_is_taken_off_is_hidden_with_what_took_it() -> None:
    result = results(off("Tidewater", "Tidewater"))
    gone = row(result, "Tidewater")
    assert gone.is_hidden
    assert [each.kind for each in gone.emptied_by] == [Kind.OFF]
    assert words(gone.result.mentions) == ["Tidewater"], "it is listed where it was"


def test_what_was_taken_off_is_not_taken_for_the_same_name_again() -> None:
    added = name("council", "ORG council", ident="1")
    away = made(Kind.OFF, harbour.span("council", "Obi said the "), ("council", "ORG"), ident="2")
    council = row(results(added, away), "council").result
    assert len(council.mentions) == 3
    assert row(results(added, away), "council").corrections == (away.correction,)
    back = made(
        Kind.MENTION, harbour.span("council", "Obi said the "), ("council", "ORG"), ident="3"
    )
    council = row(results(added, away, back), "council").result
    assert (len(council.mentions), council.references) == (4, ())


def test_the_place_pointed_at_last_counts() -> None:
    first, second = name("Obi", "PERSON Obi", "Ms "), name("Ms Obi", "PERSON Ms Obi", ident="2")
    result = results(first, second)
    assert words(row(result, "Ms Obi").result.mentions) == ["Ms Obi"]
    assert [each.correction for each in result.unfitting] == [first.correction]


def test_a_name_is_split_into_its_parts_wherever_it_stands() -> None:
    text = "Devonport and Torpoint objected. So did Devonport and Torpoint. Torpoint waits."
    both = "Devonport and Torpoint"
    places = [at for at in range(len(text)) if text.startswith(both, at)]
    one = Entity(
        both,
        EntityType.ORG,
        tuple(Mention(Span(at, at + len(both)), MentionRule.SAME_NAME) for at in places),
    )
    key = "devonport and torpoint", "ORG"
    parts = [
        made(Kind.NAME, Span(0, 9), key, "PLACE Devonport", ident="1", text=text),
        made(Kind.NAME, Span(14, 22), key, "PLACE Torpoint", ident="1a", text=text),
    ]
    result = corrected(Analysis("en", (one,)), parts, text=text)
    listed = {each.result.name: len(each.result.mentions) for each in result.entities}
    assert listed == {"Devonport": 2, "Torpoint": 3, both: 2}
    gone = row(result, both)
    assert gone.is_hidden
    assert {each.value for each in gone.emptied_by} == {"PLACE Devonport", "PLACE Torpoint"}


def test_some_places_of_a_name_are_another_one() -> None:
    he, they = harbour.span("it", "but "), harbour.span("their")
    analysis = with_references("Ada Obi", he, they)
    other = made(Kind.NAME, harbour.span("Obi", "Ms "), value="PERSON Grace Obi", ident="b")
    meant = made(Kind.MENTION, they, ("grace obi", "PERSON"), ident="a")
    result = results(other, meant, analysis=analysis)
    assert words(row(result, "Grace Obi").result.mentions) == ["Obi"]
    assert words(row(result, "Grace Obi").result.references) == ["their"]
    assert words(row(result, "Ada Obi").result.mentions) == ["Ada Obi"]
    assert words(row(result, "Ada Obi").result.references) == ["it"]


def test_who_speaks_follows_the_place_that_names_them() -> None:
    moved = part_of("Ada Obi", "Ellis")
    assert results(moved).quotes[0].result.speaker_name == "Ellis"
    away = results(off("Ada Obi", "Ada Obi")).quotes[0].result
    assert (away.speaker_name, away.anonymous) == (None, False)
    source = part_of("A person close to the talks", "Tidewater")
    assert results(source).quotes[1].result.speaker_name == "Tidewater"
    inside = part_of("the talks", "Tidewater", "close to ")
    assert results(inside).quotes[1].result.speaker_name == "A person close to the talks"


def test_a_name_of_ones_own_is_renamed_and_merged_like_any_other() -> None:
    added = name("council", "ORG council")
    key = row(results(added), "council").target
    renamed = placed(Kind.RENAME, key, "Town council", ident="2")
    assert row(results(added, renamed), "Town council").own is not None
    merged = placed(Kind.MERGE, entity("Tidewater"), "ORG council", ident="2")
    result = results(added, merged)
    assert row(result, "Tidewater").part_of == "council"
    assert len(row(result, "council").result.mentions) == 5


def test_places_of_a_merged_entity_are_taken_off_it() -> None:
    merge = placed(Kind.MERGE, entity("Ada Obi"), into("Tidewater"))
    result = results(merge, off("Obi", "Ada Obi", "Ms ", ident="2"))
    assert words(row(result, "Tidewater").result.mentions) == ["Ada Obi", "Tidewater"]
    gone = results(merge, off("Obi", "Ada Obi", "Ms ", "2"), off("Ada Obi", "Ada Obi", ident="3"))
    assert words(row(gone, "Tidewater").result.mentions) == ["Tidewater"]


def test_without_its_place_a_name_stands_where_its_words_do() -> None:
    lost = name("council", "ORG council")._replace(span=None)
    assert len(row(results(lost), "council").result.mentions) == 4
    assert results(lost).unfitting == ()
    gone = lost._replace(
        correction=replace(lost.correction, value="ORG parish",
                           anchor=replace(lost.correction.anchor, exact="parish"))
    )  # fmt: skip
    result = results(gone)
    assert result.unfitting == (gone,)
    assert result.listed(with_hidden=True) == harbour.analysis()


def test_a_part_of_a_name_without_its_place_or_its_name_is_kept_aside() -> None:
    lost = part_of("The ferry company", "Tidewater")._replace(span=None)
    nobody = made(Kind.MENTION, harbour.span("The ferry company"), ("ferry line", "ORG"))
    for each in (lost, nobody):
        assert results(each).unfitting == (each,)
        assert results(each).listed(with_hidden=True) == harbour.analysis()


def test_a_type_of_a_later_version_changes_nothing() -> None:
    odd = name("council", "MOOD council")
    assert results(odd).listed(with_hidden=True) == harbour.analysis()


@st.composite
def any_places(draw: st.DrawFn) -> list[PlacedCorrection]:
    """Places added and taken off anywhere, in words and across them."""
    corrections = []
    keys: list[Key] = [row.target[2:] for row in corrected(harbour.analysis()).entities]
    keys += [("town", "PLACE"), ("council", "ORG")]
    for number in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(harbour.TEXT) - 30))
        span = Span(start, start + draw(st.integers(1, 29)))
        if draw(st.booleans()):
            known = [m.span for each in harbour.analysis().entities for m in each.mentions]
            span = draw(st.sampled_from(known))
        kind = draw(st.sampled_from([Kind.NAME, Kind.MENTION, Kind.OFF, Kind.HIDE]))
        key = draw(st.sampled_from(keys))
        value = draw(st.sampled_from(["PLACE town", "ORG council", "PERSON Ada Obi"]))
        corrections.append(
            made(kind, span, key, value if kind is Kind.NAME else "", ident=f"{number}")
        )
    return corrections


@given(any_places())
def test_no_two_names_ever_share_a_letter(corrections: list[PlacedCorrection]) -> None:
    result = results(*corrections)
    places = sorted(
        each.span
        for row in result.entities
        if row.part_of is None and not row.emptied_by
        for each in row.result.mentions
    )
    assert all(one.end <= other.start for one, other in pairwise(places))
    for row in result.entities:
        assert row.result.mentions
        assert list(row.result.mentions) == sorted(row.result.mentions, key=lambda m: m.span)
    assert results(*corrections) == result
