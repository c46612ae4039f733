"""Another mentor by the people sheet or from the terminal, on the real servers: everybody concerned hears of it."""

from __future__ import annotations

import pytest

from qibot.cli import main
from tests.support.programme import Programme, files_of


@pytest.fixture(autouse=True)
def _jo_has_sent_a_report(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    p.close()


def test_a_sheet_with_another_mentor_tells_everybody_and_forwards_what_waits(p: Programme) -> None:
    p.enrol(p.row(p.jo, p.bob, p.meg), p.row(p.sam, p.ann, p.meg), p.row(p.priya, p.bob))
    p.round()
    assert p.case(p.jo).enrolment.mentor.name == "Bob Ray"
    assert p.kinds(p.bob) == ["forward_report", "tell_new_mentor"]
    assert files_of(p.letter(p.bob, "forward_report")) == files_of(p.letter(p.ann, "forward_report"))
    assert p.kinds(p.ann) == ["forward_report", "tell_new_mentor"]
    assert p.kinds(p.jo) == ["receipt", "tell_new_mentor"]
    assert p.kinds(p.meg) == ["tell_new_mentor"]
    p.close()
    p.round()
    assert p.kinds(p.bob) == ["forward_report", "tell_new_mentor"], "once, whatever restarts there are"


def test_from_the_terminal_one_or_all_get_another_mentor(p: Programme, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--config", str(p.path), "--yes"]
    assert main(["people", "reassign", "Jo Smith", "--to", p.bob.address, *where]) == 0
    assert f"mentor: Ann Lee <{p.ann.address}> -> Bob Ray <{p.bob.address}>" in capsys.readouterr().out
    assert p.case(p.jo).enrolment.mentor.name == "Bob Ray"
    assert p.case(p.sam).enrolment.mentor.name == "Ann Lee"
    assert main(["people", "reassign", "--all-of", p.bob.address, "--to", p.ann.address, *where]) == 0
    assert [p.case(x).enrolment.mentor.name for x in (p.jo, p.sam, p.priya)] == ["Ann Lee"] * 3
    p.round()
    assert "tell_new_mentor" in p.kinds(p.priya)


@pytest.mark.parametrize(
    ("who", "to"), [(["Nobody Known"], "bob"), (["Jo Smith"], "stranger"), (["--all-of", "x@y.example"], "bob")]
)
def test_what_cannot_be_done_is_said_and_nothing_changes(
    p: Programme, who: list[str], to: str, capsys: pytest.CaptureFixture[str]
) -> None:
    address = p.bob.address if to == "bob" else p.stranger.address
    assert main(["people", "reassign", *who, "--to", address, "--config", str(p.path), "--yes"]) == 1
    assert "qibot: " in capsys.readouterr().err
    assert p.case(p.jo).enrolment.mentor.name == "Ann Lee"
