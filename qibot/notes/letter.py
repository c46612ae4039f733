"""The letter `mentor_notes`: to the mentor alone, in a matter of its own, so that no answer is relayed. Pure."""

from __future__ import annotations

from typing import Any

from qibot.config import Config
from qibot.events import Notice, standing_facts
from qibot.model import CHARTER, MENTOR, NOTES_MARK, Case, Submission
from qibot.notes.digest import Digest
from qibot.notes.waiting import NOTES, notes_key
from qibot.preread import Observation, Rule, points_of

QUOTED = 220  # characters of a report that a point quotes
KIND_LINE = "kind line"  # what such a letter is about, so that the next one knows


def notes_notice(case: Case, submission: Submission, found: Digest, config: Config, kind_line: str = "") -> Notice:
    """The notes on one version of a report; `kind_line` names the half of the feedback that was missing lately."""
    number, points = submission.number, points_of(list(found.observations))
    top = config.notes.on_top
    asks = number != CHARTER and number >= config.programme.aim_escalates_from
    own = "charter" if number == CHARTER else f"report-{number}"
    page = config.notes.charter_page if number == CHARTER else config.notes.page_of(number)
    facts: dict[str, Any] = {
        **standing_facts(case),
        "number": number,
        "version": submission.version,
        "first": [_point(*point) for point in points[:top]],
        "rest": [_point(*point) for point in points[top:]],
        "asks": asks and any(o.rule == "aim-missing" for o in found.observations),
        "kind_line": kind_line,
        "faults": list(found.faults),
        "read": found.read,
        "pages": [f"guidance/{name}.md" for name in dict.fromkeys((own, page)) if name],
        "mark": NOTES_MARK,
    }
    return Notice(
        name=NOTES,
        key=notes_key(case.unit, submission),
        unit=case.unit,
        number=number,
        to=(case.enrolment.mentor,),
        facts=facts,
        reply_to=f"{MENTOR}{case.enrolment.mentor.address}",
        about=(KIND_LINE,) if kind_line else (),
    )


def _point(rule: Rule, observation: Observation) -> dict[str, str]:
    words = " ".join(observation.words.split())
    said = words if len(words) <= QUOTED else f"{words[:QUOTED].rsplit(' ', 1)[0]} …"
    detail = " ".join(observation.detail.split())[:QUOTED]
    return {"says": rule.says.format(detail=detail), "words": said, "place": observation.place}
