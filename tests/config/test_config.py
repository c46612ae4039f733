"""The configuration: the specification of config.py, and of the example that newcomers begin with."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from qibot.config.config import Config
from qibot.config.credentials import password
from qibot.config.loading import load
from qibot.errors import ConfigError
from tests.support.build import config

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


def loaded(folder: Path, text: str, mode: int = 0o644) -> Config:
    path = folder / "config.toml"
    path.write_text(text)
    path.chmod(mode)
    return load(path)


def faults(folder: Path, text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        loaded(folder, text)
    return str(caught.value)


def test_a_fresh_configuration_needs_fewer_than_ten_lines() -> None:
    values = [line for line in EXAMPLE.read_text().splitlines() if "=" in line and not line.startswith("#")]
    assert len(values) < 10
    load(EXAMPLE)


def plain(value: Any) -> Any:
    """As TOML reads it: tuples are lists there."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return [plain(v) for v in value] if isinstance(value, tuple) else value


def test_the_example_names_every_setting_with_its_true_default() -> None:
    """So that nobody has to read the code, and the example can't go stale."""
    text = EXAMPLE.read_text().replace('"2026-27"', "c")
    below = text.split("# Everything below")[1]
    shown = [
        line.removeprefix("# ")
        for line in below.splitlines()[1:]
        if line.startswith(("# [", "# ")) and ("=" in line or line.startswith("# ["))
    ]
    written = tomllib.loads("\n".join(shown))
    defaults = load(EXAMPLE).model_dump(by_alias=True)
    defaults["cohorts"] = defaults["cohorts"]["2026-27"]
    written["cohorts"] = written["cohorts"]["c"]
    for section, values in written.items():
        for name, value in values.items():
            assert value == plain(defaults[section][name]), f"{section}.{name}"
    mandatory = {"address", "imap_host", "smtp_host", "password_file", "password", "team", "manager", "secret_expires"}
    for section in ("mailbox", "programme", "signin", "imap", "smtp", "calendar", "limits", "trust", "folders"):
        assert set(defaults[section]) - mandatory == set(written[section]), section


def test_every_missing_setting_is_named() -> None:
    with pytest.raises(ValueError, match="imap_host"):
        config(mailbox={"imap_host": None})


def test_all_faults_are_told_at_once_with_their_places(tmp_path: Path) -> None:
    text = (
        EXAMPLE.read_text()
        .replace("reports = 8", 'reports = "many"')
        .replace("[mailbox]\naddress", "[mailbox]\nadress")
    )
    said = faults(tmp_path, text)
    assert "cohorts.2026-27.reports" in said
    assert "mailbox.address is missing" in said
    assert "did you mean address?" in said


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('"2026-10"', '"October"', "2026-10"),
        ('"programme.manager@council.example"', '"the manager"', "e-mail address"),
        ('["community.planning@council.example"]', "[]", "team"),
        ('[cohorts."2026-27"]', '[cohorts."../x"]', "can't name a cohort"),
    ],
)
def test_a_wrong_value_is_told_with_a_right_one(tmp_path: Path, old: str, new: str, named: str) -> None:
    assert named in faults(tmp_path, EXAMPLE.read_text().replace(old, new))


def test_no_file_broken_toml_and_bad_encoding_are_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="qibot init"):
        load(tmp_path / "config.toml")
    assert "TOML" in faults(tmp_path, "[mailbox")
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="can't be read"):
        load(tmp_path / "config.toml")


@pytest.mark.parametrize("section", ["imap", "smtp"])
def test_plain_connections_are_for_this_machine_alone(section: str) -> None:
    sections: dict[str, dict[str, Any]] = {section: {"security": "plain"}}
    config(**sections)
    with pytest.raises(ValueError, match="readably"):
        config(**sections, mailbox={f"{section}_host": "mail.council.example"})


def test_an_unknown_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="Europe/London"):
        config(programme={"timezone": "Europe/Craigie"})


def test_ports_follow_the_protocol_unless_given() -> None:
    assert (config().imap.real_port, config().smtp.real_port) == (993, 587)
    assert config(imap={"security": "starttls"}).imap.real_port == 143
    assert config(smtp={"security": "tls", "port": 2465}).smtp.real_port == 2465


def test_relative_paths_count_from_the_configuration(tmp_path: Path) -> None:
    assert loaded(tmp_path, EXAMPLE.read_text()).data == tmp_path / "data"


def test_the_password_comes_from_the_credential_then_the_file_then_the_environment(tmp_path: Path) -> None:
    settings = loaded(tmp_path, EXAMPLE.read_text())
    (tmp_path / "password").write_text("from file\nsecond line\n")
    (tmp_path / "credentials").mkdir()
    assert password(settings, {"QIBOT_PASSWORD": "from environment"}) == "from file"
    (tmp_path / "credentials" / "qibot_password").write_text("from systemd\n")
    assert password(settings, {"CREDENTIALS_DIRECTORY": str(tmp_path / "credentials")}) == "from systemd"
    assert password(config(), {"QIBOT_PASSWORD": "from environment"}) == "from environment"


def test_without_a_password_it_says_where_to_write_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="password_file"):
        password(config(), {})
    settings = loaded(tmp_path, EXAMPLE.read_text())
    with pytest.raises(ConfigError, match="can't be read"):
        password(settings, {})
    (tmp_path / "password").write_text("\n")
    with pytest.raises(ConfigError, match="empty"):
        password(settings, {})


def test_a_password_in_the_configuration_needs_a_private_file(tmp_path: Path) -> None:
    text = EXAMPLE.read_text().replace('password_file = "password" ', 'password = "x" ')
    with pytest.raises(ConfigError, match="chmod 600"):
        loaded(tmp_path, text)
    assert password(loaded(tmp_path, text, 0o600), {}) == "x"


def test_a_password_never_stands_in_the_text_of_the_configuration() -> None:
    assert "hidden" not in repr(config(mailbox={"password": "hidden"}))
