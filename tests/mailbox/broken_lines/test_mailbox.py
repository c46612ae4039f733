"""A mail server that goes away and a mailbox that changes under the bot's hands: nothing lost or doubled."""

from __future__ import annotations

import pytest

from tests.mailbox.broken_lines.lines import DONE, ONE_BY_ONE, Interrupt, all_is_well, all_report
from tests.support.line import Proxy
from tests.support.programme import Programme


@pytest.mark.parametrize("moment", ["fetched", "filed away"])
def test_a_server_that_restarts_between_two_batches(p: Programme, interrupt: Interrupt, moment: str) -> None:
    all_report(p)
    interrupt(2, moment, p.servers.restart_dovecot)
    (fault,) = p.round().faults
    assert "tried again" in fault or "next pass" in fault
    assert p.folder_count() == (2 if moment == "fetched" else 1)
    assert not p.round().faults
    all_is_well(p)


def test_a_server_that_restarts_between_two_rounds(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    p.servers.restart_dovecot()
    p.reports(p.sam)
    p.reports(p.priya)
    p.round()
    assert not p.round().faults
    all_is_well(p)


@pytest.mark.parametrize("moment", ["fetched", "filed away"])
def test_a_mailbox_that_is_made_anew_with_new_numbers(p: Programme, interrupt: Interrupt, moment: str) -> None:
    def anew() -> None:
        p.servers.restart_dovecot()  # nobody may be connected
        p.servers.recreate_inbox(p.address)

    all_report(p)
    interrupt(2, moment, anew)
    p.round()
    assert not p.round().faults
    all_is_well(p)


def test_a_mailbox_that_is_made_anew_between_two_rounds(p: Programme) -> None:
    p.reports(p.jo)
    p.reports(p.sam)
    p.round()
    p.bot.inbox.close()
    p.servers.recreate_inbox(p.address)
    p.reports(p.priya)
    assert not p.round().faults
    all_is_well(p)


def test_an_old_copy_of_the_whole_mailbox_that_is_put_back(p: Programme) -> None:
    all_report(p)
    p.round()
    with p.servers.client(p.address) as client:
        client.select_folder(DONE)
        client.copy(client.search(), "INBOX")
    assert p.round().taken_in == []
    assert [p.kinds(who) for who in (p.jo, p.sam, p.priya)] == [["receipt"]] * 3
    assert (p.folder_count(), p.folder_count(DONE)) == (0, 6)


def test_a_message_that_somebody_deletes_while_it_is_dealt_with(p: Programme, interrupt: Interrupt) -> None:
    def delete() -> None:
        with p.servers.client(p.address) as client:
            client.select_folder("INBOX")
            client.delete_messages(client.search()[:1])
            client.expunge()

    all_report(p)
    interrupt(1, "fetched", delete)
    assert not p.round().faults
    assert p.folder_count(DONE) == 2
    assert [p.kinds(who) for who in (p.jo, p.sam, p.priya)] == [["receipt"]] * 3
    assert p.kinds(p.ann) == ["forward_report"] * 2


def test_a_message_that_somebody_deletes_before_it_is_fetched(p: Programme, interrupt: Interrupt) -> None:
    def delete() -> None:
        with p.servers.client(p.address) as client:
            client.select_folder("INBOX")
            client.delete_messages(client.search()[-1:])
            client.expunge()

    all_report(p)
    interrupt(1, "fetched", delete)
    assert not p.round().faults
    assert [p.kinds(who) for who in (p.jo, p.sam, p.priya)] == [["receipt"], ["receipt"], []]


def test_folders_that_somebody_deletes_are_made_anew(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    with p.servers.client(p.address) as client:
        client.delete_folder(DONE)
    p.reports(p.sam)
    p.round()
    assert not p.round().faults
    assert p.folder_count(DONE) == 1
    assert p.kinds(p.sam) == ["receipt"]


def test_letters_go_although_the_mailbox_cant_be_reached(p: Programme, smtp: Proxy) -> None:
    through = Proxy(p.servers.imap_port)
    p.plainly(imap={**ONE_BY_ONE, "port": through.port}, smtp={"port": smtp.port})
    p.reports(p.jo)
    smtp.down()
    assert len(p.round().faults) == 1
    assert p.kinds(p.jo) == []
    smtp.up()
    through.down()
    p.clock.advance(minutes=2)
    (fault,) = p.round().faults
    assert "IMAP" in fault
    assert (p.kinds(p.jo), p.kinds(p.ann)) == (["receipt"], ["forward_report"])
    through.up()
    assert not p.round().faults
    p.close()
    through.down()


def test_a_mailbox_that_never_answers_keeps_no_letter_back(p: Programme, imap: Proxy) -> None:
    p.reports(p.jo)
    p.round()
    imap.mute = True
    p.bot.inbox.close()
    (fault,) = p.round().faults
    assert "didn't answer" in fault
    imap.mute = False
    p.reports(p.sam)
    assert not p.round().faults
    assert p.kinds(p.sam) == ["receipt"]


def test_the_team_hears_when_the_mailbox_cant_be_reached_for_half_an_hour(p: Programme, imap: Proxy) -> None:
    p.round()
    imap.down()
    for minutes in (0, 29, 2, 5, 60):
        p.clock.advance(minutes=minutes)
        p.round()
        assert p.kinds(p.team) == (["report_trouble"] if minutes in (2, 5, 60) else [])
    imap.up()
    p.round()
    assert p.kinds(p.team) == ["report_recovered", "report_trouble"]
