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


def _first_told(*said: Said) -> list[str]:
    answered: Said = ("2027-03-16T10:00", "feedback", 1)
    return sorted(told(lives(*said, answered, reports=4), "check_in", "report_inactivity")[:2])


def test_who_is_silent_while_a_report_was_let_off_is_asked_only_when_they_stay_silent_behind_it() -> None:
    wrote: Said = ("2027-03-15T10:00", "report", 1)
    assert _first_told(wrote) == ["Mon 19 Apr check_in", "Mon 19 Apr report_inactivity"]
    let_off: Said = ("2027-04-02T10:00", "excuse", 2)  # due on 15 April, from which 35 days are counted
    assert _first_told(wrote, let_off) == ["Fri 21 May check_in", "Thu 20 May report_inactivity"]
    later: Said = ("2027-04-02T10:00", "accept", 2, "2027-04-22")
    assert _first_told(wrote, later)[0] == "Mon 17 May report_inactivity"  # reports 2 and 3 are missing by then


def test_the_letters_about_a_silence_name_the_day_of_the_last_mail_whatever_was_granted_since() -> None:
    lived = lives(("2027-03-15T10:00", "report", 1), ("2027-04-02T10:00", "excuse", 2), reports=4)
    silent = next(n for _, n, _ in lived.sent if n.name == "check_in")
    assert silent.facts["since"] == "2027-03-15"
    assert silent.reason == "nothing has come from the practitioner since 15 March 2027"


def test_a_report_of_later_months_that_was_let_off_explains_no_silence_now() -> None:
    wrote: Said = ("2027-03-15T10:00", "report", 1)
    assert _first_told(wrote, ("2027-04-02T10:00", "excuse", 4)) == _first_told(wrote)


def test_missed_reports_are_not_told_while_more_time_runs() -> None:
    said: list[Said] = [(f"2027-{day}T10:00", "practitioner", 1) for day in ("03-30", "04-14", "05-12")]
    lived = lives(*said, ("2027-04-14T10:00", "accept", 3, "2027-05-20"), reports=3)
    assert told(lived, "report_inactivity")[0] == "Fri 21 May report_inactivity"
    lived = lives(*said, ("2027-04-14T10:00", "accept", 2, "2027-05-03"), reports=3)
    assert told(lived, "report_inactivity")[0] == "Tue 4 May report_inactivity"


def test_a_month_without_a_report_is_no_silence_and_brings_no_nudge() -> None:
    in_touch: list[Said] = [
        ("2027-03-14T10:00", "report", 1),
        ("2027-03-16T10:00", "feedback", 1),
        ("2027-04-14T10:00", "report", 2),
        ("2027-04-16T10:00", "feedback", 2),
    ]
    lived = lives(*in_touch, reports=3, skipped_months=(date(2027, 5, 1),))
    assert not [x for x in told(lived, "nudge_contact", "check_in", "report_inactivity") if "May" in x]
    assert told(lived, "check_in") == ["Mon 5 Jul check_in"], "35 days behind that month"


def test_a_month_without_a_report_keeps_none_of_an_earlier_ones_reminders() -> None:
    lived = lives(
        ("2027-03-14T10:00", "report", 1), reports=3, skipped_months=(date(2027, 5, 1),), moved={2: date(2027, 4, 28)}
    )
    assert any("May escalate_missing 2" in line for line in told(lived))
