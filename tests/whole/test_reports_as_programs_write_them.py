"""Joint reports, revised versions, others' hands and two reports in one mail, as eight mail programs write them.

The counts stand in docs/mail.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from qibot.model.reports import Submission
from tests.rules.test_joint_reports import BOB, SAM
from tests.rules.test_revised_versions import FEEDBACK, NEXT, TEXT
from tests.support.build import ANN, BOT, ENROLMENT, JO, TEAM, at, config
from tests.support.dialogue import Scene
from tests.support.papers import docx
from tests.support.programs import PROGRAMS, Written, raw

TO, HERS, HIS = f"QI Programme <{BOT}>", f"Jo Smith <{JO.address}>", f"Sam Baird <{SAM.practitioner.address}>"
ALL = list(PROGRAMS)


def paper(text: str) -> bytes:
    return docx("".join(f"<w:p><w:r><w:t>{one}.</w:t></w:r></w:p>" for one in text.split(". ")))


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Report 1 has come and been answered; the second is owed, and soon the third."""
    made = Scene(tmp_path, ENROLMENT, SAM, config=config())
    made.now = at("2026-10-12T09:00")
    first = Written(HERS, TO, "", "Report 1", "Here is report 1.", {"Report 1 Jo Smith.docx": paper(TEXT)})
    made.takes(raw("Outlook on the web", first))
    made.answers("forward_report", FEEDBACK, ANN.address)
    made.now = at("2026-11-12T09:00")
    return made


def held(s: Scene, unit: str = ENROLMENT.unit) -> Mapping[str, list[str]]:
    return {x.key: [d.name for d in x.documents] for x in s.store.load(unit).all(Submission).values()}


def written(text: str, subject: str = "QI report", *names: str, cc: str = "", sender: str = HERS) -> Written:
    files = {name: paper(f"{NEXT} {name}. {name}") for name in names}
    return Written(sender, TO, cc, subject, text, files)


JOINT = {
    "Outlook for Windows": (
        "Dear Ann,\n\nplease find our joint report attached – Sam’s and mine.\n\nJo",
        "Report 2.docx",
    ),
    "Outlook on the web": ("Hi both,\n\nthis is the joint report by Sam Baird and me.\n\nJo", "Report 2.docx"),
    "Outlook for iOS": ("Sam and I wrote this together", "November.docx"),
    "Gmail": ("Report 2 on behalf of both of us, Sam and Jo", "Report 2.docx"),
    "Apple Mail on a Mac": ("Here it is:", "Report 2 Jo Smith & Sam Baird.docx"),
    "Apple Mail on an iPhone": ("Our report for November, Sam’s seen it", "Report_2_joint.docx"),
    "Thunderbird": ("Hello,\n\nthe report is from us both, Sam and me.\n\nJo", "Report 2.docx"),
    "mutt": ("A shared report of Sam's and mine is attached.", "Joint_report_2_Sam_Jo.docx"),
}


@pytest.mark.parametrize("program", ALL)
def test_a_joint_report_counts_for_both(s: Scene, program: str) -> None:
    text, name = JOINT[program]
    s.takes(raw(program, written(text, "QI report", name, cc=HIS)))
    assert held(s)["2/1"] == [name]
    (of_sam,) = held(s, SAM.unit).values()
    assert of_sam == [name]
    assert len(s.raws("forward_report", BOB.address)) == 1


REVISED = {
    "Outlook for Windows": ("Dear Ann,\n\nplease find the revised version attached.\n\nJo", "calm.docx", NEXT),
    "Outlook on the web": ("Sorry, I sent the wrong file. This is the right one.", "calm.docx", NEXT),
    "Outlook for iOS": ("Here you go", "Report 1 Jo Smith v2.docx", NEXT),
    "Gmail": ("Please ignore the previous one", "calm.docx", NEXT),
    "Apple Mail on a Mac": ("Here:", "Report 1 Jo Smith – FINAL.docx", TEXT.replace("eighty", "ninety")),
    "Apple Mail on an iPhone": ("With your comments taken in, thanks!", "Report 1 revised.docx", NEXT),
    "Thunderbird": ("Hello,\n\nit is below.\n\nJo", "whatever.docx", TEXT.replace("eighty", "ninety")),
    "mutt": ("I've corrected my report, as you said.", "calm.docx", NEXT),
}


@pytest.mark.parametrize("program", ALL)
def test_a_revised_report_is_a_version_after_deadline_and_feedback(s: Scene, program: str) -> None:
    text, name, inside = REVISED[program]
    s.takes(raw(program, Written(HERS, TO, "", "From Jo", text, {name: paper(inside)})))
    assert sorted(held(s)) == ["1/1", "1/2"]
    assert held(s)["1/2"] == [name]


OTHERS = {
    "Outlook for Windows": ('"Pat Brown on behalf of Jo Smith" <pat@office.example>', "Report", "Attached.\n\nPat", ""),
    "Outlook on the web": (
        '"Smith, Jo (Education)" <e12345@council.example>',
        "My report",
        "Please find it attached.",
        "",
    ),
    "Outlook for iOS": ("Jo Smith <josmith77@outlook.example>", "Report 2", "From my own account, sorry", ""),
    "Gmail": ("Pat Brown <pat.brown@gmail.com>", "Report of Jo Smith", "I send this for her.", ""),
    "Apple Mail on a Mac": ("Jo <jo.smith@icloud.example>", "Report 2", "Here it is:", ""),
    "Apple Mail on an iPhone": ("Jo MacDonald <jo.macdonald@school.example>", "Report 2", "new name, same me", ""),
    "Thunderbird": ("jo+qi@school.example", "Report 2", "Report attached.", ""),
    "mutt": ("Pat Brown <pat@office.example>", "Report", "The report is attached.", f"Sender: {JO.address}"),
}


@pytest.mark.parametrize("program", ALL)
def test_of_another_hand_the_team_is_offered_her_and_one_click_makes_it_hers(s: Scene, program: str) -> None:
    sender, subject, text, extra = OTHERS[program]
    one = Written(sender, TO, "", subject, text, {"November report.docx": paper(NEXT)}, extra)
    s.takes(raw(program, one))
    (waits,) = s.store.load(DESK).all(Quarantined).values()
    assert waits.offered == JO.address
    s.answers("report_quarantine", f"THIS IS {JO.address} ONCE", TEAM)
    s.bot.round()
    assert held(s)["2/1"] == ["November report.docx"]
    assert not s.store.load(DESK).all(Quarantined)


SEVERAL = {
    "Outlook for Windows": (
        "Dear Ann,\n\nplease find attached reports 2 and 3.\n\nJo",
        "Report 2.docx",
        "Report 3.docx",
    ),
    "Outlook on the web": ("Both reports are attached – sorry for the first one.", "Report 2.docx", "final.docx"),
    "Outlook for iOS": ("Attached are both", "Report_2.docx", "Report_3.docx"),
    "Gmail": ("My November and December reports are attached", "November.docx", "December.docx"),
    "Apple Mail on a Mac": ("Here they are:", "QI Report 2 – Jo Smith.docx", "QI Report 3 – Jo Smith.docx"),
    "Apple Mail on an iPhone": ("Reports for November and December, find them here", "Nov.docx", "Dec.docx"),
    "Thunderbird": ("Hello,\n\nmy second and third reports are attached.\n\nJo", "jo 2.docx", "Report 3.docx"),
    "mutt": ("Report 2 and report 3 are attached.", "r2.docx", "r3.docx"),
}


@pytest.mark.parametrize("program", ALL)
def test_two_reports_in_one_mail_are_two(s: Scene, program: str) -> None:
    s.now = at("2026-12-10T09:00")
    text, second, third = SEVERAL[program]
    s.takes(raw(program, written(text, "From Jo", second, third)))
    assert {k: v for k, v in held(s).items() if k != "1/1"} == {"2/1": [second], "3/1": [third]}
    assert len(s.raws("forward_report")) == 3


@pytest.mark.parametrize("program", ALL)
def test_two_that_do_not_say_which_is_which_are_asked_about(s: Scene, program: str) -> None:
    s.now = at("2026-12-10T09:00")
    s.takes(raw(program, written("Here are reports 2 and 3.", "From Jo", "jo.docx", "jo (1).docx")))
    assert sorted(held(s)) == ["1/1"]
    assert "jo.docx is report 2, jo (1).docx is report 3" in s.last("ask_which_report")


@pytest.mark.parametrize(
    ("kind", "tried"),
    [("joint reports", JOINT), ("revised versions", REVISED), ("others’ hands", OTHERS), ("two in one", SEVERAL)],
)
def test_the_documents_count_is_right(kind: str, tried: Mapping[str, object]) -> None:
    row = re.search(rf"^\| {kind}, as programs write them \| (\d+) \| (\d+) \|", Path("docs/mail.md").read_text(), re.M)
    assert row
    assert int(row[1]) == int(row[2]) == len(tried)
