"""Whatever happens to an enrolment's file: no letter goes to anybody whom the intact data wouldn't have sent it to."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from email.message import EmailMessage
from functools import cache, partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.build import ANN, ENROLMENT, JO, TEAM, message
from tests.support.office import FEEDBACK, SAM, Office
from tests.support.programme import head_of

LONG = bool(os.environ.get("QIBOT_LONG"))
Sent = set[tuple[str, str, str]]  # to whom, which letter, about what
UNITS = {"jo": ENROLMENT.unit, "sam": SAM.unit}
DAYS = 30


def path_of(folder: Path, who: str) -> Path:
    return folder / f"enrolments/{UNITS[who]}.json"


def begun(folder: Path) -> tuple[Office, dict[str, list[bytes]]]:
    """Both have reported; every version that each file has had since then is kept."""
    office = Office(folder)
    versions: dict[str, list[bytes]] = {"jo": [], "sam": []}

    def note(_step: str = "") -> None:
        for who, kept in versions.items():
            if (now := path_of(folder, who).read_bytes()) not in kept:
                kept.append(now)

    note()
    head = office.forward("Sam Baird")
    office.takes(answer(head, "When is it due again?", 1))
    note()
    office.takes(message(JO.address, "Question", "How many pupils shall I ask?", Message_ID="<q1@x>"))
    note()
    office.bot.close()
    return office, versions


def answer(head: EmailMessage, text: str, number: int) -> bytes:
    to = str(head["Reply-To"].addresses[0].addr_spec)
    return message(ANN.address, "Re: x", text, To=to, In_Reply_To=str(head["Message-ID"]), Message_ID=f"<a{number}@x>")


def lives_on(office: Office, days: int) -> Sent:
    """What is delivered when all have written once more, and the calendar has gone on for some days."""
    before = len(office.outbox.delivered)
    office.begins()
    jos, sams = office.forward("Jo Smith"), office.forward("Sam Baird")
    mails = [
        answer(jos, FEEDBACK, 2), answer(sams, "EXPECT 28 October", 3),
        message(ANN.address, "Feedback", FEEDBACK.replace("chart", "run chart"), Message_ID="<f4@x>"),
        message(SAM.practitioner.address, "Report 2", files=("two.pdf",), Message_ID="<r5@x>"),
        message(JO.address, "Report 2", files=("zwei.pdf",), Message_ID="<r6@x>"),
        answer(jos, "NEEDS SUPPORT\n\nShe is lost.", 7),
    ]  # fmt: skip
    for mail in mails:
        office.now += timedelta(hours=1)
        office.takes(mail)
    for _ in range(days):
        office.now = office.now.replace(hour=10) + timedelta(days=1)
        office.bot.round()
    office.bot.close()
    found: Sent = set()
    for recipients, raw in office.outbox.delivered[before:]:
        head = head_of(raw)
        found |= {(who, str(head["X-QI-Letter"]), str(head["X-QI-Ref"])) for who in recipients}
    return found


class Played:
    """The intact folder and what comes of it, against which the damaged ones are held."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.number = folder, 0
        self.office, self.versions = begun(folder / "intact")
        shutil.copytree(folder / "intact", folder / "kept")
        self.delivered, self.now = list(self.office.outbox.delivered), self.office.now
        self.intact = lives_on(self.office, DAYS + 20)

    def damaged(self, recipe: Callable[[Path], None]) -> Sent:
        """What comes of a copy to which this has happened."""
        self.number += 1
        self.office.folder = self.folder / str(self.number)
        shutil.copytree(self.folder / "kept", self.office.folder)
        self.office.outbox.delivered[:] = self.delivered
        self.office.inbox.waiting.clear()
        self.office.now = self.now
        recipe(self.office.folder)
        sent = lives_on(self.office, DAYS)
        shutil.rmtree(self.office.folder)
        return sent

    def holds(self, recipe: Callable[[Path], None]) -> None:
        """Nobody but the team gets what the intact data wouldn't have sent them, and the team hears of it."""
        sent = self.damaged(recipe)
        assert {one for one in sent if one[0] != TEAM} <= self.intact
        assert (TEAM, "report_trouble") in {one[:2] for one in sent}


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    yield Played(tmp_path_factory.mktemp("played"))


def cut(who: str, length: int, folder: Path) -> None:
    os.truncate(path_of(folder, who), length)


def copied(who: str, other: str, folder: Path) -> None:
    shutil.copy(path_of(folder, who), path_of(folder, other))


def written(who: str, data: bytes, folder: Path) -> None:
    path_of(folder, who).write_bytes(data)


@cache
def cuts(size: int) -> list[int]:
    """Every 100th byte; a few of these where the time is short."""
    every = list(range(100, size, 100))
    return every if LONG else every[:: max(1, len(every) // 4)]


def test_the_intact_data_send_what_they_should_and_so_do_they_when_nothing_happened(played: Played) -> None:
    assert (JO.address, "relay_feedback", f"{ENROLMENT.unit}/1") in played.intact
    sent = played.damaged(lambda _folder: None)
    assert {one for one in sent if one[0] != TEAM} <= played.intact
    assert len(sent) > 10


@pytest.mark.parametrize("who", UNITS)
def test_a_file_that_is_cut_anywhere(played: Played, who: str) -> None:
    size = len(path_of(played.folder / "kept", who).read_bytes())
    for length in cuts(size):
        played.holds(partial(cut, who, length))


@pytest.mark.parametrize("who", UNITS)
@pytest.mark.parametrize("how", ["emptied", "gone", "zeroed", "braces"])
def test_a_file_that_is_emptied_or_gone(played: Played, who: str, how: str) -> None:
    def recipe(folder: Path) -> None:
        path = path_of(folder, who)
        if how == "gone":
            path.unlink()
        else:
            path.write_bytes({"emptied": b"", "zeroed": bytes(path.stat().st_size), "braces": b"{}"}[how])

    played.holds(recipe)


def test_two_files_that_are_swapped_or_one_that_is_a_copy_of_the_other(played: Played) -> None:
    def swapped(folder: Path) -> None:
        jo, sam = (path_of(folder, who) for who in UNITS)
        one, other = jo.read_bytes(), sam.read_bytes()
        jo.write_bytes(other)
        sam.write_bytes(one)

    played.holds(swapped)
    for who, other in (("jo", "sam"), ("sam", "jo")):
        played.holds(partial(copied, who, other))


@pytest.mark.parametrize("who", UNITS)
def test_a_file_that_an_older_copy_has_replaced(played: Played, who: str) -> None:
    older = played.versions[who][:-1]
    assert older
    for raw in older:
        played.holds(partial(written, who, raw))


@pytest.mark.parametrize("who", UNITS)
def test_a_file_that_belongs_to_another_user(played: Played, who: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.name == path_of(path, who).name:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    played.holds(lambda _folder: None)


@given(data=st.data())
@settings(max_examples=60 if LONG else 6, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_in_its_place(played: Played, data: st.DataObject) -> None:
    """A few bytes changed anywhere, also so that it still reads as a record."""
    who = data.draw(st.sampled_from(sorted(UNITS)))
    raw = path_of(played.folder / "kept", who).read_bytes()
    at_byte = data.draw(st.integers(0, len(raw) - 1))
    bits = data.draw(st.integers(1, 255))
    spoilt = raw[:at_byte] + bytes([raw[at_byte] ^ bits]) + raw[at_byte + 1 :]
    sent = played.damaged(partial(written, who, spoilt))
    assert {one for one in sent if one[0] != TEAM} <= played.intact


@pytest.mark.parametrize("name", ["register", "serials", "troubles.json", "beat.json"])
@pytest.mark.parametrize("how", ["gone", "emptied", "noise"])
def test_a_file_beside_the_records_that_is_damaged(played: Played, name: str, how: str) -> None:
    def recipe(folder: Path) -> None:
        path = folder / name
        if how == "gone":
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(b"" if how == "emptied" else b"\xff\x00 9999\n" * 20)

    sent = played.damaged(recipe)
    assert {one for one in sent if one[0] != TEAM} <= played.intact
