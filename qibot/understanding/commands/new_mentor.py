"""Who is to mentor from now on, in the team's plain words: “Bob can take her”, “give Jo to Bob” (programme.md, 5).

A mentor is named by what everybody calls them; where two are called that, or more is said than who takes whom, the team
is asked. In answer to the letter that asks for one a sentence will do that names one mentor or one address alone, and
says that they take over (handed_over.py): not what might be, hangs on something or is still to be asked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from qibot.expression import expression
from qibot.model import Enrolment, Person
from qibot.people import Load
from qibot.understanding.commands.handed_over import says_handed_over

LONGEST = 200  # characters of such a line
_ADDRESS = r"[^\s@<>(),]+@[^\s@<>(),]+?\w"
_ADDRESSES = expression(r"[^\s@<>(),]+@[^\s@<>(),]*\w")
_WRITER = expression(r"\n\s*[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?\s*\Z")
_POLITE = (
    r"(?:(?:ok|okay|yes|yep|right|fine|so|then|please|thanks|thank you|let['’]?s|could you|can you|would you)[,.!]? )*"
)
_TAIL = (
    r"(?: (?:instead|from (?:now|here|today)(?: on)?|now|then))?"
    r"(?:[\s,.!–-]*(?:please|pls|thanks|thank you|many thanks|cheers|ta))*[\s.!]*"
)
_ALL = (
    r"all(?: (?:two|three|four|five|six))?(?: of them)?|everybody|everyone|them all"
    r"|them both|them|both(?: of them)?|all of (?:hers|his|theirs)"
)
_COUNTS = ("none", "one", "two", "three", "four", "five", "six")
_AGREES = (
    r"(?: can| will| could|['’]ll| would| (?:is|has|was)? ?(?:happy|willing|glad|able|pleased|agreed|offered) to"
    r"|['’]s (?:happy|willing|glad|able|agreed|offered) to)"
)
# X is the mentor, WHOM the practitioners.
_SAYS = (
    r"(?:move|give|(?:re)?assign|transfer|hand|pass|switch|swap|send)(?: over)? WHOM(?: (?:over|on|across))* to X",
    rf"X{_AGREES} (?:take|have|mentor|look after|pick up)(?: on| over)? WHOM(?: on| over)?",
    rf"X{_AGREES} take (?:over|on)",
    r"X (?:takes|is taking|to take|will be taking) (?:over|on)?(?: from MENT)?(?: ?WHOM)?(?: on| over)?",
    r"(?:let|could|can) X (?:take|have|mentor|look after) WHOM(?: on| over)?",
    r"reassign to X",
)
# Enough where the letter asks who it is to be.
_ALONE = r"X(?: it is)?"
_ANSWERS = (_ALONE, r"(?:go|going) (?:with|for) X", r"make it X", r"over to X", r"(?:all|them|both) to X")
# What makes a sentence that says who takes over no decision.
_OPEN = expression(
    r"\b(?:if|unless|whether|might|may|maybe|perhaps|possibly|should|would(?! (?:you|like|be happy))|could(?! you)"
    r"|cannot|not|never"
    r"|no|nor|or|but|until|till|wait\w*|full|away|already|asking|ask|e-?mailed|rather|instead of|think\w*|wonder\w*"
    r"|hop(?:e|ing)|later|soon"
    r"|(?:from|in|(?<!look )after|as of|by) (?!(?:now|today|here|this)\b)(?:the )?\w+|next|eventually"
    r"|consider\w*|suggest\w*|speak|talk|meet\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_ASKED = expression(r"\basked\b", re.IGNORECASE)
_SAID_YES = expression(r"\b(?:said yes|agreed|happy|willing|glad|(?:s?he|they)['’]ll|accepted|fine)\b", re.IGNORECASE)
_OF_YOU = expression(r"\b(?:can|could|would|will) you\b[^?]*\?\W*\Z", re.IGNORECASE)
# First names that are everyday words, too.
_WORDS = {
    "will", "may", "mark", "grant", "art", "bill", "rob", "jack", "dean", "hope", "faith", "grace", "joy", "pat", "sue",
    "drew", "frank", "rose", "april", "june", "dawn",
}  # fmt: skip
# A line of a signature: names and posts in capitals, with nothing else but a number, an address. What may change the
# order (“but only from 1 March”, “Maybe”, “Sorry, I meant Tricia”) is none.
_NUMBERS = expression(
    r"[^\s@<>(),|]+@[^\s@<>(),|]*\w|(?:https?://|www\.)\S+"
    r"|(?:\b(?:tel|telephone|phone|mob|mobile|m|t|p|e|ext|e-?mail|direct|office)\b[.:]? ?)?\+?(?=(?:\W?\d){5})"
    r"[\d ()-]{5,20}"
    r"|\b(?:ext|x)\b[.:]? ?\d{2,6}|\b(?:tel|mob|e-?mail|phone)\b[.:]",
    re.IGNORECASE,
)
_SIGNS = expression(r"(?:[A-Z][\w'’.&-]*,?(?: (?:of|and|for|the|&|-|–))?(?:[ |,]+|$)){1,8}")
_FULL_NAME = expression(r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,3}(?:[,|(–-].*)?")
_CHANGES = expression(
    r"\b(?:no|not|but|if|may|maybe|wait|sorry|only|until|till|unless|later|perhaps|actually|except|never|after|before|from"
    r"|when|once|hold|stop|ask|oops|or|instead|cancel|ignore|scrap|please|thanks|yes)\b|[?!]|\b\d{1,2} [A-Z]",
    re.IGNORECASE,
)


def reassigns(said: str, theirs: Sequence[Enrolment], loads: Sequence[Load], *, asked: bool) -> str:
    """What stands behind REASSIGN where a line says no more than who takes whom; else empty. `theirs` are those whose
    mentor is to change, `asked` says that the letter asks for one."""
    line = " ".join(above_signature(said).split())
    if asked and theirs and len(line) <= LONGEST and _OF_YOU.search(line):
        line = line.replace("?", "")
    if not theirs or len(line) > LONGEST or "?" in line:
        return ""
    mentors, whom = _named(loads, theirs), _whom(theirs)
    someone = "|".join(sorted(map(re.escape, mentors), key=len, reverse=True)) or r"(?!)"
    mentor = rf"(?P<x>{someone}|{_ADDRESS})"
    former = re.escape(next(iter(theirs[0].mentor.name.split()), "-"))
    beside = rf"(?:[ ,(–-]+(?P<address>{_ADDRESS})\)?)?"
    for form in (*_SAYS, *(_ANSWERS if asked else ())):
        pattern = form.replace("X", mentor, 1).replace("WHOM", f"(?P<whom>{whom})", 1).replace("MENT", former)
        if (found := re.fullmatch(_POLITE + pattern + beside + _TAIL, line, re.IGNORECASE)) is not None:
            parts = found.groupdict()
            if form == _ALONE and not _is_answer(line, parts["x"]):
                return ""
            return _behind(mentors, parts["x"], parts.get("whom") or "", parts["address"] or "", theirs)
    return _in_a_sentence(above_signature(said), mentors, theirs) if asked else ""


def above_signature(said: str) -> str:
    """What stands above a last paragraph that but signs: “Lesley Grant / Community Planning”."""
    above, gap, below = said.strip().rpartition("\n\n")
    return above if gap and above.strip() and _is_signature(below.strip().split("\n")) else said


def _is_signature(lines: list[str]) -> bool:
    first, *others = (" ".join(_NUMBERS.sub(" ", line).split()).strip(" |,–-") for line in lines)
    if any(_CHANGES.search(line) for line in (first, *others)) or not _FULL_NAME.fullmatch(first):
        return False
    return all(not line or _SIGNS.fullmatch(line) for line in (first, *others))


def _in_a_sentence(text: str, mentors: dict[str, Person], theirs: Sequence[Enrolment]) -> str:
    """What stands behind REASSIGN where a sentence says plainly that the one whom it names takes over."""
    line = re.sub(r"(?<!\n)\n(?!\n)", " ", _WRITER.sub("", text))
    if _OPEN.search(line) or (_ASKED.search(line) and not _SAID_YES.search(line)):
        return ""
    names = {
        n: p for n, p in mentors.items() if n not in _WORDS and _stands(rf"(?<![\w@.]){_titled(n)}(?![\w@])", line)
    }
    addresses = {a.lower() for a in _ADDRESSES.findall(line)}
    named = {p.address for p in names.values()} | {mentors[a].address if a in mentors else a for a in addresses}
    if len(named) != 1:
        return ""
    whom = [e for e in theirs if any(_stands(rf"\b{_titled(n)}\b", line) for n in _calls(e.practitioner))]
    meant = whom or (list(theirs) if len(theirs) == 1 else [])
    if len(meant) != 1:
        return ""
    said = _ADDRESSES.sub("X", line)
    for letter, called in (("X", names), ("W", _calls(meant[0].practitioner)), ("M", _calls(theirs[0].mentor))):
        for name in sorted((n for n in called if "@" not in n), key=len, reverse=True):
            said = re.sub(rf"(?<![\w@.]){_titled(name)}(?![\w@])", letter, said)
    said = re.sub(r"X(?:\W{1,3}X\b)+\)?", "X", said)
    return f"{meant[0].unit} to {named.pop()}" if says_handed_over(said, written_out=bool(addresses)) else ""


def _stands(pattern: str, line: str) -> bool:
    return re.search(pattern, line) is not None


def _titled(name: str) -> str:
    """A name as people write it, or an address in any case."""
    return (
        re.escape(name)
        if "@" in name
        else r"\s".join(rf"(?:{re.escape(w.title())}|{re.escape(w.capitalize())})" for w in name.split())
    )


def _is_answer(line: str, x: str) -> bool:
    """Whether a name with nothing beside it is an answer; a first name alone may be its writer's."""
    return " " in x or "@" in x or re.search(r"\b(?:it is|please|pls)\b", line, re.IGNORECASE) is not None


def _behind(mentors: dict[str, Person], x: str, whom: str, beside: str, theirs: Sequence[Enrolment]) -> str:
    person = mentors.get(x.casefold())
    address = person.address if person else x.lower()
    known = person.addresses if person else (address,)
    if beside and beside.lower() not in known:
        return ""
    meant = _those(whom.casefold(), theirs)
    if not meant:
        return ""
    return f"to {address}" if len(meant) == len(theirs) else f"{meant[0].unit} to {address}" if len(meant) == 1 else ""


def _those(whom: str, theirs: Sequence[Enrolment]) -> list[Enrolment]:
    """Those whom the words name, of the mentor's; nobody where that can't be told."""
    if whom in ("her", "him"):
        return list(theirs) if len(theirs) == 1 else []
    if "both" in whom and len(theirs) != 2:
        return []
    if (count := re.match(r"all (two|three|four|five|six)\b", whom)) and _COUNTS.index(count[1]) != len(theirs):
        return []
    former = re.escape(next(iter(theirs[0].mentor.name.casefold().split()), "-"))
    if not whom or re.fullmatch(rf"{_ALL}|(?:all of )?{former}['’]s(?: \w+)?", whom):
        return list(theirs)
    found: list[Enrolment] = []
    for name in re.split(r",| and | & ", whom):
        called = [e for e in theirs if name.strip() in _calls(e.practitioner)]
        if len(called) != 1:
            return []
        found += called
    return found


def _whom(theirs: Sequence[Enrolment]) -> str:
    names = {name for e in theirs for name in _calls(e.practitioner)}
    one = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    former = re.escape(next(iter(theirs[0].mentor.name.split()), "-"))
    return rf"(?:{one})(?:(?:, | and | & )(?:{one}))*|{_ALL}|her|him|(?:all of )?{former}['’]s(?: \w+)?"


def _named(loads: Sequence[Load], theirs: Sequence[Enrolment]) -> dict[str, Person]:
    """The other mentors by what they are called, in small letters, where one alone is called so."""
    own = {a for e in theirs for a in e.mentor.addresses}
    people = [p for e in theirs for p in (e.practitioner, e.manager, e.sponsor) if p]
    taken = {name for p in people for name in _calls(p)}
    called: dict[str, list[Person]] = defaultdict(list)
    for load in loads:
        for name in {*_calls(load.mentor), *load.mentor.addresses}:
            called[name].append(load.mentor)
    return {
        name: found[0]
        for name, found in called.items()
        if len(found) == 1 and name not in taken and not own.intersection(found[0].addresses)
    }


def _calls(person: Person) -> set[str]:
    """The name, and the first and the last of its words, in small letters."""
    words = person.name.casefold().split()
    return {" ".join(words), *words[:1], *words[-1:]} if words else set()
