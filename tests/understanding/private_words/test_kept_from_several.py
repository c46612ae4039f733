"""A mentor who doesn't want several people to read a line, or nobody at large, has it kept for the team."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of

KEPT = [
    "Is it normal that in a job-share one does it all? I wouldn't want the two of them to read this.",
    "Who of the two writes these? (Please keep this line away from them.)",
    "Liked the chart. I'd rather not have both of them know this.",
    "Liked the chart. Who wrote it? Neither of them should see this question.",
    "Good report. Which of the two did the work? That question isn't for them.",
    "Good report. Hide this from the two of them.",
    "Good chart. I don't want them to hear about it.",
    "Good chart. I'd prefer if they didn't read this.",
    "Good report. One does all the work, not for either of them.",
    "Liked the aim, EBI a chart. Sorry it's late, my husband has walked out, not for general consumption.",
    "Liked the aim, EBI a chart. My wife has moved out, so it's late.",
    "Liked it, add a chart. Dinnae tell Meg I went easy on you.",
]
OPEN = [
    "Liked the chart. I wouldn't want the patients to read this leaflet.",
    "Liked the leaflet. You don't want them to know the answer before the test.",
    "Keep it away from the families until it's tested. Liked the chart.",
    "Liked the chart. Keep the scissors away from them!",
    "I wouldn't want them to see the answers first. Liked the chart.",
    "Liked the test. Neither of them had read the leaflet, did you ask why?",
    "The leaflet isn't for them, it's for the carers. Liked the chart.",
    "Liked the chart. Energy is not for consumption figures alone.",
    "The chart is good. Keep it in front of both of them.",
    "Who of the two counts? Liked the chart, both of them know it.",
    "Ask the two of them to read the form. Liked the chart.",
    "Liked the chart. My wife is a nurse and walked out of the meeting with the same idea.",
]


@pytest.mark.parametrize("said", KEPT)
def test_it_is_kept_or_asked_about(said: str) -> None:
    assert kind_of("mentor", "report 1", said) in ("private", "ask")


@pytest.mark.parametrize("said", OPEN)
def test_what_patients_or_pupils_may_not_see_is_feedback(said: str) -> None:
    assert kind_of("mentor", "report 1", said) == "feedback"
