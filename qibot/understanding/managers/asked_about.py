"""What a manager asks about the practitioner, or tells of them beside time that is made for them: not for their eyes.

| who calls nobody | is |
|---|---|
| asks what she says, is like, or can do: “how do you find her?”, “did she write this herself?” | asked for whom it is |
| makes time, and tells why, or more of her: “I'll find her time, but she will only waste it” | the same |
| has somebody who would join, and tells of them or of her: “she has been crying a lot” | the same |
"""

from __future__ import annotations

from collections.abc import Sequence

from qibot.expression import expression
from qibot.spoken import Spoken
from qibot.understanding.managers.own_affairs import JOINS, MAKES_TIME
from qibot.understanding.persons.turned_to import turns
from qibot.understanding.phrases.praised import is_praise

_HER = r"(?:she|he|PRAC)"
_HERS = r"(?:her|his|PRAC['’]?s)"
_WHOM = r"(?:her|him|PRAC)"
_THE_TEAM = (
    r" (?:(?:the|your|our|her|his) )?(?:\w+ )?(?:staff|ward|team|nurses?|parents|families|patients|colleagues"
    r"|board)\b"
    r"(?![^.!?]*\b(?:why|that|she|he|her|his|me|us|PRAC)\b(?! (?:charts?|data|aims?|measures?|results|project"
    r"|forms?|report)\b))"
    r"(?! about (?!(?:it|this|(?:her|his|the) (?:new )?(?:charts?|data|aims?|measures?|results|project|forms?"
    r"|report))\b))"
)
_OF_PAPER = r"(?![^.!?]*\b(?:she|he|her|his|i|me|my|us|PRAC|off|away|left|absent|sick)\b)"
_EVER = r"(?: (?:ever|always|really|actually|even|often|still|not))?"
_ASKS = Spoken(
    # what she says, and to whom
    rf"\b(?:did|does|do|has|have|is|was) {_HER}{_EVER} (?:mention\w*|t(?:ell|old)(?!{_THE_TEAM})|sa(?:y|id)"
    rf"(?! (?:when (?:the|it|this|that) |how many|how often|which (?:chart|form|report)){_OF_PAPER})"
    rf"|talk\w*(?! (?:to"
    rf"|with){_THE_TEAM})|listen\w*"
    r"|answer\w*|complain\w*|confid\w*|open(?:ed)? up|moan\w*|speak|spoken|cry|cried|let on|come across|seem|strike"
    r"|argu\w*"
    r"|push\w* back)\b"
    # what is thought of her
    rf"|\b(?:how|what) (?:do|did|would) you (?:find|make of|think of|feel about|rate|get on with|reckon to|like)"
    rf" (?:\w+ with )?{_WHOM}(?!['’]?s\b)(?=\W*(?:$|\?|as|so far|to|in|when|at|now|really|yet|then))"
    rf"|\b(?:how|what) (?:is|was) {_HER}(?: (?:like|to work with|with you))?(?: (?:really|so far|then"
    rf"|lately))?\W*\?"
    rf"|\b(?:is|was|has|does|will|would|can|could) {_HER} (?:\w+ )?(?:sober|well|all right|alright|ok|okay"
    rf"|upset|ill"
    r"|drunk|tired|stressed|honest|truthful|any good|up to|able|capable|good enough|keen|bothered|serious"
    r"|interested"
    r"|trying|always|normally|like this|get through|cope|coping|make it|fail|stick|worth"
    r"|(?:pass|manage)(?=\W*(?:$|\?)| (?:it|this|that|without|at all|alone|on (?:her|his) own)\b))\b"
    # … and whether one would go on with her
    rf"|\b(?:do|did) you (?:\w+ )?(?:think|believe|reckon|feel|suppose) (?:that )?{_HER}(?:['’]ll| will| can"
    rf"| could| would"
    r"|['’]s| is| has) (?:\w+ )?(?:make it|cop(?:e|ing)|get through|manage\W*$|pass|fail|stick|honest|able"
    r"|up to|ready"
    r"|good enough|capable|serious|trying|all right|alright|ok|okay|well|worth|ly?ing|drink\w*|hid(?:es|ing)|cheat\w*"
    r"|pretend\w*|fak(?:es|ed|ing)|coming back)\b"
    rf"|\b(?:do|did) you (?:\w+ )?(?:think|believe|reckon|feel|suppose) (?:that )?{_HER}(?: has| had|['’]s)? (?:made"
    rf"|lied"
    r"|invented|copied|drinks|lies|hides|cheats)\b"
    rf"|\b(?:should|can|could|shall|must|may|do) (?:i|we|one|anybody|anyone) (?:\w+ )?(?:(?:keep|trust|believe|sack"
    rf"|move"
    rf"|vouch for|rely on|count on|let) {_WHOM}(?= (?:go|down|off|on|at|with|finish|stay|after|again|back)\b|\W*(?:$"
    rf"|\?))"
    rf"|(?:trust|believe|rely on|count on) (?:a|any|one|the|her|his|what|anything)\b[^.!?]*\b(?:{_HER}|{_HERS})\b)"
    rf"|\b(?:do|did|would|could|will|can) you (?:\w+ )?(?:trust|keep|rate|like|believe|recommend|hire|miss|promote|take"
    rf"|choose) {_WHOM}(?: on| here| back)?(?=\W*(?:$|\?|as\b|for\b|after\b|if\b))"
    # whether it is true
    rf"|\b(?:is|are|was|were) {_HERS} (?:\w+ )?(?:numbers|figures|data|results|counts?|charts?|story|account)"
    r"(?: really)? (?:real|right|true|honest|reliable|genuine|made up|invented|to be trusted|believable)\b"
    rf"|\b(?:checked|verified|seen|questioned|trust|believe) {_HERS} (?:numbers|figures|data|results|counts?"
    rf"|story)\b",
    "she", "he", "prac", "her", "him", "his",
)  # fmt: skip
_WHOSE = Spoken(  # whose work it is: beside praise it is a wonder (“all on her own? Amazing.”)
    rf"\b(?:did|has|have) {_HER} (?:really |actually |even )?(?:wr(?:i|o)t\w+|do|done|made?|copy|copied|draw|drawn"
    r"|come up with) (?:this|that|it|all)\b[^?]{0,60}\b(?:herself|himself|alone|on (?:her|his) own"
    r"|by (?:her|him)self)\b"
    rf"|\b(?:is|are|was|were) (?:this|that|it|these|those)(?: all| really)? {_HERS} own\b"
    rf"|\bwho (?:really |actually )?(?:wrote|did|made) (?:this|that|it)\b",
    "she", "he", "prac", "her", "him", "his", "who",
)  # fmt: skip
_ASKED_OF = expression(r"(?<!,) PRAC(?=\W*\?)")  # “how do you find Jo?” calls nobody
_CLAUSES = expression(
    r"(?<=[.!?;,:])\s+|\n+|\s(?=(?:but|because|after|now that|so that|so (?:she|he|PRAC)|since|given"
    r"|considering|as)\b)"
)
_REASON = Spoken(
    r"^\W*(?:but (?:she|he|PRAC)|because (?:she|he|of)|after (?:what|all|everything|the)|now that|given|considering"
    r"|as the (?:union|doctors?|gp|police|court|counsellor|hospital|social|hr))\b"
)
_OF_HER = Spoken(
    r"\b(?:she|he|her|him|his)\b|\bPRAC(?:['’]s| and (?:I|me)| (?:is|was|has|had|needs|will|would|says|said"
    r"|does|did"
    r"|can|never|always|seems))\b"
)
_DOES = Spoken(
    r"\b(?:data|charts?|run charts?|reports?|drafts?|aims?|measures?|project|counts?|counting|survey|visits?|tests?"
    r"|testing|forms?|writ\w+|typing|finish\w*|complet\w+|send\w*|sent|submit\w*|spreadsheet|have it in"
    r"|has it|deadlines?|audit|slides?"
    r"|poster|meeting|session|pdsas?|covers?|covered|rota|shifts?|need to do"
    r"|(?:she|he|PRAC) (?:only |just )?(?:has|needs) to (?:ask|say)|(?:tell|ask) (?:her|him|PRAC)|(?:she|he"
    r"|PRAC) knows"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|today|tonight|this (?:week|afternoon|morning)"
    r"|next week"
    r"|\d{1,2}(?:st|nd|rd|th)?)\b"
)
_SAYS = Spoken(r"\b(?:she|he|PRAC) (?:says?|said|thinks?|thought|finds?|reckons?|tells|told|calls)\b")
_BACKS = Spoken(
    r"\b(?:my|our) (?:full |complete |wholehearted )?(?:backing|support"
    r"|blessing)\b",
    "backing",
    "support",
    "blessing",
)
_DOUBTS = Spoken(r"\b(?:if|unless|but|though|hardly|too)\b")
_WARY = Spoken(r"\b(?:too|but|given|considering|despite|after|lucky)\b")


def asks_about_them(said: Sequence[str]) -> bool:
    """Whether a manager's words, with tokens for the names, call nobody and ask about the practitioner."""
    praised = any(is_praise(one) and not _DOUBTS.is_in(one) for one in said if "?" not in one)
    asks = [any(p.is_in(one) for p in ((_ASKS,) if praised else (_ASKS, _WHOSE))) for one in said]
    if not any("?" in one and is_asked for one, is_asked in zip(said, asks, strict=True)):
        return False
    spoken_of = [_ASKED_OF.sub(" her", one) if is_asked else one for one, is_asked in zip(said, asks, strict=True)]
    return not any(to for to, _ in turns(spoken_of))


def gives_time_and_more(said: Sequence[str]) -> bool:
    """Whether they make time, or have somebody who would join, and say more of the practitioner, or why."""
    if not any(MAKES_TIME.search(one) or JOINS.search(one) for one in said):
        return False
    return any(_is_more(clause) for one in said for clause in _CLAUSES.split(one) if clause.strip(" .,!"))


def _is_more(clause: str) -> bool:
    if MAKES_TIME.search(clause) or JOINS.search(clause) or (is_praise(clause) and not _WARY.is_in(clause)):
        return False
    if _SAYS.is_in(clause):
        return True
    if _BACKS.is_in(clause) and not _WARY.is_in(clause):
        return False
    return not _DOES.is_in(clause) and (_OF_HER.is_in(clause) or _REASON.is_in(clause))
