"""Change ideas, and what becomes of them: sentences for the tests of the rules."""

from __future__ import annotations

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

NOT_LASTING = """
We tried the card with one patient on Monday.
Our director would like to see it rolled out, but it's early days.
It is not the time to roll out.
A national roll-out of the new IT system has delayed us.
I am learning not to rush to implementation.
We'll test it on nights before we think of making it permanent.
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
