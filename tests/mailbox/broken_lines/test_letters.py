"""A line that breaks, or a server that is down, while letters go: nobody is forgotten, and none comes twice."""

from __future__ import annotations

import pytest

from qibot.demo.cast import Player
from qibot.model.desk import DESK, Trouble
from qibot.model.letters import LetterState
from qibot.store.tinydb import TinyStore
from tests.mailbox.broken_lines.lines import DONE, all_is_well, all_report
from tests.support.line import Proxy
from tests.support.programme import COHORT, DOCX, LIKED, Programme, files_of, head_of, sha256


@pytest.mark.parametrize("size", [1, 700])
def test_a_line_that_breaks_in_the_middle_of_a_letter(p: Programme, smtp: Proxy, size: int) -> None:
    p.reports(p.jo)
    smtp.cut_in_data = size
    states = {letter["notice"]: letter["state"] for letter in p.round().letters}
    assert states == {"receipt": "waiting", "forward_report": "sent"}, "one letter doesn't stop the others"
    assert (p.kinds(p.jo), p.kinds(p.ann)) == ([], ["forward_report"])
    p.round()
    assert p.kinds(p.jo) == [], "it isn't tried again before its pause is over"
    p.clock.advance(minutes=1)
    p.round()
    assert (p.kinds(p.jo), p.kinds(p.ann), smtp.cuts) == (["receipt"], ["forward_report"], 1)


def test_a_line_that_breaks_before_the_servers_yes_gives_a_second_copy_with_the_same_message_id(
    p: Programme, smtp: Proxy
) -> None:
    p.reports(p.jo)
    smtp.swallow_answer = True
    p.round()
    assert p.recorded(p.jo, "receipt").state is LetterState.WAITING
    p.clock.advance(minutes=1)
    p.round()
    copies = p.letters(p.jo, "receipt")
    assert len(copies) == 2
    assert len({head_of(raw)["Message-ID"] for raw in copies}) == 1
    assert (p.kinds(p.ann), smtp.cuts) == (["forward_report"], 1)
    p.clock.advance(minutes=10)
    assert p.round().letters == []


def test_an_smtp_server_that_is_down_for_a_while_is_asked_with_growing_pauses(p: Programme) -> None:
    p.reports(p.jo)
    p.settle()
    p.servers.stop_postfix()
    failures = []
    try:
        for minutes in (0, 0.9, 0.2, 2.8, 0.3, 8.7):  # it is asked at 0, 1.1, 4.2 and 13.2 minutes
            p.clock.advance(minutes=minutes)
            failures.append(len(p.bot.round().faults))
    finally:
        p.servers.start_postfix()
    assert failures == [1, 0, 1, 0, 1, 0]
    assert p.recorded(p.jo, "forward_report").state is LetterState.WAITING
    p.clock.advance(minutes=0.4)
    assert not p.round().faults
    assert (p.kinds(p.jo), p.kinds(p.ann)) == (["receipt"], ["forward_report"])


def test_the_team_hears_when_smtp_couldnt_be_reached_for_half_an_hour(p: Programme, smtp: Proxy) -> None:
    p.reports(p.jo)
    smtp.down()
    for _ in range(45):
        p.bot.round()
        p.clock.advance(minutes=1)
    assert "bot/delivery" in TinyStore(p.settings.data, read_only=True).load(DESK).all(Trouble)
    smtp.up()
    p.clock.advance(hours=7)
    for _ in range(3):
        p.round()
    assert p.kinds(p.team) == ["report_recovered", "report_trouble"]


def test_people_write_while_smtp_is_down_and_nobody_is_forgotten(p: Programme, smtp: Proxy) -> None:
    p.reports(p.jo)
    p.round()
    smtp.down()
    p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED, {"Report 1.docx": DOCX})
    p.round()
    p.reports(p.sam)
    p.round()
    p.close()  # and the bot is stopped and started meanwhile
    p.reports(p.priya)
    p.round()
    assert (p.folder_count(), p.folder_count(DONE)) == (0, 4)
    smtp.up()
    p.clock.advance(hours=7)
    assert not p.round().faults
    assert [p.kinds(who) for who in (p.jo, p.sam, p.priya)] == [["receipt", "relay_feedback"], ["receipt"], ["receipt"]]
    assert files_of(p.letter(p.jo, "relay_feedback")) == [("Report 1.docx", sha256(DOCX))]
    assert p.kinds(p.meg) == ["relay_feedback"]


def test_many_letters_share_one_connection(p: Programme, smtp: Proxy) -> None:
    all_report(p)
    p.round()
    all_is_well(p)
    assert smtp.connections == 1


def test_a_broken_line_costs_no_other_persons_letters(p: Programme, smtp: Proxy) -> None:
    people = [Player(f"Person {n}", f"person{n}.{p.tag}@school.example") for n in range(6)]
    p.enrol(*(p.row(who, p.ann) for who in people))
    for who in people:
        p.reports(who)
    smtp.cut_in_data = 100
    p.round()
    waiting = [x for who in people for x in p.case(who).letters.values() if x.state is LetterState.WAITING]
    assert len(waiting) == 1
    p.clock.advance(minutes=1)
    p.round()
    assert all(p.kinds(who) == ["receipt"] for who in people)
    assert len(p.letters(p.ann)) == 6
    assert COHORT in str(head_of(p.letters(p.ann)[0])["X-QI-Ref"])
