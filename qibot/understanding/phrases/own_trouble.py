"""What is plainly a trouble of the writer's own, amid the text of a report: “my husband has been hitting me again”.

`grave.py` asks about a sentence on the slightest sign, for a question costs little. Here a sentence is cut from what a
mentor reads, so the words (the same table) must stand with whose they are:

| the words | like | not |
|---|---|---|
| one of the writer's family and what befell them | “my mum is in hospital” | “one walker sadly passed away” |
| the writer, and nothing but an auxiliary before it | “I've been diagnosed with cancer” | “I expected bereavement” |
| what is done to the writer | “he hits me” | “it hit me that …”, “a patient hit me” |
| the writer's own, by “my” | “my divorce” | “my cancer clinic” |

Where one is, what stands beside it goes with it, however it is said (“Pills.”, “The wrist is broken.”): all before it
in its paragraph and all behind it, to the next sentence that is plainly of the project.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from qibot.expression import expression
from qibot.understanding.meaning.families import classed, families_in, plain_words
from qibot.understanding.phrases.grave import IDIOMS, OF_ME, OF_THEM, grave_table, told_gravely
from qibot.understanding.phrases.own_body import tells_of_body

_KIN = (
    r"(?:mother|mum|mummy|mam|mammy|dad|daddy|father|husband|hubby|wife|partner|fianc\w+|son|daughter|wean|bairn"
    r"|baby|kids?|boy|girl|brother|sister|twin|gran|granny|nan|nana|grandad|grandpa|granda|grandmother|grandfather"
    r"|grandson|granddaughter|aunt|auntie|uncle|nephew|niece|cousin|boyfriend|girlfriend|family|parents"
    r"|stepdad|stepmum|stepson|other half|best friend|youngest|eldest|oldest|in laws?|\w+ in law|man|friend|ex)"
)
# What makes such a word somebody's of the work: “our partner school”, “my baby group”, “my partner in the pilot”.
_NO_KIN = (
    r"agenc\w+|schools?|organi[sz]ations?|nurses?|support|workers?|groups?|liaison|rooms?|teams?|services?|boards?"
    r"|clinics?|units?|practice|charit\w+|councils?|colleges?|hospitals?|wards?|deaths?|centres?|visit\w*|role|room"
    r"|(?:in|on) (?:the|this|our) (?:pilot|project|programme|rota|ward|suspension|study)|(?:\S+ )?from the|of the"
)
_ANY = r"@(?:illness|mind|drink|death|place|dies|violence|law|home|job)"
_LET_BY = (
    r"(?:am|was|were|have|had|has|been|being|be|just|also|only|still|now|again|got|get|getting|newly|recently|first|to"
    r"|a|an|the|in|on|at|off|into|back|under|with|having|go|going|went|gone|taken|taking|rushed|really|so|very"
    r"|feeling|feel|felt|since|always|nearly|almost|once|never|both|are|tried|take|taking|took)"
)
_OF_KIN = expression(
    rf"\b(?:my|our) (?:(?!\S+'s )\S+ ){{0,2}}?{_KIN}(?:'s|'d|'ll)?(?! (?:{_NO_KIN})\b)"
    rf"(?: (?!(?:said|says|thinks?|thought|asked|told|wrote|works?|worked|teaches|nurses?|made|drew)"
    rf"\b)\S+){{0,8}}? {_ANY}"
    rf"|@(?:death|dies|illness) of my (?:\S+ )?{_KIN}\b"
    rf"|^(?:(?:also|ps|sorry|and|but|oh|btw) )*(?:dad|gran|granny|grandad|nana|hubby|husband|wife)(?:'s|'d)?"
    rf"(?: \S+){{0,4}}? {_ANY}"
    r"|^(?:(?:also|ps|sorry|and|but|oh|btw) )*mum(?:'s)?(?: (?:has|had|is|was|just|sadly|suddenly))* @(?:dies|death)"
)
_OF_ME = expression(
    rf"(?:^|\s)i(?:'m|'ve|'d)?(?: {_LET_BY}){{0,5}} @(?:illness|mind|drink|death)\b"
    r"|(?:^|\s)(?:i'm|i am|i was|i got|i've been|i have been|i had been|i'd been|i've just been"
    r"|i(?:'m| am) in an?)(?: (?:being|just|now|also|still|only|since|again|nearly|to be|getting))*"
    r" @(?:violence|law|job)\b"
    r"|(?:^|\s)(?:i've|i have|i had|i'm at|i'm in|i face|i'm facing|i was at)(?: (?:got|now|just|also|to go to|had))*"
    r" (?:a|an|my|the) @(?:law|job)\b"
    r"|(?:^|\s)my (?:own )?@(?:illness|mind|drink|home)\b"
)
# What else these words say of a project, or of nobody.
_IDIOMS = expression(
    r"\b(?:it|that|what|this|which)(?: \w+)? (?:hit|hits|touched|kills?|killed|threatens|abuses) m[ey]\b|\bbeat me to\b"
    r"|\bcharged with (?:\w+ing|the)\b|\bcollapsed (?:the|these|those|two|three|four|all|some|it|them|both|our|my)\b"
    r"|\bin labour (?:ward|suite|room)s?\b|\bmy surgery\b|\bdismissed (?:the|that|it|this|an?|my|our)\b"
    r"|\bdead (?:end|line|slow|easy|keen|on|space|chuffed|pleased|proud|good)\b"
    r"|\bin (?:the )?(?:hospital|infirmary|icu) (?:by|at|from|every|each|on (?:\w+days|wards?))\b"
    r"|\b(?:am|i'm|as|was|being) an? (?:\w+ )?(?:psycholog|psychiatr|counsell?or|therapist)\w*(?= |$)"
    r"|\bmy (?:diagnosis|scan|split|operation) (?:of (?:the|this|our|what|why)|lists?)\b"
    r"|\bmy (?:cancer|relapse|pregnancy|dialysis|dementia|stroke|therapist|counselling|psychiatr\w+) (?:work|measures?"
    r"|packs?|charts?|data|lists?|colleagues?|project|aim)\b"
    r"|\b(?:eviction|arrest|redundancy|suspension|disciplinary|tribunal) (?:notices?|rates?|figures|trolleys?|numbers"
    r"|letters|room|panel)\b|\b(?:dismissed|charged|sacked) (?:as|with \w+ing)\b"
    r"|\b(?:burnout|depression|anxiety|overdose|bullying|stroke|counselling) (?:scores?|reports?|slots?|reviews?|calls"
    r"|incidents?|beds?|patients?)\b|\bantidepressant reviews?\b|\bthrew me out of my\b"
    r"|\bthe op\b|\bno (?:grievances?|misconduct|violence)\b"
)
# Whose such a trouble is where the writer but counts it, or works with it.
_COUNTED = """
    women woman mothers mums girls men man's fathers dads families family's households kids couples cases case clinic
    clinics service services pathway pathways audit audits leaflet leaflets support policy form forms screening unit
    units team teams ward wards records data figures numbers count counts chart charts calls call waits wait
    appointments referrals visits sessions group groups training letters project helpline nurse nurses officer officers
    advice
"""
_OTHERS = frozenset(_COUNTED.split())
_PARAGRAPHS = expression(r"(\n\s*\n)")
_ENDS = expression(r"(?<=[.!?])\s+|\n(?=\s*(?:[-*•–]|\d{1,2}[.)]|[^\n]{1,60}:\s*\n))")
_CLAUSES = expression(
    r"[,;:()]\s|\s[-–—]+\s|—|\b(?:and|but|because|as|while|since|though|which|where)\b", re.IGNORECASE
)
_MINE = frozenset(["me", "my", "our", "mum's", "dad's"])
# What somebody else says, whose words a report tells.
_QUOTED = expression(
    r"[“\"][^”\"\n]*[”\"]?|\b(?:said|says|told (?:me|us)|tells (?:me|us)|wrote|answered|replied)(?: \w+){0,2}:.*",
    re.DOTALL,
)
_OTHERS_LIVES = OF_THEM | {"nobody", "mum", "dad", "mother", "father", "wife", "husband", "partner"}
_HEADING = expression(
    r"[\W_]*(?:report|aims?|measures?|change(?:s| ideas?)?|next(?: steps?)?|results?|tests?|pdsas?|cycles?|data|plan"
    r"|do|study|act|background|team|problem|learning|what (?:we|i) \w+|outcomes?|progress)\b[^.:!?\n]{0,30}(?::|\n|$)",
    re.IGNORECASE,
)
# What is done in a project, beside the words that the family of it knows; of these some are said of bodies, too.
_WORKED = expression(
    r"%|\b(?:per ?cent|counts?|median|baseline|tested|trialled|piloted|counted|recorded|measured|collected|plotted"
    r"|predicted|compared"
    r"|(?:first|second|third|next|last|another) (?:test|cycle|round))\b",
    re.IGNORECASE,
)
_OF_BODIES = expression(r"\b(?:spread|change[sd]?|outcomes?|process|tests?|testing|study|trend)\b", re.IGNORECASE)
_SIGNATURE = expression(r"\s*(?:[\w ]{2,20},\s*)?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?\s*")
LEAST, HALF = 20, 0.5  # words, and share of them, without which what is left is no report


def tells_trouble(sentence: str) -> bool:
    """Whether a sentence plainly tells a trouble of its writer's own."""
    said = _QUOTED.sub(" ", sentence)
    return tells_of_body(said) or any(map(_is_own, _CLAUSES.split(said)))


def without_troubles(text: str) -> str:
    """The text without the sentences that tell such a trouble, and those beside them that may be of the same; as it is
    where none does."""
    if not any(map(tells_trouble, _ENDS.split(text))):
        return text
    left, follows = [], False
    for paragraph in _PARAGRAPHS.split(text):
        kept, follows = _without(paragraph, follows) if paragraph.strip() else (paragraph, follows)
        left.append(kept)
    return re.sub(r"\n{3,}", "\n\n", "".join(left)).strip()


def goes_on_without(text: str) -> bool:
    """Whether what is left of a report without such sentences is still one."""
    left, whole = len(without_troubles(text).split()), len(text.split())
    return left >= max(LEAST, whole * HALF)


def _without(paragraph: str, follows: bool) -> tuple[str, bool]:
    """What is left of a paragraph, and whether what comes behind it may be of the same trouble as its end; `follows`
    says so of what stands before it."""
    kept: list[str] = []
    for one in _sentences(paragraph):
        told = tells_trouble(one)
        while told and kept and not _is_of_project(kept[-1]):
            kept.pop()
        follows = bool(told or (follows and (told_gravely(one, OF_ME) or not _is_of_project(one))))
        if not follows or _SIGNATURE.fullmatch(paragraph):
            kept.append(one)
    return "".join(kept).strip(), follows


def _sentences(paragraph: str) -> list[str]:
    """Its sentences, each with the space behind it."""
    ends = [0, *(one.end() for one in _ENDS.finditer(paragraph)), len(paragraph)]
    return [paragraph[a:b] for a, b in pairwise(ends) if a < b]


def _is_of_project(sentence: str) -> bool:
    """Whether a sentence speaks plainly of the project, and of nobody at home, so that a trouble ends there."""
    if _HEADING.match(sentence):
        return True
    told = _WORKED.search(sentence) is not None or "@qi" in families_in(_OF_BODIES.sub(" ", sentence))
    return told and _OTHERS_LIVES.isdisjoint(plain_words(sentence))


def _is_own(clause: str) -> bool:
    said = _IDIOMS.sub(" ", IDIOMS.sub(" ", " ".join(plain_words(clause.replace("&", " ")))))
    words = said.split()
    stream, found = classed(words, grave_table())
    if not found:
        return False
    told = " ".join(stream)
    if _OF_KIN.search(told):
        return True
    of_others = "@third" in families_in(said) or not _OTHERS.isdisjoint(words)
    return not of_others and (_OF_ME.search(told) is not None or any(f" {x} " in f" {said} " for x in _of_mine()))


@cache
def _of_mine() -> tuple[str, ...]:
    """The phrases of the table that say themselves whose they are: “hitting me”, “my ex”."""
    return tuple(" ".join(x) for x in grave_table().phrases if _MINE & set(x))
