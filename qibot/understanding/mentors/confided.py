"""Whether a mentor's words are for the team alone, or may be, and what then comes of them (programme.md, 3a)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from qibot.calendar import Almanac
from qibot.events import AimUnclear, Arrival, ConcernTold, ContactReported, DateNamed, Event, SupportNeeded
from qibot.expression import expression
from qibot.message import words_apart, words_below
from qibot.model import CHARTER, Case, Letter, Role
from qibot.people import name_words
from qibot.understanding.commands.capacity import capacity_ended
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.matter.wording import begins_as_machine
from qibot.understanding.meaning import LIKELIER, TO_TEAM, Meaning, Told
from qibot.understanding.meaning.families import families_in
from qibot.understanding.mentors.by_mouth import tells_again
from qibot.understanding.mentors.leave_words import goes_with_leave
from qibot.understanding.mentors.news import of_news
from qibot.understanding.mentors.told_leave import clauses_of, tells_graver
from qibot.understanding.names.naming import speaks_of
from qibot.understanding.phrases.asked_day import asks_for_day
from qibot.understanding.phrases.courtesy import praises, typed
from qibot.understanding.phrases.grave import OF_ME, OF_THEM, told_gravely
from qibot.understanding.phrases.leave import speaks_of_leave
from qibot.understanding.phrases.natures import nature
from qibot.understanding.phrases.promised import promised_day, spoken_on
from qibot.understanding.phrases.talks import tells_of_none
from qibot.understanding.senders.machines import of_machine, of_meeting

PRIVATE, SURE = 0.35, 0.65  # from which a message is private; one that is to them alone
DOUBT, DOUBT_TO_THEM = 0.2, 0.22  # … may be private
HINTED, FITTING = 0.95, 0.1  # … one sentence of it, where the rest agrees so far
# The same of what answers a letter with a report, or its reminder, in more than a few words: most of that is feedback,
# and of feedback one in twenty may be asked about. Chosen on 2,008 messages from which nothing had been learnt yet.
ON_REPORTS = ("forward_report", "forward_charter", "remind_feedback")
DOUBT_ON_REPORTS, TO_THEM_ON_REPORTS, HINTED_ON_REPORTS = 0.35, 0.5, 0.98
FEW = 12  # words that are weak evidence
BESIDE = 0.5  # from which a subject, or what is quoted, is
AGREES = 0.03  # … a mark is no slip of words
PLAINLY = 0.8  # … what is said to the team is but a day, or that the two spoke
NO_MORE = ("courtesy", "thanks", "delay", "promise", "spoke")
OTHERS = frozenset(("THEY", "MGR", "OTHER", "SOMEBODY"))  # whose leave is none of the writer's
YOURS, OWN = frozenset(("you", "your", "you've", "you're")), frozenset(("i", "i'm", "i've", "me", "my"))
GREETING, BRIEF = 4, 3  # words of one; of what says nothing
_CAUSE = expression(r"\b(?:because|cause|cos|after|following|due to|given)\b", re.IGNORECASE)
_HARMLESS = expression(r"\b(?:half[- ]term|boiler|plumber|laptop|broadband|wi-?fi)\b", re.IGNORECASE)
RELIEVED = 25  # words of a mail that is but glad
GREETED = 2  # sentences of a mail that only greets and signs
_STAYS = expression(
    r"(?:n['’]t|\bnot|\bnever) (?:\w+ ){0,2}?(?:left|leav\w+|gone|going|stop\w*|dropp?\w*|withdr\w+|quit\w*"
    r"|giv\w+ up|given up)"
    r"|\b(?:stay(?:s|ed|ing)|still with us|(?:is|['’]s|are|comes?|came) back|back with us|carr(?:ies|ied"
    r"|ying) on|keeps going"
    r"|(?:has|have|got|given|gets) (?:\w+ )?(?:more time|extension))\b",
    re.IGNORECASE,
)
_GLAD = expression(
    r"\b(?:good(?: news)?|great|glad|pleased|delighted|relieved|relief|phew|lovely|happy|wonderful|brilliant"
    r"|hooray|hurrah|yay"
    r"|thank (?:goodness|god|heavens))\b",
    re.IGNORECASE,
)
_WORRIES = expression(
    r"\b(?:but|though|although|however|worr\w+|concern\w*|doubt\w*|afraid|unfortunately|struggl\w*|coping|hope|fear"
    r"|suspect|frankly|honestly|between|tell|ill|sick|stress\w*|low|tears|manager|boss|wish|should)\b",
    re.IGNORECASE,
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
    if (news := of_news(arrival, case, number, found, almanac)) is not None:
        return news
    if (told := _told_the_team(arrival, case, number, found, almanac, answered)) is not None:
        return told
    if is_private(found):
        if _told_again(arrival, case, number, found) or _is_relieved(arrival.mail.top, found):
            return doubtful(arrival, case, number, Role.MENTOR, almanac)
        return _to_team(arrival, context, case, number, found)
    if (machine := of_machine(arrival, found, Role.MENTOR, almanac, answered)) is not None:
        in_person = praises(arrival.mail) or not begins_as_machine(arrival, context, case, Role.MENTOR, answered)
        return doubtful(arrival, case, number, Role.MENTOR, almanac) if in_person else machine
    on_report = answered is not None and answered.name in ON_REPORTS and not found.about_them
    on_report = on_report and sum(len(one.words) for one in found.told) > FEW
    may_be = may_be_private(found, to_them=of_meeting(arrival.mail), on_report=on_report)
    if may_be or any(is_private_beside(x) for x in found.beside):
        return doubtful(arrival, case, number, Role.MENTOR, almanac)
    return None


def _told_the_team(
    arrival: Arrival, case: Case, number: int, found: Meaning, almanac: Almanac, answered: Letter | None
) -> Event | None:
    """“Dear team, I'll need until Friday”, and nothing else: the day, or that they spoke, which passes no words on."""
    rest = replace(found, told=[one for one in found.told if one.text != found.marked or len(one.words) > GREETING])
    plainly = found.of("private") < DOUBT and rest.aside("private") < LIKELIER and not found.cut
    plainly = plainly and all(one.of("private") < DOUBT for one in found.beside)
    says_only = found.of(found.best) >= PLAINLY and _is_of_time(rest, almanac.day(arrival.arrived))
    if found.mark != TO_TEAM or not (plainly and says_only) or arrival.mail.sends or words_below(arrival.mail, case):
        return None
    report = case.report(number)
    waits = report is not None and report.answered is None and (answered is not None or len(case.pending()) == 1)
    if found.best == "delay" and waits:
        day = promised_day(arrival, almanac)
        return None if day is None else DateNamed(arrival, case.unit, number, day, in_words=True)
    if found.best == "spoke" and number and not tells_of_none(typed(arrival.mail)):
        return ContactReported(arrival, case.unit, number, Role.MENTOR, spoken_on(arrival, almanac))
    return None


def _is_of_time(found: Meaning, today: date) -> bool:
    """Whether nothing is said but courtesies, a day, that it is asked for, and their own leave; a word or two, such as
    a name below, say nothing."""

    def is_own(one: Told) -> bool:
        return not OTHERS & set(one.words) and (
            asks_for_day(one.text, today) or (speaks_of_leave(one.text) and _is_of_leave(one.text, today))
        )

    if any(_tells_why(one.text, today) for one in found.told):
        return False
    return all(one.does in NO_MORE or len(one.words) < BRIEF or is_own(one) for one in found.told)


def _tells_why(text: str, today: date) -> bool:
    """Whether a cause stands beside a day, which may be what the team should hear; of a leave, anything but when.
    “Half term caught up with me & then the boiler went” tells of neither."""
    rest = _HARMLESS.sub(" ", text)
    if _CAUSE.search(rest) or tells_graver(rest):
        return True
    return speaks_of_leave(rest) and not _is_of_leave(text, today)


def _is_of_leave(text: str, today: date) -> bool:
    return all(goes_with_leave(one, frozenset()) or asks_for_day(one, today) for one in clauses_of(text))


def _told_again(arrival: Arrival, case: Case, number: int, found: Meaning) -> bool:
    """Whether it but tells what feedback the practitioner was given by word of mouth, while that is owed."""
    report = case.report(number)
    waits = report is not None and report.answered is None and not arrival.mail.sends
    return waits and tells_again(typed(arrival.mail), found, name_words([case.enrolment.practitioner]))


def _is_relieved(text: str, found: Meaning) -> bool:
    """Whether it is but glad of what the programme's news told: “She hasn't left! Good. Jo, the report is fine”."""
    glad = _STAYS.search(text) is not None and _GLAD.search(text) is not None and _WORRIES.search(text) is None
    return glad and not found.mark and not nature(found) and len(text.split(None, RELIEVED)) < RELIEVED


def is_private(found: Meaning) -> bool:
    """Whether a mentor's words are for the team alone."""
    if found.mark:
        return found.of("private") >= AGREES
    if found.only_feedback:
        return False
    if found.only_to_them:  # it calls them and speaks of nobody
        return found.of("private") >= SURE
    return found.of("private") >= PRIVATE


def is_private_beside(found: Meaning) -> bool:
    """Whether a subject or a quotation is; a few words are weak evidence, so that more is wanted than of own words."""
    return bool(found.mark) or found.of("private") >= BESIDE


def may_be_private(found: Meaning, *, to_them: bool = False, on_report: bool = False) -> bool:
    """Whether they may be, so that nobody sees them before their writer has said so. An invitation is `to_them`,
    whatever it says; what answers a report's letter is `on_report`."""
    if found.cut or found.mark:  # nobody knows what the rest says; it asks for what nothing else in it bears out
        return True
    if found.only_feedback:
        return False
    if not found.told:  # all is typed below, where marks have been looked for
        return False
    if found.is_all("courtesy") and len(found.told) <= GREETED:  # a greeting and a name; the rest stands below
        return False
    to_them = to_them or found.only_to_them
    # to the manager goes the feedback, too
    on_report = on_report and not any(x.aside >= LIKELIER and "@manager" in families_in(x.text) for x in found.told)
    least = HINTED_ON_REPORTS if on_report else HINTED
    hinted = found.aside("private") >= least and found.of("private") >= FITTING
    if hinted and not (to_them or _is_of_somebody_else(found)):
        return True
    if found.sends_to_another:
        return found.of("private") >= PRIVATE
    doubt, doubt_to_them = (DOUBT_ON_REPORTS, TO_THEM_ON_REPORTS) if on_report else (DOUBT, DOUBT_TO_THEM)
    return found.of("private") >= (doubt_to_them if to_them else doubt)


def may_be_kept(arrival: Arrival, found: Meaning) -> bool:
    """Whether they are, may be, or name a trouble of somebody's in words that leave no doubt."""
    return is_private(found) or may_be_private(found) or bool(told_gravely(typed(arrival.mail), OF_ME | OF_THEM))


def _is_of_somebody_else(found: Meaning) -> bool:
    """Whether what sounds so is said of a pupil, a patient or a colleague whom the practitioner told of: the mail
    speaks of nobody of the enrolment and says “you”, and each such sentence of somebody else and not of its writer."""
    said = [set(one.words) for one in found.told]
    hinted = [words for one, words in zip(found.told, said, strict=True) if one.aside >= HINTED]
    to_you = any(words & YOURS for words in said)
    return to_you and not found.about_them and all("SOMEBODY" in words and not words & OWN for words in hinted)


def _to_team(arrival: Arrival, context: Context, case: Case, number: int, found: Meaning) -> Event:
    words, because = words_apart(arrival.mail, case).strip(), found.mark or "weights"
    sure = found.of("private") >= PRIVATE  # else the mark says that it is private, and nothing what of
    of_what = nature(found) if sure else ""
    if of_what == "capacity" and (ended := capacity_ended(arrival, context, words)) is not None:
        return ended
    if of_what == "aim":
        return AimUnclear(arrival, case.unit, number or _last(case), words, read=because)
    return SupportNeeded(arrival, case.unit, number or _last(case), words, read=because)


def of_nobody(arrival: Arrival, context: Context, cases: list[Case], found: Meaning) -> Event:
    """A word for the team that names nobody, or several: it may be about any of the mentor's practitioners."""
    words, mentor = words_apart(arrival.mail, cases[0]).strip(), cases[0].enrolment.mentor
    if (
        found.of("private") >= PRIVATE
        and nature(found) == "capacity"
        and (ended := capacity_ended(arrival, context, words)) is not None
    ):
        return ended
    names = tuple(case.enrolment.practitioner.name for case in cases)
    address = mentor.address or arrival.mail.sender or ""
    said = f"{arrival.mail.subject}\n{arrival.mail.top}"
    named = tuple(c.enrolment.practitioner.name for c in cases if speaks_of(c.enrolment.practitioner, said))
    return ConcernTold(arrival, mentor.name, address, names, words, read=found.mark or "weights", named=named)


def _last(case: Case) -> int:
    """The last report that came in, else the first."""
    return max((s.number for s in case.pending() if s.number != CHARTER), default=1)
