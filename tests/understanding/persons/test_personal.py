"""A manager's word to the practitioner on their life, or on the mentor, is theirs alone; so are asides in feedback."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.understanding.persons.intimate import is_personal, not_for_manager
from tests.support.build import ANN, BOT, CONFIG, ENROLMENT, JO, MEG, message
from tests.support.dialogue import Scene
from tests.support.programme import text_of

PERSONAL = [
    "Jo, are you feeling any better?",
    "Jo, I saw your fit note, take all the time you need.",
    "Jo, is everything all right at home?",
    "Jo, sorry to hear about your dad.",
    "Jo, occupational health has sent me a date for you.",
    "I thought Ann was a bit hard on you there.",
    "Jo (off list), ignore that last mail, it's not how I would have put it.",
    "Jo, your return to work interview is on Monday at nine.",
    "Jo, congratulations on the baby news!",
    "Jo, how did the scan go?",
    "Jo, don't let it get to you, mentors can be like that.",
    "Jo, see me about your absence record before Friday.",
    "Jo, just between us, don't let Ann get you down.",
    "Jo, hope the physio is helping.",
    "Your sick line runs out on Friday, Jo.",
    "How are you bearing up after the funeral?",
    "HR need your new address.",
    "Ann can be very picky, don't take it to heart.",
    "Jo, your phased return starts on Monday.",
    "I've put your compassionate leave through.",
    "Jo, the union rep rang about your grievance.",
    "Is the counselling helping, Jo?",
    "Don't mind Ann, she's like that with everyone.",
    "Jo, that was a harsh comment from Ann.",
    "Jo, are you sure you're well enough for this after last month?",
    "Jo, only come in if you feel fit enough.",
]
TALK = [
    "We have another classroom that could join in January.",
    "Great to see this going well, Jo.",
    "Jo, could you show the absence data by class?",
    "Well done Jo.",
    "I can release Jo on Wednesdays for this.",
    "Ann, could the other class start with the bells?",
    "Could this go on the school's website?",
    "I've asked the deputy to go through the data with Jo.",
    "Jo, the parents' meeting is on Monday at nine, could you show the chart?",
    "Thanks Ann, that helps us plan.",
    "The hospital visit data looks good.",
    "There's money for cards from January.",
    "Jo, the children worked hard on this.",
    "Patients wait too long for their scans, as your chart shows.",
    "We will present this at the staff meeting on Friday.",
    "The performance review group would like to see your chart.",
    "Jo, your aim is much clearer now.",
    "Ann's comments were really helpful to you, I think.",
    "Both of you have worked hard on this.",
    "Let's talk about the baseline on Monday.",
    "Your test with one class is a good start.",
    "From January the timetable changes, would that spoil the chart?",
    "Jo, your measures look good to me.",
    "How did the test with Primary 2 go?",
]
CONFIDED = [
    "I know you've not been sleeping, so only do what you can.",
    "Your secret's safe with me about the move.",
    "Thanks for telling me about the diagnosis.",
    "I'll keep what you told me to myself.",
    "You haven't been eating or sleeping properly, so go easy.",
    "Thank you for trusting me with that.",
    "Mum's the word about January.",
    "What you said about the treatment stays between us.",
    "I won't mention the other thing to a soul.",
    "I appreciate you being so open about the depression.",
    "My lips are sealed!",
    "Thanks for confiding in me.",
    "I know sleep has been hard to come by for you lately.",
    "I haven't told anybody about your plans.",
    "That'll go no further than me.",
    "I'm glad you felt able to tell me about the biopsy.",
    "Nobody will hear it from me.",
    "You're not coping at the moment, and that's all right.",
    "You've been crying a lot, you said.",
    "I'll say nothing about the other business.",
    "Thank you for letting me know about the pregnancy.",
    "This stays with me, of course.",
    "I was touched that you told me about your brother.",
    "I hope you manage some sleep.",
]
OPEN = [
    "Thanks for telling me about the change to the aim.",
    "I know you've not been able to count every week.",
    "The ward's patients haven't been sleeping.",
    "Thank you for being so open about what didn't work.",
    "Your measure is safe with this definition.",
    "Say what stays the same between the two tests.",
    "Thanks for letting me know that it comes late.",
    "You haven't told us who counts.",
    "Keep the chart to yourself until you have ten points.",
    "I wouldn't mention the median yet.",
    "Thank you for trusting the data.",
    "The move of the clinic may spoil the chart.",
    "Thank you for sharing the diagnosis data.",
    "I appreciate you being honest about the prediction.",
    "You've been measuring a lot, you said.",
    "Nobody will see it from the chart.",
    "You're not counting the weekends, and that's all right.",
    "I was pleased that you told me about the second test.",
    "The difference between us and the others is the aim.",
    "Say nothing about the solution in the aim.",
    "I hope you manage some more tests.",
    "This stays a process measure, of course.",
    "Sleep diaries would be a good measure here.",
    "That will go no further than one class, I'd guess.",
]


@pytest.mark.parametrize("said", PERSONAL)
def test_it_is_personal(said: str) -> None:
    assert is_personal(said, ANN, JO)


@pytest.mark.parametrize("said", TALK)
def test_talk_of_the_project_is_not(said: str) -> None:
    assert not is_personal(said, ANN, JO)


@pytest.mark.parametrize("said", CONFIDED)
def test_what_was_confided_in_a_mentor_keeps_the_managers_copy_back(said: str) -> None:
    assert not_for_manager(f"What I liked: the aim. {said}", MEG, JO)


@pytest.mark.parametrize("said", OPEN)
def test_what_is_open_does_not(said: str) -> None:
    assert not not_for_manager(f"What I liked: the aim. {said}", MEG, JO)


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    made = Scene(tmp_path, ENROLMENT, config=CONFIG)
    made.sends("Report 1", "Report 1.pdf")
    made.answers("forward_report", "What I liked: the aim. Even better if it said by when.", ANN.address)
    return made


def got(s: Scene, words: str, before: int) -> set[str]:
    """Who has these words from us."""
    s.bot.round()
    return {a for to, raw in s.outbox.delivered[before:] for a in to if words in text_of(raw)}


def direct(s: Scene, sender: str, to: str, text: str) -> str:
    """Written to this one and us, in the thread of the report."""
    head = s.heads("relay_feedback" if sender == MEG.address else "forward_report")[-1]
    subject, letter = f"Re: {head['Subject']}", str(head["Message-ID"])
    mine = f"<{abs(hash(text))}@x.example>"
    both = f"{to}, {BOT}"
    raw = message(sender=sender, subject=subject, text=text, To=both, In_Reply_To=letter, Message_ID=mine)
    return s.takes(raw)


def test_who_is_called_in_answer_to_the_copy_gets_it_alone(s: Scene) -> None:
    before = len(s.outbox.delivered)
    s.answers("relay_feedback", "Jo, how did the scan go?", MEG.address)
    assert got(s, "scan", before) == {JO.address}


def test_where_it_calls_nobody_its_writer_is_asked(s: Scene) -> None:
    before = len(s.outbox.delivered)
    s.answers("relay_feedback", "I thought Ann was a bit hard on you there.", MEG.address)
    assert got(s, "bit hard", before) == set()
    assert "It is a message to Jo Smith alone" in s.last("ask_which_report")


@pytest.mark.parametrize("said", ["I thought Ann was a bit hard on you there.", "Jo, I saw your fit note."])
def test_what_the_practitioner_has_already_goes_to_nobody(s: Scene, said: str) -> None:
    before = len(s.outbox.delivered)
    assert direct(s, MEG.address, JO.address, said).startswith("message")
    assert got(s, said[-12:], before) == set()


def test_a_mentors_word_to_the_manager_goes_to_the_practitioner_only_if_it_greets_them(s: Scene) -> None:
    before = len(s.outbox.delivered)
    direct(s, ANN.address, MEG.address, "(Jo removed) Can we talk on the telephone before I send any more?")
    assert got(s, "telephone", before) == set()
    direct(s, ANN.address, MEG.address, "Hi Jo, could you two talk on the radio about it?")
    assert got(s, "radio", before) == {JO.address}
