"""A report that lies on a page that is no known cloud's, or is typed in a few lines, in answer to whatever letter."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from qibot.model import Submission
from qibot.understanding.links.clouds import links_in
from qibot.understanding.phrases.headings import has_headings
from qibot.understanding.reports.pages import with_pages
from tests.support.build import ANN, mail
from tests.support.dialogue import Scene, scene
from tests.words.collection import messages
from tests.words.reading import taken_for

STORE = "https://files.dunmore.example/qi/jo-smith/november.docx"


def taken(folder: Path, thread: str, text: str, files: str = "") -> str:
    line = f"report | {thread} | {files} | {'Report 2 # ' if thread == 'fresh' else ''}{text}\n"
    (folder / "lines-practitioner-x.txt").write_text(line, encoding="utf-8")
    (one,) = messages(folder)
    return taken_for(one).kind


@pytest.mark.parametrize("thread", ["deadline 2", "missing 2", "receipt 1", "fresh"])
@pytest.mark.parametrize(
    "text",
    [
        f"Here it is: {STORE}",
        f"Hi, mine is saved in our team's folder, you might need a password // {STORE}",
        f"Sorry for the delay! The report is on our school's site {STORE} Jo",
        f"Done :) {STORE}",
        f"Here's my report {STORE} The chart explains why we changed the form.",
    ],
)
def test_a_page_of_any_host_is_the_report_where_the_words_hand_it_over(tmp_path: Path, thread: str, text: str) -> None:
    assert taken(tmp_path, thread, text) == "report"


@pytest.mark.parametrize("thread", ["deadline 2", "missing 2"])
def test_a_link_alone_in_answer_to_a_reminder_is_the_report(tmp_path: Path, thread: str) -> None:
    assert taken(tmp_path, thread, STORE) == "report"


@pytest.mark.parametrize(
    "text",
    [
        "Is this the template I should use? https://qi.example/templates/report.docx",
        "Have you seen this article on run charts? https://journal.example/run-charts",
        "School's shut, see https://council.example/closures - can I have till Friday?",
        "The link you sent me https://qi.example/u/27 goes to somebody else's page",
    ],
)
@pytest.mark.parametrize("thread", ["deadline 2", "missing 2"])
def test_another_page_is_no_report(tmp_path: Path, thread: str, text: str) -> None:
    assert taken(tmp_path, thread, text) != "report"


@pytest.mark.parametrize("thread", ["missing 2", "receipt 1", "fresh"])
@pytest.mark.parametrize(
    "text",
    [
        "My fit note: https://gp.example/fitnote/123",
        "https://nhs.example/fitnote/1",
        "My fit note for the next two weeks https://1drv.ms/b/s!Ab12",
        "https://dropbox.com/s/1ab/fit_note.pdf",
        "https://council.example/news/school-closures",
        "Hospital letter: https://files.example/a/9",
        "Proof for the extension of my report: https://news.example/a/1",
        "My report is late because of this: https://news.example/a/1",
        "I can't send my report this month, see https://news.example/a/1",
        "No report this month: https://news.example/a/1",
        "My complaint: https://council.example/c/1",
        "My reply to this unfair feedback on my report is here: https://files.example/a/9",
        "My side of the story re Ann's comments: https://files.example/a/9",
        "The annual report of our school is at https://school.example/r/9",
        "Jane's report is here https://files.example/a/9",
    ],
)
def test_a_page_that_is_said_to_be_something_else_is_no_report(tmp_path: Path, thread: str, text: str) -> None:
    assert taken(tmp_path, thread, text) in ("ask", "circumstances", "private")


@pytest.mark.parametrize("thread", ["missing 2", "receipt 1", "fresh"])
@pytest.mark.parametrize(
    "text",
    [
        f"I can't send attachments from work so my report is at {STORE}",
        f"Our report on complaints handling: {STORE}",
        f"Report on the fit note audit {STORE}",
        f"Sorry it's late because of the inspection, here's my report {STORE}",
        f"There's no report template that suits us so I did it as a page {STORE}",
    ],
)
def test_a_report_stays_one_beside_such_words(tmp_path: Path, thread: str, text: str) -> None:
    assert taken(tmp_path, thread, text) == "report"


@pytest.mark.parametrize(
    "page", ["https://zoom.us/j/123", "https://teams.microsoft.com/l/meetup-join/1", "https://dunmore.example/"]
)
def test_a_meeting_and_a_home_page_hold_no_document(page: str) -> None:
    assert links_in(with_pages(mail(text=f"Here it is: {page}\n"))) == []


def test_a_page_below_the_writers_name_is_no_document() -> None:
    text = f"Here is my report: {STORE}\n\nJo Smith\nTeacher\nhttps://dunmore.example/schools/primary\n"
    assert links_in(with_pages(mail(text=text))) == [STORE]


def test_a_page_with_the_report_is_named_in_the_record_and_to_the_mentor(tmp_path: Path) -> None:
    s: Scene = scene(tmp_path, "2026-10-12T09:00")
    s.writes_until("2026-10-21T12:00")
    s.answers("remind_missing", f"Sorry! Here it is: {STORE}")
    (sent,) = s.case.all(Submission).values()
    assert sent.links == (STORE,)
    letters = (message_from_bytes(raw, policy=default) for raw in s.raws("forward_report", ANN.address))
    assert any(STORE in str(letter.get_body(("plain",))) for letter in letters)


@pytest.mark.parametrize("word", ["1", "REPORT 2"])
def test_what_is_said_to_be_the_report_after_all_is_named_to_the_mentor(tmp_path: Path, word: str) -> None:
    s: Scene = scene(tmp_path, "2026-10-12T09:00")
    if word == "1":
        s.sends("Hello", text=f"My autism assessment report {STORE}")
        s.answers("ask_which_report", word)
    else:
        s.sends("Question", text=f"Have you seen our site? {STORE}")
        s.answers("receipt", word)
    (sent,) = s.case.all(Submission).values()
    assert sent.links == (STORE,)


TYPED = (
    "Better late than never! We tested the new handover sheet with the night shift (PDSA 2). 9 of 11 complete, "
    "up from 5. Next month the day shift."
)


@pytest.mark.parametrize("thread", ["deadline 2", "missing 2", "check_in", "nudge", "receipt 1"])
def test_a_few_lines_that_are_plainly_a_report_are_one_whatever_they_answer(tmp_path: Path, thread: str) -> None:
    assert taken(tmp_path, thread, TYPED) == "report"


@pytest.mark.parametrize("thread", ["missing 2", "check_in", "fresh"])
def test_lines_with_a_reports_headings_are_one(tmp_path: Path, thread: str) -> None:
    text = "What we did: walked the floor. // What we found: 4 of 10 bins in the wrong place. // Next: labels"
    assert taken(tmp_path, thread, text) == "report"


@pytest.mark.parametrize(
    "text",
    [
        "Thanks Ann. Good point on the median, I've redone it with 12 points and it drops to 18 minutes.",
        "To answer your questions: the baseline was 3 weeks, and the nurses collect it by hand.",
        "The outcome measure would be falls per 1000 bed days, the process measure the bundle. Does that work?",
    ],
)
@pytest.mark.parametrize("thread", ["feedback 1", "message", "receipt 1"])
def test_an_answer_that_tells_of_the_project_is_talk(tmp_path: Path, thread: str, text: str) -> None:
    assert taken(tmp_path, thread, text) != "report"


def test_what_asks_is_no_report_whatever_its_headings() -> None:
    assert has_headings("Aim: fewer falls by June.\nMeasure: falls a week.")
    assert not has_headings("Aim: fewer falls by June.\nMeasure: falls a week. Is that better?")
    assert not has_headings("Aim: fewer falls by June.")
