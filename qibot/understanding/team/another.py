"""Whether what the team orders of a rest or an end is of somebody else than the practitioner: “take Gordon off”.

An enrolment that has ended is easily overlooked, so it has to be plain whom an order means: the manager, the mentor or
anybody else as its object, the practitioner but as who is taken from them, or another's leaving just before “him” or
“her”, and the team is asked.
"""

from __future__ import annotations

import re
from functools import cache

from qibot.model import Enrolment, Person

_OFFICE = (
    r"(?:(?:the|his|her|their|our|that|\w+['’]s) (?:\w+ )?(?:manager|mentor|boss|supervisor|sponsor|director|deputy"
    r"|head|head teacher|team leader|secretary|colleague))"
)
_ENDS = (
    r"(?:withdr[ae]w(?:ing)?|remov(?:e|ing)|unenrol\w*|tak(?:e|ing)?|paus(?:e|ing)|suspend(?:ing)?|freez(?:e|ing)"
    r"|park(?:ing)?"
    r"|put(?:ting)?|plac(?:e|ing)|drop(?:ping)?|strik(?:e|ing)|cross(?:ing)?|delet(?:e|ing)|deregister|discharge"
    r"|discontinue)"
)
_STOPS = (
    r"(?:releas(?:e|ing)|stop (?:writing to|sending (?:\w+ ){0,3}to|e-?mailing|mailing|copying|chasing|reminding"
    r"|bothering))"
)
_GONE = (
    r"(?:['’]s|['’]ve| has| have| is| was| will be|['’]ll be)?(?: \w+ly| now| just| also| already| since| both)?"
    r" (?:left|leaving|leaves|gone|retir(?:ed|es|ing)|moved|moving|resigned|quit|died|changed (?:job|post|role)s?"
    r"|off|ill|unwell|away|no longer|finish(?:ed|es|ing)|on (?:\w+ )?leave|stood down|standing down|redeployed)\b"
)
_SAYS = r"(?! (?:says?|said|asks?|asked|wants?|wanted|suggests?|suggested|wishes|requests?|requested|knows|told)\b)"
TIME = (  # that is given
    r"(?:until|till?|['’]til|to \d|more time|longer|extra|(?:(?:an?|another|the|one|two|three|\d+)(?: (?:more|extra|few"
    r"|other|couple of|\w+))? )(?:days?|weeks?|fortnight|months?|break|rest|breather|extension)|\w+ (?:more )?"
    r"(?:days?|weeks?|fortnight|months?))\b"
)
_BETWEEN = r"(?:both |also |now |just |please |only )?"
# What stands in capitals where an order's object does, and is nobody's name.
_NOBODY = (
    r"(?!(?:I|The|This|That|It|Her|Him|Them|His|Their|Please|Thanks|Everything|All|Everyone|From|QI|And|For|Now|Mrs"
    r"|Mr|Ms|Miss|Dr)\b)"
)


def gives_another(text: str, e: Enrolment) -> bool:
    """Whether time is given to another than the practitioner: “give her manager a week to sort it”."""
    others = tuple(p for p in (e.mentor, e.manager, e.sponsor) if p)
    return _gives(e.practitioner, others).search(" ".join(text.split())) is not None


def is_anothers(text: str, e: Enrolment) -> bool:
    """Whether an order to rest or to end may be of another than this enrolment's practitioner."""
    said, others = " ".join(text.split()), tuple(p for p in (e.mentor, e.manager, e.sponsor) if p)
    named, unnamed, stops, ordered, gone, own = _patterns(e.practitioner, others)
    if named.search(said) or unnamed.search(said):
        return True
    if stops.search(said) and not ordered.search(said):
        return True
    left = list(gone.finditer(said))
    return bool(left) and own.search(said, left[-1].end()) is None


@cache
def _gives(practitioner: Person, others: tuple[Person, ...]) -> re.Pattern[str]:
    own = _called(practitioner)
    known = sorted({n for p in others for n in _called(p)} - set(own), key=len, reverse=True)
    other = "|".join([*map(re.escape, known), _OFFICE])
    return re.compile(rf"\b(?:give|gie|allow|grant|let) (?:{other})(?: have| take)? {TIME}", re.IGNORECASE)


@cache
def _patterns(practitioner: Person, others: tuple[Person, ...]) -> tuple[re.Pattern[str], ...]:
    """Another as the object, by name or office; anybody else's name there; another who is to get no more, and an order
    of the practitioner beside it; another who is gone; the practitioner."""
    own = _called(practitioner)
    known = sorted({n for p in others for n in _called(p)} - set(own), key=len, reverse=True)
    other = "|".join([*map(re.escape, known), _OFFICE])
    mine = "|".join(map(re.escape, own)) or "(?!)"
    them = rf"(?:her|him|them|{mine})"
    named = (
        rf"\b{_ENDS} {_BETWEEN}(?:{other})(?:['’]s (?:name|address|mail))?(?!['’]s)\b"
        rf"|\b{_ENDS} {them} (?:away )?(?:off|aff|from|out of) (?:{other})\b"
        rf"|\b{_ENDS} {them} and (?:{other})\b"
        rf"|\b{_ENDS} {them} as (?:{_OFFICE})\b{_SAYS}"
    )
    unnamed = (
        rf"\b(?i:withdraw|remove|unenrol|pause|suspend|freeze|park) (?!(?i:{mine})\b){_NOBODY}[A-Z][\w’'-]+"
        rf"|\b(?i:take|put|place|drop|strike|cross) (?!(?i:{mine})\b){_NOBODY}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
        r" (?i:off|aff|out|on|from)\b"
    )
    stops, ordered = rf"\b{_STOPS} {_BETWEEN}(?:{other})\b", rf"\b{_ENDS} {them}\b"
    gone, itself = rf"\b(?:{other}){_GONE}", rf"\b(?:{mine})\b"
    any_case = [re.compile(one, re.IGNORECASE) for one in (named, stops, ordered, gone, itself)]
    return any_case[0], re.compile(unnamed), *any_case[1:]


def _called(person: Person) -> list[str]:
    """The name, and its first and last words, the longest first."""
    words = person.name.split()
    return sorted({" ".join(words), *words[:1], *words[-1:]}, key=len, reverse=True) if words else []
