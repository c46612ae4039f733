"""Whom else an answer may be for, in every role: who is called in it gets it alone, or its writer is asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qibot.model import Enrolment, Person
from qibot.model.reports import Feedback, Terms
from tests.support.build import ANN, ENROLMENT, JO, MEG, TEAM, at, config, message
from tests.support.dialogue import Scene
from tests.support.programme import head_of

BOB = Person("Bob Ray", ("bob@fire.example",))
OLU = Person("Olu Bello", ("olu@council.example",))
SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@school.example",)), ANN, MEG)
PAT = Enrolment("2026-27", "pat.gray", Person("Pat Gray", ("pat@health.example",)), BOB, MEG)
PRIYA = Enrolment("2026-27", "priya.nair", Person("Priya Nair", ("priya@council.example",)), JO, OLU)
KIM = Enrolment("2026-27", "kim.doyle", Person("Kim Doyle", ("kim@council.example",)), MEG, OLU)
LIKED = "What I liked: the aim says by when. Even better if the chart had a median."
WELL_DONE = "Well done both. I can free Jo on Tuesday afternoons from now on."


def begun(tmp_path: Path, *enrolments: Enrolment, of: Enrolment = ENROLMENT) -> Scene:
    """A scene in which this one has sent report 1, and the mentor has answered it where that is Ann."""
    s = Scene(tmp_path, *(enrolments or (ENROLMENT, SAM, PAT)), config=config())
    s.now = at("2026-10-12T09:00")
    s.takes(message(sender=of.practitioner.address, files=("Report 1.pdf",)))
    if of is ENROLMENT:
        s.answers("forward_report", LIKED, ANN.address)
        s.bot.round()
    return s


def reached(s: Scene, name: str, text: str, sender: str, cc: str = "") -> set[str]:
    """Who gets the words of this answer to the last letter of this kind."""
    head = head_of(s.raws(name, sender)[-1])
    to = str(head["Reply-To"].addresses[0].addr_spec)
    fields = {"To": to, "In_Reply_To": str(head["Message-ID"]), **({"Cc": cc} if cc else {})}
    since = len(s.outbox.delivered)
    s.takes(message(sender, f"Re: {head['Subject']}", text, (), "", **fields))
    s.bot.round()
    words = " ".join(text.split()[:4])
    new = s.outbox.delivered[since:]
    return {a for who, raw in new for a in who if words in " ".join(raw.replace(b"=\r\n", b"").decode().split())}


# --- a manager's word (to one of the two) ---


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Jo, please see me before you do any more on this, I'm not happy.", JO.address),
    ],
)
def test_a_managers_delicate_word_to_one_of_the_two_is_that_ones_alone(tmp_path: Path, text: str, who: str) -> None:
    assert reached(begun(tmp_path), "relay_feedback", text, MEG.address) == {who}


def test_who_has_a_managers_word_already_gets_it_no_more_and_nobody_else_does(tmp_path: Path) -> None:
    text = "Jo, please see me before you do any more on this, I'm not happy."
    assert reached(begun(tmp_path), "relay_feedback", text, MEG.address, cc=JO.address) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Thanks Ann, this is very useful. Jo, let's find an hour next week to go through it.",
        WELL_DONE,
        "Happy to support this. Jo can use the Thursday huddle to test it with the team.",
        "Dear Jo and Ann, thank you for this. It will help us with the inspection.",
        "Ann, is this normal at this stage? The chart has only four points.",
        "Hi Jo, the hall is yours on Thursdays.",
    ],
)
def test_a_managers_word_to_both_goes_to_both(tmp_path: Path, text: str) -> None:
    assert reached(begun(tmp_path), "relay_feedback", text, MEG.address) == {JO.address, ANN.address}


# --- and what answers it ---


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (JO.address, "Hi Meg, Tuesdays would be great, from when?"),
        (JO.address, "Tuesdays would be great, from when?"),
        (ANN.address, "Hi Meg, this is quite normal at this stage, don't worry."),
    ],
)
def test_what_answers_a_managers_word_is_the_managers_and_so_back(tmp_path: Path, sender: str, text: str) -> None:
    s = begun(tmp_path)
    assert reached(s, "relay_feedback", WELL_DONE, MEG.address) == {JO.address, ANN.address}
    assert reached(s, "relay_message", text, sender) == {MEG.address}
    assert reached(s, "relay_message", "From the third of the month, if that is fine.", MEG.address) == {sender}


def test_an_answer_to_a_managers_word_that_calls_the_other_goes_to_the_other(tmp_path: Path) -> None:
    s = begun(tmp_path)
    reached(s, "relay_feedback", WELL_DONE, MEG.address)
    assert reached(s, "relay_message", "Hi Ann, could we meet on one of those Tuesdays?", JO.address) == {ANN.address}
    said = "Jo, that's great, could we meet on a Tuesday then?"
    assert reached(s, "relay_message", said, ANN.address) == {JO.address}


def test_a_mentors_answer_to_a_managers_word_that_calls_nobody_is_asked_about_with_the_manager_offered(
    tmp_path: Path,
) -> None:
    s = begun(tmp_path)
    reached(s, "relay_feedback", WELL_DONE, MEG.address)
    assert reached(s, "relay_message", "That is quite normal at this stage.", ANN.address) == set()
    assert "It is a message to Meg Ross, and to nobody else" in s.last("ask_which_report")
    s.answers("ask_which_report", "1", ANN.address)
    s.bot.round()
    assert {a for to, raw in s.outbox.delivered for a in to if b"quite normal" in raw} == {MEG.address}


@pytest.mark.parametrize(
    ("sender", "text", "word"),
    [
        (ANN.address, "Hi Meg, this is quite normal at this stage, don't worry.", "FEEDBACK"),
        (JO.address, "Hi Meg, Tuesdays would be great, from when?", "QUESTION"),
        (JO.address, "Hi Meg, Tuesdays would be great, from when?", "REPORT 1"),
    ],
)
@pytest.mark.parametrize("name", ["relay_message", "answered"])
def test_no_word_of_correction_sends_what_was_the_managers_to_the_others(
    tmp_path: Path, sender: str, text: str, word: str, name: str
) -> None:
    s = begun(tmp_path)
    reached(s, "relay_feedback", WELL_DONE, MEG.address)
    reached(s, "relay_message", text, sender)
    since = len(s.outbox.delivered)
    own = "forward_report" if sender == ANN.address else "relay_feedback"
    s.answers(own if name == "answered" else name, word, sender)
    s.bot.round()
    words = " ".join(text.split()[2:5]).encode()
    assert not [a for to, raw in s.outbox.delivered[since:] for a in to if words in raw and a != sender]


# --- who plays two parts ---


@pytest.mark.parametrize("text", ["Jo, well done. I'll get you the data.", "Hi Jo, come and see me about your hours?"])
def test_a_manager_who_mentors_and_calls_whom_they_manage_is_asked(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path, ENROLMENT, KIM, of=KIM)
    assert reached(s, "forward_report", text, MEG.address) == set()
    assert "It is a message to Jo Smith, and to nobody else" in s.last("ask_which_report")


@pytest.mark.parametrize(
    "text", ["Kim, thanks. Your baseline looks odd to me, who counted?", "Hi Kim, can we talk on Thursday?"]
)
def test_a_mentor_who_manages_and_calls_whom_they_mentor_is_asked(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path, ENROLMENT, KIM)
    assert reached(s, "relay_feedback", text, MEG.address) == set()
    assert "It is just a message to Kim" in s.last("ask_which_report")


@pytest.mark.parametrize(
    "text",
    ["Hi Priya, can you send me the data before I comment?", "Priya, don't worry about being late, mine was too!"],
)
def test_a_practitioner_who_mentors_and_calls_their_mentee_is_asked(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path, ENROLMENT, PRIYA)
    assert reached(s, "relay_feedback", text, JO.address) == set()
    assert "It is just a message to Priya" in s.last("ask_which_report")
    s.answers("ask_which_report", "It is just a message to Priya", JO.address)
    s.bot.round()
    words = " ".join(text.split()[:4]).encode()
    assert {a for to, raw in s.outbox.delivered for a in to if words in raw} == {PRIYA.practitioner.address}


@pytest.mark.parametrize(
    "text",
    [
        "Ann, where do I put the median? I can only find the mean.",
        "Hi Ann, I tried it with two classes and it was bedlam. What now?",
    ],
)
def test_what_calls_their_own_mentor_in_a_mentees_thread_is_asked_about(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path, ENROLMENT, PRIYA, of=PRIYA)
    assert reached(s, "forward_report", text, JO.address) == set()
    assert "It is a message to Ann Lee, and to nobody else" in s.last("ask_which_report")
    assert not s.raws("report_no_capacity")


def test_who_cannot_go_on_as_a_mentor_for_what_befell_them_is_not_chased_for_their_own_report(tmp_path: Path) -> None:
    s = begun(tmp_path, ENROLMENT, PRIYA, of=PRIYA)
    text = "I'm sorry, my dad has died and I can't do this just now. My own report will be late too."
    assert reached(s, "forward_report", text, JO.address) == {TEAM}
    assert s.raws("report_no_capacity")
    assert [t for t in s.store.load(ENROLMENT.unit).all(Terms).values() if t.held_since]


def test_who_has_no_time_to_mentor_says_nothing_of_their_own_report(tmp_path: Path) -> None:
    s = begun(tmp_path, ENROLMENT, PRIYA, of=PRIYA)
    text = "I can't mentor anybody any more, I simply don't have the time for it. Please find her someone else."
    assert reached(s, "forward_report", text, JO.address) <= {TEAM}
    assert not s.raws("ask_exceptional")


# --- a third person ---


@pytest.mark.parametrize(
    ("name", "sender", "text", "cc"),
    [
        ("forward_report", ANN.address, "Bob, have you seen one like this before? It seems thin to me.", ""),
        ("forward_report", ANN.address, "Bob - FYI, this is what I mean about reports without data.", BOB.address),
        ("relay_feedback", JO.address, "Sam, look what Ann says about mine, she's so picky!", "sam@school.example"),
        ("relay_feedback", JO.address, "Lesley, see below, can you help with the chart? Ann wants it by Friday.", ""),
        ("relay_feedback", JO.address, "Ailidh, see below, can you help with it?", "ailidh.grant@school.example"),
        ("relay_feedback", MEG.address, "Lesley, please print this for Jo's supervision on Monday.", ""),
    ],
)
def test_what_calls_a_third_person_is_asked_about(tmp_path: Path, name: str, sender: str, text: str, cc: str) -> None:
    s = begun(tmp_path)
    assert reached(s, name, text, sender, cc) == set()
    assert s.raws("ask_which_report", sender)


@pytest.mark.parametrize(
    ("name", "sender", "text"),
    [
        (
            "relay_feedback",
            JO.address,
            "Thanks Ann. Lesley and I counted for two weeks. Karen, our nurse, does it now.",
        ),
        ("forward_report", ANN.address, "Hi Joe,\nI liked the chart and the aim. Even better if you add a median."),
        ("relay_feedback", MEG.address, "Thanks both, happy to help. Sam on the other ward has the same form."),
        ("relay_feedback", JO.address, "Question: how many points does a run chart need?"),
        ("relay_feedback", JO.address, "Hi, the link for Thursday lets me in and throws me out again. By phone?"),
        ("relay_feedback", JO.address, "Karen, Bob and I counted the falls last week. Is that enough?"),
        ("forward_report", ANN.address, "Hi Jo, good report. Lesley, your nurse, could count the falls for you."),
        ("forward_report", ANN.address, "Hi Jo, good report. You might ask Sam to show you his chart, it's similar."),
        ("forward_report", ANN.address, "Excellent,\n\nthe chart is clear and the aim says by when. Add a median."),
        ("forward_report", ANN.address, "Good aim. Sam drew a similar chart, the median is easy to see in it."),
    ],
)
def test_what_merely_speaks_of_others_goes_where_it_always_went(
    tmp_path: Path, name: str, sender: str, text: str
) -> None:
    reader = ANN.address if sender == JO.address else JO.address
    assert reader in reached(begun(tmp_path), name, text, sender)


# --- news of one practitioner in another one's thread ---

NEWS = ["No contact as Jo is on sick leave.", "Jo's mum has died, so hers will be late.", "Jo says she's leaving soon."]


@pytest.mark.parametrize("text", [*NEWS, "Jo is leaving at Christmas, did you know?"])
def test_news_of_one_practitioner_in_anothers_thread_reaches_the_team_alone(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path, ENROLMENT, SAM, of=SAM)
    assert reached(s, "forward_report", text, ANN.address) <= {TEAM}
    assert not s.raws("relay_message") + s.raws("relay_feedback")
    assert not s.store.load(SAM.unit).all(Feedback)


@pytest.mark.parametrize(
    "text", ["Sam is off with stress so I'm doing his as well.", "Did you know Sam's wife has left him? He's in bits."]
)
def test_what_befell_a_colleague_is_asked_about_before_a_mentor_reads_it(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path, ENROLMENT, replace(SAM, mentor=BOB))
    assert reached(s, "relay_feedback", text, JO.address) <= {TEAM}
    s.sends("Hello", text=text)
    assert not s.raws("relay_message", ANN.address)


def test_what_a_colleague_did_in_the_project_is_the_mentors_to_read(tmp_path: Path) -> None:
    text = "Sam and I counted the same thing. May we share a chart?"
    assert reached(begun(tmp_path), "relay_feedback", text, JO.address) == {ANN.address}


@pytest.mark.parametrize(
    ("greeting", "what"),
    [("Hi J", "feedback on report 1"), ("Hi M", "quarantine"), ("Hi A", "quarantine"), ("Hi Q", "quarantine")],
)
def test_a_mentor_greets_the_practitioner_by_a_letter_that_nobody_elses_name_begins_with(
    tmp_path: Path, greeting: str, what: str
) -> None:
    s = Scene(tmp_path, ENROLMENT, config=config())
    s.now = at("2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    text = f"{greeting}, lots to like! Charts: yes. Measures: is that a number? How would you count it?"
    assert s.answers("forward_report", text, ANN.address) == what
