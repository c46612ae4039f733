"""An import tells what it would change before it changes anything."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qibot.model.people import Person, Status
from qibot.people.enrolling import RosterChange, compare
from tests.support.sheets import JO_READ


def test_an_unchanged_enrolment_is_not_listed() -> None:
    assert compare({JO_READ.unit: JO_READ}, [JO_READ]) == []


def test_an_addition_tells_its_fields() -> None:
    (change,) = compare({}, [JO_READ])
    assert change == RosterChange("2026-27/jo.smith", None, JO_READ) and change.kind == "addition"
    assert change.lines() == [
        "practitioner: Jo Smith <jo@council.example>",
        "mentor: Ann Lee <ann@health.example>",
        "organisation: Council",
        "project: Shorter waits",
        "status: active",
    ]


def test_a_change_tells_what_becomes_what() -> None:
    after = replace(
        JO_READ,
        mentor=Person("Bob Ray", ("bob@health.example", "bob@home.example")),
        manager=Person("Sam Reid", ("sam@council.example",)),
        mentor_capacity=0,
        project="",
    )
    (change,) = compare({JO_READ.unit: JO_READ}, [after])
    assert change.kind == "change" and change.lines() == [
        "mentor: Ann Lee <ann@health.example> -> Bob Ray <bob@health.example, bob@home.example>",
        "mentor capacity: none -> 0",
        "manager: none -> Sam Reid <sam@council.example>",
        "project: Shorter waits -> none",
    ]


def test_whoever_is_no_longer_in_the_sheet_is_withdrawn() -> None:
    (change,) = compare({JO_READ.unit: JO_READ}, [])
    assert change.kind == "removal" and change.after == replace(JO_READ, status=Status.WITHDRAWN)
    assert change.lines() == ["status: active -> withdrawn"]


@pytest.mark.parametrize("status", [Status.WITHDRAWN, Status.COMPLETED])
def test_whoever_has_gone_already_is_not_listed(status: Status) -> None:
    gone = replace(JO_READ, status=status)
    assert compare({gone.unit: gone}, []) == []


def test_whoever_comes_back_is_a_change() -> None:
    gone = replace(JO_READ, status=Status.WITHDRAWN)
    (change,) = compare({gone.unit: gone}, [JO_READ])
    assert change.kind == "change" and change.lines() == ["status: withdrawn -> active"]
