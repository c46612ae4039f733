"""What excuses a sentence excuses no other clause of it: whatever else stands there is heard, asked about, or kept."""

from __future__ import annotations

import pytest

from qibot.model import Role
from tests.support.said import kind_of, read_as, reader

FOR_JO_ALONE = [
    "Jo, has it come back, the biopsy?",
    "Jo, did it come through, the mortgage?",
    "Jo, is that sorted now, the tenancy?",
    "Jo, go home if it gets too much.",
    "Jo, people are talking about you.",
    "Jo, they want you gone from the unit.",
    "Jo, that's not for you to carry.",
    "Jo, speak to somebody at the bank.",
    "Jo, the lads found you asleep.",
    "Jo, did you send it to the lawyer?",
    "Jo, they nominated you for the cuts.",
    "Jo, the post is yours.",
    "Jo, thanks for telling me. We'll get you through this.",
    "Jo, the police called, they want the numbers of the car.",
    "Jo, the court wants your form by Friday.",
    "Jo, nothing is holding you here.",
    "Jo, catch me before you sign anything.",
]
FOR_BOTH = [
    "Jo, can you bring the chart to our meeting on Tuesday?",
    "Jo, is there anything stopping you?",
    "Jo, let me know what you need for the next test.",
    "Jo, catch me before you print it.",
    "Jo, is it ready, the report?",
    "Jo, has it come back, the survey?",
    "Jo, the police want your data for the partnership project.",
]
ABOUT_JO = [
    "Did she tell the staff about her diagnosis?",
    "Does she talk to the staff about me?",
    "Does she talk to colleagues about the split?",
    "Did she tell the team why she was off?",
    "Did she say how many days she was off?",
    "Did she say which form I refused?",
    "Do you think she'll make it?",
    "Would you keep her on?",
    "Do you trust her?",
    "Is she worth it?",
]
OF_HER_WORK = [
    "Did she tell the staff about the new chart?",
    "Does she talk to the nurses about it?",
    "Did she say when it starts?",
    "Did she say how many patients took part?",
    "Will she manage with three measures?",
]
BESIDE_A_RECEIPT = [
    "Did you receive it? Only the mentor I have doesn't seem to read them.",
    "Did it arrive? Our mentor meetings are awful.",
    "Did it arrive? The boss is bullying me.",
    "Did you get it? I was let go on Friday.",
    "Did it arrive? I'm struggling.",
    "Did it arrive? I have been very low.",
    "Did it arrive? I wrote it drunk.",
    "Did it arrive? I could go any day now.",
    "Did it arrive? I have to go through it all again.",
]
WORK_BESIDE_A_RECEIPT = [
    "Did you get it? Also, could we meet on Thursday?",
    "Did it arrive? I'd like to know what you think of the chart.",
    "Did it arrive? Also, is the chart clear enough?",
    "Did you get it? I wasn't sure about the median line.",
    "Did it arrive? The wifi was playing up.",
    "Did you receive it? Hope you had a nice holiday.",
]
NO_VERDICT = [
    "Too old for this.",
    "The day job and this are too much.",
    "Make it stop.",
    "Why bother?",
    "Why me?",
    "Must be joking.",
    "Say no more.",
    "By Friday. I do not find the report honest.",
    "I don't believe the numbers.",
]
VERDICTS = ["Too long.", "Too many measures.", "Why three measures?", "Say more about the median.", "Spot on."]
OF_THE_PAIRING = [
    "Are you free for a chat about her?",
    "I could do a call on Friday to discuss the pairing with you.",
    "Can we talk? I want out.",
    "Shall we speak on Tuesday about ending this?",
    "Happy to talk any time, but my wife is dying.",
]
ARRANGED = [
    "Are you free for a chat on Thursday?",
    "Shall we speak on Tuesday about your chart?",
    "Happy to talk any time.",
    "Could do a call on Friday at 10.",
    "Let's meet next week to go over the data.",
]
SPOKE_OF_MORE = [
    "We spoke on Monday about leaving.",
    "We met last week and talked through whether I stay on.",
    "We spoke on Monday about the grievance.",
    "We spoke on Monday about whether I can go on.",
    "We spoke on Tuesday about whether this is for me.",
    "We spoke on Monday about what's wrong with me.",
    "We met last week and talked about letting it all go.",
    "We spoke on Monday and I cried a bit, she was lovely.",
    "We spoke on Tuesday and she helped me through it all.",
    "We had a call on Friday about my absences.",
]
SPOKE = [
    "We spoke on Monday about the chart.",
    "We spoke on Monday about handwashing.",
    "Yes, we spoke last week about the medication rounds.",
    "We spoke on Monday about infection control.",
    "We spoke on Tuesday about my swimlane diagram.",
    "We had a chat on Monday about engagement.",
    "We met last week and talked through my measures.",
    "We spoke on Tuesday and she helped me through the form.",
    "Yes, we had a call on Tuesday about the project.",
    "We met on Monday over Teams and discussed the aim.",
]
OF_THEIR_OWN = [
    "I'll read it after my cancer clinic on Thursday.",
    "I'll read it when I can, once the cancer ward lets me home.",
    "I'll read it once the hospital ward lets me go.",
    "I'll read it after surgery on my hip next week.",
    "I'll read it during surgery, if they let me have my phone.",
    "I'll read it after the hospital meeting about my job.",
    "I'll read it once my wife comes home, she has left.",
    "I'll read it when my husband sobers up, he is at it again.",
    "I'll read it once my son stops threatening us, he is back.",
    "I'll read it once my partner lets me, he has the laptop.",
    "I'll look at it once somebody can mend this pairing.",
    "I'll look at it after the court sits on the custody.",
    "I'll read it if Jo will get it at all.",
    "Will do by Friday, my son has been arrested.",
    "Will do by Friday. My husband hits me.",
    "I'll read it tonight as my wife has left me and the house is quiet.",
    "Will read it soon, I'm in intensive care with my partner.",
    "I'll read it soon, the police are here about my partner.",
    "I'll read it soon, Dad is in the ICU so I'm not at work.",
    "I'll read it soon. My son's in prison, work is a refuge.",
    "I'll read it by Friday. Can't read the charts, my eyes are going.",
    "Will do by Friday. I cannot find one chart that's real.",
    "I'll get to it by Friday. I cannot read another report like that.",
    "I'll read it by Friday. I can't see the charts.",
    "On leave until the 30th. In time I may get through this.",
    "On leave until the 30th. I may go after that.",
    "On leave until the 30th. I'm behind with everything.",
    "On leave until the 30th. Everything is getting slower.",
    "On leave until the 30th, all being well. Going for an inspection of me.",
]
PROMISES = [
    "I'll read it after the flu clinic on Thursday.",
    "I'll read it after surgery tonight.",
    "I'll read it after the hospital board meeting.",
    "I'll read it after the stroke ward round.",
    "I'll read it during lunch.",
    "I'll read it once my wee boy's asleep, he's got chicken pox.",
    "I'll read it once my husband is home.",
    "I'll read it tonight and Jo will have my comments by Friday.",
    "I'll read it by Friday, I can't see my diary further ahead.",
    "By Friday. I can't read the report before Thursday.",
    "Will do by Friday. Can't get to it before then.",
    "Next Tuesday okay? Off to bury my auntie tomorrow and the house is full.",
    "On leave until the 30th. Behind with reading.",
]
KEPT_AWAY = [
    "Jo won't make the launch, she was suspended yesterday.",
    "Jo can't join the webinar, her house burnt down.",
    "Jo can't attend the workshop, she hasn't been in since Monday.",
    "Jo won't be able to attend the conference, she's been off since June.",
    "Jo can't come to the celebration event, she is in no fit state.",
    "Jo will not be at the awards evening as she is being let go.",
]
OF_THE_EVENT = [
    "Jo can't join the webinar as we have an inspection.",
    "We can't spare Jo for the workshop.",
    "She won't make the conference, the ward is short that day.",
]


@pytest.mark.parametrize("text", FOR_JO_ALONE)
def test_a_managers_word_for_her_life_is_hers_alone(text: str) -> None:
    assert reader("feedback 1", text) is Role.PRACTITIONER


@pytest.mark.parametrize("text", FOR_BOTH)
def test_a_managers_word_for_her_work_is_for_both(text: str) -> None:
    assert reader("feedback 1", text) is None


@pytest.mark.parametrize("text", ABOUT_JO)
def test_what_is_asked_about_her_behind_her_back_is_asked_for_whom_it_is(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) == "ask"


@pytest.mark.parametrize("text", OF_HER_WORK)
def test_what_is_asked_about_her_work_goes_on(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) == "message"


@pytest.mark.parametrize("text", BESIDE_A_RECEIPT)
def test_what_is_told_beside_has_it_come_is_no_message_unasked(text: str) -> None:
    assert kind_of("practitioner", "receipt 1", text) not in ("message", "report")


@pytest.mark.parametrize("text", WORK_BESIDE_A_RECEIPT)
def test_what_is_of_the_work_beside_has_it_come_is_the_mentors(text: str) -> None:
    assert kind_of("practitioner", "receipt 1", text) == "message"


@pytest.mark.parametrize("text", NO_VERDICT)
def test_a_grumble_or_a_charge_in_a_few_words_is_no_feedback_unasked(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "ask"


@pytest.mark.parametrize("text", VERDICTS)
def test_a_verdict_in_a_few_words_is_feedback(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "feedback"


@pytest.mark.parametrize("text", OF_THE_PAIRING)
def test_a_talk_about_her_or_of_an_end_isnt_arranged_with_her(text: str) -> None:
    assert kind_of("mentor", "nudge", text) == "ask"


@pytest.mark.parametrize("text", ARRANGED)
def test_a_talk_with_her_is_arranged_as_ever(text: str) -> None:
    assert kind_of("mentor", "nudge", text) == "message"


@pytest.mark.parametrize("text", SPOKE_OF_MORE)
def test_news_of_a_talk_about_more_than_the_work_is_asked_about(text: str) -> None:
    assert kind_of("practitioner", "nudge", text) == "ask"


@pytest.mark.parametrize("text", SPOKE)
def test_news_of_a_talk_about_the_work_is_news(text: str) -> None:
    assert kind_of("practitioner", "nudge", text) == "spoke"


@pytest.mark.parametrize("text", OF_THEIR_OWN)
def test_what_stands_beside_a_mentors_promise_is_heard(text: str) -> None:
    assert kind_of("mentor", "report 1", text) in ("ask", "private")


@pytest.mark.parametrize("text", PROMISES)
def test_a_promise_with_its_ordinary_reason_is_one(text: str) -> None:
    assert kind_of("mentor", "report 1", text) in ("delay", "nothing")


@pytest.mark.parametrize("text", KEPT_AWAY)
def test_why_she_misses_an_event_is_heard(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) in ("circumstances", "leaving")


@pytest.mark.parametrize("text", OF_THE_EVENT)
def test_that_she_misses_an_event_keeps_her_from_no_report(text: str) -> None:
    assert "circumstances" not in read_as("manager", "feedback 1", text)
