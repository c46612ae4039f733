"""That a practitioner doesn't want the manager to see what they send: “please don't show this one to Meg”."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.model import Person
from qibot.understanding.meaning import MOST_CHARACTERS, folded
from qibot.understanding.names.masked import masked
from qibot.understanding.phrases.courtesy import is_courtesy
from qibot.understanding.phrases.of_the_work import is_of_the_work

MOST = 40  # words of a mail that says nothing else
_ENDS = expression(r"(?<=[.!?;])\s+|\n{2,}")
# Who else is the manager: what they are, and everybody where the writer works.
_BOSS = expression(
    r"\b(?:my |our |the )(?:\w+ )?(?:manager|boss|head(?:[ -]?teacher)?|supervisor|team leader|gaffer)\b"
    # “risk management” and “no need for more staff, said management” are of the work
    r"|\b(?:my |our |the )(?:senior )?management\b|(?:(?<=\bto )|(?<=\bfrom )|(?<=\bfor )|(?<=\bby )|(?<=\bcopy )"
    r"|(?<=\bshow )|(?<=\btell )|(?<=\blet ))(?:senior )?management\b(?=\W*$|[^\w\s]|,? (?:please|yet|either|at all|see"
    r"|know|have|get|to)\b)"
    r"|(?<!the )(?<!my )(?<!our )(?<!this )(?<!her )(?<!his )(?<!of )(?<!social )\bwork(?= (?:(?:did|does|must"
    r"|should|ca|need)"
    r"n['’]?t|(?:did|does|is|must|should) not)\b)"
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
    rf"|\bMGR(?:['’]d| had)? better not (?:\w+ )?{_SEE}\b"
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
    rf"\bMGR (?:mustn['’]?t|must not|must never|should never|shouldn['’]?t|may not|is never to"
    rf"|is not to|isn['’]?t to) (?:\w+ )?{_KNOW}\b"
    # “Meg can't read this on her phone” tells how it is
    r"|\bMGR (?:can['’]?t|cannot|can not) (?:\w+ )?(?:(?:see|read|get|have) (?:it|this|that|them|any of (?:this|it))"
    r"(?: (?:one|time|yet|report))*(?=\W*$|\s*[,;:–—]| (?:before|until|till?|because|as|since|so|or|unless|ever"
    r"|at all)\b)"
    r"(?![^.?!]*\b(?:small|phone|screen|format|files?|fonts?|print\w*|open\w*|blank|password|laptop|access|log|link|blurred"
    r"|faint|glasses)\b)|know|hear|find out|learn|be (?:told|shown|copied|sent"
    r"|involved))\b|\bMGR (?:could |can |may |should )?(?:be |being )?(?:left|kept"
    rf"|taken)"
    r" (?:off|out)\b|\b(?:can|could|may|should) MGR be (?:left|kept|taken) (?:off|out)\b"
    r"|\b(?:make|be) (?:sure|certain) (?:that )?MGR (?:doesn['’]?t|does not|never|won['’]?t|isn['’]?t|is not|can['’]?t)"
    rf" (?:\w+ )?(?:{_KNOW}|get|copied|told|shown|sent|involved|included|in)\b"
    rf"|\bno need (?:for MGR to (?:\w+ )?{_KNOW}|(?:to|for) (?:show\w*|copy\w*|cc\w*|tell\w*|includ\w+|involv\w+"
    r"|inform\w*|send\w*|forward\w*|shar\w+|let)\b[^.?!]{0,25}\bMGR|to (?:bother|trouble|worry|burden|disturb) MGR"
    r"(?: (?:with|about) (?:it|this|that|any|the report|my)|(?=\W*$)))\b"
    r"(?![^.?!]*\b(?:(?:she|he|MGR|i|we)(?:['’](?:s|ve|d))? (?:has|have|had|knows?|got|gave|given|sent|did|done|told"
    r"|saw|seen|shared|showed|will)|already)\b)"
    # out of the copies
    r"|\b(?:drop|remove|take|strike|cut|skip|delete) MGR (?:off|from|out of) (?:the |your |my |all )?(?:cop(?:y|ies)|cc"
    r"|list|e-?mails?|mails?|letters?|loop|circulation|distribution|this|it)\b"
    r"|\bMGR be (?:dropped|removed|struck|cut|skipped)\b|\b(?:skip|drop|leave out|omit) (?:the |a |any )?(?:copy|cc)"
    r" (?:to|for) MGR\b"
    r"|^\W*(?:please )?no (?:cc|copy|copies)(?:['’]?s)?(?: (?:on|for|of) this(?: (?:one|time|report))?| this time)?"
    r"(?:,? please)?\W*$"
    r"|(?:^\W*|\b(?:please|pls|so|and|but) )(?:don['’]t|do not|dont|never) (?:share|show|mention|pass|discuss|tell"
    r"|send|raise|circulate|forward|copy|bring (?:it|this|that|them|any))\b[^.?!]{0,25}\b(?:at|to|with|round"
    r"|around) (?:my )?work"
    r"(?=\W*$|,? please)"
    r"|\b(?:don['’]t|do not|wouldn['’]t|rather not) want (?:this|it|that|them|any of (?:this|it))\b[^.?!]{0,25}\bMGR\b"
    r"|\b(?:if|wish|rather|prefer) MGR (?:wasn['’]?t|weren['’]?t|was not|were not|isn['’]?t|is not) (?:\w+ )?(?:copied"
    r"|included|shown|told|in copy|sent|involved)\b"
    # “Meg wasn't copied” tells what was, and may well be a wish that she is
    r"|\bMGR not (?:to be )?(?:\w+ )?(?:copied|included|shown|told|in copy|sent|involved)\b"
    r"|\bMGR (?:wasn['’]?t|weren['’]?t|was not|were not|isn['’]?t|is not) (?:\w+ )?(?:copied|included|shown|told"
    r"|in copy|sent"
    r"|involved)\b(?=[^.?!]{0,25}\b(?:keep|leave|stays?)\b)|\bcopy (?:to|for) MGR\b[^.?!]{0,20}\b(?:left (?:out"
    r"|off)|dropped|skipped|omitted|not (?:needed|necessary|required|to (?:go|be sent)|go|please))\b"
    r"|\b(?:not a word|nothing|say nothing) to MGR\b|\b(?:confidential|private|secret|hidden|kept|away|back) from MGR\b"
    r"|\b(?:eyes|ears)(?: only)?\W+(?:and )?not MGR\b|\b(?:haven['’]t|have not) told MGR\b(?! (?:yet )?that (?:it"
    r"|we) (?:went|is|was|worked"
    r"|did|have|got|reached)\b)[^.?!]{0,25}\b(?:careful|so|please|discreet|keep|quiet|yet)\b|\bMGR(?: would| will"
    r"|['’]d|['’]ll) (?:hit the roof|kill me|go (?:mad|spare"
    r"|ballistic)|be (?:furious|livid|fuming)|have my (?:head|guts)|sack me)\b(?=(?: (?:about|at|with|for|over) (?:it"
    r"|this|that|me|what|page \w+|(?:the|my|this) (?:\w+ )?(?:sections?|parts?|bits?|pages?|paragraphs?|report|figures"
    r"|numbers|sentences?|lines?|comments?)(?: on \w+)?))?(?:\W*$| if (?:she|he|MGR|they|this|it) (?:ever )?(?:see"
    r"|saw|read|hear|find|found|know|knew"
    r"|get|got|learn)))"
    r"|\bMGR (?:(?:isn['’]?t|is not) aware|has no idea)(?: of (?:any of )?(?:this|it|that))?(?: yet)?(?=\W*$"
    r"|[^.?!\w]+(?:and|so"
    r"|please|but)\b(?! (?:could|can|would) you (?:send|tell|show|copy)))|\bbetween (?:us|you and me"
    r"|ourselves)\b[^.?!]*\bMGR\b"
    r"|\b(?:keep|leave)\b[^.?!]{0,25}\b(?:off|away from|out of)\b[^.?!]{0,10}\bMGR\b|\b(?:trouble|mortified) if MGR\b",
    re.IGNORECASE,
)
_TO_ME_ALONE = expression(
    r"\b(?:reply|answer|respond|write|send|comments?|feedback|comes?|came|go(?:es)?)\b[^.?!]{0,20}\b(?:(?:just"
    r"|only) (?:to|for)"
    r" me\b|(?:to|for) me (?:only|alone)\b|(?<=reply )me (?:only|alone)\b|(?<=answer )me (?:only|alone)\b)"
    r"|(?:^\W*|\bplease |, )(?:don['’]t|do not) (?:copy|cc)(?: in)? (?:any(?:one|body)|others|my)\b"
    r"|\bwithout (?:copying|cc['’]?ing)(?: in)? (?:any(?:one|body)|others|people|my|MGR|her|him)\b"
    r"|\bno copies\b(?=[^.?!]{0,20}please)",
    re.IGNORECASE,
)
# What the manager may be left out of that is of the project.
_OF_THING = expression(
    r"\bout of (?:the|my|our|this) (?:poster|photo\w*|picture|diagram|chart|team photo|slides?|story"
    r"|acknowledge?ments?)\b",
    re.IGNORECASE,
)
_ANSWER_ME = expression(r"\b(?:reply|answer|respond|write)(?: back)?(?: just| only)?(?: to)? me\b", re.IGNORECASE)
# “The clinic sends feedback only to me” tells how it is.
_TELLS_HOW = expression(
    r"^\W*(?:the|our|they|she|he|we|it|MGR) (?:\w+ ){0,2}?(?:sends?|sent|gives?|gave|comes?|came|goes|went"
    r"|writes?|wrote"
    r"|repl(?:y|ies|ied)|answers?|answered)\b(?! to\b)",
    re.IGNORECASE,
)
# Nobody is to see it, or one alone.
_POLITE = r"(?:,? (?:please|thanks|thank you|many thanks|ta|cheers))*"
_TO_NOBODY = expression(
    r"\b(?:no ?one|nobody)\b[^.?!]{0,25}\b(?:should|must|may|is to|ought to|needs? to|has to) (?:\w+ )?(?:see"
    r"|read|know about"
    r"|hear of|get) (?:it|this|that|them|(?:the|my) report)\b(?! (?:as|by)\b)"
    # “… before they have tried it” is of the work
    r"(?! (?:before|until|till?)\b(?![^.?!]*\b(?:i|i['’]\w+|we|we['’]\w+|my|me|baby|home)\b))"
    r"|(?:^\W*|\b(?:this|it)(?: is|['’]s) )(?:just|only|strictly) for (?:MENT|you|your eyes)\b(?:'s eyes)?(?: only"
    rf"| alone)?{_POLITE}\W*$"
    r"|^\W*(?:(?:this|it)(?: is|['’]s) )?(?:(?:to|for) )?(?:only (?:(?:to|for) )?MENT|MENT(?:'s eyes)? (?:only|alone"
    rf"|and (?:nobody|no ?one) else)){_POLITE}\W*$",
    re.IGNORECASE,
)


# What the manager doesn't know of its writer or theirs; of the work (“that I have sent it”) it is no secret, if it says
# what of it: “that I am not coming back” is made of such words alone.
_UNTOLD = expression(
    r"\bMGR (?:still )?(?:(?:doesn['’]?t|does not) (?:yet )?know|has no idea|is not aware|isn['’]?t aware)(?: yet)?"
    r"(?: (?:that|about|of))? ((?:i(?:['’]\w+)?|my|we(?:['’]\w+)?)\b[^,;.?!]*)",
    re.IGNORECASE,
)
_OF_WORK = expression(
    r"\b(?:it|reports?|charts?|data|drafts?|forms?|aims?|measures?|project|survey|pages?|spreadsheet|sheet|poster|sen[dt]"
    r"|sending|figures|tests?|cycle|password|deadline|day|date)\b",
    re.IGNORECASE,
)
_KNOWS_NOTHING = expression(
    r"^\W*MGR (?:still )?(?:doesn['’]?t|does not) know(?: yet)?(?:, so\b.*)?\W*$", re.IGNORECASE
)


def hides_from_manager(text: str, manager: Person, mentor: Person | None = None) -> bool:
    """Whether a sentence asks so, or tells something of its writer that the manager doesn't know."""
    return _asks_so(text, manager, mentor) or _is_untold(text, manager)


def _is_untold(text: str, manager: Person) -> bool:
    named = " ".join(_BOSS.sub("MGR", masked(folded(text[:MOST_CHARACTERS]), (manager, "MGR"))).split())
    if any(_KNOWS_NOTHING.search(one) for one in _ENDS.split(named)):
        return True
    told = (found[1] for found in _UNTOLD.finditer(named))
    return any(not (_OF_WORK.search(one) and is_of_the_work(one, frozenset())) for one in told)


def _asks_so(text: str, manager: Person, mentor: Person | None) -> bool:
    """Whether a sentence asks so; who isn't named, once the manager has been, is the manager, too."""
    by_name = masked(folded(text[:MOST_CHARACTERS]), (manager, "MGR"), (mentor, "MENT"))
    if any(_TO_NOBODY.search(" ".join(one.split())) for one in _ENDS.split(by_name)):
        return True
    named = _BOSS.sub("MGR", by_name)
    parts = [" ".join(one.split()) for one in _ENDS.split(named)]
    if any(_FORBIDS.search(one) or (_TO_ME_ALONE.search(one) and not _TELLS_HOW.search(one)) for one in parts):
        return True
    if "MGR" not in named:
        return False
    said = _THEY.sub("MGR", named)
    return any(_HIDES.search(" ".join(one.split())) for one in _ENDS.split(said))


def only_hides(text: str, manager: Person, names: frozenset[str], mentor: Person | None = None) -> bool:
    """Whether it asks so, courteously, and says nothing else."""
    said = [one for one in _ENDS.split(text[:MOST_CHARACTERS]) if one.strip()]
    # “please reply just to me” is said to whoever is answered
    hiding = [one for one in said if _asks_so(one, manager, mentor) and not _ANSWER_ME.search(one)]
    rest = (one for one in said if one not in hiding)
    return (
        bool(hiding)
        and not _OF_THING.search(text)
        and len(text.split()) <= MOST
        and all(is_courtesy(one.strip(" .!"), names) for one in rest)
    )
