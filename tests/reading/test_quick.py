"""An ordinary report is read and pre-read before anybody would notice; its forward has left by then anyhow."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

from qibot.preread import pre_read, report_of
from qibot.reading import read_document
from tests.preread.collection import samples
from tests.reading.measured import is_quick
from tests.support import papers

BYTES = 100 * 1024
ROOT = Path(__file__).parents[2]
PAGES = "\n\n".join(sample.parts["report"] for sample in samples("train")[:6])  # some five pages


def _with_a_picture(document: bytes) -> bytes:
    """A report's weight is a photograph's or a chart's."""
    into = BytesIO(document)
    with zipfile.ZipFile(into, "a") as packed:
        packed.writestr("word/media/image1.png", Random(14).randbytes(BYTES - len(document)))
    return into.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["docx", "odt", "pdf"])
def test_an_ordinary_report_of_100_KB_is_read_and_pre_read_in_the_time_of_three_starts(kind: str) -> None:
    made = {"docx": papers.docx_of, "odt": papers.odt_of, "pdf": papers.pdf_of}[kind](PAGES)
    data = made if kind == "pdf" else _with_a_picture(made)

    def read() -> None:
        writing = read_document(f"report.{kind}", data)
        assert writing.fault == ""
        pre_read(report_of(writing, 3))

    assert is_quick(read)


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
