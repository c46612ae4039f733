"""Mentor notes: a letter of its own to the mentor, after the forward has left, and nothing of it to anybody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from qibot.letters.templates import Templates
from qibot.model.people import Person
from qibot.notes.digest import Digest
from tests.rules.test_relaying import page_of
from tests.support import papers
from tests.support.build import ENROLMENT, LONDON, TEAM, THREADS, at, config, message
from tests.support.notes import (
    ANN,
    GOOD,
    JO,
    MEG,
    NO_AIM,
    NOTES_ON,
    last_notes,
    notes,
    report_mail,
    said,
    sends,
    to,
    world_with_notes,
)
from tests.support.programme import read, text_of
from tests.support.world import World

pytestmark = pytest.mark.slow


@pytest.fixture
def world(tmp_path: Path) -> World:
    return world_with_notes(tmp_path)


def test_the_notes_go_to_the_mentor_alone_after_the_forward_has_left(world: World) -> None:
    sends(world, 1, GOOD)
    assert to(world, ANN.address) == ["forward_report", "mentor_notes"]
    assert to(world, JO.address) == ["receipt"]
    assert to(world, MEG.address) == to(world, TEAM) == []
    (letter,) = notes(world)
    assert [a.addr_spec for a in letter["To"].addresses] == [ANN.address]
    assert letter["Cc"] is None


def test_the_forward_has_left_before_a_document_is_read(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    world.step = lambda name: order.append(name)

    def reading(*_: object) -> None:
        order.append("read")
        pytest.fail("stop here")

    monkeypatch.setattr("qibot.notes.notetaker.digest", reading)
    with pytest.raises(BaseException, match="stop here"):
        sends(world, 1, GOOD)
    assert order.index("accepted") < order.index("read")
    assert to(world, ANN.address) == ["forward_report"]


def test_many_notes_are_written_a_while_at_a_time_so_that_new_mail_is_not_kept_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    units = [replace(ENROLMENT, slug=f"p{n}", practitioner=Person(f"P {n}", (f"p{n}@x.example",))) for n in range(5)]
    world = World(tmp_path, *units, config=NOTES_ON)
    world.now = at("2026-10-12T10:00")
    for n in range(5):
        raw = message(f"p{n}@x.example", "Report 1", files=(f"r{n}.docx",), Message_ID=f"<r{n}@x>")
        world.inbox.put(raw, world.now)

    def slowly(*_: object) -> Digest:
        world.now += timedelta(seconds=15)
        return Digest()

    monkeypatch.setattr("qibot.notes.notetaker.digest", slowly)
    written, more = [], []
    for _ in range(3):
        done = world.bot.round()
        written.append(len(notes(world)))
        more.append(done.more)
    assert written == [2, 4, 5]
    assert more == [True, True, False], "the daemon doesn't wait for the next round"


def test_the_notes_are_in_no_thread_with_the_report(world: World) -> None:
    sends(world, 1, GOOD)
    (letter,) = notes(world)
    forward = next(m for _, raw in world.outbox.delivered if (m := read(raw))["X-QI-Letter"] == "forward_report")
    assert letter["In-Reply-To"] is letter["References"] is None
    assert letter["Reply-To"] != forward["Reply-To"]
    assert letter["Subject"] != forward["Subject"]


def test_three_points_stand_on_top_with_the_words_that_they_rest_on_and_the_rest_below(world: World) -> None:
    sends(world, 1, NO_AIM)
    top, _, rest = said(world).partition("These notes are for you alone")
    assert "No aim was found." in top
    assert "“Process mapping” (under “Change ideas”)" in top
    assert top.count(" - ") == 3
    assert "### More from the first look" in rest


def test_the_page_of_guidance_for_the_report_is_in_it_as_text_and_formatted(world: World) -> None:
    sends(world, 1, GOOD)
    assert "Learning Sessions 1 and 2" in said(world)
    assert "<h3>Pitfalls</h3>" in page_of(last_notes(world))


@pytest.mark.parametrize(
    ("number", "page"),
    [(2, "Sessions 1 and 2"), (3, "Sessions 3 and 4"), (4, "Sessions 3 and 4"), (6, "Making it last")],
)
def test_which_page_goes_with_which_report_is_configured(tmp_path: Path, number: int, page: str) -> None:
    world = world_with_notes(tmp_path)
    sends(world, number, GOOD)
    assert page in said(world)


def test_a_page_of_the_teams_own_is_picked_up_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own"
    (own / "guidance").mkdir(parents=True)
    (own / "guidance" / "report-1.md").write_text("### Ours\n\n- Ask about the **paper planes**.\n")
    templates = Templates([own, *NOTES_ON.template_folders()], LONDON)
    monkeypatch.setattr("tests.support.world.TEMPLATES", templates)
    world = world_with_notes(tmp_path)
    sends(world, 1, GOOD)
    assert "paper planes" in said(world)
    assert "Sessions 1 and 2" not in said(world)


def test_from_report_3_the_mentor_is_asked_where_no_aim_is_found_and_one_click_tells_team_and_leads(
    world: World,
) -> None:
    sends(world, 3, NO_AIM)
    assert "No clear aim was found" in said(world)
    assert to(world, TEAM) == [], "the bot never escalates on its own reading"
    unit = world.case.unit
    link = THREADS.link(unit, 3, "mentor", "NO CLEAR AIM")
    assert link.replace("&", "&amp;") in page_of(last_notes(world))
    subject = "NO CLEAR AIM [" + link.partition("%5B")[2].partition("%5D")[0] + "]"
    world.inbox.put(message(ANN.address, subject, "", To=THREADS.address(unit, 3)), world.now)
    world.bot.round()
    assert to(world, TEAM) == ["report_no_clear_aim"]
    assert to(world, "leads@council.example") == ["report_no_clear_aim"]


@pytest.mark.parametrize(("number", "text"), [(1, NO_AIM), (2, NO_AIM), (3, GOOD)])
def test_the_mentor_is_not_asked_before_report_3_nor_where_there_is_an_aim(
    world: World, number: int, text: str
) -> None:
    sends(world, number, text)
    assert "No clear aim was found" not in said(world)


LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("report.docx", LOCKED, "report.docx is locked with a password."),
        ("report.docx", b"PK\x03\x04 cut", "report.docx is damaged and can't be read."),
        ("photo.jpg", b"\xff\xd8\xff\xe0", "photo.jpg is of a kind that can't be read here."),
    ],
)
def test_what_could_not_be_read_is_said_in_a_sentence_and_the_forward_is_untouched(
    world: World, name: str, data: bytes, sentence: str
) -> None:
    world.inbox.put(report_mail(1, {name: data}), world.now)
    done = world.bot.round()
    assert to(world, ANN.address) == ["forward_report", "mentor_notes"]
    assert sentence in said(world)
    assert "Learning Sessions 1 and 2" in said(world), "the page comes all the same"
    assert done.faults == []


def test_a_report_written_in_the_mail_itself_is_looked_at_too(world: World) -> None:
    text = (
        "Dear Ann,\n\nMy aim is to improve attendance in P6 by 10%. " + "I have thought about it for a long time. " * 20
    )
    world.inbox.put(report_mail(1, {}, text), world.now)
    world.bot.round()
    assert "improve attendance in P6 by 10%" in said(world)


def test_a_new_version_has_notes_of_its_own_and_nothing_has_them_twice(world: World) -> None:
    sends(world, 1, NO_AIM)
    world.bot.round()
    assert len(notes(world)) == 1
    world.bot = world.started()
    world.bot.round()
    assert len(notes(world)) == 1
    sends(world, 1, GOOD, mark="b")
    assert len(notes(world)) == 2
    assert "(version 2)" in str(notes(world)[1]["Subject"])


def test_the_last_report_and_the_feedback_on_it_are_looked_at(world: World) -> None:
    sends(world, 1, GOOD)
    letter = next(raw for _, raw in world.outbox.delivered if read(raw)["X-QI-Letter"] == "forward_report")
    reply = EmailReply(letter, "What I liked: the aim.\n\nEven better if: you asked the janitor about Mondays.")
    world.inbox.put(reply.raw, world.now)
    world.bot.round()
    world.now = at("2026-11-10T10:00")
    sends(world, 2, GOOD.replace("80%", "60%") + "\n\n# Next steps\nWe go on.")
    assert "The aim has changed since the last report" in said(world)
    assert "you asked the janitor about Mondays" in said(world)


def test_a_new_mentors_notes_quote_nothing_that_the_former_one_wrote_nor_what_was_written_to_them(world: World) -> None:
    words = "Hi Ann, our aim is that 80% of the divorce will be behind me by June 2027."
    world.inbox.put(report_mail(1, {"report.pdf": b"%PDF-1.4 a scan"}, words), world.now)
    world.bot.round()
    feedback_on(world, 1, f"{PRAISE}\n\nEven better if you gave yourself time after the miscarriage.")
    world.bot._carrier.take_over(replace(world.case.enrolment, mentor=Person("Bob Ray", ("bob@fire.example",))))
    world.bot, world.now = world.started(), at("2026-11-10T10:00")
    sends(world, 2, f"{GOOD}\n\n# Next steps\nWe go on.")
    assert to(world, "bob@fire.example")[-1] == "mentor_notes"
    for word in ("miscarriage", "divorce", "both halves"):
        assert word not in said(world)


class EmailReply:
    """A mentor's plain answer to a letter."""

    def __init__(self, letter: bytes, text: str) -> None:
        asked = read(letter)
        head = (
            f"From: {ANN.address}\r\nTo: {asked['Reply-To'].addresses[0].addr_spec}\r\nSubject: Re: "
            f"{asked['Subject']}\r\n"
            f"Message-ID: <{abs(hash(text))}@x.example>\r\nIn-Reply-To: {asked['Message-ID']}\r\n\r\n"
        )
        self.raw = (head + text).encode()


def test_nothing_is_sent_where_the_notes_are_switched_off(tmp_path: Path) -> None:
    world = World(tmp_path, config=config(notes={"send": False}))
    world.now = at("2026-10-12T10:00")
    sends(world, 1, GOOD)
    assert to(world, ANN.address) == ["forward_report"]


def test_switching_the_notes_on_writes_about_nothing_that_was_forwarded_long_ago(tmp_path: Path) -> None:
    world = World(tmp_path, config=config(notes={"send": False}))
    world.now = at("2026-10-12T10:00")
    sends(world, 1, GOOD)
    world.config, world.now = NOTES_ON, world.now + timedelta(hours=49)
    world.bot = world.started()
    world.bot.round()
    assert notes(world) == []


def feedback_on(world: World, number: int, text: str) -> None:
    letters = [raw for _, raw in world.outbox.delivered if read(raw)["X-QI-Letter"] == "forward_report"]
    letter = next(raw for raw in letters if f"Report {number} " in str(read(raw)["Subject"]))
    world.inbox.put(EmailReply(letter, text).raw, world.now)
    world.bot.round()


PRAISE = "I liked your aim very much, and the run chart was great. Well done to you and your team, Jo."
ADVICE = (
    "Could you say for whom it is? I would suggest one class to begin with, and consider a balancing measure for it."
)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (PRAISE, "Lately the second one was hard to find."),
        (ADVICE, "Lately the first one was hard to find."),
        (f"{PRAISE} {ADVICE}", ""),
    ],
)
def test_feedback_of_one_half_brings_a_kind_line_with_the_next_notes(world: World, words: str, line: str) -> None:
    sends(world, 1, GOOD)
    feedback_on(world, 1, words)
    world.now = at("2026-11-10T10:00")
    sends(world, 2, GOOD)
    assert ("both halves" in said(world)) == bool(line)
    assert line in said(world)


def test_the_kind_line_comes_once_a_month_at_the_most(world: World) -> None:
    sends(world, 1, GOOD)
    feedback_on(world, 1, PRAISE)
    seen = []
    for number, day in ((2, "2026-11-10"), (3, "2026-11-30"), (4, "2026-12-20")):
        world.now = at(f"{day}T10:00")
        sends(world, number, GOOD)
        seen.append("both halves" in said(world))
    assert seen == [True, False, True]


def test_the_kind_line_reaches_nobody_but_the_mentor(world: World) -> None:
    sends(world, 1, GOOD)
    feedback_on(world, 1, PRAISE)
    world.now = at("2026-11-10T10:00")
    sends(world, 2, GOOD)
    for address in (JO.address, MEG.address):
        assert "both halves" not in " ".join(text_of(raw) for got, raw in world.outbox.delivered if address in got)


def test_a_pdf_an_odt_and_a_spreadsheet_come_as_one_report(world: World) -> None:
    data = papers.xlsx("<row><c><v>1</v></c><c><v>12</v></c></row>")
    documents = {
        "report.odt": papers.odt_of(GOOD),
        "changes.pdf": papers.pdf_of("# Change ideas\n- Train staff"),
        "data.xlsx": data,
    }
    world.inbox.put(report_mail(1, documents), world.now)
    world.bot.round()
    assert "“Train staff” (changes.pdf, under “Change ideas”, page 1)" in said(world)
    assert "No aim was found" not in said(world)
