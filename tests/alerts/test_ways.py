"""The ways by which trouble is told beside the mailbox: a webhook, a second SMTP server, a command."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from qibot.alerts.ways import by_command, by_webhook, ways_of
from qibot.config.loading import load
from qibot.errors import AlertFailed, ConfigError
from tests.support.build import at, config
from tests.support.mailservers import MailServers
from tests.support.ports import free_ports
from tests.support.programme import text_of

NOW = at("2026-10-12T09:00")
TEXT = "qibot for qi@council.example:\nTrouble since Monday: the mailbox is down — really."


class Chat(HTTPServer):
    """Takes what a chat program's webhook takes."""

    def __init__(self) -> None:
        self.got: list[Any] = []
        self.answer, self.moved = 200, ""
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook/s3cret"


class _Handler(BaseHTTPRequestHandler):
    server: Chat

    def do_POST(self) -> None:
        self.server.got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(self.server.answer)
        if self.server.moved:
            self.send_header("Location", self.server.moved)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self) -> None:
        self.server.got.append(None)
        self.send_error(404)

    def log_message(self, *_args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def chat() -> Iterator[Chat]:
    running = Chat()
    thread = threading.Thread(target=running.serve_forever, args=(0.02,))
    thread.start()
    yield running
    running.shutdown()
    thread.join()
    running.server_close()


def test_a_webhook_gets_the_text_as_json(chat: Chat) -> None:
    ways_of(config(alerts={"webhook": chat.url}))["alerts.webhook"](TEXT, NOW)
    assert chat.got == [{"text": TEXT}]


@pytest.mark.parametrize("answer", [302, 400, 404, 500])
def test_a_webhook_that_doesnt_take_it_is_a_fault_that_keeps_its_address_secret(chat: Chat, answer: int) -> None:
    chat.answer, chat.moved = answer, chat.url if answer == 302 else ""
    with pytest.raises(AlertFailed, match=str(answer)) as caught:
        by_webhook(chat.url, TEXT, 5)
    assert "s3cret" not in str(caught.value)
    assert len(chat.got) == 1, "no redirect is followed"


def test_a_webhook_where_nobody_answers_is_a_fault() -> None:
    with pytest.raises(AlertFailed, match="can't be reached"):
        by_webhook(f"http://127.0.0.1:{free_ports(1)[0]}/x", TEXT, 5)


@pytest.mark.parametrize("address", ["http://chat.example/x", "ftp://x", "file:///etc/passwd", "https://", "x"])
def test_a_webhook_that_would_send_readably_or_elsewhere_is_no_setting(address: str) -> None:
    with pytest.raises(ValueError, match="https"):
        config(alerts={"webhook": address})
    config(alerts={"webhook": "https://chat.example/hook"})


def test_a_command_gets_the_text_and_no_shell(tmp_path: Path) -> None:
    heard = tmp_path / "heard; touch x"
    by_command(f"tee '{heard}'", TEXT, 5)
    assert heard.read_text() == TEXT
    assert list(tmp_path.iterdir()) == [heard]


@pytest.mark.parametrize(
    ("command", "said"), [("false", "ended with 1"), ("/nowhere/x", "can't be run"), ("sleep 5", "longer than 0.2")]
)
def test_a_command_that_fails_or_hangs_is_a_fault(command: str, said: str) -> None:
    with pytest.raises(AlertFailed, match=said):
        by_command(command, TEXT, 0.2)


def test_a_second_smtp_server_takes_a_plain_letter(servers: MailServers, mailbox_name: str) -> None:
    second = {
        "host": "localhost", "port": servers.smtp_port, "security": "plain", "login": False, "to": [mailbox_name],
        "sender": "alerts@lab.example",
    }  # fmt: skip
    ways_of(config(alerts={"smtp": second}))["alerts.smtp"](TEXT, NOW)
    servers.wait_for(mailbox_name, 1)
    (raw,) = servers.messages(mailbox_name)
    assert "the mailbox is down — really" in text_of(raw)


def test_a_second_smtp_server_that_is_down_is_a_fault() -> None:
    second = {"host": "localhost", "port": free_ports(1)[0], "security": "plain", "login": False}
    with pytest.raises(AlertFailed, match="Nothing answers"):
        ways_of(config(alerts={"smtp": second}))["alerts.smtp"](TEXT, NOW)


def test_a_second_smtp_server_elsewhere_gets_its_password_by_tls_only() -> None:
    with pytest.raises(ValueError, match=r"alerts\.smtp\.security"):
        config(alerts={"smtp": {"host": "mail.elsewhere.example", "security": "plain"}})


def test_the_second_servers_certificate_file_counts_from_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(
        '[mailbox]\naddress = "a@b.example"\nimap_host = "x"\nsmtp_host = "x"\n[programme]\nteam = ["t@b.example"]\n'
        'manager = "m@b.example"\n[cohorts.c]\nfirst_month = "2026-10"\nreports = 8\n'
        '[alerts.smtp]\nhost = "y"\nca_file = "ca.pem"\n'
    )
    second = load(tmp_path / "config.toml").alerts.smtp
    assert second is not None
    assert second.ca_file == str(tmp_path / "ca.pem")
    (tmp_path / "config.toml").write_text((tmp_path / "config.toml").read_text() + "[alerts]\nwebhok = 'x'\n")
    with pytest.raises(ConfigError, match="did you mean webhook"):
        load(tmp_path / "config.toml")
