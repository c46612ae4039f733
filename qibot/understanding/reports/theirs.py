"""Whether words say that another practitioner's report comes with a mail (“mine and Sam's”, “on behalf of Sam”).

It is read sentence by sentence: “Sam's is to follow” and “Sam's comments” bring none.
"""

from __future__ import annotations

import re
from enum import IntEnum

from qibot.expression import expression
from qibot.model import Enrolment
from qibot.understanding.meaning import sentences
from qibot.understanding.names.bearers import MONTHS, ORDINARY, followed_by_place, name_of

SENT = r"(?:reports?|updates?|submissions?|returns?|charters?|write-?ups?)"
SHORT = 8  # words of a sentence in which a report that is named is brought without a verb
_GAP = r"[^.!?\n]"
_MY = rf"(?:mine|my(?: own)?(?: \w+){{0,3}} {SENT}(?: \d+)?|my own)"
_AND = r"(?:and|&|\+|plus|also|with|as well as|,)"
_BRINGS = expression(
    r"\b(?:attach\w*|enclos\w*|here|herewith|find|send\w*|sent|forward\w*|submit\w*|pass(?:ing|ed)? on|these are"
    r"|this is)\b",
    re.IGNORECASE,
)
OWN = expression(rf"\b(?:mine|(?:my|our) (?:\w+ ){{0,3}}{SENT})\b|\bmy own\b", re.IGNORECASE)
_OURS = expression(
    rf"\bboth (?:of )?our (?:\w+ ){{0,2}}(?:reports|updates|submissions|returns)\b|\beach of our (?:\w+ ){{0,2}}{SENT}"
    r"|\bour (?:(?:two|2|own|separate|individual|respective) )?(?:\w+ ){0,2}(?:reports|updates|submissions|returns)\b"
    r"|\b(?:reports|updates|submissions|returns) (?:from|for|by|on behalf of) (?:us both|both of us|the (?:two|three))",
    re.IGNORECASE,
)
_OTHER_THINGS = expression(  # what two people have beside reports
    r"\bour (?:\w+ ){0,2}(?:aims?|projects?|teams?|wards?|schools?|data|measures?|charts?|baselines?|ideas?|mentors?"
    r"|managers?|diagrams?|tests?|cycles?|work)\b",
    re.IGNORECASE,
)
_NOT_BROUGHT = expression(  # “Sam's report is late”, “Sam's is to follow”
    rf"\A(?: \w+){{0,3}}?(?: {SENT})?(?: \d+)?(?:,? (?:\w+ )?(?:is|are|was|were|will|has|had|to)\b|['’](?:ll|d)\b)"
    r"(?![^,;]{0,20}\b(?:attached|enclosed|here|below)\b)"
    r"[^,;]{0,25}\b(?:follow\w*|late|later|com(?:e|ing)|not|sent|went|gone|already|due|overdue|way|soon|better|good"
    r"|great|longer|shorter|easier|different|similar)\b|\A(?: \w+){0,3}?(?: \w+)? (?:isn|wasn|hasn|won)['’]t\b",
    re.IGNORECASE,
)
_OF_IT = expression(  # “the same as Sam's”, but “as well as Sam's”, “a copy of Sam's”
    r"(?<!well )\bas\s+\Z|\b(?:like|than|about|on|in|at|by|after|before|using|read|saw|seen)\s+\Z"
    r"|(?<!addition )\bto\s+\Z|(?<!copy )(?<!version )(?<!pdf )(?<!scan )\bof\s+\Z",
    re.IGNORECASE,
)
_SO = r"(?=\W*\Z|\W*\n|\s*[.,;:!?)/&+(]|\s+(?:own|ones?|too|also|as|and|attached|enclosed|is|are|here|below|please|for|with|this|if|since|because|he|she|they)\b)"  # noqa: E501
_HIS = expression(
    rf"(?:\bI\b|\bI['’]m\b|\bwe\b|\bme to\b){_GAP}{{0,20}}\b(?:send\w*|sent|attach\w*|forward\w*|submit\w*|enclos\w*"
    rf"|pass\w*)\b{_GAP}{{0,20}}\b(?:his|her|their) (?:\w+ ){{0,3}}{SENT}\b"
    rf"|\b(?:attached|enclosed|here(?: is|['’]s| are)|find)\b{_GAP}{{0,20}}\b(?:his|her|their) (?:\w+ ){{0,3}}{SENT}\b",
    re.IGNORECASE,
)


class Brought(IntEnum):
    """How surely words say that one's report is here."""

    NOT = 0
    PERHAPS = 1
    SURELY = 2


def brought(said: str, other: Enrolment) -> Brought:
    """Whether these words say that this one's own report comes with them."""
    return max((_in_sentence(x, other) for x in _sentences(said)), default=Brought.NOT)


def brought_for(said: str, other: Enrolment) -> bool:
    """Whether they say that it is sent for this one: “on behalf of Sam”, “Sam asked me to send this”. Where nothing
    is said of the sender's own, too, it is this one's alone."""
    name = _name(other, plain=True)
    sends = r"\b(?:send\w*|sent|forward\w*|submit\w*|pass\w*)\b"
    and_me = r"(?!(?:,? (?-i:[A-Z])[\w'’-]+){0,6},? (?:and|&) (?:me\b|myself\b|I\b(?! \w)))"
    told = re.compile(
        rf"\bon behalf of {name}\b{and_me}|{sends}{_GAP}{{0,25}}\bfor {name}\b{and_me}"
        rf"|\b{name} (?:has |had )?asked (?:me|if I|whether I){_GAP}{{0,30}}"
        r"\b(?:send|forward|pass|submit|e-?mail|hand)",
        re.IGNORECASE,
    )
    if any(not followed_by_place(said[m.end() :]) for m in told.finditer(said)):
        return True
    return _HIS.search(said) is not None and re.search(rf"\b{name}\b", said, re.IGNORECASE) is not None


def says_each(said: str, other: Enrolment) -> bool:
    """Whether they say that each one's own is here: “mine and Sam's”, “both our reports” of one whom they name so."""
    return any(_pair(x, other) or _ours_with(x, other) for x in _sentences(said))


def _sentences(said: str) -> list[str]:
    return [x for line in said.split("\n") for x in sentences(line)]


def _in_sentence(x: str, other: Enrolment) -> Brought:
    if _pair(x, other) or _ours_with(x, other):
        return Brought.SURELY
    if not _named(x, other) or (_OTHER_THINGS.search(x) and not re.search(SENT, x, re.IGNORECASE)):
        return Brought.NOT
    if _BRINGS.search(x):
        return Brought.SURELY
    return Brought.PERHAPS if len(x.split()) <= SHORT else Brought.NOT


def _named(x: str, other: Enrolment) -> bool:
    """Whether a report of this one is spoken of as something that is here."""
    if first_word(other) in MONTHS and not re.search(rf"\b{_whole(other)}", x, re.IGNORECASE):
        return False
    theirs = re.compile(rf"\b{_possessive(other)}(?:(?: \w+){{0,3}} {SENT}\b|{_SO})", re.IGNORECASE)
    for m in theirs.finditer(x):
        behind = x[m.start() :]
        name = re.match(_possessive(other), behind, re.IGNORECASE)
        if name and not _OF_IT.search(x[: m.start()]) and not _NOT_BROUGHT.match(behind[name.end() :]):
            return True
    name_, one = _name(other, plain=True), rf"(?:{SENT}(?: \d+)?|(?<!no )one)"
    by = re.compile(
        rf"\b{one} (?:\w+ )?(?:from|by|for|of) {name_}\b(?!['’]s)(?! (?:and|&) (?:me|I|myself)\b)"
        rf"|\b{one} (?:that |which )?{name_} (?:has )?(?:wrote|did|made|written|done|sent me|gave me|prepared)\b",
        re.IGNORECASE,
    )
    return any(not followed_by_place(x[m.end() :]) for m in by.finditer(x))


def _pair(x: str, other: Enrolment) -> bool:
    """“Mine and Sam's”, either way round."""
    theirs = rf"\b{_possessive(other)}(?:(?: \w+){{0,3}} {SENT}\b|{_SO})"
    between = rf"{_GAP}{{0,30}}?(?:\b|(?=,)){_AND}{_GAP}{{0,25}}?"
    found = re.search(rf"\b{_MY}\b{between}{theirs}|{theirs}{between}\b{_MY}\b", x, re.IGNORECASE)
    if found is None or _is_of_other_things(x[: found.start()]):
        return False
    last = re.compile(rf"\b{_possessive(other)}", re.IGNORECASE)
    return any(
        not _NOT_BROUGHT.match(x[m.end() :]) and not _OF_IT.search(x[: m.start()])
        for m in last.finditer(x, found.start(), found.end())
    )


def _is_of_other_things(before: str) -> bool:
    """“Both our aims have changed, Sam's and mine”."""
    things = [m.end() for m in _OTHER_THINGS.finditer(before)]
    return bool(things) and not re.search(rf"\b{SENT}\b", before[things[-1] :], re.IGNORECASE)


def _ours_with(x: str, other: Enrolment) -> bool:
    """“Both our reports” beside a name as one of two who have them: “Sam's”, “Sam and I”."""
    name = _name(other)
    with_them = rf"\b{_possessive(other)}|\b{name} (?:and|&) (?:I|me|mine)\b|\b(?:I|me|mine) (?:and|&) {name}\b"
    return bool(_OURS.search(x) and re.search(with_them, x, re.IGNORECASE))


def first_word(one: Enrolment) -> str:
    """The first word of the practitioner's name, in small letters."""
    words = name_of(one)
    return words[0] if words else ""


def _whole(one: Enrolment) -> str:
    return re.escape(one.practitioner.name)


def _name(one: Enrolment, *, plain: bool = False) -> str:
    """Both names, or the first alone: as written where it is a word, too; a month's never where it stands `plain`."""
    first = first_word(one)
    if not first or (plain and first in MONTHS):
        return rf"(?:{_whole(one)})"
    shown = next((w for w in one.practitioner.name.split() if w.casefold().startswith(first)), first)
    alone = rf"(?-i:{re.escape(shown)})" if first in ORDINARY else re.escape(shown)
    return rf"(?:{_whole(one)}|{alone})"


def _possessive(one: Enrolment) -> str:
    return rf"{_name(one)}(?:['’`´]s\b|s\b['’]?|['’])"
