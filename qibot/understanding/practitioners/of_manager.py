"""What a practitioner says of the manager in answer to our letters: that the manager keeps the report, or is to have no
copies. The words have people abstracted (in_answer.py).

| the words | say |
|---|---|
| “my manager wants to see the report first”, “Meg won't give me the time” | that the manager keeps it |
| “my manager wants to see the leaflet first”, “keeps the data sheet” | nothing of the kind |
| “my manager wants to see the folder first” | perhaps that: what is to be seen first may be the report |
| “take Meg out of the copies”, “does my manager have to see these?” | that the manager is to have no copies |
| “should I leave my manager out of the poster?” | nothing of the kind |
"""

from __future__ import annotations

from qibot.spoken import Spoken

_MGR = r"(?:mgr|my (?:line )?(?:manager|boss|head))"
# What the manager keeps, or is to see first: the report, and no leaflet, no sheet, nothing more of the project.
_THE_REPORT = (
    r"(?:it(?: all)?|everything|them|all of (?:it|this|them)|(?:the|my|this|that|each|every) report"
    r"(?! (?:form|template|cover|title|page|day)\b)|(?:this|that|mine)(?=\W*$| ?[.,;!?]| (?:off|over|first|before|and"
    r"|but|so|because|until|till|too|again|yet|through|out)\b)|what(?:ever)? i (?:send|write))\b"
)
# The same by other words; a draft of something, or what they are to see as well, is no such thing.
_DRAFT = (
    r"(?:(?:the|my|this|that|a) )?(?:(?:(?:final|full|last|finished|complete|whole|first|rough|latest|new) ){0,2}"
    r"(?:drafts?|versions?|write\W{0,3}up|paper|document|report)|(?:final|full|last|finished|complete|whole)"
    r" (?:copy|one|thing|lot)|what i(?:['’]ve| have) (?:written|done|got))"
    r"(?=\W*$| ?[.;!]| (?:off|over|first|before|and (?:she|he|they|then)|but|so|because|until|till|again|yet)\b)"
)
_TO_SEE = rf"(?:{_THE_REPORT}|{_DRAFT})"
# What is the project's, whoever is to see it first.
_OF_PROJECT = (
    r"(?:(?!first\b|before\b)[\w'’]+ ){0,4}?(?:leaflets?|posters?|charts?|diagrams?|graphs?|photos?|pictures?|survey"
    r"|questionnaires?|data|sheets?|checklists?|labels?|slides?|plans?|cards?|signs?|tests?|changes?|minutes|agenda)\b"
)
_LOOKS = (
    r"(?:see|seen|read|check(?:ed)?|approved?|sign(?:ed)?(?: off)?|agreed?(?: to)?|send|sent|release|pass(?:ed)?"
    r"|look(?:ed)? (?:at|over|through)|go (?:over|through)|got round to|get round to)"
)
_MANAGER_WITHHOLDS = Spoken(
    r"\b(?:(?:is|['’]s|it|been|still|report) (?:\w+ ){0,3}?(?:with|stuck with|sitting with|on the desk of"
    r"|held up (?:by|with)"
    rf"|waiting (?:for|on)) (?:{_MGR}|the head|my head)"
    rf"|(?:wait\w* (?:for|on)|need|chas\w+|ask\w*) {_MGR}"
    rf" (?:to (?:give me|let me|{_LOOKS} {_TO_SEE})|for (?:the |more |some |my |a )*(?:time|hours?|cover"
    r"|signature|approval|permission|ok(?:ay)?))"
    rf"|(?:{_MGR}|the head|my head|they|he|she)(?: (?:has|is|just|simply|still|'s)){{0,2}}"
    rf" (?:(?:wants?|needs?|insists? on)(?: to)? (?:{_LOOKS}|seeing|reading|checking|approving|signing)"
    rf" {_TO_SEE}"
    rf"|(?:keeps?|kept) {_THE_REPORT}(?! (?:up|going|simple|short|moving|safe)\b)"
    r"|(?:won't|will not|wouldn't|doesn't|does not|didn't|hasn't|has not|isn't|never|not|refus\w+"
    r"|says? (?:i|we) (?:can't|cannot|mustn't|am not|'m not))"
    rf"(?: (?!and\b|but\b)[\w']+){{0,3}}? (?:{_LOOKS} {_TO_SEE}"
    r"|time(?! off)|release|releasing|let|allow\w*|cover|hours?|free me|spare me|permission|support"
    r"|(?:give|gives|given|gave|spare|let|lets) me (?:\w+ ){0,3}off)\b))"
)
_FIRST = Spoken(
    rf"\b{_MGR} (?:(?:has|still|just|also|will|would) ){{0,2}}(?:wants?|needs?|insists? on|likes?|has|have)(?: to)?"
    rf" (?:{_LOOKS}|seeing|reading|checking|approving|signing)(?! {_OF_PROJECT}) .{{0,40}}?\b(?:first|before)\b"
    rf"|\bwait\w* (?:for|on) {_MGR} to {_LOOKS}(?! {_OF_PROJECT})"
)
# Of our letters, or of nothing named: whatever else the manager is left out of, or sees, is the project's.
_LETTERS = (
    r"(?:(?:the|these|this|those|that|my|our|your|any|all|every|future|more|a|copy|copie[sd]|of) )*"
    r"(?:cop(?:y|ies|ied)|cc|e-?mails?|mails?|letters?|messages?|list|loop|correspondence|conversation|thread|chain"
    r"|reports?|feedback|comments?|answers?|replies|these|those|this|that|it|them|everything|all)"
    r"(?=\W*$| ?[.,;!?]| (?:please|too|now|as well|again|anymore|any more|each|every|from|and|or|because|she|he|they"
    r"|mgr|before|when|at all|though|for|in|i)\b)"
)
_NO_COPIES = Spoken(
    rf"\b(?:take|leave|keep|drop|remove|cut|get)\b {_MGR} (?:\w+ )?(?:out|off)"
    rf"(?:(?=\W*$| ?[.,;!?]| (?:please|now|then|because|and|from now)\b)| (?:of|from)? ?{_LETTERS})"
    rf"|\b(?:take|leave|keep|drop|remove|cut|get)\b {_MGR} from (?:(?:getting|seeing|reading|receiving) )?{_LETTERS}"
    r"|\b(?:stop|don't|do not|without|not|no longer|need not|rather you didn't) (?:\w+ ){0,2}?(?:copy|copying"
    r"|copied|cc|cc'ing|"
    rf"sending|send|include|including)\b.{{0,15}}\b{_MGR}\b"
    rf"|\b(?:does|must|should|has) {_MGR} (?:have to |need to |to )?(?:(?:get|see|receive|read|have) {_LETTERS}"
    r"|be (?:copied|in copy|cc'd))"
)


def manager_withholds(said: str) -> bool:
    """Whether the manager keeps the report, is to see it first, or gives no time for it."""
    return _MANAGER_WITHHOLDS.is_in(said)


def may_withhold(said: str) -> bool:
    """Whether the manager is to see something first, and it isn't said to be the project's: perhaps the report."""
    return _FIRST.is_in(said)


def wants_no_copies(said: str) -> bool:
    """Whether the manager is to have no copies of our letters, or it is asked whether they must."""
    return _NO_COPIES.is_in(said)
