"""What running text lists, where there is no heading and no list: “The measures I have in mind are …, and …”."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.preread.loose import Loose

# What is spoken of, then a verb that leads to the things themselves.
_LEADS = (
    r"(?:(?:are|is|were|include|includes|included|including|would be|will be|being|could be)(?: these| as follows| "
    r"the following| to)?|(?:(?:has|have|had|'ve|'s) )?(?:put forward|suggested|proposed|named|listed|chosen|chose|"
    r"picked|come up with|came up with|gave|given|offered|raised|settled on|agreed on|landed on|gone for|thought of)|"
    r"(?:(?:am|are|'m|'re|'d|would|will|'ll|shall|might|could|want to|plan to|hope to|like to) )+"
    r"(?:like to |be )?(?:try|trying|test|testing|consider|considering|use|using|look at|looking at|take|count|"
    r"counting|track|tracking|collect|collecting|record|recording|follow|measure|measuring|watch|watching|plot)|"
    r"(?:tried|used|counted|tracked|recorded)|(?:i|we)(?: \w+ly)? (?:count|track|record|use|take|measure|collect))"
)
_NAMELY = r"(?:\s*:|,? (?:namely|i\.e\.|that is)|)\s+"
_IDEAS = expression(
    rf"\b(?:(?:(?:change|improvement|early|first|possible) )?(?:ideas|changes|suggestions)|things (?:that|which|"
    rf"we|i|to))\b"
    rf"[^.:;]{{0,70}}?(?:\b|(?<=\w)(?=')){_LEADS}{_NAMELY}(?P<list>.+)$|"
    r"\b(?:ideas|(?:couple|few|number|handful) of (?:small )?changes|changes (?:that )?(?:i|we)\b|(?:suggested|"
    r"proposed|"
    r"offered|named|listed) (?:\w+ )?(?:things|changes|ideas))[^.:;]{0,70}(?::|,? namely)\s+(?P<behind>.+)$",
    re.IGNORECASE | re.DOTALL,
)
# “We would like to try a card on the door, a call the day before and …”: of a single thing it is no list.
_WISHES = expression(
    r"\b(?:i|we|the (?:team|group))(?:'d| would| want| plan| hope| are| am|'re|'m| intend| might| could)*(?: to)? "
    r"(?:like to try|want to try|try|trying|to try|thinking (?:of|about)|toying with|considering|"
    r"consider)(?: out)?\s+"
    r"(?P<list>[^:]+)$",
    re.IGNORECASE | re.DOTALL,
)
_KIND = r"(?:outcome|process|balancing)"
_MEASURES = expression(
    rf"\b(?P<lead>(?:(?:{_KIND} )?(?:measures?|measuring|measurement)|(?:for|as)(?: an?| our|"
    rf" the)? {_KIND})\b[^.:;]{{0,60}}?"
    rf"(?:\b|(?<=\w)(?=')){_LEADS})\s*:?\s+(?P<list>.+)$|"
    rf"^(?P<kind>(?:(?:and|our|the|my|for|as|its) )*{_KIND}\b)[^.:;]{{0,25}}?\b(?:is|are|will be|would be|being|"
    rf"the|%)\s+(?P<said>.+)$|"
    rf"\b(?:measur(?:e|ing)|(?:(?:'ll| will|going to|plan to|am|are|'m|'re)(?: be)?|by) (?:count|track|collect|"
    rf"record|plot|"
    rf"look(?:ing)? at|watch|follow)(?:ing)?) (?!up\b|this|it\b|them|that\b|against|on\b|in\b|you)(?P<counted>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_OTHER_KIND = expression(
    rf"(?:;\s*(?:and\s+)?|,\s+(?:and\s+)?|\s+and\s+)(?=(?:(?:for|as|the|our|my|its|one|two|an?) )*{_KIND}\b)",
    re.IGNORECASE,
)
# “That's our outcome measure”: the one that was spoken of just now.
_THAT = expression(
    r"^(?:and )?(?:that|this|it|which|those|these)(?:'s| is| are| was| will be| would be) (?:our|the|my|a)(?: main)? "
    r"(?P<kind>outcome|process|balancing)(?: measures?)?\b",
    re.IGNORECASE,
)
# Where such a list isn't one: what comes behind the verb speaks of the things.
_SPEAKS = Loose(
    r"^(?:not|now|still|all|being|in\b|on\b|at\b|by\b|from|with\b|attached|below|above|shown|listed|ready|here|there|"
    r"working|going|good|hard|easy|difficult|coming|based|mine|ours|theirs|as\b|how|what|why|very|too|so\b|to be|"
    r"unchanged|clear|vague|few|many|more|fewer|better|yet|under|up\b|set|agreed|decided|tbc|just|only|similar|"
    r"always|never|because|that|it\b|them\b|this\b|these\b|some\b|(?:one|two|three|four|five) of|plotted|tested|"
    r"tried|used|made|done|collected|kept)\b",
)
_BETWEEN = expression(r";\s*(?:and\s+)?|,\s+(?:and\s+)?|\s+and\s+(?=(?:an?|the)\s)")
_LOOSE = expression(r";\s*(?:and\s+)?")
# Behind a comma goes on what was begun: “…, which …”, “…, since …”.
_GOES_ON = Loose(
    r"^(?:which|who|that|since|because|so|as|but|where|when|if|though|although|then|while|whose|with|by|for|to|in|on|"
    r"at|from|not|or|rather|counted|collected|taken|measured|recorded|down|up|every|each|per|twice|once|day|"
    r"weekly|monthly|daily|he|she|it|they|we|i|these|this)\b|"
    r"^\w+ing\b",
)
_DOING = expression(r"\w+ing\b")
_PAIRED = Loose(r"\bbetween (?:\w+ ){0,4}\w+$")  # “between ourselves and the other team”
_TWO = expression(
    r" and (?:an?|the|number|%|percentage|how|share|time|days|hours|better|more|clearer|improved|\w+ing)\b"
)
_LAST = 9  # words of what stands behind the last “and”
_LONGEST, _WIDEST = 60, 25  # words of such a list; of one of the things


def ideas_in(said: str) -> list[str]:
    """The change ideas that a sentence lists; none where it only speaks of them."""
    if found := _IDEAS.search(said):
        return _things(found["list"] or found["behind"])
    wished = _things(found["list"]) if (found := _WISHES.search(said)) else []
    return wished if len(wished) > 1 else []


def measures_in(said: str) -> list[tuple[str, list[str]]]:
    """The measures that a sentence lists, as kinds and names; kinds may be empty."""
    pieces: list[str] = []
    for piece in _OTHER_KIND.split(said):
        if pieces and not _MEASURES.search(piece):
            pieces[-1] += f", {piece}"
        else:
            pieces.append(piece)
    return [listed for piece in pieces if (listed := _of_a_kind(piece))[1]]


def _of_a_kind(said: str) -> tuple[str, list[str]]:
    found = _MEASURES.search(said)
    if found is None:
        return "", []
    kinds = {kind.lower() for kind in re.findall(_KIND, found["lead"] or found["kind"] or "", re.IGNORECASE)}
    names = _things(found["list"] or found["said"] or found["counted"])
    enough = len(names) > 1 or not found["counted"]
    return (kinds.pop() if len(kinds) == 1 else ""), (names if enough else [])


def kind_of_that(said: str) -> str:
    """The kind that a sentence gives to what was named just before; empty where it gives none."""
    found = _THAT.match(said)
    return found["kind"].lower() if found else ""


def _things(listed: str) -> list[str]:
    text = listed.strip(" .")
    if _SPEAKS.match(text) or len(text.split()) > _LONGEST:
        return []
    things: list[str] = []
    for piece in (_LOOSE if ";" in text else _BETWEEN).split(text):
        if not (said := piece.strip(" .,")):
            continue
        alike = things and _DOING.match(things[0]) and _DOING.match(said)
        if things and not alike and (_GOES_ON.match(said) or _PAIRED.search(things[-1])):
            things[-1] = text[text.index(things[-1]) : text.index(said) + len(said)]
        else:
            things.append(said)
    if len(things) > 1 or (things and _TWO.search(things[0])):  # “…, … and …”
        *_, last = things
        before, _, after = last.rpartition(" and ")
        if (
            before
            and not re.search(r"\bbetween\b", before)
            and len(after.split()) <= _LAST
            and not _GOES_ON.match(after)
        ):
            things[-1:] = [before, after]
    return things if all(len(thing.split()) <= _WIDEST for thing in things) else []
