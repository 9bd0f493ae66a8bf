"""The proxy that the environment names: `http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`.

A proxy asks in our place: names are then resolved where it is, and which of them it may reach
is for whoever runs it to say.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies_environment, proxy_bypass

from tui.outside.web_target import FailedError, Target


class Proxy(NamedTuple):
    """Who asks in our place."""

    host: str
    """Its host."""
    port: int
    """Its port."""
    headers: Mapping[str, str]
    """What it wants to be told with each request."""


def proxy_for(target: Target) -> Proxy | None:
    """The proxy for an address; `None` when its host is asked directly.

    Raises:
        FailedError: The environment names one that cannot be used.
    """
    proxies = getproxies_environment()
    named = proxies.get(target.scheme) or proxies.get("all")
    if not named or proxy_bypass(target.bare_host):
        return None
    try:
        parts = urlsplit(named if "://" in named else f"http://{named}")
        port = parts.port or 80
    except ValueError as error:
        raise _unusable() from error
    if parts.scheme != "http" or not parts.hostname:
        raise _unusable()
    headers = {}
    if parts.username is not None:
        owner = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Proxy-Authorization"] = f"Basic {b64encode(owner.encode()).decode()}"
    return Proxy(parts.hostname, port, headers)


def _unusable() -> FailedError:
    return FailedError(
        "the environment names a proxy that closeread cannot use",
        "it can use one whose address begins with http://",
    )
