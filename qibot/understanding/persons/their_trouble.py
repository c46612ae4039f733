"""What feedback says of a trouble of its practitioner's own: `their_trouble.txt`, and `phrases/grave_words.txt`.

| who names such a thing | it is theirs |
|---|---|
| close to “you” or “your” | but in a clause that is of others or of the project (“your bereavement pack”) |
| with feeling, or asking after it (“shame about the divorce”) | the same, and not of the writer's own |
| as what a sentence is of (“Grief comes in waves.”) | the same, of the whole sentence |
| of themselves, as of theirs (“I had two miscarriages, so I know”) | the same |

`intimate.txt` knows how people speak of what projects are full of, too (scan, treatment, loss). Here are but words that
a project seldom has, and how close they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from qibot.expression import expression
from qibot.understanding.meaning.families import Families, classed, plain_words, read_families
from qibot.understanding.phrases.grave import grave_table

FILE = Path(__file__).with_name("their_trouble.txt")
BEFORE, BEHIND = 5, 4  # words between “you” and what is theirs, and the other way round
FIRST = 3  # words before what a sentence is of
YOU = frozenset(["you", "your", "you're", "you've", "you'd", "you'll", "yours", "yourself", "u", "ur"])
_SENTENCES = expression(r"(?<=[.!?;])\s+|\n+")
_CLAUSES = expression(r"[,:()]\s|\s[-–—]+\s|—|\b(?:and|but|so|because|as|since|if)\b", re.IGNORECASE)
_HEALTH, _HOME, _JOB = "their health", "their family or home", "their job or leaving it"
_ABOUT = {"@health": _HEALTH, "@mind": _HEALTH, "@drink": _HEALTH, "@illness": _HEALTH, "@job": _JOB}
# Families and phrases of the other table that projects are full of.
_OF_PROJECTS = frozenset(["@dies", "@place"])
_PLAIN = frozenset({
    "signed off", "the split", "split up", "burn out", "in bits", "in pieces", "taken something", "by ambulance",
    "an ambulance", "sober", "repossession", "repossessions", "evictions",
})  # fmt: skip
_OTHERS = """
    women woman men man lad lads lass lassie lassies girl people folk folks person persons
    everybody everyone mothers mums parents adults members visitors users callers nurse nurses gp gps teachers
    group groups class classes team teams unit units ward wards council
"""
_WORK = """
    clinic clinics service services pathway pathways project projects pack packs leaflet leaflets poster posters survey
    surveys form forms scheme schemes referral referrals screening rate rates score scores numbers figures percent per
    cent target targets cases notes handover handovers workshop workshops training session sessions story stories
    quote report reports chart charts section sentence paragraph page graph theory driver drivers aim aims measure
    measures balancing baseline data pdsa pdsas cycle cycles process outcome outcomes sample audit question questions
    idea ideas hypothesis tracker list lists appointments appointment letters letter column row appendix annex slide
    slides diagram title interviews vignette example examples staff board huddle shift shifts rota checklist bundle
    tool template prototype trial pilot speech cafe cafes desk bookings rounds transport assessment assessments repairs
    contract dashboard tests chapter counted pads protocol outlier turnaround measuring sheet log policy plans reviews
    wording errors denominator numerator median records improvement improving statistics
"""
WORK = frozenset(_WORK.split())
# Right behind such a word they make it one of the work; elsewhere in a sentence they tell nothing.
_BEHIND_SAID = """
    office offices officer officers card cards call calls line lines plan plans nurse nurses lead leads
    awareness education prevention support liaison advice adviser advisers strategy register helpline branch
    partner partners work worker workers pens pumps kit kits bed beds day days slot slots programme group diary
    diaries check checks testing figures panel panels course courses doses visits booklet video sticker
    stickers box boxes
"""
_BEHIND = frozenset(_BEHIND_SAID.split())
_VETOES = WORK | frozenset(_OTHERS.split())
_FEELS = (
    r"sorry|sad|saddened|shock(?:ed|ing)|shaken|appalled|awful|dreadful|terrible|horrible|heart-?break\w*|unbearable"
    r"|cruel|brave|proud|hope|hoping|glad|relieved|happ(?:y|ier) for|in awe|lottery|luck|fingers|crossed|pray\w*|shame"
    r"|ashamed|thinking of|congrat\w*|chin up|hugs?|thank (?:goodness|god|heavens?)|godsend|alarmed|hats? off"
    r"|how you (?:do|manage) it"
)
_FEELING = expression(rf"\b(?:{_FEELS})\b", re.IGNORECASE)
# What comforts, forbids or asks may do so of much else; only in the same clause it is as good.
_COMFORTS = expression(
    rf"\b(?:{_FEELS}|pity|worr(?:y|ied)|won't|breathe|trust\w*|confid\w*|well done|poor|sounds like|please|don't|do not"
    r"|(?:lovely|good|great) to hear|never|nobody|no one|must be|i know|nothing worse|(?:isn't|not) the end|will pass"
    r"|fades?|heals?|fault|blame|weak|happens?|poison|gets? easier|how(?:'s| is| are| was| did)"
    r"|(?:did|has|have|is|are) (?:the|s?he)|does s?he|when do)\b",
    re.IGNORECASE,
)
_MINE = expression(
    r"\bmy\b(?! (?:hat|heart|thoughts))"
    r"|\bi(?:'?m| am|'ve been| was| have been|'d an?) (?!so\b|sorry|glad|sad|thinking|shock|in awe|proud|happ"
    r"|relieved|shaken|appalled|worried|here\b)",
    re.IGNORECASE,
)
_I = expression(r"\b(?:i|i've|i'd|my|we)\b", re.IGNORECASE)
_ALIKE = expression(
    r"\b(?:too|as well|myself|same|so i (?:do )?know|i know (?:what|how|a little)|i remember|lose hope)\b",
    re.IGNORECASE,
)
_GOES_ON_SAID = """
    is isn't are aren't was wasn't were weren't will won't can can't does doesn't do don't has have makes make
    comes come goes go gets get takes take happens happen fades fade passes pass hurts hurt or needs never
    always might may away down
"""
_GOES_ON = frozenset(_GOES_ON_SAID.split())
_PRAISED = frozenset(["good", "great", "lovely", "excellent", "nice", "strong", "clear", "clearly"])
_OF_ANOTHER = frozenset(["he", "he's", "his", "him", "she", "she's", "they", "they're"])

_IS_SAID = "it's he's she's that's there's what's how's who's here's where's let's mum's dad's"
_IS = frozenset(_IS_SAID.split())
_WORKED_SAID = """
    write wrote written describe described note noted notice noticed count counted measure measured predict
    predicted quote quoted ask asked find found list listed plot plotted begin began mention mentioned report
    reported show showed test tested interview interviewed reduce reduced cut halved raised doubled improved
"""
_WORKED = frozenset(_WORKED_SAID.split())
_MARKS = str.maketrans({"&": " ", "-": " ", "%": " percent"})

Named = tuple[int, int, str]


def their_trouble(text: str) -> str:
    """Which of the families of their life; empty where it says nothing of such a trouble."""
    sentences = (one for one in _SENTENCES.split(text) if one.strip())
    return next((found for one in sentences if (found := _of_sentence(one))), "")


def _of_sentence(sentence: str) -> str:
    if found := next((found for one in _CLAUSES.split(sentence) if one and (found := _of_clause(one))), ""):
        return found
    words, named = _read(sentence)
    if not named:
        return ""
    if _I.search(sentence) and _ALIKE.search(sentence):
        return named[0][2]
    if _FEELING.search(sentence) and not _MINE.search(sentence):
        return named[0][2]
    if _MINE.search(sentence) or not _OF_ANOTHER.isdisjoint(words) or not _PRAISED.isdisjoint(words):
        return ""
    first = (x for x in named if x[0] <= FIRST and not _GOES_ON.isdisjoint(words[x[1] - 1 : x[1] + 2]))
    return next((about for _, _, about in first), "")


def _of_clause(clause: str) -> str:
    words, named = _read(clause)
    if not named:
        return ""
    if _COMFORTS.search(clause) and not _MINE.search(clause):
        return named[0][2]
    yours = [i for i, word in enumerate(words) if word in YOU and _is_them(words[i - 1 : i], words[i + 1 : i + 2])]
    theirs = (x for x in named if not _is_somebodys(words[: x[0]]))
    near = (about for start, end, about in theirs if any(start - BEFORE - 1 <= i <= end + BEHIND for i in yours))
    return next(near, "")


def _is_them(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether “you” between these is who it may befall: not “two of you”, nor “you counted …”."""
    return list(before) != ["of"] and _WORKED.isdisjoint(behind)


def _is_somebodys(before: Sequence[str]) -> bool:
    """Whether these end in whose it is: “Ewan's …”."""
    return bool(before) and before[-1].endswith("'s") and before[-1] not in _IS


def _read(said: str) -> tuple[list[str], list[Named]]:
    """The words, and where such things stand in them with what they are of; none if it is of others or the project."""
    words = plain_words(said.translate(_MARKS))
    named = list(_named(words))
    inside = {i for start, end, _ in named for i in range(start, end)}
    rest = [word for i, word in enumerate(words) if i not in inside]
    named = [x for x in named if _BEHIND.isdisjoint(words[x[1] : x[1] + 1]) and words[x[0] - 1 : x[0]] != ["school"]]
    return words, named if named and _VETOES.isdisjoint(rest) and "@third" not in classed(rest)[1] else []


def _named(words: Sequence[str]) -> Iterator[Named]:
    for table in (_table(), grave_table()):
        for start, end, families in table.places(words):
            if not _OF_PROJECTS.issuperset(families) and " ".join(words[start:end]) not in _PLAIN:
                yield start, end, _ABOUT.get(families[0], _HOME)


@cache
def _table() -> Families:
    return read_families(FILE)
