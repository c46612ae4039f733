"""No loops: whatever machine sits at the other end, the letters come to an end, and how many there are is said here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from qibot.cli.building import put_together
from qibot.config.config import Config
from qibot.letters.templates import Templates
from qibot.message.threads import Threads
from qibot.model.case import Put
from qibot.model.letters import LetterState
from qibot.model.people import Enrolment, Person
from qibot.store.archive import Archive
from qibot.store.memory import MemoryStore
from tests.support.build import ANN, BOT, ENROLMENT, JO, LONDON, TEAM, at, config, message
from tests.support.fakes import FakeInbox, FakeOutbox

OTHER = "qi@health.example"
Machine = Callable[[EmailMessage], list[bytes]]


class Robot:
    """One bot with a mailbox of its own; `machines` are what answers at an address."""

    def __init__(self, folder: Path, address: str, enrolment: Enrolment, settings: Config) -> None:
        self.address, self.now = address, at("2026-10-12T09:00")
        self.store, self.inbox, self.outbox = MemoryStore(), FakeInbox(), FakeOutbox()
        self.store.commit(enrolment.unit, [Put(enrolment)])
        templates = Templates(settings.template_folders(), LONDON)
        threads = Threads(address.encode(), address, plus_addressing=True)
        parts = (self.store, Archive(folder), self.inbox, self.outbox, templates, threads)
        self.bot = put_together(settings, *parts, clock=lambda: self.now)
        self.read = 0

    def round(self, now: datetime) -> list[tuple[tuple[str, ...], bytes]]:
        """A round of the bot's, and the letters that it sent."""
        self.now = now
        self.bot.round()
        self.bot.round()  # what the first one found out may be told in the second
        fresh = self.outbox.delivered[self.read :]
        self.read = len(self.outbox.delivered)
        return fresh


def robot(folder: Path, address: str = BOT, enrolment: Enrolment = ENROLMENT, **sections: dict[str, Any]) -> Robot:
    settings = config(
        mailbox={"address": address, "imap_host": "localhost", "smtp_host": "localhost"},
        calendar={"inactivity_days": 366, "remind_days_before": []},
        **sections,
    )
    return Robot(folder, address, enrolment, settings)


def run(robots: list[Robot], machines: dict[str, Machine], hours: int = 12) -> Counter[str]:
    """Every five minutes a round of each; what the machines answer arrives before the next. Counts letters by name."""
    named: Counter[str] = Counter()
    begun = robots[0].now
    for step in range(hours * 12):
        now = begun + timedelta(minutes=5 * step)
        for one in robots:
            for recipients, raw in one.round(now):
                letter = message_from_bytes(raw, policy=policy.default)
                named[str(letter["X-QI-Letter"])] += 1
                for address in recipients:
                    for other in robots:
                        if _is_for(address, other.address):
                            other.inbox.put(raw, now)
                    for answer in machines.get(address, nobody)(letter):
                        _deliver(answer, robots, now)
    return named


def nobody(_letter: EmailMessage) -> list[bytes]:
    """Where people read, or don't."""
    return []


def _is_for(address: str, mailbox: str) -> bool:
    local, domain = mailbox.split("@")
    return address == mailbox or (address.startswith(f"{local}+") and address.endswith(f"@{domain}"))


def _deliver(raw: bytes, robots: list[Robot], now: datetime) -> None:
    to = message_from_bytes(raw, policy=policy.default)["To"].addresses[0].addr_spec
    for one in robots:
        if _is_for(to, one.address):
            one.inbox.put(raw, now)


def answered(letter: EmailMessage, sender: str, text: str, count: int = 0) -> bytes:
    """An answer as a machine gives it, to the address that answers should go to."""
    return message(
        sender=sender,
        subject=f"Re: {letter['Subject']}",
        text=text,
        To=letter["Reply-To"].addresses[0].addr_spec,
        Message_ID=f"<{abs(hash((str(letter['Message-ID']), sender, text)))}@machine.example>",
        In_Reply_To=str(letter["Message-ID"]),
        X_Count=str(count),
    )


def report(robot: Robot) -> None:
    robot.inbox.put(message(sender=JO.address, subject="Report 1", files=("r.pdf",)), robot.now)


def test_two_bots_that_are_each_others_mentor_stop_after_one_letter_each(tmp_path: Path) -> None:
    one = robot(tmp_path / "a", enrolment=Enrolment("2026-27", "jo.smith", JO, Person("Other bot", (OTHER,))))
    eve = Person("Eve", ("eve@x.example",))
    two = robot(tmp_path / "b", OTHER, Enrolment("2026-27", "eve", eve, Person("Bot", (BOT,))))
    report(one)
    two.inbox.put(message(sender=eve.address, subject="Report 1", files=("r.pdf",)), two.now)
    named = run([one, two], {})
    assert named == {"receipt": 2, "forward_report": 2}


def test_a_mailing_list_that_includes_the_bot_gets_one_letter(tmp_path: Path) -> None:
    listed = "qi-mentors@lists.example"
    one = robot(tmp_path, enrolment=Enrolment("2026-27", "jo.smith", JO, Person("The list", (listed,))))

    def to_all(letter: EmailMessage) -> list[bytes]:
        del letter["List-Id"]
        letter["List-Id"] = "<qi-mentors.lists.example>"
        letter.replace_header("To", BOT)
        return [letter.as_bytes(policy=policy.SMTP)]

    report(one)
    assert run([one], {listed: to_all}) == {"receipt": 1, "forward_report": 1}


def test_a_list_that_strips_every_mark_is_for_a_person_to_look_at_once(tmp_path: Path) -> None:
    listed = "qi-mentors@lists.example"
    one = robot(tmp_path, enrolment=Enrolment("2026-27", "jo.smith", JO, Person("The list", (listed,))))

    def to_all(letter: EmailMessage) -> list[bytes]:
        text = letter.get_body(("plain",)).get_content()  # type: ignore[union-attr]
        return [message(sender=listed, subject=str(letter["Subject"]), text=text, List_Id="<l.example>")]

    report(one)
    named = run([one], {listed: to_all})
    assert named == {"receipt": 1, "forward_report": 1, "report_quarantine": 1}


def test_a_team_mailbox_that_forwards_all_it_gets_to_the_bot_makes_no_second_letter(tmp_path: Path) -> None:
    one = robot(tmp_path)
    redirected: Machine = lambda letter: [_redirected(letter)]  # noqa: E731
    one.inbox.put(message(sender="who@else.example", subject="Hello"), one.now)
    assert run([one], {TEAM: redirected}) == {"report_quarantine": 1}


def _redirected(letter: EmailMessage) -> bytes:
    letter.replace_header("To", BOT)
    return letter.as_bytes(policy=policy.SMTP)


def test_a_team_mailbox_that_answers_everything_in_words_of_its_own_makes_no_second_letter(tmp_path: Path) -> None:
    one = robot(tmp_path)
    one.inbox.put(message(sender="who@else.example", subject="Hello"), one.now)

    def thanks(letter: EmailMessage) -> list[bytes]:
        return [answered(letter, TEAM, "Thank you for your mail to the Community Planning team.")]

    assert run([one], {TEAM: thanks}) == {"report_quarantine": 1}


@pytest.mark.parametrize("rhythm", [True, False])
def test_machines_at_both_ends_that_say_something_else_each_time_are_held_and_told_of(
    tmp_path: Path, rhythm: bool
) -> None:
    """The worst: no mark, never the same words, at both ends. Their rhythm gives them away at once; where it didn't,
    the pace is bounded all the same. The team hears."""
    one = robot(tmp_path, limits={"machine_answers": 6 if rhythm else 100})
    count = Counter[str]()

    def chatty(who: str) -> Machine:
        def reply(letter: EmailMessage) -> list[bytes]:
            said = []
            for _ in range(3):
                count[who] += 1
                text = (
                    f"The bins were moved again, which makes {count[who]} of them by now, and the lid of one is loose."
                )
                said.append(answered(letter, who, text, count[who]))
            return said

        return reply

    report(one)
    hours = 2
    named = run([one], {JO.address: chatty(JO.address), ANN.address: chatty(ANN.address)}, hours)
    each = Counter(address for recipients, _ in one.outbox.delivered for address in recipients)
    if rhythm:
        assert max(each[JO.address], each[ANN.address]) < 12
        assert named["report_quarantine"] >= 1
        return
    assert max(each.values()) <= 30 * hours, "an hour's bound for each address"
    assert each[JO.address] > 30, "it does go on, at that pace"
    assert 1 <= named["report_held"] <= 2, "each address once"
    assert any(x.state is LetterState.WAITING for x in one.store.load(ENROLMENT.unit).letters.values()), "none is lost"
