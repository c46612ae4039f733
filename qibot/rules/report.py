"""A report has come in (guidance, sections 3 and 4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from qibot.calendar import Almanac, feedback_day, late
from qibot.config import Config
from qibot.events import (
    AS_BEFORE,
    TO_ANOTHER,
    Decision,
    Notice,
    ReportReceived,
    ToldInConfidence,
    free_key,
)
from qibot.message import Mail, ReadersPart, told_apart, without_others
from qibot.model import (
    AMID,
    ANOTHERS,
    CHARTER,
    FORMER,
    Case,
    Contact,
    Document,
    Drop,
    Enrolment,
    Person,
    Put,
    Report,
    Role,
    Status,
    Submission,
    Unsent,
    apply,
    named,
)
from qibot.rules.charter import charter_copy
from qibot.rules.confidence import on_told_in_confidence
from qibot.rules.forward import facts_of, forward_notice, was_forwarded
from qibot.rules.readers import has_it, unpacked
from qibot.rules.receipt import receipt
from qibot.rules.retold import amid_report, retold
from qibot.understanding import has_new_mentor, hides_from_manager, links_in, same_documents

LINKS = 10


def on_report_received(case: Case, event: ReportReceived, config: Config) -> Decision:
    """Log it, thank the practitioner, hand it to the mentor with every document as it was sent.

    A new version is as punctual as the first one was, and doesn't give the mentor less time.
    """
    known = case.submissions(event.number)[-1] if event.asks else sent_before(case, event.arrival.mail, event.number)
    if known is not None:
        return _the_same_again(case, event, known, config)
    almanac = Almanac(config)
    report, submission = _logged(case, event, config)
    later = bool(event.along) and not event.beside  # what was written goes with the first
    facts = {
        **facts_of(case, report, submission, almanac),
        "together": list(event.together),
        "along": [named(n) for n in event.along],
        "later": later,
    }
    contact = Contact(event.arrival.mail.identity, submission.arrived, Role.PRACTITIONER, "report")
    part = _for_mentor(case, event) if not later else ReadersPart("", "")
    facts |= {"former": event.apart == FORMER and not part.words, "left_out": part.left_out}
    forwards = _forwards(case, event, submission, facts, part)
    told = _told_apart_from_it(apply(case, (Put(report), Put(submission))), event, config)  # which shows it as come in
    letters = (receipt(case, event, submission, facts, almanac), *forwards)
    unsent = case.get(Unsent, "unsent")
    come = (Drop(Unsent.table, "unsent"),) if unsent is None or unsent.may_be(event.number) else ()
    return Decision(
        (Put(report), Put(submission), Put(contact), *told.changes, *come),
        (*(replace(n, key=free_key(case, n.key)) for n in letters), *told.notices),
    )


def _logged(case: Case, event: ReportReceived, config: Config) -> tuple[Report, Submission]:
    """The report, and this version of it, as they are put on record."""
    mail, arrived = event.arrival.mail, _counted(case, event, config)
    almanac = Almanac(config)
    before = case.report(event.number)
    version = before.versions + 1 if before else 1
    feedback_due = _feedback_due(event, before, almanac)
    first = min(before.received, arrived) if before else arrived  # an earlier message may be filed anew
    report = Report(
        number=event.number,
        received=first,
        late=before.late if before and before.received <= arrived else late(case, almanac, event.number, arrived),
        versions=version,
        feedback_due=feedback_due,
        due_known=almanac.day(event.arrival.taken or arrived),
        answered=before.answered if before else None,
    )
    return report, Submission(
        number=event.number,
        version=version,
        arrived=arrived,
        late=report.late,
        sender=case.enrolment.practitioner.address if event.apart == ANOTHERS else mail.sender or "",
        subject=mail.subject,
        message_id=mail.message_id,
        archived=event.arrival.archived,
        documents=_documents(mail),
        cut=mail.cut,
        apart=event.apart,
        links=tuple(links_in(mail)[:LINKS]),
        kept_from=_kept_from(case, mail),
    )


def _documents(mail: Mail) -> tuple[Document, ...]:
    """What came with it; pictures are documents where nothing else came."""
    pictured = (*mail.photographs, *(mail.pictures if not mail.files else ()))
    return tuple(replace(d, inline=d.inline and d not in pictured) for d in mail.documents)


def _forwards(
    case: Case, event: ReportReceived, submission: Submission, facts: dict[str, Any], part: ReadersPart
) -> list[Notice]:
    """The mentor's letter with this part of the words, and of a charter the manager's copy of it. Who has the mail
    already gets what is new to them: the day, and what only Outlook could open."""
    mail = event.arrival.mail
    forward = replace(forward_notice(case, submission, facts), words=part.words, page=part.page)
    copies = [charter_copy(case, forward, event)] if event.number == CHARTER else []
    if has_it(case.enrolment.mentor, mail):
        out = unpacked(mail)
        told_so = {**facts, "direct": True, "unpacked": bool(out)}
        forward = replace(forward, facts=told_so, words="", page="", documents=out)
    return [forward, *copies]


def _kept_from(case: Case, mail: Mail) -> str:
    """The address of the manager where the subject or the words beside the report ask that they don't see it."""
    manager = case.enrolment.manager
    hides = manager is not None and any(
        hides_from_manager(said, manager, case.enrolment.mentor) for said in (mail.subject, mail.own_text)
    )
    return manager.address if manager is not None and hides else ""


def _for_mentor(case: Case, event: ReportReceived) -> ReadersPart:
    """The words beside the documents that are for whoever is the mentor now; what others wrote below is left out."""
    mail, e = event.arrival.mail, case.enrolment
    if event.apart == AMID and not has_new_mentor(case, event.arrival.arrived):
        return amid_report(mail, case)
    if event.apart in (FORMER, AMID):
        return retold(mail, case, e.mentor, managed=e.manager is not None and _is_same(e.manager, e.mentor))
    if event.apart:
        return ReadersPart("", "")
    read = without_others(mail, case, (e.mentor,))
    return ReadersPart(*told_apart(read, case), left_out=read is not mail)


def is_filed(case: Case, event: ReportReceived) -> bool:
    """Whether this very message has been filed as a report here: an effect is carried out once."""
    return any(s.archived == event.arrival.archived for s in case.all(Submission).values())


def sent_before(case: Case, mail: Mail, number: int) -> Submission | None:
    """The version of this report that holds the very same documents; None of a mail without any, or with others."""
    return next((s for s in case.submissions(number) if same_documents(mail, s)), None)


def _the_same_again(case: Case, event: ReportReceived, known: Submission, config: Config) -> Decision:
    """No new version: the practitioner hears that it is there, and a mentor who had it isn't troubled. One who came
    later gets it: that is what it was sent for."""
    almanac, report = Almanac(config), case.all(Report)[str(event.number)]
    facts, forwards = facts_of(case, report, known, almanac), list[Notice]()
    earlier = not was_forwarded(case, known)
    if earlier and not event.asks and not has_it(case.enrolment.mentor, event.arrival.mail):
        later = bool(event.along) and not event.beside
        part = _for_mentor(case, event) if not later else ReadersPart("", "")
        again = replace(
            known, archived=event.arrival.archived, documents=_documents(event.arrival.mail), apart=event.apart
        )
        facts = {**facts_of(case, report, again, almanac), "later": later, "left_out": part.left_out}
        facts["along"] = [named(n) for n in event.along]
        forwards = _forwards(case, event, again, {**facts, "earlier": True}, part)[:1]  # the manager had the charter
    answer = receipt(case, event, known, {**facts, "again": True, "earlier": earlier}, almanac)
    mark = event.arrival.mail.identity
    key = f"receipt/{case.unit}/again/{mark}" + (f"/{event.number}" if event.along else "")
    answer = replace(answer, key=free_key(case, key))
    forwards = [replace(x, key=free_key(case, f"{x.key}/{case.enrolment.mentor.address}")) for x in forwards]
    return Decision((Put(Contact(mark, event.arrival.arrived, Role.PRACTITIONER, "report")),), (answer, *forwards))


def _counted(case: Case, event: ReportReceived, config: Config) -> datetime:
    """When the report counts as having come: with the mail that said so and had forgotten it, if that was lately."""
    arrived, unsent = event.arrival.arrived, case.get(Unsent, "unsent")
    if (
        unsent
        and unsent.may_be(event.number)
        and unsent.at <= arrived <= unsent.at + timedelta(days=config.programme.forgotten_days)
    ):
        return unsent.at
    return arrived


def _told_apart_from_it(case: Case, event: ReportReceived, config: Config) -> Decision:
    """What the covering words tell the team alone. The writer's receipt says so, and they need no second answer."""
    if event.apart in ("", ANOTHERS, FORMER):
        return Decision()
    words = told_apart(event.arrival.mail, case)[0]
    told = ToldInConfidence(event.arrival, case.unit, event.number, Role.PRACTITIONER, words, event.apart, silent=True)
    return on_told_in_confidence(case, told, config)


def _feedback_due(event: ReportReceived, before: Report | None, almanac: Almanac) -> date:
    """Seven days after the arrival; a new version never makes it sooner than was known before."""
    day = feedback_day(event.arrival.arrived, almanac.config.programme)
    if before is None:
        return day
    return before.feedback_due if before.answered else max(before.feedback_due, day)


def forward_again(case: Case, config: Config, now: datetime, before: Enrolment | None = None) -> Decision:
    """The reports that wait for a mentor who hasn't got them: the mentor has changed, or has another address. The new
    one has the usual days from now. They get what is for whoever is the mentor (`retold`); the same person, `before`
    under another address, gets what they had."""
    if case.enrolment.status is not Status.ACTIVE:
        return Decision()
    mentor, almanac = case.enrolment.mentor, Almanac(config)
    managers = [e.manager for e in (before, case.enrolment) if e and e.manager]
    notices, changes = [], []
    for report in case.pending():
        last = case.submissions(report.number)[-1]
        if was_forwarded(case, last):
            continue
        later = max(report.feedback_due, feedback_day(now, config.programme))
        report = replace(report, feedback_due=later, due_known=almanac.day(now))
        changes.append(Put(report))
        theirs = before is not None and _is_same(before.mentor, mentor) and written_to(case, last, before.mentor)
        facts = {**facts_of(case, report, last, almanac), "managed": any(_is_same(m, mentor) for m in managers)}
        facts["before"] = before.mentor.name if before else ""
        notice = forward_notice(case, last if theirs else replace(last, apart=last.apart or FORMER), facts)
        whole = "" if last.apart not in ("", FORMER, AMID) else AS_BEFORE if theirs else TO_ANOTHER
        notices.append(replace(notice, key=free_key(case, f"{notice.key}/{mentor.address}"), retold=whole))
    return Decision(tuple(changes), tuple(notices))


def _is_same(one: Person, other: Person) -> bool:
    """Whether it is the same person, perhaps with another address."""
    return one.name == other.name or bool(set(one.addresses) & set(other.addresses))


def written_to(case: Case, submission: Submission, mentor: Person) -> bool:
    """Whether the words beside a version's documents were written while this was the mentor: they got it at once."""
    first = case.letters.get(f"forward/{case.unit}/{submission.key}")
    return first is not None and bool(set(first.to) & set(mentor.addresses)) and submission.apart != FORMER
