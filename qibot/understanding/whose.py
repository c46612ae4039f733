"""Whose a stranger's mail likeliest is: a suggestion for the team, who decide (programme.md, section 3).

The table has what it can show, the surest first. A sender can write any name, so nothing is acted on.

| it shows | as |
|---|---|
| a known address with a tag | `jo+reports@school.example`, `j.o@gmail.com` |
| for whom it is sent | “Pat Brown on behalf of Jo Smith” as Exchange and people write it |
| a person's name as its sender's | “Smith, Jo (Education)” |
| a known address as Sender, Reply-To or Resent-From | an assistant's mail |
| a person's name, or the part before a known “@”, as the part before its sender's | a private address |
| a first name at a person's organisation | a changed surname |
| a name in the subject; in a file's name; as a signature; as a document's author | a colleague's mail |
| the only practitioner whom it went to, too | the same |
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from qibot.message import Mail
from qibot.model import Person, Role
from qibot.people import Directory, found_in

SIGNED = 12  # lines at the end of the text that may be a signature
LOOKED_AT = 20_000  # characters
_BEHALF = re.compile(
    r"\b(?:on behalf of|im auftrag von|i\. ?a\. von|de la part de|en nombre de|per conto di|namens)"
    r" (?P<who>[^\W\d_][^\n<>,;:()]{1,60})",
    re.IGNORECASE,
)
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


def _signs(mail: Mail, known: list[Person], people: Directory) -> Iterator[list[Person]]:
    """Whom each row of the table points to."""
    sender, text = mail.sender or "", mail.own_text[:LOOKED_AT]
    local, _, domain = sender.partition("@")
    bare = _bare(sender)
    yield [p for p in known if bare and bare in {_bare(a) for a in p.addresses}]
    behalf = [m["who"] for x in (mail.sender_name, mail.subject, text) for m in _BEHALF.finditer(x)]
    yield [p for p in known if any(_opens_with(p.name, who) for who in behalf)]
    yield [p for p in known if _is_called(p.name, mail.sender_name)]
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
    yield [p for p in near if p.name.split()[0].casefold() == first] if telling else []
    yield _named(known, [mail.subject])
    yield _named(known, [d.name.rpartition(".")[0].replace("_", " ").replace("-", " ") for d in mail.files])
    lines = [x.strip() for x in text.split("\n") if x.strip()][-SIGNED:]
    yield [p for p in known if any(_opens_with(p.name, x) and len(x) <= len(p.name) + 40 for x in lines)]
    yield [p for p in known if any(_is_called(p.name, d.author) for d in mail.files)]
    parts = (u for a in mail.to for u, role in people.parts(a).items() if role is Role.PRACTITIONER)
    yield [people.enrolments[u].practitioner for u in dict.fromkeys(parts)]


def _named(known: Iterable[Person], places: list[str]) -> list[Person]:
    return [p for p in known if " " in p.name and any(found_in(p.name, x) is not None for x in places)]


def _opens_with(name: str, said: str) -> bool:
    """Whether a line begins with the whole name, and not with another one's that begins so."""
    said, name = said.lstrip(" _*-–—").casefold(), name.casefold()
    following = said[len(name) : len(name) + 1]
    return said.startswith(name) and not (following.isalnum() or following in tuple("-'’"))


def _is_called(name: str, said: str) -> bool:
    """Whether somebody is called so, in whatever order and with whatever beside: “Smith, Jo (Education)”."""
    words, wanted = re.findall(r"[^\W\d_]+", said.casefold()), re.findall(r"[^\W\d_]+", name.casefold())
    return len(wanted) > 1 and set(wanted) <= set(words)


def _bare(address: str) -> str:
    """An address without its tag, and at Google without the dots that don't count."""
    local, _, domain = address.lower().partition("@")
    local = local.partition("+")[0]
    return f"{local.replace('.', '')}@gmail.com" if domain in _DOTLESS else f"{local}@{domain}" if domain else ""


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text).casefold()
