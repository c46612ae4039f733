"""What a rule sees in a text, for the tests of the rules."""

from __future__ import annotations

from qibot.model import CHARTER
from qibot.preread import RULES, Report, report_of
from qibot.reading import read_plain
from qibot.reading.docx import read_docx
from qibot.reading.limits import Limits
from tests.support import papers

_BY_NAME = {rule.name: rule for rule in RULES}


def report(text: str, number: int = 1, previous: str = "", feedback: str = "") -> Report:
    """A report with headings (`# Aim`) as a Word document, one without as plain text."""
    before = report_of(read_plain(previous), max(number - 1, 1)) if previous else None
    writing = read_docx(papers.docx_of(text), Limits()) if "# " in text or text.startswith("| ") else read_plain(text)
    return report_of(writing, number, previous=before, feedback=feedback)


def seen(rule: str, text: str, number: int = 1, previous: str = "", feedback: str = "") -> list[str]:
    """The words of each observation of one rule; what is missing has the words “(missing)”."""
    looked = report(text, number, previous, feedback)
    assert _BY_NAME[rule].applies(looked), f"{rule} doesn't look at report {number}"
    return [found.words or "(missing)" for found in _BY_NAME[rule].look(looked)]


__all__ = ["CHARTER", "report", "seen"]
