"""What a practitioner says in a few clauses of which each is known, whatever the weights make of them.

| it answers | every clause | becomes |
|---|---|---|
| that nothing was heard of the two this month | is sorry for the silence, or asks the mentor for a talk | a message |
| the question for a document | says what befell the machine, until when, or that so nothing came | circumstances |

One clause more, and it is read as any mail is.
"""

from __future__ import annotations

import re

from qibot.events import CircumstancesReported, Event
from qibot.expression import expression
from qibot.spoken import Spoken
from qibot.understanding.phrases.courtesy import is_courtesy
from qibot.understanding.phrases.in_few_words import typed_in
from qibot.understanding.practitioners.said import Said
from qibot.understanding.reports.delayed import report_delayed

NUDGE, FORGOTTEN = "nudge_contact", "ask_document"
MACHINE = "it says what befell the machine"
MOST = 30
_CLAUSES = expression(r"[.!?;:,\n()]+|\s[–—-]+\s|\b(?:and|but|so)\b", re.IGNORECASE)
_SILENT = Spoken(
    r"(?:i['’]?m |i am )?(?:so |really |very )?(?:sorry|apologies)(?: that| for| if)?"
    r"(?: i(?:['’]ve| have) been| being)(?: a bit| so| rather| very)? (?:hard to (?:get|reach|find|pin down"
    r"|get hold of)"
    r"(?: hold of)?|quiet|out of touch|elusive|slow(?: to (?:reply|answer))?|silent|off the radar)"
    r"(?: (?:this month|lately|recently|of late|these days))*"
    r"|(?:i['’]?m |i am )?(?:so |really |very )?sorry for (?:the|my) (?:silence|radio silence|delay|slow reply)"
)
_TALK = r"(?:a )?(?:quick |short |wee )?(?:call|chat|catch[- ]?up|talk|meeting|phone call|word)"
_WHEN = (
    r"(?:(?:next|this) (?:week|month|\w+day)|(?:on )?(?:mon|tues|wednes|thurs|fri)day|tomorrow|soon|some ?time"
    r"|in the next (?:week|few days)|one day|morning|afternoon)"
)
_ASKS_TALK = Spoken(
    rf"(?:any chance of|could we have|can we have|how about|shall we have|fancy|would you have time for"
    rf"|is there time for"
    rf"|are you free for|do you have time for|could we arrange|can we arrange) {_TALK}(?: {_WHEN})*"
    rf"|(?:could|can|shall) we (?:talk|speak|meet|chat|catch up)(?: {_WHEN})*"
)
_THINGS = r"(?:(?:work |old |school |own )?(?:laptop|computer|pc|machine|hard drive|usb|memory stick))"
_BEFELL_MACHINE = Spoken(
    rf"(?:my|the|our) {_THINGS}(?:['’]s| has| is| was| got|['’]s been| has been| have)?(?: just| now| finally)?"
    r" (?:died|dead|broken|broke|bust|crashed|stolen|packed in|given up|gone|fried|kaput|wiped|hacked"
    r"|away(?: for repair)?)"
    r"(?: (?:on me|today|yesterday|last night|this morning|again|completely|on \w+day))*"
)
_BESIDE_MACHINE = Spoken(
    r"(?:it|they|the it (?:team|people|desk|department)|helpdesk|repair shop)(?: have| has|['’]ve|['’]s)?(?: got)?"
    r"(?: it)?(?: in)?(?: for repair)?(?: (?:till|until|since|for) (?:next )?(?:week|\w+day|monday|a (?:week"
    r"|few days)|the"
    r" \d{1,2}(?:st|nd|rd|th)?))?"
    r"|(?:that['’]s|that is|which is|this is) why (?:there was |there['’]s |it had |i had |you got )?(?:nothing"
    r"|no (?:file"
    r"|document|attachment|report))(?: was| is| there)?(?: attached| in it| came| on it)?"
    r"|(?:the |my )?report(?:['’]s| is| was)(?: still)? (?:on it|in it|stuck on it|lost)"
)


def plainly_said(said: Said) -> Event | None:
    """The event, where each clause says so; None of anything else."""
    mail, answered = said.mail, said.answered
    text = typed_in(mail)
    if answered is None or said.meets or mail.sends or mail.held or said.found.cut or said.found.mark:
        return None
    if not 0 < len(text.split()) <= MOST:
        return None
    told = _told(text, said.names)
    if answered.name == NUDGE and _are_all(told, _SILENT, _ASKS_TALK) and any(_ASKS_TALK.is_all_of(x) for x in told):
        return said.message() if said.found.speaks_of("MENT-V") else None
    if answered.name == FORGOTTEN and _are_all(told, _BEFELL_MACHINE, _BESIDE_MACHINE):
        befell = any(_BEFELL_MACHINE.is_all_of(one) for one in told)
        number = report_delayed(mail, said.case, said.number, said.almanac.day(said.arrival.arrived), said.almanac)
        told_so = CircumstancesReported(said.arrival, said.case.unit, number, "exceptional", read=MACHINE)
        return told_so if befell and number else None
    return None


def _told(text: str, names: frozenset[str]) -> list[str]:
    """Its clauses without courtesies and calls; a name is NAME."""
    made = []
    for part in _CLAUSES.split(text):
        words = ["NAME" if w.casefold() in names else w for w in part.split()]
        said = re.sub(r"NAME(?: NAME)+", "NAME", " ".join(words))
        if said and said != "NAME" and not is_courtesy(part, names):
            made.append(said)
    return made


def _are_all(told: list[str], *known: Spoken) -> bool:
    return bool(told) and all(any(one.is_all_of(x) for one in known) for x in told)
