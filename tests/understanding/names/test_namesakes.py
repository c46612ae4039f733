"""Two of an enrolment have the same first name: it isn't taken for its own writer's, and in doubt it is asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qibot.model.people import Enrolment, Person, Role
from qibot.understanding import not_for_manager
from qibot.understanding.matter.wording import names_among
from tests.support.build import ANN, CONFIG, ENROLMENT, MEG, at
from tests.support.dialogue import Scene
from tests.support.programme import head_of

ANNS = Person("Ann Smith", ("anns@school.example",))
NAMESAKES = replace(ENROLMENT, practitioner=ANNS)
MEGS = replace(ENROLMENT, mentor=Person("Meg Hill", ("meg@health.example",)))


@pytest.mark.parametrize(
    ("enrolment", "role", "name", "token"),
    [(NAMESAKES, Role.PRACTITIONER, "ann", "MENT"), (NAMESAKES, Role.MENTOR, "ann", "PRAC"),
     (NAMESAKES, Role.MENTOR, "lee", "MENT"), (NAMESAKES, Role.PRACTITIONER, "smith", "PRAC"),
     (MEGS, Role.MENTOR, "meg", "MGR"), (MEGS, Role.MANAGER, "meg", "MENT"), (MEGS, Role.PRACTITIONER, "meg", "MENT"),
     (ENROLMENT, Role.PRACTITIONER, "jo", "PRAC"), (ENROLMENT, Role.MENTOR, "ann", "MENT")],
)  # fmt: skip
def test_nobody_speaks_of_themselves_by_name(enrolment: Enrolment, role: Role, name: str, token: str) -> None:
    assert names_among(enrolment, role)[name] == token


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    made = Scene(tmp_path, NAMESAKES, config=CONFIG)
    made.now = at("2026-10-12T09:00")
    made.sends("Report 1", "Report 1.pdf", sender=ANNS.address)
    made.outbox.delivered.clear()
    return made


def reached(s: Scene, address: str) -> list[str]:
    letters = [str(head_of(raw)["X-QI-Letter"]) for to, raw in s.outbox.delivered if address in to]
    return [name for name in letters if name.startswith("relay")]


@pytest.mark.parametrize(
    "said", ["Ann is very hard to work with.", "Ann talks over me in every call.\n\nAnn", "Ann's manner upsets me."]
)
def test_a_complaint_about_the_mentor_does_not_reach_her(s: Scene, said: str) -> None:
    s.sends("Hello", text=said, sender=ANNS.address)
    assert not reached(s, ANN.address)


def test_a_question_that_is_signed_with_the_name_of_both_does(s: Scene) -> None:
    s.sends("Hello", text="Hi Ann\n\nWhich template should I use for the chart?\n\nThanks\nAnn", sender=ANNS.address)
    assert reached(s, ANN.address)


@pytest.mark.parametrize(
    "said", ["Hi Ann, is Ann any good? I have my doubts.", "Ann, how is Ann getting on?", "Ann tends to overpromise."]
)
def test_a_manager_who_names_either_is_asked_whom_they_mean(s: Scene, said: str) -> None:
    s.sends("Hello", text=said, sender=MEG.address)
    assert not reached(s, ANNS.address)
    assert not reached(s, ANN.address)


def test_a_greeting_of_the_practitioner_is_none_of_a_manager_of_the_same_name() -> None:
    manager = Person("Ann Ross", ("annr@school.example",))
    said = "Hi Ann, what I liked: the aim. So sorry about your miscarriage."
    assert not_for_manager(said, manager, ANNS)
    assert not not_for_manager(said.replace("Ann", "Jo and Ann"), manager, ENROLMENT.practitioner)
