"""`plan` shows every letter to come with its rule and reason, and changes nothing."""

from __future__ import annotations

from tests.support.commands import Qibot
from tests.support.programme import Programme


def test_plan_shows_every_letter_to_come_with_rule_and_reason_and_changes_nothing(p: Programme, qibot: Qibot) -> None:
    p.configure(cohort={"first_month": "2098-10", "reports": 2})
    p.enrol(p.row(p.jo, p.ann, p.meg))
    before = {path: path.read_bytes() for path in p.settings.data.rglob("*.json")}
    said = qibot("plan", "--until", "2098-10-24", "--json")
    assert said.code == 0
    assert [(x["notice"], x["at"], x["to"], x["copy"]) for x in said.json if x["number"] == 1] == [
        ("remind_deadline", "2098-10-10T09:00:00+01:00", [p.jo.address], []),
        ("remind_deadline", "2098-10-14T09:00:00+01:00", [p.jo.address], []),
        ("remind_missing", "2098-10-16T09:00:00+01:00", [p.jo.address], [p.ann.address]),
        ("remind_missing_again", "2098-10-21T09:00:00+01:00", [p.jo.address], [p.ann.address, p.meg.address]),
        (
            "escalate_missing",
            "2098-10-22T09:00:00+01:00",
            [p.settings.programme.manager],
            [p.team.address, p.ann.address],
        ),
    ]
    assert all(x["rule"] and x["reason"] for x in said.json)
    shown = qibot("plan", "--until", "2098-10-24")
    assert f"remind_missing to {p.jo.address} (copy to {p.ann.address})" in shown.words
    assert "report 1 was due on 15 October 2098 and hasn't come in" in shown.words
    assert {path: path.read_bytes() for path in p.settings.data.rglob("*.json")} == before


def test_plan_says_where_nothing_is_to_come_and_takes_no_date_that_is_none(p: Programme, qibot: Qibot) -> None:
    p.enrol(p.row(p.jo, p.ann, status="paused"))
    assert "Nothing will go out by itself" in qibot("plan").out
    assert qibot("plan", "--until", "soon").code == 2
