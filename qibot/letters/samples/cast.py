"""The people of the examples, and how one is made."""

from __future__ import annotations

from typing import Any

from qibot.events import Notice
from qibot.model import DESK, Person

UNIT = "2026-27/jo.smith"
JO = Person("Jo Smith", ("jo.smith@school.example",))
ANN = Person("Ann Lee", ("ann.lee@health.example",))
MEG = Person("Meg Ross", ("meg.ross@school.example",))
TEAM = Person("Community Planning team", ("community.planning@council.example",))
PEOPLE = {
    "practitioner": JO.name,
    "mentor": ANN.name,
    "manager": MEG.name,
    "organisation": "Craigie Primary School",
    "project": "Calmer starts to the school day",
}
BOSS = Person("Improvement Programme Manager", ("programme.manager@council.example",))
HISTORY = [
    {"number": "1", "what": "Report 1", "said": "came in on 15 October 2026, answered on 20 October 2026"},
    {"number": "2", "what": "Report 2", "said": "came in late on 17 November 2026, not answered yet"},
    {"number": "3", "what": "Report 3", "said": "due on 15 December 2026"},
]


def notice(name: str, to: Person, facts: dict[str, Any], **more: Any) -> Notice:
    unit = DESK if to is TEAM else UNIT
    return Notice(name=name, key=f"sample/{name}", unit=unit, number=3, to=(to,), facts=facts, **more)
