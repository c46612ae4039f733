"""That a mentor has the practitioner told not to worry, and nothing else: “Tell Fiona not to worry”.

It sounds like a worry about them and is a kind word to them; of their report it says nothing. What they aren't to worry
about is told by a closed list of what belongs to a report, so that no “drinking” goes on with it.
"""

from __future__ import annotations

from dataclasses import replace

from qibot.expression import expression
from qibot.understanding.meaning import Meaning, Told
from qibot.understanding.meaning.asides import OPEN
from qibot.understanding.phrases.courtesy import is_courtesy

_THEM = r"(?:PRAC|THEY)(?: PRAC)?"
_WHOM = rf"(?:(?:THEY 's )?{_THEM}|THEY 's|(?:my|your|our|the) (?:practitioner|mentee))"
_NEEDNT = (
    r"(?:needn't|need not|(?:doesn't|does not|don't) (?:need|have) to|shouldn't|should not|mustn't|is not to|isn't to)"
)
_NOT = rf"(?:not to|(?:that )?(?:there's |there is |it's )?no need to|(?:that )?{_THEM} {_NEEDNT})"
_WORRY = r"(?:worry|panic|fret|stress|rush|hurry|apologi[sz]e|feel bad|be (?:worried|anxious|nervous|sorry))"
_THING = (
    r"(?:(?:late|missing|missed|next|first|last|wee|slight|short) )?(?:delay|deadline|date|lateness|report|charts?"
    r"|graphs?|aim|data|measures?|numbers?|gaps?|diagrams?|form|format|formatting|layout|spelling|length|wait|feedback"
    r"|template|session|presentation|day or two|being late|missing the (?:date|deadline)|sending it late)"
)
_ABOUT = (
    r"(?: (?:too much|at all|one bit|a bit))?"
    rf"(?: (?:about|over|for) (?:it|this|that|(?:(?:the|any|a|{_THEM} 's) )?{_THING}))?"
)
_REASSURES = expression(
    r" ?(?:(?:please|pls|can you|could you|would you|will you|just|and|also|hi|ok|so|thanks|thank you) )*"
    rf"(?:tell|let|assure|reassure) {_WHOM}(?: know)?(?: from me)? {_NOT} {_WORRY}{_ABOUT}"
    r"(?: (?:please|thanks|thank you|too|then|from me|will you|would you|cheers))* ?"
)


def as_reassurance(found: Meaning, names: frozenset[str]) -> Meaning:
    """The meaning of a mentor's words; a message where they but have the practitioner told not to worry."""
    if found.mark or found.cut or found.in_form or not found.told:
        return found
    said = [one for one in found.told if not is_courtesy(one.text.strip(" .!"), names)]
    if not said or not all(map(_reassures, said)):
        return found
    told: list[Told] = [replace(one, apart={OPEN: 1.0}) for one in found.told]
    return replace(found, likely={"message": 1.0}, told=told)


def _reassures(one: Told) -> bool:
    return _REASSURES.fullmatch(" ".join(one.words)) is not None
