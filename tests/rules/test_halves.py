"""Both halves of the feedback model, in the ways in which mentors write them, and what only has their words."""

from __future__ import annotations

import time

import pytest

from qibot.rules.halves import has_even_better, has_liked

LIKED = (
    "What I liked: the chart.",
    "I really liked how you brought the porters in.",
    "I like your aim.",
    "We loved the photographs.",
    "Liked the way you asked the families first.",
    "Love the run chart!",
    "I very much enjoyed reading this.",
    "A solid start.",
    "Kudos for asking the night shift.",
    "Well thought through.",
    "Your aim is well written.",
    "A well-structured report.",
    "Good progress this month.",
    "You have made good use of the data.",
    "Great work, Jo.",
    "That is excellent.",
    "Well done on the first test!",
    "Hats off to the team.",
    "Top marks for the predictions.",
    "Your measures are spot on.",
    "It was a pleasure to read.",
    "I was impressed by the fishbone.",
    "WWW: you began with one class.",
    "Strengths: a small test, quickly done.",
    "Your rationale is very clear.",
    "Very thoughtful about how people feel.",
    "Keep up the good work.",
    "You've come a long way since October.",
    "Congratulations on the first test.",
    "What stood out was how you listened.",
    "Lovely to see the families' words in it.",
    "I’d like more on the data, but the aim is brilliant.",
    "👏 for the chart",
    "Two stars: the aim, and the chart.",
    "Bravo!",
)
NOT_LIKED = (
    "I would like to see a balancing measure.",
    "I'd like you to add a date.",
    "I’d love to hear more about the families.",
    "We would have liked a chart.",
    "The report is a great deal too long.",
    "There are a great many measures.",
    "It would be great to have a date.",
    "It would be really good if you added a chart.",
    "A chart would be lovely.",
    "I strongly suggest one class.",
    "I strongly recommend a smaller test.",
    "It might be a good idea to ask the porters.",
    "This may be a good time to draw a chart.",
    "The aim isn't very clear.",
    "There is no clear aim yet.",
    "The aim needs a clear rationale.",
    "It is not a strong aim.",
    "I don't like the second measure.",
    "I hope you enjoyed the learning session.",
    "Tell me whether it went well.",
    "If the test went well, try it on Ward 2.",
    "The programme's pages are at www.council.example.",
    "Please add a date.",
    "Something like a tally would do.",
    "If you like, ring me.",
    "What would it look like on nights?",
    "The tests at Great Western Road are missing.",
    "Count the false positives.",
    "Good morning Jo, please add who is in the team.",
    "Good luck with it, and add a chart next time.",
    "Say who collects the solid waste.",
    "It will most likely take longer.",
    "That could be stronger.",
    "You could give the greatest cause first.",
)
BETTER = (
    "Even better if: a date.",
    "EBI: say by when.",
    "It would be even better if you named the class.",
    "I would like to see a balancing measure.",
    "I'd love to hear how the porters took it.",
    "I would have liked a chart.",
    "You could start with one class.",
    "You might ask the families.",
    "Have you thought about the night shift?",
    "What about a balancing measure?",
    "How might you test that sooner?",
    "Why not try it with one nurse?",
    "Could you say for whom?",
    "Next steps: a chart.",
    "For next time: a date.",
    "Please add a date to the aim.",
    "I wonder whether the aim is too big.",
    "I'd suggest fewer measures.",
    "My one suggestion is to start smaller.",
    "Consider a smaller test.",
    "It's worth asking the porters.",
    "Think about who collects the data.",
    "The aim needs a date.",
    "A date is missing.",
    "It is a great deal too long.",
    "The aim isn't yet clear.",
    "A chart would help.",
    "Don't forget the human side.",
    "Make sure that somebody counts it.",
    "An area for development is measurement.",
    "And a wish: a chart.",
    "Be a bit more specific about the test.",
    "Something to think about: who is the customer?",
    "The measures could do with a date.",
    "I’d encourage you to test it twice.",
)
NOT_BETTER = (
    "Great report, well done.\nBest wishes,\nAnn",
    "Wishing you all the best for Learning Session 3.",
    "I wish you every success.",
    "I liked your next steps.",
    "Your next steps are clear.",
    "Good to see you think about people.",
    "I like how you consider the families.",
    "Your quality improvement work is a joy.",
    "The Improvement Programme is proud of you.",
    "I loved the improvements that you made.",
    "There is nothing missing.",
    "No improvements needed.",
    "I have no suggestions.",
    "You don't need to change a thing.",
    "There is no need to add more.",
    "The chart suggests that it works.",
    "The data suggest a shift: excellent!",
    "A clear aim to improve attendance.",
    "Your aim to reduce falls is brilliant.",
    "Great that the team suggested it.",
    "I liked that you recommended it to others.",
    "Your work on missing persons is impressive.",
    "Please give my thanks to the team.",
    "Please find attached my praise in full.",
    "Well considered and thorough.",
    "What a lovely report!",
    "How lovely that the families came.",
    "Thank you for your report, which I enjoyed.",
    "The growth in confidence is wonderful to see.",
    "You've tried it three times: super.",
    "It went well, and you showed why.",
    "Kudos!",
)


@pytest.mark.parametrize("words", LIKED)
def test_what_was_liked_is_found(words: str) -> None:
    assert has_liked(words)


@pytest.mark.parametrize("words", NOT_LIKED)
def test_a_wish_or_a_word_of_praise_for_nothing_is_no_liking(words: str) -> None:
    assert not has_liked(words)


@pytest.mark.parametrize("words", BETTER)
def test_what_would_be_better_still_is_found(words: str) -> None:
    assert has_even_better(words)


@pytest.mark.parametrize("words", NOT_BETTER)
def test_praise_and_greetings_are_no_advice(words: str) -> None:
    assert not has_even_better(words)


@pytest.mark.parametrize("piece", ["would be really very so ", "good the ", "i love a ", "not very so too ", "a"])
def test_long_feedback_is_looked_through_in_little_time(piece: str) -> None:
    began = time.process_time()
    for words in (piece * 20_000, f"{piece * 25}. " * 500):
        has_liked(words)
        has_even_better(words)
    assert time.process_time() - began < 3
