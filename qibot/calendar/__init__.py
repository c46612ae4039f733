"""What is due: working days, deadlines, the steps of a report's life, whose turn it is, and the plan ahead.

In: a case and a moment. Out: notices and changes. Pure; imports events, model, config.
"""

from qibot.calendar.almanac import Almanac
from qibot.calendar.alone import has_heard, is_alone
from qibot.calendar.away import mentor_away, noted_with, over
from qibot.calendar.catchup import CATCH_UP, GATHERED, Turns, gathered_letter, stands, told_in_a_letter, turns, untold
from qibot.calendar.deadlines import end_of, feedback_day, month_of
from qibot.calendar.due import Look, look, may_leave
from qibot.calendar.owed import current_number, deadline, delayed_report, is_report_due, late, owed_now
from qibot.calendar.plan import plan
from qibot.calendar.standing import short, standing
from qibot.calendar.steps.feedback import numbered_mails
from qibot.calendar.steps.silence import mentor_heard
from qibot.calendar.steps.step import written
from qibot.calendar.timed import history, people
from qibot.calendar.watch import Watch

__all__ = [
    "CATCH_UP",
    "GATHERED",
    "Almanac",
    "Look",
    "Turns",
    "Watch",
    "current_number",
    "deadline",
    "delayed_report",
    "end_of",
    "feedback_day",
    "gathered_letter",
    "has_heard",
    "history",
    "is_alone",
    "is_report_due",
    "late",
    "look",
    "may_leave",
    "mentor_away",
    "mentor_heard",
    "month_of",
    "noted_with",
    "numbered_mails",
    "over",
    "owed_now",
    "people",
    "plan",
    "short",
    "standing",
    "stands",
    "told_in_a_letter",
    "turns",
    "untold",
    "written",
]
