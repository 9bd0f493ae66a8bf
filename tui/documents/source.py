"""Where an article comes from, and the one string by which all else names it."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import unquote, urlsplit, urlunsplit

from tui.documents.sanitising import sanitise_line
from tui.errors import SourceError
from tui.settings.paths import resource


class SourceKind(StrEnum):
    """Where the bytes of an article are."""

    FILE = "file"
    SAMPLE = "sample"
    PIPE = "pipe"
    KEPT = "kept"
    ADDRESS = "address"
    PART = "part"


LONGEST_LABEL = 300
"""Code points of a source in a sentence about it: file names may be of any length."""
_PREFIXES = {
    SourceKind.SAMPLE: "seed:",
    SourceKind.PIPE: "stdin:",
    SourceKind.KEPT: "kept:",
    SourceKind.PART: "part:",
}
"""How an identity that is no path begins; a file of such a name is opened as `./seed:x`."""
_ADDRESSES = ("http://", "https://")
_FILE_ADDRESSES = ("file:///", "file://localhost/")
_USUAL_PORTS = {"http": ":80", "https": ":443"}
_NAMELESS = {SourceKind.PIPE: "a pipe", SourceKind.KEPT: "the library"}
"""What is shown for texts that cannot be read again from where they came."""


# A named tuple: a data class takes a millisecond of the start to be made.
class Source(NamedTuple):
    """Where an article comes from."""

    kind: SourceKind
    """Where its bytes are."""
    name: str
    """The path as it was given, the name of the sample, the hash of the piped text, the id
    under which the library keeps the text of an article whose file now holds another one, the
    same and an older text of it (`ID@HASH`), a whole address, or a part and the source it lies
    in (`PART@SOURCE`)."""

    @classmethod
    def parse(cls, words: str) -> Source:
        """The source that a reader typed, or that `identity` wrote down."""
        for kind, prefix in _PREFIXES.items():
            if words.startswith(prefix):
                return cls(kind, words.removeprefix(prefix))
        folded = words[:20].lstrip().lower()
        if folded.startswith(_ADDRESSES):
            return cls(SourceKind.ADDRESS, _normal_address(words))
        if folded.startswith(_FILE_ADDRESSES):
            return cls(SourceKind.FILE, unquote(urlsplit(words).path, errors="surrogateescape"))
        return cls(SourceKind.FILE, words)

    @property
    def identity(self) -> str:
        """How articles and the library name it: an absolute path, an address, a prefixed name."""
        if self.kind is SourceKind.FILE:
            return os.path.abspath(self.name)
        if self.kind is SourceKind.PART:
            part, container = self.in_container()
            return f"{_PREFIXES[self.kind]}{part}@{container.identity}"
        return _PREFIXES.get(self.kind, "") + self.name

    @property
    def shown(self) -> str:
        """The source as one safe line; the hash of a piped text says nothing to a reader."""
        if self.kind in _NAMELESS:
            return _NAMELESS[self.kind]
        return sanitise_line(_PREFIXES.get(self.kind, "") + self.name)

    @property
    def can_be_read_again(self) -> bool:
        """Whether its bytes may still be where they were; those of a pipe are gone once read."""
        return self.in_container()[1].kind not in _NAMELESS

    def in_container(self) -> tuple[str, Source]:
        """The part of a source that is meant, empty for all of it, and that source."""
        if self.kind is not SourceKind.PART:
            return "", self
        part, _, container = self.name.partition("@")
        return part, Source.parse(container)

    def in_revision(self) -> tuple[str, str]:
        """The document of a text that only the library has, and the hash of an older text of it.

        Both are empty for other sources, the hash also for the newest text.
        """
        if self.kind is not SourceKind.KEPT:
            return "", ""
        ident, _, text_hash = self.name.partition("@")
        return ident, text_hash

    def part_of(self, part: str) -> Source:
        """The source of one part of this one: a mail of a mailbox, an article of a list."""
        return Source(SourceKind.PART, f"{part}@{self.identity}")

    def location(self) -> str:
        """The path of the file behind it, or its address.

        Raises:
            SourceError: There is none.
        """
        if self.kind is SourceKind.PIPE:
            raise SourceError("this text came through a pipe; there is no file to open")
        if self.kind is SourceKind.KEPT:
            raise SourceError("its file holds another article now; this text is the library's own")
        if self.kind is SourceKind.PART:
            return self.in_container()[1].location()
        return _sample_path(self.name) if self.kind is SourceKind.SAMPLE else self.name


SAMPLE = Source(SourceKind.SAMPLE, "nato-russia-talks")
"""The sample that every installation has."""


def samples() -> tuple[Source, ...]:
    """The samples that ship with the program, sorted by name."""
    try:
        folder = resource("seeds", f"{SAMPLE.name}.txt").parent
    except FileNotFoundError:
        return ()
    names = sorted(path.stem for path in folder.glob("*.txt"))
    return tuple(Source(SourceKind.SAMPLE, name) for name in names)


def _normal_address(words: str) -> str:
    """The one form of an address that is written in several (RFC 3986, section 6.2.2.1).

    Its fragment is a place in the page and is left out; everything that could name another
    page stays.
    """
    words = words.strip()
    try:
        parts = urlsplit(words)
        _ = parts.port
    except ValueError:
        # It names no host; who is asked for it will say so.
        return words
    owner, at, host = parts.netloc.rpartition("@")
    host = host.lower().removesuffix(_USUAL_PORTS[parts.scheme]).removesuffix(":")
    return urlunsplit((parts.scheme, owner + at + host, parts.path or "/", parts.query, ""))


def _sample_path(name: str) -> str:
    """The file of a sample.

    Raises:
        SourceError: There is no such sample.
    """
    prefix = _PREFIXES[SourceKind.SAMPLE]
    if not name or "/" in name or "\\" in name or "\0" in name:
        label = sanitise_line(prefix + name, LONGEST_LABEL)
        raise SourceError(f"{label} is not the name of a sample", f"{prefix}NAME opens one")
    try:
        return str(resource("seeds", f"{name}.txt"))
    except OSError as error:
        label = sanitise_line(name, LONGEST_LABEL)
        raise SourceError(
            f"there is no sample called {label}", "closeread --help names one"
        ) from error
