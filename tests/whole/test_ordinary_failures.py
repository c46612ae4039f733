"""What ordinarily goes wrong, each with what is told to whom, and that it goes on by itself when it is mended."""

from __future__ import annotations

import asyncio
import resource
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from imapclient.exceptions import IMAPClientReadOnlyError

from qibot.cli.building import put_together
from qibot.config.mailbox import Imap, Mailbox, Smtp
from qibot.errors import InboxFailed, OutboxFailed
from qibot.mailbox import Delivery, Outbox, Password
from qibot.mailbox.imap_errors import translated
from qibot.mailbox.inbox import Inbox
from qibot.mailbox.reasons import Facts
from qibot.model.desk import DESK, Bounced
from qibot.model.letters import LetterState
from qibot.store.archive import Archive
from tests.support.build import ANN, BOT, CONFIG, ENROLMENT, JO, TEAM, THREADS, at, message
from tests.support.fakes import FakeOutbox
from tests.support.office import Office
from tests.support.programme import Programme, head_of, text_of
from tests.support.world import TEMPLATES, World

REPORT = message(JO.address, "Report 1", files=("r.pdf",))


class Answers(FakeOutbox):
    """A server that answers by script: `says` gives its words for a recipient, empty for yes."""

    def __init__(self) -> None:
        super().__init__()
        self.says: Callable[[str], str] = lambda _recipient: ""

    async def deliver(self, recipients: Sequence[str], raw: bytes, paths: Mapping[str, str] = {}) -> Delivery:
        said = {r: words for r in recipients if (words := self.says(r))}
        done = await super().deliver([r for r in recipients if r not in said], raw, paths)
        later = {r: words for r, words in said.items() if words.startswith("4")}
        return Delivery({**done.outcomes, **{r: w for r, w in said.items() if r not in later}}, later)


class Story(World):
    """A world whose SMTP server answers by script, and that keeps who was told what."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.answers = Answers()
        self.outbox = self.answers
        parts = (Archive(folder), self.inbox, self.outbox, TEMPLATES, THREADS)
        self.bot = put_together(CONFIG, self.store, *parts, lambda: self.now)
        self.now = at("2026-10-12T09:00")

    def minutes(self, *minutes: float) -> None:
        for length in minutes:
            self.now += timedelta(minutes=length)
            self.bot.round()

    def names(self, who: str) -> list[str]:
        return [str(head_of(raw)["X-QI-Letter"]) for to, raw in self.outbox.delivered if who in to]

    def told(self, who: str) -> str:
        return " ".join(text_of(raw) for to, raw in self.outbox.delivered if who in to)


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story(tmp_path)


def bounced(story: Story) -> dict[str, Bounced]:
    return dict(story.store.load(DESK).all(Bounced))


@pytest.mark.parametrize(
    "said",
    ["552 5.2.2 Mailbox full", "552 5.3.4 Message size exceeds fixed limit", "554 5.7.1 looks like spam",
     "550 5.7.1 Client host blocked using zen.spamhaus.org"],
)  # fmt: skip
def test_a_full_mailbox_size_and_policy_are_told_to_the_team_once_and_stop_nothing(story: Story, said: str) -> None:
    story.answers.says = lambda r: said if r == ANN.address else ""
    story.inbox.put(REPORT, story.now)
    story.minutes(0, 10, 10, 10)
    assert story.names(TEAM) == ["report_undeliverable"]
    assert said in story.told(TEAM)
    assert story.names(JO.address) == ["receipt"], "the practitioner isn't troubled with it"
    assert not [b for b in bounced(story).values() if b.permanent]
    story.answers.says = lambda _r: ""
    story.inbox.put(message(JO.address, "A question", "How many pupils?", Message_ID="<q@x>"), story.now)
    story.minutes(1)
    assert "relay_message" in story.names(ANN.address), "the next letter goes to the same address"


def test_greylisting_is_waited_out_and_told_to_nobody(story: Story) -> None:
    story.answers.says = lambda _r: "451 4.7.1 Greylisted, please try again in 5 minutes"
    story.inbox.put(REPORT, story.now)
    story.minutes(0, 2, 2)
    assert not any(to for to, _ in story.outbox.delivered)
    story.answers.says = lambda _r: ""
    story.minutes(30)
    assert (story.names(JO.address), story.names(ANN.address), story.names(TEAM)) == (
        ["receipt"],
        ["forward_report"],
        [],
    )


@pytest.mark.parametrize("fault", [
    "The IMAP server mail:993 refuses the login (AUTHENTICATIONFAILED): check mailbox.user and the mailbox's password.",
    "The name of the IMAP server mail can't be found: check mailbox.imap_host and the DNS.",
])  # fmt: skip
def test_a_mailbox_that_cant_be_opened_is_told_to_the_team_after_half_an_hour_and_when_it_is_over(
    story: Story, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect() -> None:
        raise InboxFailed(fault)

    with monkeypatch.context() as patched:
        patched.setattr(story.inbox, "connect", connect)
        story.minutes(0, 20)
        assert story.names(TEAM) == []
        story.minutes(15, 60, 60)
        assert story.names(TEAM) == ["report_trouble"]
        assert fault.partition(":")[0] in story.told(TEAM)
    story.inbox.put(REPORT, story.now)
    story.minutes(1, 1)
    assert story.names(TEAM) == ["report_trouble", "report_recovered"]
    assert story.names(JO.address)[-1] == "receipt"


def test_a_mailbox_that_can_only_be_read_is_a_fault_for_a_person() -> None:
    fault = translated(IMAPClientReadOnlyError("READ-ONLY"), "filing messages away", "mail", Imap(), Facts("qi"))
    assert "lets us only read" in str(fault)
    assert "give this login the right to move its messages" in str(fault)


def test_a_wrong_password_is_told_by_the_letter_when_it_is_right_again_and_meanwhile_by_the_exit(
    p: Programme, tmp_path: Path
) -> None:
    heard = tmp_path / "heard"
    p.reports(p.jo)
    p.configure(alerts={"on_trouble": f"tee -a {heard}"})
    (p.folder / "password").write_text("wrong\n")
    p.round()
    p.clock.advance(minutes=31)
    done = p.round()
    assert any("refuses the login" in fault for fault in done.faults)
    assert "refuses the login" in heard.read_text(), "the operator hears by the other way"
    assert p.kinds(p.team) == []
    (p.folder / "password").write_text(p.servers.password + "\n")
    p.clock.advance(hours=7)
    for _ in range(3):
        p.round()
    assert p.kinds(p.jo) == ["receipt"]
    assert "Over since" in heard.read_text()


# --- certificates and names ---


@pytest.fixture(scope="session")
def expired(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate of localhost's whose day is over, and its key."""
    folder = tmp_path_factory.mktemp("expired")
    cert, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        ["faketime", "2020-01-01 00:00:00", "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(cert)],
        check=True, capture_output=True,
    )  # fmt: skip
    return cert, key


@pytest.fixture
def old_server(expired: tuple[Path, Path]) -> Iterator[int]:
    """The port of a TLS server that shows it."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*expired)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    line, _ = listening.accept()
                except OSError:
                    return
                with suppress(OSError), line, context.wrap_socket(line, server_side=True) as inner:
                    inner.recv(1)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def inbox_of(host: str, settings: Imap) -> Inbox:
    mailbox = Mailbox(address=BOT, imap_host=host, smtp_host=host)
    return Inbox(mailbox, settings, Password(lambda: "x"), limit_bytes=1000, header_bytes=1000)


def test_an_expired_certificate_is_named_as_such(old_server: int, expired: tuple[Path, Path]) -> None:
    ca = str(expired[0])
    with pytest.raises(InboxFailed, match="certificate that isn't trusted .certificate has expired"):
        inbox_of("localhost", Imap(port=old_server, ca_file=ca, timeout_seconds=5)).connect()
    smtp = Smtp(port=old_server, security="tls", ca_file=ca, timeout_seconds=5)
    outbox = Outbox(Mailbox(address=BOT, imap_host="localhost", smtp_host="localhost"), smtp, Password(lambda: "x"))
    with pytest.raises(OutboxFailed, match="certificate has expired"):
        asyncio.run(outbox.connect())


def test_a_name_that_cant_be_found_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_args: object, **_named: object) -> None:
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", gone)
    with pytest.raises(InboxFailed, match="can't be found: check mailbox.imap_host and the DNS"):
        inbox_of("mail.council.example", Imap(timeout_seconds=5)).connect()


# --- this machine ---


def test_when_file_handles_are_gone_nothing_is_lost_and_it_goes_on(tmp_path: Path) -> None:
    office = Office(tmp_path)
    before = len(office.outbox.delivered)
    office.inbox.put(message(JO.address, "Report 2", files=("two.pdf",)), office.now)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    taken = max(int(p.name) for p in Path("/proc/self/fd").iterdir())
    held = [socket.socket() for _ in range(2)]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(taken, 3), hard))
    try:
        faults = office.bot.round().faults
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        for one in held:
            one.close()
    assert any("Too many open files" in fault or "unexpected" in fault for fault in faults)
    assert office.inbox.waiting
    assert len(office.outbox.delivered) == before
    office.bot.round()
    assert office.bot.round().faults == []
    assert not office.inbox.waiting
    assert len(office.outbox.delivered) == before + 2


@pytest.mark.parametrize("days", [-1, 31])
def test_a_clock_that_is_wrong_for_a_while_doubles_nothing_and_loses_nothing(story: Story, days: int) -> None:
    """What the calendar sends by a wrong clock it sends once; mail counts by its server's clock."""
    story.inbox.put(REPORT, story.now)
    story.minutes(0, 30)
    right = story.now
    story.now = right + timedelta(days=days)
    story.inbox.put(message(JO.address, "A question", "How many pupils shall I ask?", Message_ID="<q@x>"), right)
    story.minutes(0, 30, 30)
    story.now = right + timedelta(hours=2)
    story.minutes(0, 30, 60 * 24, 60 * 24)
    keys = [(to, str(head_of(raw)["Message-ID"])) for to, raw in story.outbox.delivered]
    assert len(keys) == len(set(keys))
    assert story.names(JO.address).count("receipt") == 2
    assert [name for name in story.names(ANN.address) if name in ("forward_report", "relay_message")] == [
        "forward_report", "relay_message",
    ]  # fmt: skip
    waiting = [x for x in story.store.load(ENROLMENT.unit).letters.values() if x.state is LetterState.WAITING]
    assert [x for x in waiting if not x.timed] == []
    report = story.store.load(ENROLMENT.unit).report(1)
    assert report is not None
    assert not report.late


def test_a_machine_whose_clock_is_a_month_ahead_of_a_real_mail_server_chases_nobody_and_says_so(p: Programme) -> None:
    p.configure(service={"clock_hours": 6}, cohort={"first_month": (datetime.now(UTC)).strftime("%Y-%m")})
    p.round()
    before = {who.address: len(p.letters(who)) for who in (p.jo, p.ann, p.meg)}
    p.clock.advance(days=35)
    p.reports(p.jo)
    done = p.round()
    assert any("35 days ahead of the mail server's" in fault for fault in done.faults)
    assert [len(p.letters(who)) - before[who.address] for who in (p.jo, p.ann, p.meg)] == [1, 1, 0]
    assert (p.kinds(p.jo)[-1:], p.kinds(p.ann)[-1:]) == (["receipt"], ["forward_report"])
    assert p.kinds(p.team) == ["report_trouble"]
    p.clock.advance(days=-35)
    assert p.round().faults == []
    assert p.kinds(p.team) == ["report_recovered", "report_trouble"]
