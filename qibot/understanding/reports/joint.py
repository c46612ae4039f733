"""A joint report: whose it is besides its sender's (programme.md, 3a).

It counts for each practitioner whom it names and to whom it went, too: in their own enrolment, with a receipt of their
own and a forward to their own mentor. The sender's covering words go to the sender's mentor alone, and where they tell
of another's circumstances to the team alone.

| of the other one it shows | becomes |
|---|---|
| named, and in To or Cc | counts for both |
| the same, but it is typed into the mail, or comes beside a word for the team alone | the team is asked |
| named in full, or the only one of that first name, but it didn't go to them | the team is asked |
| in To or Cc, and perhaps meant (“Sam and I have been working on this”) | the team is asked |
| somebody of that first name is in To or Cc, but it names another one | the team is asked |
| paused, withdrawn or completed | the team hears |
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qibot.calendar import Almanac, owed_now
from qibot.events import Arrival, Event, MessageReceived, MessageUnplaced, ReportReceived, ReportsAskedAbout
from qibot.message import only_in_page, passed_along
from qibot.model import ANOTHERS, CHARTER, Case, Enrolment, Role, Status, named
from qibot.understanding.links.clouds import links_in
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.persons.of_another import speaks_of_another, tells_of_another
from qibot.understanding.reports.others import around_of, is_pair, others_of, titles_and_words
from qibot.understanding.reports.said_jointly import (
    LOOKED_AT,
    is_plainly_joint,
    says_jointly,
)
from qibot.understanding.reports.sending import report_or_message

ASKED = "it brings {report}, which counts for {sender} already, and says that it is {others}"


def jointly(event: Event, context: Context, almanac: Almanac, *, chosen: bool = False) -> Event:
    """The event with what it is for others beside the sender, or as a question to the team; itself where nothing says
    that it is a joint report. `chosen` says that its writer has been asked already what it is."""
    if not isinstance(event, ReportReceived) or event.number == CHARTER or event.apart == ANOTHERS or event.asks:
        return event
    mail, own = event.arrival.mail, context.load(event.unit).enrolment
    others = others_of(event, own, context)
    brings = bool(mail.sends or links_in(mail))
    firsts = [e.practitioner.name.split()[0] for e in others.spoken]
    told = bool(firsts) and tells(event, context.load(event.unit), firsts, says_jointly, brings=brings)
    if told and not brings and not chosen:  # the words are the report, and can't be left out
        return doubtful(event.arrival, context.load(event.unit), event.number, Role.PRACTITIONER, almanac)
    open_to_all = not event.apart or (told and event.apart != "private")
    if told and brings and not event.apart:
        event = _all(event, apart="private")
    effects = [_as_theirs(event, e, context, almanac) if brings and open_to_all else None for e in others.counts]
    filed = [(e, effect) for e, effect in zip(others.counts, effects, strict=True) if effect is not None]
    left = [(e, "") for e, effect in zip(others.counts, effects, strict=True) if effect is None]
    titles, said = titles_and_words(event)
    plainly = is_plainly_joint(mail, said) or any(is_pair(own, e, titles) for e in others.counts)
    names = {e.unit: e.practitioner.name for e in (own, *(e for e, _ in filed))}
    whole = [_together(one, names) for one in (event, *(effect for _, effect in filed))]
    if asked := [*others.asked, *(left if plainly else [])]:
        held = [
            held_for(event.arrival, e, event.number, context.load, almanac)
            for e, _ in asked
            if e.status is Status.ACTIVE
        ]
        return MessageUnplaced(
            event.arrival, _cause(event, own, asked), offered=_offered(asked), effects=(*whole, *filter(None, held))
        )
    return replace(whole[0], effects=tuple(whole[1:]))


def held_for(
    arrival: Arrival, other: Enrolment, number: int, load: Callable[[str], Case], almanac: Almanac
) -> ReportsAskedAbout | None:
    """That this one isn't chased for the report that may be theirs, too, while the team is asked; None of one that they
    don't owe. Without a number it may be any that they owe."""
    owed = owed_now(load(other.unit), almanac, arrival.arrived)
    numbers = tuple(n for n in owed if number in (0, n))
    return ReportsAskedAbout(arrival, other.unit, numbers) if numbers else None


def tells(
    event: ReportReceived, case: Case, firsts: list[str], says_jointly: Callable[[str], bool], *, brings: bool = True
) -> bool:
    """Whether what goes with the documents, its quotations and what stands in its page alone included, tells of another
    one. Beside documents anything that is said of them may be such: words have no end."""
    mail, around = event.arrival.mail, around_of(case.enrolment)
    said = "\n".join((mail.top, only_in_page(mail)))
    if tells_of_another(said, firsts, around, by_name=not brings, says_jointly=says_jointly):
        return True
    quoted = passed_along(mail, case, LOOKED_AT)
    return brings and (speaks_of_another(said, firsts, says_jointly) or bool(quoted.strip()))


def _cause(event: ReportReceived, own: Enrolment, asked: list[tuple[Enrolment, str]]) -> str:
    others = ", and ".join(f"{e.practitioner.name}'s, too{what}" for e, what in asked)
    numbers = " and ".join(named(one.number) for one in (event, *event.beside))
    return ASKED.format(report=numbers, sender=own.practitioner.name, others=others)


def _offered(asked: list[tuple[Enrolment, str]]) -> str:
    """The address of the first whose it can be made with a click; who rests has to go on before."""
    return next((e.practitioner.address for e, _ in asked if e.status is Status.ACTIVE), "")


def _all(event: ReportReceived, *, apart: str) -> ReportReceived:
    return replace(event, apart=apart, beside=tuple(replace(x, apart=apart) for x in event.beside))


def _together(event: ReportReceived, names: dict[str, str]) -> ReportReceived:
    together = tuple(name for unit, name in names.items() if unit != event.unit)
    return replace(event, together=together, beside=tuple(replace(x, together=together) for x in event.beside))


def as_anothers(event: Event, context: Context) -> Event:
    """What a stranger's or a colleague's mail brings, whose covering words are nobody's to pass on; what they tell
    that is for the team reaches it all the same."""
    if isinstance(event, ReportReceived):
        return _all(event, apart=event.apart or _theirs_apart(event, context))
    if isinstance(event, MessageUnplaced):
        effects = event.effects
        return replace(
            event,
            effects=tuple(
                _all(x, apart=x.apart or _theirs_apart(x, context)) if isinstance(x, ReportReceived) else x
                for x in effects
            ),
        )
    if isinstance(event, MessageReceived) and event.arrival.mail.files:
        return replace(event, apart=ANOTHERS)
    return event


def told_of_apart(event: Event, context: Context) -> Event:
    """What was a stranger's mail, and is said to be the practitioner's own: if it speaks of them as of somebody else,
    its covering words are for the team."""
    if not isinstance(event, ReportReceived) or event.apart or _theirs_apart(event, context) == ANOTHERS:
        return event
    return _all(event, apart="private")


def _theirs_apart(event: ReportReceived, context: Context) -> str:
    """Why a colleague's words are left out: they tell of the practitioner whose report it is, or are only another's."""
    e, mail = context.load(event.unit).enrolment, event.arrival.mail
    around = [p for p in (e.mentor, e.manager) if p is not None]
    told = bool(mail.sends) and tells_of_another(mail.top, [e.practitioner.name.split()[0]], around)
    return "private" if told else ANOTHERS


def _as_theirs(event: ReportReceived, e: Enrolment, context: Context, almanac: Almanac) -> ReportReceived | None:
    """The same report in another's enrolment, as their own record has it; None where it can be none there."""
    read = report_or_message(_whole(event), context.load(e.unit), None, almanac)
    if not isinstance(read, ReportReceived) or read.number == CHARTER:
        return None
    return _all(read, apart=ANOTHERS)


def _whole(event: ReportReceived) -> Arrival:
    """The mail with all its documents, where it brings several reports."""
    mails = [one.arrival.mail for one in (event, *event.beside)]
    documents = {d.start: d for mail in mails for d in mail.documents}
    return replace(event.arrival, mail=replace(mails[0], documents=tuple(documents[n] for n in sorted(documents))))
