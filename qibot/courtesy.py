"""Short answers that say nothing of the matter: thanks, or that an answer will come.

Thanks to a confirmation are passed on to nobody, and a mentor's promise is no feedback yet. Both are told by all that
is said: one sentence more, and it is somebody's word.
"""

from __future__ import annotations

import re

from qibot.mail import Mail
from qibot.model import Case
from qibot.reply import is_signed_off

_SAID = """
    a about again all am an and appreciated are back best brilliant bye cheers confirmation confirming cool day dear
    do done e-mail email evening excellent fine for fully good got great have hello hi i i'll i'm is it it's just
    kind know let letting lots lovely mail many me merci message morning much nice noted of ok okay danke perfect
    please received regards reminder reminding reply report right see sending so soon sorry sure team thank thanks
    that that's thats the then this to too understood very warm weekend will wishes with wonderful yes you your
"""
_COURTESIES = frozenset(_SAID.split())
_PROMISE = re.compile(
    r"(?:[\w,]+ ){0,4}?(?:i|we)"
    r"(?:['’]ll| will| shall| hope to| aim to| intend to| plan to|['’]m going to| am going to)\b"
    r".{0,40}?\b(?:look(?! forward)|read|review|get back|come back|reply|respond|answer|comment|be in touch|send)\b"
    r"(?!.*\b(?:next|below|in-?line)\b).{0,50}",
    re.IGNORECASE,
)
LONGEST = 400  # characters of a promise with all that stands around it
_SENTENCE = re.compile(r"[^.!?\n]+")
_AROUND = " ,;:()–-"


def is_thanks(mail: Mail, names: frozenset[str]) -> bool:
    """Whether a mail is thanks and the like alone; `names` are those that it may say, in small letters."""
    return all(_is_courtesy(one, names) for one in _sentences(mail))


def is_promise(mail: Mail, names: frozenset[str]) -> bool:
    """Whether a mail says that an answer will come, and beside that thanks at the most."""
    sentences = _sentences(mail) if len(mail.top) <= LONGEST else []
    promises = [one for one in sentences if _PROMISE.fullmatch(one)]
    return bool(promises) and all(one in promises or _is_courtesy(one, names) for one in sentences)


def names_in(case: Case) -> frozenset[str]:
    """What the people of an enrolment are called, word by word, in small letters."""
    e = case.enrolment
    people = (e.practitioner, e.mentor, *([e.manager] if e.manager else []))
    return frozenset(word for person in people for word in person.name.casefold().split())


def _sentences(mail: Mail) -> list[str]:
    lines = (line for line in mail.top.split("\n") if not is_signed_off(line))
    return [one for found in _SENTENCE.findall("\n".join(lines)) if (one := found.strip(_AROUND))]


def _is_courtesy(sentence: str, names: frozenset[str]) -> bool:
    said = (word.strip(_AROUND) for word in sentence.casefold().replace("’", "'").split())
    return all(not word or word in _COURTESIES or word in names for word in said)
