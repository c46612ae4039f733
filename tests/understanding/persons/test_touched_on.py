"""Ways of speaking that touch on what a practitioner has told, whatever words of the project stand around."""

from __future__ import annotations

import pytest

from qibot.understanding import not_for_manager
from tests.support.build import JO, MEG

CAME_BACK = [
    "You mentioned the overdraft.",
    "You described the overdose so honestly.",
    "When you described the assault I had to stop.",
    "When you wrote about the rape I cried.",
    "You asked about rehab and yes, go.",
    "You asked for a lawyer: try Mrs Hay.",
    "You asked about Women's Aid: their number is on the poster.",
]
WHO_KNOWS = [
    "Nobody in the team needs to know you're gay.",
    "The parents needn't know you're trans.",
    "You can tell the staff about the bipolar when you are ready.",
    "Tell people at work about the HIV only if you want to.",
    "The staff don't need to hear about the overdose.",
    "Nobody on the ward needs to know you were sectioned.",
]
ASKED_AFTER = [
    "Any word on the visa?",
    "Still off the drink?",
    "Best wishes for the IVF on Thursday.",
    "Here's the number for the Samaritans: 116 123.",
    "Alcoholics Anonymous meets on Tuesdays in the church hall.",
    "Citizens Advice deals with debts like that.",
    "Rehab first, run charts second.",
    "The chemo comes before any PDSA.",
    "The custody case is more important than any report.",
    "Your methadone appointments come first, of course.",
    "Don't let the eviction letter stop you.",
    "Sorry the IVF cycle failed.",
    "I can see the grief in your report.",
    "What did the nurse say about the lump?",
    "I'd ring the union about the warning.",
]
NOBODY_MAY = [
    "No man should hit you.",
    "A man who hits you once will hit you again.",
    "Don't let any man hit you.",
    "Being hit is not your fault.",
    "Nobody should be hit at home.",
    "Mothers who lose a baby need more than two weeks.",
]
OF_THE_PROJECT = [
    "You mentioned falls in the summary, say it in the aim.",
    "You described how patients with diabetes are seen.",
    "You described the overdose protocol well.",
    "You mentioned depression scores only once.",
    "You asked about the violence tracker.",
    "You asked patients about their debts, which was brave of the team.",
    "You wrote about the family who lost their son.",
    "Any word on the survey?",
    "Any news from the food bank?",
    "Best wishes for the next cycle.",
    "The staff don't need to hear about the median.",
    "Staff need to know the overdose protocol.",
    "What did the nurses say about the new form?",
    "Citizens Advice is a good partner for the project.",
    "Talk to the union rep before the next test.",
    "Smoking cessation first, weight second, as you say.",
]


@pytest.mark.parametrize("said", [*CAME_BACK, *WHO_KNOWS, *ASKED_AFTER, *NOBODY_MAY])
def test_what_touches_on_a_confidence_keeps_the_managers_copy_back(said: str) -> None:
    assert not_for_manager(f"Good run chart. {said} Add the median.", MEG, JO)


@pytest.mark.parametrize("said", OF_THE_PROJECT)
def test_what_is_of_the_project_is_the_managers_too(said: str) -> None:
    assert not not_for_manager(f"Good run chart. {said} Add the median.", MEG, JO)
