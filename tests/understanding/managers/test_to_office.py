"""What a manager says to the office in answer to a letter about the practitioner reaches neither of the two."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


def said(answers: str, text: str) -> str:
    return kind_of("manager", answers, text)


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("feedback 1", "Who else gets these e-mails?"),
        ("feedback 1", "Do I have to do anything with this?"),
        ("feedback 1", "How many of these will I get?"),
        ("feedback 1", "Please send these to my deputy from now on."),
        ("feedback 1", "I don't need copies of these."),
        ("feedback 1", "Could these go to my deputy, Fiona Grant, instead?"),
        ("feedback 2", "Could you copy in our clinical lead to these from now on?"),
        ("feedback 2", "Do mentors always take this long?"),
        ("message", "Is it usual that mentors take two weeks?"),
        ("message", "What's all this about?"),
        ("missing 1", "Please take me off these and use Lesley Bain instead, she manages the squad now."),
    ],
)
def test_what_is_asked_of_our_letters_is_for_the_team_alone(answers: str, text: str) -> None:
    assert said(answers, text) == "private"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("feedback 1", "Ann, who else gets this data?"),
        ("feedback 1", "Who gets these leaflets?"),
        ("feedback 1", "How many of these will the ward need?"),
        ("feedback 1", "Is it usual to count the ones who closed?"),
        ("feedback 1", "Can I do anything to help?"),
        ("feedback 1", "Do you want me to release her on Thursdays?"),
        ("feedback 1", "Send these to the whole team, Jo, they're great."),
        ("feedback 1", "I'll ask Derek in IT for access."),
        ("message", "I'll speak to Jo on Thursday about the room."),
        ("missing 1", "Jo, I'll speak to you today."),
        ("missing 1", "Jo, is this normal?"),
        ("missing 1", "I'll make sure she has Friday afternoon for it."),
        ("missing 1", "I'll make sure he gets Thursday morning to finish it."),
        ("missing 1", "I'll give her time on Friday to write it."),
        ("missing 1", "We'll give her two hours on Thursday."),
        ("missing 1", "I'll protect two hours for Jo on Friday to finish the report."),
    ],
)
def test_what_is_said_of_the_project_or_to_somebody_is_passed_on_as_ever(answers: str, text: str) -> None:
    assert said(answers, text) == "message"


def test_what_may_be_asked_of_either_is_asked_about() -> None:
    assert said("feedback 1", "Is this normal?") == "ask"
    assert said("feedback 1", "The chart is coming on. Who else gets these e-mails?") == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, I'll have a word with him.",
        "I'll speak to him today.",
        "Leave it with me.",
        "Aye. Leave it with me.",
        "I will chase him up.",
        "Thanks for letting me know. I'll have a quiet word with Jo this afternoon.",
        "Ok, I'll find out what's going on.",
    ],
)
def test_that_they_will_see_to_it_in_answer_to_a_reminder_is_read_by_nobody(text: str) -> None:
    assert said("missing 1", text) == "nothing"


@pytest.mark.parametrize(
    "text", ["That's the second time. I'll deal with it.", "This isn't good enough. I will speak to her."]
)
def test_a_line_of_the_practitioner_beside_it_reaches_the_team_alone(text: str) -> None:
    assert said("missing 1", text) == "private"


@pytest.mark.parametrize(
    "text",
    [
        "I'll have a word with him. Drunk again.",
        "I'll chase it. On nights.",
        "I'll speak to Jo. Short staffed.",
        "Will look into it. Family troubles.",
        "I'll have a chat with her. Very low.",
        "I'll follow up. Sick line?",
    ],
)
def test_two_words_beside_it_that_are_no_courtesy_are_heard(text: str) -> None:
    assert said("missing 2", text) in ("private", "ask", "circumstances")


@pytest.mark.parametrize(
    "text",
    [
        "Aye, ok. I'll chase it.",
        "Right. I'll speak to Jo.",
        "On it. I'll have a word with her.",
        "Noted, thanks. Will chase.",
    ],
)
def test_a_courtesy_beside_it_says_nothing_more(text: str) -> None:
    assert said("missing 2", text) == "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "I'll have a word with her. Good shout.",
        "I'll get on to her. Great stuff.",
        "I'll nudge her. Good catch.",
        "Good point. I'll catch her tomorrow.",
        "Hi both. I'll remind her",
        "Fair enough. I'll remind her",
        "Well spotted. I'll remind her",
        "Much obliged. I'll remind her",
        "I'll remind her. Speak soon.",
        "Happy Monday! I'll remind her",
    ],
)
def test_praise_for_the_reminder_beside_it_says_nothing_more(text: str) -> None:
    assert said("missing 2", text) == "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "Good riddance. I'll have a word with her.",
        "Great excuse. I'll have a word with her.",
        "I'll have a word with her. Great data. Nice chart.",
        "I'll have a word with her. Good grief.",
        "I'll chase her. The clinic is closed this week. The van is off the road too.",
    ],
)
def test_anything_else_beside_it_is_passed_on_only_when_they_say_so(text: str) -> None:
    assert said("missing 2", text) == "ask"


@pytest.mark.parametrize("text", ["Jo, I'll catch you tomorrow. Good point.", "Hi Jo, I'll chase it. Great stuff."])
def test_what_is_said_to_the_practitioner_is_passed_on_all_the_same(text: str) -> None:
    assert said("missing 2", text) == "message"


def test_what_keeps_the_practitioner_counts_whatever_is_seen_to() -> None:
    assert said("missing 1", "She is off sick, I'll speak to her when she's back.") == "circumstances"
    assert said("missing 1", "She has left us, I'll deal with it.") == "leaving"


@pytest.mark.parametrize(
    "text",
    [
        "We've had him on nights for the gritting, that's my fault. He'll send it next week.",
        "Sorry, we've had Jo on the election count all fortnight.",
        "My fault, I needed her at the other school. You'll have it on Monday.",
    ],
)
def test_that_other_work_of_theirs_kept_the_practitioner_is_why_it_is_late(text: str) -> None:
    assert said("missing 1", text) == "circumstances"


def test_whether_the_mentor_knows_of_an_absence_is_asked_of_the_team() -> None:
    assert said("feedback 1", "Is the mentor aware that Jo has been on a phased return since November?") == "private"


@pytest.mark.parametrize(
    "text",
    [
        "I'll make sure she gets some time off after what happened to her mother.",
        "I've given her the day, she's in bits.",
        "I'll give her the afternoon, she is finding it hard at home.",
        "We're giving her time to get her head together.",
    ],
)
def test_time_that_is_made_with_a_reason_is_passed_on_to_nobody(text: str) -> None:
    assert said("missing 1", text) in ("ask", "circumstances", "private")


@pytest.mark.parametrize(
    "text",
    [
        "I'll free her up on Friday, she's drinking again.",
        "I'll make sure she has Friday, her marriage is over.",
        "I'll give her time on Friday, she's on a final warning.",
        "I'll give her time on Friday, she's had a disciplinary.",
        "I'll give her time on Friday, not that she deserves it.",
        "I'll give her Friday to see her counsellor.",
        "I'll give her Friday to see the solicitor.",
        "I'll give her Friday for her tribunal.",
        "I can free her on Friday, she's seeing a psychologist on Thursdays.",
        "I'll see to it that she finishes here on Friday.",
    ],
)
def test_a_word_more_beside_the_time_that_is_made_is_asked_about(text: str) -> None:
    assert said("missing 1", text) == "ask"
