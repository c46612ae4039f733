"""An order to rest, end or give time is carried out only where it is of the practitioner, of now, and no opinion."""

from __future__ import annotations

import pytest

from qibot.understanding.team.hanging import is_against, waits_for_word
from tests.words.collection import Message
from tests.words.reading import taken_for


def became(letter: str, words: str) -> str:
    """What the team's answer to this letter about Callum is taken for: Ann is his mentor, Gordon his manager."""
    fields = {
        "from": "team", "in": letter, "what": "", "today": "Wednesday 2027-01-13", "subject": "Re: Report 4",
    }  # fmt: skip
    cast = {"practitioner": "Callum Orr", "mentor": "Ann Lee", "manager": "Gordon Hay"}
    return str(taken_for(Message("x", "x", fields, cast, words)))


def changes_nothing(letter: str, words: str) -> bool:
    return became(letter, words) in ("ask", "nothing")


@pytest.mark.parametrize("letter", ["report_stop", "report_leaving", "report_inactivity"])
@pytest.mark.parametrize(
    "words",
    [
        "Please take Gordon off the list, but keep Callum.", "Take Gordon off, he isn't needed.", "Withdraw Gordon.",
        "Remove Gordon as his manager, he has moved.", "Please take his manager off.", "Take Lesley off the list.",
        "Gordon Hay has left the council. Take him off please.", "Ann is on maternity leave. Please put her on hold.",
        "His mentor has left, so take her off.", "Please stop writing to Gordon, he's the wrong manager.",
        "Take him off Ann and give him to Bob.", "Please withdraw him and Ann.", "Take him off these reminders.",
    ],
)  # fmt: skip
def test_an_order_of_another_ends_nobodys_enrolment(letter: str, words: str) -> None:
    assert changes_nothing(letter, words)


@pytest.mark.parametrize("letter", ["report_leaving", "report_inactivity"])
@pytest.mark.parametrize(
    "words",
    [
        "We can't take him off yet.", "We can't take him off, he is Callum's manager.", "You mustn't take him off.",
        "You can't pause him, he's only three reports in.", "We are unable to withdraw him.",
        "It's too early to withdraw him.", "It would be a shame to withdraw him.", "I'd hate to take him off.",
        "I'd withdraw him, but Ann wants to give him another chance.", "You could withdraw him.",
        "Isla wants him taken off the programme. I don't.", "I'd hate us to withdraw him.",
        "Withdraw him, Ann says. I disagree.", "Remove him from this month's list.",
        "Take him off the list of latecomers.", "Remove him. Isla objects.", "We'd rather not. Withdraw him, says Ann.",
        "Take him out of the course on Friday, he's needed on the ward.", "Take him off the rota.",
        "Remove him from next week's reminders.", "Withdraw him on Monday.",
    ],
)  # fmt: skip
def test_a_denied_order_is_none(letter: str, words: str) -> None:
    assert changes_nothing(letter, words)


@pytest.mark.parametrize("letter", ["report_leaving", "report_inactivity", "ask_exceptional"])
@pytest.mark.parametrize(
    "words",
    [
        "If he doesn't reply by Friday, withdraw him.", "Unless he replies, withdraw him.",
        "Should he not answer by the 20th, please withdraw him.", "On Friday, withdraw him.",
        "His last day is 31 March, so remove him then.", "From 1 February, please withdraw him.",
        "Next month take him off.", "Withdraw him as soon as he's sent report 4.", "Withdraw him tomorrow.",
        "He goes on 31 March. Please remove him after that.",
    ],
)  # fmt: skip
def test_what_hangs_on_something_or_is_of_a_later_day_is_asked_back(letter: str, words: str) -> None:
    assert became(letter, words) == "ask"


@pytest.mark.parametrize("letter", ["report_leaving", "report_inactivity"])
@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Gordon tells me that Callum has left. Please withdraw him.", "withdraw"),
        ("I've spoken to Gordon, he's fine with it. Please take Callum off the programme.", "withdraw"),
        ("Yes, take him off the list if you would.", "withdraw"), ("OK, take him off then.", "withdraw"),
        ("He left on 5 January, so please withdraw him.", "withdraw"), ("Please withdraw Mr Orr.", "withdraw"),
        ("Callum can't go on. Please remove him from the programme.", "withdraw"),
        ("Ann and Gordon both agree. Take him off, please.", "withdraw"), ("Pause him until he's back.", "pause"),
        ("Put Callum on hold, Gordon will tell us when he's back.", "pause"),
        ("Please pause Callum, he can't do anything at the moment.", "pause"),
    ],
)  # fmt: skip
def test_a_plain_order_of_the_practitioner_is_carried_out_whoever_else_is_named(
    letter: str, words: str, what: str
) -> None:
    assert became(letter, words) == what


@pytest.mark.parametrize("letter", ["ask_exceptional", "ask_decision"])
@pytest.mark.parametrize(
    "words",
    [
        "I'd have given him until the 29th but Isla says no.", "Ann would give him until the 29th, I wouldn't.",
        "I would have said the 29th, Isla disagrees.", "Isla would give him until the 29th. I'd say no.",
        "We could have given him until the 29th if he'd asked.", "Gordon thinks the 29th, I don't.",
        "Ann wanted to give him until the 29th, that's too long.", "We can't give him until the 29th.",
        "Giving him until the 29th would be unfair on the others.",
    ],
)  # fmt: skip
def test_a_day_that_its_writer_is_against_is_given_to_nobody(letter: str, words: str) -> None:
    assert became(letter, words) == "ask"


@pytest.mark.parametrize(
    "words",
    [
        "I'd give him until the 29th.", "I wouldn't normally, but give him until the 29th.",
        "Isla says yes, so he can have until the 29th.", "We'd be happy to give him until the 29th.",
        "I'd have said no, but he can have until the 29th.", "I'd have given him a month, but the 29th is fine then.",
    ],
)  # fmt: skip
def test_a_day_that_is_given_amid_opinions_is_given(words: str) -> None:
    assert became("ask_exceptional", words) == "accept 2027-01-29"


def test_what_is_said_of_a_day_counts_behind_it_only() -> None:
    assert is_against("Until the 29th? That's too long.", "accept")
    assert not is_against("A month is too long. Give him until the 29th.", "accept")
    assert is_against("Ann would excuse him, I'm not sure.", "excuse")
    assert is_against("Gordon would escalate, I wouldn't.", "escalate")
    assert not is_against("I would escalate.", "escalate")


@pytest.mark.parametrize(
    ("words", "waits"),
    [
        ("If he doesn't send it by Friday, escalate.", True), ("Escalate if he hasn't replied by Friday.", True),
        ("Unless he gets back to us, excuse him.", True), ("Please escalate, he hasn't replied to anybody.", False),
        ("Sunday 22nd, and if there's still nothing come back to me.", False),
    ],
)  # fmt: skip
def test_what_waits_for_somebodys_answer_is_decided_later(words: str, waits: bool) -> None:
    assert waits_for_word(words) is waits
