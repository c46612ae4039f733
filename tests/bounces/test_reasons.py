"""What a server gives as its reason, in words, and what is no reason."""

from __future__ import annotations

import pytest

from qibot.message import parse
from qibot.screening import Failure, read_bounce
from qibot.screening.hints import UNSAID
from tests.bounces.shape import ANN
from tests.support.build import BOT

HEAD = f"Return-Path: <>\nFrom: MAILER-DAEMON@mail.example\nTo: {BOT}\nSubject: Failure Notice\n\n"

NOBODY = [
    f"554: delivery error: dd This user doesn't have a yahoo.com account ({ANN}) [0] - mta12.mail.ne1.yahoo.com",
    f"PERMANENT fatal errors!\n\n--- Session Transcript ---\n <-- 550 5.1.1 {ANN}, recipient unknown",
    "550 User not known",
    "Grund: unbekannter Benutzer (550 5.1.1)",
    "unrouteable mail domain",
    "adresse inconnue",
]
OF_SOMETHING_ELSE = [
    "550 message content not known to be safe",
    "552 mailbox is full",
    "Ursache unbekannt",
    "sender not known",
]


def told(text: str) -> Failure:
    raw = f"{HEAD}Sorry, we were unable to deliver your message to\n\n<{ANN}>:\n{text}\n".encode()
    (failure,) = read_bounce(parse(raw), raw).failures
    assert failure.addresses == (ANN,)
    return failure


@pytest.mark.parametrize("text", NOBODY)
def test_that_there_is_no_such_person_is_understood(text: str) -> None:
    assert told(text).permanent


@pytest.mark.parametrize("text", OF_SOMETHING_ELSE)
def test_another_reason_says_nothing_of_the_address(text: str) -> None:
    assert not told(text).permanent


def test_a_subject_is_not_shown_as_the_servers_words() -> None:
    assert told("We gave up.").said == UNSAID
    assert told("This user has no account here.").said == "This user has no account here."
