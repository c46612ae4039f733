"""Which letter a message answers: signed Message-IDs and signed plus addresses.

A matter is one report of one enrolment (0: none in particular; the desk is a unit too). Its name is opaque, because it
stands in addresses that others see; its signature makes that nobody can name a matter who never had a letter in it.
A token says what a message is about, never who sent it: rights come from the sender's address.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from qibot.expression import expression
from qibot.message.mail import Mail

_REF, _SIGNATURE, _LETTER, _BOUNCE = 12, 16, 16, 26
IDS_LIMIT = 50
PREFILLED = "Just send this mail; you may add a word below."  # in the mails that links write
_TOKEN = expression(rf"([a-z2-7]{{{_REF}}})-(\d{{1,3}})-([a-z2-7]{{{_SIGNATURE}}})")
_IN_SUBJECT = expression(rf"\[([a-z2-7]{{{_REF}}})-(\d{{1,3}})-([a-z2-7]{{{_SIGNATURE}}})\]\s*$", re.IGNORECASE)
_MESSAGE_ID = expression(rf"([a-z2-7]{{{_REF}}})-(\d{{1,3}})\.([a-z2-7]{{{_LETTER}}})\.([a-z2-7]{{{_SIGNATURE}}})@(.+)")
_ANSWERED = expression(r"\s*(?:re|aw|sv|vs|antw|odp|fwd?|wg|tr|rv)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)

_ID_IN_TEXT = expression(
    rf"\b([a-z2-7]{{{_REF}}}-\d{{1,3}}\.[a-z2-7]{{{_LETTER}}}\.[a-z2-7]{{{_SIGNATURE}}})@([a-z0-9.-]{{1,253}})"
)


@dataclass(frozen=True, slots=True)
class Matter:
    """What a token names: a unit by its opaque name, and a report's number or 0."""

    ref: str
    number: int


@dataclass(frozen=True, slots=True)
class Link:
    """What the subject of a mail from one of our links says: the order, the matter, and whom it was made for."""

    order: str
    matter: Matter
    readers: str


class Threads:
    """Makes and reads the tokens of one mailbox with one secret."""

    def __init__(self, secret: bytes, mailbox: str, plus_addressing: bool) -> None:
        self._secret = secret
        self._local, self._domain = mailbox.lower().rsplit("@", 1)
        self._plus = plus_addressing
        self.mailbox = mailbox.lower()

    def ref(self, unit: str) -> str:
        """The unit's opaque name."""
        return self._mac("unit", unit)[:_REF]

    def address(self, unit: str, number: int) -> str:
        """Where answers in this matter go: the signed plus address, or the plain mailbox where plus isn't served."""
        if not self._plus:
            return self.mailbox
        ref = self.ref(unit)
        return f"{self._local}+{ref}-{number}-{self._mac('matter', ref, str(number))[:_SIGNATURE]}@{self._domain}"

    def bounce_address(self, message_id: str, recipient: str) -> str:
        """Where news goes that this letter didn't reach this one of its recipients: nobody else has ever seen it. The
        plain mailbox where plus isn't served."""
        if not self._plus:
            return self.mailbox
        mark = self._mac("bounce", message_id.lower(), recipient.lower())[:_BOUNCE]
        return f"{self._local}+b-{mark}@{self._domain}"

    def message_id(self, unit: str, number: int, key: str) -> str:
        """The Message-ID of the letter with this key, without angle brackets: the same each time it is asked for."""
        ref, letter = self.ref(unit), self._mac("letter", key)[:_LETTER]
        signature = self._mac("message", ref, str(number), letter)[:_SIGNATURE]
        return f"{ref}-{number}.{letter}.{signature}@{self._domain}"

    def matter_of_address(self, address: str) -> Matter | None:
        """The matter that an address names, if the signature is ours."""
        local, _, domain = address.lower().rpartition("@")
        base, _, token = local.partition("+")
        found = _TOKEN.fullmatch(token)
        if domain != self._domain or base != self._local or not found:
            return None
        ref, number, signature = found.groups()
        return self._checked(ref, number, signature, "matter", ref, number)

    def matter_of_id(self, message_id: str) -> Matter | None:
        """The matter of one of our own letters, by its Message-ID."""
        found = _MESSAGE_ID.fullmatch(message_id.lower())
        if not found or found[5] != self._domain:
            return None
        ref, number, letter, signature = found.groups()[:4]
        return self._checked(ref, number, signature, "message", ref, number, letter)

    def looks_like_a_bots(self, message_id: str) -> bool:
        """Whether some bot of this kind has made the Message-ID, whatever its secret."""
        return _MESSAGE_ID.fullmatch(message_id.lower()) is not None

    def is_signed(self, message_id: str) -> bool:
        """Whether this secret has signed the Message-ID, at whatever address the mailbox was then."""
        found = _MESSAGE_ID.fullmatch(message_id.lower())
        return found is not None and self.matter_of_id(f"{message_id.rpartition('@')[0]}@{self._domain}") is not None

    def ids_in(self, text: str) -> list[str]:
        """The Message-IDs of letters of ours that stand in a text, in order; of the first few that look like one."""
        found = itertools.islice(_ID_IN_TEXT.finditer(text.lower()), IDS_LIMIT)
        named = dict.fromkeys(f"{m[1]}@{self._domain}" for m in found if m[2].startswith(self._domain))
        return [i for i in named if self.matter_of_id(i)]

    def matter_of(self, mail: Mail) -> Matter | None:
        """What a message is about: by the address it went to, else by what it answers, the nearest first."""
        for address in mail.to:
            if matter := self.matter_of_address(address):
                return matter
        for message_id in (*mail.in_reply_to, *reversed(mail.references)):
            if matter := self.matter_of_id(message_id):
                return matter
        return None

    def link(self, unit: str, number: int, readers: str, order: str) -> str:
        """A mailto: address for one reply that gives the order in this matter. Good only for mail from `readers`."""
        ref = self.ref(unit)
        token = f"{ref}-{number}-{self._mac('link', ref, str(number), readers)[:_SIGNATURE]}"
        subject = quote(f"{order} [{token}]", safe="")
        body = quote(f"{PREFILLED}\r\n\r\n", safe="")
        return f"mailto:{quote(self.address(unit, number), safe='@')}?subject={subject}&body={body}"

    def link_of(self, mail: Mail, readers: Iterable[str]) -> Link | None:
        """The order in the subject of a fresh mail that one of our links made, if the signature is ours.

        A reply to such a mail bears the same subject, but orders nothing.
        """
        found = None if mail.is_reply else _IN_SUBJECT.search(mail.subject)
        if not found or _ANSWERED.match(mail.subject):
            return None
        ref, number, signature = found[1].lower(), found[2], found[3].lower()
        for reader in readers:
            if matter := self._checked(ref, number, signature, "link", ref, number, reader):
                return Link(mail.subject[: found.start()].strip(), matter, reader)
        return None

    def _checked(self, ref: str, number: str, signature: str, *signed: str) -> Matter | None:
        genuine = hmac.compare_digest(signature, self._mac(*signed)[:_SIGNATURE])
        return Matter(ref, int(number)) if genuine else None

    def _mac(self, *words: str) -> str:
        digest = hmac.new(self._secret, "\0".join(words).encode(), hashlib.sha256).digest()
        return base64.b32encode(digest).decode("ascii").lower()
