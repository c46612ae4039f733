"""A mentor's template or slides answer no report, and feedback that was forgotten is asked for."""

from __future__ import annotations

import pytest

from tests.words.collection import Message
from tests.words.reading import taken_for

CAST = {"practitioner": "Jo Smith", "mentor": "Ann Lee", "manager": "Meg Ross", "other practitioner": "Sam Baird"}


def said(text: str, files: str = "", where: str = "report 2") -> str:
    fields = {"from": "mentor", "in": where, "today": "Tuesday 2026-10-20", "subject": "Hello", "files": files}
    return taken_for(Message("it", "it", fields, CAST, text)).kind


@pytest.mark.parametrize(
    ("text", "files", "kind"),
    [
        ("Jo, as promised the slides from Tuesday.", "Slides.pptx", "message"),
        ("Here's the template for the measurement plan I mentioned.", "Measurement plan template.pdf", "message"),
        ("Hi Jo, the agenda for LS3 is attached in case you've not seen it.", "LS3 agenda.docx", "message"),
        ("Sample driver diagram for you, Jo", "sample driver diagram.docx", "message"),
        ("Jo, a sample report from last year so you can see the sort of thing", "Sample report.docx", "message"),
        ("Measurement plan template - fill in for your ward", "Measurement plan template.xlsx", "message"),
        ("For Jo: a conference poster she might like", "poster.pdf", "message"),
        ("Please pass this flyer on to Jo", "Flyer.pdf", "message"),
        ("Here's the list of dates for the learning sessions for Jo.", "Dates.docx", "message"),
        ("Jo - an article on huddles that you might like.", "huddles.pdf", "message"),
        ("Thought you'd like this guide to run charts, Jo.", "guide.pdf", "message"),
        ("Jo, a template for PDSA that might help.", "template.docx", "message"),
        ("Jo, you might like to add a median, as in this article.", "article.pdf", "feedback"),
        ("Jo, I'd like to see the aim of this guide in yours.", "guide.pdf", "feedback"),
        ("Jo, lots of ticks on this one. You might like the article I mention on p2.", "scan.pdf", "feedback"),
        ("Lovely poster, Jo!", "poster.pdf", "feedback"),
        ("Here is your paper back with ideas that might help.", "scan0012.pdf", "feedback"),
        ("Here's your paper, marked.", "scan0012.pdf", "feedback"),
        ("Jo, a paper on huddles that might help.", "paper.pdf", "message"),
        ("Template attached. Your aim needs a date though.", "template.docx", "feedback"),
        ("I've filled in the feedback template for you.", "Feedback template.docx", "feedback"),
        ("Please see attached.", "Report 2.docx", "feedback"),
    ],
)
def test_a_paper_that_is_no_answer_to_the_report_is_a_message(text: str, files: str, kind: str) -> None:
    assert said(text, files) == kind


@pytest.mark.parametrize("text", ["Jo, here's a template for your run chart", "Dates for Jo attached"])
def test_such_a_paper_in_a_fresh_mail_is_a_message_too(text: str) -> None:
    assert said(text, "template.docx", "fresh") == "message"


def test_such_a_paper_that_names_nobody_of_two_is_asked_about_in_a_fresh_mail() -> None:
    assert said("Here's a template for your run chart", "template.xlsx", "fresh") == "ask"


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("The poster for Jo, though I doubt she'll go", "poster.pdf"),
        ("Dates for Jo, she keeps missing them", "dates.docx"),
        ("For Jo. Don't tell her it's from me", "flyer.pdf"),
    ],
)
def test_what_is_said_of_them_beside_a_flyer_is_kept(text: str, files: str) -> None:
    assert said(text, files) in ("private", "ask")


def test_a_word_about_them_beside_a_template_reaches_nobody_else() -> None:
    assert said("The template attached. She is badly out of her depth and in tears.", "Template.docx") == "private"


@pytest.mark.parametrize("text", ["Feedback attached, well done!", "Hi Jo, please find feedback attached."])
def test_feedback_that_was_to_be_attached_and_is_not_is_asked_for(text: str) -> None:
    assert said(text) == "ask"


def test_a_word_about_an_attachment_of_theirs_is_feedback() -> None:
    assert said("Great report Jo, the chart you attached is very clear.") == "feedback"
