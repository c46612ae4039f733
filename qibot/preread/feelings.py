"""What people feel about the work, fear, want, and how they were brought along, as a sentence tells it."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.preread.loose import Loose

_HUMAN = Loose(
    r"\b(?:feel\w*|felt|worr\w+|anxi\w+|afraid|fears?|feared|fearful|frighten\w*|scar(?:ed|y)|"
    r"resist\w*|scept\w+|skept\w+|trust\w*(?! (?:an?|the|my|our|these|its|this)? ?(?:\w+ )?(?:tests?|data|figures?|"
    r"charts?|"
    r"median|numbers?|process|method|system|records?|counts?)\b)|fed up|not (?:for it|convinced|bothered|up for)|"
    r"sold on|extra work|more work for|sat down with|(?:don't|doesn't|didn't|did not|do not) like|said no|(?:won't|"
    r"wouldn't) work|"
    r"heard (?:her|him|them) out|had (?:a )?misgivings?|against (?:the idea|this)|motivat\w*|buy[- ]in|enthus\w+|"
    r"proud|pride|upset|angry|"
    r"anger|reluct\w*|defensive|hostile|morale|listen\w*|emotion\w*|annoyed|nervous|keen|"
    r"champions?|blam\w+|human side|people side|hearts and minds|tired|hurt|cried|stress\w*|"
    r"unsure of|impatient|judged|ashamed|confiden(?:ce|t)|courage|suspicious|wary|"
    r"win(?:ning)? (?:over|them|people)|won over|on board|psycholog\w*|relationships?|values?|"
    r"valued|fatigue|overwhelm\w*|"
    r"happy|unhappy|frustrat\w*|excite\w*|mood|personalit\w*|against it|cynic\w*|threaten\w*|"
    r"uncomfortable|comfortable|embarrass\w*|encourag\w*|celebrat\w*|thanked|appreciat\w*|"
    r"welcom\w*|pushback|push back|hesita\w*|grumbl\w*|moan\w*|engaged?|disengaged|people's|"
    r"human factors|cheer\w*|dubious|delight\w*|relie(?:f|ved)|glad|pleased|grateful|disappoint\w*|dread\w*|"
    r"doubt\w*|passion\w*|willing\w*|unwilling|win-win|lead(?:ing)? people|groan\w*|eager|curious|"
    r"thaw\w*|soften\w*|warm(?:ed|ing|s)? to|won (?:round|me round)|c(?:a|o)me round|coming round|bristl\w*|"
    r"prickly|touchy|accusation|accus\w+|"
    r"feart|scunnered|wound up|up in arms|on the defensive|dug (?:in )?(?:her|his|their) heels|rolled (?:her|his|"
    r"their) eyes|in tears|tearful|"
    r"sigh\w*|cold shoulder|blether(?:ing|ed)|(?:a|wee) blether|(?:cup of tea|coffee|biscuits|cake|flask|"
    r"rolls) (?:with|for)|took (?:cake|"
    r"biscuits|rolls)|crabbit|sulk\w*|"
    r"grudg\w*|loath|offended|insulted|put out|uneas\w*|tension|conflict|rapport|goodwill|kindness|respect\w*|"
    r"interested|suspicion|shy|annoyance|empath\w*|understood why|threat)\b",
)
# Courtesies, and words of feeling that speak of no feeling: a welcome pack, stress tests, the Trust.
_COURTESY = expression(
    r"\b(?:cheers|with respect to|in respect of|respective(?:ly)?|feel free|(?:happy|keen|willing|glad|pleased|"
    r"delighted|"
    r"interested|excited|grateful|eager|curious|proud) (?:to (?:send|help|talk|meet|discuss|share|chat|say|"
    r"report|see|hear|"
    r"tell|answer|find|learn|know|let|take|get|show)|for (?:any|your|a|the)|if you|in (?:your|any|how|what|the))|"
    r"(?:hope|trust) (?:that )?(?:you|this|all|everything|it|the)|thank\w*|appreciate (?:any|your|it|the)|"
    r"appreciated|looking forward|stress tests?|stress balls?|confidence intervals?|confidence (?:limits|level)|"
    r"engaged tone|"
    r"mood boards?|relief (?:clerk|staff|cover|driver|worker|nurse|warden|crew|teacher|cook)\w*|"
    r"welcome (?:pack|letter|meeting|board|desk|mat|sheet|visit|call|back|event|lounge|any|your)s?|"
    r"(?:any|your|all) (?:\w+ )?(?:are|is|would be) (?:very |most )?welcome|you(?:'re| are) welcome|"
    r"values? (?:for|of|in|were|was|are|is|on|from|between)|(?:the|nhs|housing|our|charitable|foundation|"
    r"health) trust|"
    r"people's (?:panel|services?|homes?|names?|list|houses?|records?|files?|plans?|feet|teeth|doors?)|"
    r"listen\w* (?:in )?(?:to|back to) (?:\w+ )?(?:\w+ )?(?:calls?|recordings?|tapes?|messages?|radio)|"
    r"(?:small|team|ward|class|school) champions?|champions? (?:in|on|for) (?:each|every)|dementia champions?|"
    r"relationships? (?:between the (?:two|measures?|figures)|of the)|hurts? (?:feet|foot|back|knee)|"
    r"doubt (?:whether the|if the|that the)|"
    r"no doubt|without (?:a )?doubt|value for money|threat of (?:frost|snow|rain|strikes?)|tired of waiting|"
    r"i respect|"
    r"happy (?:new year|easter|christmas)|happy with (?:the )?(?:aim|wording|charter|figures?|data|measures?|map|"
    r"date)|"
    r"put out (?:at|on|in|the)|keen-eyed|comfortable (?:chairs?|shoes|clothes)|in tension|high tension)\b",
    re.IGNORECASE,
)
# Of these one must see that they are somebody's.
_MILD = expression(
    r"\b(?:happy|keen|interested|pleased|glad|delighted|excit\w*|welcom\w*|trust\w*|listen\w*|values?|valued|"
    r"respect\w*|"
    r"appreciat\w*|hurt|tired|fatigue|relie(?:f|ved)|comfortable|confiden(?:t|ce)|engaged?|encourag\w*|threat\w*|"
    r"champions?|relationships?|grateful|doubt\w*|willing\w*|eager|curious|people's|goodwill|kindness|tension|"
    r"conflict|"
    r"mood|personalit\w*|celebrat\w*|thanked|cheer\w*|disappoint\w*|courage|passion\w*|shy|"
    r"stress\w*|put out|said no|psycholog\w*|human factors|hesita\w*|surpris\w*|motivat\w*)\b",
    re.IGNORECASE,
)
_SOMEBODY = (
    r"(?:they|she|he|who|everyone|everybody|nobody|no one|some(?: of (?:the|them|us))?|others|both|one of|two of|"
    r"all of them|"
    r"them|her|him|his|their|colleagues?|staff|team|people|folk|nurses?|teachers?|doctors?|managers?|officers?|"
    r"workers?|"
    r"clerks?|pupils|parents?|families|patients|residents|tenants|carers|volunteers|crews?|group|consultants?|"
    r"\w{3,}ists?|"
    r"\w+ians|mums?|dads?|we all|sister|janitor|(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?))"
)
_OF_SOMEBODY = expression(rf"\b{_SOMEBODY}\b(?:,? [\w'-]+){{0,7}}? {_MILD.pattern}", re.IGNORECASE)
_TOWARDS_SOMEBODY = expression(
    rf"\b(?:i|we|my|our)\b[^.;]{{0,40}}?\blisten(?:ing|ed)?\b|\b(?:i|we)(?:'ve|'d| have|"
    rf" had)? (?:\w+ )?(?:listen\w*|thank\w*|encourag\w*|celebrat\w*|welcom\w*|respect\w*|"
    rf"engag\w*|appreciat\w*|trust\w*|motivat\w*|valu\w*|hurt)(?: (?:to|with|how|that|what|"
    rf"why))? (?:\w+ ){{0,3}}?{_SOMEBODY}\b|"
    r"\b(?:relationships?|trust|confidence|engagement|conflict|tension|goodwill|rapport) (?:with|between|of|"
    r"among|from|in) "
    r"(?:the |our |my |all )?(?:staff|team|colleagues|people|families|parents|them|her|him|each other|nurses|"
    r"teachers|crews?)",
    re.IGNORECASE,
)
# Further ways of telling how it sits with people.
_FURTHER = Loose(
    r"\b(?:took the huff|in a huff|huffy|minds? (?:about|that|very much|a lot)|up for it|game for|"
    r"wanted (?:to hear|to know|"
    r"nothing)|stick to beat|took it (?:personally|badly|hard|well)|got at|one more thing|another (?:initiative|"
    r"thing to do|"
    r"job|fad)|been (?:there|here) before|heard it all before|cross (?:with|about|that)|(?:dead |dead set |"
    r"set )against|"
    r"cold (?:about|on|at first)|lukewarm|not best pleased|sick of|had enough|burnt? out|exhausted|under strain|"
    r"what(?:'s| is| was) in it for|looked after|left out|singled out|shown up|told off|guilty|guilt|"
    r"laugh\w*|smil\w*|argu\w+|shout\w*|silence|went quiet|folded arms|arms folded|raised eyebrows?|"
    r"take (?:\w+ )?(?:persuading|convincing)|persuad\w*|convinc\w*|bring(?:ing)? (?:\w+ )?(?:along|with (?:me|us))|"
    r"brought (?:\w+ )?(?:along|round|with)|talked (?:her|him|them) (?:round|through)|apologi[sz]\w*|"
    r"sorry (?:for|that) (?:her|"
    r"him|them|the)|sympath\w*|understandabl\w+|reassur\w*|listened|lov(?:e|ed|es) (?:it|the|that|being|doing)|"
    r"hat(?:e|ed|es) "
    r"(?:it|the|that|being)|enjoy(?:ed|s|ing)? (?:it|being|the|doing)|like[ds]? (?:it|the idea|being|that)|"
    r"dislike\w*|"
    r"bother(?:ed|s)|offput|put off by|afraid|overstretched)\b",
)


def is_felt(said: str) -> bool:
    """Whether a sentence says how somebody takes it, or what was done about that."""
    text = _COURTESY.sub(" ", said)
    if _FURTHER.search(text) or _OF_SOMEBODY.search(text) or _TOWARDS_SOMEBODY.search(text):
        return True
    return any(not _MILD.fullmatch(words) for words in _HUMAN.all_in(text))
