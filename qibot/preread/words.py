"""Names that many patterns hold: of months and weekdays, of what is still to come. To be put within a group."""

from __future__ import annotations

MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
# What stands where something is to be named later: “tbc”, “still to be agreed”, “not yet chosen”.
TO_COME = (
    "tbc|tbd|undecided|(?:still |yet )?to (?:be )?(?:follow|come|confirmed|decided|chosen|agreed|identified|developed)|"
    "not (?:yet )?(?:confirmed|decided|chosen|agreed|known|sure|identified)"
)
