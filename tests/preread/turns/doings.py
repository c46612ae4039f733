"""One thing that was done, all centres at once, advice that a report answers with something else, a subject learnt."""

from __future__ import annotations

from tests.preread.turns.turn import MISSING, Turn

_AIM = "# Aim\nBy June 2028 80% of plans in the Dee team are signed in a week, from 42%.\n\n"
_TESTING = _AIM + "# Testing\n"
_LEARNT = _AIM + "# Learning\n"
_CYCLES = (
    _AIM
    + "# PDSA\nCycle 1: predicted 3 of 4, got 4. Cycle 2: predicted 5 of 6, got 6. Cycle 3: predicted 6 of 6, got 6. "
    "So it has held three times running, early and late.\n\n"
)

TURNS = (
    # One thing that was done, without a word for a test.
    Turn("testing-slow", 4, _TESTING + "We have now tried the leaflet. It lay on the desk for three days.", (MISSING,)),
    Turn(
        "testing-slow",
        5,
        _TESTING + "So far we ran the huddle. Sister led it and we guessed that 4 would come.",
        (MISSING,),
    ),
    Turn("testing-slow", 4, _TESTING + "We have done the leaflet. Then we tried it with the night staff."),
    Turn("testing-slow", 4, _TESTING + "We've done the leaflet and the huddle twice each."),
    Turn("testing-slow", 4, _TESTING + "We did the leaflet. We also did the call."),
    Turn("testing-slow", 4, _TESTING + "We did the leaflet in one school and the poster in another."),
    Turn("testing-slow", 4, _TESTING + "We have used the tray, the card and the new list."),
    Turn("testing-slow", 4, _TESTING + "The card has been tried by Ann, by Bob and by the Saturday crew."),
    # All of them, whatever they are.
    Turn(
        "scope-broad",
        2,
        _AIM + "# Activity\nWe are going right in with all nine of our pools.",
        ("all nine of our pools",),
    ),
    Turn("scope-broad", 2, _AIM + "# Activity\nThe work takes in every one of the branches.", ("every one of the",)),
    Turn("scope-broad", 2, _AIM + "# Activity\nI have met all four of our day centres' cooks for a cup of tea."),
    Turn("scope-broad", 2, _AIM + "# Activity\nWe are going in with one of our nine pools."),
    Turn("scope-broad", 2, _AIM + "# Activity\nI go to each of the shops for milk."),
    # What answers one piece of advice doesn't answer another that shares a word with it.
    Turn(
        "feedback-untouched",
        2,
        "You asked why. 300 tenants rang last year.\n\nWe wrote a card.",
        ("Might a process map",),
        feedback="Say more on why. Might a process map of how tenants ring in help?",
    ),
    Turn(
        "feedback-untouched",
        2,
        "You asked how tenants ring in. We followed the calls of six tenants through the day and drew each.",
        feedback="Might a process map of how tenants ring in help?",
    ),
    # The subject, though a team heard of it and the law has its system.
    Turn(
        "improvement-learning-missing",
        4,
        _LEARNT + "I read about asthma in school and sent the handouts round the whole team.",
        ("I read about asthma",),
    ),
    Turn(
        "improvement-learning-missing",
        4,
        _LEARNT + "I learned about the new licence rules, which bring small halls into the system.",
        ("I learned about the new licence",),
    ),
    Turn("improvement-learning-missing", 4, _LEARNT + "I learned that it is the system and not the nurse that slips."),
    Turn("improvement-learning-missing", 4, _LEARNT + "I learned to let the team choose what comes first."),
    # A plan that is the very thing, and a plan that is the writer's.
    Turn("next-steps-missing", 4, _AIM + "# Data\nThere are 9 plans, so a late plan is eleven points.", (MISSING,)),
    Turn("next-steps-missing", 4, _AIM + "# Data\nThe plan is signed by the nurse as a rule.", (MISSING,)),
    Turn("next-steps-missing", 4, _AIM + "# Data\nThere are 9 so far. The plan is a second ward in May."),
    # A picture that is stuck up is not a change that sticks.
    Turn("implementation-plan-missing", 6, _CYCLES + "Ann would stick these charts on the door.", (MISSING,)),
    Turn("implementation-plan-missing", 6, _CYCLES + "We want it to stick when Ann is away."),
)
