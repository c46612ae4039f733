"""An order of the team's is carried out only where all that stands beside it is known to take nothing back."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of, read_as

DAY = "Fri 2026-11-20"


@pytest.mark.parametrize(
    "text",
    [
        "She can be let off as long as Meg agrees.",
        "She can be let off, with Meg's agreement.",
        "She can be excused with a doctor's line.",
        "She can be excused after she sends the line.",
        "Let her off with a week's extension.",
        "She can be let off because Fiona insists, against my view.",
        "She can be let off, her mentor permitting.",
        "She needn't do this one, pending her doctor's view.",
        "Let her off this one. Her mentor wants it in.",
        "She can be excused. It is Meg's call.",
        "Let her off. Clear it with Gordon.",
        "Let her off report 2 as long as Meg agrees.",
        "She can be let off. I've told Meg to decide.",
        "She can be excused. Leave it with us for a week.",
        "Let her off this one. I've told her it is due Friday.",
        "Let her off! Never.",
        "Let her off. Joking.",
        "She can be let off. Her head of service was opposed.",
        "Let her off. The claim was false.",
        "Let her off. The illness had been made up.",
        "She can be excused. Jo had sent it in.",
        "She can be let off for illness. This is stress.",
        "She can be excused in an emergency.",
        "Let her off later.",
        "Let her off. Only for now.",
        "Let her off. She has a week.",
        "Let her off this one. January too.",
        "Let her off this one and January's.",
        "Let her off this one and the last.",
        "Excuse her from report 2 as soon as Meg agrees.",
        "Excuse her as long as Meg agrees.",
        "Excuse her, with Meg's agreement.",
        "Release her from report 2 pending HR.",
        "She's excused from report 2 given a GP's line.",
        "Excuse her from report 2. It is Meg's call.",
    ],
)
def test_who_is_let_off_beside_anything_unknown_is_asked_about(text: str) -> None:
    assert kind_of("team", "ask_exceptional", text, DAY) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "She can be let off after her accident.",
        "Report 2 need not be sent, given her bereavement.",
        "Let Jo off this one, she's got the flu.",
        "She may be excused. Hope she's better soon.",
        "Let her off this month's report. K.",
        "Let her off. The school was shut for three weeks so there's nothing to report on anyway.",
        "Agreed, let her off this time. Sorry to hear about her mum.",
        "Let her off this month's completely and make sure it doesn't count against her.",
        "Let her off this one. I'll let Ann know.",
        "Let her off this one. I've told Meg.",
        "She can be excused, and please tell Ann.",
        "Let her off this one, it's no bother.",
        "She can be excused. Cheers, Fiona",
        "Excuse her, poor soul.",
        "Excuse her from report 2, she's in hospital.",
    ],
)
def test_a_reason_a_courtesy_or_sympathy_leaves_the_order_as_it_is(text: str) -> None:
    assert kind_of("team", "ask_exceptional", text, DAY) == "excuse"


@pytest.mark.parametrize(
    "text",
    [
        "Ask Meg by the 27th.",
        "Ring her before the 27th.",
        "Let me have your views by the 27th.",
        "Put it on the agenda for the 27th.",
        "Park it until the 27th.",
        "Tell Meg by the 27th.",
        "Tell her to ring me by the 27th.",
        "Give her a ring by the 27th.",
        "Call Meg before the 27th.",
        "Please remind me on the 27th.",
        "We need a note by the 27th.",
        "Give it to Meg by the 27th.",
        "Give her the form by the 27th.",
        "Let her have a word with Meg before the 27th.",
        "A sick line by the 27th, please.",
        "More information by the 27th, please.",
        "On the agenda for the 27th.",
        "With Gordon until the 27th.",
        "They decide on the 27th.",
        "I must have the doctor's line by the 27th.",
        "She must tell us more by the 27th.",
        "The funeral is on the 27th.",
    ],
)
def test_the_day_of_an_errand_is_nobodys_more_time(text: str) -> None:
    assert kind_of("team", "ask_exceptional", text, DAY) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "Give her till the 27th.",
        "Tell her the 27th is ok.",
        "OK, tell her to get it in by the 27th.",
        "Let Jo send it by the 27th.",
        "Make it the 27th.",
        "Push the deadline to the 27th.",
        "Another week, till the 27th.",
        "Feel free to give her until the 27th.",
        "Sounds reasonable to give her until the 27th.",
        "Surely she can have until the 27th.",
        "Delay it to the 27th.",
        "Postpone to the 27th.",
        "Reset her deadline to the 27th.",
        "The report by the 27th, please.",
        "An extension till the 27th is fine by me.",
        "I've rung her. She'll send it by the 27th.",
    ],
)
def test_a_day_that_is_said_of_the_report_or_of_the_practitioner_is_more_time(text: str) -> None:
    assert read_as("team", "ask_exceptional", text, DAY) == "accept 2026-11-27"


@pytest.mark.parametrize(
    "text",
    [
        "I've to ring the sponsor, then withdraw her.",
        "He said to speak to her first, then withdraw her.",
        "I have a meeting with Meg on Thursday, then withdraw her.",
        "I've got to check with Meg, then pause Jo.",
        "We agreed to let her finish the year, and then withdraw her.",
        "Meg told me to give her till Friday, then withdraw her.",
        "Isla told me to sound out the sponsor, then take her off.",
        "Check that she's really gone, then withdraw her.",
        "The letter must be sent, then withdraw her.",
        "Get the forms sent and then withdraw her.",
        "I want the sponsor asked, then withdraw her.",
        "Ring her and when you've heard, then withdraw her.",
        "Meg has asked for a week, then withdraw her.",
        "The sponsor has asked us for a chat, then take her off.",
        "See that she's got the form, then pause Jo.",
        "Ask Meg whether she has left, then withdraw her.",
        "We agreed she does report 1, then withdraw her.",
        "Meg said she'll finish report 3, then withdraw her.",
        "She'll have left by March, then withdraw her.",
        "Jo has been given a week, then withdraw her.",
        "It has been sent to HR for a decision, then withdraw her.",
    ],
)
def test_what_is_still_to_be_done_first_puts_an_order_off(text: str) -> None:
    assert kind_of("team", "report_leaving", text, DAY) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "I've spoken to her, then withdraw her.",
        "She told us she has moved jobs, then withdraw her.",
        "She has decided to leave, then withdraw her.",
        "We've talked and she has made up her mind, then withdraw her.",
        "The sponsor has agreed, then withdraw her.",
        "Meg has confirmed it, then withdraw her.",
        "She told me she'd already left, then withdraw her.",
    ],
)
def test_what_is_done_puts_no_order_off(text: str) -> None:
    assert kind_of("team", "report_leaving", text, DAY) == "withdraw"


@pytest.mark.parametrize(
    "text",
    ["No reports from her for October, escalate.", "No reports from her for two months, please escalate."],
)
def test_who_sent_no_reports_is_not_paused(text: str) -> None:
    assert kind_of("team", "ask_escalation 2", text, DAY) in {"ask", "escalate"}


@pytest.mark.parametrize(
    "text",
    [
        "Let her have until the 11th of December as long as Meg is happy.",
        "Give her until the 30th, so long as her mentor has no objection.",
        "Yes until 30 November, only with Meg's say-so.",
        "Until the 30th, but ask Meg first.",
        "Fine, the 30th, subject to what HR say.",
        "She asked to the end of the month, Monday 30th, and the answer is no.",
    ],
)
def test_time_that_hangs_on_anybody_is_given_to_nobody(text: str) -> None:
    assert kind_of("team", "ask_exceptional", text, DAY) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "Remove her, but ask Meg first.",
        "Withdraw her, though check with Meg before you do.",
        "Withdraw her as long as she has really gone.",
    ],
)
def test_nobody_is_withdrawn_before_somebody_has_been_asked(text: str) -> None:
    assert kind_of("team", "report_inactivity", text, DAY) == "ask"


def test_a_plain_day_and_a_plain_end_are_carried_out() -> None:
    assert read_as("team", "ask_exceptional", "Let her have until the 30th.", DAY) == "accept 2026-11-30"
    assert kind_of("team", "report_inactivity", "Withdraw her please.", DAY) == "withdraw"
