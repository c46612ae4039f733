"""Who asks that their manager doesn't see a report gets the answer to it alone, until its mentor says COPY."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qibot.model import Person, Put
from qibot.understanding import hides_from_manager
from tests.support.build import ANN, JO, MEG
from tests.support.dialogue import Scene, scene
from tests.support.programme import head_of, text_of

BOB = Person("Bob Orr", ("bob@school.example",))
FEEDBACK = "What I liked: that was brave, what you wrote about the cover. Even better if the chart had a median."
HIDES = [
    "Please don't show this one to Meg, there's a bit about staffing she won't like.",
    "I'd rather Meg didn't see this one.",
    "Can you keep this from my manager please?",
    "Please leave Meg out of the answer.",
    "Not for Meg, please.",
    "I'd prefer it if you didn't share it with Meg.",
    "Could the feedback go without Meg being copied?",
    "Meg won't like the bit on staffing, so please keep it from her.",
    "I don't want my boss to read this.",
    "Would you mind not passing this on to my head teacher?",
    "I would be happier if Meg didn't get this report.",
    "Please don't let anyone at work see it.",
    "Meg can't see this one.",
    "Meg must never read this.",
    "Please make sure Meg doesn't get it.",
    "No need to copy Meg this time.",
    "There's no need for Meg to see this.",
    "I don't want this going to Meg.",
    "Please reply to me only, not Meg.",
    "Can my manager be left off this one?",
    "I've been frank about how Meg runs the ward, so I'd be grateful if Meg wasn't copied in.",
    "I'd rather the feedback came just to me this time.",
    "Meg cannot know about this.",
    "Could the copy to Meg be left out this time?",
    "Not a word to Meg.",
    "I don't want this landing on Meg's desk.",
    "This report is confidential from management.",
    "For your eyes, not my manager's.",
    "Please don't copy anyone in on the feedback.",
    "I haven't told my boss about this yet, so please be careful with it.",
    "Meg would hit the roof if she read it.",
    "Ann only, please.",
    "Only for Ann, please.",
    "Could you drop Meg from the copies?",
    "Please remove my manager from the cc.",
    "Could Meg be dropped from this?",
    "Skip the copy to Meg, please.",
    "No need to bother Meg with this.",
    "No need to trouble my manager about this one.",
    "Please don't share it at work.",
    "Don't pass this on at work.",
    "Meg doesn't know I've applied elsewhere.",
    "My manager does not know that I am pregnant.",
    "No cc please.",
    "Meg can't know about this.",
]
SHOWS = [
    "Meg hasn't seen it yet.",
    "Please show this to Meg, too.",
    "Meg didn't know how many there were.",
    "Don't forget to copy Meg in.",
    "Meg never reads my reports.",
    "I haven't shown it to Meg.",
    "Without Meg we couldn't have done it.",
    "Meg says we shouldn't test in May.",
    "Please tell Meg that it went well.",
    "The nurses don't show the chart to the families.",
    "Please don't worry about Meg.",
    "I'd like Meg to see this one.",
    "My manager has given me an hour a week.",
    "Could you tell me if the aim is clear?",
    "Management have not agreed the rota.",
    "The head teacher only comes on Fridays.",
    "Only Meg has the key to the data.",
    "Meg is not on the project team.",
    "I'd like feedback on the chart only.",
    "My boss didn't come to the meeting.",
    "Meg couldn't get the data for May.",
    "Meg can't read this on her phone, could you send a PDF too?",
    "Meg cannot see the second page.",
    "No need to send it to Meg, I have done so.",
    "No need to copy Meg, I gave it to her.",
    "No need to bother Meg for the numbers, I have them.",
    "This is just for September.",
    "This is only for Practice.",
    "No one needs to see it before Friday.",
    "Meg'll kill me if I miss another deadline, so here it is.",
    "The copy for Meg was not readable.",
    "Make sure Meg doesn't miss page 2.",
    "Please make sure Meg isn't forgotten.",
    "Meg doesn't know I sent it late.",
    "Could you drop Meg a copy?",
    "We didn't share the chart at work.",
    "Page 2 only, please.",
]


@pytest.mark.parametrize("said", HIDES)
def test_the_wish_is_heard(said: str) -> None:
    assert hides_from_manager(f"Hi Ann, here is my report.\n\n{said}\n\nJo", MEG, ANN)


@pytest.mark.parametrize("said", SHOWS)
def test_what_is_no_such_wish_is_none(said: str) -> None:
    assert not hides_from_manager(f"Hi Ann, here is my report.\n\n{said}\n\nJo", MEG, ANN)


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf", text=f"Here is my report. {HIDES[0]}")
    return s


def readers(s: Scene) -> list[str]:
    s.bot.round()
    return [a for to, raw in s.outbox.delivered for a in to if "brave" in text_of(raw)]


def test_the_mentor_hears_that_the_answer_goes_to_the_practitioner_alone(s: Scene) -> None:
    told = s.last("forward_report")
    assert "Your reply goes to Jo Smith alone" in told
    assert "Meg" not in told
    s.writes_until("2026-11-25T12:00")
    assert "Meg" not in s.last("remind_feedback")


def test_the_manager_gets_no_copy_of_any_answer_until_the_mentor_says_so(s: Scene) -> None:
    assert s.answers("forward_report", FEEDBACK, ANN.address) == "feedback on report 1"
    assert readers(s) == [JO.address]
    assert s.case.pending() == []
    assert "has gone to Jo Smith alone" in s.last("tell_no_copy")
    s.answers("forward_report", "What I liked: the brave prediction. Even better if dated.", ANN.address)
    assert readers(s) == [JO.address, JO.address]
    s.answers("tell_no_copy", "COPY", ANN.address)
    assert MEG.address in readers(s)
    s.answers("forward_report", "Even better if the brave test had a date. What I liked: the chart.", ANN.address)
    assert readers(s).count(MEG.address) == 2


def test_the_wish_may_stand_in_the_subject(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Report 1 - not for Meg please", "Report 1.pdf")
    assert "Your reply goes to Jo Smith alone" in s.last("forward_report")
    s.answers("forward_report", FEEDBACK, ANN.address)
    assert readers(s) == [JO.address]


def test_the_wish_counts_anew_beside_a_new_version(s: Scene) -> None:
    s.answers("forward_report", "What I liked: the brave prediction. Even better if dated.", ANN.address)
    s.answers("tell_no_copy", "COPY", ANN.address)
    s.sends("Report 1 revised", "Report 1 v2.pdf", text=f"Here is the revised report 1. {HIDES[0]}")
    assert "Your reply goes to Jo Smith alone" in s.last("forward_report")
    s.answers("forward_report", "Even better if the brave test had a date. What I liked: the chart.", ANN.address)
    assert readers(s).count(MEG.address) == 1


def test_another_manager_sees_none_of_it_either_until_the_mentor_says_so(s: Scene) -> None:
    s.store.commit(s.units[0], [Put(replace(s.case.enrolment, manager=BOB))])
    s.answers("forward_report", FEEDBACK, ANN.address)
    assert readers(s) == [JO.address]
    s.answers("tell_no_copy", "COPY", ANN.address)
    assert readers(s) == [JO.address, BOB.address]


def test_the_next_report_is_the_managers_again(s: Scene) -> None:
    s.answers("forward_report", "What I liked: the aim. Even better if the chart had a median.", ANN.address)
    s.now = s.now.replace(month=12)
    s.sends("Report 2", "Report 2.pdf", text="Here is my second report.")
    assert "with Meg Ross in copy" in s.last("forward_report")
    s.answers("forward_report", FEEDBACK, ANN.address)
    assert sorted(readers(s)) == sorted([JO.address, MEG.address])
    assert not [who for who, raw in s.outbox.delivered if MEG.address in who and "staffing" in text_of(raw)]
    assert [head_of(raw)["X-QI-Letter"] for who, raw in s.outbox.delivered if MEG.address in who] == ["relay_feedback"]
