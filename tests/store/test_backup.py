"""A backup is the data folder as it was at one moment, whatever goes on; a restore never harms what is there."""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from qibot.errors import StoreFailed
from qibot.model.case import Put
from qibot.model.desk import DESK, Told
from qibot.store.archive import Archive
from qibot.store.backup import MANIFEST, back_up, put_in_place, unpack
from qibot.store.tinydb import RESTORING, TinyStore
from qibot.store.verify import unnamed, verify
from tests.support.build import ENROLMENT, THREADS, at
from tests.support.office import SAM, Office

pytestmark = pytest.mark.slow

NOW = at("2026-10-12T10:00")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path / "data")
    (tmp_path / "data/secret").write_bytes(b"secret")
    return made


def faults(folder: Path) -> list[str]:
    def anew() -> TinyStore:
        return TinyStore(folder, read_only=True)

    return verify(anew(), anew, folder, THREADS.is_signed)


def contents(folder: Path) -> dict[str, bytes]:
    named = ("lock", "writing", "troubles.json", "beat.json")
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.name not in named
    }


def test_what_is_restored_is_what_was_backed_up_while_the_bot_had_the_folder(office: Office, tmp_path: Path) -> None:
    made = back_up(office.folder, tmp_path / "b.tar.gz", NOW)
    assert (tmp_path / "b.tar.gz").stat().st_mode & 0o077 == 0
    other = tmp_path / "other"
    unpacked, place = unpack(tmp_path / "b.tar.gz", other)
    assert unpacked == made
    assert put_in_place(place, other, NOW) is None
    assert contents(other) == contents(office.folder)
    assert faults(other) == []
    assert not list(office.folder.glob(".backup*")), "nothing is left behind"


def test_it_is_one_moment_though_records_change_all_the_while(tmp_path: Path) -> None:
    """The desk always says what the enrolment has said before it."""
    folder = tmp_path / "data"
    store, archive, stop = TinyStore(folder), Archive(folder), threading.Event()
    store.commit(ENROLMENT.unit, [Put(replace(ENROLMENT, project="0"))])
    store.commit(DESK, [Put(Told("0", NOW))])

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            name = archive.keep(f"{number}".encode())
            store.commit(ENROLMENT.unit, [Put(replace(ENROLMENT, project=name))])
            store.commit(DESK, [Put(Told(name, NOW))])

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(15):
            back_up(folder, tmp_path / f"{number}.tar.gz", NOW)
    finally:
        stop.set()
        writer.join()
    for number in range(15):
        _, place = unpack(tmp_path / f"{number}.tar.gz", tmp_path / f"r{number}")
        still = TinyStore(place, read_only=True)
        said, told = still.load(ENROLMENT.unit).enrolment.project, list(still.load(DESK).all(Told))
        assert said == "0" or Archive(place).read(said), "what a record names is there"
        assert said not in told[:-1], "the desk is never ahead"
        assert all(name == "0" or Archive(place).read(name) for name in told)
    store.close()


def test_a_backup_takes_nobodys_place_and_doesnt_lie_in_the_data(office: Office, tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine")
    with pytest.raises(StoreFailed, match="is there already"):
        back_up(office.folder, tmp_path / "b", NOW)
    with pytest.raises(StoreFailed, match="in the data folder itself"):
        back_up(office.folder, office.folder / "b", NOW)
    with pytest.raises(StoreFailed, match="no data folder"):
        back_up(tmp_path / "nowhere", tmp_path / "c", NOW)
    assert (tmp_path / "b").read_text() == "mine"
    back_up(office.folder, tmp_path / "b", NOW, replace=True)
    assert unpack(tmp_path / "b", tmp_path / "o")[0].made == NOW


def test_a_full_disk_leaves_no_half_backup(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tarfile.TarFile, "add", full)
    with pytest.raises(StoreFailed, match="No space left"):
        back_up(office.folder, tmp_path / "b", NOW)
    assert [p.name for p in tmp_path.iterdir()] == ["data"]
    assert not list(office.folder.glob(".backup*"))


def test_where_links_cant_be_made_files_are_copied(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_args: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    back_up(office.folder, tmp_path / "b", NOW)
    _, place = unpack(tmp_path / "b", tmp_path / "o")
    assert contents(place) == contents(office.folder)


def packed(path: Path, files: dict[str, bytes], *, kind: bytes = tarfile.REGTYPE, listed: bool = True) -> Path:
    with tarfile.open(path, "w:gz") as tar:
        said = json.dumps(
            {
                "format": 1,
                "made": NOW.isoformat(),
                "files": {n: hashlib.sha256(d).hexdigest() for n, d in files.items()},
            }
            if listed
            else {"format": 1, "made": NOW.isoformat(), "files": {}}
        ).encode()
        for name, data in {MANIFEST: said, **files}.items():
            head = tarfile.TarInfo(name)
            head.size = len(data)
            head.type = tarfile.REGTYPE if name == MANIFEST else kind
            head.linkname = "/etc/passwd"
            tar.addfile(head, io.BytesIO(data))
    return path


@pytest.mark.parametrize(
    ("files", "kind", "listed"),
    [
        ({"../x": b"1"}, tarfile.REGTYPE, True), ({"/tmp/x": b"1"}, tarfile.REGTYPE, True),
        ({"secret": b""}, tarfile.SYMTYPE, True), ({"secret": b""}, tarfile.LNKTYPE, True),
        ({"secret": b""}, tarfile.FIFOTYPE, True), ({"secret": b"1"}, tarfile.REGTYPE, False),
    ],
)  # fmt: skip
def test_what_isnt_a_backup_of_ours_reaches_no_file(
    tmp_path: Path, files: dict[str, bytes], kind: bytes, listed: bool
) -> None:
    source = packed(tmp_path / "b", files, kind=kind, listed=listed)
    with pytest.raises(StoreFailed, match="nothing was restored"):
        unpack(source, tmp_path / "a/data")
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [source]


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9, 0.95])
def test_a_backup_that_is_cut_restores_nothing(office: Office, tmp_path: Path, share: float) -> None:
    back_up(office.folder, tmp_path / "b", NOW)
    raw = (tmp_path / "b").read_bytes()
    (tmp_path / "b").write_bytes(raw[: int(len(raw) * share)])
    with pytest.raises(StoreFailed, match="nothing was restored"):
        unpack(tmp_path / "b", tmp_path / "o")
    assert not [p for p in (tmp_path / "o").rglob("*") if p.is_file()]


def test_what_stood_there_is_kept_aside(office: Office, tmp_path: Path) -> None:
    office.bot.close()
    back_up(office.folder, tmp_path / "b", NOW)
    store = TinyStore(office.folder)
    store.commit(SAM.unit, [Put(replace(SAM, project="Later"))])
    store.close()
    later = contents(office.folder)
    _, place = unpack(tmp_path / "b", office.folder)
    before = put_in_place(place, office.folder, NOW)
    assert before is not None
    assert contents(before) == later
    store = TinyStore(office.folder)
    assert store.load(SAM.unit).enrolment.project == SAM.project
    store.close()


def test_a_restore_that_was_interrupted_keeps_the_bot_from_starting_until_it_is_done(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it is killed, the next one finishes; what stood there first isn't lost."""
    office.bot.close()
    back_up(office.folder, tmp_path / "b", NOW)
    at_first = contents(office.folder)
    moves = 0
    while True:
        _, place = unpack(tmp_path / "b", office.folder)
        left, real = moves, Path.rename

        def dying(self: Path, target: Path, real: object = real) -> Path:
            nonlocal left
            if self.name != "part" and left == 0:
                raise KeyboardInterrupt
            left -= 1
            return real(self, target)  # type: ignore[operator, no-any-return]

        with monkeypatch.context() as patched:
            patched.setattr(Path, "rename", dying)
            try:
                put_in_place(place, office.folder, NOW)
                break
            except KeyboardInterrupt:
                pass
        with pytest.raises(StoreFailed, match="interrupted"):
            TinyStore(office.folder)
        moves += 1
    assert moves > 5
    assert not (office.folder / RESTORING).exists()
    kept = contents(office.folder)
    assert {n: d for n, d in kept.items() if not n.startswith("before-restore")} == at_first
    TinyStore(office.folder).close()


# --- verify ---


def test_all_is_well_with_what_a_bot_has_kept(office: Office) -> None:
    assert faults(office.folder) == []
    store = TinyStore(office.folder, read_only=True)
    assert unnamed(store, office.folder) == 0
    Archive(office.folder).keep(b"Subject: a crash's\r\n\r\n")
    assert unnamed(store, office.folder) == 1
    assert faults(office.folder) == []


def test_a_message_that_is_gone_or_damaged_is_named_with_its_record(office: Office) -> None:
    first, second = sorted((office.folder / "mail").glob("*/*.eml"))[:2]
    first.unlink()
    second.write_bytes(second.read_bytes()[:-1])
    found = faults(office.folder)
    assert any(first.stem[:12] in said and "gone" in said for said in found)
    assert any(second.stem[:12] in said and "damaged" in said for said in found)
    assert all("2026-27/" in said for said in found)


def test_a_letter_that_waits_without_its_bytes_is_named(office: Office) -> None:
    office.outbox.down = True
    office.takes(
        b"From: jo@school.example\r\nMessage-ID: <q@x>\r\nSubject: Question\r\n\r\nMay I ask for more time?\r\n"
    )
    waiting = list((office.folder / "outbox").glob("*/*.eml"))
    assert waiting
    assert faults(office.folder) == []
    waiting[0].write_bytes(b"x")
    assert ["damaged" in said for said in faults(office.folder)] == [True]
    waiting[0].unlink()
    assert ["gone from outbox/" in said for said in faults(office.folder)] == [True]


def test_another_folders_secret_is_noticed(office: Office) -> None:
    def anew() -> TinyStore:
        return TinyStore(office.folder, read_only=True)

    found = verify(anew(), anew, office.folder, lambda _id: False)
    assert found
    assert all("put back the right one" in said for said in found)
    (office.folder / "secret").unlink()
    assert any("secret is gone" in said for said in faults(office.folder))


def test_a_fault_that_a_running_bot_has_mended_meanwhile_is_none(office: Office) -> None:
    office.outbox.down = True
    office.takes(
        b"From: jo@school.example\r\nMessage-ID: <q@x>\r\nSubject: Question\r\n\r\nMay I ask for more time?\r\n"
    )
    before = TinyStore(office.folder, read_only=True)
    for unit in before.units():
        before.load(unit)
    office.outbox.down, office.now = False, at("2026-10-12T12:00")
    office.bot.round()
    found = verify(before, lambda: TinyStore(office.folder, read_only=True), office.folder, THREADS.is_signed)
    assert found == []
