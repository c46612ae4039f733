"""Measures: sentences for the tests of the rules."""

from __future__ import annotations

OUT_OF_REACH = """
The outcome data are not easy to come by, since each clinic keeps its own diary.
We have yet to find a way of counting this.
IT tell us it'd be March before they could write a report for it.
Counting this relies on the night nurse remembering to note it.
Nobody has time to go through 300 case notes each month.
I am struggling to see how we would collect this.
This data isn't captured anywhere at present.
It would take our clerk two days a month to pull this together.
The survey is annual, so we will have just one data point in the life of the project.
Collecting this means asking families to fill in a 40-question form.
We rely on another department for the figures and they have stopped sending them.
It involves listening to all recorded calls.
The information sits in four different systems that do not talk to each other.
Access to the data has been refused by information governance.
Gathering this is proving very tricky.
To do this properly I'd have to be on the ward 24 hours a day.
We can't think how to get hold of these numbers.
National data, published 18 months after the event.
This depends on every carer filling in a diary after each visit, and they don't.
It would require someone to sit and watch the CCTV.
The figures only come out once a year, in November.
IT say they need six months to build a report for this.
I don't think we will be able to get this.
I'm not sure how I would get hold of it.
We don't currently record this at all.
I'd have to ask forty GP practices to send me their figures.
Nobody knows where these numbers could come from.
The data are held by the police and they won't share them.
We'd have to pay for this.
It means three people counting by hand for a week.
This one is going to be a struggle to collect.
There is no easy way to measure this.
Collecting it will be a big job.
I have to trawl through emails to find it.
The data come six months late.
We'd need ethical approval to ask patients this.
It isn't practical to do this every day but I think we need it.
To get it I must read through every diary entry of the last year.
It is a paper record, and each one has to be looked up in the archive.
I haven't worked out how to get this.
The system was not designed to give us this.
It's proving impossible to get hold of the attendance figures from the school office.
The baseline took me three weeks to put together and I can't do that every month.
We have no access to the hospital's data.
Every case file has to be read by two people to score this.
This would have to be counted at night when there's only one nurse on.
We only get these data at the end of the financial year.
Recording takes up so much of the nurses' time that they stop doing it.
I cannot get the finance team to release the figures.
There's no electronic record so it is all by hand.
The manual count is unsustainable.
Data for this measure is patchy and depends on who is on shift.
We'd have to phone each of the 400 applicants.
It's collected nationally and comes to us two years later.
The balancing measure would need a survey of all 2,000 employees each month.
Getting hold of this is like pulling teeth.
""".strip().split("\n")

WITHIN_REACH = """
The clerk counts these each Friday in five minutes.
Data come from the existing booking system each week.
We sample ten notes a week.
We take the figure from the rota, which takes no time.
It is easy to collect, as the tablet logs it.
Each nurse marks a tally on the whiteboard.
We collect this by hand, ten a week.
Baseline to be collected in January.
Time from referral to first appointment, in weeks.
Number of families who would need a second visit.
The data come each Monday from the system.
We record it on the whiteboard.
I collect these myself in five minutes at the end of the shift.
It was easier than I thought to count them.
We check five notes each Friday.
The ward clerk has it in her diary already.
Counted by hand from the sign-in sheet, a minute a day.
The figures for March come next week.
We'll start counting in May, when the new sheet is here.
It is recorded on TrakCare for each patient.
We use the national survey question.
Two people score each letter to agree on what good is.
""".strip().split("\n")

VAGUE = """
Staff morale
Parents' views
Improved outcomes for children
Patient experience
How staff feel
Staff knowledge of the form
Staff wellbeing
Pupil confidence
Better handover
Quality of life
Morale
Communication
Family engagement
Safer care
Staff feedback
Impact on workload
How people feel
Improved relationships
Parental involvement
Staff knowledge
Attitudes of pupils
Satisfaction
Customer satisfaction
Resilience
Pressure on other teams
Quality
Effectiveness of the service
Unintended consequences
""".strip().split("\n")

COUNTED = """
Plans completed on time per week
Falls with harm per 1,000 bed days
Staff confidence, scored 1 to 5
Complaints received about parking each month
Times the song was sung
Pegs lowered, number
Temperature at the table in degrees
Calls from Union Street
Other
None yet
Readmissions
Staff sickness
Waiting list
Length of stay
Attendance
Did not attends
DNAs
Falls with harm
School exclusions
Repairs done first time
Complaints received
Time-outs
Handovers with the sheet
Patients seen by noon
Bed moves after 10 pm
Overtime worked
Staff who say that they would recommend the ward
Pupils on the register
Children with a plan
Calls to the helpline
Letters returned to sender
Cost of agency staff
Tenancies ended
Families who attend
Response time
Homework handed in
Days lost to sickness
Uptake of the vaccine
Turnaround
Pupils achieving the level
""".strip().split("\n")
