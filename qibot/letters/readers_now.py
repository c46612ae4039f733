"""Who a letter's readers are now. What is sent to whom is decided when it goes out, by who they are then: a letter may
have waited for days for a server or a template, and meanwhile an import has another manager, another mentor, another
address of the same person, or the enrolment rests. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from qibot.desk import NOT_SENT
from qibot.model import Case, Enrolment, Letter, Person, Role, Status

KEPT = "kept back"
GONE = "who has this address is no longer the {part} of {name}"
RESTS = "the enrolment of {name} is {status}"
NOTES = "mentor_notes"
CONFIRMATION = "confirm_command"  # to whoever wrote alone, and of their own words


def parts_of(case: Case, addresses: Iterable[str]) -> dict[str, tuple[Role, ...]]:
    """What those with these addresses are in the enrolment; others, such as the team, are left out."""
    if not case.all(Enrolment):
        return {}
    known = _people(case.enrolment)
    found = {a: tuple(part for part, one in known.items() if one and a in one.addresses) for a in addresses}
    return {address: parts for address, parts in found.items() if parts}


def called(case: Case) -> dict[str, str]:
    """The names of the enrolment's people by the addresses to which letters go."""
    if not case.all(Enrolment):
        return {}
    return {one.address: one.name for one in _people(case.enrolment).values() if one and one.addresses}


def as_they_are_now(
    letter: Letter, case: Case, names: Callable[[], Mapping[str, str]], office: Collection[str]
) -> Letter:
    """The letter to those of its readers who still are what they were when it was written, the same person under
    today's address; of the others it is recorded why. Where the enrolment rests, who has written is still told what
    became of that, and nothing else goes out. `names` tells the readers' by address, `office` are the addresses of the
    team and the programme manager, who hear of everybody."""
    moved: dict[str, str] = {}
    left: dict[str, str] = {}
    for address in letter.unsettled:
        if address not in letter.parts or address in office or not case.all(Enrolment):
            continue
        e, parts = case.enrolment, letter.parts[address]
        if e.status in (Status.PAUSED, Status.WITHDRAWN) and letter.name != CONFIRMATION:
            left[address] = RESTS.format(name=e.practitioner.name, status=e.status)
            continue
        people = [one for part in parts if (one := _people(e)[part]) is not None]
        if any(address in one.addresses for one in people):
            continue
        same = next((one for one in people if one.name == names().get(address)), None)
        if same is None:
            left[address] = GONE.format(part=parts[0], name=e.practitioner.name)
        else:
            moved[address] = same.address
    return _readdressed(letter, moved, left, case) if moved or left else letter


def _readdressed(letter: Letter, moved: Mapping[str, str], left: Mapping[str, str], case: Case) -> Letter:
    def now(addresses: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(moved.get(a, a) for a in addresses if a not in left))

    said = NOT_SENT if _is_unmissed(letter, case) else KEPT  # of what is “not sent” the team isn't told
    to, copy = now(letter.to), now(letter.copy)
    return replace(
        letter,
        to=to or copy,
        copy=copy if to else (),
        parts={moved.get(a, a): parts for a, parts in letter.parts.items() if a not in left},
        outcomes={**letter.outcomes, **{a: f"{said}: {why}" for a, why in left.items()}},
    )


def _is_unmissed(letter: Letter, case: Case) -> bool:
    """Whether nobody need pass it on by hand: the calendar calls again, or the report has gone to the new mentor."""
    return letter.timed or letter.name == NOTES or any(key.startswith(f"{letter.key}/") for key in case.letters)


def _people(e: Enrolment) -> dict[Role, Person | None]:
    return {Role.PRACTITIONER: e.practitioner, Role.MENTOR: e.mentor, Role.MANAGER: e.manager}
