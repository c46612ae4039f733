"""A wish for another mentor, or mentors compared, is the team's to read, whatever it comes beside (3a)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qibot.model import Enrolment, Person
from qibot.understanding.practitioners.another_mentor import Mentors, OtherMentors, said_of_mentors
from tests.support.build import ANN, CONFIG, ENROLMENT, TEAM, at, known
from tests.support.dialogue import Scene

BOB = Person("Bob Reid", ("bob@health.example",))
SAM = Enrolment(ENROLMENT.cohort, "sam", Person("Sam Baird", ("sam@school.example",)), BOB)
OTHERS = OtherMentors(ENROLMENT, known(ENROLMENT, SAM))
OF_MENTORS = [
    "I find Ann hard to reach, is Bob better?",
    "I'd rather have Bob as our mentor for this if possible.",
    "Could we both be mentored by Bob from now on please?",
    "Could we have just one mentor between us, preferably Bob?",
    "Bob answers within a day and Ann takes three weeks.",
    "Is there any way to swap Ann for Bob in this project?",
    "Who decides which mentor we get? I'd like a change.",
    "Bob would suit me better than my current mentor.",
    "Who could I speak to about changing mentors?",
    "Could someone else look at my report this time?",
    "Is it possible to have Bob read this one instead of Ann?",
    "It would help if Ann read the report before commenting.",
    "Bob is so much more helpful than Ann.",
    "Sam gets much better feedback from Bob than I do.",
    "Please can I swap to Bob?",
    "please can i swap to bob",
    "Could I move over to Bob Ray after Christmas?",
    "Any chance of being moved to Bob?",
    "How do I ask for a different mentor?",
    "Can Bob mentor me instead?",
    "Would it be possible to be paired with Bob?",
    "Is Bob taking on anyone else?",
    "Sam's mentor gives much more detailed comments than mine.",
    "Bob's comments are always quicker than Ann's.",
    "Unlike Ann, Bob reads the whole report.",
    "I wish Ann would answer my mails.",
    "Could Bob look at my report as well as I don't think Ann will get to it?",
    "I'd prefer Bob.",
    "Can I change mentor please?",
    "I would be happier with Bob.",
    "Ann takes weeks whereas Bob is back to Sam the same day.",
    "I get more help from Bob than from Ann.",
    "What do I need to do to get a new mentor?",
    "Please could someone other than Ann look at this one?",
    "Could you ask Bob to read this one rather than Ann?",
    "I'd like to have Bob as my mentor.",
    "If only Ann replied as quickly as Bob does.",
    "Can we pick our own mentor?",
    "Sam says Bob answers much faster than Ann.",
    "We would like Bob to take over as our mentor.",
]
NOT_OF_MENTORS = [
    "Bob and Ann both suggested a c-chart.",
    "Ann, Bob thinks a run chart is better than a bar chart.",
    "We are switching from weekly to daily counts, as Ann suggested.",
    "Can I swap to a bar chart?",
    "I used Bob's template as it is clearer than mine.",
    "Bob on our ward counts the forms with me.",
    "Thanks to Ann and Bob for all the help.",
    "Could we move to Bob's ward for the next test?",
    "Would a bar chart be better than a run chart?",
    "I'd rather have a median than a mean.",
    "Ann's comments were really helpful and I have changed the aim.",
    "Ann suggested more data, and Bob's ward had some.",
    "Sam and I both used the chart that Bob showed us at the session.",
    "Is there another way to show the data?",
    "I'd like to change the measure instead of the aim.",
    "Which mentor should I send it to?",
    "Could Ann look at the driver diagram as well?",
    "It would be great if Ann could look at the diagram first.",
    "My new mentor Bob said to send it here.",
    "Bob was my mentor last year and suggested this.",
    "I have asked someone else on the ward to read the forms.",
    "Someone else will count the calls when I'm in theatre.",
    "We want to change the form and move to paper.",
    "More staff than I expected filled in the form.",
    "Ann liked the aim more than the title so I changed the title.",
    "Could someone in my team present it instead of me?",
    "The deputy is better at Excel than I am so she made the chart.",
    "Can you ask Ann whether the median is right?",
    "I swapped shifts with Bob so that I could count on Friday.",
    "Meg and Bob will both be at the session.",
    "Ann wasn't sure about the median so I left it out.",
    "Ann said it would be better to test on one ward.",
    "My mentor asked for more data, so I added June.",
    "Bob presented before me at the session and did it better than me.",
    "As Ann suggested I looked at what Bob did with his chart.",
    "Can the ward clerk change to the new form instead of the old one?",
    "Hi Ann, could someone else at your place look at it too?",
    "I will be away so could you send the feedback to someone else in my team as well?",
    "That's me off till the 8th. I'll pick up Ann's comments when I'm home.",
    "I'm answering for the pair of us, as Ann's away till Friday.",
]


@pytest.mark.parametrize("text", OF_MENTORS)
def test_a_wish_for_another_mentor_and_mentors_compared_are_known(text: str) -> None:
    assert said_of_mentors(text, ANN, OTHERS)


@pytest.mark.parametrize("text", NOT_OF_MENTORS)
def test_what_else_is_said_of_mentors_and_of_others_is_neither(text: str) -> None:
    assert said_of_mentors(text, ANN, OTHERS) is None


def test_a_wish_counts_before_what_is_compared() -> None:
    assert said_of_mentors("Bob is quicker than Ann. Could I swap to Bob?", ANN, OTHERS) is Mentors.WISH


def test_who_bears_a_name_of_the_own_enrolment_is_no_other_mentor() -> None:
    meg = Enrolment("2026", "kim", Person("Kim Boyd", ("kim@school.example",)), Person("Meg Hay", ("meg@h.example",)))
    assert "meg" not in OtherMentors(ENROLMENT, known(ENROLMENT, meg))


def test_a_mentor_of_several_is_called_as_the_last_of_them_says() -> None:
    renamed = replace(SAM, slug="kim", mentor=replace(BOB, name="Bob Grieve"))
    others = OtherMentors(ENROLMENT, known(ENROLMENT, SAM, renamed))
    assert ("grieve" in others, "bob" in others, "reid" in others) == (True, True, False)


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Before the first deadline, with nothing sent yet."""
    made = Scene(tmp_path, ENROLMENT, SAM, config=CONFIG)
    made.now = at("2026-10-12T09:00")
    return made


def readers(s: Scene, text: str) -> set[str]:
    return {to for who, raw in s.outbox.delivered for to in who if text in " ".join(raw.decode().split())}


@pytest.mark.parametrize("text", ["Please can I swap to Bob?", "Bob is so much more helpful than Ann."])
@pytest.mark.parametrize("sends", ["Here is report 1.", "The joint report of Sam Baird and me is attached."])
def test_beside_a_report_it_stays_with_the_team_and_the_document_goes(s: Scene, sends: str, text: str) -> None:
    s.sends("My report", "Report 1.pdf", text=f"{sends} {text}")
    assert readers(s, text) == {TEAM}
    assert s.raws("forward_report", ANN.address)


@pytest.mark.parametrize("text", ["Please can I swap to Bob?", "Could we both be mentored by Bob from now on?"])
def test_alone_a_wish_is_for_the_team_and_no_message(s: Scene, text: str) -> None:
    s.sends("Question", text=text)
    assert s.raws("report_in_confidence", TEAM)
    assert not s.raws("relay_message")


@pytest.mark.parametrize("text", ["Bob is so much more helpful than Ann.", "Hi Ann,\n\nplease can I swap to Bob?"])
def test_what_only_compares_and_what_calls_the_mentor_is_asked_about(s: Scene, text: str) -> None:
    s.sends("Question", text=text)
    assert s.raws("ask_which_report", "jo@school.example")
    assert not s.raws("relay_message")


def test_what_is_said_to_the_mentor_by_name_is_theirs(s: Scene) -> None:
    s.sends("Question", text="Hi Ann, could Bob look at this one instead?")
    assert s.raws("relay_message", ANN.address)
