"""Mentor, practitioner and manager answer each other by simply replying, each in their own thread."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.support.programme import COMMENTED, LIKED, Programme, files_of, read, sha256, text_of
from tests.support.whole import answered_report


def test_the_mentors_reply_goes_to_the_practitioner_with_the_manager_in_copy(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    sent = p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED, {"Report 1 - comments.docx": COMMENTED})
    assert "+" in sent["To"]
    done = p.round()
    assert [entry["taken_for"] for entry in done.taken_in] == ["feedback on report 1"]
    for reader in (p.jo, p.meg):
        letter = p.letter(reader, "relay_feedback")
        assert files_of(letter) == [("Report 1 - comments.docx", sha256(COMMENTED))]
        assert "What I liked: a clear aim." in text_of(letter)
        assert [read(letter)[name].addresses[0].addr_spec for name in ("To", "Cc")] == [p.jo.address, p.meg.address]
        assert read(letter)["From"] == f"Ann Lee via QI Practitioner Programme <{p.address}>"
        assert "Please answer by" not in text_of(letter), "what the mentor got must not come along as a quotation"
    (feedback,) = (f for f in p.case(p.jo).tables["feedback"].values())
    assert (feedback.number, feedback.comments, feedback.liked, feedback.even_better) == (1, 2, True, True)  # type: ignore[union-attr]
    assert p.report(p.jo).answered is not None


@pytest.mark.parametrize("header", ["In-Reply-To", "References"])
def test_a_mailbox_without_plus_addressing_threads_by_message_id_alone(unenrolled: Programme, header: str) -> None:
    p = unenrolled
    p.configure(mailbox={"plus_addressing": False})
    p.enrol()
    for who in (p.jo, p.sam):
        p.reports(who)
    p.round()
    letter = next(raw for raw in p.letters(p.ann, "forward_report") if "Sam Baird" in read(raw)["Subject"])
    assert read(letter)["Reply-To"].addresses[0].addr_spec == p.address
    mail = p.ann.answers(datetime.now(UTC), letter, LIKED)
    del mail["References" if header == "In-Reply-To" else "In-Reply-To"]
    mail.replace_header("Subject", "my thoughts")
    p.sends(p.ann, mail)
    p.round()
    assert p.report(p.sam).answered is not None
    assert p.report(p.jo).answered is None
    assert p.kinds(p.sam) == ["receipt", "relay_feedback"]


def test_the_practitioners_answer_reaches_the_mentor_in_the_mentors_own_thread(p: Programme) -> None:
    feedback = answered_report(p)
    p.replies(p.jo, feedback, "Thank you! What do you think of Primary 2, would that be small enough?", {})
    p.round()
    forward, relayed = (read(p.letter(p.ann, kind)) for kind in ("forward_report", "relay_message"))
    assert relayed["In-Reply-To"] == forward["Message-ID"]
    assert relayed["References"].split()[-1] == forward["Message-ID"]
    assert relayed["Subject"] == f"Re: {forward['Subject']}"
    assert relayed["Thread-Topic"] == forward["Thread-Topic"] == forward["Subject"]
    assert "What do you think of Primary 2, would that be small enough?" in text_of(p.letter(p.ann, "relay_message"))
    assert p.kinds(p.jo) == ["receipt", "relay_feedback"]


def test_a_mentors_word_to_a_question_stands_below_the_practitioners_own_mail(p: Programme) -> None:
    """A mail program shows a letter below what it holds itself, and it never held what the mentor got."""
    report = read(p.reports(p.jo))
    p.round()
    p.replies(p.ann, p.letter(p.ann, "forward_report"), "Hi Jo, could we meet on Tuesday?")
    p.round()
    assert read(p.letter(p.jo, "relay_message"))["In-Reply-To"] == report["Message-ID"]
    sent = p.replies(p.jo, p.letter(p.jo, "relay_message"), "Where do I find the template for the run chart?")
    p.round()
    p.replies(p.ann, p.letter(p.ann, "relay_message"), "Could we talk about that when we meet?")
    p.round()
    answer = read(p.letters(p.jo, "relay_message")[-1])
    assert answer["In-Reply-To"] == sent["Message-ID"]
    assert answer["References"].split()[-1] == sent["Message-ID"]


def test_the_mentors_second_answer_is_relayed_too_and_the_dialogue_goes_on(p: Programme) -> None:
    feedback = answered_report(p)
    p.replies(p.jo, feedback, "What do you think of Primary 2, would that be small enough?")
    p.round()
    said = "What I liked: such a small test. Even better if you began there on Monday."
    p.replies(p.ann, p.letter(p.ann, "relay_message"), said)
    p.round()
    newest = p.letters(p.jo, "relay_feedback")[-1]
    assert "such a small test" in text_of(newest)
    assert read(newest)["References"] == read(feedback)["References"]


def test_the_managers_reply_goes_to_practitioner_and_mentor(p: Programme) -> None:
    answered_report(p)
    p.replies(p.meg, p.letter(p.meg, "relay_feedback"), "You may use the staff meeting.")
    done = p.round()
    assert [entry["taken_for"] for entry in done.taken_in] == ["message from the manager"]
    for reader in (p.jo, p.ann):
        assert "You may use the staff meeting." in text_of(p.letter(reader, "relay_message"))
        assert read(p.letter(reader, "relay_message"))["From"].startswith("Meg Ross via")
    assert p.kinds(p.meg) == ["relay_feedback"]


def test_a_fresh_mail_from_the_mentor_is_feedback_where_only_one_report_waits(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    p.sends(p.ann, p.writes(p.ann, "Jo's report", LIKED))
    p.round()
    assert "relay_feedback" in p.kinds(p.jo)
