"""Whether words tell of another person's circumstances, or complain of them: for the team alone (programme.md, 3a).

Who writes a joint report may say why the other one had no part in it. That is not the sender's mentor's to read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from qibot.expression import expression
from qibot.model import Person, Role
from qibot.spoken import Spoken
from qibot.understanding.meaning import Meaning, Setting, meaning, sentences

_OF_PROJECT = expression(
    r"\b(?:measur\w+|charts?|graphs?|aims?|data|waits|waiting (?:times?|lists?|rooms?)|tests"
    r"|test(?:ed|ing)?(?! positive)|tried|count(?:s|ed|ing)?|drew|pdsas?"
    r"|diagrams?|surveys?|surveyed|questions?|baseline|samples?|audit\w*|interview(?:s|ed|ing)|collect\w*)\b",
    re.IGNORECASE,
)
_GOES_ON = expression(  # what stands behind may be about something else: “his data is thin because he …”
    r"[;:()–—]|\s-\s|,? \b(?:because|as(?! well)|since|after|before|while|whil?st|when|until|till|but|although|though"
    r"|despite|given|due to|owing to|thanks to|so|where|in the \w+ (?:that|after|before|when)|following|during)\b"
    r"|, who(?:se|m)?\b|(?:,|,? and|,? which) (?=(?:he|she|his|her|they|their|is|was|has|had)\b)",
    re.IGNORECASE,
)
_SELVES = expression(r"\W*(?:then |now )?(?:I|we|my|our)\b", re.IGNORECASE)
_THEIRS = r"(?:his|her|{who}['’]s)\s+(?:own |first |second |last |new |old )?"
_SHARE = (
    r"(?:part|half|share|section|bit|side|ward|class|classroom|school|unit|department|site|clinic|reports?|work"
    r"|pages?)\b"
)
_IS = (
    r"(?:he|she|{who})(?:\s+(?:is|was|has|had|isn['’]t|wasn['’]t|hasn['’]t|needs?|wants?|got|gets)"
    r"|['’]s(?=\s+\w+(?:ing|ed)\b))\b"
)
_NEAR = 4  # words within which a project's word stands behind what is somebody's, or what they are
LOOKED_AT = 20_000  # characters of a mail's own words
_WHO = expression(r"\bwho(?:m|se)?\b", re.IGNORECASE)
_SHARES = expression(r"\W*we (?:(?:both|all|do|now) )*(?:share|job-?share|work|run|did|do|wrote|are)\b", re.IGNORECASE)
_NAMES = expression(r"\W*(?:[A-Z][\w'’-]*\w|and)(?:[\s,&]+(?:[A-Z][\w'’-]*\w|and)){0,7}\W*")
SIGNED = 4  # words of a greeting or a signature: “Jo Smith and Sam Baird”
SURE = 0.5  # from which a sentence tells of such a thing
TELLS = ("exceptional", "leave", "leaving", "private")
_SINGLE = expression(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
_SEVERAL = expression(r"\b(?:they|them|their|theirs)\b", re.IGNORECASE)
_WHOSE = r"(?:his|her|their)"
PLAINLY = Spoken(
    r"\b(?:off (?:sick|ill|work|with|since|until|for|on)|signed off|sick (?:line|leave|note)|unwell|poorly"
    r"|bereave\w*|funeral|died|dying|passed away|depress\w*|anxi(?:ety|ous)|breakdown|burn(?:t|ed)?[ -]?out|cancer"
    r"|chemo\w*|strokes?|heart attack|surgery|operation|accident|(?:lost|losing) (?:the|a|her) baby"
    r"|miscarr\w*|divorc\w*|separat(?:ed|ion) from|maternity|paternity|pregnan\w*|stress(?:ed)?|mental health"
    r"|struggl\w*|coping|on (?:holiday|leave)|annual leave|compassionate|resign\w*|redundan\w*|suspend\w*|disciplin\w*"
    r"|grievance|hospitali[sz]ed|in a bad (?:way|place)|going through"
    r"|personal (?:reasons?|circumstances?|matters?|problems?|issues?)"
    r"|family (?:emergency|reasons?|trouble|problems?|matters?|issues?)|(?:in|into|from|out of) hospital"
    rf"|not (?:been )?(?:well|(?:him|her)self|themsel\w+)|has(?:n['’]t| not) been (?:well|(?:him|her)self)"
    rf"|bro(?:ke|ken) {_WHOSE}|look(?:ing|ed)? after {_WHOSE}|caring for {_WHOSE}|hand(?:ed|ing) in {_WHOSE}"
    r"|(?:wife|husband|partner|girlfriend|boyfriend)(?:['’]s| has| is| just| have){0,2} (?:left|leaving|walked out)"
    r"|in (?:bits|tears|pieces)"
    rf"|leaving {_WHOSE}|left {_WHOSE} (?:job|post|husband|wife|partner)|lost {_WHOSE}|pull\w* {_WHOSE} weight"
    r"|let (?:me|us) down|did(?:n['’]t| not) (?:do|help|bother|contribute|turn up)|did (?:nothing|little|hardly)"
    r"|(?:is|been|was|'s|’s) (?:very |really |quite |too )?(?:ill|sick|off|away|absent))\b",
)


def tells_of_another(
    text: str,
    names: Collection[str],
    own: Iterable[Person],
    *,
    by_name: bool = False,
    says_jointly: Callable[[str], bool] = lambda _: False,
) -> bool:
    """Whether a sentence speaks of one of these people, by name or as “he” or “she”, and of what befell them. `own` are
    the enrolment's people, who are no others: what the sender says of themselves is read elsewhere. A whole report
    speaks of many people: there only what is said `by_name` counts. Of one that says but that the report is both
    people's, its plain words count."""
    called = [n for n in names if n]
    said = re.compile(rf"\b(?:{'|'.join(map(re.escape, called))})(?:['’]s)?\b", re.IGNORECASE) if called else None
    setting = Setting({word.casefold(): "MENT" for p in own for word in p.name.split()}, "fresh", True, (), "")
    spoken = False
    for sentence in sentences(text[:LOOKED_AT]):
        here = said is not None and said.search(sentence) is not None
        spoken = spoken or here
        meant = _SINGLE.search(sentence) or (spoken and _SEVERAL.search(sentence))
        about = here or (meant and not by_name)
        if about and PLAINLY.is_in(sentence):
            return True
        if (
            about
            and not _says_but_jointly(sentence, says_jointly)
            and _sure(meaning(Role.PRACTITIONER, sentence, setting))
        ):
            return True
    return False


def speaks_of_another(text: str, names: Collection[str], says_jointly: Callable[[str], bool]) -> bool:
    """Whether a sentence says anything of one of these people, by name or as “he” or “she”, but that the report is
    theirs, too, or what they did in the project, and nothing behind that; a greeting and a signature say nothing."""
    who = f"(?:{'|'.join(map(re.escape, filter(None, names)))})"
    said = re.compile(rf"\b{who}(?:['’]s)?\b", re.IGNORECASE)
    for sentence in sentences(text[:LOOKED_AT]):
        spoken = said.search(sentence) or _SINGLE.search(sentence)
        if not spoken or len(sentence.split()) <= SIGNED:
            continue
        first, *more = (clause for clause in _GOES_ON.split(sentence) if clause.strip(" ,.!?"))
        if not (says_jointly(first) or _is_of_project(first, who)):
            return True
        if not all(says_jointly(x) or _SELVES.match(x) or _NAMES.fullmatch(x) or _is_of_project(x, who) for x in more):
            return True
    return False


def _says_but_jointly(sentence: str, says_jointly: Callable[[str], bool]) -> bool:
    """Whether it says only that the report is both people's, and why: “as we share the post”."""
    if _SINGLE.search(sentence) or _WHO.search(sentence):
        return False
    first, *more = (clause for clause in _GOES_ON.split(sentence) if clause.strip(" ,.!?"))
    return says_jointly(first) and all(says_jointly(x) or _SHARES.match(x) or _NAMES.fullmatch(x) for x in more)


def _is_of_project(clause: str, who: str) -> bool:
    """Whether a clause is about the project, and so is what it calls theirs and what it says that they are."""
    if not _OF_PROJECT.search(clause):
        return False
    for pattern in (_THEIRS, _IS):
        for found in re.finditer(rf"\b{pattern.replace('{who}', who)}", clause, re.IGNORECASE):
            behind = clause[found.end() :]
            near = " ".join(behind.split()[: _NEAR if pattern is _IS else 2])
            if not (_OF_PROJECT.search(near) or re.match(rf"\s*{_SHARE}", behind, re.IGNORECASE)):
                return False
    return True


def _sure(found: Meaning) -> bool:
    return bool(found.mark) or found.surest(*TELLS) >= SURE
