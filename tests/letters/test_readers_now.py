"""A letter that has waited goes to those who still are what they were when it was written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qibot.letters.compose import names_in, readdressed
from qibot.letters.readers_now import as_they_are_now, called, parts_of
from qibot.model.letters import Letter, LetterState
from qibot.model.people import Enrolment, Person, Role, Status
from tests.support.build import ANN, BOT, ENROLMENT, JO, MEG, TEAM, at, case, message
from tests.support.dialogue import Scene
from tests.support.programme import head_of, text_of

NORA = Person("Nora Fox", ("nora@school.example",))
BOB = Person("Bob Ray", ("bob@fire.example",))
MOVED = Person("Jo Smith", ("jo.new@school.example",))
RAW = (
    f"From: {BOT}\r\nTo: Jo Smith <{JO.address}>\r\nCc: Meg Ross\r\n <{MEG.address}>\r\nSubject: Re: Report 1\r\n\r\nHi"
).encode()
NAMES = {JO.address: JO.name, MEG.address: MEG.name, ANN.address: ANN.name}


def feedback(to: Person = JO, copy: tuple[Person, ...] = (MEG,)) -> Letter:
    people = [p.address for p in (to, *copy)]
    letter = Letter("k", "relay_feedback", (to.address,), tuple(p.address for p in copy), at("2026-10-12T09:00"),
                    LetterState.WAITING)  # fmt: skip
    return replace(letter, parts=parts_of(case(), people))


def now(letter: Letter, **changed: Any) -> Letter:
    return as_they_are_now(letter, case(enrolment=replace(ENROLMENT, **changed)), lambda: NAMES, {TEAM})


def test_who_still_is_what_they_were_gets_it() -> None:
    assert now(feedback()) == feedback()
    assert now(feedback(), mentor=BOB) == feedback(), "it is no letter to the mentor"


def test_a_former_manager_is_left_out_and_the_next_one_gets_none_of_it() -> None:
    letter = now(feedback(), manager=NORA)
    assert (letter.recipients, list(letter.refused)) == ((JO.address,), [MEG.address])
    assert "no longer the manager of Jo Smith" in letter.refused[MEG.address]


def test_a_former_mentor_gets_nothing_more(role: Role = Role.MENTOR) -> None:
    letter = now(feedback(ANN, ()), mentor=BOB)
    assert (letter.recipients, letter.unsettled) == ((), ())
    assert f"no longer the {role}" in letter.refused[ANN.address]


def test_who_has_changed_parts_gets_nothing_that_was_for_the_other_one() -> None:
    assert now(feedback(), mentor=MEG, manager=None).recipients == (JO.address,)


def test_the_same_person_gets_it_at_todays_address() -> None:
    letter = now(feedback(), practitioner=MOVED)
    assert (letter.to, letter.copy, letter.refused) == ((MOVED.address,), (MEG.address,), {})
    raw = readdressed(RAW, letter, called(case(enrolment=replace(ENROLMENT, practitioner=MOVED))))
    assert names_in(raw) == {MOVED.address: "Jo Smith", MEG.address: "Meg Ross"}
    assert raw.endswith(b"\r\n\r\nHi")


@pytest.mark.parametrize("status", [Status.PAUSED, Status.WITHDRAWN])
def test_nothing_goes_to_the_people_of_an_enrolment_that_rests(status: Status) -> None:
    letter = now(feedback(), status=status)
    assert letter.recipients == ()
    assert all(str(status) in said for said in letter.refused.values())


@pytest.mark.parametrize("status", [Status.PAUSED, Status.WITHDRAWN])
def test_who_writes_about_an_enrolment_that_rests_is_told_what_became_of_it(status: Status) -> None:
    answer = replace(feedback(MEG, ()), name="confirm_command")
    assert now(answer, status=status) == answer
    assert now(answer, status=status, manager=NORA).recipients == ()


def test_who_has_it_already_is_left_as_they_are() -> None:
    had = replace(feedback(), outcomes={MEG.address: "250 taken"})
    assert now(had, manager=NORA) == had


def test_the_team_hears_of_everybody_and_so_does_a_letter_without_parts() -> None:
    to_team = replace(feedback(), to=(TEAM,), copy=(), parts={TEAM: (Role.MENTOR,)})
    assert now(to_team, status=Status.WITHDRAWN) == to_team
    older = replace(feedback(), parts={})
    assert now(older, manager=NORA) == older


def test_who_answers_all_writes_to_nobody_who_is_left_out() -> None:
    raw = readdressed(RAW, now(feedback(), manager=NORA), {})
    assert names_in(raw) == {JO.address: "Jo Smith"}
    assert readdressed(RAW, feedback(), {}) == RAW


def test_the_team_is_told_who_went_without_what(tmp_path: Path) -> None:
    other = Enrolment("2026-27", "pat.gray", Person("Pat Gray", ("pat@health.example",)), BOB, MEG)
    s = Scene(tmp_path, ENROLMENT, other)
    s.sends("Report 1", "Report 1.pdf")
    s.outbox.down, thread = True, str(s.heads("forward_report")[-1]["Reply-To"].addresses[0].addr_spec)
    s.inbox.put(message(ANN.address, "Re: Report 1", "What I liked: the aim.", To=thread), s.now)
    s.bot.round()
    s.bot._carrier.take_over(replace(s.case.enrolment, manager=NORA))
    s.outbox.down, s.now = False, at("2026-10-12T20:00")
    s.bot.round()
    s.bot.round()
    assert not s.raws("relay_feedback", MEG.address)
    assert not s.raws("relay_feedback", NORA.address)
    (raw,) = s.raws("relay_feedback", JO.address)
    assert MEG.address not in str(head_of(raw)["Cc"] or "")
    told = " ".join(text_of(s.raws("report_undeliverable", TEAM)[-1]).split())
    assert f"{MEG.address}**: kept back: who has this address is no longer the manager of Jo Smith" in told
