"""No answer of a token server or of Graph is waited for without end, and no secret is sent on to where one points."""

from __future__ import annotations

import re
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import requests

from qibot.mailbox.signin import https_session
from tests.support.mailservers import MailServers
from tests.support.ports import HOST

HEAD = b"HTTP/1.1 200 OK\r\n"


def _request(tls: ssl.SSLSocket) -> bytes:
    """Whole, since an answer before its end is lost with the line when this side closes."""
    head, _, body = tls.recv(9999).partition(b"\r\n\r\n")
    length = int(re.search(rb"(?i)content-length: (\d+)|$", head)[1] or 0)  # type: ignore[index]
    while len(body) < length:
        body += tls.recv(9999)
    return head + body


@contextmanager
def server(
    servers: MailServers, first: bytes, drop: bytes = b"", drops: int = 100
) -> Iterator[tuple[str, list[bytes]]]:
    """Takes requests, and answers each with `first` and then a drop ten times a second; what it was asked."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(servers.ca_file, servers.ca_file.with_name("key.pem"))
    asked: list[bytes] = []
    over = threading.Event()

    def answer(line: socket.socket) -> None:
        try:
            with context.wrap_socket(line, server_side=True) as tls:
                asked.append(_request(tls))
                tls.sendall(first)
                for _ in range(drops if drop else 0):
                    if over.wait(0.1):
                        return
                    tls.sendall(drop)
        except OSError:
            return

    def serve() -> None:
        while not over.is_set():
            try:
                line, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=answer, args=(line,), daemon=True).start()

    with socket.create_server((HOST, 0)) as listening:
        threading.Thread(target=serve, daemon=True).start()
        try:
            yield f"https://localhost:{listening.getsockname()[1]}", asked
        finally:
            over.set()
            listening.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    ("first", "drop"),
    [
        (HEAD + b"Content-Length: 60000\r\n\r\n", b"x"),
        (HEAD + b"\r\n", b"x"),  # until the line is closed
        (HEAD + b"X-Long: ", b"x"),
        (b"HTTP/1.1 20", b"0"),
    ],
    ids=["body", "body without a length", "header", "first line"],
)
def test_an_answer_that_comes_drop_by_drop_is_given_up_in_time(servers: MailServers, first: bytes, drop: bytes) -> None:
    with server(servers, first, drop) as (url, _), https_session(str(servers.ca_file), 1) as https:
        begun = time.monotonic()
        with pytest.raises(requests.exceptions.Timeout):
            https.post(url, data={"client_secret": "s"})
        assert time.monotonic() - begun < 5


def test_after_an_answer_that_was_given_up_the_next_one_is_taken(servers: MailServers) -> None:
    with https_session(str(servers.ca_file), 1) as https:
        with server(servers, HEAD + b"X: ", b"x") as (url, _), pytest.raises(requests.exceptions.Timeout):
            https.get(url)
        with server(servers, HEAD + b"Content-Length: 4\r\n\r\nfine") as (url, _):
            assert https.get(url).content == b"fine"


def test_a_secret_is_not_sent_on_to_where_an_answer_points(servers: MailServers) -> None:
    fine = HEAD + b"Content-Length: 2\r\n\r\n{}"
    with server(servers, fine) as (elsewhere, asked):
        moved = b"HTTP/1.1 307 Temporary Redirect\r\nContent-Length: 0\r\nLocation: %s/\r\n\r\n" % elsewhere.encode()
        with server(servers, moved) as (url, _), https_session(str(servers.ca_file), 5) as https:
            assert https.post(url, data={"client_secret": "s"}).status_code == 307
    assert asked == []
