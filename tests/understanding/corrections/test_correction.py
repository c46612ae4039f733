"""REPORT 3, CHARTER and QUESTION: what a message was taken for is corrected by one word, end to end in one bot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.calendar.almanac import Almanac
from qibot.calendar.owed import late
from qibot.events.arrival import Arrival
from qibot.events.event import Event
from qibot.events.reports import Reclassified
from qibot.model.case import Case, Put, apply
from qibot.model.letters import LetterState
from qibot.model.messages import Contact
from qibot.model.people import Role
from qibot.model.reports import CHARTER, Feedback, Report, Submission
from qibot.rules.decide import decide
from qibot.understanding.classify import classify
from qibot.understanding.matter.context import Context, Part
from tests.support.build import ANN, CONFIG, MEG, at, case, mail
from tests.support.dialogue import scene
from tests.support.programme import head_of, text_of

# --- the charter ---


@pytest.mark.parametrize(
    ("subject", "name"),
    [("My project charter", "draft.docx"), ("Hello", "Project_Charter_v1.docx"), ("Charter", "x.pdf")],
)
def test_what_says_charter_is_the_charter_and_mentor_and_manager_get_it(
    tmp_path: Path, subject: str, name: str
) -> None:
    s = scene(tmp_path)
    assert s.sends(subject, name) == "the project charter"
    assert s.numbers == [CHARTER]
    assert "for the project charter and have passed it on" in s.last("receipt")
    assert "due on" not in s.last("receipt")
    assert [to for to, raw in s.outbox.delivered if head_of(raw)["X-QI-Letter"] == "forward_report"] == [(ANN.address,)]
    assert str(s.heads("forward_report")[0]["Subject"]) == "The project charter from Jo Smith"
    assert len(s.raws("forward_charter", MEG.address)) == 1
    assert "What I liked" not in s.last("forward_charter")
    assert "Here it is." not in s.last("forward_charter")
    assert s.almanac.owed(s.case) == list(range(1, 9))


def test_what_names_a_report_is_no_charter(tmp_path: Path) -> None:
    assert scene(tmp_path).sends("Report 2 and my charter", "x.pdf") == "report 2"
    assert (
        scene(tmp_path / "b").sends("Question about the charter", text="How long should it be?")
        == "message from the practitioner"
    )


def test_feedback_on_the_charter_is_relayed_and_its_next_draft_is_a_version(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Charter", "charter.docx")
    assert s.answers("forward_report", "What I liked: the aim.", ANN.address) == "feedback on the project charter"
    assert "feedback on the project charter" in s.last("relay_feedback")
    assert s.answers("forward_charter", "Well done Jo, I like the aim.", MEG.address) == "message from the manager"
    assert s.sends("Charter", "charter 2.docx") == "the project charter"
    assert [x.version for x in s.case.submissions(CHARTER)] == [1, 2]
    assert "version 2 of the project charter" in s.last("receipt")
    assert "version 2" in str(s.heads("forward_charter")[-1]["Subject"])


def test_a_charter_may_have_a_deadline(tmp_path: Path) -> None:
    cohort = {"first_month": "2026-10", "reports": 8, "charter_due": date(2026, 11, 1)}
    s = scene(tmp_path, cohorts={"2026-27": cohort})
    s.sends("Charter", "charter.docx")
    assert "It was due on Sunday 1 November 2026, so it is late" in s.last("receipt")


def test_the_mentor_is_reminded_of_the_charter_and_no_letter_calls_it_a_report(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Charter", "charter.docx")
    sent = s.goes_to("2026-12-10T09:00")
    for name in ("remind_feedback", "tell_feedback_delayed", "report_feedback_overdue"):
        assert any(line.endswith(name) for line in sent), name
    assert not any("eport 100" in text_of(raw) + str(head_of(raw)["Subject"]) for _, raw in s.outbox.delivered)
    assert s.planned("2027-07-01T00:00")


# --- a question ---


def test_a_fresh_question_gets_a_receipt_and_an_answer_in_a_thread_none(tmp_path: Path) -> None:
    s = scene(tmp_path)
    assert s.sends("Sessions", text="When is session 4?") == "message from the practitioner"
    assert "for a question and have passed it on to your mentor, Ann Lee" in s.last("receipt")
    assert "CHARTER" in s.last("receipt")
    s.answers("receipt", "Thank you, and where will it be held this time?")
    assert len(s.raws("receipt")) == 1


# --- the words ---


def test_a_report_is_moved_to_the_number_that_its_sender_says(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("My report", "r.pdf")
    arrived = s.now
    s.now = at("2026-10-20T09:00")
    assert s.numbers == [1]
    assert s.answers("receipt", "Report 2") == "a correction"
    assert s.numbers == [2]
    (moved,) = s.case.submissions(2)
    assert (moved.arrived, moved.version, moved.late) == (arrived, 1, False)
    assert s.case.all(Report)["2"].feedback_due == date(2026, 10, 19)
    assert "for report 2 and have passed" in s.last("receipt")
    assert "We sent you this before as report 1" in s.last("forward_report")
    assert str(s.heads("forward_report")[-1]["Subject"]) == "Report 2 from Jo Smith"
    assert 1 in s.almanac.owed(s.case)


def test_an_answer_to_the_old_forward_is_feedback_on_the_new_number(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("My report", "r.pdf")
    s.answers("receipt", "REPORT 3")
    assert s.sends("Report 1", "one.pdf") == "report 1"
    assert s.answers("forward_report", "What I liked: the clear aim.", ANN.address, 0) == "feedback on report 3"
    assert s.case.all(Report)["3"].answered
    assert not s.case.all(Report)["1"].answered
    assert "feedback on report 3" in s.last("relay_feedback")


def test_a_later_report_of_the_old_number_gets_letters_of_its_own(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("My report", "r.pdf")
    s.answers("receipt", "REPORT 3")
    s.sends("Report 1", "one.pdf")
    ids = [str(head["Message-ID"]) for head in (*s.heads("receipt"), *s.heads("forward_report"))]
    assert len(ids) == len(set(ids)) == 6


def test_the_other_word_takes_it_back_and_no_message_id_is_used_twice(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("My report", "r.pdf")
    for word, numbers in (("REPORT 3", [3]), ("REPORT 1", [1]), ("CHARTER", [CHARTER]), ("QUESTION", []),
                          ("REPORT 1", [1]), ("QUESTION", [])):  # fmt: skip
        assert s.answers("receipt", word) == "a correction"
        assert s.numbers == numbers
    ids = [str(head_of(raw)["Message-ID"]) for _, raw in s.outbox.delivered]
    assert len(ids) == len(set(ids))
    assert not s.case.all(Submission)
    assert len([c for c in s.case.all(Contact).values() if c.how == "report"]) == 0


def test_a_question_becomes_the_report_that_it_was(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Hello", text="Ann, is this a good aim: fewer late starts?")
    s.answers("receipt", "REPORT")
    assert s.numbers == [1]
    assert "We sent you this before as a question" in s.last("forward_report")


def test_one_version_of_several_is_moved_and_the_report_stays(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Report 1", "a.pdf")
    s.sends("Report 1 again", "b.pdf")
    s.answers("receipt", "REPORT 2")
    assert s.numbers == [1, 2]
    assert [(x.number, x.version) for x in s.case.all(Submission).values()] == [(1, 1), (2, 1)]
    assert s.case.all(Report)["1"].versions == 1


def test_feedback_moves_along_and_then_it_can_be_no_question(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("My report", "r.pdf")
    s.answers("forward_report", "What I liked: the clear aim.", ANN.address)
    assert s.answers("receipt", "QUESTION") == "a command that can't be carried out"
    assert "given feedback on it as report 1" in s.last("confirm_command")
    s.answers("receipt", "REPORT 2")
    assert s.case.all(Report)["2"].answered
    assert [f.number for f in s.case.all(Feedback).values()] == [2]
    assert "Expect your mentor" not in s.last("receipt")
    s.sends("Report 1", "one.pdf")
    s.answers("forward_report", "What I liked: the run chart.", ANN.address)
    assert len(s.raws("relay_feedback")) == 2


@pytest.mark.parametrize(("word", "fault"), [("REPORT 9", "they are 1 to 8"), ("REPORT 1", "for report 1 already")])
def test_what_can_not_be_is_asked_about_and_changes_nothing(tmp_path: Path, word: str, fault: str) -> None:
    s = scene(tmp_path)
    s.sends("My report", "r.pdf")
    before = s.case.all(Report)
    assert s.answers("receipt", word) == "a command that can't be carried out"
    assert fault in s.last("confirm_command")
    assert s.case.all(Report) == before


def test_the_same_correction_twice_changes_nothing_more(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("My report", "r.pdf")
    s.answers("receipt", "REPORT 3")
    s.inbox.put_again([])
    before, sent = s.case.tables[Report.table], len(s.outbox.delivered)
    assert s.answers("receipt", "REPORT 3", place=0) == "a command that can't be carried out"
    assert s.case.tables[Report.table] == before
    assert len(s.outbox.delivered) == sent + 1


def test_letters_that_still_wait_are_withdrawn(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("My report", "r.pdf")
    key, forward = next((k, x) for k, x in s.case.letters.items() if x.name == "forward_report")
    later = s.now + timedelta(days=1)
    waiting = replace(forward, state=LetterState.WAITING, outcomes={}, settled=None, next_try=later)
    s.store.commit(s.units[0], [Put(waiting)])
    s.answers("receipt", "REPORT 3")
    assert key not in s.case.letters


def test_a_document_with_the_word_says_its_number_and_a_sentence_is_no_correction(tmp_path: Path) -> None:
    s = scene(tmp_path)
    assert s.sends("Hello", "r.pdf", text="REPORT 2\n\nHere it is.") == "report 2"
    assert s.answers("receipt", "Report 2 was hard to write, when is session 4?") == "message from the practitioner"
    assert s.answers("forward_report", "REPORT 3", ANN.address) != "a correction"
    assert s.numbers == [2]


# --- over random histories ---


def taken_for(before: Case, arrival: Arrival, number: int | None = None) -> Event:
    """A message of Jo's in the pure parts, fresh or in the matter of a number."""
    context = Context([Part(Role.PRACTITIONER, before)], None if number is None else before, number or 0)
    return classify(arrival, context, Almanac(CONFIG))


@given(
    st.lists(
        st.tuples(st.sampled_from([*range(1, 9), CHARTER]), st.integers(1, 40), st.booleans()), min_size=1, max_size=10
    )
)
def test_every_message_ends_where_it_belongs_after_one_word_at_most(history: list[tuple[int, int, bool]]) -> None:
    now, after = at("2026-09-20T09:00"), case()
    wanted: dict[int, list[str]] = {}
    for place, (number, days, says) in enumerate(history):
        now += timedelta(days=days)
        subject = f"Report {number}" if says and number != CHARTER else "Hello"
        sent = mail(subject=subject, files=("x.pdf",), Message_ID=f"<{place}@x.example>")
        arrival = Arrival(sent, now, f"kept {place}")
        event = taken_for(after, arrival)
        after = apply(after, decide(after, event, CONFIG).changes)
        taken = getattr(event, "number", 0)
        if taken != number:
            word = "CHARTER" if number == CHARTER else f"REPORT {number}"
            answer = mail(subject="Re: x", text=word, Message_ID=f"<word {place}@x.example>")
            corrected = taken_for(after, Arrival(answer, now + timedelta(hours=1), f"word {place}"), taken)
            assert isinstance(corrected, Reclassified)
            assert corrected.archived == arrival.archived
            after = apply(after, decide(after, replace(corrected, original=arrival), CONFIG).changes)
        wanted.setdefault(number, []).append(arrival.archived)
    filed = {n: [s.archived for s in after.submissions(n)] for n in (*range(1, 9), CHARTER) if after.submissions(n)}
    assert filed == wanted
    reports = after.all(Report).values()
    assert {r.number for r in reports} == set(wanted)
    for report in reports:
        first = after.submissions(report.number)[0]
        assert report.received == first.arrived
        assert report.late == late(after, Almanac(CONFIG), report.number, first.arrived)
        assert report.versions == len(wanted[report.number])
