"""Thanks that say something else besides, scores, and promises that sound like a machine's (programme.md, 3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.message.mail import parse
from qibot.understanding.commands.copied import says_yes
from qibot.understanding.phrases.courtesy import greets_office, is_promise, is_thanks
from tests.support.build import ANN, JO, MEG, mail, message
from tests.support.dialogue import Scene, scene
from tests.support.said import kind_of


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Report 1 has come and waits for its mentor."""
    made = scene(tmp_path)
    made.sends("Report 1", "Report 1.pdf")
    return made


@pytest.fixture
def answered(s: Scene) -> Scene:
    """… and has been answered, the manager in copy."""
    s.answers("forward_report", "What I liked: the aim. Even better if it said by when.", ANN.address)
    return s


@pytest.mark.parametrize(
    "text",
    [
        "Thanks Ann, that's a bit unfair on my team.",
        "Thanks, although I don't see the point of it.",
        "Thanks but which?",
    ],
)
def test_a_practitioners_thanks_that_say_more_reach_the_mentor(answered: Scene, text: str) -> None:
    assert answered.answers("relay_feedback", text) == "message from the practitioner"


@pytest.mark.parametrize(
    "text", ["Thanks Ann, I thought you were a bit harsh there.", "Thanks, but we can't do this in winter."]
)
def test_a_managers_thanks_that_say_more_reach_both(answered: Scene, text: str) -> None:
    assert answered.answers("relay_feedback", text, MEG.address) == "message from the manager"


@pytest.mark.parametrize("who", [JO.address, MEG.address])
@pytest.mark.parametrize("text", ["Thanks for this.", "Thank you both, much appreciated.", "Lovely, thanks Ann."])
def test_thanks_alone_are_passed_on_to_nobody(answered: Scene, who: str, text: str) -> None:
    before = len(answered.outbox.delivered)
    answered.answers("relay_feedback", text, who)
    assert len(answered.outbox.delivered) == before


def test_a_mentors_thanks_with_trouble_are_a_message_and_with_a_promise_are_nothing(s: Scene) -> None:
    assert (
        s.answers("forward_report", "Got it, thanks. I can't open the file.", ANN.address) == "message from the mentor"
    )
    before = len(s.outbox.delivered)
    s.answers("forward_report", "Got it, thanks, not read it yet but will soon.", ANN.address)
    assert len(s.outbox.delivered) == before


@pytest.mark.parametrize("text", ["7/10", "4 out of 5. Ann", "8/10!"])
def test_a_score_is_feedback(s: Scene, text: str) -> None:
    assert s.answers("forward_report", text, ANN.address) == "feedback on report 1"


@pytest.mark.parametrize(
    "text",
    [
        "I'm on holiday until the 20th so will do it when I get back.",
        "I'm on annual leave until Monday and will send the report when I'm back.",
        "On leave till the 23rd, will do it then.",
    ],
)
def test_a_practitioner_on_leave_who_promises_the_report_is_no_machine(s: Scene, text: str) -> None:
    s.goes_to("2026-12-17T10:00")
    assert s.answers("remind_missing", text).startswith("exceptional circumstances")


@pytest.mark.parametrize(
    "text",
    [
        "I am on annual leave until 20 December and will reply to your message when I am back.",
        "I'm out of the office until Monday. If it's urgent contact Karen. I will get back to you as soon as I can.",
    ],
)
def test_a_note_that_promises_an_answer_to_your_message_is_a_machines(s: Scene, text: str) -> None:
    s.goes_to("2026-12-17T10:00")
    assert s.answers("remind_missing", text) == "automatic"


@pytest.mark.parametrize("text", ["Could we meet on Tuesday?", "Would Thursday at two do for a call?"])
def test_who_arranges_a_talk_asks_for_no_time(answered: Scene, text: str) -> None:
    assert answered.answers("relay_feedback", text) == "message from the practitioner"


@pytest.mark.parametrize("text", ["Could I have until Tuesday?", "Would Thursday do for the report?"])
def test_who_asks_for_a_later_day_is_heard(answered: Scene, text: str) -> None:
    answered.goes_to("2026-12-11T10:00")
    assert answered.answers("remind_deadline", text).startswith("exceptional circumstances")


@pytest.mark.parametrize(
    ("text", "thanks"),
    [
        ("Thanks everyone", True),
        ("No problem at all, thank you", True),
        ("OK, no worries.", True),
        ("Happy to help.", True),
        ("Thank you for everything", True),
        ("Is Ann ok?", False),
        ("Thanks. Is it all right?", False),
        ("I'm not happy to help", False),
        ("No problem with the aim, but the chart has no median.", False),
    ],
)
def test_a_question_is_no_thanks_and_no_trouble_is(text: str, thanks: bool) -> None:
    assert is_thanks(parse(message(text=text)), frozenset({"ann"})) is thanks


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("It is fine for MGR to have a copy", True),
        ("I'm happy for MGR to have it", True),
        ("No objection to MGR having it", True),
        ("Fine by me if MGR gets it", True),
        ("Is it ok for MGR to have it?", False),
        ("It wouldn't be ok for MGR to have it", False),
        ("I'm not happy for MGR to have it", False),
        ("It's fine for MGR to have it but not the bit about her treatment", False),
    ],
)
def test_a_plain_yes_to_the_managers_copy_has_no_no_in_it(text: str, plain: bool) -> None:
    assert says_yes(text) is plain


@pytest.mark.parametrize(
    "text",
    ["Happy new year to all of you in the office!", "Wishing you all a happy Easter. Ann", "Merry Christmas everyone!"],
)
def test_wishes_for_the_office_are_wishes(text: str) -> None:
    assert greets_office(parse(message(text=text)), frozenset({"ann", "lee"}))


@pytest.mark.parametrize(
    "text",
    [
        "Happy new year to you all. Has Jo sent anything?",
        "Happy new year Jo!",
        "Happy with this. Ann",
        "A good year for the data.",
    ],
)
def test_wishes_for_somebody_or_beside_something_are_more(text: str) -> None:
    assert not greets_office(parse(message(text=text)), frozenset({"ann", "lee"}))


@pytest.mark.parametrize("text", ["Great, thanks. I appreciate it.", "Thanks for understanding."])
def test_thanks_in_more_words_are_thanks(text: str) -> None:
    assert is_thanks(parse(message(text=text)), frozenset({"bob"}))


@pytest.mark.parametrize(
    "text", ["Thanks for the nudge - it'll be with her on time.", "It will be with Jo by the deadline."]
)
def test_that_it_will_be_there_in_time_is_a_promise(text: str) -> None:
    assert is_promise(parse(message(text=text)), frozenset({"jo"}))


@pytest.mark.parametrize(
    "text", ["It'll be with her manager that she has to agree this.", "It won't be with her on time."]
)
def test_what_else_will_be_with_somebody_is_none(text: str) -> None:
    assert not is_promise(parse(message(text=text)), frozenset({"jo"}))


@pytest.mark.parametrize("subject", ["", "Merry Christmas", "Re: Report 1", "Hello all"])
def test_a_wish_under_a_subject_that_says_nothing_of_its_own_is_a_wish(subject: str) -> None:
    assert greets_office(mail(subject=subject, text="Merry Christmas everyone!"), frozenset({"ann", "lee"}))
    assert kind_of("mentor", "fresh", "Merry Christmas everyone!", subject=subject) == "nothing"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("I'm giving up mentoring at Easter", "Happy Christmas all!"),
        ("I can't take on another one", "Happy new year to all of you!"),
        ("Off sick from today, back in March", "Merry Christmas everyone!"),
        ("Re: I can't go on", "Merry Christmas everyone!"),
    ],
)
def test_a_wish_hides_no_subject(subject: str, text: str) -> None:
    assert kind_of("mentor", "fresh", text, subject=subject) == "ask"
