"""What is ordinary between a mentor, a manager and a practitioner comes out as it should, and its neighbours don't."""

from __future__ import annotations

import pytest

from qibot.model import Role
from qibot.understanding import hides_from_manager, not_for_manager
from qibot.understanding.meaning import folded
from qibot.understanding.mentors.on_reminders import _is_to_them
from qibot.understanding.persons.unshown import only_hides
from tests.support.build import ANN, JO, MEG
from tests.support.said import kind_of, reader

FOR_BOTH = [
    "Jo, catch me tomorrow when you're in.",
    "Jo, the police were very interested and asked about your project at the partnership meeting.",
    "Jo, social work want to use your form as well, can you send it to them?",
    "Jo, probation officers would like to try your form too.",
    "Jo, the panel has chosen your poster for the conference!",
    "Jo, I'd like your review of the leaflet for the board.",
    "Jo, keep your head down and keep counting, it's going well.",
    "Jo, ignore that e-mail of mine, the right figures are attached.",
    "Jo, the aim is a bit too strict for nights, I think.",
    "Jo, ask somebody else to count on Wednesdays, I need you at the front desk.",
    "Jo, who else could you involve?",
    "Jo, what's stopping you?",
    "Jo, I'm so proud of what you have achieved. Let me know what you need from me.",
    "Jo, you can have the small meeting room on Tuesday. Tell Karen you need the projector.",
    "Jo, speak to Fiona, she'll sort you out.",
]
HERS = [
    "Jo, have you found somewhere to stay?",
    "Jo, the police were round again asking for you.",
    "Jo, the panel has decided, you are off probation.",
    "Jo, ignore all that, she has no idea.",
    "Jo, that's a bit harsh, I thought.",
    "Jo, ask for somebody else if you like.",
    "Jo, is your head any better?",
    "Jo, social work rang about you.",
]
PLAIN = [
    "Who did this chart? It's super.",
    "Will she pass the form to Karen, or shall I?",
    "Has she told the ward about this? It's worth a huddle.",
    "Does she talk to the night staff as well? They have good ideas.",
    "Did she say when the next one is due?",
    "Can she manage Tuesday at 2?",
    "Did she do all of this on her own? Amazing.",
]
OF_HER = [
    "Will she pass?",
    "Who did this?",
    "Does she talk about me?",
    "Did she say why she left the ward?",
    "Has she told you about the hearing?",
    "Did she write all of this on her own?",
]
PROMISES = [
    "I'll read it on Thursday, after surgery.",
    "I'll read it once the flu clinic is over.",
    "I'll do it on Friday because the hospital board meets before then.",
    "Will do it next week after the stroke team meeting.",
    "I'll look at it after the team meeting on Friday.",
    "Will look at it tomorrow as I'm at the office then.",
    "I'll get to it by Friday if somebody fixes my laptop.",
    "I'll read it on Monday after the managers' meeting.",
    "Will read it on the train on Thursday, and Jo will have my comments by Friday.",
    "I'll do it once I've spoken to Jo on Thursday.",
    "I'll send my comments on Friday once I've read the team's other report.",
    "I'll do it on Thursday since the court sits until Wednesday.",
    "Sorry, will do it tonight once my daughter is asleep, she has chickenpox.",
]
DOUBTED = [
    "I'll read it on Monday, but Jo and I need to talk.",
    "I'll read it on Friday if somebody tells me what she wants.",
    "I'll do it on Thursday because the team never answers.",
]
TROUBLED = [
    "I'll read it on Thursday, after my surgery.",
    "I'll read it once I'm out of hospital.",
    "I'll do it on Friday because my mum is in hospital.",
]
PRAISE = [
    "Superb.",
    "A pleasure to read.",
    "Bang on.",
    "Terrific piece of work.",
    "Impressed.",
    "Exactly what was asked for.",
    "No major issues from me.",
    "That's the stuff.",
    "What a difference since October.",
    "More tests like that.",
    "Who counted?",
    "One nagging doubt: is the aim measurable by June? The chart is clear otherwise.",
    "A lovely read. You don't half nag your colleagues, and it works! Keep going with the huddles.",
    "That's a big step forward!",
]
GRUDGING = [
    "Too long, too late, too little.",
    "How on earth did this get in?",
    "Who signed this off?",
    "Clearly rushed the night before.",
    "More of the same.",
    "Not exactly what was asked for.",
    "You people never stop. I do this for free.",
]
NO_COPY = [
    "Hi Jo, clear aim. Have you told your manager, Meg? You can't carry on with panic attacks like that.",
    "Hi Jo, clear aim. Meg, your manager, should hear that you're pregnant before the next test.",
    "Hi Jo, clear aim. Meg, your manager, must hear about your treatment.",
    "Hi Jo, clear aim. Please thank your manager, Meg. I hope the chemo goes well on Friday.",
    "Hi Jo, clear aim. Thanks to you and Meg! I do hope the chemo goes well on Friday. Add a median.",
    "Hi Jo, clear aim. You could show it to your boss, Meg. I hope your divorce goes through quickly.",
    "Hi Jo, clear aim. Have you shown it to Karen and Meg? Hope the chemo goes well on Friday.",
    "Hi Jo, clear aim. You have two allies: Meg - and your nurses. Good luck with the interview at the other school.",
    (
        "Hi Jo, clear aim. Good to hear that you and Meg, at last, are talking again. I hope your "
        "divorce goes through quickly."
    ),
    "Hi Jo, clear aim. Do share it with your manager, Meg. And look after yourself after the miscarriage.",
    "Hi Jo, clear aim. Meg, please can you give Jo two hours a week?\nHope your scan goes well, and do rest.",
    "Thanks to Meg!\nJo, your aim is clear, add a measure. I hope your mum's funeral went as well as it could.",
    "Hi Jo, clear aim. Your colleague Meg, you say, helps. I hope your divorce goes through quickly.",
    "Hi Jo, clear aim. Thanks for the data, Meg, you have helped. Your chemo must come first, Jo.",
    "Hi Jo, clear aim. If they won't give you a break, leave.",
    "Hi Jo, clear aim. Has Meg finally given you a day off?",
    "Hi Jo, clear aim. I wish Meg gave you more credit.",
    "Hi Jo, clear aim. The court went your way then?",
]
COPY = [
    "Hi Jo, clear aim. If they won't give you the data, count by hand for two weeks.",
    "Hi Jo, clear aim. Has Meg finally given you the data?",
    "Hi Jo, clear aim. If Meg gives you Friday mornings you can count then.",
    "Hi Jo, clear aim. Once Meg lets you have the rota, test it on one shift.",
    "Hi Jo, clear aim. It would be great to get more support from management for the huddles.",
    "Hi Jo, clear aim. The court went your way with the new forms then?",
    "Hi Jo, clear aim. Meg, could you find Jo an hour a week? Your support matters.",
    "Hi Jo, clear aim. Meg: thank you for the data, and get well soon!",
    "Hi Meg and Jo, clear aim. Hope you're both ok.",
]
WISHES = [
    "Report attached. It's about Meg, so she'd better not see it.",
    "Report attached. I'd be happier if work didn't get a copy of the comments.",
    "Report attached. Nobody at the school should see it yet.",
    "Report attached. Just for Ann, please.",
    "Report attached. Please don't copy Meg.",
    "Report attached. No need to copy Meg.",
    "Report attached. No need for Meg to see this.",
    "Report attached. My manager isn't aware, so please keep it to yourself.",
    "Report attached. I don't want this to go to management.",
    "Report attached. Please reply just to me.",
    "Report attached. Please answer without copying anybody.",
    "Report attached. Meg isn't to be told.",
    "Report attached. I'd rather people in the team didn't see this.",
    "Report attached. Nothing to management, please.",
    "Report attached. Meg not in copy please.",
    "Report attached. I haven't told Meg yet, so please be careful.",
    "Report attached. Work is not to get a copy, please.",
    "I'd be grateful if Meg wasn't copied in.",
]
NO_WISHES = [
    "Report attached. My manager wasn't copied last time, could you add her please?",
    "Report attached. Meg was not sent the last feedback, please could she get it this time?",
    "Report attached. No need for a meeting with management this month, all on track.",
    "Here is my report. Risk management wasn't involved yet.",
    "Report attached. No need to chase Meg, she has seen it already.",
    "Report attached. My manager isn't aware of the new template, could you send it to her?",
    "Report attached. I haven't told my manager yet that it went so well, so exciting!",
    "Pain management was not included in last month's chart.",
    "People in the team were not told why at first",
    "People in the team were not involved enough",
    "We tested the form without copying the old one.",
    "Senior management is not aware of how many calls are missed",
    "No need for more staff, said management.",
    "The manager isn't involved in the day to day.",
    "the clinic sends feedback only to me.",
    "Meg wasn't included in this one.",
    "No need to copy Meg, she has it already. Thanks!",
]
OFFICES = [
    "Let me know what happens.",
    "Tell me if you hear anything.",
    "Let me know if it comes in.",
    "Give me a shout if it turns up.",
    "Let me know whether to bother with the next one.",
    "Will you be escalating this?",
    "Should you not let the school know?",
    "Maybe you should ring.",
    "How long will you give it?",
    "Did you get an answer from the school?",
    "Do you have a phone number?",
    "Send me the last report again, I've lost it.",
    "I'd chase harder if I were you.",
    "You could set your watch by it.",
    "Would you like me to ring?",
    "Will you ring the school?",
    "Tell me when it turns up.",
]
TO_JO = [
    "Anything I can do?",
    "Hope you're ok. No need to send much.",
    "Can I help?",
    "Let me know if you need a hand.",
    "Send me what you have, however rough.",
    "Are you stuck? Give me a ring.",
    "How are you getting on?",
    "Let me know if you get stuck with the chart.",
    "You can send me a draft.",
    "Give me a call whenever suits you.",
    "Do you need more time?",
]


@pytest.mark.parametrize("text", FOR_BOTH)
def test_a_managers_word_of_the_work_is_for_both(text: str) -> None:
    assert reader("feedback 2", text) is None


@pytest.mark.parametrize("text", HERS)
def test_a_managers_word_of_a_life_is_hers_alone(text: str) -> None:
    assert reader("feedback 2", text) is Role.PRACTITIONER


@pytest.mark.parametrize("text", PLAIN)
def test_a_managers_plain_question_is_passed_on(text: str) -> None:
    assert kind_of("manager", "feedback 2", text) == "message"


@pytest.mark.parametrize("text", OF_HER)
def test_a_managers_question_about_her_is_asked_about(text: str) -> None:
    assert kind_of("manager", "feedback 2", text) == "ask"


@pytest.mark.parametrize("text", PROMISES)
def test_a_promise_that_hangs_on_ordinary_work_is_one(text: str) -> None:
    assert kind_of("mentor", "report 2", text) in ("delay", "nothing")


@pytest.mark.parametrize("text", DOUBTED)
def test_a_promise_that_hangs_on_somebody_is_asked_about(text: str) -> None:
    assert kind_of("mentor", "report 2", text) == "ask"


@pytest.mark.parametrize("text", TROUBLED)
def test_a_promise_that_hangs_on_an_illness_is_the_teams(text: str) -> None:
    assert kind_of("mentor", "report 2", text) == "private"


@pytest.mark.parametrize("text", PRAISE)
def test_a_few_words_of_praise_are_feedback(text: str) -> None:
    assert kind_of("mentor", "report 2", text) == "feedback"


@pytest.mark.parametrize("text", GRUDGING)
def test_a_few_grudging_words_are_asked_about(text: str) -> None:
    assert kind_of("mentor", "report 2", text) == "ask"


@pytest.mark.parametrize("text", NO_COPY)
def test_nothing_of_a_life_goes_to_a_manager_who_is_only_named(text: str) -> None:
    assert not_for_manager(text, MEG, JO)


@pytest.mark.parametrize("text", COPY)
def test_feedback_of_the_work_is_copied(text: str) -> None:
    assert not not_for_manager(text, MEG, JO)


@pytest.mark.parametrize("text", WISHES)
def test_a_wish_to_hide_is_heard(text: str) -> None:
    assert hides_from_manager(text, MEG, ANN)


@pytest.mark.parametrize("text", NO_WISHES)
def test_what_only_tells_of_a_manager_is_no_wish_to_hide(text: str) -> None:
    assert not hides_from_manager(text, MEG, ANN)


def test_a_wish_for_an_answer_alone_is_said_to_whoever_is_answered() -> None:
    assert not only_hides("Please reply just to me.", MEG, frozenset())
    assert kind_of("practitioner", "message", "Please reply just to me.") == "message"


@pytest.mark.parametrize("text", OFFICES)
def test_what_is_asked_of_the_office_is_not_said_to_the_practitioner(text: str) -> None:
    assert not _is_to_them([folded(one) for one in text.split(". ")], frozenset())


@pytest.mark.parametrize("text", TO_JO)
def test_what_is_offered_to_the_practitioner_is_said_to_them(text: str) -> None:
    assert _is_to_them([folded(one) for one in text.split(". ")], frozenset())
