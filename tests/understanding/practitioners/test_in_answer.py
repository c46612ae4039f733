"""What is plain by the letter which it answers, whatever its words sound like by themselves (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, TEAM
from tests.support.dialogue import Scene, scene
from tests.support.programme import head_of
from tests.support.said import kind_of

TO_MENTOR = [
    ("expected 1", "No rush at all Ann, hope you're ok."),
    ("expected 1", "No problem, get well soon Ann!"),
    ("receipt 1", "I'm on holiday from Saturday so I'll reply to Ann's comments when I'm back on the 25th."),
    ("check_in", "I'm still here! Report coming this week."),
    ("check_in", "Thanks for asking! I'm still here. Report nearly ready."),
    ("deadline 1", "Which template should I use for report 4? Is it the same one as before Christmas?"),
    ("deadline 1", "How long should it be?"),
    ("message", "Thanks, Friday would suit me better"),
    ("message", "Yes please, that would be great, thank you Ann"),
    ("message", "No thank you, I've got them."),
    ("message", "Thanks Ann, Thursday it is."),
    ("message", "Perfect, thanks, three o'clock"),
    ("message", "Thanks, either day works."),
    ("message", "Thanks. Yes I'm free then."),
    ("expected 1", "Sorry to hear that Ann, hope you feel better soon. No rush."),
    ("feedback 1", "Thanks, Friday would suit me better"),
]
THANKS = [
    ("message", "Thanks!"),
    ("message", "Thanks Ann, will do"),
    ("feedback 1", "Thank you so much for this"),
    ("feedback 1", "Yes, thanks!"),
    ("expected 1", "That's fine, thanks."),
    ("receipt 1", "ok great, see you at the session"),
]
TO_TEAM = [
    ("feedback 1", "Could you take Meg out of the copies? She makes remarks about it in the staff room."),
    ("feedback 1", "Please stop copying my manager in on these."),
    ("expected 1", "This is the third time running that it's late. Is it always like this?"),
    ("late 1", "I've had her comments already, by e-mail."),
    ("late 1", "She sent me her notes directly last week."),
    ("late 1", "I had her feedback but it was only two lines."),
]
HELD = [
    "It's stuck with Meg, she wants to read everything before it goes out and she hasn't got round to it.",
    "My manager won't give me the time. I've asked her twice.",
    "Waiting on my manager to sign it off.",
    "Meg doesn't let me send anything she hasn't approved.",
]
NOT_HELD = [
    "Meg says I can have Friday off to write it.",
    "Meg wants to read it before it goes but it'll be with you tomorrow.",
]


@pytest.mark.parametrize(("letter", "text"), TO_MENTOR)
def test_an_answer_to_the_mentor_reaches_the_mentor(letter: str, text: str) -> None:
    assert kind_of("practitioner", letter, text) == "message"


@pytest.mark.parametrize(("letter", "text"), THANKS)
def test_bare_thanks_are_nobodys_to_read(letter: str, text: str) -> None:
    assert kind_of("practitioner", letter, text) == "nothing"


@pytest.mark.parametrize(("letter", "text"), TO_TEAM)
def test_what_only_the_team_can_mend_is_the_teams(letter: str, text: str) -> None:
    assert kind_of("practitioner", letter, text) == "private"


@pytest.mark.parametrize("letter", ["deadline 1", "missing 1"])
@pytest.mark.parametrize("text", HELD)
def test_a_report_that_the_manager_holds_up_is_held_and_the_manager_gets_no_next_copy(letter: str, text: str) -> None:
    assert kind_of("practitioner", letter, text) == "circumstances"


@pytest.mark.parametrize("text", NOT_HELD)
def test_a_manager_who_helps_or_a_report_in_time_holds_nothing(text: str) -> None:
    assert kind_of("practitioner", "deadline 1", text) != "circumstances"


@pytest.mark.parametrize(
    ("letter", "text"),
    [
        ("deadline 1", "Which form do I fill in if I'm ill?"),
        ("deadline 1", "Which template? I've been off and lost track."),
        ("check_in", "I'm here but struggling."),
        ("late 1", "I hope it comes soon, I'm not well."),
        ("message", "Thanks, but I don't want to meet on my own."),
        ("feedback 1", "Thanks, I'd rather somebody else looked at it."),
    ],
)
def test_what_befell_somebody_or_a_complaint_beside_such_words_never_goes_on(letter: str, text: str) -> None:
    assert kind_of("practitioner", letter, text) in ("circumstances", "ask", "private")


BESIDE_A_WISH = [
    "Get well soon. Frankly the last comments were useless.",
    "Sorry to hear it, but I've had little from Ann all year.",
    "Hope all is well, Ann smelt of drink last time.",
    "Thinking of you. The comments are always late and never kind.",
    "Thinking of you all. It must be hard managing mentors like that.",
    "Hope she's sober and well.",
    "Hope you're well, not that you'd say.",
]


@pytest.mark.parametrize("letter", ["expected 1", "late 1"])
@pytest.mark.parametrize("text", BESIDE_A_WISH)
def test_a_complaint_beside_a_wish_never_reaches_the_mentor(letter: str, text: str) -> None:
    assert kind_of("practitioner", letter, text) in ("ask", "private")


@pytest.mark.parametrize("letter", ["message", "feedback 1"])
@pytest.mark.parametrize(
    "text", ["Thanks, either way she never reads it.", "Thanks, but either way she never listens."]
)
def test_a_complaint_beside_a_choice_is_asked_about(letter: str, text: str) -> None:
    assert kind_of("practitioner", letter, text) == "ask"


@pytest.mark.parametrize("text", ["Thanks. Yes I'm scared of Meg.", "Thank you. Yes I do feel low"])
def test_what_a_yes_beside_thanks_tells_of_its_writer_is_asked_about(text: str) -> None:
    assert kind_of("practitioner", "message", text) == "ask"


@pytest.mark.parametrize("text", ["Thanks, nothing works with her", "Yes, thanks, Ann works nicely"])
def test_a_word_more_than_a_day_or_a_yes_is_no_answer_to_the_mentor(text: str) -> None:
    assert kind_of("practitioner", "message", text) != "message"


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Report 1 waits for its feedback, which is late."""
    made = scene(tmp_path, "2026-10-12T09:00")
    made.sends("Report 1", "report 1.pdf", text="Report 1 attached.")
    made.writes_until("2026-10-24T12:00")
    return made


def test_feedback_that_was_given_by_telephone_is_told_to_the_team_and_counts_as_contact(s: Scene) -> None:
    said = "Ann already gave me her feedback on the phone on Monday, so you can tick it off."
    before = len(s.outbox.delivered)
    assert s.answers("tell_feedback_delayed", said) == "WE SPOKE"
    sent = [(str(head_of(raw)["X-QI-Letter"]), to) for to, raw in s.outbox.delivered[before:]]
    assert ("report_in_confidence", (TEAM,)) in [(name, tuple(to)) for name, to in sent]
    assert not any(ANN.address in to for _, to in sent)


@pytest.mark.parametrize(
    "text",
    [
        "Still here, drinking again.",
        "Still here, worse luck.",
        "I'm still here, in bits.",
        "I'm fine, back on the wine.",
        "Still with you, in body anyway",
        "Still here, despite Ann",
        "All good, bar the drink.",
        "The report is coming along, unlike my marriage.",
        "The report is coming, in spite of my mentor.",
        "Still here. I'll get the report done at the shelter.",
        "Yes I'm fine, pregnant though",
        "Still in rehab.",
        "Still going, on my own now.",
    ],
)
def test_a_word_that_is_not_of_the_work_in_answer_to_a_check_in_is_asked_about(text: str) -> None:
    assert kind_of("practitioner", "check_in", text) in {"ask", "circumstances"}


@pytest.mark.parametrize(
    "text",
    [
        "Still here, report to follow.",
        "I'm fine, thanks. The report is coming.",
        "Yes, all well here. I'll send the report on Friday.",
        "I'm still here and still at it. Report nearly done.",
        "Alive and kicking. It's on its way.",
        "Still going strong, the survey starts on Monday.",
        "Yes, I'm ok thank you Ann.",
    ],
)
def test_that_all_goes_on_is_news(text: str) -> None:
    assert kind_of("practitioner", "check_in", text) in {"message", "nothing"}
