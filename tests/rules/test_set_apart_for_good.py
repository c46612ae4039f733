"""What was set apart from the mentor stays apart: in the next notice, hold, decision and escalation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qibot.calendar import Almanac, history, is_alone
from qibot.model import Enrolment, Terms
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG, TEAM, at
from tests.support.dialogue import Scene
from tests.support.programme import head_of, text_of

CONFIDED = "To be honest it's because of Ann, I dread her comments. Please don't tell her."
MISCARRIAGE = (
    "I've had a miscarriage and won't manage the report in time. I don't want anybody at work to know.",
    "My husband has left me and I won't manage the report in time. Please don't tell Ann.",
)
FLU = "I've been ill with flu this week and can't do the report."
LATER = [
    "I need another week, sorry.",
    "I still can't do it, I've been off sick with a migraine all week.",
    "I'm afraid I won't manage it in time.",
    "My son broke his leg on Monday and I can't do the report.",
]
WORDS = ["ACCEPT UNTIL 23 October", "DECLINE"]


def to(s: Scene, *addresses: str) -> list[str]:
    """The letters that one of these has got."""
    return [str(head_of(raw)["X-QI-Letter"]) for whom, raw in s.outbox.delivered if set(addresses) & set(whom)]


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    made = Scene(tmp_path, ENROLMENT, config=CONFIG)
    made.writes_until("2026-10-13T09:00")
    return made


@pytest.fixture
def confided(s: Scene) -> Scene:
    s.writes_until("2026-10-14T09:00")
    s.answers("remind_deadline", CONFIDED)
    return s


@pytest.mark.parametrize("said", LATER)
@pytest.mark.parametrize("word", WORDS)
def test_what_is_told_behind_a_decision_that_one_alone_heard_stays_apart(confided: Scene, said: str, word: str) -> None:
    s = confided
    s.answers("report_in_confidence", word, TEAM)
    s.answers("tell_extension", said)
    assert "tell_difficulty" not in to(s, ANN.address)
    assert "Jo Smith alone is told what you decide" in flat(s.last("ask_exceptional"))
    s.answers("ask_exceptional", "ACCEPT UNTIL 30 October", TEAM)
    assert len(s.raws("tell_extension")) == 2
    assert "tell_extension" not in to(s, ANN.address, MEG.address)


def test_nor_does_another_address_of_the_practitioner_open_it(confided: Scene) -> None:
    confided.answers("report_in_confidence", "DECLINE", TEAM)
    moved = replace(ENROLMENT, practitioner=replace(JO, addresses=("jo@home.example",)))
    case = replace(confided.case, tables={**confided.case.tables, Enrolment.table: {"enrolment": moved}})
    assert is_alone(case, 1)


@pytest.mark.parametrize("word", WORDS)
def test_what_was_told_and_decided_openly_goes_on_openly(s: Scene, word: str) -> None:
    s.answers("remind_deadline", FLU)
    s.answers("ask_exceptional", word, TEAM)
    s.answers("tell_extension", LATER[3])
    assert to(s, ANN.address).count("tell_difficulty") == 2
    assert "Jo Smith and Ann Lee are told what you decide" in flat(s.last("ask_exceptional"))
    s.answers("ask_exceptional", "ACCEPT UNTIL 30 October", TEAM)
    assert to(s, ANN.address).count("tell_extension") == 2


def test_another_report_is_told_of_openly(confided: Scene) -> None:
    s = confided
    s.answers("report_in_confidence", "EXCUSE", TEAM)
    s.writes_until("2026-11-12T09:00")
    s.answers("remind_deadline", "I've been in hospital and can't do report 2 in time.")
    assert "tell_difficulty" in to(s, ANN.address)


@pytest.mark.parametrize("word", [*WORDS, "EXCUSE"])
def test_behind_an_open_hold_a_word_in_confidence_is_decided_for_one_alone(s: Scene, word: str) -> None:
    s.answers("remind_deadline", FLU)
    s.writes_until("2026-10-21T12:00")
    s.answers("remind_missing", CONFIDED)
    asked = flat(s.last("report_in_confidence"))
    assert "of which Jo Smith alone is told" in asked
    assert "has been told of a difficulty with this report before, but hears nothing more of it" in asked
    s.answers("report_in_confidence", word.replace("23", "30"), TEAM)
    assert len(s.raws("tell_extension")) == 1
    assert "tell_extension" not in to(s, ANN.address, MEG.address)


def test_where_the_mentor_has_heard_nothing_the_letter_says_nothing_of_it(confided: Scene) -> None:
    assert "before, but hears nothing more" not in flat(confided.last("report_in_confidence"))


def excused(s: Scene, said: str) -> Scene:
    s.sends("Report 1", text=said)
    s.answers("ask_exceptional", "EXCUSE", TEAM)
    assert s.case.terms(1).excused
    s.writes_until("2026-11-25T17:30")
    return s


@pytest.mark.parametrize("said", MISCARRIAGE)
def test_an_excuse_that_one_alone_heard_stands_in_no_escalation(s: Scene, said: str) -> None:
    excused(s, said)
    (escalated,) = s.raws("escalate_missing")
    assert "Report 1: not owed - Report 2" in flat(text_of(escalated))
    assert "xcused" not in text_of(escalated)
    assert next(x["said"] for x in history(s.case, Almanac(CONFIG), at("2026-11-25T17:30").date())) == "excused"


def test_nor_one_whose_terms_are_of_before(s: Scene) -> None:
    excused(s, MISCARRIAGE[0])
    terms = {**s.case.all(Terms), "1": replace(s.case.terms(1), apart=False)}
    case = replace(s.case, tables={**s.case.tables, Terms.table: terms})
    rows = history(case, Almanac(CONFIG), at("2026-11-25T17:30").date(), told=False)
    assert rows[0]["said"] == "not owed"


def test_nor_in_the_letter_to_a_new_mentor(s: Scene) -> None:
    excused(s, MISCARRIAGE[0])
    rows = history(s.case, Almanac(CONFIG), at("2026-11-25T17:30").date(), told=False)
    assert rows[0]["said"] == "not owed"


def test_an_excuse_that_the_mentor_heard_stands_there_as_before(s: Scene) -> None:
    excused(s, FLU)
    (escalated,) = s.raws("escalate_missing")
    assert "Report 1: excused" in text_of(escalated)
