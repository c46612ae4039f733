"""Event -> decision: what is logged and what is said to whom, for each rule in the table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from qibot.events.event import Event
from qibot.events.notices import Decision, Notice
from qibot.events.reports import FeedbackReceived, MessageReceived, ReportReceived
from qibot.events.screened import MessageIgnored, MessageUnplaced
from qibot.model.case import Case, Put, apply
from qibot.model.desk import DESK, Quarantined
from qibot.model.messages import Seen
from qibot.model.people import Role
from qibot.model.reports import Feedback, Report, Submission
from qibot.rules.decide import decide, unit_of
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG, TEAM, arrival, case

UNIT = ENROLMENT.unit


def after(before: Case, event: Event) -> tuple[Case, dict[str, Notice]]:
    decision: Decision = decide(before, event, CONFIG)
    return apply(before, decision.changes), {n.name: n for n in decision.notices}


def received(before: Case | None = None, when: str = "2026-10-12T09:00", number: int = 1, **parts: object) -> Case:
    return after(before or case(), report(when, number, **parts))[0]


def report(when: str = "2026-10-12T09:00", number: int = 1, **parts: object) -> ReportReceived:
    return ReportReceived(arrival(when, files=("r.pdf",), **parts), UNIT, number)


def names(notice: Notice) -> tuple[list[str], list[str]]:
    return [p.address for p in notice.to], [p.address for p in notice.copy]


def test_a_report_is_logged_with_its_arrival_and_its_documents() -> None:
    now = received()
    assert now.report(1) == Report(1, arrival().arrived, False, 1, date(2026, 10, 19), date(2026, 10, 12))
    (submission,) = now.submissions(1)
    assert (submission.version, submission.sender, [d.name for d in submission.documents]) == (1, JO.address, ["r.pdf"])


def test_a_report_makes_a_receipt_and_a_forward_to_the_mentor() -> None:
    _, notices = after(case(), report())
    assert set(notices) == {"receipt", "forward_report"}
    assert names(notices["receipt"]) == ([JO.address], [])
    assert names(notices["forward_report"]) == ([ANN.address], [])
    assert [d.name for d in notices["forward_report"].documents] == ["r.pdf"]


def test_the_receipt_goes_to_the_address_that_was_used() -> None:
    _, notices = after(case(), report(sender=JO.addresses[1]))
    assert names(notices["receipt"]) == ([JO.addresses[1]], [])


def test_the_receipt_stands_in_the_practitioners_own_thread() -> None:
    _, notices = after(case(), report(Message_ID="<mine@x>", subject="AW: Re: My report", References="<root@x>"))
    assert notices["receipt"].answers == "mine@x"
    assert notices["receipt"].references == ("root@x", "mine@x")
    assert notices["receipt"].topic == "My report"


def test_a_late_report_is_logged_and_called_late() -> None:
    now, notices = after(case(), report("2026-10-16T00:00"))
    assert now.all(Report)["1"].late
    assert notices["receipt"].facts["late"]
    assert notices["forward_report"].facts["late"]


def test_a_new_version_is_as_punctual_as_the_first_and_kept_beside_it() -> None:
    now = received(received(), "2026-10-14T09:00", text="better")
    assert [s.version for s in now.submissions(1)] == [1, 2]
    assert now.all(Report)["1"].received == arrival().arrived
    assert now.all(Report)["1"].feedback_due == date(2026, 10, 21)


def test_each_version_has_letters_of_its_own() -> None:
    _, first = after(case(), report())
    _, second = after(received(), report("2026-10-14T09:00", text="better"))
    keys = {n.key for n in (*first.values(), *second.values())}
    assert len(keys) == 4


def test_feedback_goes_to_the_practitioner_with_the_manager_in_copy() -> None:
    event = FeedbackReceived(
        arrival("2026-10-14T21:00", sender=ANN.address, text="I liked it. Even better if"), UNIT, 1
    )
    now, notices = after(received(), event)
    assert names(notices["relay_feedback"]) == ([JO.address], [MEG.address])
    assert notices["relay_feedback"].speaker == ANN.name
    feedback = now.all(Feedback)["1/1"]
    assert (feedback.turnaround_days, feedback.liked, feedback.even_better) == (2.5, True, True)
    assert now.pending() == []


def test_without_a_manager_feedback_goes_to_the_practitioner_alone() -> None:
    alone = case(enrolment=replace(ENROLMENT, manager=None))
    before = after(alone, report())[0]
    _, notices = after(before, FeedbackReceived(arrival(sender=ANN.address), UNIT, 1))
    assert names(notices["relay_feedback"]) == ([JO.address], [])


def test_a_second_answer_is_passed_on_too_and_the_first_one_counts() -> None:
    first = after(received(), FeedbackReceived(arrival("2026-10-14T09:00", sender=ANN.address), UNIT, 1))[0]
    event = FeedbackReceived(arrival("2026-10-15T09:00", sender=ANN.address, text="One more"), UNIT, 1)
    second, notices = after(first, event)
    assert list(second.all(Feedback)) == ["1/1", "1/2"]
    assert second.all(Report)["1"].answered == first.all(Report)["1"].answered
    assert notices["relay_feedback"].key.endswith("/1/2")


@pytest.mark.parametrize(
    ("role", "sender", "readers"),
    [
        (Role.PRACTITIONER, JO.address, [ANN.address]),
        (Role.MENTOR, ANN.address, [JO.address]),
        (Role.MANAGER, MEG.address, [JO.address, ANN.address]),
        (Role.TEAM, TEAM, [JO.address, ANN.address]),
    ],
)
def test_a_message_goes_to_the_others_whom_it_concerns(role: Role, sender: str, readers: list[str]) -> None:
    _, notices = after(case(), MessageReceived(arrival(sender=sender), UNIT, 0, role))
    assert names(notices["relay_message"]) == (readers, [])


def test_who_has_the_message_already_does_not_get_it_again() -> None:
    event = MessageReceived(
        arrival(sender=MEG.address, To=f"qi.reports@council.example, {JO.address}"), UNIT, 1, Role.MANAGER
    )
    _, notices = after(case(), event)
    assert names(notices["relay_message"]) == ([ANN.address], [])


def test_what_can_not_be_placed_is_kept_on_the_desk_and_not_answered() -> None:
    event = MessageUnplaced(arrival(sender="who@else.example"), "its sender isn't known to the programme")
    desk, notices = after(Case(DESK), event)
    assert unit_of(event) == DESK
    assert [q.sender for q in desk.all(Quarantined).values()] == ["who@else.example"]
    assert notices == {}


def test_what_comes_into_quarantine_again_is_not_told_again() -> None:
    event = MessageUnplaced(arrival(sender="who@else.example"), "x")
    desk = after(Case(DESK), event)[0]
    told = apply(desk, [Put(replace(next(iter(desk.all(Quarantined).values())), told=True))])
    assert all(q.told for q in after(told, event)[0].all(Quarantined).values())


@pytest.mark.parametrize(
    "event",
    [
        report(),
        MessageReceived(arrival(), UNIT, 0, Role.PRACTITIONER),
        MessageUnplaced(arrival(), "x"),
        MessageIgnored(arrival(), "automatic"),
    ],
    ids=lambda e: type(e).__name__,
)
def test_every_decision_marks_the_message_as_seen(event: Event) -> None:
    now, _ = after(case(), event)
    mark = now.get(Seen, event.arrival.mail.identity)
    assert mark is not None
    assert mark.digest == event.arrival.mail.digest
    assert mark.quarantined == isinstance(event, MessageUnplaced)


def test_ignored_mail_is_never_answered() -> None:
    assert after(Case(DESK), MessageIgnored(arrival(), "automatic"))[1] == {}


def test_the_same_event_makes_the_same_keys() -> None:
    assert {n.key for n in after(case(), report())[1].values()} == {n.key for n in after(case(), report())[1].values()}


def test_a_submission_keeps_where_its_bytes_are() -> None:
    assert next(iter(received().all(Submission).values())).archived == "archived"
