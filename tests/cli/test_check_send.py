"""`check --send` tries the whole round by a letter to oneself, tells what its way shows, and leaves nothing behind."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from qibot.cli import roundtrip
from qibot.mailbox import Found, Trial
from tests.support.commands import Qibot, wrong
from tests.support.programme import Programme

AUTHENTICATED = b"Authentication-Results: MX.council.example; dmarc=pass header.from=x.example\r\n"
MICROSOFTS = (
    b"Authentication-Results: spf=pass (sender IP is 1.2.3.4); dmarc=pass action=none header.from=x.example\r\n"
)


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qibot.cli.roundtrip.round_trip.__defaults__", (3.0,))


def test_a_letter_goes_out_and_comes_back_by_both_addresses_and_is_removed(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    said = qibot("check", "--send")
    assert said.code == 0, said.out
    for words in (
        "2 letter(s) to",
        "a letter came back in",
        "its Message-ID was kept",
        "+anything@… arrives",
        "agrees",
    ):
        assert words in said.words
    for folder in ("INBOX", "qibot/done", "qibot/quarantine", "Sent"):
        assert p.folder_count(folder) == 0
    assert p.kinds(p.team) == []


def test_it_works_while_the_daemon_takes_the_letters_in(
    p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch
) -> None:
    p.enrol()
    find = Trial.find

    def find_after_a_round(self: Trial, word: str) -> list[Found]:
        p.round()
        return find(self, word)

    monkeypatch.setattr(Trial, "find", find_after_a_round)
    said = qibot("check", "--send")
    assert said.code == 0, said.out
    assert p.kinds(p.team) == []
    assert p.folder_count("qibot/quarantine") == 0


def test_where_no_plus_address_is_used_none_is_tried(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    p.configure(mailbox={"plus_addressing": False})
    assert "plus" not in {entry["what"] for entry in qibot("check", "--send", "--json").json}


def test_plus_addressing_that_isnt_served_is_told_with_the_setting(
    p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch
) -> None:
    p.enrol()
    whole = roundtrip.letter

    def elsewhere(*arguments: object, plus: bool) -> bytes:
        raw: bytes = whole(*arguments, plus=plus)  # type: ignore[arg-type]
        return raw.replace(p.address.replace("@", "+check@").encode(), b"nobody@dead.example") if plus else raw

    monkeypatch.setattr(roundtrip, "letter", elsewhere)
    said = qibot("check", "--send")
    assert said.code == 1
    assert "mailbox.plus_addressing = false" in wrong(said)["plus"]


def test_a_letter_that_never_comes_is_told(p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch) -> None:
    p.enrol()
    whole = roundtrip.letter
    other = p.stranger.address.encode()
    monkeypatch.setattr(roundtrip, "letter", lambda *a, plus: whole(*a, plus=False).replace(p.address.encode(), other))
    said = qibot("check", "--send")
    assert said.code == 1
    assert "didn't come within 3 seconds" in said.words


def test_a_servers_clock_that_differs_is_told(p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch) -> None:
    p.enrol()
    monkeypatch.setattr("qibot.cli.folder.system_clock", lambda: datetime.now(UTC) + timedelta(minutes=20))
    said = qibot("check", "--send")
    assert said.code == 1
    assert "differ by some 20 minutes" in said.words


@pytest.mark.parametrize(
    ("field", "setting"),
    [(AUTHENTICATED, 'authserv_id = "mx.council.example"'), (MICROSOFTS, "microsoft365 = true")],
)
def test_the_name_for_trust_is_read_from_the_mail_that_has_come(
    p: Programme, qibot: Qibot, field: bytes, setting: str
) -> None:
    p.enrol()
    p.servers.append(p.address, field + b"Subject: hello\r\n\r\nhello\r\n", folder="qibot/done")
    assert setting in qibot("check", "--send").words
    p.configure(trust={"mode": "warn", "authserv_id": "other.example"})
    said = qibot("check", "--send")
    assert said.code == 1
    assert setting in said.words


def test_a_letter_that_isnt_taken_ends_it(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    p.configure(smtp={"login": False})
    said = qibot("check", "--send")
    assert said.code == 1
    assert "round trip" not in said.out
