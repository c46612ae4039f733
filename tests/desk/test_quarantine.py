"""A person's word on what waits: THIS IS, DISCARD, and the mentor's choice, with the whole bot."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.clerk import Clerk
from qibot.cli import main
from qibot.cli.quarantine import tame
from qibot.model.case import Case, Put, apply
from qibot.model.desk import DESK, Alias, Bounced, Quarantined
from qibot.model.messages import Seen
from qibot.model.people import Enrolment, Person, Role, Status
from qibot.people.directory import Directory
from qibot.rules.strangers import likeliest
from qibot.store import orders
from qibot.store.archive import Archive
from qibot.store.tinydb import TinyStore
from tests.support.build import ANN, BOT, ENROLMENT, JO, TEAM, at, config, message
from tests.support.programme import toml
from tests.support.world import World

SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@school.example",)), ANN)
STRANGER = "Jo Smith <jo.smith@elsewhere.example>"
MORNING = "2026-10-12T09:00"


class Desk(World):
    """A world in which people answer letters."""

    def gets(self, raw: bytes, when: str = "") -> None:
        if when:
            self.now = at(when)
        self.inbox.put(raw, self.now)
        self.bot.round()

    def letter(self, name: str) -> bytes:
        return self.all(name)[-1]

    def all(self, name: str) -> list[bytes]:
        return [raw for _, raw in self.outbox.delivered if message_from_bytes(raw)["X-QI-Letter"] == name]

    def answers(self, sender: str, letter: bytes, text: str) -> None:
        head = message_from_bytes(letter, policy=policy.default)
        raw = message(
            sender, f"Re: {head['Subject']}", text, To=str(head["Reply-To"]), In_Reply_To=str(head["Message-ID"]),
            Message_ID=f"<{len(self.outbox.delivered)}.{abs(hash(text))}@reply.example>",
        )  # fmt: skip
        self.gets(raw)

    def clicks(self, sender: str, letter: bytes, word: str) -> None:
        page = message_from_bytes(letter, policy=policy.default).get_body(("html",)).get_content()  # type: ignore[union-attr]
        links = re.findall(r'href="mailto:([^?"]+)\?subject=([^&"]+)', page)
        to, subject = next((t, unquote(s)) for t, s in links if unquote(s).startswith(word + " ["))
        self.gets(message(sender, subject, "Just send this mail; you may add a word below.", To=unquote(to)))

    def told(self) -> str:
        body = message_from_bytes(self.letter("confirm_command"), policy=policy.default).get_body(("plain",))
        return " ".join(body.get_content().split())  # type: ignore[union-attr]

    def waiting(self) -> dict[str, Quarantined]:
        return dict(self.store.load(DESK).all(Quarantined))


@pytest.fixture
def world(tmp_path: Path) -> Desk:
    return Desk(tmp_path, ENROLMENT, SAM)


def strange(n: int = 1, sender: str = STRANGER) -> bytes:
    return message(sender, f"Report {n}", "My report.", ("report.pdf",), Message_ID=f"<s{n}@elsewhere.example>")


def test_one_click_says_who_a_stranger_is_and_the_report_counts_from_its_true_arrival(world: Desk) -> None:
    world.gets(strange(), "2026-10-15T10:00")
    world.now = at("2026-10-16T11:00")  # a day after the deadline
    world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address}")
    report = world.case.report(1)
    assert report is not None
    assert (report.received, report.late) == (at("2026-10-15T10:00"), False)
    assert world.waiting() == {}
    assert len(world.all("forward_report")) == 1
    assert "Done:" in world.told()
    world.gets(message("jo.smith@elsewhere.example", "A question", "What is a PDSA cycle?"))
    assert len(world.all("relay_message")) == 1
    assert world.waiting() == {}, "the address is known from now on"


def test_discard_lets_go_of_a_message_and_a_copy_that_is_moved_back_is_not_dealt_with(world: Desk) -> None:
    raw = strange()
    world.gets(raw, MORNING)
    world.answers(TEAM, world.letter("report_quarantine"), "discard.\n\nThanks")
    assert world.waiting() == {}
    assert world.inbox.settled == ["s1@elsewhere.example"], "the mailbox's copy is moved, too"
    world.gets(raw)
    assert world.waiting() == {}
    assert world.case.report(1) is None


@pytest.mark.parametrize("text", ["DISCARD 2", "2 discard", "2. DISCARD"])
def test_a_number_says_which_of_several_is_meant(world: Desk, text: str) -> None:
    world.now = at("2026-10-12T06:00")
    for n in (1, 2, 3):
        world.gets(strange(n, f"x{n}@y.example"))
    world.now = at(MORNING)
    world.bot.round()
    world.answers(TEAM, world.letter("report_quarantine"), text)
    assert [q.subject for q in world.waiting().values()] == ["Report 1", "Report 3"]


def test_without_a_number_nothing_changes_and_the_answer_says_so(world: Desk) -> None:
    world.now = at("2026-10-12T06:00")
    for n in (1, 2):
        world.gets(strange(n, f"x{n}@y.example"))
    world.now = at(MORNING)
    world.bot.round()
    world.answers(TEAM, world.letter("report_quarantine"), "DISCARD")
    assert len(world.waiting()) == 2
    assert "the number is missing" in world.told()
    world.answers(TEAM, world.letter("report_quarantine"), "THIS IS jo@school.example 1")
    assert [q.subject for q in world.waiting().values()] == ["Report 2"]
    assert world.case.report(1) is not None
    world.answers(TEAM, world.letter("report_quarantine"), "DISCARD ALL")
    assert world.waiting() == {}


def test_who_is_in_no_sheet_cant_be_the_sender_and_the_answer_says_what_would_have_worked(world: Desk) -> None:
    world.gets(strange(), MORNING)
    world.answers(TEAM, world.letter("report_quarantine"), "THIS IS nobody@council.example")
    assert len(world.waiting()) == 1
    assert "people sheet" in world.told()


def test_nobody_but_the_team_settles_what_waits(world: Desk) -> None:
    world.gets(strange(), MORNING)
    letter = world.letter("report_quarantine")
    world.answers(JO.address, letter, "DISCARD")
    world.clicks(ANN.address, letter, "DISCARD")
    assert "s1" not in {q.subject for q in world.waiting().values()}
    assert any(q.subject == "Report 1" for q in world.waiting().values())


def test_ten_strangers_in_a_night_make_one_letter_in_the_morning(world: Desk) -> None:
    for n in range(10):
        world.gets(strange(n, f"x{n}@y.example"), f"2026-10-13T0{n // 4}:{n % 4}5")
    assert world.all("report_quarantine") == []
    world.now = at("2026-10-13T09:00")
    world.bot.round()
    assert len(world.all("report_quarantine")) == 1


def test_the_same_stranger_is_told_of_once_a_week_and_every_message_is_kept(world: Desk) -> None:
    for n, day in enumerate(("12", "13", "16", "19"), 1):
        world.gets(strange(n), f"2026-10-{day}T10:00")
    assert len(world.all("report_quarantine")) == 2
    assert len(world.waiting()) == 4


def test_this_is_settles_all_that_came_from_the_address_and_what_no_letter_listed_a_later_one_does(
    world: Desk,
) -> None:
    world.gets(strange(1), MORNING)
    world.gets(strange(2), "2026-10-13T10:00")
    world.now = at("2026-10-20T10:00")
    world.bot.round()
    assert len(world.all("report_quarantine")) == 2
    assert b"Report 2" in world.letter("report_quarantine")
    world.gets(strange(3))
    world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address}")
    assert world.waiting() == {}
    assert "3 messages" in world.told()


def test_what_a_list_sends_is_told_of_once_a_week_and_not_listed_later(world: Desk) -> None:
    for day in range(12, 22):
        raw = message("news@shop.example", f"Offer {day}", List_Id="<shop.example>", Message_ID=f"<{day}@shop.example>")
        world.gets(raw, f"2026-10-{day}T10:00")
    first, later = world.all("report_quarantine")
    assert b"Offer 12" in first
    assert all(b"Offer %d" % day not in later for day in (13, 14, 15, 16)), "what came while the team had heard of it"


@pytest.mark.parametrize(
    "said",
    [
        "jo@school.example<mailto:jo@school.example>", "jo@school.example <mailto:jo@school.example>",
        "<jo@school.example>",
        "Jo Smith <jo@school.example>", "jo@school.example, thanks", "jo@school.example please (her new address)",
    ],
)  # fmt: skip
def test_the_address_may_stand_as_mail_programs_and_people_write_it(world: Desk, said: str) -> None:
    world.gets(strange(), MORNING)
    world.answers(TEAM, world.letter("report_quarantine"), f"THIS IS {said}")
    assert world.waiting() == {}, world.told()


@pytest.mark.parametrize(
    "said",
    [
        "not jo@school.example", "jo@school.example or sam@school.example", "jo", "(not) jo@school.example",
        "jo@school.example (or is it sam?)", "jo@school.example (no - please wait)", "jo@school.example, I think",
        "Ann Lee <jo@school.example>",
    ],
)  # fmt: skip
def test_what_says_more_than_an_address_settles_nothing(world: Desk, said: str) -> None:
    world.gets(strange(), MORNING)
    world.answers(TEAM, world.letter("report_quarantine"), f"THIS IS {said}")
    assert len(world.waiting()) == 1


def test_a_crash_after_the_teams_word_doubles_nothing(world: Desk) -> None:
    world.gets(strange(), MORNING)

    def dies(step: str) -> None:
        if step == "committed" and world.case.report(1):
            raise KeyboardInterrupt

    world.step = dies
    with pytest.raises(KeyboardInterrupt):
        world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address}")
    assert len(world.waiting()) == 1
    world.step = lambda _name: None
    world.bot = world.started()
    world.bot.round()
    assert world.waiting() == {}
    assert len(world.case.submissions(1)) == 1
    assert len(world.all("forward_report")) == 1


def test_a_word_can_be_taken_back_while_the_message_has_not_been_dealt_with(
    world: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.gets(strange(), MORNING)
    letter = world.letter("report_quarantine")
    with monkeypatch.context() as patched:
        patched.setattr(Clerk, "deal_with_released", lambda _self: None)
        world.answers(TEAM, letter, f"THIS IS {JO.address}")
        assert "jo.smith@elsewhere.example" in world.store.load(DESK).all(Alias)
        world.answers(TEAM, letter, "UNDO")
    assert world.store.load(DESK).all(Alias) == {}
    world.bot.round()
    assert world.case.report(1) is None
    world.answers(TEAM, letter, f"THIS IS {JO.address}  ")
    world.answers(TEAM, letter, "UNDO ")
    assert "things have moved on" in world.told()


def pending(world: Desk) -> bytes:
    """Both have sent report 1; Ann writes afresh."""
    world.gets(message(JO.address, "Report 1", "Mine", ("a.pdf",)), MORNING)
    world.gets(message("sam@school.example", "Report 1", "Mine", ("b.pdf",)))
    world.now = at("2026-10-13T09:00")
    world.gets(message(ANN.address, "Feedback", "What I liked: a clear aim. Even better if: types."))
    return world.letter("ask_which_report")


def test_a_mentor_is_asked_once_and_the_number_sends_the_mail_on_with_its_true_arrival_time(world: Desk) -> None:
    letter = pending(world)
    assert world.all("relay_feedback") == []
    assert world.all("report_quarantine") == [], "the team need not hear"
    world.now = at("2026-10-14T09:00")
    world.answers(ANN.address, letter, "2")
    report = world.store.load(SAM.unit).report(1)
    assert report is not None
    assert report.answered == at("2026-10-13T09:00")
    assert world.waiting() == {}
    world.answers(ANN.address, letter, "1")
    assert "settled already" in world.told()
    assert len(world.all("relay_feedback")) == 1
    assert len(world.all("ask_which_report")) == 1


def test_a_click_does_the_same_and_another_persons_reply_nothing(world: Desk) -> None:
    letter = pending(world)
    world.answers(JO.address, letter, "1")
    assert world.all("relay_feedback") == []
    world.clicks(ANN.address, letter, "1")
    assert len(world.all("relay_feedback")) == 1


def test_team_gives_the_mail_to_the_team_alone(world: Desk) -> None:
    world.answers(ANN.address, pending(world), "TEAM")
    assert len(world.all("report_quarantine")) == 1
    assert world.all("relay_feedback") == []


def test_a_reply_that_is_no_number_is_answered_with_what_would_have_worked(world: Desk) -> None:
    world.answers(ANN.address, pending(world), "It was for Jo.")
    assert "a number from 1 to 2, or TEAM" in world.told()


def test_mended_needs_an_address_where_there_are_several(world: Desk) -> None:
    world.gets(message(TEAM, "x", "MENDED", To=BOT), MORNING)
    assert "no mail has come back" in world.told()
    back = [Put(Bounced(f"x{n}@y.example", at(MORNING), True, "550 no", told=True)) for n in (1, 2)]
    world.store.commit(DESK, back)
    world.gets(message(TEAM, "x", "MENDED ", To=BOT))
    assert "from several addresses" in world.told()
    world.gets(message(TEAM, "x", "MENDED soon: x1@y.example", To=BOT))
    world.gets(message(TEAM, "x", "MENDED x1@y.example (not yet)", To=BOT))
    assert len(world.store.load(DESK).all(Bounced)) == 2
    world.gets(message(TEAM, "x", "Mended x1@y.example<mailto:x1@y.example>, thanks", To=BOT))
    assert list(world.store.load(DESK).all(Bounced)) == ["x2@y.example"]


def test_a_discarded_message_keeps_its_mark(world: Desk) -> None:
    world.gets(strange(), MORNING)
    (key,) = world.waiting()
    world.clicks(TEAM, world.letter("report_quarantine"), "DISCARD")
    mark = world.store.load(DESK).get(Seen, key)
    assert mark is not None
    assert not mark.quarantined


# --- from the terminal ---


@pytest.fixture
def ordered(tmp_path: Path) -> Desk:
    """A world whose data folder takes orders."""
    return Desk(tmp_path, ENROLMENT, SAM, config=config(folders={"data": str(tmp_path)}))


def test_an_order_is_carried_out_at_the_next_round_and_once(ordered: Desk) -> None:
    ordered.gets(strange(), MORNING)
    (key,) = ordered.waiting()
    for _ in range(2):
        orders.lay_down(ordered.folder, {"kind": "release", "key": key, "as": JO.address})
    ordered.bot.round()
    assert len(ordered.case.submissions(1)) == 1
    assert ordered.waiting() == {}
    assert orders.waiting(ordered.folder) == []


def test_an_order_that_a_crash_interrupted_is_carried_out_again(ordered: Desk) -> None:
    ordered.gets(strange(), MORNING)
    (key,) = ordered.waiting()
    orders.lay_down(ordered.folder, {"kind": "discard", "keys": [key]})

    def dies(step: str) -> None:
        if step == "committed":
            raise KeyboardInterrupt

    ordered.step = dies
    with pytest.raises(KeyboardInterrupt):
        ordered.bot.round()
    assert len(orders.waiting(ordered.folder)) == 1
    ordered.step = lambda _name: None
    ordered.bot = ordered.started()
    ordered.bot.round()
    assert (ordered.waiting(), orders.waiting(ordered.folder)) == ({}, [])


def test_an_order_that_is_none_is_set_aside_and_stops_no_other(ordered: Desk) -> None:
    ordered.gets(strange(), MORNING)
    (key,) = ordered.waiting()
    (ordered.folder / "orders").mkdir()
    (ordered.folder / "orders/000001-x.json").write_text("{")
    orders.lay_down(ordered.folder, {"kind": "something", "key": 1})
    orders.lay_down(ordered.folder, {"kind": "discard", "keys": [key]})
    assert any("set aside" in fault for fault in ordered.bot.round().faults)
    ordered.bot.round()
    assert ordered.waiting() == {}


def test_what_a_terminal_would_obey_is_left_out() -> None:
    assert tame("a\x1b]0;owned\x07b\u202ec\nd") == "a]0;ownedbcd"
    assert tame("a\n\tb\x1b[2J\r", lines=True) == "a\n\tb[2J"


@given(st.text())
def test_no_text_keeps_a_character_that_steers_a_terminal(text: str) -> None:
    assert not any(unicodedata.category(c).startswith("C") and c not in "\n\t" and unicodedata.category(c) != "Cn"
                   for c in tame(text, lines=True))  # fmt: skip


@pytest.fixture
def laid_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one stranger's message that waits, and an address that returns mail."""
    sections: dict[str, dict[str, object]] = {
        "mailbox": {"address": BOT, "imap_host": "localhost", "smtp_host": "localhost"},
        "programme": {"team": [TEAM], "manager": "boss@council.example"},
        'cohorts."2026-27"': {"first_month": "2026-10", "reports": 8},
    }
    (tmp_path / "config.toml").write_text(toml(sections))
    monkeypatch.setenv("QIBOT_CONFIG", str(tmp_path / "config.toml"))
    data = tmp_path / "data"
    archived = Archive(data).keep(message("jo@else.example", "Re\x1bport", "Line one.\n\x1b[2JLine two.", ("a.pdf",)))
    store = TinyStore(data)
    store.commit(ENROLMENT.unit, [Put(ENROLMENT)])
    waits = Quarantined("ab" * 16, archived, at(MORNING), "jo@else.example", "Report", 9, "it is unknown", told=True)
    store.commit(DESK, [Put(waits), Put(Bounced("jo@school.example", at(MORNING), True, "550 no", told=True))])
    store.close()
    return data


def on_disk(data: Path) -> Case:
    return TinyStore(data, read_only=True).load(DESK)


def test_the_terminal_lists_and_shows_what_waits(laid_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quarantine", "list", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["number"], row["sender"], row["cause"]) == (1, "jo@else.example", "it is unknown")
    assert main(["quarantine", "show", "1"]) == 0
    shown = capsys.readouterr().out
    assert "Line one." in shown
    assert "Line two." in shown
    assert "a.pdf" in shown
    assert "\x1b" not in shown


def test_the_terminal_releases_and_mends_at_once_where_no_qibot_runs(laid_out: Path) -> None:
    assert main(["quarantine", "release", "1", "--as", "nobody@x.example"]) == 1
    assert main(["quarantine", "release", "abababab", "--as", JO.address]) == 0
    (item,) = on_disk(laid_out).all(Quarantined).values()
    assert item.released == JO.address
    assert on_disk(laid_out).all(Alias)["jo@else.example"].person == JO.address
    assert main(["mend", "JO@school.example"]) == 0
    assert on_disk(laid_out).all(Bounced) == {}


def test_while_a_qibot_runs_the_terminals_order_waits_for_it(laid_out: Path) -> None:
    holds = TinyStore(laid_out)
    try:
        assert main(["quarantine", "discard", "1"]) == 0
        assert len(orders.waiting(laid_out)) == 1
    finally:
        holds.close()
    assert len(on_disk(laid_out).all(Quarantined)) == 1
    assert main(["mend", "x@y.example"]) == 0
    assert on_disk(laid_out).all(Quarantined) == {}, "an order that was left over is carried out, too"


# --- whom a stranger's mail points to ---


@pytest.mark.parametrize(
    ("name", "sender", "person"),
    [("Jo Smith", "x@y.example", JO.address), ("", "sam.baird@home.example", "sam@school.example"),
     ("", "SAM@home.example", "sam@school.example"), ("R. Muir", "muir@home.example", ""), ("", "", "")],
)  # fmt: skip
def test_a_person_is_suggested_only_where_exactly_one_fits(name: str, sender: str, person: str) -> None:
    waits = Quarantined("k", "ff", at(MORNING), sender, "s", 1, "it is unknown", name=name)
    assert likeliest(waits, [ENROLMENT, SAM]) == person


def test_two_people_of_one_name_are_no_suggestion() -> None:
    other = replace(SAM, practitioner=Person("Jo Smith", ("other@school.example",)))
    waits = Quarantined("k", "ff", at(MORNING), "x@y.example", "s", 1, "it is unknown", name="Jo Smith")
    assert likeliest(waits, [ENROLMENT, other]) == ""


def test_a_listed_address_is_never_somebody_elses(world: Desk) -> None:
    people = Directory(lambda unit: unit, lambda moment: moment.date())
    people.note(world.case)
    people.note(apply(Case(DESK), [Put(Alias(ANN.address, JO.address)), Put(Alias("new@x.example", JO.address))]))
    assert people.parts(ANN.address) == {ENROLMENT.unit: Role.MENTOR}
    assert people.parts("new@x.example") == {ENROLMENT.unit: Role.PRACTITIONER}


def test_what_was_released_and_still_cant_be_placed_waits_again_and_is_told_of(world: Desk) -> None:
    world.gets(strange(), MORNING)
    world.store.commit(SAM.unit, [Put(replace(SAM, status=Status.WITHDRAWN))])
    world.bot = world.started()
    world.answers(TEAM, world.letter("report_quarantine"), "THIS IS sam@school.example")
    (item,) = world.waiting().values()
    assert "withdrawn" in item.cause
    assert not item.decided
    world.now += timedelta(minutes=61)
    world.bot.round()
    assert len(world.all("report_quarantine")) == 2
