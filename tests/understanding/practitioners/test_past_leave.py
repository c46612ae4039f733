"""A leave that is over is a message where nothing else is said; what it was for is no mentor's to hear (3a)."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of

TO_MENTOR = [
    ("message", "I was in Portugal for two weeks, that's why there's somebody else's handwriting on the sheets."),
    ("feedback 1", "I was away for the half term, and Morag kept the chart. She did well."),
    ("feedback 2", "Sorry for the slow reply, I was on holiday. Thanks, I'll look at the chart."),
    ("feedback 2", "I was on leave last week. Thanks for the comments, I will read them tonight."),
    ("feedback 2", "I was in Spain for a fortnight, just back. Thank you!"),
    ("feedback 2", "I was on leave for a week. Thank you for the helpful comments."),
    ("message", "I was on leave for two weeks, that's why the chart stops in July."),
    ("message", "We were away for a week, so there are no data for week 3."),
    ("message", "I was in Spain for two weeks, which is why there's no data for week 3."),
    ("message", "I was on holiday for two weeks, Kim filled the sheets. I'll look at the median tonight."),
    ("message", "Sorry for the silence. I was on annual leave last week."),
    ("receipt 2", "I was on leave in July, that is why there is a gap in the data."),
    *(
        (answers, text)
        for answers in ("message", "feedback 1")
        for text in (
            "Sorry, I was on holiday. Yes, the ward has agreed.",
            "Sorry, I was on leave. The answer is 12 patients a week.",
            "Sorry, I was on annual leave. Yes, we use the SIGN guideline.",
            "I was on holiday, sorry. It was the second version that we tested.",
            "I was on leave last week so I haven't tested anything yet.",
            "I was on leave last week. I've changed the aim as you said.",
            "I was on annual leave when we did the first test.",
            "I was on leave for two weeks. The ward counted on the 4th and the 12th as agreed.",
            "We were on leave in July, hence no dots.",
            "I was off on holiday for a fortnight, so no PDSA in that time.",
        )
    ),
]
NOT_TO_MENTOR = [
    ("message", "I was on leave because of the divorce. Yes, the ward agreed."),
    ("message", "I was on leave. It was you."),
    ("message", "I was on leave. It was the comments that drove me to it."),
    ("message", "I was on leave. I have been tested."),
    ("message", "I was on leave. We took pills."),
    ("feedback 1", "I was on leave. The team agreed you are useless."),
    ("feedback 1", "I was on leave. The drink again."),
    ("feedback 1", "I was on leave when we split up."),
    ("feedback 1", "I was on leave, so I haven't tested positive yet."),
    ("message", "I was on leave. The ward has agreed to let me go."),
    ("message", "I was on leave. I've changed the locks."),
    ("message", "I was on holiday. The ward has agreed. I'm struggling with your comments."),
    ("message", "I was away for two weeks in rehab."),
    ("message", "I was away for ten days in the priory."),
    ("message", "I was away for two weeks, my marriage ended."),
    ("message", "I was away for a fortnight with my nerves."),
    ("message", "I was on leave for two weeks while the custody thing was sorted."),
    ("feedback 1", "I was away for a while, couldn't face anything or anyone."),
    ("receipt 2", "I was on leave, because Ann wore me out."),
    ("feedback 2", "I was on leave. I can't face Ann's comments."),
    ("feedback 2", "I was on leave. It was the comments that drove me to it."),
    ("feedback 2", "I was on annual leave. I feel I can't go on with this."),
    ("message", "I was on annual leave. I feel I can't go on with this."),
    ("feedback 2", "I was on leave. I want out of this."),
    ("feedback 2", "I was on leave. I want to drop this."),
    ("feedback 2", "I was on leave. I'm thinking of jacking it all in."),
    ("feedback 2", "I was on leave. I'm not sleeping and I cry most days."),
    ("feedback 2", "Sorry for the silence, I was away for two weeks, my marriage has fallen apart."),
    ("feedback 2", "I was on holiday. My marriage is over."),
    ("feedback 2", "I was on leave. I am on antidepressants, they make me slow."),
    ("feedback 2", "I was on leave. Things have been very dark."),
    ("feedback 2", "I was on leave. It's been a horrible time at home."),
    ("feedback 2", "I was on leave. I'm done with it."),
]


@pytest.mark.parametrize(("answers", "text"), TO_MENTOR)
def test_a_leave_that_is_over_is_a_message(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "message"


@pytest.mark.parametrize(
    "text", ["I was on leave. We also count the falls now.", "Sorry, I was on leave. Do you mean the second page?"]
)
def test_what_else_stands_beside_it_is_asked_about_at_the_most(text: str) -> None:
    assert kind_of("practitioner", "message", text) in ("ask", "message")


@pytest.mark.parametrize(("answers", "text"), NOT_TO_MENTOR)
def test_what_it_was_for_or_stands_beside_it_is_not(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) in ("circumstances", "leaving", "private", "ask")
