"""What somebody's words are taken for in answer to a letter of one kind, without playing the days before it."""

from __future__ import annotations

from tests.words.collection import Message
from tests.words.reading import taken_for

CAST = {"practitioner": "Jo Smith", "mentor": "Ann Lee", "manager": "Meg Ross", "other practitioner": "Sam Baird"}
DAYS = {"deadline": "Wed 2026-10-14", "missing": "Fri 2026-10-16"}


def kind_of(who: str, answers: str, text: str, day: str = "", *, subject: str = "Re: Report 1", files: str = "") -> str:
    """The kind of the collection (tests/words) that these words are read as."""
    return read_as(who, answers, text, day, subject=subject, files=files).partition(" ")[0]


def read_as(who: str, answers: str, text: str, day: str = "", *, subject: str = "Re: Report 1", files: str = "") -> str:
    """The same with what belongs to it: the day, the nature, what of a report's words is for the team."""
    day = day or DAYS.get(answers.split()[0], "Thu 2026-10-08")
    fields = {"from": who, "in": answers, "today": day, "subject": subject, "files": files, "what": ""}
    return str(taken_for(Message("", "", fields, CAST, text)))
