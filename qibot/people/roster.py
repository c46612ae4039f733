"""The people sheet, CSV or XLSX: read, checked and compared with the enrolments that are known.

Bytes become rows of cells, whichever program saved them; rows become people, every fault named and none guessed
away; people keep the slug by which they are known. Nothing is returned unless all of the sheet is right.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from qibot.errors import RosterError
from qibot.expression import expression
from qibot.model import Enrolment, Person, Status
from qibot.people.enrolling import with_slugs
from qibot.people.sheet import LAST_COLUMN, MAX_BYTES, MAX_COLUMNS, Spoilt, letters_of, short, table

REQUIRED = ("Cohort", "Practitioner", "Practitioner e-mail", "Mentor", "Mentor e-mail", "Organisation", "Project")
OPTIONAL = ("Mentor capacity", "Manager", "Manager e-mail", "Sponsor", "Sponsor e-mail", "Status")
FILLED = ("Cohort", "Practitioner", "Practitioner e-mail", "Mentor")  # cells that may not be blank

# Characters; a header line that names a person has 998 octets (RFC 5322, 2.1.1).
LONGEST = dict.fromkeys(("Practitioner", "Mentor", "Manager", "Sponsor"), 200) | {"Organisation": 500, "Project": 2000}

EXAMPLE = """\
Cohort,Practitioner,Practitioner e-mail,Mentor,Mentor e-mail,Mentor capacity,Manager,Manager e-mail,Sponsor,\
Sponsor e-mail,Organisation,Project,Status
2026-27,Jo Smith,jo.smith@council.example; jo@home.example,Ann Lee,ann.lee@health.example,4,Sam Reid,\
sam.reid@council.example,Kim Grant,kim.grant@council.example,Example Council,Shorter waits for a care plan,active
"""

_LOCAL = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ADDRESS = expression(rf"(?=[^@]{{1,64}}@){_LOCAL}(?:\.{_LOCAL})*@(?:{_LABEL}\.)+(?=[a-z]){_LABEL}")


def read(path: Path, cohorts: Collection[str], known: Iterable[Enrolment] = ()) -> list[Enrolment]:
    """The sheet's enrolments in its order. Raises RosterError with one sentence a fault if anything at all is wrong.

    Whom we know already (same cohort and an address in common, or else a name that only one can mean) keeps the slug.
    """
    header_line, header, rows = table(path, lambda text: _heading(text) in _HEADINGS)
    faults = _Faults(path.name)
    columns = _columns(header_line, header, faults)
    entries = [_entry(line, cells, columns, cohorts, faults) for line, cells in rows]
    _settle_mentors(entries, faults)
    _check_mentors(entries, faults)
    _check_practitioners(entries, faults)
    if faults.found:
        raise RosterError(faults.sentences())
    blank = {i for i, entry in enumerate(entries) if not entry.cells["Status"]}
    return with_slugs([entry.enrolment for entry in entries], list(known), blank)


class _Faults:
    """The faults found so far, each one sentence that says where it is and what to do."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[tuple[int, str]] = []

    def add(self, line: int, column: str, fault: str) -> None:
        """A fault in one cell; the text goes without its full stop."""
        stop = "" if fault.endswith("?") else "."
        self.found.append((line, f'{self.name}, line {line}, column "{column}": {fault}{stop}'))

    def sentences(self) -> list[str]:
        """In the order of the sheet, whichever check came first."""
        return [sentence for _, sentence in sorted(self.found, key=lambda fault: fault[0])]


@dataclass
class _Entry:
    """A row on its way to an enrolment; its cells are kept for the checks that look at several rows."""

    line: int
    cells: dict[str, str]
    enrolment: Enrolment


def _heading(text: str) -> str:
    """A heading without what people write differently."""
    return re.sub(r"[\s_\u2010-\u2015-]", "", unicodedata.normalize("NFKC", text).casefold())


def _headings() -> dict[str, str]:
    known = {}
    for column in (*REQUIRED, *OPTIONAL):
        plain = _heading(column)
        known[plain] = column
        if who := plain.removesuffix("email") if plain.endswith("email") else "":
            known |= {f"{who}address": column, f"{who}emailaddress": column}
    return known


_HEADINGS = _headings()


def _columns(line: int, header: list[str], faults: _Faults) -> list[str]:
    """The column's proper name for each heading. A missing column ends the reading: every row would only repeat it."""
    if len(header) > MAX_COLUMNS:
        raise RosterError([f"{faults.name}, line {line} has {len(header):,} columns: keep those of a people sheet."])
    columns = [_HEADINGS.get(_heading(text), short(text)) for text in header]
    for number, text in enumerate(header, 1):
        if isinstance(text, Spoilt):
            faults.add(line, letters_of(number), text)
        elif text and _heading(text) not in _HEADINGS:
            near = difflib.get_close_matches(_heading(text)[:80], _HEADINGS, n=1)
            hint = f"did you mean “{_HEADINGS[near[0]]}”?" if near else f"use only {', '.join((*REQUIRED, *OPTIONAL))}"
            faults.add(line, short(text), f"there is no such column: {hint}")
    for column in (*REQUIRED, *OPTIONAL):
        if columns.count(column) > 1:
            faults.add(line, column, "the column stands there more than once: remove one")
    missing = [column for column in REQUIRED if column not in columns]
    for column in missing:
        faults.add(line, column, "the column is missing: add it")
    if missing:
        raise RosterError(faults.sentences())
    return columns


def _entry(line: int, cells: list[str], columns: list[str], cohorts: Collection[str], faults: _Faults) -> _Entry:
    """The row as an enrolment without a slug; what is faulty in it stays blank, so that the other checks can go on."""
    by_column = dict.fromkeys((*REQUIRED, *OPTIONAL, *columns), "") | dict(zip(columns, cells, strict=False))
    stray = [n for n, cell in enumerate(cells) if cell and (n >= len(columns) or not columns[n])]
    if stray:
        fault = f"“{short(cells[stray[0]])}” stands under no heading: move or remove it"
        faults.add(line, letters_of(min(stray[0] + 1, LAST_COLUMN)), fault)
    for column in filter(None, columns):
        if isinstance(by_column[column], Spoilt):
            faults.add(line, column, by_column[column])
        elif column in FILLED and not by_column[column]:
            faults.add(line, column, "the cell is empty: fill it in")
        elif len(by_column[column]) > (most := LONGEST.get(column, MAX_BYTES)):
            faults.add(line, column, f"“{short(by_column[column])}” is longer than {most} characters: shorten it")
            by_column[column] = Spoilt("too long")
    row = _Row(line, by_column, faults)
    cohort = row.one_of("Cohort", cohorts)
    enrolment = Enrolment(
        cohort=cohort,
        slug="",
        practitioner=Person(row.usable("Practitioner"), row.addresses("Practitioner e-mail")),
        mentor=Person(row.usable("Mentor"), row.addresses("Mentor e-mail")),
        manager=row.person("Manager"),
        sponsor=row.person("Sponsor"),
        organisation=by_column["Organisation"],
        project=by_column["Project"],
        status=Status(row.one_of("Status", list(Status), str.lower) or Status.ACTIVE),
        mentor_capacity=row.capacity(),
    )
    return _Entry(line, by_column, enrolment)


@dataclass
class _Row:
    """One row's cells and what they mean; a spoilt cell, whose fault is told already, means nothing."""

    line: int
    cells: dict[str, str]
    faults: _Faults

    def usable(self, column: str) -> str:
        text = self.cells[column]
        return "" if isinstance(text, Spoilt) else text

    def one_of(self, column: str, choices: Collection[str], plain: Callable[[str], str] = str) -> str:
        """The cell if it is one of the choices, else ""."""
        text = plain(self.usable(column))
        if not text or text in choices:
            return text
        near = difflib.get_close_matches(text[:80], choices, n=1)
        hint = f"did you mean “{near[0]}”?" if near else f"write {' or '.join(choices)}"
        self.faults.add(self.line, column, f"“{short(text)}” is an unknown {column.lower()}: {hint}")
        return ""

    def addresses(self, column: str) -> tuple[str, ...]:
        """Every address in the cell once, in its order."""
        text = self.usable(column)
        found = [part for part in re.split(r"[;,\s]+", text) if part]
        wrong = [part for part in found if not _is_address(part)]
        if wrong or (text and not found):
            hint = "write the address alone, like name@council.example, and ';' between several"
            self.faults.add(self.line, column, f"“{short((wrong or [text])[0])}” isn't an e-mail address: {hint}")
            return ()
        return tuple(dict.fromkeys(part.lower() for part in found))

    def person(self, who: str) -> Person | None:
        """A person who need not be there, but has name and address if so."""
        name, mail = self.cells[who], self.cells[f"{who} e-mail"]
        if bool(name) != bool(mail):
            empty, full = (who, f"{who} e-mail") if mail else (f"{who} e-mail", who)
            self.faults.add(self.line, empty, f"the cell is empty but “{full}” isn't: fill in both or neither")
        return Person(name, self.addresses(f"{who} e-mail")) if name or mail else None

    def capacity(self) -> int | None:
        text = self.usable("Mentor capacity")
        if not text:
            return None
        if not re.fullmatch("[0-9]{1,4}", text):
            hint = "write a whole number from 0 to 9999, or nothing"
            self.faults.add(self.line, "Mentor capacity", f"“{short(text)}” isn't a number of practitioners: {hint}")
            return None
        return int(text)


def _is_address(text: str) -> bool:
    return len(text) <= 254 and text.isascii() and bool(_ADDRESS.fullmatch(text.lower()))


# --- checks that look at several rows ---


def _settle_mentors(entries: list[_Entry], faults: _Faults) -> None:
    """Give a mentor whose address is left blank the one that another row tells. A guess between two namesakes would
    send a practitioner's report to a stranger, so it isn't made."""
    told: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        if entry.cells["Mentor e-mail"]:
            told.setdefault(entry.enrolment.mentor.name.casefold(), []).append(entry.enrolment.mentor.addresses)
    for entry in entries:
        name = entry.enrolment.mentor.name
        if entry.cells["Mentor e-mail"] or not name:
            continue
        found = told.get(name.casefold(), [])
        if not found:
            fault = f"“{short(name)}” is an unknown mentor: write the address in this row or another of theirs"
            faults.add(entry.line, "Mentor e-mail", fault)
        elif len({addresses[0] for addresses in found if addresses}) > 1:
            fault = f"there are several addresses for “{short(name)}”: write here which one is meant"
            faults.add(entry.line, "Mentor e-mail", fault)
        else:
            entry.enrolment = replace(entry.enrolment, mentor=Person(name, max(found, key=len)))


def _check_mentors(entries: list[_Entry], faults: _Faults) -> None:
    """One address has one name and one capacity; a capacity told in one row holds in all of the mentor's."""
    names: dict[str, _Entry] = {}
    capacities: dict[str, _Entry] = {}
    for entry in entries:
        mentor, capacity = entry.enrolment.mentor, entry.enrolment.mentor_capacity
        if not mentor.name:
            continue
        first = _first(mentor.addresses, names)
        if first and first.enrolment.mentor.name.casefold() != mentor.name.casefold():
            one, other = short(first.enrolment.mentor.name), short(mentor.name)
            fault = f"the address is “{one}” in line {first.line} but “{other}” here: correct one of them"
            faults.add(entry.line, "Mentor e-mail", fault)
        names |= {address: entry for address in mentor.addresses if address not in names}
        if capacity is None:
            continue
        first = _first(mentor.addresses, capacities)
        if first and first.enrolment.mentor_capacity != capacity:
            before = first.enrolment.mentor_capacity
            fault = f"{short(mentor.name)}'s capacity is {before} in line {first.line} but {capacity} here: correct one"
            faults.add(entry.line, "Mentor capacity", fault)
        capacities |= {address: entry for address in mentor.addresses if address not in capacities}
    for entry in entries:
        if first := _first(entry.enrolment.mentor.addresses, capacities):
            entry.enrolment = replace(entry.enrolment, mentor_capacity=first.enrolment.mentor_capacity)


def _check_practitioners(entries: list[_Entry], faults: _Faults) -> None:
    """Mail is told by its sender: within a cohort an address means one practitioner, and nobody else around them."""
    seen: dict[str, dict[str, _Entry]] = {}
    for entry in entries:
        enrolment = entry.enrolment
        mine = enrolment.practitioner.addresses
        for role, person in (("mentor", enrolment.mentor), ("manager", enrolment.manager)):
            if shared := [address for address in mine if person and address in person.addresses]:
                fault = f"“{shared[0]}” is also the {role}'s address: give each their own"
                faults.add(entry.line, "Practitioner e-mail", fault)
        others = seen.setdefault(enrolment.cohort, {}) if enrolment.cohort else {}
        if first := _first(mine, others):
            address = next(address for address in mine if address in others)
            who = short(first.enrolment.practitioner.name)
            fault = (
                f"double address “{address}”, which is {who}'s in line {first.line}: correct or remove one of the two"
            )
            faults.add(entry.line, "Practitioner e-mail", fault)
        others |= {address: entry for address in mine if address not in others}


def _first(addresses: Iterable[str], told: Mapping[str, _Entry]) -> _Entry | None:
    """The earlier row that one of these addresses stands in."""
    return next((told[address] for address in addresses if address in told), None)
