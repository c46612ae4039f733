"""Signatures: what stands below the writer's name, and what offices have their mail programs put below that.

| it is | told by |
|---|---|
| post, place, telephone, address, site, motto | the lines below the writer's whole name, or one that closes the mail |
| working hours, campaigns, helplines, surveys | paragraphs further down, in which nobody speaks and of nobody |

What stands there in a person's voice, a postscript say, stays, and everything behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from qibot.expression import expression
from qibot.understanding.meaning.personal import is_about, without_stated

LONGEST_BLOCK = 900  # characters of a paragraph that an office puts below
WHOLE, REASON = 2, 4  # words of a whole name; of a line that may say why, where it names a day
CLOSING, SIGNED, LONGEST = 6, 8, 14  # words of a closing, of a name with titles, of another line of a signature
_CLOSES = expression(
    r"\b(?:regards|wishes|thanks|thank you|thanking you|best|cheers|yours|sincerely|faithfully|ta|kr|slàinte|dùrachdan"
    r"|beannachdan|spèis|meas|speak soon|take care|see you soon|bye)\b|^--\s*$",
    re.IGNORECASE,
)
_POST = expression(r"[\w.]\W{0,2}(?:,| [|–—-]) ?\S")  # what stands behind a name in one line: a post, a place
_NAME = expression(
    r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Rev|Cllr|Councillor|pp)\.? )?[A-Z][\w'’-]*"
    r"(?: (?:[A-Z][\w'’.-]*|de|van|von|[A-Z]\.?)){0,3}(?:\s*\([\w/ ]{1,20}\))?,?"
)
_CONTACT = expression(
    r"(?:\b(?:tel|telephone|phone|mob|mobile|cell|direct(?: dial)?|ext|fax|dd|switchboard|centre)\b\W{0,3}"
    r"|\b[tmfe]\W{1,3})\+?[\d(]|\b0\d{2,5}[ -]?\d{3,}|\+44|\bwww\.|https?://|[\w.+-]+@[\w-]+\.[a-z]|^@\w+$|\[cid:"
    r"|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b|\bfollow us\b|\bworking (?:days|hours|pattern|week)\b|\bSC\d{6}\b"
    r"|\bi (?:only |normally |usually )?(?:work|am working|don['’]t work|do not work)"
    r" (?:on |from |part|flexibl|mon|tues|wed|thurs|fri|until |between )|^hours\b"
    r"|\b(?:office|normal) (?:hours|hrs)\b|\bpronouns\b|\bmy privacy notice\b|\bannual leave:|\bsurgeries:",
    re.IGNORECASE,
)
_MOTTO = expression(r"[\"“‘'*\[(].*[\"”’'*\])>].{0,30}")
_DAY = expression(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight)\b", re.IGNORECASE)
_REACH = expression(r"https?://|\bwww\.|\S@\S|\b0\d{2,5} ?\d{3}[ \d]{2,8}|\b(?:999|111|101|116 123|85258)\b")
_HOURS = expression(
    r"\bworking (?:pattern|days?|hours|week)\b"
    r"|\boutside (?:of )?(?:my|your) (?:own |normal |usual )*(?:working )?hours\b"
    r"|\b(?:odd|different) (?:hours|times)\b|\btimes? that suits?\b|\b(?:i['’]m|i am) a shift worker\b"
    r"|\bflexible work\w*\b"
    r"|\bi (?:only |normally |usually )?work (?:part|mon|tue|wed|thu|fri|flexibl|term|from)\w*",
    re.IGNORECASE,
)
_OFFICE = expression(
    r"\b(?:print(?:ing|ed)?|trees|the environment|save paper)\b|\blarge print\b|\bbraille\b|\bBSL\b"
    r"|\bcorrespond\w+ in\b"
    r"|\b(?:accredited|accreditation|award|employer|ISO ?\d{4})\b|\b(?:vaccin\w+|flu) (?:jags?|jabs?|clinics?)\b"
    r"|\bhelpline\b"
    r"|\bin an emergency\b|\bcrimestoppers\b|\bsafeguarding\b|\bhow (?:did|would you rate|are) (?:we|our|the answer)\b"
    r"|\b(?:join (?:us|our)|follow us|find us|visit our|apply (?:at|now)|recruit\w*|vacancies)\b|\bunsubscribe\b"
    r"|\bbank details\b|\bliability\b|\bmonitored\b|\bintended (?:solely|only|recipient)",
    re.IGNORECASE,
)
_SELF = expression(r"\b(?:I|I['’]\w+|me|my|mine)\b")
_THIRD = expression(r"\b(?:she|he|her|him|his|hers)\b", re.IGNORECASE)
_OWN = expression(  # a postscript, and what only those of the programme speak of
    r"^\W*p\.?\s?s\b|\b(?:reports?(?! (?:this|phish|concerns))|feedback|charts?|aims?\b(?! to)|mentor\w*|mentees?"
    r"|practitioners?|pdsa|measures?|deadlines?|extension|between (?:us|ourselves)|in confidence|programme)\b",
    re.IGNORECASE,
)
# A department of the programme's that somebody belongs to: “QI Programme Team”.
_DEPARTMENT = expression(
    r"\b(?:QI|Improvement|Practitioner|[A-Z]\w+ Planning) (?:Programme|Practitioner)s?\b|\bProgramme (?=Team"
    r"|Manager|Lead"
    r"|Office|Support|Board|Coordinator|Co-ordinator|Director|Advis[eo]r|Facilitator|Partnership)"
    r"|\b(?:Senior |Lead )?Mentor(?=[,|]|$)",
)
_POSTSCRIPT = expression(r"\W*p\.?\s?s\b", re.IGNORECASE)
_SENTENCE = expression(
    r"[?!]$|^p\.?\s?s\b|\b(?:i|i['’]\w+|me|you|your|he|she|they|it|is|are|was|were|will|would|can|could|should|have|has"
    r"|had|do|does|did|not|no|\w+n['’]t|please|if|but|so|because|that|this|what|when|how|why|too|very)\b",
    re.IGNORECASE,
)

_WORD = expression(r"[^\W\d_]+")


def without_signature(lines: list[str], names: frozenset[str], signs: frozenset[str]) -> list[str]:
    """Without what stands below the writer's whole name, or below the name that stands below a closing."""
    name = _name_at(lines, signs)
    if name is None:
        return lines
    kept, signed = [*lines[:name], _without_post(lines[name], names, signs)], True
    for block in blocks(lines[name + 1 :]):
        if not signed or not block[0].strip():
            kept += block
        elif not _is_of_office(" ".join(block), names - signs):
            left = _behind_signature(block, names, signs)
            signed, kept = not left, kept + left
    return kept


def _without_post(line: str, names: frozenset[str], signs: frozenset[str]) -> str:
    """The name without the post and the place behind it: “Cohort Lead, Community Planning” calls nobody."""
    name, post = (line[: found.start() + 1], line[found.end() - 1 :]) if (found := _POST.search(line)) else (line, "")
    return name if post and _is_of_signature(post, names, signs) else line


def above_name(text: str, signs: frozenset[str]) -> str:
    """What stands above the writer's name, and a postscript below it: all that is said in a person's voice for sure."""
    lines = text.split("\n")
    name = _name_at(lines, signs)
    if name is None:
        return text
    after = next((n for n in range(name + 1, len(lines)) if _POSTSCRIPT.match(lines[n])), len(lines))
    return "\n".join([*lines[:name], *lines[after:]])


def _name_at(lines: list[str], signs: frozenset[str]) -> int | None:
    above = [*accumulate(lines, lambda before, line: line if line.strip() else before, initial="")]
    return next((n for n, line in enumerate(lines) if _signs(above[n], line, signs)), None)


def blocks(lines: list[str]) -> Iterator[list[str]]:
    """Lines with words that stand together, and those without."""
    block: list[str] = []
    for line in lines:
        if block and bool(line.strip()) != bool(block[0].strip()):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _behind_signature(block: list[str], names: frozenset[str], signs: frozenset[str]) -> list[str]:
    """From the first line of a block that is no signature's; empty where all of it is one."""
    at = next((n for n, x in enumerate(block) if not _is_of_signature(x.strip(), names, signs)), len(block))
    return block[at:]


def _is_of_office(block: str, names: frozenset[str]) -> bool:
    """Whether a paragraph below a signature is the office's and not its writer's: when they work, a campaign, a number
    to ring. Nobody speaks in it but of their hours, nobody is spoken of, and nothing of the programme."""
    hours = _HOURS.search(block) is not None
    if len(block) > LONGEST_BLOCK or _OWN.search(block) or names & {w.lower() for w in re.findall(r"[^\W\d_]+", block)}:
        return False
    if (_SELF.search(block) and not hours) or _THIRD.search(without_stated(block)):
        return False
    return bool(_REACH.search(block)) or ((hours or bool(_OFFICE.search(block))) and not is_about(block, names))


def _signs(before: str, line: str, signs: frozenset[str]) -> bool:
    """Whether a line is its writer's name, below the last line that has words."""
    if len(before.split()) > CLOSING and not any(sign in line.lower() for sign in signs):
        return False
    bare = without_stated(line.strip(" *_~|\t")).replace("()", "").strip()
    if not before.strip() or not bare or len(bare.split()) > LONGEST:
        return False
    words = {w.lower() for w in _WORD.findall(bare)}
    if len(signs & words) >= WHOLE and not _SENTENCE.search(bare):  # short names are among the signs: nobody has all
        longest = LONGEST if _POST.search(bare) else SIGNED
        if len(bare.split()) <= longest:
            return True
    if len(before.split()) > CLOSING or not _CLOSES.search(before.strip()):
        return False
    own = bool(signs & words) and len(bare.split()) <= SIGNED and not _SENTENCE.search(bare)
    if not own and _NAME.fullmatch(bare) is None:
        return False
    return not _SENTENCE.search(re.sub(r"\b(?:you|very)\b", "", before.strip(), flags=re.IGNORECASE))


def _is_of_signature(line: str, names: frozenset[str], signs: frozenset[str]) -> bool:
    """Whether a line has a telephone's number or the like, is a motto, or has words with capitals alone."""
    words = re.findall(r"[^\W\d_]+", line)
    line = _DEPARTMENT.sub("", line)
    if is_about(line, names - signs) or len(words) > LONGEST or _OWN.search(line):
        return False
    if _CONTACT.search(line) or (_MOTTO.fullmatch(line) and not _SENTENCE.search(line)):
        return True
    if len(words) <= REASON and _DAY.search(line):  # “Funeral on Friday”
        return False
    line = without_stated(line)
    telling = [w for w in re.findall(r"[^\W\d_]+", re.sub(r"\([^)]*\)", "", line)) if len(w) > 3]
    return not _SENTENCE.search(line) and all(w[0].isupper() for w in telling)
