"""An example of every notice, with which `qibot check` fills in every template, and by which they can be looked at."""

from qibot.letters.samples.agreements import AGREEMENTS
from qibot.letters.samples.answers import ANSWERS
from qibot.letters.samples.calendar import CALENDAR
from qibot.letters.samples.desk import DESK_LETTERS
from qibot.letters.samples.reports import REPORTS
from qibot.letters.samples.team import TEAMS_OWN

SAMPLES = {notice.name: notice for notice in (*CALENDAR, *AGREEMENTS, *TEAMS_OWN, *ANSWERS, *REPORTS, *DESK_LETTERS)}

__all__ = ["SAMPLES"]
