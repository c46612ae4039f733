"""Where the work is, and whose: sentences for the tests of the rules."""

from __future__ import annotations

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
