"""What a mentor's plain words become, by what they mean (programme.md, 3a): the table of meanings, costs in view.

| they mean | becomes | an error costs |
|---|---|---|
| private | to the team alone | the worst: a word reaches whom it wasn't for |
| may be private | the mentor is asked, nobody sees it | least: a question |
| a machine's text | as an automatic reply | a report counts as answered |
| an absence in few words, nothing of the report (perhaps_away.py) | the mentor is asked | the same |
| delay, with its day; without one | the new day; the mentor is asked for it | a chase |
| message | passed on to the practitioner alone; the report stays open | a report counts as answered |
| thanks, a promise; we spoke | a sign of life, contact | the same |
| feedback | to the practitioner, the manager in copy but where it is theirs alone (intimate.py) | |
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from qibot.calendar import Almanac
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
    WhichAsked,
)
from qibot.message import Mail, answer_read
from qibot.model import Case, Choice, Letter, Role
from qibot.people import name_words
from qibot.screening import opens_with_absence
from qibot.understanding.commands.which import CHOICES_LIMIT, choices_of
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.matter.pointing import only_points
from qibot.understanding.matter.wording import is_marked, meant, says_more
from qibot.understanding.meaning import Meaning
from qibot.understanding.mentors.beside_leave import advises_beside_leave, tells_of_somebody
from qibot.understanding.mentors.beside_thanks import of_beside_thanks
from qibot.understanding.mentors.confided import is_private, is_private_beside, kept_in, may_be_private, of_nobody
from qibot.understanding.mentors.delayed import of_delay, only_announces
from qibot.understanding.mentors.glad_receipt import is_glad_receipt
from qibot.understanding.mentors.not_yet import kept_from, not_yet, with_absence
from qibot.understanding.mentors.of_the_notes import without_notes
from qibot.understanding.mentors.own_leave import speaks_of_leave
from qibot.understanding.mentors.perhaps_away import may_be_away
from qibot.understanding.mentors.short_answer import is_short_answer
from qibot.understanding.persons.addressed import addressed
from qibot.understanding.phrases.between import says_between
from qibot.understanding.phrases.courtesy import (
    adds_to_thanks,
    declines,
    is_acknowledgement,
    is_promise,
    is_short,
    names_in,
    praises,
    prefers_another_day,
)
from qibot.understanding.phrases.languages import is_foreign, may_be_delicate, opens_as_feedback
from qibot.understanding.phrases.no_access import tells_of_no_access
from qibot.understanding.phrases.plainly import asks_about_file, is_plainly_feedback, supposes_no_feedback
from qibot.understanding.phrases.promised import names_no_day, only_looks, promised_day, spoken_on
from qibot.understanding.phrases.talks import asks_for_call, tells_of_none
from qibot.understanding.senders.machines import of_machine, of_meeting

NOTHING_WAITS = "its mentor has no report to answer, and it answers none of the bot's letters"
PLAIN = 0.5  # from which a mail about nobody in particular is but thanks
NOTHING = 0.75  # from which it is thanks or a promise that nobody needs to see
SURE = 0.99  # that it is feedback, whatever its words are
UNCLEAR = 0.7  # from which nobody could tell what it is
_SCORE = re.compile(
    r"\W*\d{1,3}(?:[.,]\d)? ?(?:/|out of) ?(?:5|6|10|20|100)(?!\w)", re.IGNORECASE
)  # “7/10” says it all


def of_mentor(arrival: Arrival, context: Context, case: Case, answered: Letter | None, almanac: Almanac) -> Event:
    """What a mentor's reply in a matter is; whom else it may be for is looked at then (whom_else.py)."""
    read = replace(arrival, mail=answer_read(arrival.mail, case))
    event = _of_mentor(read, context, case, answered, almanac)
    if isinstance(event, Acknowledged) and not _acknowledges(read, case):

        def read_on(alone: Arrival) -> tuple[Event, Meaning]:
            found = meant(alone, context, case, Role.MENTOR, answered)
            return _of_mentor(alone, context, case, answered, almanac), found

        event = of_beside_thanks(read, case, context.number, almanac, read_on) or event
    beside = tuple(replace(x, arrival=arrival) for x in event.arrival.beside)
    return without_notes(replace(event, arrival=replace(arrival, beside=beside)), context, almanac)


def _of_mentor(arrival: Arrival, context: Context, case: Case, answered: Letter | None, almanac: Almanac) -> Event:
    found = meant(arrival, context, case, Role.MENTOR, answered)
    if is_foreign(arrival.mail.top):
        return _in_another_language(arrival, context, case, found, almanac)
    if asks_for_call(arrival.mail.top, name_words([case.enrolment.practitioner, case.enrolment.mentor])):
        return MessageReceived(arrival, case.unit, context.number, Role.MENTOR)
    meets = of_meeting(arrival.mail)  # its days are the meeting's
    if not meets and (later := not_yet(arrival, case, context.number, answered, found, almanac)) is not None:
        return later
    kept = kept_in(arrival, context, case, context.number, found, almanac, answered)
    if kept is None and not meets:
        kept = kept_from(arrival, case, context.number, answered, found, almanac)
    if kept is not None:
        return kept
    if only_points(arrival.mail, case, case.enrolment.practitioner):
        return doubtful(arrival, case, context.number, Role.MENTOR, almanac)
    if meets:
        return MessageReceived(arrival, case.unit, context.number, Role.MENTOR)
    if is_short_answer(arrival.mail, case, answered, found) and not says_more(arrival.mail, case):
        return MessageReceived(arrival, case.unit, context.number, Role.MENTOR)
    if not says_between(arrival.mail, case) and _acknowledges(arrival, case):
        report, day = case.report(context.number), promised_day(arrival, almanac)
        if report is not None and report.answered is None and day is not None and not names_no_day(arrival.mail.top):
            return DateNamed(arrival, case.unit, context.number, day, looks=only_looks(arrival.mail.top))
        return Acknowledged(arrival, case.unit, context.number, Role.MENTOR)
    if answered is not None and answered.name == "confirm_command" and not answered.reason and is_short(arrival.mail):
        return MessageReceived(arrival, case.unit, context.number, Role.MENTOR)
    return _passed_on(arrival, context, case, found, almanac, answered)


def _in_another_language(arrival: Arrival, context: Context, case: Case, found: Meaning, almanac: Almanac) -> Event:
    """Nothing is guessed at: feedback where it opens so or brings a document, else its writer is asked; and so they are
    wherever it, its subject or a file's name bears a mark of privacy, or has a word that may be delicate."""
    number = context.number
    others = name_words([case.enrolment.practitioner, *([case.enrolment.manager] if case.enrolment.manager else [])])
    if is_marked(found) or may_be_delicate(arrival.mail.own_text, others):
        return doubtful(arrival, case, number, Role.MENTOR, almanac)
    if of_meeting(arrival.mail):
        return MessageReceived(arrival, case.unit, number, Role.MENTOR)
    if _acknowledges(arrival, case):
        return Acknowledged(arrival, case.unit, number, Role.MENTOR)
    says = arrival.mail.sends or says_more(arrival.mail, case) or opens_as_feedback(arrival.mail.top)
    if case.report(number) and says:
        return FeedbackReceived(arrival, case.unit, number)
    return doubtful(arrival, case, number, Role.MENTOR, almanac)


def fresh_from_mentor(arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """What a mentor's mail is that answers nothing. It is passed on only where it can be about just one report, or is
    a word to a practitioner whom it calls by name (addressed.py)."""
    cases = context.cases(Role.MENTOR)
    if not cases:
        return MessageUnplaced(arrival, NOTHING_WAITS)
    readings = {c.unit: meant(arrival, context, c, Role.MENTOR, None) for c in cases[:CHOICES_LIMIT]}
    to = addressed(arrival.mail, context, readings)
    about, found = to.about, _most_private(readings.values())
    if about is not None:
        found = readings.get(about.unit, found)
        if (kept := kept_in(arrival, context, about, _latest(about), found, almanac)) is not None:
            return kept
    elif (kept := _kept_of_nobody(arrival, context, cases, found, almanac)) is not None:
        return kept
    doubted = about is None and (may_be_private(found) or _beside(readings.values()))
    if of_meeting(arrival.mail):
        return _invitation(arrival, cases, about)
    if not arrival.mail.sends and found.best == "nothing" and found.of("nothing") >= PLAIN:
        return MessageIgnored(arrival, "an acknowledgement")
    pending = [(case, report) for case in ([about] if about else cases) for report in case.pending()]
    if len(pending) == 1 and not (to.others or doubted):
        case, report = pending[0]
        event = _passed_on(arrival, replace(context, number=report.number), case, readings[case.unit], almanac)
        if isinstance(event, FeedbackReceived):
            plain = to.named or is_plainly_feedback(arrival.mail, readings[case.unit], names_in(case))
        else:
            plain = to.named or len(cases) == 1 or not isinstance(event, MessageReceived | ContactReported)
        if plain:
            return without_notes(event, context, almanac)
        return _for_whom(arrival, context)
    if about and not to.others and (talk := _talk(arrival, about, found, almanac, called=to.called)) is not None:
        return talk
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
    kind, number = _kind(found), _latest(case)
    if found.of(kind) < PLAIN:
        return None
    if kind == "message" and called:
        return MessageReceived(arrival, case.unit, number, Role.MENTOR)
    return _of_talk(arrival, case, number, found, almanac) if kind == "spoke" else None


def _invitation(arrival: Arrival, cases: list[Case], about: Case | None) -> Event:
    """To the one practitioner of theirs whom it can be for, else its mentor is asked."""
    invited = [c for c in cases if set(c.enrolment.practitioner.addresses) & set(arrival.mail.to)]
    case = invited[0] if len(invited) == 1 else about
    if case is not None:
        return MessageReceived(arrival, case.unit, _latest(case), Role.MENTOR)
    choices = tuple(Choice("message", c.unit) for c in cases[:CHOICES_LIMIT])
    labels = tuple(f"an invitation for {c.enrolment.practitioner.name}" for c in cases[:CHOICES_LIMIT])
    who = cases[0].enrolment.mentor.name
    return WhichAsked(
        arrival, (*choices, Choice("team")), (*labels, "a note to the Community Planning team alone"), who
    )


def _passed_on(
    arrival: Arrival, context: Context, case: Case, found: Meaning, almanac: Almanac, answered: Letter | None = None
) -> Event:
    number, report = context.number, case.report(context.number)
    message = MessageReceived(arrival, case.unit, number, Role.MENTOR)
    if report is None:
        return _of_talk(arrival, case, number, found, almanac) or message
    later = prefers_another_day(arrival.mail, names_in(case)) or only_announces(arrival.mail)
    kind = "delay" if later else _kind(found)
    between = says_between(arrival.mail, case)
    if arrival.mail.sends or between or (kind != "feedback" and says_more(arrival.mail, case)):
        return FeedbackReceived(arrival, case.unit, number)
    others = name_words([case.enrolment.practitioner, *([m] if (m := case.enrolment.manager) else [])])
    of_somebody = speaks_of_leave(arrival.mail.top) and kind == "delay" and tells_of_somebody(arrival.mail, others)
    away = may_be_away(arrival.mail, found, name_words([case.enrolment.practitioner]))
    if away or of_somebody or (report.answered is None and supposes_no_feedback(arrival.mail)):
        return doubtful(arrival, case, number, Role.MENTOR, almanac)
    if declines(arrival.mail) and not (praises(arrival.mail) or found.in_form):
        return message
    delayed = kind == "delay" and report.answered is None and not found.in_form
    if delayed and advises_beside_leave(arrival.mail):
        return FeedbackReceived(with_absence(arrival, almanac), case.unit, number)
    if delayed and (event := of_delay(arrival, case, number, answered, almanac)) is not None:
        return event
    if kind == "message" or asks_about_file(arrival.mail, name_words([m] if (m := case.enrolment.manager) else [])):
        return message
    if kind in ("feedback", "ask") and found.of("feedback") < SURE and tells_of_no_access(arrival.mail, found):
        return message
    plain = praises(arrival.mail) or _SCORE.match(arrival.mail.top) or says_more(arrival.mail, case, 0)
    if kind == "ask" and report.answered is None and not plain:
        return doubtful(arrival, case, number, Role.MENTOR, almanac)
    if (talk := _of_talk(arrival, case, number, found, almanac)) is not None:
        return talk
    if opens_with_absence(arrival.mail) and not found.in_form:  # a machine may have written it: the report stays open
        return doubtful(arrival, case, number, Role.MENTOR, almanac)
    return FeedbackReceived(arrival, case.unit, number)


def _kind(found: Meaning) -> str:
    """What it is likeliest, once it isn't private; a question back only where that is plain."""
    kind = found.likeliest_beside("private")
    return found.likeliest_beside("private", "ask") if kind == "ask" and found.of("ask") < UNCLEAR else kind


def _of_talk(arrival: Arrival, case: Case, number: int, found: Meaning, almanac: Almanac) -> Event | None:
    """Thanks, a promise, or that the two have spoken, or haven't yet; None of anything else."""
    if arrival.mail.sends or says_more(arrival.mail, case):
        return None
    kind = _kind(found)
    if kind == "nothing" and not (praises(arrival.mail) and case.report(number)):
        if found.of("nothing") < NOTHING or adds_to_thanks(arrival.mail, promises=True):
            return MessageReceived(arrival, case.unit, number, Role.MENTOR)  # nothing is lost
        return Acknowledged(arrival, case.unit, number, Role.MENTOR)
    if kind == "spoke" and tells_of_none(arrival.mail.top):
        if found.about_them:  # why they haven't
            return doubtful(arrival, case, number, Role.MENTOR, almanac)
        return MessageReceived(arrival, case.unit, number, Role.MENTOR)
    if kind == "spoke":
        return ContactReported(arrival, case.unit, number, Role.MENTOR, spoken_on(arrival, almanac))
    return None


def _acknowledges(arrival: Arrival, case: Case) -> bool:
    """Whether a mentor only thanks, or promises feedback."""
    return _only_thanks(arrival.mail, case) and not (arrival.mail.sends or says_more(arrival.mail, case))


def _only_thanks(mail: Mail, case: Case) -> bool:
    names = names_in(case)
    return is_acknowledgement(mail, names) or is_promise(mail, names) or is_glad_receipt(mail, names)


def _latest(case: Case) -> int:
    pending = case.pending()
    return pending[0].number if pending else 0
