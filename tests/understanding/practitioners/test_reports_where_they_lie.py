"""A report that lies behind a link, or is photographed, is the report though few words say so (programme.md, 3a)."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of, read_as

DOC = "https://docs.google.com/document/d/1Lbr/edit"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("deadline 1", f"Here is the report, I believe, if I've copied the address properly: {DOC}"),
        ("deadline 1", f"Can you get it from here? {DOC} Outlook keeps saying it is over the limit."),
        ("deadline 1", f"It's on here: {DOC}"),
    ],
)
def test_the_report_lies_behind_the_link(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "report"


def test_a_link_that_ends_in_the_reports_name_is_called_it() -> None:
    said = "I hadn't understood. https://firths.sharepoint.com/sites/QI/Gunn_report_1.docx is where I'd put it."
    assert kind_of("practitioner", "missing 1", said) == "report"


@pytest.mark.parametrize(
    ("answers", "text", "subject"),
    [
        ("deadline 1", f"My reasons are here: {DOC}", "Re: Report 1"),
        ("missing 1", "See https://x.sharepoint.com/sites/a/Complaint_about_my_mentor.docx", "Re: Report 1"),
        ("fresh", f"This is about how Ann has treated me, please read it here: {DOC}", "Something else"),
    ],
)
def test_what_else_lies_behind_one_is_asked_about(answers: str, text: str, subject: str) -> None:
    assert kind_of("practitioner", answers, text, subject=subject) == "ask"


@pytest.mark.parametrize("answers", ["fresh", "missing 1"])
def test_what_says_itself_why_it_is_of_the_mentor_is_asked_about_whatever_it_is_called(answers: str) -> None:
    link = "https://x-my.sharepoint.com/:w:/g/personal/jo/Report%201%20Jo.docx"
    assert kind_of("practitioner", answers, f"Here it is: {link} It explains why I can't bear Ann.") == "ask"
    assert kind_of("practitioner", answers, f"Ann, here it is: {link} It explains why we count by day.") == "report"
    said = "Here it is. It explains why I can't bear Ann."
    assert kind_of("practitioner", answers, said, files="Report 1 Jo.docx") == "ask"


@pytest.mark.parametrize(
    ("text", "subject", "photo"),
    [
        (
            "its on the back of the delivery note sorry. all i had. both sides is on the photo. J",
            "November",
            "photo.jpg",
        ),
        (
            "We did the charter on the wall with the whole team. Sharpie and all. Jo",
            "Charter, photographed",
            "IMG.heic",
        ),
    ],
)
def test_a_photograph_that_hands_it_over_is_the_report(text: str, subject: str, photo: str) -> None:
    assert kind_of("practitioner", "fresh", text, subject=subject, files=photo) == "report"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The team with the poster, both sides of the ward came!", "Team photo"),
        ("Found this charter for patients on the wall of the clinic, thought of you.", "Look"),
    ],
)
def test_another_photograph_is_none(text: str, subject: str) -> None:
    assert read_as("practitioner", "fresh", text, subject=subject, files="IMG.heic") == "paper"


def test_whose_report_it_is_and_of_what_says_nothing_of_its_writer() -> None:
    said = "Dear colleagues,\n\nPlease find my first monthly report. I have kept to two pages.\n\nJo Smith"
    subject, files = "Report 1 - Jo Smith - Attendance in P6", "J Smith QI Report 1.docx"
    assert kind_of("practitioner", "fresh", said, subject=subject, files=files) == "report"


def test_a_file_that_is_called_after_the_project_is_no_private_paper() -> None:
    said = "Dear Ann\n\nThe first report on our bereavement project is attached. Families now hear within two days."
    assert kind_of("practitioner", "deadline 1", said, files="Report 1_bereavement.docx") == "report"
    late = "Dear Ann\n\nThe first report is attached, late because of the bereavement."
    assert read_as("practitioner", "deadline 1", late, files="Report 1_bereavement.docx") != "report"


@pytest.mark.parametrize("subject", ["Jo Smith - off sick", "Report 1 - Jo Smith - fit note"])
def test_a_subject_that_says_why_is_asked_about_all_the_same(subject: str) -> None:
    assert kind_of("practitioner", "fresh", "Please see below.", subject=subject) == "ask"


@pytest.mark.parametrize("text", ["there it is\n\nSent from my Samsung", "Here you go!", "Sorry, here it is!"])
def test_what_only_says_that_it_is_here_was_forgotten(text: str) -> None:
    assert kind_of("practitioner", "deadline 1", text) == "forgotten"


@pytest.mark.parametrize("text", ["There it is, my mother died.", "That's it, I'm done."])
def test_what_says_more_was_not(text: str) -> None:
    assert kind_of("practitioner", "deadline 1", text) != "forgotten"


@pytest.mark.parametrize("name", ["Report 1 revised after Ann's comments.docx", "report1 v3 after anns feedback.docx"])
def test_a_version_may_be_called_after_the_comments_that_it_follows(name: str) -> None:
    said = "Hi Ann, I've gone through your comments and redone it from top to bottom. Tell me if it's better."
    assert kind_of("practitioner", "feedback 1", said, files=name) == "report"


@pytest.mark.parametrize(
    "name",
    [
        "Fed up after Ann's comments.docx",
        "Upset after Ann's comments.docx",
        "Report 1 useless after Ann's comments.docx",
    ],
)
def test_what_such_a_name_says_of_the_mentor_is_asked_about(name: str) -> None:
    assert kind_of("practitioner", "feedback 1", "See attached.", files=name) == "ask"


def test_what_was_mentioned_is_no_mentor() -> None:
    said = "Ann, this is the article about huddles that I mentioned. My own report will follow on Friday."
    assert kind_of("practitioner", "deadline 1", said, files="Article on huddles BMJ.pdf") == "paper"
    said = "The attached is about the way my mentor talks to me."
    assert kind_of("practitioner", "deadline 1", said, files="Notes.docx") == "ask"


BOX = "https://dunmore.box.example/s/jo"


@pytest.mark.parametrize(
    ("answers", "subject", "text"),
    [
        ("missing 1", "Re: Report 1", f"Dropbox this time, as the file's huge with all the drawings: {BOX}"),
        ("fresh", "oct report", f"{BOX}\n\nPassword's the name of Ann's dog. (She knows.)"),
        ("fresh", "Report link", f"{BOX}\nComments are on."),
        ("fresh", f"Oct report: {BOX}", "See the link above, it's a Google doc. Ann can type straight into it."),
    ],
)
def test_words_of_the_link_alone_make_it_no_less_the_report(answers: str, subject: str, text: str) -> None:
    assert kind_of("practitioner", answers, text, subject=subject) == "report"


@pytest.mark.parametrize(
    "text",
    [
        f"{BOX}\n\nThe password is the day I lost the baby, Ann knows.",
        f"Dropbox since I'm on my phone in the maternity ward: {BOX}",
        f"Here's the letter I got from HR: {BOX}",
        f"Upload, somebody else can finish it, I'm off for good: {BOX}",
    ],
)
def test_what_its_words_tell_of_their_writer_is_asked_about(text: str) -> None:
    assert read_as("practitioner", "fresh", text, subject="oct report") != "report"
