"""Fetching: the text behind one address the reader asked for, and nothing else.

One GET for each address on the way; no cookies, no referrer, no name, nothing that a page asks
for besides. The thread that waits is never held up by the network: it may stop at any moment.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from queue import SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import NamedTuple, Protocol

from tui import __version__
from tui.errors import CancelledError, SourceError
from tui.outside.counted_unpacking import CODINGS
from tui.outside.environment_proxy import proxy_for
from tui.outside.one_request import Answer, OneRequest
from tui.outside.web_target import FailedError, Target, led_to, target_of

IN_ALL = 30.0
"""Seconds for an address with everything it leads to."""
MOST_HOPS = 10
"""Addresses that one may lead on to; browsers follow 20, pages need two or three."""
_LOOK = 0.05
"""Seconds between two looks whether anybody still waits."""
_WITH_BROWSER = "save the page with your browser and open the file"
_HEADERS = {
    "User-Agent": f"closeread/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.9, "
    "application/pdf;q=0.8, application/xml;q=0.8, */*;q=0.5",
    "Accept-Encoding": ", ".join(coding for coding in CODINGS if coding in ("gzip", "deflate")),
    "Connection": "close",
}
_A_WHILE = 180
"""Seconds from which a wait is told in minutes."""
_LONGEST_WAIT = 4 * 3600
"""Seconds beyond which nobody waits."""
_MOVED = frozenset({301, 302, 303, 307, 308})
_UNCHANGED = 304
_NOT_GIVEN = ("{host} does not give it to this program", _WITH_BROWSER)
_REFUSALS = {
    400: ("{host} does not understand the request", "check the address"),
    401: ("{host} wants a login", _WITH_BROWSER),
    402: ("{host} wants to be paid", _WITH_BROWSER),
    403: _NOT_GIVEN,
    404: ("{host} has no such page", "check the address"),
    405: _NOT_GIVEN,
    406: _NOT_GIVEN,
    407: ("the proxy wants a login", "put it into the address of the proxy"),
    410: ("{host} has it no more", "an archive of the web may have it"),
    418: _NOT_GIVEN,
    429: ("{host} wants fewer requests", "try again {later}"),
    451: ("{host} may not show it, for reasons of law", "an archive of the web may have it"),
    503: ("{host} is overloaded or being mended", "try again {later}"),
    999: _NOT_GIVEN,
}
_NO_TEXTS = {"image/": "a picture", "audio/": "sound", "video/": "a film", "font/": "a font"}


class Waiter(Protocol):
    """Who waits for an address."""

    @property
    def told(self) -> Callable[[str], None]:
        """Takes what is being done, as a clause."""

    @property
    def is_stopped(self) -> bool:
        """Whether nobody waits any more."""


class Download(NamedTuple):
    """What came from an address."""

    data: bytes
    """The bytes, unpacked."""
    address: str
    """Where they were in the end."""
    moment: str
    """When they came (UTC, ISO 8601)."""
    media_type: str
    """Their media type, in lower case and without parameters; empty if the host names none."""
    charset: str
    """The encoding the host names; it may be wrong, or none at all."""
    etag: str
    """Their validator; may be empty."""
    modified: str
    """Their `Last-Modified`; may be empty."""


class Known(NamedTuple):
    """What the host said of bytes that came earlier: it need not send the same ones again."""

    etag: str = ""
    """As in `Download`."""
    modified: str = ""
    """As in `Download`."""


_NOTHING = Known()


def fetch(
    address: str,
    label: str,
    waiting: Waiter,
    *,
    known: Known = _NOTHING,
    allow_private: bool = False,
) -> Download | None:
    """Fetch an address. Waits, but never longer than `IN_ALL`.

    Args:
        address: Where it is, with its scheme.
        label: What a sentence calls it.
        waiting: Who waits; told in this thread.
        known: What came from there before.
        allow_private: Whether hosts may be asked that only this machine can reach.

    Returns:
        What came; `None` if that is still what came before.

    Raises:
        SourceError: It cannot be fetched.
        CancelledError: `waiting` was stopped.
    """
    _heed(waiting, label)
    work = _Work(address, known, allow_private=allow_private)
    Thread(target=work.run, name="fetching", daemon=True).start()
    try:
        _wait(work, label, waiting)
        return work.result()
    except FailedError as error:
        raise SourceError(f"{label} cannot be opened: {error.reason}", error.hint) from error
    finally:
        work.request.end()


def _wait(work: _Work, label: str, waiting: Waiter) -> None:
    """Wait until the work is done.

    Raises:
        FailedError: It takes too long.
        CancelledError: `waiting` was stopped.
    """
    end = monotonic() + IN_ALL
    while not work.is_done.wait(_LOOK):
        _heed(waiting, label)
        if monotonic() > end:
            reason = f"it did not come within {IN_ALL:.0f} seconds"
            raise FailedError(reason, "try again later")
        if words := work.news():
            waiting.told(words)


def _heed(waiting: Waiter, label: str) -> None:
    if waiting.is_stopped:
        raise CancelledError(f"{label} was not fetched, because it was stopped")


class _Work:
    """What is done in a thread of its own, because looking up a name cannot be stopped."""

    def __init__(self, address: str, known: Known, *, allow_private: bool) -> None:
        self.is_done = Event()
        self._news: SimpleQueue[str] = SimpleQueue()
        self.request = OneRequest(self._news.put, allow_private=allow_private)
        self._address = address
        self._known = known
        self._first_host = ""
        self._download: Download | None = None
        self._error: Exception | None = None

    def run(self) -> None:
        """Fetch; whatever happens is for the thread that waits."""
        try:
            self._download = self._fetched()
        except Exception as error:
            self._error = error
        finally:
            self.is_done.set()

    def news(self) -> str:
        """What is being done now; empty when that is known already."""
        words = ""
        while not self._news.empty():
            words = self._news.get()
        return words

    def result(self) -> Download | None:
        """What came of it; raises what was raised."""
        if self._error is not None:
            raise self._error
        return self._download

    def _fetched(self) -> Download | None:
        target = target_of(self._address)
        self._first_host = target.host
        seen = {target}
        while True:
            answer = self.request.get(target, self._headers(target), proxy_for(target))
            if answer.status not in _MOVED or not answer.headers["location"]:
                return _download(target, answer, self._known)
            target = led_to(target, answer.headers["location"])
            if target in seen:
                raise FailedError(
                    f"{target.host} sends from one address to the next and back again",
                    _WITH_BROWSER,
                )
            if len(seen) > MOST_HOPS:
                raise FailedError(
                    f"it leads on and on, over more than {MOST_HOPS} addresses", _WITH_BROWSER
                )
            seen.add(target)

    def _headers(self, target: Target) -> dict[str, str]:
        """What a host is told; what it said earlier no other host is told (RFC 9110, 13.1)."""
        if target.host.removeprefix("www.") != self._first_host.removeprefix("www."):
            return _HEADERS
        conditions = {"If-None-Match": self._known.etag, "If-Modified-Since": self._known.modified}
        return _HEADERS | {name: value for name, value in conditions.items() if value}


def _download(target: Target, answer: Answer, known: Known) -> Download | None:
    """What a last answer brought.

    Raises:
        FailedError: It brought nothing to read.
    """
    if answer.status == _UNCHANGED and any(known):
        return None
    if answer.status != 200:
        raise _failure(target.host, answer)
    media_type, charset = _typed(answer.headers["content-type"])
    for begin, name in _NO_TEXTS.items():
        if media_type.startswith(begin):
            raise FailedError(f"it is {name} and no text", "open it with your browser")
    return Download(
        data=answer.data,
        address=target.address,
        moment=datetime.now(UTC).isoformat(timespec="seconds"),
        media_type=media_type,
        charset=charset,
        etag=_sendable(answer.headers["etag"]),
        modified=_sendable(answer.headers["last-modified"]),
    )


def _sendable(header: str) -> str:
    """A header that can be sent back as it came; empty for one that cannot."""
    return header if header.isascii() else ""


def _failure(host: str, answer: Answer) -> FailedError:
    status = answer.status
    if status in _REFUSALS:
        reason, hint = _REFUSALS[status]
    elif status >= 500:
        reason, hint = "{host} has a problem of its own", "try again {later}"
    else:
        reason, hint = "{host} gives no page", "check the address"
    later = _later(answer.headers["retry-after"])
    return FailedError(f"{reason.format(host=host)} ({status})", hint.format(later=later))


def _later(header: str) -> str:
    """When a host wants to be asked again: a number of seconds or a moment (RFC 9110, 10.2.3)."""
    if header.isascii() and header.isdigit() and len(header) < 6:
        seconds = int(header)
    else:
        try:
            moment = parsedate_to_datetime(header)
            seconds = round((moment - datetime.now(moment.tzinfo)).total_seconds())
        except (ValueError, TypeError, OverflowError, IndexError):
            return "later"
    if not 0 < seconds <= _LONGEST_WAIT:
        return "later"
    minutes = -(-seconds // 60)
    return f"in {seconds} seconds" if seconds < _A_WHILE else f"in {minutes} minutes"


def _typed(header: str) -> tuple[str, str]:
    """Media type and charset of a `Content-Type` (RFC 9110, section 8.3.1); empty if not given."""
    if not header:
        return "", ""
    message = Message()
    message["Content-Type"] = header
    charset = message.get_param("charset", "")
    is_typed = "/" in header.partition(";")[0]
    return message.get_content_type() if is_typed else "", charset if isinstance(
        charset, str
    ) else ""
