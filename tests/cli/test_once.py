"""`once` does a round and shows it, on whatever day the clock says that it is."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from email import policy
from email.utils import parsedate_to_datetime

from tests.support.commands import Qibot, closed_port, process
from tests.support.programme import COHORT, DOCX, LIKED, Programme, head_of, read, text_of


def test_once_does_a_round_and_shows_it(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    said = qibot("once")
    assert (said.code, said.out) == (0, "Nothing had come in and nothing was due.\n")
    p.reports(p.jo)
    said = qibot("once")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        f"took in   report 1 ({COHORT}/jo.smith)",
        f"sent      receipt to {p.jo.address}: Re: Report 1",
        f"sent      forward_report to {p.ann.address}: Report 1 from Jo Smith",
    ]
    p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED)
    said = qibot("once", "--json")
    assert said.code == 0
    assert [entry["taken_for"] for entry in said.json["taken_in"]] == ["feedback on report 1"]
    (letter,) = said.json["letters"]
    assert (letter["notice"], letter["to"], letter["copy"], letter["state"]) == (
        "relay_feedback", [p.jo.address], [p.meg.address], "sent",
    )  # fmt: skip
    assert said.json["faults"] == []


def test_once_says_what_went_wrong_and_ends_with_code_1(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    closed_port("imap")(p)
    said = qibot("once")
    assert said.code == 1
    assert "Nothing answers at the IMAP server" in said.err
    assert qibot("once", "--json").json["faults"] != []


def test_once_beside_a_running_qibot_says_so(p: Programme, qibot: Qibot) -> None:
    p.round()
    said = qibot("once")
    assert (said.code, said.out) == (1, "")
    assert f"Another qibot (process {os.getpid()})" in said.err


def test_once_under_a_shifted_system_clock_behaves_as_on_that_day(p: Programme) -> None:
    p.plainly(cohort={"first_month": "2026-03", "reports": 3})  # without TLS: the certificate is of today
    p.enrol(day="2026-03-02")
    midnight, half_an_hour = datetime(2026, 3, 16, tzinfo=UTC), timedelta(minutes=30)
    for who, arrived in ((p.jo, midnight - half_an_hour), (p.sam, midnight + half_an_hour)):
        mail = p.writes(who, "My report", "Attached.\n", {"Report.docx": DOCX})
        p.servers.append(p.address, mail.as_bytes(policy=policy.SMTP), arrived)
    command = [sys.executable, "-m", "qibot", "once", "--json"]
    said = process("faketime", "2026-03-16 09:00:00", *command, TZ="UTC")
    assert said.code == 0, said.err
    letters = [(letter["notice"], letter["state"]) for letter in said.json["letters"]]
    assert [letters.count((notice, "sent")) for notice in ("receipt", "forward_report")] == [2, 2]
    receipts = p.letter(p.jo, "receipt"), p.letter(p.sam, "receipt")
    for raw in receipts:
        dated = parsedate_to_datetime(str(head_of(raw)["Date"]))
        assert timedelta() <= dated - datetime(2026, 3, 16, 9, tzinfo=UTC) < timedelta(minutes=1)
    assert "It is on time" in text_of(receipts[0])
    assert "so it is late" in text_of(receipts[1])
    assert any("Sunday 22 March 2026" in text_of(raw) for raw in p.letters(p.ann, "forward_report"))
    shown = process("faketime", "2026-03-16 09:01:00", sys.executable, "-m", "qibot", "status", "--json", TZ="UTC").json
    assert [row["owed"] for row in shown["enrolments"]] == [[2], [1, 2], [2]]
    assert read(receipts[0])["X-QI-Ref"] == f"{COHORT}/jo.smith/1"
