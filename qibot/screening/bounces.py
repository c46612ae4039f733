"""What a bounce says: whose mail failed, for good or for now, and which letter it was (RFC 3464, 3462, 6533).

Structure decides that a message is a bounce; the fields of its delivery-status part decide about the address. The
guesses of flufl.bounce, its only user being here, fill in where a server writes plain text, and never more than that.
Anybody can send something that looks like a bounce, so nothing here is believed of an address by itself: the letter
that it is about must be one of ours, by its signed Message-ID, and must have gone to that address (`concerning`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.message import Message

from flufl.bounce import scan_message

from qibot.message import Mail, Part, decoded, fields, header_of, in_words, leaves, split_header
from qibot.model import Letter

STATUS_LIMIT = 64 * 1024
RETURNED_LIMIT = 64 * 1024
TEXT_LIMIT = 64 * 1024
HINT_LIMIT = 64 * 1024
RECIPIENTS_LIMIT = 100
SAID_LIMIT = 300
_DAEMONS = ("mailer-daemon", "mailerdaemon", "mail-daemon", "postmaster", "microsoftexchange")
_NO_REPLY = re.compile(
    r"(?:no-?reply|do-?not-?reply|mailer-?daemon|mail-daemon|postmaster|bounces?)[@+.-]|<>", re.IGNORECASE
)
_STATUS = ("message/delivery-status", "message/global-delivery-status")
RETURNED = ("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers")
_ADDRESS = re.compile(r"[^\s<>()\",;:@\\\[\]]{1,128}@[^\s<>()\",;:@\\\[\]]{1,255}")
_ID = re.compile(r"<([!-;=?-~]{1,500})>")
_FOR_NOW = re.compile(
    r"delay|warning|not (?:yet )?been delivered yet|will (?:be )?retr|still trying|verzögert|retard|retras",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b[45]\d\d[ -](?:[45]\.\d{1,3}\.\d{1,3}[ -])?[^\r\n<>]{3,200}")


@dataclass(frozen=True, slots=True)
class Failure:
    """What a bounce says of one recipient: the address as we wrote it and where it led to, in this order.

    A `final` one has failed for good; a `permanent` one would fail again, since there is no such person or mailbox.
    """

    addresses: tuple[str, ...]
    permanent: bool
    said: str
    final: bool = True


@dataclass(frozen=True, slots=True)
class Bounce:
    """`ids` are the Message-IDs that it names in the places for them; `text` is where one may stand besides. `whole` is
    what it says where it names no recipient."""

    failures: tuple[Failure, ...]
    ids: tuple[str, ...]
    text: str
    whole: Failure = Failure((), False, "")

    @property
    def failed(self) -> bool:
        """Whether anything failed or may have: only news of success and of delay is no reason to look at it."""
        return not self.failures or any(f.final for f in self.failures)


# RFC 3463, 3.2 and 3.3: the recipient's address or mailbox is wrong or gone (5.1.7 and 5.1.8 are about the sender's,
# 5.2.2 is a full mailbox); then the same in words, as servers say it with whatever code.
_NOBODY = re.compile(r"\b5\.(?:1\.(?:0|1|2|3|6|10)|2\.1|4\.4)\b")
_OTHER_CODE = re.compile(r"\b5\.\d{1,3}\.\d{1,3}\b")
_IN_WORDS = re.compile(
    r"user unknown|unknown (?:user|recipient|address)|no such (?:user|mailbox|recipient|address|person|account|domain)"
    r"|(?:user|mailbox|recipient|address|account|domain)[^.\r\n]{0,30} (?:not found|does(?:n't| not) exist|unknown)"
    r"|recipient address rejected|invalid (?:recipient|mailbox|address)|no longer (?:exists|valid|works|employed)"
    r"|(?:account|mailbox|user)[^.\r\n]{0,20} (?:disabled|inactive|closed|deactivated)"
    r"|host (?:or domain name )?not found|can't be written in ASCII",
    re.IGNORECASE,
)
_NOT_THE_ADDRESS = re.compile(
    r"\b5\.(?:2\.2|7\.\d{1,3}|3\.4)\b|\bover ?quota\b|mailbox (?:is )?full|spam|block(?:ed|list)|blacklist",
    re.IGNORECASE,
)


def is_nobody(state: str, said: str = "") -> bool:
    """Whether a server's refusal is about the address itself, so that the next letter would fare no better.

    Anything else (a full mailbox, our own server on a list, policy, size) is about this letter, or about us.
    """
    words = f"{state} {said}"
    if _NOT_THE_ADDRESS.search(words):
        return False
    return _NOBODY.search(words) is not None or _IN_WORDS.search(words) is not None


def returns_letter(mail: Mail) -> bool:
    """Whether mail that nobody can be answered for holds a message that came back, or may name one: from no address, an
    empty return path, a daemon or a no-reply address. If it names a letter of ours, it is a bounce first."""
    if any(kind.endswith("disposition-notification") for kind in mail.kinds):
        return False
    null_path = any(path.strip() in ("<>", "") for path in mail.fields("Return-Path"))
    nobody = mail.sender is None or _NO_REPLY.match(mail.sender) is not None or null_path
    return nobody and (any(kind in mail.kinds for kind in RETURNED) or not mail.files)


def is_bounce(mail: Mail) -> bool:
    """Whether the message has the structure of a report about a delivery. Words alone never make it one."""
    if mail.content_type == "multipart/report" and any(kind in mail.kinds for kind in _STATUS):
        return True
    null_path = any(path.strip() == "<>" for path in mail.fields("Return-Path"))
    from_daemon = bool(mail.sender) and str(mail.sender).startswith(_DAEMONS)
    return bool(mail.fields("X-Failed-Recipients")) or (from_daemon and (null_path or not mail.files))


def read_bounce(mail: Mail, raw: bytes, *, header_limit: int = 512 * 1024, parts_limit: int = 1000) -> Bounce:
    """What a bounce (`is_bounce`) says. Raises MailUnreadable beyond the limits, as `mail.parse` does; nothing else."""
    parts = leaves(raw, header_limit=header_limit, parts_limit=parts_limit)
    status = [p for p in parts if p.content_type in _STATUS][:1]
    failures = [f for p in status for f in _by_fields(_bytes_of(raw, p, STATUS_LIMIT))]
    if not failures:
        failures = _by_hints(mail, raw)
    returned = [p for p in parts if p.content_type in RETURNED][:2]
    named = [i for p in returned for i in _ids_of(_bytes_of(raw, p, RETURNED_LIMIT))]
    ids = dict.fromkeys((*named, *mail.in_reply_to, *reversed(mail.references)))
    texts = [mail.text[:TEXT_LIMIT], *(in_words(_bytes_of(raw, p, TEXT_LIMIT), None) for p in returned)]
    return Bounce(tuple(failures), tuple(ids), "\n".join(texts), _whole(mail))


def concerning(bounce: Bounce, letter: Letter) -> list[tuple[str, Failure]]:
    """The recipients of this very letter that the bounce is about, as the letter writes them."""
    ours = {recipient.lower(): recipient for recipient in letter.recipients}
    found: dict[str, Failure] = {}
    for failure in bounce.failures:
        recipient = next((ours[a] for a in failure.addresses if a in ours), None)
        if recipient and (recipient not in found or failure.permanent):
            found[recipient] = failure
    if not found and not bounce.failures and len(ours) == 1:  # it can be about nobody else
        return [(recipient, bounce.whole) for recipient in ours.values()]
    return list(found.items())


# --- RFC 3464 ---


def _by_fields(status: bytes) -> Iterator[Failure]:
    """The recipients of a delivery-status part: every block behind the first, which is about the message."""
    blocks = [b for b in re.split(rb"\r?\n[ \t]*\r?\n", status.strip()) if b.strip()]
    for block in blocks[: RECIPIENTS_LIMIT + 1]:
        header = header_of(block)
        addresses = [a for name in ("Original-Recipient", "Final-Recipient") for a in _recipient(header, name)]
        if not addresses:
            continue
        action, state = _word(header, "Action"), _word(header, "Status")
        if action in ("delivered", "relayed", "expanded"):
            yield Failure((), False, "", final=False)
            continue
        failed, said = action == "failed" and state.startswith("5"), _diagnosis(header, state)
        yield Failure(tuple(dict.fromkeys(addresses)), failed and is_nobody(state, said), said, final=failed)


def _recipient(header: Message, name: str) -> list[str]:
    """The address of a field like “rfc822; ann@health.example” (RFC 3464, 2.3.1; xtext undone, RFC 3461, 4)."""
    found = []
    for value in fields(header, name)[:2]:
        _, semicolon, address = value.partition(";")
        bare = (address if semicolon else value).strip().strip("<>")
        bare = re.sub(r"\+([0-9A-F]{2})", lambda m: chr(int(m[1], 16)), bare) if "+40" in bare else bare
        found += [a.lower() for a in _ADDRESS.findall(bare)[:1]]
    return found


def _word(header: Message, name: str) -> str:
    value = next(iter(fields(header, name)), "")
    return next(iter(value.lower().replace("(", " ").split()), "")


def _diagnosis(header: Message, state: str) -> str:
    said = next(iter(fields(header, "Diagnostic-Code")), "")
    kind, semicolon, words = said.partition(";")
    said = words if semicolon and re.fullmatch(r"[\w.-]{1,30}", kind.strip()) else said
    return " ".join(f"{said or state}".split())[:SAID_LIMIT]


# --- without the fields ---


def _by_hints(mail: Mail, raw: bytes) -> list[Failure]:
    """What a server says in a header of its own or in plain words."""
    named = [a for value in mail.fields("X-Failed-Recipients")[:5] for a in _ADDRESS.findall(value)]
    addresses = dict.fromkeys(a.lower() for a in (*named, *_hinted(raw)))
    whole = _whole(mail)
    return [replace(whole, addresses=(a,)) for a in list(addresses)[:RECIPIENTS_LIMIT]]


def _whole(mail: Mail) -> Failure:
    """What a message without a status part says by its words, of whomever it is about."""
    head = mail.text[:TEXT_LIMIT]
    final = not _FOR_NOW.search(f"{mail.subject}\n{head[:1000]}")
    found = _SAID.search(head)
    said = " ".join(found[0].split())[:SAID_LIMIT] if found else mail.subject
    return Failure((), final and is_nobody(said, head[:2000]), said, final=final)


def _hinted(raw: bytes) -> list[str]:
    """The addresses that flufl.bounce takes for failed: it errs both ways and raises on many a message."""
    try:
        found = scan_message(message_from_bytes(raw[:HINT_LIMIT]))
        return sorted(bytes(a).decode("ascii") for a in found if _ADDRESS.fullmatch(bytes(a).decode("ascii")))
    except Exception:  # a hint that isn't given
        return []


# --- which letter ---


def _ids_of(returned: bytes) -> list[str]:
    """The Message-ID of the returned message, first; then what that one answers."""
    header = header_of(returned[: split_header(returned, 0, len(returned), RETURNED_LIMIT) or 0])
    return [i for name in ("Message-ID", "X-MS-Exchange-Parent-Message-Id") for v in fields(header, name)[:2]
            for i in _ID.findall(v)]  # fmt: skip


def _bytes_of(raw: bytes, part: Part, limit: int) -> bytes:
    body = b""
    for chunk in decoded(raw, part):
        body += chunk
        if len(body) >= limit:
            break
    return body[:limit]
