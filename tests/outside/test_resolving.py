"""Which numbers of the network are those of the world."""

from __future__ import annotations

import pytest

from tui.outside.resolving import is_public, refuse_private_name
from tui.outside.web_target import FailedError


@pytest.mark.parametrize(
    "number",
    [
        "93.184.216.34",
        "1.1.1.1",
        "2606:2800:220:1:248:1893:25c8:1946",
        "64:ff9b::5db8:d822",  # what a network without IPv4 makes of 93.184.216.34
        "::ffff:93.184.216.34",
        "2002:5db8:d822::1",
    ],
)
def test_a_host_of_the_world_may_be_asked(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "number",
    [
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::7f00:1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "2001::1",
        "2001:db8::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "a.name",
        "",
    ],
)
def test_a_host_of_this_machine_or_a_private_network_may_not(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize(
    "name", ["localhost", "a.localhost.", "LOCALHOST", "127.1", "2130706433", "0x7f.1", "::1"]
)
def test_a_name_that_is_private_wherever_it_is_looked_up_is_refused(name: str) -> None:
    with pytest.raises(FailedError, match="private network"):
        refuse_private_name(name)


@pytest.mark.parametrize("name", ["example.org", "1.1.1.1", "localhost.example.org"])
def test_any_other_name_is_for_a_proxy_to_look_up(name: str) -> None:
    refuse_private_name(name)
