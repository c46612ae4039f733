"""The configuration and the password are found where the user put them, and never half understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.config.config import Config
from tests.support.commands import Qibot, wrong
from tests.support.programme import Programme


def test_the_configuration_is_the_named_one_else_the_environments_else_the_one_here(
    p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    p.enrol()
    assert "Jo Smith" in qibot("people").out  # QIBOT_CONFIG
    monkeypatch.setenv("QIBOT_CONFIG", str(tmp_path / "no.toml"))
    said = qibot("people")
    assert said.code == 1
    assert f"There is no configuration at {tmp_path / 'no.toml'}." in said.err
    assert "qibot init DIR" in said.err
    assert "Jo Smith" in qibot("people", "--config", p.path).out
    monkeypatch.delenv("QIBOT_CONFIG")
    assert qibot("people").code == 1
    monkeypatch.chdir(p.folder)
    assert "Jo Smith" in qibot("people").out


@pytest.mark.parametrize("command", ["check", "people", "once", "run", "status"])
def test_no_command_works_with_a_wrong_configuration(p: Programme, qibot: Qibot, command: str) -> None:
    p.configure(imap={"serurity": "tls"}, mailbox={"address": "nobody"}, mialbox={})
    said = qibot(command)
    assert (said.code, said.out) == (1, "")
    assert "imap.serurity isn't a setting; did you mean security?" in said.err
    assert "mialbox isn't a setting; did you mean mailbox?" in said.err
    assert "“nobody” isn't an e-mail address" in said.err
    p.path.write_text("[mailbox\naddress = 1\n")
    said = qibot(command)
    assert (said.code, said.out) == (1, "")
    assert "isn't valid TOML" in said.err
    assert "line 1" in said.err


def inline(p: Programme, mode: int) -> Config:
    p.path.write_text(p.path.read_text().replace('password_file = "password"', 'password = "secret"'))
    p.path.chmod(mode)
    return p.settings


def test_the_password_may_come_from_a_systemd_credential(
    p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch
) -> None:
    p.enrol()
    (p.folder / "password").write_text("an old one")
    assert list(wrong(qibot("check"))) == ["imap", "smtp"]
    credentials = p.folder / "credentials"
    credentials.mkdir()
    (credentials / "qibot_password").write_text("secret\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(credentials))
    assert wrong(qibot("check")) == {}


def test_the_password_may_come_from_the_environment(
    p: Programme, qibot: Qibot, monkeypatch: pytest.MonkeyPatch
) -> None:
    p.enrol()
    p.configure(mailbox={"password_file": ""})
    found = wrong(qibot("check"))
    assert list(found) == ["password", "imap", "smtp"]
    assert "mailbox.password_file" in found["imap"]
    monkeypatch.setenv("QIBOT_PASSWORD", "secret")
    assert wrong(qibot("check")) == {}


def test_the_password_may_stand_in_a_configuration_that_nobody_else_can_read(p: Programme, qibot: Qibot) -> None:
    p.enrol()
    inline(p, 0o600)
    assert wrong(qibot("check")) == {}
    p.path.chmod(0o640)
    said = qibot("check")
    assert said.code == 1
    assert f"chmod 600 {p.path}" in said.err
