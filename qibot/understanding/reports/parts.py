"""The parts of a mail with several reports: each as an event of its own, or the question which document is which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qibot.events import Arrival, ReportReceived, WhichAsked
from qibot.message import Mail
from qibot.model import Case, Choice, Document, Role, named
from qibot.understanding.matter.doubt import TEAM_ALONE, held_meanwhile

Shares = tuple[tuple[int, ...], ...]  # of each report its number, and the places of its documents among the files


def each_filed(arrival: Arrival, unit: str, shares: Shares, apart: str = "") -> ReportReceived:
    """The event of the first of these reports, with the others beside it; each with its own documents alone."""
    numbers = [share[0] for share in shares]
    parts = [
        ReportReceived(
            replace(arrival, mail=part_of(arrival.mail, share[1:], first=n == 0)),
            unit,
            share[0],
            apart=apart,
            along=tuple(x for x in numbers if x != share[0]),
        )
        for n, share in enumerate(shares)
    ]
    return replace(parts[0], beside=tuple(parts[1:]))


def part_of(mail: Mail, places: Iterable[int], *, first: bool) -> Mail:
    """The mail with only the documents at these places; what is pasted into the words goes with the first part."""
    own = {mail.files[p].start for p in places if p < len(mail.files)}
    documents = tuple(d for d in mail.documents if (first if d.inline else d.start in own))
    if first:
        return replace(mail, documents=documents)
    return replace(mail, documents=documents, photographs=(), pictures=(), held=(), letters=())


def asked_which(arrival: Arrival, case: Case, ways: tuple[Shares, ...], apart: str = "") -> WhichAsked:
    """The question to the practitioner which document is which report; nothing is passed on meanwhile."""
    files, e = arrival.mail.files, case.enrolment
    choices = [Choice("report", e.unit, way[0][0], _label(way, files), shares=way, apart=apart) for way in ways]
    choices.append(Choice("private", e.unit, 0, TEAM_ALONE))
    asked = WhichAsked(
        arrival, tuple(choices), tuple(c.label for c in choices), e.practitioner.name, Role.PRACTITIONER, documents=True
    )
    return held_meanwhile(asked, e.unit)


def _label(way: Shares, files: tuple[Document, ...]) -> str:
    if len(way) == 1:
        return f"All of it is {named(way[0][0])}"
    if files and len({share[1:] for share in way}) == 1:
        what = files[0].name if len(files) == 1 else "All of it together"
        return f"{what} is {' and '.join(named(share[0]) for share in way)}"
    if not files:
        return "The links are " + " and ".join(named(share[0]) for share in way)
    common = set.intersection(*(set(share[1:]) for share in way))
    own = sorted(([p for p in share[1:] if p not in common], share[0]) for share in way)
    said = ", ".join(f"{', '.join(files[p].name for p in places)} is {named(n)}" for places, n in own)
    return said + (f"; {', '.join(files[p].name for p in sorted(common))} goes with each" if common else "")
