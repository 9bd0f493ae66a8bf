"""Finding an entity by the place that names or means it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.entity_index import EntityIndex
from tui.analysis.results import Entity, EntityType, Mention
from tui.analysis.rules import MentionRule
from tui.documents.article import Span


def entity(name: str, *spans: tuple[int, int], meant: tuple[tuple[int, int], ...] = ()) -> Entity:
    return Entity(
        name,
        EntityType.PERSON,
        tuple(Mention(Span(*span), MentionRule.FULL_NAME) for span in spans),
        tuple(Mention(Span(*span), MentionRule.PRONOUN) for span in meant),
    )


def test_entity_is_found_from_the_first_letter_to_the_last() -> None:
    lee = entity("Ann Lee", (10, 17))
    index = EntityIndex([lee])
    assert [index.at(offset) for offset in (9, 10, 16, 17)] == [None, lee, lee, None]


def test_pronoun_is_the_entity_it_stands_for() -> None:
    lee = entity("Ann Lee", (0, 7), meant=((20, 23),))
    assert EntityIndex([lee]).at(21) is lee


def test_name_inside_a_phrase_that_stands_for_another_is_itself() -> None:
    # "the head of Nato"
    nato, lee = entity("Nato", (12, 16)), entity("Ann Lee", (40, 47), meant=((0, 16),))
    index = EntityIndex([nato, lee])
    assert [index.at(offset) for offset in (0, 11, 12, 15, 16)] == [lee, lee, nato, nato, None]


def test_names_inside_a_clause_come_in_text_order() -> None:
    lee, baker = entity("Ann Lee", (30, 37)), entity("Tom Baker", (12, 21), (40, 45))
    index = EntityIndex([lee, baker])
    assert index.inside(Span(12, 45)) == [
        (Span(12, 21), baker),
        (Span(30, 37), lee),
        (Span(40, 45), baker),
    ]
    assert index.inside(Span(13, 36)) == []
    assert EntityIndex([]).inside(Span(0, 9)) == []
    assert EntityIndex([]).at(0) is None


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 4)), max_size=8), st.integers(0, 60))
def test_any_place_is_found_as_by_looking_at_every_name(
    gaps: list[tuple[int, int]], offset: int
) -> None:
    entities, end = [], 0
    for number, (gap, length) in enumerate(gaps):
        entities.append(entity(str(number), (end + gap, end + gap + length)))
        end += gap + length
    expected = next(
        (e for e in entities if e.mentions[0].span.start <= offset < e.mentions[0].span.end), None
    )
    assert EntityIndex(reversed(entities)).at(offset) is expected
