"""A trouble of the writer's own that is told amid a typed report is the team's; the report goes on without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Enrolment, Person
from tests.support.build import ANN, CONFIG, ENROLMENT, MEG, TEAM, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

BOB = Person("Bob Ray", ("bob@fire.example",))
PAT = Enrolment("2026-27", "pat.gray", Person("Pat Gray", ("pat@health.example",)), BOB, MEG)
REPORT = """Hi Ann,

Report 1. Our aim is that by June 90% of the calls to the desk are answered within a minute.

Measures: calls answered within a minute, calls abandoned, and as a balancing measure letters per day. We tested the
new rota with one clerk for one week, and the share went from 61 to 74 %. {aside}

Changes: the clerk who opens the letters begins an hour later. I predicted 70 % and was glad to be wrong. The others
have asked to join, so the second test is with three of them. Each week I plot both shares on a run chart.

Next steps: the second test in week 42, and then a third with the whole desk.

Jo"""
LONG = REPORT.replace("{aside}", "{aside} " + "We counted the calls of each day, by hour and by desk, on a sheet. " * 8)
SHORT = """Report 1

Aim: 90% of calls answered within a minute by June. Measures: calls answered, calls abandoned. {aside} Next: second
test."""
ASIDES = [
    ("By the way my husband has been hitting me again.", "husband"),
    ("I should say that I've been diagnosed with breast cancer. I start chemo soon.", "cancer"),
    ("My mum died on Sunday, so I was away.", "died"),
    ("I'm pregnant, nobody at work knows.", "pregnant"),
    ("I have been drinking again.", "drinking"),
    ("I've got a disciplinary on Thursday.", "disciplinary"),
]


def sent(tmp_path: Path, text: str) -> Scene:
    s = scene(tmp_path)
    s.sends("Report 1", text=text)
    return s


@pytest.mark.parametrize("form", [REPORT, LONG, SHORT])
@pytest.mark.parametrize(("aside", "word"), ASIDES)
def test_the_mentor_gets_the_report_without_it_and_the_team_hears(
    tmp_path: Path, form: str, aside: str, word: str
) -> None:
    s = sent(tmp_path, form.format(aside=aside))
    to_mentor = "\n".join(text_of(raw) for to, raw in s.outbox.delivered if ANN.address in to)
    assert word not in to_mentor
    assert word in "".join(text_of(raw) for to, raw in s.outbox.delivered if TEAM in to)


PARAGRAPHS = SHORT.replace(" Measures", "\n\nMeasures").replace(" {aside} ", "\n\n{aside}\n\n")


@pytest.mark.parametrize("form", [REPORT, LONG, SHORT, PARAGRAPHS])
@pytest.mark.parametrize(
    ("aside", "word"),
    [
        ("I've been diagnosed with breast cancer. It's stage three and has spread to the liver.", "liver"),
        ("My husband has been hitting me again.\n\nThe wrist is broken.", "wrist"),
        ("I tried to kill myself in September. Pills.", "Pills"),
        ("I've been suspended since Monday. It's about the cash box.", "cash"),
        ("My mum died on Sunday.\n\nThe funeral is on the 20th and there is the house to clear.", "house"),
        ("It's been hell here. My wife walked out on me.", "hell"),
        ("My mum died on Sunday. Ann never reads these anyway.", "never reads"),
        ("I've a new job from March and will stop then. My mum died on Sunday.", "new job"),
        ("Confidentially, I've been diagnosed with MS. Nobody is to know. It will get worse.", "get worse"),
        ("- My husband hit me again\n- Broke a rib this time.", "rib"),
    ],
)
def test_what_stands_beside_it_is_left_out_with_it_however_it_is_said(
    tmp_path: Path, form: str, aside: str, word: str
) -> None:
    s = sent(tmp_path, form.format(aside=aside))
    assert not any(word in text_of(raw) for to, raw in s.outbox.delivered if ANN.address in to)
    assert word in "".join(text_of(raw) for to, raw in s.outbox.delivered if TEAM in to)


@pytest.mark.parametrize("form", [REPORT, LONG])
def test_the_rest_of_the_report_reaches_the_mentor_and_its_writer_hears_what_did_not(tmp_path: Path, form: str) -> None:
    s = sent(tmp_path, form.format(aside=ASIDES[0][0]))
    letter = s.last("forward_report")
    assert all(x in letter for x in ("61 to 74", "I predicted 70 %", "a third with the whole desk"))
    assert "What was for the Community Planning team in it is left out here." in letter
    assert "Some of what you wrote in it reads as a word for the Community Planning team" in s.last("receipt")


@pytest.mark.parametrize(
    "aside",
    [
        "Two of the callers said that a patient had died while they waited.",
        "A caller told me: my husband hit me and nobody answered.",
        "The police were at the desk in week two, so I left that day out.",
        "It hit me that I had counted the same call twice.",
        "The calls about cancer and about funerals are counted by themselves.",
        "My diagnosis of the problem was wrong: the sheet was missing.",
        "Our partner agencies are the police and social services.",
        "I was in hospital by seven to time the trolleys.",
    ],
)
def test_what_the_project_meets_goes_on(tmp_path: Path, aside: str) -> None:
    s = sent(tmp_path, REPORT.format(aside=aside))
    assert aside.split()[-1] in s.last("forward_report")
    assert "left out here" not in s.last("forward_report")
    assert not s.raws("report_in_confidence")


def test_a_long_letter_beside_a_document_loses_them_too(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.docx", text=LONG.format(aside=ASIDES[0][0]))
    letter = s.last("forward_report")
    assert "husband" not in letter
    assert "Report 1.docx" in letter


def test_words_beside_a_link_are_left_out_as_those_beside_a_document(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends(
        "Report 1", text="Report 1: https://council-my.sharepoint.com/x/report1.docx My husband has been hitting me."
    )
    assert not any(b"hitting" in raw for raw in s.raws("forward_report"))


def test_a_later_mentor_gets_the_report_without_it_too(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, PAT, config=CONFIG)
    s.sends("Report 1", text=REPORT.format(aside=ASIDES[0][0]))
    s.takes(message(sender=TEAM, subject="Mentor", text="REASSIGN Jo Smith TO bob@fire.example"))
    s.answers("ask_confirmation", "CONFIRM", TEAM)
    letter = text_of(s.raws("forward_report", "bob@fire.example")[-1])
    assert "61 to 74" in letter
    assert not any("hitting" in text_of(raw) for to, raw in s.outbox.delivered if TEAM not in to)
