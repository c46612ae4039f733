"""Kinds of telling that a second fresh hand showed, in other words than theirs: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import MISSING, Turn

_AIM = "# Aim\nBy June 2028 80% of plans in the Dee team are signed in a week, from 42%.\n\n"
_TESTED = _AIM + "# PDSA\n"

TURNS = (
    # An aim that others still reword.
    Turn("aim-unsettled", 3, _AIM + "The board wants it reworded before it is signed off.", ("The board wants",)),
    Turn("aim-unsettled", 4, _AIM + "My sponsor is rephrasing this as we speak.", ("My sponsor is rephrasing",)),
    Turn("aim-unsettled", 3, _AIM + "Nothing is cast in stone.", ("Nothing is cast",)),
    Turn("aim-unsettled", 3, _AIM + "The chair would rather it was about visits.", ("The chair would rather",)),
    Turn("aim-unsettled", 3, _AIM + "The wording is pending the sponsor's view.", ("The wording is pending",)),
    Turn("aim-unsettled", 3, _AIM + "It was reworded in May and is now agreed."),
    Turn("aim-unsettled", 3, _AIM + "No change since last month."),
    Turn("aim-unsettled", 3, "# Aim\nBy June 2028 90% of dressings on Ward 2 will be changed by noon.\n"),
    # By doing whatever it is.
    Turn(
        "aim-solution",
        1,
        "# Aim\nBy June 2028 9 of 10 Dee plans are signed in a week by ringing the carer.",
        ("by ri",),
    ),
    Turn(
        "aim-solution",
        1,
        "# Aim\nBy June 2028 9 of 10 Dee plans are signed in a week by colouring the forms.",
        ("by c",),
    ),
    Turn("aim-solution", 1, "# Aim\n9 of 10 pupils in P4 are in by the morning bell by spring 2028."),
    # How long a thing takes says nothing of whose it is.
    Turn("aim-no-population", 1, "# Aim\nFrom referral to decision will be 10 days by June 2028.", ("From referral",)),
    Turn("aim-no-population", 1, "# Aim\nFrom referral to decision in the Dee team will be 10 days by June 2028."),
    # All of them from the start.
    Turn("scope-broad", 1, _AIM + "# Activity\nFrom day one all fourteen hubs take part.", ("all fourteen hubs",)),
    Turn(
        "scope-broad", 1, _AIM + "# Activity\nFrom the outset everybody at the yard is in.", ("everybody at the yard",)
    ),
    Turn("scope-broad", 1, _AIM + "# Activity\nEvery crew is in it from the outset.", ("Every crew",)),
    Turn("scope-broad", 1, _AIM + "# Activity\nFrom the start the two porters have been kind."),
    # It is another's to decide.
    Turn(
        "area-unclear",
        2,
        "# Activity\nThe rota is set by the national centre, and a sister can't touch it.",
        ("The rota",),
    ),
    Turn("area-unclear", 2, "# Activity\nThe rota is set by the sister, who has put it on the wall."),
    Turn(
        "scale-pressure",
        3,
        "# Activity\nOur director has asked for the remaining five sites by May.",
        ("Our director",),
    ),
    Turn("scale-pressure", 3, "# Activity\nI told our director that five sites aren't enough."),
    # People as one would wish them; what is to be seen; what is fetched.
    Turn("change-broad", 2, "# Change ideas\n- Confident and supported carers\n- Yellow card", ("Confident and",)),
    Turn("change-broad", 2, "# Things to try\n- Motivated bus crews\n- Yellow card", ("Motivated",)),
    Turn("change-task", 2, "# Change ideas\n- Watch the desk for two mornings\n- Yellow card", ("Watch the desk",)),
    Turn("change-task", 2, "# Change ideas\n- Go through last year's complaints by ward\n- Card", ("Go through",)),
    Turn("change-task", 2, "# What we might try\n- Survey link printed on the card\n- Meeting times hung at the door"),
    Turn("change-ideas-missing", 3, _AIM + "# Theory\nThe box for change ideas is empty so far.", (MISSING,)),
    # Whose the ideas are.
    Turn("team-ideas-missing", 3, _AIM + "# Change ideas\nMy own invention, all of them.\n\n- Yellow card", (MISSING,)),
    Turn("team-ideas-missing", 3, _TESTED + "I came up with one idea in bed. We tried the card with Jo.", (MISSING,)),
    Turn("team-ideas-missing", 3, _AIM + "# Change ideas\nI wrote down the ones that Jo suggested.\n\n- Card"),
    # The head of a table, the map of a process.
    Turn(
        "measure-type-missing", 2, "# Measures\n| What is counted | Sort | How often |\n| % signed | Outcome | Weekly |"
    ),
    Turn("measure-vague", 2, "# Measures\n| Name | Kind of measure | Source |\n| % signed | Outcome | Register |"),
    Turn("measure-vague", 2, "# Tools\n- Process map: begun with Jo\n- Process flow: to come"),
    Turn("measures-missing", 3, _AIM + "# Activity\nWe check the door every time.", (MISSING,)),
    Turn("measures-missing", 3, _AIM + "# How will we know?\n- Outcome: % signed in a week"),
    # Figures one below the other.
    Turn(
        "chart-missing",
        3,
        _TESTED + "Test 1 was done.\n\n# Data\n| Week 1 | 12 |\n| Week 2 | 15 |\n| Week 3 | 19 |",
        (MISSING,),
    ),
    Turn("chart-missing", 3, _TESTED + "Test 1 was done.\n\n# Data\n- May: 12\n- June: 15\n- July: 19", (MISSING,)),
    Turn(
        "chart-missing",
        3,
        _TESTED + "Test 1 was done.\n\n# Data\n- May: 12\n- June: 15\n- July: 19\n\nSee the run chart.",
    ),
    Turn("chart-missing", 3, _TESTED + "Test 1 was done.\n\n# Data\n- Jo: 12\n- Bo: 15\n- Cy: 19"),
    Turn("data-missing", 3, _TESTED + "Test 1 was done. We argued over two of the four.", (MISSING,)),
    # From a day, for all.
    Turn(
        "implementation-early",
        4,
        _TESTED + "We tried it with Jo.\n\n# Plans\nAs of May each desk has the tray.",
        ("As of May",),
    ),
    Turn(
        "implementation-early",
        4,
        _TESTED + "We tried it with Jo.\n\n# Plans\nFrom Monday all crews carry it.",
        ("From Monday",),
    ),
    Turn(
        "implementation-early", 4, _TESTED + "We tried it with Jo.\n\n# Plans\nFrom Monday we test it with every clerk."
    ),
    # Tests in order, their predictions, and how they went.
    Turn("pdsa-missing", 5, "Two tests this month. In the first Jo held the card. I thought five; four came."),
    Turn("testing-slow", 5, "Two tests this month. The first was with Jo, and five came. The second was with Bo."),
    Turn("prediction-missing", 3, _TESTED + "Test 1: Jo had the card. I'd said beforehand that three would take it."),
    Turn(
        "prediction-missing",
        3,
        _TESTED + "Test 1: Jo had the card.\n\n# People\nI said I would do the dishes.",
        (MISSING,),
    ),
    Turn(
        "implementation-plan-missing",
        5,
        _TESTED
        + "Test 1: Jo. It worked.\n\nTest 2: Bo, on nights. It worked there as well.\n\nTest 3: Cy. That helped too.",
        (MISSING,),
    ),
    Turn(
        "implementation-plan-missing",
        5,
        _TESTED + "Test 1: Jo. It worked.\n\nTest 2: Bo. It didn't.\n\nTest 3: Cy. It flopped.",
    ),
    Turn("testing-slow", 4, _AIM + "# PDSA 1\nJo had the card on Monday and six of eight came by.", (MISSING,)),
    # Learning, in running text.
    Turn(
        "improvement-learning-missing",
        4,
        "What I've learned this month. Valves are made of brass. Steam burns at any pressure.\n\nWe went out on "
        "Monday.",
        ("Valves",),
    ),
    Turn(
        "improvement-learning-missing", 4, "What I've learned is to test small and to ask first. We went out on Monday."
    ),
    # What is to come, and what isn't.
    Turn("next-steps-missing", 2, _AIM + "# Learning\nMy plan is no more than a guess.", (MISSING,)),
    Turn("next-steps-missing", 2, _AIM + "# Activity\nAfter that we drew a fishbone.", (MISSING,)),
    # No reasons.
    Turn(
        "rationale-missing", 1, "I have worked here since I was nine. My boss asked me why it is so small.", (MISSING,)
    ),
    Turn("human-side-missing", 2, _AIM + "# Activity\nThe porter bristled, and softened over a cup of tea with me."),
    Turn("team-missing", 1, _AIM + "Round our table: Ann, Bo and Cy."),
    # Data that are far away, and a patient's words.
    Turn(
        "measure-impractical", 2, "# Risks\nThe bank takes three to five months to send the data.", ("The bank takes",)
    ),
    # The stage.
    Turn("stage-over", 1, "Project stage: 2.5\n\n" + _AIM + "# Team\nAnn and Bo. We met once.", ("2.5",)),
    Turn("stage-over", 1, "Project stage: 2.5\n\n" + _AIM + "# Team\nAnn and Bo. We counted forms for a week."),
    # What the mentor asked, and what only bears it out.
    Turn(
        "feedback-untouched",
        3,
        _AIM + "# Data\n[chart] Plans signed\n",
        feedback="Even better if the figures were on a graph. I got lost in them on the train.",
    ),
    Turn(
        "feedback-untouched",
        3,
        _AIM + "# Team\nSince your letter three porters have said yes.",
        feedback="I'd love to know who is helping you with this. It sounds lonely.",
    ),
    Turn(
        "feedback-untouched",
        3,
        _AIM + "# Activity\nThe plan went from Jo to the Dee team and the carer.",
        ("I'd urge you to sketch the route",),
        feedback="I'd urge you to sketch the route that a plan takes from the Dee team to the carer.",
    ),
    Turn(
        "feedback-untouched",
        3,
        _AIM + "# Activity\nWe have drawn a process map.",
        ("I couldn't find a word on the night porters",),
        feedback="Even better if you drew a process map. I couldn't find a word on the night porters.",
    ),
    # An aim below a heading that is a remark.
    Turn(
        "aim-missing",
        1,
        "# How it works now\nWe want 9 of 10 plans of the Dee team to be signed in a week by June 2028.",
    ),
    Turn("aim-missing", 1, "# What we know so far\nPlans wait for a week.", (MISSING,)),
)
