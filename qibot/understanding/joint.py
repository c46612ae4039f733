"""A joint report: whose it is besides its sender's (programme.md, 3a).

It counts for each practitioner whom it names and to whom it went, too: in their own enrolment, with a receipt of their
own and a forward to their own mentor. The sender's covering words go to the sender's mentor alone. Where it names a
practitioner to whom it didn't go, stands in the mail itself among the sender's words, or comes beside a word for the
team alone, it counts for its sender, and the team is asked about the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import Event, MessageUnplaced, ReportReceived
from qibot.message import Mail
from qibot.model import ANOTHERS, CHARTER, Enrolment, Role, Status, named
from qibot.people import Directory, found_in
from qibot.understanding.clouds import links_in
from qibot.understanding.context import Context
from qibot.understanding.practitioners_words import report_or_message

LOOKED_AT = 600  # characters of a mail's own words in which it says that its report is a joint one
MOST = 8  # practitioners of one report
ASKED = "it brings {report}, which counts for {sender} already, and says that it is {other}'s, too"
UNSENT = ", to whom it didn't go"
_SENT = r"(?:reports?|updates?|submissions?|returns?|pdsas?)"
_OTHER = r"(?!\W+(?:working|work|visits?|inspections?|clinics?|teams?|meetings?|sessions?|commissioning|boards?)\b)"
_JOINT = re.compile(
    rf"\bjoint(?:ly)?\b{_OTHER}\W+(?:[\w']+\W+){{0,3}}{_SENT}\b"
    rf"|\b{_SENT}\W+(?:[\w']+\W+){{0,3}}(?:jointly|together)\b"
    rf"|\b{_SENT}\W+(?:is|was|as)\W+(?:[\w']+\W+){{0,2}}joint\b{_OTHER}|\bjoint one\b"
    r"|\bon behalf of (?:us|both|all)\b|\b(?:for|from|by) (?:us both|both of us|the (?:two|three) of us)\b"
    r"|\b(?:wrote|written|did|done|prepared|compiled)\W+(?:[\w']+\W+){0,4}(?:jointly|together)\b"
    rf"|\b(?:shared|combined)\W+(?:[\w']+\W+){{0,2}}{_SENT}\b",
    re.IGNORECASE,
)
_OURS = re.compile(rf"\bour\W+(?:[\w']+\W+){{0,3}}{_SENT}\b|\bboth of (?:us|our)\b", re.IGNORECASE)
_DENIED = re.compile(  # right before it: “this isn't a joint report”, “Sam and I no longer do a joint report”
    r"(?:\b(?:not|no longer|never|neither|without|instead of|rather than)|\w\w?n['’]t)\s+(?:[\w'’]+\s+){0,3}\Z",
    re.IGNORECASE,
)


def jointly(event: Event, context: Context, almanac: Almanac) -> Event:
    """The event with what it is for others beside the sender, or as a question to the team; itself where nothing says
    that it is a joint report."""
    if not isinstance(event, ReportReceived) or event.number == CHARTER or event.apart == ANOTHERS:
        return event
    mail, people, own = event.arrival.mail, context.people, context.load(event.unit).enrolment
    titles = [d.name.replace("_", " ") for d in mail.files] + ([] if mail.is_reply else [mail.subject])
    said = "\n".join([*titles, mail.top[:LOOKED_AT]])
    plainly, perhaps = _says(_JOINT, said), _says(_OURS, said) and not event.apart
    near = [e for e in _addressed(mail, people) if e.unit != own.unit]
    pairs = [e for e in near if _is_pair(own, e, titles)]
    counted = [e for e in near if (plainly or perhaps or e in pairs) and _is_named(e, said)][:MOST]
    far = _named_elsewhere(said, people, {own.unit, *(e.unit for e in near)}) if plainly else []
    brings = bool(mail.sends or links_in(mail))
    effects = [_as_theirs(event, e, context, almanac) for e in counted] if brings and not event.apart else []
    filed = [(e, effect) for e, effect in zip(counted, effects, strict=False) if effect is not None]
    left = [e for e in counted if (plainly or e in pairs) and e not in [x for x, _ in filed]]
    names = {e.unit: e.practitioner.name for e in (own, *(e for e, _ in filed))}
    whole = [_together(one, names) for one in (event, *(effect for _, effect in filed))]
    if asked := [*far, *left]:
        other = asked[0].practitioner
        cause = ASKED.format(report=named(event.number), sender=own.practitioner.name, other=other.name)
        cause += UNSENT if far else ""
        return MessageUnplaced(event.arrival, cause, offered=other.address, effects=tuple(whole))
    return replace(whole[0], effects=tuple(whole[1:]))


def _says(what: re.Pattern[str], said: str) -> bool:
    """Whether it says so and doesn't deny it."""
    return any(not _DENIED.search(said[max(0, m.start() - 60) : m.start()]) for m in what.finditer(said))


def _together(event: ReportReceived, names: dict[str, str]) -> ReportReceived:
    return replace(event, together=tuple(name for unit, name in names.items() if unit != event.unit))


def _as_theirs(event: ReportReceived, e: Enrolment, context: Context, almanac: Almanac) -> ReportReceived | None:
    """The same report in another's enrolment, as their own record has it; None where it can be none there."""
    read = report_or_message(event.arrival, context.load(e.unit), None, almanac)
    if not isinstance(read, ReportReceived) or read.number == CHARTER:
        return None
    return replace(read, apart=ANOTHERS)


def _addressed(mail: Mail, people: Directory) -> list[Enrolment]:
    """The active enrolments of the practitioners in its To and Cc."""
    units = [u for a in mail.to for u, role in people.parts(a).items() if role is Role.PRACTITIONER]
    return [e for u in dict.fromkeys(units) if (e := people.enrolments[u]).status is Status.ACTIVE]


def _named_elsewhere(said: str, people: Directory, but: set[str]) -> list[Enrolment]:
    """The one other practitioner whose whole name it says; nobody, where several are called so."""
    found = [e for u, e in people.enrolments.items() if u not in but and e.status is Status.ACTIVE]
    found = [e for e in found if " " in e.practitioner.name and found_in(e.practitioner.name, said) is not None]
    names = [e.practitioner.name for e in found]
    return [e for e in found if names.count(e.practitioner.name) == 1]


def _is_named(e: Enrolment, said: str) -> bool:
    name = e.practitioner.name
    return found_in(name, said) is not None or re.search(rf"\b{re.escape(name.split()[0])}\b", said) is not None


def _is_pair(own: Enrolment, other: Enrolment, titles: Iterable[str]) -> bool:
    """Whether a subject or a file's name has both: “Report 2 Jo and Sam”."""
    mine, theirs = (re.escape(e.practitioner.name.split()[0]) for e in (own, other))
    both = re.compile(
        rf"\b{mine}\b(?: \w+)?\s*(?:and|&|\+|,)\s*{theirs}\b|\b{theirs}\b(?: \w+)?\s*(?:and|&|\+|,)\s*{mine}\b",
        re.IGNORECASE,
    )
    return any(both.search(title) for title in titles)
