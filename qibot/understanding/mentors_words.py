"""What a mentor's plain words become, by what they mean (programme.md, 3a): the table of meanings, costs in view.

| they mean | becomes | an error costs |
|---|---|---|
| private | to the team alone | the worst: a word reaches whom it wasn't for |
| may be private | the mentor is asked, nobody sees it | least: a question |
| a machine's text | as an automatic reply | a report counts as answered |
| delay, with its day; without one | the new day; the mentor is asked for it | a chase |
| message | passed on to the practitioner alone; the report stays open | a report counts as answered |
| thanks, a promise; we spoke | a sign of life, contact | the same |
| feedback | to the practitioner, the manager in copy | |
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from qibot.calendar import Almanac
from qibot.events import (
    Acknowledged,
    AimUnclear,
    Arrival,
    CommandUnclear,
    ConcernTold,
    ContactReported,
    DateNamed,
    Event,
    FeedbackReceived,
    MessageIgnored,
    MessageReceived,
    MessageUnplaced,
    SupportNeeded,
    WhichAsked,
)
from qibot.message import words_apart
from qibot.model import CHARTER, Case, Choice, Letter, Role
from qibot.people import name_words
from qibot.screening import opens_with_absence
from qibot.understanding.commands.capacity import capacity_ended
from qibot.understanding.commands.which import CHOICES_LIMIT, choices_of
from qibot.understanding.context import Context
from qibot.understanding.courtesy import is_acknowledgement, is_promise, is_short, names_in, praises
from qibot.understanding.dates import read_date, read_span
from qibot.understanding.doubt import doubtful
from qibot.understanding.languages import is_foreign, opens_as_feedback
from qibot.understanding.machines import invites, of_machine
from qibot.understanding.meaning import Meaning, said_in, sentences
from qibot.understanding.naming_days import is_day_after, lasting, plainer
from qibot.understanding.wording import meant, says_more

NOTHING_WAITS = "its mentor has no report to answer, and it answers none of the bot's letters"
PRIVATE, SURE = 0.3, 0.6  # from which a message is private; one that is to them alone
DOUBT, DOUBT_TO_THEM = 0.12, 0.25  # … may be private
HINTED, FITTING = 0.9, 0.06  # … one sentence of it, where the rest agrees so far
PLAIN = 0.5  # from which a mail about nobody in particular is but thanks
BESIDE = 0.5  # from which a subject, or what is quoted, is
NOTHING = 0.75  # from which it is thanks or a promise that nobody needs to see
GREETED = 2  # sentences of a mail that only greets and signs
UNCLEAR = 0.7  # from which nobody could tell what it is
SHORT_PROMISE = 8  # words of a sentence that needn't say who promises
FARTHEST = timedelta(days=90)  # a day named for feedback beyond it is no promise
_MINE = re.compile(
    r"\b(?:i|i'll|i'm|i'd|my|me|we|be|it|you)\b", re.IGNORECASE
)  # who says by when, and not what to expect
_MODEL = re.compile(r"\bliked?\b|\beven better\b", re.IGNORECASE)
_FEEDBACK = re.compile(r"\b(?:feedback|comments|review|reply|answer)\b", re.IGNORECASE)
_OF_PROJECT = re.compile(
    r"\b(?:data|pdsas?|charts?|aims?|measures?|tests?|testing|liked|better|cycles?)\b", re.IGNORECASE
)
_CLAUSES = re.compile(r"[,;:–—()]|\b(?:so|and|but|then|or)\b", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\b(?:feedback|comments|review|reply|answer|respond|write|send|get (?:back|to)|look|read|expect"
    r"|have (?:it|my|this)|do it|with you)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"\bthis week\b|\bthe week\b", re.IGNORECASE)  # no day yet
# The feedback stands between the lines.
_BELOW = re.compile(
    r"\b(?:below|in-?line|in line|above|in the text|in between|margins?)\b", re.IGNORECASE
)  # the feedback stands between the lines


def of_mentor(arrival: Arrival, context: Context, case: Case, answered: Letter | None, almanac: Almanac) -> Event:
    """What a mentor's reply in a matter is."""
    if is_foreign(arrival.mail.top):
        return _in_another_language(arrival, context, case, almanac)
    found = meant(arrival, context, case, Role.MENTOR, answered)
    if (kept := kept_in(arrival, context, case, context.number, found, almanac, answered)) is not None:
        return kept
    if invites(arrival.mail):
        return MessageReceived(arrival, case.unit, context.number, Role.MENTOR)
    if not _BELOW.search(said_in(arrival.mail.own_text, frozenset())) and _acknowledges(arrival, case):
        report, day = case.report(context.number), _day(arrival, almanac)
        if report is not None and report.answered is None and day is not None and not _VAGUE.search(arrival.mail.top):
            return DateNamed(arrival, case.unit, context.number, day)
        return Acknowledged(arrival, case.unit, context.number, Role.MENTOR)
    if answered is not None and answered.name == "confirm_command" and not answered.reason and is_short(arrival.mail):
        return MessageReceived(arrival, case.unit, context.number, Role.MENTOR)
    return _passed_on(arrival, context, case, found, almanac)


def _in_another_language(arrival: Arrival, context: Context, case: Case, almanac: Almanac) -> Event:
    """Nothing is guessed at: feedback where it opens so or brings a document, else its writer is asked."""
    number = context.number
    if invites(arrival.mail):
        return MessageReceived(arrival, case.unit, number, Role.MENTOR)
    if _acknowledges(arrival, case):
        return Acknowledged(arrival, case.unit, number, Role.MENTOR)
    says = arrival.mail.sends or says_more(arrival.mail, case) or opens_as_feedback(arrival.mail.top)
    if case.report(number) and says:
        return FeedbackReceived(arrival, case.unit, number)
    return doubtful(arrival, case, number, Role.MENTOR, almanac)


def fresh_from_mentor(arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """What a mentor's mail is that answers nothing. It is passed on only where it can be about just one report."""
    cases = context.cases(Role.MENTOR)
    if not cases:
        return MessageUnplaced(arrival, NOTHING_WAITS)
    said = {w.strip(".,;:!?()") for w in arrival.mail.own_text.casefold().replace("’s", " ").replace("'s", " ").split()}
    named = [c for c in cases if name_words([c.enrolment.practitioner]) & said]
    about = named[0] if len(named) == 1 else cases[0] if len(cases) == 1 else None
    found = meant(arrival, context, about or cases[0], Role.MENTOR, None)
    if about is not None and (kept := kept_in(arrival, context, about, _latest(about), found, almanac)) is not None:
        return kept
    if about is None and (machine := of_machine(arrival, found, Role.MENTOR, almanac)) is not None:
        return machine
    doubted = about is None and may_be_private(found)
    if about is None and is_private(found):
        return _of_nobody(arrival, context, cases, found)
    if doubted and not choices_of(context):  # there is nobody to ask about
        return MessageUnplaced(arrival, "it may be a mentor's word for the team alone, and nobody else has seen it")
    if invites(arrival.mail):
        return _invitation(arrival, cases, about)
    if not arrival.mail.sends and found.best == "nothing" and found.of("nothing") >= PLAIN:
        return MessageIgnored(arrival, "an acknowledgement")
    pending = [(case, report) for case in cases for report in case.pending()]
    if len(pending) == 1 and not doubted:
        case, report = pending[0]
        return _passed_on(arrival, replace(context, number=report.number), case, found, almanac)
    if choices := choices_of(context):
        return WhichAsked(arrival, *choices)
    return MessageUnplaced(arrival, NOTHING_WAITS)


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


def kept_in(
    arrival: Arrival,
    context: Context,
    case: Case,
    number: int,
    found: Meaning,
    almanac: Almanac,
    answered: Letter | None = None,
) -> Event | None:
    """The event of what reaches neither practitioner nor manager; None of what may be passed on."""
    if is_private(found):
        return _to_team(arrival, context, case, number, found)
    if (machine := of_machine(arrival, found, Role.MENTOR, almanac, answered)) is not None:
        return machine
    if may_be_private(found, to_them=invites(arrival.mail)) or any(is_private_beside(x) for x in found.beside):
        return doubtful(arrival, case, number, Role.MENTOR, almanac)
    return None


def is_private(found: Meaning) -> bool:
    """Whether a mentor's words are for the team alone."""
    if found.mark:
        return True
    if found.only_feedback:
        return False
    if found.only_to_them:  # it calls them and speaks of nobody
        return found.of("private") >= SURE
    return found.of("private") >= PRIVATE


def is_private_beside(found: Meaning) -> bool:
    """Whether a subject or a quotation is; a few words are weak evidence, so that more is wanted than of own words."""
    return bool(found.mark) or found.of("private") >= BESIDE


def may_be_private(found: Meaning, *, to_them: bool = False) -> bool:
    """Whether they may be, so that nobody sees them before their writer has said so. An invitation is `to_them`,
    whatever it says."""
    if found.cut:  # nobody knows what the rest says
        return True
    if found.only_feedback:
        return False
    if not found.told:  # all is typed below, where marks have been looked for
        return False
    if found.is_all("courtesy") and len(found.told) <= GREETED:  # a greeting and a name; the rest stands below
        return False
    to_them = to_them or found.only_to_them
    if found.aside("private") >= HINTED and found.of("private") >= FITTING and not to_them:
        return True
    return found.of("private") >= (DOUBT_TO_THEM if to_them else DOUBT)


def _to_team(arrival: Arrival, context: Context, case: Case, number: int, found: Meaning) -> Event:
    words, because = words_apart(arrival.mail, case).strip(), found.mark or "weights"
    nature = found.nature("private")
    if nature == "capacity" and (ended := capacity_ended(arrival, context, words)) is not None:
        return ended
    if nature == "aim":
        return AimUnclear(arrival, case.unit, number or _last(case), words, read=because)
    return SupportNeeded(arrival, case.unit, number or _last(case), words, read=because)


def _of_nobody(arrival: Arrival, context: Context, cases: list[Case], found: Meaning) -> Event:
    """A word for the team that names nobody: it may be about any of the mentor's practitioners."""
    words, mentor = words_apart(arrival.mail, cases[0]).strip(), cases[0].enrolment.mentor
    if found.nature("private") == "capacity" and (ended := capacity_ended(arrival, context, words)) is not None:
        return ended
    names = tuple(case.enrolment.practitioner.name for case in cases)
    address = mentor.address or arrival.mail.sender or ""
    return ConcernTold(arrival, mentor.name, address, names, words, read=found.mark or "weights")


def _passed_on(arrival: Arrival, context: Context, case: Case, found: Meaning, almanac: Almanac) -> Event:
    number, report = context.number, case.report(context.number)
    message = MessageReceived(arrival, case.unit, number, Role.MENTOR)
    if report is None:
        return _of_talk(arrival, case, number, found, almanac) or message
    kind = _kind(found)
    below = _BELOW.search(said_in(arrival.mail.own_text, frozenset())) is not None
    if arrival.mail.sends or below or (kind != "feedback" and says_more(arrival.mail, case)):
        return FeedbackReceived(arrival, case.unit, number)
    if kind == "delay" and report.answered is None and not found.in_form:
        if (day := _day(arrival, almanac)) is not None:
            return DateNamed(arrival, case.unit, number, day)
        if not _OF_PROJECT.search(arrival.mail.top):
            return _asked_for_day(arrival, case, number)
    if kind == "message":
        return message
    if kind == "ask" and report.answered is None and not (praises(arrival.mail) or says_more(arrival.mail, case, 0)):
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
    """Thanks, a promise, or that the two have spoken; None of anything else."""
    if arrival.mail.sends or says_more(arrival.mail, case):
        return None
    kind = _kind(found)
    if kind == "nothing" and not (praises(arrival.mail) and case.report(number)):
        if found.of("nothing") < NOTHING:
            return MessageReceived(arrival, case.unit, number, Role.MENTOR)  # nothing is lost
        return Acknowledged(arrival, case.unit, number, Role.MENTOR)
    if kind == "spoke":
        return ContactReported(arrival, case.unit, number, Role.MENTOR, spoken_on(arrival, almanac))
    return None


def _asked_for_day(arrival: Arrival, case: Case, number: int) -> Event:
    fault = "your message says that the feedback will take longer, and no day can be read in it"
    instead = "EXPECT and a date on the first line, like EXPECT 24 March"
    return CommandUnclear(arrival, case.unit, number, Role.MENTOR, fault, instead, case.enrolment.mentor.name)


def spoken_on(arrival: Arrival, almanac: Almanac) -> date:
    """The day on which somebody says that they spoke: the last one of that name, else the day of the mail."""
    today = almanac.day(arrival.arrived)
    for one in sentences(arrival.mail.top):
        said = read_date(one, today)
        if said is not None:
            day = said.day - timedelta(days=7) if said.day > today and not re.search(r"\d", said.words) else said.day
            if today - timedelta(days=60) <= day <= today:
                return day
    return today


def _acknowledges(arrival: Arrival, case: Case) -> bool:
    """Whether a mentor only thanks, or promises feedback."""
    names = names_in(case)
    polite = is_acknowledgement(arrival.mail, names) or is_promise(arrival.mail, names)
    if arrival.mail.sends or not polite:
        return False
    return not says_more(arrival.mail, case)


def _day(arrival: Arrival, almanac: Almanac) -> date | None:
    """The day by which a mentor promises the feedback: in the clause that says so, else in a sentence that may say so,
    else the last that is named; a length of time counts from today."""
    today = almanac.day(arrival.arrived)
    days: list[tuple[int, date]] = []
    said_last: date | None = None
    for one in sentences(arrival.mail.top):
        plain = plainer(one)
        promises = _promises(plain)
        for clause in _CLAUSES.split(plain):
            day = _named(clause, today)
            if day is None and said_last is not None and is_day_after(clause):
                day = said_last + timedelta(days=1)
            if day is not None and today <= day <= today + FARTHEST:
                said_last = day
                sure = 2 if promises and _ANSWERS.search(clause) else 1 if promises else 0
                if sure or not _OF_PROJECT.search(one):
                    days.append((sure if not _VAGUE.search(clause) else -1, day))
    return max(days)[1] if days else lasting(arrival.mail.top, today)


def _named(clause: str, today: date) -> date | None:
    span, said = read_span(clause, today), read_date(clause, today)
    return span[1] if span else said.day if said else None


def _promises(sentence: str) -> bool:
    """Whether a sentence with a day may say by when the feedback comes, rather than what to do by then."""
    if _FEEDBACK.search(sentence):
        return True
    return not _OF_PROJECT.search(sentence) and (
        _MINE.search(sentence) is not None or len(sentence.split()) <= SHORT_PROMISE
    )


def _latest(case: Case) -> int:
    pending = case.pending()
    return pending[0].number if pending else 0


def _last(case: Case) -> int:
    """The last report that came in, else the first."""
    return max((s.number for s in case.pending() if s.number != CHARTER), default=1)
