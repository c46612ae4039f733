"""That feedback touches on a trouble which its reader has told of: by how it is spoken of, whatever stands around it.

A word of the project beside a trouble makes it the project's elsewhere (`their_trouble.py`), and a trouble without
“you” is nobody's. Some ways of speaking are of a confidence all the same:

| it | such as |
|---|---|
| comes back to what was told | “you mentioned the overdraft”, “when you described the assault” |
| says who needs to know | “nobody in the team needs to know you're gay” |
| asks after it, or wishes well | “any word on the visa?”, “best wishes for the IVF” |
| sends for help, or puts it before the work | “here's the number for the Samaritans”, “rehab first” |
| says that nobody may hurt one | “no man should hit you”, “being hit is not your fault” |

A copy too few costs a click. What makes one word of the project's with that behind it (“the overdose protocol”,
“depression scores”) isn't touched on so, nor is, but for who needs to know, what patients or callers have.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from qibot.expression import expression
from qibot.spoken import Spoken
from qibot.understanding.meaning.families import Families, classed, plain_words, read_families
from qibot.understanding.persons.their_trouble import FILE, WORK
from qibot.understanding.phrases.grave import grave_table

LIFE = "what they have told of their life"
_CLAUSES = expression(r"(?<=[.!?;:])\s+|\n+|,\s|\s[-–—]+\s|—")
_OF_PROJECTS = frozenset(["@dies", "@place"])
_ILL = frozenset(["@health", "@illness"])  # what projects are made of, too
_STAND_BEFORE = frozenset(["a", "an", "the", "your", "you", "you're"])
# Words of a life that a project's behind them (“letter”, “cycle”) doesn't take from it.
_PAPERS = frozenset(
    ["letter", "letters", "case", "cases", "cycle", "appointments", "appointment", "hearing", "claim", "conditions"]
)
_PEOPLE = frozenset(["alcoholics", "addicts", "gamblers", "refugees", "landlords", "diabetics"])
_WORK = WORK - {"report", "reports"}
_N = r"(?:ill|woe)_"  # the tokens of a trouble
_HAS = r"(?:the|your|an?|that|this|some|you(?:['’]\w+)?|are|were|have|had|been)"
_CAME_BACK = Spoken(
    r"\b(?:you|for|by) (?:\w+ )?(?:mention(?:ed|ing)|describ(?:ed|ing)|ask(?:ed|ing)|wr[io]t\w+|shar(?:ed|ing)"
    r"|rais(?:ed|ing)|disclos\w+|confid\w+|speaking|spoke|talk(?:ed|ing)|told|telling)(?: (?:me|us))?"
    rf"(?: (?:about|of|for|that|{_HAS}))+ {_N}",
    "ill_",
    "woe_",
)
_ASKED_AFTER = Spoken(
    rf"^(?:and |so )?any (?:\w+ )?(?:word|news|joy|sign|luck|update) (?:on|of|about|with) (?:\w+ ){{0,2}}{_N}"
    rf"|^still (?:\w+ ){{0,2}}{_N}"
    r"|\b(?:best wishes|all the best|good luck|best of luck|fingers crossed|here['’]s hoping) (?:for|with|on|about)"
    rf" (?:\w+ ){{0,2}}{_N}"
    rf"|\b(?:number|line|address|website) (?:for|of) (?:\w+ )?{_N}"
    r"|\bwoe_ (?:meets?|gives?|deals?|helps?|can help|listens?|is open|are open|has som\w+|have som\w+)\b"
    r"|^(?:\w+ )?woe_ first$",
    "ill_",
    "woe_",
)
# These even beside words of the project: “the staff don't need to hear about the overdose”.
_WHO_KNOWS = Spoken(
    r"\b(?:needn['’]?t|needs?|has|have|should|shouldn['’]?t|must|mustn['’]?t|can|may|let|want|to|don['’]?t)(?: to)?"
    rf"(?: \w+)? (?:know|hear|be told|learn|find out)(?: (?:about|of|that|{_HAS}))* (?:{_HAS}) {_N}"
    rf"|\btell(?:ing)? (?:\w+ ){{1,4}}?(?:about|that) (?:{_HAS} )+{_N}"
    rf"|^(?:\w+ )?{_N} (?:paper_ )?(?:comes? before|is more important than) (?:any|all|every|the|this|your)\b"
    r"|\b(?:see|hear|feel|sense) (?:\w+ )?woe_ (?:in|behind|between) (?:your|this|the|every)\b"
    r"|\b(?:nurse|gp|doctor|consultant|surgeon|midwife|solicitor|lawyer)(?: \w+){0,2} (?:say|said|tell|told|think"
    rf"|thought|find|found)(?: you)? (?:about|of|with) (?:the|your) {_N}",
    "ill_",
    "woe_",
)
# No table names what is done to somebody but beside “you”.
_HURTS = r"(?:hits?|hitting|beats?|beating|slap\w*|kick\w*|punch\w*|strangl\w*|chok\w*|shov\w*|batter\w*|rap(?:es|ed))"
_NOBODY_MAY = Spoken(
    rf"\b(?:man|men|woman|husband|wife|partner|boyfriend|girlfriend|who|him|he|she|nobody|anybody|anyone)"
    rf"(?: \w+){{0,3}} {_HURTS} (?:you|women|a woman|somebody he)\b"
    rf"|\bbeing (?:hit|beaten|slapped|kicked|punched|strangled|raped|stalked|hurt) (?:is|was|has)\b"
    r"|\b(?:nobody|no one|no woman|no man|no wife)(?: \w+){1,3} be (?:hit|beaten|slapped|kicked|punched|strangled"
    r"|raped|stalked|hurt)\b"
    r"|\b(?:who|to|you|of|from) (?:\w+ )?los(?:es?|ing|t) (?:an?|your|the) (?:baby|bairn|child|son|daughter"
    r"|husband|wife|mother|father|mum|dad|partner|twin)\b"
    r"|\b(?:ring|call|phone|see|ask|try|tell|contact|speak to|talk to|go to) (?:the|your) union"
    r" (?:rep )?about (?:the|your|this|that|it|him|her)\b"
)
_OF_PAPERS = Spoken(
    r"\byour woe_ paper_|\b(?:sorry|hope)\b.*\bwoe_ (?:of )?paper_|\bpaper_ of woe_|\bwoe_ paper_.*\byou\b", "paper_"
)


def touched_on(text: str) -> str:
    """What it touches on of its reader's life; empty where it does of nothing."""
    return LIFE if any(_touches(one) for one in _CLAUSES.split(text)) else ""


def _touches(clause: str) -> bool:
    words = plain_words(clause.replace("-", " "))
    if _NOBODY_MAY.is_in(" ".join(words)):
        return WORK.isdisjoint(words)
    tokens = list(_tokens(words))
    said = " ".join(tokens)
    if "ill_" not in tokens and "woe_" not in tokens:
        return False
    if _WHO_KNOWS.is_in(said) or _OF_PAPERS.is_in(said):
        return True
    if "@third" in classed(tokens)[1] or not _WORK.isdisjoint(tokens):
        return False
    return _CAME_BACK.is_in(said) or _ASKED_AFTER.is_in(said)


def _tokens(words: list[str]) -> Iterator[str]:
    """The words, with tokens in place of what names a trouble; of whom it befalls, and of one that a word of the
    project follows, none."""
    woes, place = _woes(words), 0
    while place < len(words):
        end, ill = woes.get(place, (0, False))
        behind = words[end] if end and end < len(words) else ""
        if not end or _PEOPLE.issuperset(words[place:end]) or (behind in WORK and behind not in _PAPERS):
            yield "paper_" if words[place] in _PAPERS else words[place]
            place += 1
            continue
        if words[place] in _STAND_BEFORE:
            yield words[place]
        yield "ill_" if ill else "woe_"
        place = end


def _woes(words: list[str]) -> dict[int, tuple[int, bool]]:
    """Where such things begin and end, and whether they are but illnesses."""
    woes: dict[int, tuple[int, bool]] = {}
    for start, end, families in (x for table in (_table(), grave_table()) for x in table.places(words)):
        if not _OF_PROJECTS.issuperset(families):
            before, ill = woes.get(start, (0, True))
            woes[start] = max(before, end), ill and _ILL.issuperset(families)
    return woes


@cache
def _table() -> Families:
    return read_families(FILE)
