"""In a thread of three a word about the practitioner, or to the mentor alone, reaches nobody before its writer says for
whom it is; talk, praise and arrangements go to both as ever."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from qibot.understanding.managers.for_mentor import alludes, not_for_practitioner
from qibot.understanding.managers.weighs import weighs
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG
from tests.support.dialogue import Scene
from tests.support.said import kind_of

TURNED = [
    "Great stuff Jo. (Ann I'll ring you, she's not getting the Band 7.)",
    "Well done Jo! Now Ann, about that other matter, I've had HR's answer and it's a no.",
    "Nice work Jo. (Ann, will phone you, she's on the at risk list.)",
    "Well done Jo. Ann - I'll catch you later about her hours.",
    "Super Jo. By the way Ann the regrading was turned down.",
    "Jo, good. Ann, the panel has met and it isn't good news.",
    "Well done Jo! And Ann, on what you asked me, yes she knows.",
    "Well done Jo! Ann, as for the other thing, the answer from HR is no.",
    "Good work Jo. Ann, quick update: they've decided against it.",
    "Lovely to read this, Jo. Ann, it's as we thought.",
    "Super Jo, well done. Ann, could you ring me? It's about April.",
    "Jo, thanks. As for what you asked, Ann: not before Easter.",
    "Well done Jo, keep it up. Ann, thanks for the heads up about Tuesday.",
]
WEIGHED = [
    "I'd take what Jo says about staffing with a pinch of salt.",
    "Jo tends to exaggerate, so I'd check those figures with me first.",
    "Jo's a good worker but QI isn't for everyone.",
    "Thin on data, as Jo's reports always are.",
    "Take it from me, half of that was Janet's work.",
    "I wouldn't read too much into what Jo says about the rota.",
    "Thanks both. For what it's worth I backed Craig Mackay's bid over this one.",
    "Jo won't stick at it, mark my words.",
    "Jo has no idea about data.",
    "Jo's only doing this for the certificate.",
    "Reading this you'd think Jo ran the ward single-handed.",
    "Jo did this on my time, I might add.",
    "What Jo calls data I'd call anecdote.",
    "Don't let Jo fool you with the graphs.",
    "I'd double check the numbers, Jo isn't great with Excel.",
    "Jo makes a meal of everything.",
    "Honestly Jo could do this in half the time.",
    "For context, Jo and the charge nurse don't speak.",
    "Jo can talk, I'll give her that.",
    "She's only in it for the CV.",
    "What she says about the rota isn't so.",
]
ALLUDED = [
    "Good. See what I mean, Ann?",
    "As I warned you, Ann.",
    "Noted. Ann, this is the bit we spoke about.",
    "Just as we said, Ann.",
    "Exactly what I was telling you about, Ann.",
    "You'll see now why I rang you, Ann.",
    "Told you, Ann!",
    "You called it, Ann.",
    "Here we go again Ann.",
    "Ann, I rest my case.",
    "As per our call, Ann.",
    "Thank you Ann. The regrading was turned down.",
]
OF_MENTOR = [
    "Excellent, thank you. Ann will recognise the pattern from what I told her on Monday - same again I'm afraid.",
    "Thank you. That bears out what Ann told me on the phone.",
    "Fine. Ann knows my views on this.",
    "Right, as Ann and I discussed.",
]
BOTH = [
    "Well done Jo, sounds like great progress. Ann, thanks for the support you're giving her.",
    "Jo, this is excellent. Would you do ten minutes on it on 9 December? Ann, you'd be very welcome to come along.",
    "Well done Jo. I have shared this with Dr Sinha. And Ann, would that count as spread?",
    "Jo, take Wednesday afternoons for this from now on. Ann, your remark about the trolley is on my office wall.",
    "Thanks Ann, very helpful. Jo, let's have ten minutes on Monday about Ann's point on weekends.",
    "Hi Jo and Ann, the seagull-proof sacks went to 44 homes on Monday. Four torn bags by Friday.",
    "Jo, well done. I'll ask the ward sister to keep you two hours.",
    "Jo says that the chart is done bar the axis.",
    "Jo can have the education room on Mondays.",
    "I've asked Jo to present it to the board in March.",
    "So Jo won't be able to plot that weekly, the board only release it by quarter.",
    "It's good that Jo asked the porters first. What she says about the trolleys is right.",
    "Ann's question why it's always the same four schools is one I can answer: they have no janitor in the afternoon.",
    "Ann, you asked how we record it. It's code R7, entered by the shift sergeant.",
    "Hi both, as the three of us agreed on Monday I've booked the hall.",
    "Well done Jo!",
    "Thank you, Ann. What would you suggest as the next step?",
    "Ann, how many data points before we can call it a shift?",
    "Would it be useful, Ann, if I observed one of the test sessions and made notes?",
    "She can have the hall on Tuesdays.",
    "Jo's chart is on the wall by the kettle.",
]


@pytest.mark.parametrize("text", [*TURNED, *WEIGHED, *OF_MENTOR])
def test_what_is_not_the_practitioners_is_passed_on_to_nobody(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) != "message"


@pytest.mark.parametrize("text", [*TURNED[:5], *WEIGHED[:4]])
def test_nor_is_it_in_a_message_or_a_fresh_mail(text: str) -> None:
    assert kind_of("manager", "message", text) != "message"
    assert kind_of("manager", "fresh", text, subject="The hall") != "message"


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Jo's feedback has been relayed, the manager in copy."""
    made = Scene(tmp_path, ENROLMENT, config=CONFIG)
    made.sends("Report 1", "Report 1.pdf")
    made.answers("forward_report", "What I liked: the aim. Even better if it said by when.", ANN.address)
    return made


def reached(s: Scene, text: str) -> set[str]:
    """Who gets the words of the manager's answer."""
    before = len(s.outbox.delivered)
    s.answers("relay_feedback", text, MEG.address)
    s.bot.round()
    words = " ".join(text.split()[:3])
    new = s.outbox.delivered[before:]
    return {a for to, raw in new for a in to if words in " ".join(raw.replace(b"=\r\n", b"").decode().split())}


@pytest.mark.parametrize("text", BOTH)
def test_talk_praise_and_arrangements_reach_both(s: Scene, text: str) -> None:
    assert reached(s, text) == {JO.address, ANN.address}


@pytest.mark.parametrize("text", ALLUDED)
def test_what_the_two_have_said_to_each_other_never_reaches_the_practitioner(s: Scene, text: str) -> None:
    assert reached(s, text) <= {ANN.address}


def test_its_writer_is_offered_the_mentor_alone(s: Scene) -> None:
    assert reached(s, TURNED[1]) == set()
    assert "It is a message to Ann Lee alone" in s.last("ask_which_report")


def test_what_calls_the_mentor_alone_is_the_mentors_as_ever(s: Scene) -> None:
    assert reached(s, "Ann, she's a bit fragile just now so please tread gently.") == {ANN.address}


@pytest.mark.parametrize(
    "text", ["Jo, I read Ann's comments. Well done, you can have the night shift lead for two weeks.",
             "Jo, from Ann's words I see you need the night shift rota, you'll have it.",
             "Jo, I've read Ann's feedback. I can let you have the hall on Tuesdays."]
)  # fmt: skip
def test_an_offer_that_but_names_the_mentors_comments_is_for_both(s: Scene, text: str) -> None:
    assert reached(s, text) == {JO.address, ANN.address}


@pytest.mark.parametrize(
    "text", ["Jo, I read Ann's comments. Come and see me.", "Jo, I read Ann's comments. Don't take them to heart.",
             "Jo, I read Ann's comments. A bit rich, I thought.", "Jo, is Ann always this picky?",
             "Jo, I read Ann's comments. You can have the day off for your scan.",
             "Jo, I read Ann's comments and I'm not impressed. You can have the hall.",
             "Jo, I've read Ann's feedback. She misses the point, you can have the hall."]
)  # fmt: skip
def test_with_any_other_word_it_stays_the_practitioners(s: Scene, text: str) -> None:
    assert ANN.address not in reached(s, text)


@pytest.mark.parametrize(
    "text",
    ["As we all three agreed, MENT", "PRAC, as we agreed", "As I told PRAC", "MENT, you asked who owns it",
     "MENT would be very welcome on the 2nd", "I agree with MENT on the sample"],
)  # fmt: skip
def test_what_all_of_them_heard_alludes_to_nothing(text: str) -> None:
    assert not alludes(text)


def test_long_words_are_looked_through_in_no_time() -> None:
    began = time.perf_counter()
    long = ["MENT, what PRAC says, as we spoke, " * 400, "PRAC is not " * 1000, "I have just now told " * 1000]
    weighs(long)
    not_for_practitioner(long)
    assert time.perf_counter() - began < 2
