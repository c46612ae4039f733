"""Everything that qibot raises on purpose. A message says what happened, to what, and what to do now."""

from __future__ import annotations

import traceback

_LONGEST = 4000  # characters of what Python says


def where(e: BaseException) -> str:
    """The kind of an error and the places it came through, without its text: that may hold what somebody wrote."""
    return f"{type(e).__name__} at\n" + "".join(traceback.format_tb(e.__traceback__))


def traceback_of(e: BaseException) -> str:
    """The end of all that Python says of an error, for whoever looks at a message that it befell."""
    return "".join(traceback.format_exception(e))[-_LONGEST:]


class QibotError(Exception):
    """The parent of all; its text is fit to be shown to a clerk."""


class ConfigError(QibotError):
    """The configuration or one of its files is wrong. `faults` holds one sentence a fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class RosterError(QibotError):
    """The people sheet is wrong; nothing was imported. `faults` holds one sentence a fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class MailUnreadable(QibotError):
    """A message that can't be understood safely; it belongs in quarantine."""


class TemplateBroken(QibotError):
    """A template can't be rendered; the letter is held, not lost."""


class StoreFailed(QibotError):
    """The disk refused a read or a durable write; nothing of the change took effect that the caller may rely on."""


class ScannerFailed(StoreFailed):
    """The virus scanner doesn't answer: the message stays where it is, as when the disk refuses."""


class StoreLocked(QibotError):
    """Another qibot works on the same data folder."""


class ClockWrong(QibotError):
    """This machine's clock and the mail server's differ by hours."""


class AlertFailed(QibotError):
    """One of the ways by which trouble is told beside the mailbox doesn't work; another may."""


class LineFailed(QibotError):
    """A server can't be used for now. `pause_seconds` is how long it asks to be left alone, 0 if it doesn't say."""

    def __init__(self, said: str, pause_seconds: float = 0) -> None:
        super().__init__(said)
        self.pause_seconds = pause_seconds


class InboxFailed(LineFailed):
    """The IMAP server can't be reached or broke the connection; worth trying again."""


class InboxRefused(InboxFailed):
    """The IMAP server refuses the login or the folder: a person has to mend something."""


class OutboxFailed(LineFailed):
    """The SMTP server can't be reached or broke the connection; worth trying again."""


class OutboxRefused(OutboxFailed):
    """The SMTP server refuses the login or offers no TLS: a person has to mend something."""


class SigninFailed(InboxFailed, OutboxFailed):
    """The server that gives the tokens for both mail servers can't be reached; worth trying again."""


class SigninRefused(SigninFailed, InboxRefused, OutboxRefused):
    """There is no token to be had, or a mail server refuses it: a person has to mend something."""
