"""Sentences of later months: ideas, tests, data, learning: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import MISSING, Turn

_AIM = "# Aim\nBy June 2028 80% of plans in the Dee team are signed in a week, from 42%.\n\n"

TURNS = (
    Turn(
        "change-broad",
        2,
        "# Change ideas\n- Staff education\n- More joined-up approach with health\n- Raise the profile of "
        "the service\n- "
        "Yellow sticker on the folder of each new case\n- Nurture principles\n- Improve the environment\n",
        (
            "Staff education",
            "More joined-up approach with health",
            "Raise the profile of the service",
            "Nurture principles",
            "Improve the environment",
        ),
    ),
    Turn(
        "change-broad",
        3,
        "# Change ideas\n- Multidisciplinary input\n- Clear roles and responsibilities\n- Parents get the "
        "plan by text on "
        "the Friday\n- Technology\n",
        ("Multidisciplinary input", "Clear roles and responsibilities", "Technology"),
    ),
    Turn(
        "change-broad",
        3,
        "# Change ideas\n- Five-minute staff training at the start of the late shift\n- Communication card on the "
        "wheelchair\n- Support worker rings on day two\n- Standard text for the letter\n",
    ),
    Turn(
        "change-task",
        2,
        "# Change ideas\n- Hold focus groups with parents\n- Benchmark against the other boards\n- Get "
        "sign-off from the "
        "information governance team\n- Coloured lids\n- Baseline audit of 20 notes\n",
        (
            "Hold focus groups with parents",
            "Benchmark against the other boards",
            "Get sign-off from the information governance team",
            "Baseline audit of 20 notes",
        ),
    ),
    Turn(
        "change-task",
        2,
        "# Change ideas\n- Team leader meets each new tenant at the door with the keys\n- Audit card that "
        "the carer fills "
        "in at the bedside\n- Map of the building on the back of the letter\n",
    ),
    Turn(
        "data-missing",
        3,
        _AIM
        + "# Activity\nThe first two tests went well and staff say that it is much quicker. I will send figures when "
        "I have them.\n\n# PDSA\nPDSA 1 and 2 done.\n",
        (MISSING,),
    ),
    Turn(
        "data-missing",
        4,
        _AIM + "# Measures\nOutcome: % signed in a week. Process: number of calls; time to draft.\n\n# Data\nData "
        "collection is ongoing.\n",
        (MISSING,),
    ),
    Turn(
        "data-missing",
        4,
        _AIM + "# Data\nWeek by week since we began: 4, 5, 4, 7, 8, 8 of ten.\n",
    ),
    Turn(
        "implementation-early",
        3,
        _AIM + "# Activity\nThe folder was such a hit at the meeting that it's now how we all do it.\n",
        ("it's now how we all do it",),
    ),
    Turn(
        "implementation-early",
        2,
        _AIM + "# Next steps\nThe new pathway goes live across the partnership on 3 March.\n",
        ("goes live across the partnership",),
    ),
    Turn(
        "implementation-early",
        3,
        _AIM + "# Next steps\nOnce the form is printed it will replace the old one everywhere.\n",
        ("it will replace the old one everywhere",),
    ),
    Turn(
        "implementation-early",
        3,
        _AIM
        + "# Next steps\nThe new rota for staff goes live on Monday for one week with Carol's shift as PDSA 3, after "
        "two good tests.\n\n# PDSA\nPDSA 1 and 2 were done.\n",
    ),
    Turn(
        "prediction-missing",
        3,
        _AIM + "# PDSA\nCycle 1: two plans in red folders. Both were signed. Cycle 2: four plans. Three were signed.\n",
        (MISSING,),
    ),
    Turn(
        "prediction-missing",
        3,
        _AIM + "# PDSA\nCycle 1: two plans in red folders. My bet was that one would be signed; both were.\n",
    ),
    Turn(
        "improvement-learning-missing",
        3,
        "# Learning\nI now know much more about the legislation on data sharing and about the new guidance on foster "
        "care. Dehydration is more common than I knew.\n",
        ("I now know much more about the legislation",),
    ),
    Turn(
        "improvement-learning-missing",
        3,
        "# Reflections\nOne test taught us more than three months of meetings.\n",
    ),
    Turn(
        "implementation-plan-missing",
        5,
        _AIM
        + "# PDSA\nCycles 3 to 7 with five workers, on days and at weekends: each time nine of ten were signed, as "
        "we predicted.\n\n# Next steps\nWe carry on.\n",
        (MISSING,),
    ),
    Turn(
        "testing-slow",
        4,
        _AIM + "# PDSA\nOur test of the red folder took place on 3 May with two plans. We predicted one; both were "
        "signed.\n\n# Next steps\nWe'll decide what else to try.\n",
        (MISSING,),
    ),
    Turn(
        "testing-slow",
        4,
        _AIM + "# PDSA\nThe red folder was tried on Tuesday, then again by the night team, and last week by three "
        "students.\n",
    ),
    Turn(
        "next-steps-missing",
        3,
        _AIM + "# Activity\nTwo tests are behind us and the folder did what it should. Jim has been off. The weather "
        "hasn't helped.\n",
        (MISSING,),
    ),
    Turn(
        "next-steps-missing",
        3,
        _AIM + "# Activity\nTwo tests are behind us. Third one's pencilled in for Tuesday with Jim.\n",
    ),
    Turn(
        "measures-too-many",
        2,
        "# Measures\nOutcome\n- % of plans signed in a week, which we split into new plans, reviews and transfers\n"
        "Process\n- number of calls and number of texts to families\n- time from draft to signature\nBalancing\n- "
        "minutes of overtime\n",
    ),
    Turn(
        "measure-type-missing",
        2,
        "# Measures\nThe main thing that we want to shift is the % of plans signed in a week (outcome). To "
        "see that the "
        "folder is used we count red folders on the shelf (process). And we ask whether drafts get worse: "
        "number sent "
        "back (balancing).\n",
    ),
    Turn(
        "measure-type-missing",
        2,
        "# Measures\n- % of plans signed in a week\n- red folders on the shelf, count\n",
        ("% of plans signed in a week",),
    ),
    Turn(
        "measures-missing",
        3,
        _AIM + "# Data\nThe clerk notes each morning how many plans came back signed and I plot it.\n",
    ),
    Turn(
        "human-side-missing",
        3,
        _AIM
        + "# Activity\nJim was against it to begin with and so was half the office. Since he saw that it saves him a "
        "phone call he shows others.\n",
    ),
    Turn(
        "human-side-missing",
        2,
        _AIM + "# Activity\nWe drew a process map on Monday. The next meeting is on the 12th.\n",
        (MISSING,),
    ),
    Turn(
        "team-ideas-missing",
        3,
        _AIM + "# Change ideas\n- Red folder\n- Text on Friday\n\nI took these from a paper and from what I've seen "
        "elsewhere.\n",
        (MISSING,),
    ),
    Turn(
        "team-ideas-missing",
        3,
        _AIM + "# Change ideas\n- Red folder, Jim's notion\n- Text on Friday, which a gran asked for\n",
    ),
    Turn(
        "stage-over",
        3,
        "Project stage: 3\n\n" + _AIM + "# Activity\nOne test done, and another to come. Nothing has shifted "
        "in the data "
        "so far.\n\n# PDSA\nPDSA 1 done. We predicted 3 and got 1.\n",
    ),
    Turn(
        "stage-over",
        2,
        "Project stage: 2.5\n\n" + _AIM + "# Activity\nThe team has formed and we drew a map. Tests begin in May.\n",
    ),
    Turn(
        "stage-over",
        2,
        "Project stage: 2.5\n\n" + _AIM + "# Activity\nThe team has formed and a map is to come. Tests begin in May.\n",
        ("2.5",),
    ),
    Turn(
        "stage-over",
        2,
        "Project stage: 3.5\n\n" + _AIM + "# Activity\nThe team has formed and we drew a map. Tests begin in May.\n",
        ("Project stage: 3.5",),
    ),
)
