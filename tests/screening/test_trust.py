"""Whom the receiving server vouches for: the specification of trust.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.config.trust import Trust
from qibot.message.mail import Mail, parse
from qibot.screening.screen import Kind, screen
from qibot.screening.trust import aligned, is_shared, verdict
from tests.support.build import JO, THREADS, config

OURS = Trust(mode="demand", authserv_id="mx.council.example")
MICROSOFT = Trust(mode="demand", microsoft365=True)
PASSED = "mx.council.example; dmarc=pass header.from=school.example"


def checked(*fields: str, sender: str = JO.address) -> Mail:
    """A message to which the servers have added these fields, the topmost first."""
    head = "".join(f"Authentication-Results: {value}\r\n" for value in fields)
    return parse(f"{head}From: {sender}\r\nSubject: Report 1\r\n\r\nHello.\r\n".encode())


def passes(*fields: str, trust: Trust = OURS, sender: str = JO.address) -> bool:
    return verdict(checked(*fields, sender=sender), trust).passed


@pytest.mark.parametrize(
    "field",
    [
        PASSED,
        "mx.council.example 1; dmarc=pass (p=none dis=none) header.from=school.example",
        "MX.Council.Example; DMARC=Pass header.from=School.Example",
        "(checked by us) mx.council.example (1.2); dkim=pass (good signature) header.d=school.example",
        "mx.council.example;\r\n dkim=fail header.d=other.example;\r\n\tdkim=pass header.d=mail.school.example",
        "mx.council.example; dkim=pass header.i=@school.example",
        "mx.council.example; spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=jo@school.example",
        "mx.council.example; spf=pass smtp.mailfrom=bounce.school.example; dmarc=none header.from=school.example",
    ],
)
def test_a_pass_for_the_domain_in_from_is_a_pass(field: str) -> None:
    assert passes(field)


@pytest.mark.parametrize(
    "field",
    [
        "mx.council.example; none",
        "mx.council.example; dmarc=fail header.from=school.example",
        "mx.council.example; dmarc=pass header.from=other.example",
        "mx.council.example; dkim=pass header.d=other.example; spf=pass smtp.mailfrom=x@other.example",
        "mx.council.example; dkim=pass header.d=notschool.example",
        "mx.council.example; dkim=pass header.d=example",
        "mx.council.example; spf=softfail smtp.mailfrom=jo@school.example",
        "mx.council.example; spf=pass smtp.helo=school.example",
        "mx.council.example; auth=pass smtp.auth=jo",
        "mx.council.example; x=y (dmarc=pass header.from=school.example)",
        'mx.council.example; spf=fail smtp.mailfrom="a; dmarc=pass header.from=school.example"',
        "mx.council.example; dmarc=pass header.from=school.example; =; (",
        "mx.council.example.evil.example; dmarc=pass header.from=school.example",
        "evil.example; dmarc=pass header.from=school.example",
        "dmarc=pass action=none header.from=school.example",
        "=?utf-8?q?mx.council.example=3B_dmarc=3Dpass_header.from=3Dschool.example?=",
        "mx.council.example; spf=fail smtp.mailfrom==?utf-8?q?x=3B_dmarc=3Dpass_header.from=3Dschool.example?=",
        "mx.council.example 2; dmarc=pass header.from=school.example",
        "",
    ],
)
def test_everything_else_is_none_and_says_why(field: str) -> None:
    found = verdict(checked(field), OURS)
    assert not found.passed
    assert "mail server" in found.cause


def test_only_the_topmost_field_of_our_server_counts_since_a_sender_can_write_others_below() -> None:
    assert passes(PASSED, "mx.council.example; dmarc=fail header.from=school.example")
    assert not passes("mx.council.example; dmarc=fail header.from=school.example", PASSED)
    assert not passes("mx.council.example; (unreadable", PASSED)
    assert passes("other.example; dmarc=fail header.from=school.example", PASSED), "another server's doesn't count"


def test_without_a_field_there_is_no_verdict() -> None:
    assert "says nothing" in verdict(checked(), OURS).cause


def test_microsoft_365_gives_no_name_and_its_topmost_field_counts() -> None:
    field = (
        "spf=pass (sender IP is 192.0.2.1)\r\n smtp.mailfrom=school.example; dkim=pass (signature was verified)\r\n"
        " header.d=school.example;dmarc=pass action=none\r\n header.from=school.example;compauth=pass reason=100"
    )
    failed = "spf=none smtp.mailfrom=evil.example; dmarc=fail action=none header.from=school.example;compauth=fail"
    assert passes(field, trust=MICROSOFT)
    assert not passes(field, trust=OURS)
    assert not passes(failed, field, trust=MICROSOFT)
    assert not passes("evil.example; dmarc=pass header.from=school.example", field, trust=MICROSOFT)


def test_compauth_alone_is_microsofts_guess_and_no_pass() -> None:
    assert not passes("dmarc=none action=none header.from=school.example;compauth=pass reason=130", trust=MICROSOFT)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("council.gov.uk", "council.gov.uk", True),
        ("mail.council.gov.uk", "council.gov.uk", True),
        ("council.gov.uk", "gov.uk", False),
        ("craigie.pkc.sch.uk", "pkc.sch.uk", False),
        ("a.co.uk", "co.uk", False),
        ("charity.org.uk", "org.uk", False),
        ("a.b.example", "b.example", True),
        ("ab.example", "b.example", False),
        ("b.example", "example", False),
        ("x.onmicrosoft.com", "onmicrosoft.com", False),
        ("council.gov.scot", "gov.scot", False),
        ("", "", False),
    ],
)
def test_domains_belong_together_if_one_is_below_the_other_but_not_by_a_name_that_strangers_share(
    one: str, other: str, same: bool
) -> None:
    assert aligned(one, other) is aligned(other, one) is same


@pytest.mark.parametrize("domain", ["uk", "co.uk", "sch.uk", "ac.uk", "police.uk", "com.au", "scot.nhs.uk", ""])
def test_public_suffixes_are_shared(domain: str) -> None:
    assert is_shared(domain)


@given(st.text(max_size=300), st.booleans())
def test_no_field_makes_it_fail(junk: str, named: bool) -> None:
    raw = f"Authentication-Results: {'mx.council.example; ' if named else ''}{junk}\r\nFrom: {JO.address}\r\n\r\nx"
    for trust in (OURS, MICROSOFT):
        verdict(parse(raw.encode("utf-8", "replace")), trust)


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail(junk: bytes) -> None:
    raw = b"Authentication-Results: mx.council.example; " + junk + b"\r\nFrom: jo@school.example\r\n\r\nx"
    verdict(parse(raw), OURS)


# --- in the order of screening, and in the configuration ---


def test_what_is_off_or_only_warned_of_is_not_screened_out() -> None:
    assert screen(checked(), THREADS) is None
    assert screen(checked(), THREADS, OURS.model_copy(update={"mode": "warn"})) is None


def test_what_is_demanded_is_asked_last() -> None:
    assert screen(checked(), THREADS, OURS) is Kind.UNTRUSTED
    assert screen(checked(PASSED), THREADS, OURS) is None
    automatic = parse(b"From: jo@school.example\r\nAuto-Submitted: auto-replied\r\n\r\nx")
    assert screen(automatic, THREADS, OURS) is Kind.AUTOMATIC


@pytest.mark.parametrize("mode", ["warn", "demand"])
def test_a_mode_without_a_server_is_a_fault_of_the_configuration(mode: str) -> None:
    with pytest.raises(ValueError, match="whose verdict counts"):
        config(trust={"mode": mode})
    config(trust={"mode": mode, "authserv_id": "mx.council.example"})
    config(trust={"mode": mode, "microsoft365": True})
