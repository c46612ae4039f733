"""A sample of `make faults`: some days with faults of every kind, held against the same days without."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.faults import verdict
from tests.faults.cohort import BEGIN
from tests.faults.month import Month
from tests.faults.troubles import KINDS, Trouble, troubles
from tests.support.mailservers import MailServers

DAYS, PEOPLE, FAULTS, SEED = 5, 12, 12, 11


@pytest.fixture
def months(servers: MailServers, tmp_path: Path) -> Iterator[tuple[Month, Month]]:
    """The same days twice."""
    made = [Month(servers, tmp_path / name, PEOPLE, SEED, BEGIN + timedelta(days=DAYS)) for name in ("quiet", "other")]
    yield made[0], made[1]
    for one in made:
        one.close()


def test_in_days_with_random_faults_everybody_gets_what_they_get_in_quiet_ones_and_nobody_else_does(
    months: tuple[Month, Month],
) -> None:
    quiet, troubled = months
    quiet.run()
    assert not quiet.told.faults
    befalls = list(troubles(FAULTS, troubled.acts, random.Random(SEED), troubled.end))
    rare = [Trouble(befalls[0].moment, timedelta(minutes=5), kind, n) for n, kind in enumerate(KINDS)]
    troubled.run([*befalls, *rare])
    assert troubled.told.faults, "the faults were felt"
    assert len(troubled.boxes.all()) > PEOPLE
    assert list(verdict.lost(troubled)) == []
    assert verdict.misled(troubled) == []
    assert verdict.doubled(troubled.boxes.all())[1] == []
    assert verdict.unlike(troubled, quiet) == []
    assert [r.what for r in troubled.told.recoveries if r.took > r.bound] == []


def test_the_verdict_sees_what_is_lost_doubled_misled_or_added(months: tuple[Month, Month]) -> None:
    """A harness that can't fail would show nothing."""
    quiet, other = months
    first = next(act for act in quiet.acts if act.deed == "report")
    quiet.acts = [first]
    other.acts = []
    for one in months:
        one.end = first.moment + timedelta(hours=1)
        one.run()
    other.acts = [first]
    assert list(verdict.lost(quiet)) == []
    assert list(verdict.lost(other)) == [f"the report of {first.about} is logged 0 times"]
    assert any("receipt" in line for line in verdict.unlike(quiet, other))
    assert any("receipt" in line for line in verdict.unlike(other, quiet))
    got = [g for g in quiet.boxes.all() if g.notice == "forward_report"]
    assert verdict.doubled([*got, *got])[0] == len(got) == 1
    quiet.acts = [type(first)(first.moment, first.deed, first.who, f"{first.about}9", first.mark)]
    quiet.cohort.practitioners *= 20  # so that there is such a person
    quiet.cohort.mentors *= 20
    quiet.cohort.managers *= 20
    assert verdict.misled(quiet)
