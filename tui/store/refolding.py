"""The words of the search indexes, folded again where the folding of letters has changed."""

from __future__ import annotations

import logging
from sqlite3 import Connection, DatabaseError

from tui.documents.folding import APART
from tui.store.kept_words import keep_words

_log = logging.getLogger(__name__)
_INDEXES = {
    "highlight_words": ("quote", "note", "title", "speaker"),
    "question_words": ("wording", "answer", "title", "names"),
}


def refold_indexes(connection: Connection) -> None:
    """Letters with strokes and ties are indexed as people type them."""
    try:
        for index, columns in _INDEXES.items():
            _refold(connection, index, columns)
    except DatabaseError:
        # A damaged index keeps no library closed; mending it folds its words anew.
        _log.warning("the words of the index cannot be read", exc_info=True)


def _refold(connection: Connection, index: str, columns: tuple[str, ...]) -> None:
    # Read from the table of contents, as everywhere: fifteen times as quick as the index.
    letters = "".join(APART)
    any_of_them = " OR ".join(f"c{number} GLOB '*[{letters}]*'" for number in range(len(columns)))
    found = connection.execute(f"SELECT * FROM {index}_content WHERE {any_of_them}").fetchall()
    apart = str.maketrans(APART)
    rows = [(key, *(str(text).translate(apart) for text in texts)) for key, *texts in found]
    connection.executemany(f"DELETE FROM {index} WHERE rowid = ?", [(row[0],) for row in rows])
    names = ", ".join(columns)
    connection.executemany(
        f"INSERT INTO {index} (rowid, {names}) VALUES (?, ?, ?, ?, ?)",
        rows,
    )
    keep_words(connection, index, (text for _, *texts in rows for text in texts))
