"""Short pieces of reports as people in many kinds of service write them, with what each rule is to say of them."""

from __future__ import annotations

from dataclasses import dataclass

MISSING = "(missing)"


@dataclass(frozen=True, slots=True)
class Turn:
    """A piece of a report, the rule that looks at it, and what it is to quote; nothing where it is to be silent."""

    rule: str
    number: int
    text: str
    said: tuple[str, ...] = ()
    feedback: str = ""


AIMS = (
    Turn(
        "aim-missing",
        1,
        "Dear Moira,\n\nI'm leading on the discharge lounge. By June every patient who is ready before noon should "
        "be sitting there with their tablets by two o'clock. At the moment that is about one in three.\n\n"
        "Best wishes, Anil",
    ),
    Turn(
        "aim-missing",
        2,
        "# What better looks like\nNine out of ten families hear from a named worker within five days of referral, "
        "by the end of March 2027. Last year it was four out of ten.\n\n# Team\nMe, two duty workers and a mum.",
    ),
    Turn(
        "aim-missing",
        1,
        "Hi Joan, a quick report. Our pupils turn up late to period one, 45 of them on a bad day. I'd love to "
        "see that "
        "down to 15 by Easter. I've got the janitor and two guidance teachers on board.",
    ),
    Turn(
        "aim-missing",
        3,
        "# Our ambition\nNo tenant in Kirkmuir waits more than ten working days for a repair by October 2027.\n\n"
        "# This month\nWe ran a first test.",
    ),
    Turn(
        "aim-missing",
        3,
        "# Purpose\nTo get statements from victims of housebreaking taken within 48 hours in 9 of 10 cases by "
        "September 2027 (now 5 of 10).\n\n# Activity\nTwo officers tried a booking slot.",
    ),
    Turn(
        "aim-missing",
        3,
        "# Overview\nThe project sets out to reduce missed meals on Ward 12 from 30 to 10 a week by May 2027.\n\n"
        "# Activity\nFirst test done.",
    ),
    Turn(
        "aim-missing",
        3,
        "# Activity\nAs you know, we are trying to get the share of new volunteers who are still with us after three "
        "months up from 50% to 75% by December. I spoke to six who left.\n\n# Next\nA test in August.",
    ),
    Turn(
        "aim-missing",
        4,
        "# Target\n85% of food parcels delivered on the day that was promised, by 31 August 2027.\n\n# "
        "Tests\nOne done.",
    ),
    Turn(
        "aim-missing",
        1,
        "# Improvement question\nCan we halve the time that a young carer in Leith waits for an assessment, "
        "from 60 to "
        "30 days, by summer?\n\n# Team\nFive of us.",
    ),
    Turn(
        "aim-missing",
        2,
        "# My project\nI work in the registrars' office. We want people to be able to register a death within two "
        "working days so that families can hold the funeral when they wish.\n\n# Team\nThree registrars.",
    ),
    Turn(
        "aim-missing",
        2,
        "# Project title\nFewer no-shows at the smear clinic, from 22% to 10% by May\n\n# Team\nTwo nurses.",
    ),
    Turn(
        "aim-missing",
        1,
        "# Project\nMy project is about attendance at our secondary school. It matters a great deal to the head.\n\n"
        "# Team\nTwo teachers.",
        (MISSING,),
    ),
    Turn(
        "aim-missing",
        3,
        "# Activity\nWe met twice and talked about wound care. The team is keen. I read two papers.\n\n# Next steps\n"
        "I will book a room.",
        (MISSING,),
    ),
    Turn(
        "aim-no-amount",
        2,
        "# Aim\nTo improve the experience of visitors to the prison by June 2027.\n\n# Team\nMe.",
        ("To improve the experience",),
    ),
    Turn(
        "aim-no-amount",
        3,
        "Hello Ken. We want fewer children in Room 5 to be sent out of class before the summer. It is going well.",
        ("We want fewer children",),
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Goal\nPatients at the Tweed practice get their results sooner, by the end of 2027.\n",
        ("Patients at the Tweed",),
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Aim\nBy May 2027 tenants in Block 4 will feel safer on the stairs.\n\n# Why\nIn 2026, 14 of 40 told us "
        "that they are afraid.",
        ("By May 2027 tenants",),
    ),
    Turn(
        "aim-no-amount",
        1,
        "# What we want to achieve\nBetter handover between day and night staff at Rowan Lodge by September.\n",
        ("Better handover",),
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Aim\nAll callers to the contact centre are answered within three minutes by July 2027.\n",
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Aim\nWe will increase uptake of free school meals at St Ann's by June 2027. At present 52% eat; we would "
        "like 75%.\n",
    ),
    Turn(
        "aim-no-amount",
        3,
        "# Aim\nOur aim is to speed up the one-stop shop's decisions on blue badges for people over 65 by next "
        "spring.\n",
        ("Our aim is to speed up",),
    ),
)

SCOPE = (
    Turn(
        "scope-broad",
        1,
        "# Scope\nThis will cover all 14 wards of the hospital from day one.\n",
        ("all 14 wards",),
    ),
    Turn(
        "scope-broad",
        1,
        "# Aim\nBy June 2027, 90% of staff across the whole council will have a yearly talk with their manager.\n",
        ("across the whole council",),
    ),
    Turn(
        "scope-broad",
        2,
        "# Activity\nWe have decided to go for every nursery in the authority at once, as it is fairer.\n",
        ("every nursery in the authority",),
    ),
    Turn(
        "scope-broad",
        2,
        "Dear Pat, we'll work with all schools in the county straight away. No point in hanging about.",
        ("all schools in the county",),
    ),
    Turn(
        "scope-broad",
        2,
        "# Scope\nForce-wide: all divisions begin in January.\n",
        ("Force-wide",),
    ),
    Turn(
        "scope-broad",
        1,
        "# Scope\nEventually all wards, but we begin with one bay of Ward 3.\n",
    ),
    Turn(
        "scope-broad",
        1,
        "# Aim\nAll patients on Ward 9 have their pain scored every four hours by May 2027, from 40%.\n\n# Team\nThe "
        "whole team is behind it.\n",
    ),
    Turn(
        "scope-broad",
        1,
        "# Background\nAll schools in the region must report attendance to government each term.\n\n# Aim\nIn P6 at "
        "Moss Primary 9 of 10 pupils come on time by June 2027, from 6.\n",
    ),
    Turn(
        "scope-broad",
        3,
        "# Spread\nIf the results hold, the board would like to see it in all practices next year.\n\n# Aim\nAt Elm "
        "practice 80% of letters are coded in two days by June 2027, from 35%.\n",
    ),
    Turn(
        "scope-broad",
        2,
        "# Activity\nI presented to the whole organisation at the staff conference and visited every ward to say "
        "hello.\n\n# Aim\nOn Ward 2, 9 of 10 drips are dated by May 2027.\n",
    ),
    Turn(
        "area-unclear",
        1,
        "Dear Sue, I'm afraid I still haven't got a project. My manager and I are to talk about it on Friday.",
        ("I'm afraid I still haven't got a project",),
    ),
    Turn(
        "area-unclear",
        1,
        "# Project\nI am torn between hand hygiene and visiting times and have yet to pick one.\n",
        ("I am torn between",),
    ),
    Turn(
        "area-unclear",
        2,
        "# Project\nThe waiting list is run by another directorate and I have no say over how they book.\n",
        ("The waiting list is run",),
    ),
    Turn(
        "area-unclear",
        2,
        "# Project\nMy original project fell through when the service moved, so I am looking for a new one.\n",
        ("My original project fell through",),
    ),
    Turn(
        "area-unclear",
        1,
        "# Topic\nTo be confirmed with my head teacher.\n",
        ("To be confirmed",),
    ),
    Turn(
        "area-unclear",
        1,
        "# Project\nNo topic as yet: several things are in my mind, among them homework and bullying.\n",
        ("No topic as yet",),
    ),
    Turn(
        "area-unclear",
        1,
        "# Aim\nBy June 2027 8 of 10 letters leave the office in two days, from 3.\n\n# Team\nWe haven't chosen "
        "a team "
        "name yet.\n",
    ),
    Turn(
        "area-unclear",
        1,
        "# Activity\nWe chose the project with the ward in October, after we had weighed four topics.\n",
    ),
)

MEASURES = (
    Turn(
        "measure-vague",
        2,
        "# Measures\n- Outcome: parental trust\n- Process: % of forms sent by Friday\n- Balancing: staff morale\n",
        ("parental trust", "staff morale"),
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\n- Falls per 1,000 bed days (outcome)\n- Bed occupancy (balancing)\n- Compliance with the "
        "bundle, in "
        "ten sets of notes a week (process)\n",
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\nOutcome: attendance in P5, as per cent of sessions. Process: texts sent by ten o'clock "
        "each day. "
        "Balancing: complaints from parents per month.\n",
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\nOur outcome measure is the waiting list at month end. We count it from the system.\n",
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\n- Outcome: tenants who feel safe, from a five-point question on the doorstep\n- Process: checks "
        "done by the warden out of those due\n- Balancing: minutes of overtime\n",
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\nThese are still being worked out with our analyst.\n",
    ),
    Turn(
        "measure-vague",
        2,
        "# How we'll know\n- Happier staff\n- Improved communication\n- Number of calls\n",
        ("Happier staff", "Improved communication"),
    ),
    Turn(
        "measure-vague",
        3,
        "# Measures\n| Measure | Type | How often |\n| Readmissions within 28 days | Outcome | Monthly |\n| "
        "Phone calls made "
        "on day two | Process | Weekly |\n| Quality of life | Outcome | Monthly |\n",
        ("Quality of life",),
    ),
    Turn(
        "measures-too-many",
        2,
        "# Measures\n- Outcome: number of falls\n- Outcome: number of falls with harm\n- Outcome: length of "
        "stay in days\n"
        "- Process: % with a mat\n",
        ("length of stay in days",),
    ),
    Turn(
        "measures-too-many",
        2,
        "# Measures\nOutcome: % of plans that are complete, counted as number of plans with all boxes filled, "
        "and number "
        "of plans in all, each week.\nProcess: number of calls; time to first draft.\n",
    ),
    Turn(
        "measures-too-many",
        2,
        "# Outcome measure\nNumber of late letters a week.\nNumber is taken from the log.\nWe look back over 12 "
        "weeks.\n\n"
        "# Process measures\n- % with a stamp\n- time to sign, in hours\n",
    ),
    Turn(
        "measures-too-many",
        3,
        "# Measures\nOutcome: % on time. In May it was 40%, in June 55%, in July 70%. Process: calls a day. "
        "Balancing: "
        "overtime in hours.\n",
    ),
    Turn(
        "measures-too-many",
        2,
        "# Process measures\n- % of notes with a score\n- number of huddles a week\n- minutes from bell to "
        "bed\n- % of staff "
        "shown how\n",
        ("% of staff shown how",),
    ),
    Turn(
        "measures-too-many",
        2,
        "# Measures\n- Outcome: days between incidents\n- Process: % of checks done. Collected daily by the "
        "nurse in charge, "
        "number of checks and number due, on a sheet\n- Balancing: minutes of overtime\n",
    ),
    Turn(
        "measure-impractical",
        2,
        "# Measures\nOutcome: % of carers who feel heard. To get this I have to ring each of 300 carers myself, "
        "which "
        "takes days.\n",
        ("To get this I have to ring",),
    ),
    Turn(
        "measure-impractical",
        2,
        "# Data\nThe system doesn't hold the time of arrival, so it means going through every paper file by hand.\n",
        ("The system doesn't hold",),
    ),
    Turn(
        "measure-impractical",
        3,
        "# Measures\nOutcome: exam results. They only come out once a year, in August.\n",
        ("They only come out once a year",),
    ),
    Turn(
        "measure-impractical",
        3,
        "# Data\nI've asked Information Services for the readmission figures, but they take about four months "
        "to reach us.\n",
        ("I've asked Information Services",),
    ),
    Turn(
        "measure-impractical",
        2,
        "# Measures\nBalancing: cost per visit in £. Finance say there is no way of splitting this by team.\n",
        ("Finance say there is no way",),
    ),
    Turn(
        "measure-impractical",
        2,
        "# Measures\nProcess: minutes from call to arrival. Nobody records this at present and we have no means "
        "of doing so.\n",
        ("Nobody records this",),
    ),
    Turn(
        "measure-impractical",
        2,
        "# Measures\nProcess: number of texts. The clerk jots it down at the end of the shift; it takes a minute.\n",
    ),
    Turn(
        "measure-impractical",
        3,
        "# Learning\nIt was hard to get doctors to come, and it takes time to win them over.\n",
    ),
)

PROGRESS = (
    Turn(
        "next-steps-missing",
        3,
        "# Activity\nIn March we will have been at it for half a year. The ward clerk said that she will not "
        "fill in a form. "
        "As planned, we tried a sticker.\n\n# Learning\nI hope this is clear.\n",
        (MISSING,),
    ),
    Turn(
        "next-steps-missing",
        2,
        "# Aim\nBy June 2027, 8 of 10 letters go in two days.\n\n# Change ideas\n- A tray that will sit by the "
        "door\n\n"
        "# Activity\nWe drew a process map on Monday. The team planned to meet and did.\n",
        (MISSING,),
    ),
    Turn(
        "next-steps-missing",
        3,
        "# PDSA\nPlan: on Tuesday Mary will try the card with one pupil. Prediction: he will stay in class. Do: "
        "she did. "
        "Study: he stayed. Act: adopted.\n\n# Learning\nStaff need to see it for themselves.\n",
        (MISSING,),
    ),
    Turn(
        "next-steps-missing",
        1,
        "Dear Ann, I have set up my team: two porters and a nurse. They were planning a leaving do, so it took "
        "a while. Our "
        "aim is for 9 of 10 beds to be clean in an hour by May. That is all for now. Regards, Tom",
        (MISSING,),
    ),
    Turn("next-steps-missing", 3, "# Activity\nA test of the card.\n\n# To do\nAsk Ward 6 to try it at night.\n"),
    Turn(
        "next-steps-missing", 2, "Hi Jo. Two tests so far. In May: bus stop number three, with the same sign. Bye, Al"
    ),
    Turn("next-steps-missing", 2, "# Activity\nWe met. I'm going to ring the six families on Friday.\n"),
    Turn(
        "next-steps-missing",
        3,
        "# Actions for December\n- Repeat with the night shift\n- Show the chart at the huddle\n",
    ),
    Turn(
        "stage-under",
        4,
        "Project stage: 1.5\n\n# Activity\nWe tried the card with one pupil, then with four, and last week with "
        "the whole "
        "class.\n\n# Data\nOutbursts went from 12 to 5 a week.\n",
        ("Project stage: 1.5",),
    ),
    Turn(
        "stage-under",
        5,
        "Project stage: 2\n\n# PDSA tests\nFour cycles done, all as predicted.\n\n# Data\nThe median has moved "
        "from 40% "
        "to 62%, a shift of eight points above the old median.\n",
        ("Project stage: 2",),
    ),
    Turn(
        "stage-under",
        7,
        "Project stage: 3\n\n# Aim\nBy June 2027, 90% of notes on Ward 4 have a plan, from 30%.\n\n# Data\nWe "
        "reached 91% in "
        "March and have held it for five months.\n\n# PDSA tests\nTests 1 to 6 were done.\n",
        ("Project stage: 3",),
    ),
    Turn(
        "stage-under",
        4,
        "Project stage: 0.5\n\n# Team\nFive of us meet weekly and our aim is agreed.\n\n# Aim\nBy June 2027 8 "
        "of 10 letters "
        "go in two days, from 3.\n\n# Understanding the system\nWe made a process map and a fishbone.\n",
        ("Project stage: 0.5",),
    ),
    Turn(
        "stage-under",
        3,
        "Project stage: 1\n\n# PDSA tests\nTest 1: a sticker on two files. We predicted that both would be "
        "signed; one was.\n"
        "Test 2: a red sticker. Both were signed.\n",
        ("Project stage: 1",),
    ),
    Turn(
        "stage-under",
        3,
        "Project stage: 2.5\n\n# PDSA tests\nTest 1 and test 2 were done.\n\n# Data\nNo change yet: 40% before "
        "and 41% now.\n",
    ),
    Turn(
        "stage-under",
        2,
        "Project stage: 1\n\n# Team\nI have asked two colleagues.\n\n# Aim\nStill drafting.\n",
    ),
    Turn(
        "stage-under",
        4,
        "Project stage: 3\n\n# PDSA tests\nThree tests were done.\n\n# Data\nUp from 40% to 48%.\n",
    ),
    Turn(
        "data-missing",
        3,
        "# Activity\nWe tried the card with 2 of the 8 nurses on 12 May. It was 30 minutes long.\n\n# Data\nI "
        "have not "
        "begun to collect anything yet, it will come from 1 July.\n",
        (MISSING,),
    ),
    Turn(
        "data-missing",
        4,
        "# Data\nWe're waiting for the system to be set up so that a run chart can be made.\n\n# Tests\nTwo "
        "nurses tried the "
        "sheet and liked it.\n",
        (MISSING,),
    ),
    Turn(
        "data-missing",
        3,
        "# Measures\nOutcome: % on time, shown on a chart once we have the figures.\n\n# Activity\nThe meeting "
        "was at 2 and "
        "there were 6 of us.\n",
        (MISSING,),
    ),
    Turn(
        "data-missing",
        4,
        "Hi Lee, things feel better on the ward and folk are smiling. We tried the board.",
        (MISSING,),
    ),
    Turn("data-missing", 3, "# Activity\nLast week 14 calls were missed; the week before it was 22.\n"),
    Turn("data-missing", 3, "# Data\n| Week | Late |\n| 1 | 12 |\n| 2 | 9 |\n"),
    Turn("data-missing", 4, "# Results\nThe run chart is attached as a spreadsheet.\n"),
    Turn("data-missing", 5, "Dear Bea, seven of the nine letters went out on time this week, against three in May."),
    Turn(
        "implementation-early",
        2,
        "# Activity\nThe new form went out to all staff on Monday and the old one has been withdrawn.\n",
        ("The new form went out to all staff",),
    ),
    Turn(
        "implementation-early",
        3,
        "# Next steps\nFrom 1 May the checklist will be used by every ward.\n\n# PDSA\nOne test was done and it "
        "went well.\n",
        ("From 1 May the checklist",),
    ),
    Turn(
        "implementation-early",
        2,
        "Dear Una, we have written the protocol and it starts for everybody next week. It's now how we do things here.",
        ("we have written the protocol",),
    ),
    Turn(
        "implementation-early",
        3,
        "# Next steps\nWe will now roll this out to the other five teams.\n\n# PDSA\nTest 1: two families got a "
        "text. "
        "Both came.\n",
        ("We will now roll this out",),
    ),
    Turn(
        "implementation-early",
        3,
        "# Changes\nThe triage desk is fully implemented and part of our standing orders.\n",
        ("The triage desk is fully implemented",),
    ),
    Turn(
        "implementation-early",
        3,
        "# PDSA tests\nTest 1: one nurse. Test 2: three nurses. Test 3: nights.\n\n# Next steps\nWe will roll "
        "it out to Ward 5.\n",
    ),
    Turn(
        "implementation-early",
        2,
        "# Background\nThe council rolled out a new phone system last year and calls were lost.\n",
    ),
    Turn(
        "implementation-early",
        3,
        "# Next steps\nIf the second and third test go as predicted, we'll think about rolling out. Not before.\n",
    ),
    Turn(
        "improvement-learning-missing",
        3,
        "# Learning and reflection\nI learnt that pressure ulcers form in hours, and that heels are at most risk.\n",
        ("I learnt that pressure ulcers",),
    ),
    Turn(
        "improvement-learning-missing",
        3,
        "# Learning\nI have learned a lot about autism and the law on support plans.\n",
        ("I have learned a lot about autism",),
    ),
    Turn(
        "improvement-learning-missing",
        4,
        "# Learning\nI now know that small children need more iron. My reading on diet was useful.\n",
        ("I now know that small children",),
    ),
    Turn(
        "improvement-learning-missing",
        3,
        "# Activity\nWe tried the card with two pupils. I am thinking of a holiday.\n",
        (MISSING,),
    ),
    Turn(
        "improvement-learning-missing",
        3,
        "# Learning\nI jump to answers. Asking the cleaners first gave us a better idea than mine.\n",
    ),
    Turn(
        "improvement-learning-missing",
        3,
        "# What I take from it\nTesting with one person felt silly and taught us most.\n",
    ),
    Turn(
        "improvement-learning-missing",
        4,
        "Dear Al, it dawned on me that our prediction was a wish. Writing it down helps.",
    ),
    Turn(
        "improvement-learning-missing",
        3,
        "# Reflection\nPeople change when it is their own idea, and I hold back more at meetings now.\n",
    ),
    Turn(
        "feedback-untouched",
        2,
        "# Activity\nWe met and drew a process map.\n",
        ("Could you bring a patient or relative into the group?",),
        "Lovely start, Jean. Could you bring a patient or relative into the group? Have a good Easter!",
    ),
    Turn(
        "feedback-untouched",
        2,
        "# Team\nA service user, Mr Hay, has joined us.\n",
        (),
        "Could you bring a patient or relative into the group?",
    ),
    Turn(
        "feedback-untouched",
        2,
        "# Measures\n- Outcome: % of calls taken\n- Balancing: minutes of overtime\n",
        (),
        "Even better if you say what might get worse elsewhere.",
    ),
    Turn(
        "feedback-untouched",
        3,
        "# Aim\nBy June 2027 8 of 10 plans in the Moray team are signed.\n",
        (),
        "Please give your aim a deadline. How are you?",
    ),
    Turn(
        "feedback-untouched",
        3,
        "# Data\n[chart] Late letters by week\n",
        (),
        "It would help to show your figures in a run chart.",
    ),
    Turn(
        "feedback-untouched",
        3,
        "# Activity\nWe did as you said about the desk.\n",
        ("You may wish to speak with the union early.",),
        "You may wish to speak with the union early.",
    ),
    Turn(
        "feedback-untouched",
        3,
        "# PDSA\nTest 2: one nurse on nights. We predicted 3 of 4; it was 4.\n",
        (),
        "Do write down what you expect before each test.",
    ),
    Turn(
        "feedback-untouched",
        3,
        "# Scope\nWe now start in one class, P4.\n",
        (),
        "I'd suggest that you begin on a much smaller scale. Would you let me know your holiday dates? See you "
        "on Tuesday, "
        "and please send the report by the 5th.",
    ),
)
