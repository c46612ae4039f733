"""A mentor's word about something that came beside the report, or that isn't theirs: it is no feedback.

| it speaks, sentence by sentence, of nothing but | becomes |
|---|---|
| another paper that came with the report (“the consent form reads fine, just shorten it”) | a message |
| receipts, expenses and the like, and that these are somebody else's (“not my department, the receipts”) | a message |
| that paper, and a day for the report | the new day, and the message |

That another paper came is told by its file's name, beside which another file must be the report. What the project is
made of, a verdict on the report, and a word more in what isn't theirs leave it what it was.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import Arrival, DateNamed, MessageReceived
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Role
from qibot.understanding.matter.wording import is_marked, says_more
from qibot.understanding.meaning import Meaning, sentences
from qibot.understanding.mentors.confided import is_private_beside
from qibot.understanding.phrases.courtesy import is_courtesy, names_in, typed
from qibot.understanding.phrases.plainly import names_project
from qibot.understanding.phrases.promised import promised_day

MOST = 45  # words of such a mail
_PAPERS = (  # what may stand in a file's name, and how its mentor may call it
    (r"consent", r"consent(?: forms?)?|forms?"),
    (r"forms?", r"forms?"),
    (r"receipts?|expenses?|invoices?|claims?|mileage", r"receipts?|expenses?|invoices?|claims?|forms?|mileage"),
    (r"templates?", r"templates?"),
    (r"posters?", r"posters?"),
    (r"leaflets?|flyers?", r"leaflets?|flyers?"),
    (r"letters?", r"letters?"),
    (r"surveys?|questionnaires?", r"surveys?|questionnaires?"),
    (r"info(?:rmation)? sheets?", r"info(?:rmation)? sheets?|sheets?"),
    (r"invit\w+", r"invit\w+"),
    (r"agendas?", r"agendas?"),
)
_REPORT = expression(
    r"\b(?:reports?|feedback|even better|liked?|aims?|charts?|project|reflection|prediction|pdsas?|test(?:s|ed|ing)?"
    r"|change ideas?|measures?|data|numbers|everything|both|all of it|rest|overall|otherwise)\b",
    re.IGNORECASE,
)
_LATER = expression(
    r"\W*(?:(?:and )?(?:the |your )?(?:report|feedback|rest|more)\b.{0,12}\b(?:i['’]ll|i will|soon|later|to follow"
    r"|follows?|next week|tomorrow|tonight|this week|at the weekend|on \w+day|by \w+day|comes?)\b.{0,30}"
    r"|(?:i['’]ll|will|i will) (?:do|read|look at|get to|come to|come back to you (?:on|about)|send) (?:the|your|my)"
    r" (?:report|feedback)\b.{0,40}|more (?:soon|later|to follow|to come)|no time for more)\W*",
    re.IGNORECASE,
)
_GOES_ON = expression(r"\b(?:it|its|that|this|they|them)\b", re.IGNORECASE)
_MONEY = (
    r"(?:receipts?|expenses?(?: claims?)?|invoices?|(?:travel |mileage |expenses? )?claims?|mileage|travel costs?"
    r"|fares?|petty cash|refunds?)"
)
_THOSE = rf"(?:(?:the|your|those|these|any) )?(?:\w+ )?{_MONEY}"
_OFFICE = (
    r"(?:finance|payroll|hr|accounts?|admin|(?:the|your) (?:office|finance|accounts|hr|payroll|admin|school office)"
    r"(?: (?:team|office|department|people|desk))?|(?:the|your) (?:manager|team|bursar|business manager)"
    r"|(?-i:[A-Z][\w'’-]+)(?: in (?:finance|accounts|the office|payroll|hr))?)"
)
_WITH_THEM = rf"(?:{_THOSE}|them|it|that|those|these)"
_NOT_MINE = expression(
    r"(?:(?:sorry|and|but|so|well|oh|hi|i['’]?m afraid)[ ,]*)*(?:"
    r"(?:(?:that|this|it)(?:['’]?s| is) |they(?:['’]?re| are) )?(?:nothing|not (?:one|something)) for me"
    rf"|(?:that['’]?s |they['’]?re )?not my (?:department|area|job|field|business|remit|thing|patch)(?: {_THOSE})?"
    rf"|(?:i have |i['’]?ve |i['’]?ve got |got )?no idea(?: at all)?(?: (?:about|of) {_WITH_THEM})?"
    r"|i (?:don['’]?t|do not|can['’]?t|cannot|never) (?:deal with|do|handle|see|sign|sign off|pay|help with"
    rf"|know (?:anything |much )?about) {_WITH_THEM}"
    rf"|{_THOSE} (?:(?:should|need to|have to|must|all) )?(?:(?:go|goes|belong)(?: (?:to|with|straight to))?|(?:are|is)"
    rf" (?:for|with)) {_OFFICE}|not (?:to|for|with) me"
    rf"|(?:(?:best|please|better|just|you could|you should|you(?:['’]d| had) better) )*(?:ask|try|contact|speak to"
    rf"|talk to|go to|check with|send {_WITH_THEM} to|take {_WITH_THEM} to) {_OFFICE}"
    rf"(?: (?:about|with|for) {_WITH_THEM})?|{_THOSE})",
    re.IGNORECASE,
)
_OF_MONEY = expression(rf"\b{_MONEY}\b", re.IGNORECASE)
_PARTS = expression(r"[.!;:,()\n]+|\s[-–—]+\s|[–—]")


def sends_elsewhere(mail: Mail, case: Case, found: Meaning) -> bool:
    """Whether all that it says, part by part, is that receipts and the like are somebody else's to deal with. That is
    private nowhere but where a mark says so, whatever the few words weigh."""
    said, names = typed(mail), names_in(case)
    if is_marked(found) or any(is_private_beside(one) for one in found.beside) or says_more(mail, case, 0):
        return False
    if mail.sends or "?" in said or len(said.split(None, MOST)) >= MOST or not _OF_MONEY.search(said):
        return False
    parts = [" ".join(one.split()) for one in _PARTS.split(said)]
    told = [one for one in parts if one and _NOT_MINE.fullmatch(one)]
    plain = [one for one in told if not re.fullmatch(_THOSE, one, re.IGNORECASE)]
    return bool(plain) and all(one in told or is_courtesy(one, names) for one in parts)


def of_paper_beside(
    arrival: Arrival, case: Case, number: int, found: Meaning, almanac: Almanac
) -> MessageReceived | DateNamed | None:
    """What speaks of nothing but another paper that came with the report: a message, and the day that it names for the
    report; None of anything else."""
    mail = arrival.mail
    said, papers = typed(mail), _papers_beside(case, number)
    if not papers or mail.sends or found.in_form or says_more(mail, case, 0) or len(said.split(None, MOST)) >= MOST:
        return None
    told = sentences(said)
    later = [one for one in told if _LATER.fullmatch(one)]
    if not _is_all_of_it([one for one in told if one not in later], papers, names_in(case)):
        return None
    message, report = MessageReceived(arrival, case.unit, number, Role.MENTOR), case.report(number)
    alone = replace(arrival, mail=replace(mail, text="\n".join(later), html=""))
    day = promised_day(alone, almanac) if later and report is not None and report.answered is None else None
    if day is None:
        return message
    return DateNamed(replace(arrival, beside=(*arrival.beside, message)), case.unit, number, day, in_words=True)


def _is_all_of_it(told: list[str], papers: str, names: frozenset[str]) -> bool:
    """Whether each sentence names the paper, or goes on about it, and none has a word of the report."""
    of_paper, begun = re.compile(rf"\b(?:{papers})\b", re.IGNORECASE), False
    for one in told:
        rest = of_paper.sub(" ", one)
        if is_courtesy(one.rstrip(".!"), names):
            continue
        if _REPORT.search(rest) or names_project(rest):
            return False
        if of_paper.search(one) is None and not (begun and _GOES_ON.search(one)):
            return False
        begun = True
    return begun


def _papers_beside(case: Case, number: int) -> str:
    """How another paper may be called that came with the report; empty where its files' names tell of none, or of
    nothing else."""
    names = [d.name.replace("_", " ") for s in case.submissions(number) for d in s.documents]
    told = {
        name: [how for what, how in _PAPERS if re.search(rf"\b(?:{what})\b", name, re.IGNORECASE)] for name in names
    }
    if all(told.values()):
        return ""
    return "|".join(dict.fromkeys(how for called in told.values() for how in called))
