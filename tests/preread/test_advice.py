"""What of a mentor's feedback is advice, by how it is said."""

from __future__ import annotations

import pytest

from qibot.preread.advice import points_in

ADVICE = (
    "Ask your porters how they'd do it.",
    "Bring the sponsor in.",
    "Number your tests.",
    "Why not put the aim on the wall?",
    "A median line would make the shift plain.",
    "I was left wondering who covers at night.",
    "Your readers might not know what a TTO is.",
    "Make the wording shorter.",
    "The one thing I missed was the patients.",
    "Worth a word with payroll.",
    "More on the nurses' view, please.",
    "Less about the policy and more about the tests, please.",
    "What I'd love next month is a picture of the board.",
    "It made me curious about the Tuesday dip.",
    "I'd swap the second measure for the time to first call.",
    "There may be something to learn from how Leith does it.",
    "Be bold: stop the second form altogether.",
    "Spell out 'acceptable'.",
    "I'd be wary of counting calls by hand.",
    "Keep a note of what the crews grumble about.",
    "You'll want a definition of late.",
    "One question: who signs it at weekends?",
    "Might a text do?",
    "Too many measures for one nurse: pick two.",
    "It's time to speak to your sponsor.",
    "Next: who owns the form when you leave?",
    "I wondered whether the pupils themselves have been asked.",
    "My one worry is the night shift, of whom we hear nothing.",
    "The aim could be shorter.",
    "Your measures deserve definitions.",
    "It'd be a pity if the cooks were left out.",
    "Leave the policy out of it for now.",
    "And bring Moira along.",
    "Then see if Bo can do it on nights.",
    "What puzzles me is the dip in week 4.",
)
NO_ADVICE = (
    "Great the team met.",
    "Loved your chart.",
    "Both your tests were small, which is right.",
    "Given your workload, this is a feat.",
    "You would make a fine teacher.",
    "I learnt a lot about steam.",
    "Your sponsor must be pleased.",
    "Hope the move goes well.",
    "All your tests have predictions.",
    "Enjoy your leave.",
    "I read your report on the bus.",
    "It reads like a story.",
    "Nothing to add.",
    "That would have made me cross too!",
    "Your map shows where plans wait.",
    "So glad the porters came.",
    "Hearing the crew's words was a treat.",
    "Since your last report you've come far.",
    "I wish I had done so in my first year.",
    "I'd be proud of that.",
    "Say hello to Moira from me.",
    "Take a bow!",
    "You could have given up, and you didn't.",
    "Your patience would shame a saint.",
    "The chart speaks for itself.",
    "Send my love to the ward.",
    "Have a restful break.",
    "Between the map and the counts you know your system now.",
    "Tell the crew that they're stars.",
)


@pytest.mark.parametrize("said", ADVICE)
def test_what_bids_doubts_or_would_have_more_is_advice(said: str) -> None:
    assert points_in(f"Thank you for this. {said}")


@pytest.mark.parametrize("said", NO_ADVICE)
def test_praise_courtesy_and_what_the_mentor_tells_of_themselves_are_none(said: str) -> None:
    assert not points_in(f"Thank you for this. {said}")
