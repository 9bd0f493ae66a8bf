"""The numbers behind a name of the network, and which of them may be asked.

A page, or whoever owns a name, must not make this machine ask what only this machine or its
network can reach: a router, a printer, the service that knows the passwords of a cloud.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from tui.outside.web_target import FailedError

Number = IPv4Address | IPv6Address

_GLOBAL = IPv6Network("2000::/3")
"""All of IPv6 that is routed in the world (RFC 4291, section 2.4; the registry of IANA)."""
_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("::ffff:0:0/96"))
"""An IPv4 address in the last 32 bits: NAT64 (RFC 6052), mapped (RFC 4291, section 2.5.5.2)."""
_TUNNELLED = IPv6Network("2002::/16")
"""An IPv4 address behind the prefix: 6to4 (RFC 3056)."""
_OF_CLOUDS = frozenset({IPv4Address("168.63.129.16")})
"""The metadata service that has a number of the public range (Azure's)."""
_MOST = 4
"""Numbers of a name that are tried."""


def numbers_of(host: str, port: int) -> list[str]:
    """The numbers a name stands for, in the order in which they should be tried.

    Args:
        host: A name in ASCII, or a number.
        port: The port that will be asked for.

    Raises:
        socket.gaierror: There is no such name, or nobody can be asked.
        UnicodeError: It cannot be a name.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def checked_numbers(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The numbers of a host, all of which may be asked.

    Raises:
        FailedError: One of them may not: a name that has both is not to be trusted.
        socket.gaierror, UnicodeError: As `numbers_of`.
    """
    numbers = numbers_of(host, port)
    if not allow_private and not all(map(is_public, numbers)):
        raise _private(host)
    return numbers[:_MOST]


def refuse_private_name(host: str) -> None:
    """Refuse what means this machine or its network wherever it is looked up.

    Raises:
        FailedError: The host is such a name, or a number that is not public.
    """
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        raise _private(host)
    with suppress(OSError):
        # Also in forms like 127.1 and 0x7f000001.
        name = socket.inet_ntoa(socket.inet_aton(name))
    with suppress(ValueError):
        if not is_public(str(ip_address(name))):
            raise _private(host)


def is_public(number: str) -> bool:
    """Whether a number belongs to a host of the world."""
    try:
        address = _meant(ip_address(number))
    except ValueError:
        # With a zone ("fe80::1%eth0"): it means something on this machine only.
        return False
    if isinstance(address, IPv6Address) and address not in _GLOBAL:
        return False
    return address.is_global and not address.is_multicast and address not in _OF_CLOUDS


def _private(host: str) -> FailedError:
    return FailedError(
        f"{host} is an address of this machine or of a private network",
        "allow_private = true in the settings opens such addresses",
    )


def _meant(address: Number) -> Number:
    """The IPv4 address that an IPv6 address stands for, else itself."""
    if isinstance(address, IPv4Address):
        return address
    if any(address in network for network in _TRANSLATED):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    if address in _TUNNELLED:
        return IPv4Address(int(address) >> 80 & 0xFFFFFFFF)
    return address
