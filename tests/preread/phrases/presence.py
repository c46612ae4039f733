"""Words that pass for a thing which a mentor looks for, and the thing told in unusual words."""

from __future__ import annotations

# A rule, the report, texts that lack the thing, and texts that have it.
TOLD: tuple[tuple[str, int, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "team-missing",
        2,
        (
            "I attended both learning sessions with other teams from the board.",
            "My manager has been told of the project.",
            "The community nursing team covers the whole of Leith.",
            "I work in a team of twelve.",
            "The group of patients that I look at is small.",
            "The committee room was booked for the learning session.",
            "Members of the public phone the desk.",
            "I will be grouping the reasons.",
        ),
        (
            "Jean from the office and Mo from the vans do this with me.",
            "So far there is me, the charge nurse and a porter.",
            "Four of us sat down on Tuesday.",
            "I have asked Bill and Ann if they would come in on it, and they said yes.",
            "We are a wee band of five.",
            "With me are Isla (physio) and Rory (clerk).",
            "Two colleagues have come on board.",
            "My helpers are Tam and Jess.",
            "A working party of six has been pulled together.",
            "The core group met on Monday.",
        ),
    ),
    (
        "prediction-missing",
        4,
        (
            (
                "PDSA 1: we tried the card on Monday with two patients. It worked for both.\n\nPDSA 2: we tried "
                "it on a late shift. It did not work.\n\nStaff expect a busy winter."
            ),
            (
                "We tested the tray for a day. I thought about it afterwards and changed the label. As expected "
                "of a Monday, it was busy."
            ),
            "Test 1 was on 3 May with one class. Seven read the sheet. I had not expected to enjoy it.",
            "We tried the new script with Anna on Friday. Four of five rang back. We hope to do more.",
        ),
        (
            "We tested the card with two patients on Monday; my money was on both of them using it, and both did.",
            "PDSA 1: the tray by the door for one day. Prediction: 5. Result: 3.",
            "We tried it for one shift. Before we began Ann wrote 6 on the board as her guess; it was 4.",
            "PDSA 1. What did we think would happen? All forms in by noon. What happened? Half of them.",
            "We tested the label on ten bags. I was sure eight would come back. Six did.",
        ),
    ),
    (
        "chart-missing",
        4,
        (
            "Data\n\nIn September it was 40%, in October 44% and in November 52%.",
            "Data\n\nWeek 1: 12\n\nWeek 2: 15\n\nWeek 3: 11\n\nWeek 4: 9\n",
            "Data\n\nBefore the card 12 of 30 were on time; after it 21 of 30.",
            (
                "Data\n\nThe figures went from 12 a week in March to 7 a week in June. The flip chart sheet is "
                "in the staff room."
            ),
            "Data\n\nLate letters: Jan 30, Feb 28, Mar 22, Apr 19.",
        ),
        (
            "Data\n\nThe chart is in the attached file: 40% in September, 52% in November.",
            "Data\n\nIn September it was 40% and in November 52%, as you see on the graph.",
        ),
    ),
    (
        "pdsa-plan-missing",
        2,
        (
            "We want to test the water before we say more.",
            "The blood test results come late.",
            "I tried to ring the lab twice.",
            "Hearing tests are done at four years.",
            "The eye-testing van comes on Fridays.",
        ),
        (
            "On Monday Ann will use the card with one patient and we shall see how she gets on.",
            "The first test is set for Friday with one family.",
            "I plan a wee trial of the tray with one clerk for a day.",
            "We will run the first cycle with P3 on Tuesday.",
        ),
    ),
    (
        "driver-diagram-missing",
        3,
        ("The van drivers have been told.",),
        (
            "The driver diagram is on the wall.",
            "Our three primary drivers are time, trust and tools.",
            "The DD is attached.",
        ),
    ),
    (
        "system-tools-missing",
        1,
        (
            "I have a map of the town on the wall.",
            "The journey to work takes an hour.",
            "I observed the two minutes of silence.",
            "The timeline for the project is attached.",
        ),
        (
            "We wrote every step of the letter on sticky notes along the corridor.",
            "I followed three letters from the desk to the van.",
            "We drew the route of a form on lining paper.",
            "I used the fishbone with the team.",
            "I asked why five times about the tray.",
        ),
    ),
    (
        "next-steps-missing",
        3,
        (
            (
                "It was a good month. Will, the porter, was ill. The plan of the ward is on the wall. Nobody "
                "will forget this winter."
            ),
            "The next bus is at four. Patients will often wait.",
        ),
        (
            "In May we try the card with Rory.",
            "By the learning session I want to have run two more tests.",
            "To come: a second test, a chat with the GP.",
            "I am off to see the lab on Friday.",
        ),
    ),
    (
        "improvement-learning-missing",
        4,
        (
            (
                "Learning\n\nI learned that dysphagia affects half of stroke patients and that thickener comes "
                "in four grades. The speech therapist gave us a talk."
            ),
            (
                "Learning and reflection\n\nPoverty is the biggest driver of absence. I read two reports on it "
                "and went to a webinar on the cost of the school day."
            ),
            "Reflection\n\nThe law on tenancies changed in April. I know far more about notices to quit than before.",
        ),
        (
            "Learning\n\nThat going slowly at the start saves time. I used to send an email to all and hope.",
            "Learning\n\nI find it hard not to jump to the answer.",
            "Reflection\n\nPeople back what they help to make.",
            "Learning\n\nOne patient on one day told me more than the audit.",
            "Reflection\n\nMy hunches are wrong about half of the time, and that is fine.",
        ),
    ),
    (
        "test-learning-missing",
        4,
        (
            (
                "PDSA\n\nPDSA 1. Card on the door, ward 4, one day. Prediction: 5 of 6 used. Done on 4 "
                "May.\n\nPDSA 2. Card and call, ward 4. Prediction: all used. Done on 11 May."
            ),
        ),
        ("PDSA\n\nPDSA 1. Card on the door, one day. Prediction: 5 of 6 used. 3 of 6 were. The print is too small.",),
    ),
    (
        "rationale-missing",
        1,
        ("I have chosen letters as my topic, and my manager has agreed to it.",),
        (
            "Eleven people missed a scan last year because of it.",
            "Every late letter means a phone call and a cross family.",
            "It is in the service plan that letters go in five days.",
            "Patients tell us that they worry while they wait.",
        ),
    ),
    (
        "data-missing",
        4,
        (
            "Data\n\nThe system is being set up and the clerk is on leave.",
            "We met on 4 May at 10 with 6 people for 45 minutes.",
        ),
        (
            "In week one 12 letters were late, in week two 9.",
            "Four of the eleven letters went on time.",
            "The median is 12 days.",
        ),
    ),
    (
        "measures-missing",
        3,
        ("We took measures to keep the door shut.", "I must find a measuring tape."),
        (
            "We count the letters that go late each week.",
            "Every Friday Ann notes how many days the oldest letter has lain there.",
            "The share of letters out in five days is tracked by Mo.",
        ),
    ),
    (
        "human-side-missing",
        1,
        (
            (
                "Cheers for the call. We drew the map and the three of us counted the trays. Values for October "
                "are in the sheet."
            ),
            (
                "The team is me, Ann Bell and Tom Reid. With respect to the map, it has nine steps. I am happy "
                "to send the file."
            ),
            (
                "The Trust has sent the codes. We have a champion in each ward on the list. Welcome packs were "
                "counted: 40. Please feel free to comment."
            ),
            (
                "We are interested in the hours after four. I hope you had a good break. Thank you for your "
                "feedback. The relief clerk filled in the log."
            ),
            (
                "I am pleased to report that the map is done. Patients' stress test results were late in four "
                "cases. Confidence intervals are wide."
            ),
            (
                "The people's panel date is 4 May. Our values are on the wall. The threat of frost moved the "
                "count to June."
            ),
            (
                "The engaged tone was heard 40 times in a week. The mood board is in the cupboard. We looked at "
                "hurt feet only."
            ),
            (
                "I look forward to hearing from you. We listened to ten recorded calls and timed each of them. "
                "I appreciate any comments."
            ),
            (
                "Sorry this is late. The respective forms were copied. I'd be grateful for a date. Glad to say "
                "the printer works."
            ),
            (
                "It is a challenge to get the time. The keen-eyed will see that step 4 is missing. I trust this "
                "finds you well."
            ),
        ),
        (
            "Some of the staff are worried about the extra work, and I have asked them what would help.",
            "Bill was sceptical until he saw the count.",
            "The clerks don't like it and said so.",
            "People are tired after the winter, so I have kept it light.",
            "At first nobody in the team wanted to hear of it.",
            "The nurses were up for it from day one.",
            "Moira took the huff when I showed the figures.",
            "I had underestimated how much the janitor minds about his keys.",
            "The receptionists are feeling got at.",
            "They thought it was a stick to beat them with.",
            "Two of them are against it; I went for a coffee with both.",
            "He was not best pleased, but came along when he saw why.",
            "The crew are proud of their board.",
            "There has been some grumbling about the new rota.",
            "She burst into tears and said she had been dreading it.",
        ),
    ),
)
