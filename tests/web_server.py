"""A web of one host on this machine, which answers as a test says: well, badly, or never."""

from __future__ import annotations

import gzip
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

CERTIFICATES = Path(__file__).parent / "outside" / "certificates"

Conversation = Callable[[socket.socket], None]
"""What a server does once it was asked."""
Page = bytes | Conversation


class Asked(NamedTuple):
    """A request as it came."""

    path: str
    headers: Mapping[str, str]


class WebServer:
    """Answers each path with its page, anything else with 404, and notes what it was asked."""

    def __init__(self, certificate: str = "") -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[Asked] = []
        self.hung_up = Event()
        """Whether somebody has gone away while a page was being sent."""
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._scheme = "https" if certificate else "http"
        self._secure: ssl.SSLContext | None = None
        if certificate:
            self._secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._secure.load_cert_chain(CERTIFICATES / f"{certificate}.pem")
        Thread(target=self._serve, daemon=True).start()

    def address(self, path: str = "/", host: str = "") -> str:
        host = host or ("localhost" if self._secure else "127.0.0.1")
        return f"{self._scheme}://{host}:{self.port}{path}"

    def close(self) -> None:
        # Waking the thread that waits for a caller is for the caller that this is.
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _serve(self) -> None:
        while True:
            try:
                caller = self._listening.accept()[0]
            except OSError:
                return
            Thread(target=self._talk, args=(caller,), daemon=True).start()

    def _talk(self, caller: socket.socket) -> None:
        try:
            with caller:
                if self._secure is not None:
                    caller = self._secure.wrap_socket(caller, server_side=True)
                self._answer(caller)
        except OSError:
            self.hung_up.set()

    def _answer(self, caller: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            more = caller.recv(65536)
            if not more:
                return
            head += more
            if not head[:1].isalpha():
                caller.sendall(b"HTTP/1.1 400 What?\r\n\r\n")
                return
        first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
        pairs = (line.partition(": ") for line in lines)
        path = first.split(" ")[1]
        self.asked.append(Asked(path, {name.lower(): value for name, _, value in pairs}))
        page = self.pages.get(path, answer(b"gone", status="404 Not Found"))
        if callable(page):
            page(caller)
        else:
            caller.sendall(page)
        with suppress(OSError):
            caller.shutdown(socket.SHUT_WR)
            # Else what was not read yet would reset the connection, with what is on its way.
            while caller.recv(65536):
                pass


@contextmanager
def serving(certificate: str = "") -> Iterator[WebServer]:
    """A server for a while."""
    server = WebServer(certificate)
    try:
        yield server
    finally:
        server.close()


def answer(
    body: bytes, *, status: str = "200 OK", length: int | None = -1, **headers: str
) -> bytes:
    """A whole answer.

    Args:
        body: What it brings.
        status: Its status with words.
        length: The length it claims; -1 for the true one, `None` for none.
        headers: Other headers, with "_" for "-".
    """
    lines = [f"HTTP/1.1 {status}"]
    if length is not None:
        lines.append(f"Content-Length: {len(body) if length < 0 else length}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("utf-8") + body


def moved(location: str, status: str = "302 Found") -> bytes:
    """An answer that leads on."""
    return answer(b"", status=status, Location=location)


def chunked(*chunks: bytes, end: bytes = b"0\r\n\r\n", **headers: str) -> bytes:
    """An answer in chunks (RFC 9112, section 7.1)."""
    body = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
    head = answer(b"", length=None, Transfer_Encoding="chunked", **headers)
    return head + body + end


def endless(piece: bytes, head: bytes, pause: float = 0.0) -> Conversation:
    """A conversation that never ends by itself."""

    def send(caller: socket.socket) -> None:
        wait = Event().wait
        caller.sendall(head)
        while True:
            caller.sendall(piece)
            if pause:
                wait(pause)

    return send


def relay(port: int) -> Conversation:
    """A conversation that hands everything on to a port of this machine, as a proxy does."""

    def hand_on(source: socket.socket, to: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                to.sendall(data)
            to.shutdown(socket.SHUT_WR)

    def talk(caller: socket.socket) -> None:
        caller.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
        with socket.create_connection(("127.0.0.1", port)) as other:
            Thread(target=hand_on, args=(caller, other), daemon=True).start()
            hand_on(other, caller)

    return talk


def zipped(body: bytes) -> bytes:
    """The same as gzip."""
    return gzip.compress(body, mtime=0)
