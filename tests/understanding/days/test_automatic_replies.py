"""“Automatic reply” says that a machine wrote it, and not that anybody is away; a new address in one is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from qibot.understanding.days.absence import absence
from qibot.understanding.phrases.telling_news import MOVED
from tests.support.build import ANN, JO, TEAM
from tests.support.dialogue import Scene, scene
from tests.support.mails import mail

pytestmark = pytest.mark.slow

RECEIVED = (
    "Thank you for your email. It has been received and will be answered within 5 working days.",
    "Thank you for your email. I aim to respond within three working days. If urgent call the office.",
    "This message has been automatically generated in response to the creation of a trouble ticket.",
)
AWAY = (
    "I am out of the office and will respond within three days of my return.",
    "I am on annual leave. My email has been received and will be answered soon.",
    "I'm at a conference this week.",
)
ELSEWHERE = (
    "My email address has changed to ann.lee@nhs.example. Please update your records.",
    "This email account is being closed. Please use ann.lee@nhs.example from now on.",
)


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    one = scene(tmp_path)
    one.sends("Report 1", "Report 1.pdf")
    return one


def answered(s: Scene, text: str, sender: str = ANN.address) -> str:
    head = s.heads("forward_report")[-1]
    to, subject = head["Reply-To"].addresses[0].addr_spec, f"Automatic reply: {head['Subject']}"
    raw = (
        f"From: {sender}\nTo: {to}\nSubject: {subject}\nMessage-ID: <a{len(text)}@x.example>\nIn-Reply-To: "
        f"{head['Message-ID']}\nAuto-Submitted: auto-replied\nContent-Type: text/plain\n\n{text}\n"
    )
    return s.takes(raw.replace("\n", "\r\n").encode())


@pytest.mark.parametrize("text", RECEIVED)
def test_a_receipt_is_no_absence(s: Scene, text: str) -> None:
    assert answered(s, text) == "automatic"
    assert not s.raws("report_mentor_away", TEAM)


@pytest.mark.parametrize("text", AWAY)
def test_an_absence_is_one(text: str) -> None:
    assert absence(mail("Subject: Automatic reply: Report 1", body=text.encode()), date(2026, 10, 14), 400)


@pytest.mark.parametrize("text", ELSEWHERE)
@pytest.mark.parametrize("sender", [ANN.address, JO.address])
def test_a_new_address_is_told_to_the_team(s: Scene, text: str, sender: str) -> None:
    assert answered(s, text, sender) == "quarantine"
    (waits,) = s.store.load(DESK).all(Quarantined).values()
    assert waits.cause == MOVED
    assert not s.raws("report_mentor_away", TEAM)


def test_who_is_written_to_while_somebody_is_away_is_no_new_address(s: Scene) -> None:
    assert answered(s, "I am on leave until Friday. Please use office@nhs.example instead for me.") == "automatic"
