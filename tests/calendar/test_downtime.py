"""What came due during downtime or a pause is made up for or passed over, and never sent in a burst."""

from __future__ import annotations

from tests.support.histories import LADDER
from tests.support.months import lives, told


def test_after_downtime_over_the_whole_ladder_one_letter_leaves_and_the_others_keep_their_distance() -> None:
    lived = lives(down="2027-03-11 to 2027-03-28")
    assert told(lived, "remind_deadline", "nudge_contact", *LADDER) == [
        "Wed 10 Mar remind_deadline 1",
        "Mon 29 Mar remind_missing 1",
        "Tue 30 Mar nudge_contact",  # the practitioner had had a letter on Monday
        "Thu 1 Apr remind_missing_again 1",
        "Fri 2 Apr escalate_missing 1",
    ]
    assert lived.skipped() == [("remind_deadline", 1)]


def test_a_pause_passes_over_its_steps_and_the_ladder_goes_on_behind_it() -> None:
    lived = lives(("2027-03-09T10:00", "paused", 1), ("2027-03-17T10:30", "active", 1))
    assert told(lived, "remind_deadline", *LADDER) == [
        "Wed 17 Mar remind_missing 1",
        "Mon 22 Mar remind_missing_again 1",
        "Tue 23 Mar escalate_missing 1",
    ]
    assert lived.skipped() == [("remind_deadline", 1)] * 2
