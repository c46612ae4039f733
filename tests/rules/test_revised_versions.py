"""A revised report is a version of the one that it revises, by its words, its name or its text, at any time (3a)."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from qibot.model.reports import Submission
from tests.support.build import ANN, BOT, JO
from tests.support.dialogue import Scene, scene
from tests.support.papers import docx, pdf_of

pytestmark = pytest.mark.slow

TEXT = (
    "Aim: eighty in a hundred pupils of the four classes on our corridor sit ready to learn at quarter past nine by"
    " June. Since the last report we tried bells of two tones with Mrs Lal's class on three mornings of one week, and"
    " counted who was at the door, who was in the room and who had a book open when the second tone was heard. The"
    " first morning went badly because nobody had told the supply teacher, so we wrote a card and put it on each desk."
)
NEXT = (
    "This month was about parents at the gate. We asked twelve of them in two queues what would help on wet days, and"
    " nine said a covered place to wait. The janitor moved the bike shed by four metres on Tuesday. Next we shall count"
    " buggies, umbrellas and late slips for a fortnight, with the office staff filling in the sheet at ten to nine."
)
FEEDBACK = "What I liked: the aim says by when. Even better if the chart had a median."


@pytest.fixture(scope="module")
def one_answered(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Report 1 was sent in time, and its mentor has answered; the second one is owed by now."""
    s = scene(tmp_path_factory.mktemp("one_answered"), "2026-10-12T09:00")
    sends(s, "Report 1", "Report Jo Smith.docx", TEXT)
    s.answers("forward_report", FEEDBACK, ANN.address)
    s.goes_to("2026-11-10T10:00")
    return s


@pytest.fixture
def s(one_answered: Scene, tmp_path: Path) -> Scene:
    return one_answered.copied(tmp_path)


def sends(s: Scene, subject: str, name: str, text: str, said: str = "Here it is.", media: bytes = b"chart") -> str:
    paragraphs = "".join(f"<w:p><w:r><w:t>{one}.</w:t></w:r></w:p>" for one in text.split(". "))
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = JO.address, BOT, subject
    mail["Message-ID"] = f"<{abs(hash((subject, name, text, said, media, len(s.inbox.filed))))}@x.example>"
    mail.set_content(said)
    kind = "vnd.openxmlformats-officedocument.wordprocessingml.document"
    mail.add_attachment(docx(paragraphs, chart=media.decode()), maintype="application", subtype=kind, filename=name)
    return s.takes(mail.as_bytes(policy=mail.policy.clone(linesep="\r\n")))


def versions(s: Scene) -> list[str]:
    return sorted(x.key for x in s.case.all(Submission).values())


@pytest.mark.parametrize(
    "said",
    [
        "Here is the revised version.", "This is an updated copy, with the chart put right.", "Version 2 is attached.",
        "Sorry, I sent the wrong file, this is it.", "Please ignore the previous one.",
        "This replaces the earlier one.", "I've corrected my report, as you said.",
        "Attached is the new version with your comments taken in.",
    ],
)  # fmt: skip
def test_what_says_that_it_is_a_version_is_one_after_deadline_and_feedback(s: Scene, said: str) -> None:
    assert sends(s, "From Jo", "another name.docx", NEXT, said) == "report 1"
    assert versions(s) == ["1/1", "1/2"]
    assert "REPORT 2" in s.last("receipt")


@pytest.mark.parametrize(
    "name",
    ["Report Jo Smith v2.docx", "Report_Jo_Smith_revised.docx", "Report Jo Smith FINAL.docx",
     "Report Jo Smith (2).docx", "Report 1 corrected.docx", "updated Report Jo Smith.docx"],
)  # fmt: skip
def test_a_files_name_says_so_too(s: Scene, name: str) -> None:
    assert sends(s, "From Jo", name, NEXT) == "report 1"


def test_the_same_text_but_for_a_few_words_is_a_version_whatever_it_is_called(s: Scene) -> None:
    changed = TEXT.replace("eighty in a hundred", "ninety in a hundred")
    assert sends(s, "From Jo", "for Ann.docx", changed) == "report 1"
    assert versions(s) == ["1/1", "1/2"]
    assert "could also have been meant for report 2" in s.last("receipt")


def test_half_the_same_text_is_a_version_where_something_says_so_and_else_the_next_report(s: Scene) -> None:
    grown = f"{TEXT} {NEXT}"
    assert sends(s, "From Jo", "for Ann new.docx", grown) == "report 1"
    assert (
        sends(s, "From Jo", "for Ann.docx", grown.replace("parents", "carers")) == "report 1"
    )  # nearly the second one


def test_last_months_report_gone_on_with_is_the_next_one(s: Scene) -> None:
    assert sends(s, "From Jo", "for Ann.docx", f"{TEXT} {NEXT} {NEXT[60:]}") == "report 2"


@pytest.mark.parametrize(
    ("subject", "name", "said"),
    [
        ("From Jo", "Report Jo Smith.docx", "Here is the next one."),
        ("November report", "Report Jo Smith v2.docx", "Here it is."),
        ("Report 2", "updated.docx", "Here it is."),
        ("From Jo", "Report 1.docx", "Here it is, with last month's file name."),
        ("From Jo", "final.docx", "Here it is."),
        ("From Jo", "r.docx", "We have revised our aim, as you said."),
        ("From Jo", "r.docx", "I've updated the measures and corrected the aim this month."),
    ],
)
def test_the_next_one_stays_the_next_one(s: Scene, subject: str, name: str, said: str) -> None:
    assert sends(s, subject, name, NEXT, said) == "report 2"


def test_the_same_text_saved_once_more_is_no_new_version(s: Scene) -> None:
    sends(s, "Did you get it?", "Report Jo Smith.docx", f"{TEXT}")
    assert versions(s) == ["1/1"]
    assert "We have this already" in s.last("receipt")


@pytest.mark.parametrize(
    ("change", "kept"), [((b"D:2026", b"D:2027"), ["1/1"]), ((b"tones", b"tunes"), ["1/1", "1/2"])]
)
def test_a_pdf_written_anew_is_no_new_version_and_another_word_makes_one(
    tmp_path: Path, change: tuple[bytes, bytes], kept: list[str]
) -> None:
    s, of_info = scene(tmp_path, "2026-10-12T09:00"), b"\n90 0 obj\n<< /ModDate (D:2026) >>\nendobj\n"
    for n, paper in enumerate([pdf_of(TEXT) + of_info, (pdf_of(TEXT) + of_info).replace(*change)]):
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"], mail["Message-ID"] = JO.address, BOT, "Report 1", f"<{n}@x.example>"
        mail.set_content("Here it is.")
        mail.add_attachment(paper, maintype="application", subtype="pdf", filename="Report 1.pdf")
        s.takes(mail.as_bytes(policy=mail.policy.clone(linesep="\r\n")))
    assert versions(s) == kept


def test_the_same_text_with_another_chart_is_a_new_version(s: Scene) -> None:
    assert sends(s, "From Jo", "Report Jo Smith.docx", TEXT, media=b"another") == "report 1"
    assert versions(s) == ["1/1", "1/2"]


@pytest.mark.parametrize("said", ["Sorry, wrong attachment before!", "I've made the changes you suggested."])
def test_a_version_that_says_so_plainly_does_not_pay_for_the_next_report(s: Scene, said: str) -> None:
    assert sends(s, "From Jo", "another name.docx", NEXT, said) == "report 1"
    assert s.numbers == [1]


def test_a_next_report_that_speaks_of_the_feedback_on_the_last_is_the_next(s: Scene) -> None:
    said = "Thanks for your feedback on report 1, here's my next one."
    assert sends(s, "From Jo", "another name.docx", NEXT, said) == "report 2"
