"""A leave with a worry beside it is no bare leave, however few the worry's words: nobody would hear them."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from qibot.model import DESK
from qibot.model.desk import Away
from qibot.understanding.mentors.no_more import says_no_more
from tests.support.build import ANN, mail, message
from tests.support.dialogue import Scene
from tests.support.said import kind_of
from tests.support.trio import TRIO

LEAVES = ["I'm on leave from 9 to 13 November", "Off till 2 November", "I'm away next week", "A/L 19–30 October"]
WORRIES = [
    "at a loss with this pairing",
    "not happy with this",
    "had enough of this",
    "sick of this",
    "wrong match",
    "out of my depth",
    "going nowhere",
    "in despair",
    "all too much",
    "not sure about this pairing",
    "I need a break from this",
    "the reports are bad",
    "time to go",
    "then that's it",
    "no reply from Jo Smith",
    "no help from the office",
    "won't be back",
    "Jo and I don't click",
    "thinking of stopping",
    "I've lost patience with it",
]
ALONE = [
    "I'm on leave from 9 to 13 November.",
    "Hi Karen, just to say I'm away from 14 December till 5 January. Kind regards, Ann",
    (
        "I'm on leave from 9 to 13 November, with no access to e-mail. For urgent matters please contact the duty team"
        " on 01234 567890."
    ),
    "I'm on leave until 19 October and will look at it when I'm back.",
    "On leave till the 2nd. Will get to this first thing after that.",
    "I'm away until 19 October, sorry for the delay. Comments on the 21st.",
    "Off to Crete with the kids until 19 October! You'll hear from me on the 20th.",
    "Thank you for your email. I am on annual leave until 19 October. I will respond on my return.",
    (
        "I am out of the office until 19 October with limited access to email. If your enquiry is urgent please contact"
        " Bob Reid on 01234 567890 or bob@x.example."
    ),
    "I'm on holiday from tomorrow until 20 October and can't get to it before then, so give me until the 23rd.",
    "I'll be off from the 9th to the 16th. Busy week before that.",
    "My wife and I are in France until 20 October. Feedback by the 23rd.",
    "Away at a conference until 16 October, will read it on the train home.",
    "I'm on leave next week. It'll be the week after, I'm afraid.",
    "On leave from Friday for a week, will try to send something before I go, otherwise on the 19th.",
    "I'm away until the 20th, their feedback will be late.",
]


@pytest.mark.parametrize("answers", ["report 2", "reminder 2", "charter", "fresh"])
@pytest.mark.parametrize("worry", WORRIES)
def test_a_worry_in_few_words_beside_a_leave_is_asked_about_or_told_to_the_team(answers: str, worry: str) -> None:
    for n, leave in enumerate(LEAVES):
        text = f"{leave}, {worry}" if n % 2 else f"{leave}. {worry[0].upper()}{worry[1:]}."
        assert kind_of("mentor", answers, text).split()[0] in ("ask", "private"), text


@pytest.mark.parametrize("answers", ["nudge", "message"])
@pytest.mark.parametrize("worry", WORRIES)
def test_in_answer_to_talk_it_is_never_taken_for_a_machines(answers: str, worry: str) -> None:
    assert kind_of("mentor", answers, f"I'm on leave from 9 to 13 November, {worry}") not in ("machine", "nothing")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Automatic reply: I work Monday to Wednesday. If your call is about a child at risk, dial 101.", "machine"),
        (
            "I'm on a jury until Wednesday and clean forgot. Say Friday 27th for Jo's comments, we'll be safe.",
            "delay",
        ),
        ("I've been off with a chest infection since Monday. Jo will have my comments by Thursday 26th.", "delay"),
        (
            "The offices are closed for training and will reopen on Friday. Please do not reply to this message.",
            "machine",
        ),
        (
            "I'm on annual leave until 30 November. For anything about attendance please contact the desk on 44.",
            "machine",
        ),
    ],
)
def test_what_no_list_knows_and_is_plainly_harmless_is_no_worry(text: str, kind: str) -> None:
    assert kind_of("mentor", "report 2", text, "Wed 2026-11-18") == kind


@pytest.mark.parametrize("text", ALONE)
def test_what_goes_with_a_leave_or_its_day_leaves_it_alone(text: str) -> None:
    assert says_no_more(mail(text=text), frozenset({"ann", "lee", "jo"}))
    assert kind_of("mentor", "report 2", text) in ("delay", "machine")


def test_the_absence_is_noted_beside_the_question(tmp_path: Path) -> None:
    s = Scene(tmp_path, *TRIO)
    s.goes_to("2026-11-12T09:00")
    s.takes(message(sender=ANN.address, subject="Leave", text=f"{LEAVES[0].replace('9', '16')}, {WORRIES[0]}"))
    assert s.store.load(DESK).all(Away)


def test_many_words_of_time_take_no_time() -> None:
    begun = process_time()
    for text in ("until then " * 20_000, "with you until " * 25 + "'" * 50_000, "01234 " * 55 + "0" * 90_000):
        says_no_more(mail(text=f"I'm on leave {text}"), frozenset({"ann"}))
    assert process_time() - begun < 2
