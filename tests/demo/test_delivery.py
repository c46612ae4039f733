"""The demo's SMTP: what is handed in comes out of IMAP as the very bytes, and to nobody else."""

from __future__ import annotations

import smtplib
import threading
from datetime import UTC, datetime, timedelta

import pytest

from qibot.demo.servers import HOST, SIZE_LIMIT, EmbeddedMail
from tests.demo.lines import BOT, JO, MENTOR, NOTE, Clock, logged_in, send, top


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
