"""Hosts that have to prove who they are, and proxies that ask in our place."""

from __future__ import annotations

import pytest

from tests.outside.fetched import TEXT, Waiter, fetched, refusal
from tests.web_server import (
    CERTIFICATES,
    WebServer,
    answer,
    relay,
    serving,
)
from tui.outside.fetching import fetch

# -- certificates -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("certificate", "is_known", "reason"),
    [
        ("localhost", True, ""),
        ("localhost", False, "its certificate vouches for itself"),
        ("elsewhere", True, "its certificate is for another host"),
        ("expired", True, "its certificate has expired"),
    ],
)
def test_a_host_has_to_prove_who_it_is(
    certificate: str, is_known: bool, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if is_known:
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / f"{certificate}.pem"))
    with serving(certificate) as server:
        server.pages["/"] = answer(TEXT)
        if reason:
            assert f"localhost does not prove that it is localhost ({reason})" in refusal(
                server.address()
            )
            assert server.asked == []
        else:
            assert fetched(server.address()).data == TEXT


def test_a_host_that_speaks_no_tls(web: WebServer) -> None:
    address = web.address().replace("http:", "https:")
    assert "the secure connection failed" in refusal(address)


# -- proxies ------------------------------------------------------------------------------


def test_a_proxy_of_the_environment_asks_in_our_place(
    web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://ann:word@127.0.0.1:{web.port}")
    web.pages["http://harbour.example/a"] = answer(TEXT)
    found = fetch("http://harbour.example/a", "the page", Waiter())
    assert found is not None
    assert found.address == "http://harbour.example/a"
    assert web.asked[0].headers["proxy-authorization"] == "Basic YW5uOndvcmQ="
    assert web.asked[0].headers["host"] == "harbour.example"


def test_a_secret_page_is_handed_through_a_proxy_unread(
    web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{web.port}")
    assert "the proxy 127.0.0.1" in refusal("https://harbour.example/a")
    assert web.asked[0].path == "harbour.example:443"
    assert "user-agent" not in web.asked[0].headers


@pytest.mark.parametrize(
    ("certificate", "reason"), [("localhost", ""), ("elsewhere", "is for another host")]
)
def test_a_host_behind_a_proxy_has_to_prove_who_it_is(
    web: WebServer, certificate: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / f"{certificate}.pem"))
    monkeypatch.setenv("https_proxy", f"http://ann:word@127.0.0.1:{web.port}")
    with serving(certificate) as server:
        web.pages[f"localhost:{server.port}"] = relay(server.port)
        server.pages["/a"] = answer(TEXT)
        if reason:
            assert reason in refusal(server.address("/a"))
            return
        assert fetched(server.address("/a")).data == TEXT
        assert web.asked[0].headers["proxy-authorization"] == "Basic YW5uOndvcmQ="
        assert "proxy-authorization" not in server.asked[0].headers


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "10.0.0.1", "169.254.169.254"])
def test_a_proxy_is_not_asked_for_a_private_address(
    web: WebServer, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{web.port}")
    assert "private network" in refusal(f"http://{host}/", allow_private=False)
    assert web.asked == []


def test_hosts_for_which_there_is_no_proxy_are_asked_themselves(
    web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    web.pages["/"] = answer(TEXT)
    assert fetched(web.address()).data == TEXT


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "http://[", "http://x:y"])
def test_a_proxy_that_cannot_be_used_is_said_to_be(
    proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    assert "a proxy that closeread cannot use" in refusal("http://harbour.example/")
