"""The demo plays a year with each kind of person."""

from __future__ import annotations

from tests.support.commands import Qibot


def test_the_demo_plays_a_year_with_each_kind_of_person(qibot: Qibot) -> None:
    """Somebody punctual, somebody late, somebody excused, somebody silent, and a mentor who needs longer."""
    said = qibot("demo", "--json")
    assert said.code == 0
    got: dict[str, set[str]] = {}
    for letter in said.json["letters"]:
        for reader in letter["to"]:
            got.setdefault(reader, set()).add(letter["notice"])
    names = {slug.partition("@")[0]: kinds for slug, kinds in got.items()}
    assert {"receipt", "relay_feedback"} <= names["jo.smith"]
    assert not {"remind_missing", "tell_extension", "check_in"} & names["jo.smith"], "punctual"
    assert {"remind_missing", "expect_feedback_by"} <= names["sam.baird"], "late, and the mentor needs longer"
    assert "tell_extension" in names["priya.nair"], "excused"
    silent = {person for person, kinds in names.items() if {"remind_missing_again", "check_in"} <= kinds}
    assert silent - {"jo.smith", "sam.baird", "priya.nair"}, "silent"
    assert any("escalate_missing" in kinds for kinds in got.values())
    told = [letter for letter in said.json["letters"] if letter["notice"].startswith(("report_", "ask_e"))]
    assert {"report_needs_support", "ask_exceptional"} <= {letter["notice"] for letter in told}
    team = {reader for letter in told for reader in letter["to"] + letter["copy"]}
    assert not any(kinds & {"receipt", "forward_report", "relay_feedback"} for who, kinds in got.items() if who in team)
    assert sum(1 for letter in said.json["letters"] if letter["notice"] == "close_cohort") >= 3
