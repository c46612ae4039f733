"""A damaged record, by every recipe: nobody gets a letter whom the intact records wouldn't have sent it to."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from qibot.cli.building import put_together
from qibot.errors import StoreFailed
from qibot.model.case import Put
from qibot.model.people import Enrolment, Person
from qibot.store.archive import Archive
from qibot.store.tinydb import TinyStore
from tests.faults.damage import RECIPES, damage
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, THREADS, at, message
from tests.support.fakes import FakeInbox, FakeOutbox
from tests.support.owners import as_anybody, given_away, given_back
from tests.support.programme import head_of, text_of
from tests.support.world import TEMPLATES

MEGAN = Person("Megan Boyd", ("megan@other.example",))
SAM = replace(ENROLMENT, slug="sam.baird", practitioner=Person("Sam Baird", ("sam@school.example",)), manager=MEGAN)
ANSWERS = {
    "feedback": "What I liked: the aim, Jo, it says by when. Even better if the chart had a median.",
    "expect": "EXPECT 24 October",
    "support": "NEEDS SUPPORT\n\nShe is lost.",
}
EVERY = 100  # bytes: where a record is cut
STRANGERS = {SAM.practitioner.address, MEGAN.address}  # to what is said about Jo


class Office:
    """A bot on a data folder, with a mailbox and a delivery in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.inbox, self.outbox, self.now = folder, FakeInbox(), FakeOutbox(), at("2026-10-12T09:00")

    def rounds(self) -> list[str]:
        """Two rounds of a bot that has just been started; what it had to say against the world."""
        parts = (Archive(self.folder), self.inbox, self.outbox, TEMPLATES, THREADS)
        bot = put_together(CONFIG, TinyStore(self.folder), *parts, lambda: self.now)
        faults = [*bot.round().faults, *bot.round().faults]
        bot.close()
        return faults

    def record(self, enrolment: Enrolment) -> Path:
        return self.folder / "enrolments" / f"{enrolment.unit}.json"

    def arrives(self, raw: bytes) -> list[str]:
        self.inbox.put(raw, self.now)
        return self.rounds()


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, bytes]:
    """A data folder in which Ann has the reports of Jo and Sam; the letter with Jo's; Jo's record before."""
    office = Office(tmp_path_factory.mktemp("office"))
    store = TinyStore(office.folder)
    for enrolment in (ENROLMENT, SAM):
        store.commit(enrolment.unit, [Put(enrolment)])
    store.close()
    older = office.record(ENROLMENT).read_bytes()
    for person in (JO, SAM.practitioner):
        office.arrives(message(sender=person.address, subject="Report 1", files=("r.pdf",)))
    letters = [raw for who, raw in office.outbox.delivered if ANN.address in who]
    (forward,) = [raw for raw in letters if "Jo Smith" in str(head_of(raw)["Subject"])]
    return office.folder, forward, older


@pytest.fixture
def office(begun: tuple[Path, bytes, bytes], tmp_path: Path) -> Office:
    shutil.copytree(begun[0], tmp_path / "data")
    return Office(tmp_path / "data")


def answer(forward: bytes, text: str) -> bytes:
    head = head_of(forward)
    to, identity = str(head["Reply-To"].addresses[0].addr_spec), str(head["Message-ID"])
    return message(sender=ANN.address, subject="Re: x", text=text, To=to, In_Reply_To=identity)


def told(office: Office, faults: list[str]) -> bool:
    """Whether the operator hears of it by what the round says, and the team by a letter."""
    return bool(faults) and any(
        str(head_of(raw)["X-QI-Letter"]) == "report_trouble" for _, raw in office.outbox.delivered
    )


def misled(office: Office) -> Iterator[str]:
    for who, raw in office.outbox.delivered:
        said = text_of(raw)
        if STRANGERS & set(who) and any(phrase in said for phrase in ("by when", "24 October", "She is lost")):
            yield f"{head_of(raw)['X-QI-Letter']} to {who}"


@pytest.mark.parametrize("said", list(ANSWERS))
@pytest.mark.parametrize("recipe", list(RECIPES))
def test_an_answer_about_a_damaged_record_waits_and_is_carried_out_when_it_is_put_right(
    office: Office, begun: tuple[Path, bytes, bytes], recipe: str, said: str
) -> None:
    undo = damage(RECIPES[recipe], office.record(ENROLMENT), office.record(SAM), random.Random(recipe))
    faults = office.arrives(answer(begun[1], ANSWERS[said]))
    assert list(misled(office)) == []
    assert office.inbox.waiting, "the mail waits"
    assert told(office, faults)
    undo()
    assert office.rounds() == []
    assert not office.inbox.waiting
    assert list(misled(office)) == []
    heard: Mapping[str, str] = {
        "feedback": "relay_feedback",
        "expect": "expect_feedback_by",
        "support": "report_needs_support",
    }
    assert heard[said] in [str(head_of(raw)["X-QI-Letter"]) for _, raw in office.outbox.delivered]


def test_cut_at_every_hundredth_byte_a_record_misleads_nothing(
    office: Office, begun: tuple[Path, bytes, bytes]
) -> None:
    good = office.record(ENROLMENT).read_bytes()
    for size in range(0, len(good), EVERY):
        office.record(ENROLMENT).write_bytes(good[:size])
        office.inbox.waiting.clear()
        before = len(office.outbox.delivered)
        faults = office.arrives(answer(begun[1], ANSWERS["feedback"]))
        sent = [str(head_of(raw)["X-QI-Letter"]) for _, raw in office.outbox.delivered[before:]]
        assert set(sent) <= {"report_trouble"}, f"cut after {size} bytes"
        assert faults, f"cut after {size} bytes"
        assert office.inbox.waiting


@pytest.mark.parametrize("said", list(ANSWERS))
def test_an_older_copy_of_a_record_is_noticed_and_told_and_what_comes_waits_for_the_last_one(
    office: Office, begun: tuple[Path, bytes, bytes], said: str
) -> None:
    last = office.record(ENROLMENT).read_bytes()
    office.record(ENROLMENT).write_bytes(begun[2])
    faults = office.arrives(answer(begun[1], ANSWERS[said]))
    assert any("older copy" in fault for fault in faults)
    assert told(office, faults)
    assert list(misled(office)) == []
    assert office.inbox.waiting, "the mail waits"
    sam = TinyStore(office.folder, read_only=True).load(SAM.unit)
    assert sam.pending(), "the other one's report still waits"
    office.record(ENROLMENT).write_bytes(last)
    assert office.rounds() == []
    assert not office.inbox.waiting


def test_an_older_copy_that_is_put_in_place_under_a_running_bot_is_never_written_over(
    office: Office, begun: tuple[Path, bytes, bytes]
) -> None:
    parts = (Archive(office.folder), office.inbox, office.outbox, TEMPLATES, THREADS)
    bot = put_together(CONFIG, TinyStore(office.folder), *parts, lambda: office.now)
    bot.round()
    office.record(ENROLMENT).write_bytes(begun[2])
    office.inbox.put(answer(begun[1], ANSWERS["feedback"]), office.now)
    faults = bot.round().faults
    bot.close()
    assert any("older copy" in fault for fault in faults)
    assert office.inbox.waiting, "the mail waits"
    assert office.record(ENROLMENT).read_bytes() == begun[2]
    assert list(misled(office)) == []


@pytest.mark.parametrize("said", list(ANSWERS))
@pytest.mark.parametrize("what", ["the record", "its cohort's folder", "all enrolments"])
def test_what_belongs_to_another_user_is_told_and_misleads_nobody_and_is_carried_out_when_it_is_ours_again(
    office: Office, begun: tuple[Path, bytes, bytes], what: str, said: str
) -> None:
    record = office.record(ENROLMENT)
    path = {"the record": record, "its cohort's folder": record.parent, "all enrolments": record.parents[1]}[what]
    good = record.read_bytes()
    given_away(path)
    with as_anybody():
        faults = office.arrives(answer(begun[1], ANSWERS[said]))
    assert list(misled(office)) == []
    assert office.inbox.waiting, "the mail waits"
    assert told(office, faults)
    assert any("Permission denied" in fault and "chown" in fault for fault in faults)
    given_back(path)
    assert record.read_bytes() == good, "never written over"
    with as_anybody():
        assert office.rounds() == []
    assert not office.inbox.waiting
    assert list(misled(office)) == []


@pytest.mark.parametrize("said", list(ANSWERS))
def test_a_record_that_is_given_to_another_user_under_a_running_bot_is_never_written_over(
    office: Office, begun: tuple[Path, bytes, bytes], said: str
) -> None:
    parts = (Archive(office.folder), office.inbox, office.outbox, TEMPLATES, THREADS)
    with as_anybody():
        bot = put_together(CONFIG, TinyStore(office.folder), *parts, lambda: office.now)
        bot.round()
        good = office.record(ENROLMENT).read_bytes()
        given_away(office.record(ENROLMENT))
        office.inbox.put(answer(begun[1], ANSWERS[said]), office.now)
        faults = [*bot.round().faults, *bot.round().faults]
        bot.close()
    assert any("Permission denied" in fault for fault in faults)
    assert office.inbox.waiting, "the mail waits"
    assert list(misled(office)) == []
    assert office.record(ENROLMENT).read_bytes() == good


@pytest.mark.parametrize("name", ["desk.json", "register", "serials", ""])
def test_what_the_whole_folder_needs_and_another_user_has_sends_nothing_and_is_said(
    office: Office, begun: tuple[Path, bytes, bytes], name: str
) -> None:
    office.arrives(message(sender="nobody@knows.example", subject="Hello"))  # the desk has something to hold
    office.inbox.waiting.clear()
    given_away(office.folder / name)
    before = len(office.outbox.delivered)
    faults: list[str] = []
    with as_anybody():
        try:
            faults = office.arrives(answer(begun[1], ANSWERS["feedback"]))
        except StoreFailed as e:  # the command ends with this sentence
            faults = [str(e)]
    assert any("Permission denied" in fault and "chown" in fault for fault in faults)
    assert len(office.outbox.delivered) == before
    given_back(office.folder / name)
    with as_anybody():
        office.rounds()
    assert not office.inbox.waiting, "it is dealt with when the folder is ours again"
