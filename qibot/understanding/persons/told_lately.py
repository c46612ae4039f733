"""What a practitioner has told the team alone may come back in their mentor's feedback, and isn't the manager's.

| the practitioner | the manager gets a copy of feedback |
|---|---|
| sent this report with words for the team alone, or told it so within two months | that is all of the work |
| told of circumstances within a month | with no sentence that may be of them |
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from qibot.model import ANOTHERS, FORMER, Case, Role, Seen, Submission
from qibot.people import name_words
from qibot.understanding.matter.kept import TOLD
from qibot.understanding.persons.beyond_work import is_all_work, may_be_of_them

OTHER = "something other than the project"
CONFIDED, LATELY = timedelta(days=62), timedelta(days=31)
_TELLS_NOTHING = ("", ANOTHERS, FORMER, "workload", "leave", "time")  # the last three are no secret
_ALONE = "a word for the team alone"


def may_tell(case: Case, number: int, said: str, at: datetime) -> str:
    """What these words about a report may tell the manager of what its practitioner has told; empty where nothing."""
    own = [x for x in case.all(Seen).values() if x.by == Role.PRACTITIONER and x.arrived <= at]
    e = case.enrolment
    names = name_words([p for p in (e.practitioner, e.mentor, e.manager) if p])
    if _confided(case, number, own, at):
        return "" if is_all_work(said, names) else OTHER
    lately = any(x.taken_for.startswith(TOLD) and at - x.arrived <= LATELY for x in own)
    return OTHER if lately and may_be_of_them(said, names) else ""


def _confided(case: Case, number: int, own: Collection[Seen], at: datetime) -> bool:
    """Whether they have; who but asks that the manager doesn't see a report tells nothing beside it, and has what they
    ask for (unshown.py)."""
    sent = case.all(Submission).values()
    asks = {s.archived for s in sent if s.kept_from}
    beside = any(s.number == number and s.apart not in _TELLS_NOTHING and not s.kept_from for s in sent)
    lately = (x for x in own if at - x.arrived <= CONFIDED and x.archived not in asks)
    return beside or any(x.taken_for == _ALONE or x.apart not in _TELLS_NOTHING for x in lately)
