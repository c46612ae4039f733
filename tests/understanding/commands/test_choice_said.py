"""Plain words choose what they name, clause by clause; one clause of anything else, and they choose nothing."""

from __future__ import annotations

import pytest

from qibot.model import Choice
from qibot.understanding.commands.choice_said import Choices, choice_said

TEAM = Choice("team", label="a note to the Community Planning team alone")
JO, SAM, CALLUM = frozenset(["jo", "smith"]), frozenset(["sam", "baird"]), frozenset(["callum", "orr"])
ANN = frozenset(["ann", "lee"])
WHOSE = (
    Choice("message", "callum", label="a message to Callum Orr"),
    Choice("feedback", "jo", 4, "feedback on report 4 of Jo Smith"),
    Choice("feedback", "sam", 4, "feedback on report 4 of Sam Baird"),
    TEAM,
)
NAMES = (CALLUM, JO, SAM, frozenset[str]())
WHAT = (
    Choice("feedback", "jo", 4, "It is my feedback for Jo"),
    Choice("message", "jo", 4, "It is just a message to Jo"),
    Choice("private", "jo", 4, "It is for the Community Planning team alone"),
)


def whose(said: str, *, may_be_private: bool = False) -> int:
    return choice_said(said, Choices(WHOSE, NAMES, may_be_private), ANN)


def what(said: str) -> int:
    return choice_said(said, Choices(WHAT, (JO, JO, JO)), ANN)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Sam's", 3), ("Jo", 2), ("Jo Smith, report 4", 2), ("Jo Smith - report 4", 2), ("That one's for Callum", 0),
        ("It was for Jo, sorry!", 2), ("Jo please. Thanks", 2), ("feedback for Jo", 2), ("Jo's report, thank you.", 2),
        ("Sorry, I should have said. That was about Sam Baird's report.", 3), ("For Callum please", 1),
        ("Apologies - Jo. I'll do Sam's tomorrow.", 2), ("It's feedback for Jo, thanks. Ann", 2), ("For Jo. Ann", 2),
        ("1 please, thanks", 1), ("3, thank you. Ann Lee", 3), ("For Jo, please pass it on.", 2),
        ("Jo, not Sam. Thanks!", 2), ("Oops, forgot to say who. Sam's report. Sam's", 3),
        ("Sorry for the confusion! It's for Sam, please send it on to him.", 3), ("My comments on Sam's report", 3),
        ("Feedback on report 4 of Jo", 2), ("Sam. The other one will follow later.", 3), ("It was only for you", 4),
        ("Just you.", 4), ("It's for you in the office", 4),
    ],
)  # fmt: skip
def test_what_names_one_choice_and_says_nothing_else_makes_it(said: str, place: int) -> None:
    assert whose(said) == place


@pytest.mark.parametrize(
    "said",
    [
        "Jo and Sam", "Both of them really.", "It isn't for Jo.", "Not Jo.", "Jo. On second thoughts don't send it.",
        "For Jo, but leave out the bit about the chart.", "It's about Jo.", "About Sam", "Report 4", "Jo? Or Sam.",
        "For Sam. Tell him I'm sorry about the mix up.", "Callum's I think? Not sure.", "Jo is who I'm worried about.",
        "The one that came in on Monday.", "Please ignore that, I'll write again.", "Jo's manager", "Jo, report 3",
        "For Meg", "Sam's. I'll do Jo's by the 29th.", "1 and 2", "5", "", "Feedback", "It's feedback", "Wait, for Jo",
        "Jo, she can't cope.", "For Jo when she's back from sick leave",
    ],
)  # fmt: skip
def test_anything_else_chooses_nothing(said: str) -> None:
    assert whose(said) == 0


@pytest.mark.parametrize(("said", "place"), [("Jo", 0), ("Sam's", 0), ("Jo Smith, report 4", 0), ("It's for Jo", 2)])
def test_of_words_that_may_be_private_a_name_alone_may_say_whom_they_are_about(said: str, place: int) -> None:
    assert whose(said, may_be_private=True) == place


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("It's my feedback for her, thanks. Ann", 1), ("Just a message to Jo.", 2), ("Feedback please - thanks", 1),
        ("That was just a message, please pass it on. Ann", 2), ("no, just you", 3), ("2. Thanks so much!", 2),
        ("Jo", 0), ("Send it to Jo", 0), ("It's feedback for Meg", 0), ("Feedback. And tell her I'm sorry.", 0),
        ("A message, not feedback, and only the first half", 0), ("Feedback?", 0), ("First?", 0), ("1?", 0),
        ("A message? For Jo.", 0), ("It was feedback on the programme", 0),
    ],
)  # fmt: skip
def test_what_a_mail_was_is_said_so_too(said: str, place: int) -> None:
    assert what(said) == place


@pytest.mark.parametrize(
    "said",
    [
        "No feedback.", "No comments.", "Please, no feedback", "No feedback for Jo please.", "No message to Jo please.",
        "No message.", "No message for Jo. Thanks", "Sorry, no comments", "So no feedback then.", "Not feedback.",
        "Please no message", "No report.", "Never feedback", "Don't send it to Jo", "No, not feedback.", "No",
        "Feedback? No.", "No, no feedback.", "No it isn't feedback", "Well no message to Jo.", "- no feedback",
        "No feedback, no message.",
    ],
)  # fmt: skip
def test_what_there_is_none_of_is_not_chosen(said: str) -> None:
    assert what(said) == 0


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("No, feedback.", 1), ("No - feedback for Jo", 1), ("No, it's a message to Jo", 2), ("No it's feedback", 1),
        ("no just you", 3), ("No. 2", 2), ("No, 2", 2),
        ("Oh no, it was just a message", 2),
    ],
)  # fmt: skip
def test_who_says_what_it_is_instead_chooses_it(said: str, place: int) -> None:
    assert what(said) == place
