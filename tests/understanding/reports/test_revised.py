"""What says that a document takes an earlier one's place: the specification of revised.py, as reading.py uses it."""

from __future__ import annotations

import pytest

from qibot.calendar.almanac import Almanac
from qibot.calendar.deadlines import feedback_day
from qibot.model.case import Case, Put
from qibot.model.reports import Report, Submission
from qibot.understanding.reports.reading import read
from tests.support.build import CONFIG, at, case, mail

ALMANAC = Almanac(CONFIG)
SENT, EARLY, NEAR = at("2026-10-12T09:00"), "2026-10-20T09:00", "2026-11-12T09:00"

PLAIN = [
    "I've made the changes you suggested.", "With apologies, some typos fixed.", "Better version :)",
    "I spotted a mistake in the chart, here is the right one.", "Corrected chart in this one.",
    "Please use this instead.", "Please use this one instead.", "Ignore the one I sent yesterday.",
    "Sorry, wrong attachment before!", "This is the one I meant to send.", "I should have sent this one.",
    "I've tidied it up a bit.", "Here's the full report, the other was missing its last page.",
    "The last page was missing, so here it is again in full.", "Here it is as a PDF since you couldn't open it.",
    "Version with your feedback incorporated.", "I've edited it following your feedback.",
    "Sorry, I forgot the chart, here it is again with it.", "Here it is with your suggestions worked in.",
    "Tidied up after your comments, for the record.", "Resubmitted following feedback.", "Your points are now in.",
    "Hi Ann, I've worked your suggestions in.", "A replacement for Monday's, with the pictures in.",
    "Rewritten in light of your feedback.", "This replaces Tuesday's.", "I've built in what you suggested.",
    "Here is the proper version.", "Amended version attached.", "Please replace the file I sent on Monday with this.",
]  # fmt: skip
SLIGHT = [
    "Second attempt!", "Take two.", "Here's another go at it.", "Latest attached.",
    "As you asked, with the median added.",
    "I have taken your points on board, see attached.", "I've added the measures you asked for.",
    "I've had another look at it and rewritten the aim.", "Re-done with the run chart.", "Here it is once more.",
]  # fmt: skip
NEXT = [
    "Here is this month's.", "Thanks for your feedback on report 1, here's my next one.",
    "Thank you for the comments on my last report. November's attached.",
    "I've taken on board what you said about report 1. Here is the new report.", "Monthly update attached.",
    "Report attached. As I said in report 1, the aim is eighty in a hundred.", "Here is my latest report.",
    "As suggested after report 1, this one has a run chart.", "Attached: report for November. Updated aim!",
    "We made the changes you suggested to the ward round and counted again.", "The final report before the holidays.",
    "Sorry it's late, I forgot to attach my report.", "I made some changes to the rota and the chart shows it.",
    "We found some errors in the drug charts, so the aim is new.",
    "The wrong file had been in the trolley of the ward.", "The room was tidied up after your comments.",
    "Following your feedback we moved the trolley; report attached.", "We put your suggestions into practice.",
    "I worked your suggestion into the November test, see report.", "A replacement for Mary has started, see report.",
    "The replacement for Monday's teacher starts next week. Report attached.",
]  # fmt: skip


def one_in(name: str) -> Case:
    """A case in which report 1 has come, as a file of this name, and its mentor has answered."""
    files = tuple(mail(subject="QI", files=(name,)).files)
    report = Report(1, SENT, False, 1, feedback_day(SENT, CONFIG.programme), SENT)
    return case(Put(report), Put(Submission(1, 1, SENT, False, "jo", "QI", "<1@x>", "archived", files)))


def number(text: str, when: str, *, name: str = "other.pdf", thread: int | None = None, subject: str = "Hello") -> int:
    found = read(mail(subject=subject, text=text, files=(name,)), one_in("Jo Smith QI.pdf"), ALMANAC, at(when), thread)
    assert found is not None
    return found.number


@pytest.mark.parametrize("text", PLAIN)
def test_what_says_plainly_that_it_is_a_version_is_one_at_any_time_in_a_thread_and_without(text: str) -> None:
    assert {number(text, when, thread=thread) for when in (EARLY, NEAR) for thread in (1, None)} == {1}


@pytest.mark.parametrize("text", SLIGHT)
def test_what_says_so_slightly_is_a_version_weeks_before_the_next_deadline_and_near_it_the_next(text: str) -> None:
    assert number(text, EARLY) == 1
    assert number(text, NEAR) == 2


@pytest.mark.parametrize("text", NEXT)
def test_what_says_that_it_is_the_next_or_tells_of_the_project_is_the_next(text: str) -> None:
    assert {number(text, when) for when in (EARLY, NEAR)} == {2}


@pytest.mark.parametrize(
    "text", ["Your comments helped a lot.", "In case it got lost.", "I have extended the part on aims."]
)
def test_with_the_same_files_name_the_slightest_word_does_weeks_before_and_not_near_the_deadline(text: str) -> None:
    assert number(text, EARLY, name="Jo Smith QI.pdf") == 1
    assert number(text, EARLY, name="another.pdf") == (1 if "extended" in text else 2)
    assert number(text, NEAR, name="Jo Smith QI.pdf") == 2


@pytest.mark.parametrize("text", ["As you asked, with the median added.", "I have taken your points on board."])
def test_with_the_number_of_the_report_that_is_answered_what_says_so_slightly_does_near_the_deadline(text: str) -> None:
    assert number(text, NEAR, name="Report 1 final FINAL.docx", thread=1) == 1
    assert number(text, NEAR, name="Report 2 final.docx", thread=1) == 2


def test_a_number_goes_before_such_words() -> None:
    assert number("Please use this one instead.", NEAR, subject="Report 2") == 2


def test_what_was_missing_from_the_last_report_belongs_to_it() -> None:
    for text in ("Here is the appendix that was missing from my last report.", "This belongs with my last report."):
        assert number(text, NEAR, name="Appendix.docx") == 1


ANSWERING = ("Re: Report 1", "RE: October report", "AW: [QI] Report 1", "[EXTERNAL] Re: Report 1")


@pytest.mark.parametrize("subject", ANSWERING)
@pytest.mark.parametrize("text", [*NEXT, "Hi Ann, here's my next report.", "This month's report attached."])
def test_a_subject_kept_from_the_mail_before_makes_no_version_of_the_next_report(subject: str, text: str) -> None:
    assert number(text, NEAR, subject=subject) == 2
    assert number(text, NEAR, subject=subject, name="Jo Smith QI.pdf") == 2


@pytest.mark.parametrize("subject", ANSWERING)
@pytest.mark.parametrize("text", PLAIN)
def test_a_revised_one_under_a_kept_subject_is_a_version_of_that_report(subject: str, text: str) -> None:
    assert number(text, NEAR, subject=subject) == 1


def test_a_kept_subject_names_a_report_that_has_not_come_yet() -> None:
    assert number("Here it is.", NEAR, subject="Re: Report 2") == 2


def test_a_subject_of_ones_own_says_which_report_it_is() -> None:
    assert number("Here it is.", NEAR, subject="Report 1") == 1
    assert number("Here it is.", NEAR, subject="Report 2") == 2


def test_what_is_written_below_a_kept_subject_counts() -> None:
    assert number("Please find report 1 attached.", NEAR, subject="Re: Report 1") == 1
    assert number("Please find report 2 attached.", NEAR, subject="Re: Report 1") == 2
