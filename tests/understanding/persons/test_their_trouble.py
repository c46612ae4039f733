"""A trouble of the practitioner's own that feedback names keeps the manager's copy back, whatever family it is of."""

from __future__ import annotations

from itertools import chain

import pytest

from qibot.understanding import not_for_manager
from qibot.understanding.persons.unnamed import SOMEBODY
from tests.support.build import JO, MEG

CLOSE_TO_YOU = [
    "I know your husband hits you, but keep counting.",
    "Well done on six weeks dry, and the run chart is clear.",
    "You were right to ring the samaritans.",
    "The methadone makes you sleepy, so count after lunch.",
    "Have you rung your bank about the overdraft?",
    "You can't sleep in your car for ever.",
    "I hear your asylum claim was turned down.",
    "You shouldn't plead guilty if you weren't there.",
    "Your new pronouns are no trouble at all.",
    "Nobody chooses to relapse, you know.",
    "You may retire early with that back.",
    "You blew the whistle and I would have done so, too.",
    "Your hormones are all over the place, I remember.",
    "You'll be deported over my dead body.",
]
WITH_FEELING = [
    "Shame about the divorce.",
    "Sorry about the bailiffs.",
    "How was the colonoscopy?",
    "Well done for filing for divorce.",
    "So brave to tell me about the rehab.",
    "Hope the IVF works this time.",
    "Any shame in bankruptcy? No, never.",
    "Please don't go near another loan shark.",
    "Has she moved out yet?",
    "I'm shaken by the bruises.",
    "I was alarmed that you thought of killing yourself.",
    "Did the court let you have the kids at Easter?",
    "I hope you win your case against them.",
    "Looking after a wife with dementia and working nights: hats off.",
    "I won't tell anybody about the visa.",
]
AS_ONE_SAYS = [
    "Grief comes in waves.",
    "Self-harm scars fade.",
    "Panic attacks pass.",
    "Depression makes everything look like a failure.",
    "I had two miscarriages, so I know what it is.",
    "I was sectioned myself once, and look at me.",
    "I won't pass it on, of course.",
    "It was brave to tell me.",
    "With all you're carrying outside work nobody could do more.",
]
OF_NOBODY_NAMED = [
    "What if he locks you out again?",
    "She has no right to speak to you like that.",
    "He reads your mails, so write to me at home.",
    "Between you and me, she's out of her depth.",
]
OF_THE_WORK = [
    "Your bereavement pack reached nine families.",
    "Your domestic abuse referrals are up to eleven a month.",
    "Well done on six weeks of data, and the run chart is clear.",
    "You've halved the self-harm on the ward.",
    "Your methadone clinic's hours are a change idea by themselves.",
    "Glad the police agreed to share the missing persons figures.",
    "Never mind the overdose outlier in May, note what happened.",
    "Did your autism pathway lose a step?",
    "Please don't count the miscarriages in the same column.",
    "The biopsy turnaround is 9 days.",
    "You asked about alcoholics: one line in the notes will do.",
    "Smoking in pregnancy is a hard one, well done for a 10 % drop.",
    "How did the school counsellor like the sheet?",
    "Don't panic about the gap.",
    "Your sponsor isn't named.",
    "You've arrears in the second column.",
    "You've buried the best finding.",
    "Stroke rehab is a good place to start.",
    "Ewan's seizures bothered you, so time them.",
    "Two of you off sick, and still eight points!",
]
OF_SOMEBODY_NAMED = [
    "The night porter liked it. Did he tell you why?",
    "Tom tried it last year. Has he shown you his chart?",
    "She did well.",
    "He put your chart on the wall.",
]


def _feedback(said: str) -> str:
    return f"Good run chart. {said} Add the median."


@pytest.mark.parametrize("said", list(chain(CLOSE_TO_YOU, WITH_FEELING, AS_ONE_SAYS, OF_NOBODY_NAMED)))
def test_the_manager_gets_no_copy_of_a_trouble_of_their_own(said: str) -> None:
    assert not_for_manager(_feedback(said), MEG, JO)


@pytest.mark.parametrize("said", OF_THE_WORK + OF_SOMEBODY_NAMED)
def test_what_is_of_the_project_or_of_somebody_named_goes_to_the_manager_as_well(said: str) -> None:
    assert not not_for_manager(_feedback(said), MEG, JO)


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("You relapsed, that's all.", "their health"),
        ("I'm sorry about the eviction.", "their family or home"),
        ("You were right to blow the whistle.", "their job or leaving it"),
        ("What if he locks you up?", SOMEBODY),
    ],
)
def test_the_mentor_hears_what_kind_it_is(said: str, about: str) -> None:
    assert not_for_manager(_feedback(said), MEG, JO) == about
