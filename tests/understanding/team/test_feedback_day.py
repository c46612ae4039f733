"""The team says by when overdue feedback will come, in answer to the letter that tells them of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from qibot.calendar import Almanac
from qibot.model import Case, Put, Report, apply
from qibot.understanding.team.feedback_day import mentors_day
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, LONDON, MEG, TEAM
from tests.support.dialogue import scene

CAME = datetime(2026, 11, 12, 9, tzinfo=LONDON)
OVERDUE = Put(Report(1, CAME, False, 1, CAME.date() + timedelta(days=7)))
TODAY = date(2026, 11, 26)  # a Thursday


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("I've spoken to Ann, she'll do it by Friday 4 December", date(2026, 12, 4)),
        ("Give her another week", date(2026, 12, 3)),
        ("Ann has promised it for the 1st of December", date(2026, 12, 1)),
        ("Spoke to Ann - she says Tuesday", date(2026, 12, 1)),
        ("Let her have until the 30th", date(2026, 11, 30)),
        ("Rang her. She'll send it by tomorrow night.", date(2026, 11, 27)),
        ("OK, she's got until 2 December", date(2026, 12, 2)),
        ("Another week please", date(2026, 12, 3)),
        ("She has sent it directly to Jo", None),
        ("I'll chase Ann by Friday", None),
        ("She might do it by Friday", None),
        ("She'll do it by Friday or Monday", None),
        ("Bob will do it by Friday", None),
        ("Jo will have it by Friday", None),
        ("She says she's back on Monday", None),
        ("If she doesn't do it by Friday I'll reassign", None),
        ("Give her a ring on Monday", None),
        ("I've asked her to do it by Friday", None),
    ],
)
def test_the_day_of_a_mentor_is_read_where_it_is_plain(said: str, day: date | None) -> None:
    case = apply(Case(ENROLMENT.unit), [Put(ENROLMENT), OVERDUE])
    assert mentors_day(said, case, 1, TODAY, Almanac(CONFIG)) == day


def test_the_practitioner_is_told_to_expect_it_then_and_the_mentor_reads_it_too(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    for day in (18, 20, 23, 24, 25):
        s.goes_to(f"2026-11-{day}T20:00")
    assert (
        s.answers("report_feedback_overdue", "I've rung Ann, she'll do it by 4 December", TEAM) == "EXPECT for report 1"
    )
    s.bot.round()
    assert s.case.all(Report)["1"].feedback_due == date(2026, 12, 4)
    (told,) = [set(to) for to, raw in s.outbox.delivered if b"X-QI-Letter: expect_feedback_by" in raw]
    assert told == {JO.address, MEG.address, ANN.address}
    assert "Ann Lee's feedback" in s.last("confirm_command").replace("\n", " ")
    assert s.answers("report_feedback_overdue", "She has sent it directly to Jo", TEAM)
    assert "ask the mentor to send it to me, too" in s.last("confirm_command").replace("\n", " ")
