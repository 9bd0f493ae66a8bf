"""A connection to SQLite that says of a damaged file that it is damaged, whatever it has to say."""

from __future__ import annotations

import sqlite3
from typing import Any


class CheckedConnection(sqlite3.Connection):
    """The factory of all connections to a library.

    SQLite names the part of a schema that it cannot read. Where the disk has made bytes of that
    name that are no text, Python fails over the message instead of raising it.
    """

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """As of every connection.

        Raises:
            sqlite3.Error: As of every connection.
        """
        try:
            return super().execute(sql, parameters)
        except UnicodeDecodeError as error:
            damage = sqlite3.DatabaseError("malformed database schema")
            damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise damage from error
