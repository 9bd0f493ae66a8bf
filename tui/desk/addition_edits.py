"""What adding, splitting and taking off do to the session, and what they say; without a screen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.results import Entity, EntityType
from tui.corrections.corrected import Corrected, CorrectionTarget, folded
from tui.corrections.name_values import is_place, named_value
from tui.corrections.own_names import places_of
from tui.desk.triage_edits import Done, everywhere, hide
from tui.documents.article import Span
from tui.panels.row_text import one_line
from tui.store.correction_rows import Correction, CorrectionKind, Subject

if TYPE_CHECKING:
    from tui.corrections.corrected_results import CorrectedResults
    from tui.session.reading import ReadingSession

_POSSESSIVE = ("'s", "’s")
_PARTS = re.compile(r"\s*(?:,|;|/|&|\band\b|\bor\b)\s*")


def without_possessive(text: str, span: Span) -> Span:
    """A name without the "'s" behind it."""
    has_one = text[max(span.start, span.end - 2) : span.end].lower() in _POSSESSIVE
    return Span(span.start, span.end - 2) if has_one and span.end - span.start > 2 else span


def add_quote(session: ReadingSession, target: CorrectionTarget, name: str) -> Done:
    """Add a quote; the name is empty where nobody is named."""
    change = session.corrections.make("add", target, {CorrectionKind.QUOTE: name})
    whose = f"a quote by “{one_line(name)}”" if name else "a quote by nobody named"
    return Done(change, f"{whose} is listed", target)


def add_name(
    session: ReadingSession,
    results: CorrectedResults | None,
    span: Span,
    kind: EntityType,
    words: str,
) -> Done:
    """Make a passage, and the same words wherever they name nobody else, a name."""
    key = folded(words), kind.value
    gone = _made_at(session, span)
    for row in results.entities if results else ():
        if row.target[2:] == key:
            # The reader hid it before, and asks for it now.
            gone += [made for made in row.corrections if made.kind is CorrectionKind.HIDE]
    new = (CorrectionTarget(Subject.ENTITY, span), CorrectionKind.NAME, named_value(kind, words))
    change = session.corrections.add("add", [new], gone)
    is_wide = any(made.is_wide for made in gone)
    return Done(change, f"“{words}” is listed among the entities{everywhere(is_wide)}")


def add_place(
    session: ReadingSession,
    results: CorrectedResults | None,
    span: Span,
    row: Corrected[Entity],
    words: str,
) -> Done:
    """Say that a passage names or means an entity."""
    key = row.target[2:]
    gone = _made_at(session, span)
    off = [each for each in _off_at(session, span) if (each.name, each.type) == key]
    holds = holder(results, span) if results else None
    new = []
    if not off and (holds is None or holds.target != row.target or gone):
        target = CorrectionTarget(Subject.ENTITY, span, *key)
        new = [(target, CorrectionKind.MENTION, "")]
    if not new and not off:
        gone = []
    change = session.corrections.add("place", new, [*gone, *off])
    return Done(change, f"“{words}” is “{one_line(row.result.name)}” now", row.target)


def take_off(session: ReadingSession, results: CorrectedResults, spans: Sequence[Span]) -> Done:
    """Say that places are none of the name they were taken for."""
    new: list[tuple[CorrectionTarget, CorrectionKind, str]] = []
    gone: list[Correction] = []
    name = ""
    for span in spans:
        row = holder(results, span)
        if row is None:
            continue
        name, made = row.result.name, _made_at(session, span)
        places = (*row.result.mentions, *row.result.references)
        if row.own in made and len(places) == 1:
            return hide(session, row)
        gone += [each for each in made if each.kind is CorrectionKind.MENTION]
        if not any(each.kind is CorrectionKind.MENTION for each in made):
            target = CorrectionTarget(Subject.ENTITY, span, row.target.name, row.target.type)
            new.append((target, CorrectionKind.OFF, ""))
    change = session.corrections.add("off", new, gone)
    what = "that place is" if len(spans) == 1 else f"{len(spans)} places are"
    return Done(change, f"{what} no longer taken for “{one_line(name)}”")


# -- splitting ------------------------------------------------------------------------


class Parting(NamedTuple):
    """How the words of a name are several names."""

    parts: tuple[str, ...]
    """The names."""
    missing: str
    """One of them that does not stand in its words; empty for none."""


def guessed_parts(name: str) -> tuple[str, ...]:
    """The names that a name may be made of: what commas, "and" and the like part."""
    return tuple(filter(None, _PARTS.split(one_line(name))))


def parting(text: str, row: Corrected[Entity], typed: str) -> Parting:
    """What the reader says that a name is made of.

    Args:
        text: The article's text.
        row: The entity.
        typed: The names, with commas between them.
    """
    parts = tuple(dict.fromkeys(filter(None, (" ".join(p.split()) for p in typed.split(",")))))
    missing = next((part for part in parts if _place_in(text, row, part) is None), "")
    return Parting(parts, missing)


def split_words(
    session: ReadingSession, row: Corrected[Entity], parts: Iterable[str], kind: EntityType
) -> Done:
    """Make several names of the words of one, wherever they name it."""
    text, new = session.article.text, []
    for part in parts:
        place = _place_in(text, row, part)
        if place is not None:
            target = CorrectionTarget(Subject.ENTITY, place, *row.target[2:])
            new.append((target, CorrectionKind.NAME, named_value(kind, part)))
    change = session.corrections.add("split", new)
    said = " and ".join(f"“{part}”" for part in parts)
    return Done(change, f"“{one_line(row.result.name)}” is split into {said}")


def split_off(
    session: ReadingSession,
    row: Corrected[Entity],
    spans: Sequence[Span],
    into: Corrected[Entity] | str,
) -> Done:
    """Give some places of an entity to another one, or to a new one of the same type."""
    # A name whose own place is among them stays a name elsewhere.
    made = (each for span in spans for each in _made_at(session, span))
    gone = [each for each in made if each.kind is CorrectionKind.MENTION]
    new: list[tuple[CorrectionTarget, CorrectionKind, str]] = []
    first = CorrectionTarget(Subject.ENTITY, spans[0])
    if isinstance(into, str):
        name, key = into, (folded(into), row.result.type.value)
        named = {mention.span for mention in row.result.mentions}
        # What names the new one stands for it: "he" could be anybody.
        first = first._replace(span=next((each for each in spans if each in named), spans[0]))
        new.append((first, CorrectionKind.NAME, named_value(row.result.type, into)))
        spans = [each for each in spans if each != first.span]
    else:
        name, key = into.result.name, into.target[2:]
    for span in spans:
        new.append((CorrectionTarget(Subject.ENTITY, span, *key), CorrectionKind.MENTION, ""))
    change = session.corrections.add("split", new, gone, about_split(row))
    count = len(new)
    what = "1 place is" if count == 1 else f"{count} places are"
    return Done(change, f"{what} “{one_line(name)}” now")


def about_split(row: Corrected[Entity]) -> CorrectionTarget:
    """What a name is kept for that is typed for some places of an entity."""
    return CorrectionTarget(Subject.ENTITY, row.target.span, "", "OTHER NAME")


def about_parts(row: Corrected[Entity]) -> CorrectionTarget:
    """What the parts of a name are kept for while they are typed."""
    return CorrectionTarget(Subject.ENTITY, row.target.span, "", "PARTS")


def _place_in(text: str, row: Corrected[Entity], part: str) -> Span | None:
    """The first place of some words inside a mention of an entity."""
    for mention in row.result.mentions:
        start, end = mention.span
        for _, place in places_of((part,), text[start:end]):
            return Span(start + place.start, start + place.end)
    return None


# -- what stands at a place -----------------------------------------------------------


def holder(results: CorrectedResults, span: Span) -> Corrected[Entity] | None:
    """The entity that a place names or means, before it was merged into another."""
    rows = [row for row in results.entities if row.part_of or not row.is_hidden]
    rows.sort(key=lambda row: row.part_of is None)
    for row in rows:
        if any(each.span == span for each in (*row.result.mentions, *row.result.references)):
            return row
    return None


def _made_at(session: ReadingSession, span: Span) -> list[Correction]:
    """What the reader made of this very place."""
    return [
        each.correction
        for each in session.corrections.placed
        if each.span == span
        and is_place(each.correction)
        and each.correction.kind is not CorrectionKind.OFF
    ]


def _off_at(session: ReadingSession, span: Span) -> list[Correction]:
    return [
        each.correction
        for each in session.corrections.placed
        if each.span == span and each.correction.kind is CorrectionKind.OFF
    ]
