"""A trouble that is plainly the writer's own is told from what befell patients and pupils, and cut from the text."""

from __future__ import annotations

import pytest

from qibot.understanding.phrases.own_trouble import goes_on_without, tells_trouble, without_troubles

OWN = [
    "By the way my husband has been hitting me again and I'm frightened.",
    "I should say that I've been diagnosed with breast cancer.",
    "I was diagnosed with MS last week.",
    "I'm pregnant, nobody here knows.",
    "My mum died on Sunday.",
    "My mother passed away in October so week three has no counts.",
    "My son was arrested on Friday.",
    "I've been signed off with depression since Monday.",
    "He hit me on Sunday and I am black and blue.",
    "I've been drinking again.",
    "I relapsed in September.",
    "I had a miscarriage in week four.",
    "We lost our baby at twelve weeks.",
    "My divorce came through that week.",
    "I've got a disciplinary on Thursday.",
    "I'm being bullied by my line manager.",
    "My dad is in hospital and I sit with him each night.",
    "I can't cope any more, I cry in the car park.",
    "I've not slept for a week and I think of ending it all.",
    "I am in an abusive marriage.",
    "My wife walked out on me.",
    "I was raped in October.",
    "I tried to kill myself in September.",
    "I have been self harming again.",
    "Between you and me, I started chemo on the 4th.",
    "My partner threatens me when I stay late for the chart.",
    "My brother took an overdose.",
    "Dad's funeral was in week three.",
    "I've been suspended since Monday.",
    "I take antidepressants and they make me slow.",
    "My partner is in hospital.",
    "My baby died in June.",
    "I am in hospital for a week.",
    "I see a psychologist, I can't cope.",
]
PROJECTS = [
    "It hit me that we had counted the same call twice.",
    "A patient hit me once in the trial week, so we moved the trolley.",
    "My patients are often in hospital for a second time.",
    "I asked the bereaved families what they thought.",
    "I've been charged with collecting the weekly figures.",
    "Two of the patients died before the second count.",
    "My cancer clinic runs on Tuesdays.",
    "I work with women who have had miscarriages.",
    "Our aim: 80% of women who are pregnant are booked by week ten.",
    "My pupils' mums told me that a boy's father had died.",
    "My third test was abandoned since the police were there.",
    "I collapsed the two categories into one.",
    "My team lost two nurses to sickness.",
    "The pregnant women in my clinic wait 40 minutes.",
    "I was at the tribunal hearing centre to time the waits.",
    "I dismissed the third idea.",
    "My patient's wife died, so I took him out.",
    "Families told me that my letters about the funeral payment were hard to read.",
    "I've counted the domestic abuse calls each week.",
    "My manager killed the second idea.",
    "We want fewer arrests by June.",
    "I told them that HR want the figures, too.",
    "I've suspended the second test until the ward reopens.",
    "A mother told me: my husband hit me and nobody asked.",
    "I asked my mum to fill in the form as a test and she found it hard.",
    "My ward has an epilepsy nurse.",
    "I had a fall in the counts in week three.",
    "My husband helped me with the spreadsheet.",
    "I rang a widow as a first test.",
    "Our partner school counts bullying in the same way.",
    "Our family support workers go to court on Mondays.",
    "My baby group is for mothers with depression.",
    "My partner in the pilot is a solicitor.",
    "I'm a counsellor at the college.",
    "I am a psychologist, so I like numbers.",
    "I was in the infirmary at six each day to count.",
    "My scan of the literature found four papers.",
    "My relapse measure is per month.",
    "I have the eviction notices for June.",
    "I also had burnout scores from twelve clerks.",
    "Their stories touched me.",
]
REPORT = """Aim: by June 90% of calls are answered within a minute.

Measures: calls answered within a minute, weekly; calls abandoned, weekly. We tested one new rota and the median went
from 61 to 74 percent.

{aside}

Next steps: the second rota in week 40."""


@pytest.mark.parametrize("sentence", OWN)
def test_it_is_told_by_whose_it_is(sentence: str) -> None:
    assert tells_trouble(sentence)


@pytest.mark.parametrize("sentence", PROJECTS)
def test_what_a_project_counts_is_none(sentence: str) -> None:
    assert not tells_trouble(sentence)


def test_the_sentences_and_what_goes_on_about_them_are_left_out_alone() -> None:
    aside = "By the way my husband has been\nhitting me again. He broke my wrist on Sunday. The third test is planned."
    left = without_troubles(REPORT.replace("{aside}", aside))
    assert "husband" not in left
    assert "wrist" not in left
    assert all(x in left for x in ("by June", "61 to 74", "The third test is planned.", "second rota"))


def test_a_text_without_any_is_as_it_was() -> None:
    text = REPORT.replace("{aside}", "Two  patients died,   so I left them out.")
    assert without_troubles(text) == text


def test_little_that_is_left_is_no_report() -> None:
    assert goes_on_without(REPORT.replace("{aside}", "My dad died on Sunday."))
    assert not goes_on_without("Report 1. My dad died on Sunday. I can't think. He brought me up.")
