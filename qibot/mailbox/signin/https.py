"""Talking HTTPS to a provider, the only user of requests: bounded in time and size, trusting what is configured.

Proxies are taken from the environment (HTTPS_PROXY), as councils' networks often want it.
"""

from __future__ import annotations

import time
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
        """Named certificates count, whatever the environment says; an answer that takes too long ends."""

        status, retry_after = 0, 0.0  # of the last answer

        def merge_environment_settings(self, url: Any, proxies: Any, stream: Any, verify: Any, cert: Any) -> Any:
            """See requests.Session."""
            settings = super().merge_environment_settings(url, proxies, stream, verify, cert)
            if ca_file:
                settings["verify"] = ca_file
            return settings

        def request(self, method: Any, url: Any, *arguments: Any, **options: Any) -> Any:
            """See requests.Session."""
            options |= {"timeout": seconds, "stream": True}
            answer = super().request(method, url, *arguments, **options)
            end, body = time.monotonic() + seconds, b""  # however long sending took on a slow line
            try:
                for piece in answer.iter_content(65536):
                    body += piece
                    if len(body) > MOST:
                        raise ValueError("the answer is too long")
                    if time.monotonic() > end:
                        raise requests.exceptions.Timeout("the answer takes too long")
            finally:
                answer.close()
            answer._content = body
            self.status = answer.status_code
            self.retry_after = pause_of(answer.headers.get("Retry-After", ""), answer.headers.get("Date", ""))
            return answer

    return Bounded()


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
