"""What a person's message is, given who sent it and which matter it stands in: Mail -> event."""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.calendar import Almanac, owed_now
from qibot.events import (
    TEAM_READERS,
    Arrival,
    CircumstancesReported,
    CommandUnclear,
    Event,
    FeedbackReceived,
    MentorsAsked,
    MessageIgnored,
    MessageReceived,
    MessageUnplaced,
    ReportReceived,
    WhichAsked,
    bare_topic,
    readers_of,
    topic_of,
)
from qibot.message import plain_text, told_apart
from qibot.model import CHARTER, MENTOR, TALK, Case, Flag, Letter, Role, Status
from qibot.quoting import is_signed_off
from qibot.understanding import mentors_words
from qibot.understanding.answered import answered_letter
from qibot.understanding.commands.agreements import delayed_report
from qibot.understanding.commands.command import command, private_subject
from qibot.understanding.commands.given import name_of
from qibot.understanding.commands.which import choices_of, which
from qibot.understanding.context import Context
from qibot.understanding.courtesy import is_acknowledgement, is_promise, is_thanks, names_in
from qibot.understanding.reading import is_charter, numbers_said, read
from qibot.understanding.standpoint import says_feedback, speaks_as_mentor

_SAYS_EXCEPTIONAL = re.compile(
    r"(?<!\bno )(?<!\bnot )(?<!\bany )(?<!\bwithout )\bexceptional circumstances?\b"
    r"|^[^\w\n]*(?-i:EXCEPTIONAL)[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
SHORT, BELOW = 15, 12  # words of a short answer, and of what mail programs write below it
_MODEL = re.compile(r"\bliked?\b|\beven better\b", re.IGNORECASE)
_SAYS_REPORT = re.compile(r"\breports?\b", re.IGNORECASE)
_RECALLED = re.compile(r"(?:recall|message recall|rückruf|rappel)\s?:", re.IGNORECASE)  # as Outlook tells strangers


def classify(arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """What has happened. Whatever doesn't fit becomes MessageUnplaced, with the cause in words."""
    event = _placed(arrival, context, almanac)
    if not isinstance(event, FeedbackReceived | MessageReceived) or context.case is None:
        return event
    if not _is_empty(arrival, context.case):
        return event
    role = event.role if isinstance(event, MessageReceived) else Role.MENTOR
    who = name_of(context.case, role, context)
    fault, instead = "it has no words of its own and no document", "the same reply with what you have to say"
    return CommandUnclear(arrival, event.unit, event.number, role, fault, instead, who)


def _is_empty(arrival: Arrival, case: Case) -> bool:
    """Whether a reply says nothing: at most where it was sent from."""
    mail = arrival.mail
    if not mail.is_reply or mail.documents or not is_signed_off(mail.top):
        return False
    said, page = told_apart(mail, case)
    return is_signed_off(said) and is_signed_off(plain_text(page)) and "[picture" not in page


def _placed(arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    if cause := _unfit(arrival, context):
        return MessageUnplaced(arrival, cause)
    if context.case is not None:
        return _in_thread(arrival, context, context.case, almanac)
    if context.item:
        return _of_the_desk(arrival, context, almanac)
    return _fresh(arrival, context, almanac)


def _unfit(arrival: Arrival, context: Context) -> str:
    if arrival.mail.sender is None:
        return "it doesn't say plainly whom it is from (no From address, or more than one)"
    if arrival.mail.encrypted:
        return "it is encrypted"
    if not context.parts and not context.team:
        return "its sender isn't known to the programme"
    return ""


def _in_thread(arrival: Arrival, context: Context, case: Case, almanac: Almanac) -> Event:
    roles = [p.role for p in context.parts if p.case.unit == case.unit]
    if context.team and not roles:
        roles = [Role.TEAM]
    if not roles:
        return MessageUnplaced(arrival, "it answers a letter about somebody with whom its sender has nothing to do")
    enrolment = case.enrolment
    if enrolment.status not in (Status.ACTIVE, Status.COMPLETED):  # what was still on its way arrives
        if context.team and (ordered := _ordered(arrival, context, case, [], almanac)) is not None:
            return ordered
        return MessageUnplaced(arrival, f"the enrolment of {enrolment.practitioner.name} is {enrolment.status}")
    role = roles[0]
    answered = answered_letter(arrival, case)
    if answered is not None and answered.moved is not None:  # what it was about has been filed anew since
        context = replace(context, number=answered.moved)
    if (ordered := _ordered(arrival, context, case, [role], almanac)) is not None:
        return ordered
    if (kept := _not_to_be_passed_on(arrival, case, context.number, role, answered)) is not None:
        return kept
    if role is Role.PRACTITIONER and _tells_of_circumstances(arrival, almanac):
        return _circumstances(arrival, case, context.number, almanac)
    if role is Role.PRACTITIONER and (arrival.mail.files or _is_owed(arrival, case, context.number, almanac)):
        return _report(arrival, case, context.number, almanac)
    if role is Role.MENTOR:
        return _from_mentor_in_thread(arrival, context, case, answered, almanac)
    return MessageReceived(arrival, case.unit, context.number, role)


def is_secret(letter: Letter, case: Case) -> bool:
    """Whether what answers this letter is passed on to nobody: it was for the team, or confirms a word to the team
    alone, and the practitioner hasn't seen it."""
    seen = set(case.enrolment.practitioner.addresses) & set(letter.recipients)
    return not seen and (readers_of(letter.name) == TEAM_READERS or letter.cause in case.all(Flag))


def _ordered(arrival: Arrival, context: Context, case: Case, roles: list[Role], almanac: Almanac) -> Event | None:
    """The command that the message gives: as what its sender is in the matter, else as one of the team."""
    unclear = None
    for said_as in dict.fromkeys([*roles, *([Role.TEAM] if context.team else [])]):
        given = command(arrival, context, case, context.number, said_as, almanac)
        if given is not None and not isinstance(given, CommandUnclear):
            return given
        unclear = unclear or given
    return unclear


def _of_the_desk(arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """An answer to a letter about nobody in particular."""
    roles = list(dict.fromkeys(p.role for p in context.parts))
    if (chosen := which(arrival, context)) is not None:
        return chosen
    if (ordered := _ordered(arrival, context, context.desk, roles, almanac)) is not None:
        return ordered
    if (chosen := which(arrival, context, said=False)) is not None:
        return chosen
    if context.team:
        return MessageIgnored(arrival, "the team's note")
    if (talk := _talk_of_mentors(arrival, context)) is not None:
        return talk
    if context.item.startswith(MENTOR):
        return MessageUnplaced(arrival, "it answers our confirmation of a word that was for the team alone")
    return MessageUnplaced(arrival, "it answers a letter that wasn't for its sender")


def _talk_of_mentors(arrival: Arrival, context: Context) -> MentorsAsked | None:
    """What a mentor answers to another mentor's question: to that one alone."""
    cases, address = context.cases(Role.MENTOR), context.item.removeprefix(TALK)
    asker = next((x.mentor for x in context.people.loads() if address in x.mentor.addresses), None)
    if not context.item.startswith(TALK) or not cases or asker is None:
        return None
    speaker, subject = cases[0].enrolment.mentor, topic_of(arrival.mail.subject)
    words, _ = told_apart(arrival.mail, context.desk)
    return MentorsAsked(arrival, speaker, (asker,), subject, words, answers=True) if words.strip() else None


def _not_to_be_passed_on(
    arrival: Arrival, case: Case, number: int, role: Role, answered: Letter | None
) -> Event | None:
    """What answers a letter that isn't for everybody's eyes stays here; a word of thanks to a confirmation, too."""
    secret = answered is not None and is_secret(answered, case)
    if role is Role.TEAM and (answered is None or secret or answered.name == "confirm_command"):
        fault = "your reply begins with none of the words that I know, and nobody else has seen it"
        instead = "one of ACCEPT UNTIL and a date, EXCUSE, DECLINE or ESCALATE alone on the first line, or HELP"
        return CommandUnclear(arrival, case.unit, number, role, fault, instead)
    if secret:
        return MessageUnplaced(arrival, "it answers a letter that the practitioner hasn't seen")
    if (
        answered is not None
        and answered.name == "confirm_command"
        and _is_short(arrival)
        and is_thanks(arrival.mail, names_in(case))
    ):
        return MessageIgnored(arrival, "an acknowledgement")
    own = answered is None or bare_topic(answered.subject) != bare_topic(arrival.mail.subject)
    if role is Role.MENTOR and own and (word := private_subject(arrival.mail.subject)):
        return MessageUnplaced(arrival, f"its subject says {word}, which is for the team alone, but no line of it does")
    return None


def _from_mentor_in_thread(
    arrival: Arrival, context: Context, case: Case, answered: Letter | None, almanac: Almanac
) -> Event:
    """What a mentor's reply is: by what its words mean, else feedback where a report stands in the matter."""
    if _acknowledges(arrival, case, answered):
        return MessageReceived(arrival, case.unit, context.number, Role.MENTOR)
    if (said := mentors_words.in_thread(arrival, context, case, answered, almanac)) is not None:
        return said
    if case.report(context.number):
        return FeedbackReceived(arrival, case.unit, context.number)
    return MessageReceived(arrival, case.unit, context.number, Role.MENTOR)


def _acknowledges(arrival: Arrival, case: Case, answered: Letter | None) -> bool:
    """Whether a mentor only answers a reminder or our word that something was done, thanks, or promises feedback."""
    names = names_in(case)
    reminded = answered is not None and answered.name == "remind_feedback"
    done = answered is not None and answered.name == "confirm_command" and not answered.reason
    polite = is_acknowledgement(arrival.mail, names) or is_promise(arrival.mail, names)
    if arrival.mail.sends or not (polite or (_is_short(arrival) and (reminded or done))):
        return False
    more = len(told_apart(arrival.mail, case)[0].split()) - len(arrival.mail.top.split())
    return more <= BELOW  # else more may be typed into the quotation


def _is_short(arrival: Arrival) -> bool:
    """Whether it is a line such as “Thanks, will do”."""
    top = arrival.mail.top
    return not arrival.mail.sends and len(top.split(None, SHORT)) < SHORT and not _MODEL.search(top)


def _fresh(arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    own = [p.case for p in context.parts if p.role is Role.PRACTITIONER]
    active = [c for c in own if c.enrolment.status is Status.ACTIVE]
    mentored = context.cases(Role.MENTOR)
    if len(active) == 1:
        if (ordered := _ordered(arrival, context, active[0], [Role.PRACTITIONER], almanac)) and not mentored:
            return ordered
        if mentored and (said := _as_both(arrival, context, ordered, almanac)) is not None:
            return said
        if _tells_of_circumstances(arrival, almanac):
            return _circumstances(arrival, active[0], 0, almanac)
        if _is_report(arrival, almanac):
            return _report(arrival, active[0], None, almanac)
        return MessageReceived(arrival, active[0].unit, 0, Role.PRACTITIONER, asked=True)
    if len(active) > 1:
        return MessageUnplaced(arrival, "its sender is enrolled more than once, and it doesn't say in which cohort")
    if own and not (mentored and speaks_as_mentor(arrival.mail, context, own)):
        return MessageUnplaced(arrival, f"its sender's enrolment is {own[0].enrolment.status}")
    roles = list(dict.fromkeys(p.role for p in context.parts))
    if (ordered := _ordered(arrival, context, context.desk, roles, almanac)) is not None:
        return ordered
    if Role.MENTOR in roles:
        if word := private_subject(arrival.mail.subject):
            cause = f"its subject says {word}, which is for the team alone, but no line of it does"
            return MessageUnplaced(arrival, cause)
        return mentors_words.fresh(arrival, context) or _from_mentor(arrival, context)
    if context.team:
        return MessageUnplaced(arrival, "it is from the team but answers none of the bot's letters")
    return MessageUnplaced(arrival, "it is from a manager but answers none of the bot's letters")


def _as_both(arrival: Arrival, context: Context, own: Event | None, almanac: Almanac) -> Event | None:
    """What a practitioner who mentors others says, unless it is plainly about their own project. `own` is what their
    words order there."""
    if own is not None and not isinstance(own, CommandUnclear):
        return own
    spoken = says_feedback(arrival.mail, context) or bool(private_subject(arrival.mail.subject))
    ordered = _ordered(arrival, context, context.desk, [Role.MENTOR], almanac)
    if not spoken and isinstance(ordered, CommandUnclear) and _is_report(arrival, almanac):
        ordered = None  # what a report says may sound like a mentor's word
    if ordered is not None or own is not None:
        return ordered or own
    return (
        MessageUnplaced(arrival, "its sender is practitioner and mentor, and it doesn't say as which")
        if spoken
        else None
    )


def _from_mentor(arrival: Arrival, context: Context) -> Event:
    pending = [(case, report) for case in context.cases(Role.MENTOR) for report in case.pending()]
    if len(pending) == 1:
        return FeedbackReceived(arrival, pending[0][0].unit, pending[0][1].number)
    if found := choices_of(context):
        choices, labels, who = found
        return WhichAsked(arrival, choices, labels, who)
    return MessageUnplaced(arrival, "its mentor has no report to answer, and it answers none of the bot's letters")


def _tells_of_circumstances(arrival: Arrival, almanac: Almanac) -> bool:
    """Who names exceptional circumstances, in a mail that is no report, is heard without the command, too."""
    mail = arrival.mail
    return not (mail.sends or _is_long(mail.top, almanac)) and bool(_SAYS_EXCEPTIONAL.search(mail.top))


def _is_owed(arrival: Arrival, case: Case, number: int, almanac: Almanac) -> bool:
    """Whether it is a report, written in the mail itself or photographed, in answer to a letter about an owed one."""
    mail = arrival.mail
    return number in almanac.owed(case) and (bool(mail.photographs) or _is_long(mail.top, almanac))


def _is_long(text: str, almanac: Almanac) -> bool:
    words = almanac.config.programme.report_words
    return len(text.split(None, words)) >= words


def _circumstances(arrival: Arrival, case: Case, number: int, almanac: Almanac) -> Event:
    delayed = delayed_report(case, number, almanac.day(arrival.arrived), almanac)
    if delayed is None:
        return MessageReceived(arrival, case.unit, number, Role.PRACTITIONER)
    return CircumstancesReported(arrival, case.unit, delayed)


def _report(arrival: Arrival, case: Case, thread: int | None, almanac: Almanac) -> Event:
    if _is_charter(arrival, case, thread, almanac):
        return ReportReceived(arrival, case.unit, CHARTER, tuple(owed_now(case, almanac, arrival.arrived)[:1]))
    thread = None if thread == CHARTER else thread
    reading = read(arrival.mail, case, almanac, arrival.arrived, thread or None)
    if reading is None:
        return MessageReceived(arrival, case.unit, thread or 0, Role.PRACTITIONER)
    return ReportReceived(arrival, case.unit, reading.number, reading.alternatives)


def _is_charter(arrival: Arrival, case: Case, thread: int | None, almanac: Almanac) -> bool:
    """Whether it is the project charter: it says so, or it stands in the charter's thread and names no report."""
    if is_charter(arrival.mail, in_thread=bool(thread)):
        return True
    cohort = almanac.config.cohorts[case.enrolment.cohort]
    return thread == CHARTER and not numbers_said(arrival.mail, cohort, in_thread=True)


def _is_report(arrival: Arrival, almanac: Almanac) -> bool:
    mail = arrival.mail
    if mail.files or _is_long(mail.own_text, almanac) or is_charter(mail, in_thread=False):
        return True
    return bool(_SAYS_REPORT.search(mail.subject)) and not mail.is_reply and not _RECALLED.match(mail.subject)
