"""Answers of machines without any header that says so: known, and nothing comes of them but what should."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from qibot.message import parse
from qibot.model.desk import DESK, Away, Quarantined
from qibot.screening import Kind, leaves_post, screen
from tests.bounces.collection import OFTEN, ordinary
from tests.machines.reading import Input, inputs
from tests.support.build import ANN, JO, TEAM, THREADS, at, mail, message
from tests.support.dialogue import Scene, scene

INPUTS, PEOPLES = inputs(), inputs("peoples")
GONE = "it says that its sender no longer works there"


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    scene_ = scene(tmp_path)
    scene_.sends("Report 1", "Report 1.pdf")
    return scene_


def answered(s: Scene, one: Input) -> str:
    """What comes of the answer to the report that the mentor has got."""
    head = s.heads("forward_report")[-1]
    headers: dict[str, Any] = {name.replace("-", "_"): value for name, value in one.headers}
    raw = message(
        sender=f"Ann Lee <{ANN.address}>", subject=one.subject, text=one.text, In_Reply_To=str(head["Message-ID"]),
        To=str(head["Reply-To"].addresses[0].addr_spec), **headers,
    )  # fmt: skip
    return s.takes(raw)


def test_there_are_eight_inputs_of_each_kind_at_least() -> None:
    assert min(Counter(one.kind for one in INPUTS).values()) >= 8


@pytest.mark.parametrize("one", INPUTS, ids=repr)
def test_what_a_machine_answers_is_no_persons_word(one: Input) -> None:
    assert screen(one.read(), THREADS) is Kind.AUTOMATIC


@pytest.mark.parametrize("one", PEOPLES, ids=repr)
def test_what_only_sounds_like_it_is_a_persons_word(one: Input) -> None:
    assert screen(one.read(In_Reply_To=""), THREADS) is None
    assert screen(one.read("Re: "), THREADS) is None


@pytest.mark.slow
def test_of_ordinary_mail_at_most_one_in_a_thousand_is_taken_for_a_machines_though_it_answers_a_letter() -> None:
    answers = [
        raw.replace(b"Subject: ", b"In-Reply-To: <a@b.example>\r\nSubject: ", 1) for raw in list(ordinary())[1::OFTEN]
    ]
    wrong = [parse(raw).subject for raw in answers if screen(parse(raw), THREADS) is not None]
    assert len(wrong) <= len(answers) / 1000, wrong


@pytest.mark.parametrize("one", INPUTS, ids=repr)
def test_a_document_beside_it_makes_it_a_persons_mail(one: Input) -> None:
    read = mail(subject=one.subject, text=one.text, files=("Report 1.docx",), In_Reply_To="<a@b.example>")
    assert screen(read, THREADS) is None


@pytest.mark.slow
@pytest.mark.parametrize("one", INPUTS, ids=repr)
def test_no_report_counts_as_answered_and_only_the_team_hears_of_who_is_away_or_has_left(s: Scene, one: Input) -> None:
    before = len(s.outbox.delivered)
    answered(s, one)
    s.bot.round()
    report = s.case.report(1)
    assert report is not None
    assert report.answered is None
    away, waiting = s.store.load(DESK).get(Away, ANN.address), s.store.load(DESK).all(Quarantined).values()
    assert (away is not None) == (one.becomes == "away")
    assert [q.cause for q in waiting] == ([GONE] if one.becomes == "gone" else [])
    assert {a for to, _ in s.outbox.delivered[before:] for a in to} <= (set() if one.becomes == "nothing" else {TEAM})


def test_the_team_hears_once_of_who_has_left_with_the_new_address_to_click(s: Scene) -> None:
    left = [one for one in INPUTS if one.becomes == "gone"]
    answered(s, left[0])
    answered(s, left[2])
    s.now += timedelta(hours=3)
    s.bot.round()
    assert len(s.raws("report_quarantine")) == 1
    assert "jean.reid@health.example" in s.last("report_quarantine")
    assert b"mailto:jean.reid@health.example" in s.raws("report_quarantine")[0].replace(b"=\r\n", b"")


def test_a_strangers_machine_that_says_so_is_nobodys_concern(s: Scene) -> None:
    gone = "Somebody Else no longer works here. Please write to x@y.example."
    assert s.sends("Automatic reply: Hello", text=gone, sender="else@firm.example") == "automatic"


LEFT = (
    "I have retired as of 30 October. Please contact jean.reid@health.example.",
    "Thank you for your email. I have now left NHS Tayview. Queries should go to jean.reid@health.example.",
    "As of 1 November I no longer work for Tayview Health. Please e-mail jean.reid@health.example instead.",
    "I left the Health Board on 30 October. Jean Reid has my old post: jean.reid@health.example",
    "Hello, my last working day was Friday. For anything to do with training contact jean.reid@health.example.",
    "I've moved on to a new role. Please direct enquiries to jean.reid@health.example",
    "I am no longer with the Board and this mail isn't forwarded. Kindly write to jean.reid@health.example.",
    "I retired on 30 October 2026. Please redirect your e-mail to jean.reid@health.example. Kind regards, Ann Lee",
)
STAY = (
    "I retired last year, so I've time for this. Your aim is good, even better if it had a date.",
    "I have left my comments in the document. Please send the data next time.",
    "I've retired from the Board but I'm happy to go on mentoring, please write to ann@home.example.",
    "I left the Trust in May and we had the same trouble with charts there. Please count each ward by itself.",
)


@pytest.mark.parametrize("said", LEFT)
def test_who_says_that_they_have_left_and_whom_to_write_to_has_given_no_feedback(s: Scene, said: str) -> None:
    before = len(s.outbox.delivered)
    assert answered(s, Input("", "", "Re: Report 1 from Jo Smith", (), said)) == "quarantine"
    s.bot.round()
    waiting = s.store.load(DESK).all(Quarantined).values()
    assert [(q.cause, q.write_to) for q in waiting] == [(GONE, "jean.reid@health.example")]
    assert {a for to, _ in s.outbox.delivered[before:] for a in to} <= {TEAM}
    assert [r.number for r in s.case.pending()] == [1]


@pytest.mark.parametrize("said", STAY)
def test_who_has_left_something_else_is_still_here(said: str) -> None:
    assert not leaves_post(mail(text=said))


def test_that_a_practitioner_has_left_is_their_leaving_not_a_mailboxs(s: Scene) -> None:
    assert s.sends("Leaving", text="I have left the council. Mary will take over.").startswith("exceptional")
    assert not s.store.load(DESK).all(Quarantined)


def test_an_absence_that_may_be_a_persons_leaves_the_report_open_and_is_asked_about(s: Scene) -> None:
    said = "I am away until Thursday, walking with my sister. Shall we have that coffee on Friday, at the usual place?"
    assert "automatic" not in answered(s, Input("", "", "Re: Report 1 from Jo Smith", (), said))
    report = s.case.report(1)
    assert report is not None
    assert report.answered is None


def test_a_chatty_absence_closes_no_report_whoever_wrote_it(s: Scene) -> None:
    answered(
        s,
        Input(
            "",
            "",
            "Re: Report 1 from Jo Smith",
            (),
            "I am away until Thursday, walking with my sister. The kettle is on the left, help yourself.",
        ),
    )
    assert [r.number for r in s.case.pending()] == [1]


def test_feedback_that_begins_with_an_absence_is_feedback(s: Scene) -> None:
    said = "I'm on leave from Friday, so here it is early. What I liked: the aim. Even better if it said by when."
    assert answered(s, Input("", "", "Re: Report 1 from Jo Smith", (), said)) == "feedback on report 1"


# --- within seconds ---


def answers_after(folder: Path, seconds: float, text: str, **limits: float) -> str:
    one = scene(folder, limits=limits)
    one.sends("Report 1", "Report 1.pdf")
    head = one.heads("forward_report")[-1]
    raw = message(
        sender=ANN.address, subject=f"Re: {head['Subject']}", text=text, In_Reply_To=str(head["Message-ID"]),
        To=str(head["Reply-To"].addresses[0].addr_spec),
    )  # fmt: skip
    return one.takes(raw, hours=seconds / 3600)


def test_what_answers_within_seconds_is_a_machines_on_a_weak_sign(tmp_path: Path) -> None:
    said = "I am away until Thursday, walking with my sister. Shall we have that coffee on Friday, at the usual place?"
    assert answers_after(tmp_path / "a", 4, said) == "automatic"
    assert answers_after(tmp_path / "b", 400, said) != "automatic"
    assert answers_after(tmp_path / "c", 4, said, answer_seconds=0) != "automatic"


def test_without_any_sign_a_quick_answer_is_a_persons(tmp_path: Path) -> None:
    said = "What I liked: the aim. Even better if it said by when."
    assert answers_after(tmp_path, 4, said) == "feedback on report 1"


# --- notices of file services ---

NOTICES = [  # From, Subject, Reply-To
    ("Jo Smith <no-reply@sharepointonline.com>", 'Jo Smith shared "Report 1" with you', JO.address),
    ("Jo Smith <no-reply@sharepointonline.com>", 'Jo Smith shared "Report 1" with you', ""),
    ("SharePoint Online <no-reply@sharepointonline.com>", 'Jo Smith shared "Report 1" with you', ""),
    ("SharePoint <no-reply@sharepoint.com>", "Jo Smith hat „Report 1“ für Sie freigegeben", ""),
    ("OneDrive <no-reply@onedrive.com>", "Jo Smith a partagé « Report 1 » avec vous", ""),
    ('"Jo Smith (via Google Drive)" <drive-shares-noreply@google.com>', 'Report 1 - Invitation to edit', JO.address),
    ('"Jo Smith (via Google Docs)" <drive-shares-dm-noreply@google.com>', 'Document shared with you: "Report 1"', ""),
    ('"Jo Smith via Dropbox" <no-reply@dropbox.com>', 'Jo Smith shared "Report 1.docx" with you', ""),
    ("Dropbox <no-reply@dropbox.com>", 'Jo Smith shared "Report 1.docx" with you', ""),
    ("Box <noreply@box.com>", 'Jo Smith has shared "Report 1" with you', ""),
    ("WeTransfer <noreply@wetransfer.com>", f"{JO.address} sent you Report 1 via WeTransfer", ""),
]  # fmt: skip
SAID = "Here's the document that Jo Smith shared with you.\n\nhttps://dunmore.sharepoint.com/:w:/g/E4711\n"


def notice(sender: str, subject: str, reply_to: str, **more: Any) -> bytes:
    answers: dict[str, Any] = {"Reply_To": reply_to} if reply_to else {}
    return message(sender=sender, subject=subject, text=SAID, **answers, **more)


@pytest.mark.parametrize(("sender", "subject", "reply_to"), NOTICES)
def test_a_file_services_notice_goes_to_the_team_with_the_practitioner_offered_first(
    tmp_path: Path, sender: str, subject: str, reply_to: str
) -> None:
    one = scene(tmp_path)
    one.now = at("2026-10-12T10:00")
    raw = notice(sender, subject, reply_to, Auto_Submitted="auto-generated", X_Auto_Response_Suppress="All")
    assert one.takes(raw) == "quarantine"
    one.bot.round()
    said = one.last("report_quarantine")
    assert f"THIS IS {JO.address}" in said
    assert "Report 1" in said


def test_a_notice_that_the_team_accepts_is_the_practitioners_report_and_the_service_stays_nobodys(
    tmp_path: Path,
) -> None:
    one = scene(tmp_path)
    one.takes(notice(*NOTICES[0], Auto_Submitted="auto-generated"))
    one.bot.round()
    one.answers("report_quarantine", f"THIS IS {JO.address}", TEAM)
    one.bot.round()
    assert one.numbers == [1]
    assert one.takes(notice("Tom Craig <no-reply@sharepointonline.com>", 'Tom Craig shared "x" with you', "")) == (
        "quarantine"
    )


def test_of_two_who_share_by_the_same_service_the_team_hears_twice(tmp_path: Path) -> None:
    one = scene(tmp_path)
    one.takes(notice(*NOTICES[0]))
    one.now += timedelta(hours=2)
    one.bot.round()
    one.takes(notice("Tom Craig <no-reply@sharepointonline.com>", 'Tom Craig shared "x" with you', ""))
    one.now += timedelta(hours=2)
    one.bot.round()
    assert len(one.raws("report_quarantine")) == 2
