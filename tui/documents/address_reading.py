"""Reading what lies at an address: asked for once, then as any other bytes."""

from __future__ import annotations

import codecs

from tui.documents.fetched import Fetched, Transfer
from tui.documents.source import Source
from tui.documents.unread import Waiting
from tui.outside.fetching import Download, Known, fetch
from tui.settings.config import load_config
from tui.settings.paths import paths

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WITH_ASCII_BYTES = ("utf-16", "utf-32", "iso2022", "hz")
"""Encodings whose bytes may look like ASCII and mean something else."""
_NEVER_MEANT = frozenset(
    {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"}
)
"""Encodings of Python's that no page is written in."""
_AS_BROWSERS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
"""What is meant by a name (the Encoding Standard of WHATWG, section 4.2)."""

_last: tuple[str, Fetched] | None = None
"""The list of articles that was fetched last, by its address: what is picked from it, or added
with it, must not be asked for again each time."""


def read_address(
    source: Source, label: str, waiting: Waiting, *, encoding: str = "", known: Known | None = None
) -> Fetched | None:
    """Fetch what lies at the address of a source. Waits.

    Args:
        source: An address, or a part of what lies there.
        label: What a sentence calls it.
        waiting: Who waits.
        encoding: The encoding that the reader named; empty for none.
        known: What the host said of what came from there before.

    Returns:
        The bytes; `None` if they are still what is known.

    Raises:
        SourceError: They cannot be had.
        CancelledError: `waiting` was stopped.
    """
    part, container = source.in_container()
    if part and known is None and _last is not None and _last[0] == container.name:
        return _last[1].as_part(source.identity, part)
    allow_private = load_config(paths().config)[0].allow_private
    download = fetch(
        container.name, label, waiting, known=known or Known(), allow_private=allow_private
    )
    return download and _fetched(download, source, label, encoding)


def remember(address: str, fetched: Fetched) -> None:
    """Keep the bytes of a list of articles for what is picked from it next."""
    global _last
    _last = (address, fetched)


def _fetched(download: Download, source: Source, label: str, encoding: str) -> Fetched:
    return Fetched(
        download.data,
        source.identity,
        label,
        name=download.address,
        encoding=encoding or meant_encoding(download.charset, download.data),
        part=source.in_container()[0],
        transfer=Transfer(download.moment, download.media_type, download.etag, download.modified),
    )


def meant_encoding(charset: str, data: bytes) -> str:
    """The encoding to read some bytes in; empty where the bytes say it better than their host.

    Many hosts name one encoding for all they have. What is valid UTF-8 is UTF-8: other
    encodings hardly ever form it.

    Args:
        charset: What the host says.
        data: The bytes.
    """
    try:
        name = codecs.lookup(charset).name
        b"x".decode(name, "replace")
    except (LookupError, ValueError):
        return ""
    if name in _NEVER_MEANT or data.startswith(_MARKS):
        return ""
    if not name.startswith(_WITH_ASCII_BYTES) and (name == "utf-8" or _is_utf_8(data)):
        return ""
    return _AS_BROWSERS.get(name, name)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
