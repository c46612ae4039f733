"""Tar archives and what gzip and its kin have packed are looked into, within limits, and go on as they came."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import time
from functools import partial

import pytest

from qibot.documents.conditions import UNSEEN
from qibot.documents.look import look
from qibot.documents.tars import MOST, unpacked
from qibot.documents.work import Work
from tests.documents.made import HELD, seen
from tests.support.packed import PDF, PROGRAM, docx, zipped

DOCX = docx("the report")
LONG = "a-folder-of-a-long-name/" * 12


gzipped = partial(gzip.compress, mtime=0)  # the same bytes each time, since they name the tests


def tar(*files: tuple[str, bytes], mode: str = "w", form: int = tarfile.PAX_FORMAT) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode, format=form) as archive:  # type: ignore[call-overload]
        for name, data in files:
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return made.getvalue()


SPLIT = tar(("Report 2.exe", b"x"))  # in pieces, as pigz packs it


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@pytest.mark.parametrize("name", ["Report 2.exe", "a/b/Report 2.js"])
def test_a_program_in_a_tar_is_held(name: str, form: int) -> None:
    assert seen("Report 2.tar", tar(("Report 2.docx", DOCX), (name, b"x"), form=form))


@pytest.mark.parametrize("form", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_so_it_is_below_a_long_name(form: int) -> None:
    assert seen("Report 2.tar", tar((f"{LONG}setup.exe", b"x"), form=form))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("Report 2.tar", tar(("report.pdf", PROGRAM))),
        ("Report 2.tar.gz", tar(("Report 2.exe", b"x"), mode="w:gz")),
        ("Report 2.tgz", tar(("report.pdf", PROGRAM), mode="w:gz")),
        ("Report 2.tar.bz2", tar(("Report 2.exe", b"x"), mode="w:bz2")),
        ("Report 2.tar.xz", tar(("Report 2.exe", b"x"), mode="w:xz")),
        ("Report 2.exe.gz", gzipped(b"x")),
        ("Report 2.tgz", b"".join(gzipped(SPLIT[n : n + 700]) for n in range(0, len(SPLIT), 700))),
        ("Report 2.exe.gz", b"\x1f\x8b\x08rest"),
        ("Report 2.exe.zst", b"\x28\xb5\x2f\xfdrest"),
        ("Report 2.docx.gz", gzipped(PROGRAM)),
        ("Report 2.pdf.bz2", bz2.compress(PROGRAM)),
        ("Report 2.pdf.xz", lzma.compress(PROGRAM)),
        ("Report 2", tar(("start.cmd", b"x"), mode="w:gz")),
        ("Report 2.tar.gz", gzipped(tar(("in.zip", zipped(("start.cmd", b"x")))))),
        ("Report 2.zip", zipped(("in.tgz", tar(("start.cmd", b"x"), mode="w:gz")))),
        ("Report 2.zip", zipped(("in.tar", tar(("start.cmd", b"x"))))),
        ("Report 2.appinstaller", b"<AppInstaller/>"),
        ("Report 2.msixbundle", b"PK"),
    ],
)
def test_what_does_harm_is_found_in_what_is_packed(name: str, data: bytes) -> None:
    assert seen(name, data)


@pytest.mark.parametrize(
    ("name", "data", "inside"),
    [
        ("Report 2.tar", tar(("Report 2.docx", DOCX), ("chart.pdf", PDF)), ("Report 2.docx", "chart.pdf")),
        ("Report 2.tar.gz", tar(("Report 2.docx", DOCX), mode="w:gz"), ("Report 2.docx",)),
        ("Report 2.docx.gz", gzipped(DOCX), ("Report 2.docx",)),
        ("data.csv.bz2", bz2.compress(b"week,falls\n1,2\n"), ("data.csv",)),
        ("data.csv.xz", lzma.compress(b"week,falls\n1,2\n"), ("data.csv",)),
    ],
)
def test_harmless_ones_go_on_with_what_they_hold(name: str, data: bytes, inside: tuple[str, ...]) -> None:
    shown = look(name, "", data, HELD)
    assert (shown.harm, shown.state, shown.inside) == ("", "", inside)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("Report 2.tar.gz", tar(("Report 2.docx", DOCX), mode="w:gz")[:-40]),
        ("Report 2.tar", tar(("Report 2.pdf", PDF * 200))[:2000]),
        ("Report 2.txt.gz", gzipped(b"a") + b"something else"),
        ("zeros.gz", gzipped(bytes(MOST + 1), 1)),
    ],
)
def test_what_is_cut_or_too_large_is_said_not_to_have_been_seen_and_goes_on(name: str, data: bytes) -> None:
    shown = look(name, "", data, HELD)
    assert (shown.harm, shown.state) == ("", UNSEEN)


def test_one_packed_in_itself_again_and_again_is_too_deep() -> None:
    data = PROGRAM
    for _ in range(8):
        data = gzipped(data)
    assert "too deep" in seen("Report 2.gz", data)


def test_a_bomb_costs_no_more_than_its_limits() -> None:
    bomb, work, began = gzipped(bytes(64 * 1024 * 1024), 9), Work(), time.process_time()
    assert (held := unpacked("zeros.gz", bomb, work)) is not None
    assert not held.whole
    assert len(held.files[0][1]) == MOST
    assert time.process_time() - began < 2


def test_a_header_that_claims_more_than_there_is_costs_nothing() -> None:
    data = bytearray(tar(("Report 2.pdf", PDF)))
    data[124:136] = b"\x80" + b"\xff" * 11
    data[148:156] = b"%06o\0 " % (sum(data[:148]) + 8 * 32 + sum(data[156:512]))
    assert look("Report 2.tar", "", bytes(data), HELD).state == UNSEEN
