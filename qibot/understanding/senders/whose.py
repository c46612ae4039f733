"""Whose a stranger's mail likeliest is: a suggestion for the team, who decide (programme.md, section 3).

The table has what it can show, the surest first. A sender can write any name, so nothing is acted on. How names are
read, in all their shapes, stands in names/likeness.py; of several practitioners to whom the same sign points, nobody
is offered.

| it shows | as |
|---|---|
| whose mail it passes on | “From: Jo Smith” above the letter below, or a mail attached |
| a known address with a tag | `jo+reports@school.example`, `j.o@gmail.com` |
| for whom it is sent | “Pat Brown on behalf of Jo Smith” as Exchange and people write it |
| a person's name as its sender's | “Smith, Jo (Education)”, “J Smith” |
| a known address as Sender, Reply-To or Resent-From | an assistant's mail |
| a person's name, or the part before a known “@”, as the part before its sender's | a private address |
| an initial and a surname, or a first name, at a person's organisation | `j.smith@`, a changed surname |
| a mentor's name beside words of feedback, or of a report looked through; else nobody's | “Dr Lee's feedback” |
| a practitioner's whole name where it may stand (senders/places.py): subject, file, text … | a colleague's mail |
| the only practitioner whom it went to, too | the same |
| the same by an initial, the surname or the first name, where one alone is called so | “Report from Fiona” |
| a practitioner's first name as its sender's, where it brings a report | another surname |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from qibot.events import MessageUnplaced, ReportsAskedAbout
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Person, Role, Status
from qibot.people import Directory
from qibot.quoting import is_forward
from qibot.understanding.links.clouds import links_in
from qibot.understanding.names.forwarded import letters_in
from qibot.understanding.names.likeness import Sure, holds, is_renamed, key_of, likeness
from qibot.understanding.senders.passed_on import Hold, writer_of
from qibot.understanding.senders.places import LOOKED_AT, SAID, SAYS_REPORT, places
from qibot.understanding.senders.returned import is_returned, mentors_named, returned_by, says_feedback

RUNNING = (Status.ACTIVE, Status.PAUSED)
_TITLED = expression(r"\A(?:Dr|Prof(?:essor)?|Mr|Mrs|Ms|Miss|Sister)\.? ", re.IGNORECASE)
_BEHALF = expression(
    r"\b(?:on behalf of|im auftrag von|i\. ?a\. von|de la part de|en nombre de|per conto di|namens)"
    r" (?P<who>[^\W\d_][^\n<>,;:()]{1,60})",
    re.IGNORECASE,
)
_ADDRESS = expression(r"[\w.+'-]{1,64}@[A-Za-z0-9.-]{1,253}")
_DOTLESS = ("gmail.com", "googlemail.com")
_ANYBODYS = expression(  # domains that tell nothing of an organisation
    r"(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|btinternet|sky|virginmedia"
    r"|talktalk|proton|protonmail|mail)\.[a-z.]{2,6}"
)


def whose(mail: Mail, people: Directory) -> str:
    """The address of the one person to whom the surest sign points; empty where none does, or to several."""
    known: dict[str, tuple[Person, bool]] = {}
    for e in people.enrolments.values():
        for person in (e.practitioner, e.mentor, e.manager):
            if person and person.addresses:
                before = known.get(person.address, (person, False))[1]
                known[person.address] = (person, before or person is e.practitioner)
    for found in _signs(mail, [p for p, _ in known.values()], people):
        addresses = {p.address for p in found}
        if len(addresses) > 1:  # “for Ann Lee from Jo Smith”
            addresses = {a for a in addresses if known[a][1]}
        if len(addresses) == 1:
            return addresses.pop()
    return ""


def holding(event: MessageUnplaced, people: Directory, hold: Hold) -> MessageUnplaced:
    """The question to the team, so that who is offered isn't chased meanwhile for what a document or a link may be."""
    mail = event.arrival.mail
    if any(isinstance(x, ReportsAskedAbout) for x in event.effects) or not (mail.sends or links_in(mail)):
        return event
    parts = people.parts(event.offered) if event.offered else {}
    own = [people.enrolments[unit] for unit, role in parts.items() if role is Role.PRACTITIONER]
    held = (hold(e) for e in own if e.status is Status.ACTIVE)
    return replace(event, effects=(*event.effects, *filter(None, held)))


def _signs(mail: Mail, known: list[Person], people: Directory) -> Iterator[list[Person]]:
    """Whom each row of the table points to."""
    sender, text = mail.sender or "", mail.own_text[:LOOKED_AT]
    yield _passed_on(mail, people)
    local, _, domain = sender.partition("@")
    bare = _bare(sender)
    yield [p for p in known if bare and bare in {_bare(a) for a in p.addresses}]
    behalf = [_TITLED.sub("", m["who"]) for x in (mail.sender_name, mail.subject, text) for m in _BEHALF.finditer(x)]
    yield [p for p in known if any(likeness(p.name, who, opens=True) is Sure.WHOLE for who in behalf)]
    yield [p for p in known if holds(p.name, mail.sender_name)]
    marked = {
        a.lower()
        for f in ("Sender", "Reply-To", "Resent-From", "X-Original-From")
        for x in mail.fields(f)[:3]
        for a in _ADDRESS.findall(x)
    }
    yield [p for p in known if not marked.isdisjoint(p.addresses)]
    plain = _letters(local)
    yield [
        p for p in known if plain and plain in {_letters(p.name), *(_letters(a.partition("@")[0]) for a in p.addresses)}
    ]
    yield [p for p in known if likeness(p.name, local, file=True) is Sure.WHOLE]
    first = next(iter(re.findall(r"[^\W\d_]+", mail.sender_name or local)), "").casefold()
    near = [p for p in known if any(a.endswith(f"@{domain}") for a in p.addresses)] if domain else []
    telling = bool(first) and len(first) > 1 and not _ANYBODYS.fullmatch(domain)
    own = bool(domain) and not _ANYBODYS.fullmatch(domain)
    yield [p for p in near if _is_initialled(p.name, local, mail.sender_name)] if own else []
    yield [p for p in near if p.name.split()[0].casefold() == first] if telling else []
    yield [p for p in known if likeness(p.name, mail.sender_name) is Sure.INITIAL]
    if is_returned(mail, people):
        yield returned_by(mail, people)
        return
    if says_feedback(mail):
        yield mentors_named(mail, people)
        return  # it may be about whoever else is named, and is theirs by no means
    running = (e.practitioner for e in people.enrolments.values() if e.status in RUNNING and e.practitioner.addresses)
    theirs = list({p.address: p for p in running}.values())
    yield from _named(mail, theirs, people)
    said = "\n".join([mail.subject, mail.top[:SAID], *(d.name.replace("_", " ") for d in mail.files)])
    yield [p for p in theirs if is_renamed(p.name, mail.sender_name)] if SAYS_REPORT.search(said) else []


def passed_on_of(mail: Mail, people: Directory) -> str:
    """The address of who wrote the letter that is passed on; empty where there is none."""
    return next((p.address for p in _passed_on(mail, people)), "")


def one_of(mail: Mail, persons: list[Person], people: Directory) -> str:
    """The address of the one of these practitioners whose it likeliest is; empty where nothing tells, or two may be."""
    near = {p.address for p in persons}
    for found in (_passed_on(mail, people), *_named(mail, persons, people)):
        addresses = {p.address for p in found} & near
        if addresses:
            return addresses.pop() if len(addresses) == 1 else ""
    return ""


def _named(mail: Mail, theirs: list[Person], people: Directory) -> Iterator[list[Person]]:
    """The practitioners whom it names, the surest first. Where a place names several, what stands less surely
    elsewhere tells nothing."""
    found_in = places(mail)
    for sure in (Sure.WHOLE, Sure.INITIAL, Sure.SURNAME, Sure.FIRST):
        for place in found_in:
            found = [p for p in theirs if place(p.name) >= sure]
            yield found
            if len(found) > 1:
                return
        if sure is Sure.WHOLE:
            parts = (u for a in mail.to for u, role in people.parts(a).items() if role is Role.PRACTITIONER)
            yield [people.enrolments[u].practitioner for u in dict.fromkeys(parts)]


def _passed_on(mail: Mail, people: Directory) -> list[Person]:
    """Who wrote the letter that is passed on, or the one within it that is passed on itself."""
    letters = letters_in(mail)
    deep = next((n for n, x in enumerate(letters) if not is_forward(x.subject)), 0)
    writer = writer_of(letters[deep:] or letters, people)
    return [writer] if writer else []


def _is_initialled(name: str, local: str, said: str) -> bool:
    """Whether what stands before the “@” is an initial and the surname: j.smith, smithj. Not beside the name of
    somebody else."""
    key = key_of(name)
    if key is None or (" " in said and not holds(name, said)):
        return False
    return _letters(local) in (key.first[:1] + key.last, key.last + key.first[:1])


def _bare(address: str) -> str:
    """An address without its tag, and at Google without the dots that don't count."""
    local, _, domain = address.lower().partition("@")
    local = local.partition("+")[0]
    return f"{local.replace('.', '')}@gmail.com" if domain in _DOTLESS else f"{local}@{domain}" if domain else ""


@lru_cache(maxsize=1024)  # of each sender everybody is asked
def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text).casefold()
