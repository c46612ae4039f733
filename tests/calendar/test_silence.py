"""A long silence and reports missed in a row are noticed once, and told to the team."""

from __future__ import annotations

from datetime import date, datetime

from qibot.calendar.almanac import Almanac
from qibot.calendar.steps.silence import silence_steps
from qibot.model import Case, InQuestion, Put, apply
from qibot.model.letters import Skipped
from tests.support.build import ENROLMENT, LONDON, config
from tests.support.months import Said, lives, told


def test_a_silence_of_35_days_is_noticed_once() -> None:
    silent = lives(("2027-03-20T10:00", "practitioner", 1), reports=3)
    first = [line for line in told(silent, "check_in", "report_inactivity") if "May" not in line]
    assert first == [
        "Fri 16 Apr report_inactivity",
        "Mon 19 Apr check_in",
        "Mon 26 Apr check_in",
        "Mon 26 Apr report_inactivity",
    ]
    assert told(silent, "check_in")[2:] == []


def test_two_reports_missed_in_a_row_are_noticed_though_the_practitioner_writes() -> None:
    said: list[Said] = [
        (day, "practitioner", 1) for day in ("2027-03-30T10:00", "2027-04-28T10:00", "2027-05-12T10:00")
    ]
    assert told(lives(*said, reports=3), "check_in", "report_inactivity")[:4] == [
        "Fri 16 Apr report_inactivity",
        "Mon 19 Apr check_in",  # Friday had the reminder about report 2
        "Mon 17 May report_inactivity",
        "Tue 18 May check_in",
    ]


def test_missed_reports_are_not_told_while_it_is_asked_whether_what_came_is_theirs() -> None:
    asked = InQuestion("q", (6,), datetime(2026, 11, 13, 12, tzinfo=LONDON))
    owing = apply(Case(ENROLMENT.unit), [Put(ENROLMENT)])
    days = [_missed(case) for case in (owing, apply(owing, [Put(asked)]))]
    assert days == [date(2026, 11, 16), date(2026, 11, 24)]


def _missed(case: Case) -> date:
    """When the team is told that the first two are missing."""
    steps = silence_steps(case, Almanac(config()), date(2026, 11, 16))
    return next(step.day for step in steps if step.key == f"missed/{case.unit}/2/team")


def test_who_has_been_told_of_a_silence_is_not_told_of_the_reports_missed_in_it() -> None:
    lived = lives(("2027-04-19T10:00", "practitioner", 1), reports=2)  # an answer to what came on 5 April
    assert told(lived, "check_in", "report_inactivity") == ["Mon 5 Apr check_in", "Mon 5 Apr report_inactivity"]
    assert lived.skipped() == [("check_in", 0), ("report_inactivity", 0)]


def test_of_two_rows_of_missed_reports_that_are_due_at_once_the_later_alone_is_told() -> None:
    said: list[Said] = [
        (day, "practitioner", 1) for day in ("2027-03-30T10:00", "2027-04-28T10:00", "2027-05-12T10:00")
    ]
    lived = lives(*said, reports=3, down="2027-04-10 to 2027-05-20")
    assert told(lived, "check_in", "report_inactivity")[:2] == [
        "Fri 21 May report_inactivity",
        "Tue 25 May check_in",  # on Friday and Monday the ladders of reports 2 and 3 went first
    ]
    assert [key for key in lived.case.all(Skipped) if key.startswith("missed")] == [
        f"missed/{lived.case.unit}/2/{which}" for which in ("check_in", "team")
    ]


def test_a_mentors_silence_with_a_report_waiting_is_told_to_the_team() -> None:
    lived = lives(("2027-03-09T10:00", "report", 1), ("2027-03-23T10:00", "practitioner", 1), reports=2)
    assert told(lived, "report_inactivity")[0] == "Tue 13 Apr report_inactivity"
    assert next(n.facts["who"] for _, n, _ in lived.sent if n.name == "report_inactivity") == "mentor"
