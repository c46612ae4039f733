"""What of a mail that brought a report goes to another mentor than the one to whom it was written (programme.md, 3a).

The documents are for whoever is the mentor; the words beside them were written to one person, and stay theirs. A report
that is typed is its words: these go along, without what they quote, since that is what two others wrote to each other.
One that speaks of the new mentor goes without its words, too: its writer hears so, and sends them if they may be read.
"""

from __future__ import annotations

import re

from qibot.message import Mail, own_words, told_apart
from qibot.model import Case, Person
from qibot.understanding import links_in, names_reader

# By what else than their name a manager is called, who becomes the mentor.
_BOSS = re.compile(
    r"\b(?:managers?|management|boss|head(?:[ -]?teacher|mistress|master)?|dep(?:ute|uty)|principal|supervisor|director"
    r"|matron|gaffer|chief|(?:team|service|department) lead(?:er)?|slt|leadership|dht|from above|higher[ -]ups?"
    r"|senior staff)\b",
    re.IGNORECASE,
)


def is_typed(mail: Mail) -> bool:
    """Whether the report is the mail's own words: neither a document nor a link brings it."""
    return not (mail.sends or links_in(mail))


def retold(mail: Mail, case: Case, mentor: Person, *, managed: bool) -> tuple[str, str]:
    """The words and the page for a mentor who has come since; `managed` says that they were or are the manager, too."""
    if not is_typed(mail):
        return "", ""
    words, page = without_quotation(mail, case)
    spoken_of = names_reader(mentor, words, case.enrolment.practitioner) or (managed and _BOSS.search(words))
    return ("", "") if spoken_of else (words, page)


def without_quotation(mail: Mail, case: Case) -> tuple[str, str]:
    """The words that are surely the writer's own, and the page where it says just these."""
    own, (said, page) = own_words(mail, case).strip(), told_apart(mail, case)
    return own, page if own.split() == said.split() else ""
