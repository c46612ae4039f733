"""Whose mail a message passes on, as mail programs write it: who stands above the letter that is forwarded.

| what shows it | as |
|---|---|
| a line that says so, and the “From:” below it | Gmail, Apple Mail, Thunderbird, Proton, Yahoo, Notes |
| a subject that says so, and a block of From, Sent, Subject, or “… wrote:” | Outlook, telephones |
| such a block alone, in a mail that answers nothing | Outlook, the subject typed anew |
| a mail attached to the mail, by its own From | “forward as attachment” |

Plain text counts before the page. What stands below an attribution in a reply is a quotation, and nothing passed on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from qibot.expression import expression
from qibot.message import Mail, plain_text
from qibot.quoting import (
    FOLDS,
    LONGEST_HEADING,
    attribution_length,
    forward_mark,
    heading_length,
    is_divider,
    is_forward,
)
from qibot.screening import is_daemons

LOOKED_AT = 40_000  # characters
NEAR = 12  # lines below such a mark in which its From stands
LETTERS = 4  # passed on one within the other, that are looked at
_FROM = expression(
    r"^[>\s*_|]*(?:from|von|de|da|van|från|fra|od|lähettäjä|oddi wrth|expéditeur|absender)"
    r"(?:[\s*_]*:|(?= \"[^\"]{1,100}\" <))[\s*_]*(.{1,300})$",  # eM Client writes no colons
    re.IGNORECASE,
)
_SUBJECT = expression(
    r"^[>\s*_|]*(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|aihe|pwnc)[\s*_]*:(.{0,300})$",
    re.IGNORECASE,
)
_FIELD = expression(
    r"^[>\s*_|]*(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|objet|à|enviado|fecha|para|asunto|inviato"
    r"|oggetto|verzonden|aan|onderwerp|anfonwyd|at|pwnc)(?:[\s*_]*:|(?= \S{1,100}@| \d| [^\n]{1,60}<))",
    re.IGNORECASE,
)
_OTHER = expression(r"^[>\s*_|]*[A-Z][A-Za-z-]{1,18}\*?:\*? ")  # a field that is rarer: Reply-To, Importance
_WRITER = expression(r"(?P<name>[^\W\d_][\w .,'’()-]{1,80}?)\s*<(?:mailto:)?(?P<address>[^<>@\s]+@[^<>@\s]+)>")
_WHEN = expression(r"\d{4},?(?: at)? |\b\d?\d(?: ?[ap]m)?, |\A[ap]m, ", re.IGNORECASE)  # what stands before a name
_ADDRESS = expression(r"[\w.+'-]{1,64}@[A-Za-z0-9.-]{1,253}[A-Za-z0-9]")
_IN_ONE_LINE = expression(r"\s*(?:sent|to|date|gesendet|an|envoyé)\s?:.*$", re.IGNORECASE)
_ANSWERS = expression(r"\s*(?:re|aw|sv|antw|rif|odp)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_MAIL = ("message/rfc822", "message/global")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that is passed on: its writer's name and addresses, as far as they are told, its subject, and what
    stands below its heading (nothing of one that is attached)."""

    name: str
    addresses: tuple[str, ...]
    subject: str = ""
    body: str = ""

    @property
    def by_machine(self) -> bool:
        """Whether a mail server wrote it, since another letter couldn't be delivered."""
        return any(is_daemons(a) for a in self.addresses) or (not self.addresses and is_daemons(self.name))


def letters_in(mail: Mail) -> tuple[Letter, ...]:
    """The letters that a message passes on, each within the one before it; empty where it passes on none."""
    attached = [_of(d.author) for d in mail.files if d.content_type in _MAIL or d.name.lower().endswith(".eml")]
    return tuple(x for x in attached if x.name or x.addresses) or _in_text(mail, mail.text) or _in_page(mail)


def above_forwarded(mail: Mail) -> str:
    """What the sender has written above the letter that is passed on."""
    lines = mail.text[:LOOKED_AT].split("\n")
    at = _mark(mail, lines)
    return "\n".join(lines[: at[0]]).strip("\n") if at else mail.top


def _in_page(mail: Mail) -> tuple[Letter, ...]:
    """The same of the page, where the plain text beside it leaves the heading out."""
    said = mail.html and (is_forward(mail.subject) or "forwarded" in mail.html.lower())
    return _in_text(mail, plain_text(mail.html)) if said else ()


def _in_text(mail: Mail, text: str) -> tuple[Letter, ...]:
    lines = text[:LOOKED_AT].split("\n")
    at = _mark(mail, lines)
    if at is None:
        return ()
    return tuple(x for _, x in zip(range(LETTERS), _letters(lines, at[1]), strict=False))


def _mark(mail: Mail, lines: list[str]) -> tuple[int, int] | None:
    """Where what is passed on begins, and from where its heading is to be looked for."""
    passes = is_forward(mail.subject)
    fresh = not (mail.is_reply or _ANSWERS.match(mail.subject))
    for n, line in enumerate(lines):
        if forward_mark(line):
            return n, n
        if passes and _heads(lines, n):
            return n, n
        if passes and is_divider(line):
            return n, n
        if attribution_length(lines[n : n + FOLDS]):
            return (n, n) if passes else None
        if fresh and _FROM.match(line) and heading_length(lines[n : n + LONGEST_HEADING]):
            return n, n
        if not passes and line.startswith(">"):
            return None
    return None


def _letters(lines: list[str], start: int) -> Iterator[Letter]:
    n = start
    while n < len(lines):
        marked = forward_mark(lines[n])
        if marked and marked["rest"] and (found := _FROM.match(marked["rest"])):
            yield replace(_of(_IN_ONE_LINE.sub("", found[1])), body=_below(lines, n + 1))
        elif _heads(lines, n) and (found := _FROM.match(lines[n])):
            yield _with_subject(_of(found[1]), lines, n)
        elif length := _attribution_length(lines[n : n + FOLDS]):
            said = " ".join(x.strip("> ") for x in lines[n : n + length])
            if found := _WRITER.search(said):
                name = _WHEN.split(found["name"])[-1].strip(" ,")
                yield Letter(name, (found["address"].lower(),), "", _below(lines, n + length))
            n += length - 1
        n += 1


def _attribution_length(lines: list[str]) -> int:
    """GroupWise's begins with marks that others put before what they quote."""
    return attribution_length(lines) or attribution_length([x.lstrip("> ") for x in lines])


def _heads(lines: list[str], n: int) -> bool:
    """Whether a heading begins here: a From with another field near."""
    return _FROM.match(lines[n]) is not None and any(_FIELD.match(x) for x in lines[n + 1 : n + 5])


def _with_subject(letter: Letter, lines: list[str], n: int) -> Letter:
    block = lines[n + 1 : n + NEAR]
    ends = next((k for k, x in enumerate(block) if not (_FIELD.match(x) or _OTHER.match(x))), len(block))
    titled = next((m[1].strip(" \t*") for x in block[:ends] if (m := _SUBJECT.match(x))), "")
    return replace(letter, subject=titled, body=_below(lines, n + 1 + ends))


def _below(lines: list[str], n: int) -> str:
    """What stands from here on, without the marks of quoting where all of it bears them."""
    rest = lines[n:]
    if all(x.startswith(">") for x in rest if x.strip()):
        rest = [x.removeprefix(">").removeprefix(" ") for x in rest]
    return "\n".join(rest).strip("\n")


def _of(said: str) -> Letter:
    addresses = tuple(dict.fromkeys(a.lower() for a in _ADDRESS.findall(said)))
    name = re.sub(r"[<\[(]?(?:mailto:)?[\w.+'-]+@[\w.-]+[>\])]?", " ", said)
    return Letter(" ".join(name.split()).strip(" \"'<>[]()*;"), addresses)
