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
from tests.support.programme import read
from tests.support.world import World

pytestmark = pytest.mark.slow


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
