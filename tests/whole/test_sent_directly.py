"""Mail that goes to everybody directly, with the programme's mailbox in To, Cc or Bcc, and what is sent once more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from qibot.model.reports import Feedback, Submission
from tests.support.build import ANN, BOT, JO, MEG, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import head_of

EVERYBODY = (JO.address, ANN.address, MEG.address, BOT)
ROUNDS = [
    (ANN.address, "What I liked: the aim says by when, and how many. Even better if the chart had a median line."),
    (JO.address, "Thank you Ann, that helps. Shall I use the median of the first ten points?"),
    (ANN.address, "What I liked: you ask before you draw. The first ten is fine. Even better if it stays fixed."),
    (MEG.address, "Great to see this going well, Jo. We have another classroom that could join in January."),
    (JO.address, "Could the other classroom start with the bells, or shall I wait for the chart?"),
    (ANN.address, "Even better if you start with one class first; what would you predict?"),
    (JO.address, "Which of the two measures should the prediction be about?"),
    (MEG.address, "Can we meet on Thursday at ten to plan it?"),
    (JO.address, "Here is my revised report, with the median."),
    (ANN.address, "Lovely, what I liked: the median is there now. Even better if the prediction stood beside it."),
]


class Talk:
    """Three people and the bot, who reply to all."""

    def __init__(self, s: Scene) -> None:
        self.s, self.ids = s, list[str]()

    def says(self, sender: str, text: str, *files: str, subject: str = "Re: Report 1") -> str:
        mine = f"<talk{len(self.ids)}@x.example>"
        fields = {"In_Reply_To": self.ids[-1], "References": " ".join(self.ids)} if self.ids else {}
        self.ids.append(mine)
        others = ", ".join(a for a in EVERYBODY if a != sender)
        raw = message(sender=sender, subject=subject, text=text, files=files, To=others, Message_ID=mine, **fields)
        return self.s.takes(raw)


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return scene(tmp_path, "2026-10-12T09:00")


def gone(s: Scene, since: int = 0) -> Iterator[str]:
    for who, raw in s.outbox.delivered[since:]:
        yield f"{head_of(raw)['X-QI-Letter']} to {', '.join(who)}"


def test_ten_rounds_of_reply_to_all_bring_nobody_anything_twice_and_nothing_is_missing(s: Scene) -> None:
    talk = Talk(s)
    assert talk.says(JO.address, "Here is my report.", "Report 1.docx", subject="Report 1") == "report 1"
    before = len(s.outbox.delivered)
    for sender, text in ROUNDS:
        talk.says(sender, text, *(["Report 1 v2.docx"] if "revised" in text else []))
    relayed = [x for x in gone(s, before) if not x.startswith(("remind_", "nudge_"))]
    assert relayed == [f"receipt to {JO.address}", f"forward_report to {ANN.address}"]
    assert not s.store.load(DESK).all(Quarantined)
    assert [x.key for x in s.case.all(Submission).values()] == ["1/1", "1/2"]
    assert len(s.case.all(Feedback)) >= 3
    assert not s.case.pending()


def test_a_mentors_direct_answer_with_us_in_bcc_answers_the_report_and_the_manager_gets_a_copy(s: Scene) -> None:
    fields = {"To": ANN.address, "Message_ID": "<1@x.example>"}
    assert s.takes(message(subject="Report 1", files=("r.docx",), text="Hi Ann, here.", **fields)) == "report 1"
    assert "It went to you directly" in s.last("forward_report")
    said = "What I liked: the aim says by when. Even better if the chart had a median."
    answer = message(sender=ANN.address, subject="Re: Report 1", text=said, To=JO.address, In_Reply_To="<1@x.example>")
    before = len(s.outbox.delivered)
    assert s.takes(answer) == "feedback on report 1"
    assert list(gone(s, before)) == [f"relay_feedback to {MEG.address}"]


def test_somebody_elses_mail_of_the_same_id_is_no_thread_of_ours(s: Scene) -> None:
    s.takes(message(subject="Report 1", files=("r.docx",), Message_ID="<1@x.example>"))
    raw = message(sender="pat@office.example", subject="Re: Report 1", text="Hello.", In_Reply_To="<1@x.example>")
    assert s.takes(raw) == "quarantine"


ASKED = [
    "Did you get my report?",
    "Hi, did you receive it? I sent it on Monday.",
    "Has my report arrived?",
    "Just checking that you got it.",
    "Could you confirm receipt please? Thanks, Jo",
    "Have you received my October report?",
    "I was wondering whether my report has come through.",
    "Did it arrive?",
]


@pytest.mark.parametrize("text", ASKED)
@pytest.mark.parametrize("subject", ["Report 1", "My report"])
def test_did_you_get_it_is_answered_with_what_is_on_record(s: Scene, text: str, subject: str) -> None:
    s.sends("Report 1", "r.docx")
    before = len(s.outbox.delivered)
    s.sends(subject, text=text)
    assert list(gone(s, before)) == [f"receipt to {JO.address}"]
    assert "We have this already, as report 1" in s.last("receipt")
    assert [x.key for x in s.case.all(Submission).values()] == ["1/1"]


@pytest.mark.parametrize("text", ASKED)
def test_where_nothing_has_come_it_is_asked_for(s: Scene, text: str) -> None:
    s.sends("Report 1", text=text)
    assert not s.case.all(Submission)
    assert len(s.raws("ask_document")) == 1
    assert not s.raws("forward_report")
    s.sends("Report 1", "r.docx")
    assert [x.key for x in s.case.all(Submission).values()] == ["1/1"]


@pytest.mark.parametrize(
    "text", ["Did you get my question about the median?", "Did you see the article about medians?", "Did you get on?"]
)
def test_what_asks_for_something_else_is_a_message(s: Scene, text: str) -> None:
    s.sends("Report 1", "r.docx")
    assert s.sends("Hello Ann", text=text) == "message from the practitioner"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Article", "Hi Ann, did you see this? https://www.health.example/quality/article"),
        ("Fwd: QI conference", "Did you get this?"),
        ("The book", "Has it arrived?"),
    ],
)
def test_did_you_see_this_asked_of_something_else_reaches_the_mentor(s: Scene, subject: str, text: str) -> None:
    s.sends("Report 1", "r.docx")
    assert s.sends(subject, text=text) == "message from the practitioner"


@pytest.mark.parametrize(
    "said",
    [
        "Hi. Did you get my report? Sorry, my mum died on Monday.",
        "Did my report arrive? Mum died on Monday.",
        "Did you get my report, because I'm in hospital with a broken hip?",
    ],
)
def test_what_stands_beside_the_question_whether_it_came_reaches_the_team(s: Scene, said: str) -> None:
    s.takes(message(text=said, subject="Report 1", Message_ID="<q@x.example>"))
    assert s.raws("ask_exceptional", "team@council.example")
