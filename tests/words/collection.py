"""Reads the collection: plain text files that a person can check (README.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qibot.understanding.meaning.features import Setting

FOLDER = Path(__file__).parent
_BREAK = re.compile(r" ?(?<!:)// ?")  # the end of a line, and no address of a page
_ASIDE, _UNMARKED = re.compile("⟦([^⟧]+)⟧"), str.maketrans("", "", "⟦⟧")
_ROLES = {"practitioner": "PRAC", "mentor": "MENT", "manager": "MGR", "team": "TEAM", "other practitioner": "OTHER"}


@dataclass(frozen=True)
class Message:
    """One message: its fields, its cast and its words."""

    key: str
    file: str
    fields: dict[str, str]
    cast: dict[str, str]
    text: str
    asides: tuple[str, ...] = ()  # the parts that are marked as what makes it private

    @property
    def what(self) -> str:
        """What must come of it, the kind alone: feedback, private …"""
        return self.fields["what"].split()[0]

    @property
    def label(self) -> str:
        """What the weights are to tell: the kind with its nature where that decides something."""
        what = self.fields["what"]
        first, _, rest = what.partition("+")
        if rest.strip():  # a report that comes with circumstances: the circumstances must be heard
            return rest.strip()
        kind, _, more = first.strip().partition(" ")
        if kind in ("circumstances", "private"):
            return f"{kind} {more.split()[0]}" if more else kind
        return "report" if kind == "charter" else "machine gone" if what == "machine gone" else kind

    @property
    def right(self) -> set[str]:
        """All kinds that are right."""
        also = self.fields.get("also right", "")
        return {self.what, *(one.split()[0] for one in also.split(",") if one.strip())}

    @property
    def setting(self) -> Setting:
        """What the bot knows beside the words."""
        files = tuple(f.strip() for f in self.fields.get("files", "").split(",") if f.strip())
        subject = "" if self.fields["subject"].lower().startswith("re:") else self.fields["subject"]
        return Setting(names_in(self.cast), self.fields["in"].split()[0], bool(files), files, subject)


@dataclass(frozen=True)
class Sentence:
    """One sentence and what it does, as a role writes it."""

    role: str
    kind: str
    text: str
    names: dict[str, str]
    nature: str = ""


def names_in(cast: dict[str, str]) -> dict[str, str]:
    """Each word of a name with whose it is."""
    names: dict[str, str] = {}
    for role, token in reversed(_ROLES.items()):
        bare = re.sub(r"\(.*?\)", "", cast.get(role, ""))
        names |= {w: token for w in re.findall(r"[^\W\d_]+", bare.lower()) if len(w) > 1}
    return names | {"team": "TEAM"}


def sentences(folder: Path) -> Iterator[Sentence]:
    """All single sentences of a folder."""
    for file in sorted(folder.glob("sentences-*.txt")):
        cast = {"practitioner": "Jo Smith", "mentor": "Ann Baker", "manager": "Mary Reid", "team": "Community Planning"}
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("cast:"):
                role, _, name = line.removeprefix("cast:").strip().partition(" ")
                cast = {**cast, role: name}
            kind, bar, text = line.partition("|")
            if bar and not line.startswith("#"):
                does, _, nature = kind.strip().partition(" ")
                yield Sentence(file.stem.split("-")[1], does, text.strip(), names_in(cast), nature)


CAST = {"practitioner": "Jo Smith", "mentor": "Ann Baker", "manager": "Mary Reid", "team": "Community Planning",
        "other practitioner": "Tom Craig", "organisation": "Dunmore Council"}  # fmt: skip


def lines(folder: Path) -> Iterator[Message]:
    """The messages of the files that hold one a line, each file in four parts as if they were files."""
    for file in sorted(folder.glob("lines-*.txt")):
        role = file.stem.split("-")[1]
        for n, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
            if line.startswith("#") or "|" not in line:
                continue
            what, answers, files, said = (part.strip() for part in line.split("|", 3))
            subject, mark, text = said.partition(" # ") if answers == "fresh" else ("", "", said)
            text = _BREAK.sub("\n", text if mark else subject + text)
            what, _, also = (part.strip() for part in what.partition("/"))
            fields = {"from": role, "in": answers, "what": what, "also right": also, "today": "Wed 2026-11-18",
                      "subject": subject if mark else "Re: Report", **({"files": files} if files else {})}  # fmt: skip
            asides = tuple(_ASIDE.findall(text))
            text = text.translate(_UNMARKED).strip()
            yield Message(f"{file.stem}-{n}", f"{file.stem}-{n // 50}", fields, {**CAST, **fields}, text, asides)


def messages(folder: Path) -> Iterator[Message]:
    """All messages of a folder."""
    yield from lines(folder)
    for file in sorted(f for f in folder.glob("*.txt") if not f.stem.startswith(("sentences", "lines"))):
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
