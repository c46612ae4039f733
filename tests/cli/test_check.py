"""`check` says of each matter whether it is fine, and else how to mend it, and changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from qibot.cli.check import of_both
from qibot.errors import QibotError
from qibot.model.case import Put
from qibot.model.desk import DESK
from qibot.model.receiver import Receiver, Stamp, Stamped
from qibot.store.tinydb import TinyStore
from tests.support.build import ANN, ENROLMENT, MEG, TEAM, config
from tests.support.commands import Qibot, Said, closed_port, wrong
from tests.support.programme import COHORT, Programme


def test_check_says_ok_for_each_matter(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    said = qibot("check")
    assert (said.code, said.err) == (0, "")
    lines = [line.split()[:2] for line in said.out.splitlines()]
    matters = ["config", "password", "records", "people", "templates", "imap", "smtp", "trust", "clock", "disk"]
    assert lines == [["OK", matter] for matter in matters]
    found = qibot("check", "--json")
    assert found.code == 0
    assert [entry["what"] for entry in found.json] == matters
    assert all(entry["fine"] for entry in found.json)
    assert p.folder_count() == 0
    assert p.kinds(p.team) == [], "a check sends nothing"


def configured(section: str, **values: object) -> Callable[[Programme], None]:
    return lambda p: p.configure(**{section: values})


def password(text: str | None) -> Callable[[Programme], None]:
    def write(p: Programme) -> None:
        path = p.folder / "password"
        path.unlink() if text is None else path.write_text(text)

    return write


def broken_template(p: Programme) -> None:
    p.configure(folders={"templates": "templates"})
    (p.folder / "templates").mkdir()
    (p.folder / "templates/receipt.md").write_text("Subject: Thanks\n\nDear {{ practitoner }}\n")


def unclosed_template(p: Programme) -> None:
    broken_template(p)
    (p.folder / "templates/receipt.md").write_text("Subject: Thanks\n\nDear you\n{% if late %}\n")


def renamed_cohort(p: Programme) -> None:
    p.path.write_text(p.path.read_text().replace(COHORT, "2027-28"))


def file_for_folder(p: Programme) -> None:
    (p.folder / "occupied").touch()
    p.configure(folders={"data": "occupied/data"})


def starttls_where_there_is_none(p: Programme) -> None:
    p.configure(smtp={"port": p.servers.smtp_port})


def no_login_offered(p: Programme) -> None:
    p.configure(smtp={"port": p.servers.smtp_port, "security": "plain"})


def tls_on_the_plain_port(section: str) -> Callable[[Programme], None]:
    def configure(p: Programme) -> None:
        port = p.servers.imap_port if section == "imap" else p.servers.submission_port
        p.configure(**{section: {"port": port, "security": "tls"}})

    return configure


@pytest.mark.parametrize(
    ("spoil", "matters", "hint"),
    [
        (password("wrong"), "imap smtp", "check mailbox.user and the mailbox's password"),
        (password(None), "password imap smtp", "The password file"),
        (password(""), "password imap smtp", "on its first line"),
        (configured("mailbox", imap_host="nowhere.invalid"), "imap", "check mailbox.imap_host"),
        (configured("mailbox", smtp_host="nowhere.invalid"), "smtp", "check mailbox.smtp_host"),
        (closed_port("imap"), "imap", "is imap.port right?"),
        (closed_port("smtp"), "smtp", "is smtp.port right?"),
        (configured("imap", ca_file=""), "imap", "imap.ca_file"),
        (configured("smtp", ca_file=""), "smtp", "smtp.ca_file"),
        (configured("imap", ca_file="/nowhere.pem"), "imap", "imap.ca_file (/nowhere.pem)"),
        (configured("smtp", ca_file="/nowhere.pem"), "smtp", "smtp.ca_file (/nowhere.pem)"),
        (tls_on_the_plain_port("imap"), "imap", 'check imap.port and imap.security ("tls" goes with 993'),
        (tls_on_the_plain_port("smtp"), "smtp", 'check smtp.port and smtp.security ("starttls" goes with 587'),
        (starttls_where_there_is_none, "smtp", 'try smtp.security = "tls"'),
        (no_login_offered, "smtp", "smtp.login = false"),
        (configured("smtp", login=False), "smtp", "smtp.login"),
        (configured("programme", team=["nobody@refused.example"]), "smtp", "nobody@refused.example (550"),
        (configured("imap", folder="Missing"), "imap", "imap.folder"),
        (broken_template, "templates", "receipt.md"),
        (unclosed_template, "templates", "receipt.md, line 4"),
        (renamed_cohort, "people", "2026-27"),
        (file_for_folder, "people disk", "occupied"),
    ],
)
def test_check_says_what_is_wrong_and_how_to_mend_it(
    p: Programme, qibot: Qibot, spoil: Callable[[Programme], None], matters: str, hint: str
) -> None:
    p.enrol()
    spoil(p)
    said = qibot("check")
    found = wrong(said)
    assert said.code == 1
    assert list(found) == matters.split()
    assert any(hint in words for words in found.values()), said.out
    assert "Traceback" not in said.err


def test_check_says_when_nobody_is_enrolled_yet(p: Programme, qibot: Qibot) -> None:
    said = qibot("check")
    assert said.code == 1
    assert "qibot people import FILE" in wrong(said)["people"]
    assert [entry["what"] for entry in qibot("check", "--json").json if not entry["fine"]] == ["people"]


def test_check_says_when_the_clock_is_behind(p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch) -> None:
    p.enrol()
    p.reports(p.jo)
    p.round()
    p.close()
    assert qibot("check").code == 0
    monkeypatch.setattr("qibot.cli.folder.system_clock", lambda: datetime.now(UTC) - timedelta(days=1))
    said = qibot("check")
    assert said.code == 1
    assert "set it" in wrong(said)["clock"]


def test_check_says_when_the_disk_is_nearly_full(p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch) -> None:
    p.enrol()
    usage = shutil.disk_usage(p.folder)._replace(free=100 * 2**20)
    monkeypatch.setattr("qibot.cli.check.shutil.disk_usage", lambda _path: usage)
    said = qibot("check")
    assert said.code == 1
    assert "make room" in wrong(said)["disk"]


def test_check_says_when_a_data_file_is_spoilt(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    (p.settings.data / f"enrolments/{COHORT}/jo.smith.json").write_text("{")
    said = qibot("check")
    assert said.code == 1
    assert "last good copy" in wrong(said)["records"]
    for command in ("people", "status", "once"):
        said = qibot(command)
        assert said.code == 1
        assert "jo.smith.json" in said.err


# --- whom the server vouches for (a mail server here adds no field of its own) ---

VERDICT = "Authentication-Results"


def trusting(p: Programme, qibot: Qibot, **trust: object) -> Said:
    p.configure(trust=trust)
    return qibot("check", "--json")


def on_trust(said: Said) -> tuple[bool, str]:
    (found,) = (entry for entry in said.json if entry["what"] == "trust")
    return found["fine"], found["said"]


def writes(p: Programme, number: int, *fields: str) -> None:
    """Let Jo send a mail with these fields, the topmost first; a server that added its own would put it there."""
    mail = p.writes(p.jo, f"Question {number}", f"May I ask you for number {number}?\n")
    for field in fields:
        mail[VERDICT] = field
    p.sends(p.jo, mail)


OURS = "mx.council.example; dmarc=pass header.from=school.example"


def test_check_says_that_the_server_is_not_known_yet(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    fine, words = on_trust(qibot("check", "--json"))
    assert fine
    assert "not known yet how your mail server vouches for senders (0 of 20 answers" in words


def test_check_says_which_server_was_found_out(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    store = TinyStore(p.settings.data)
    moment = datetime.now(UTC)
    stamps = [
        Stamped(f"somebody@d{n}.example", tuple(Stamp(f"{n} {m}", "mx.council.example", moment) for m in range(4)))
        for n in range(5)
    ]
    store.commit(DESK, [*(Put(s) for s in stamps), Put(Receiver("mx.council.example", moment))])
    store.close()
    fine, words = on_trust(qibot("check", "--json"))
    assert fine
    assert words.startswith("mx.council.example vouches for senders (on top of 20 of 20 answers, from 5 domains)")


def test_check_says_that_trust_is_off(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    fine, words = on_trust(trusting(p, qibot, mode="off"))
    assert fine
    assert words.startswith("off")


@pytest.mark.parametrize(
    ("messages", "fine", "words"),
    [
        ([], True, "no mail lies there"),
        ([[], [], []], False, "Not one of the last 3 messages bears the field Authentication-Results of mx.council"),
        ([["mx.other.example; none"]] * 2, False, "on top of 2 of them stands mx.other.example"),
        ([[OURS], [OURS], []], True, "mx.council.example vouches for senders (on top of 2 of the last 3 messages)"),
        ([[OURS], [OURS], [OURS, OURS]], False, "In 1 of the last 3 messages a field Authentication-Results"),
        ([[OURS], ["mx.other.example; none", OURS]], False, "In 1 of the last 2 messages"),
        ([[OURS], [], [], []], False, "Only 1 of the last 4 messages"),
    ],
)
def test_check_says_when_what_is_demanded_is_never_added_or_forged(
    p: Programme, qibot: Qibot, messages: list[list[str]], fine: bool, words: str
) -> None:
    p.enrol()
    p.configure(trust={"mode": "demand", "authserv_id": "mx.council.example"})
    for number, fields in enumerate(messages):
        writes(p, number, *fields)
    p.round()  # some are taken in, the others wait in quarantine: all of them are looked at
    p.close()
    said = qibot("check", "--json")
    assert on_trust(said)[0] is fine
    assert words in on_trust(said)[1]
    assert said.code == (0 if fine else 1)


def test_check_looks_at_mail_that_has_not_been_taken_in_and_leaves_it_unread(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    writes(p, 1)
    assert not on_trust(trusting(p, qibot, mode="demand", authserv_id="mx.council.example"))[0]
    with p.servers.client(p.address) as client:
        client.select_folder("INBOX", readonly=True)
        assert client.search("UNSEEN") == [1]


def test_of_microsoft_365_its_form_without_a_name_is_looked_for(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    writes(p, 1, "dmarc=pass action=none header.from=school.example;compauth=pass")
    assert on_trust(trusting(p, qibot, mode="demand", microsoft365=True)) == (
        True, "Microsoft 365 vouches for senders (on top of 1 of the last 1 messages)",
    )  # fmt: skip


def test_check_works_while_the_daemon_runs(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    p.round()
    assert qibot("check").code == 0
    assert qibot("status").code == 0
    assert qibot("people").code == 0


def test_check_says_when_the_clock_and_the_mail_servers_differ(
    p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch
) -> None:
    p.configure(service={"clock_hours": 6})
    p.enrol()
    assert "the mail server says so, too" in qibot("check").out
    monkeypatch.setattr("qibot.cli.folder.system_clock", lambda: datetime.now(UTC) + timedelta(days=31))
    said = qibot("check")
    assert said.code == 1
    assert "31 days ahead of the mail server's" in wrong(said)["clock"]


def test_check_says_who_of_the_team_has_a_part_and_when_nobody_is_left() -> None:
    told = of_both(config(programme={"team": [TEAM, ANN.address], "manager": MEG.address}), [ENROLMENT])
    assert told == [
        f"{ANN.address} hears nothing that is for the team alone about Jo Smith",
        f"{MEG.address} hears nothing that is for the team alone about Jo Smith",
    ]
    assert not of_both(config(), [ENROLMENT])
    with pytest.raises(QibotError, match="Nobody is left to read what is said in confidence about Jo Smith"):
        of_both(config(programme={"team": [ANN.address], "manager": MEG.address}), [ENROLMENT])
