"""A configuration file -> `Config`, or all its faults in sentences."""

from __future__ import annotations

import difflib
import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from qibot.config.config import Config
from qibot.config.programme import Cohort
from qibot.config.section import Section
from qibot.errors import ConfigError

DEFAULT_PATH = "config.toml"


def load(path: Path) -> Config:
    """Read and check a configuration file. Raises ConfigError with one sentence a fault."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ConfigError(
            [f"There is no configuration at {path}. Make one with `qibot init DIR`, or name yours with --config."]
        ) from None
    except (OSError, UnicodeDecodeError) as e:
        raise ConfigError([f"{path} can't be read: {e}"]) from None
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise ConfigError([f"{path} isn't valid TOML: {e}"]) from None
    raw.pop("base", None)
    try:
        config = Config.model_validate({**_with_paths(raw, path.resolve().parent), "base": path.resolve().parent})
    except ValidationError as e:
        raise ConfigError([_sentence(path, error) for error in e.errors()]) from None
    if config.mailbox.password and path.stat().st_mode & 0o077:
        raise ConfigError(
            [f"{path} holds a password but others may read the file: `chmod 600 {path}`, or use mailbox.password_file."]
        )
    return config


def _with_paths(raw: dict[str, Any], base: Path) -> dict[str, Any]:
    """The raw settings with the certificate files counted from the configuration's folder."""
    alerts = raw.get("alerts")
    second = alerts.get("smtp") if isinstance(alerts, dict) else None
    for section in (raw.get("imap"), raw.get("smtp"), raw.get("signin"), second):
        if isinstance(section, dict) and isinstance(given := section.get("ca_file"), str) and given:
            section["ca_file"] = str(base / Path(given).expanduser())
    return raw


def _sentence(path: Path, error: Any) -> str:
    where = ".".join(str(step) for step in error["loc"])
    kind, text = error["type"], error["msg"].removeprefix("Value error, ")
    if kind == "missing":
        return f"{path}: {where} is missing."
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(str(error["loc"][-1]), _names(error["loc"][:-1]), n=1)
        return f"{path}: {where} isn't a setting" + (f"; did you mean {near[0]}?" if near else ".")
    return f"{path}: {where + ': ' if where else ''}{text}."


def _names(loc: tuple[Any, ...]) -> list[str]:
    """What may stand at this place of the file."""
    if not loc:
        return list(Config.model_fields)
    section = Cohort if loc[0] == "cohorts" else Config.model_fields[loc[0]].annotation
    return list(section.model_fields) if isinstance(section, type) and issubclass(section, Section) else []
