"""Aims: sentences for the tests of the rules."""

from __future__ import annotations

STATED = """
This project is about getting more fathers to come to the play session in Govan: 10 a week by summer 2028.
I'd like to see every new volunteer inducted inside a fortnight by next March.
We're going for 9 out of 10 care plans reviewed on time by Easter.
The improvement I'm after is fewer missed bins on the Cults route.
The team's aim is for no patient to wait over an hour in the fracture clinic.
As for the aim, it's 85% of responses inside 20 days by June 2028.
Aim - more children at the breakfast club, from 12 to 30 by June.
By June 2028 the share of letters posted within two days goes from 40% to 85%.
My project looks to cut the time that families wait for a wheelchair.
We have set ourselves the aim of having 80% of staff appraised by March 2028.
I have settled on an aim: 20 families to attend each week by May 2028.
With my project I hope to bring about better sleep for patients on Ward 7.
The focus is on reducing the number of late school buses in Moray by half before Easter 2028.
Our SMART aim reads: reduce DNA rates at the Tuesday clinic from 18% to 9% by 30 June 2028.
My aim has been reworded: 75% of parents reply within a week by June 2028.
Ultimately it would be great if all our pupils could read for pleasure by the end of P3.
I aim for a 20% improvement in turnaround of lab samples by October 2028.
We are committed to halving medication errors at Elm House by summer 2028.
The project intends that 90% of tenants get a call back the same day by April 2028.
Increase the percentage of pupils in S1 who hand in homework from 55% to 80% by June 2028.
Reduce the average wait for housing repairs in Dyce from 31 days to 14 by September 2028.
This work aims at better handovers between the day and night shift on Ward 9.
Through this project, we want fewer young people in Leith to be excluded.
We are trying to make handovers better on Ward 3.
I'm working on making the handover safer.
We decided to focus on reducing the time that families wait.
This is about making sure that every child is seen.
I chose to work on reducing missed appointments.
My improvement project is to reduce missed appointments.
It's all about getting more children to breakfast club.
The project is looking at improving the uptake of school meals.
We set out to improve communication with families.
What I'd like to happen is that fewer pupils are late.
The purpose of my project is to improve discharge.
My project is improving the quality of care plans.
My focus will be reducing complaints about repairs.
I will be focusing on increasing attendance at the clinic.
The overall idea is that people get home sooner.
The goal for us is shorter waits.
I am leading a project to reduce falls.
As a team we'd like to see fewer falls.
I have been asked to improve the uptake of training among drivers.
We need to reduce the number of falls.
The plan is to cut waiting times.
The project's title is Reducing missed bins in Govan.
Staff want to improve mealtimes.
By summer, patients will get their letter within a week.
Ultimately, more young people should stay in their placement.
I've taken on the task of improving night-time noise on the ward.
""".strip().split("\n")

HEADED = """
Fewer falls on Ward 9
Better mealtimes for residents with dementia at Ash House.
90% of plans complete by June 2028 in the west team.
Residents of Ash House enjoy their meals.
Reduction in the use of agency staff on Ward 3 by March 2028
Timely discharge letters for GPs in Perth.
Pupils in P5 to be more confident in maths.
A 30% decrease in no-shows at the foot clinic by June 2028
An improvement of 15% in attendance at Hill Primary by June.
Increased uptake of free school meals at Hill Primary
""".strip().split("\n")

NO_AIM = """
My project is about attendance.
I want to learn more about run charts.
We hope to meet in June 2028.
I would like to thank my team for their work.
We want to hear from parents before we go on.
My project will be on medication safety.
The topic is discharge.
We are looking at repairs.
I plan to have my charter finished by 31 January.
I'm hoping to get more time for this from my manager.
""".strip().split("\n")

SHARES = """
Reduce falls on Ward 4 by 20% by June 2028.
A 15% improvement in attendance in S2 by Easter 2028.
Complaints about Parks to fall by one third by May 2028.
Attendance at the clinic will be 10% higher by June 2028.
Cut waiting times in the foot clinic 25% by June 2028.
20% fewer missed visits in the north team by May 2028.
Achieve a 30% reduction in agency use on Ward 3 by March 2028.
Increase parental engagement at Hill Primary by a quarter by June 2028.
We'll see an increase of 10% in the number of children at the club by May.
Bring the number of breakdowns down by 40% for the north depot by 2028.
Waiting times for families in Alloa reduced by 20% by June 2028.
We want to increase uptake of the service by women in Govan by 10% by June 2028.
By June 2028 there will be a 15% increase in attendance in P7.
To reduce by half the falls on Ward 9 by June 2028.
A reduction in complaints to the Dee team of 20% by June 2028.
Achieve a 50% improvement in the completion of risk assessments on Ward 2 by June 2028.
Decrease time to answer in the control room by 10 per cent by June 2028.
We will see 20% fewer missed bins in Govan by June 2028.
Improve P5's reading scores by 10% within 12 months.
Cut waste in the kitchen at Elm House by at least a third by June 2028.
Raise attendance at Lorne Academy 3% by June 2028.
By June 2028 referrals to the Dee team will rise by 25%.
By the end of June 2028 we will have reduced the number of falls by 30% in Ward 4.
Improve staff satisfaction on Ward 4 by 20% from baseline by June 2028.
To reduce the percentage of pupils late in S2 by 5% by June 2028.
Increase the number of carers with a plan in Fife by 50 % by 2028.
20% reduction in falls at Elm House by June 2028
""".strip().split("\n")

PICTURED = """
80% of plans are complete by June 2028.
Raise attendance in S2 from 80% to 90% by June 2028.
Increase to 75% the share of pupils who read nightly, by June 2028.
Reduce falls by 50%, from 10 to 5 a month, on Ward 4 by June 2028.
""".strip().split("\n")

MEANS = """
Reduce falls on Ward 4 from 10 to 5 by June 2028 through intentional rounding.
Deliver a training programme for 40 support workers by June 2028.
To develop and embed a new pathway for children in Leith by June 2028.
By June 2028, a checklist will be used for 95% of handovers on Ward 4.
Improve attendance in S2 to 90% by June 2028 with a reward scheme.
80% of plans in the west team complete by June 2028 as a result of the new template.
All staff on Ward 4 will have received dementia training by June 2028.
Have a daily huddle up and running on Ward 4 by June 2028.
Use of a text reminder service to get DNAs in the clinic from 18 to 9% by June 2028.
""".strip().split("\n")

ENDS = """
By June 2028, 90% of parents in Leith will be called by the day of the meeting.
80% of pupils in P5 will hand in homework by Friday, by June 2028.
Waiting times for families fall from 12 to 6 weeks by improving nothing but by June 2028.
90% of people using the service have a plan by June 2028.
""".strip().split("\n")
