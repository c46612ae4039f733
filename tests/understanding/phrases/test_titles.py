"""What a mail and its files are called says something, too: it may be for the team alone."""

from __future__ import annotations

import os
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from qibot.model import Role
from qibot.understanding.meaning import Setting
from qibot.understanding.phrases.titles import told_by_title, told_by_titles
from tests.support.build import ANN, JO, MEG, TEAM, mail, message
from tests.support.dialogue import NOVEMBER, Scene, scene
from tests.support.programme import head_of, text_of
from tests.support.said import kind_of
from tests.words.collection import FOLDER, messages

NAMES = {"jo": "PRAC", "smith": "PRAC", "ann": "MENT", "lee": "MENT", "meg": "MGR", "ross": "MGR", "team": "TEAM"}
FEEDBACK = "I liked the aim. Even better if the chart had a median."
OPEN = ("feedback", "message", "report", "charter", "paper", "nothing", "forgotten", "spoke", "delay")


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return scene(tmp_path, NOVEMBER)


def has_reported(s: Scene, subject: str = "Report 1") -> Scene:
    s.takes(message(subject=subject, files=("Report 1.pdf",), text="Please find my report attached."))
    return s


def answers_with(s: Scene, sender: str, letter: str, *files: str, text: str = "Please see attached.") -> str:
    head = s.heads(letter)[-1]
    to = str(head["Reply-To"].addresses[0].addr_spec)
    subject, irt = f"Re: {head['Subject']}", str(head["Message-ID"])
    return s.takes(message(sender=sender, subject=subject, files=files, text=text, To=to, In_Reply_To=irt))


def has(s: Scene, who: str, said: str) -> bool:
    """Whether somebody has got a letter that says so, in its subject, words or documents' names."""
    got = [raw for to, raw in s.outbox.delivered if who in to]
    whole = (message_from_bytes(raw, policy=policy.default) for raw in got)
    named = (str(p.get_filename()) for one in whole for p in one.walk())
    return any(said in said_in for said_in in (*(f"{head_of(r)['Subject']} {text_of(r)}" for r in got), *named))


@pytest.mark.parametrize(
    "name",
    ["For the team only.docx", "Concerns_about_Jo-confidential.docx", "Concerns about Jo - confidential.docx",
     "My resignation as mentor.docx", "Not for Jo.pdf", "Jo in tears.docx", "Complaint about Meg.docx"],
)  # fmt: skip
def test_a_mentors_file_that_is_called_private_is_asked_about(s: Scene, name: str) -> None:
    assert answers_with(has_reported(s), ANN.address, "forward_report", name) == "quarantine"
    assert not has(s, JO.address, name)
    assert not has(s, MEG.address, name)


@pytest.mark.parametrize("name", ["Jo report 1 with comments.docx", "Report 1 confidential data.docx", "R1 Smith.docx"])
def test_a_mentors_file_that_is_called_a_report_is_feedback(s: Scene, name: str) -> None:
    assert answers_with(has_reported(s), ANN.address, "forward_report", name, text=FEEDBACK) == "feedback on report 1"


@pytest.mark.parametrize(
    "name",
    ["Complaint about my mentor.docx", "Fit note Jo Smith.pdf", "grievance.docx", "FitNote.pdf", "Sick line.pdf",
     "My divorce.docx", "Resignation letter.docx", "Private and confidential.docx"],
)  # fmt: skip
def test_a_practitioners_file_that_is_called_private_is_asked_about(s: Scene, name: str) -> None:
    files = ("Report 1.pdf", name)
    assert s.takes(message(subject="Report 1", files=files, text="Please find attached.")) == "quarantine"
    assert not has(s, ANN.address, name)


@pytest.mark.parametrize(
    "name", ["Report 2 confidential data.docx", "Fit note audit R1.docx", "Bereavement cards.docx", "November.pdf"]
)
def test_a_projects_subject_is_nothing_private(s: Scene, name: str) -> None:
    assert s.takes(message(subject="Report 1", files=(name,), text="Please find attached.")).startswith("report")


def test_a_managers_file_about_somebody_reaches_neither_practitioner_nor_mentor(s: Scene) -> None:
    answers_with(has_reported(s), ANN.address, "forward_report", text=FEEDBACK)
    answers_with(s, MEG.address, "relay_feedback", "Disciplinary letter.docx")
    assert not has(s, JO.address, "Disciplinary letter.docx")
    assert not has(s, ANN.address, "Disciplinary letter.docx")


@pytest.mark.parametrize(
    "subject",
    ["Off with depression", "In hospital", "Divorce", "Please keep from Ann", "Report 1 (off sick since Monday)",
     "Report 1 - after my miscarriage", "Report 1 from A&E", "Complaint about Ann"],
)  # fmt: skip
def test_a_short_subject_is_read_before_its_words_are_passed_on(s: Scene, subject: str) -> None:
    s.takes(message(subject=subject, text="Hi Ann, how many points does a run chart need?"))
    assert not has(s, ANN.address, subject)


def test_a_mentors_subject_about_somebody_is_read_too(s: Scene) -> None:
    raw = message(sender=ANN.address, subject="Jo's nervous breakdown", text=f"Hi Jo, {FEEDBACK}")
    assert has_reported(s).takes(raw) == "quarantine"
    assert not has(s, JO.address, "breakdown")


def test_a_subject_in_somebodys_own_thread_is_known_to_them_alone(s: Scene) -> None:
    s.takes(message(subject="Off with depression", text="I can't send my report in time, my brother died on Sunday."))
    s.answers("confirm_command", "How many points does a run chart need, Ann?")
    assert not has(s, ANN.address, "depression")


@pytest.mark.parametrize("text", [FEEDBACK, "Thanks. I'll need until 27 November for this."])
def test_the_manager_doesnt_read_the_subject_of_a_mail_that_they_never_got(s: Scene, text: str) -> None:
    has_reported(s, "Report 1 - handwashing on my corridor")
    s.answers("forward_report", text, ANN.address)
    assert not has(s, MEG.address, "handwashing")
    letter = s.heads("relay_feedback" if text == FEEDBACK else "expect_feedback_by")[-1]
    assert letter["Subject"] == "Re: Report 1 from Jo Smith"
    assert letter["In-Reply-To"]


@pytest.mark.parametrize("subject", ["Report 1", "November report", "R1 Jo Smith", "My report for November"])
def test_a_subject_that_only_names_the_report_stays_its_threads(s: Scene, subject: str) -> None:
    has_reported(s, subject)
    s.answers("forward_report", FEEDBACK, ANN.address)
    assert s.heads("relay_feedback")[-1]["Subject"] == f"Re: {subject}"


def test_the_team_is_told_the_subject_too(s: Scene) -> None:
    text = "Here is my report. My dad died on Sunday."
    s.takes(message(subject="Report 1, from the funeral", files=("Report 1.pdf",), text=text))
    assert "from the funeral" in s.last("report_in_confidence")
    assert not has(s, ANN.address, "funeral")


@pytest.mark.parametrize("name", ["x.pdf", "Entre nous.pdf"])
def test_a_mark_counts_in_another_language_and_beside_a_file(s: Scene, name: str) -> None:
    said = "Je pense que Jo est complètement dépassée par le projet, entre nous."
    text = said if name == "x.pdf" else "Je pense que le projet est clair, bravo."
    assert answers_with(has_reported(s), ANN.address, "forward_report", name, text=text) == "quarantine"


def test_so_it_does_in_what_practitioner_and_manager_write(s: Scene) -> None:
    has_reported(s)
    s.answers("forward_report", FEEDBACK, ANN.address)
    assert s.answers("relay_feedback", "Merci. Entre nous, Ann ne m'aide pas du tout avec le projet.") == "quarantine"
    said = "Entre nous, je pense que le projet est trop grand pour elle."
    assert s.answers("relay_feedback", said, MEG.address) == "quarantine"


def test_documents_of_a_private_mail_go_to_the_team_with_it(s: Scene) -> None:
    text = "I am worried about Jo. She cried when we spoke and I don't think she should go on. It's written down."
    answers_with(has_reported(s), ANN.address, "forward_report", "what happened.pdf", text=text)
    assert has(s, TEAM, "what happened.pdf")
    assert not has(s, JO.address, "what happened.pdf")


OFTEN = 1 if os.environ.get("QIBOT_LONG") else 3  # of so many names one is tried


def test_files_ordinary_names_are_asked_about_in_no_more_than_one_of_two_hundred() -> None:
    read = [m for m in messages(FOLDER / "train") if m.what in OPEN and m.fields["from"] != "team"]
    named = [(Role(m.fields["from"]), f) for m in read for f in m.fields.get("files", "").split(", ") if f][::OFTEN]
    hits = [f for role, f in named if any(told_by_titles(mail(files=(f,)), "", role, Setting(NAMES)))]
    assert len(hits) <= len(named) // 200, hits


def test_ordinary_subjects_are_asked_about_in_no_more_than_one_of_a_hundred() -> None:
    read = [m for m in messages(FOLDER / "train") if m.what in OPEN and m.fields["from"] != "team"]
    fresh = [(Role(m.fields["from"]), m.fields["subject"]) for m in read if m.fields["in"] == "fresh"]
    hits = [subject for role, subject in fresh if told_by_title(subject, role, Setting(NAMES))]
    assert len(hits) <= len(fresh) // 100, hits


@pytest.mark.parametrize("title", ["Report 1", "November", "R2 v3", "Jo Smith report 2", "", "QI report 3 final"])
def test_a_reports_name_says_nothing(title: str) -> None:
    assert told_by_title(title, Role.PRACTITIONER, Setting(NAMES)) is None


@pytest.mark.parametrize(
    "title",
    ["Jo Smith Report 2 mentor comments", "Smith 3 AL", "Report 3 with comments AL", "Jo Smith R4 annotated"],
)
def test_the_name_of_a_document_that_comes_back_says_nothing(title: str) -> None:
    assert told_by_title(title, Role.MENTOR, Setting(NAMES)) is None


@pytest.mark.parametrize("title", ["Change of mentor", "my mentor", "GP letter", "Comments about Jo"])
def test_what_only_looks_like_its_name_does(title: str) -> None:
    assert told_by_title(title, Role.MENTOR, Setting(NAMES)) is not None


@pytest.mark.parametrize("subject", ["Report 2 - funeral visits", "Funeral visits", "Report 2 - sick leave calls"])
def test_calls_and_visits_excuse_no_illness_and_no_death(subject: str) -> None:
    text = "Hi Ann, please find my report attached."
    assert kind_of("practitioner", "fresh", text, subject=subject, files="Report 2.pdf") == "ask"


@pytest.mark.parametrize(
    "subject", ["Report 2 - home visits", "Report 2 - missed calls", "Report 2 - bereavement visits chart"]
)
def test_calls_and_visits_of_a_project_are_nothing_private(subject: str) -> None:
    text = "Hi Ann, please find my report attached."
    assert kind_of("practitioner", "fresh", text, subject=subject, files="Report 2.pdf") == "report"


@pytest.mark.parametrize("subject", ["Question for my mentor", "a quick query for the mentor"])
def test_a_subject_that_says_for_whom_the_words_are_makes_none_of_them_private(subject: str) -> None:
    text = "Hi Ann, how many people do I need in a baseline if I only have nine in the whole service?"
    assert kind_of("practitioner", "fresh", text, subject=subject) == "message"


def test_one_about_the_mentor_does() -> None:
    text = "Hi, how many people do I need in a baseline?"
    assert kind_of("practitioner", "fresh", text, subject="A question about my mentor") != "message"
