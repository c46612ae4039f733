"""The demo's mail servers: real IMAP and SMTP, as far as qibot leans on them."""

from __future__ import annotations

import gc
import importlib
import smtplib
import socket
import struct
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError, LoginError

from qibot.demo.servers import HOST, SIZE_LIMIT, EmbeddedMail
from qibot.errors import QibotError

BOT, MENTOR, JO = "bot@lab.example", "mentor@lab.example", "jo@lab.example"
NOTE = b"From: jo@lab.example\r\nTo: everybody@else.example\r\nSubject: October\r\n\r\nDone.\r\n"
INDIA = timezone(timedelta(hours=5, minutes=30))


class Clock:
    """Stands until it is set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 16, 9, 0, 7, tzinfo=INDIA)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def mail(clock: Clock) -> Iterator[EmbeddedMail]:
    with EmbeddedMail(clock) as running:
        yield running


@contextmanager
def logged_in(mail: EmbeddedMail, user: str = BOT) -> Iterator[IMAPClient]:
    with IMAPClient(HOST, mail.imap_port, ssl=False, timeout=10) as client:
        client.normalise_times = False
        client.login(user, mail.password)
        client.select_folder("INBOX")
        yield client


def send(mail: EmbeddedMail, raw: bytes, *to: str, sender: str = JO) -> None:
    with smtplib.SMTP(HOST, mail.smtp_port, timeout=10) as smtp:
        smtp.sendmail(sender, to or [BOT], raw)


def top(to: str = BOT, sender: str = JO) -> bytes:
    return f"Return-Path: <{sender}>\r\nDelivered-To: {to}\r\n".encode()


def wait_for_exists(client: IMAPClient, number: int) -> bool:
    until = time.monotonic() + 5
    while time.monotonic() < until:
        if any(answer[:2] == (number, b"EXISTS") for answer in client.idle_check(timeout=1)):
            return True
    return False


# Delivery


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(NOTE, id="a plain one"),
        pytest.param(NOTE + b".\r\n..\r\n.dots\r\n", id="dots at line starts"),
        pytest.param(NOTE + bytes(set(range(256)) - {10, 13}) + b"\r\n", id="every byte"),
        pytest.param(NOTE + b"bare\nline\nfeeds\r\n \r\n\t\r\n\r\n\r\n", id="odd line ends"),
        pytest.param(NOTE + b"x" * 100_000 + b"\r\n", id="a very long line"),
        pytest.param(b"Subject: without an empty line\r\n", id="only a header"),
        pytest.param(b"no header at all\r\n", id="no header"),
        pytest.param(
            b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\none\r\n--b', id="unclosed multipart"
        ),
    ],
)
def test_a_message_comes_out_of_imap_as_the_bytes_that_went_into_smtp(mail: EmbeddedMail, raw: bytes) -> None:
    send(mail, raw)
    raw = raw if raw.endswith(b"\r\n") else raw + b"\r\n"  # the line end before SMTP's final dot
    with logged_in(mail) as client:
        (found,) = client.fetch(client.search(), ["BODY.PEEK[]", "RFC822.SIZE"]).values()
    assert found[b"BODY[]"] == top() + raw == mail.letters(BOT)[0][1]
    assert found[b"RFC822.SIZE"] == len(top() + raw)
    assert mail.delivered[0].raw == raw


def test_five_megabytes_arrive_byte_for_byte_whole_and_in_parts(mail: EmbeddedMail) -> None:
    raw = NOTE + b"".join(b"%075d\r\n" % n for n in range(65_000))
    assert len(raw) > 5_000_000
    send(mail, raw)
    sent = top() + raw
    with logged_in(mail) as client:
        (uid,) = client.search()
        assert client.fetch([uid], ["BODY.PEEK[]"])[uid][b"BODY[]"] == sent
        part = client.fetch([uid], ["BODY.PEEK[]<1000000.500000>"])[uid]
        assert part[b"BODY[]<1000000>"] == sent[1_000_000:1_500_000]
        rest = client.fetch([uid], ["BODY.PEEK[]<5000000.9000000>"])[uid]
        assert rest[b"BODY[]<5000000>"] == sent[5_000_000:]
        assert client.search("UNSEEN") == [uid]


def test_a_message_over_the_size_limit_is_refused(mail: EmbeddedMail) -> None:
    with smtplib.SMTP(HOST, mail.smtp_port, timeout=10) as smtp:
        smtp.ehlo()
        assert smtp.esmtp_features["size"] == str(SIZE_LIMIT)
        assert smtp.mail(JO, [f"size={SIZE_LIMIT + 1}"])[0] == 552
    assert mail.delivered == []


def test_the_arrival_time_is_what_the_clock_says(mail: EmbeddedMail, clock: Clock) -> None:
    first, second = clock.now, datetime(2025, 12, 31, 23, 59, 59, 250_000, tzinfo=UTC)
    send(mail, NOTE)
    clock.now = second
    send(mail, NOTE)
    with logged_in(mail) as client:
        shown = [found[b"INTERNALDATE"] for found in client.fetch(client.search(), ["INTERNALDATE"]).values()]
        assert client.search(["SINCE", first.date()]) == client.search()[:1]
    assert shown == [first, second.replace(microsecond=0)]
    assert shown[0].utcoffset() == first.utcoffset()
    assert [arrived for arrived, _ in mail.letters(BOT)] == [first, second]
    assert [delivery.arrived for delivery in mail.delivered] == [first, second]


def test_the_envelope_alone_decides_who_gets_it(mail: EmbeddedMail) -> None:
    send(mail, NOTE, BOT, MENTOR)
    assert mail.letters("everybody@else.example") == []
    assert [raw for _, raw in mail.letters(BOT)] == [top(BOT) + NOTE]
    assert [raw for _, raw in mail.letters(MENTOR)] == [top(MENTOR) + NOTE]
    assert [(d.mail_from, d.rcpt, d.raw) for d in mail.delivered] == [(JO, BOT, NOTE), (JO, MENTOR, NOTE)]


def test_the_part_after_a_plus_and_the_case_do_not_matter(mail: EmbeddedMail) -> None:
    send(mail, NOTE, "Bot+Oct+3@LAB.example")
    assert [raw for _, raw in mail.letters(BOT)] == [top("Bot+Oct+3@LAB.example") + NOTE]
    assert mail.delivered[0].rcpt == "Bot+Oct+3@LAB.example"
    with logged_in(mail, "BOT@lab.example") as client:
        assert len(client.search()) == 1


def test_a_bounce_keeps_its_empty_sender(mail: EmbeddedMail) -> None:
    send(mail, NOTE, sender="")
    assert mail.letters(BOT)[0][1] == top(sender="") + NOTE
    assert mail.delivered[0].mail_from == ""


def test_the_log_holds_every_delivery_in_the_order_of_arrival(mail: EmbeddedMail, clock: Clock) -> None:
    ticks = iter(range(1000))
    mail._clock = lambda: clock.now + timedelta(seconds=next(ticks))

    def send_ten() -> None:
        for _ in range(10):
            send(mail, NOTE, BOT, MENTOR)

    senders = [threading.Thread(target=send_ten) for _ in range(4)]
    for thread in senders:
        thread.start()
    for thread in senders:
        thread.join()
    arrivals = [delivery.arrived for delivery in mail.delivered]
    assert len(arrivals) == 80
    assert arrivals == sorted(arrivals)
    assert [arrived for arrived, _ in mail.letters(BOT)] == arrivals[::2]


# IMAP


def test_idle_wakes_up_when_a_message_arrives(mail: EmbeddedMail) -> None:
    with logged_in(mail) as client:
        for number in range(1, 6):
            client.idle()
            send(mail, NOTE)
            started = time.monotonic()
            assert wait_for_exists(client, number)
            assert time.monotonic() - started < 1
            client.idle_done()


def test_idle_tells_what_arrived_just_before_it(mail: EmbeddedMail) -> None:
    """On a bare socket: imaplib hides an answer that comes together with the server's leave to idle."""
    with socket.create_connection((HOST, mail.imap_port), timeout=10) as line, line.makefile("rb") as answers:
        line.sendall(b"a LOGIN %s %s\r\nb SELECT INBOX\r\n" % (BOT.encode(), mail.password.encode()))
        assert any(answer.startswith(b"b OK") for answer in answers)
        send(mail, NOTE)
        line.sendall(b"c IDLE\r\n")
        assert any(answer == b"* 1 EXISTS\r\n" for answer in answers)


def test_a_flood_during_idle_never_shows_half_an_answer(mail: EmbeddedMail) -> None:
    def send_many() -> None:
        with smtplib.SMTP(HOST, mail.smtp_port, timeout=10) as smtp:
            for _ in range(100):
                smtp.sendmail(JO, [BOT], NOTE)

    with logged_in(mail) as client:
        client.idle()
        sender = threading.Thread(target=send_many)
        sender.start()
        assert wait_for_exists(client, 100)
        sender.join()
        client.idle_done()


def test_what_is_done_moves_to_a_folder_of_its_own(mail: EmbeddedMail) -> None:
    send(mail, NOTE)
    send(mail, NOTE)
    with logged_in(mail) as client:
        assert not client.folder_exists("qibot/done")
        client.create_folder("qibot/done")
        assert client.folder_exists("qibot/done")
        first, second = client.search()
        client.move([first], "qibot/done")
        assert client.search() == [second]
        client.select_folder("qibot/done")
        (done,) = client.fetch(client.search(), ["BODY.PEEK[]"]).values()
        assert done[b"BODY[]"] == top() + NOTE
        with pytest.raises(IMAPClientError):
            client.move(client.search(), "nowhere")
        with pytest.raises(IMAPClientError):
            client.create_folder("qibot/done")
    assert len(mail.letters(BOT)) == 1


def test_append_keeps_the_bytes_the_flags_and_the_arrival_time(mail: EmbeddedMail) -> None:
    then = datetime(2025, 10, 15, 8, 30, tzinfo=INDIA)
    with logged_in(mail) as client:
        client.append("INBOX", NOTE, [b"\\Seen"], then)
        (found,) = client.fetch(client.search(), ["BODY.PEEK[]", "FLAGS", "INTERNALDATE"]).values()
    assert found[b"BODY[]"] == NOTE
    assert b"\\Seen" in found[b"FLAGS"]
    assert mail.letters(BOT) == [(then, NOTE)]
    assert (found[b"INTERNALDATE"], mail.delivered) == (then, [])


def test_search_finds_by_header_flag_and_number(mail: EmbeddedMail) -> None:
    send(mail, b"Message-ID: <one@x>\r\n" + NOTE)
    send(mail, b"Message-ID: <two@x>\r\n" + NOTE)
    with logged_in(mail) as client:
        first, second = client.search()
        assert client.search(["HEADER", "Message-ID", "two@x"]) == [second]
        assert client.search(["UID", f"{second}:*"]) == [second]
        client.add_flags([first], [b"\\Seen"])
        assert client.search("UNSEEN") == [second]


def test_a_wrong_password_is_refused(mail: EmbeddedMail) -> None:
    with IMAPClient(HOST, mail.imap_port, ssl=False, timeout=10) as client, pytest.raises(LoginError):
        client.login(BOT, "guess")
    with smtplib.SMTP(HOST, mail.smtp_port, timeout=10) as smtp, pytest.raises(smtplib.SMTPAuthenticationError):
        smtp.login(BOT, "guess")


def test_smtp_takes_the_right_password(mail: EmbeddedMail, caplog: pytest.LogCaptureFixture) -> None:
    with smtplib.SMTP(HOST, mail.smtp_port, timeout=10) as smtp:
        smtp.login(BOT, mail.password)
        smtp.sendmail(BOT, [MENTOR], NOTE)
    assert len(mail.letters(MENTOR)) == 1
    assert caplog.records == []


# Start and stop


def test_it_starts_and_stops_within_a_second_whatever_is_connected(caplog: pytest.LogCaptureFixture) -> None:
    started = time.monotonic()
    with EmbeddedMail() as mail:
        assert time.monotonic() - started < 1
        send(mail, NOTE)
        idling = IMAPClient(HOST, mail.imap_port, ssl=False, timeout=10)
        idling.login(BOT, mail.password)
        idling.select_folder("INBOX")
        idling.idle()
        sending = socket.create_connection((HOST, mail.smtp_port))
        sending.sendall(b"EHLO x\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\nhalf a mess")
        time.sleep(0.1)
        silent = [socket.create_connection((HOST, port)) for port in (mail.imap_port, mail.smtp_port) * 5]
        stopping = time.monotonic()
    assert time.monotonic() - stopping < 1
    assert not mail._thread.is_alive()
    for port in (mail.imap_port, mail.smtp_port):
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((HOST, port))
    idling.shutdown()
    for client in [sending, *silent]:
        client.close()
    gc.collect()  # an unclosed socket or a forgotten task would complain here
    assert caplog.records == []
    assert len(mail.delivered) == 1


def test_a_client_that_vanishes_leaves_no_complaint(mail: EmbeddedMail, caplog: pytest.LogCaptureFixture) -> None:
    for port, said in ((mail.smtp_port, b"EHLO x\r\nMAIL FROM:<a@b>\r\n"), (mail.imap_port, b"a LOGIN b secret\r\n")):
        rude = socket.create_connection((HOST, port))
        rude.sendall(said)
        rude.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # close by reset
        rude.close()
    send(mail, NOTE)
    assert len(mail.letters(BOT)) == 1
    gc.collect()
    assert caplog.records == []


def test_a_port_in_use_is_told_at_the_start(mail: EmbeddedMail) -> None:
    with pytest.raises(QibotError, match="can't start"), EmbeddedMail(imap_port=mail.imap_port):
        pass


def test_letters_can_be_read_only_while_it_runs() -> None:
    with EmbeddedMail() as mail:
        assert mail.letters("nobody@lab.example") == []
    with pytest.raises(QibotError, match="aren't running"):
        mail.letters("nobody@lab.example")


@pytest.mark.parametrize("part", ["aiosmtpd.smtp", "pymap.imap"])
def test_without_its_parts_it_says_what_to_install(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, part, None)
    monkeypatch.delitem(sys.modules, "qibot.demo.servers")
    with pytest.raises(QibotError, match=r"pip install 'qibot\[demo\]'"):
        importlib.import_module("qibot.demo.servers")
