"""The visible table of commands: the word, who may say it, what reads it (programme.md, section 6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from qibot.events import Event
from qibot.model import Role
from qibot.understanding.commands import correction
from qibot.understanding.commands.agreements import accept, decline, escalate, exceptional, excuse, expect
from qibot.understanding.commands.anyone import help_me, stop, undo, why
from qibot.understanding.commands.confidence import team
from qibot.understanding.commands.contact import we_spoke
from qibot.understanding.commands.copied import copy
from qibot.understanding.commands.given import Given
from qibot.understanding.commands.mentor import (
    away,
    feedback,
    mentors,
    message,
    needs_support,
    no_capacity,
    no_clear_aim,
)
from qibot.understanding.commands.quarantine import discard, mended, this_is
from qibot.understanding.commands.team import pause, reassign, resume, status, withdraw

PRACTITIONER, MENTOR, MANAGER, TEAM = (
    (Role.PRACTITIONER,), (Role.MENTOR,), (Role.MANAGER,), (Role.TEAM,),
)  # fmt: skip
PAIR = PRACTITIONER + MENTOR
ANYONE = PAIR + MANAGER + TEAM


@dataclass(frozen=True, slots=True)
class Word:
    """A command. `shown` is how HELP writes it, `does` what it does.

    A `private` one is never relayed, nor is anything that stands beside it: a mail that holds it on a line of its own
    anywhere is passed on to nobody, though only the first line orders. A `desk` one is about nobody in
    particular; one that works `anywhere` is about the matter it stands in, be it the desk's. One that `waits` is about
    the report that waits for its sender.
    """

    name: str
    pattern: str
    roles: tuple[Role, ...]
    obey: Callable[[Given], Event | None]
    shown: str
    does: str
    private: bool = False
    desk: bool = False
    anywhere: bool = False
    waits: bool = False

    def behind(self, line: str) -> str | None:
        """What stands behind the word on a line that begins with it, else None."""
        found = _beginning(self.pattern).match(line)
        return found["behind"].strip(" .!,:") if found else None

    def alone(self, line: str) -> bool:
        """Whether the line is the word and nothing else."""
        return self.behind(line) == ""

    def within(self, line: str) -> bool:
        """Whether it stands anywhere in a line, in any case and however spaced."""
        return _within(self.pattern).search(line) is not None

    @property
    def capitals(self) -> re.Pattern[str]:
        """How it stands in capitals anywhere in a text, however spaced; what is before it must be looked at."""
        return _capitals(self.pattern)


def _spaced(pattern: str) -> str:
    """The pattern of a word that may be spaced and marked in any way."""
    return pattern.replace(" ", r"[\W_]{1,5}")


@cache
def _capitals(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_spaced(pattern.upper())})(?!\w)")


@cache
def _within(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_spaced(pattern)})\b", re.IGNORECASE)


@cache
def _beginning(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})(?![\w'’])[\s:,.!–-]*(?P<behind>.*)", re.IGNORECASE)


WORDS: tuple[Word, ...] = (
    Word("EXPECT", r"expect", MENTOR, expect, "EXPECT 24 March",
         "tells the practitioner by when to expect your feedback; every later reminder follows", waits=True),
    Word("WE SPOKE", r"we (?:have )?spoken?|we spoke", PAIR, we_spoke, "WE SPOKE, or WE SPOKE 12 March",
         "counts a talk by telephone or face to face as this month's contact"),
    Word("EXCEPTIONAL", r"exceptional(?: circumstances?)?", PRACTITIONER, exceptional, "EXCEPTIONAL, and what happened",
         "holds the reminders about a report until the Community Planning team has decided"),
    Word("ACCEPT UNTIL", r"accept(?:ed)?(?= until|$)", TEAM, accept, "ACCEPT UNTIL 30 November",
         "gives a practitioner until that day for the report"),
    Word("EXCUSE", r"excused?", TEAM, excuse, "EXCUSE", "lets a practitioner off a report"),
    Word("DECLINE", r"declined?", TEAM, decline, "DECLINE", "says that the circumstances aren't exceptional"),
    Word("ESCALATE", r"escalate", TEAM, escalate, "ESCALATE", "lets the ladder's last step go"),
    Word("NEEDS SUPPORT", r"needs support|need support", MENTOR, needs_support, "NEEDS SUPPORT, and your words",
         "tells the Community Planning team alone that your practitioner needs more support",
         private=True),
    Word("NO CLEAR AIM", r"no clear aim", MENTOR, no_clear_aim, "NO CLEAR AIM, and your words",
         "tells the team alone (from report 3 on the cohort leads, too) that there is no clear aim",
         private=True),
    Word("NO CAPACITY", r"no capacity", MENTOR, no_capacity, "NO CAPACITY",
         "tells the team alone that you can't go on, so that it finds another mentor",
         private=True, desk=True),
    Word("MENTORS", r"mentors", MENTOR, mentors, "MENTORS, and your words",
         "sends your words to the other mentors, whose answers come back to you", private=True, desk=True),
    Word("FEEDBACK", r"feedback", MENTOR, feedback, "FEEDBACK, and your words below it",
         "passes your words on as feedback, where I took them for something else", waits=True),
    Word("MESSAGE", r"message", MENTOR, message, "MESSAGE, and your words below it",
         "passes your words on to the practitioner as a message; the report still waits for your feedback"),
    Word("COPY", r"copy", MENTOR, copy, "COPY",
         "lets the manager have feedback, too, of which I had sent them no copy"),
    Word("TEAM", r"(?:for )?(?:the )?team(?: only| alone)?", PAIR + MANAGER, team,
         "TEAM, or TEAM and your words below it",
         "keeps your words, or your last mail, for the Community Planning team alone"),
    Word("AWAY", r"away", MENTOR, away, "AWAY 1 July TO 14 July",
         "notes your absence: nobody reminds you, and the team hears if feedback falls due meanwhile",
         desk=True),
    Word("PAUSE", r"paused?", TEAM, pause, "PAUSE", "stops all letters about a practitioner until RESUME"),
    Word("RESUME", r"resumed?", TEAM, resume, "RESUME", "lets the letters about a practitioner begin again"),
    Word("WITHDRAW", r"withdraw[ns]?", TEAM, withdraw, "WITHDRAW", "ends a practitioner's enrolment"),
    Word("STATUS", r"status", TEAM, status, "STATUS", "shows how things stand, now", desk=True),
    Word("REASSIGN TO", r"reassign", TEAM, reassign, "REASSIGN TO ann@health.example",
         "gives a practitioner (or all of a mentor's) another mentor", desk=True),
    Word("WHY", r"why(?: this| that)?", ANYONE, why, "WHY", "explains the letter that you answer", anywhere=True),
    Word("UNDO", r"undo", ANYONE, undo, "UNDO", "takes back your last word in the matter", anywhere=True),
    Word("HELP", r"help", ANYONE, help_me, "HELP", "shows the words that I know", anywhere=True),
    Word("STOP", r"stop|unsubscribe|remove me|opt out", ANYONE, stop, "STOP",
         "asks the Community Planning team to release you", anywhere=True),
    Word("THIS IS", r"(?:no\.? ?)?(?:\d{1,4}[.):]? )?this is", TEAM, this_is, "THIS IS jo@council.example",
         "has a message in quarantine dealt with as this person's, and knows the address from now on; "
         "with ONCE behind it, this time only", desk=True),
    Word("DISCARD", r"(?:no\.? ?)?(?:\d{1,4}[.):]? )?discard(?:ed)?", TEAM, discard, "DISCARD, or DISCARD 3",
         "lets go of a message in quarantine", desk=True),
    Word("MENDED", r"mended", TEAM, mended, "MENDED jo@council.example",
         "sends letters to an address again from which mail came back", desk=True),
    Word("REPORT", r"report", PRACTITIONER, correction.report, "REPORT 3",
         "says which report your message was, in answer to its receipt"),
    Word("CHARTER", r"(?:project )?charter", PRACTITIONER, correction.charter, "CHARTER",
         "says that your message was the project charter, in answer to its receipt"),
    Word("QUESTION", r"question", PRACTITIONER, correction.question, "QUESTION",
         "says that your message was a question for your mentor, in answer to its receipt"),
)  # fmt: skip


@cache
def private_beginning() -> re.Pattern[str]:
    """How a line begins that may be a private word, whatever it is wrapped in."""
    patterns = "|".join(_spaced(word.pattern) for word in WORDS if word.private)
    return re.compile(rf"[\W_]*(?:{patterns})", re.IGNORECASE)


def may_be_private(page: str) -> bool:
    """Whether a page may hold a private word, whatever tags stand between its parts."""
    low = page.encode("utf-8", "replace").lower()  # as bytes in a third of the time; the words are ASCII
    likely = any(all(part in low for part in name) for name in _private_bytes())
    return likely and _private_in_page().search(page) is not None


@cache
def _private_in_page() -> re.Pattern[str]:
    gap = r"(?:<[^<>]{0,500}>|&\w{1,9};|[^\w<&]){1,20}"
    names = [gap.join(f"(?i:{part})" for part in name) if name[1:] else name[0].upper() for name in _private_parts()]
    return re.compile("|".join(names))


@cache
def _private_bytes() -> list[list[bytes]]:
    return [sorted((part.encode() for part in name), key=len, reverse=True) for name in _private_parts()]


@cache
def _private_parts() -> list[list[str]]:
    """The last two parts of each, by which it is told."""
    return [word.name.lower().split()[-2:] for word in WORDS if word.private]
