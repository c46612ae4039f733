"""Who has a mail already, because it went to them directly, doesn't get it from us again (programme.md, 3a)."""

from __future__ import annotations

from collections.abc import Iterable

from qibot.message import Mail
from qibot.model import Document, Person


def without_those_who_have_it(people: Iterable[Person | None], mail: Mail) -> tuple[Person, ...]:
    """The people whom the mail names neither in To nor in Cc, or who got with it what they can't open."""
    return tuple(p for p in people if p is not None and (not has_it(p, mail) or unpacked(mail)))


def has_it(person: Person, mail: Mail) -> bool:
    """Whether the mail went to this person directly, too, also under a marked address (`ann+qi@…`)."""
    return bool({_plain(a) for a in person.addresses} & {_plain(a) for a in mail.to})


def unpacked(mail: Mail) -> tuple[Document, ...]:
    """The documents that came out of a winmail.dat: who got the mail directly may have nothing that can be opened."""
    return tuple(d for d in mail.files if d.within == "tnef")


def _plain(address: str) -> str:
    """An address without what stands behind a plus, which goes to the same mailbox."""
    name, sign, host = address.casefold().rpartition("@")
    return f"{name.partition('+')[0] or name}{sign}{host}"
