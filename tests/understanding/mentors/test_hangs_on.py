"""A promise that hangs on somebody else, or on an illness of its writer's, is passed over by nobody."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("report 1", "I will answer once the grievance against me is over."),
        ("report 1", "I'll read it once I've spoken to Meg about her."),
        ("report 1", "Will do it when I've heard back from you about her."),
        ("report 1", "I'll get to it when somebody tells me what she is still doing on the course."),
        ("report 1", "Thanks! Feedback to follow once I know which of her stories is true."),
        ("report 1", "Received thanks. Will read it later, then we need to talk about Jo."),
        ("report 1", "I'll read it when she stops crying on the phone."),
        ("report 1", "I'll do it once you have found me somebody else for Sam."),
        ("report 1", "Got it thanks. I'll give it a read but she needs a better mentor than me."),
        ("report 1", "Thanks, will read it when she has apologised."),
        ("report 1", "Thanks Jo, will read it tonight but honestly she should have asked first."),
        ("report 1", "Will look at it this weekend once I know she is staying."),
        ("report 1", "Will look at it at the weekend and then ring you about her."),
        ("report 1", "Thanks Jo, looks great. Will read it once I know from the team whether you should carry on."),
        ("reminder 1", "Will review it after the hearing."),
        ("reminder 1", "I will reply when I can face it."),
        ("reminder 1", "Will get back to you when I've decided whether to stay on."),
        ("report 1", "Thanks, received. I'll read it, though it is probably copied again."),
        ("report 1", "Will read it properly once the tribunal is behind me."),
        ("reminder 1", "I'll send my comments as soon as the chaos she left me in is sorted."),
        ("report 1", "Got it. Will look at it, but somebody should check her numbers."),
        ("reminder 1", "Will do it next week, then I'd like to step back."),
        ("report 1", "Thanks. Feedback to follow when Jo stops ringing me at night."),
    ],
)
def test_a_promise_that_goes_on_with_somebody_else_or_a_doubt_is_asked_about(answers: str, said: str) -> None:
    assert kind_of("mentor", answers, said) == "ask"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("report 1", "Sorry, I'll read it when I've buried my father."),
        ("report 1", "I'll read it once I am out of hospital."),
        ("report 1", "I'll do it when the chemo lets me."),
        ("report 1", "I will do it as soon as I'm back on my feet."),
        ("report 1", "I'll read it once my mother is out of intensive care."),
        ("report 1", "I'll get to it when my father's funeral is over."),
        ("reminder 1", "I'll read it once the scan is done."),
        ("report 1", "Thanks, I'll read it when I'm discharged."),
        ("report 1", "I'll review it after my mother's cremation."),
    ],
)
def test_a_promise_that_hangs_on_an_illness_or_a_death_is_for_the_team(answers: str, said: str) -> None:
    assert kind_of("mentor", answers, said) == "private"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("report 1", "Thanks Jo, will read it when I get a moment."),
        ("report 1", "Got it, thanks. I'll get back to you once I've read it."),
        ("report 1", "Thanks Jo, looks great. Will read it properly once I'm home."),
        ("report 1", "Received, thanks. I'll read it and send you my comments."),
        ("reminder 1", "Sorry, will do it as soon as I can."),
        ("reminder 1", "Will look at it when I'm back at my desk."),
        ("report 1", "Thanks, I'll read it over the weekend and let you know what I think."),
        ("report 1", "Thanks for this. Will have a look when I've got through the other one."),
        ("report 1", "Thanks Jo, I'll read it with a coffee when the kids are asleep."),
        ("report 1", "Received. I'll look at it when the exams are done and write to you."),
        ("report 1", "Thanks, will read it once the new boiler is in."),
        ("nudge", "Will do, I'll give Jo a call when I get a minute."),
    ],
)
def test_a_promise_that_but_says_when_goes_on_as_before(answers: str, said: str) -> None:
    assert kind_of("mentor", answers, said) in ("nothing", "delay")
