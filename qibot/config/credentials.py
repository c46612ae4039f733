"""What qibot signs in with: from systemd's credential, else from the file that is named, else from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from qibot.config.config import Config
from qibot.errors import ConfigError

PASSWORD, CERTIFICATE, SECRET, KEY = "qibot_password", "qibot_certificate", "qibot_client_secret", "qibot_google_key"
_MOST = 1_000_000  # bytes; whatever is longer is no credential


def password(config: Config, environ: Mapping[str, str] = os.environ) -> str:
    """The mailbox's password: systemd's credential, else the password file, else QIBOT_PASSWORD, else the inline one.

    Raises ConfigError when none is there or the file can't be read.
    """
    found = _found(config, PASSWORD, config.mailbox.password_file, environ, "The password file")
    if not found:
        if inline := config.mailbox.password:
            return inline
        raise ConfigError(
            [
                (
                    "There is no password for the mailbox: write it to a file that only you can read"
                    " and name that file as mailbox.password_file."
                )
            ]
        )
    write = "write the mailbox's password on its first line (at Microsoft 365 or Google Workspace: `qibot signin`)"
    return _first_line(found, "password", write)


def alert_password(config: Config) -> str:
    """The password of the second SMTP server. Raises ConfigError."""
    second = config.alerts.smtp
    if second is None or not second.password_file:
        raise ConfigError(
            ["There is no password for the second SMTP server: name its file as alerts.smtp.password_file."]
        )
    path = config.path(second.password_file)
    found = str(path), _text(path, "The password file")
    return _first_line(found, "password", "write the second server's password on its first line")


def client_secret(config: Config, environ: Mapping[str, str] = os.environ) -> str:
    """The app's client secret (Microsoft), "" if there is none. Raises ConfigError when the file can't be read."""
    found = _found(config, SECRET, config.signin.secret_file, environ, "The client secret's file")
    return (
        _first_line(found, "client secret's", "write the secret's Value (not its Secret ID) on its first line")
        if found
        else ""
    )


def certificate(config: Config, environ: Mapping[str, str] = os.environ) -> str:
    """The app's private key and certificate (Microsoft) as PEM, "" if there are none. Raises ConfigError."""
    found = _found(config, CERTIFICATE, config.signin.certificate_file, environ, "The certificate's file")
    return found[1] if found else ""


def google_key(config: Config, environ: Mapping[str, str] = os.environ) -> str:
    """The service account's key as JSON, "" if there is none. Raises ConfigError when the file can't be read."""
    found = _found(config, KEY, config.signin.key_file, environ, "The service account's key file")
    return found[1] if found else ""


def _found(config: Config, name: str, named: str, environ: Mapping[str, str], what: str) -> tuple[str, str] | None:
    """Where a credential was found, and what it says."""
    if folder := environ.get("CREDENTIALS_DIRECTORY"):
        credential = Path(folder) / name
        if credential.is_file():
            return str(credential), _text(credential, what)
    if named:
        path = config.path(named)
        return str(path), _text(path, what)
    if text := environ.get(name.upper(), ""):
        return name.upper(), text
    return None


def _text(path: Path, what: str) -> str:
    try:
        with path.open("rb") as opened:
            return opened.read(_MOST).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as e:
        raise ConfigError([f"{what} {path} can't be read: {e}"]) from None


def _first_line(found: tuple[str, str], what: str, todo: str) -> str:
    where, text = found
    lines = text.splitlines()
    if not lines or not lines[0].strip():
        raise ConfigError([f"The {what} file {where} is empty: {todo}."])
    return lines[0].strip()
