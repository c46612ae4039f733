"""What an IMAP server can do and where its folders lie; connecting safely, signing in, hanging up."""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Callable
from typing import Any

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, LoginError

from qibot.config import Imap
from qibot.errors import InboxRefused
from qibot.mailbox.signin import Password, SignIn
from qibot.mailbox.signin.hiding import without
from qibot.mailbox.signin.xoauth2 import reason, response


def abilities(client: IMAPClient) -> frozenset[bytes]:
    """What the server can do after the login (before it, servers hide some)."""
    return frozenset(client.capabilities())


def name_space(client: IMAPClient, abilities: frozenset[bytes]) -> tuple[str, str]:
    """The prefix and the delimiter of the user's own folders."""
    if b"NAMESPACE" in abilities and (personal := client.namespace().personal):
        prefix, delimiter = personal[0]
        return prefix or "", delimiter or ""
    roots = client.list_folders("", "")
    delimiter = roots[0][1] if roots else b"/"
    return "", delimiter.decode("ascii") if delimiter else ""


def search(client: IMAPClient, criteria: str | list[Any]) -> list[int]:
    """UIDs; searched again when a message is announced after the result was made, as IDLE won't announce it again."""
    while True:
        client._imap.untagged_responses.pop("EXISTS", None)
        uids = sorted(int(uid) for uid in client.search(criteria))
        if "EXISTS" not in client._imap.untagged_responses:
            return uids


def tls_of(ca_file: str) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=ca_file or None)
    except OSError as e:
        raise InboxRefused(f"The certificates in imap.ca_file ({ca_file}) can't be read: {e}.") from None


def dial(host: str, settings: Imap) -> IMAPClient:
    """A connection with nobody signed in yet. Raises what imapclient raises, InboxRefused for a bad ca_file."""
    trust = tls_of(settings.ca_file) if settings.security != "plain" else None
    client = IMAPClient(
        host,
        port=settings.real_port,
        ssl=settings.security == "tls",
        ssl_context=trust,
        timeout=settings.timeout_seconds,
    )
    try:
        client._imap.debug = 0  # imapclient formats debug lines that nobody sees: 8 times slower
        client.normalise_times = False
        if settings.security == "starttls":
            client.starttls(trust)
    except BaseException:
        hang_up(client)
        raise
    return client


def signed_in(call: Callable[[], IMAPClient], user: str, way: SignIn) -> IMAPClient:
    """A connection with the user signed in; `call` makes one. A refused token is tried once more, as a fresh one.

    Raises what imapclient raises, and what getting the password or token raises.
    """
    if isinstance(way, Password):
        password = way.read()
        client = call()
        try:
            (client.login if user.isascii() and password.isascii() else client.plain_login)(user, password)
        except LoginError as e:
            hang_up(client)
            if isinstance(e.__context__, IMAPClientAbortError):
                raise
            raise LoginError(without(str(e), password, f"\0{user}\0{password}")) from None
        except BaseException:
            hang_up(client)
            raise
        return client
    for last in (False, True):
        token = way.current()
        client = call()
        try:
            _by_token(client, user, token)
        except LoginError as e:
            hang_up(client)  # some servers allow no second try on the same connection
            broken = isinstance(e.__context__, IMAPClientAbortError)
            if broken or not way.refused(token) or last:
                raise
        except BaseException:
            hang_up(client)
            raise
        else:
            return client
    raise AssertionError("unreachable")


def _by_token(client: IMAPClient, user: str, token: str) -> None:
    """XOAUTH2 without an initial response: the server asks for the token, which then may be of any length."""
    if not client.has_capability("AUTH=XOAUTH2"):
        raise InboxRefused(
            "The IMAP server offers no sign-in by token (XOAUTH2): is mailbox.imap_host your provider's own?"
            " Microsoft's is outlook.office365.com, Google's imap.gmail.com."
        )
    said: list[bytes] = []

    def answer(challenge: bytes) -> bytes:
        said.append(challenge or b"")
        return response(user, token) if len(said) == 1 else b""

    try:
        client.sasl_login("XOAUTH2", answer)
    except LoginError as e:
        if isinstance(e.__context__, IMAPClientAbortError):
            raise
        words = f"{e} {reason(said[-1]) if len(said) > 1 else ''}"
        raise LoginError(without(words, token, response(user, token).decode()).strip()) from None


def hang_up(client: IMAPClient) -> None:
    with contextlib.suppress(Exception):
        client.shutdown()
