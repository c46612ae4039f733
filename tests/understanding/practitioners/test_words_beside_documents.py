"""What stands beside a document counts by itself: sent again, a private paper, a subject over nothing (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, TEAM, message
from tests.support.dialogue import Scene, scene
from tests.support.said import kind_of

pytestmark = pytest.mark.slow


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Before the first deadline, with nothing sent yet."""
    return scene(tmp_path, "2026-10-12T09:00")


def sent(s: Scene, text: str, subject: str = "Report 1", name: str = "Report 1.pdf", n: int = 1) -> str:
    raw = message(subject=subject, text=text, files=(name,), content="the report", Message_ID=f"<{n}.again@x.example>")
    return s.takes(raw)


def readers(s: Scene, phrase: str) -> set[str]:
    return {to for who, raw in s.outbox.delivered for to in who if phrase in " ".join(raw.decode().split())}


@pytest.mark.parametrize(
    ("said", "phrase"),
    [
        ("Resending in case it got lost. I've been off sick since Monday and may not manage the next.", "off sick"),
        ("Once more. Between ourselves, I can't work with Ann and would like another mentor.", "another mentor"),
        ("Here it is again. My father died on Sunday, so I don't know about November.", "father died"),
    ],
)
def test_words_for_the_team_beside_a_document_sent_again_are_heard(s: Scene, said: str, phrase: str) -> None:
    sent(s, "Here")
    sent(s, said, n=2)
    assert len(s.raws("forward_report")) == 1
    assert readers(s, phrase) == {TEAM}


def test_a_question_beside_a_document_sent_again_goes_to_the_mentor(s: Scene) -> None:
    sent(s, "Here")
    sent(s, "Ann, on page 2 of this I do say by when; did you mean something else by that?", n=2)
    assert readers(s, "on page 2 of this") == {ANN.address}
    assert sorted(x.version for x in s.case.submissions(1)) == [1]


@pytest.mark.parametrize(
    ("said", "subject", "name"),
    [
        ("Please find attached a grievance about my mentor.", "Grievance", "grievance.docx"),
        ("I've been signed off, fit note attached.", "Hello", "fit note.pdf"),
        ("My resignation is attached.", "Letter", "letter.docx"),
        ("Sick line attached, sorry.", "Absence", "scan.pdf"),
        ("See attached.", "Hospital letter", "Hospital letter.pdf"),
        ("My report, and for you my statement about how Ann has treated me.", "Report 1", "both.docx"),
    ],
)
def test_a_private_paper_is_no_report_and_reaches_no_mentor(s: Scene, said: str, subject: str, name: str) -> None:
    sent(s, said, subject, name)
    assert not s.raws("forward_report")
    assert not [to for to, _ in s.outbox.delivered if ANN.address in to]
    assert not s.numbers


def test_an_illness_beside_a_report_keeps_the_report_a_report(s: Scene) -> None:
    assert sent(s, "Report 1 attached, sorry it's late, I've been in hospital with pneumonia.") == "report 1"


@pytest.mark.parametrize(
    "signed",
    ["Bereavement Service, Dunmore Hospital", "Senior Nurse, Palliative Care and Cancer Unit\nDunmore Hospital"],
)
@pytest.mark.parametrize(
    "said", ["Here is my report, with the letters attached.", "Report 1 and the screenshots of the new form attached."]
)
def test_a_signature_that_names_an_illness_says_nothing_of_a_report(s: Scene, said: str, signed: str) -> None:
    assert sent(s, f"{said}\n\nJo Smith\n{signed}", name="Letters.pdf") == "report 1"
    assert s.raws("forward_report")


def test_a_letter_from_the_hospital_above_such_a_signature_is_asked_about(s: Scene) -> None:
    said = "The letter from the hospital is attached, my father died.\n\nJo Smith\nSenior Nurse, Cancer Unit"
    assert sent(s, said, "Hello", "scan.pdf") == "quarantine"


@pytest.mark.parametrize(
    "said",
    ["Sent from my iPhone", "Kind regards\n\nJo", "Jo Smith\nPrincipal Teacher\nDunmore Primary", "Thanks\nJo", "Hi"],
)
def test_a_subject_over_nothing_but_a_signature_has_forgotten_its_document(s: Scene, said: str) -> None:
    assert s.sends("Report 1", text=said) == "report 1 without its document"


def test_a_report_typed_in_a_few_sentences_is_one(s: Scene) -> None:
    said = "We moved the trolley and the wait fell from twelve minutes to eight. Next we test it at night."
    assert s.sends("Report 1", text=said) == "report 1"


def test_a_question_about_the_report_is_none(s: Scene) -> None:
    assert s.sends("Question about my report", text="How many pages may it have?") == "message from the practitioner"


@pytest.mark.parametrize(
    ("said", "subject", "name"),
    [
        ("In confidence, please see attached about how Ann has treated me.", "Private", "Statement.docx"),
        ("I've been signed off, see attached.", "Jo Smith", "Scan_0012.pdf"),
        ("Report 1 will be late, the attached explains why.", "Report 1", "Scan.pdf"),
        ("I'd rather Ann didn't see this: https://docs.google.com/document/d/abc/edit", "Private", ""),
        ("Could you treat the attached as confidential? It's about the way Ann speaks to me.", "", "Memo.pdf"),
        ("A timeline of how Ann has treated me is attached.", "Hello", "Timeline Oct-Nov.pdf"),
        ("I have had a row with Ann and want another mentor. See attached.", "Report 1", "Scan_0012.pdf"),
    ],
)
def test_a_document_stays_with_words_that_are_for_the_team(s: Scene, said: str, subject: str, name: str) -> None:
    raw = message(subject=subject, text=said, files=(name,) if name else (), content="the paper")
    s.takes(raw)
    assert not s.numbers
    assert not [to for to, _ in s.outbox.delivered if ANN.address in to]
    assert s.raws("ask_which_report") or s.raws("ask_exceptional") or s.raws("report_needs_support")


@pytest.mark.parametrize(
    ("said", "subject", "name"),
    [
        ("Here's my report, sorry it's late, my dad died on Sunday.", "", "Document1.docx"),
        ("Sorry it's late, my mum has been in hospital.", "Report 1", "Scan_0012.pdf"),
        ("Hi Ann, attached. Sorry, I've been in hospital with covid.", "", "October.docx"),
    ],
)
def test_a_report_beside_such_words_goes_to_the_mentor_without_them(
    s: Scene, said: str, subject: str, name: str
) -> None:
    assert sent(s, said, subject, name) == "report 1"
    assert ANN.address not in readers(s, "hospital") | readers(s, "died on Sunday")


def test_a_document_that_is_the_report_after_all_goes_without_the_words_beside_it(s: Scene) -> None:
    sent(s, "I've been signed off with stress, see attached.", "Jo Smith", "Scan_0012.pdf")
    s.answers("ask_which_report", "REPORT")
    assert s.numbers == [1]
    assert ANN.address not in readers(s, "signed off with stress")


DOC = "https://docs.google.com/document/d/1AbCdEfGhIjK/edit"


@pytest.mark.parametrize(
    ("said", "subject", "name"),
    [
        ("Please find my expenses attached.", "Hello", "oct.pdf"),
        ("My timesheet is attached.", "Hello", "ts.pdf"),
        ("Attached, receipts to follow.", "Travel claim", "claim.pdf"),
        ("See attached.", "Hello", "mileage claim.pdf"),
        ("The permission slips are attached.", "Photographs", "slips.pdf"),
    ],
)
def test_a_paper_of_the_offices_is_no_report(s: Scene, said: str, subject: str, name: str) -> None:
    assert not sent(s, said, subject, name).startswith("report")
    assert not s.case.submissions(1)


@pytest.mark.parametrize(
    "said",
    [
        f"Here are my expenses: {DOC}",
        f"I'll put my report here when it's done: {DOC}",
        f"The report will be at this address from Friday: {DOC}",
        f"I've started my report here, it's not finished: {DOC}",
        f"Last year's report of another school, for interest: {DOC}",
    ],
)
def test_a_link_to_something_else_or_to_what_is_to_come_is_no_report(s: Scene, said: str) -> None:
    assert not s.takes(message(subject="Hello", text=said)).startswith("report")
    assert not s.case.submissions(1)


@pytest.mark.parametrize(
    ("said", "subject", "name"),
    [
        ("Please find attached. We put the expenses down.", "Hello", "October.pdf"),
        ("Attached. I will be away until Monday.", "October", "october.pdf"),
        ("The expenses chart and all, attached.", "Report 1", "Report 1.pdf"),
        ("I used last year's report as a model; mine is attached.", "Hello", "Jo.pdf"),
    ],
)
def test_a_report_beside_such_words_stays_one(s: Scene, said: str, subject: str, name: str) -> None:
    assert sent(s, said, subject, name) == "report 1"


@pytest.mark.parametrize(
    "said",
    [
        f"Here's my report, I'll add the chart tomorrow: {DOC}",
        f"My report: {DOC}\nI'm on leave from Friday.",
        f"My October report. I will put the photos up later. {DOC}",
    ],
)
def test_a_link_to_the_report_beside_what_is_to_come_is_the_report(s: Scene, said: str) -> None:
    assert s.takes(message(subject="Hello", text=said)) == "report 1"


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("See attached for what has been happening.", "Log Oct.docx"),
        ("See attached for what has been happening.", "What happened v2.docx"),
        ("Attached is what I'd like the team to know.", "Project notes.docx"),
        ("Attached is what I want the team to see.", "Progress.docx"),
        ("This is for the team to read.", "October.docx"),
    ],
)
def test_what_is_for_the_team_to_read_is_no_report_by_its_files_name(text: str, file: str) -> None:
    assert kind_of("practitioner", "missing 1", text, files=file) in {"ask", "private", "circumstances"}


@pytest.mark.parametrize("file", ["Final version.docx", "October.docx", "Progress.docx"])
def test_a_version_or_a_month_is_one_where_nothing_is_for_the_team(file: str) -> None:
    assert kind_of("practitioner", "missing 1", "See attached.", files=file).startswith("report")


def test_a_leaflet_for_the_writers_own_team_is_a_paper() -> None:
    text = "Attached is the leaflet. It's for the team to read before the huddle."
    assert kind_of("practitioner", "deadline 2", text, files="leaflet.docx") == "paper"


def test_a_letter_for_the_team_is_asked_about() -> None:
    text = "Attached is a letter. It's for the team to read."
    assert kind_of("practitioner", "deadline 2", text, files="letter.docx") == "ask"
