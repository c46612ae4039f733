"""What a bounce says: whose mail failed, for good or for now, and which letter it was (RFC 3464, 3462, 6533).

Structure decides that a message is a bounce (`daemons`); the fields of its delivery-status part decide about the
address, and only where there are none what a server says in plain words (`hints`).
Anybody can send something that looks like a bounce, so nothing here is believed of an address by itself: the letter
that it is about must be one of ours, by its signed Message-ID, and must have gone to that address (`concerning`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

from qibot.expression import expression
from qibot.message import Mail, fields, header_of, in_words, leaves, split_header, start_of
from qibot.model import Letter
from qibot.screening.daemons import RETURNED, STATUS
from qibot.screening.failure import ADDRESS, SAID_LIMIT, Failure, is_nobody
from qibot.screening.hints import by_hints, whole

STATUS_LIMIT = 64 * 1024
RETURNED_LIMIT = 64 * 1024
TEXT_LIMIT = 64 * 1024
RECIPIENTS_LIMIT = 100
_ID = expression(r"<([!-;=?-~]{1,500})>")


_NOTHING = Failure((), False, "")


@dataclass(frozen=True, slots=True)
class Bounce:
    """`ids` are the Message-IDs that it names in the places for them; `text` is where one may stand besides. `whole` is
    what it says where it names no recipient."""

    failures: tuple[Failure, ...]
    ids: tuple[str, ...]
    text: str
    whole: Failure = _NOTHING

    @property
    def failed(self) -> bool:
        """Whether anything failed or may have: only news of success and of delay is no reason to look at it."""
        return not self.failures or any(f.final for f in self.failures)


def read_bounce(mail: Mail, raw: bytes, *, header_limit: int = 512 * 1024, parts_limit: int = 1000) -> Bounce:
    """What a bounce (`is_bounce`) says. Raises MailUnreadable beyond the limits, as `mail.parse` does; nothing else."""
    parts = leaves(raw, header_limit=header_limit, parts_limit=parts_limit)
    status = [p for p in parts if p.content_type in STATUS][:1]
    failures = [f for p in status for f in _by_fields(start_of(raw, p, STATUS_LIMIT))]
    returned = [p for p in parts if p.content_type in RETURNED][:2]
    copies = [start_of(raw, p, RETURNED_LIMIT) for p in returned]
    if not failures:
        failures = by_hints(mail, raw, copies)
    named = [i for copy in copies for i in _ids_of(copy)]
    ids = dict.fromkeys((*named, *mail.in_reply_to, *reversed(mail.references)))
    texts = [mail.text[:TEXT_LIMIT], *(in_words(copy, None) for copy in copies)]
    return Bounce(tuple(failures), tuple(ids), "\n".join(texts), whole(mail))


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
        said = _diagnosis(header, state)
        nobody = action == "failed" and state.startswith("5") and is_nobody(state, said)
        yield Failure(tuple(dict.fromkeys(addresses)), nobody, said, final=action == "failed")


def _recipient(header: Message, name: str) -> list[str]:
    """The address of a field like “rfc822; ann@health.example” (RFC 3464, 2.3.1; xtext undone, RFC 3461, 4)."""
    found = []
    for value in fields(header, name)[:2]:
        _, semicolon, address = value.partition(";")
        bare = (address if semicolon else value).strip().strip("<>")
        bare = re.sub(r"\+([0-9A-F]{2})", lambda m: chr(int(m[1], 16)), bare) if "+40" in bare else bare
        found += [a.lower() for a in ADDRESS.findall(bare)[:1]]
    return found


def _word(header: Message, name: str) -> str:
    value = next(iter(fields(header, name)), "")
    return next(iter(value.lower().replace("(", " ").split()), "")


def _diagnosis(header: Message, state: str) -> str:
    said = next(iter(fields(header, "Diagnostic-Code")), "")
    kind, semicolon, words = said.partition(";")
    said = words if semicolon and re.fullmatch(r"[\w.-]{1,30}", kind.strip()) else said
    return " ".join(f"{said or state}".split())[:SAID_LIMIT]


# --- which letter ---


def _ids_of(returned: bytes) -> list[str]:
    """The Message-ID of the returned message, first; then what that one answers."""
    header = header_of(returned[: split_header(returned, 0, len(returned), RETURNED_LIMIT) or 0])
    return [i for name in ("Message-ID", "X-MS-Exchange-Parent-Message-Id") for v in fields(header, name)[:2]
            for i in _ID.findall(v)]  # fmt: skip
