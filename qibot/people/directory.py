"""Who is who, and which units have something to send: an index over all cases, kept in memory, derived from them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from qibot.model import (
    DESK,
    MENTOR,
    TALK,
    Alias,
    Case,
    Contact,
    Enrolment,
    Flag,
    LetterState,
    Person,
    Quarantined,
    Role,
    Seen,
    Status,
    item_of,
)
from qibot.people.by_word import ByWord, WordsOf

_WRITERS = (Role.PRACTITIONER, Role.MENTOR, Role.MANAGER)


@dataclass(frozen=True, slots=True)
class Load:
    """How many active practitioners a mentor has, and how many they can take (None: not said)."""

    mentor: Person
    active: int
    capacity: int | None


class Directory:
    """Answers in constant time what would need a walk through every unit. `note` each case when loaded and changed.

    `ref` gives a unit's opaque name, `day` the local day of a moment.
    """

    def __init__(self, ref: Callable[[str], str], day: Callable[[datetime], date]) -> None:
        self._ref, self._day = ref, day
        self._timed: dict[date, Counter[str]] = defaultdict(Counter)
        self._timed_of: dict[str, frozenset[tuple[date, str]]] = {}
        self._units: dict[str, str] = {}
        self._parts: dict[str, dict[str, Role]] = defaultdict(dict)
        self._addresses: dict[str, tuple[str, ...]] = {}
        self._aliases: dict[str, str] = {}
        self._items: dict[str, str] = {}
        self._heard: dict[str, dict[Role, datetime]] = {}
        self._asking: dict[str, datetime] = {}
        self._by_word: dict[WordsOf, ByWord] = {}
        self.enrolments: dict[str, Enrolment] = {}
        self.waiting: set[str] = set()
        self.held: set[str] = set()
        self.refused: dict[str, frozenset[str]] = {}

    def note(self, case: Case) -> None:
        """Take over what this case says now."""
        self._units[self._ref(case.unit)] = case.unit
        letters = case.letters.values()
        _mark(self.waiting, case.unit, any(x.state is LetterState.WAITING for x in letters))
        _mark(self.held, case.unit, any(x.state is LetterState.HELD for x in letters))
        refused = frozenset(x.key for x in letters if x.refused)
        if refused:
            self.refused[case.unit] = refused
        self._note_timed(case)
        if case.unit != DESK:
            for index in self._by_word.values() if self.enrolments.get(case.unit) != case.enrolment else ():
                index.note(case.enrolment)
            self.enrolments[case.unit] = case.enrolment
            self._note_people(case.unit, case.enrolment)
            self._heard[case.unit] = {role: at for role in _WRITERS if (at := _last_word(case, role))}
        else:
            self._aliases = {a.key: a.person for a in case.all(Alias).values()}
            for flag in case.all(Flag).values():  # who has nobody left may still be spoken of
                self._units[self._ref(f"{MENTOR}{flag.by}")] = f"{MENTOR}{flag.by}"
            known = {item: ref for ref, item in self._items.items()}
            items = [item_of(key) for key in case.all(Quarantined)]
            self._items = {known.get(item) or self._ref(item): item for item in items}
            waiting = sorted(case.all(Quarantined).values(), key=lambda q: q.arrived)
            self._asking = {q.sender.lower(): q.arrived for q in waiting}

    def parts(self, address: str) -> dict[str, Role]:
        """In which enrolments this address plays which part; a practitioner's own comes before another's.

        One that isn't listed counts as the person whose the team has said it is.
        """
        return self.listed(address) or self.listed(self._aliases.get(address, ""))

    def listed(self, address: str) -> dict[str, Role]:
        """The same, of addresses in the people sheet alone."""
        return dict(self._parts.get(address, {}))

    def addresses_of(self, address: str) -> frozenset[str]:
        """The addresses of the person who has this one, itself included."""
        listed = address if address in self._parts else self._aliases.get(address, "")
        enrolments = (self.enrolments[unit] for unit in self.listed(listed))
        people = (p for e in enrolments for p in (e.practitioner, e.mentor, e.manager) if p)
        return frozenset({address, *(a for p in people if listed in p.addresses for a in p.addresses)})

    def heard_from(self, person: Person) -> datetime | None:
        """When this person's last mail came, whichever enrolment it was about, also one that waits for somebody's
        word; None where nothing has."""
        parts = {part for address in person.addresses for part in self.parts(address).items()}
        words = (self._heard.get(unit, {}).get(role) for unit, role in parts)
        asking = (self._asking.get(a) for address in person.addresses for a in self.addresses_of(address))
        return max((at for at in (*words, *asking) if at), default=None)

    def unit_of(self, ref: str) -> str | None:
        """The unit, or the item of the desk's, with this opaque name."""
        return self._units.get(ref) or self._items.get(ref)

    def loads(self) -> list[Load]:
        """Every mentor of an active practitioner, with how many they have and can take."""
        found: dict[str, Load] = {}
        for e in self.enrolments.values():
            if e.status is Status.ACTIVE and e.mentor.addresses:
                before = found.get(e.mentor.address)
                active = 1 + (before.active if before else 0)
                found[e.mentor.address] = Load(e.mentor, active, e.mentor_capacity)
        return sorted(found.values(), key=lambda x: x.mentor.name)

    def named(self, text: str) -> list[str]:
        """The units whose practitioner the text names, by name, address or record."""
        return [u for u, e in self.enrolments.items() if any(found_in(n, text) is not None for n in names_of(e))]

    def having(self, words: Iterable[str], words_of: WordsOf) -> list[Enrolment]:
        """The enrolments of which `words_of` gives one of these words, in their order, as if each were looked at."""
        if words_of not in self._by_word:
            self._by_word[words_of] = ByWord(words_of, self.enrolments.values())
        return [self.enrolments[unit] for unit in self._by_word[words_of].having(words)]

    def written_to(self, day: date) -> Collection[str]:
        """The addresses for which a letter of the calendar was made, or to which one was delivered, on this day."""
        return self._timed[day].keys() if day in self._timed else ()

    def _note_timed(self, case: Case) -> None:
        letters = [x for x in case.letters.values() if x.timed]
        moments = [(moment, x) for x in letters for moment in (x.made, x.settled) if moment is not None]
        now = frozenset((self._day(moment), address) for moment, x in moments for address in x.to)
        before = self._timed_of.get(case.unit, frozenset())
        for day, address in before - now:
            self._timed[day][address] -= 1
            if not self._timed[day][address]:
                del self._timed[day][address]
        for day, address in now - before:
            self._timed[day][address] += 1
        self._timed_of[case.unit] = now

    def _note_people(self, unit: str, enrolment: Enrolment) -> None:
        for address in self._addresses.pop(unit, ()):
            self._parts[address].pop(unit, None)
            if not self._parts[address]:
                del self._parts[address]
        known = [
            (enrolment.manager, Role.MANAGER),
            (enrolment.mentor, Role.MENTOR),
            (enrolment.practitioner, Role.PRACTITIONER),
        ]
        for person, role in known:  # who is two things in one enrolment counts as the last named
            for address in person.addresses if person else ():
                self._parts[address][unit] = role
        for address in enrolment.mentor.addresses:  # what a letter about a mentor is about
            for item in (f"{MENTOR}{address}", f"{TALK}{address}"):  # their standing; what other mentors answer them
                self._units[self._ref(item)] = item
        self._addresses[unit] = tuple(a for person, _ in known if person for a in person.addresses)


def _last_word(case: Case, role: Role) -> datetime | None:
    """When something of theirs last came about an enrolment, be it kept from everybody."""
    contacts = (c.at for c in case.all(Contact).values() if c.by is role)
    return max((*contacts, *(s.arrived for s in case.all(Seen).values() if s.by == role)), default=None)


def names_of(e: Enrolment) -> tuple[str, ...]:
    """What people name a practitioner by, the surest first: record, addresses, name, the record's last part."""
    return (e.unit, *e.practitioner.addresses, e.practitioner.name, e.slug)


def name_words(people: Iterable[Person]) -> frozenset[str]:
    """What these people are called, word by word, in small letters."""
    return frozenset(word for person in people for word in person.name.casefold().split())


def found_in(name: str, text: str) -> int | None:
    """Where the text holds this name as it is, and not as a part of another (jo.smith in jo.smith.2); None if not."""
    said, name = text.lower(), name.lower()
    at = said.find(name) if name else -1
    while at >= 0:
        before, after = said[at - 1 : at] if at else "", said[at + len(name) : at + len(name) + 2]
        joined = after[:1].isalnum() or after[:1] in tuple("_@-/") or (after[:1] == "." and after[1:].isalnum())
        if not (joined or before.isalnum() or before in tuple("._@-/")):
            return at
        at = said.find(name, at + 1)
    return None


def _mark(units: set[str], unit: str, here: bool) -> None:
    if here:
        units.add(unit)
    else:
        units.discard(unit)
