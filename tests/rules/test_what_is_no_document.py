"""What programs put into a mail beside the words makes no report of it, and no feedback."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.reports import Submission
from tests.rules.test_what_documents_are_said_to_be import answer, attached, mail
from tests.support.build import ANN
from tests.support.dialogue import Scene, scene
from tests.support.packed import PDF, winmail

FEEDBACK = "What I liked: the aim says by when. Even better if the chart had a median."
ASKS = "Could we meet on Thursday to talk about the measures, please?"


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return scene(tmp_path, "2026-10-12T09:00")


def test_outlooks_own_format_makes_no_report_of_a_question(s: Scene) -> None:
    s.takes(mail(("winmail.dat", winmail()), subject="Thursday", text=ASKS))
    assert not s.case.all(Submission)
    assert attached(s.raws("relay_message")[0]) == {}


def test_outlooks_own_format_makes_no_feedback_of_thanks(s: Scene) -> None:
    s.takes(mail(("Report 1.pdf", PDF)))
    s.takes(answer(s, "forward_report", ANN.address, "Thank you, I'll read it soon.", ("winmail.dat", winmail())))
    assert len(s.case.pending()) == 1
    assert not s.raws("relay_feedback")


LOGO = b"\x89PNG\r\n\x1a\n" + bytes(9000)
BESIDE_WORDS = [
    ("image001.png", LOGO),
    ("image003.jpg", LOGO),
    ("Outlook-xyz1abc2.png", LOGO),
    ("Outlook-Logo Desc.png", LOGO),
    ("logo.gif", LOGO),
    ("School logo-small.png", LOGO),
    ("council_logo_2025.jpeg", LOGO),
    ("ATT00001.png", LOGO),
    ("ATT00002.htm", b"<html><body>sent securely</body></html>"),
    ("ATT00001.bin", b"\0\1\2"),
    ("pic04711.gif", LOGO),
    ("disclaimer.txt", b"This e-mail is confidential."),
    ("Email Disclaimer.html", b"<p>This e-mail is confidential.</p>"),
    ("footer.txt", b"Please think of the trees."),
    ("Jo Smith.vcf", b"BEGIN:VCARD\r\nEND:VCARD\r\n"),
    ("smime.p7s", b"0\x80signed"),
    ("signature.asc", b"-----BEGIN PGP SIGNATURE-----"),
    ("OpenPGP_0x12AB.asc", b"-----BEGIN PGP PUBLIC KEY BLOCK-----"),
]
SENT = [
    ("IMG_0412.jpg", bytes(300_000)),
    ("IMG_0412.jpg", LOGO),
    ("image.jpg", bytes(300_000)),
    ("image0.jpeg", bytes(300_000)),
    ("image001.png", bytes(300_000)),
    ("Report logo chart.pdf", PDF),
    ("logic model.png", LOGO),
    ("Scan_001.jpg", LOGO),
    ("notes.txt", b"We tested it with one nurse."),
]


@pytest.mark.parametrize("file", BESIDE_WORDS, ids=lambda f: str(f[0]))
def test_what_programs_put_beside_the_words_makes_no_report_of_a_question(s: Scene, file: tuple[str, bytes]) -> None:
    s.takes(mail(file, subject="Thursday", text=ASKS))
    assert not s.case.all(Submission)
    assert s.raws("relay_message")


@pytest.mark.parametrize("file", BESIDE_WORDS, ids=lambda f: str(f[0]))
def test_what_programs_put_beside_the_words_makes_no_feedback_of_thanks(s: Scene, file: tuple[str, bytes]) -> None:
    s.takes(mail(("Report 1.pdf", PDF)))
    s.takes(answer(s, "forward_report", ANN.address, "Thank you, I'll read it soon.", file))
    assert len(s.case.pending()) == 1


@pytest.mark.parametrize("file", SENT, ids=lambda f: f"{f[0]} {len(f[1])}")
def test_a_photograph_of_a_report_is_one(s: Scene, file: tuple[str, bytes]) -> None:
    assert s.takes(mail(file, subject="QI", text="Here is my report.")) == "report 1"
    assert attached(s.raws("forward_report")[0]) == {file[0]: file[1]}


def test_a_logo_packed_in_winmail_dat_is_one_too(s: Scene) -> None:
    s.takes(mail(("winmail.dat", winmail(("image001.png", LOGO))), subject="Thursday", text=ASKS))
    assert not s.case.all(Submission)


def test_a_picture_that_comes_without_a_word_is_what_was_to_be_sent(s: Scene) -> None:
    assert s.takes(mail(("image001.png", LOGO), subject="QI report", text="")) == "report 1"


def test_the_same_report_with_a_logo_is_no_new_version(s: Scene) -> None:
    s.takes(mail(("Report 1.pdf", PDF)))
    s.takes(mail(("Report 1.pdf", PDF), ("image001.png", LOGO), text="Here it is again."))
    assert len(s.case.all(Submission)) == 1


@pytest.mark.parametrize(
    "said", ["Thank you, I'll read it soon.", "Thanks Jo.", "I'll need until 24 October for this one, I'm afraid."]
)
def test_a_report_that_comes_back_as_it_went_out_is_no_feedback(s: Scene, said: str) -> None:
    s.takes(mail(("Report 1.pdf", PDF)))
    s.takes(answer(s, "forward_report", ANN.address, said, ("Report 1.pdf", PDF)))
    assert len(s.case.pending()) == 1
    assert not s.raws("relay_feedback")


def test_a_report_that_comes_back_with_words_about_it_is_feedback_with_its_document(s: Scene) -> None:
    s.takes(mail(("Report 1.pdf", PDF)))
    s.takes(answer(s, "forward_report", ANN.address, FEEDBACK, ("Report 1.pdf", PDF)))
    assert not s.case.pending()
    assert attached(s.raws("relay_feedback")[0]) == {"Report 1.pdf": PDF}


def test_a_report_that_comes_back_with_something_written_into_it_is_feedback(s: Scene) -> None:
    s.takes(mail(("Report 1.pdf", PDF)))
    s.takes(answer(s, "forward_report", ANN.address, "Here you are.", ("Report 1.pdf", PDF + b"% a note")))
    assert not s.case.pending()
