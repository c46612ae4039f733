"""What stands or came beside a joint report: words for the team, pictures in the covering words."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from qibot.model.people import Person
from tests.rules.test_joint_reports import BOB, SAM, comes, of_sam, to
from tests.support.build import ANN, BOT, ENROLMENT, JO, TEAM, at, config
from tests.support.dialogue import NOVEMBER, Scene
from tests.support.programme import text_of

pytestmark = pytest.mark.slow


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    made = Scene(tmp_path, ENROLMENT, SAM, config=config())
    made.now = at(NOVEMBER)
    return made


def test_beside_a_word_for_the_team_the_team_is_asked_about_the_other_whose_mentor_reads_no_word(s: Scene) -> None:
    comes(s, "Here is our joint report, Sam's and mine. I have been in hospital, please keep that from my manager.")
    assert (s.numbers, of_sam(s)) == ([1], [])
    assert to(s, "forward_report") == {ANN.address}
    assert to(s, "report_in_confidence") == {TEAM}
    (waits,) = s.store.load(DESK).all(Quarantined).values()
    assert waits.offered == SAM.practitioner.address
    s.answers("report_quarantine", f"THIS IS {SAM.practitioner.address}", TEAM)
    s.bot.round()
    assert (s.numbers, of_sam(s)) == ([1], [1])
    assert to(s, "forward_report") == {ANN.address, BOB.address}
    told = {who for whom, raw in s.outbox.delivered for who in whom if "hospital" in text_of(raw)}
    assert told == {TEAM}


def test_what_went_to_another_for_information_beside_a_word_for_the_team_is_not_taken_for_theirs(s: Scene) -> None:
    comes(s, "Attached is our report for October. Sam, only for your information, please don't pass it on.")
    assert of_sam(s) == []
    assert BOB.address not in to(s, "forward_report")


PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(9000)


@pytest.mark.parametrize(
    ("words", "gets", "spared"),
    [
        ("Here is our joint report, Sam's and mine. Ann, see this:", ANN, BOB),
        ("Here is my report. In confidence, for the team alone: I am afraid of my mentor, see this:", None, ANN),
    ],
)
def test_a_picture_pasted_into_covering_words_is_left_out_with_them(
    s: Scene, words: str, gets: Person | None, spared: Person
) -> None:
    made = EmailMessage()
    made["From"], made["To"], made["Cc"], made["Subject"] = JO.address, BOT, SAM.practitioner.address, "Report 1"
    made["Message-ID"] = "<pasted@x.example>"
    made.set_content(words)
    made.add_alternative(f"<p>{words} <img src='cid:pasted'></p>", subtype="html")
    page = list(made.iter_parts())[1]
    assert isinstance(page, EmailMessage)
    page.add_related(PICTURE, "image", "png", cid="<pasted>", filename="pasted.png", disposition="inline")
    made.add_attachment(b"%PDF-1.4\n%%EOF", maintype="application", subtype="pdf", filename="Report 1.pdf")
    s.takes(made.as_bytes(policy=made.policy.clone(linesep="\r\n")))
    (forward,) = s.raws("forward_report", spared.address)
    assert b"Report 1.pdf" in forward
    assert b"pasted" not in forward
    if gets:
        assert b"pasted.png" in s.raws("forward_report", gets.address)[0]
