"""What stands in a mail's page and not in its text: people see the page, and what is passed on holds both."""

from __future__ import annotations

import re
from functools import lru_cache

from qibot.message.mail import Mail
from qibot.message.plaintext import plain_text

_BETWEEN = re.compile(r"[\W_]+")


def only_in_page(mail: Mail) -> str:
    """The lines of the page whose letters the text doesn't have."""
    return _only(mail.text, mail.html) if mail.html else ""


@lru_cache(maxsize=2)  # one mail is asked about several times
def _only(text: str, page: str) -> str:
    there = _letters(text)
    return "\n".join(line for line in plain_text(page).split("\n") if _letters(line) not in there)


def _letters(text: str) -> str:
    return _BETWEEN.sub("", text.casefold())
