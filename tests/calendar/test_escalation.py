"""Where the team is asked, no escalation leaves without its word for that very deadline."""

from __future__ import annotations

from tests.support.histories import LADDER
from tests.support.months import Said, lives, told


def test_where_the_team_is_asked_the_escalation_waits_for_its_word() -> None:
    assert told(lives(ask=True), *LADDER)[2:] == ["Mon 22 Mar ask_escalation 1"]
    ordered = ("2027-03-24T20:00", "escalate", 1)
    assert told(lives(ordered, ask=True), *LADDER)[3:] == ["Thu 25 Mar escalate_missing 1"]


def test_a_word_given_for_an_earlier_deadline_does_not_let_the_escalation_go() -> None:
    said: list[Said] = [("2027-03-22T12:00", "escalate", 1), ("2027-03-22T13:00", "accept", 1, "2027-03-30")]
    assert told(lives(*said, ask=True), *LADDER)[2:] == [
        "Mon 22 Mar ask_escalation 1",
        "Wed 31 Mar remind_missing 1",
        "Mon 5 Apr remind_missing_again 1",
        "Tue 6 Apr ask_escalation 1",
    ]
