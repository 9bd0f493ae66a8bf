"""The bytes of a source, and what is known of them before anybody has read them."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from tui.documents.article import Origin

_HEAD = 4096
"""Bytes in which UTF-16 without a mark shows itself."""


class Transfer(NamedTuple):
    """What a server said of the bytes it gave."""

    fetched: str
    """When they came (UTC, ISO 8601)."""
    media_type: str = ""
    """Their media type, in lower case and without parameters."""
    etag: str = ""
    """Their validator."""
    modified: str = ""
    """Their `Last-Modified`."""


class Fetched:
    """The bytes of a source, before it is known what they are."""

    def __init__(
        self,
        data: bytes,
        identity: str | None,
        label: str,
        *,
        name: str = "",
        encoding: str = "",
        part: str = "",
        transfer: Transfer | None = None,
    ) -> None:
        """Keep what was fetched.

        Args:
            data: All the bytes.
            identity: As in `Source`; `None` for a pipe, which is named by its text.
            label: What a sentence calls the source.
            name: The path or address the bytes lie at, by which formats are told that their
                bytes do not tell; empty for a pipe.
            encoding: The encoding that the reader named, else the server; empty for none.
            part: Which article of a container is wanted; empty for all of it.
            transfer: What the server said; `None` for what did not come over the network.
        """
        self.data = data
        self.identity = identity
        self.label = label
        self.name = name
        self.encoding = encoding
        self.part = part
        self.transfer = transfer

    def as_part(self, identity: str, part: str) -> Fetched:
        """The same bytes, of which another part is wanted."""
        return Fetched(
            self.data, identity, self.label, name=self.name, encoding=self.encoding, part=part,
            transfer=self.transfer,
        )  # fmt: skip

    def origin(self, form: str, extractor: str) -> Origin:
        """What an article is made from that is made of these bytes.

        Args:
            form: As in `Origin`.
            extractor: As in `Origin`.
        """
        from hashlib import sha256

        raw_hash = sha256(self.data).hexdigest()
        if self.transfer is None:
            return Origin(form, extractor, raw_hash)
        fetched, _, etag, modified = self.transfer
        return Origin(form, extractor, raw_hash, fetched, etag, modified)

    @cached_property
    def decoded(self) -> tuple[str, str | None]:
        """The text, and a notice for the reader when its encoding had to be guessed."""
        has_nul = b"\0" in self.data[:_HEAD]
        text = None if self.encoding or has_nul else _utf_8(self.data)
        if text is not None:
            return text, None
        from tui.documents import decoding

        if self.encoding:
            return decoding.decode_as(self.data, self.encoding), None
        # ASCII letters in UTF-16 are valid UTF-8, every other of them a NUL.
        text = (decoding.decode_utf_16(self.data) or _utf_8(self.data)) if has_nul else None
        return (text, None) if text is not None else decoding.decode(self.data)


def _utf_8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None
