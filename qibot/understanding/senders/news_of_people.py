"""News for the sheet of people (telling_news.py): the team hears of it, who keep the sheet.

| beside it stands | becomes |
|---|---|
| nothing, or thanks | for the team alone, with the address that it names; talk of who manages whom goes on, too |
| anything else, and it greets the team | for the team alone |
| anything else | what it is; the team hears the news, too |

Neither feedback nor leaving is told by news alone. An address that nobody in the programme has is news, too.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.events import (
    Acknowledged,
    Arrival,
    CircumstancesReported,
    CommandUnclear,
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
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Role
from qibot.people import Directory, name_words
from qibot.understanding.links.clouds import links_in
from qibot.understanding.matter.context import Context
from qibot.understanding.meaning import said_in, sentences
from qibot.understanding.phrases.courtesy import is_thanks, names_in
from qibot.understanding.phrases.promised import OF_PROJECT
from qibot.understanding.phrases.telling_news import (
    ADDRESS,
    COPIED,
    ELSEWHERE,
    MANAGED,
    MOVED,
    NAMED,
    THEIRS,
    UNKNOWN,
    news_in,
    without_copying,
)

BESIDE = "/address"  # behind the identity of a mail that goes on
GOES_ON = FeedbackReceived | MessageReceived | ReportReceived | DateNamed | ContactReported | CircumstancesReported
STAYS = Acknowledged | MessageIgnored | WhichAsked | CommandUnclear
TALK = (MANAGED, NAMED, ELSEWHERE)  # what the others of the matter may hear as well
LOOKED_AT = 20_000  # characters of a mail's own words
_GRAVE = (
    r"(?:leav\w*|left|stop\w*|withdr\w+|paus\w+|giv\w+ up|quit\w*|drop\w* out|pull\w* out|maternity|paternity"
    r"|pregnan\w+|resign\w*|retir\w+|finish\w*|last day|can['’]t|cannot|no longer|won['’]t|died|dying|death|funeral"
    r"|ill|sick\w*|unwell|poorly|hospital|surgery|operation|signed off|away"
    r"|off (?:on|work|with|until|till|for|(?:this|next) (?:week|month|term))|honeymoon|holidays?|accident|baby"
    r"|divorc\w+|late|later|time|snowed|swamped|busy|behind|lost|again|not (?:done|ready|finished)"
    r"|wants? the report)"
)
_GOES, _I_GO = expression(rf"\b{_GRAVE}\b", re.IGNORECASE), expression(rf"\b[Ii]\b[^.,;]*\b{_GRAVE}\b")
OWN = (Role.PRACTITIONER, Role.MENTOR)  # a manager's “team” may be their own
_GREETS_TEAM = expression(
    r"\W*(?:(?:dear|hi|hello|hey|good \w+),? )?(?:all at |the )*(?:[\w&'’-]+ ){0,3}team\b"
    r"(?! (?:has|is|are|was|meeting))(?!.{0,40}\bdear\b)",
    re.IGNORECASE,
)
# What a machine says of its owner's address, with the new one in that sentence or the next; another person's is none.
_CHANGES = expression(
    r"\b(?:my|our|this|the|all|new) (?:[\w-]+ ){0,3}?(?:e-?mail|mail|address(?:es)?|mailbox(?:es)?|inbox|domain"
    r"|account)s?"
    r"(?: \w+){0,2}? (?:has|have|is|are|will|changed|changes|moved|moves)(?: \w+){0,2}?"
    r" (?:chang\w+|clos\w+|mov\w+|migrat\w+|new|now)\b"
    r"|\bmoved to (?:a|our|the) new (?:e-?mail )?(?:domain|address|system)\b"
    r"|\b(?:new|updated?) (?:e-?mail )?(?:address|contact|account)\b|\bupdate (?:your|my) (?:records|contacts|address)",
    re.IGNORECASE,
)
_OF_OTHERS = expression(
    r"\b(?:urgent|emergenc\w+|in my absence|colleague|my manager|helpdesk|anything else)\b", re.IGNORECASE
)
SPOKEN = 4  # words of a sentence, beside the address: else it is a signature's
_FIELD = expression(r"\b[A-Z]\w*-[A-Z]\w*: ")  # a mail's field (“Message-ID: ”): nobody speaks so


def with_news(event: Event, context: Context, ours: str) -> Event:
    """The event, with a word to the team where it tells such; or that word alone. `ours` is the mailbox's address."""
    if not isinstance(event, GOES_ON | STAYS) or getattr(event, "role", None) is Role.TEAM or not context.parts:
        return event
    if isinstance(event, WhichAsked) and event.earlier:
        return event
    mail = event.arrival.mail
    said = " ".join(said_in(mail.top[:LOOKED_AT], frozenset(), _own_names(context, mail)).split())
    names = _names(context, mail)
    told = [(one, why) for one in sentences(said) if (why := _news(one, names, context, mail, ours))]
    if not told:
        return event
    causes = [why for _, why in told]
    cause = next((why for why in causes if why != UNKNOWN), UNKNOWN)
    named = [
        a for one in (*(one for one, _ in told), said) for a in _named(one, mail.sender or "", context.people, ours)
    ]
    if cause == MOVED and not (named or any(_is_own(one) for one, why in told if why == MOVED)):
        return event
    news = MessageUnplaced(event.arrival, cause, write_to=named[0] if named and cause in (MOVED, THEIRS) else "")
    alone = cause != UNKNOWN and _is_all(mail, said, [one for one, _ in told], context)
    goes_on = isinstance(event, DateNamed) or (isinstance(event, MessageReceived) and cause in TALK)
    if _GREETS_TEAM.match(said) and isinstance(event, MessageReceived) and event.role in OWN and cause != UNKNOWN:
        return news
    own = context.parts[0].role is Role.PRACTITIONER
    if alone and not goes_on and not _is_grave(event, cause, said, of_practitioner=own):
        return news
    if isinstance(event, Acknowledged | MessageIgnored):
        return news
    # By itself what its writer says beside it waits for nobody: the word to the team is let go alone.
    apart = replace(news, arrival=replace(event.arrival, mail=replace(mail, identity=f"{mail.identity}{BESIDE}")))
    return replace(event, arrival=replace(event.arrival, beside=(*event.arrival.beside, apart)))


def moved(arrival: Arrival, people: Directory, ours: str) -> MessageUnplaced | None:
    """The same of a machine's text, which nobody answers: only where it names the writer's new address."""
    mail = arrival.mail
    said = sentences(" ".join(mail.own_text[:LOOKED_AT].split()))
    telling = [n for n, one in enumerate(said) if news_in(one, {}) == MOVED or _CHANGES.search(one)]
    behind = [n + 1 for n in telling if n + 1 < len(said) and not _OF_OTHERS.search(said[n + 1])]
    named = [a for n in (*telling, *behind) for a in _named(said[n], mail.sender or "", people, ours)]
    return MessageUnplaced(arrival, MOVED, write_to=named[0]) if named else None


def _is_grave(event: Event, cause: str, said: str, *, of_practitioner: bool) -> bool:
    """Whether the team hears of more than a change, of an illness or that somebody goes; a manager may."""
    if not isinstance(event, CircumstancesReported | MessageReceived | WhichAsked):
        return False
    if isinstance(event, CircumstancesReported) and event.nature == "sent":
        return True
    said = without_copying(said, of_practitioner=of_practitioner) if cause == COPIED else said
    return (_I_GO if cause == MANAGED else _GOES).search(said) is not None


def _news(sentence: str, names: dict[str, str], context: Context, mail: Mail, ours: str) -> str:
    """What a sentence tells of the sheet; an address that is nobody's is told where it stands in a sentence."""
    role = context.parts[0].role
    if why := news_in(sentence, names, of_manager=role is Role.MANAGER, of_mentor=role is Role.MENTOR):
        return why
    if "@" not in sentence:
        return ""
    spoken = len(ADDRESS.sub(" ", sentence).split()) >= SPOKEN and not _FIELD.search(sentence)
    return UNKNOWN if spoken and _named(sentence, mail.sender or "", context.people, ours) else ""


def _names(context: Context, mail: Mail) -> dict[str, str]:
    """Whose each name is; the writer's own first name is OWN."""
    names: dict[str, str] = {}
    for part in context.parts:
        e = part.case.enrolment
        for people, whose in ((e.manager, "MGR"), (e.mentor, "MENT"), (e.practitioner, "PRAC")):
            names |= dict.fromkeys(name_words([people]) if people else (), whose)
            if people and mail.sender in people.addresses:
                names[people.name.split()[0].lower()] = "OWN"
    return names


def _own_names(context: Context, mail: Mail) -> frozenset[str]:
    enrolments = [part.case.enrolment for part in context.parts]
    everybody = [p for e in enrolments for p in (e.practitioner, e.mentor, e.manager) if p]
    return name_words(p for p in everybody if mail.sender in p.addresses)


def _named(said: str, sender: str, people: Directory, ours: str) -> list[str]:
    """The addresses that may be the writer's new one: the one from which they write isn't, nor somebody else's."""
    found = (x.lower().rstrip(".") for x in ADDRESS.findall(said))
    own = people.addresses_of(sender)
    return [a for a in found if a not in (sender, ours.lower()) and (a in own or not people.parts(a))]


def _is_own(sentence: str) -> bool:
    """Whether it says so of its writer's own mail though it names no address."""
    return re.search(r"\b(?:my|me|I)\b.*mail", sentence, re.IGNORECASE) is not None


def _is_all(mail: Mail, said: str, telling: list[str], context: Context) -> bool:
    """Whether nothing else is said but thanks, and nothing brought; nor of the project in the very sentence."""
    if mail.sends or links_in(mail) or any(OF_PROJECT.search(one) for one in telling):
        return False
    for one in telling:
        said = said.replace(one, "")
    rest = replace(mail, text=said, html="")
    return all(is_thanks(rest, names_in(part.case)) for part in context.parts[:1])
