"""A portal's notice of a secure message is nobody's word: the team hears, and no report counts as answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from qibot.screening import is_sealed
from tests.support.build import ANN, TEAM, mail
from tests.support.dialogue import scene

SEALED = (
    "Ann Lee has sent you a secure email using Egress Switch.\n\nRead it: https://switch.egress.example/ui/r.html?a=1",
    "You have a new Secure Message from Ann Lee.\nClick here to view: https://securemessaging.mimecast.example/s/abc",
    "Ann Lee (ann@health.example) has sent you a protected message.\n\nRead the message",
    "You've received an encrypted message from ann@health.example\nTo view it, sign in: https://portal.example/help",
    "Ann Lee sent you an encrypted email\n\nOpen the encrypted message: https://zivver.example/m/9c2a",
    "You have received a confidential e-mail. View it with a one-time passcode at https://box.example/x",
    "Open this secure message: https://zixcorp.example/s/e?b=council",
    (
        "Ann Lee has sent you an email via Gmail confidential mode:\n\nRe: Report 2\n\nYou can open it by clicking the "
        "link below.\n\nView the email <https://confidential-mail.google.example/msg/abc>"
    ),
    "You have received a password-protected message from Ann Lee.\n\nUnlock message https://mail.proton.example/eo/abc",
    (
        "You've received an encrypted message from ann@health.example\nTo view it: Save and open the attachment "
        "(message.html), and follow the instructions.\n\nPlease do not reply to this message."
    ),
    "New ZixCorp secure email message from NHS Tayside\n\nOpen Message https://web1.zixmail.example/s/e?b=nhs",
    "Hello,\n\nAnn Lee has shared with you a secure package.\nhttps://files.example/p/1",
)
OPEN_ = (
    "Did you open the attachment I sent? I liked the aim in it, the message is clear.",
    "The file is password-protected, could you send it again? I can't view the message in it.",
    "New secure doors were fitted in the ward, well done: view the email from the estates team.",
    "I liked the aim. Even better if it had a date.\n\nThis message was sent securely using Egress.",
    "Could you send me the data by secure email? They name patients.",
    "You've a secure base to build on, well done. https://qi.example/run-charts",
)


@pytest.mark.parametrize("text", SEALED)
def test_a_portals_notice_says_nothing_itself(text: str) -> None:
    assert is_sealed(mail(text=text))


@pytest.mark.parametrize("text", OPEN_)
def test_what_can_be_read_is_somebodys_word(text: str) -> None:
    assert not is_sealed(mail(text=text))


def test_microsofts_sealed_part_is_known() -> None:
    assert is_sealed(mail(text="Read the message", files=("message_v2.rpmsg",)))


@pytest.mark.slow
@pytest.mark.parametrize("text", SEALED)
def test_a_sealed_answer_closes_no_report_and_the_team_hears(tmp_path: Path, text: str) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    before = len(s.outbox.delivered)
    s.answers("forward_report", text, ANN.address)
    s.bot.round()
    assert [r.number for r in s.case.pending()] == [1]
    (waits,) = s.store.load(DESK).all(Quarantined).values()
    assert waits.cause == "what it says lies behind a sign-in elsewhere"
    assert {a for to, _ in s.outbox.delivered[before:] for a in to} <= {TEAM}
