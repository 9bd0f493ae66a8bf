"""What is in a ZIP archive, unpacked in memory and counted; nothing is ever extracted to a disk.

Books and office documents are such archives. One of 40 KB can unpack to gigabytes, so every
size is asked for before anything is unpacked, and counted while it is: `zipfile` never gives
more than a header declares, and a member whose bytes are not those it declares is damaged.
"""

from __future__ import annotations

import posixpath
import zlib
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from tui.errors import SourceError

BUDGET = 64 * 1024 * 1024
"""Bytes that are unpacked of one archive: what may be opened as a plain text as well."""
MOST_MEMBERS = 20_000
"""Files in an archive; the largest book seen has 2,000."""
_RATIO = 200
"""How many times smaller text is packed: XML of office documents comes to 20."""
_SMALL = 1024 * 1024
"""Bytes that any member may have, however well it is packed: an empty table packs to nothing."""
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
# What the formats read here may use (OCF 3.3, section 4.2; ECMA-376, part 2, annex B).
_METHODS = (ZIP_STORED, ZIP_DEFLATED)
_SYMBOLIC_LINK = 0o120000


class Unzipping:
    """An archive whose members are read by their names."""

    def __init__(self, data: bytes, label: str) -> None:
        """Look into an archive.

        Args:
            data: Its bytes.
            label: What a sentence calls it.

        Raises:
            SourceError: It is damaged, or has too many members.
        """
        self.label = label
        self._left = BUDGET
        # Before the library makes an object of each; the directory's own count may lie.
        if data.count(_ENTRY) > MOST_MEMBERS:
            raise SourceError(
                f"{label} is not read: more than {MOST_MEMBERS:,} files are packed in it",
                "do not trust it",
            )
        try:
            self._archive = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, EOFError, OverflowError) as error:
            raise self._damaged() from error
        self._members = {
            info.filename: info for info in self._archive.infolist() if not _is_apart(info)
        }

    def __contains__(self, name: str) -> bool:
        """Whether there is a file of this name."""
        return name in self._members

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files in it, in the order of the archive."""
        return tuple(self._members)

    def read(self, name: str) -> bytes:
        """A member, unpacked; empty when there is none of this name.

        Raises:
            SourceError: It is damaged, locked, or unpacks to more than there is room for.
        """
        info = self._members.get(name)
        if info is None:
            return b""
        self._check(info)
        self._left -= info.file_size
        if self._left < 0:
            raise self._too_large()
        try:
            return self._archive.read(info)
        except (BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as error:
            raise self._damaged() from error

    def _check(self, info: ZipInfo) -> None:
        if info.flag_bits & _ENCRYPTED:
            raise locked(self.label)
        if info.compress_type not in _METHODS:
            raise self._damaged()
        if info.file_size > max(_SMALL, _RATIO * info.compress_size):
            raise SourceError(
                f"{self.label} is not read: a part of it unpacks to more than {_RATIO} times its "
                "size",
                "do not trust it",
            )

    def _too_large(self) -> SourceError:
        most = BUDGET // (1024 * 1024)
        return SourceError(f"{self.label} unpacks to more than {most} MiB", "split it into parts")

    def _damaged(self) -> SourceError:
        return SourceError(
            f"{self.label} cannot be unpacked: the file is damaged or not complete",
            "fetch or copy it once more",
        )


def locked(label: str) -> SourceError:
    """The refusal of what only a password opens."""
    return SourceError(f"{label} is locked with a password", "save it without one, then open it")


def member_at(reference: str, base: str) -> str:
    """The name of the member that a reference leads to; empty when it leads out of the archive.

    Args:
        reference: A relative reference, percent-encoded, perhaps with a fragment.
        base: The name of the member it stands in.
    """
    path = unquote(reference.partition("#")[0].partition("?")[0])
    if not path:
        return base
    if "://" in path or "\\" in path or "\0" in path:
        return ""
    # A leading slash is the root of the archive (OCF 3.3, section 4.2.5).
    joined = path if path.startswith("/") else posixpath.join(posixpath.dirname(base), path)
    name = posixpath.normpath(joined).lstrip("/")
    return "" if name.startswith("..") or name == "." else name


def _is_apart(info: ZipInfo) -> bool:
    """Whether a member is a folder or a link, or is named as if it lay outside."""
    kind = (info.external_attr >> 16) & 0o170000
    parts = info.filename.split("/")
    return info.is_dir() or kind == _SYMBOLIC_LINK or ".." in parts or parts[0] == ""
