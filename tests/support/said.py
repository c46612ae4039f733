"""What somebody's words are taken for in answer to a letter of one kind, without playing the days before it."""

from __future__ import annotations

from qibot.events import Arrival, MessageReceived
from qibot.model import Role
from qibot.understanding.classify import classify
from tests.support.build import mail
from tests.words.collection import Message
from tests.words.reading import Outcome, scene, taken_for

CAST = {"practitioner": "Jo Smith", "mentor": "Ann Lee", "manager": "Meg Ross", "other practitioner": "Sam Baird"}
DAYS = {"deadline": "Wed 2026-10-14", "missing": "Fri 2026-10-16"}
TOPIC = "Re: Report 1"


def kind_of(who: str, answers: str, text: str, day: str = "", *, subject: str = TOPIC, files: str = "") -> str:
    """The kind of the collection (tests/words) that these words are read as."""
    return _taken_for(who, answers, text, day, subject, files).kind


def read_as(who: str, answers: str, text: str, day: str = "", *, subject: str = TOPIC, files: str = "") -> str:
    """The same with what belongs to it: the day, the nature, what of a report's words is for the team."""
    return str(_taken_for(who, answers, text, day, subject, files))


def said_day(text: str, today: str = "Wed 2026-11-18") -> str:
    """The day by which a mentor's words, in answer to a report, promise the feedback; nothing where they do not."""
    found = _taken_for("mentor", "report 1", text, today)
    return found.more if found.kind == "delay" else ""


def reader(answers: str, text: str) -> Role | None:
    """Who alone gets this word of a manager's; None for both of the two."""
    fields = {"from": "manager", "in": answers, "today": _day(answers), "subject": TOPIC, "what": ""}
    arrived, context, almanac, parts = scene(Message("", "", fields, CAST, text))
    event = classify(Arrival(mail(**parts), arrived, "kept", arrived), context, almanac)
    assert isinstance(event, MessageReceived)
    return event.to


def _taken_for(who: str, answers: str, text: str, day: str, subject: str = TOPIC, files: str = "") -> Outcome:
    day = day or _day(answers)
    fields = {"from": who, "in": answers, "today": day, "subject": subject, "files": files, "what": ""}
    return taken_for(Message("", "", fields, CAST, text))


def _day(answers: str) -> str:
    return DAYS.get(answers.split()[0], "Thu 2026-10-08")
