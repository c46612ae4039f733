"""An absence in free words, which a machine may send for a mentor, closes no report and names no day (3a)."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of

OF_A_MACHINE = [
    "Hello! I'm at a conference this week with patchy wifi. Expect slow replies. If it can't wait, call the ward.",
    "I am now on my Christmas break. Have a lovely one! Back 4th Jan.",
    "I am observing a focus week and will not be checking my inbox until Friday.",
    "I'm out walking the West Highland Way this week. Back at my desk on Monday 19th.",
    "I'm at the NHS Scotland Event today and tomorrow. Replies on Monday.",
    "I'm not working today. I'll pick this up on Monday.",
    "Unavailable until Monday 19 October - for urgent queries please speak to Bob.",
    "I will be in and out of meetings this week and slow to respond.",
    "Hello, you've reached Ann. I'm on nights until Sunday so replies will be slow.",
    "Paternity leave! Back mid December.",
    "Maternity leave from Monday. Cover is being arranged.",
    "Currently on a training course. Responses may be delayed until Thursday.",
    "I'm in theatre all day and won't see messages until this evening.",
    "Working from the Perth office this week with little access to emails. Urgent? Text me.",
    "Spending time with my new baby! Replies from January.",
    "I'm at a retreat with no signal. Back online on Tuesday.",
    "My inbox is only looked at twice a week. Please be patient.",
    "I do not work Fridays. Messages are picked up on Monday.",
    "School is closed for the October break and reopens on Monday 19 October.",
    "Ann works Tuesday to Thursday. For urgent matters ring the office on 01382 555000.",
    "Thanks for your mail! I'm on jury duty and will catch up with my inbox next week.",
    "I'm on strike on Tuesday and Wednesday and will not be answering emails.",
    "Part-time hours: Mon, Tue, Wed am. Replies may take a few days.",
    "Off on my honeymoon! Back at work 26 October. If it's urgent, Bob Reid can help.",
    "Travelling with patchy reception all week. Slow to respond, sorry!",
    "Away from my desk till the 20th. Please contact the QI hub meanwhile.",
]
FEEDBACK = [
    "What I liked: the aim. I'd come back to the measures, are they weekly?",
    "Slow down: test it with one nurse on one shift before you roll it out.",
    "Good work. Could the ward clerk check the inbox counts on Fridays?",
    "I like how you leave the forms at the desk until Friday. Try it on nights.",
    "Who covers the count when you are on leave? Think about that before the next cycle.",
    "Your replies from staff are slow. Have you asked them why?",
    "The aim is clear. Replies on paper might be quicker than emails.",
    "Lovely. Ask the night staff as well, they are out of the loop.",
    "Not sure the urgent referrals belong in this measure. Take them out?",
    "The chart shows a shift since the Christmas break. What changed?",
    "Please speak to the charge nurse about urgent bleeps before you test again.",
    "I was on leave last week, sorry. I like the driver diagram and would add a balancing measure.",
    "Back from leave and really enjoyed this. The prediction is missing.",
]
DELAYS = [
    "Sorry, will be Monday before I get to this.",
    "I'm on nights until Sunday, will read it on Monday.",
    "Swamped this week, you'll have my comments by Friday 16 October.",
    "Sorry Jo, not working today, will send my comments on Monday.",
    "Back at my desk on Monday and will read your report then.",
    "In meetings all week. I'll get the feedback to you by Friday 16 October.",
    "On a course until Wednesday so feedback on Thursday.",
    "Bear with me Jo, Friday 16 October at the latest.",
    "Will reply to you properly on Monday, in clinic all week.",
    "I'm at a conference till Friday but should manage by Tuesday 20 October.",
    "On jury duty for a fortnight, so realistically the 26th.",
]
MESSAGES = [
    "Could you resend it? I can't open the file.",
    "Hi Jo, can we speak on Monday instead?",
    "Jo, please text me if it is urgent, my number is on the sheet.",
]


@pytest.mark.parametrize("text", OF_A_MACHINE)
@pytest.mark.parametrize("letter", ["report 1", "feedback due 1"])
def test_an_absence_in_free_words_is_neither_feedback_nor_a_new_day(letter: str, text: str) -> None:
    assert kind_of("mentor", letter, text) in {"machine", "ask", "private"}


@pytest.mark.parametrize("text", FEEDBACK)
def test_feedback_that_speaks_of_desks_answers_and_breaks_stays_feedback(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "feedback"


@pytest.mark.parametrize("text", DELAYS)
def test_a_mentors_own_word_by_when_the_feedback_comes_stays_one(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "delay"


@pytest.mark.parametrize("text", MESSAGES)
def test_a_word_to_the_practitioner_stays_a_message(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "message"
