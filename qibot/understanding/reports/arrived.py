"""“Did you get it?”: a practitioner asks whether a report has come; what is on record answers it."""

from __future__ import annotations

import re

from qibot.calendar import Almanac, late, owed_now
from qibot.events import Arrival, DocumentForgotten, Event, ReportReceived
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import CHARTER, Case, Submission
from qibot.quoting import is_forward
from qibot.understanding.links.clouds import links_in
from qibot.understanding.meaning import sentences
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.reports.reading import numbers_written

LONGEST = 60  # words of a mail that asks only this
_IT = r"(?:it|this|that|(?:my|the|our)(?: \w+){0,3} (?:report|document|attachment|file|submission))"
_SOON = r"(?:\w+ ){0,2}?"
_GOT, _CAME = (
    r"(?:get|got|received?|seen?|had)",
    r"(?:arrived?|come|came|reach(?:ed)?|go|gone|got|get|received|land(?:ed)?)",
)
_ASKS = expression(
    rf"\b(?:did|have|has|had) (?:you|anyone|anybody|somebody) {_SOON}{_GOT} (?:\w+ )?{_IT}\b"
    rf"|\b(?:did|has|have) {_IT} {_SOON}{_CAME}\b"
    # “whether you've got an example” asks after something else
    rf"|\b(?:if|whether|that) you(?:['’]ve| have)? {_SOON}{_GOT} (?:\w+ )?{_IT}\b"
    rf"|\b(?:if|whether|that) you(?:['’]ve| have)? {_SOON}(?:got|received)(?= *(?:[,.;:?!\n]|yet\b|ok(?:ay)?\b|$))"
    rf"|\b(?:if|whether|that) {_IT} {_SOON}{_CAME}\b"
    r"|\bconfirm (?:receipt|that you)",
    re.IGNORECASE,
)
_OF_REPORTS = r"reports?|documents?|attachments?|submissions?|charter|confirm\w*|receipt"
_NAMED = expression(rf"\b(?:{_OF_REPORTS})\b", re.IGNORECASE)
# What a mail may be called in which somebody asks after a report.
_CALLED = expression(
    rf"\b(?:{_OF_REPORTS}|qi|project|se(?:nt|nd\w*)|did you|have you|received?|check\w*|hello|hi|quick)\b|^\W*$",
    re.IGNORECASE,
)
_OTHER = expression(r"\b(?:question|feedback|comments?|answer to)\b", re.IGNORECASE)

# Whole sentences that say nothing besides: whatever else stands there may be what the team must hear.
_BESIDE = expression(
    r"\W*(?:(?:hi|hello|hallo|dear|good (?:morning|afternoon|evening))(?: (?:all|there|both|team|everybody"
    r"|everyone))?"
    r"|(?:many |kind |best )?(?:thanks|thank you|regards|wishes|cheers)(?: (?:again|in advance|very much|so much))?"
    r"|sorry to (?:bother|chase|trouble|nag|pester)(?: you)?(?: (?:again|about (?:this|it)))?"
    r"|(?:and |but )?i(?:['’]ve| have)? (?:sent|e-?mailed|submitted|posted) (?:it|this|that|(?:my"
    r"|the)(?: \w+)? report)"
    r"(?: (?:(?:on|last|this) \w+day|yesterday|last week|\w+ days ago))?(?: (?:morning|afternoon|evening|night))?"
    r"|(?:and |but )?i(?:['’]ve| have)? (?:had|got|seen) no (?:answer|reply|receipt|word)(?: (?:yet|so far|back))?"
    r"|(?:and |but )?i (?:haven['’]?t|have not) (?:had|heard|seen)(?: (?:anything|back|a reply|a receipt"
    r"|an answer))?"
    r"(?: (?:yet|so far|back))?)\W*",
    re.IGNORECASE,
)
# What a clause says of its coming, which the record answers: how it was sent, that nothing was heard.
_OF_COMING = expression(
    r"\b(?:sen[dt]|sending|e-?mail\w*|submitt\w+|submission|posted|upload\w*|attach\w*|receipts?|repl(?:y|ies)"
    r"|acknowledg\w+"
    r"|confirm\w*|heard|hear back|bounc\w+|outbox|inbox|junk|spam|check\w*|wonder\w*|nothing (?:back|yet|since)"
    r"|it(?:['’]d| had| has| really)? (?:gone|went))\b",
    re.IGNORECASE,
)
_ADDRESS = expression(r"https?://\S{1,3000}")
_CLAUSES = expression(r"[,;:–—()]|\b(?:and|but|so|because|since)\b", re.IGNORECASE)
_GREETED = expression(r"(?<=\w)[, ]+[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?\W*$")  # “Hi Ann,”
_NAME = expression(r"\W*(?:[A-Z][\w'’-]*\W*){1,3}")  # what a sentence of a greeting's or a signature's kind is


def asks_whether_it_came(mail: Mail) -> bool:
    """Whether it brings nothing and asks only this, in what was typed: offices write “if you have received it”."""
    said = typed(mail)
    if mail.sends or links_in(mail) or mail.held or len(said.split()) > LONGEST:
        return False
    found = _ASKS.search(said)
    if found is None or _OTHER.search(found[0]):
        return False
    return _NAMED.search(found[0]) is not None or _may_be_ours(mail)


def _may_be_ours(mail: Mail) -> bool:
    """Whether “it” may be a report: nothing else is shown or passed on, nor named by the subject of a new mail. “Did
    you see this?” is asked of an article, too."""
    if _ADDRESS.search(mail.top) or is_forward(mail.subject):
        return False
    return mail.is_reply or _CALLED.search(mail.subject) is not None


def asks_more(mail: Mail) -> bool:
    """Whether it asks anything but whether a report has come; what an address of the web holds is no question."""
    said = sentences(_ADDRESS.sub("", typed(mail)))
    return any("?" in one and not _only_asks(one) for one in said)


def asks_nothing_else(mail: Mail) -> bool:
    """Whether no sentence says more than this, a greeting, and when it was sent."""
    return all(_only_asks(x) or _is_beside(x) for x in sentences(typed(mail)))


def says_else(mail: Mail) -> bool:
    """Whether a clause beside the question speaks of anything but its coming: that is the mentor's to read, too."""
    return bool(what_else(mail))


def what_else(mail: Mail) -> str:
    """The sentences that do so, and of the one that asks the clauses that do: read by itself, since the question
    sounds like a message, whatever stands beside it."""
    said = [one for one in sentences(_ADDRESS.sub("", typed(mail))) if any(map(_is_else, _CLAUSES.split(one)))]
    return " ".join(", ".join(filter(_is_else, _CLAUSES.split(one))) if _ASKS.search(one) else one for one in said)


def _is_else(clause: str) -> bool:
    return bool(clause.strip()) and not (_ASKS.search(clause) or _OF_COMING.search(clause) or _is_beside(clause))


def _only_asks(sentence: str) -> bool:
    """Whether it asks, and no clause of it says something else."""
    return bool(_ASKS.search(sentence)) and all(
        _ASKS.search(clause) or _is_beside(clause) for clause in _CLAUSES.split(sentence) if clause.strip()
    )


def _is_beside(sentence: str) -> bool:
    plain = " ".join(sentence.split())
    named = _GREETED.sub("", plain)
    return bool(_BESIDE.fullmatch(plain) or _BESIDE.fullmatch(named) or _NAME.fullmatch(plain))


def what_is_on_record(arrival: Arrival, case: Case, thread: int | None, almanac: Almanac) -> Event | None:
    """The answer: that it is there, or that nothing has come; None where nobody could tell which is meant."""
    named = numbers_written(arrival.mail, case, almanac, arrival.arrived, in_thread=thread is not None)
    owed = owed_now(case, almanac, arrival.arrived)
    there = sorted(case.all(Submission).values(), key=lambda s: s.arrived)
    lately = bool(there and owed) and late(case, almanac, owed[0], there[-1].arrived)  # it is that one that is meant
    last = there[-1].number if there else 0
    number = named[0] if named else thread or (last if lately or not owed else owed[0])
    if case.submissions(number):
        return ReportReceived(arrival, case.unit, number, asks=True)
    return DocumentForgotten(arrival, case.unit, number) if number and number != CHARTER else None
