"""A thousand hostile messages at once: each is accounted for, and the good report among them is served."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from email import message_from_bytes
from hashlib import sha256
from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from qibot.model.letters import Letter
from qibot.model.reports import Submission
from tests.message.hostile.office import ARRIVED, Office, assert_accounted_for, assert_sound
from tests.message.hostile.reader import SECONDS
from tests.support import hostile
from tests.support.build import ANN, CONFIG, ENROLMENT, JO
from tests.support.hostile import Hostile


@pytest.fixture(scope="module")
def flooded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, dict[int, Hostile]]:
    """An office in which more than a thousand hostile messages came at once, a good report in their midst."""
    office = Office(tmp_path_factory.mktemp("flooded"))
    messages = [
        *hostile.handmade(hostile.STRANGER),
        *hostile.handmade(JO.address),
        *hostile.mutations(JO.address, 250),
        Hostile("the good report", good_report()),
        *hostile.handmade(ANN.address),
        *hostile.mutations(hostile.STRANGER, 150, seed=2),
        *hostile.mutations(ANN.address, 150, seed=3),
    ]
    assert len(messages) > 1000
    return office, office.take_in(messages)


def good_report() -> bytes:
    raw = hostile.report(JO.address, "good")
    return raw.replace(b"Subject: Report 1 (good)", b"Subject: Report 1, the good one")


Flooded = tuple[Office, dict[int, Hostile]]


def test_each_of_a_thousand_hostile_messages_is_accounted_for(flooded: Flooded) -> None:
    office, put = flooded
    assert_accounted_for(office, put)
    folders = Counter(office.inbox.filed[uid][0] for uid in put)
    assert folders[CONFIG.imap.quarantine] > 300  # strangers', unreadable ones
    assert folders[CONFIG.imap.done] > 100
    assert office.slowest < SECONDS


def test_nothing_fails_unexpectedly_in_reading_them(flooded: Flooded) -> None:
    entries = flooded[0].store.load(DESK).all(Quarantined).values()
    assert [q.traceback for q in entries if q.traceback] == []


def test_a_good_report_among_them_is_received_and_forwarded_with_its_document(flooded: Flooded) -> None:
    office, _ = flooded
    case = office.store.load(ENROLMENT.unit)
    # Hostile copies of it may have come first: the very same document is no new version.
    digest = sha256(hostile.DOCX).hexdigest()
    submission = next(s for s in case.all(Submission).values() if digest in {d.sha256 for d in s.documents})
    assert case.report(submission.number)
    attached = [
        part.get_payload(decode=True)
        for raw in office.letters("forward_report")
        if f"forward/{case.unit}/{submission.key}" in letter_keys(office, raw)
        for part in message_from_bytes(raw).walk()
        if part.get_filename() == "report.docx"
    ]
    assert hostile.DOCX in attached
    receipts = [raw for to, raw in office.outbox.delivered if to == (JO.address,) and b"the good one" in raw]
    assert len(receipts) == 1


def letter_keys(office: Office, raw: bytes) -> str:
    message_id = str(message_from_bytes(raw)["Message-ID"]).strip("<>")
    letters = (x for unit in office.store.units() for x in office.store.load(unit).all(Letter).values())
    return next(x.key for x in letters if x.message_id == message_id)


def test_the_team_gets_one_letter_about_all_that_wait(flooded: Flooded) -> None:
    office, _ = flooded
    assert len(office.letters("report_quarantine")) == 1
    waiting = office.store.load(DESK).all(Quarantined).values()
    total = sum(not q.asked for q in waiting)  # of the others their mentor is asked
    assert message_from_bytes(office.letters("report_quarantine")[0])["Subject"].startswith(f"{total} messages wait")


def test_nobody_but_those_concerned_gets_a_letter_and_none_bears_a_foreign_header(flooded: Flooded) -> None:
    office, _ = flooded
    assert len(office.outbox.delivered) > 100
    for recipients, raw in office.outbox.delivered:
        assert_sound(raw, recipients)


def test_the_same_messages_again_change_nothing_and_send_nothing(flooded: Flooded) -> None:
    office, put = flooded
    before, sent = office.state(), len(office.outbox.delivered)
    again = {office.inbox.put(message.raw, ARRIVED): message for message in put.values()}
    office.now += timedelta(hours=3)
    office.round()
    assert office.state() == before
    assert len(office.outbox.delivered) == sent
    assert_accounted_for(office, again)


def test_the_large_ones_go_through_the_whole_bot_and_the_next_message_is_served(tmp_path: Path) -> None:
    office = Office(tmp_path)
    names = ["ten_thousand_parts", "millions_of_boundaries", "headers_of_20_mb", "attachment_of_30_mb", "styles"]
    messages = [Hostile(name, hostile.made(name, JO.address)) for name in names]
    too_large = Hostile("too large", hostile.report(JO.address, "large") + b"\r\n" * 18_000_000)
    put = office.take_in([*messages, too_large, Hostile("good", good_report())])
    assert office.slowest < SECONDS
    quarantined = {put[uid].name for uid, folders in office.inbox.filed.items() if folders == [CONFIG.imap.quarantine]}
    assert quarantined == {"ten_thousand_parts", "millions_of_boundaries", "headers_of_20_mb", "too large"}
    subjects = [s.subject for s in office.store.load(ENROLMENT.unit).all(Submission).values()]
    assert subjects
    for recipients, raw in office.outbox.delivered:
        assert_sound(raw, recipients)
