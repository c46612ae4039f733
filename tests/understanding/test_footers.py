"""What an office puts below every mail makes no report of a question or of thanks, and hides none that is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import BOT, JO
from tests.support.dialogue import Scene, scene

pytestmark = pytest.mark.slow

LEGAL = (
    "\n\n"
    "This e-mail and any files with it are confidential and intended solely for the individual or entity "
    "to whom they are addressed. If you have received this e-mail in error please notify the sender and "
    "delete it. Any views or opinions presented are solely those of the author and do not necessarily "
    "represent those of the Council. The recipient should check this e-mail and any attachments for the "
    "presence of viruses. The Council accepts no liability for any damage caused by any virus transmitted "
    "by this e-mail. This message has been scanned for viruses, and e-mails to and from the Council may "
    "be monitored and recorded.\n"
)
CAMPAIGN = (
    "\n\nWe work flexibly: I am sending this message now because it suits my working pattern. I do not expect you to "
    "respond outside yours.\nJoin our survey: https://forms.example/e/abc\nPlease consider the environment before "
    "printing this email.\n"
)
FOOTERS = {"legal": LEGAL + LEGAL, "legal and campaign": CAMPAIGN + LEGAL, "two councils'": LEGAL + CAMPAIGN + LEGAL}
PROSE = (
    "Our aim is to reduce late referrals from 30 a month to 10 by June 2027. We tested a checklist with two wards. In "
    "the first cycle the second page was forgotten, so we moved the box to the front. Late referrals fell from 31 to "
    "22. We count them each week on a run chart, and the minutes that the form takes. "
)
LINES = (
    "AIM\n- late referrals 30 to 10\n\nMEASURES\n- outcome: late referrals a week\n\nPDSA 1\n- checklist, two wards\n\n"
)


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    one = scene(tmp_path)
    one.sends("Report 1", "Report 1.pdf")
    return one


def sent(s: Scene, subject: str, text: str) -> str:
    head = f"From: Jo Smith <{JO.address}>\nTo: {BOT}\nSubject: {subject}\nMessage-ID: <{len(text)}@x.example>\n"
    return s.takes(f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}".replace("\n", "\r\n").encode())


@pytest.mark.parametrize("footer", FOOTERS)
@pytest.mark.parametrize("said", ["Hi Ann\n\nhow many measures should I have?", "Thanks Ann!", "Hi Ann, can we talk?"])
def test_a_footer_makes_no_report_of_talk(s: Scene, footer: str, said: str) -> None:
    taken = sent(s, "Question", f"{said}\n\nJo Smith\nDepute Head{FOOTERS[footer]}")
    assert taken in ("message from the practitioner", "thanks or a promise")
    assert s.numbers == [1]


@pytest.mark.parametrize("footer", ["", *FOOTERS])
@pytest.mark.parametrize("said", [PROSE * 3, LINES * 8])
@pytest.mark.parametrize("head", ["", "Jo Smith\nDepute Head\n\n"])
def test_a_report_that_is_typed_stays_one(s: Scene, footer: str, said: str, head: str) -> None:
    assert sent(s, "November", f"{head}{said}\n\nJo Smith\nDepute Head{FOOTERS.get(footer, '')}") == "report 2"


@pytest.mark.parametrize("footer", ["legal", "legal and campaign"])
def test_a_footer_hides_no_forgotten_document(s: Scene, footer: str) -> None:
    text = f"Hi Ann\n\nplease find report 2 attached.\n\nJo Smith\nDepute Head{FOOTERS[footer]}"
    assert sent(s, "Report 2", text) == "report 2 without its document"
