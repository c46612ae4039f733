"""What must hold whatever happens, seen on the bot's letters alone: what no simulator could know to be wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays
from hypothesis import given
from hypothesis import strategies as st

from qibot.calendar.due import due, next_look, open_steps
from qibot.calendar.steps.contact import BETWEEN
from qibot.calendar.steps.ladder import own_day
from qibot.model.letters import Skipped
from qibot.model.messages import Contact
from qibot.model.people import Status
from qibot.model.reports import InQuestion, Terms
from tests.support.drawn_histories import examples, histories
from tests.support.histories import LADDER, History, Lived, live, look
from tests.support.simulator.programme import PROGRAMME


def written_on(lived: Lived, reader: str) -> list[date]:
    """The days of the letters to a practitioner or mentor, who may change."""
    kept = [(now, n, getattr(before.enrolment, reader)) for now, n, before in lived.sent]
    return [lived.almanac.day(now) for now, n, person in kept if person in n.to]


@given(histories())
@examples(40)
def test_nobody_who_has_submitted_or_was_excused_is_reminded_of_it(history: History) -> None:
    for _, notice, before in live(history).sent:
        if notice.name in (*LADDER, "remind_deadline"):
            assert before.report(notice.number) is None
            assert before.terms(notice.number).excused is None


@given(histories())
@examples(40)
def test_nobody_gets_two_letters_of_the_ladder_on_one_day(history: History) -> None:
    lived = live(history)
    days = [(lived.almanac.day(now), a) for now, n, _ in lived.sent if n.name in LADDER for a in n.to + n.copy]
    assert len(days) == len(set(days))


@given(histories())
@examples(40)
def test_no_step_is_skipped_without_a_record(history: History) -> None:
    lived = live(history)
    almanac, case, p = lived.almanac, lived.case, history.programme
    looks = [m for m, what, *_ in lived.happenings if what == "look" and almanac.is_open(m)]
    if case.enrolment.status is not Status.ACTIVE or not looks:
        return
    today = almanac.day(max(looks))
    if today < (p["joined"] or today):
        return
    look(lived, max(looks))
    recorded = {*lived.case.letters, *lived.case.all(Skipped)}
    for n in almanac.owed(case):
        end = almanac.deadline(case, n)
        if end < today:
            assert recorded >= {f"deadline/{case.unit}/{n}/{end}/{k}" for k in p["remind_days"]}
    for report in case.pending():
        if report.feedback_due < today:
            assert f"feedback-soon/{case.unit}/{report.number}/{report.feedback_due}" in recorded
    met = {f"{almanac.day(c.at):%Y-%m}" for c in case.all(Contact).values() if c.how in BETWEEN}
    months = sorted({f"{p['first_month'] + timedelta(days=i):%Y-%m}" for i in range(800)})
    last = f"{almanac.cohort_deadline(case, p['reports']):%Y-%m}"
    first = f"{p['joined']:%Y-%m}" if p["joined"] else ""
    for month in months:
        if first < month <= last and month < f"{today:%Y-%m}" and month not in met:
            assert f"contact/{case.unit}/{month}" in recorded


@given(histories())
@examples(40)
def test_the_mentor_is_in_copy_of_every_reminder_after_the_deadline_unless_they_must_not_hear_why(
    history: History,
) -> None:
    ordinary = replace(history, programme=history.programme | {"ladder": PROGRAMME["ladder"]})
    for _, notice, before in live(ordinary).sent:
        if notice.name in LADDER[:3]:
            escalates = notice.name not in ("remind_missing", "remind_missing_again")
            terms = before.terms(notice.number)  # once the team has decided, nothing is said of what was told
            kept_from = escalates and terms.apart and terms.held_since is not None
            assert (before.enrolment.mentor in notice.copy) is not kept_from


@given(histories())
@examples(40)
def test_an_escalation_leaves_only_behind_the_reminders_before_it_and_their_waiting_time(history: History) -> None:
    lived = live(history)
    workdays, rows = lived.almanac.workdays, lived.almanac.calendar.ladder
    days = {n.key: lived.almanac.day(now) for now, n, _ in lived.sent}
    for key in (n.key for _, n, _ in lived.sent if n.name in ("escalate_missing", "ask_escalation")):
        kind, cohort, slug, number, end, _ = key.removesuffix("/ask").split("/")
        own = [own_day(row, date.fromisoformat(end), lived.almanac) for row in rows]
        keys = [f"{kind}/{cohort}/{slug}/{number}/{end}/{place}" for place in range(1, len(rows))]
        left = [*(days[k] for k in keys), days[key]]
        assert left[0] >= own[0]
        for i in range(1, len(rows)):
            assert workdays.between(left[i - 1], left[i]) >= max(1, workdays.between(own[i - 1], own[i]))


@given(histories())
@examples(40)
def test_each_letter_leaves_once_whatever_restarts_there_are(history: History) -> None:
    lived = live(history, restarts=True)
    keys = [n.key for _, n, _ in lived.sent]
    assert len(keys) == len(set(keys))
    assert not set(keys) & set(lived.case.all(Skipped))


@given(histories())
@examples(40)
def test_nothing_leaves_on_a_bank_holiday_or_weekend_or_outside_working_hours(history: History) -> None:
    lived, p = live(history), history.programme
    for now, notice, _ in lived.sent:
        local = now.astimezone(ZoneInfo(p["zone"]))
        assert notice.timed
        assert time(9) <= local.time() < time(17)
        assert local.weekday() < 5
        closed = holidays.country_holidays("GB", subdiv="SCT", years=local.year).keys() - p["removed_holidays"]
        assert local.date() not in closed | p["extra_holidays"]


@given(histories())
@examples(40)
def test_practitioner_and_mentor_get_one_letter_a_day_at_most(history: History) -> None:
    lived = live(history)
    for reader in ("practitioner", "mentor"):
        days = written_on(lived, reader)
        assert len(days) == len(set(days))


@given(histories())
@examples(40)
def test_who_is_paused_withdrawn_or_completed_gets_nothing(history: History) -> None:
    for _, _, before in live(history).sent:
        assert before.enrolment.status is Status.ACTIVE


@given(histories())
@examples(40)
def test_after_the_closing_letter_there_is_silence(history: History) -> None:
    lived = live(history)
    names = [n.name for _, n, _ in lived.sent]
    assert "close_cohort" not in names[:-1]
    if names[-1:] == ["close_cohort"]:
        assert lived.case.enrolment.status is Status.COMPLETED
        assert next_look(lived.case, lived.almanac, lived.sent[-1][0]) is None


@given(histories(longest=3), st.datetimes(datetime(2015, 1, 1), datetime(2045, 1, 1), timezones=st.just(UTC)))
@examples(40)
def test_at_no_moment_whatever_does_a_step_fail(history: History, now: datetime) -> None:
    lived = live(history, halfway=True)
    for step in open_steps(lived.case, lived.almanac, lived.almanac.day(now)):
        assert step.reason
    assert len(due(lived.case, lived.almanac, now).called) <= 30
    next_look(lived.case, lived.almanac, now)


@given(histories())
@examples(40)
def test_no_escalation_leaves_on_an_open_decision_before_the_team_was_reminded_of_it(history: History) -> None:
    lived = live(history)
    reminded = {n.key: lived.almanac.day(now) for now, n, _ in lived.sent if n.name == "ask_decision"}
    for now, notice, before in lived.sent:
        terms = before.terms(notice.number)
        if notice.name == "escalate_missing" and terms.held_since and not terms.escalate:
            key = f"decision/{before.unit}/{notice.number}/{lived.almanac.day(terms.held_since)}"
            assert reminded[key] < lived.almanac.day(now)


@given(histories())
@examples(40)
def test_no_letter_about_an_owed_report_leaves_while_it_is_asked_whether_a_mail_says_why(history: History) -> None:
    lived = live(history)
    for now, notice, before in lived.sent:
        open_ones = [x for x in before.all(InQuestion).values() if notice.number in x.numbers]
        if notice.name in ("remind_deadline", *LADDER):
            assert all(lived.almanac.asked_until(x) < lived.almanac.day(now) for x in open_ones)


@given(histories())
@examples(60)
def test_whatever_is_held_or_granted_nobody_is_asked_in_that_time_why_nothing_passes(history: History) -> None:
    lived = live(history)
    almanac = lived.almanac
    for now, notice, before in lived.sent:
        if notice.name not in ("nudge_contact", "check_in"):
            continue
        today = almanac.day(now)
        for terms in before.all(Terms).values():
            if before.report(terms.number) is not None:
                continue
            if terms.held_since:
                assert almanac.held_until(terms.held_since) < today
            due, cohorts = almanac.deadline(before, terms.number), almanac.cohort_deadline(before, terms.number)
            begins = almanac.cohort_deadline(before, terms.number - 1) if terms.number > 1 else date.min
            if terms.until or terms.excused:
                assert not begins < today <= due
            if notice.name == "nudge_contact" and (terms.until or terms.excused):
                assert (today.year, today.month) != (cohorts.year, cohorts.month)


@given(histories())
@examples(60)
def test_a_practitioner_who_never_wrote_and_to_whom_nothing_was_granted_is_asked_how_they_are(history: History) -> None:
    silent = tuple(d for d in history.deeds if d.what in ("mentor", "manager", "spoke by mentor"))
    lived, p = live(replace(history, deeds=silent, looks=((time(9),),), downtimes=(), jumps=())), history.programme
    ends = [lived.almanac.day(m) for m, what, *_ in lived.happenings if what == "look"]
    begins = max(p["first_month"], p["joined"] or p["first_month"])
    named = {n.name for _, n, _ in lived.sent}
    if lived.almanac.owed(lived.case) and "close_cohort" not in named and max(ends) > begins + timedelta(days=60):
        assert "report_inactivity" in named
