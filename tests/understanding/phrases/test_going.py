"""Who says plainly that they leave, leaves, whatever they say of why (programme.md, 3a)."""

from __future__ import annotations

import pytest

from qibot.understanding.phrases.going import says_leaving
from tests.support.said import kind_of


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("missing 1", "Right. I'm pulling out. I can't do this and the job and be a dad. Thanks for the patience."),
        ("check_in", "I'm gonnae have to chuck it, I can't see the point when they're shutting the centre."),
        ("nudge", "They shut the nursery, we were all paid off on the 12th. You can score me off."),
        ("missing 1", "I'm withdrawing, sorry."),
        ("nudge", "I'll have to jack it in, we've had two leave and I'm drowning."),
        ("message 1", "I don't see myself going on after Christmas, no. How do I come off it properly?"),
        ("feedback 2", "I'm pulling out of this."),
        ("nudge", "Sorry Ann, I've decided that this isn't for me. Thank you for all your patience."),
        ("missing 1", "No report from me, I've dropped out. Please stop the reminders."),
        ("receipt 1", "I've left the programme, sorry."),
        ("feedback 1", "I'm not doing this any more."),
        ("feedback 2", "I'm going to have to pack it in, sorry."),
        ("feedback 2", "Thanks Ann. I'm going to have to jack it all in."),
        ("feedback 2", "I'm dropping out of this project."),
        ("message", "I'm backing out of it, sorry."),
        ("message", "I'm pulling out of the programme because of the job."),
        ("missing 2", "I'm chucking it in."),
        ("missing 2", "My mum died on Sunday and I'm pulling out."),
        ("missing 2", "They're shutting the centre. I'll have to pack it in."),
        ("nudge", "I'm jacking it all in."),
    ],
)
def test_who_says_so_leaves(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "leaving"


@pytest.mark.parametrize(
    "text",
    [
        "I'm pulling out the data for the chart tomorrow.",
        "The trolley was broken so we'll chuck it.",
        "I nearly had to chuck it in but the charge nurse talked me round.",
        "I'm packing it in boxes of ten so the ward can count it.",
        "I'm backing out the change, the old sheet was better.",
        "I'm not pulling out, don't worry!",
        "This isn't for me, I think you meant it for Sam.",
        "I've dropped out the old data.",
        "I've decided that a p-chart isn't for me.",
        "I'm not doing this test any more.",
        "If the ward shuts, I'm pulling out.",
        "Please take me off the rota.",
        "I'm withdrawing the second change idea.",
        "I don't see myself going on with this measure.",
    ],
)
def test_what_only_sounds_like_it_says_nothing_of_the_kind(text: str) -> None:
    assert not says_leaving(text)


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("receipt 2", "The second test isn't working, so I'm packing it in."),
        ("feedback 1", "The survey form was far too long, so I'll chuck it."),
        ("receipt 3", "The tally sheet never worked. I'll just chuck it."),
        ("message", "I'm backing out of this test, the ward wasn't keen."),
        ("message", "I'm pulling out of this survey, it has too many questions."),
        ("feedback 2", "You're right about the third measure, I'll chuck it."),
        ("feedback 2", "The old survey is no use so I'll just chuck it."),
        ("feedback 2", "Good point about the huddle, I'm going to pack it in."),
        ("feedback 2", "Good idea, I'll chuck it."),
        ("message", "About the poster session: I'm withdrawing."),
        ("message", "The staff survey team wanted me but I'm pulling out of it."),
        ("message", "I like the huddle but the sheet is a pain, I'll have to chuck it."),
        ("receipt 2", "I'm backing out of the pilot, nobody came."),
    ],
)
def test_who_gives_up_a_test_a_form_or_an_idea_stays(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) != "leaving"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("feedback 2", "I've pulled out, as you suggested, the weekend falls. Does the chart look better?"),
        ("message", "I've opted out. The surveys were too many and nobody reads them."),
        ("message", "I've dropped out. Trying again, the wifi is awful."),
        ("", "I've dropped out. Trying again, the wifi is awful."),
        ("feedback 2", "Stopping here for now, my bus is coming. More tomorrow."),
        ("deadline 2", "I've moved to a new team, same project. Report to follow."),
    ],
)
def test_who_speaks_of_figures_of_a_survey_or_carries_on_leaves_nothing(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers or "fresh", text) in {"message", "ask"}


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("fresh", "I've dropped out."),
        ("message", "I've dropped out, as you may have heard, because of work."),
        ("feedback 2", "I've dropped out, as you know. Thanks for everything."),
        ("missing 2", "I've opted out, sorry. It was too much with the new job."),
        ("fresh", "I've moved to a new job. Thanks for everything."),
        ("message", "I've pulled out. I won't be trying again."),
    ],
)
def test_who_has_left_and_carries_on_with_nothing_has_left(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "leaving"
