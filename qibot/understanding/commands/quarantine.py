"""The team's words on quarantine and on addresses that mail doesn't reach (programme.md, section 3)."""

from __future__ import annotations

import re

from qibot.events import AddressMended, CommandUnclear, Event, QuarantineDecided
from qibot.expression import expression
from qibot.model import ITEM, Bounced, Quarantined
from qibot.people import name_words
from qibot.screening import is_service
from qibot.understanding.commands.given import SETTLED, Given, first_line, plain_line
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.names.likeness import Sure, likeness
from qibot.understanding.senders.passed_on import known_people

LETTER = "report_quarantine"
INSTEAD = "THIS IS and the person's address, or DISCARD, with the message's number where the letter lists several"
KNOWN = (
    "THIS IS and an address that stands in the people sheet, or a record like 2026-27/jo.smith;"
    " add the person to the sheet and import it first if they are new"
)
_ADDRESS = expression(r"[^\s@<>()]{1,64}@[^\s@<>()]{1,253}")
_UNIT = expression(r"[\w.-]{1,60}/[\w.-]{1,100}")
_LEADING = expression(r"(?:no\.? ?)?(\d{1,4})[.):]? ", re.IGNORECASE)
_WORDS_BESIDE = """
    please thanks thank you many and number her his their the new other private personal home work address e-mail email
    once
"""
_SAID_BESIDE = frozenset(_WORDS_BESIDE.split())
_NUMBERS = expression(r"(?:(?:no\.?|number|and|,|&|\d{1,4}[.,]?) ?)*", re.IGNORECASE)


def this_is(given: Given) -> Event | None:
    """THIS IS and an address or an enrolment: as whose a message is to be dealt with."""
    found = _ADDRESS.search(given.behind) or _UNIT.search(given.behind)
    numbers = _beside(found, given) if found else None
    if found is None and _names_one(given):
        return None  # told in plain words (agreed.py)
    if found is None or numbers is None:
        return given.unclear(f"“{given.behind}” is no address", INSTEAD) if _about_quarantine(given) else None
    keys = _keys(given, numbers)
    if isinstance(keys, CommandUnclear):
        return keys
    once = re.search(r"\bonce\b", given.behind[found.end() :], re.IGNORECASE) is not None
    return as_whose(given, keys, found[0].lower().strip(".,"), once=once)


def _names_one(given: Given) -> bool:
    """Whether it is somebody's name that stands behind the word."""
    known = known_people(given.context.people)
    return _about_quarantine(given) and any(likeness(p.name, given.behind, opens=True) is Sure.WHOLE for p in known)


def _beside(found: re.Match[str], given: Given) -> str | None:
    """The numbers that stand beside an address; None where more is said than its person's name and what people say of
    an address, since that may be the opposite."""
    rest = f"{given.behind[: found.start()]} {given.behind[found.end() :]}".casefold()
    known = _SAID_BESIDE | _names(found[0].lower().strip(".,"), given)
    words = re.sub(r"\bno\.? ?(?=\d)|[<>().,&\"\d]", " ", rest).split()
    if not all(word in known for word in words):
        return None
    return " ".join(re.findall(r"\d{1,4}", rest))


def _names(address: str, given: Given) -> frozenset[str]:
    """What the person with this address is called, word by word, in small letters."""
    enrolments = (given.context.people.enrolments[unit] for unit in given.context.people.listed(address))
    people = (p for e in enrolments for p in (e.practitioner, e.mentor, e.manager) if p and address in p.addresses)
    return name_words(people)


def as_whose(given: Given, keys: tuple[str, ...], said: str, *, once: bool = False) -> Event:
    """The decision that these messages are this person's, if there is such a person; `once`, and no others of their
    sender's."""
    people, desk = given.context.people, given.case
    senders = {q.sender for key in keys if (q := desk.get(Quarantined, key))}
    if len(senders) > 1:
        return given.unclear("these messages come from different senders", "THIS IS with one number at a time")
    sender = senders.pop() if senders else ""
    if "@" in said:
        roles = people.listed(said)
        if not roles:
            return given.unclear(f"nobody in the people sheet has the address {said}", KNOWN)
        person = said
    else:
        enrolment = people.enrolments.get(said)
        if enrolment is None:
            return given.unclear(f"there is no enrolment {said}", KNOWN)
        if people.listed(sender) and said not in people.listed(sender):
            return given.unclear(f"{sender} has nothing to do with {said}", "an enrolment of the sender's own")
        person = enrolment.practitioner.address
    programme = given.almanac.config.programme
    nobodys = is_service(sender) or sender in (*programme.team, programme.manager)  # never becomes anybody's
    alias = sender if not once and sender and not people.listed(sender) and not nobodys else ""
    return QuarantineDecided(given.arrival, keys, said, alias, person if alias else "")


def discard(given: Given) -> Event | None:
    """DISCARD, with numbers where there are several, or DISCARD ALL."""
    if not (given.behind.lower() == "all" or _NUMBERS.fullmatch(given.behind)):
        return None
    keys = _keys(given, given.behind)
    return keys if isinstance(keys, CommandUnclear) else QuarantineDecided(given.arrival, keys)


def mended(given: Given) -> Event | None:
    """MENDED and an address; without one, the only one that has returned mail."""
    found = _ADDRESS.search(given.behind)
    if found and _beside(found, given) == "":
        return AddressMended(given.arrival, found[0].lower().strip(".,"))
    if given.behind:
        return None
    stopped = [b.address for b in given.case.all(Bounced).values() if b.permanent]
    if len(stopped) == 1:
        return AddressMended(given.arrival, stopped[0])
    fault = "mail comes back from several addresses" if stopped else "no mail has come back"
    return given.unclear(fault, "MENDED and the address, like MENDED jo@council.example")


def _about_quarantine(given: Given) -> bool:
    letter = answered_letter(given.arrival, given.case)
    return given.context.item.startswith(ITEM) or (letter is not None and letter.name == LETTER)


def _keys(given: Given, behind: str) -> tuple[str, ...] | CommandUnclear:
    """The messages that are meant: the link's own, the letter's only one, or those with the numbers that were said."""
    item = given.context.item
    if item.startswith(ITEM):
        return _waiting(given, (item.removeprefix(ITEM),))
    letter = answered_letter(given.arrival, given.case)
    if letter is None or letter.name != LETTER:
        return given.unclear("it doesn't say which message it is about", "a reply to the letter about quarantine")
    line = plain_line(given.context.order) or first_line(given.arrival.mail.top)
    leading = _LEADING.match(line)
    numbers = [int(n) for n in (*([leading[1]] if leading else []), *re.findall(r"\d+", behind))]
    if behind.lower() == "all":
        return _waiting(given, letter.about)
    if not numbers and len(letter.about) == 1:
        return _waiting(given, letter.about)
    if not numbers:
        fault = f"the letter lists {len(letter.about)} messages and the number is missing"
        return given.unclear(fault, "the word and the number, like DISCARD 3, or DISCARD ALL")
    if wrong := [n for n in numbers if not 1 <= n <= len(letter.about)]:
        return given.unclear(f"the letter has no message {wrong[0]}", f"a number from 1 to {len(letter.about)}")
    return _waiting(given, tuple(dict.fromkeys(letter.about[n - 1] for n in numbers)))


def _waiting(given: Given, keys: tuple[str, ...]) -> tuple[str, ...] | CommandUnclear:
    """Those that still wait."""
    left = tuple(k for k in keys if (q := given.case.get(Quarantined, k)) and not q.decided)
    return left or given.unclear(*SETTLED)
