"""Reads the collection: plain text files that a person can check (README.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qibot.understanding.meaning.features import Setting

FOLDER = Path(__file__).parent
_ROLES = {"practitioner": "PRAC", "mentor": "MENT", "manager": "MGR", "team": "TEAM", "other practitioner": "OTHER"}


@dataclass(frozen=True)
class Message:
    """One message: its fields, its cast and its words."""

    key: str
    file: str
    fields: dict[str, str]
    cast: dict[str, str]
    text: str

    @property
    def what(self) -> str:
        """What must come of it, the kind alone: feedback, private …"""
        return self.fields["what"].split()[0]

    @property
    def right(self) -> set[str]:
        """All kinds that are right."""
        also = self.fields.get("also right", "")
        return {self.what, *(one.split()[0] for one in also.split(",") if one.strip())}

    @property
    def setting(self) -> Setting:
        """What the bot knows beside the words."""
        names: dict[str, str] = {}
        for role, token in reversed(_ROLES.items()):
            bare = re.sub(r"\(.*?\)", "", self.cast.get(role, ""))
            names |= {w: token for w in re.findall(r"[^\W\d_]+", bare.lower()) if len(w) > 1}
        names["team"] = "TEAM"
        return Setting(names, self.fields["in"].split()[0], "files" in self.fields)


def messages(folder: Path) -> Iterator[Message]:
    """All messages of a folder."""
    for file in sorted(folder.glob("*.txt")):
        head, *blocks = re.split(r"^=== *", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        cast = _fields(head)
        for block in blocks:
            key, _, rest = block.partition("\n")
            top, _, text = rest.partition("\n\n")
            fields = _fields(top)
            yield Message(key.strip(), file.stem, fields, {**cast, **fields}, text.strip())


def _fields(text: str) -> dict[str, str]:
    pairs = (line.split(":", 1) for line in text.splitlines() if ":" in line)
    return {name.strip(): re.sub(r"\s+#.*", "", value).strip() for name, value in pairs}
