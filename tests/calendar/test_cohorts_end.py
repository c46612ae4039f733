"""A cohort's end is told once, when every report is answered or nobody waits for one any more."""

from __future__ import annotations

from qibot.model.people import Status
from tests.support.months import Said, lives, told


def test_the_cohorts_end_is_told_once_when_every_report_is_answered() -> None:
    said: list[Said] = [("2027-03-12T10:00", "report", 1), ("2027-03-13T10:00", "feedback", 1)]
    said += [("2027-04-12T10:00", "report", 2), ("2027-04-16T20:00", "feedback", 2)]
    lived = lives(*said, reports=2)
    assert told(lived)[-1] == "Mon 19 Apr close_cohort"
    assert lived.case.enrolment.status is Status.COMPLETED


def test_the_end_waits_for_an_earlier_report_for_which_the_team_has_given_time() -> None:
    said: list[Said] = [
        ("2027-03-16T10:00", "accept", 1, "2027-04-28"),
        ("2027-04-12T10:00", "report", 2),
        ("2027-04-13T10:00", "feedback", 2),
    ]
    assert told(lives(*said, reports=2), "close_cohort") == ["Wed 26 May close_cohort"]
    said += [("2027-04-27T10:00", "report", 1), ("2027-04-29T10:00", "feedback", 1)]
    assert told(lives(*said, reports=2), "close_cohort") == ["Fri 30 Apr close_cohort"]
