"""Ways of saying and of setting out that reports of a fresh hand showed: turns for the tests of the rules."""

from __future__ import annotations

from qibot.model import CHARTER
from tests.preread.turns.turn import MISSING, Turn

_AIM = "# Aim\nBy June 2028 80% of plans in the Dee team are signed in a week, from 42%.\n\n"
_TESTED = _AIM + "# PDSA\n"
_BY_MONTH = _TESTED + "Test 1 was done.\n\n# Data\nPlans signed: May 31, June 36, July 40."

TURNS = (
    # A team without the word.
    Turn("team-missing", 1, _AIM + "There are four of us in this: Ann, Bo, Cy and me."),
    Turn("team-missing", 1, _AIM + "On this with me, Farida from the desk and her relief."),
    Turn("team-missing", 1, _AIM + "The desk has four drawers, and I sit at it alone.", (MISSING,)),
    Turn("team-missing", 1, _AIM + "Sandra (joiner) and Tam (plumber) meet me on Fridays."),
    Turn("team-missing", 1, _AIM + "Two porters are in on this with me."),
    Turn(
        "aim-no-population",
        1,
        "Of 20 tenants 11 need a second visit. By March 2028 I'd like that to be 5 of 20.",
    ),
    Turn("aim-no-population", 1, "# Aim\nFalls will be down from 12 to 6 by March 2028.", ("Falls will be down",)),
    Turn("system-tools-missing", 1, _AIM + "We stuck Post-its along the wall for each step of a repair."),
    Turn("improvement-learning-missing", 3, "What I'm taking from it: go small, ask, and don't argue. " * 2),
    # What is spread after a test isn't where the work starts.
    Turn(
        "scope-broad",
        4,
        _AIM + "# Activity\nWe tried the tray with Jo on Monday. It went so well that all five clinics "
        "will have it in May.",
    ),
    Turn("scope-broad", 4, _AIM + "# What we tried\nThe tray with Jo. It goes live in all five clinics in May."),
    Turn("scope-broad", 2, _AIM + "# Activity\nWe will start in all five clinics in May.", ("all five clinics",)),
    # A remark in brackets behind a heading, and money.
    Turn(
        "measures-too-few",
        3,
        "# Measures\n\nOutcome (as before)\n\n- % signed in a week\n\nProcess (two of them)\n\n- Number of "
        "calls\n- Number "
        "of texts\n\nBalancing (new this month)\n\n- Pounds spent on postage",
    ),
    Turn(
        "measure-vague",
        3,
        "# Measures\n\nOutcome (as before)\n\n- % signed in a week\n\nBalancing (new this month)\n\n- Value of the "
        "postage "
        "bought\n- Team values",
        ("Team values",),
    ),
    # A month and the figure of that month are no day.
    Turn("data-missing", 5, _BY_MONTH),
    Turn("chart-missing", 5, _BY_MONTH, (MISSING,)),
    Turn("chart-missing", 5, _TESTED + "Test 1 was done.\n\n# Data\nPlans signed: May 31, June 36 (see the graph)."),
    Turn("aim-no-date", 2, "# Aim\n9 of 10 plans in the Dee team are signed in a week by March '28."),
    # A flip chart and a flow chart are none of data.
    Turn("data-missing", 3, _TESTED + "Test 1 was done, with a flip chart and a sticker chart.", (MISSING,)),
    Turn("data-missing", 3, _TESTED + "Test 1 was done, and is on the chart.", ()),
    # Headings in the writer's own words.
    Turn("aim-missing", CHARTER, "# What are we hoping for?\nCalmer mornings for the S2 pupils of Miss Orr."),
    Turn(
        "aim-no-date", CHARTER, "# What do we want to do?\nWe want 9 of 10 S2 pupils in by nine.", ("We want 9 of 10",)
    ),
    Turn("next-steps-missing", 3, _AIM + "# What we'll do\nThe tray, with Jo, on a Friday."),
    Turn("next-steps-missing", 3, _AIM + "# What we want to do\nCalmer mornings.", (MISSING,)),
    Turn("measures-missing", 3, _AIM + "# What we count\n- Outcome: signed plans\n- Process: calls"),
    # Feelings in plain words, and trust in a thing.
    Turn("human-side-missing", 3, _AIM + "# Activity\nThe porters are fed up with forms."),
    Turn("human-side-missing", 3, _AIM + "# Activity\nTwo of the porters are not convinced."),
    Turn("human-side-missing", 3, _AIM + "# Activity\nI trust the figures more than before.", (MISSING,)),
    Turn("human-side-missing", 3, _AIM + "# Activity\nThe porters trust Jo."),
    # An aim that is stated and said to be open in one breath.
    Turn(
        "aim-missing",
        3,
        "Our aim, still to be agreed with the nurses, is at present: by May 2028, 9 of 10 beds on Ward 2 are "
        " clean by noon.",
    ),
    Turn(
        "aim-unsettled",
        3,
        "Our aim, still to be agreed with the nurses, is at present: by May 2028, 9 of 10 beds on Ward 2 are "
        " clean by noon.",
        ("still to be agreed",),
    ),
    Turn(
        "aim-missing",
        3,
        "The aim is still to be agreed with the nurses, whom I meet on Friday.",
        ("still to be agreed",),
    ),
    # What hasn't been tried.
    Turn("pdsa-missing", 3, _AIM + "# Activity\nNone of these has been tried yet.", (MISSING,)),
    Turn("pdsa-missing", 3, _AIM + "# Activity\nThe launch was in May and no pilot was held.", (MISSING,)),
    Turn("pdsa-missing", 3, _AIM + "# Activity\nWe hadn't thought of the tray, and tried it with Jo."),
    # To speak of measures is not to name one.
    Turn("measures-missing", 3, _AIM + "# Activity\nThe measures are not there yet, sorry.", (MISSING,)),
    Turn("measures-missing", 3, _AIM + "# Activity\nWe haven't agreed on measures so far.", (MISSING,)),
    Turn("measures-missing", 3, _AIM + "# Activity\nOur measures are the number of calls, which isn't much."),
    # Learning that merely sounds so.
    Turn(
        "improvement-learning-missing",
        3,
        _AIM + "# Learning\nSugar has a far smaller part in it than salt.",
        ("Sugar",),
    ),
    Turn(
        "improvement-learning-missing",
        3,
        _AIM + "# Learning\nI know more than I used to about how valves are made.",
        ("I know more",),
    ),
    Turn("improvement-learning-missing", 3, _AIM + "# Learning\nI used to plan for months. Now I go smaller."),
    # How often, in other conditions, and how well.
    Turn(
        "implementation-plan-missing",
        5,
        _TESTED + "We tested the tray with Jo (predicted: two, found two). Then with both clerks, and in May on a "
        "Friday. "
        "Each time it did what we had predicted.",
        (MISSING,),
    ),
    Turn(
        "implementation-plan-missing",
        5,
        _TESTED + "- Test 1: Jo. Predicted 2, got 3.\n- Test 2: Mo. Worked well again.\n- Test 3: "
        "both. Predicted 5, got 5.",
        (MISSING,),
    ),
    Turn("implementation-plan-missing", 5, _TESTED + "We tested the tray in May with Jo. Every time it worked."),
    Turn("testing-slow", 4, _TESTED + "In May we ran our test of the tray. Three of four were signed.", (MISSING,)),
    Turn("testing-slow", 4, _TESTED + "In May we tried it with Jo. In June we did it on nights."),
    Turn("testing-slow", 4, _TESTED + "In May we ran our test of the tray. In the second three of four were signed."),
    # Other people who press.
    Turn("scale-pressure", 2, "# Activity\nOur funder wants it in all five shops by summer.", ("Our funder",)),
    Turn(
        "scale-pressure",
        2,
        "# Activity\nThe principal asked why we aren't doing it in all classes.",
        ("The principal",),
    ),
    Turn("scale-pressure", 2, "# Activity\nThe commander asked why the kettle was on."),
    # The stage, with one test under way, and with a gain that is far from the aim.
    Turn("stage-under", 4, "Project stage: 1\n\n" + _TESTED + "Test 1: done on 4 May with Jo.", ("Project stage: 1",)),
    Turn("stage-under", 4, "Project stage: 1.5\n\n" + _TESTED + "Test 1: done on 4 May with Jo."),
    Turn(
        "stage-over",
        6,
        "Project stage: 5\n\n" + _TESTED + "Tests 1 to 4 done.\n\n# Data\nThe median went from 42% to 51%.",
        ("Project stage: 5",),
    ),
    Turn(
        "stage-over",
        6,
        "Project stage: 5\n\n" + _TESTED + "Tests 1 to 4 done.\n\n# Data\nWe went from 42% to 83% and have "
        "stayed there.",
    ),
    # What the mentor asked for and whom it was for.
    Turn(
        "feedback-untouched",
        2,
        _AIM + "# Team\nJo and Femi have both joined.",
        feedback="You seem to be on your own with it: who else might lend a hand?",
    ),
    Turn(
        "feedback-untouched",
        2,
        _AIM + "# Activity\nJo was off.",
        ("who else might lend a hand",),
        feedback="You seem to be on your own with it: who else might lend a hand?",
    ),
    Turn(
        "feedback-untouched",
        4,
        _AIM + "# Reflection\nMostly, I realise, that I plan too long.",
        feedback="Could you write a bit on what you yourself are learning?",
    ),
    Turn(
        "feedback-untouched",
        4,
        _AIM + "# Reflection\nI realise that my ward has many falls, and that I know little of them.",
        ("Could you write",),
        feedback="Could you write a bit on what you yourself are learning?",
    ),
    Turn(
        "feedback-untouched",
        4,
        _AIM + "# Data\nThe run chart of the Dee team is attached. The night clerks were away.",
        ("Please show your run chart to the night clerks",),
        feedback="Please show your run chart to the night clerks.",
    ),
    Turn(
        "feedback-untouched",
        4,
        _AIM + "# Data\nThe night clerks have now seen the run chart.",
        feedback="Please show your run chart to the night clerks.",
    ),
    Turn(
        "feedback-untouched",
        4,
        _AIM + "# Activity\nTwo families have joined and told us about the form.",
        ("Ask the dentist about the families who never answer",),
        feedback="Ask the dentist about the families who never answer, as he may know them.",
    ),
)
