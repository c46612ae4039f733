"""How much a text says, however it is written: “1,500 ml” and “1.5 litres” are one, as are “8 of 10” and “80 %”."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.preread.amounts import bare
from qibot.preread.numerals import MORE, UNITS

_WORDS = {word: n for word, n in (UNITS | MORE).items() if n > 1}  # “one” is as often a pronoun
_IN_WORDS = expression(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_SHARE = expression(
    rf"\b(?P<part>{_NUMBER}) (?:out of|of|in)(?: (?:the|our|all|every|each))* (?P<whole>{_NUMBER})\b", re.IGNORECASE
)
# A unit by which one counts, and how many of the smallest of its sort it is.
_UNITS = {
    "k": 1000,
    "litre": 1000,
    "litres": 1000,
    "l": 1000,
    "kg": 1000,
    "hour": 60,
    "hours": 60,
    "hrs": 60,
    "week": 7,
    "weeks": 7,
    "fortnight": 14,
    "fortnights": 14,
}
_AMOUNT = expression(
    rf"(?<![\w.,])(?P<figure>{_NUMBER})(?: ?(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})\b)?"
)
_ONE = expression(r"(?<=\bwithin )(?:an?|one) (?=(?:hour|week|fortnight)\b)", re.IGNORECASE)
_HALF = expression(r"\b(?:a |one )?half (?:of )?(?=(?:the|our|all|their|of)\b)", re.IGNORECASE)


def quantities(text: str) -> frozenset[float]:
    """The amounts in it, each as a plain number of its smallest unit; shares as hundredths."""
    said = _ONE.sub("1 ", _HALF.sub("50% of ", bare(text)))
    said = _IN_WORDS.sub(lambda found: str(_WORDS[found[0].lower()]), said)
    shares = [(_number(found["part"]), _number(found["whole"])) for found in _SHARE.finditer(said)]
    rest = _SHARE.sub(" ", said)
    amounts = [
        _number(found["figure"]) * _UNITS.get(found["unit"] or "", 1) for found in _AMOUNT.finditer(rest.lower())
    ]
    return frozenset(amounts) | frozenset(round(100 * part / whole) for part, whole in shares if whole)


def _number(figure: str) -> float:
    return float(figure.replace(",", ""))
