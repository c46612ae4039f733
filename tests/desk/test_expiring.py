"""The team hears a month and a week ahead that what qibot signs in with will end: the specification of expiring.py."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from qibot.desk.expiring import tell
from qibot.model.case import Case, apply
from qibot.model.desk import DESK, Ending
from tests.support.build import CONFIG, TEAM, at

ENDS = datetime(2027, 3, 31, 12, tzinfo=UTC)
CERTIFICATE = Ending("certificate", ENDS)


def days_on_which_it_is_told(ending: Ending, first: str, days: int, desk: Case | None = None) -> list[int]:
    """How many days are left on each day on which there is a letter, looked at each hour."""
    desk, found = desk or Case(DESK), []
    for hour in range(days * 24):
        now = at(first) + timedelta(hours=hour)
        decision = tell(desk, ending, CONFIG, now)
        desk = apply(desk, [*decision.changes])
        for notice in decision.notices:
            assert [p.address for p in notice.to] == [TEAM]
            found.append(int(notice.facts["days"]))
    return found


def test_a_month_and_a_week_ahead_there_is_one_letter_each() -> None:
    assert days_on_which_it_is_told(CERTIFICATE, "2027-01-01T00:30", 120) == [29, 6]


def test_who_is_installed_within_the_last_week_hears_it_once() -> None:
    assert days_on_which_it_is_told(CERTIFICATE, "2027-03-28T00:00", 10) == [3]


def test_after_the_end_it_is_trouble_and_no_letter_of_this_kind() -> None:
    assert days_on_which_it_is_told(CERTIFICATE, "2027-04-02T00:00", 3) == []


def test_a_new_certificate_is_told_of_anew_and_the_old_notes_go() -> None:
    desk = Case(DESK)
    now = at("2027-03-29T09:00")
    desk = apply(desk, [*tell(desk, CERTIFICATE, CONFIG, now).changes])
    later = Ending("certificate", ENDS + timedelta(days=365))
    desk = apply(desk, [*tell(desk, later, CONFIG, now).changes])
    assert tell(desk, None, CONFIG, now).changes == ()
    assert days_on_which_it_is_told(later, "2028-02-01T00:30", 70, desk) == [29, 6]


def test_where_nothing_ends_nothing_is_told() -> None:
    assert tell(Case(DESK), None, CONFIG, at("2027-03-29T09:00")).notices == ()
