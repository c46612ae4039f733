"""The same again, documents that can't be read or do harm, and forgotten ones, as eight mail programs write them.

The counts stand in docs/mail.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from qibot.model import Unsent
from tests.rules.test_revised_versions import NEXT, TEXT
from tests.support.build import ANN
from tests.support.dialogue import Scene
from tests.support.packed import PDF, PROGRAM, docx, winmail, zipped
from tests.support.programs import PROGRAMS, Written, raw
from tests.whole.test_reports_as_programs_write_them import HERS, TO, held, paper, s

__all__ = ["s"]  # the scene: report 1 has been answered, the second is owed
pytestmark = pytest.mark.slow
ALL = list(PROGRAMS)


def sent(s: Scene, program: str, text: str, name: str = "", data: bytes = b"", subject: str = "QI report") -> None:
    s.takes(raw(program, Written(HERS, TO, "", subject, text, {name: data} if name else {})))
    s.bot.round()


AGAIN = {
    "Outlook for Windows": ("Dear all,\n\njust to be sure that you have it.\n\nJo", "Report 1 Jo Smith.docx"),
    "Outlook on the web": ("Resending in case it got lost", "Report 1 Jo Smith (1).docx"),
    "Outlook for iOS": ("Here's report 1", "report1.docx"),
    "Gmail": ("Not sure my first mail went out, so again:", "Report 1 Jo Smith.docx"),
    "Apple Mail on a Mac": ("Did this get to you?", "Report 1 – Jo Smith.docx"),
    "Apple Mail on an iPhone": ("", "Report 1 Jo Smith.docx"),
    "Thunderbird": ("Hello,\n\nthe report once more, my outbox looked odd.\n\nJo", "Copy of Report 1.docx"),
    "mutt": ("Sent again.", "Report_1_Jo_Smith.docx"),
}


@pytest.mark.parametrize("program", ALL)
def test_the_same_document_again_is_no_new_version_and_no_other_report(s: Scene, program: str) -> None:
    text, name = AGAIN[program]
    forwards = len(s.raws("forward_report"))
    sent(s, program, text, name, paper(TEXT))
    assert sorted(held(s)) == ["1/1"]
    assert len(s.raws("forward_report")) == forwards


LOCKED = b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")
UNREADABLE = {  # name, bytes, and what is said of it
    "Outlook for Windows": ("Report 2.docx", b"", "empty"),
    "Outlook on the web": ("Report 2.docx", LOCKED, "password"),
    "Outlook for iOS": ("IMG_0412.HEIC", b"\0\0\0\x18ftypheic" + bytes(40), "HEIC"),
    "Gmail": ("Report 2.pdf", PDF[:30], "cut off"),
    "Apple Mail on a Mac": ("Report 2.pages", b"PK\3\4 some bytes", "Pages"),
    "Apple Mail on an iPhone": ("Report 2.docx", docx("words")[:-40], "cut off"),
    "Thunderbird": ("Report 2.docx", docx(""), "empty"),
    "mutt": ("Report 2.7z", b"7z\xbc\xaf some bytes", "looked into"),
}


@pytest.mark.parametrize("program", ALL)
def test_a_document_that_cannot_be_read_goes_on_as_sent_and_both_are_told(s: Scene, program: str) -> None:
    name, data, said = UNREADABLE[program]
    sent(s, program, "My report is attached.", name, data, "Report 2")
    assert held(s)["2/1"] == [name]
    for letter in ("receipt", "forward_report"):
        assert name in s.last(letter)
        assert said in s.last(letter)


HARMFUL = {
    "Outlook for Windows": ("Report 2.docx.exe", PROGRAM),
    "Outlook on the web": ("Report 2.zip", zipped(("Report 2.docx", b"x"), ("open me.cmd", b"x"))),
    "Outlook for iOS": ("Report 2.html", b"<html><script>go()</script></html>"),
    "Gmail": ("Report 2.pdf", PROGRAM),
    "Apple Mail on a Mac": ("Report 2.dmg", b"x"),
    "Apple Mail on an iPhone": ("Report 2.url", b"[InternetShortcut]"),
    "Thunderbird": ("winmail.dat", winmail(("report.vbs", b"x"))),
    "mutt": ("run", b"#!/bin/sh\nrm -rf /\n"),
}


@pytest.mark.parametrize("program", ALL)
def test_a_document_that_does_harm_reaches_nobody_and_the_sender_and_the_team_are_told(s: Scene, program: str) -> None:
    name, data = HARMFUL[program]
    before = len(s.outbox.delivered)
    sent(s, program, "My report is attached.", name, data, "Report 2")
    assert sorted(held(s)) == ["1/1"]
    assert "not passed on" in s.last("ask_document")
    assert s.raws("report_document_held")
    assert not [to for to, _ in s.outbox.delivered[before:] if ANN.address in to]


FORGOTTEN = {
    "Outlook for Windows": "Dear Ann,\n\nPlease find attached my second report.\n\nKind regards\nJo",
    "Outlook on the web": "Hi, report attached as requested. Thanks, Jo",
    "Outlook for iOS": "Report 2 attached",
    "Gmail": "Hi Ann,\n\nI've attached my November report for your review.\n\nJo",
    "Apple Mail on a Mac": "Hello Ann,\n\nhere is my report, see the attachment.\n\nJo",
    "Apple Mail on an iPhone": "Attached is my report for this month",
    "Thunderbird": "Hello,\n\nyou'll find my report enclosed.\n\nJo",
    "mutt": "My report is in the attached file.",
}


@pytest.mark.parametrize("program", ALL)
def test_a_forgotten_document_is_asked_for_and_what_follows_counts_from_then(s: Scene, program: str) -> None:
    forwards = len(s.raws("forward_report"))
    sent(s, program, FORGOTTEN[program])
    unsent = s.case.get(Unsent, "unsent")
    assert unsent
    assert s.raws("ask_document")
    assert len(s.raws("forward_report")) == forwards
    sent(s, program, "Here it is.", "November.docx", paper(NEXT))
    assert s.case.submissions(2)[0].arrived == unsent.at


@pytest.mark.parametrize(
    ("kind", "tried"),
    [
        ("the same document again", AGAIN),
        ("documents that can't be read", UNREADABLE),
        ("documents that do harm", HARMFUL),
        ("forgotten documents", FORGOTTEN),
    ],
)
def test_the_documents_count_is_right(kind: str, tried: Mapping[str, object]) -> None:
    row = re.search(rf"^\| {kind}, as programs write them \| (\d+) \| (\d+) \|", Path("docs/mail.md").read_text(), re.M)
    assert row
    assert int(row[1]) == int(row[2]) == len(tried)
