"""A record that is damaged or gone: nobody gets another's letter, mail waits, and somebody hears."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.cli.building import build_threads
from qibot.errors import QibotError
from qibot.model.case import Put
from qibot.model.desk import DESK, Quarantined
from qibot.model.letters import Letter, LetterState
from qibot.store.readable import readable
from qibot.store.tinydb import TinyStore
from tests.support.build import ANN, ENROLMENT, JO, MEG, TEAM, at, config, message
from tests.support.office import FEEDBACK, SAM, Office
from tests.support.programme import head_of


@pytest.fixture(params=["gone", "cut"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Office:
    return Office(tmp_path, request.param)


@pytest.mark.parametrize("text", [FEEDBACK, "EXPECT 24 October", "NEEDS SUPPORT\n\nShe is lost."])
def test_an_answer_in_a_lost_records_thread_waits_and_reaches_nobody_else(office: Office, text: str) -> None:
    office.breaks(ENROLMENT)
    before = len(office.outbox.delivered)
    faults = office.answers(text)
    assert any("waits in the inbox" in fault for fault in faults)
    assert office.inbox.waiting, "the mail is still there"
    sent = office.outbox.delivered[before:]
    assert not [who for who, _ in sent if {JO.address, SAM.practitioner.address, MEG.address} & set(who)]
    assert office.bot._ledger.load(SAM.unit).pending(), "the other one's report still waits"


def test_when_the_record_is_back_the_answer_goes_where_it_belongs(office: Office) -> None:
    office.breaks(ENROLMENT)
    office.answers(FEEDBACK)
    office.bot.close()
    office.record(ENROLMENT).write_bytes(office.good)
    office.begins()
    office.bot.round()
    office.bot.round()
    assert office.got(JO.address, "it says by when")
    assert not office.got(SAM.practitioner.address, "it says by when")


def test_a_fresh_mail_of_the_mentor_is_not_taken_for_the_only_other_report(office: Office) -> None:
    office.breaks(ENROLMENT)
    office.takes(message(sender=ANN.address, subject="Feedback", text=FEEDBACK))
    assert not office.got(SAM.practitioner.address, "it says by when")
    assert office.inbox.waiting


def test_mail_of_whose_record_is_lost_stays_in_the_inbox_and_not_in_quarantine(office: Office) -> None:
    office.breaks(ENROLMENT)
    office.takes(message(sender=JO.address, subject="Report 2", files=("two.pdf",)))
    assert office.inbox.waiting
    assert not office.bot._ledger.load(DESK).all(Quarantined)


def test_the_team_hears_of_it_at_once_and_of_its_end_only_when_it_has_ended(office: Office) -> None:
    office.breaks(ENROLMENT)
    office.bot.round()
    office.bot.round()
    letters = [str(head_of(raw)["X-QI-Letter"]) for who, raw in office.outbox.delivered if TEAM in who]
    assert "report_trouble" in letters
    office.bot.close()
    office.begins()
    office.bot.round()
    office.bot.round()
    letters = [str(head_of(raw)["X-QI-Letter"]) for who, raw in office.outbox.delivered if TEAM in who]
    assert "report_recovered" not in letters


def test_the_others_can_still_be_read_and_the_loss_is_named(office: Office) -> None:
    office.breaks(ENROLMENT)
    office.bot.close()
    cases, faults = readable(TinyStore(office.folder, read_only=True))
    assert SAM.unit in {case.unit for case in cases}
    (fault,) = faults
    assert ENROLMENT.slug in fault
    assert "put back the last good copy" in fault


def test_a_lost_secret_is_an_error_and_never_made_anew_over_records(tmp_path: Path) -> None:
    settings = config(folders={"data": str(tmp_path)})
    store = TinyStore(tmp_path)
    letter = Letter("receipt/x", "receipt", (JO.address,), (), at("2026-10-12T09:00"), LetterState.SENT)
    store.commit(ENROLMENT.unit, [Put(ENROLMENT), Put(letter)])
    store.close()
    with pytest.raises(QibotError, match="put back the copy"):
        build_threads(settings)
    assert not (tmp_path / "secret").exists()
