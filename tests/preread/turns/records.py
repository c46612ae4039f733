"""Figures that are hard to have, and people, things and days of which one only says that they are hard to get."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

_AIM = "# Aim\nBy June 2028 80% of plans in the Dee team are signed in a week, from 42%.\n\n"
_MEASURES = _AIM + "# Measures\n- Process: % of plans signed in a week\n- Balancing: number of plans sent back. "

TURNS = (
    Turn(
        "measure-impractical", 5, _MEASURES + "These can only be counted by hand from the ledger.", ("counted by hand",)
    ),
    Turn(
        "measure-impractical", 5, _MEASURES + "It has to be looked up by the only clerk with a login.", ("only clerk",)
    ),
    Turn("measure-impractical", 5, _MEASURES + "Collated by hand, it eats my hours twice over.", ("Collated by",)),
    Turn("measure-impractical", 5, _MEASURES + "I've had no figures since Easter.", ("no figures since",)),
    Turn("measure-impractical", 5, _MEASURES + "We've had nothing for several weeks.", ("had nothing for",)),
    Turn("measure-impractical", 5, _MEASURES + "The cards are handed in by hand each night."),
    Turn("measure-impractical", 5, _MEASURES + "They have been counted by Ann since May."),
    Turn("measure-impractical", 5, _MEASURES + "We have had nothing but praise since May."),
    # Whom one can't get, and what is said of something else, is no figure.
    Turn("measure-impractical", 3, "The chemist says that folk can't get them on the phone. I wrote the map."),
    Turn("measure-impractical", 3, "Half the crew can't find the new depot yet, and one can't tell left from right."),
    Turn("measure-impractical", 3, "We drew a fishbone with the counter staff. Its first bone is “can't find a pen”."),
    Turn("measure-impractical", 3, "In the data meeting Jo said “I can't give you a lift”, and we laughed."),
    Turn(
        "measure-impractical", 3, "For the data I asked IT, who said “we can't give you the data”.", ("For the data",)
    ),
    Turn(
        "measure-impractical",
        3,
        "I want the dates of each visit and I can't get them out of the diary.",
        ("can't get",),
    ),
    # What would have been is no toil, what one would have to do is.
    Turn("measure-impractical", 4, _AIM + "# Data\nWithout the figures we'd have sworn that it was better."),
    Turn("measure-impractical", 4, _AIM + "# Data\nFor the night figures I'd have to sit up.", ("For the night",)),
    # Days that are plotted, and a counter, a county.
    Turn("measure-impractical", 6, "I plot the hours every week and hang the sheet over the counter. It cheers folk."),
    Turn("measure-impractical", 6, "The county show took the days each time, and the country dancers won."),
    Turn("measure-impractical", 6, _AIM + "# Data\nThe count costs hours every week.", ("The count costs",)),
)
