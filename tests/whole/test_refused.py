"""A recipient whom a server refuses is tried again or told to the team, and keeps nothing from anybody else."""

from __future__ import annotations

from qibot.model.letters import LetterState
from tests.support.programme import BUSY, REFUSED, Programme, text_of
from tests.support.whole import answered_report


def test_a_mentor_who_is_refused_for_good_is_told_to_the_team_once(unenrolled: Programme) -> None:
    p = unenrolled
    p.enrol(p.row(p.jo, REFUSED))
    p.reports(p.jo)
    done = p.round()
    states = {letter["notice"]: letter["state"] for letter in done.letters}
    assert (states["receipt"], states["forward_report"]) == ("sent", "failed")
    for _ in range(2):
        p.clock.advance(hours=3)
        p.round()
    told = text_of(p.letter(p.team, "report_undeliverable"))
    assert all(said in told for said in (REFUSED.address, "550 5.1.1", "Report 1 from Jo Smith", "forward_report"))
    assert p.kinds(p.jo) == ["receipt"]
    assert "There is nobody of that name" in p.recorded(p.jo, "forward_report").refused[REFUSED.address]


def test_a_manager_who_is_refused_doesnt_keep_the_feedback_from_the_practitioner(unenrolled: Programme) -> None:
    p = unenrolled
    p.enrol(p.row(p.jo, p.ann, REFUSED))
    answered_report(p)
    record = p.recorded(p.jo, "relay_feedback")
    assert record.state is LetterState.SENT
    assert list(record.refused) == [REFUSED.address]
    p.round()
    told = text_of(p.letter(p.team, "report_undeliverable"))
    assert REFUSED.address in told
    assert p.jo.address not in told


def test_a_mentor_who_is_refused_for_now_is_tried_again_with_growing_pauses(unenrolled: Programme) -> None:
    p = unenrolled
    p.enrol(p.row(p.jo, BUSY))
    p.reports(p.jo)
    tries = []
    for minutes in (0.0, 0.5, 0.6, 1, 2.1, 5, 4.1):  # at 0, 1.1, 4.2 and 13.3 minutes it is due
        p.clock.advance(minutes=minutes)
        p.round()
        tries.append(p.recorded(p.jo, "forward_report").tries)
    assert tries == [1, 1, 2, 2, 3, 3, 4]
    assert p.recorded(p.jo, "forward_report").state is LetterState.WAITING
    assert p.kinds(p.jo) == ["receipt"], "the practitioner's letter is not sent again with each try"
    assert p.kinds(p.team) == []
    p.clock.advance(days=5)
    p.round()
    p.round()
    assert p.recorded(p.jo, "forward_report").state is LetterState.FAILED
    told = text_of(p.letter(p.team, "report_undeliverable"))
    assert "given up: 451 4.3.0" in told
    assert "Come back later" in told


def test_a_manager_who_is_refused_for_now_gets_the_letter_later_and_the_practitioner_at_once(
    unenrolled: Programme,
) -> None:
    p = unenrolled
    p.enrol(p.row(p.jo, p.ann, BUSY))
    answered_report(p)
    assert p.recorded(p.jo, "relay_feedback").unsettled == (BUSY.address,)
    p.clock.advance(minutes=2)
    p.round()
    assert p.recorded(p.jo, "relay_feedback").tries == 2
    assert len(p.letters(p.jo, "relay_feedback")) == 1
