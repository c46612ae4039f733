"""Whether a report tells of people."""

from __future__ import annotations

from qibot.preread.feelings import is_felt
from qibot.preread.loose import Loose
from qibot.preread.story import tells
from qibot.preread.text import Report

# Feelings that are themselves to be counted: “we will ask ten of them how confident they feel”.
_COUNTED = Loose(
    r"\d|%|\b(?:number|per ?cent|percentage|share|proportion|scores?|scored|scale|survey\w*|questionnaires?|"
    r"rat(?:e|es|ed|ing|ings)|will|"
    r"(?:ask|asked|count|measure|know|see|find out|show|tell)(?:s|ing)? (?:\w+ ){0,3}?(?:how|whether|if))\b"
)


def tells_of_people(report: Report) -> bool:
    """Whether a sentence says how somebody takes it, or what was done about that."""
    told = report.outside("aim", "measures", "rationale", "changes")
    return any(is_felt(s.text) or is_felt(s.heading) for s in told) or any(
        is_felt(s.text) and tells(s.text) and not _COUNTED.search(s.text)
        for s in report.within("measures")
        if not s.item and not s.kind
    )
