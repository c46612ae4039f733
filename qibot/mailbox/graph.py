"""Sending by Microsoft Graph, where a tenant forbids SMTP AUTH: user: sendMail with MIME content.

learn.microsoft.com/graph/api/user-sendmail, graph/outlook-send-mime-message, graph/throttling, graph/errors. Graph has
no envelope: it sends to whom the letter's own To and Cc name. So a letter for all of these goes as the very bytes, and
one for some of them with the others left out of the two lines.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from email import message_from_bytes, policy
from email.utils import getaddresses
from typing import Any
from urllib.parse import quote

from qibot.config import Config
from qibot.errors import OutboxFailed, OutboxRefused
from qibot.expression import expression
from qibot.mailbox.delivery import NO_PATHS, Delivery, sorted_out
from qibot.mailbox.graph_draft import Answer, send_as_draft
from qibot.mailbox.reasons import Facts, Reason, reason_of
from qibot.mailbox.signin import Tokens, https_session

LONGEST = 4_000_000  # bytes of a request (“payloads are limited to 4 MB”); base64 makes four of three
BUSY_SECONDS = 60.0
_FIELD = expression(rb"(?im)^(?:to|cc|bcc):[^\r\n]*(?:\r\n[ \t][^\r\n]*)*\r\n")


class GraphOutbox:
    """Hands letters over by HTTPS; one session until closed."""

    def __init__(self, config: Config, tokens: Tokens, facts: Facts) -> None:
        self._config, self._tokens, self._facts = config, tokens, facts
        self._url = f"{config.signin.graph}/v1.0/users/{quote(config.mailbox.login, safe='@')}"
        self._session: Any = None

    @property
    def most_bytes(self) -> int:
        """See Sender."""
        return 0

    async def connect(self) -> None:
        """See Sender: whether there is a token."""
        self._tokens.current()

    async def deliver(
        self,
        recipients: Sequence[str],
        raw: bytes,
        paths: Mapping[str, str] = NO_PATHS,  # noqa: ARG002 (Graph has no envelope)
    ) -> Delivery:
        """See Sender. Graph answers for the letter as a whole: all of these recipients have the same result."""
        try:
            answer = self._hand_over(addressed(raw, recipients))
        except OSError as e:  # all of requests' errors are such; whether it was taken nobody knows, so it goes again
            lost = f"connection to Microsoft Graph lost: {type(e).__name__}"
            return Delivery({}, dict.fromkeys(recipients, lost), lost, "Timeout" in type(e).__name__)
        status, said = answer.status, answer.said
        if answer.fine:
            return sorted_out(dict.fromkeys(recipients, "250 accepted by Microsoft Graph"))
        if status == 413 or "ErrorMessageSizeExceeded" in said:
            return sorted_out(dict.fromkeys(recipients, f"552 {said}"))
        self._about_the_set_up(status, said)
        if 400 <= status < 500:
            return sorted_out(dict.fromkeys(recipients, f"550 {said}"))
        raise OutboxFailed(f"Microsoft Graph takes no letter for now ({said}); it is tried again.", self._pause())

    def _hand_over(self, raw: bytes) -> Answer:
        body = base64.b64encode(raw)
        if len(body) <= LONGEST:
            return self._ask("POST", "/sendMail", body, {"Content-Type": "text/plain"})
        answer = send_as_draft(raw, self._ask)
        if answer.status == 403:  # the right to make drafts is one more, and small letters go without it
            too_large = "the letter is too large for Microsoft Graph's Mail.Send (4 MB): grant Mail.ReadWrite as well"
            return Answer(413, f"{too_large} ({answer.said})", {})
        return answer

    async def rehearse(self, recipient: str) -> None:  # noqa: ARG002 - only a letter would show more
        """See Sender: whether the token has the permission to send, as far as it says.

        What an app was given in Exchange, for this mailbox alone (RBAC for Applications), stands in no token.
        """
        given = _given_by_a_person(self._tokens.current())
        if given and "Mail.Send" not in given:
            row = reason_of("ErrorAccessDenied")
            raise OutboxRefused(
                f"The token for Microsoft Graph lacks Mail.Send: {row.sentence(self._facts) if row else ''}"
            )

    async def close(self) -> None:
        """See Sender."""
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def _ask(self, method: str, path: str, body: bytes, head: dict[str, str]) -> Answer:
        """What Graph answers; a refused token is tried once more, as a fresh one. An address of an upload has its own
        secret in it and gets none."""
        signin = self._config.signin
        for last in (False, True):
            if self._session is None:
                self._session = https_session(signin.ca_file, signin.timeout_seconds)
            token = self._tokens.current()
            if path.startswith("https://"):
                url, proof = path, {}
            else:
                url, proof = self._url + path, {"Authorization": f"Bearer {token}"}
            answer = self._session.request(method, url, data=body, headers=head | proof, allow_redirects=False)
            if answer.status_code != 401 or not proof or last or not self._tokens.refused(token):
                return Answer(answer.status_code, _words(answer.status_code, answer.content), _values(answer.content))
        raise AssertionError("unreachable")

    def _about_the_set_up(self, status: int, said: str) -> None:
        """Raise where the next letter would fare no better: the letter waits, and is no undeliverable one."""
        row: Reason | None = reason_of(said)
        if status == 429 or (row is not None and row.passes):
            words = row.sentence(self._facts) if row else "It asks to be left alone for a while."
            pause = max(self._pause(), row.pause_seconds if row else 0)
            raise OutboxFailed(f"Microsoft Graph takes no letter for now ({said}): {words}", pause)
        if row is not None or status in (401, 403, 404):
            words = row.sentence(self._facts) if row else "see docs/microsoft-365.md, step 6."
            raise OutboxRefused(f"Microsoft Graph takes no letter from {self._facts.mailbox} ({said}): {words}")

    def _pause(self) -> float:
        return float(self._session.retry_after or BUSY_SECONDS)


def addressed(raw: bytes, recipients: Sequence[str]) -> bytes:
    """The letter as it is if its To and Cc name just these, else with the others left out; Bcc never travels."""
    header, blank, body = raw.partition(b"\r\n\r\n")
    header += b"\r\n"
    head = message_from_bytes(header, policy=policy.default)
    named = {name: getaddresses(head.get_all(name, [])) for name in ("To", "Cc")}
    wanted = {r.lower() for r in recipients}
    if {a.lower() for pairs in named.values() for _, a in pairs} == wanted and "Bcc" not in head:
        return raw
    kept = {name: [a for _, a in pairs if a.lower() in wanted] for name, pairs in named.items()}
    left = wanted - {a.lower() for addresses in kept.values() for a in addresses}
    kept["To"] += sorted(left)
    lines = [f"{name}: {(',' + chr(13) + chr(10) + ' ').join(a)}\r\n" for name, a in kept.items() if a]
    return _FIELD.sub(b"", header) + "".join(lines).encode() + blank[2:] + body


def _words(status: int, content: bytes) -> str:
    """The status and Graph's own code and message, on one line (graph/errors: “error”: {“code”, “message”})."""
    try:
        error = json.loads(content[:20_000])["error"]
        return " ".join(f"{status} {error['code']} {error.get('message', '')}".split())[:300]
    except (ValueError, TypeError, KeyError, RecursionError):
        return str(status)


def _values(content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content or b"{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _given_by_a_person(token: str) -> list[str]:
    """The delegated permissions that a token names; none if it shows none (it is meant for the server alone)."""
    try:
        part = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
        return str(claims.get("scp", "")).split()
    except (ValueError, IndexError, AttributeError, RecursionError):
        return []
