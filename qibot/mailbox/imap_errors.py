"""What goes wrong with the mailbox, in sentences: what happened, with which host, what to do."""

from __future__ import annotations

import socket
import ssl

from imapclient.exceptions import (
    CapabilityError,
    IMAPClientAbortError,
    IMAPClientError,
    IMAPClientReadOnlyError,
    LoginError,
)

from qibot.config import Imap
from qibot.errors import InboxFailed, InboxRefused, SigninRefused
from qibot.mailbox.reasons import Facts, asked_pause, reason_of

PASSING = ("[UNAVAILABLE]", "[INUSE]", "[SERVERBUG]", "[LIMIT]")  # RFC 5530: worth trying again


def translated(e: Exception, doing: str, host: str, settings: Imap, facts: Facts) -> InboxFailed:
    """The error in a sentence: what happened, with which host, what to do."""
    where, said = f"{host}:{settings.real_port}", _words_of(e)
    if isinstance(e, IMAPClientError) and (row := reason_of(said)):
        refused = "refuses the login" if isinstance(e, LoginError) else f"refused while {doing}"
        kind = InboxFailed if row.passes else _refusal(e, facts)
        sentence = f"The IMAP server {where} {refused} ({said}): {row.sentence(facts)}"
        return kind(sentence, max(row.pause_seconds, asked_pause(said)))
    if found := _no_line(e, where, host):
        return found
    seconds = settings.answer_seconds if doing.startswith("watching") else settings.timeout_seconds
    match e:
        case TimeoutError():
            return InboxFailed(
                f"The IMAP server {where} didn't answer within {seconds:g} seconds while {doing};"
                " it is tried again. If this stays, check the network and imap.port."
            )
        case ConnectionRefusedError():
            return InboxFailed(f"Nothing answers at the IMAP server {where}: is it running, and is imap.port right?")
        case CapabilityError() if doing.startswith("opening"):
            return InboxRefused(f'The IMAP server {where} offers no STARTTLS: try imap.security = "tls".')
        case LoginError() if not isinstance(e.__context__, IMAPClientAbortError) and not _passes(said):
            return _refusal(e, facts)(f"The IMAP server {where} refuses the login ({said}): {facts.mend_login}")
        case IMAPClientReadOnlyError():
            return InboxRefused(
                f"The IMAP server {where} lets us only read imap.folder ({settings.folder}): give this login the right"
                " to move its messages."
            )
        case IMAPClientAbortError() | LoginError() | OSError():
            return InboxFailed(
                f"The connection to the IMAP server {where} broke while {doing} ({said}); it is tried again."
            )
        case IMAPClientError() if doing.startswith("opening") and not _passes(said):
            return InboxRefused(
                f"The IMAP server {where} refuses a folder ({said}): check imap.folder, imap.done and imap.quarantine."
            )
        case IMAPClientError():
            return InboxFailed(f"The IMAP server {where} refused while {doing} ({said}); it is tried again.")
        case _:
            return InboxFailed(
                f"The IMAP server {where} answered something odd while {doing} ({type(e).__name__}); it is tried again."
            )


def _no_line(e: Exception, where: str, host: str) -> InboxFailed | None:
    """What keeps the connection from being made at all."""
    match e:
        case socket.gaierror():
            return InboxFailed(
                f"The name of the IMAP server {host} can't be found: check mailbox.imap_host and the DNS."
            )
        case ssl.SSLCertVerificationError():
            return InboxRefused(
                f"The IMAP server {where} shows a certificate that isn't trusted ({e.verify_message}): check"
                " mailbox.imap_host, or name the file of its authority as imap.ca_file."
            )
        case ssl.SSLError():
            return InboxFailed(
                f"TLS with the IMAP server {where} failed ({e.reason}): check imap.port and imap.security"
                ' ("tls" goes with 993, "starttls" with 143).'
            )
        case _:
            return None


def _refusal(e: Exception, facts: Facts) -> type[InboxRefused]:
    """A token that is refused is most often refused by both servers, for one reason."""
    return SigninRefused if isinstance(e, LoginError) and facts.by_token else InboxRefused


def _words_of(e: Exception) -> str:
    """What the server said, on one line; imaplib gives some of it as the text of a bytes object."""
    said = " ".join(str(e).split())[:200]
    return said[2:-1] if said[:2] in ("b'", 'b"') and said[-1:] == said[1:2] else said


def _passes(said: str) -> bool:
    return any(code in said.upper() for code in PASSING)
