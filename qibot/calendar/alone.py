"""What of a report's terms the practitioner alone has heard, so that the mentor hears nothing later, either. Pure."""

from __future__ import annotations

from qibot.model import Case


def is_alone(case: Case, number: int) -> bool:
    """Whether the practitioner alone hears what is decided of a report: the mentor mustn't know that there was anything
    to decide, nor hear of it when more is told or the team decides again."""
    if case.terms(number).apart:
        return True
    said = [x for x in case.letters.values() if x.key.startswith(f"extension/{case.unit}/{number}/")]
    last = max(said, key=lambda x: x.made, default=None)  # of a decision from before the terms kept it
    return last is not None and set(last.recipients) <= set(case.enrolment.practitioner.addresses)


def has_heard(case: Case, number: int) -> bool:
    """Whether the mentor was told of a difficulty with this report."""
    return any(key.startswith(f"difficulty/{case.unit}/{number}/") for key in case.letters)
