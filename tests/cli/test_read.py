"""`qibot read`: the pre-read of a document on the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qibot.cli import main
from tests.support import papers


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("QIBOT_CONFIG", raising=False)
    return tmp_path


def test_it_shows_what_was_found_with_the_words_the_place_and_the_source(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "r.docx").write_bytes(
        papers.docx_of(
            "# Change ideas\n- Train staff\n\n# Next steps\nWe will go on with it, and meet the team again on Monday."
        )
    )
    assert main(["read", "r.docx", "--report", "3"]) == 0
    shown = capsys.readouterr().out
    assert "No aim was found." in shown
    assert "“Train staff” (under “Change ideas”)" in shown
    assert "guidance 10, reports 3 and 4" in shown


def test_it_prints_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = "# Aim\nBy June 2027 80% of plans in the team are complete.\n\n# Rationale\nFamilies wait."
    (folder / "before.docx").write_bytes(papers.docx_of(before))
    (folder / "now.odt").write_bytes(papers.odt_of(before.replace("80%", "60%")))
    assert main(["read", "now.odt", "--report", "2", "--previous", "before.docx", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["fault"] == ""
    (drift,) = (o for o in said["observations"] if o["rule"] == "aim-drift")
    assert drift["words"] == "By June 2027 60% of plans in the team are complete."


def test_a_document_that_cannot_be_read_is_said_and_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "r.docx").write_bytes(b"PK\x03\x04 cut")
    assert main(["read", "r.docx"]) == 1
    assert capsys.readouterr().out == "r.docx is damaged and can't be read.\n"
    assert main(["read", "none.docx"]) == 1
    assert "none.docx can't be read" in capsys.readouterr().err


def test_a_good_charter_has_nothing_that_stands_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        "# Aim\nBy June 2027 25 people over 75 in Glenfield eat lunch in company twice a week; now 9 "
        "do.\n\n# Rationale\nThey are lonely.\n\n# Team\nThe cook and I."
    )
    (folder / "charter.pdf").write_bytes(papers.pdf_of(text))
    assert main(["read", "charter.pdf", "--charter"]) == 0
    assert "Nothing stood out." in capsys.readouterr().out
