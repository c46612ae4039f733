"""Addresses that mail doesn't reach: rules/bounced.py, undeliverable.py and what the courier makes of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qibot.cli.building import put_together
from qibot.cli.status import lines
from qibot.desk.undeliverable import gone_without, nobodys, says_unknown, stopped, tell
from qibot.events.screened import AddressMended, MailBounced, Returned
from qibot.letters.templates import Templates
from qibot.model.case import Case, Put, apply
from qibot.model.desk import DESK, Bounced, Mended, Missed, Told
from qibot.model.letters import Letter, LetterState
from qibot.rules.bounced import mend
from qibot.rules.decide import decide
from qibot.screening.failure import is_nobody
from qibot.store.archive import Archive
from qibot.store.memory import MemoryStore
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG, TEAM, THREADS, arrival, at
from tests.support.fakes import FakeInbox, FakeOutbox

NOW = at("2026-10-12T09:00")
UNIT = ENROLMENT.unit
FORWARD = Missed(UNIT, "forward/1", "forward_report", "Report 1 from Jo Smith")


def bounced(
    desk: Case,
    address: str = ANN.address,
    letter: Missed = FORWARD,
    permanent: bool = True,
    when: str = "2026-10-12T09:00",
    made: str = "2026-10-12T08:00",
) -> Case:
    event = MailBounced(
        arrival(when), letter, at(made), (Returned(address, permanent, "550 5.1.1 unknown", final=permanent),)
    )
    return apply(desk, decide(desk, event, CONFIG).changes)


def letter(key: str = "receipt/1", name: str = "receipt", **outcomes: str) -> Letter:
    known = {"jo": JO.address, "ann": ANN.address, "meg": MEG.address}
    said = {known[who]: words for who, words in outcomes.items()}
    return Letter(key, name, tuple(said), (), NOW, LetterState.FAILED, subject=f"About {key}", outcomes=said)


def told(desk: Case, *letters: Letter) -> tuple[Case, list[dict[str, object]]]:
    """The desk after the telling, and the entries of the letter to the team."""
    decision = tell(desk, [(UNIT, x) for x in letters], CONFIG, NOW)
    entries = [entry for notice in decision.notices for entry in notice.facts["entries"]]
    return apply(desk, decision.changes), entries


def test_an_address_that_mail_came_back_from_is_stopped_and_told_once_with_who_went_without_what() -> None:
    desk = bounced(Case(DESK))
    left_out = letter("message/1", "relay_message", ann="not sent: it comes back")
    desk, entries = told(desk, left_out)
    assert list(stopped(desk, CONFIG)) == [ANN.address]
    (entry,) = entries
    assert (entry["recipient"], entry["stopped"]) == (ANN.address, True)
    assert [x["name"] for x in entry["letters"]] == ["forward_report", "relay_message"]  # type: ignore[attr-defined]
    assert told(desk, left_out) == (desk, [])


def test_later_letters_that_go_without_are_listed_and_not_told() -> None:
    desk, _ = told(bounced(Case(DESK)))
    later = letter("message/2", "relay_message", ann="not sent: it comes back")
    desk, entries = told(desk, later)
    assert entries == []
    assert later.key in desk.all(Told)
    names = [m.name for m in gone_without(desk.all(Bounced)[ANN.address], [(UNIT, later)])]
    assert names == ["forward_report", "relay_message"]


def test_a_second_bounce_of_the_same_address_changes_only_the_list() -> None:
    desk, _ = told(bounced(Case(DESK)))
    again = bounced(desk, letter=replace(FORWARD, key="forward/2"))
    assert len(again.all(Bounced)[ANN.address].missed) == 2
    assert told(again)[1] == []
    assert bounced(again) == apply(again, decide(again, _same(again), CONFIG).changes)


def _same(_desk: Case) -> MailBounced:
    return MailBounced(arrival(), FORWARD, at("2026-10-12T08:00"), (Returned(ANN.address, True, "550 5.1.1 unknown"),))


def test_what_failed_for_now_stops_nothing_and_is_not_told_until_it_fails_for_good() -> None:
    desk = bounced(Case(DESK), permanent=False)
    assert stopped(desk, CONFIG) == {}
    assert told(desk)[1] == []
    desk = bounced(desk, letter=replace(FORWARD, key="forward/2"))
    assert list(stopped(desk, CONFIG)) == [ANN.address]
    assert len(told(desk)[1]) == 1
    assert bounced(desk, permanent=False).all(Bounced)[ANN.address].permanent


def test_the_teams_own_addresses_are_never_stopped_and_a_report_about_a_report_is_not_told() -> None:
    desk = bounced(Case(DESK), TEAM, Missed(DESK, "quarantine/1", "report_quarantine", "1 message waits"))
    assert stopped(desk, CONFIG) == {}
    desk, entries = told(desk)
    assert [e["stopped"] for e in entries] == [False]
    about = bounced(Case(DESK), TEAM, Missed(DESK, "undeliverable/1", "report_undeliverable", "1 address"))
    assert told(about)[1] == []


@pytest.mark.parametrize(
    "said",
    [
        "550 5.1.1 <ann@health.example>: Recipient address rejected: There is nobody of that name",
        "550 5.1.10 RESOLVER.ADR.RecipientNotFound", "553 5.1.2 bad domain", "550 User unknown",
        "550 no such user here", "550-5.1.1 The email account does not exist", "551 unknown user",
        "553 the address can't be written in ASCII",
    ],
)  # fmt: skip
def test_a_server_that_knows_nobody_of_that_name_stops_the_address_at_once(said: str) -> None:
    assert says_unknown(said)
    desk, entries = told(Case(DESK), letter("a", ann=said), letter("b", ann=said))
    assert [len(e["letters"]) for e in entries] == [2]  # type: ignore[arg-type]
    assert list(stopped(desk, CONFIG)) == [ANN.address]
    assert told(desk, letter("c", ann=said))[1] == []


@pytest.mark.parametrize(
    "said",
    [
        "552 5.3.4 too big", "554 5.7.1 spam", "550 5.1.8 bad sender", "550 5.7.1 user unknown to our policy",
        "given up: 451 4.3.0 later", "550 mailbox unavailable", "550 no",
    ],
)  # fmt: skip
def test_a_letter_refused_for_another_reason_is_told_by_itself_and_stops_nothing(said: str) -> None:
    desk, first = told(Case(DESK), letter("a", ann=said))
    desk, second = told(desk, letter("a", ann=said), letter("b", ann=said))
    assert stopped(desk, CONFIG) == {}
    assert [len(e["letters"]) for e in (*first, *second)] == [1, 1]  # type: ignore[arg-type]


def test_mending_lets_letters_go_again_and_says_so() -> None:
    desk = bounced(Case(DESK))
    decision = decide(desk, AddressMended(arrival(sender=TEAM, subject="Re: 1 address"), "Ann@health.example"), CONFIG)
    mended = apply(desk, decision.changes)
    assert stopped(mended, CONFIG) == {}
    (answer,) = decision.notices
    assert answer.to[0].address == TEAM
    assert ANN.address in answer.facts["done"]


def test_mending_what_nothing_has_stopped_changes_nothing_and_says_what_would_have_worked() -> None:
    decision = decide(Case(DESK), AddressMended(arrival(sender=TEAM), ANN.address), CONFIG)
    assert not [c for c in decision.changes if isinstance(c, Put) and isinstance(c.record, Bounced | Mended)]
    (answer,) = decision.notices
    assert answer.facts["done"] == ""
    assert "MENDED" in answer.facts["instead"]
    assert mend(Case(DESK), ANN.address, NOW) == ()


def test_a_bounce_of_a_letter_from_before_the_mending_counts_no_more() -> None:
    """So that neither a late one nor a copy of an old one stops the address again."""
    desk = bounced(Case(DESK))
    desk = apply(desk, mend(desk, ANN.address, at("2026-10-13T09:00")))
    assert bounced(desk, when="2026-10-14T09:00").all(Bounced) == {}
    assert list(stopped(bounced(desk, when="2026-10-14T09:00", made="2026-10-14T08:00"), CONFIG)) == [ANN.address]


def test_two_bounces_in_one_second_with_a_mending_between_are_two_letters_to_the_team() -> None:
    first = tell(bounced(Case(DESK)), [], CONFIG, NOW).notices
    second = tell(bounced(Case(DESK), letter=replace(FORWARD, key="message/1")), [], CONFIG, NOW).notices
    assert first[0].key != second[0].key


def test_an_address_that_nobody_has_any_more_is_forgotten() -> None:
    desk = bounced(bounced(Case(DESK)), JO.address)
    assert list(apply(desk, nobodys(desk, {JO.address}.__contains__)).all(Bounced)) == [JO.address]


def test_letters_go_on_to_the_others_and_the_record_says_who_was_left_out(tmp_path: Path) -> None:
    store, outbox = MemoryStore(), FakeOutbox()
    store.commit(UNIT, [Put(ENROLMENT)])
    store.commit(DESK, [Put(r) for r in bounced(Case(DESK), MEG.address).all(Bounced).values()])
    archive, templates = Archive(tmp_path), Templates(CONFIG.template_folders(), CONFIG.programme.zone)
    spooled = archive.spool(b"Subject: x\r\n\r\nx\r\n")
    both = Letter("k", "relay_feedback", (JO.address,), (MEG.address,), NOW, LetterState.WAITING, spooled=spooled)
    store.commit(UNIT, [Put(both)])
    bot = put_together(CONFIG, store, archive, FakeInbox(), outbox, templates, THREADS, lambda: NOW)
    bot.deliver()
    assert [to for to, _ in outbox.delivered] == [(JO.address,)]
    settled = store.load(UNIT).letters["k"]
    assert settled.state is LetterState.SENT
    assert "not sent: mail to this address has come back since 12 October 2026" in settled.refused[MEG.address]


def test_the_terminal_shows_addresses_and_what_they_went_without() -> None:
    shown = lines(
        {
            "running": None, "import_waits": False, "enrolments": [], "quarantine": [],
            "letters": dict.fromkeys(map(str, LetterState), 0),
            "away": [{"address": "ann@x", "first": "2026-10-12", "last": None, "by": "AWAY"}],
            "bounced": [
                {"address": "meg@x", "since": "2026-10-12T09:00", "permanent": True, "stopped": True, "said": "550",
                 "without": [{"about": UNIT, "name": "receipt", "subject": "Re: Report 1"}]},
            ],
        }
    )  # fmt: skip
    assert "Address meg@x: gets no mail until it is mended (since 2026-10-12: 550)." in shown
    assert f"  went without: Re: Report 1 ({UNIT})" in shown
    assert "Away: ann@x from 2026-10-12 on." in shown


# --- what isn't about the address ---


def full(desk: Case, key: str, when: str) -> Case:
    returned = Returned(ANN.address, permanent=False, said="552 5.2.2 mailbox full", final=True)
    event = MailBounced(arrival(when), replace(FORWARD, key=key), at(when), (returned,))
    return apply(desk, decide(desk, event, CONFIG).changes)


def test_a_full_mailbox_is_told_and_stops_nothing() -> None:
    desk = full(Case(DESK), "forward/1", "2026-10-12T09:00")
    assert stopped(desk, CONFIG) == {}
    desk, letters = told(desk)
    assert len(letters) == 1
    assert told(desk)[1] == []


def test_three_in_a_fortnight_are_told_of_once_more() -> None:
    desk, _ = told(full(Case(DESK), "forward/1", "2026-10-12T09:00"))
    desk = full(desk, "forward/2", "2026-10-15T09:00")
    assert told(desk)[1] == []
    desk, letters = told(full(desk, "forward/3", "2026-10-20T09:00"))
    assert len(letters) == 1
    desk = full(desk, "forward/4", "2026-10-21T09:00")
    assert told(desk)[1] == []


@pytest.mark.parametrize(
    ("said", "nobody"),
    [
        ("550 5.1.1 User unknown", True), ("550 5.1.10 recipient not found", True), ("550 no such user here", True),
        ("550 5.4.1 Recipient address rejected: Access denied", True), ("550 5.2.1 account disabled", True),
        ("552 5.2.2 mailbox full", False), ("550 5.7.1 blocked using zen.spamhaus.org", False),
        ("554 5.7.1 message looks like spam", False), ("552 5.3.4 message size exceeds limit", False),
        ("550 5.7.26 unauthenticated mail is prohibited", False), ("554 5.4.6 too many hops", False),
        ("550 policy", False),
    ],
)  # fmt: skip
def test_only_no_such_person_and_its_kin_are_about_the_address(said: str, nobody: bool) -> None:
    assert is_nobody(said) == nobody
