"""What a practitioner's document or link is said to be that is no report, whatever its shape.

| they say | e.g. |
|---|---|
| a paper of the office's | “My timesheet is attached”, “Here are my expenses: …”, a subject “Travel claim” |
| where the report will be, or is begun | “I'll put my report here when it's done: …” |
| another one's report | “Last year's report of another school, for interest: …” |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Enrolment
from qibot.understanding.links.clouds import links_in
from qibot.understanding.meaning import said_in

FEW = 25  # words beside a paper; who says more may bring something else, too
_PAPER = (
    r"(?:expenses?(?: (?:claims?|forms?|sheets?))?|(?:travel|mileage|expenses?) (?:claims?|forms?|costs)|mileage"
    r"|time ?-?sheets?|invoices?|permission (?:slips?|forms?)|consent forms?|(?:booking|registration|enrolment|claim)"
    r" forms?|bank details|dietary requirements)"
)
_MINE = r"(?:(?:my|the|our|some|signed|completed|filled[- ]in|october|travel|this month['’]s) ){0,3}"
_OPENS = r"(?:(?:please )?(?:find|see) |attached (?:is|are) |here(?:['’]s| is| are) |enclosed (?:is|are) )?"
_BRINGS_PAPER = expression(
    rf"\A\W*{_OPENS}{_MINE}{_PAPER}"
    r"(?: (?:for|from) (?:\w+ ?){1,4})?(?:(?: is| are|,)? (?:attached|enclosed|here|at|below)\b.*)?\W*\Z"
    rf"|\A\W*(?:i (?:attach|enclose)|i['’]m (?:attaching|sending)|i am sending) {_MINE}{_PAPER}\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
_IS_PAPER = expression(rf"\W*(?:(?:re|fw|fwd): *)?{_MINE}{_PAPER}\W*", re.IGNORECASE)
_LINK = expression(r"<?https?://\S+>?")
_SAYS_REPORT = expression(r"\b(?:reports?|charter|write-?up)\b", re.IGNORECASE)
_TO_COME = expression(
    r"\b(?:i['’]?ll|i will|i['’]?m going to|i shall) (?:\w+ )?(?:put|upload|add|share|post|place|save|store|write)\b"
    r"|\breport (?:will|['’]ll|is going to) (?:be|go|appear|follow)\b"
    r"|\b(?:it|report|draft)(?:['’]s|['’]?s still| is| is still|) (?:not (?:yet |quite )?|n['’]t (?:yet |quite )?|un)"
    r"(?:finished|done|complete|ready|written)\b|\bisn['’]t (?:yet |quite )?(?:finished|done|complete|ready)\b"
    r"|\b(?:i['’]?ve|i have) (?:just )?(?:started|begun) (?:my|the|this)\b",
    re.IGNORECASE,
)
_IS_HERE = expression(
    r"\bhere(?:['’]s| is) (?:my|the|this|our)\b|\b(?:please )?(?:find|see)\b|\battach\w*\b|\benclosed\b"
    r"|\bi['’]?m sending\b|\breport(?: \d+)?\s*:|\A\W*(?:my|the) (?:\w+ ){0,2}report(?: \d+)?\W*(?:\.|\n|\Z)",
    re.IGNORECASE,
)
_OWN = expression(r"\b(?:my|mine|our)\b(?! (?:interest|information)\b)", re.IGNORECASE)
_ANOTHERS = expression(
    r"\breports? (?:of|by|from) (?:another|a different|some other|the other)\b"
    r"|\b(?:another|a different) (?:\w+ ){1,2}?(?:['’]s )?reports?\b|\b(?:another|different) \w+['’]s reports?\b"
    r"|\blast year['’]?s reports?\b|\breports? (?:\w+ ){0,10}?that i (?:found|came across|read)\b",
    re.IGNORECASE,
)


def is_other_thing(mail: Mail, own: Enrolment) -> bool:
    """Whether what comes with it is called a paper of the office's, something to come, or another one's."""
    said = said_in(mail.top, frozenset(), frozenset(mail.sender_name.casefold().split())).strip()
    words = _LINK.sub(" ", said)
    if len(words.split()) > FEW:
        return False
    if _ANOTHERS.search(words) and not _OWN.search(words):
        return True
    if links_in(mail) and not mail.files and _TO_COME.search(words) and not _IS_HERE.search(words):
        return True
    names = [d.name.rpartition(".")[0].replace("_", " ").replace("-", " ") for d in mail.files]
    if any(_SAYS_REPORT.search(x) for x in (mail.subject, words, *names)):
        return False
    by_name = bool(names) and all(_IS_PAPER.fullmatch(x) for x in names)
    lines = re.split(r"(?<=[.!?])\s|\n", words)
    paper = by_name or _IS_PAPER.fullmatch(mail.subject) or any(map(_BRINGS_PAPER.search, lines))
    return bool(paper) and re.search(_PAPER, own.project, re.IGNORECASE) is None
