"""An address taken apart: which host it names, and what it asks of it."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

PORTS = {"http": 80, "https": 443}
"""The schemes that can be asked for, and their ports."""


class FailedError(Exception):
    """An address cannot be fetched."""

    def __init__(self, reason: str, hint: str) -> None:
        """Keep the parts of the sentence.

        Args:
            reason: Why, as a clause.
            hint: What the reader can do about it.
        """
        super().__init__(reason, hint)
        self.reason = reason
        self.hint = hint


class Target(NamedTuple):
    """What is asked of whom; every part is ASCII, names in the form of the name system."""

    scheme: str
    """`http` or `https`."""
    host: str
    """The host, an IPv6 number in brackets."""
    port: int
    """The port."""
    path: str
    """Path and query."""

    @property
    def is_secure(self) -> bool:
        """Whether the host has to prove who it is."""
        return self.scheme == "https"

    @property
    def bare_host(self) -> str:
        """The host without brackets."""
        return self.host.strip("[]")

    @property
    def authority(self) -> str:
        """The host as the host itself is told it was asked for."""
        return self.host if PORTS[self.scheme] == self.port else f"{self.host}:{self.port}"

    @property
    def address(self) -> str:
        """The whole address; never with a name or a password in it."""
        return f"{self.scheme}://{self.authority}{self.path}"


def target_of(address: str) -> Target:
    """What an address asks for.

    Raises:
        FailedError: It is none that can be asked for.
    """
    url = _parsed(address)
    if url.auth is not None:
        raise FailedError(
            "it holds a name or a password, which closeread neither sends nor keeps",
            "take it out of the address",
        )
    return _target(url)


def led_to(before: Target, location: str) -> Target:
    """Where an answer leads to; a name or a password in it is dropped.

    Args:
        before: What was asked for.
        location: The header (RFC 9110, section 10.2.2).

    Raises:
        FailedError: It is nothing that can be asked for.
    """
    try:
        return _target(_parsed(urljoin(before.address, location)))
    except ValueError as error:
        raise _no_address() from error


def _parsed(address: str) -> Url:
    try:
        return parse_url(address)
    except LocationParseError as error:
        raise _no_address() from error


def _target(url: Url) -> Target:
    if url.scheme not in PORTS:
        raise FailedError(
            "it leads to something that is no page of the web", "only http and https are followed"
        )
    if not url.host or "%" in url.host:
        raise _no_address()
    return Target(url.scheme, url.host, url.port or PORTS[url.scheme], url.request_uri)


def _no_address() -> FailedError:
    return FailedError("it is no address of the web", "check the spelling")
