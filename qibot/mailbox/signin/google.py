"""Tokens of Google Workspace, the only user of google-auth: a service account that may act for the mailbox.

“Domain-wide delegation”: developers.google.com/identity/protocols/oauth2/service-account.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from qibot.config import Config, google_key
from qibot.errors import ConfigError, QibotError, SigninFailed, SigninRefused
from qibot.mailbox.reasons import Facts, reason_of
from qibot.mailbox.signin.hiding import without_any
from qibot.mailbox.signin.https import session
from qibot.mailbox.signin.tokens import Token

SCOPE = "https://mail.google.com/"
WHERE = "Google's sign-in server"
INSTALL = "pip install 'qibot[google]'"
_LONGEST = 200
BUSY_SECONDS = 60.0


def library() -> tuple[Any, Any]:
    """google-auth's service accounts and its way to send requests. Raises ConfigError."""
    try:
        import google.auth.transport.requests
        from google.oauth2 import service_account
    except ImportError:
        raise ConfigError(
            [
                (
                    f'signin.way = "google" needs Google\'s library: {INSTALL} (in the environment where qibot is, like'
                    f" /opt/qibot/bin/{INSTALL})."
                )
            ]
        ) from None
    return service_account, google.auth.transport.requests


class Google:
    """Fetches tokens for one mailbox; the key is read anew each time."""

    def __init__(self, config: Config, clock: Callable[[], datetime]) -> None:
        self._config, self._signin, self._clock = config, config.signin, clock
        self.facts = Facts(mailbox=config.mailbox.login)

    def for_mail(self) -> Token:
        """A token for IMAP and SMTP. Raises SigninFailed, SigninRefused, ConfigError."""
        service_account, transport = library()
        key = self._key()
        try:
            credentials = service_account.Credentials.from_service_account_info(
                key, scopes=[SCOPE], subject=self.facts.mailbox
            )
        except Exception:  # whatever it says may show the key
            raise ConfigError(
                ["The service account's key isn't whole: download it anew (JSON) and name it as signin.key_file."]
            ) from None
        with session(self._signin.ca_file, self._signin.timeout_seconds, INSTALL) as https:
            try:
                credentials.refresh(transport.Request(https))
            except QibotError:
                raise
            except Exception as e:
                raise self._translated(e, https.status, https.retry_after) from None
        return self._token_of(credentials)

    def _key(self) -> dict[str, Any]:
        text = google_key(self._config)
        if not text:
            raise ConfigError(
                [
                    (
                        "There is no key of a service account: download it as JSON and name it as signin.key_file"
                        " (docs/google-workspace.md, step 2)."
                    )
                ]
            )
        try:
            key = json.loads(text)
        except ValueError:
            key = None
        if not isinstance(key, dict) or key.get("type") != "service_account":
            raise ConfigError(
                ['signin.key_file isn\'t a service account\'s key: it is a JSON file with "type": "service_account".']
            )
        try:
            scheme = urlsplit(str(key.get("token_uri", ""))).scheme
        except ValueError:
            scheme = ""
        if scheme != "https":
            raise ConfigError(["The service account's key names no https address as its token_uri: download it anew."])
        return key

    def _token_of(self, credentials: Any) -> Token:
        if not credentials.token:
            raise SigninFailed(f"{WHERE} answered without a token; it is tried again.")
        now = self._clock()
        try:
            # google-auth reckons by the machine's clock, ours may be another: the span is what counts
            left = credentials.expiry.replace(tzinfo=UTC) - now
        except (AttributeError, TypeError):
            left = timedelta()
        return Token(str(credentials.token), now + max(timedelta(), min(left, timedelta(days=1))))

    def _translated(self, e: Exception, status: int, asked: float) -> SigninFailed:
        said = " ".join(str(part) for part in e.args if isinstance(part, str | dict)) or str(e)
        row = reason_of(" ".join(said.split()))
        if row is not None:
            kind = SigninFailed if row.passes else SigninRefused
            pause = max(row.pause_seconds, asked) if row.passes else row.pause_seconds
            return kind(f"{WHERE} gives no token: {row.sentence(self.facts)}", pause)
        if status == 429 or status >= 500:
            return SigninFailed(
                f"{WHERE} is overloaded or down for a while (HTTP {status}); it is tried again by itself.",
                asked or BUSY_SECONDS,
            )
        if "certificate" in said.lower() and "verify" in said.lower():
            return SigninRefused(
                f"{WHERE} shows a TLS certificate that isn't trusted: does something on the way open the connections (a"
                " proxy that inspects)? Name its authority's file as signin.ca_file."
            )
        if type(e).__name__ == "TransportError":
            return SigninFailed(
                f"{WHERE} can't be reached; it is tried again. If this stays, check the network: this machine must"
                " reach https://oauth2.googleapis.com."
            )
        if "<" in said or isinstance(e, ValueError):
            return SigninFailed(
                f"{WHERE} answered with something that is no answer of its own: is there a proxy or a login page on the"
                " way? It is tried again."
            )
        line = without_any(" ".join(said.split()))
        return SigninRefused(f"{WHERE} gives no token for {self.facts.mailbox}: {line[:_LONGEST]}.")
