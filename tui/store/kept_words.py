"""The distinct words of the search indexes, kept beside them.

An index tells its words only by counting every place of each of them: seconds in a large library.
Here they are read at once, and after a change only those that it brought. A word whose last
highlight was deleted stays until an article is forgotten; it finds nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from sqlite3 import Connection, DatabaseError
from typing import NamedTuple

_VOCABULARIES = {"highlight_words": "highlight_vocabulary", "question_words": "question_vocabulary"}
"""By its index the table of FTS5's that counts its words."""
_KEPT = {"highlight_words": "highlight_terms", "question_words": "question_terms"}

_log = logging.getLogger(__name__)


class KeptWords(NamedTuple):
    """Words of an index, and how to ask for those that came after them."""

    words: Sequence[str]
    """Folded words, each once."""
    last: int
    """The key of the last one."""


def create_kept_words(connection: Connection) -> None:
    """Keep the words of the indexes."""
    for table in _KEPT.values():
        # Keys are never used again, so that nobody takes a new word for one they know.
        connection.execute(
            f"CREATE TABLE {table} "
            "(key INTEGER PRIMARY KEY AUTOINCREMENT, word TEXT NOT NULL UNIQUE)"
        )
    try:
        refill_kept_words(connection)
    except DatabaseError:
        # A damaged index keeps no library closed; mending it keeps its words, too.
        _log.warning("the words of the index cannot be read", exc_info=True)


def refill_kept_words(connection: Connection) -> None:
    """Keep the words that the indexes have, and no others: for an index that was made anew."""
    for index, table in _KEPT.items():
        connection.execute(f"DELETE FROM {table}")
        connection.execute(
            f"INSERT INTO {table} (word) SELECT term FROM {_VOCABULARIES[index]} ORDER BY term"
        )


def keep_words(connection: Connection, index: str, texts: Iterable[str]) -> None:
    """Keep the words of texts that enter an index.

    Args:
        connection: Inside the transaction that writes the index.
        index: `highlight_words` or `question_words`.
        texts: As the index holds them: folded words, parted by blanks.
    """
    words = {word for text in texts for word in text.split()}
    query = f"INSERT OR IGNORE INTO {_KEPT[index]} (word) VALUES (?)"
    connection.executemany(query, [(word,) for word in sorted(words)])


def words_after(connection: Connection, index: str, last: int) -> KeptWords:
    """The words that came after one.

    Args:
        connection: The library.
        index: As of `keep_words`.
        last: `KeptWords.last`; 0 for all words.
    """
    # One long text is read in a quarter of the time that rows take.
    words, newest = connection.execute(
        f"SELECT group_concat(word, ' '), max(key) FROM {_KEPT[index]} WHERE key > ?", (last,)
    ).fetchone()
    return KeptWords(words.split(" ") if words else [], newest or last)


def drop_unused_words(connection: Connection) -> None:
    """Remove the words that no text of an index has any more."""
    for index, table in _KEPT.items():
        connection.execute(
            f"DELETE FROM {table} WHERE word NOT IN (SELECT term FROM {_VOCABULARIES[index]})"
        )
