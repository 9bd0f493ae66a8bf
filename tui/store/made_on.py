"""What highlights were made on: quotes, questions, who stands in them, who says it.

Found out by the program when the results of an article are there, so it is kept beside the row,
no part of what the reader made nor of its sum, and none of the undo log. It holds for one extent:
a highlight that was widened is looked at again; one whose article has changed since is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from tui.store.clock import now
from tui.store.further_anchors import LAST_END, Extent

if TYPE_CHECKING:
    from sqlite3 import Connection

_FIELD, _NAME = "\x1f", "\x1e"


class MadeOn(NamedTuple):
    """What stood where a highlight was made."""

    is_quote: bool
    """Whether most of it is a quote, or lies in one."""
    is_question: bool
    """The same of the evidence of an open question."""
    is_anonymous: bool
    """Whether nobody is named who says the quote."""
    speaker: str = ""
    """Who says the quote; empty without one."""
    question: str = ""
    """The question in words; empty without one."""
    names: tuple[str, ...] = ()
    """Who and what stands in it, each once."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """What `kind:` calls it beside a highlight."""
        found = [kind for kind, _ in _KINDS if getattr(self, f"is_{kind}")]
        return tuple(found) or ("sentence",)


_KINDS = (("quote", "o.is_quote"), ("question", "o.is_question"))
CONDITIONS = {
    **dict(_KINDS),
    "sentence": "NOT o.is_quote AND NOT o.is_question",
    "anonymous": "o.is_anonymous",
}
"""By what a search calls it the condition on a row `o` of `made_on`."""
_OF_EXTENT = f'o.revision = h.revision AND o.start = h.start AND o."end" = {LAST_END}'
MADE_COLUMN = (
    "(SELECT o.is_quote || char(31) || o.is_question || char(31) || o.is_anonymous || char(31) || "
    "o.speaker || char(31) || o.question || char(31) || o.names FROM made_on o "
    f"WHERE o.highlight_id = h.id AND {_OF_EXTENT})"
)
"""The column of a query over `highlights h` that `read_made` takes."""


def create_made_on(connection: Connection) -> None:
    """What highlights were made on."""
    connection.execute(
        "CREATE TABLE made_on (highlight_id TEXT PRIMARY KEY "
        "REFERENCES highlights(id) ON DELETE CASCADE, revision TEXT NOT NULL, "
        'start INTEGER NOT NULL, "end" INTEGER NOT NULL, is_quote INTEGER NOT NULL, '
        "is_question INTEGER NOT NULL, is_anonymous INTEGER NOT NULL, speaker TEXT NOT NULL, "
        "question TEXT NOT NULL, names TEXT NOT NULL, updated TEXT NOT NULL)"
    )
    for column in ("is_quote", "is_question", "is_anonymous"):
        connection.execute(
            f"CREATE INDEX made_on_{column[3:]} ON made_on(highlight_id) WHERE {column}"
        )


def read_made(stored: object) -> MadeOn | None:
    """What a highlight was made on, from `MADE_COLUMN`; `None` while that is not known."""
    if isinstance(stored, str):
        with suppress(ValueError):
            quote, question, anonymous, speaker, asked, names = stored.split(_FIELD)
            flags = (quote == "1", question == "1", anonymous == "1")
            return MadeOn(*flags, speaker, asked, tuple(filter(None, names.split(_NAME))))
    return None


class Kept(NamedTuple):
    """A highlight as the library keeps it."""

    highlight_id: str
    """The highlight."""
    start: int
    """Where it was made: its first code point."""
    end: int
    """The first code point after its last part."""


def kept_highlights(connection: Connection, document_id: str) -> dict[Kept, MadeOn | None]:
    """The highlights of a document, and what each was made on; `None` while that is not known."""
    rows = connection.execute(
        f"SELECT h.id, h.start, {LAST_END}, {MADE_COLUMN} "
        "FROM highlights h WHERE h.document_id = ? AND h.deleted IS NULL",
        (document_id,),
    )
    return {Kept(*row[:3]): read_made(row[3]) for row in rows}


def write_made(connection: Connection, made: Mapping[str, tuple[Extent, MadeOn]]) -> None:
    """Write down what some highlights were made on; one that is gone by now is passed over."""
    time = now()
    connection.executemany(
        'INSERT OR REPLACE INTO made_on (highlight_id, revision, start, "end", is_quote, '
        "is_question, is_anonymous, speaker, question, names, updated) "
        "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 "
        "WHERE EXISTS (SELECT 1 FROM highlights WHERE id = ?1)",
        [
            (
                ident, *extent, each.is_quote, each.is_question, each.is_anonymous,
                _plain(each.speaker), _plain(each.question),
                _NAME.join(map(_plain, each.names)), time,
            )
            for ident, (extent, each) in made.items()
        ],
    )  # fmt: skip


def _plain(text: str) -> str:
    return text.replace(_FIELD, " ").replace(_NAME, " ")
