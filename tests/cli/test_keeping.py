"""`verify`, `backup` and `restore`, as a user gives them, also while the daemon has the data."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from qibot.model.case import Put
from qibot.model.desk import DESK
from qibot.model.people import Person
from qibot.store.tinydb import TinyStore
from tests.support.commands import Qibot
from tests.support.owners import as_anybody, given_away, given_back
from tests.support.programme import LIKED, Programme


def test_backup_while_qibot_runs_and_restore_when_it_doesnt(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    p.reports(p.jo)
    p.round()
    file = p.folder / "backup.tar.gz"
    said = qibot("backup", file)
    assert said.code == 0, said.err
    assert "Keep it where only you can read it" in said.out
    assert qibot("backup", file).code == 1
    assert qibot("backup", file, "--replace", "--json").json["files"] > 5
    said = qibot("restore", file)
    assert said.code == 1
    assert f"qibot runs (process {os.getpid()})" in said.err
    p.close()
    said = qibot("restore", file)
    assert said.code == 1
    assert "holds data already" in said.err
    assert p.report(p.jo).answered is None
    p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED)
    p.round()
    p.close()
    assert p.report(p.jo).answered
    said = qibot("restore", file, "--replace")
    assert said.code == 0, said.err
    assert "Mail that came since then lies in qibot/done" in said.out
    assert p.report(p.jo).answered is None
    assert qibot("verify").code == 0
    (kept,) = p.settings.data.glob("before-restore*")
    assert f"lies in {kept}" in said.out
    before = p.kinds(p.jo)
    done = p.round()
    assert (done.faults, p.kinds(p.jo)) == ([], before), "nothing goes out anew by itself"


def test_a_restored_folder_serves_on_in_an_empty_place(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    p.reports(p.jo)
    p.round()
    p.close()
    assert qibot("backup", p.folder / "b").code == 0
    p.settings.data.rename(p.folder / "lost")
    assert qibot("restore", p.folder / "b").code == 0
    p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED)
    assert p.round().faults == []
    assert "relay_feedback" in p.kinds(p.jo), "answers to letters from before are told by the secret"


def test_verify_says_what_is_wrong_and_ends_with_1(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    p.reports(p.jo)
    p.round()
    said = qibot("verify")
    assert (said.code, said.out.count("OK ")) == (0, 1)
    mail = next((p.settings.data / "mail").glob("*/*.eml"))
    kept = mail.read_bytes()
    mail.unlink()
    said = qibot("verify")
    assert said.code == 1
    assert "is gone from mail/: put it back from a backup" in said.out
    assert qibot("verify", "--json").json["faults"]
    assert qibot("backup", p.folder / "b").code == 0
    p.close()
    said = qibot("restore", p.folder / "b", "--replace")
    assert said.code == 1
    assert "isn't whole; nothing was restored" in said.err
    assert qibot("restore", p.folder / "b", "--replace", "--anyway").code == 0
    mail.parent.mkdir(exist_ok=True, parents=True)
    mail.write_bytes(kept)
    assert qibot("verify").code == 0


def test_an_older_copy_is_taken_for_the_last_only_by_a_persons_word(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    record = p.settings.data / "enrolments/2026-27/jo.smith.json"
    older = record.read_bytes()
    p.reports(p.jo)
    p.round()
    p.close()
    record.write_bytes(older)
    said = qibot("verify")
    assert said.code == 1
    assert "qibot verify --accept 2026-27/jo.smith" in said.out
    assert qibot("once").code == 1
    assert qibot("verify", "--accept", "2026-27/jo.smith").code == 0
    assert qibot("verify").code == 0


@pytest.mark.parametrize("command", ["status", "people", "plan", "verify"])
def test_a_record_of_another_users_hides_nobody_elses_and_is_told_with_the_way_out(
    p: Programme, qibot: Qibot, command: str
) -> None:
    p.enrol()
    p.reports(p.jo)
    p.round()
    store = TinyStore(p.settings.data, read_only=True)
    ours = next(unit for unit in store.units() if unit != DESK)
    theirs = p.settings.data / "enrolments" / f"{ours}.json"
    other = replace(store.load(ours).enrolment, slug="sam.baird", practitioner=Person("Sam Baird", ("sam@x.example",)))
    p.close()
    writing = TinyStore(p.settings.data)
    writing.commit(other.unit, [Put(other)])
    writing.close()
    given_away(theirs)
    until = ("--until", "2098-10-24") if command == "plan" else ()  # the cohort's first month, whatever day it is
    with as_anybody():
        said = qibot(command, *until)
    assert said.code == 1
    assert "Permission denied" in said.out + said.err
    assert "chown -R" in said.out + said.err
    assert command == "verify" or "sam.baird" in said.out.lower().replace(" ", ".")
    given_back(theirs)
    assert "Permission denied" not in qibot(command).out
