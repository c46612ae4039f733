"""What a mentor's mail is that answers nothing: about which report, to whom, or which of them its writer is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import (
    Acknowledged,
    Arrival,
    ConcernTold,
    ContactReported,
    Event,
    FeedbackReceived,
    MessageIgnored,
    MessageReceived,
    MessageUnplaced,
    WhichAsked,
)
from qibot.model import Case, Choice, Role, Status
from qibot.people import name_words
from qibot.understanding.commands.which import CHOICES_LIMIT, choices_of
from qibot.understanding.managers.about_whom import told_of_them
from qibot.understanding.matter.context import Context, Part
from qibot.understanding.matter.wording import is_marked, meant
from qibot.understanding.meaning import Meaning
from qibot.understanding.mentors.beside_thanks import of_beside_thanks, verdict_beside_thanks, verdict_in
from qibot.understanding.mentors.confided import (
    is_private,
    is_private_beside,
    kept_in,
    may_be_kept,
    may_be_private,
    of_nobody,
)
from qibot.understanding.mentors.days_by_name import days_by_name
from qibot.understanding.mentors.of_several import for_several
from qibot.understanding.mentors.of_the_notes import without_notes
from qibot.understanding.mentors.other_paper import brings_other_paper, hands_on_paper
from qibot.understanding.mentors.words import kind_of, latest, of_talk, unkept
from qibot.understanding.persons.addressed import Addressed, addressed
from qibot.understanding.persons.spoken_of import in_parts
from qibot.understanding.phrases.asked_day import asks_for_day
from qibot.understanding.phrases.courtesy import greets_office, names_in, typed
from qibot.understanding.phrases.plainly import is_plainly_feedback
from qibot.understanding.senders.machines import of_machine, of_meeting

PLAIN = 0.5  # from which a mail about nobody in particular is but thanks
NOTHING_WAITS = "its mentor has no report to answer, and it answers none of the bot's letters"


def fresh_from_mentor(arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """What a mentor's mail is that answers nothing. It is passed on only where it can be about just one report, or is
    a word to a practitioner whom it calls by name (addressed.py)."""
    cases = context.cases(Role.MENTOR)
    if (told := _of_one_at_rest(arrival, context)) is not None:
        return told
    if not cases:
        return MessageUnplaced(arrival, NOTHING_WAITS)
    readings = {c.unit: meant(arrival, context, c, Role.MENTOR, None) for c in cases[:CHOICES_LIMIT]}
    if not any(is_marked(one) or any(is_private_beside(x) for x in one.beside) for one in readings.values()) and (
        (days := days_by_name(arrival, context, almanac)) is not None
    ):
        return days
    to = addressed(arrival.mail, context, readings)
    about, found = to.about, _most_private(readings.values())
    if (kept := _kept(arrival, context, to, readings, found, almanac)) is not None:
        return kept
    found = found if about is None else readings.get(about.unit, found)
    doubted = about is None and (may_be_private(found) or _beside(readings.values()))
    if of_meeting(arrival.mail):
        return _invitation(arrival, cases, about)
    if not doubted and greets_office(arrival.mail, name_words([cases[0].enrolment.mentor])):
        return MessageIgnored(arrival, "an acknowledgement")
    if not arrival.mail.sends and found.best == "nothing" and found.of("nothing") >= PLAIN:
        return _beside_thanks(arrival, context, about, almanac) or MessageIgnored(arrival, "an acknowledgement")
    pending = [(case, report) for case in ([about] if about else cases) for report in case.pending()]
    if len(pending) == 1 and not (to.others or doubted):
        case, report = pending[0]
        event = _of_one(arrival, replace(context, number=report.number), case, readings[case.unit], almanac)
        if isinstance(event, FeedbackReceived):
            plain = to.named or is_plainly_feedback(arrival.mail, readings[case.unit], names_in(case))
        else:
            plain = to.named or len(cases) == 1 or not isinstance(event, MessageReceived | ContactReported)
        return without_notes(event, context, almanac) if plain else _for_whom(arrival, context)
    asked = asks_for_day(typed(arrival.mail), almanac.day(arrival.arrived))
    delayed = not doubted and (asked or kind_of(found) == "delay")
    if delayed and (several := for_several(arrival, context, almanac)) is not None:
        return several
    if about and not to.others and (talk := _talk(arrival, about, found, almanac, called=to.called)) is not None:
        return talk
    return asked_which(arrival, context)


def _of_one_at_rest(arrival: Arrival, context: Context) -> Event | None:
    """A word for the team where it names nobody of theirs but one whose enrolment rests, and can't be feedback to
    another: nobody else is offered what is said of that one."""
    spoken = in_parts(arrival.mail, context, Role.MENTOR)
    if len(spoken) != 1 or spoken[0].enrolment.status in (Status.ACTIVE, Status.COMPLETED) or arrival.mail.sends:
        return None
    found = meant(arrival, context, spoken[0], Role.MENTOR, None)
    waits = any(c.pending() for c in context.cases(Role.MENTOR))
    if waits and kind_of(found) in ("feedback", "delay") and not may_be_kept(arrival, found):
        return None
    return told_of_them(arrival, Part(Role.MENTOR, spoken[0]))


def _kept(
    arrival: Arrival, context: Context, to: Addressed, readings: Mapping[str, Meaning], found: Meaning, almanac: Almanac
) -> Event | None:
    """The event of what is passed on to nobody, or is but a paper for the practitioner; None of anything else."""
    about = to.about
    if about is None:
        return _kept_of_nobody(arrival, context, context.cases(Role.MENTOR), found, almanac)
    marked = any(is_marked(one) for one in readings.values())
    if not (to.others or marked) and _hands_on(arrival, about):
        return MessageReceived(arrival, about.unit, latest(about), Role.MENTOR)
    return kept_in(arrival, context, about, latest(about), readings.get(about.unit, found), almanac)


def _of_one(arrival: Arrival, context: Context, case: Case, found: Meaning, almanac: Almanac) -> Event:
    """What it is about the one report that waits."""
    event = unkept(arrival, context, case, found, almanac)
    if isinstance(event, Acknowledged):
        event = _beside_thanks(arrival, context, case, almanac) or event
    event = verdict_beside_thanks(event, arrival, case, context.number, almanac)
    if isinstance(event, FeedbackReceived) and _is_other_paper(arrival, case, found):
        return MessageReceived(arrival, case.unit, context.number, Role.MENTOR)
    return event


def _beside_thanks(arrival: Arrival, context: Context, case: Case | None, almanac: Almanac) -> Event | None:
    """What is said beside thanks, as the mail that it would be by itself; None where nothing is. That to nobody in
    particular is asked about."""
    cases = context.cases(Role.MENTOR)
    one = case or cases[0]

    def read_on(alone: Arrival) -> tuple[Event, Meaning]:
        return fresh_from_mentor(alone, context, almanac), meant(alone, context, one, Role.MENTOR, None)

    event = of_beside_thanks(arrival, one, latest(one), almanac, read_on)
    if event is None:
        return asked_which(arrival, context) if any(verdict_in(arrival, one)[:2]) else None
    if case is None and len(cases) > 1 and not isinstance(event, ConcernTold | MessageUnplaced):
        return asked_which(arrival, context)
    return replace(event, arrival=arrival)


def _hands_on(arrival: Arrival, case: Case) -> bool:
    e = case.enrolment
    return hands_on_paper(arrival.mail, name_words([e.practitioner]), name_words([e.mentor]))


def _is_other_paper(arrival: Arrival, case: Case, found: Meaning) -> bool:
    """Whether what comes along is a template, slides or the like, and nothing is said of a report."""
    openly = not (found.in_form or found.about_them or may_be_private(found))
    return _hands_on(arrival, case) or (
        openly and brings_other_paper(arrival.mail, name_words([case.enrolment.practitioner]))
    )


def asked_which(arrival: Arrival, context: Context) -> Event:
    """The question about which report it is."""
    if choices := choices_of(context):
        return WhichAsked(arrival, *choices)
    return MessageUnplaced(arrival, NOTHING_WAITS)


def _for_whom(arrival: Arrival, context: Context) -> Event:
    """Talk that names nobody, or what isn't plainly feedback: that one report waits doesn't say that it is for whoever
    wrote that."""
    if not (found := choices_of(context)):
        return MessageUnplaced(arrival, NOTHING_WAITS)
    choices, labels, who = found
    waiting = [c for c in context.cases(Role.MENTOR) if c.pending()]
    talk = [(Choice("message", c.unit), f"a message to {c.enrolment.practitioner.name}") for c in waiting]
    return WhichAsked(arrival, (*(c for c, _ in talk), *choices), (*(said for _, said in talk), *labels), who)


def _beside(readings: Iterable[Meaning]) -> bool:
    """Whether a subject, a file's name or a quotation is private, whoever of them it is about."""
    return any(is_private_beside(x) for one in readings for x in one.beside)


def _most_private(readings: Iterable[Meaning]) -> Meaning:
    """Where nobody can tell whom a mail is about, what it may be for any of them counts."""
    return max(readings, key=lambda one: (is_private(one), may_be_private(one), one.of("private")))


def _kept_of_nobody(
    arrival: Arrival, context: Context, cases: list[Case], found: Meaning, almanac: Almanac
) -> Event | None:
    """The event of what may be about any of the mentor's practitioners and is passed on to none of them."""
    if (machine := of_machine(arrival, found, Role.MENTOR, almanac)) is not None:
        return machine
    if is_private(found):
        return of_nobody(arrival, context, cases, found)
    if (may_be_private(found) or any(is_private_beside(x) for x in found.beside)) and not choices_of(
        context
    ):  # there is nobody to ask about
        return MessageUnplaced(arrival, "it may be a mentor's word for the team alone, and nobody else has seen it")
    return None


def _talk(arrival: Arrival, case: Case, found: Meaning, almanac: Almanac, *, called: bool) -> Event | None:
    """What is plainly a word to the practitioner who is called, or says that the two have spoken, whatever waits; None
    of anything else."""
    kind, number = kind_of(found), latest(case)
    if found.of(kind) < PLAIN:
        return None
    if kind == "message" and called:
        return MessageReceived(arrival, case.unit, number, Role.MENTOR)
    return of_talk(arrival, case, number, found, almanac) if kind == "spoke" else None


def _invitation(arrival: Arrival, cases: list[Case], about: Case | None) -> Event:
    """To the one practitioner of theirs whom it can be for, else its mentor is asked."""
    invited = [c for c in cases if set(c.enrolment.practitioner.addresses) & set(arrival.mail.to)]
    case = invited[0] if len(invited) == 1 else about
    if case is not None:
        return MessageReceived(arrival, case.unit, latest(case), Role.MENTOR)
    choices = tuple(Choice("message", c.unit) for c in cases[:CHOICES_LIMIT])
    labels = tuple(f"an invitation for {c.enrolment.practitioner.name}" for c in cases[:CHOICES_LIMIT])
    who = cases[0].enrolment.mentor.name
    return WhichAsked(
        arrival, (*choices, Choice("team")), (*labels, "a note to the Community Planning team alone"), who
    )
