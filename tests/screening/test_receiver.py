"""Whose verdict is our own mail server's is found out from mail that no stranger can have sent: receiver.py."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import pytest

from qibot.config.trust import Trust
from qibot.message.mail import Mail, parse
from qibot.model.case import Case, Put, apply
from qibot.model.desk import DESK
from qibot.model.receiver import RECEIVER, Receiver, Stamp, Stamped
from qibot.screening.receiver import forgotten, noted, topmost, vouches, witnesses
from qibot.screening.trust import MICROSOFT
from tests.support.build import at

OURS, EVIL = "mx.council.example", "mx.evil.example"
TRUST = Trust()
NOON = at("2026-11-02T12:00")


def mail(*fields: str, sender: str = "jo@school.example") -> Mail:
    """A message with these fields, the topmost first."""
    head = "".join(f"Authentication-Results: {value}\r\n" for value in fields)
    return parse(f"{head}From: {sender}\r\nSubject: PAUSE\r\n\r\nHello.\r\n".encode())


def come(servers: Iterable[str], domains: int = 5, desk: Case | None = None, trust: Trust = TRUST) -> Case:
    """The desk after messages with these names topmost, an hour between two, from a sender in each domain by turns."""
    case = desk or Case(DESK)
    last = max((x.at for s in case.all(Stamped).values() for x in s.stamps), default=NOON)
    for n, server in enumerate(servers):
        stamp = Stamp(f"message {last} {n}", server, last + timedelta(hours=n + 1))
        case = apply(case, noted(case, stamp, f"somebody@d{n % domains}.example", trust))
    return case


def known(desk: Case) -> str:
    found = desk.get(Receiver, RECEIVER)
    return found.server if found else ""


# --- the name on top ---


@pytest.mark.parametrize(
    ("fields", "server"),
    [
        ((f"{OURS}; dmarc=pass header.from=school.example", f"{EVIL}; dmarc=fail"), OURS),
        ((f"{OURS.upper()} 1; none",), OURS),
        (("spf=pass smtp.mailfrom=school.example; dmarc=pass action=none header.from=school.example",), MICROSOFT),
        (("; ;",), ""),
        ((), ""),
    ],
)
def test_the_topmost_field_says_whose_it_is(fields: tuple[str, ...], server: str) -> None:
    assert topmost(mail(*fields)) == server


# --- when a name is known ---


def test_a_name_on_top_of_twenty_messages_from_five_domains_is_our_servers() -> None:
    assert known(come([OURS] * 19)) == ""
    assert known(come([OURS] * 20)) == OURS


def test_so_is_microsofts_form_without_a_name() -> None:
    assert known(come([MICROSOFT] * 20)) == MICROSOFT


def test_four_domains_are_too_few_however_many_messages_come() -> None:
    assert known(come([OURS] * 200, domains=4, trust=Trust(learn_from_sender=50))) == ""


@pytest.mark.parametrize(("others", "name"), [(1, OURS), (2, "")])
def test_nearly_all_is_nineteen_of_twenty(others: int, name: str) -> None:
    assert known(come([OURS] * (20 - others) + [""] * others)) == name


def test_nobody_counts_more_often_than_a_few_times() -> None:
    desk = come([OURS] * 20)
    for n in range(200):
        stamp = Stamp(f"forged {n}", EVIL, NOON + timedelta(days=2, minutes=n))
        desk = apply(desk, noted(desk, stamp, "somebody@d0.example", TRUST))
    found = witnesses(desk.all(Stamped).values(), TRUST, NOON + timedelta(days=3))
    assert (found.messages, found.server, found.topmost) == (20, OURS, 16)
    assert EVIL not in known(desk)


def test_one_message_that_is_taken_in_twice_counts_once() -> None:
    stamp = Stamp("message", OURS, NOON)
    desk = apply(Case(DESK), noted(Case(DESK), stamp, "jo@school.example", TRUST))
    assert noted(desk, stamp, "jo@school.example", TRUST) == ()


def test_where_no_server_writes_a_verdict_nothing_is_noted() -> None:
    assert noted(Case(DESK), Stamp("message", "", NOON), "jo@school.example", TRUST) == ()


def test_who_has_said_the_same_often_enough_costs_one_note_a_day() -> None:
    desk = come([OURS] * 20)
    last = max(x.at for s in desk.all(Stamped).values() for x in s.stamps)
    soon, later = (Stamp("again", OURS, last + timedelta(hours=h)) for h in (3, 30))
    assert noted(desk, soon, "somebody@d4.example", TRUST) == ()
    assert noted(desk, later, "somebody@d4.example", TRUST)


# --- when it is forgotten ---


def test_a_name_is_forgotten_when_it_stands_on_top_no_more() -> None:
    desk = come([OURS] * 20)
    assert known(come([""] * 2, desk=desk)) == ""


def test_a_server_that_is_replaced_is_known_by_its_new_name_once_that_has_proved_itself() -> None:
    desk = come([OURS] * 20)
    desk = come(["new.council.example"] * 10, desk=desk)
    assert known(desk) == ""
    assert known(come(["new.council.example"] * 10, desk=desk)) == "new.council.example", "four a sender are kept"


def test_what_lies_too_far_back_counts_no_more() -> None:
    desk = come([OURS] * 20)
    assert forgotten(desk, TRUST, NOON + timedelta(days=80)) == ()
    later = apply(desk, forgotten(desk, TRUST, NOON + timedelta(days=92)))
    assert known(later) == ""
    assert later.all(Stamped) == {}


# --- whom it vouches for ---

PASSED = "dmarc=pass header.from=school.example"
KNOWN = apply(Case(DESK), [Put(Receiver(OURS, NOON))])


@pytest.mark.parametrize(
    ("fields", "passed"),
    [
        ((f"{OURS}; {PASSED}",), True),
        ((f"{OURS}; dmarc=fail header.from=school.example",), False),
        ((f"{EVIL}; {PASSED}",), False),
        ((f"{EVIL}; none", f"{OURS}; {PASSED}"), False),
        ((f"{OURS}; dmarc=fail header.from=school.example", f"{OURS}; {PASSED}"), False),
        ((PASSED,), False),
        ((), False),
    ],
)
def test_only_a_pass_in_the_topmost_field_of_the_known_server_vouches(fields: tuple[str, ...], passed: bool) -> None:
    assert vouches(mail(*fields), TRUST, KNOWN) is passed


def test_microsofts_verdict_vouches_where_that_is_the_known_form() -> None:
    desk = apply(Case(DESK), [Put(Receiver(MICROSOFT, NOON))])
    assert vouches(mail(f"spf=pass smtp.mailfrom=school.example; {PASSED};compauth=pass"), TRUST, desk)
    assert not vouches(mail(f"{OURS}; {PASSED}"), TRUST, desk)
    assert not vouches(mail(f"{MICROSOFT}; {PASSED}"), TRUST, desk)


def test_while_no_server_is_known_nobody_is_vouched_for() -> None:
    assert not vouches(mail(f"{OURS}; {PASSED}"), TRUST, Case(DESK))


def test_a_server_that_the_configuration_names_needs_not_be_found_out() -> None:
    assert vouches(mail(f"{OURS}; {PASSED}"), Trust(authserv_id=OURS), Case(DESK))
