"""Rows of people -> enrolments: who is known already keeps the slug, and what an import would change is shown first."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from qibot.model import Enrolment, Person, Status

FIELDS = ("practitioner", "mentor", "mentor_capacity", "manager", "sponsor", "organisation", "project", "status")


def with_slugs(wanted: list[Enrolment], known: list[Enrolment], blank: Collection[int] = ()) -> list[Enrolment]:
    """The wanted enrolments, each with the slug under which it is known or a new one.

    Rows whose status is `blank` keep the status that they have (who was paused by a command stays paused); one that
    was taken out of the sheet and stands in it again is active.
    """
    slugs: dict[int, str] = {}
    standing: dict[int, Status] = {}
    joined: dict[int, date | None] = {}
    for cohort in {enrolment.cohort for enrolment in wanted}:
        rows = {i: enrolment for i, enrolment in enumerate(wanted) if enrolment.cohort == cohort}
        ours = [enrolment for enrolment in known if enrolment.cohort == cohort]
        matched = _by_address(rows, ours)
        matched |= _by_name(rows, ours, matched)
        fresh = _Slugs(enrolment.slug for enrolment in ours)
        slugs |= {i: matched[i].slug if i in matched else fresh.make(rows[i].practitioner.name) for i in rows}
        joined |= {i: e.joined for i, e in matched.items()}
        standing |= {i: e.status for i, e in matched.items() if i in blank and e.status is not Status.WITHDRAWN}
    return [
        replace(e, slug=slugs[i], status=standing.get(i, e.status), joined=joined.get(i)) for i, e in enumerate(wanted)
    ]


def _by_address(rows: Mapping[int, Enrolment], known: list[Enrolment]) -> dict[int, Enrolment]:
    """Rows and known enrolments that share an address, the likeliest pairs first and each in one pair only."""
    holders: dict[str, list[int]] = {}
    for k, enrolment in enumerate(known):
        for address in enrolment.practitioner.addresses:
            holders.setdefault(address, []).append(k)
    pairs = []
    for i, enrolment in rows.items():
        mine = enrolment.practitioner
        for k, shared in Counter(k for address in mine.addresses for k in holders.get(address, ())).items():
            theirs = known[k].practitioner
            renamed = mine.name.casefold() != theirs.name.casefold()
            gone = known[k].status is Status.WITHDRAWN
            pairs.append((renamed, mine.addresses != theirs.addresses, -shared, gone, i, k))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, k in sorted(pairs):
        if i not in found and k not in taken:
            found[i] = k
            taken.add(k)
    return {i: known[k] for i, k in found.items()}


def _by_name(
    rows: Mapping[int, Enrolment], known: list[Enrolment], matched: Mapping[int, Enrolment]
) -> dict[int, Enrolment]:
    """People whose addresses are all new. Of two namesakes on either side neither is matched: a stranger would inherit
    the other's history."""
    taken = {enrolment.slug for enrolment in matched.values()}
    here = Counter(enrolment.practitioner.name.casefold() for enrolment in rows.values())
    there = Counter(enrolment.practitioner.name.casefold() for enrolment in known)
    by_name = {enrolment.practitioner.name.casefold(): enrolment for enrolment in known}
    found = {}
    for i, enrolment in rows.items():
        name = enrolment.practitioner.name.casefold()
        if i not in matched and here[name] == there[name] == 1 and by_name[name].slug not in taken:
            found[i] = by_name[name]
    return found


class _Slugs:
    """Makes slugs that no other enrolment of the cohort bears."""

    def __init__(self, taken: Iterable[str]) -> None:
        self.taken = set(taken)
        self.numbers: dict[str, Iterator[int]] = {}

    def make(self, name: str) -> str:
        folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        dotted = re.sub(r"[^a-z0-9.-]", "", re.sub(r"\s+", ".", folded))
        base = re.sub(r"\.{2,}", ".", dotted)[:40].strip(".-") or "p"
        slug, numbers = base, self.numbers.setdefault(base, itertools.count(2))
        while slug in self.taken:
            suffix = f".{next(numbers)}"
            slug = base[: 40 - len(suffix)].rstrip(".-") + suffix
        self.taken.add(slug)
        return slug


# --- what an import would change ---


@dataclass(frozen=True)
class RosterChange:
    """What importing the sheet would do to one enrolment."""

    unit: str
    before: Enrolment | None
    after: Enrolment

    @property
    def kind(self) -> Literal["addition", "change", "removal"]:
        """A removal is a withdrawal and nothing else, whether the row is gone or says so itself."""
        if self.before is None:
            return "addition"
        withdrawal = self.before != self.after == replace(self.before, status=Status.WITHDRAWN)
        return "removal" if withdrawal else "change"

    def lines(self) -> list[str]:
        """A line for each field that changes; for an addition, each field that isn't empty."""
        told = []
        for field in FIELDS:
            label, after = field.replace("_", " "), getattr(self.after, field)
            if self.before is None:
                told += [f"{label}: {_said(after)}"] if after not in (None, "") else []
            elif (before := getattr(self.before, field)) != after:
                told.append(f"{label}: {_said(before)} -> {_said(after)}")
        return told


def compare(known: Mapping[str, Enrolment], wanted: Sequence[Enrolment]) -> list[RosterChange]:
    """What differs, by unit: additions and changes in the sheet's order, then who is no longer in it.

    Nobody is deleted: a removal withdraws, and the history stays.
    """
    changes = [RosterChange(after.unit, known.get(after.unit), after) for after in wanted]
    here = {after.unit for after in wanted}
    for unit, before in known.items():
        if unit not in here and before.status not in (Status.WITHDRAWN, Status.COMPLETED):
            changes.append(RosterChange(unit, before, replace(before, status=Status.WITHDRAWN)))
    return [change for change in changes if change.before != change.after]


def begins(change: RosterChange) -> bool:
    """Whether somebody joins by this change, or comes back: what fell due before is then not owed."""
    before = change.before
    return before is None or (change.after.status is Status.ACTIVE and before.status is not Status.ACTIVE)


def _said(value: Any) -> str:
    if isinstance(value, Person):
        return f"{value.name} <{', '.join(value.addresses)}>"
    return "none" if value in (None, "") else str(value)
