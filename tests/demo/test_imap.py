"""The demo's IMAP, as far as qibot leans on it."""

from __future__ import annotations

import smtplib
import socket
import threading
import time
from datetime import datetime

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError, LoginError

from qibot.demo.servers import HOST, EmbeddedMail
from tests.demo.lines import BOT, INDIA, JO, MENTOR, NOTE, logged_in, send, top, wait_for_exists


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
