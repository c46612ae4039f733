"""Whose a stranger's mail likeliest is: a suggestion for the team, who decide (programme.md, section 3).

The table has what it can show, the surest first. A sender can write any name, so nothing is acted on.

| it shows | as |
|---|---|
| whose mail it passes on | “From: Jo Smith” above the letter below, or a mail attached |
| a known address with a tag | `jo+reports@school.example`, `j.o@gmail.com` |
| for whom it is sent | “Pat Brown on behalf of Jo Smith” as Exchange and people write it |
| a person's name as its sender's | “Smith, Jo (Education)” |
| a known address as Sender, Reply-To or Resent-From | an assistant's mail |
| a person's name, or the part before a known “@”, as the part before its sender's | a private address |
| an initial and a surname, or a first name, at a person's organisation | `j.smith@`, a changed surname |
| a mentor's name beside words of feedback; nobody's where there is none | “Dr Lee's feedback for Jo Smith” |
| a name in the subject; in a file's name; beside “report” in the text | a colleague's mail |
| a name as a signature; as a document's author | the same |
| the only practitioner whom it went to, too | the same |
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from qibot.events import MessageUnplaced, ReportsAskedAbout
from qibot.message import Mail
from qibot.model import Person, Role, Status
from qibot.people import Directory, found_in
from qibot.quoting import is_forward
from qibot.understanding.links.clouds import links_in
from qibot.understanding.names.forwarded import letters_in
from qibot.understanding.senders.passed_on import Hold, is_called, writer_of

SIGNED = 12  # lines at the end of the text that may be a signature
LOOKED_AT = 20_000  # characters
SAID = 600  # … in which it is said what is sent
_BEHALF = re.compile(
    r"\b(?:on behalf of|im auftrag von|i\. ?a\. von|de la part de|en nombre de|per conto di|namens)"
    r" (?P<who>[^\W\d_][^\n<>,;:()]{1,60})",
    re.IGNORECASE,
)
_REPORT = r"(?:report|update|submission|return|charter|write-?up)s?"
_FEEDBACK = re.compile(r"\b(?:feedback|comments|remarks|review of)\b", re.IGNORECASE)
_WANTED = re.compile(  # what is asked for, or has been worked in
    r"\b(?:for|after|following|with|in response to|based on|any|welcome|awaits?|your)"
    r" (?:your |any |the |some |further )?(?:[\w.’']+ ){0,2}?(?:feedback|comments|remarks)\b"
    r"|\b(?:feedback|comments|remarks) (?:\w+ ){0,2}?(?:welcome|appreciated|received)\b",
    re.IGNORECASE,
)
_OF_REPORT = re.compile(rf"\b(?:on|for|about|to|of|re) [^.,;\n]{{0,40}}?\b{_REPORT}\b", re.IGNORECASE)
_SAYS_REPORT = re.compile(rf"\b{_REPORT}\b", re.IGNORECASE)
_TITLED = r"(?:Dr|Prof(?:essor)?|Mr|Mrs|Ms|Miss|Sister)\.? "
_TITLE = re.compile(rf"\A{_TITLED}", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+'-]{1,64}@[A-Za-z0-9.-]{1,253}")
_DOTLESS = ("gmail.com", "googlemail.com")
_ANYBODYS = re.compile(  # domains that tell nothing of an organisation
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
    behalf = [
        _opening(_TITLE.sub("", m["who"])) for x in (mail.sender_name, mail.subject, text) for m in _BEHALF.finditer(x)
    ]
    yield [p for p in known if any(_opens_with(p.name, who) for who in behalf)]
    yield [p for p in known if is_called(p.name, mail.sender_name)]
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
    first = next(iter(re.findall(r"[^\W\d_]+", mail.sender_name or local)), "").casefold()
    near = [p for p in known if any(a.endswith(f"@{domain}") for a in p.addresses)] if domain else []
    telling = bool(first) and len(first) > 1 and not _ANYBODYS.fullmatch(domain)
    own = bool(domain) and not _ANYBODYS.fullmatch(domain)
    yield [p for p in near if _is_initialled(p.name, local, mail.sender_name)] if own else []
    yield [p for p in near if p.name.split()[0].casefold() == first] if telling else []
    if _says_feedback(mail):
        yield _mentors_named(mail, people)
        return  # it may be about whoever else is named, and is theirs by no means
    yield _named(known, [mail.subject])
    yield _named(known, [d.name.rpartition(".")[0].replace("_", " ").replace("-", " ") for d in mail.files])
    yield _reported(mail, people)
    lines = [x.strip() for x in text.split("\n") if x.strip()][-SIGNED:]
    ends = [(_opening(x), len(x)) for x in lines]
    yield [p for p in known if any(_opens_with(p.name, x) and size <= len(p.name) + 40 for x, size in ends)]
    yield [p for p in known if any(is_called(p.name, d.author) for d in mail.files)]
    parts = (u for a in mail.to for u, role in people.parts(a).items() if role is Role.PRACTITIONER)
    yield [people.enrolments[u].practitioner for u in dict.fromkeys(parts)]


def _named(known: Iterable[Person], places: list[str]) -> list[Person]:
    return [p for p in known if " " in p.name and any(found_in(p.name, x) is not None for x in places)]


def _opening(said: str) -> str:
    """A line as it is compared with everybody's name."""
    return said.lstrip(" _*-–—").casefold()


def _opens_with(name: str, said: str) -> bool:
    """Whether a line begins with the whole name, and not with another one's that begins so."""
    name = name.casefold()
    if not said.startswith(name):
        return False
    following = said[len(name) : len(name) + 1]
    return not (following.isalnum() or following in tuple("-'’"))


def _passed_on(mail: Mail, people: Directory) -> list[Person]:
    """Who wrote the letter that is passed on, or the one within it that is passed on itself."""
    letters = letters_in(mail)
    deep = next((n for n, x in enumerate(letters) if not is_forward(x.subject)), 0)
    writer = writer_of(letters[deep:] or letters, people)
    return [writer] if writer else []


def _is_initialled(name: str, local: str, said: str) -> bool:
    """Whether what stands before the “@” is an initial and the surname: j.smith, smithj. Not beside the name of
    somebody else."""
    words = re.findall(r"[^\W\d_]+", name.casefold())
    if len(words) < 2 or (" " in said and not is_called(name, said)):
        return False
    first, last = words[0][:1], words[-1]
    return _letters(local) in (first + last, last + first)


def _says_feedback(mail: Mail) -> bool:
    """Whether it brings somebody's feedback, as a mentor's secretary sends it."""
    said = _WANTED.sub(" ", "\n".join([mail.subject, mail.top[:SAID], *(d.name for d in mail.files)]))
    return _FEEDBACK.search(said) is not None


def _mentors_named(mail: Mail, people: Directory) -> list[Person]:
    """The mentors whom it names, by name, surname or first name; nobody where a report may be in it as well."""
    said = "\n".join([mail.subject, mail.top[:SAID]])
    if _SAYS_REPORT.search(_OF_REPORT.sub(" ", said)):
        return []
    mentors = list({e.mentor.address: e.mentor for e in people.enrolments.values() if e.mentor.addresses}.values())
    full = [p for p in mentors if found_in(p.name, said) is not None or _is_titled(p.name, said)]
    return full or [p for p in mentors if _has_word(p.name.split()[0], said)]


def _is_titled(name: str, said: str) -> bool:
    last = name.split()[-1]
    return last in said and re.search(rf"\b{_TITLED}{re.escape(last)}\b", said) is not None


def _has_word(word: str, said: str) -> bool:
    return word in said and re.search(rf"\b{re.escape(word)}\b", said) is not None


def _reported(mail: Mail, people: Directory) -> list[Person]:
    """The practitioners whose report its words say it is: “Sam Baird's report”, “the report for Jo”; the whole name
    before the first one, which is nobody's where several have it."""
    said = mail.top[:SAID]
    persons = {e.practitioner.address: e.practitioner for e in people.enrolments.values()}.values()
    full = [p for p in persons if " " in p.name and _says_report_of(p.name, said)]
    return full or [p for p in persons if p.name and _says_report_of(p.name.split()[0], said)]


def _says_report_of(name: str, said: str) -> bool:
    """A name as it is written: “May” is no “may”."""
    if name not in said:  # of nearly everybody
        return False
    name, near = re.escape(name), r"(?:[\w-]+ ){0,3}?"
    own = rf"\b{name}(?:['’]s|['’]) {near}(?i:{_REPORT})\b"
    for_one = rf"\b(?i:{_REPORT}) (?:\d+ )?(?:for|from|of|by) {name}\b(?![-'’]| [A-Z])"
    return re.search(f"{own}|{for_one}", said) is not None


def _bare(address: str) -> str:
    """An address without its tag, and at Google without the dots that don't count."""
    local, _, domain = address.lower().partition("@")
    local = local.partition("+")[0]
    return f"{local.replace('.', '')}@gmail.com" if domain in _DOTLESS else f"{local}@{domain}" if domain else ""


@lru_cache(maxsize=1024)  # of each sender everybody is asked
def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text).casefold()
