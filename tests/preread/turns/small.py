"""Labels without a capital: turns for the rules."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

_AIM = "aim: by June 2028 80% of plans in the Dee team are signed in a week, from 42%.\n\n"
_LINES = (
    "outcome: % of plans signed in a week\nprocess: number of plans drafted on day 1\n"
    "process: days from draft to visit\nbalancing: overtime in hours\n"
)
_LONG = (
    "outcome: the percentage of all plans of the Dee team that were signed within a week\n"
    "process: the number of plans that were drafted on the very day of the first visit\n"
    "process: the number of days that went by between the draft and the second visit\n"
    "balancing: the hours of overtime that were claimed by the team in the same week\n"
)
_SPACED = _LINES.replace("\n", "\n\n")
_NAMED = _LONG.replace(":", " measure:")

TURNS = (
    *(
        Turn(rule, 3, _AIM + before + lines)
        for rule in ("measures-too-few", "measures-missing", "measure-type-missing", "measures-too-many")
        for before in ("", "Measures\n", "measures:\n")
        for lines in (_LINES, _LONG, _SPACED, _NAMED)
    ),
    Turn(
        "measures-too-few",
        3,
        _AIM + _LONG.replace("balancing", "process").replace("process", "outcome", 1),
        ("(missing)",),
    ),
    Turn("aim-missing", 3, _AIM + _LINES),
    # A line that a mail program broke goes on, whatever it begins with.
    Turn(
        "measure-type-missing",
        3,
        _AIM + "We sat down together last Tuesday and drew up the whole of the\nprocess: it has nine steps, and two of "
        "them take number one and two; nobody knew.",
    ),
    Turn(
        "measure-vague",
        3,
        _AIM + "We sat down together last Tuesday and talked about the whole\nprocess: we all found it confusing.",
    ),
)
