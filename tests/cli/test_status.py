"""`status` shows how things stand."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime, timedelta
from email import policy

from tests.support.commands import Qibot
from tests.support.programme import DOCX, Programme


def test_status_shows_how_things_stand(p: Programme, qibot: Qibot) -> None:
    said = qibot("status")
    assert said.code == 0
    assert "qibot is not running." in said.out
    assert "Nobody is enrolled yet" in said.out
    first = (datetime.now(UTC) - timedelta(days=60)).replace(day=1)  # over, but not for so long that all is closed
    p.configure(cohort={"first_month": f"{first:%Y-%m}", "reports": 1}, calendar={"close_after_days": 366})
    p.enrol(day=f"{first:%Y-%m}-02")
    report = p.writes(p.jo, "Report 1", "Attached.\n", {"Report 1.docx": DOCX}).as_bytes(policy=policy.SMTP)
    p.servers.append(p.address, report, first.replace(day=17, hour=12))
    p.sends(p.stranger, p.writes(p.stranger, "Hello", "Hello there.\n"))
    p.round()
    said = qibot("status")
    assert said.code == 0
    assert f"qibot is running (process {os.getpid()})." in said.out
    assert f"Jo Smith Ann Lee 1* - 1 by {first:%Y-%m}-24" in said.words
    assert "Sam Baird Ann Lee - 1 -" in said.words
    assert "* late" in said.out
    assert re.search(r"^Letters: 0 held, 0 waiting, \d+ sent, 0 failed\.$", said.out, re.MULTILINE)
    assert "Quarantine: 1." in said.out
    assert f"{p.stranger.address}: Hello" in said.out
    state = qibot("status", "--json").json
    assert state["running"] == os.getpid()
    assert state["letters"]["sent"] >= 3
    (jo,) = (row for row in state["enrolments"] if row["practitioner"] == "Jo Smith")
    assert (jo["received"], jo["late"], jo["owed"], jo["feedback_due"]) == ([1], [1], [], {"1": f"{first:%Y-%m}-24"})
    assert state["quarantine"][0]["cause"] == "its sender isn't known to the programme"
