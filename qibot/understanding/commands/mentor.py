"""What a mentor says: to the team alone, of themselves, or on how their words are taken (guidance, section 7)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.calendar import numbered_mails, written
from qibot.events import (
    AbsenceNoted,
    AimUnclear,
    Event,
    FeedbackAfterAll,
    FeedbackReceived,
    MentorsAsked,
    MessageReceived,
    SupportNeeded,
    ToldInConfidence,
)
from qibot.expression import expression
from qibot.model import Case, Flag, Person, Role, Seen
from qibot.understanding.commands.capacity import capacity_ended
from qibot.understanding.commands.copied import copy_of_answered
from qibot.understanding.commands.given import Given
from qibot.understanding.days.dates import read_span
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.names.naming import greets, speaks_of
from qibot.understanding.phrases.plainly import names_project

FARTHEST = 366  # days
CONFIRMATION, PASSED_ON = "confirm_command", "message from the mentor"
# Words below FEEDBACK or MESSAGE that say what of another mail is to be passed on: they are for nobody but the team.
EDITS = "it says what of an earlier mail is to be passed on"
_EDITS = expression(
    r"^\W*but\b|\b(?:leave|take|cut|miss|keep|strip|drop|edit|skip|remove|delete|without|except|only|not|minus)\b.{0,30}"
    r"\b(?:bit|part|sentence|paragraph|para|mention|postscript|ps)\b"
    r"|\b(?:my|that) (?:last |previous |earlier |other |first )?(?:e-?mail|mail|message|note)\b"
    r"|\bwhat i (?:wrote|sent|said) (?:earlier|before|yesterday|last)\b",
    re.IGNORECASE,
)
# … as an order, whatever stands before it (“great report. Leave out the bit about the drinking”), but for advice.
_CUTS = expression(
    r"(?:^|[.!?;:,\n–-]|\b(?:but|and|then|so)\b)\W*(?:(?:please|pls|just|do|also|then|but|and|so|maybe|perhaps"
    r"|can you|could you|would you|you can|you could) )*"
    r"(?:leave|take|cut|miss|strip|drop|edit|skip|remove|delete|omit)\b.{0,30}"
    r"\b(?:bit|part|sentence|paragraph|para|mention|postscript|ps)\b",
    re.IGNORECASE,
)
_ADVISES = expression(r"\b(?:even better|next time|(?:your|the|a) next (?:one|report|draft))\b", re.IGNORECASE)
_FIRST = expression(r"[.!?;:,\n]+|\bbut\b", re.IGNORECASE)
_LIKES = expression(r"\b(?:liked?|loved?|lovely|good|great|excellent|clear|strong|well done)\b", re.IGNORECASE)
_THIRD = expression(
    r"\b(?:she|her|hers|he|him|his|they|them|their|my (?:last |earlier )?(?:e-?mail|mail|message|note))\b",
    re.IGNORECASE,
)
_NUMBER = expression(r"[0-9]{1,3}")
MOST_OFFERED = 9  # mails that are asked about in one letter
FEW = 30  # words of such
OPEN = (PASSED_ON, "thanks or a promise", "EXPECT", "WE SPOKE")  # what mails are taken for that nobody keeps in


def needs_support(given: Given) -> Event | None:
    """NEEDS SUPPORT: the practitioner needs more help than the mentor can give."""
    return SupportNeeded(given.arrival, given.case.unit, _report_meant(given), _words(given, given.words_to_team))


def no_clear_aim(given: Given) -> Event | None:
    """NO CLEAR AIM: there is no clear aim, or none that the practitioner can influence."""
    return AimUnclear(given.arrival, given.case.unit, _report_meant(given), _words(given, given.words_to_team))


def no_capacity(given: Given) -> Event | None:
    """NO CAPACITY: the mentor can't go on; the team finds another one."""
    ended = capacity_ended(given.arrival, given.context, _words(given, given.words_to_team))
    return ended or given.unclear("you have no active practitioner", "nothing; all is well")


def feedback(given: Given) -> Event | None:
    """FEEDBACK: the words below are the feedback, whatever they sound like; without any, the last mail was."""
    numbered = bool(_NUMBER.fullmatch(given.behind)) and not (given.words or given.arrival.mail.sends)
    if given.behind and not numbered:
        return None
    if given.case.report(given.number) is None:
        return given.unclear("no report is in this matter", "a reply to the mail with the report")
    if _edits(given):
        return ToldInConfidence(given.arrival, given.case.unit, given.number, Role.MENTOR, given.words_to_team, EDITS)
    if given.words or given.arrival.mail.sends:
        return FeedbackReceived(given.arrival, given.case.unit, given.number)
    if not numbered and (copied := copy_of_answered(given)) is not None:
        return copied
    meant = _meant_as_feedback(given)
    if len(meant) > 1:
        which = ", ".join(f"FEEDBACK {n} (your mail of {_moment(given, x)})" for n, x in meant[:MOST_OFFERED])
        return given.unclear("several mails of yours have been passed on as messages", which)
    last = meant[0][1] if meant else None
    if last is None:
        return given.unclear("there are no words below it", "FEEDBACK, and your words below it")
    return FeedbackAfterAll(
        given.arrival, given.case.unit, given.number, given.who, last.taken_for, last.archived, last.arrived
    )


def _meant_as_feedback(given: Given) -> list[tuple[int, Seen]]:
    """The mails with their numbers that FEEDBACK alone may be about: the one that was kept for the team, where the very
    letter is answered that says so and how to send it on; the one whose number it gives; else all that went out as
    messages about this report, since the reminder speaks of those, or the last that was taken for thanks or news. What
    was kept for the team is never taken else, however new."""
    case, mails = given.case, given.case.all(Seen)
    letter, report = answered_letter(given.arrival, case), case.report(given.number)
    if not given.behind and letter is not None and letter.name == CONFIRMATION and letter.cause in case.all(Flag):
        kept = mails.get(letter.cause) if letter.cause in letter.about else None  # else it was said to be the team's
        return [(0, kept)] if kept is not None and kept.archived else []
    numbered = numbered_mails(case, report) if report is not None else []
    own = [(n, x) for n, x in numbered if _was_read_otherwise(x, case, given.number)]
    if given.behind:
        return [(n, x) for n, x in own if n == int(given.behind)]
    return [(n, x) for n, x in own if x.taken_for == PASSED_ON] or own[-1:]


def _moment(given: Given, seen: Seen) -> str:
    at = seen.arrived.astimezone(given.almanac.zone)
    return f"{written(at.date())}, {at:%H:%M}"


def _was_read_otherwise(seen: Seen, case: Case, number: int) -> bool:
    """Whether a mentor's mail was read by its words as something that everybody may see, and not as feedback."""
    read = bool(seen.because and seen.archived) and seen.by == str(Role.MENTOR) and not seen.apart
    if not read or not seen.taken_for.startswith(OPEN) or seen.key in case.all(Flag):
        return False
    report = case.report(number)
    relayed = [x.key for x in case.letters.values() if x.name == "relay_message" and x.cause == seen.key]
    of_it = tuple(f"message/{case.unit}/{n}/" for n in (number, 0))  # 0: a mail of its own, about no report
    about_it = not relayed or any(key.startswith(of_it) for key in relayed)
    return report is not None and seen.arrived >= report.received and about_it


def message(given: Given) -> Event | None:
    """MESSAGE: the words below are for the practitioner, and no feedback yet."""
    if given.behind or not (given.words or given.arrival.mail.sends):
        return (
            None if given.behind else given.unclear("there are no words below it", "MESSAGE, and your words below it")
        )
    if _edits(given):
        return ToldInConfidence(given.arrival, given.case.unit, given.number, Role.MENTOR, given.words_to_team, EDITS)
    return MessageReceived(given.arrival, given.case.unit, given.number, Role.MENTOR)


def _edits(given: Given) -> bool:
    """Whether the words are about another mail of the mentor's in this matter, and not what is to be passed on."""
    before = any(x.by == str(Role.MENTOR) and x.archived for x in given.case.all(Seen).values())
    if not before or len(given.words.split()) > FEW:
        return False
    if _CUTS.search(given.words) and not _ADVISES.search(given.words):
        return True
    of_report = _is_of_report(given.words) and not any(speaks_of(p, given.words) for p in _spoken_of(given.case))
    return not of_report and _EDITS.search(given.words) is not None


def _is_of_report(words: str) -> bool:
    """Whether they begin with a word of the report and speak of nobody: “Good aim, but only one part has a measure”."""
    first = next((one for one in _FIRST.split(words) if one.strip()), "")
    of_it = names_project(first) or _LIKES.search(first) is not None
    return of_it and not (_EDITS.search(first) or _THIRD.search(words))


def _spoken_of(case: Case) -> list[Person]:
    return [p for p in (case.enrolment.practitioner, case.enrolment.manager) if p]


def away(given: Given) -> Event | None:
    """AWAY and two dates: the team hears if feedback falls due meanwhile."""
    span = read_span(given.behind, given.today)
    if span is None and len(given.behind.split()) > 8:
        return None
    instead = "AWAY, a day, TO and another day, like AWAY 1 July TO 14 July"
    if span is None:
        return given.unclear(
            f"“{given.behind}” can't be read as two dates" if given.behind else "it has no dates", instead
        )
    if span[1] < given.today:
        return given.unclear("those days are past", instead)
    if (span[1] - given.today).days > FARTHEST:
        return given.unclear("those days are more than a year off", instead)
    return AbsenceNoted(given.arrival, given.arrival.mail.sender or "", span[0], span[1], "AWAY", given.who)


def mentors(given: Given) -> Event | None:
    """MENTORS: words to the other mentors (guidance, section 8). Nothing of a quoted letter goes along, and no mentor
    gets them who has a part beside the speaker's practitioners, or whom they name: they may be about them."""
    cases, below = given.context.cases(Role.MENTOR), given.words_to_others
    if below is None:
        return given.unclear("it quotes a letter that isn't the other mentors' to read", "MENTORS in a mail of its own")
    words = _words(given, below)
    if not words:
        return given.unclear("there are no words for the other mentors", "MENTORS, and your words below it")
    speaker = cases[0].enrolment.mentor if cases else None
    most = given.almanac.config.limits.mentors
    all_others = [x.mentor for x in given.context.people.loads() if speaker and x.mentor.address != speaker.address]
    others = [p for p in all_others if not _may_be_about(p, cases, words)]
    if speaker is None or not others:
        fault = "there is no other mentor" + (" but those whom it may be about" if all_others else "")
        return given.unclear(fault, "a message to the Community Planning team")
    left_out = len(all_others) - len(others)
    subject = f"A question from {speaker.name}"
    return MentorsAsked(given.arrival, speaker, tuple(others[:most]), subject, words, left_out=left_out)


def _may_be_about(mentor: Person, cases: Iterable[Case], words: str) -> bool:
    """Whether another mentor manages one of these practitioners, or is one, or the words speak of them by name; who is
    called by it is spoken to."""
    people = [p for c in cases for p in (c.enrolment.practitioner, c.enrolment.manager) if p]
    own = {a for p in people for a in p.addresses}
    return not own.isdisjoint(mentor.addresses) or (speaks_of(mentor, words) and not greets(mentor, words))


def _words(given: Given, below: str) -> str:
    return "\n".join(x for x in (given.behind, below) if x).strip()


def _report_meant(given: Given) -> int:
    """The matter's report, else the last one that came in, else the next one."""
    if given.number:
        return given.number
    numbers = [n for n in given.almanac.numbers(given.case) if given.case.report(n)]
    return numbers[-1] if numbers else 1


ADDRESS = expression(r"[^\s<>()\",;:]{1,64}@[^\s<>()\",;:]{1,190}[^\s<>()\",;:.]")
