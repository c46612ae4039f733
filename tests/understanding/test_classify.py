"""What a person's message is: the specification of classify.py."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from qibot.calendar.almanac import Almanac
from qibot.events.agreements import CircumstancesReported, ContactReported, DateNamed
from qibot.events.anyone import CommandUnclear
from qibot.events.quarantine import WhichAsked
from qibot.events.reports import Acknowledged, FeedbackReceived, MessageReceived, ReportReceived
from qibot.events.screened import MessageIgnored, MessageUnplaced
from qibot.model.case import Case, Put
from qibot.model.letters import Letter, LetterState
from qibot.model.people import Enrolment, Person, Role, Status
from qibot.model.reports import Report
from qibot.understanding.classify import classify
from qibot.understanding.matter.context import Context, Part
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG, TEAM, arrival, at, case

PENDING = Report(1, at("2026-10-12T09:00"), False, 1, date(2026, 10, 19))
ANSWERED = replace(PENDING, answered=at("2026-10-14T09:00"))
SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@x.example",)), ANN, MEG)
ALMANAC = Almanac(CONFIG)
LIKED = "What I liked: the aim says by when. Even better if the chart had a median."
WORDS = " ".join(["We tested the new form on the ward and the run chart shows a shift."] * 12)


def context(role: Role | None, *cases: Case, thread: int | None = None, team: bool = False) -> Context:
    """The sender plays this role in these cases; with `thread` the message stands in the first one's matter."""
    parts = [Part(role, c) for c in cases] if role else []
    return Context(parts, cases[0] if thread is not None else None, thread or 0, team)


def event(where: Context, sender: Person | str = JO, **parts: Any) -> object:
    address = sender if isinstance(sender, str) else sender.address
    return classify(arrival("2026-11-12T09:00", sender=address, **parts), where, ALMANAC)


@pytest.mark.parametrize(
    "parts",
    [
        {"subject": "Hello", "files": ("r.pdf",)},
        {"subject": "My report", "text": "We moved the trolley, and the wait fell from twelve minutes to eight."},
        {"subject": "Hi", "text": WORDS},
    ],
)
def test_a_practitioners_document_or_subject_or_long_text_is_a_report(parts: dict[str, Any]) -> None:
    assert isinstance(event(context(Role.PRACTITIONER, case()), **parts), ReportReceived)


def test_a_practitioners_short_mail_is_a_message() -> None:
    found = event(context(Role.PRACTITIONER, case()), subject="A question", text="When is session 4?")
    assert isinstance(found, MessageReceived)
    assert (found.number, found.role) == (0, Role.PRACTITIONER)


def test_a_practitioners_answer_in_a_thread_is_a_message_however_long() -> None:
    where = context(Role.PRACTITIONER, case(Put(ANSWERED)), thread=1)
    found = event(where, subject="Re: Report 1", text="What does the median tell us, Ann? " + "I can't see it. " * 60)
    assert isinstance(found, MessageReceived)
    assert found.number == 1


def test_a_practitioners_document_in_a_thread_is_a_report() -> None:
    where = context(Role.PRACTITIONER, case(Put(ANSWERED)), thread=1)
    found = event(where, subject="Re: Report 1", files=("r.pdf",))
    assert isinstance(found, ReportReceived)
    assert found.number == 2


def test_a_mentors_answer_in_a_reports_thread_is_feedback() -> None:
    found = event(context(Role.MENTOR, case(Put(PENDING)), thread=1), ANN, text=LIKED)
    assert isinstance(found, FeedbackReceived)
    assert found.number == 1


def test_a_mentors_second_answer_is_feedback_too() -> None:
    assert isinstance(event(context(Role.MENTOR, case(Put(ANSWERED)), thread=1), ANN, text=LIKED), FeedbackReceived)


def test_a_mentors_fresh_mail_belongs_to_the_one_pending_report() -> None:
    found = event(context(Role.MENTOR, case(Put(PENDING)), case(enrolment=SAM)), ANN, subject="Feedback", text=LIKED)
    assert isinstance(found, FeedbackReceived)
    assert found.unit == ENROLMENT.unit


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("Tuesday", "Hi Jo, shall we meet on Tuesday at ten, in the library?"),
        ("Tuesday", "Jo, can you bring Sam Baird along on Tuesday? The library opens at ten."),
        ("Jo Smith's chart", LIKED),
        ("Feedback", f"Dear Jo, {LIKED}"),
        ("Feedback", f"Dear Wendy, {LIKED}"),
        ("Feedback on Jo", "I liked it, and so will Sam Baird."),
    ],
)
def test_a_fresh_mail_that_calls_or_names_somebody_else_never_goes_to_the_one_whose_report_waits(
    subject: str, said: str
) -> None:
    where = context(Role.MENTOR, case(), case(Put(PENDING), enrolment=SAM))
    found = event(where, ANN, subject=subject, text=said)
    assert isinstance(found, WhichAsked) or (isinstance(found, MessageReceived) and found.unit == ENROLMENT.unit)


def test_a_mentors_fresh_word_to_one_whom_they_call_is_passed_on_to_that_one_alone() -> None:
    for said in ("Hi Jo, shall we meet on Tuesday at ten, in the library?", "Jo, bring Sam along to the library?"):
        for here in (case(), case(Put(PENDING))):
            found = event(context(Role.MENTOR, here, case(Put(PENDING), enrolment=SAM)), ANN, subject="x", text=said)
            assert isinstance(found, MessageReceived)
            assert found.unit == ENROLMENT.unit


def test_a_fresh_word_that_they_met_is_contact_also_where_nothing_waits() -> None:
    found = event(context(Role.MENTOR, case(), case(enrolment=SAM)), ANN, subject="x", text="Met Jo yesterday.")
    assert isinstance(found, ContactReported)
    assert found.unit == ENROLMENT.unit


def test_a_mentor_is_asked_which_of_several_pending_reports_a_fresh_mail_is_about() -> None:
    found = event(context(Role.MENTOR, case(Put(PENDING)), case(Put(PENDING), enrolment=SAM)), ANN)
    assert isinstance(found, WhichAsked)


def test_a_mentor_is_asked_what_a_fresh_mail_is_about_when_nothing_is_pending() -> None:
    assert isinstance(event(context(Role.MENTOR, case(Put(ANSWERED))), ANN), WhichAsked)


def test_a_managers_answer_in_a_thread_is_a_message() -> None:
    found = event(context(Role.MANAGER, case(Put(PENDING)), thread=1), MEG, text="Well done Jo, I like the chart.")
    assert isinstance(found, MessageReceived)
    assert found.role is Role.MANAGER


def test_a_managers_fresh_mail_is_for_a_person_to_place() -> None:
    assert isinstance(event(context(Role.MANAGER, case()), MEG), MessageUnplaced)


def letter(name: str) -> Letter:
    return Letter(
        f"{name}/x", name, (), (), at("2026-11-10T09:00"), LetterState.SENT, message_id=f"{name}@council.example"
    )


def answering(name: str, role: Role | None, sender: Person | str, text: str, team: bool = False) -> object:
    there = case(Put(PENDING), Put(letter(name)))
    where = Context([Part(role, there)] if role else (), there, 1, team)
    return event(where, sender, text=text, In_Reply_To=f"<{name}@council.example>")


def test_the_teams_note_in_a_thread_that_the_practitioner_sees_is_a_message() -> None:
    found = answering("tell_extension", None, TEAM, "Do ring us if you want to talk.", team=True)
    assert isinstance(found, MessageReceived)
    assert found.role is Role.TEAM


@pytest.mark.parametrize("name", ["ask_exceptional", "report_inactivity", "escalate_missing", "confirm_command"])
def test_what_the_team_answers_to_its_own_letters_is_passed_on_to_nobody(name: str) -> None:
    found = answering(name, None, TEAM, "I think DECLINE, she is only busy since her divorce.", team=True)
    assert isinstance(found, CommandUnclear)


def test_a_mentors_answer_to_an_escalation_is_passed_on_to_nobody() -> None:
    found = answering("escalate_missing", Role.MENTOR, ANN, "Between us, I am not surprised.")
    assert isinstance(found, MessageUnplaced)


def test_thanks_for_a_confirmation_are_no_feedback_and_a_promise_to_answer_is_none_either() -> None:
    assert isinstance(answering("confirm_command", Role.MENTOR, ANN, "Thank you!"), MessageIgnored)
    assert isinstance(answering("remind_feedback", Role.MENTOR, ANN, "Will do soon."), Acknowledged)
    assert isinstance(answering("remind_feedback", Role.MENTOR, ANN, "I liked the aim."), FeedbackReceived)
    assert isinstance(answering("forward_report", Role.MENTOR, ANN, "Great report, well done!"), FeedbackReceived)


def test_a_stranger_is_for_a_person_to_place() -> None:
    assert isinstance(event(Context(()), "who@else.example"), MessageUnplaced)


def test_a_strangers_token_gives_no_rights() -> None:
    assert isinstance(event(Context((), case(Put(PENDING)), 1), "who@else.example"), MessageUnplaced)


def test_a_mentor_in_somebody_elses_thread_is_for_a_person_to_place() -> None:
    where = Context([Part(Role.MENTOR, case(enrolment=SAM))], case(Put(PENDING)), 1)
    assert isinstance(event(where, ANN), MessageUnplaced)


@pytest.mark.parametrize(
    ("status", "thread"),
    [
        (Status.PAUSED, None),
        (Status.PAUSED, 1),
        (Status.WITHDRAWN, None),
        (Status.WITHDRAWN, 1),
        (Status.COMPLETED, None),
    ],
)
def test_mail_about_an_enrolment_that_is_not_active_is_for_a_person_to_place(
    status: Status, thread: int | None
) -> None:
    there = case(Put(PENDING), enrolment=replace(ENROLMENT, status=status))
    found = event(context(Role.PRACTITIONER, there, thread=thread), files=("r.pdf",))
    assert isinstance(found, MessageUnplaced)
    assert str(status) in found.cause


def test_what_was_on_its_way_when_an_enrolment_ended_still_arrives() -> None:
    there = case(Put(PENDING), enrolment=replace(ENROLMENT, status=Status.COMPLETED))
    assert isinstance(event(context(Role.MENTOR, there, thread=1), ANN, text=LIKED), FeedbackReceived)


def test_a_report_written_in_the_mail_itself_in_answer_to_a_reminder_is_a_report() -> None:
    found = event(context(Role.PRACTITIONER, case(), thread=1), subject="Re: Report 1 is due", text=WORDS)
    assert isinstance(found, ReportReceived)
    assert found.number == 1


def test_who_is_enrolled_twice_and_does_not_say_where_is_for_a_person_to_place() -> None:
    again = case(enrolment=replace(ENROLMENT, slug="jo.smith.2"))
    assert isinstance(event(context(Role.PRACTITIONER, case(), again), files=("r.pdf",)), MessageUnplaced)


def test_who_is_enrolled_again_after_withdrawing_writes_for_the_active_enrolment() -> None:
    gone = case(enrolment=replace(ENROLMENT, slug="jo.smith.0", status=Status.WITHDRAWN))
    found = event(context(Role.PRACTITIONER, gone, case()), files=("r.pdf",))
    assert isinstance(found, ReportReceived)
    assert found.unit == ENROLMENT.unit


def test_two_from_addresses_are_nobodys_word() -> None:
    found = event(context(Role.PRACTITIONER, case()), "jo@school.example, ann@health.example", files=("r.pdf",))
    assert isinstance(found, MessageUnplaced)


def test_a_banner_above_a_reply_hides_no_command() -> None:
    banner = "CAUTION: This email originated from outside the organisation. Do not click links unless you trust them."
    found = event(context(Role.MENTOR, case(Put(PENDING)), thread=1), ANN, text=f"{banner}\n\nEXPECT 24 November")
    assert isinstance(found, DateNamed)


def test_exceptional_is_heard_alone_on_any_line() -> None:
    found = event(context(Role.PRACTITIONER, case()), subject="x", text="Hi,\n\nEXCEPTIONAL\n\nMy father has died.")
    assert isinstance(found, CircumstancesReported)


def test_a_mail_with_words_in_its_subject_alone_is_a_message() -> None:
    found = event(
        context(Role.PRACTITIONER, case()), subject="What is the difference between a measure and a driver?", text=""
    )
    assert isinstance(found, MessageReceived)


def test_who_recalls_a_report_sends_no_new_version_of_it() -> None:
    text = "Jo Smith would like to recall the message, “Report 1”."
    found = event(context(Role.PRACTITIONER, case(Put(PENDING))), subject="Recall: Report 1", text=text)
    assert isinstance(found, MessageIgnored)


def test_a_question_above_somebody_elses_long_letter_is_a_question() -> None:
    quoted = f"From: Ann Lee\nSent: Monday\nTo: Jo Smith\nSubject: measures\n\n{WORDS}\n{WORDS}"
    found = event(context(Role.PRACTITIONER, case()), subject="RE: measures", text=f"Which of these, Ann?\n\n{quoted}")
    assert isinstance(found, MessageReceived)
