"""An import shows what it would do and asks, and `people` shows who is enrolled."""

from __future__ import annotations

import pytest

from qibot.model.people import Status
from tests.support.commands import Qibot
from tests.support.programme import COHORT, Programme


def test_an_import_shows_what_it_would_do_and_asks(p: Programme, qibot: Qibot) -> None:
    sheet = p.sheet()
    for typed in ("n\n", "\n", ""):  # the last one is the end of the input
        said = qibot("people", "import", sheet, typed=typed)
        assert said.code == 1
        assert said.out.startswith("3 additions:\n")
        assert "Jo Smith" in said.out
        assert "Carry this out? [y/N]" in said.err
        assert "Nothing was changed." in said.err
        assert "Nobody is enrolled yet" in qibot("people").out
    said = qibot("people", "import", sheet, typed="y\n")
    assert said.code == 0
    assert "Done." in said.err
    assert "Jo Smith" in qibot("people").out


def test_an_import_of_the_same_sheet_changes_nothing_and_asks_nothing(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    said = qibot("people", "import", p.sheet())
    assert (said.code, said.err) == (0, "")
    assert "nothing to change" in said.out


def test_an_import_shows_changes_and_removals(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    rows = [p.row(p.jo, p.bob, p.meg), p.row(p.sam, p.ann, p.meg)]
    said = qibot("people", "import", p.sheet(*rows), "--yes")
    assert said.code == 0
    assert "1 change:" in said.out
    assert f"mentor: Ann Lee <{p.ann.address}> -> Bob Ray <{p.bob.address}>" in said.words
    assert "1 removal:" in said.out
    shown = qibot("people", "--json").json
    assert {e["practitioner"]["name"]: e["status"] for e in shown} == {
        "Jo Smith": Status.ACTIVE, "Sam Baird": Status.ACTIVE, "Priya Nair": Status.WITHDRAWN,
    }  # fmt: skip


def test_people_are_shown_with_their_mentors(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    said = qibot("people")
    assert said.code == 0
    assert f"{COHORT}/jo.smith active Jo Smith <{p.jo.address}>, mentor Ann Lee" in said.words
    shown = qibot("people", "--json").json
    assert [e["slug"] for e in shown] == ["jo.smith", "priya.nair", "sam.baird"]
    assert shown[0]["mentor"]["addresses"] == [p.ann.address]


def test_an_import_prints_json_for_programs(p: Programme, qibot: Qibot) -> None:
    said = qibot("people", "import", p.sheet(), "--json", "--yes")
    assert said.code == 0
    assert [(change["kind"], change["unit"]) for change in said.json] == [
        ("addition", f"{COHORT}/jo.smith"), ("addition", f"{COHORT}/sam.baird"), ("addition", f"{COHORT}/priya.nair"),
    ]  # fmt: skip
    assert qibot("people", "import", p.sheet(), "--json").json == []


def test_the_configuration_may_be_named_on_either_side_of_import(
    p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QIBOT_CONFIG")
    assert qibot("people", "--config", p.path, "import", p.sheet(), "--yes").code == 0
    assert qibot("people", "import", p.sheet(), "--config", p.path).code == 0
    assert qibot("people", "--json", "import", "--config", p.path, p.sheet()).json == []


def test_a_malformed_sheet_is_refused_whole_with_line_and_column(p: Programme, qibot: Qibot) -> None:
    bad = p.row(p.sam, p.ann).replace(p.sam.address, "sam.school")
    said = qibot("people", "import", p.sheet(p.row(p.jo, p.ann), bad, p.row(p.jo, p.bob)), "--yes")
    assert (said.code, said.out) == (1, "")
    assert 'people.csv, line 3, column "Practitioner e-mail": “sam.school”' in said.err
    assert 'line 4, column "Practitioner e-mail": double address' in said.err
    assert qibot("people", "--json").json == []
    said = qibot("people", "import", p.folder / "missing.csv")
    assert said.code == 1
    assert "missing.csv" in said.err


def test_an_import_while_a_qibot_runs_is_taken_over_in_its_next_round(p: Programme, qibot: Qibot) -> None:
    p.round()
    said = qibot("people", "import", p.sheet(), "--yes")
    assert said.code == 0
    assert "the running qibot takes it over" in said.err
    assert qibot("people", "--json").json == []
    p.reports(p.jo)
    p.round()
    assert len(qibot("people", "--json").json) == 3
    assert p.kinds(p.jo) == ["receipt"]
