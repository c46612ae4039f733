"""What a mentor's thanks, or a promise without more, become: a sign of life, or the day that is promised."""

from __future__ import annotations

from qibot.calendar import Almanac
from qibot.events import Acknowledged, Arrival, DateNamed, Event, MessageReceived
from qibot.message import Mail
from qibot.model import Case, Letter, Role
from qibot.understanding.matter.wording import says_more
from qibot.understanding.mentors.glad_receipt import is_glad_receipt
from qibot.understanding.mentors.short_answer import answers_talk
from qibot.understanding.phrases.courtesy import is_acknowledgement, is_promise, names_in, typed
from qibot.understanding.phrases.promised import names_no_day, promised_day


def acknowledged(arrival: Arrival, case: Case, number: int, answered: Letter | None, almanac: Almanac) -> Event:
    """What thanks or a promise become: the day that is promised; who has asked something hears when they are told."""
    report = case.report(number)
    day = promised_day(arrival, almanac, due=report.feedback_due if report else None)
    if day is not None and answers_talk(answered, case):
        return MessageReceived(arrival, case.unit, number, Role.MENTOR)
    if report is not None and report.answered is None and day is not None and not names_no_day(typed(arrival.mail)):
        return DateNamed(arrival, case.unit, number, day, in_words=True)
    return Acknowledged(arrival, case.unit, number, Role.MENTOR)


def acknowledges(arrival: Arrival, case: Case) -> bool:
    """Whether a mentor only thanks, or promises feedback."""
    return _only_thanks(arrival.mail, case) and not (arrival.mail.sends or says_more(arrival.mail, case))


def _only_thanks(mail: Mail, case: Case) -> bool:
    names = names_in(case)
    return is_acknowledgement(mail, names) or is_promise(mail, names) or is_glad_receipt(mail, case)
