"""Who has a mail already, because it went to them directly, doesn't get it from us again (programme.md, 3a)."""

from __future__ import annotations

from collections.abc import Iterable

from qibot.message import Mail
from qibot.model import Person


def without_those_who_have_it(people: Iterable[Person | None], mail: Mail) -> tuple[Person, ...]:
    """The people whom the mail names neither in To nor in Cc."""
    return tuple(p for p in people if p is not None and not has_it(p, mail))


def has_it(person: Person, mail: Mail) -> bool:
    """Whether the mail went to this person directly, too."""
    return bool(set(person.addresses) & set(mail.to))
