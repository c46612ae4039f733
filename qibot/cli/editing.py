"""A configuration's text with its [signin] section written anew and some lines of [mailbox] changed; the rest stays."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from qibot.expression import expression

_SECTION = expression(r"^\s*\[")


def with_signin(text: str, signin: Mapping[str, Any], mailbox: Mapping[str, Any]) -> str:
    """The text with these settings. Comments and all other sections are left as they are."""
    lines = _without(text.splitlines(), "signin")
    for name, value in mailbox.items():
        lines = _with(lines, "mailbox", name, value)
    section = ["[signin]", *(f"{name} = {_plain(value)}" for name, value in signin.items())]
    place = next((n for n, line in enumerate(lines) if _names(line, "programme")), len(lines))
    return "\n".join([*lines[:place], *section, "", *lines[place:]]) + "\n"


def _without(lines: list[str], section: str) -> list[str]:
    kept: list[str] = []
    inside = False
    for line in lines:
        if _SECTION.match(line):
            inside = _names(line, section)
        if not inside or line.lstrip().startswith("#"):
            kept.append(line)
    return kept


def _with(lines: list[str], section: str, name: str, value: Any) -> list[str]:
    """The lines with one setting of a section set; what stands behind it as a comment is kept."""
    made, inside, done = list(lines), False, False
    for number, line in enumerate(lines):
        if _SECTION.match(line):
            inside = _names(line, section)
        if inside and re.match(rf"\s*{name}\s*=", line):
            comment = re.search(r"\s+#[^\"']*$", line)
            made[number] = f"{name} = {_plain(value)}{comment[0] if comment else ''}"
            done = True
    if not done:
        place = next(n for n, line in enumerate(lines) if _names(line, section))
        made.insert(place + 1, f"{name} = {_plain(value)}")
    return made


def _names(line: str, section: str) -> bool:
    return bool(re.match(rf"\s*\[\s*{section}\s*\]", line))


def _plain(value: Any) -> str:
    """As TOML writes it; JSON's strings, numbers and truths are TOML's, too."""
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
