"""Ways in which improvement projects really write, in sentences of our own: none makes a rule say something foolish."""

from __future__ import annotations

import pytest

from qibot.preread import pre_read
from tests.preread.seeing import CHARTER, report

SOUND = {
    "a problem statement with STAN": (
        "Problem: one in nine letters comes back. Aim: by the end of April 2027, 95% of letters from "
        "the west housing team reach the tenant first time (89% in October). Team: two clerks and a "
        "tenant."
    ),
    "what are we trying to accomplish": (
        "# What are we trying to accomplish?\nTo increase the share of inpatients on Birch Ward with "
        "a documented treatment escalation plan from 34% to 90% by 30 June 2027.\n\n# Why is it "
        "important?\nPatients were resuscitated against their wishes twice last year.\n\n# Who is in "
        "the team?\nRegistrar, ward sister, palliative care nurse."
    ),
    "how will we know": (
        "# Aim\nFrom 12 to 4 a month: medication errors on discharge from Ward 6 by September "
        "2027.\n\n# Rationale\nTwo readmissions in May.\n\n# How will we know that a change is an "
        "improvement?\nOutcome measure: number of errors a month. Process measures: % of discharges "
        "with a pharmacist's check; time from decision to tablets. Balancing measure: length of stay "
        "in hours.\n\n# Team\nPharmacist and nurses."
    ),
    "smart": (
        "# SMART aim\nEvery child in the Rowan room chooses a book at bedtime at least four nights a "
        "week by Easter 2027.\n\n# Background\nFamilies told us that evenings are hard.\n\n# "
        "Who\nKey workers, two parents and I."
    ),
    "days between": (
        "# Aim\nThere will be 100 days between falls with harm in Elm Unit by 31 December 2027; the "
        "record is 21.\n\n# Rationale\nThree hip fractures since January.\n\n# Project "
        "team\nPhysiotherapist, carers, a resident's son."
    ),
    "by half": (
        "# Aim\nWe will halve the number of young people in the Leven area who wait over 18 weeks "
        "for a first appointment, from 60 to 30, by August 2027.\n\n# Need\nSelf-harm while waiting "
        "has gone up.\n\n# Team\nTwo nurses, a psychologist, a young person."
    ),
    "zero": (
        "# Aim\nNo child in temporary foster care moves more than once in the first six months, by "
        "March 2028.\n\n# Reason\nEach move costs a child friends and school.\n\n# Team\nPlacement "
        "team and two carers."
    ),
    "scots turns": (
        "# Aim\nBy the summer, 8 of the 10 wee ones in the nurture room will manage the messages "
        "walk without a meltdown, up from 3.\n\n# Rationale\nFolk outwith the school have "
        "complained, and the bairns are fair upset.\n\n# Team\nMe, Senga and the jannie."
    ),
    "in a table": (
        "| Aim | 75% of stage 1 complaints to Parks are answered in five days by May 2027, from 40% |"
        "\n| Rationale | The ombudsman upheld six complaints |\n| Team |"
        " Two officers and a councillor's clerk |\n| Measures |"
        " Outcome: % answered in five days. Process: number of complaints with an owner on day one. "
        "Balancing: number reopened. |"
    ),
    "change ideas that sound like tasks": (
        "# Aim\nBy June 2027 90% of new carers in Tay have a visit in week one, from 20%.\n\n# "
        "Rationale\nThey leave early.\n\n# Change ideas\n- Meeting point at the door with tea for "
        "new carers, one Monday\n- Survey question on the back of the appointment card for ten "
        "carers\n- Data board in the kitchen that carers fill in themselves\n\n# Team\nCarers and me."
    ),
    "structure, process and outcome": (
        "# What are you trying to accomplish?\nBy December 2027, 9 in 10 people with a hip fracture at "
        "St Fillan's go to theatre within 36 hours (6 in 10 in spring).\n\n# Background\nEach day of waiting "
        "costs strength.\n\n# Stakeholders and team\nOrthogeriatrician, theatre coordinator, ward sister.\n\n"
        "# Measures\nOutcome: % in theatre within 36 hours. Process: hours from X-ray to listing. Balancing: "
        "elective operations cancelled per week."
    ),
    "a problem of practice in a school": (
        "# Problem of practice\nChildren in SIMD 1 and 2 leave P1 further behind in talking.\n\n# Aim\nBy "
        "June 2028, 22 of our 28 P1 pupils in Burnside will use sentences of five words in free play, from 9."
        "\n\n# Theory of improvement\nThe driver diagram was made with parents.\n\n# Team\nP1 teacher, "
        "speech therapist, two parents."
    ),
    "a count between events": (
        "# Goal\nThe median number of days between missed insulin doses on Ward 7 goes from 4 to 21 by the end "
        "of March 2028.\n\n# Why does this matter?\nTwo people needed intensive care.\n\n# Project team\nPharmacist, "
        "charge nurse, a patient."
    ),
    "a global and a project aim": (
        "# Aims\nGlobal aim: families trust the service. Project aim: by 30 April 2028, 85% of families at the "
        "Clova hub hear our decision within 10 working days, compared with 48%.\n\n# Case for change\nComplaints "
        "upheld by the ombudsman.\n\n# Improvement team\nTwo social workers, a parent."
    ),
    "equity as a reason": (
        "# Aim statement\nIncrease from 31% to 60% the share of women with a learning disability at the Ladywell "
        "practice who take up breast screening, by October 2028.\n\n# Equity\nThey die earlier than "
        "others.\n\n# Sponsor and team\nPractice manager as sponsor; nurse, carer, advocate."
    ),
    "operational definitions": (
        "# Aim\nBy May 2028 the wait from referral to first visit for families at the Dee centre is 3 weeks "
        "(median), from 9.\n\n# Rationale\nFamilies reach crisis.\n\n# Measurement plan\nOutcome measure: median "
        "weeks from referral to first visit. Process measures: % of referrals read on the day; number of "
        "calls made in week one. Balancing measure: % of visits that are cancelled.\n\n# Core team\nFamily "
        "support workers and a clerk."
    ),
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_a_sound_charter_in_other_words_brings_no_alarm(text: str) -> None:
    assert [(o.rule, o.words) for o in pre_read(report(text, CHARTER))] == []


LATER = {
    "plan do study act in full": (
        "# PDSA cycle 4\nPlan: the ward clerk rings relatives at ten. We thought that six of eight "
        "would answer.\nDo: eight calls on Tuesday.\nStudy: five answered; two numbers were "
        "old.\nAct: adapt, check the number on admission."
    ),
    "adopt adapt abandon": (
        "# Tests of change\nRamp 1, test 3: bell by the bed. Hypothesis: fewer calls out. It made no "
        "difference, so we abandoned it.\nRamp 2, test 1: cup within reach. We expected 8 of 10 and "
        "saw 9 of 10; adopted for two more bays."
    ),
    "we tried": (
        "# What we have been trying\nIn week 3 we tested a text message with four families, and I "
        "guessed that three would reply. All four did. Then we ran the same test with a family that "
        "has little English, which failed: nobody could read it."
    ),
    "a PDSA form with questions": (
        "# PDSA form\nCycle: 3\nWhat is the objective of this cycle? To learn whether a parent reads the "
        "card.\nPredictions: "
        "three of four read it.\nWhat happened? Two did; two had no glasses with them.\nWhat next? Adapt: larger print."
    ),
    "special causes": (
        "# Tests so far\nFive tests of the bedside board, the last on nights. Predictions were right in "
        "four. The chart "
        "shows a shift of eight points above the median, with one special cause in the week of the flood."
    ),
    "a test that failed well": (
        "# PDSA 5\nIt flopped, and that is what we needed to know: nobody had time at 8 am. My prediction was 6 of 10, "
        "we got 1. Next we try 2 pm."
    ),
    "under what conditions": (
        "# Testing under a range of conditions\nCycle 6 with bank staff, cycle 7 on a Sunday, cycle 8 during the "
        "outbreak. "
        "We expected it to slip on Sunday; it held at 88%. We are thinking about sustaining it and who will own it."
    ),
}
AROUND = (
    "# Aim\nBy June 2027 80% of plans in the Eastfield team are complete, from 42%.\n\n# "
    "Measures\nOutcome: % of plans complete. Process: number of calls; time to first draft. "
    "Balancing: minutes of overtime.\n\n# Data\n[chart] Run chart\n\n# Learning\nI am learning "
    "to ask before I tell.\n\n# Next steps\nA test at night.\n\n"
)


@pytest.mark.parametrize("text", LATER.values(), ids=LATER)
def test_tests_of_change_are_seen_in_the_ways_that_people_tell_of_them(text: str) -> None:
    assert [(o.rule, o.words) for o in pre_read(report(AROUND + text, 5))] == []
