"""Trouble of the bot's own, told by whatever way still works: a webhook, a second SMTP server, a command.

In: what fails now, and since when. Out: each trouble told once when it has lasted, and once when it is over; its
beginning is on disk, so that a new process goes on counting. Imports mailbox, store and below.
"""

from qibot.alerts.alarm import Alarm
from qibot.alerts.failing import CLOCK, DELIVERY, MAILBOX, RECORDS, Failing, Trying
from qibot.alerts.telling import News, reads

__all__ = [
    "CLOCK",
    "DELIVERY",
    "MAILBOX",
    "RECORDS",
    "Alarm",
    "Failing",
    "News",
    "Trying",
    "reads",
]
