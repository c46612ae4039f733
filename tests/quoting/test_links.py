"""Links that give an order with one click: good for whom they were made, in their matter, in a fresh mail alone."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from qibot.events.notices import readers_of
from qibot.letters.samples import SAMPLES
from qibot.model.people import Role
from qibot.model.reports import Report, Terms
from qibot.understanding.matter.about import LINK_READERS
from tests.support.build import ANN, ENROLMENT, JO, MEG, TEAM, THREADS, at, mail, message
from tests.support.world import World

UNIT = ENROLMENT.unit


def clicked(link: str, sender: str, **headers: str) -> bytes:
    """The mail that a click on the link and on “send” makes."""
    parts = urlsplit(link)
    said = parse_qs(parts.query)
    return message(
        sender=sender,
        subject=said["subject"][0],
        text=said["body"][0],
        To=unquote(parts.path),
        Message_ID=f"<{abs(hash((link, sender)))}@x.example>",
        **headers,  # type: ignore[arg-type]
    )


def test_a_link_is_short_and_has_percent_signs_for_spaces() -> None:
    link = THREADS.link(UNIT, 1, "team", "ACCEPT UNTIL 30 November")
    assert "+" not in link.partition("?")[2]
    assert "%20" in link
    assert len(link) < 1600


def test_the_subject_of_a_clicked_link_tells_order_and_matter() -> None:
    found = THREADS.link_of(mail(subject=f"EXCUSE {_token('team')}"), ["mentor", "team"])
    assert found is not None
    assert (found.order, found.readers, found.matter) == ("EXCUSE", "team", THREADS.matter_of_address(_address()))


@pytest.mark.parametrize("readers", [["mentor"], ["practitioner"], ["practitioner+mentor"]])
def test_a_token_is_good_for_no_other_readers(readers: list[str]) -> None:
    assert THREADS.link_of(mail(subject=f"EXCUSE {_token('team')}"), readers) is None


@pytest.mark.parametrize(
    "subject", ["Re: EXCUSE {}", "AW: EXCUSE {}", "Re[2]: EXCUSE {}", "EXCUSE {} and more", "EXCUSE"]
)
def test_an_answer_to_such_a_mail_orders_nothing(subject: str) -> None:
    assert THREADS.link_of(mail(subject=subject.format(_token("team"))), ["team"]) is None


def test_a_reply_by_its_headers_orders_nothing_either() -> None:
    assert THREADS.link_of(mail(subject=f"EXCUSE {_token('team')}", In_Reply_To="<a@b>"), ["team"]) is None


def test_a_token_of_one_matter_is_worthless_in_another() -> None:
    other = _token("team").replace("-1-", "-2-")
    assert THREADS.link_of(mail(subject=f"EXCUSE {other}"), ["team"]) is None


def _token(readers: str) -> str:
    subject = parse_qs(urlsplit(THREADS.link(UNIT, 1, readers, "X")).query)["subject"][0]
    return subject.removeprefix("X ")


def _address() -> str:
    return THREADS.address(UNIT, 1)


# --- with the bot ---


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    made.now = at("2026-10-20T09:00")
    return made


def sends(world: World, raw: bytes) -> list[str]:
    world.inbox.put(raw, world.now)
    done = world.bot.round()
    assert not done.faults
    return [x["taken_for"] for x in done.taken_in]


@pytest.mark.parametrize("sender", [JO.address, ANN.address, MEG.address, "who@else.example"])
def test_a_teams_link_from_anybody_else_changes_nothing(world: World, sender: str) -> None:
    sends(world, clicked(THREADS.link(UNIT, 1, "team", "EXCUSE"), sender))
    assert world.case.terms(1) == Terms(1)
    assert not any(x.name == "tell_extension" for _, x in world.letters())


def test_the_team_excuses_with_one_click(world: World) -> None:
    assert sends(world, clicked(THREADS.link(UNIT, 1, "team", "EXCUSE"), TEAM)) == ["the team's word on report 1"]
    assert world.case.terms(1).excused is not None


def test_a_practitioners_link_used_by_the_mentor_is_answered_in_words(world: World) -> None:
    sends(world, clicked(THREADS.link(UNIT, 1, "practitioner", "EXCEPTIONAL"), ANN.address))
    assert world.case.terms(1) == Terms(1)
    names = [(x.name, x.to) for _, x in world.letters() if x.name in ("confirm_command", "relay_message")]
    assert names == [("confirm_command", (ANN.address,))]


def test_a_link_used_twice_does_it_once_more_and_harms_nothing(world: World) -> None:
    link = THREADS.link(UNIT, 1, "team", "EXCUSE")
    sends(world, clicked(link, TEAM))
    assert sends(world, clicked(link, TEAM)) == []


def test_without_plus_addressing_the_subject_tells_the_matter(world: World) -> None:
    raw = clicked(THREADS.link(UNIT, 1, "team", "EXCUSE"), TEAM)
    plain = raw.replace(THREADS.address(UNIT, 1).encode(), b"qi.reports@council.example")
    assert sends(world, plain) == ["the team's word on report 1"]


def test_an_order_that_is_none_is_answered_and_nobody_else_sees_it(world: World) -> None:
    sends(world, message(files=("r.pdf",), Message_ID="<report@x.example>"))
    sends(world, clicked(THREADS.link(UNIT, 1, "mentor", "EXTEND 3 May"), ANN.address))
    assert [x.name for _, x in world.letters() if not x.timed] == ["receipt", "forward_report", "confirm_command"]


def test_a_mentor_names_a_date_with_one_click(world: World) -> None:
    sends(world, message(files=("r.pdf",), Message_ID="<report@x.example>"))
    sends(world, clicked(THREADS.link(UNIT, 1, "mentor", "EXPECT Tuesday 3 November 2026"), ANN.address))
    assert world.case.all(Report)["1"].feedback_due.isoformat() == "2026-11-03"


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_the_links_of_each_letter_work_for_its_reader(name: str) -> None:
    """A link made for parts that nobody plays, or that intake doesn't try, would be refused to everybody."""
    readers = SAMPLES[name].readers or readers_of(name)
    assert readers in LINK_READERS
    assert set(readers.split("+")) <= {*(str(role) for role in Role), "anyone"}
