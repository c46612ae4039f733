"""The demo's servers start and stop at once, whatever is connected."""

from __future__ import annotations

import gc
import importlib
import socket
import struct
import sys
import time

import pytest
from imapclient import IMAPClient

from qibot.demo.servers import HOST, EmbeddedMail
from qibot.errors import QibotError
from tests.demo.lines import BOT, NOTE, send


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
