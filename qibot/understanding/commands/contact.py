"""A talk by telephone or face to face (guidance, section 6)."""

from __future__ import annotations

import re

from qibot.events import ContactReported, Event
from qibot.understanding.commands.given import STRAY_WORDS, Given, words_of_its_own
from qibot.understanding.days.naming_days import read_past

LONG = 15  # so many words below WE SPOKE are a message of their own


def we_spoke(given: Given) -> Event | None:
    """WE SPOKE, with the day if it wasn't today: a talk that counts as contact."""
    said = read_past(given.behind, given.today) if given.behind else None
    if len(given.words.split()) >= LONG or given.arrival.mail.sends or (said and words_of_its_own(said.rest)):
        return None  # a message that says so on the way counts as contact anyhow
    day = said.day if said else given.today
    instead = "WE SPOKE, and the day if it wasn't today, like WE SPOKE 12 March"
    if given.behind and said is None:
        meant_as_date = len(given.behind.split()) <= STRAY_WORDS and re.search(r"\d", given.behind)
        return given.unclear(f"“{given.behind}” is no date", instead) if meant_as_date else None  # “this morning”
    if day > given.today:
        return given.unclear(f"{day.day} {day:%B %Y} is still to come", instead)
    if said is None or (given.today - day).days <= given.almanac.calendar.expect_within_days:
        return ContactReported(given.arrival, given.case.unit, given.number, given.role, day)
    return given.unclear(f"{day.day} {day:%B %Y} is too long ago", instead)
