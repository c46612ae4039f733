"""Where a stranger's mail may name whose it is: subject, files, text, signature, a document's author."""

from __future__ import annotations

import re
from collections.abc import Callable

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.names.likeness import Sure, holds, is_renamed, likeness

FEW = 4  # words of a line in which a first name or an initial is a signature
SIGNED = 12  # lines at the end of the text that may be a signature
LOOKED_AT = 20_000  # characters
SAID = 600  # … in which it is said what is sent
REPORT = r"(?:report|update|submission|return|charter|write-?up)s?"
SAYS_REPORT = expression(rf"\b{REPORT}\b", re.IGNORECASE)
HELLO = expression(
    r"^[ \t]*(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening)|morning|afternoon)\b[^,!:\n–]{0,60}[,!:–\n]",
    re.IGNORECASE | re.MULTILINE,
)
_NAME = r"[^\W\d_][\w’'-]*(?:[ ]+[^\W\d_][\w’'-]*){0,2}?"
_REPORT_OF = expression(
    rf"(?P<owner>{_NAME}(?:['’]s?))[ ]+(?:[\w-]+ ){{0,3}}?(?i:{REPORT})\b"
    rf"|\b(?i:{REPORT}) (?:\d+ )?(?:for|from|of|by) (?P<writer>(?:[A-Z][\w.’'-]*[ ]?){{1,3}})"
)
_SENDS = expression(
    rf"\b(?:{REPORT}|attach\w*|enclos\w*|forward\w*|send(?:ing|s)?|sent|pass(?:ing)? (?:it|this|on)|hand(?:ing)? in"
    r"|on \S+(?: \S+)? behalf|on behalf|(?:this|it)(?: is|['’]s)|I['’]m|I am|this one['’]s)\b",
    re.IGNORECASE,
)
_LABEL = expression(
    r"\W*(?:(?i:name|practitioner|from|sent by|by|author|user|scan)\b[ ]*:"
    r"|(?:[A-Z][\w’'-]*[,.]?[ ]*){2,3}(?:$|[,:–(-]))"
)
_THEIRS = expression(rf"\W*(?:his|her|their|the)\b.{{0,30}}\b(?:{REPORT}|attach\w*|enclos\w*)\b", re.IGNORECASE)
_FOR = expression(
    r"^[-–—_* ]*(?:p\.? ?p\.?|(?:pa|p\.a\.|assistant|secretary|clerk|admin\w*) (?:to|for)|for|on behalf of"
    r"|sent by)[: ]+",
    re.IGNORECASE,
)
_SIGNATURE = expression(r"[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][\w.’'-]*){0,2}")
_CLOSES = expression(
    r"(?:many |kind(?:est)? |best |warm(?:est)? )?(?:thanks|regards|wishes|yours|cheers)\b", re.IGNORECASE
)
_SENTENCE = expression(r" (?!(?:of|and|the|at|for|in|on|to|n[ée]e|formerly|previously|was|behalf)\b)[a-z]{2,}")
_SIGNED_BOTH = expression(r"\b(?:n[ée]e|formerly|previously|was)\b", re.IGNORECASE)


def places(mail: Mail) -> list[Callable[[str], Sure]]:
    """Where it may name somebody, the surest place first: how surely each does."""
    files = [d.name.rpartition(".")[0] for d in mail.files]
    lines = [x.strip() for x in mail.own_text[:LOOKED_AT].split("\n") if x.strip()][-SIGNED:]
    text = HELLO.sub("", mail.top[:SAID])
    sent, owned = _sent(text), _reported(text)

    def signed(name: str) -> Sure:
        """As a signature: at the beginning of a short line; a first name alone in one."""
        return max((_signs_as(name, _FOR.sub("", x)) for x in lines), default=Sure.NOT)

    return [
        lambda name: likeness(name, mail.subject),
        lambda name: max((likeness(name, x, file=True) for x in files), default=Sure.NOT),
        lambda name: max((likeness(name, x) for x in owned), default=Sure.NOT),
        lambda name: max((likeness(name, x) for x in sent), default=Sure.NOT),
        signed,
        lambda name: max((_whole(name, d.author) for d in mail.files), default=Sure.NOT),
    ]


def is_anothers(mail: Mail, name: str) -> bool:
    """Whether somebody else than this person has written it: by the name in From, or where there is none by the one
    below the text."""
    if mail.sender_name and "@" not in mail.sender_name:
        return is_called_otherwise(name, mail.sender_name)
    lines = [x.strip(" ,*_-–—") for x in mail.top.split("\n") if x.strip(" ,*_-–—")]
    signed = lines[-1] if len(lines) > 1 else ""
    by_name = _SIGNATURE.fullmatch(signed) is not None and not _CLOSES.match(signed)
    return by_name and is_called_otherwise(name, signed)


def is_called_otherwise(name: str, said: str) -> bool:
    """Whether a sender's name is another's than this one."""
    return bool(said) and not (holds(name, said) or is_renamed(name, said) or likeness(name, said) is not Sure.NOT)


def _signs_as(name: str, line: str) -> Sure:
    if len(line) > len(name) + 40 or (_SENTENCE.search(line) and line != line.lower()):
        return Sure.NOT
    found = Sure.WHOLE if _SIGNED_BOTH.search(line) and holds(name, line) else likeness(name, line, opens=True)
    return found if found is Sure.WHOLE or len(line.split()) <= FEW else Sure.NOT


def _whole(name: str, author: str) -> Sure:
    return Sure.WHOLE if holds(name, author) else likeness(name, author)


def _reported(text: str) -> list[str]:
    """The names of whose report the words say it is: “Sam Baird's report”, “the report for Jo”."""
    return [m["owner"] or m["writer"] for m in _REPORT_OF.finditer(text)]


def _sent(text: str) -> list[str]:
    """The sentences that say what is sent, or whose it is; without whom they greet."""
    parts = re.split(r"(?<=[.!?])\s+|\n", text)
    return [
        x
        for n, x in enumerate(parts)
        if _SENDS.search(x) or _LABEL.match(x) or _THEIRS.match(" ".join(parts[n + 1 : n + 2]))
    ]
