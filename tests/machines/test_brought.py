"""A machine's text that a person brings with words of their own is the person's mail, and somebody hears of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.message import parse
from qibot.screening import brings_machines_words, screen
from tests.bounces.collection import bounces
from tests.machines.reading import inputs
from tests.support.build import ANN, THREADS, mail, message
from tests.support.dialogue import scene

FAILED = "Your message to ann@health.example couldn't be delivered.\n550 5.1.1 User unknown\n"
EXIM = "This message was created automatically by mail delivery software.\n\nA message you sent could not be delivered"
BROUGHT = (
    f"I got this back when I wrote to Ann directly, can you help?\n\n{FAILED}",
    f"Hi,\n\nI keep getting this. What should I do?\n\n{FAILED}",
    f"Is this address right? My e-mails come back.\n\n{FAILED}",
    f"I tried to write to Ann and this came back:\n\n{FAILED}",
    f"Can you tell me what I am doing wrong?\n\n{EXIM}",
    f"Please help me, the mail below came this morning.\n\nDelivery has failed to these recipients:\n{FAILED}",
    f"Was soll ich tun? Das kam zurück, als ich Ann schrieb.\n\n{FAILED}",
    f"J'ai reçu ceci, pouvez-vous m'aider ?\n\n{FAILED}",
    "I got this automatic message from Ann's address, is she still my mentor?\n\nThis mailbox is not monitored.",
    "I received this when I wrote to my mentor. What does it mean?\n\nThis person has left the council.",
)
SUBJECTS = ("A question", "Fwd: Undeliverable: Question", "Undeliverable: Question")


@pytest.mark.parametrize("text", BROUGHT)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_what_a_person_says_above_a_machines_text_makes_it_theirs(subject: str, text: str) -> None:
    brought = mail(subject=subject, text=text)
    assert screen(brought, THREADS) is None
    assert brings_machines_words(brought)


@pytest.mark.slow
@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("text", BROUGHT)
def test_a_practitioners_word_of_a_bounce_is_heard(tmp_path: Path, subject: str, text: str) -> None:
    s = scene(tmp_path, "2026-10-05T09:00")
    assert s.takes(message(subject=subject, text=text)) != "automatic"
    assert s.outbox.delivered


@pytest.mark.slow
def test_a_mentors_word_of_a_bounce_is_heard_and_answers_no_report(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    before = len(s.outbox.delivered)
    text = f"I got this back when I wrote to Jo directly, can you help?\n\n{FAILED.replace('ann', 'jo')}"
    assert s.takes(message(sender=ANN.address, subject="Undeliverable", text=text)) not in ("automatic", "feedback")
    assert len(s.outbox.delivered) > before


def test_no_servers_bounce_is_taken_for_a_persons_word() -> None:
    assert [s.name for s in bounces() if brings_machines_words(parse(s.raw))] == []


def test_no_machines_answer_is_taken_for_a_persons_word() -> None:
    taken = [one.text for one in inputs() if brings_machines_words(mail(subject=one.subject, text=one.text))]
    assert taken == []


@pytest.mark.slow
@pytest.mark.parametrize("subject", ["Report 1", "Re: Report 1", "Fwd: Undeliverable: Report 1"])
def test_a_long_bounce_below_a_word_of_ones_own_is_no_report(tmp_path: Path, subject: str) -> None:
    s = scene(tmp_path, "2026-10-05T09:00")
    trace = "\n".join(f"Received: from mx{n}.health.example by mx{n + 1}.health.example with SMTP" for n in range(60))
    s.takes(message(subject=subject, text=f"{BROUGHT[0]}\n{trace}\n"))
    assert not s.numbers
    assert s.outbox.delivered
