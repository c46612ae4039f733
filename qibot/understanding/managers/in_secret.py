"""What a manager lets the team know of the practitioner's standing at work, or in secret: no reason for a report that
isn't due, so that nothing is held for it and nobody but the team learns that anything was told.

| the words, before a report is due | are |
|---|---|
| “just so you know Jo is on a final written warning” | for the team alone |
| “between the two of us, her post is at risk” | for the team alone |
| “between us, she's off sick till the 30th”, “suspended until Monday” | circumstances, as ever |
"""

from __future__ import annotations

from qibot.calendar import Almanac, is_report_due
from qibot.events import CircumstancesReported, Event, ToldInConfidence
from qibot.message import words_apart
from qibot.model import Case, Role
from qibot.spoken import Spoken
from qibot.understanding.meaning.families import families_in

# Standing at work, and what sets a secret apart.
_STANDING = Spoken(
    r"\b(?:(?:first|second|final|last|verbal|written|formal) )+warnings?\b|\bdisciplin\w+\b|\b(?:in|on|through|under)"
    r" (?:the )?capability\b|\bcapability (?:process|procedure|proceedings|plan|meeting|stage)s?\b|\bgrievance\b"
    r"|\bperformance (?:improvement )?(?:plan|management|process|review)\b|\bon (?:an extended )?probation\b"
    r"|\bprobation (?:was|is|has been|being) extended\b|\bunder investigation\b|\bat[- ]risk (?:list|register|letter)\b"
    r"|\b(?:job|post) is (?:one of those )?at risk\b|\bbeing managed out\b",
    "warning", "disciplin", "capabilit", "grievance", "performance", "probation", "investigation", "risk", "managed",
)  # fmt: skip
_IN_SECRET = Spoken(
    r"\bbetween (?:us|ourselves|you and (?:me|i)|(?:the )?two of us)\b|\bin confidence\b|\bconfidential\w*\b"
    r"|\boff the record\b|\bentre nous\b|\bfor your ears\b|\btread (?:carefully|gently|softly|warily)\b",
)
_AWAY = Spoken(
    r"\b(?:off|away|absent|suspended|until|till?|back (?:on|in|at)|gone|left|leaving|not (?:here|in)|can['’]?t|cannot"
    r"|won['’]t|extension|extra|more time|late|deadline|signed)\b"
)
_BEFALLS = {"@ill", "@death", "@calamity", "@leave", "@leaving"}


def unless_secret(event: CircumstancesReported, case: Case, almanac: Almanac) -> Event:
    """The circumstances that a manager tells of; or a word for the team alone, where they are none of a report's."""
    arrival = event.arrival
    said = arrival.mail.top
    if not (_STANDING.is_in(said) or _IN_SECRET.is_in(said)) or is_report_due(
        case, almanac, almanac.day(arrival.arrived)
    ):
        return event
    if _AWAY.is_in(said) or families_in(said) & _BEFALLS:
        return event
    return ToldInConfidence(
        arrival, case.unit, event.number, Role.MANAGER, words_apart(arrival.mail, case).strip(), event.read
    )


def names_standing(text: str) -> bool:
    """Whether it names a warning, a procedure or the like, of which the mentor hears nothing either."""
    return _STANDING.is_in(text)
