"""An ordinary report is read and pre-read before anybody would notice; its forward has left by then anyhow."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

from qibot.preread import pre_read, report_of
from qibot.reading import read_document
from tests.preread.collection import samples
from tests.support import papers

STARTS = 3  # 0.3 s of the processor, on a machine that starts Python with a PDF's reader in 0.1: a busy one takes twice
BYTES = 100 * 1024
ROOT = Path(__file__).parents[2]
PAGES = "\n\n".join(sample.parts["report"] for sample in samples("train")[:6])  # some five pages


def _with_a_picture(document: bytes) -> bytes:
    """A report's weight is a photograph's or a chart's."""
    into = BytesIO(document)
    with zipfile.ZipFile(into, "a") as packed:
        packed.writestr("word/media/image1.png", Random(14).randbytes(BYTES - len(document)))
    return into.getvalue()


def _processor_seconds(doing: Callable[[], object]) -> float:
    """This process's and its children's, for the quickest of five."""
    taken = []
    for _ in range(5):
        began = _used()
        doing()
        taken.append(_used() - began)
    return min(taken)


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["docx", "odt", "pdf"])
def test_an_ordinary_report_of_100_KB_is_read_and_pre_read_in_the_time_of_three_starts(kind: str) -> None:
    made = {"docx": papers.docx_of, "odt": papers.odt_of, "pdf": papers.pdf_of}[kind](PAGES)
    data = made if kind == "pdf" else _with_a_picture(made)

    def read() -> None:
        writing = read_document(f"report.{kind}", data)
        assert writing.fault == ""
        pre_read(report_of(writing, 3))

    def start() -> None:
        subprocess.run([sys.executable, "-c", "import pypdf"], check=True)

    assert _processor_seconds(read) < STARTS * _processor_seconds(start)


def test_the_child_loads_nothing_that_it_has_no_use_for() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import qibot.reading.formats, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={"PYTHONPATH": ":".join([str(ROOT), *filter(None, sys.path)])},
    )
    assert not {"pydantic", "pypdf", "openpyxl", "docx", "jinja2", "aiosmtplib"} & set(told.stdout.split())
