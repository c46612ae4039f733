"""Whom a practitioner who has asked something may ask instead: “Try asking Tom, he swears by it”.

To the weights whoever speaks of another practitioner speaks past the one who asked. So where an answer to their own
words says but whom to ask, whose template to take, and that they won't mind, nothing of it is private. What else is
said of them leaves it to the weights, and so does any word that isn't of the work or of such an answer: “speak to Sam
about the drinking”, “ask Sam. Nobody at the top lifts a finger”.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.expression import expression
from qibot.understanding.meaning import Meaning, Told
from qibot.understanding.meaning.asides import OPEN
from qibot.understanding.meaning.families import families_in
from qibot.understanding.phrases.compared import TROUBLE

MOST = 45  # words of such a mail
SHARE = 0.05  # from which the part of what may be private matters
_WHO = r"(?<!OTHER )OTHER(?: OTHER)*+"
_ASK = expression(
    rf"\b(?:ask|asking|try|speak to|speaking to|talk to|see|contact|ring|phone|e-?mail|take|borrow|use|copy"
    rf"|look at|get) {_WHO}\b"
)
_THINGS = (
    r"(?:\w+ )?(?:templates?|sheets?|spreadsheets?|charts?|forms?|posters?|slides?|diagrams?|survey|version|one"
    r"|way|method"
    r"|project|number|run charts?|questions?|idea|example)"
)
_SAME = (  # … and nothing behind it: “the very same report sent back” is no help
    rf"had the (?:very )?same (?:{_THINGS}|bother|problem|system|thing|to do)"
    r"(?: (?:in|last|this|at|the|spring|summer|autumn|winter|month|week|year|cohort|start|NUM))*"
    r"(?=$| (?:ask|try|speak|contact|OTHER|so|i|i'm)\b)"
)
# What may be said of them: that they have, use or made something, had the same to do, and will be glad to help.
_MAY = (
    r"(?:swears by (?:it|that|this)|(?:will|would|can|could|might|'ll)(?: surely| always| happily)? (?:(?:not )?mind"
    r"|share|show"
    r"|help|send|tell|know|explain|talk|lend|be (?:happy|glad|able|delighted))|(?:has )?(?:made|used|uses|tried"
    r"|built|drew|wrote"
    rf"|set up) (?:(?:an?|the|one of|some|his|her|that|this|very) )*(?:(?:nice|good|great|lovely|simple|same"
    rf"|wee) )*(?:it|them|{_THINGS})"
    r"\b|has (?:(?:(?:an?|the|some|his|her)"
    rf" )?(?:(?:very|really|good|great|nice|simple|wee|own) )*{_THINGS})\b|{_SAME}|"
    r"is (?:very |really |quite )?(?:happy to|glad to|good (?:at|with)|great (?:at|with)|a (?:dab hand|wizard"
    r"|whizz?)|the"
    r" (?:man|woman|person|one) (?:for|to))|knows(?: (?:it|the|how|his|her|all)\b|$)|and \w+ did)"
)
_TEAM = r"(?:team|ward|school|office|lot|folk|staff)"  # for whom they made it
_OF_THEM = expression(
    rf"{_WHO}(?! {_MAY}| 's {_THINGS}\b|\W*$| (?:about|for|to|if|how|who|what|and)\b)(?<!for OTHER)"
    rf"|\bfor OTHER(?! 's {_TEAM}\b)"
)
# All words that such an answer may have, beside those of the table's families of the work: few, and none of them tells
# of anybody's life.
_WORDS = """
    OTHER SOMEBODY MENT NUM a an the this that these those it its 's 'm 'll 've 'd n't i i'm i've i'd i'll im you
    your he his him she her they them their we our my me mine one ones some any no not never yes and or but if when
    as so then than too also else of in on at for to from with by about how what who which where there here is are
    was were be been am do does did don't have has had haven't hasn't can can't could will won't would might may
    should must he'll he's he'd she'll she's she'd they'll they're it's that's there's you'll you'd ask asks asking
    asked try trying tried speak speaking talk see contact ring phone email e-mail mail message call take borrow use
    used uses using copy look looking get got give swears mind share shares send sends show shows help helps tell
    tells know knows explain lend made make makes built drew wrote set up surely always happily happy glad able
    delighted nice good great lovely simple same very really quite own wee easy better best idea ideas afraid sorry
    sure think thought guess answer hello hi thanks thank regards cheers please well worth maybe perhaps probably
    likely first just only another other new old next last year spring summer autumn winter month week cohort
    question questions bother template templates sheet sheets spreadsheet spreadsheets chart charts form forms
    poster posters slide slides diagram diagrams survey surveys version way method project projects number numbers
    run example examples system software excel word tool tools report reports aim aims measure measures data team
    ward school office staff folk lot man woman person dab hand wizard whizz whiz fishbone checklist checklists
    tally google kind sort thing things bit stuff done similar
"""
_PLAIN = frozenset(_WORDS.split())
_OTHERS = frozenset(("PRAC", "THEY", "THOSE", "MGR", "TEAM", "TEAM-V", "MGR-V", "SOMEBODY-V", "OTHER-V"))
_GRAVE = frozenset(("@ill", "@death", "@calamity", "@kin", "@leave", "@leaving", "@cope", "@manager"))

# What is nobody's to learn of the one who is pointed to: “try Tom, he has time now that he is off sick”.
_POINTS = (
    r"(?:try|ask(?:ing)?|speak(?:ing)? (?:to|with)|talk(?:ing)? (?:to|with)|see|contact|ring|phone|e-?mail|approach"
    r"|swap (?:to|with)|go to|what about|how about)"
)
_NAME = r"(?-i:[A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?: (?-i:[A-Z][a-z]+))?"
_HAS_TIME = (
    r"(?:has|have|with|got|['’]s got) (?:\w+ ){0,2}?(?:time|room|space|capacity|nothing on)\b|\b(?:free|bored|idle)\b"
)
_OFF = (
    r"(?:off (?:sick|ill|work|with (?:his|her|their|a|an|the|stress|anxiety|depression))|signed off|on the sick|on sick"
    r"|on compassionate|on gardening leave|(?:is|was|been|being|lies) (?:\w+ ){0,2}?(?:ill|unwell|poorly|sick)\b"
    r"|in hospital|(?:out|back) of hospital|laid up|recovering|recuperating|convalescing|suspended|redundant|divorc\w+"
    r"|bereaved|lost (?:his|her|their) (?:wife|husband|partner|mum|mother|dad|father|son|daughter|job|baby)"
    r"|cancer|chemo\w*|operation|depress\w+|breakdown|burn(?:t|ed)?[ -]?out|maternity leave|pregnant)"
)
_NOT_THEIRS = (
    r"(?! (?:figures|data|numbers|rates?|forms?|rota|notes?|pay|leave|wards?|patients?|staff|team|policy|audits?"
    r"|falls))"
)
_OFF_THEMSELVES = expression(
    rf"\b{_POINTS} {_NAME}\b[^\n]{{0,80}}?\b(?:he|she|they)(?:['’](?:s|ve|re|d|ll))?\b"
    rf"[^.!?\n]{{0,60}}?\b{_OFF}{_NOT_THEIRS}"
    rf"|\b{_NAME}\b[^.!?\n]{{0,30}}?(?:{_HAS_TIME})[^.!?\n]{{0,40}}?\b(?:he|she|they)(?:['’]s| is| was| has)\b"
    rf"[^.!?\n]{{0,30}}?\b{_OFF}{_NOT_THEIRS}"
    rf"|\b{_NAME}(?:['’]s| is| has been| was)(?: \w+){{0,2}}? {_OFF}{_NOT_THEIRS}[^.!?\n]{{0,60}}?(?:{_HAS_TIME}"
    rf"|\b{_POINTS} (?:him|her|them)\b)",
    re.IGNORECASE,
)


def points_to_troubled(text: str) -> bool:
    """Whether it says whom else to ask, and that they are ill, off or in trouble, which is nobody's to pass on."""
    return _OFF_THEMSELVES.search(text) is not None


def as_pointer(found: Meaning, text: str, answers: str) -> Meaning:
    """The meaning of a mentor's words; of such an answer without what would be private of anything else."""
    if answers != "message" or found.mark or found.cut or found.of("private") < SHARE or len(text.split()) > MOST:
        return found
    if not only_points_to(found):
        return found
    likely = {kind: value for kind, value in found.likely.items() if kind.split()[0] != "private"}
    likely["message"] = likely.get("message", 0.0) + found.of("private")
    return replace(found, likely=likely, told=[replace(one, apart={OPEN: 1.0}) for one in found.told])


def only_points_to(found: Meaning) -> bool:
    """Whether all that is said of another one is whom to ask, and what they have or won't mind."""
    said = [" ".join(one.words) for one in found.told]
    return any(_ASK.search(one) for one in said) and all(map(_only_points, found.told))


def _only_points(one: Told) -> bool:
    """Whether a sentence has but plain words, and speaks of nobody, or of another one but so."""
    words, said = set(one.words), " ".join(one.words)
    if words & _OTHERS or not all(word in _PLAIN or families_in(word) == {"@qi"} for word in words):
        return False
    if "OTHER" not in words:
        return True
    return not (TROUBLE.is_in(one.text) or families_in(one.text) & _GRAVE or _OF_THEM.search(said))
