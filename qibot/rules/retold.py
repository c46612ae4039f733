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
ASIDE = 60  # words of a paragraph that may be said beside the report
_TO_SOMEBODY = re.compile(
    r"\A\W*p\.? ?s\b\.?|(?<![\"“‘])\b(?:you|your|yours|you['’](?:re|ve|d|ll))\b|\bbetween (?:us|ourselves)\b"
    r"|\A\W*(?:hi|hello|hey|dear|thanks|thank|many thanks|sorry|cheers)\b",
    re.IGNORECASE,
)


def is_typed(mail: Mail) -> bool:
    """Whether the report is the mail's own words: neither a document nor a link brings it."""
    return not (mail.sends or links_in(mail))


def retold(
    mail: Mail, case: Case, mentor: Person, *, managed: bool, former: str = "", linked: bool = False
) -> tuple[str, str]:
    """The words and the page for a mentor who has come since; `managed` says that they were or are the manager, too,
    `former` is the name of the one before. It is `linked` where the record has links: a mail that is read anew doesn't
    tell which of its pages holds a report."""
    if linked or not is_typed(mail):
        return "", ""
    own, page = without_quotation(mail, case)
    words = _without_asides(own, former)
    page = page if words.split() == own.split() else ""
    spoken_of = names_reader(mentor, words, case.enrolment.practitioner) or (managed and _BOSS.search(words))
    return ("", "") if spoken_of else (words, page)


def without_quotation(mail: Mail, case: Case) -> tuple[str, str]:
    """The words that are surely the writer's own, and the page where it says just these."""
    own, (said, page) = own_words(mail, case).strip(), told_apart(mail, case)
    return own, page if own.split() == said.split() else ""


def _without_asides(words: str, former: str) -> str:
    """A typed report without what is said at its head and foot to its reader of then: greeting, thanks, postscript."""
    paragraphs = [x for x in re.split(r"\n\s*\n", words) if x.strip()]
    while len(paragraphs) > 1 and _is_aside(paragraphs[0], former):
        paragraphs = paragraphs[1:]
    while len(paragraphs) > 1 and _is_aside(paragraphs[-1], former):
        paragraphs = paragraphs[:-1]
    return "\n\n".join(paragraphs)


def _is_aside(paragraph: str, former: str) -> bool:
    """Whether a short paragraph speaks to somebody, or calls the mentor of then."""
    said = paragraph.split()
    called = former and re.match(rf"\W*(?:\w+ ){{0,3}}{re.escape(former.split()[0])}\s*[,:;!.–-]", paragraph)
    return len(said) <= ASIDE and bool(_TO_SOMEBODY.search(paragraph) or called)
