"""What comes of a message of the collection, by the bot's own way from mail to event: the record's letters are there,
the message answers one of them, and the event says what it was taken for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from qibot.calendar import Almanac
from qibot.config.config import Config
from qibot.events import (
    AbsenceNoted,
    Acknowledged,
    AimUnclear,
    Arrival,
    CapacityEnded,
    CircumstancesDecided,
    CircumstancesReported,
    CommandUnclear,
    ConcernTold,
    ContactReported,
    DateNamed,
    DocumentForgotten,
    EscalationOrdered,
    Event,
    FeedbackReceived,
    MentorChanged,
    MessageIgnored,
    MessageReceived,
    MessageUnplaced,
    Reassigned,
    ReportReceived,
    StandingChanged,
    SupportNeeded,
    ToldInConfidence,
    WhichAsked,
)
from qibot.model import Case, Enrolment, Letter, LetterState, Person, Put, Report, Role, Status, Submission, apply
from qibot.understanding.classify import classify
from qibot.understanding.managers.words import ON_BEHALF
from qibot.understanding.matter.context import Context, Part
from qibot.understanding.team.words import NOT_NOW
from tests.support.build import LONDON, TEAM, config, mail
from tests.words.collection import Message

ROLES = {"practitioner": Role.PRACTITIONER, "mentor": Role.MENTOR, "manager": Role.MANAGER}
LETTERS = {  # what it answers, by who writes
    "mentor": {"report": "forward_report", "charter": "forward_report", "reminder": "remind_feedback",
               "message": "relay_message", "nudge": "nudge_contact"},
    "practitioner": {"receipt": "receipt", "feedback": "relay_feedback", "deadline": "remind_deadline",
                     "missing": "remind_missing", "message": "relay_message", "check_in": "check_in",
                     "nudge": "nudge_contact", "decision": "tell_extension", "new_mentor": "tell_new_mentor",
                     "expected": "expect_feedback_by", "late": "tell_feedback_delayed"},
    "manager": {"feedback": "relay_feedback", "missing": "remind_missing_again", "message": "relay_message"},
}  # fmt: skip
STANDING = {Status.PAUSED: "pause", Status.ACTIVE: "resume", Status.WITHDRAWN: "withdraw"}


@dataclass(frozen=True)
class Outcome:
    """What a message was taken for: the kind, and the rest of it (a day, a nature, an address)."""

    kind: str
    more: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.more}".strip()


@cache
def configuration(first_month: str) -> tuple[Config, Almanac]:
    made = config(cohorts={"2026-27": {"first_month": first_month, "reports": 14}}, calendar={"escalation": "ask"})
    return made, Almanac(made)


def taken_for(message: Message) -> Outcome:
    """What the bot takes the message for."""
    arrived, context, almanac, parts = scene(message)
    return outcome(classify(Arrival(mail(**parts), arrived, "kept", arrived), context, almanac), message)


def scene(message: Message) -> tuple[datetime, Context, Almanac, dict[str, object]]:
    """The moment, what is known, and the mail's parts."""
    today = date.fromisoformat(message.fields["today"].split()[1])
    arrived = datetime.combine(today, time(10, 30), LONDON)
    answers, _, said = message.fields["in"].partition(" ")
    number = int(said) if said.isdigit() else 100 if answers == "charter" else 0
    current = number if 0 < number < 100 else 2
    _, almanac = configuration(_first_month(today, current, answers))
    who = message.fields["from"]
    people = {role: _person(message.cast.get(role, ""), role) for role in ("practitioner", "mentor", "manager")}
    enrolment = Enrolment("2026-27", "it", people["practitioner"], people["mentor"], people["manager"])
    case = apply(Case(enrolment.unit), [Put(enrolment), *_records(who, answers, number, current, today)])
    name = LETTERS.get(who, {}).get(answers, answers if who == "team" else "")
    letter = _letter(name, message, people) if name else None
    if letter:
        case = apply(case, [Put(letter)])
    other = Enrolment("2026-27", "other", _person(message.cast.get("other practitioner", "Pat Other"), "other"),
                      people["mentor"], people["manager"])  # fmt: skip
    parts = [] if who == "team" else [Part(ROLES[who], case)]
    if who == "mentor":
        parts.append(Part(Role.MENTOR, apply(Case(other.unit), [Put(other)])))
    matter = (current if who == "team" else number) if letter else 0
    context = Context(parts, case if letter else None, matter, team=who == "team")
    sender = TEAM if who == "team" else people[who].address
    headers = {"In_Reply_To": f"<{letter.message_id}>"} if letter else {}
    files = tuple(f.strip() for f in message.fields.get("files", "").split(",") if f.strip())
    return arrived, context, almanac, {
        "sender": sender, "subject": message.fields["subject"], "text": message.text + "\n", "files": files, **headers,
    }  # fmt: skip


def _first_month(today: date, number: int, answers: str) -> str:
    """The cohort's beginning that makes report `number` the present one."""
    month = today.year * 12 + today.month - 1
    ahead = answers in ("deadline", "fresh", "message", "check_in", "nudge")
    if ahead and today.day > 15:
        month += 1
    if not ahead and today.day <= 15:
        month -= 1
    first = month - (number - 1)
    return f"{first // 12:04}-{first % 12 + 1:02}"


def _records(who: str, answers: str, number: int, current: int, today: date) -> list[Put]:
    come = [n for n in range(1, current) if n != number]
    records: list[Put] = []
    for n in come:
        at = datetime.combine(today - timedelta(days=30 * (current - n) + 5), time(9), LONDON)
        records += [Put(Report(n, at, False, 1, at.date() + timedelta(days=7), answered=at + timedelta(days=3)))]
    has = answers in ("report", "charter", "reminder", "receipt", "feedback", "report_feedback_overdue",
                      "expected", "late")  # fmt: skip
    if who == "mentor" and answers == "fresh":  # it can be about just one report
        number, has = current, True
    number = number or (current if answers == "report_feedback_overdue" else 0)
    if has and number:
        at = datetime.combine(today - timedelta(days=9 if "remind" in answers else 3), time(9), LONDON)
        answered = at + timedelta(days=1) if answers == "feedback" else None
        records.append(Put(Report(number, at, False, 1, at.date() + timedelta(days=7), answered=answered)))
        records.append(Put(Submission(number, 1, at, False, "", f"Report {number}", "s@x.example", "kept")))
    return records


def _letter(name: str, message: Message, people: dict[str, Person]) -> Letter:
    who = message.fields["from"]
    to = TEAM if who == "team" else people[who].address
    copies = {"relay_feedback": ("practitioner", "manager"), "nudge_contact": ("practitioner", "mentor"),
              "remind_missing_again": ("practitioner", "mentor", "manager")}  # fmt: skip
    copy = tuple(people[role].address for role in copies.get(name, ()) if role != who)
    moment = datetime(2026, 1, 1, tzinfo=LONDON)
    topic = re.sub(r"^(?:re|fwd?|aw):\s*", "", message.fields["subject"], flags=re.IGNORECASE)
    return Letter(
        f"{name}/x", name, (to,), copy, moment, LetterState.SENT, message_id="letter@x.example", subject=topic
    )


def _person(said: str, role: str) -> Person:
    name = re.sub(r"\s*\(.*?\)", "", said).strip() or role.capitalize()
    return Person(name, (f"{re.sub(r'[^a-z]+', '.', name.lower()).strip('.')}@{role.split()[0]}.example",))


def outcome(event: Event, message: Message) -> Outcome:
    """The kind of the collection that the event is."""
    match event:
        case FeedbackReceived():
            return Outcome("feedback")
        case MessageReceived(asked=True) if event.arrival.mail.files:
            return Outcome("paper")
        case MessageReceived():
            return Outcome("message")
        case Acknowledged() | MessageIgnored(kind="an acknowledgement"):
            return Outcome("nothing")
        case MessageIgnored(kind="the team's note"):
            return Outcome("nothing")
        case MessageIgnored(kind=kind) if kind == NOT_NOW:
            return Outcome("decline")  # the collection's word for an escalation that is refused
        case MessageIgnored() | AbsenceNoted():
            return Outcome("machine")
        case MessageUnplaced(cause=cause) if "no longer" in cause:
            return Outcome("machine", "gone")
        case DateNamed(day=day):
            return Outcome("delay", day.isoformat())
        case AimUnclear():
            return Outcome("private", "aim")
        case CapacityEnded():
            return Outcome("private", "capacity")
        case SupportNeeded() | ConcernTold() | ToldInConfidence():
            return Outcome("private", "support")
        case ReportReceived(apart=apart):
            return Outcome("report", f"+ {apart}" if apart else "")
        case DocumentForgotten():
            return Outcome("forgotten")
        case CircumstancesReported(nature="leaving"):
            return Outcome("leaving")
        case CircumstancesReported(nature=nature):
            return Outcome("circumstances", nature)
        case ContactReported():
            return Outcome("spoke")
        case CircumstancesDecided(accepted=True, until=until) if until:
            return Outcome("accept", until.isoformat())
        case CircumstancesDecided(accepted=True):
            return Outcome("excuse")
        case CircumstancesDecided():
            return Outcome("decline")
        case EscalationOrdered():
            return Outcome("escalate")
        case StandingChanged(status=status):
            return Outcome(STANDING[status])
        case MentorChanged() | Reassigned():
            return Outcome("reassign")
        case CommandUnclear(fault=fault) if "mentors anybody here" in fault:
            return Outcome("reassign")  # it knows the address; who mentors is another test's
        case CommandUnclear(fault=fault) if fault.endswith("is active"):
            return Outcome("resume")  # nothing rests here; that it begins again is another test's
        case MessageUnplaced(cause=cause) if cause == ON_BEHALF:
            return Outcome("report")
        case WhichAsked() | CommandUnclear():
            return Outcome("ask")
        case MessageUnplaced():
            return Outcome("unplaced")
    return Outcome(type(event).__name__)


def is_right(message: Message, found: Outcome) -> bool:
    """Whether that is what must come of it; a day must be the day, a report with circumstances both."""
    wanted = [message.fields["what"], *message.fields.get("also right", "").split(",")]
    return any(_matches(one.strip(), found) for one in wanted if one.strip())


def _matches(wanted: str, found: Outcome) -> bool:
    kind, _, more = wanted.partition(" ")
    if "+" in wanted:
        return found.kind == "report" and found.more.startswith("+")
    if kind in ("report", "charter"):
        return found.kind == "report"
    if kind != found.kind:
        return kind in ("delay", "accept") and not more and found.kind == "ask"  # the day is asked for
    if kind in ("delay", "accept") and re.fullmatch(r"[\d-]+", more):
        return found.more == more
    return True
