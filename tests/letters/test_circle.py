"""A letter to the team about somebody reaches nobody who has a part in that matter, whatever else they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qibot.config import Config
from qibot.events import COHORT_LEAD, PROGRAMME_MANAGER, TEAM_NAME, Notice
from qibot.letters import Circle
from qibot.model import DESK, MENTOR, Case, Choice, Enrolment, Person, Put, Quarantined, Skipped, apply, item_of
from qibot.people import Directory
from tests.support.build import ANN, ENROLMENT, JO, MEG, TEAM, at, case, config
from tests.support.dialogue import Scene
from tests.support.programme import head_of, text_of

BOSS, LEAD = "boss@council.example", "lead@council.example"
SAM = Person("Sam Baird", ("sam@school.example",))
BOB = Person("Bob Ray", ("bob@fire.example",))
SAMS = Enrolment("2026-27", "sam.baird", SAM, BOB, None)
HELD = Quarantined(
    "m1", "archived", at("2026-10-12T09:00"), JO.address, "A word", 0, "asked", asked=JO.address,
    choices=(Choice("message", SAMS.unit),),
)  # fmt: skip


def circle(*team: str, boss: str = BOSS, leads: tuple[str, ...] = ()) -> Circle:
    made = config(programme={"team": list(team), "manager": boss, "cohort_leads": list(leads)})
    people = Directory(lambda unit: unit, lambda moment: moment.date())
    for one in (case(), case(enrolment=SAMS)):
        people.note(one)
    return Circle(made, people, lambda _unit: apply(Case(DESK), [Put(HELD)]))


def letter(name: str, to: tuple[str, ...], unit: str = ENROLMENT.unit, copy: tuple[str, ...] = ()) -> Notice:
    def those(addresses: tuple[str, ...], who: str) -> tuple[Person, ...]:
        return tuple(Person(who, (a,)) for a in addresses)

    return Notice(name, "k", unit, 1, those(to, TEAM_NAME), those(copy, COHORT_LEAD))


def readers(notice: Notice) -> list[str]:
    return [p.address for p in (*notice.to, *notice.copy)]


@pytest.mark.parametrize("one", [JO.addresses[0], JO.addresses[1], ANN.address, MEG.address])
@pytest.mark.parametrize("name", ["report_in_confidence", "report_needs_support", "ask_exceptional", "report_stop"])
def test_of_an_enrolment_its_own_people_hear_nothing_as_members_of_the_team(name: str, one: str) -> None:
    assert readers(circle(TEAM, one)(letter(name, (TEAM, one)))) == [TEAM]
    assert readers(circle(TEAM, one)(letter(name, (TEAM,), copy=(one, LEAD)))) == [TEAM, LEAD]


def test_members_who_have_a_part_elsewhere_alone_read_it() -> None:
    team = (TEAM, BOB.address)
    assert readers(circle(*team)(letter("report_in_confidence", team))) == [*team]


def test_where_nobody_of_the_team_is_left_the_programme_manager_reads_it_else_the_cohort_leads() -> None:
    told = letter("report_in_confidence", (ANN.address,))
    assert readers(circle(ANN.address)(told)) == [BOSS]
    assert readers(circle(ANN.address, boss=MEG.address, leads=(LEAD, JO.address))(told)) == [LEAD]
    assert readers(circle(ANN.address, boss=MEG.address)(told)) == []


@pytest.mark.parametrize(
    ("unit", "left"),
    [(f"{MENTOR}{ANN.address}", [TEAM, BOB.address]), (f"{MENTOR}{BOB.address}", [TEAM, ANN.address]),
     (item_of("m1"), [TEAM]), (DESK, [TEAM, ANN.address, BOB.address])],
)  # fmt: skip
def test_so_it_is_of_what_is_about_a_mentor_and_of_a_mail_that_waits(unit: str, left: list[str]) -> None:
    team = (TEAM, ANN.address, BOB.address)
    assert readers(circle(*team)(letter("ask_which_report", team, unit))) == left


def test_so_it_is_of_a_list_of_mails_and_of_what_came_due_in_several_enrolments() -> None:
    team = (TEAM, ANN.address)
    of_mails = replace(letter("report_quarantine", team, DESK), about=("m1",))
    assert readers(circle(*team)(of_mails)) == [TEAM]
    came_due = replace(letter("report_catch_up", team, DESK), facts={"entries": [{"unit": ENROLMENT.unit}]})
    assert readers(circle(*team)(came_due)) == [TEAM]


def test_who_gets_a_letter_for_their_own_part_keeps_it() -> None:
    forward = replace(letter("forward_report", ()), to=(ANN,))
    assert circle(ANN.address)(forward) == forward


def test_the_programme_manager_who_is_the_line_manager_hears_of_a_missing_report_and_not_of_circumstances() -> None:
    missing = replace(letter("escalate_missing", (), copy=()), to=(Person(PROGRAMME_MANAGER, (MEG.address,)),))
    narrowed = circle(TEAM, boss=MEG.address)
    assert readers(narrowed(replace(missing, facts={"claimed": False}))) == [MEG.address]
    assert readers(narrowed(replace(missing, facts={"claimed": True}))) == [TEAM]


def scene(tmp_path: Path, made: Config) -> Scene:
    s = Scene(tmp_path, ENROLMENT, config=made)
    s.now = at("2026-10-12T09:00")
    return s


def test_a_complaint_about_a_mentor_of_the_team_reaches_the_others_of_it(tmp_path: Path) -> None:
    s = scene(tmp_path, config(programme={"team": [TEAM, ANN.address], "manager": BOSS}))
    s.sends("A word", text="In confidence: I find Ann very hard to work with.")
    assert [to for to, raw in s.outbox.delivered if "hard to work with" in text_of(raw)] == [(TEAM,)]


def test_where_nobody_may_read_it_it_waits_and_the_team_hears_so_and_not_of_whom(tmp_path: Path) -> None:
    s = scene(tmp_path, config(programme={"team": [ANN.address], "manager": ANN.address}))
    s.sends("A word", text="In confidence: I find Ann very hard to work with.")
    s.bot.round()
    told = [raw for to, raw in s.outbox.delivered if ANN.address in to]
    assert [head_of(raw)["X-QI-Letter"] for raw in told] == ["report_trouble"]
    assert "everybody who could read it has a part" in text_of(told[0])
    assert "Jo" not in text_of(told[0])


@pytest.mark.parametrize(
    ("one", "escalation", "when", "until", "name"),
    [
        (ANN.address, "auto", "2026-10-12T09:00", "2026-10-30T12:00", "report_feedback_overdue"),
        (MEG.address, "auto", "2026-10-12T09:00", "2026-10-30T12:00", "report_feedback_overdue"),
        (ANN.address, "ask", "2026-11-01T09:00", "2026-11-14T12:00", "ask_escalation"),
    ],
)
def test_what_the_calendar_calls_for_reaches_the_others_of_the_team_once(
    tmp_path: Path, one: str, escalation: str, when: str, until: str, name: str
) -> None:
    s = scene(tmp_path, config(programme={"team": [TEAM, one]}, calendar={"escalation": escalation}))
    if name == "report_feedback_overdue":
        s.sends("Report 1", "Report 1.pdf")
    s.now = at(when) if at(when) > s.now else s.now
    s.writes_until(until)
    assert [to for to, raw in s.outbox.delivered if head_of(raw)["X-QI-Letter"] == name] == [(TEAM,)]
    assert not [x for x in s.case.all(Skipped).values() if "settled before" in x.reason]
