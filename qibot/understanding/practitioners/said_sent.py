"""“I sent it on Friday”: what is said to have been sent, handed in or uploaded, in answer to a reminder of it.

It hasn't arrived, or nobody had been reminded: so that its sender isn't chased on, the team hears of it, and who says
so hears that it has to be sent again. Clause by clause: one that is denied, asked, or still to come says nothing of the
kind, nor does one that says it of something else (“I have sent the survey out”).
"""

from __future__ import annotations

import re

from qibot.calendar import Almanac, delayed_report
from qibot.events import Arrival, CircumstancesReported, Event
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Letter, Role
from qibot.understanding.links.clouds import links_in
from qibot.understanding.meaning import Meaning, sentences
from qibot.understanding.meaning.families import families_in
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.reports.arrived import asks_whether_it_came
from qibot.understanding.reports.sending import PLAIN, says_attached

SENT = "sent"  # the nature of such circumstances
READ = "it is said to have been sent"
REMINDS = ("remind_deadline", "remind_missing", "remind_missing_again")
SPEAKS_OF_IT = ("explain_why", "check_in")  # which say so to a practitioner, where a report is overdue
GRAVE = {"@ill", "@death", "@calamity", "@kin"}
LONGEST = 60  # words of a mail that says no more than this
_CLAUSES = expression(
    r"[,;:–—()?!]|\s-\s|\b(?:but|because|so|as|since|although|though|when|and (?:I|we|she|he|they))\b"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
_REPORT = r"(?:report|copy|one|document|file|pdf|write-?up|submission|form|paper|attachment)s?(?: \d+)?"
_IT = (
    rf"(?:it|this|that|them|mine|hers|his|ours|theirs|both|report(?: \d+)?"
    rf"|(?:my|the|our|her|his|their|that|this|a|your)(?: \w+){{0,3}}? {_REPORT})"
)
_THEN = (
    rf"(?:\W*$|\s+(?:to|on|in|at|by|via|last|already|off|over|through|direct(?:ly)?|straight|ages|back|before|for"
    rf"|earlier"
    rf"|yesterday|this (?:morning|afternoon|week)|along|with|(?:a|two|three|\d+) (?:days?|weeks?|fortnight)|{_DAY}"
    r"|from (?:home|work|school|(?:my|her|his) (?:home|work|other|personal|own|school|gmail|old|new))|twice"
    r"|as well|too)\b)"
)
_PLACE = (
    r"(?:sharepoint|teams|one ?drive|google|drive|dropbox|folder|portal|post|pigeon ?hole|in-?tray|tray"
    r"|internal mail|shared \w+|site"
    r"|system|channel)"
)
_GOES = r"(?:sent|submitted|e-?mailed|mailed|uploaded|posted|forwarded|faxed|shared|delivered)"
_SENT = expression(
    # sent it, sent in, handed it in; not “sent the survey”, “handed in my notice”
    rf"\b{_GOES}(?:(?: (?!as\b|the\b|a\b|with\b|out\b|home\b|from\b|me\b|us\b)\w+)? {_IT}\b|(?: in| off)?{_THEN})"
    rf"|\bdid (?:actually |really |definitely )?(?:send|submit|e-?mail|upload|post|forward|hand) {_IT}\b"
    rf"|\b(?:handed|turned|dropped) (?:{_IT} (?:in|over|off)\b|(?:in|over|off)(?:{_THEN}| {_IT}\b))"
    rf"|\bput {_IT} (?:in|into|on|up on|onto) (?:\w+ ){{0,2}}?{_PLACE}\b"
    r"|\b(?:gave|given|handed|passed) (?!me\b|us\b)(?:\w+ )?(?:it|mine|hers|(?:my|the|her|his|a)(?: \w+){0,2}?"
    r" (?:report|copy|print-?out))\b"
    rf"|\b(?:{_IT}|one) (?:all )?went (?:(?:in|off|over){_THEN}|to (?:you|ann|them|the)\b|on the \d|on \d"
    rf"|on {_DAY}|last\b|yesterday)"
    r"|\b(?:it|that|this|report)(?:['’]s| is| was)? (?:in|on) (?:my|the|her|his) (?:sent|out)\b|\bsent (?:items"
    r"|box|folder|mail)\b"
    r"|\balready (?:in|with (?:you|ann|them|her|him)|there)\W*$"
    r"|^\W*(?:i (?:thought|think|believe) )?(?:you|ann|they)(?: should|['’]ve| have| has)? (?:have "
    r"|already )?(?:had|has|have|got) it"
    r"(?: already| since\b.*| now)?\W*$"
    r"|\b(?:it|this|that|report)(?:['’]s| is) (?:already )?(?:up )?(?:on|in) (?:\w+ )?"
    rf"{_PLACE}\b|\b(?:is|['’]s|was) sending (?:it|ours|both|the report) (?:for|on behalf of)\b",
    re.IGNORECASE,
)
_DENIED = expression(
    r"^\W*(?:have|has|do|does|was|is|are|did(?! send))\b|n['’]t\b|\b(?:not|never|no|nobody|nothing|without|forgot"
    r"|havenae|didnae|will"
    r"|['’]ll|would|should|can|could|to be|going to|about to|must|might|may|if|once|unless|until|till|before"
    r"|need(?:s|ed)? to|hop(?:e|ing)"
    r"|who|what|where|which|how|almost|nearly|meant to|supposed to|(?:still|only) in|wrong)\b|['’](?:ll|d)\b"
    r"|\b(?:I|we|she|he|they)(?: was| were|['’]s been|['’]ve been| has been| have been) (?:\w+ )?(?:sent"
    r"|posted)\b|\byour (?:e-?mail|message)\b",
    re.IGNORECASE,
)
_OF_OTHERS = expression(
    r"\b(?:she|he|they|you|who|mentor) (?:\w+ )?(?:sent|posted|shared|e-?mailed|gave)\b", re.IGNORECASE
)
_AFTER = expression(
    r"\b(?:still in (?:my|the) (?:drafts?|outbox)|in my drafts?|by (?:tomorrow|the end|next)|tomorrow|soon)\b",
    re.IGNORECASE,
)
_HAD = expression(
    r"\bshould(?:['’]ve| have)\b|\b(?:thought|believe\w*|think|sure) (?:that )?(?:I|we|she|he)['’]d\b", re.IGNORECASE
)


def said_sent(
    arrival: Arrival, case: Case, number: int, role: Role, answered: Letter | None, almanac: Almanac
) -> CircumstancesReported | None:
    """The event of an answer to a reminder that says the report was sent; None of anything else."""
    mail = arrival.mail
    name = "" if role is Role.PRACTITIONER else case.enrolment.practitioner.name.split()[0]
    today = almanac.day(arrival.arrived)
    overdue = any(almanac.deadline(case, n) < today for n in almanac.owed(case))
    speaks = REMINDS if role is not Role.PRACTITIONER or not overdue else (*REMINDS, *SPEAKS_OF_IT)
    if answered is None or answered.name not in speaks or not says_it_was_sent(mail, name):
        return None
    report = delayed_report(case, number, today, almanac)
    return CircumstancesReported(arrival, case.unit, report, SENT, role, READ) if report else None


def sent_elsewhere(
    arrival: Arrival,
    case: Case,
    number: int,
    why: str | None,
    found: Meaning,
    answered: Letter | None,
    almanac: Almanac,
) -> Event | None:
    """That it is said to have been sent, in answer to a reminder, unless it says something graver, or brings it now."""
    mail = arrival.mail
    forgets = found.of("forgotten") >= PLAIN and not asks_whether_it_came(mail)
    if found.mark or is_graver(why, mail) or says_attached(mail) or forgets:
        return None
    return said_sent(arrival, case, number, Role.PRACTITIONER, answered, almanac)


def is_graver(why: str | None, mail: Mail) -> bool:
    """Whether what it was read as says more: that they leave, or what befell somebody, in so many words."""
    return why == "leaving" or (why == "exceptional" and bool(families_in(typed(mail)) & GRAVE))


def says_it_was_sent(mail: Mail, name: str = "") -> bool:
    """Whether a short mail that brings nothing says that the report has gone already. `name` is the practitioner's
    where somebody else says so: what that one has passed on to them (“forwarded to Jo”) is a reminder."""
    top = typed(mail)
    if mail.sends or mail.held or links_in(mail) or "://" in typed(mail) or len(top.split()) > LONGEST:
        return False
    said = sentences(top)
    if any(_AFTER.search(x) for x in said):
        return False
    other = (
        re.compile(rf"\b(?:to|on to) (?:her|him|{re.escape(name)})\b|\bsent (?:her|him)\b", re.IGNORECASE)
        if name
        else _OF_OTHERS
    )
    return any(_says_sent(clause) and not other.search(clause) for one in said for clause in _CLAUSES.split(one))


def _says_sent(clause: str) -> bool:
    plain = _HAD.sub(" ", clause)
    found = _SENT.search(plain)
    return found is not None and not _DENIED.search(plain[: found.end()])
