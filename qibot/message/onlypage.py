"""What stands in a mail's page, or in its invitation, and not in its text: people see it, and it is passed on, too."""

from __future__ import annotations

import re
from functools import lru_cache

from qibot.message.mail import Mail
from qibot.message.plaintext import plain_text

_BETWEEN = re.compile(r"[\W_]+")


def only_in_page(mail: Mail) -> str:
    """The lines of the page whose letters the text doesn't have."""
    return _only(mail.text, mail.html) if mail.html else ""


def only_in_invitation(mail: Mail) -> str:
    """The lines within its invitation whose letters the text doesn't have."""
    said = (x.mail.text for x in mail.enclosed if x.instead is not None and x.mail is not None)
    there = _letters(f"{mail.text}\n{mail.subject}")
    return "\n".join(line for text in said for line in text.split("\n") if _letters(line) not in there)


@lru_cache(maxsize=2)  # one mail is asked about several times
def _only(text: str, page: str) -> str:
    there = _letters(text)
    return "\n".join(line for line in plain_text(page).split("\n") if _letters(line) not in there)


def _letters(text: str) -> str:
    return _BETWEEN.sub("", text.casefold())
