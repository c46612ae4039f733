"""Turns of phrase for the tests of the rules: a sentence a line, in words of our own."""

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

EVERYTHING = """
All staff in the health board will be included.
The project covers every service within Children and Families.
We will do this with all 3,000 employees.
It will run across the city's nurseries.
Every patient in the hospital is in scope.
The whole directorate takes part from day one.
The change will be made in all of our libraries at the same time.
This applies to the five health and social care partnerships.
We plan to cover all the wards on the site.
Everyone in the organisation, from the board to the depots.
All social work teams across Highland.
It will be rolled out nationally.
All staff across the council will be trained by June 2028.
By June 2028 all primary schools in the authority will have a nurture room.
Our aim is that every patient in NHS Tayside has a plan by June 2028.
All children in Scotland will have a key worker by June 2028.
We will cover the full service from the start.
The project will be carried out in each of the 23 libraries.
By June 2028 all our staff in all offices will have had the training.
This is for the whole of the fire service in the north of Scotland.
All departments in the hospital will take part.
The project involves every ward and every clinic.
All six localities will be included straight away.
It will run in all of the secondary schools at once.
To reduce sickness absence across the organisation from 7% to 5% by June 2028.
To improve handover on all the wards of the Royal from 40% to 90% by June 2028.
90% of residents in all our care homes will have a falls plan by June 2028.
100% of the workforce will have an appraisal by June 2028.
Everyone in the company will do it.
This includes all of the council's services.
We'll do it for all S1 to S6 pupils.
The change is for all patients in the health board.
We'll take this to every team in the division.
Every one of our 48 stations is in scope.
All nurses in the hospital.
The scope is the whole organisation.
All GP practices in the cluster and the hospital.
""".strip().split("\n")

ONE_PLACE = """
One classroom at Hill Primary.
All patients in bay A.
Ward 4's night shift, then the day shift.
All new referrals to the Tuesday clinic.
Every child in the Rowan room.
The two clerks in the rents team.
All residents of Ash House, beginning with the ground floor.
The Leith locality team, six workers.
All children in Room 4 will have a key worker by June 2028.
Every patient on Ward 7 has a plan by June 2028.
All staff of the Rowan unit will have had the training by June 2028.
90% of residents in Elm House will have a falls plan by June 2028.
All S1 pupils in Mrs Ross's maths set.
All referrals that come to the Dee team in a week.
All families who come to the hub.
Each member of the night shift will do it.
Every visit by the Ayr district nurses.
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

CONCEPTS = """
Upskilling the workforce
Improved handover
Person-centred care
Supporting parents
Trauma informed practice
Staff wellbeing
Digital solutions
Better use of data
Early intervention
Reviewing and streamlining processes
Education of patients and carers
Closer working with GPs
Ensuring consistency of approach
Enhance the skills of staff
Empowered staff
Improving the way we communicate
Communication
Communicate better with families
Improve teamwork and morale
Better planning
Staffing levels
Change the culture of the ward
Improved IT
Raise awareness of sepsis
Educating parents
Provide staff training
Quality conversations
Improve record keeping
Leadership
Engage with families more
Work more closely with partners
Make the process more efficient
Restorative practice
Training and education
Better information for patients
Promote independence
Increase parental engagement
Increase capacity
Streamline the referral process
Effective multi-agency working
A more welcoming environment
Listening to children
Empower staff to make decisions
Build confidence of staff
Staff to be more aware of delirium
""".strip().split("\n")

SPECIFIC = """
Handover sheet with three boxes
Buddy for each new starter in week one
Phone call the day before
Weekly ten-minute huddle at the board
Photo of the meal on the menu
Parents choose the time of the meeting
Named nurse on the door
Morning walk to school with a volunteer
Two-minute safety brief at 8 am
Red bag that goes with the resident to hospital
Parents' names on the board in the hall
Nurse in charge phones the family at 4 pm
Sticker on the notes
Text message the night before
Breakfast in the classroom
Move the printer next to the desk
Half-hour drop-in on a Tuesday
Bins numbered by street
Child picks the book
Pharmacist joins the round on a Friday
Traffic-light magnets
""".strip().split("\n")

TASKS = """
Compile a list of patients
Get baseline data
Send round a questionnaire to families
Monthly project meeting
Put together a driver diagram
Go to see how Ward 5 does it
Speak with IT
Complete ethics form
Team to map the journey
Ask staff for their views in a survey
Literature search
Recruit a project team
""".strip().split("\n")

MADE_LASTING = """
All twelve wards went over to the new chart on 1 May.
The template is now in use throughout the service.
We've gone ahead and made it part of everyone's job.
The new process was introduced service-wide last week.
From 1 June everybody must use the form.
It has now been adopted by all our teams.
We have decided to go straight to full implementation in March.
The new rota is permanent as of Monday.
I sent the new guidance to all schools with an instruction to begin using it.
We switched the whole department to the new system in April.
The checklist has been implemented in all wards since May.
We rolled out the new form last week.
All teams are now using the template.
The new process starts on 1 June for all staff.
It has been decided that the new rota will be permanent.
The procedure has been updated and issued to everyone.
From next month, everyone will use the new form.
We are going to make it standard practice from April.
I plan to roll it out to all schools after the holidays.
The new system will go live in March.
It is now embedded in all areas.
We will implement the change across the service next month.
The next step is full implementation.
The change has been adopted as our standard way of working.
We intend to make this permanent straight away.
Next: implement the form in every team.
The new form is now mandatory.
We have introduced the huddle on all wards.
All staff have been told to use the new sheet from Monday.
""".strip().split("\n")

TIME_AND_AGAIN = """
It has worked every time we have tried it.
All of the tests gave the result that we predicted.
Whoever was on shift, the sheet was filled in.
Results were consistently good in the five tests.
In each cycle nine of ten were on time.
The last four cycles all confirmed our prediction.
Weekday or weekend, it did what we hoped.
Every test so far has been a success.
The prediction has been right on each occasion.
""".strip().split("\n")

NOTHING_AHEAD = """
The team have been very busy and will often stay late.
Staff want to do the right thing by families.
Everyone knows that winter will bring more admissions.
The new system will save us time.
I had planned to meet the clerks but they were ill.
Some people will never like forms.
Our action was well received.
""".strip().split("\n")

AHEAD = """
Jen will draw up the process map.
We are due to test this with one family on 3 March.
The plan for March: two more tests.
Moving forward, the team will try the form on nights.
My priority now is to get a baseline.
February is for testing.
To follow: driver diagram and charter.
""".strip().split("\n")

PRESSURE = """
My director wants results by the summer across all teams.
I am being asked to spread this before we have tested it.
There's an expectation from above that we go bigger.
Management think one class is too small.
The steering group wants this done faster.
""".strip().split("\n")

NO_PRESSURE = """
My manager wants to know how it goes.
The head teacher is keen and comes to our huddle.
The board has asked for an update at its next meeting.
My manager supports starting small.
""".strip().split("\n")

NO_AREA = """
I am still to choose a project.
No decision has been made on my project area.
My manager and I have not agreed what I should work on.
I'm struggling to find a project.
I changed jobs and so my project is no longer possible.
The decisions are made by another department over which I have no say.
""".strip().split("\n")

AREA = """
I have chosen repairs as my project.
The team decides which ideas to test.
We are clear about the area.
It was not easy to choose but we have: late buses.
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

NOT_LASTING = """
We tried the card with one patient on Monday.
Our director would like to see it rolled out, but it's early days.
It is not the time to roll out.
A national roll-out of the new IT system has delayed us.
I am learning not to rush to implementation.
We'll test it on nights before we think of making it permanent.
""".strip().split("\n")

ADVICE = """
Have you thought about sharing the chart at the staff meeting?
Could the weekend team be part of this?
Don't forget the night shift.
You might look at what Dundee did with text reminders.
It would be worth asking the clerks what slows them down.
Consider a balancing measure such as overtime.
I'd encourage you to write down what you expect before each test.
Please say more about your own learning.
What does your sponsor think?
Let's see a driver diagram next time.
I would like to see your measures with definitions.
You could also speak to Jean at the hospice.
Do bring a run chart.
How will you know if it makes anything worse elsewhere?
The team needs somebody from housing.
My suggestion is to drop the third measure.
One thing to think about is how parents hear of this.
I'm not clear how the score is worked out.
It isn't clear to me who owns the process.
Next time, show the median on your chart.
""".strip().split("\n")

MET = """
Try to start small.
A process map would be useful.
What is your baseline?
Could you put a date on the aim?
Please test before you roll it out.
How much better do you want it to be?
Great that you met with the team twice.
Thanks for sharing this, I enjoyed it.
Keep up the good work!
I look forward to the next one.
I'm on leave until the 12th.
Your map is very clear.
""".strip().split("\n")
