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
    said = capsys.readouterr().err
    assert "none.docx can't be read" in said
    assert ".xlsx" in said


@pytest.mark.parametrize("number", ["0", "-1", "61", "99", "three", "٣", "9" * 5000])
def test_what_is_no_number_of_a_report_is_told(folder: Path, capsys: pytest.CaptureFixture[str], number: str) -> None:
    (folder / "r.txt").write_text("Aim: fewer falls.")
    with pytest.raises(SystemExit) as ended:
        main(["read", "r.txt", "--report", number])
    assert ended.value.code == 2
    assert "isn't the number of a report, from 1 to 60" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("learnt", "said"),
    [
        ("# Learning and reflection\nI learned that falls happen mostly at night.", "seems to be about the subject"),
        ("# Learning and reflection\nn/a", "Nothing was found on what is being learnt"),
        ("# Learning and reflection\nThe ward was painted and the new beds have come.", "doesn't seem to be about"),
        ("# Activity\nThe ward was painted and the new beds have come.", "Nothing was found on what is being learnt"),
    ],
)
def test_it_tells_apart_that_nothing_is_learnt_and_that_it_is_about_the_subject(
    folder: Path, capsys: pytest.CaptureFixture[str], learnt: str, said: str
) -> None:
    (folder / "r.docx").write_bytes(
        papers.docx_of(f"{learnt}\n\n# Next steps\nWe meet again on Monday with all of the clerks from the ward.")
    )
    assert main(["read", "r.docx", "--report", "3"]) == 0
    (line,) = (x for x in capsys.readouterr().out.splitlines() if "improvement-learning-missing" in x)
    assert said in line


def test_a_good_charter_has_nothing_that_stands_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        "# Aim\nBy June 2027 25 people over 75 in Glenfield eat lunch in company twice a week; now 9 "
        "do.\n\n# Rationale\nThey are lonely.\n\n# Team\nThe cook and I."
    )
    (folder / "charter.pdf").write_bytes(papers.pdf_of(text))
    assert main(["read", "charter.pdf", "--charter"]) == 0
    assert "Nothing stood out." in capsys.readouterr().out
