"""By which words people ask that something stay with the team, and which only look like them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.understanding.meaning import private
from qibot.understanding.meaning.features import Setting
from qibot.understanding.meaning.meaning import mark_of

SETTING = Setting({"ann": "MENT", "jo": "PRAC", "mary": "MGR", "team": "TEAM"}, "report", False, (), "")


@pytest.mark.parametrize(
    "said",
    [
        "Between us, she isn't coping.",
        "To whoever forwards these, kindly leave the manager off.",
        "Addendum, not for transmission.",
        "She has two interviews next week and nobody at work is to know.",
        "Please take this next sentence out before it goes anywhere: he is a bully.",
        "Before I accuse anyone of anything could you look?",
        "Can you match me with somebody in education instead?",
        "This is for you and not for her.",
        "This is shared with the office and not for them.",
        "It was done with the office and not for them.",
        "Take this line out before it goes on the board papers: the figures seem rather optimistic.",
        "Leave it out before you put it on the website: the figures seem invented.",
        "Take that bit out before it goes on the wall.",
        "I'd take it out before it goes on the noticeboard, she invented it.",
        "To be honest, between us, the work is weak.",
        "I'd like this to be between us.",
        "For the programme team only: her manager phoned me.",
        "Team only please.",
        "I trust you alone with this.",
        "I'm telling you alone because she asked.",
        "Please don't let this get back to Jo.",
        "Don't let it slip to Jo.",
        "Please don't let her manager see this.",
        "Don't let Jo ever see this.",
        "dont tell Mary, she begged me",
        "Please don't tell her, to be on the safe side.",
        "Please take this line out before you pass it on.",
        "Good. Not sure she'll stick it out, but the aim's fine.",
        "The next part is for the office.",
        "Not to be forwarded, please.",
        "Please do not forward this.",
        "In the strictest confidence, she is ill.",
        "Please treat this as confidential.",
        "Private: she is ill.",
        "Leave this bit out when you send it on.",
        "Before you forward this, take the last paragraph off.",
        "This stays with you.",
        "It goes no further.",
        "I'd rather nobody knew.",
        "Nobody else should see this.",
        "Don't breathe a word to Jo.",
        "Say nothing to Jo.",
        "Make sure Jo doesn't see this.",
        "She isn't to know.",
        "Please don't tell my mentee.",
        "Please don't copy in Mary.",
        "Keep this under your hats.",
        "Everything below this line is for the team.",
    ],
)
def test_so_many_words_keep_a_mail_with_the_team(said: str) -> None:
    assert mark_of("mentor", said, SETTING)[0]


@pytest.mark.parametrize(
    "said",
    [
        "A coffee halfway between us both.",
        "Tea and a scone, with the report on the table between us.",
        "She rang me, we've sorted it between us.",
        "I'd take it out before it goes on the noticeboard.",
        "It was drawn up with the tradesmen and not for them.",
        "The fishbone was done with the crew and not for them.",
        "Whoever passes this on to the next shift needs a checklist.",
        "Nobody in the ward is to know who filled in which form.",
        "Could you pair me with your charge nurse for the visit?",
        "I'm not accusing you of anything.",
        "Between us we'll get it done by five.",
        "She has grown in confidence since May.",
        "There is an increase in confidence among staff.",
        "They'll leave you alone.",
        "You only sent me the first half.",
        "The Bathgate team only count on Fridays.",
        "Don't let them add five more.",
        "Don't let it get you down.",
        "Don't let that go to waste.",
        "Ask them again, and don't tell them to hurry.",
        "I'd take that sentence out before you share it with your sponsor.",
        "Cut the last line before you submit.",
        "Start with one team only.",
        "The handover sheet is for the ward team only.",
        "Keep it under ten minutes.",
        "Keep this under review.",
        "Don't tell them what to do, ask them.",
        "Don't let them see only the average.",
        "They don't need to know the whole theory.",
        "Ask them before they see the chart.",
        "Don't let it slip to the next month.",
        "The sheet stays in the staff room.",
        "It is only for you to say.",
        "I'd like to stay with you as my mentor.",
    ],
)
def test_what_only_sounds_like_such_words_keeps_none(said: str) -> None:
    assert mark_of("mentor", f"Hi Jo. {said}", SETTING) == ("", "")


@pytest.mark.parametrize(
    "said",
    [
        "My report did not go to Ann, could you check?",
        "Hi Ann, should I remove it before it goes to the board?",
        "Don't let Ann work too hard!",
        "I can't leave this before it is finished.",
        "I haven't shown Ann the second chart yet, is it worth a look?",
        "I don't want to send Ann a chart with two points on it.",
        "Ann can't see the chart in the file, so here it is again.",
    ],
)
def test_what_the_mentor_has_not_seen_yet_is_no_private_word(said: str) -> None:
    assert mark_of("practitioner", said, SETTING) == ("", "")


@given(st.data())
@pytest.mark.parametrize("row", [*private.MARKS, *private.OF_MENTORS], ids=lambda row: row[0])
def test_whatever_a_row_of_marks_finds_has_one_of_the_words_that_always_stand_in_it(
    row: private.Row, data: st.DataObject
) -> None:
    _, needs, patterns = row
    pattern = private._compiled(patterns).pattern
    said = data.draw(st.from_regex(re.compile(pattern, re.ASCII)))
    found = re.search(pattern, said)
    assert found is None or any(need in found[0] for need in needs)


def test_a_practitioners_doubt_about_the_mentor_is_a_mark_and_one_about_the_data_is_none() -> None:
    assert mark_of("practitioner", "Not sure Ann gets what we do here", SETTING)[0]
    assert not mark_of("practitioner", "Not sure the ward gets enough of these, Ann", SETTING)[0]
