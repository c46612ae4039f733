"""Who has a mail already doesn't get it again, the same document is no new version, a link is a document (3a)."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path
from urllib.parse import quote

import pytest

from qibot.model.reports import Submission
from tests.support.build import ANN, BOT, JO, MEG, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

FEEDBACK = "What I liked: the aim says by when. Even better if the chart had a median."
LINK = "https://dunmore-my.sharepoint.com/:w:/g/personal/jo_smith/EaB12"


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return scene(tmp_path)


def answer(s: Scene, name: str, text: str, sender: str, *also: str) -> str:
    """A reply to all: to the bot, and to these directly."""
    head = s.heads(name)[-1]
    to = ", ".join((str(head["Reply-To"].addresses[0].addr_spec), *also))
    return s.takes(
        message(sender=sender, subject=f"Re: {head['Subject']}", text=text, To=to, In_Reply_To=str(head["Message-ID"]))
    )


def test_a_mentor_who_writes_to_the_practitioner_directly_leaves_the_manager_a_copy(s: Scene) -> None:
    s.sends("Report 1", "r.pdf")
    assert answer(s, "forward_report", FEEDBACK, ANN.address, JO.address) == "feedback on report 1"
    assert [who for who, raw in s.outbox.delivered if b"X-QI-Letter: relay_feedback" in raw] == [(MEG.address,)]
    assert s.case.pending() == []


def test_a_mentor_who_answers_all_brings_about_no_letter_and_the_report_is_answered(s: Scene) -> None:
    s.sends("Report 1", "r.pdf")
    answer(s, "forward_report", FEEDBACK, ANN.address, JO.address, MEG.address)
    assert not s.raws("relay_feedback")
    assert s.case.pending() == []


def test_a_report_that_went_to_the_mentor_directly_comes_again_without_its_document_but_with_the_day(s: Scene) -> None:
    s.takes(message(subject="Report 1", files=("r.pdf",), To=f"{BOT}, {ANN.address}"))
    (raw,) = s.raws("forward_report")
    assert "went to you directly" in text_of(raw)
    assert "Please answer by" in text_of(raw)
    assert b"r.pdf" not in raw.split(b"\r\n\r\n", 1)[1].split(b"Documents")[0] or b"filename" not in raw


def test_ten_rounds_of_answers_to_all_give_nobody_anything_twice(s: Scene) -> None:
    s.sends("Report 1", "r.pdf")
    s.answers("forward_report", FEEDBACK, ANN.address)
    before = len(s.outbox.delivered)
    for n in range(10):
        sender, others = (JO, (ANN, MEG)) if n % 2 else (ANN, (JO, MEG))
        said = f"{FEEDBACK} ({n})" if sender is ANN else f"What do you mean by point {n}, Ann?"
        answer(s, "relay_feedback", said, sender.address, *(p.address for p in others))
    assert len(s.outbox.delivered) == before


def test_the_very_same_document_is_no_new_version_and_no_other_report(s: Scene) -> None:
    s.takes(message(subject="Report 1", files=("r.pdf",), content="the same"))
    forwards = len(s.raws("forward_report"))
    said = "I'm not sure it got through, so here it is again."
    s.takes(message(subject="Did you get it?", text=said, files=("r.pdf",), content="the same"))
    assert [x.version for x in s.case.all(Submission).values()] == [1]
    assert len(s.raws("forward_report")) == forwards
    assert "We have this already" in s.last("receipt")


def test_a_link_to_a_cloud_is_the_reports_document(s: Scene) -> None:
    assert s.sends("Report 1", text=f"My report is here: {LINK}") == "report 1"
    assert s.case.submissions(1)[0].links == (LINK,)
    assert LINK in s.last("receipt")
    assert LINK in s.last("forward_report")
    assert "asks you for a login" in s.last("forward_report")


@pytest.mark.parametrize(
    "link",
    [
        "https://1drv.ms/w/s!AbCd", "https://docs.google.com/document/d/1AbC/edit", "https://www.dropbox.com/s/abc/r.pdf",
        "https://we.tl/t-AbC", "https://app.box.com/s/abc", "https://www.icloud.com/pages/0abc",
        "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2F1drv.ms%2Fw%2Fs&data=05",
        "https://urldefense.com/v3/__https://docs.google.com/document/d/1__;!!abc$",
    ],
)  # fmt: skip
def test_each_cloud_is_known_behind_the_gateways_too(s: Scene, link: str) -> None:
    assert s.sends("Report 1", text=f"My report is here: {link}") == "report 1"
    assert len(s.case.submissions(1)[0].links) == 1


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("Did you get it?", f"Did you get it? My report again: {LINK}"),
        ("Report 1", f"I'm not sure it got through, so here is the link again: {LINK}?e=4kQ9aB&web=1"),
        ("QI report", f"My report: {LINK}"),
        (
            "Report 1",
            "My report once more: https://eur02.safelinks.protection.outlook.com/?url=" + quote(LINK, safe=""),
        ),
    ],
)
def test_the_same_link_again_is_answered_with_what_is_on_record(s: Scene, subject: str, said: str) -> None:
    s.sends("Report 1", text=f"My report is here: {LINK}")
    forwards = len(s.raws("forward_report"))
    assert s.takes(message(subject=subject, text=said)) == "report 1"
    assert [x.version for x in s.case.all(Submission).values()] == [1]
    assert len(s.raws("forward_report")) == forwards
    assert "We have this already" in s.last("receipt")


@pytest.mark.parametrize(
    ("subject", "said", "key"),
    [
        ("QI report", f"My revised report: {LINK}", "1/2"),
        ("Report 1", f"I've added the chart that Ann asked for: {LINK}", "1/2"),
        ("Report 1", f"My report: {LINK}Zz9", "1/2"),
        ("Report 2", f"My report: {LINK}", "2/1"),
        ("QI report", f"My report for November: {LINK}", "2/1"),
    ],
)
def test_the_same_link_to_what_has_changed_or_is_another_report_is_no_repetition(
    s: Scene, subject: str, said: str, key: str
) -> None:
    s.sends("Report 1", text=f"My report is here: {LINK}")
    s.takes(message(subject=subject, text=said))
    assert [x.key for x in s.case.all(Submission).values()] == ["1/1", key]


def test_the_same_link_is_the_next_report_once_the_last_is_answered(s: Scene) -> None:
    s.sends("Report 1", text=f"My report is here: {LINK}")
    s.answers("forward_report", FEEDBACK, ANN.address)
    assert s.takes(message(subject="QI report", text=f"My report: {LINK}")) == "report 2"
    assert s.takes(message(subject="QI report", text=f"Did you get my report? {LINK}")) == "report 2"
    assert sorted(x.key for x in s.case.all(Submission).values()) == ["1/1", "2/1"]


def test_a_report_behind_a_word_of_the_page_is_the_reports_document(s: Scene) -> None:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Message-ID"] = JO.address, BOT, "Report 1", "<page@x.example>"
    made.set_content("Hi, my report is here.")
    made.add_alternative(f'<p>Hi, my report is <a href="{LINK}">here</a>.</p>', subtype="html")
    assert s.takes(made.as_bytes()) == "report 1"
    assert s.case.submissions(1)[0].links == (LINK,)
    assert LINK in s.last("forward_report")


def test_a_malformed_link_fails_no_mail(s: Scene) -> None:
    assert s.sends("Report 1", "r.pdf", text="https://[abc/def here is my report") == "report 1"
    assert s.answers("forward_report", f"{FEEDBACK} See https://[page].", ANN.address) == "feedback on report 1"


def test_an_address_with_a_mark_behind_the_name_is_its_owners(s: Scene) -> None:
    marked = ANN.address.replace("@", "+qi@")
    s.takes(message(subject="Report 1", files=("r.pdf",), To=BOT, Cc=f"Ann <{marked}>"))
    assert "went to you directly" in text_of(s.raws("forward_report")[0])
    before = len(s.outbox.delivered)
    s.takes(message(subject="Thursday", text="Could we meet on Thursday, Ann?", To=BOT, Cc=marked))
    assert len(s.outbox.delivered) == before
