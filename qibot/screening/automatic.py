"""Automatic replies, told by their headers (RFC 3834), by how their subject is made, or by their first sentences.

About half of all automatic replies bear no header that says so. Their subjects are made in few ways (`openings`), and
some say what they are in words that no person uses of themselves (`phrases`). Neither counts where a document is
attached: that would be somebody's report on out-of-office hours.
"""

from __future__ import annotations

import hashlib
import re

from qibot.expression import expression
from qibot.message import ANSWERS, INVITES, Mail
from qibot.screening.appointments import answers_invitation
from qibot.screening.brought import brings_machines_words
from qibot.screening.leaving import says_gone
from qibot.screening.openings import opens_as_absence
from qibot.screening.phrases import is_machines_text
from qibot.screening.sealed import is_sealed

SUBJECT_LIMIT = 120
SAID_LIMIT = 8000  # characters of which neither case nor spacing counts: telling words takes longer than hashing

_REACTION = "text/vnd.google.email-reaction+json"
_REACTED = expression(
    r"(?P<label>\[[^\s\[\]]{1,12}\]\s+)?(?P<who>[^\n.!?]{1,80}) (?:reacted to your message"
    r"|hat auf (?:ihre|deine) nachricht reagiert|a réagi à (?:votre|ton) message|reaccionó a (?:tu|su) mensaje)\s?:?",
    re.IGNORECASE,
)
_GENERATED = "auto-generated"  # by a scanner or a form, in a person's name, where it brings a document
_NONE = ("no", "none", "false", "0")
_ALL = "all"  # that no answer of any kind may come: Outlook never says it of what people write
_MARKS = ("X-Autoreply", "X-Autorespond", "X-Auto-Response", "X-AutoReply-From", "X-Mail-Autoreply")


def is_automatic(mail: Mail) -> bool:
    """Whether a program wrote it by itself: an absence, a receipt, a notification, a reaction."""
    if mail.calendar in INVITES or is_sealed(mail):  # calendars and portals send what a person has asked them to
        return False
    if mail.calendar in ANSWERS and not is_receipt(mail):  # and so they do what somebody says to an answer
        return answers_invitation(mail)
    if answers_invitation(mail) or _by_headers(mail) or opens_as_absence(mail) or is_reaction(mail):
        return True
    return not brings_machines_words(mail) and (is_machines_text(mail) or says_gone(mail))


def is_reaction(mail: Mail) -> bool:
    """Whether it is a thumb up and no word: Gmail's part says so, Outlook writes one line over the quoted letter."""
    if _REACTION in mail.kinds:
        return True
    line = mail.top.strip()
    if mail.sends or not mail.is_reply or len(line) > SUBJECT_LIMIT:
        return False
    rest = mail.unmarked if "\n>" in mail.text else mail.own_text
    if rest.strip(" _\n") != line:  # more is said, be it between quoted lines
        return False
    found = _REACTED.fullmatch(line)
    return found is not None and bool(found["label"] or found["who"].casefold() == mail.sender_name.casefold())


def _by_headers(mail: Mail) -> bool:
    submitted = [value.split(";")[0].strip().lower() for value in mail.fields("Auto-Submitted")]
    if any(value and value != "no" and not (value == _GENERATED and mail.sends) for value in submitted):
        return True
    if is_receipt(mail) or any(value.strip().lower() not in _NONE for name in _MARKS for value in mail.fields(name)):
        return True
    if any(path.strip() == "<>" for path in mail.fields("Return-Path")):
        return True
    if not mail.files and any(_ALL in _listed(value) for value in mail.fields("X-Auto-Response-Suppress")):
        return True
    return any(
        value.lower().split(",")[0].strip() in ("auto_reply", "auto-reply") for value in mail.fields("Precedence")
    )


def _listed(value: str) -> list[str]:
    return [one.strip().lower() for one in value.split(",")]


def is_receipt(mail: Mail) -> bool:
    """Whether it tells what became of a message: read, delivered (RFC 8098, 6522)."""
    return mail.content_type == "multipart/report" or "message/disposition-notification" in mail.kinds


def words_of(mail: Mail) -> str:
    """A hash of who says what, by which the same words are known again; empty with a document or without words."""
    words = " ".join(mail.top[:SAID_LIMIT].casefold().split())
    if mail.sends or not words or not mail.sender:
        return ""
    return hashlib.sha256(f"{mail.sender}\0{words}\0{mail.top[SAID_LIMIT:]}".encode()).hexdigest()[:24]
