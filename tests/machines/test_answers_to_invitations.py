"""An answer to an invitation, or a cancellation, is nothing; what somebody writes beside it is heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.message import parse
from tests.machines.invited import TEAMS, alone, alternative, attached, twice
from tests.machines.test_invitations import is_open, sent
from tests.support.build import ANN, JO, MEG
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

pytestmark = pytest.mark.slow

ANSWERS = {
    "accepted in outlook": alternative("REPLY", "", "ACCEPTED", "; method=REPLY"),
    "declined in outlook": alternative("REPLY", "", "DECLINED", "; method=REPLY"),
    "perhaps in outlook": alternative("REPLY", "", "TENTATIVE", "; method=REPLY"),
    "accepted at google": twice("REPLY", "Ann Lee has accepted this invitation.", "ACCEPTED"),
    "declined at google": twice("REPLY", "Ann Lee has declined this invitation.", "DECLINED"),
    "accepted at apple": attached("REPLY", "Ann Lee hat die Einladung angenommen.", "ACCEPTED"),
    "accepted in thunderbird": attached(
        "REPLY", "Ann Lee <ann@health.example> has accepted your event invitation.", "ACCEPTED"
    ),
    "in base64": alternative("REPLY", "", "ACCEPTED", encoding="base64"),
    "nothing else": alone("REPLY", "ACCEPTED"),
    "called off in outlook": alternative("CANCEL", TEAMS, param="; method=CANCEL"),
    "called off at google": twice("CANCEL", "This event has been canceled and removed from your calendar."),
    "called off at apple": attached("CANCEL", "Ann Lee hat das Ereignis abgesagt."),
    "called off in thunderbird": attached("CANCEL", "Ann Lee has cancelled this event"),
    "called off without the parameter": alternative("CANCEL", "Cancelled, see you next month."),
    "called off at zimbra": alternative(
        "CANCEL", "The following meeting has been cancelled:", param='; method="CANCEL"'
    ),
    "called off by notes": attached("CANCEL", "", kind="application/ics"),
    "called off and nothing else": alone("CANCEL"),
    "another time refused": alternative("DECLINECOUNTER", "", param="; method=DECLINECOUNTER"),
}


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    one = scene(tmp_path)
    one.sends("Report 1", "Report 1.pdf")
    return one


@pytest.mark.parametrize("what", ANSWERS)
@pytest.mark.parametrize("sender", [ANN.address, JO.address, MEG.address])
def test_an_answer_to_one_and_a_cancellation_are_nothing(s: Scene, what: str, sender: str) -> None:
    before = len(s.outbox.delivered)
    assert sent(s, ANSWERS[what], "Accepted: Catch-up about report 1", sender) == "automatic"
    assert is_open(s)
    assert len(s.outbox.delivered) == before


def test_an_answer_in_its_thread_is_nothing_either(s: Scene) -> None:
    for n, body in enumerate(ANSWERS.values()):
        assert sent(s, body, f"Accepted: Catch-up {n}", answers="forward_report") == "automatic"
    assert is_open(s)


def test_what_somebody_writes_to_their_no_is_passed_on_without_the_part(s: Scene) -> None:
    body = alternative(
        "REPLY", "Sorry Jo, I have a clinic then. Could we do Thursday at ten?", "DECLINED", "; method=REPLY"
    )
    assert sent(s, body, "Declined: Catch-up", answers="forward_report") == "message from the mentor"
    (raw,) = s.raws("relay_message", JO.address)
    assert not [d for d in parse(raw).documents if d.name.endswith(".ics")]


@pytest.mark.parametrize("method", ["REPLY", "CANCEL"])
@pytest.mark.parametrize(
    "text",
    [
        "I'm busy then, can we say 25 November?",
        "I'll be 10 minutes late",
        "I'm not free until Friday week",
        "Can only do after 1 December, sorry",
        "I'm on a course that day, could we move it to next month?",
    ],
)
@pytest.mark.parametrize(("sender", "reader"), [(ANN.address, JO.address), (JO.address, ANN.address)])
def test_the_days_beside_a_yes_or_no_are_the_meetings(
    s: Scene, method: str, text: str, sender: str, reader: str
) -> None:
    body = alternative(method, text, "DECLINED", f"; method={method}")
    assert sent(s, body, "Declined: Catch-up", sender, answers="forward_report").startswith("message from the")
    assert s.raws("relay_message", reader) and not s.raws("expect_feedback_by") and not s.raws("ask_exceptional")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (("REPLY", "I have to decline, my father died on Sunday and I won't manage the report.", "DECLINED"), "father"),
        (("CANCEL", "I have to cancel. I was taken into hospital last night and can't send it.", ""), "hospital"),
        (("REPLY", "Tentatively accepted. I'm worried about Jo, please keep this between us.", "TENTATIVE"), "worried"),
    ],
)
def test_what_somebody_says_of_themselves_beside_a_yes_or_no_is_heard(
    s: Scene, body: tuple[str, str, str], said: str
) -> None:
    method, text, status = body
    raw = alternative(method, text, status or "NEEDS-ACTION", f"; method={method}")
    sender = ANN.address if "Jo" in text else JO.address
    sent(s, raw, "Catch-up", sender)
    s.bot.round()
    heard = [to for to, letter in s.outbox.delivered if said in text_of(letter) and "team@council.example" in to]
    assert heard


def test_a_declined_meeting_without_its_part_is_heard_likewise(s: Scene) -> None:
    assert s.sends("Declined: Catch-up", text="I have to decline, my father died and I won't manage the report.") != (
        "automatic"
    )


AT_GOOGLE = (
    "\n\nCatch-up\nTuesday 20 Oct 2026 ⋅ 10am – 10:30am\nUnited Kingdom Time\n\nOrganiser\nAnn Lee\n\nInvitation from "
    "Google Calendar: https://calendar.google.com/calendar/\n\nYou are receiving this email because you are an "
    "attendee on the event.\n"
)


@pytest.mark.parametrize("how", ["quoted", "bare", "comment alone", "folded comment"])
def test_a_note_to_an_answer_is_its_writers_word_wherever_the_calendar_puts_it(s: Scene, how: str) -> None:
    note = "I'm in hospital and can't write my report this month."
    body = {
        "quoted": twice("REPLY", f'Jo Smith has declined this invitation with this note:\n\n"{note}"{AT_GOOGLE}'),
        "bare": twice(
            "REPLY", f"Jo Smith <jo@x.example> has declined this invitation with this note:\n\n{note}{AT_GOOGLE}"
        ),
        "comment alone": with_comment(alternative("REPLY", ""), f"COMMENT;LANGUAGE=en-GB:{note}"),
        "folded comment": with_comment(alone("REPLY"), f"COMMENT:{note[:20]}\r\n {note[20:]}\\n"),
    }[how]
    assert sent(s, body, "Declined: Catch-up", JO.address).startswith("exceptional circumstances")


def with_comment(body: str, line: str) -> str:
    return body.replace("SUMMARY:", f"{line}\r\nSUMMARY:")


@pytest.mark.parametrize(
    "text",
    [
        f"Ann Lee has declined this invitation.{AT_GOOGLE}",
        f"Ann Lee has accepted this invitation.{AT_GOOGLE}",
        f'Ann Lee has accepted this invitation with this note:\n\n"Thanks"{AT_GOOGLE}',
    ],
)
def test_an_answer_without_a_note_is_nothing(s: Scene, text: str) -> None:
    assert sent(s, twice("REPLY", text), "Accepted: Catch-up") in ("automatic", "thanks or a promise")


def test_a_cancellation_that_says_why_is_heard(s: Scene) -> None:
    body = alternative("CANCEL", "Cancelling – Jo has gone off sick", param="; method=CANCEL")
    assert sent(s, body, "Canceled: Catch-up", answers="forward_report") == "NEEDS SUPPORT"


@pytest.mark.parametrize("text", ["Could we make it Tuesday instead?", "Can we move this to next week please?"])
def test_who_proposes_another_time_for_a_meeting_asks_for_none_for_the_report(s: Scene, text: str) -> None:
    body = alternative("COUNTER", text, param="; method=COUNTER")
    assert sent(s, body, "New Time Proposed: Catch-up", JO.address) == "message from the practitioner"


def test_but_who_asks_for_more_time_for_the_report_beside_it_is_heard(s: Scene) -> None:
    body = alternative("COUNTER", "I need another week for my report, so can we meet later?", param="; method=COUNTER")
    assert sent(s, body, "New Time Proposed: Catch-up", JO.address).startswith("exceptional circumstances")
