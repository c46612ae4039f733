"""The table in docs/mail.md says what is really tried."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.bounces.collection import bounces, ordinary, sounding
from tests.bounces.test_reasons import NOBODY, OF_SOMETHING_ELSE
from tests.documents.test_printed import ANEW, OTHERS
from tests.machines.reading import inputs
from tests.machines.test_answers_to_invitations import ANSWERS
from tests.machines.test_brought import BROUGHT, SUBJECTS
from tests.machines.test_invitations import INVITATIONS
from tests.machines.test_machines import LEFT, NOTICES
from tests.machines.test_words_in_invitations import CONFIDED, HARMLESS
from tests.message.test_other_forms import FORMS
from tests.message.test_quoted_plainly import ATTRIBUTIONS, HEADINGS
from tests.message.test_wrapped import IN_CLEAR, WRAPPED
from tests.rules.test_mail_that_is_attached import HAD, HAD_SHAPES, LOOKALIKES, NOT_HAD, SHAPES
from tests.understanding.mentors.test_by_link import GIVEN, NOT_GIVEN

ROWS = re.compile(r"^\| (?P<kind>[^|]+?) \| (?P<tried>[\d,]+) \| (?P<right>[\d,]+) \|", re.MULTILINE)
OF_REPORTS = re.compile("as programs write them|two in one|reply-to-all|did you get it")  # held by tests/whole


@pytest.mark.slow
def test_the_table_counts_every_input_that_is_tried() -> None:
    shapes = len(bounces())
    tried = Counter(one.kind for one in inputs()) | {
        "bounces: kept off, whoever's letter they are about": shapes,
        "bounces: the address, and gone, failed and delayed told apart": shapes,
        "bounces: a reason in words, and what is no reason": len(NOBODY) + len(OF_SOMETHING_ELSE),
        "a PDF written anew, and one in which something differs": len(ANEW) + len(OTHERS),
        "a mentor's feedback as a link, and links that are none": len(GIVEN) + len(NOT_GIVEN),
        "ordinary mail not taken for a bounce or a machine's": len(list(ordinary())),
        "people's mail that speaks of bounces or passes one on": len(list(sounding())),
        "people's own words above a bounce or another machine's text": len(BROUGHT) * len(SUBJECTS),
        "people's mail that sounds like a machine's": len(inputs("peoples")),
        "no longer works here, in the first person": len(LEFT),
        "notices of file services": len(NOTICES),
        "invitations": len(INVITATIONS),
        "answers to invitations, cancellations": len(ANSWERS),
        "invitations: what they say within is read": len(CONFIDED) * 2,
        "invitations that go on byte for byte": len(HARMLESS),
        "attached mail that isn't its readers': kept back": len(SHAPES) * len(NOT_HAD),
        "attached mail that they have had, and what only looks like mail": len(HAD_SHAPES) * len(HAD) + len(LOOKALIKES),
        "words that are wrapped up": len(WRAPPED),
        "signed in clear, or a file beside words": len(IN_CLEAR),
        "other forms of the same words": len(FORMS) * 3,
        "our letter below an attribution in plain text": len(ATTRIBUTIONS),
        "our letter below a From/Sent block in plain text": len(HEADINGS),
    }
    text = (Path(__file__).parents[2] / "docs" / "mail.md").read_text(encoding="utf-8")
    rows = {row["kind"]: int(row["tried"].replace(",", "")) for row in ROWS.finditer(text)}
    assert {kind: n for kind, n in rows.items() if not OF_REPORTS.search(kind)} == dict(tried)
