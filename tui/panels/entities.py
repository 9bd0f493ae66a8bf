"""Who and what is in the text, by type, the most mentioned first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.analysis.results import AMOUNTS, Entity, EntityType, Mention
from tui.documents.article import Span
from tui.documents.folding import fold
from tui.panels.corrected_rows import correction_reasons, lost_rows
from tui.panels.panel import Contents, Order, Panel, Reasons, place_in_text
from tui.panels.reason_rows import LABEL, Line, line_rows
from tui.panels.row_keys import PanelRow, RowKey, RowKind, result_key
from tui.panels.row_text import (
    GLYPHS,
    STYLES,
    one_line,
    paragraph_run,
    passage,
    spoken_date,
)
from tui.store.correction_rows import Subject
from tui.widgets.row_list import ListRow, RowLine, Run

if TYPE_CHECKING:
    from tui.panels.panel import AnyCorrected

GROUPS = {
    EntityType.PERSON: "people",
    EntityType.ORG: "organisations",
    EntityType.PLACE: "places",
    EntityType.GROUP: "groups",
    EntityType.EVENT: "events",
    EntityType.LAW: "laws",
    EntityType.WORK: "works",
    EntityType.PRODUCT: "products",
}
"""The group of each type; what has none here is a figure."""
FIGURES_GROUP = "dates and numbers"
"""The group of the entities that are no names; folded until the reader opens it."""
BAR = 11
"""Cells of the micro bar that compares the numbers of mentions."""


def _name(row: PanelRow, contents: Contents) -> str:
    key, listed = row.key, contents.listed
    is_result = key.kind is RowKind.RESULT and listed is not None
    return fold(listed.entities[key.number].name) if is_result and listed else ""


class EntitiesPanel(Panel):
    """Who and what is named in the text, by type, the most mentioned first."""

    id = "entities"
    number = 1
    title = "Entities"
    shortest = "who"
    empty = "Nobody and nothing is named in this text."
    orders = (Order("mentions"), Order("name", _name), Order("place in the text", place_in_text))
    folded = frozenset({FIGURES_GROUP})
    thing = "entity"
    subject = Subject.ENTITY
    works = frozenset({"row.hide", "row.edit", "row.merge", "row.split"})

    def rows(self, contents: Contents) -> tuple[PanelRow, ...]:
        """Entities grouped by type, the most mentioned first."""
        if contents.listed is None:
            return ()
        order, text = list(EntityType), contents.article.readable
        numbered = sorted(
            enumerate(contents.listed.entities),
            key=lambda pair: (_rank(order, pair[1].type), -len(pair[1].mentions)),
        )
        counts = [len(entity.mentions) for _, entity in numbered if entity.type not in AMOUNTS]
        most = max(counts, default=1)
        rows = [_row(self.id, number, entity, most, text) for number, entity in numbered]
        return (*rows, *lost_rows(self.subject, self.lines_per_row, contents))

    def counts(self, contents: Contents) -> str:
        """Entities and mentions, and how many are hidden."""
        shown, results = contents.shown, contents.results
        if shown is None or results is None:
            return ""
        mentions = sum(len(entity.mentions) for entity in shown.entities)
        hidden = len(results.entities) - len(shown.entities)
        said = f"{len(shown.entities):,} · {mentions:,} mention{'s' * (mentions != 1)}"
        return said + (f" · {hidden} hidden" if hidden else "")

    def layers(self, contents: Contents) -> Mapping[str, Iterable[Span]]:
        """Names in the colours of their types."""
        layers: dict[str, list[Span]] = {style: [] for style in STYLES.values()}
        for entity in contents.shown.entities if contents.shown else ():
            if entity.type in STYLES:
                layers[STYLES[entity.type]] += [mention.span for mention in entity.mentions]
        return layers

    def places(self, contents: Contents) -> Iterator[tuple[Span, RowKey]]:
        """Every place where an entity is named or meant."""
        for number, entity in enumerate(contents.shown.entities if contents.shown else ()):
            for mention in (*entity.mentions, *entity.references):
                yield mention.span, result_key(self.id, number)

    def steps(self, contents: Contents) -> Sequence[Span]:
        """Every place an entity is named."""
        entities = contents.shown.entities if contents.shown else ()
        return [mention.span for entity in entities for mention in entity.mentions]

    def results(self, contents: Contents) -> Sequence[AnyCorrected]:
        """The entities, the hidden ones at the end."""
        return contents.results.entities if contents.results else ()

    def reasons(self, key: RowKey, contents: Contents) -> Reasons | None:
        """What it is, then every place with the rule that made it one with the others."""
        corrected = self.result(key, contents)
        if corrected is None or contents.listed is None:
            return None
        entity = contents.listed.entities[key.number]
        rows = (*correction_reasons(corrected), *_reason_rows(entity, contents))
        return Reasons(entity.name, rows)

    def shows_evidence(self) -> bool:
        """A name is lit as a mention already."""
        return False


def _rank(order: Sequence[EntityType], kind: EntityType) -> int:
    # Dates, money and numbers are one group.
    return len(order) if kind in AMOUNTS else order.index(kind)


def _row(panel_id: str, number: int, entity: Entity, most: int, text: str) -> PanelRow:
    style = STYLES.get(entity.type, "figure")
    count = len(entity.mentions)
    filled = max(1, round(BAR * min(count, most) / most))
    right: tuple[Run, ...] = (
        (" " + "━" * filled, style),
        ("─" * (BAR - filled), "faint"),
        (f"{count:>4} ", "muted"),
    )
    if entity.type in AMOUNTS:
        right = ((f"{count:>4} ", "muted"),)
    left: tuple[Run, ...] = ((f"{GLYPHS[entity.type]} ", style), (one_line(entity.name), ""))
    if entity.resolved:
        left += ((f"  {spoken_date(entity.resolved)}", "muted"),)
    names = {passage(text, mention.span) for mention in entity.mentions}
    return PanelRow(
        (RowLine(left, right),),
        result_key(panel_id, number),
        entity.mentions[0].span,
        GROUPS.get(entity.type, FIGURES_GROUP),
        " ".join((entity.role or "", *sorted(names))),
    )


def _reason_rows(entity: Entity, contents: Contents) -> tuple[ListRow, ...]:
    text = contents.article.readable
    lines: list[Line] = [("kind", entity.type.value.lower(), None)]
    if entity.role:
        lines.append(("role", one_line(entity.role), None))
    if entity.resolved:
        lines.append(("day", spoken_date(entity.resolved), None))
    if entity.stands_for:
        lines.append(("stands for", entity.stands_for, None))
    rows = line_rows(lines, contents)
    places = [*_labelled("named", entity.mentions), *_labelled("meant", entity.references)]
    for number, (label, mention) in enumerate(places):
        line = RowLine(
            (
                (f" {label:<{LABEL}}", "muted"),
                (f"“{passage(text, mention.span)}”", ""),
                (f"  {mention.rule}", "muted"),
            ),
            (paragraph_run(contents.paragraph_of(mention.span.start)),),
        )
        rows.append(ListRow((line,), f"place {number}", mention.span))
    return tuple(rows)


def _labelled(label: str, mentions: Iterable[Mention]) -> Iterator[tuple[str, Mention]]:
    for number, mention in enumerate(mentions):
        yield (label if number == 0 else "", mention)
