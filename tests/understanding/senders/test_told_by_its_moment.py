"""An absence that came in seconds, or below words that no program writes before our subject, is no person's word."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.message import parse
from qibot.model.desk import DESK, Quarantined
from qibot.understanding.senders.machines import words_before
from tests.support.build import ANN, JO, TEAM, message
from tests.support.dialogue import Scene, scene

LETTER = {ANN.address: "forward_report", JO.address: "receipt"}


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    one = scene(tmp_path)
    one.sends("Report 1", "Report 1.pdf")
    return one


def answers(s: Scene, text: str, *, subject: str = "Re: {s}", sender: str = ANN.address, seconds: float = 5) -> str:
    head = s.heads(LETTER[sender])[-1]
    raw = message(
        sender=sender, subject=subject.replace("{s}", str(head["Subject"])), text=text,
        In_Reply_To=str(head["Message-ID"]), To=str(head["Reply-To"].addresses[0].addr_spec),
    )  # fmt: skip
    return s.takes(raw, hours=seconds / 3600)


@pytest.mark.parametrize("sender", [ANN.address, JO.address])
@pytest.mark.parametrize("text", ["I am in theatre today.", "Back Monday.", "On shift till 8 tonight.", "Ann is off."])
def test_an_absence_within_seconds_is_no_day_of_the_feedback_and_no_circumstance(
    s: Scene, sender: str, text: str
) -> None:
    before = len(s.outbox.delivered)
    assert answers(s, text.replace("Ann", "Ann" if sender == ANN.address else "Jo"), sender=sender) == "automatic"
    assert len(s.outbox.delivered) == before


@pytest.mark.parametrize(
    "text",
    [
        "What I liked: the aim. Even better if the chart had a median by Friday.",
        "Try the charge nurse.",
        "Lovely work. What will you test first?",
        "I'll be off on Monday, but the report is clear and the aim names by when.",
    ],
)
def test_what_speaks_of_the_project_or_asks_is_a_persons_however_quick(s: Scene, text: str) -> None:
    assert answers(s, text) != "automatic"


@pytest.mark.parametrize(
    ("subject", "before"),
    [
        ("Re: Report 1 from Jo Smith", ""),
        ("AW: Re: [EXTERNAL] Report 1 from Jo Smith", ""),
        ("RE[2]: Report 1 from Jo Smith", ""),
        ("Gone fishing Re: Report 1 from Jo Smith", "gone fishing"),
        ("Annual Leave (was: Report 1 from Jo Smith)", "annual leave (was"),
        ("Something else", ""),
    ],
)
def test_what_stands_before_our_subject_beside_marks_of_an_answer(subject: str, before: str) -> None:
    assert words_before(parse(message(subject=subject)), "Report 1 from Jo Smith") == before


@pytest.mark.parametrize(("seconds", "asked"), [(120, True), (7200, False)])
def test_words_before_our_subject_without_an_absence_are_asked_about_within_minutes_alone(
    s: Scene, seconds: float, asked: bool
) -> None:
    said = "Bring your own mug. The kettle is in the corner."
    assert (answers(s, said, subject="Welcome Re: {s}", seconds=seconds) == "quarantine") is asked
    assert any(q.asked for q in s.store.load(DESK).all(Quarantined).values()) is asked


def test_words_before_our_subject_in_a_language_that_nobody_reads_are_asked_about(s: Scene) -> None:
    assert answers(s, "Olen puhkusel.", subject="Kontoritest ära: {s}", seconds=7200) == "quarantine"


def test_hours_that_answer_nothing_a_person_has_said_are_asked_about(s: Scene) -> None:
    assert answers(s, "I work part time: Monday, Tuesday and Thursday mornings.", seconds=7200) == "quarantine"
    assert answers(s, "My hours are 9 to 3, term time only.", sender=JO.address, seconds=7200) == "quarantine"


@pytest.mark.parametrize(
    "text",
    [
        "My email address has changed. Please update your address book: ann.lee@nhs.example",
        "NHS Tayside has moved to a new domain. My address is now: ann.lee@nhs.example",
        "Our email addresses are changing. Please send future emails to ann.lee@nhs.example",
        "Please note my new email address:\n\nann.lee@nhs.example",
    ],
)
def test_the_team_hears_of_the_new_address_that_a_machine_names(s: Scene, text: str) -> None:
    assert answers(s, text, subject="Automatic reply: {s}") == "quarantine"
    s.bot.round()
    assert [q.write_to for q in s.store.load(DESK).all(Quarantined).values()] == ["ann.lee@nhs.example"]
    assert {a for to, _ in s.outbox.delivered[-1:] for a in to} == {TEAM}


def test_whom_to_write_to_meanwhile_is_nobodys_new_address(s: Scene) -> None:
    said = "My email address has changed to the new system. For anything urgent contact jean.reid@health.example."
    assert answers(s, said, subject="Automatic reply: {s}") == "automatic"


def test_an_organisations_mark_stands_before_every_mail() -> None:
    raw = message(subject="OFFICIAL - SENSITIVE RE: Report 1 from Jo Smith")
    assert words_before(parse(raw), "Report 1 from Jo Smith") == ""
