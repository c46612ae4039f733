"""What goes wrong in connecting to the SMTP server, in sentences: what happened, with which host, what to do."""

from __future__ import annotations

import errno
import socket
import ssl

import aiosmtplib

from qibot.config import Smtp
from qibot.errors import OutboxFailed, OutboxRefused, SigninRefused
from qibot.mailbox.reasons import Facts, asked_pause, reason_of


def translated(e: Exception, host: str, settings: Smtp, facts: Facts) -> OutboxFailed:
    """What went wrong in connecting, in a sentence: what happened, with which host, what to do."""
    where, cause = f"{host}:{settings.real_port}", e.__cause__ or e
    said = line_of(f"{e.code} {e.message}" if isinstance(e, aiosmtplib.SMTPResponseException) else str(e))
    if isinstance(cause, aiosmtplib.SMTPResponseException) and (row := reason_of(said)):
        refusal = SigninRefused if facts.by_token else OutboxRefused
        return (OutboxFailed if row.passes else refusal)(
            f"The SMTP server {where} refuses the login ({said}): {row.sentence(facts)}",
            max(row.pause_seconds, asked_pause(said)),
        )
    match cause:
        case socket.gaierror():
            return OutboxFailed(
                f"The name of the SMTP server {host} can't be found: check mailbox.smtp_host and the DNS."
            )
        case ssl.SSLCertVerificationError():
            return OutboxRefused(
                f"The SMTP server {where} shows a certificate that isn't trusted ({cause.verify_message}): check"
                " mailbox.smtp_host, or name the file of its authority as smtp.ca_file."
            )
        case ssl.SSLError():
            return OutboxFailed(
                f"TLS with the SMTP server {where} failed ({cause.reason}): check smtp.port and smtp.security"
                ' ("starttls" goes with 587, "tls" with 465).'
            )
        case aiosmtplib.SMTPAuthenticationError(code=code) if code >= 500:
            return (SigninRefused if facts.by_token else OutboxRefused)(
                f"The SMTP server {where} refuses the login ({said}): {facts.mend_login}"
            )
        case TimeoutError():
            return OutboxFailed(
                f"The SMTP server {where} didn't answer within {settings.timeout_seconds} seconds; it is tried again."
                " If this stays, check the network, smtp.port and smtp.security."
            )
        case OSError() if f"[Errno {errno.ECONNREFUSED}]" in said:
            return OutboxFailed(f"Nothing answers at the SMTP server {where}: is it running, and is smtp.port right?")
        case aiosmtplib.SMTPException() if "AUTH" in said or "authentication method" in said:
            return OutboxRefused(
                f"The SMTP server {where} offers no login here: check smtp.port and smtp.security, or set"
                " smtp.login = false where it takes mail without one."
            )
        case aiosmtplib.SMTPException() if "STARTTLS" in said:
            return OutboxRefused(f'The SMTP server {where} offers no STARTTLS: try smtp.security = "tls" (port 465).')
        case _:
            return OutboxFailed(f"The SMTP server {where} can't be used ({said}); it is tried again.")


def line_of(text: str) -> str:
    """A server's words on one line, and not too many."""
    return " ".join(text.split())[:300]
