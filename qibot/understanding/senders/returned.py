"""What a stranger sends for a mentor, and which: feedback, or the practitioner's report looked through."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Person
from qibot.people import Directory
from qibot.understanding.names.likeness import Sure, likeness
from qibot.understanding.senders.places import HELLO, REPORT, SAID, SAYS_REPORT, places

_FEEDBACK = expression(r"\b(?:feedback|comments|remarks|review of)\b", re.IGNORECASE)
_WANTED = expression(  # what is asked for, or has been worked in
    r"\b(?:for|after|following|with|in response to|based on|any|welcome|awaits?|your)"
    r" (?:your |any |the |some |further )?(?:[\w.’']+ ){0,2}?(?:feedback|comments|remarks)\b"
    r"|\b(?:feedback|comments|remarks) (?:\w+ ){0,2}?(?:welcome|appreciated|received)\b",
    re.IGNORECASE,
)
_OF_REPORT = expression(rf"\b(?:on|for|about|to|of|re) [^.,;\n]{{0,40}}?\b{REPORT}\b", re.IGNORECASE)
_RETURNED = expression(  # not “I've reviewed it”: that is its writer's own
    r"(?<!\bI )(?<!['’]ve )(?<!\bhave )\b(?:reviewed|annotated|marked)\b"
    r"(?! (?:improvement|increase|decrease|change|drop))",
    re.IGNORECASE,
)
_INITIALS = expression(r"[\s_(\[-]([A-Z]{2,3})[)\]]?\s*$")
_TITLED = r"(?:Dr|Prof(?:essor)?|Mr|Mrs|Ms|Miss|Sister)\.? "


def says_feedback(mail: Mail) -> bool:
    """Whether it brings somebody's feedback, as a mentor's secretary sends it."""
    said = _WANTED.sub(" ", "\n".join([mail.subject, mail.top[:SAID], *(d.name for d in mail.files)]))
    return _FEEDBACK.search(said) is not None


def mentors_named(mail: Mail, people: Directory) -> list[Person]:
    """The mentors whom it names, by name, surname or first name; nobody where a report may be in it as well."""
    said = "\n".join([mail.subject, mail.top[:SAID]])
    if SAYS_REPORT.search(_OF_REPORT.sub(" ", said)):
        return []
    mentors = list({e.mentor.address: e.mentor for e in people.enrolments.values() if e.mentor.addresses}.values())
    full = [p for p in mentors if likeness(p.name, said) is Sure.WHOLE or _is_titled(p.name, said)]
    return full or [p for p in mentors if re.search(rf"\b{re.escape(p.name.split()[0])}\b", said)]


def _is_titled(name: str, said: str) -> bool:
    return re.search(rf"\b{_TITLED}{re.escape(name.split()[-1])}\b", said) is not None


def is_returned(mail: Mail, people: Directory) -> bool:
    """Whether it says that somebody has looked through the report that it brings, as a mentor does."""
    said = (mail.subject, mail.top[:SAID], *(d.name.replace("_", " ") for d in mail.files))
    return any(_RETURNED.search(x) for x in said) or bool(_initialled_by(mail, people))


def _initialled_by(mail: Mail, people: Directory) -> list[Person]:
    """The mentors whose initials stand at the end of a file's name that bears their practitioner's: “Jo Smith (AL)”."""
    found: dict[str, Person] = {}
    for d in mail.files:
        stem = d.name.rpartition(".")[0]
        if (initials := _INITIALS.search(stem)) is None:
            continue
        for e in people.enrolments.values():
            given, own = (
                "".join(w[0] for w in re.findall(r"[^\W\d_]+", p.name)).upper() for p in (e.mentor, e.practitioner)
            )
            if given == initials[1] != own and likeness(e.practitioner.name, stem, file=True) is Sure.WHOLE:
                found[e.mentor.address] = e.mentor
    return [p for p in found.values() if p.addresses]


def returned_by(mail: Mail, people: Directory) -> list[Person]:
    """The mentor who may have sent it: who is named, or whose initials it bears, else the one of whose report it is."""
    enrolments = [e for e in people.enrolments.values() if e.mentor.addresses]
    mentors = list({e.mentor.address: e.mentor for e in enrolments}.values())
    said = "\n".join([mail.subject, HELLO.sub("", mail.top[:SAID])])
    named = [p for p in mentors if likeness(p.name, said) >= Sure.SURNAME] or _initialled_by(mail, people)
    if named:
        return named
    found = places(mail)
    of = {e.mentor.address: e.mentor for e in enrolments if any(x(e.practitioner.name) is Sure.WHOLE for x in found)}
    return list(of.values())
