"""Who is offered to the team as the one whose report a stranger's mail brings isn't chased meanwhile (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import DESK, InQuestion, Quarantined
from tests.support.build import JO, MEG, TEAM, message
from tests.support.dialogue import Scene, scene

pytestmark = pytest.mark.slow

PRIVATE = '"Smith, Jo" <josmith77@gmail.com>'
PAT = "Pat Brown <pat.brown@school.example>"
LINK = "https://dunmore-my.sharepoint.com/:w:/g/personal/jo_smith/EaB12xYz?e=4kQ9aB"
BRINGS = [
    (PRIVATE, "Report 1", "Sending from home, sorry. Jo", ("Report 1.docx",)),
    (PRIVATE, "Report 1", f"It is here: {LINK}", ()),
    (PAT, "Report 1 - Jo Smith", "Hi, Jo asked me to send this on for her.", ("Report 1.docx",)),
    ("Jo Macdonald <jo.macdonald@school.example>", "Report 1", "New name since the wedding! Jo", ("Report 1.docx",)),
    ('"Office on behalf of Jo Smith" <office@school.example>', "Report", "Attached.", ("Report 1.docx",)),
    ("Scanner <scanner@school.example>", "Scan from Jo Smith", "Please open the attached document.", ("scan.pdf",)),
    (f"Meg Ross <{MEG.address}>", "Jo's report", "Hi, Jo asked me to send her first report.", ("Report 1.docx",)),
    ('"Jo Smith" <no-reply@sharepointonline.com>', 'Jo Smith shared "Report 1" with you', f"Report 1\n\n{LINK}", ()),
]


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return scene(tmp_path, "2026-10-14T17:30")  # the last reminder before the deadline has gone out


def waiting(s: Scene) -> list[Quarantined]:
    return list(s.store.load(DESK).all(Quarantined).values())


def comes(s: Scene, sender: str, subject: str, text: str, files: tuple[str, ...]) -> None:
    assert s.takes(message(sender=sender, subject=subject, text=text, files=files)) == "quarantine"


@pytest.mark.parametrize(("sender", "subject", "text", "files"), BRINGS)
def test_who_is_offered_is_chased_only_when_the_team_has_let_it_go(
    s: Scene, sender: str, subject: str, text: str, files: tuple[str, ...]
) -> None:
    comes(s, sender, subject, text, files)
    assert [q.offered for q in waiting(s)] == [JO.address]
    s.goes_to("2026-10-16T12:00")
    assert not s.raws("remind_missing")
    s.answers("report_quarantine", "DISCARD", TEAM)
    s.bot.round()
    assert not s.case.all(InQuestion)
    s.goes_to("2026-10-20T12:00")
    assert s.raws("remind_missing", JO.address)


def test_what_the_team_makes_theirs_counts_from_when_it_came(s: Scene) -> None:
    comes(s, *BRINGS[0])
    s.goes_to("2026-10-16T12:00")
    s.answers("report_quarantine", f"THIS IS {JO.address} ONCE", TEAM)
    s.bot.round()
    assert s.numbers == [1]
    assert not s.case.all(InQuestion)
    assert "late" not in s.last("receipt")


def test_left_open_it_holds_no_longer_than_any_question(s: Scene) -> None:
    comes(s, *BRINGS[0])
    s.goes_to("2026-10-30T12:00")
    assert s.raws("remind_missing", JO.address)


@pytest.mark.parametrize(
    ("sender", "subject", "text", "files"),
    [
        (PRIVATE, "Question", "When is the report due? Jo", ()),
        (PAT, "Jo Smith", "Jo is at a course today.", ()),
        ("Sales <sales@shop.example>", "Our new price list", "Please find it attached.", ("prices.pdf",)),
    ],
)
def test_mail_that_brings_nothing_of_theirs_holds_nothing(
    s: Scene, sender: str, subject: str, text: str, files: tuple[str, ...]
) -> None:
    comes(s, sender, subject, text, files)
    s.goes_to("2026-10-16T12:00")
    assert s.raws("remind_missing", JO.address)
