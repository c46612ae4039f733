"""What sounds like leaving, a request for time or a practitioner's circumstances, and isn't (programme.md, 3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, MEG
from tests.support.dialogue import Scene, scene
from tests.support.said import kind_of


@pytest.fixture(scope="module")
def one_owed(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """The first report has its feedback, and the second is reminded of."""
    made = scene(tmp_path_factory.mktemp("one_owed"), "2026-10-12T09:00")
    made.sends("Report 1", "Report 1.pdf")
    made.answers("forward_report", "What I liked: the aim. Even better if it said by when.", ANN.address)
    made.writes_until("2026-11-14T12:00")
    return made


@pytest.fixture
def s(one_owed: Scene, tmp_path: Path) -> Scene:
    return one_owed.copied(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "Please ignore my last message, I've found the answer",
        "I'd like to keep going with the project",
        "Will look at this in January",
        "I explained this in my last mail",
        "Cancel my last message, sorted now",
        "Definitely not giving up!",
    ],
)
def test_who_goes_on_puts_off_or_takes_a_mail_back_does_not_leave(s: Scene, text: str) -> None:
    s.answers("relay_feedback", text)
    assert not s.raws("report_leaving")
    assert not s.raws("ask_exceptional")
    assert not s.raws("tell_difficulty")


@pytest.mark.parametrize(
    "text",
    ["I'm calling it a day", "I won't be carrying on with this", "I start a new job on Monday, so that's me finished"],
)
def test_who_leaves_is_heard_as_ever(s: Scene, text: str) -> None:
    s.answers("relay_feedback", text)
    assert s.raws("report_leaving")


@pytest.mark.parametrize(
    "text", ["Is the deadline still the 15th?", "Isn't it due on the 20th?", "When's the deadline again?"]
)
def test_a_question_about_the_day_asks_for_no_other(s: Scene, text: str) -> None:
    s.answers("remind_deadline", text)
    assert not s.raws("ask_exceptional")
    assert not s.raws("tell_difficulty")


def test_who_asks_for_another_day_is_heard_as_ever(s: Scene) -> None:
    s.answers("remind_deadline", "Could the deadline be moved to the 20th for me?")
    assert s.raws("ask_exceptional")


@pytest.mark.parametrize(
    "text",
    [
        "Happy Christmas all, back on the 5th",
        "I'm on leave till Monday",
        "I don't agree with this feedback. She has worked very hard",
    ],
)
def test_a_managers_own_leave_or_opinion_is_no_circumstance_of_the_practitioner(s: Scene, text: str) -> None:
    s.answers("relay_feedback", text, MEG.address)
    assert not s.raws("ask_exceptional")
    assert not s.raws("tell_difficulty")


def test_a_managers_word_that_the_practitioner_is_away_is_heard_as_ever(s: Scene) -> None:
    s.answers("relay_feedback", "Jo's been off sick since the 3rd", MEG.address)
    assert s.raws("ask_exceptional")


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("feedback 1", "Still in hospital."),
        ("feedback 1", "Thanks Ann. Still in hospital."),
        ("fresh", "Still in a bad way."),
        ("feedback 1", "I explained in my last mail that I have cancer."),
        ("feedback 1", "As I told you in my last one, I'm being treated for depression."),
        ("message", "Forget my last mail, mum died."),
        ("message", "Forget that, dad's had a stroke."),
        ("feedback 1", "Sorry, scrap my last message, I was in A&E and not myself."),
        ("feedback 1", "I'll look at it once chemo is over."),
        ("feedback 1", "I'll look at this after my court date."),
        ("feedback 1", "Will look at it next week, my dad passed away on Sunday."),
        ("receipt 1", "Will reply when I'm over the miscarriage."),
        ("message", "I'll reply on Monday as I've been signed off till then."),
        ("feedback 1", "Keeping going despite the chemo."),
        ("nudge", "I told you in my last message, my wife has cancer."),
        ("message", "Ignore my earlier mail, I was in no state to write."),
    ],
)
def test_what_befell_somebody_is_no_putting_off_or_taking_back(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) in ("circumstances", "leaving", "ask")


@pytest.mark.parametrize("text", ["Forget my last mail, she's been signed off.", "Still in hospital, I'm afraid."])
def test_nor_is_it_where_a_manager_says_so(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) in ("circumstances", "ask")


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("feedback 1", "Still in, still keen."),
        ("feedback 1", "Will read it after the holidays."),
        ("feedback 1", "I'll pick this up when I'm back on Monday."),
        ("feedback 1", "I'll have a look at it over the weekend."),
        ("message", "Forget my last mail, I found the template."),
        ("message", "Cancel that, I've got it."),
        ("message", "I'm not leaving, I was only asking about the dates."),
        ("feedback 1", "Not giving up, I'll answer your questions next week."),
    ],
)
def test_days_and_mails_alone_are_a_message(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "message"
