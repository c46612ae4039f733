"""Reads the two collections: inputs.txt, what machines answer, and peoples.txt, what only sounds like it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qibot.message import Mail
from tests.support.build import ANN, mail

FOLDER = Path(__file__).parent
OURS = "Report 1 from Jo Smith"


@dataclass(frozen=True)
class Input:
    """One message: its kind, what must come of it, subject, further header fields and text."""

    kind: str
    becomes: str
    subject: str
    headers: tuple[tuple[str, str], ...]
    text: str

    def __repr__(self) -> str:
        return f"{self.kind}: {self.subject}"[:70]

    def read(self, prefix: str = "", sender: str = f"Ann Lee <{ANN.address}>", **more: str) -> Mail:
        """The message as it was read; with In-Reply-To unless `more` says otherwise."""
        named = {name.replace("-", "_"): value for name, value in self.headers}
        parts = {"In_Reply_To": "<a@b.example>", **named, **more}
        return mail(
            sender=sender, subject=prefix + self.subject, text=self.text, **{k: v for k, v in parts.items() if v}
        )


def inputs(name: str = "inputs") -> list[Input]:
    """All messages of a collection."""
    return list(_inputs((FOLDER / f"{name}.txt").read_text(encoding="utf-8").replace("{s}", OURS)))


def _inputs(text: str) -> Iterator[Input]:
    kind, becomes = "", ""
    for block in re.split(r"^--\n", text, flags=re.MULTILINE):
        if heading := re.search(r"^== (.+): (\w+)$", block, re.MULTILINE):
            kind, becomes = heading[1], heading[2]
        head, dash, said = block.partition("\n-\n")
        if not dash:
            continue
        fields = dict(re.findall(r"^([\w-]+): (.*)$", head[head.rindex("Subject: ") :], re.MULTILINE))
        yield Input(kind, becomes, fields.pop("Subject"), tuple(fields.items()), said.rstrip("\n"))
