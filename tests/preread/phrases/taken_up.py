"""Advice and whether a report takes it up; measures and ideas that a sentence lists, and
others that only speak of them."""

from __future__ import annotations

REPORT = """Report 3

Project stage: 2

Aim

By June 2027, 80% of the 60 people on the Largs list get their splint within ten days (34% last autumn).

Change ideas

- Splint drawn round at the first visit
- Mould kept in the van

Measures

- Outcome: % fitted within ten days
- Process: number of moulds in the van on Monday
- Process: % drawn at the first visit

Tests

We drew round the foot of one patient, Mr Orr, on 4 March. It took nine minutes and the splint fitted.

Activity

The technicians said that the drawings come in too late.
I asked two of the porters about the van; they had no view. The map is finished.

Next steps

Try it with three people on Friday.
"""
# The advice, and whether the report leaves it untouched.
ADVICE: tuple[tuple[str, bool], ...] = (
    ("Could you ask the patients what they make of the wait?", True),
    ("I'd love to know what the technicians think.", False),
    ("How do the porters feel about the extra load?", False),
    ("It would be good to hear from the finance office.", True),
    ("Please set a date in your aim.", False),
    ("I'd add a figure to the aim.", False),
    ("You have no balancing measure as yet.", True),
    ("What might get worse as you do this?", True),
    ("Do put your figures on a run chart.", True),
    ("Write down beforehand what you expect to happen.", True),
    ("Could you tell me which are process and which are outcome measures?", False),
    ("A driver diagram would help me follow your thinking.", True),
    ("Have you thought of a small test before the next session?", False),
    ("Say what you'll do next.", False),
    ("I wonder whether the orthotics supplier could come to a meeting.", True),
    ("You could invite someone from the warehouse on to the team.", True),
    ("Could the van be restocked on Sundays?", True),
    ("Consider finishing the map.", False),
    ("Tell me what you yourself are learning about improvement.", True),
)
MEASURES = (
    (
        "We'll know it works by looking at the percentage of visits on time, the number of texts sent "
        "and staff satisfaction."
    ),
    "Our measures: number of falls a month, % of beds with the card, quality of sleep.",
    "My measures are % of forms complete, minutes per form and patient experience.",
    (
        "As to measurement, we shall track the share of pupils in by nine, how many breakfasts are "
        "served and the wellbeing of the class."
    ),
    "What I'm measuring is the number of unplanned admissions in a month and how long the visit takes.",
    "The things I plan to measure are days to decision, number of calls chasing a decision and morale.",
    "To measure it I'll take the proportion of repairs done at the first visit, and tenants' satisfaction.",
    (
        "On the measurement side there is the % of referrals triaged in a day (outcome), the number of "
        "referrals sent back (process) and overtime hours (balancing)."
    ),
    (
        "The outcome measure will be the number of infections a month; the process measures will be the "
        "share of cannulas dated and the share removed by day three."
    ),
    (
        "For my outcome measure I use the number of evictions per quarter, and for process the % of "
        "tenants phoned in week one."
    ),
    "I'll be collecting the number of hits on the page, the time to first reply and customer satisfaction.",
    "We chose to measure attendance at registration and the number of late slips.",
    "Our outcome is the % of claims paid in 14 days. Process is the number of claims complete on arrival.",
)
NO_MEASURES = (
    "The measures are hard to agree on and we had a long talk.",
    "I'll measure up the door for the new board.",
    "We have taken measures to make the kitchen safe.",
    "The measures are attached.",
    "My measures haven't changed since the last report.",
    "We will measure this when the form is ready.",
    "I'm counting on you for the driver diagram.",
    "The team are looking at how the form is filled in.",
)
IDEAS = (
    "We would like to try a card on the door, a call the day before and training for reception staff.",
    (
        "Some of the ideas that came out of the session were raising awareness, a red tray, and a "
        "second clerk on Mondays."
    ),
    "Ideas include a text reminder, better communication with GPs and a map on the letter.",
    "Our change ideas at this point: a checklist at the gate; culture change; a rota for breakfast.",
    "As a group we came up with a few ideas, namely a sign at the door, staff education and a shorter form.",
    "Things that might help are a second phone, clearer communication, and a named clerk.",
    "The changes we want to make are a new form and better teamwork.",
    "What we might try: a sticker on the chart, improving relationships with families, a bell.",
    "Possible changes we have in mind are upskilling the team, and a box at the desk.",
    "We're thinking of a leaflet in the bag, staff awareness sessions and a drop-in.",
)
NO_IDEAS = (
    "The ideas are in the driver diagram.",
    "I have no idea what will work.",
    "We made changes to the plan and told everyone.",
    "The ideas came from the team and we voted.",
    "There were changes in staffing, a new rota and sickness.",
    "The changes are going well and staff like them.",
)
