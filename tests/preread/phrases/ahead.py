"""What comes, and what was advised: sentences for the tests of the rules."""

from __future__ import annotations

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
