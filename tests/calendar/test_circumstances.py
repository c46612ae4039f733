"""Circumstances hold a report's reminders until the team decides, and for three working days at most."""

from __future__ import annotations

from datetime import date

from tests.support.build import at
from tests.support.histories import LADDER
from tests.support.months import Said, lives, told

HOLD = ("2027-03-17T10:00", "circumstances", 1)  # behind the first reminder


def test_the_ladder_is_held_for_three_working_days_without_the_teams_word() -> None:
    assert told(lives(HOLD), *LADDER) == [
        "Tue 16 Mar remind_missing 1",
        "Tue 23 Mar remind_missing_again 1",
        "Wed 24 Mar escalate_missing 1",
    ]


def test_a_row_on_the_last_day_of_the_hold_waits_for_the_working_day_behind_it() -> None:
    reported = ("2027-03-16T12:00", "circumstances", 1)
    assert told(lives(reported), *LADDER)[1:] == ["Mon 22 Mar remind_missing_again 1", "Tue 23 Mar escalate_missing 1"]


def test_circumstances_told_again_do_not_hold_the_ladder_for_longer() -> None:
    again: list[Said] = [HOLD, ("2027-03-19T10:00", "circumstances", 1), ("2027-03-22T10:00", "circumstances", 1)]
    assert told(lives(*again), *LADDER) == told(lives(HOLD), *LADDER)


def test_what_was_told_weeks_before_the_deadline_leaves_the_hold_to_who_falls_ill_then() -> None:
    earlier = ("2027-02-22T10:00", "circumstances", 1)
    assert told(lives(earlier, HOLD), *LADDER) == told(lives(HOLD), *LADDER)


def test_a_hold_that_ended_on_the_deadlines_day_has_held_no_ladder_and_another_begins() -> None:
    ended: Said = ("2027-03-10T10:00", "circumstances", 1)  # until Monday 15 March, the deadline
    begins: Said = ("2027-03-16T08:00", "circumstances", 1)
    assert told(lives(ended, begins), *LADDER) == told(lives(begins), *LADDER)
    assert told(lives(ended, HOLD), *LADDER) == told(lives(HOLD), *LADDER)


def test_a_hold_that_reached_the_ladder_is_the_only_one() -> None:
    reaches: Said = ("2027-03-11T10:00", "circumstances", 1)  # until Tuesday 16 March, the first row's day
    assert told(lives(reaches, HOLD), *LADDER) == told(lives(reaches), *LADDER)
    assert told(lives(reaches), *LADDER)[0] == "Wed 17 Mar remind_missing 1"


def test_declined_circumstances_end_the_hold_at_once() -> None:
    assert told(lives(HOLD, ("2027-03-18T15:00", "decline", 1)), *LADDER) == told(lives(), *LADDER)
    lived = lives(HOLD, ("2027-03-19T11:30", "decline", 1))
    assert next(now for now, n, _ in lived.sent if n.name == "remind_missing_again") == at("2027-03-19T12:00")


def test_a_held_report_does_not_keep_the_next_one_from_its_reminder() -> None:
    lived = lives(("2027-03-15T10:00", "circumstances", 1), reports=2, moved={2: date(2027, 3, 22)})
    assert "Wed 17 Mar remind_deadline 2" in told(lived)


def test_circumstances_told_before_the_deadline_hold_its_reminders_too() -> None:
    assert told(lives(("2027-03-09T10:00", "circumstances", 1)), "remind_deadline") == ["Mon 15 Mar remind_deadline 1"]


def test_an_excused_report_is_not_owed_any_more() -> None:
    assert told(lives(HOLD, ("2027-03-18T15:00", "excuse", 1)), *LADDER) == ["Tue 16 Mar remind_missing 1"]


def test_an_accepted_day_is_a_new_deadline_with_its_own_reminders_and_ladder() -> None:
    accepted = lives(HOLD, ("2027-03-18T15:00", "accept", 1, "2027-03-30"))
    assert told(accepted, "remind_deadline", *LADDER)[2:] == [
        "Tue 16 Mar remind_missing 1",
        "Thu 25 Mar remind_deadline 1",
        "Mon 29 Mar remind_deadline 1",
        "Wed 31 Mar remind_missing 1",
        "Mon 5 Apr remind_missing_again 1",
        "Tue 6 Apr escalate_missing 1",
    ]


def test_a_day_behind_the_next_deadline_keeps_the_next_report_from_its_reminders_too() -> None:
    given = lives(HOLD, ("2027-03-18T15:00", "accept", 1, "2027-04-30"), reports=2)
    assert told(given, "remind_deadline", *LADDER, "check_in", "report_inactivity")[3:8] == [
        "Fri 23 Apr remind_deadline 1",
        "Thu 29 Apr remind_deadline 1",
        "Tue 4 May remind_missing 1",
        "Tue 4 May report_inactivity",
        "Wed 5 May remind_missing 2",
    ]


def test_with_the_earlier_report_the_next_one_has_its_reminders_again() -> None:
    given: list[Said] = [HOLD, ("2027-03-18T15:00", "accept", 1, "2027-04-30")]
    lived = lives(*given, ("2027-04-12T10:00", "report", 1), reports=2)
    assert told(lived, *LADDER)[1] == "Fri 16 Apr remind_missing 2"


def test_a_day_before_the_next_deadline_keeps_it_from_none() -> None:
    given = lives(HOLD, ("2027-03-18T15:00", "accept", 1, "2027-04-14"), reports=2)
    assert "Fri 16 Apr remind_missing 2" in told(given, *LADDER)


def test_a_day_of_its_own_counts_for_the_next_report() -> None:
    given: list[Said] = [HOLD, ("2027-03-18T15:00", "accept", 1, "2027-04-30")]
    lived = lives(*given, ("2027-04-01T15:00", "accept", 2, "2027-04-20"), reports=2)
    assert "Wed 21 Apr remind_missing 2" in told(lived, *LADDER)


def test_the_team_is_reminded_of_an_open_decision_on_the_last_day_of_the_hold() -> None:
    assert told(lives(HOLD), "ask_decision") == ["Mon 22 Mar ask_decision 1"]
    assert told(lives(HOLD, ("2027-03-19T15:00", "decline", 1)), "ask_decision") == []


def test_the_escalation_waits_for_the_working_day_behind_that_reminder() -> None:
    late = lives(HOLD, down="2027-03-22 to 2027-03-29")
    assert told(late, "ask_decision", *LADDER)[1:] == [
        "Tue 30 Mar remind_missing_again 1",
        "Tue 30 Mar ask_decision 1",
        "Wed 31 Mar escalate_missing 1",
    ]


def test_who_has_said_escalate_is_not_reminded_and_the_question_whether_to_waits_for_nothing() -> None:
    ordered = lives(HOLD, ("2027-03-18T10:00", "escalate", 1))
    assert told(ordered, "ask_decision", "escalate_missing") == ["Wed 24 Mar escalate_missing 1"]
    asked = lives(HOLD, ask=True)
    assert told(asked, "ask_decision", "ask_escalation") == ["Mon 22 Mar ask_decision 1", "Wed 24 Mar ask_escalation 1"]


LATER = ("2027-03-19T12:00", "circumstances", 1)  # behind the second reminder; held until Wednesday 24 March


def test_due_at_once_with_the_question_whether_to_escalate_the_open_decision_is_told_by_that_alone() -> None:
    late = lives(LATER, ask=True, down="2027-03-24 to 2027-03-24")
    assert told(late, "ask_decision", *LADDER)[2:] == ["Thu 25 Mar ask_escalation 1"]
    long_down = lives(LATER, ask=True, down="2027-03-22 to 2027-04-07")
    assert told(long_down, "ask_decision", *LADDER)[2:] == ["Thu 8 Apr ask_escalation 1"]


def test_the_open_decision_is_told_on_its_own_day_and_the_question_asked_on_a_later_one() -> None:
    for down, question in (("", "Thu 25 Mar"), ("2027-03-25 to 2027-03-30", "Wed 31 Mar")):
        lived = lives(LATER, ask=True, down=down)
        asked = ["Wed 24 Mar ask_decision 1", f"{question} ask_escalation 1"]
        assert told(lived, "ask_decision", *LADDER)[2:] == asked


def test_the_open_decision_is_told_while_the_question_waits_behind_the_reminder_of_another_report() -> None:
    other = ("2027-03-16T12:00", "circumstances", 2)
    moved = {1: date(2027, 3, 29), 2: date(2027, 3, 10)}
    lived = lives(other, reports=2, moved=moved, ask=True, down="2027-03-19 to 2027-03-29")
    assert told(lived, "ask_decision", *LADDER)[2:5] == [
        "Tue 30 Mar remind_missing 1",
        "Tue 30 Mar ask_decision 2",
        "Wed 31 Mar ask_escalation 2",
    ]


def test_a_mail_that_may_say_why_holds_as_long_as_the_answer_and_then_the_team_may_take() -> None:
    asked = ("2027-03-17T10:00", "asked", 1)
    assert told(lives(asked), *LADDER)[1:] == ["Mon 29 Mar remind_missing_again 1", "Tue 30 Mar escalate_missing 1"]
    answered = ("2027-03-18T15:00", "answered", 1)
    assert told(lives(asked, answered), *LADDER) == told(lives(), *LADDER)


def test_another_mail_that_may_say_why_holds_the_ladder_no_longer_than_the_first() -> None:
    asked: list[Said] = [("2027-03-17T10:00", "asked", 1)]
    again: list[Said] = [("2027-03-19T10:00", "asked", 1), ("2027-03-29T08:00", "asked", 1)]
    assert told(lives(*asked, *again), *LADDER) == told(lives(*asked), *LADDER)
