"""What a server says in plain words: of whom, and whether for good or for now.

A header of its own and the guesses of flufl.bounce, its only user being here, come first; then the addresses that stand
above the copy of the letter, but for those of the mailbox and of the servers; last the one recipient of the letter that
came back. What stands beside an address decides about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email import message_from_bytes

from flufl.bounce import scan_message

from qibot.expression import expression
from qibot.message import Mail, fields, header_of, split_header
from qibot.screening.daemons import above_copy
from qibot.screening.failure import ADDRESS, SAID_LIMIT, Failure, is_nobody
from qibot.screening.wording import plainly

TEXT_LIMIT = 64 * 1024
HINT_LIMIT = 64 * 1024
RECIPIENTS_LIMIT = 100
HEADER_LIMIT = 64 * 1024
HEAD, BESIDE = 1000, 2000  # characters in which a delay is named, and that stand beside an address
_FOR_NOW = expression(
    r"delay|warning|not (?:yet )?been delivered yet|not yet been delivered|will (?:be )?retr"
    r"|still (?:trying|undelivered)"
    r"|temporary problem|transient|verzoger|verzog|retard|differe|retras|seguira intent|in ritardo|posticip|vertraa"
    r"|atrasad|fordroj|forsink|opozni|viivas|oedi"
)
_FOR_GOOD = expression(r"fail|undeliver|returned|unzustell|non remis")
UNSAID = "the mail server's report gives no reason in words that could be read"
_SAID = expression(r"\b[45]\d\d(?:[ -]|: )(?:[45]\.\d{1,3}\.\d{1,3}[ -])?[^\r\n<>]{3,200}")
_NOT_OF_RECIPIENTS = expression(
    r"^[ \t>]*(?:from|sender|return-path|reply-to|message-?id|in-reply-to|references|the message identifier)\b.*$",
    re.IGNORECASE | re.MULTILINE,
)
_SERVERS = expression(
    r"(?:mailer-?daemon|mail-daemon|postmaster|hostmaster|abuse|help-?desk|no-?reply)@", re.IGNORECASE
)


def by_hints(mail: Mail, raw: bytes, copies: Iterable[bytes] = ()) -> list[Failure]:
    """The failures that a message without fields tells of; `copies` are what it returns of the letter."""
    named = [a for value in mail.fields("X-Failed-Recipients")[:5] for a in ADDRESS.findall(value)]
    text = above_copy(mail.text[:TEXT_LIMIT])
    addresses = dict.fromkeys(a.lower() for a in (*named, *_hinted(raw)))
    said = above_copy(text, talk=False)
    addresses = addresses or dict.fromkeys(_standing_in(said, mail)) or dict.fromkeys(_sent_to(copies))
    alone = len(addresses) == 1
    return [_failure(a, mail, text, alone=alone) for a in list(addresses)[:RECIPIENTS_LIMIT]]


def whole(mail: Mail) -> Failure:
    """What a message without a status part says by its words, of whomever it is about."""
    return _failure("", mail, above_copy(mail.text[:TEXT_LIMIT]), alone=True)


def _failure(address: str, mail: Mail, text: str, *, alone: bool) -> Failure:
    beside = text[:BESIDE] if alone else _beside(address, text)
    found = _SAID.search(beside)
    said = found[0] if found else next((line for line in beside.splitlines() if is_nobody(line)), "")
    final = _is_final(mail.subject, text)
    nobody = final and is_nobody(found[0] if found else mail.subject, beside)
    return Failure((address,) if address else (), nobody, " ".join(said.split())[:SAID_LIMIT] or UNSAID, final=final)


def _is_final(subject: str, text: str) -> bool:
    """Whether a server has given up: its subject says so, else no word says that it goes on."""
    opens = plainly(subject)
    if _FOR_NOW.search(opens):
        return False
    return _FOR_GOOD.search(opens) is not None or not _FOR_NOW.search(plainly(text[:HEAD]))


def _beside(address: str, text: str) -> str:
    """What stands behind an address, and on the same line before it, up to the next other one."""
    found = [(m.start(), m.end(), _bare(m[0])) for m in ADDRESS.finditer(text)]
    pieces, length = [], 0
    for n, (start, _, one) in enumerate(found):
        if one == address and length < BESIDE:
            after = next((s for s, _, other in found[n + 1 :] if other != address), len(text))
            line = text.rfind("\n", 0, start) + 1
            before = max((e for _, e, _ in found[:n] if e > line), default=line)
            end = after if "\n" not in text[start:after] else max(start, text.rfind("\n", start, after) + 1)
            pieces.append(text[before:end][: BESIDE - length])
            length += len(pieces[-1])
    return "\n".join(pieces)


def _standing_in(text: str, mail: Mail) -> Iterator[str]:
    """The addresses in a server's words that can be those of recipients."""
    ours = {*mail.to, mail.sender or ""}
    for found in ADDRESS.finditer(_NOT_OF_RECIPIENTS.sub("", text)):
        address = _bare(found[0])
        if address not in ours and not _SERVERS.match(address) and "." in address.partition("@")[2]:
            yield address


def _bare(address: str) -> str:
    return address.strip("'`*.!?|=").lower()


def _sent_to(copies: Iterable[bytes]) -> list[str]:
    """The recipient of the letter that came back, if it has only one."""
    for copy in copies:
        header = header_of(copy[: split_header(copy, 0, len(copy), HEADER_LIMIT) or 0])
        to = [a.lower() for name in ("To", "Cc") for value in fields(header, name)[:2] for a in ADDRESS.findall(value)]
        if len(to) == 1:
            return to
    return []


def _hinted(raw: bytes) -> list[str]:
    """The addresses that flufl.bounce takes for failed: it errs both ways and raises on many a message."""
    try:
        found = scan_message(message_from_bytes(raw[:HINT_LIMIT]))
        return sorted(bytes(a).decode("ascii") for a in found if ADDRESS.fullmatch(bytes(a).decode("ascii")))
    except Exception:  # a hint that isn't given
        return []
