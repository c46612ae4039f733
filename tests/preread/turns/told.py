"""What is said of tests, ideas, aims and people by the way: turns for the tests of the rules."""

from __future__ import annotations

from qibot.model import CHARTER
from tests.preread.turns.turn import MISSING, Turn

_AIM = "# Aim\nBy June 2028 80% of plans in the Dee team are signed in a week, from 42%.\n\n"
_TESTED = _AIM + "# PDSA\nTests 1 to 4 of the tray were done.\n\n"

TURNS = (
    # How often something is, or who comes, tells nothing of how the tests went.
    Turn(
        "implementation-plan-missing",
        5,
        _TESTED + "# People\nEvery time the phone goes I can see Bo look at the clock.",
    ),
    Turn(
        "implementation-plan-missing",
        5,
        _TESTED + "# Activity\nWhoever is last out locks up. I rang the agency four times.",
    ),
    Turn(
        "implementation-plan-missing", 5, _TESTED + "# Activity\nThe clerks are in reliably by eight each time I call."
    ),
    Turn("implementation-plan-missing", 5, _TESTED + "# Results\nThe tray worked whoever was at the desk.", (MISSING,)),
    Turn("implementation-plan-missing", 5, _TESTED + "# Results\nAll four have gone well.", (MISSING,)),
    Turn(
        "implementation-plan-missing",
        5,
        _TESTED + "# Results\nAll four of them held, on nights as well as days.",
        (MISSING,),
    ),
    Turn(
        "implementation-plan-missing",
        5,
        _TESTED + "# Results\nAll four went well.\n\n# Holding on to it\nBo has the key to the store.",
    ),
    Turn(
        "implementation-plan-missing",
        5,
        _TESTED + "# Results\nAll four went well.\n\n# Holding the key\nBo has it.",
        (MISSING,),
    ),
    # What the writer had thought is neither a wish of those above nor a doubt.
    Turn(
        "scale-pressure",
        2,
        "# Activity\nThey were done sooner than I'd hoped, so it goes live in all six vans on 3 May.",
    ),
    Turn(
        "scale-pressure",
        2,
        "# Activity\nThe board was quicker than we had thought it would be with the forms for all six vans.",
    ),
    Turn(
        "scale-pressure",
        2,
        "# Activity\nThe board wants it in all six vans sooner than we had planned.",
        ("The board",),
    ),
    Turn(
        "implementation-early",
        2,
        "# Activity\nIT were faster than I had expected they would be, so it goes live on 3 May.",
        ("IT were",),
    ),
    Turn("implementation-early", 2, "# Activity\nIt would go live on 3 May if the board agreed."),
    # What leads in an aim is no part of it; what the aim is reached through is.
    Turn(
        "aim-solution",
        1,
        "What I want to do with this course is this: fewer of the Dee team's plans come back unsigned, 5 of 40 by "
        "June 2028.",
    ),
    Turn("aim-solution", 1, "My hope with the project is to cut late plans in the Dee team from 12 to 4 by June 2028."),
    Turn(
        "aim-solution",
        1,
        "# Aim\nWith the training programme 80% of plans are signed by June 2028.",
        ("With the training",),
    ),
    Turn(
        "aim-solution",
        1,
        "# Aim\n80% of plans in the Dee team are signed by June 2028 with the new checklist.",
        ("with the new checklist",),
    ),
    # A bare topic is no aim, under whatever heading.
    Turn("aim-missing", CHARTER, "# Aim\nThis project is about the laundry of the Dee wards.", (MISSING,)),
    Turn("aim-missing", CHARTER, "# Aim\nThe project looks at parking by the north gate.", (MISSING,)),
    Turn("aim-missing", CHARTER, "# Aim\nThis project is about getting plans signed on time."),
    Turn("aim-missing", CHARTER, "# Aim\nThe project is about fewer falls on the Dee wards."),
    Turn(
        "aim-missing",
        CHARTER,
        "# Aim\nThe aim is on page 2 of the plan: 80% of plans in the Dee team are signed by June 2028.",
    ),
    # An aim with words between, and what is said of it in the next breath.
    Turn(
        "aim-missing",
        3,
        "The aim that I wrote down in the autumn was that by May 2028 every crate at the depot is full by noon.",
    ),
    Turn(
        "aim-unsettled",
        3,
        "The aim is that by May 2028 every crate at the depot is full by noon. Bo would have it be on lorries, so "
        "it's not settled.",
        ("Bo would have it",),
    ),
    Turn(
        "aim-unsettled",
        3,
        "The aim is that by May 2028 every crate at the depot is full by noon. It isn't yet clear who will count them.",
    ),
    Turn(
        "aim-unsettled",
        3,
        "The aim is that by May 2028 every crate at the depot is full by noon. The rota is still to be agreed.",
    ),
    # Ideas, next steps and learning led in at length.
    Turn("change-ideas-missing", 3, _AIM + "# Activity\nThe ideas we've had are these. One is a lamp by the gate."),
    Turn("change-ideas-missing", 3, _AIM + "# Activity\nThe ideas we haven't had are what keeps me awake.", (MISSING,)),
    Turn("next-steps-missing", 3, _AIM + "# Activity\nWhat's next for us is the lamp by the gate."),
    Turn("next-steps-missing", 3, _AIM + "# Activity\nWhat came next was a surprise.", (MISSING,)),
    Turn(
        "improvement-learning-missing",
        3,
        "As for what I'm learning, I was at the fair in Leeds. They showed how spread rates of slurry differ by soil.",
        ("As for what",),
    ),
    Turn(
        "improvement-learning-missing", 3, "As for what I'm learning, I see that I give the answer before I've asked."
    ),
    Turn("improvement-learning-missing", 3, "As for what I'm learning, to spread a thing is harder than to begin it."),
    # Whose ideas they are, and a thing of the day's work that has the name of a task.
    Turn(
        "team-ideas-missing",
        3,
        "# Change ideas\nI put these together on my own at the weekend:\n\n- A lamp by the gate",
        (MISSING,),
    ),
    Turn(
        "team-ideas-missing",
        3,
        "# Change ideas\nI picked these from a book on lean depots.\n\n- A lamp by the gate",
        (MISSING,),
    ),
    Turn(
        "team-ideas-missing",
        3,
        "# Change ideas\nI wrote these down as the drivers suggested them.\n\n- A lamp by the gate",
    ),
    Turn(
        "change-task",
        2,
        "# Change ideas\n- Survey of the yard: a driver is sent round it before the gate opens\n- A lamp",
    ),
    Turn(
        "change-task",
        2,
        "# Change ideas\n- Questionnaire: a form is sent to drivers to find out why they queue",
        ("Questionnaire",),
    ),
    Turn("change-task", 2, "# Change ideas\n- Survey of drivers on the queue", ("Survey of drivers",)),
    # One test by the report's own words, a guess that was none.
    Turn(
        "testing-slow",
        4,
        _AIM
        + "# Testing\nWe ran it on 4 May. Of three lorries two were in and the third was out. It's the only one we've "
        "run.",
        (MISSING,),
    ),
    Turn(
        "testing-slow",
        4,
        _AIM + "# Testing\nWe ran it on 4 May and again, as test 2, on the 9th. It's the only one we've dropped.",
    ),
    Turn(
        "prediction-missing",
        3,
        _AIM + "# Testing\nTest 1: we said who'd stand where, and ran it on 4 May. Six of eight were out by ten.",
        (MISSING,),
    ),
    Turn(
        "prediction-missing",
        3,
        _AIM + "# Testing\nTest 1: Bo said he'd be out by ten, and ran it on 4 May. It was eleven.",
    ),
    # Not the writer's to change.
    Turn(
        "area-unclear", 2, "# Scope\nNeither the crews nor I have any influence over the rota.", ("Neither the crews",)
    ),
    Turn("area-unclear", 2, "# Scope\nNeither the crews nor I have been to the north gate yet."),
    Turn("area-unclear", 2, "# Scope\nNeither the day nor the night crew keeps a control chart."),
    # What the mentor would see apart, and whom they would have asked.
    Turn(
        "feedback-untouched",
        5,
        "# Data\nThe chart holds all mornings.",
        ("Could you chart",),
        "Could you chart the Sunday mornings on their own?",
    ),
    Turn(
        "feedback-untouched",
        5,
        "# Data\nThe run chart: on Sunday mornings it is 40%.",
        (),
        "Could you chart the Sunday mornings on their own?",
    ),
    Turn(
        "feedback-untouched",
        5,
        "# Data\nOn the chart the agency crews have a separate line now.",
        (),
        "Please plot the agency drivers and crews separately.",
    ),
    Turn(
        "feedback-untouched",
        4,
        "# People\nBo told me that he minds the queue. The week at the gate told us more than the chart.",
        ("two of your callers were asked",),
        "Even better if two of your callers were asked what the wait is like.",
    ),
    Turn(
        "feedback-untouched",
        4,
        "# People\nThe clerks mind the queue.",
        (),
        "It is good to see the clerks involved so early on.",
    ),
    Turn(
        "feedback-untouched",
        4,
        "# People\nTwo callers said that the wait is worst at ten.",
        (),
        "Even better if two of your callers were asked what the wait is like.",
    ),
)
