"""Signing in at an SMTP server: with a password, or by XOAUTH2 for tokens of any length."""

from __future__ import annotations

import base64

import aiosmtplib

from qibot.mailbox.signin.hiding import without
from qibot.mailbox.signin.xoauth2 import LONGEST_LINE, reason, response

_COMMAND = b"AUTH XOAUTH2 "


async def by_password(client: aiosmtplib.SMTP, user: str, password: str) -> None:
    """Sign in by whichever way the server offers. Raises what aiosmtplib raises, without the password in it."""
    try:
        await client.login(user, password)
    except aiosmtplib.SMTPResponseException as e:
        e.message = without(e.message, password, f"\0{user}\0{password}")
        e.args = (e.code, e.message)
        raise


async def by_token(client: aiosmtplib.SMTP, user: str, token: str) -> None:
    """Sign in (RFC 4954): a token that fits goes with the command, a longer one after the server has asked for it, for
    servers that keep to RFC 5321's line would else say "500 Line too long" or, misleadingly, "535".

    Raises SMTPAuthenticationError with the server's own reason, and what aiosmtplib raises.
    """
    if client.is_ehlo_or_helo_needed:
        await client.ehlo()
    if "xoauth2" not in client.server_auth_methods:
        raise aiosmtplib.SMTPException("XOAUTH2 AUTH isn't offered")
    encoded = base64.b64encode(response(user, token))
    if len(_COMMAND) + len(encoded) + 2 <= LONGEST_LINE:
        answer = await client.execute_command(b"AUTH", b"XOAUTH2", encoded)
    else:
        answer = await client.execute_command(b"AUTH", b"XOAUTH2")
        if answer.code == aiosmtplib.SMTPStatus.auth_continue:
            answer = await client.execute_command(encoded)
    said = ""
    if answer.code == aiosmtplib.SMTPStatus.auth_continue:  # the reason as a challenge; an empty line gets the reply
        said = reason(answer.message)
        answer = await client.execute_command(b"")
    if answer.code != aiosmtplib.SMTPStatus.auth_successful:
        words = without(f"{answer.message} {said}".strip(), token, response(user, token).decode())
        raise aiosmtplib.SMTPAuthenticationError(answer.code, words)
