"""The pages of guidance and the table that holds section 10 against them (docs/mentor-notes.md)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qibot.config import Notes
from qibot.preread import RULES

ROOT = Path(__file__).parents[2]
PAGES = {p.stem: p.read_text("utf-8") for p in (ROOT / "templates" / "guidance").glob("*.md")}
DOCS = (ROOT / "docs" / "mentor-notes.md").read_text("utf-8")
TABLE = DOCS.partition("## Section 10 of the guidance")[2]
ROWS = [row.split(" | ") for row in re.findall(r"^\| (.+) \|$", TABLE, re.MULTILINE) if "page, heading" not in row]


def test_every_rule_stands_in_the_table_and_the_table_names_no_other() -> None:
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", TABLE))
    assert named == {rule.name for rule in RULES}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_each_sentence_of_the_guidance_stands_on_the_page_that_the_table_names(row: list[str]) -> None:
    for where in row[1].split("; "):
        page, _, heading = where.partition(", ")
        assert page in PAGES
        assert heading.lower() in PAGES[page].lower()


def test_there_are_the_pages_that_the_configuration_names() -> None:
    notes = Notes()
    assert {notes.charter_page, *(p.page for p in notes.pages)} == set(PAGES)
    assert [notes.page_of(n) for n in (1, 2, 3, 4, 5, 60)] == ["reports-1-2"] * 2 + ["reports-3-4"] * 2 + ["later"] * 2


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_plain_markdown_whose_points_a_telephone_shows_in_a_few_lines(page: str) -> None:
    lines = [line for line in PAGES[page].splitlines() if line]
    assert all(line.startswith(("### ", "- ")) for line in lines)
    assert all(len(line) < 420 for line in lines)
    assert not re.search(r"\{[{%]", PAGES[page])
