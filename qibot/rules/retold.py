"""What of a mail that brought a report goes to another mentor than the one to whom it was written (programme.md, 3a).

The documents are for whoever is the mentor; the words beside them were written to one person, and stay theirs. A report
that is typed is its words: these go along, without what they quote, since that is what two others wrote to each other,
and without the sentences that speak to the mentor of then: a sentence too few costs less than a confidence passed on.
One that speaks of the new mentor goes without its words, too: its writer hears so, and sends them if they may be read.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail, ReadersPart, own_words, told_apart
from qibot.model import Case, Person
from qibot.understanding import links_in, names_reader, without_troubles

# By what else than their name a manager is called, who becomes the mentor.
_BOSS = expression(
    r"\b(?:managers?|management|boss|head(?:[ -]?teacher|mistress|master)?|dep(?:ute|uty)|principal|supervisor|director"
    r"|matron|gaffer|chief|(?:team|service|department) lead(?:er)?|slt|leadership|dht|from above|higher[ -]ups?"
    r"|senior staff)\b",
    re.IGNORECASE,
)
ASIDE = 60  # words of a paragraph that may be said beside the report
_TO_SOMEBODY = expression(
    r"\A\W*p\.? ?s\b\.?|(?<![\"“‘])\b(?:you|your|yours|you['’](?:re|ve|d|ll))\b|\bbetween (?:us|ourselves)\b"
    r"|\A\W*(?:hi|hello|hey|dear|thanks|thank|many thanks|sorry|cheers)\b",
    re.IGNORECASE,
)


# What is said to one person within a paragraph: thanks, what the two have spoken of, what “you” know of “me”. A
# project's “you” has none of these (“if you press the button, the count goes up”).
_ME = r"\b(?:I|I['’](?:m|ve|d|ll)|me|my|myself|mine)\b"
_YOU = r"\b(?:you|your|yours|yourself|you['’](?:re|ve|d|ll))\b"
_WITHIN = expression(
    rf"{_YOU}[^\n]{{0,300}}{_ME}|{_ME}[^\n]{{0,300}}{_YOU}"
    r"|\byou(?:['’](?:re|ve|d|ll))?(?: \w+){0,2} (?:know|knew|said|say|told|asked|mentioned|suggested|advised|warned"
    r"|thought|remember|right|kind|glad|pleased|understand|forgive|will have)\b"
    r"|\byour (?:\w+ )?(?:advice|kindness|patience|support|help|words|card|call|e-?mail|message|feedback|own)\b"
    r"|\b(?:thanks|thank you|many thanks|cheers|grateful|sorry|apologies)\b[^.!?\n]{0,20}"
    r"\b(?:for|about|to you|again|that I|I)\b|\bbetween (?:us|ourselves|you and me)\b|\bby the way\b|\bp\.?s\.?\b"
    r"|\b(?:when|what|since|as) we (?:spoke|talked|discussed|said|met)\b|\bas I (?:said|told|mentioned|wrote)\b"
    r"|\bour (?:last )?(?:phone )?(?:call|chat)\b"
    r"|\b(?:as|like) (?:discussed|agreed|promised|arranged|mentioned|requested|suggested|advised)\b",
    re.IGNORECASE,
)
# What the writer says of their own work place or life, which one mentor was told and the next one wasn't.
_OF_OWN = expression(
    r"\b(?:grievance|disciplinary|my suspension|tribunal|occupational health|sick (?:leave|note|line)|signed off"
    r"|divorce"
    r"|(?:the|my|our) (?:split|separation|break-?up)|miscarriage|i['’]m pregnant|my pregnancy|chemo\w*"
    r"|my (?:cancer|depression)"
    r"|bereavement|funeral)\b",
    re.IGNORECASE,
)
_ALONE, _MINE = expression(_ME), expression(_ME, re.IGNORECASE)
_QUOTED = expression(r"[“\"][^”\"\n]{0,400}[”\"]")
_BRACKET = expression(r"[ \t]?\([^()]{0,600}\)")
_ENDS = expression(r"(?<=[.!?])(\s+)|(\n)(?=\s*(?:[-*•–]|\d{1,2}[.)]|[^\n]{1,60}:\s*\n))")


def is_typed(mail: Mail) -> bool:
    """Whether the report is the mail's own words: neither a document nor a link brings it."""
    return not (mail.sends or links_in(mail))


def retold(
    mail: Mail, case: Case, mentor: Person, *, managed: bool, former: str = "", linked: bool = False
) -> ReadersPart:
    """The words and the page for a mentor who has come since; `managed` says that they were or are the manager, too,
    `former` is the name of the one before. It is `linked` where the record has links: a mail that is read anew doesn't
    tell which of its pages holds a report."""
    if linked or not is_typed(mail):
        return ReadersPart("", "")
    part = amid_report(mail, case)
    words = _without_asides(part.words, former)
    page = part.page if words.split() == part.words.split() else ""
    spoken_of = names_reader(mentor, words, case.enrolment.practitioner) or (managed and _BOSS.search(words))
    return ReadersPart("", "") if spoken_of else part._replace(words=words, page=page)


def without_quotation(mail: Mail, case: Case) -> ReadersPart:
    """The words that are surely the writer's own, and the page where it says just these."""
    own, (said, page) = own_words(mail, case).strip(), told_apart(mail, case)
    return ReadersPart(own, page) if own.split() == said.split() else ReadersPart(own, "", left_out=True)


def amid_report(mail: Mail, case: Case) -> ReadersPart:
    """The same without the sentences that plainly tell a trouble of the writer's own."""
    part = without_quotation(mail, case)
    words = without_troubles(part.words)
    return part if words == part.words else ReadersPart(words, "", left_out=True)


def _without_asides(words: str, former: str) -> str:
    """A typed report without what is said to its reader of then: greeting, thanks and postscript at its head and foot,
    and what stands within a paragraph."""
    paragraphs = [x for x in re.split(r"\n\s*\n", words) if x.strip()]
    while len(paragraphs) > 1 and _is_aside(paragraphs[0], former):
        paragraphs = paragraphs[1:]
    while len(paragraphs) > 1 and _is_aside(paragraphs[-1], former):
        paragraphs = paragraphs[:-1]
    return "\n\n".join(x for x in (_without_sentences(p, former) for p in paragraphs) if x)


def _without_sentences(paragraph: str, former: str) -> str:
    """A paragraph without its brackets and sentences that speak to the mentor of then, and without what follows one and
    is of the writer alone (“You asked how I was. I'm not sleeping.”)."""
    name = re.escape(former.split()[0]) if former.split() else r"(?!)"
    begins = re.compile(rf"\A\W*(?:\w+ ){{0,2}}{name}\s*[,:;!–-]+\s*", re.IGNORECASE)
    called = re.compile(
        rf"[,(–-]\s*{name}\s*(?:[,.!?)–-]|\Z)|\A\W*{name}\s*,|\s[-–]\s*{name}\b(?!['’])"
        rf"|\b{name}\b[^\n]{{0,300}}{_ME}|{_ME}[^\n]{{0,300}}\b{name}\b",  # “I told Ann”, “Ann asked me”
        re.IGNORECASE,
    )
    told = _BRACKET.sub(lambda m: "" if _speaks(m[0], called) else m[0], paragraph)
    kept, follows = [], False
    for one in (x for x in _ENDS.split(told) if x is not None):
        if not one.strip():
            kept.append(one)
            continue
        said = begins.sub("", one) if not kept else one
        follows = _speaks(said, called) or (follows and _ALONE.search(_QUOTED.sub("", said)) is not None)
        if not follows:
            kept.append(one)
    return "".join(kept).strip()


def _speaks(sentence: str, called: re.Pattern[str]) -> bool:
    said = _QUOTED.sub("", sentence)
    own = _OF_OWN.search(said) is not None and _MINE.search(said) is not None
    return own or _WITHIN.search(said) is not None or called.search(said) is not None


def _is_aside(paragraph: str, former: str) -> bool:
    """Whether a short paragraph speaks to somebody, or calls the mentor of then."""
    said = paragraph.split()
    called = former and re.match(rf"\W*(?:\w+ ){{0,3}}{re.escape(former.split()[0])}\s*[,:;!.–-]", paragraph)
    return len(said) <= ASIDE and bool(_TO_SOMEBODY.search(paragraph) or called)
