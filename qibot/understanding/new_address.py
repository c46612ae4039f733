"""That its writer is to be written to at another address: the team hears so, who keep the sheet of people.

| beside it stands | becomes |
|---|---|
| nothing, or thanks | for the team alone, with the address that it names |
| anything else | what it is; the team hears of the address, too |
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.events import (
    Acknowledged,
    Arrival,
    ContactReported,
    DateNamed,
    Event,
    FeedbackReceived,
    MessageIgnored,
    MessageReceived,
    MessageUnplaced,
    ReportReceived,
    WhichAsked,
)
from qibot.message import Mail
from qibot.model import Role
from qibot.people import Directory
from qibot.understanding.clouds import links_in
from qibot.understanding.context import Context
from qibot.understanding.courtesy import is_thanks, names_in
from qibot.understanding.meaning import said_in, sentences

MOVED = "it says that its sender is to be written to at another address"
BESIDE = "/address"  # behind the identity of a mail that goes on
GOES_ON = FeedbackReceived | MessageReceived | ReportReceived | DateNamed | ContactReported
STAYS = Acknowledged | MessageIgnored | WhichAsked
LOOKED_AT = 20_000  # characters of a mail's own words
_ADDRESS = re.compile(r"[\w.+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
_MAIL = r"(?:e-?mail(?: address| account)?|mail address|address|account|inbox|mailbox)"
_OTHER = r"(?:new|other|different|second|personal|private|home|work|school|council|nhs|gmail|correct|right)"
_TO = (
    r"(?:use|using|write to|e-?mail|mail|reach|contact|send (?:\w+ ){0,4}?to|reply to|answer(?: to)?|change to"
    r"|switch to|update)"
)
_MOVED = re.compile(
    rf"\b{_TO} (?:me (?:at|on|under|via) )?(?:my|this|the) (?:{_OTHER} )+{_MAIL}\b"
    rf"|\b(?:e-?mail|mail|write to|reach|contact) me (?:\w+ ){{0,2}}?(?:at|on|under|via|to) (?:{_ADDRESS.pattern})"
    rf"|\bmy (?:{_OTHER} )*{_MAIL} (?:has (?:now )?changed|is changing|is now|will be|changes|will change)\b"
    rf"|\bmy (?:{_OTHER} )+{_MAIL} is\b|\b(?:I['’]ve|I have|I) (?:now )?(?:got |moved to |changed to |have )?(?:a|my) "
    rf"(?:new|different) (?:{_OTHER} )*(?:e-?mail|mail)(?: address)?\b|\bmy (?:old|present|current|work) {_MAIL}"
    r" (?:is (?:being )?(?:closed|closing|deleted)|will (?:be (?:closed|deleted)|close|stop)|stops|closes|ends)\b",
    re.IGNORECASE,
)
_USE = re.compile(
    rf"\b(?:use|using|write to|send (?:\w+ ){{0,4}}?to|reply to|change (?:\w+ ){{0,4}}?to) (?:{_ADDRESS.pattern})",
    re.IGNORECASE,
)
_FOR_GOOD = re.compile(r"\b(?:from now on|in (?:the )?future|instead|for me|my|me|going forward)\b", re.IGNORECASE)


def with_new_address(event: Event, context: Context, ours: str) -> Event:
    """The event, with a word to the team where it says so; or that word alone. `ours` is the mailbox's own address."""
    if not isinstance(event, GOES_ON | STAYS) or getattr(event, "role", None) is Role.TEAM or not context.parts:
        return event
    mail = event.arrival.mail
    said = " ".join(said_in(mail.top[:LOOKED_AT], frozenset()).split())
    telling = [one for one in sentences(said) if _tells(one)]
    named = [a for one in (*telling, said) for a in _named(one, mail.sender or "", context.people, ours)]
    if not telling or not (named or any(_is_own(one) for one in telling)):
        return event
    told = MessageUnplaced(event.arrival, MOVED, write_to=named[0] if named else "")
    if _is_all(mail, said, telling, context):
        return told
    if isinstance(event, STAYS):
        return event if isinstance(event, WhichAsked) else told
    # By itself what its writer says beside it waits for nobody: the word to the team is let go alone.
    apart = replace(told, arrival=replace(event.arrival, mail=replace(mail, identity=f"{mail.identity}{BESIDE}")))
    return replace(event, arrival=replace(event.arrival, beside=(*event.arrival.beside, apart)))


def moved(arrival: Arrival, people: Directory, ours: str) -> MessageUnplaced | None:
    """The same of a machine's text, which nobody answers: only where it names the address."""
    mail = arrival.mail
    telling = [one for one in sentences(" ".join(mail.own_text[:LOOKED_AT].split())) if _tells(one)]
    named = [a for one in telling for a in _named(one, mail.sender or "", people, ours)]
    return MessageUnplaced(arrival, MOVED, write_to=named[0]) if named else None


def _tells(sentence: str) -> bool:
    found = _MOVED.search(sentence)
    return found is not None or (_USE.search(sentence) is not None and _FOR_GOOD.search(sentence) is not None)


def _named(said: str, sender: str, people: Directory, ours: str) -> list[str]:
    """The addresses that may be the writer's new one: the one from which they write isn't, nor somebody else's."""
    found = (x.lower().rstrip(".") for x in _ADDRESS.findall(said))
    own = people.addresses_of(sender)
    return [a for a in found if a not in (sender, ours.lower()) and (a in own or not people.parts(a))]


def _is_own(sentence: str) -> bool:
    """Whether it says so of its writer's own mail though it names no address."""
    return re.search(r"\b(?:my|me|I)\b.*mail", sentence, re.IGNORECASE) is not None


def _is_all(mail: Mail, said: str, telling: list[str], context: Context) -> bool:
    """Whether nothing else is said but thanks, and nothing brought."""
    if mail.sends or links_in(mail):
        return False
    for one in telling:
        said = said.replace(one, "")
    rest = replace(mail, text=said, html="")
    return all(is_thanks(rest, names_in(part.case)) for part in context.parts[:1])
