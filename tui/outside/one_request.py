"""One request for one address: connected to a number that was checked, answered, counted.

urllib3 speaks HTTP and TLS here; which host is asked, how often and how much may come is ours.
"""

from __future__ import annotations

import logging
import ssl
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPException
from socket import SHUT_RDWR, gaierror, socket
from typing import NamedTuple

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.response import BaseHTTPResponse

from tui.outside.counted_unpacking import CODINGS, Unpacking
from tui.outside.environment_proxy import Proxy
from tui.outside.resolving import checked_numbers, refuse_private_name
from tui.outside.web_target import FailedError, Target

# It tells of odd headers, with the address: nothing of what is read stands in a log.
logging.getLogger("urllib3").setLevel(logging.CRITICAL)

LARGEST = 20 * 1024 * 1024
"""Bytes of an answer, as they come and unpacked: above any page and most books."""
SILENCE = 15.0
"""Seconds without a byte after which a host is given up."""
_TO_CONNECT = 8.0
"""Seconds for one of the numbers of a host."""
_CHUNK = 1 << 16
_WRONG_CERTIFICATES = {
    10: "its certificate has expired",
    18: "its certificate vouches for itself",
    19: "nobody known vouches for its certificate",
    20: "nobody known vouches for its certificate",
    62: "its certificate is for another host",
    64: "its certificate is for another host",
}
"""What OpenSSL's codes of verification mean (X509_verify_cert_error)."""
_MEGABYTE = 1024 * 1024


class Answer(NamedTuple):
    """What a host answered."""

    status: int
    """The status (RFC 9110, section 15)."""
    headers: Mapping[str, str]
    """The headers that matter here, by their names in lower case; empty for those not sent."""
    data: bytes
    """The body, unpacked; empty unless the status is 200."""


HEADERS = (
    "location", "content-type", "content-encoding", "content-length", "etag", "last-modified",
    "retry-after",
)  # fmt: skip
"""The headers of an answer that are looked at."""


class OneRequest:
    """A request that another thread may end."""

    def __init__(self, told: Callable[[str], None], *, allow_private: bool) -> None:
        """Prepare.

        Args:
            told: Called with what is being done.
            allow_private: Whether hosts may be asked that only this machine can reach.
        """
        self._told = told
        self._allow_private = allow_private
        self._connection: HTTPConnection | None = None
        self._socket: socket | None = None
        self._is_ended = False

    def end(self) -> None:
        """End it, whatever it waits for; from any thread."""
        self._is_ended = True
        # A connection forgets its socket when the answer will end with it.
        open_one = self._socket or (self._connection and self._connection.sock)
        if open_one:
            with suppress(OSError):
                open_one.shutdown(SHUT_RDWR)

    def get(self, target: Target, headers: Mapping[str, str], proxy: Proxy | None) -> Answer:
        """Ask for one address, and for nothing that the answer leads to.

        Args:
            target: What to ask for.
            headers: What to say with it.
            proxy: What asks in our place; `None` to ask the host.

        Raises:
            FailedError: The host must not be asked, there was no answer, or none of use.
        """
        self._told(f"connecting to {target.host}")
        with _in_words(target, proxy):
            connection = self._connected(target, proxy)
            self._socket, connection.timeout = connection.sock, SILENCE
            try:
                if self._is_ended:
                    raise TimeoutError
                # A proxy is told the whole address, unless it only hands on what is secret.
                is_told_all = proxy is not None and not target.is_secure
                also = proxy.headers if proxy and is_told_all else {}
                connection.request(
                    "GET",
                    target.address if is_told_all else target.path,
                    headers={"Host": target.authority, **headers, **also},
                    preload_content=False,
                    decode_content=False,
                )
                with connection.getresponse() as response:
                    return self._answer(response)
            finally:
                connection.close()

    def _connected(self, target: Target, proxy: Proxy | None) -> HTTPConnection:
        """A connection to the first number of a host that takes one."""
        if proxy is not None:
            if not self._allow_private:
                refuse_private_name(target.bare_host)
            self._connection = connection = _connection(target, proxy.host, proxy.port)
            if target.is_secure:
                connection.set_tunnel(target.bare_host, target.port, headers=dict(proxy.headers))
            connection.connect()
            return connection
        numbers = checked_numbers(target.bare_host, target.port, allow_private=self._allow_private)
        for position, number in enumerate(numbers, 1):
            # A number, so that nobody is asked again what the name means.
            self._connection = connection = _connection(target, number, target.port)
            try:
                connection.connect()
            except (ssl.SSLError, SSLError):
                raise
            except (OSError, HTTPError):
                connection.close()
                if position == len(numbers) or self._is_ended:
                    raise
                continue
            return connection
        raise gaierror

    def _answer(self, response: BaseHTTPResponse) -> Answer:
        headers = {name: _header(response, name) for name in HEADERS}
        if response.status != 200:
            return Answer(response.status, headers, b"")
        coding = headers["content-encoding"].lower()
        if coding not in CODINGS:
            raise FailedError(
                "its answer is compressed in a way that nobody asked for",
                "save the page with your browser and open the file",
            )
        length = headers["content-length"]
        total = int(length) if length.isascii() and length.isdigit() and len(length) < 20 else 0
        if total > LARGEST:
            raise _too_large()
        return Answer(200, headers, b"".join(self._body(response, Unpacking(coding), total)))

    def _body(
        self, response: BaseHTTPResponse, unpacking: Unpacking, total: int
    ) -> Iterator[bytes]:
        """The pieces of the body.

        Args:
            response: Where they come from.
            unpacking: What unpacks them.
            total: How many bytes will come; 0 when the host does not say.
        """
        packed = unpacked = 0
        for chunk in response.stream(_CHUNK, decode_content=False):
            packed += len(chunk)
            for piece in unpacking.add(chunk):
                unpacked += len(piece)
                if max(packed, unpacked) > LARGEST:
                    raise _too_large()
                yield piece
            self._told(_so_far(packed, total))
        yield unpacking.end()
        if unpacking.is_cut:
            raise _cut()


def _connection(target: Target, host: str, port: int) -> HTTPConnection:
    """A connection that is not open yet; its certificate has to name the host that was meant."""
    if not target.is_secure:
        return HTTPConnection(host, port, timeout=_TO_CONNECT)
    return HTTPSConnection(
        host,
        port,
        timeout=_TO_CONNECT,
        ssl_context=_trust(),
        server_hostname=target.bare_host,
    )


def _trust() -> ssl.SSLContext:
    """Whose certificates are believed: those of the web, and those this machine was given.

    A company's own are among the latter, and what `SSL_CERT_FILE` names.
    """
    context = ssl.create_default_context(cafile=certifi.where())
    context.load_default_certs()
    return context


def _header(response: BaseHTTPResponse, name: str) -> str:
    """A header as one line; one that is no line is as if it were not sent."""
    words = " ".join((response.headers.get(name) or "").split())
    with suppress(UnicodeError):
        # Many servers send what should have been escaped as it is, in UTF-8.
        words = words.encode("latin-1").decode("utf-8")
    return words if len(words) <= 4000 and words.isprintable() else ""


def _so_far(packed: int, total: int) -> str:
    done = f"{packed / _MEGABYTE:.1f}"
    return f"{done} of {total / _MEGABYTE:.1f} MB" if total >= packed else f"{done} MB"


def _too_large() -> FailedError:
    return FailedError(
        f"it is larger than {LARGEST // _MEGABYTE} MB", "save it to a file and open the file"
    )


def _cut() -> FailedError:
    return FailedError("the connection was cut before all of it had come", "try again")


@contextmanager
def _in_words(target: Target, proxy: Proxy | None) -> Iterator[None]:
    """Say in words why a host could not be asked.

    Raises:
        FailedError: It could not.
    """
    host = target.host
    asked = f"the proxy {proxy.host}" if proxy else host
    try:
        yield
    except (ssl.SSLError, SSLError) as error:
        raise FailedError(
            f"{host} does not prove that it is {host} ({_untrusted(error)})",
            "if you trust it all the same, save the page with your browser and open the file",
        ) from error
    except (gaierror, NameResolutionError, UnicodeError) as error:
        raise FailedError(
            f"no host called {proxy.host if proxy else host} is known",
            "check the spelling, and whether this machine is online",
        ) from error
    except NewConnectionError as error:
        raise _unreached(asked, error.__cause__) from error
    except (TimeoutError, ConnectTimeoutError, ReadTimeoutError) as error:
        raise FailedError(f"{asked} does not answer", "try again later") from error
    except zlib.error as error:
        raise FailedError("its answer is damaged", "try again") from error
    except ProtocolError as error:
        raise _cut() from error
    except (OSError, HTTPError) as error:
        raise _unreached(asked, error) from error
    except (HTTPException, ValueError) as error:
        raise FailedError(
            f"what {asked} answers is no answer of the web", "check the address"
        ) from error


def _untrusted(error: Exception) -> str:
    """What is wrong with a certificate, as a clause."""
    code = getattr(error, "verify_code", 0)
    return _WRONG_CERTIFICATES.get(code, "the secure connection failed")


def _unreached(asked: str, error: BaseException | None) -> FailedError:
    """That nothing came of a connection."""
    if isinstance(error, ConnectionRefusedError):
        reason = "refuses the connection"
    elif isinstance(error, ConnectionError):
        reason = "broke off the connection"
    else:
        reason = "cannot be reached"
    return FailedError(f"{asked} {reason}", "check the address, or try again later")
