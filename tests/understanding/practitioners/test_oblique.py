"""An oblique word about the mentor, few words of trouble and fault with the tone don't reach the mentor (3a)."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of

KEPT = {"private", "ask"}
OBLIQUE = [
    "Not sure she's that interested",
    "It's hard to get hold of her",
    "Is there a way to swap?",
    "Does it have to be Ann?",
    "Could anybody else look at it sooner?",
    "This keeps happening",
    "Not being funny but that's the third time",
    "I'd hoped for a bit more input",
    "Was hoping to get a bit more from this",
    "She doesn't seem to read them",
    "Could I be moved to Bob?",
    "Bit thin, isn't it",
    "Who else could read it?",
    "Ann always seems to be too busy",
    "No reply from her, as usual",
    "Late again then",
    "We don't really get on if I'm honest",
]
OF_THE_PROJECT = [
    "Is there a way to swap the measures round?",
    "Does it have to be a run chart?",
    "Could somebody else in my team present it?",
    "This keeps happening at handover, that's why we picked it",
    "It's hard to get hold of the data",
    "The head isn't keen, she thinks it's extra work",
    "I've asked the deputy but she isn't sure",
    "Thanks Ann, could anybody else at the school help with the data collection?",
    "Ann, I'm not that interested in balancing measures - do I need them?",
    "Our receptionist never answers so we tried text instead",
    "Again we saw no change on the ward",
]
TROUBLE = [
    "Health problems",
    "Struggling",
    "Having a hard time",
    "Not coping very well",
    "Personal stuff",
    "Sorry, family problems",
    "Got a lot on my plate",
    "Not great to be honest",
    "Finding it tough",
    "Exhausted",
]
NEWS = [
    "Still testing",
    "Waiting on data",
    "Plodding on",
    "Survey is out",
    "Going well",
    "Baseline data done",
    "All good",
]
FAULT_WITH_THE_TONE = [
    "I'm a bit surprised by the tone of this",
    "I find this a bit harsh",
    "Is this how feedback is normally written?",
    "I expected something more constructive",
    "Is that all she gets?",
]
FRIENDLY = [
    "I'm pleasantly surprised by the progress",
    "I like the tone of the poster",
    "Could we make the posters kinder in tone?",
    "Very helpful, thanks",
]


@pytest.mark.parametrize("letter", ["feedback 1", "nudge"])
@pytest.mark.parametrize("text", OBLIQUE)
def test_an_oblique_word_about_the_mentor_is_asked_about(text: str, letter: str) -> None:
    assert kind_of("practitioner", letter, text) in KEPT


@pytest.mark.parametrize("text", OF_THE_PROJECT)
def test_the_same_of_the_project_or_of_somebody_who_is_named_goes_to_the_mentor(text: str) -> None:
    assert kind_of("practitioner", "feedback 1", text) == "message"


@pytest.mark.parametrize("text", TROUBLE)
def test_trouble_in_few_words_is_heard_in_answer_to_a_check_in_and_to_a_reminder(text: str) -> None:
    for letter in ("check_in", "missing 1"):
        assert kind_of("practitioner", letter, text) in {*KEPT, "circumstances"}


@pytest.mark.parametrize("text", NEWS)
def test_news_of_the_project_in_few_words_is_no_trouble(text: str) -> None:
    assert kind_of("practitioner", "check_in", text) in {"message", "nothing"}


@pytest.mark.parametrize("text", FAULT_WITH_THE_TONE)
def test_a_manager_who_finds_fault_with_the_feedback_is_asked_for_whom_it_is(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) in KEPT
    assert kind_of("manager", "feedback 1", f"{text}\n\nKind regards\nMeg Ross\nHeadteacher") in KEPT


@pytest.mark.parametrize("text", FRIENDLY)
def test_a_managers_friendly_word_is_everybodys(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) in {"message", "nothing"}


@pytest.mark.parametrize(
    "text",
    [
        "heya ann all good here, just been quiet. i've been trying the drawing with agents. want to chat thurs?",
        "All fine ta. We're stuck waiting on IT to give us access to the system. Same story as last month!",
    ],
)
def test_who_calls_the_mentor_or_waits_for_somebody_else_says_nothing_of_them(text: str) -> None:
    assert kind_of("practitioner", "nudge", text) == "message"


@pytest.mark.parametrize(
    "text", ["Hardly ever hear from Ann. Same story as last month!", "No reply, same story again."]
)
def test_the_same_story_of_the_mentor_is_asked_about(text: str) -> None:
    assert kind_of("practitioner", "nudge", text) == "ask"


@pytest.mark.parametrize(
    "asked",
    [
        "Does anybody check what the mentors send? She wrote of a chart and there's never been one in my reports.",
        "Please read her second paragraph and tell me whether that's how your mentors are meant to write.",
    ],
)
def test_who_asks_who_looks_after_mentors_is_asked_however_long_it_is(asked: str) -> None:
    said = f"I'll take out the second aim, and I'll try your survey on the patients at the Thursday clinic. {asked}"
    assert kind_of("practitioner", "feedback 1", said) in ("ask", "private")
