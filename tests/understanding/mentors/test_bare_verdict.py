"""A few adverse words in answer to a report, a grumble, or a note for the file reach nobody before their writer is
asked; what praises, advises or asks about the work is feedback in however few words."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("report 1", "You people never stop do you. I do this for free."),
        ("reminder 1", "You people must think that I have nothing else to do."),
        ("reminder 1", "Nag nag nag. It's only a form, nobody has died."),
        ("reminder 1", "Stop chasing me. Keen as mustard, you lot."),
        ("report 1", "Is that all?"),
        ("report 1", "Not what I'd hoped for."),
        ("report 1", "My cat could do better."),
        ("report 1", "Not impressed."),
        ("report 1", "A bit of a mess to be honest."),
        ("report 1", "Is this really the standard now?"),
        ("report 1", "Back to square one, then."),
        ("report 1", "Hardly worth the wait."),
    ],
)
def test_it_is_asked_about(answers: str, said: str) -> None:
    assert kind_of("mentor", answers, said) in ("ask", "private")


@pytest.mark.parametrize(
    "said",
    [
        "For your records: chatty, disorganised, means well.",
        "Please add to the notes: still doesn't understand run charts, very anxious.",
        "Assessment so far: weak on measures, strong on people. Keep on file please.",
        "My notes from the session, for your file. Quiet, needs prompting, late twice.",
        "For the file - missed our call on Monday, no apology.",
        "Note for your file: turned up without the data again.",
        "Comments attached. The second page is for the office.",
    ],
)
def test_what_is_for_the_file_is_for_nobody_else(said: str) -> None:
    assert kind_of("mentor", "report 1", said) in ("ask", "private")


@pytest.mark.parametrize(
    "said",
    [
        "Lovely stuff. Nothing to add.",
        "Spot on.",
        "Too long, I'd cut it by half.",
        "Could do with a median.",
        "Why weekly?",
        "Solid.",
        "Fewer words.",
        "A cracking read.",
        "I liked the aim. For your records I would keep the raw counts as well.",
        "The file is clear. Add this to your notes for the session: predict before you test. Great chart.",
        "Lovely aim. Keep the tally sheets on file until June, you may need them for the audit.",
    ],
)
def test_it_is_feedback(said: str) -> None:
    assert kind_of("mentor", "report 1", said) == "feedback"
