"""Whoever is asked for a document may have the words passed on to the mentor instead, by the one word that is offered:
nothing is lost, and nothing goes that may be of the mentor."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, TEAM
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

WORDS = "Please find my report attached. I took the chart from the ward's own counts."


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    made = scene(tmp_path)
    made.sends("Report 1", text=WORDS)
    assert made.raws("ask_document")
    return made


def readers(s: Scene, words: str) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


@pytest.mark.parametrize(
    "said",
    [
        "QUESTION",
        "question\n\nJo",
    ],
)
def test_a_message_goes_to_the_mentor_with_its_words(s: Scene, said: str) -> None:
    assert s.answers("ask_document", said) == "a correction"
    assert ANN.address in readers(s, "from the ward's own counts")
    assert s.raws("relay_message", ANN.address)
    assert not s.raws("forward_report")
    assert s.numbers == []


@pytest.mark.parametrize(
    "said",
    [
        "It was a question for Ann.",
        "Sorry, that was just a message for Ann. Jo",
        "It was for Ann.",
        "Please just pass it on to Ann, thanks.",
        "There was no attachment, I only wanted to ask Ann something.",
        "There was no document with it. That's for Ann.",
        "It wasn't my report. Can you send it on to her please?",
        "Please pass it on.",
        "It's for her.",
        "It was a message for Ann, nothing to attach",
        "There's no attachment, it was just a question for my mentor.",
        "Please just pass my message on to Ann, there's nothing attached to it.",
        "It was only a message to my mentor, there's no file.",
        "There's nothing to attach",
    ],
)
def test_who_says_so_in_other_words_is_told_the_one_that_sends_it(s: Scene, said: str) -> None:
    assert s.answers("ask_document", said).startswith("a command")
    assert ANN.address not in readers(s, "from the ward's own counts")
    assert "QUESTION alone on the first line" in " ".join(s.last("confirm_command").split())
    assert s.answers("ask_document", "QUESTION") == "a correction"
    assert ANN.address in readers(s, "from the ward's own counts")


@pytest.mark.parametrize(
    "words",
    ["Please find attached the letter. Ann's comments were useless.", "Attached is my report. Meg is useless."],
)
@pytest.mark.parametrize(
    "said",
    [
        "Please pass it on.",
        "It's for her.",
        "There was no attachment. Please send it on.",
        "That's for Ann.",
        "It was just a message for Ann.",
    ],
)
def test_a_complaint_that_waits_with_its_document_is_not_let_go_by_such_words(
    tmp_path: Path, words: str, said: str
) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", text=words)
    s.answers("ask_document", said)
    assert ANN.address not in readers(s, "useless")


def test_said_twice_it_goes_once(s: Scene) -> None:
    s.answers("ask_document", "QUESTION")
    s.answers("ask_document", "QUESTION")
    assert "taken for a question already" in s.last("confirm_command")
    assert len(s.raws("relay_message", ANN.address)) == 1


def test_words_of_their_own_below_it_go_instead(s: Scene) -> None:
    asks = "Ann, what is the best way to count the falls on a ward, do you think?"
    assert s.answers("ask_document", f"QUESTION\n\n{asks}") == "message from the practitioner"
    assert ANN.address in readers(s, asks)


@pytest.mark.parametrize(
    "said",
    [
        "It was for Meg.",
        "It wasn't for Ann.",
        "Please pass it on to Ann and tell her I'm ill.",
        "Don't send it to Ann.",
        "I'll send it tonight, sorry!",
        "Please keep it for Ann until I've found the file.",
        "I only wanted to ask Ann why she never answers.",
        "Is there a template I could use?",
        "It was for the team.",
        "Sorry, wrong button.",
    ],
)
def test_anything_else_passes_on_nothing_of_it(s: Scene, said: str) -> None:
    s.answers("ask_document", said)
    assert ANN.address not in readers(s, "from the ward's own counts")


@pytest.mark.parametrize("said", ["QUESTION", "It was for Ann."])
def test_words_that_were_for_the_team_alone_stay_there(tmp_path: Path, said: str) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", text="Please find my report attached. Between ourselves, Ann never answers my mails.")
    assert readers(s, "never answers my mails") <= {TEAM}
    if s.raws("ask_document"):
        s.answers("ask_document", said)
    assert readers(s, "never answers my mails") == {TEAM}


@pytest.mark.parametrize(
    "said", ["There's no document.", "There was no attachment.", "Sorry, there's nothing attached."]
)
def test_who_says_that_there_is_none_is_told_no_word_that_they_did_not_say(s: Scene, said: str) -> None:
    assert s.answers("ask_document", said).startswith("a command")
    assert "you say that there is no document" in " ".join(s.last("confirm_command").split())
    assert "is for your mentor, and its words" not in " ".join(s.last("confirm_command").split())


@pytest.mark.parametrize("said", ["No attachment yet.", "There's no document yet, sorry."])
def test_a_document_that_is_not_there_yet_is_not_denied(s: Scene, said: str) -> None:
    s.answers("ask_document", said)
    assert not any("you say that" in text_of(raw) for raw in s.raws("confirm_command"))
    assert ANN.address not in readers(s, said)
