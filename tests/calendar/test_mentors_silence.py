"""The team is told of a mentor's silence only where nothing has come from them at all, and they aren't away."""

from __future__ import annotations

from datetime import date

from qibot.calendar.almanac import Almanac
from qibot.calendar.steps.silence import mentor_heard, silence_steps
from qibot.model.case import Case, Put, apply
from qibot.model.desk import Away
from qibot.model.messages import Contact
from qibot.model.reports import Report
from tests.support.build import ANN, CONFIG, at, message
from tests.support.programme import head_of
from tests.support.trio import TRIO, reports_come
from tests.support.world import World


def written_by_ann(world: World, moment: str, subject: str, text: str) -> None:
    world.goes_to(moment)
    world.inbox.put(message(sender=ANN.address, subject=subject, text=text), world.now)
    world.bot.round()


def told(world: World, until: str) -> list[str]:
    """The letters about a mentor that the team has had by then."""
    world.goes_to(until)
    subjects = (str(head_of(raw)["Subject"]) for _, raw in world.outbox.delivered)
    return [one for one in subjects if one.startswith("Inactivity:") and "mentor of" in one]


def test_a_mentor_of_whom_nothing_comes_at_all_is_told_to_the_team(world: World) -> None:
    reports_come(world, "2026-10-12T09:00")
    assert told(world, "2026-11-20T12:00")


def test_a_mentor_who_writes_about_another_practitioner_is_not_silent(world: World) -> None:
    reports_come(world, "2026-10-12T09:00")
    written_by_ann(world, "2026-11-10T09:00", "Kim", "Kim, shall we meet on Thursday at ten?")
    assert not told(world, "2026-12-14T12:00")


def test_a_mail_that_waits_in_quarantine_is_a_sign_of_the_mentor(world: World) -> None:
    reports_come(world, "2026-10-12T09:00")
    written_by_ann(world, "2026-11-10T09:00", "Somebody", "I like the aim. Even better with a median.")  # of whom?
    assert not told(world, "2026-12-14T12:00")


def test_behind_the_sign_the_silence_counts_anew(world: World) -> None:
    reports_come(world, "2026-10-12T09:00")
    written_by_ann(world, "2026-11-10T09:00", "Kim", "Kim, shall we meet on Thursday at ten?")
    assert not told(world, "2026-12-14T12:00")
    assert told(world, "2026-12-18T12:00")


def waiting_since(day: str, *more: Put) -> Case:
    enrolment = TRIO[0]
    arrived = at(f"{day}T09:00")
    report = Report(1, arrived, False, 1, date.fromisoformat(day), date.fromisoformat(day))
    return apply(Case(enrolment.unit), [Put(enrolment), Put(report), *more])


def day_of(case: Case) -> tuple[date, str]:
    (step,) = [s for s in silence_steps(case, Almanac(CONFIG), date(2026, 10, 20)) if s.facts.get("who") == "mentor"]
    return step.day, step.reason


def test_behind_an_absence_the_days_of_silence_are_counted_anew() -> None:
    away = Away(ANN.address, date(2026, 11, 2), date(2026, 11, 20), at("2026-10-30T09:00"), "automatic reply")
    since = "nothing has come from the mentor since 12 October 2026"
    assert day_of(waiting_since("2026-10-12")) == (date(2026, 11, 16), since)
    assert day_of(waiting_since("2026-10-12", Put(away))) == (date(2026, 12, 29), since)


def test_an_absence_without_an_end_puts_no_silence_off() -> None:
    away = Away(ANN.address, date(2026, 11, 2), None, at("2026-11-02T09:00"), "automatic reply")
    assert day_of(waiting_since("2026-10-12", Put(away)))[0] == date(2026, 11, 16)


def test_an_absence_of_later_explains_no_silence_now() -> None:
    away = Away(ANN.address, date(2026, 12, 1), date(2026, 12, 20), at("2026-10-30T09:00"), "AWAY")
    assert day_of(waiting_since("2026-10-12", Put(away)))[0] == date(2026, 11, 16)


def test_a_sign_from_elsewhere_is_noted_only_when_the_team_would_be_told_without_it() -> None:
    case, almanac, heard = waiting_since("2026-10-12"), Almanac(CONFIG), at("2026-11-10T09:00")
    assert mentor_heard(case, almanac, date(2026, 11, 13), heard) == ()
    assert mentor_heard(case, almanac, date(2026, 11, 16), None) == ()
    assert mentor_heard(case, almanac, date(2026, 11, 16), at("2026-10-11T09:00")) == ()
    (put,) = mentor_heard(case, almanac, date(2026, 11, 16), heard)
    assert isinstance(put.record, Contact)
    assert put.record.at == heard
    assert day_of(apply(case, [put]))[0] == date(2026, 12, 15)
