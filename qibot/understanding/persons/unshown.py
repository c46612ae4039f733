"""That a practitioner doesn't want the manager to see what they send: “please don't show this one to Meg”."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.model import Person
from qibot.understanding.meaning import MOST_CHARACTERS, folded
from qibot.understanding.names.masked import masked
from qibot.understanding.phrases.courtesy import is_courtesy

MOST = 40  # words of a mail that says nothing else
_ENDS = expression(r"(?<=[.!?;])\s+|\n{2,}")
# Who else is the manager: what they are, and everybody where the writer works.
_BOSS = expression(
    r"\b(?:my |our |the )(?:\w+ )?(?:manager|boss|head(?:[ -]?teacher)?|supervisor|team leader|management"
    r"|gaffer)\b|\bmanagement\b"
    r"|\b(?:any(?:one|body)|no(?: ?one|body)|people|everyone|them) (?:else )?(?:at|in) (?:my |the |our )?(?:work|school"
    r"|office|service|team|ward|nursery|practice|organisation|council|hospital|clinic|department)\b"
    r"|\bmy (?:work|employer|organisation|school|service|colleagues)\b",
    re.IGNORECASE,
)
_THEY = expression(r"\b(?:her|him|she|he)\b", re.IGNORECASE)
_SHOW = (
    r"(?:show\w*|shar(?:e|ed|ing)|send(?:ing)?|sent|pass\w*|forward\w*|tell\w*|copy\w*|copied|cc\w*|let|giv(?:e"
    r"|ing)|includ\w+"
    r"|involv\w+|mention\w*|go(?:es|ing)?|rais(?:e|ing)|discuss\w*|put|pop|get)"
)
_SEE = (
    r"(?:see(?:s|ing)?|saw|read(?:s|ing)?|know(?:s|ing)?|knew|hear(?:s|d|ing)?|get(?:s|ting)?|got|have|had|has"
    r"|find(?:s|ing)?(?: out)?|be (?:shown"
    r"|copied|told|sent|included|in copy)|were (?:shown|copied|told|sent))"
)
_NOT = (
    r"(?:(?:please|pls|but|so|and|,|-|[a-z]+,) (?:don't|do not|dont|not|never)(?! (?:forget|hesitate|worry|mind))"
    r"|^\W*(?:don't|do not|dont|never|not)(?! (?:forget|hesitate|worry|mind))|mind not|rather you (?:didn't|did not)"
    r"|(?:rather|prefer|want|like|ask(?:ed)?|best|better)(?: you| it| this| if you)? not(?: to)?"
    r"|prefer (?:it )?if you (?:didn't|did not|don't)|(?:can|could|would) you (?:please )?not"
    r"|you (?:don't|didn't|won't|wouldn't|mustn't|needn't)|(?:can|could|may|should) (?:this|it|that"
    r"|we) (?:please )?not|(?:this|it|that|which)(?: \w+)? (?:isn't|is not"
    r"|shouldn't|should not|mustn't|must not|can't|cannot|needn't) (?:to )?|avoid|without|rather than"
    r"|hope you won't|if you (?:didn't|don't|wouldn't))"
)
_STOP = (
    r"(?:^\W*|[,;:–—-] |\b(?:please|pls|kindly|just|and|you) )(?:please )?(?:stop|quit) (?:copying|cc['’]?-?ing"
    r"|e-?mailing|sending|including|showing|putting|telling|adding)\b"
)
_HIDES = expression(
    rf"{_STOP}[^.!?;]{{0,30}}\bMGR\b(?!'s)|"
    r"\b(?:can|could|please|want|like|may)\b[^.!?;]{0,20}\bMGR (?:to )?be (?:taken|left|removed|dropped)"
    r" (?:off|out|from)\b|"
    rf"{_NOT}\b[^.!?;]{{0,30}}\b{_SHOW}\b[^.!?;]{{0,40}}\bMGR\b(?!'s)|{_NOT} (?:\w+ )?{_SHOW} MGR\b"
    rf"|\b(?:rather|prefer\w*|wish|want|like|better|best|happier|hope)\b[^.!?;]{{0,25}}\bMGR (?:didn't|doesn't"
    rf"|did not|does not|not|never|won't)"
    rf"(?: to)?(?: \w+)? {_SEE}\b"
    rf"|\b(?:don't|do not|wouldn't|would not|rather not|not)(?: \w+){{0,2}} (?:want|like|have|let"
    rf"|need)\b[^.!?;]{{0,20}}\bMGR (?:to )?{_SEE}\b"
    rf"|\bMGR (?:mustn't|must not|shouldn't|should not|needn't|need not|(?:is not|isn't) (?:to|supposed to"
    rf"|meant to)|(?:doesn't|does not) (?:need|have) to)"
    rf"(?: \w+){{0,2}} {_SEE}\b"
    r"|\b(?:keep\w*|kept|hide|hold)\b[^.!?;]{0,40}\b(?:(?:away )?from|out of)(?: the (?:hands|sight|eyes) of)? MGR\b"
    r"|\b(?:keep\w*|leave|leaving|take|get|hold)\b(?: \w+){0,2} MGR(?: \w+)? (?:out|off)\b|\b(?:leave|cut"
    r"|take) out MGR\b"
    r"|\b(?:not|isn't|wasn't) (?:one )?(?:really )?(?:meant |intended )?for MGR\b(?!'s (?!eyes))|\bnot (?:to"
    r"|with) MGR(?:,? please| in)?\W*$"
    rf"|\bwithout MGR(?:'s)? (?:being |getting )?(?:in\b|on\b|copied|cc|{_SEE})|\b(?:no|without a) copy (?:to"
    rf"|for) MGR\b"
    r"|\b(?:anyone|anybody|everyone|nobody) (?:but|except|other than) MGR\b(?=.{0,20}\bsee)",
    re.IGNORECASE | re.MULTILINE,
)
_KNOW = (
    r"(?:see|read|know|hear|find out|learn|be (?:told|shown|copied|sent|involved)|get (?:it|this|that|one|a copy|wind))"
)
_FORBIDS = expression(  # the same, said of the manager, of the copy or of who alone is answered
    rf"\bMGR (?:can['’]?t|cannot|can not|mustn['’]?t|must not|must never|should never|shouldn['’]?t|may not|is never to"
    rf"|is not to|isn['’]?t to) (?:\w+ )?{_KNOW}\b|\bMGR (?:could |can |may |should )?(?:be |being )?(?:left|kept"
    rf"|taken)"
    r" (?:off|out)\b|\b(?:can|could|may|should) MGR be (?:left|kept|taken) (?:off|out)\b"
    r"|\b(?:make|be) (?:sure|certain) (?:that )?MGR (?:doesn['’]?t|does not|never|won['’]?t|isn['’]?t|can['’]?t)\b"
    r"|\bno need (?:to|for)\b[^.?!]{0,25}\bMGR\b"
    r"|\b(?:don['’]t|do not|wouldn['’]t|rather not) want (?:this|it|that|them|any of (?:this|it))\b[^.?!]{0,25}\bMGR\b"
    r"|\bMGR (?:wasn['’]?t|weren['’]?t|was not|were not|isn['’]?t|not) (?:\w+ )?(?:copied|included|shown|told"
    r"|in copy|sent"
    r"|involved)\b|\bcopy (?:to|for) MGR\b[^.?!]{0,20}\b(?:out|off|dropped|skipped|not)\b"
    r"|\b(?:not a word|nothing|say nothing) to MGR\b|\b(?:confidential|private|secret|hidden|kept|away|back) from MGR\b"
    r"|\b(?:eyes|ears)(?: only)?\W+(?:and )?not MGR\b|\b(?:haven['’]t|have not) told MGR\b[^.?!]{0,25}\b(?:careful|so"
    r"|please|discreet|keep|quiet|yet)\b|\bMGR(?: would| will|['’]d|['’]ll) (?:hit the roof|kill me|go (?:mad|spare"
    r"|ballistic)|be (?:furious|livid|fuming)|have my (?:head|guts)|sack me)\b"
    r"|\bMGR (?:isn['’]?t|is not) aware\b|\bMGR has no idea\b|\bbetween (?:us|you and me|ourselves)\b[^.?!]*\bMGR\b"
    r"|\b(?:keep|leave)\b[^.?!]{0,25}\b(?:off|away from|out of)\b[^.?!]{0,10}\bMGR\b|\b(?:trouble|mortified) if MGR\b",
    re.IGNORECASE,
)
_TO_ME_ALONE = expression(
    r"\b(?:reply|answer|respond|write|send|comments?|feedback|comes?|came|go(?:es)?)\b[^.?!]{0,20}\b(?:(?:just"
    r"|only) (?:to|for)"
    r" me\b|(?:to|for) me (?:only|alone)\b|(?<=reply )me (?:only|alone)\b|(?<=answer )me (?:only|alone)\b)"
    r"|(?:^\W*|\bplease |, )(?:don['’]t|do not) (?:copy|cc)(?: in)? (?:any(?:one|body)|others|my)\b"
    r"|\bwithout (?:copying|cc['’]?ing)\b|\bno copies\b(?=[^.?!]{0,20}please)",
    re.IGNORECASE,
)


def hides_from_manager(text: str, manager: Person) -> bool:
    """Whether a sentence asks so; who isn't named, once the manager has been, is the manager, too."""
    named = _BOSS.sub("MGR", masked(folded(text[:MOST_CHARACTERS]), (manager, "MGR")))
    parts = [" ".join(one.split()) for one in _ENDS.split(named)]
    if any(_TO_ME_ALONE.search(one) or _FORBIDS.search(one) for one in parts):
        return True
    if "MGR" not in named:
        return False
    said = _THEY.sub("MGR", named)
    return any(_HIDES.search(" ".join(one.split())) for one in _ENDS.split(said))


def only_hides(text: str, manager: Person, names: frozenset[str]) -> bool:
    """Whether it asks so, courteously, and says nothing else."""
    said = [one for one in _ENDS.split(text[:MOST_CHARACTERS]) if one.strip()]
    hiding = [one for one in said if hides_from_manager(one, manager)]
    rest = (one for one in said if one not in hiding)
    return bool(hiding) and len(text.split()) <= MOST and all(is_courtesy(one.strip(" .!"), names) for one in rest)
