"""Talking HTTPS to a provider, the only user of requests: bounded in time and size, trusting what is configured.

Proxies are taken from the environment (HTTPS_PROXY), as councils' networks often want it.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from email.utils import parsedate_to_datetime
from typing import Any

from qibot.errors import ConfigError
from qibot.mailbox.reasons import LONGEST_PAUSE

MOST = 1_000_000  # bytes of an answer; no answer of these servers is a tenth of it


def session(ca_file: str, seconds: float, install: str = "pip install requests") -> Any:
    """A `requests.Session` of which no request takes longer or gets more. Raises ConfigError without the library."""
    try:
        import requests
    except ImportError:
        raise ConfigError([f"A library for HTTPS is missing: {install}"]) from None

    class Bounded(requests.Session):
        """Named certificates count, whatever the environment says; an answer that takes too long ends. Only what is
        fetched is followed elsewhere: what is sent has a secret in it."""

        status, retry_after = 0, 0.0  # of the last answer

        def __init__(self) -> None:
            super().__init__()
            self._patience = Patience(seconds)
            self.mount("https://", _watched(self._patience))

        def merge_environment_settings(self, url: Any, proxies: Any, stream: Any, verify: Any, cert: Any) -> Any:
            """See requests.Session."""
            settings = super().merge_environment_settings(url, proxies, stream, verify, cert)
            if ca_file:
                settings["verify"] = ca_file
            return settings

        def request(self, method: Any, url: Any, *arguments: Any, **options: Any) -> Any:
            """See requests.Session."""
            options |= {"timeout": seconds, "stream": True}
            if str(method).upper() != "GET":
                options["allow_redirects"] = False
            try:
                answer = super().request(method, url, *arguments, **options)
                answer._content = _body(answer)
            except (OSError, AttributeError):  # urllib3 may find its line gone in either way
                if self._patience.over:
                    raise requests.exceptions.Timeout("the answer takes too long") from None
                raise
            finally:
                over = self._patience.end()
            if over:  # an answer of no stated length looks whole when its line is cut
                raise requests.exceptions.Timeout("the answer takes too long")
            self.status = answer.status_code
            self.retry_after = pause_of(answer.headers.get("Retry-After", ""), answer.headers.get("Date", ""))
            return answer

    return Bounded()


class Patience:
    """Cuts the line of an answer that isn't whole after so many seconds. A timeout of the socket's alone counts anew
    with each byte; and how long sending takes on a slow line doesn't count."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._timer: threading.Timer | None = None
        self._lines: list[socket.socket] = []
        self.over = False

    def begin(self, line: socket.socket) -> None:
        """The request is sent, and the answer awaited on this line; after a redirection the same time goes on."""
        self._lines.append(line)
        if self._timer is None:
            self.over = False
            self._timer = threading.Timer(self._seconds, self._cut)
            self._timer.daemon = True
            self._timer.start()

    def end(self) -> bool:
        """The answer is there, or given up: whether it took too long."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer, self._lines = None, []
        over, self.over = self.over, False
        return over

    def _cut(self) -> None:
        self.over = True
        for line in self._lines:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(line, socket.SHUT_RDWR)  # TLS's own would wait and change what is being read


def _watched(patience: Patience) -> Any:
    """The way by which requests talks HTTPS, also through a proxy, with each awaited answer watched."""
    from requests.adapters import HTTPAdapter
    from urllib3.connection import HTTPSConnection
    from urllib3.connectionpool import HTTPSConnectionPool

    class Line(HTTPSConnection):
        def getresponse(self) -> Any:
            if self.sock is not None:
                patience.begin(self.sock)
            return super().getresponse()

    class Pool(HTTPSConnectionPool):
        ConnectionCls = Line

    class Way(HTTPAdapter):
        def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
            super().init_poolmanager(*arguments, **options)
            self._watch(self.poolmanager)

        def proxy_manager_for(self, *arguments: Any, **options: Any) -> Any:
            manager = super().proxy_manager_for(*arguments, **options)
            self._watch(manager)
            return manager

        def _watch(self, manager: Any) -> None:
            manager.pool_classes_by_scheme = {**manager.pool_classes_by_scheme, "https": Pool}

    return Way()


def _body(answer: Any) -> bytes:
    body = b""
    try:
        for piece in answer.iter_content(65536):
            body += piece
            if len(body) > MOST:
                raise ValueError("the answer is too long")
    finally:
        answer.close()
    return body


def pause_of(wait: str, date: str) -> float:
    """The seconds of a Retry-After field, within bounds; 0 where it says nothing that can be understood (RFC 9110,
    10.2.3). A moment is reckoned from the answer's own `date`, for this machine's clock may be wrong."""
    wait = wait.strip()
    if wait.isascii() and wait.isdecimal():
        return min(float(wait[:20]), LONGEST_PAUSE)
    try:
        seconds = (parsedate_to_datetime(wait) - parsedate_to_datetime(date)).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return 0.0
    return min(max(0.0, seconds), LONGEST_PAUSE)
