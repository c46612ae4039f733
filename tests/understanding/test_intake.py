"""What the bot makes of a message before it is classified: trust, the same words again, bounces of our own letters."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from qibot.cli.building import put_together
from qibot.config.config import Config
from qibot.letters.templates import Templates
from qibot.model.case import Case, Put
from qibot.model.desk import DESK, Bounced, Doubted, Quarantined
from qibot.model.messages import Contact
from qibot.rules.bounced import mend
from qibot.store.archive import Archive
from qibot.store.memory import MemoryStore
from tests.support.bounce_samples import PERMANENT
from tests.support.build import ANN, ENROLMENT, JO, TEAM, THREADS, at, config, message
from tests.support.fakes import FakeInbox, FakeOutbox
from tests.support.programme import head_of

UNIT = ENROLMENT.unit
TRUST = {"authserv_id": "mx.council.example"}
GENUINE = {"Authentication_Results": "mx.council.example; dmarc=pass header.from=school.example"}


class Scene:
    """A bot with Jo and her mentor Ann, a mailbox and a delivery of its own."""

    def __init__(self, folder: Path, settings: Config) -> None:
        self.inbox, self.outbox, self.store = FakeInbox(), FakeOutbox(), MemoryStore()
        self.store.commit(UNIT, [Put(ENROLMENT)])
        self.now = at("2026-10-12T10:00")
        templates = Templates(settings.template_folders(), settings.programme.zone)
        self.bot = put_together(
            settings, self.store, Archive(folder), self.inbox, self.outbox, templates, THREADS, lambda: self.now
        )

    def takes(self, *raws: bytes, hours: float = 2) -> list[str]:
        """Let these come in, one an hour and more; what they were taken for."""
        taken = []
        for raw in raws:
            self.now += timedelta(hours=hours)
            self.inbox.put(raw, self.now)
            done = self.bot.round()
            assert not done.faults
            taken += [entry["taken_for"] for entry in done.taken_in]
            self.bot.round()
        return taken

    def letters(self, name: str) -> list[tuple[tuple[str, ...], bytes]]:
        return [(to, raw) for to, raw in self.outbox.delivered if head_of(raw)["X-QI-Letter"] == name]

    @property
    def desk(self) -> Case:
        return self.store.load(DESK)


def scene(folder: Path, **sections: Any) -> Scene:
    return Scene(folder, config(**sections))


def report(subject: str = "Report 1", **headers: str) -> bytes:
    return message(subject=subject, files=("r.pdf",), **headers)


# --- trust ---


def test_what_the_server_doesnt_vouch_for_waits_for_the_team_where_that_is_demanded(tmp_path: Path) -> None:
    s = scene(tmp_path, trust={"mode": "demand", **TRUST})
    assert s.takes(report(), report("Report 1 again", **GENUINE)) == ["quarantine", "report 1"]
    (waiting,) = s.desk.all(Quarantined).values()
    assert "mail server says nothing" in waiting.cause
    assert len(s.letters("receipt")) == 1


def test_in_warn_mode_it_is_acted_on_and_the_team_hears_once_a_week_a_sender(tmp_path: Path) -> None:
    s = scene(tmp_path, trust={"mode": "warn", **TRUST})
    assert s.takes(report(), report("Report 2"), report("Report 3", **GENUINE)) == ["report 1", "report 2", "report 3"]
    assert [to for to, _ in s.letters("report_untrusted")] == [(TEAM,)]
    assert s.takes(report("Report 4"), hours=24 * 8) == ["report 4"]
    assert len(s.letters("report_untrusted")) == 2
    s.now += timedelta(days=30)
    s.bot.round()
    assert s.desk.all(Doubted) == {}


def test_a_forged_absence_is_not_noted_where_trust_is_demanded(tmp_path: Path) -> None:
    s = scene(tmp_path, trust={"mode": "demand", **TRUST})
    s.takes(report(**GENUINE))
    forged = message(sender=ANN.address, subject="Automatic reply: Report 1", text="I am away.")
    assert s.takes(forged) == ["automatic"]
    assert s.letters("report_mentor_away") == []


# --- the same words again ---


def said(text: str, number: int, sender: str = JO.address) -> bytes:
    to = THREADS.address(UNIT, 1)
    return message(sender=sender, subject="Re: Report 1", text=text, To=to, Message_ID=f"<{number}.{sender}>")


def test_the_same_words_a_third_time_are_a_machines(tmp_path: Path) -> None:
    s = scene(tmp_path)
    taken = s.takes(*(said("How many data points do I need, Ann?", n) for n in range(5)))
    assert taken == ["message from the practitioner"] * 2 + ["automatic (the same words again)"] * 3
    assert len(s.letters("relay_message")) == 2
    assert len(s.store.load(UNIT).all(Contact)) == 2
    assert s.takes(said("What is a median, Ann?", 9)) == ["message from the practitioner"]


@pytest.mark.parametrize(
    ("hours", "letter", "text", "taken"),
    [
        (1, "<a@b.example>", "How many data points do I need, Ann?", "automatic (the same words again)"),
        (49, "<a@b.example>", "How many data points do I need, Ann?", "message from the practitioner"),
        (1, "<c@b.example>", "How many data points do I need, Ann?", "message from the practitioner"),
        (1, "<a@b.example>", "How many points do I need, Ann?", "message from the practitioner"),
    ],
)
def test_a_mail_that_is_sent_again_by_hand_within_two_days_is_the_same(
    tmp_path: Path, hours: float, letter: str, text: str, taken: str
) -> None:
    s, to = scene(tmp_path), THREADS.address(UNIT, 1)
    first = message(
        sender=JO.address, subject="Re: Report 1", text="How many data points do I need, Ann?", To=to,
        In_Reply_To="<a@b.example>", Message_ID="<1@jo.example>",
    )  # fmt: skip
    assert s.takes(first) == ["message from the practitioner"]
    raw = message(
        sender=JO.address, subject="Re: Report 1", text=text, To=to, In_Reply_To=letter, Message_ID="<2@jo.example>"
    )
    assert s.takes(raw, hours=hours) == [taken]


@pytest.mark.parametrize(
    ("subject", "between"),
    [("Re: Report 1", "And how many tests?"), ("Re: Report 1: how many tests?", "And what is a median?")],
)
def test_what_differs_below_the_same_words_or_in_the_subject_is_read(
    tmp_path: Path, subject: str, between: str
) -> None:
    s, to = scene(tmp_path), THREADS.address(UNIT, 1)
    for n, (about, below) in enumerate([("Re: Report 1", "And what is a median?"), (subject, between)]):
        text = (
            "My questions, Ann, stand in your mail below.\n\nOn 12 November 2026 at 10:00 qi.reports wrote:\n"
            f"> Thank you for your report.\n{below}\n> Kind regards\n"
        )
        raw = message(
            sender=JO.address, subject=about, text=text, To=to, In_Reply_To="<a@b.example>",
            Message_ID=f"<{n}@jo.example>",
        )  # fmt: skip
        assert s.takes(raw, hours=1) == ["message from the practitioner"]


def test_the_bound_is_configuration(tmp_path: Path) -> None:
    s = scene(tmp_path, limits={"same_words": 4})
    assert (
        s.takes(*(said("How many data points do I need, Ann?", n) for n in range(5))).count(
            "message from the practitioner"
        )
        == 4
    )


def test_the_same_words_of_somebody_else_or_weeks_later_are_a_persons(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.takes(said("Thank you!", 1), said("Thank you!", 2))
    assert s.takes(said("Thank you!", 3, ANN.address)) == ["thanks or a promise"]
    assert s.takes(said("Thank you!", 4), hours=24 * 29) == ["thanks or a promise"]


def test_a_command_is_the_same_word_each_time_and_stays_one(tmp_path: Path) -> None:
    s = scene(tmp_path)
    assert s.takes(*(said("WE SPOKE", n) for n in range(4))) == ["WE SPOKE"] * 4


def test_the_same_document_thrice_with_the_same_words_is_no_machines(tmp_path: Path) -> None:
    s = scene(tmp_path)
    taken = s.takes(*(message(subject=f"Report {n}", files=(f"{n}.pdf",)) for n in (1, 2, 3)))
    assert taken == ["report 1", "report 2", "report 3"]


# --- bounces ---


@pytest.mark.parametrize("server", PERMANENT)
def test_a_bounce_of_each_server_stops_the_address_and_tells_the_team_once(tmp_path: Path, server: str) -> None:
    s = scene(tmp_path)
    s.takes(report())
    forward = next(x for x in s.store.load(UNIT).letters.values() if x.name == "forward_report")
    assert s.takes(PERMANENT[server](forward.message_id)) == ["bounce"]
    assert s.desk.all(Bounced)[ANN.address].missed[0].name == "forward_report"
    assert [to for to, _ in s.letters("report_undeliverable")] == [(TEAM,)]
    delivered = len(s.outbox.delivered)
    assert s.takes(said("How many PDSA cycles?", 1)) == ["message from the practitioner"]
    assert len(s.outbox.delivered) == delivered, "nothing goes to the mentor, and nobody is told again"
    assert len(s.letters("report_undeliverable")) == 1


@pytest.mark.parametrize("server", PERMANENT)
def test_no_server_writes_a_bounce_that_a_forger_could_use(tmp_path: Path, server: str) -> None:
    s = scene(tmp_path)
    s.takes(report())
    receipt = next(x for x in s.store.load(UNIT).letters.values() if x.name == "receipt")
    taken = s.takes(*(PERMANENT[server](i) for i in (receipt.message_id, "unknown@council.example")))
    assert taken == ["quarantine"] * len(taken)
    assert s.desk.all(Bounced) == {}


def test_a_mended_address_gets_mail_again(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.takes(report())
    forward = next(x for x in s.store.load(UNIT).letters.values() if x.name == "forward_report")
    s.takes(PERMANENT["postfix"](forward.message_id))
    s.store.commit(DESK, list(mend(s.desk, ANN.address, s.now)))
    s.takes(said("How many PDSA cycles?", 1))
    assert [to for to, _ in s.letters("relay_message")] == [(ANN.address,)]
