"""Who is above the writer, what such people say, and what would be more: the three that together are pressure."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.preread.loose import Loose
from qibot.preread.rules.lexicon import THAN_THOUGHT

_ABOVE = (
    r"(?:(?:line |service |senior |general |area |locality |ward |clinical |operations |finance |"
    r"\w+ services? )*managers?|"
    r"management|heads?(?: of (?!the (?:queue|list|bed))\w+(?: \w+)?| ?teachers?)?|deputes?|depute head|boards?|"
    r"(?:deputy |medical |nurse |nursing )?directors?|directorate|chief \w+|chief|leadership(?: team)?|seniors?|"
    r"boss(?:es)?|"
    r"gaffer|sponsors?|executives?|exec(?: team)?|committee|councillors?|lead officer|service lead|programme lead|"
    r"\w*commander|superintendent|inspector|matron|principal|governors?|convener|trustees|funders?|chair(?:man|"
    r"woman)?|"
    r"hq|headquarters|head office|the centre|upstairs|the top|the government|ministers?|partnership|steering group|"
    r"^they|powers that be|organisation|those above|people above|higher[- ]ups?|high command|senior (?:team|"
    r"staff|officers?|leaders?))"
)
_SOMEBODY_ABOVE = Loose(rf"\b{_ABOVE}\b")
# They want, ask, say, promise, or fail to see.
_SPEAK = (
    r"(?:want\w*|would (?:like|love|rather|prefer|sooner)|'d (?:like|rather|prefer)|expect\w*|ask\w*|told|tells?|"
    r"telling|"
    r"said|says?|saying|think\w*|thought|feel\w*|felt|keen|impatient|push\w*|press\w*|insist\w*|demand\w*|urg\w*|"
    r"promis\w*|"
    r"announc\w*|sign\w* (?:us|me) up|commit\w* (?:us|me)|mentioned|wonder\w*|(?:can|do|does|could|did|will|"
    r"would)(?:n't|not| "
    r"not) (?:\w+ )?(?:see|understand|satisf\w*|wait|accept|be (?:satisfied|content|happy))|on at (?:me|us)|"
    r"on (?:my|our) "
    r"back|chas\w+|hop(?:es?|ing)|looking for|suggest\w*|decided|instruct\w*|order\w*|require\w*|need\w*|"
    r"disappointed|"
    r"unimpressed|unhappy|frustrated|question\w*|quer(?:y|ies|ied)|complain\w*|grumbl\w*|wrote|e-?mailed|rang|"
    r"put (?:it|us) "
    r"(?:down|in)|set (?:us|me|a)|of the (?:view|opinion)|pressur\w*|lean\w* on|leant on)"
)
_PLACES = (
    r"(?:schools?|wards?|hospitals?|services?|departments?|teams?|practices?|sites?|nurser(?:y|ies)|homes|"
    r"stations?|shops|"
    r"localit(?:y|ies)|areas?|clinics?|libraries|units?|establishments|directorate|divisions?|offices?|prisons?|"
    r"colleges?|"
    r"surger(?:y|ies)|class(?:es)?|year ?groups?|depots|hubs|centres|watches|crews|shifts|council|city|county|"
    r"region|board|"
    r"organi[sz]ation|force|trust|partnership|country|campus(?:es)?|floors|houses|schemes|rounds|groups?)"
)
# More places, at any rate for the work itself: “have it in all twelve homes”.
_WIDER = (
    r"(?:\b(?:it|this|project|us|we|one|do|doing|done|hav\w+|ha[ds]|roll\w*|spread\w*|cover\w*|add\w*|go|going|"
    r"includ\w*|"
    r"expand\w*|extend\w*|straight|start\w*|tak\w+|see|why not|try|us\w+)\b.{0,60}?\b(?:all|every|both|(?:the |"
    r"our |an?)?other|"
    r"(?:the )?rest of|(?:the )?whole|(?:the )?entire|remaining|more|further|second|two|three|four|five|six|"
    r"seven|eight|"
    rf"nine|ten|\d+)\b(?: of)?(?: the| our)?(?: [\w-]+){{0,3}}? {_PLACES}\b|"
    r"\b(?:everywhere|the (?:other|whole) lot|the lot\b|the rest\b|all of them|in one go|at once|straight ?away|"
    r"(?:national|\w+-wide|city wide|board wide)\b|across the)|"
    r"\b(?:in|to|at|into|on|add\w*|with) (?:the )?(?-i:[A-Z])[\w'-]+(?:(?:,| and|"
    r", and) (?-i:[A-Z])[\w'-]+)+(?: \w+){0,2}\b"
    r"(?=.{0,25}\b(?:as well|too|also|by|before|this|next|from)\b)|"
    rf"\b(?:in|to|for|with|on) (?:an?other|a second|the next) (?:\w+ )?{_PLACES}\b)"
)
_BIGGER = (
    r"\b(?:(?:more|not very|n't very|a bit|bit more) ambitious|ambition|"
    r"(?:we|us|it|this|project|i|me|go|going|mov\w+|something|scale|get|think|number|aim|target|"
    r"progress)\b(?! takes?| took)"
    r".{0,25}?\b(?:bigger|larger|wider|faster|quicker|more quickly|sooner|too small|(?:too|so|how|very) slow)|"
    r"(?:bigger|larger|wider|higher) (?:aim|target|number|project|scale|figure|sample|group|area|one)|"
    r"speed\w* (?:it|this|things) up|hurry|rush|get (?:on with it|a move on|cracking)|further (?:on|along|ahead)|"
    r"by now|doubl\w+|trebl\w+|tripl\w+|stretch(?:ing)?|up the (?:target|aim|number|pace)|"
    r"(?:too|so|very|rather|how) (?:small|modest|cautious|timid|slow this|slow we|slow it|slow things)|"
    r"(?:slow|slowness of the) (?:pace|progress|going)|(?:taking|take) (?:so|too) long to (?:get|roll|spread)|"
    r"the pace|not enough|n't enough|(?:won't|wouldn't|will not|doesn't) (?:satisfy|do|impress|cut it)|waste of|"
    r"only (?:\w+ ){0,3}?(?:one|a single|two|three|a few)|just (?:the )?one|a single|skip\w* (?:the )?(?:test\w*|"
    r"pilot\w*|pdsas?)|"
    r"without (?:any )?(?:more |further )?testing|point (?:of|in) (?:test|try|pilot|do)\w*|quick wins?|"
    r"full (?:roll|implement|launch)\w*|"
    r"roll(?:ed|ing|s)?[ -]?(?:it |this )?out|go(?:ing|es)? live|launch\w*|results? (?:by|before|now|straight))\b"
)
_PRESSED = expression(rf"\b{_ABOVE}\b.{{0,60}}?\b{_SPEAK}\b.{{0,100}}?(?:{_WIDER}|{_BIGGER})", re.IGNORECASE)
# The writer is told, or it comes “from above”.
_TOLD = expression(
    r"\b(?:i|we)(?:'ve| have|'m|'re| am| are| was| were)?(?: now| being| been| just)* (?:been )?(?:told|asked|"
    r"instructed|ordered|"
    r"encouraged|expected|pressed|pushed|urged|leant on)\b(?: by [\w' ]{3,30}?)? (?:to|that|into|for|if|"
    r"why)\b.{0,20}?"
    r"(?:\b(?:add|take on|bring in|widen|expand|extend|enlarge|double|scale|speed|hurry|go (?:bigger|faster|"
    r"wider)|move "
    rf"(?:faster|on to|quicker)|roll|spread|skip|up the)\b(?! down| back)|{_BIGGER}|{_WIDER})",
    re.IGNORECASE,
)
_FROM_ABOVE = Loose(
    r"\b(?:grief|pressure|push|talk|noise|heat|questions|demands?|calls?|stick|flak|impatience|appetite|nudges?|"
    r"pushing)\b"
    r".{0,30}?\b(?:from|by|at) (?:above|on high|the top|upstairs|higher up|hq|headquarters|head office|management|"
    r"senior \w+|my \w+ manager|the \w+ team)\b",
)
# Said to keep it small, or of figures, visits, cover: no pressure.
_CALM = Loose(
    r"\b(?:(?<!too )(?<!so )(?<!as )small\b|no (?:rush|hurry|pressure)|take (?:my|our) time|happy (?:that|with|"
    r"for|to)|"
    r"pleased|well done|(?:when|once|until|after) (?:we|it|i)(?:'re| are|'s| is|'ve| have|"
    r" has)? (?:\w+ )?(?:ready|test\w*|"
    r"work\w*|know|sure|show\w*)|not to (?:rush|spread|go)|n't (?:rush|spread|go) |cover (?:my|for me|"
    r"the (?:shift|class))|"
    r"(?:target|standard|policy|law) (?:of|for|is|that) |slow (?:it |this |things )?down|scale (?:it |"
    r"this )?(?:down|back)|"
    r"narrow\w*|smaller|lets? (?:me|us)|find out|worked|less\b|stay with|stick (?:to|with) one|begin with one|"
    r"start with one|patient with)",
)
OF_FIGURES = Loose(
    r"\b(?:figures|data|charts?|copy|receipts|complaints|invoices|hear(?:ing)?|present|story|away day|jotters?|"
    r"returns?|"
    r"rota|budget|overtime|agency|sickness|report to|updates?|minutes)\b",
)
# What the writer told them is no word of theirs.
_TO_THEM = expression(
    r"\b(?:i|we)(?:'ve|'d| have| had)? (?:told|tell|asked|ask|shown?|showed|warned|reminded|persuaded|convinced|"
    r"explained "
    rf"to|said to|written to|wrote to|spoken to|spoke to|met)(?: to)? (?:my|our|the|her|his|"
    rf"their) (?:\w+ ){{0,2}}?{_ABOVE}\b",
    re.IGNORECASE,
)


def is_pressed(said: str) -> bool:
    """Whether a sentence tells that somebody above would have it bigger, wider or sooner."""
    text = THAN_THOUGHT.sub(" ", _TO_THEM.sub(" ", said))
    if _CALM.search(text):
        return False
    if _FROM_ABOVE.search(text) and (re.search(_BIGGER, text, re.IGNORECASE) or re.search(_WIDER, text, re.IGNORECASE)):
        return True
    found = _PRESSED.search(text) if _SOMEBODY_ABOVE.search(text) else None
    return bool(_TOLD.search(text) or (found and not OF_FIGURES.search(found[0])))
