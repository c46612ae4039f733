"""The table in docs/mail.md says what is really tried."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.bounces.collection import bounces, ordinary, sounding
from tests.machines.reading import inputs
from tests.machines.test_brought import BROUGHT, SUBJECTS
from tests.machines.test_invitations import ANSWERS, INVITATIONS
from tests.machines.test_machines import LEFT, NOTICES
from tests.message.test_quoted_plainly import ATTRIBUTIONS, HEADINGS

ROWS = re.compile(r"^\| (?P<kind>[^|]+?) \| (?P<tried>[\d,]+) \| (?P<right>[\d,]+) \|", re.MULTILINE)
OF_REPORTS = re.compile("as programs write them|two in one|reply-to-all|did you get it")  # held by tests/whole


@pytest.mark.slow
def test_the_table_counts_every_input_that_is_tried() -> None:
    shapes = len(bounces())
    tried = Counter(one.kind for one in inputs()) | {
        "bounces: kept off, whoever's letter they are about": shapes,
        "bounces: the address, and gone, failed and delayed told apart": shapes,
        "ordinary mail not taken for a bounce or a machine's": len(list(ordinary())),
        "people's mail that speaks of bounces or passes one on": len(list(sounding())),
        "people's own words above a bounce or another machine's text": len(BROUGHT) * len(SUBJECTS),
        "people's mail that sounds like a machine's": len(inputs("peoples")),
        "no longer works here, in the first person": len(LEFT),
        "notices of file services": len(NOTICES),
        "invitations": len(INVITATIONS),
        "answers to invitations, cancellations": len(ANSWERS),
        "our letter below an attribution in plain text": len(ATTRIBUTIONS),
        "our letter below a From/Sent block in plain text": len(HEADINGS),
    }
    text = (Path(__file__).parents[2] / "docs" / "mail.md").read_text(encoding="utf-8")
    rows = {row["kind"]: int(row["tried"].replace(",", "")) for row in ROWS.finditer(text)}
    assert {kind: n for kind, n in rows.items() if not OF_REPORTS.search(kind)} == dict(tried)
