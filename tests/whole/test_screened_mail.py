"""Bounces, absences and machines that answer, on real servers: what the team hears, and that nothing loops."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest

from qibot.cli import main
from qibot.demo.cast import Player
from qibot.message.threads import Threads
from qibot.model.desk import Away, Bounced
from qibot.model.letters import LetterState
from qibot.model.messages import Contact
from tests.support.bounce_samples import postfix
from tests.support.programme import GONE, LIKED, REFUSED, Programme, head_of, read, text_of
from tests.support.whole import DONE, QUARANTINE, desk

ROUNDS = 12


def status(p: Programme, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["status", "--config", str(p.path)]) == 0
    return capsys.readouterr().out


def rounds(p: Programme, *machines: Machine, most: int = ROUNDS) -> int:
    """Let the machines answer and the bot work until nothing moves any more; how many letters the bot has sent."""
    sent = 0
    for _ in range(most):
        p.clock.advance(minutes=61)
        done = p.round()
        sent += len(done.letters)
        answered = [machine.answers(p) for machine in machines]
        if not (done.letters or done.taken_in or any(answered)):
            return sent
    raise AssertionError(f"after {most} rounds mail still goes to and fro")


class Machine:
    """A vacation responder that answers every letter that comes, at once and for ever."""

    def __init__(self, who: Player, kind: str, words: str = "") -> None:
        self.who, self.kind, self.answered = who, kind, 0
        tomorrow = datetime.now(UTC) + timedelta(days=1)
        self.words = words or f"I am away until {tomorrow:%d %B %Y}. {who.name}"

    def answers(self, p: Programme) -> int:
        """Answer what has come since; how many that were."""
        new = p.letters(self.who)[self.answered :]
        self.answered += len(new)
        for letter in new:
            self._answer(p, letter)
        return len(new)

    def _answer(self, p: Programme, letter: bytes) -> None:
        mail = self.who.answers(datetime.now(UTC), letter, "")
        mail.set_content(self.words)
        subject = str(read(letter)["Subject"])
        if self.kind == "headers":
            mail["Auto-Submitted"] = "auto-replied (vacation)"
        elif self.kind == "subject":
            del mail["Subject"]
            mail["Subject"] = f"Automatic reply: {subject}"
        p.sends(self.who, mail)


# --- bounces ---


def test_a_mentor_whose_mail_comes_back_is_told_to_the_team_once_and_gets_no_more(
    unenrolled: Programme, capsys: pytest.CaptureFixture[str]
) -> None:
    p = unenrolled
    p.enrol(p.row(p.jo, GONE))
    p.reports(p.jo)
    assert rounds(p) == 3, "receipt, forward, and the letter to the team"
    told = text_of(p.letter(p.team, "report_undeliverable"))
    assert GONE.address in told
    assert "There is nobody of that name" in told
    assert "Went without: Report 1 from Jo Smith" in told
    assert f"MENDED {GONE.address}" in told
    assert (p.folder_count(), p.folder_count(DONE), p.folder_count(QUARANTINE)) == (0, 2, 0), "report and bounce"
    assert p.recorded(p.jo, "forward_report").outcomes[GONE.address].startswith("250"), "taken, and returned later"

    p.sends(p.jo, p.writes(p.jo, "A question", "How many PDSA cycles should I have done?"))
    p.sends(p.jo, p.writes(p.jo, "Report 2", "My report is attached.\n", {"Report 2.pdf": b"another"}))
    assert rounds(p) == 4, "a receipt for each, and two letters that are not sent to the mentor"
    assert p.kinds(p.team) == ["report_undeliverable"], "once an address"
    relay = p.recorded(p.jo, "relay_message")
    assert relay.state is LetterState.FAILED
    assert relay.refused[GONE.address].startswith("not sent: ")
    shown = status(p, capsys)
    assert f"Address {GONE.address}: gets no mail until it is mended" in shown
    assert shown.count("went without") == 3


def test_a_new_address_by_the_people_sheet_mends_it_and_brings_what_waits(unenrolled: Programme) -> None:
    p = unenrolled
    p.enrol(p.row(p.jo, GONE))
    p.reports(p.jo)
    rounds(p)
    p.close()
    p.enrol(p.row(p.jo, p.ann))
    rounds(p)
    assert p.kinds(p.ann) == ["forward_report", "tell_new_mentor"]
    p.close()
    p.enrol(p.row(p.jo, GONE))
    p.sends(p.jo, p.writes(p.jo, "A question", "How many PDSA cycles should I have done?"))
    assert rounds(p) == 5, "word of the mentor to three, the question of before to the team, which is told anew"


def test_a_manager_whose_mail_comes_back_doesnt_keep_letters_from_the_practitioner(unenrolled: Programme) -> None:
    p = unenrolled
    p.enrol(p.row(p.jo, p.ann, GONE))
    p.reports(p.jo)
    p.round()
    p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED)
    rounds(p)
    p.replies(p.ann, p.letter(p.ann, "forward_report"), f"{LIKED} And add a run chart.")
    rounds(p)
    assert p.kinds(p.jo) == ["receipt", "relay_feedback", "relay_feedback"]
    assert p.kinds(p.team) == ["report_undeliverable"]
    told = text_of(p.letter(p.team, "report_undeliverable"))
    assert "could have made up this report" not in told, "it came by the return path that was the manager's alone"
    assert p.jo.address not in told
    last = [x for x in p.case(p.jo).letters.values() if x.name == "relay_feedback"][-1]
    assert last.state is LetterState.SENT
    assert last.outcomes[GONE.address].startswith("not sent: ")


def test_several_letters_to_an_address_that_is_refused_at_once_are_told_in_one_entry(unenrolled: Programme) -> None:
    p = unenrolled
    p.enrol(p.row(p.jo, REFUSED), p.row(p.sam, REFUSED))
    p.reports(p.jo)
    p.reports(p.sam)
    rounds(p)
    p.reports(p.jo, "Report 2", "Report 2.docx")
    rounds(p)
    told = text_of(p.letter(p.team, "report_undeliverable"))
    assert told.count("550 5.1.1") == 1
    assert told.count("Went without") == 2
    assert p.case(p.jo).letters
    assert desk(p).all(Bounced)[REFUSED.address].permanent


def test_a_delay_is_noted_and_not_told_until_it_is_for_good(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    letter = p.recorded(p.jo, "forward_report").message_id
    p.servers.deliver(postfix(letter, p.ann.address, "delayed", "4.4.1"), p.address, sender="")
    assert rounds(p) == 0
    assert not desk(p).all(Bounced)[p.ann.address].permanent
    assert p.kinds(p.team) == []
    p.servers.deliver(postfix(letter, p.ann.address).replace(b"4Xy@", b"5Xy@"), p.address, sender="")
    assert rounds(p) == 1
    assert p.kinds(p.team) == ["report_undeliverable"]


@pytest.mark.parametrize("known", ["nothing", "a letter to somebody else"])
def test_a_forged_bounce_switches_nobody_off_and_waits_for_the_team(p: Programme, known: str) -> None:
    p.reports(p.jo)
    p.round()
    ours = p.recorded(p.jo, "receipt").message_id
    forged = ours if known == "a letter to somebody else" else "x" + ours[1:]
    p.servers.deliver(postfix(forged, p.ann.address), p.address, sender="")
    rounds(p)
    assert desk(p).all(Bounced) == {}
    assert p.folder_count(QUARANTINE) == 1
    p.sends(p.jo, p.writes(p.jo, "A question", "How many PDSA cycles should I have done?"))
    rounds(p)
    assert p.kinds(p.ann) == ["forward_report", "relay_message"]


def test_a_team_mailbox_that_bounces_is_finite_and_goes_on_to_be_written_to(unenrolled: Programme) -> None:
    p = unenrolled
    p.configure(programme={"team": [GONE.address], "notice_days": 0})
    p.enrol()
    p.sends(p.stranger, p.writes(p.stranger, "Hello", "I am nobody."))
    assert rounds(p) == 2, "the stranger's letter, and one that it came back; which comes back, too"
    p.sends(p.stranger, p.writes(p.stranger, "Hello again", "I am still nobody."))
    assert rounds(p) == 1
    assert desk(p).all(Bounced)[GONE.address].told


# --- machines that answer ---


@pytest.mark.parametrize(("kind", "letters"), [("headers", 2), ("subject", 2), ("no marks", 8)])
def test_two_vacation_responders_that_answer_everything_come_to_an_end(p: Programme, kind: str, letters: int) -> None:
    """With marks there are the receipt and the forward, and no more. Without any the first two answers of each may be
    taken for people's, and passed on."""
    p.reports(p.jo)
    sent = rounds(p, Machine(p.jo, kind), Machine(p.ann, kind), Machine(p.meg, kind))
    assert sent == letters or (kind == "no marks" and 2 <= sent <= letters)
    assert p.kinds(p.team) == []
    if kind != "no marks":
        assert p.report(p.jo).answered is None
        assert [c.how for c in p.case(p.jo).all(Contact).values()] == ["report"]


def test_a_team_mailbox_that_forwards_everything_back_makes_no_letter(p: Programme) -> None:
    p.sends(p.stranger, p.writes(p.stranger, "Hello", "I am nobody."))
    rounds(p)
    letter = p.letter(p.team, "report_quarantine")
    p.servers.deliver(b"Resent-From: team@council.example\r\n" + letter, p.address, p.team.address)
    assert rounds(p) == 0
    assert p.folder_count() == 0


def test_another_bots_letters_are_left_alone(p: Programme) -> None:
    mail = p.writes(p.ann, "Report 1 from Sam Baird", "Dear Ann, Sam Baird has sent report 1.")
    mail["X-QI-Letter"] = "forward_report"
    del mail["Message-ID"]
    mail["Message-ID"] = f"<{Threads(b'another', p.ann.address, plus_addressing=True).message_id('c/x', 1, 'k')}>"
    p.sends(p.ann, mail)
    assert rounds(p) == 0
    assert (p.folder_count(), p.folder_count(DONE)) == (0, 1)


def test_a_mailing_list_that_the_bot_is_on_brings_letters_to_the_team_alone(p: Programme) -> None:
    for number in range(3):
        mail = p.writes(p.ann, f"[qi] News {number}", "Dear all, here are the news.")
        mail["List-Id"] = "<qi.lists.example>"
        p.sends(p.ann, mail)
    assert rounds(p) == 1
    assert p.kinds(p.team) == ["report_quarantine"]


# --- absences ---


def away(p: Programme, words: str) -> EmailMessage:
    mail = p.ann.answers(datetime.now(UTC), p.letter(p.ann, "forward_report"), "")
    mail.set_content(words)
    mail.replace_header("Subject", f"Automatic reply: {head_of(p.letter(p.ann, 'forward_report'))['Subject']}")
    return mail


def test_a_mentor_who_is_away_when_feedback_is_due_is_told_to_the_team_once(
    p: Programme, capsys: pytest.CaptureFixture[str]
) -> None:
    p.reports(p.jo)
    p.round()
    until = datetime.now(UTC) + timedelta(days=10)
    p.sends(p.ann, away(p, f"I am away until {until:%d %B %Y}."))
    assert rounds(p) == 1
    told = text_of(p.letter(p.team, "report_mentor_away"))
    assert all(said in told for said in ("Ann Lee", "report 1", "Jo Smith", f"{until.day} {until:%B %Y}"))
    p.sends(p.ann, away(p, f"I am away until {until:%d %B %Y}."))
    assert rounds(p) == 0, "once a report and due day"
    assert p.kinds(p.ann) == ["forward_report"]
    assert f"Away: {p.ann.address}" in status(p, capsys)
    assert desk(p).all(Away)[p.ann.address].by == "automatic reply"


def test_without_dates_an_absence_counts_for_two_weeks_and_is_then_forgotten(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    p.sends(p.ann, away(p, "I am away."))
    assert rounds(p) == 1
    assert "nobody knows how long" in text_of(p.letter(p.team, "report_mentor_away"))
    p.clock.advance(days=15)
    p.round()
    assert desk(p).all(Away) == {}


def test_a_practitioner_who_is_away_is_nobodys_absent_mentor(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    mail = p.jo.answers(datetime.now(UTC), p.letter(p.jo, "receipt"), "")
    mail.set_content("I am away.")
    mail["Auto-Submitted"] = "auto-replied"
    p.sends(p.jo, mail)
    assert rounds(p) == 0
    assert desk(p).all(Away) == {}
