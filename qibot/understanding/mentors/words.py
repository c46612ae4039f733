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
from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import (
    Acknowledged,
    Arrival,
    ContactReported,
    DateNamed,
    Event,
    FeedbackReceived,
    MessageReceived,
)
from qibot.expression import expression
from qibot.message import answer_read
from qibot.model import Case, Letter, Role
from qibot.people import name_words
from qibot.screening import opens_with_absence
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.matter.pointing import only_points
from qibot.understanding.matter.wording import is_marked, meant, says_more
from qibot.understanding.meaning import Meaning
from qibot.understanding.mentors.acknowledged import acknowledged, acknowledges
from qibot.understanding.mentors.bare_verdict import is_bare_verdict
from qibot.understanding.mentors.beside_leave import advises_beside_leave, doubts_going_on, tells_of_somebody
from qibot.understanding.mentors.beside_thanks import of_beside_thanks, verdict_beside_thanks
from qibot.understanding.mentors.by_link import gives_by_link
from qibot.understanding.mentors.confided import kept_in
from qibot.understanding.mentors.days_by_name import days_by_name
from qibot.understanding.mentors.delayed import of_delay, only_announces, with_day
from qibot.understanding.mentors.first_glance import promises_more
from qibot.understanding.mentors.hangs_on import hangs_on
from qibot.understanding.mentors.kind_word import forbids_beside, is_kind_word
from qibot.understanding.mentors.named_leave import with_named_leave
from qibot.understanding.mentors.no_more import (
    confirmed_beside,
    speaks_of_them_beside_day,
    tells_them_beside_day,
    unless_more,
)
from qibot.understanding.mentors.not_yet import kept_from, not_yet, with_absence
from qibot.understanding.mentors.of_several import for_the_others, without_others
from qibot.understanding.mentors.of_something_else import of_paper_beside, sends_elsewhere
from qibot.understanding.mentors.of_the_notes import without_notes
from qibot.understanding.mentors.own_paper import of_own_paper
from qibot.understanding.mentors.perhaps_away import may_be_away
from qibot.understanding.mentors.short_answer import answers_talk, is_short_answer
from qibot.understanding.phrases.asked_day import is_of_day
from qibot.understanding.phrases.between import says_between
from qibot.understanding.phrases.courtesy import (
    adds_to_thanks,
    declines,
    is_short,
    names_in,
    praises,
    prefers_another_day,
    typed,
)
from qibot.understanding.phrases.languages import is_foreign, may_be_delicate, opens_as_feedback
from qibot.understanding.phrases.leave import speaks_of_leave
from qibot.understanding.phrases.no_access import tells_of_no_access
from qibot.understanding.phrases.plainly import asks_about_file, says_no_feedback
from qibot.understanding.phrases.promised import spoken_on
from qibot.understanding.phrases.settled_first import settles_first
from qibot.understanding.phrases.talks import asks_for_call, tells_of_none
from qibot.understanding.senders.machines import came_within, of_meeting

NOTHING = 0.75  # from which it is thanks or a promise that nobody needs to see
SURE = 0.99  # that it is feedback, whatever its words are
UNCLEAR = 0.7  # from which nobody could tell what it is
_SCORE = expression(
    r"\W*\d{1,3}(?:[.,]\d)? ?(?:/|out of) ?(?:5|6|10|20|100)(?!\w)", re.IGNORECASE
)  # “7/10” says it all


def of_mentor(arrival: Arrival, context: Context, case: Case, answered: Letter | None, almanac: Almanac) -> Event:
    """What a mentor's reply in a matter is; whom else it may be for is looked at then (whom_else.py)."""
    read = replace(arrival, mail=answer_read(arrival.mail, case))
    found = meant(read, context, case, Role.MENTOR, answered)
    if not is_marked(found) and (days := days_by_name(read, context, almanac, case)) is not None:
        return replace(days, arrival=replace(arrival, beside=days.arrival.beside))
    event = _of_mentor(read, context, case, answered, almanac)
    if isinstance(event, Acknowledged) and not acknowledges(read, case):

        def read_on(alone: Arrival) -> tuple[Event, Meaning]:
            found = meant(alone, context, case, Role.MENTOR, answered)
            return _of_mentor(alone, context, case, answered, almanac), found

        event = of_beside_thanks(read, case, context.number, almanac, read_on) or event
    if not promises_more(read.mail, names_in(case), context.number):
        event = verdict_beside_thanks(event, read, case, context.number, almanac)
    event = for_the_others(event, read, context, case, almanac)
    beside = tuple(replace(x, arrival=arrival) for x in event.arrival.beside)
    event = without_notes(replace(event, arrival=replace(arrival, beside=beside)), context, almanac)

    def asked(told: Arrival) -> Event:
        return doubtful(told, case, context.number, Role.MENTOR, almanac)

    event = hangs_on(event, read, case, context.number, asked)
    event = confirmed_beside(event, read.mail, names_in(case))
    if came_within(arrival, answered, almanac.config.limits.answer_seconds):
        return event  # by when it came it is a machine's, whatever it says of its sister
    return without_others(unless_more(event, read.mail, names_in(case), asked), case.unit)


def _of_mentor(arrival: Arrival, context: Context, case: Case, answered: Letter | None, almanac: Almanac) -> Event:
    found = meant(arrival, context, case, Role.MENTOR, answered)
    if is_foreign(arrival.mail.top):
        return _in_another_language(arrival, context, case, found, almanac)
    talks = asks_for_call(typed(arrival.mail), name_words([case.enrolment.practitioner, case.enrolment.mentor]))
    if talks or sends_elsewhere(arrival.mail, case, found):
        return MessageReceived(arrival, case.unit, context.number, Role.MENTOR)
    meets = of_meeting(arrival.mail)  # its days are the meeting's
    ends = doubts_going_on(arrival.mail)
    told = (arrival, case, context.number, answered, found, almanac)
    if not (meets or ends) and (early := not_yet(*told) or of_own_paper(*told)) is not None:
        return early
    kept = kept_in(arrival, context, case, context.number, found, almanac, answered)
    if kept is None and not meets:
        kept = kept_from(arrival, case, context.number, answered, found, almanac)
    if kept is not None:
        return kept
    if ends or only_points(arrival.mail, case, case.enrolment.practitioner):
        return doubtful(arrival, case, context.number, Role.MENTOR, almanac)
    if meets:
        return MessageReceived(arrival, case.unit, context.number, Role.MENTOR)
    if (of_paper := of_paper_beside(arrival, case, context.number, found, almanac)) is not None:
        return of_paper
    if is_short_answer(arrival.mail, case, answered, found) and not says_more(arrival.mail, case):
        return MessageReceived(arrival, case.unit, context.number, Role.MENTOR)
    if not says_between(arrival.mail, case) and acknowledges(arrival, case):
        return acknowledged(arrival, case, context.number, answered, almanac)
    if answered is not None and answered.name == "confirm_command" and not answered.reason and is_short(arrival.mail):
        return MessageReceived(arrival, case.unit, context.number, Role.MENTOR)
    return unkept(arrival, context, case, found, almanac, answered)


def _in_another_language(arrival: Arrival, context: Context, case: Case, found: Meaning, almanac: Almanac) -> Event:
    """Nothing is guessed at: feedback where it opens so or brings a document, else its writer is asked; and so they are
    wherever it, its subject or a file's name bears a mark of privacy, or has a word that may be delicate."""
    number = context.number
    others = name_words([case.enrolment.practitioner, *([case.enrolment.manager] if case.enrolment.manager else [])])
    if is_marked(found) or may_be_delicate(arrival.mail.own_text, others):
        return doubtful(arrival, case, number, Role.MENTOR, almanac)
    if of_meeting(arrival.mail):
        return MessageReceived(arrival, case.unit, number, Role.MENTOR)
    if acknowledges(arrival, case):
        return Acknowledged(arrival, case.unit, number, Role.MENTOR)
    says = arrival.mail.sends or says_more(arrival.mail, case) or opens_as_feedback(typed(arrival.mail))
    if case.report(number) and says:
        return FeedbackReceived(arrival, case.unit, number)
    return doubtful(arrival, case, number, Role.MENTOR, almanac)


def unkept(
    arrival: Arrival, context: Context, case: Case, found: Meaning, almanac: Almanac, answered: Letter | None = None
) -> Event:
    """What a word about a report is that nothing keeps back."""
    number, report = context.number, case.report(context.number)
    message = MessageReceived(arrival, case.unit, number, Role.MENTOR)
    if report is None:
        return of_talk(arrival, case, number, found, almanac) or _of_no_report(message, case, found, answered, almanac)
    kind = _kind_of(arrival, case, found, almanac)
    between = says_between(arrival.mail, case)
    if arrival.mail.sends or between or (kind != "feedback" and says_more(arrival.mail, case)):
        return FeedbackReceived(arrival, case.unit, number)
    others = name_words([case.enrolment.practitioner, *([m] if (m := case.enrolment.manager) else [])])
    of_somebody = kind == "delay" and speaks_of_leave(typed(arrival.mail)) and tells_of_somebody(arrival.mail, others)
    away = may_be_away(arrival.mail, found, name_words([case.enrolment.practitioner]))
    if (
        away
        or of_somebody
        or forbids_beside(arrival.mail, names_in(case))
        or (report.answered is None and says_no_feedback(arrival.mail))
    ):
        return doubtful(arrival, case, number, Role.MENTOR, almanac)
    declined = declines(arrival.mail) and not (praises(arrival.mail) or found.in_form)
    theirs = report.answered is not None and answers_talk(answered, case) and not _has_both_halves(found)
    if declined or theirs:  # what the practitioner wrote is theirs, and so is its answer
        return message
    delayed = kind == "delay" and report.answered is None and not found.in_form
    if delayed and advises_beside_leave(arrival.mail):
        return FeedbackReceived(with_absence(arrival, almanac), case.unit, number)
    if delayed and (event := of_delay(arrival, case, number, answered, almanac)) is not None:
        return _with_request(event, message, found, case, almanac)
    if kind == "message" or asks_about_file(arrival.mail, name_words([m] if (m := case.enrolment.manager) else [])):
        return with_day(message, case, answered, almanac)
    if kind in ("feedback", "ask") and found.of("feedback") < SURE and tells_of_no_access(arrival.mail, found):
        return message
    plain = praises(arrival.mail) or _SCORE.match(arrival.mail.top) or says_more(arrival.mail, case, 0)
    if kind == "ask" and report.answered is None and not plain:
        return doubtful(arrival, case, number, Role.MENTOR, almanac)
    if (talk := of_talk(arrival, case, number, found, almanac)) is not None:
        return talk
    by_machine = opens_with_absence(arrival.mail) and not found.in_form  # it may be, so that the report stays open
    reminded = answered is not None and answered.name == "remind_feedback"
    if by_machine or (report.answered is None and is_bare_verdict(arrival.mail, found, reminded=reminded)):
        return doubtful(arrival, case, number, Role.MENTOR, almanac)
    return FeedbackReceived(with_named_leave(arrival, almanac), case.unit, number)


def _has_both_halves(found: Meaning) -> bool:
    """Whether it has the programme's own form of feedback whole: “what I liked …, even better if …”."""
    return found.in_form and any("even better" in " ".join(told.words) for told in found.told)


def _with_request(event: Event, message: MessageReceived, found: Meaning, case: Case, almanac: Almanac) -> Event:
    """The event; of a day with what is said to the practitioner beside it, which they are to hear; the question with
    the day beside it where what follows their name may be said of them."""
    beside, theirs = event.arrival.beside, name_words([case.enrolment.practitioner])
    if not isinstance(event, DateNamed) or message in beside:
        return event
    mail, names = message.arrival.mail, names_in(case)
    if speaks_of_them_beside_day(mail, theirs, names):
        arrival = replace(event.arrival, beside=(*beside, replace(event, in_words=True)))
        return doubtful(arrival, case, message.number, Role.MENTOR, almanac)
    if not tells_them_beside_day(mail, found, theirs, names):
        return event
    return replace(event, arrival=replace(event.arrival, beside=(*beside, message)))


def _of_no_report(
    message: MessageReceived, case: Case, found: Meaning, answered: Letter | None, almanac: Almanac
) -> Event:
    """The message; a bare “No” to a nudge says too little to be passed on."""
    nudged = answered is not None and answered.name == "nudge_contact"
    if nudged and kind_of(found) == "ask" and is_short(message.arrival.mail):
        return doubtful(message.arrival, case, message.number, Role.MENTOR, almanac)
    return message


def _kind_of(arrival: Arrival, case: Case, found: Meaning, almanac: Almanac) -> str:
    """The same where what is said of a link, or of another day, says it."""
    mail, names = arrival.mail, names_in(case)
    if gives_by_link(mail):
        return "feedback"
    if settles_first(mail) or is_kind_word(mail, names):
        return "message"
    later = prefers_another_day(mail, names) or only_announces(mail)
    later = later or is_of_day(typed(mail), names, almanac.day(arrival.arrived))
    return "delay" if later else kind_of(found)


def kind_of(found: Meaning) -> str:
    """What it is likeliest, once it isn't private; a question back only where that is plain."""
    kind = found.likeliest_beside("private")
    return found.likeliest_beside("private", "ask") if kind == "ask" and found.of("ask") < UNCLEAR else kind


def of_talk(arrival: Arrival, case: Case, number: int, found: Meaning, almanac: Almanac) -> Event | None:
    """Thanks, a promise, or that the two have spoken, or haven't yet; None of anything else."""
    if arrival.mail.sends or says_more(arrival.mail, case) or gives_by_link(arrival.mail):
        return None
    kind = kind_of(found)
    if kind == "nothing" and not (praises(arrival.mail) and case.report(number)):
        if found.of("nothing") < NOTHING or adds_to_thanks(arrival.mail, promises=True):
            return MessageReceived(arrival, case.unit, number, Role.MENTOR)  # nothing is lost
        return Acknowledged(arrival, case.unit, number, Role.MENTOR)
    if kind == "spoke" and tells_of_none(typed(arrival.mail)):
        if found.about_them:  # why they haven't
            return doubtful(arrival, case, number, Role.MENTOR, almanac)
        return MessageReceived(arrival, case.unit, number, Role.MENTOR)
    if kind == "spoke":
        return ContactReported(arrival, case.unit, number, Role.MENTOR, spoken_on(arrival, almanac))
    return None


def latest(case: Case) -> int:
    """The number of the first report that waits; 0 where none does."""
    pending = case.pending()
    return pending[0].number if pending else 0
