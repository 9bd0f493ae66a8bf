"""The reading process: takes one request on stdin, replies on stdout, and ends.

It belongs to the program that started it, and ends with it. Whatever a library prints goes
nowhere, never to the terminal and never between the frames.
"""

from __future__ import annotations

import gc
import mimetypes
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from threading import Thread
from time import monotonic
from typing import BinaryIO

from tui.documents.plain_text import wordless
from tui.documents.reader.confinement import ForbiddenError, bound, forbid
from tui.documents.reader.reading_messages import (
    FIRST_PAGES,
    Contents,
    Foreign,
    Preview,
    ReaderReply,
    Reading,
    decode_foreign,
    encode,
)
from tui.documents.sanitising import sanitise
from tui.documents.styled_text import StyledText
from tui.documents.text_pieces import Piece, assembled
from tui.errors import SourceError
from tui.outside.frames import read_frame

_SELDOM = 0.1
"""Seconds between two reports of progress."""


def main() -> None:
    """Reply to one request."""
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    # Else it would be read from the system's files by the first library that asks.
    mimetypes.init([])
    sys.dont_write_bytecode = True
    bound()
    # The process ends with its reading: little of what a parser makes is worth looking through,
    # but what hangs together in circles must not fill the memory that it may have.
    gc.set_threshold(100_000)
    body = read_frame(requests)
    if body is None:
        return
    Thread(target=_end_with, args=(requests,), name="parent", daemon=True).start()
    _send(replies, _reply(decode_foreign(body), replies))


def _end_with(requests: BinaryIO) -> None:
    """End when the other end of the pipe does: nobody waits for the answer any more."""
    requests.read()
    os._exit(0)


def _reply(foreign: Foreign, replies: BinaryIO) -> ReaderReply:
    last = 0.0

    def told(progress: str, first: Iterable[Piece] = (), /) -> None:
        nonlocal last
        preview = _preview(first)
        # Whoever waits draws each of them; a book may have two thousand parts.
        if preview or monotonic() - last > _SELDOM:
            _send(replies, ReaderReply(progress, preview=preview))
            last = monotonic()

    what = foreign.label
    try:
        reader = import_module(f"tui.documents.reader.{foreign.reader}")
        forbid()
        return ReaderReply(reading=_reading(reader.read(foreign, told), what))
    except SourceError as error:
        return ReaderReply(refusal=(error.message, error.hint))
    except (MemoryError, RecursionError):
        return ReaderReply(refusal=(f"{what} is too large or nested too deep to be read", ""))
    except ForbiddenError as error:
        reason = f"{what} is not read, because it reaches for what lies outside of it ({error})"
        return ReaderReply(refusal=(reason, "do not trust this file"))
    except Exception as error:
        reason = f"{what} cannot be read as what it seems to be ({type(error).__name__})"
        return ReaderReply(refusal=(reason, "it may be damaged"))


def _reading(contents: Contents, label: str) -> Reading:
    """All pieces as one text.

    Raises:
        SourceError: There are no words in them.
    """
    whole = assembled(map(_safe, contents.pieces))
    if not whole.blocks and not contents.choices:
        raise wordless(label)
    return Reading(
        text=whole.text,
        blocks=whole.blocks,
        styles=whole.styles,
        asides=whole.asides,
        milestones=whole.milestones,
        extractor=contents.extractor,
        title=contents.title,
        published=contents.published,
        byline=contents.byline,
        site=contents.site,
        address=contents.address,
        notices=contents.notices,
        choices=contents.choices,
    )


def _preview(pieces: Iterable[Piece]) -> Preview | None:
    """The first of some pieces; `None` if there are no words in them."""
    first = assembled(_first(map(_safe, pieces)))
    if not first.blocks:
        return None
    return Preview(first.text, first.blocks, first.styles, first.asides)


def _first(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces that a screen has room for."""
    room = FIRST_PAGES
    for piece in pieces:
        words = piece.content.text
        if len(words) > FIRST_PAGES:
            piece = replace(piece, content=StyledText(words[:room]), milestones=())
        yield piece
        room -= len(words)
        if room <= 0:
            return


def _safe(piece: Piece) -> Piece:
    """The piece, without its styles if its words, which were cleaned apart, are unsafe together.

    Marks that are harmless in two runs of words can stand on one letter where they meet.
    """
    words = sanitise(piece.content.text)
    if words == piece.content.text:
        return piece
    placed = tuple(each._replace(offset=min(each.offset, len(words))) for each in piece.milestones)
    return replace(piece, content=StyledText(words), milestones=placed)


def _send(replies: BinaryIO, reply: ReaderReply) -> None:
    replies.write(encode(reply))
    replies.flush()


if __name__ == "__main__":
    main()
