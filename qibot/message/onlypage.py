"""What stands in a mail's page, or in its invitation, and not in its text: people see it, and it is passed on, too."""

from __future__ import annotations

from functools import lru_cache

from qibot.expression import expression
from qibot.message.mail import Mail
from qibot.message.plaintext import plain_text

_BETWEEN = expression(r"[\W_]+")


def only_in_page(mail: Mail) -> str:
    """The lines of the page whose letters the text doesn't have."""
    return _only(mail.text, mail.html) if mail.html else ""


def only_in_invitation(mail: Mail) -> str:
    """The lines within its invitation whose letters the text doesn't have."""
    said = (x.mail.text for x in mail.enclosed if x.instead is not None and x.mail is not None)
    return "\n".join(_missing([line for text in said for line in text.split("\n")], f"{mail.text}\n{mail.subject}"))


@lru_cache(maxsize=2)  # one mail is asked about several times
def _only(text: str, page: str) -> str:
    return "\n".join(_missing(plain_text(page).split("\n"), text))


def _missing(lines: list[str], text: str) -> list[str]:
    """Those whose letters aren't in the text; most are there as they stand."""
    others = {line for line in lines if line not in text}
    there = _letters(text) if others else ""
    return [line for line in lines if line in others and _letters(line) not in there]


def _letters(text: str) -> str:
    return _BETWEEN.sub("", text.casefold())
