"""What people say of a report that is on its way: sorry, where it is, when it comes, how far it has got.

Known phrases, in the order in which they are taken out of a promise (will_send.py).
"""

from __future__ import annotations

import re

from qibot.expression import expression

DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_SORRY = (
    r"\b(?:so |very |really |awfully |terribly |many |my )*(?:sorry|apolog\w+|oops|whoops|doh|oh no|oh dear|silly me"
    r"|my bad"
    r"|how embarrassing|embarrassing|typical|haha?)"
    r"(?: (?:about|for)(?: (?:that|this|it|the|my|being|any))*(?: (?:delay|lateness|late|wait|hassle|bother"
    r"|mix-?up))?)?\b"
)
_FORGOT = (
    r"\b(?:it )?(?:completely |totally |just |clean |all )*(?:forgot(?:ten)?|slipped my mind|went out of my (?:head"
    r"|mind))"
    r"(?: (?:all )?about it| to (?:attach|add|send)(?: it)?)?\b"
    r"|\bi (?:thought|think) (?:that )?(?:it was|it's|the deadline was|it wasn't till) (?:due )?(?:the "
    r"|on )?[\w ]{0,18}?(?=[.,;!]|$)"
    r"|\b(?:i )?(?:didn't|hadn't|never) (?:realise|realize|notice|see|attach)\w*(?: it)?\b|\bi know\b"
)
_AT_HAND = (
    r"\b(?:it(?:'s| is) |i(?:'m| am) |the file(?:'s| is) )?(?:still |just )?(?:on|at|in|from) (?:the |my "
    r"|a )?(?:work |other |home "
    r"|school |office |shared )?(?:laptop|computer|pc|machine|desktop|phone|mobile|usb|stick|drive|train|bus|road|car"
    r"|desk|meeting|office|work|school|class|home)(?: (?:at|in) (?:work|school|home|the office))?\b"
    r"|\b(?:i'm |am )?(?:driving|travelling home|out and about|out|away from (?:my )?(?:desk|computer))\b(?: at"
    r"| in)?(?: a)?(?: meeting)?"
    r"|\b(?:my |the )?(?:admin|secretary|pa|assistant|clerk|colleague|admin team)\b"
)
_THEN = (
    r"\b(?:once|when|after|as soon as|before|until) (?:the |my )?(?:kids|wee ones|bairns|weans|children"
    r"|little ones)(?: are|'re| have)?"
    r"(?: all| gone)? (?:in bed|asleep|down|to bed|to sleep)\b"
    r"|\b(?:once|when|after|as soon as|before|if) i(?:'m| am|'ve| have| get| leave| finish| stop| log|'m back)?"
    r"(?: \w+){0,2}? (?:home|in|desk|office|computer|work|laptop|meeting|class|there|stop|parked|tonight)\b"
    r"(?! (?:the )?(?:bed|country|hospital)\b)"
    r"(?: (?:the |my )?(?:office|desk|school|work|house|computer|building|classroom)\b)?"
    r"|\b(?:first thing|straight away|right (?:now|away)|at once|in (?:a|five|ten|two|a few|a couple of"
    r"|the next) (?:minutes?|mins?|secs?"
    r"|seconds?|bit|moment|hour|half hour|tick|jiffy|morning|afternoon|evening)|(?:give me|gimme|hang on"
    r"|bear with me|one|just)"
    r"(?: (?:a|five|ten|two|just))* (?:minutes?|mins?|secs?|second|moment|tick)|bear with me|shortly|soon|asap"
    r"|presently|now"
    r"|in a (?:minute|moment|bit|sec)|by (?:the )?(?:end of (?:the )?(?:day|play)|eod|close of play|lunch(?:time)?"
    r"|noon|tonight|then"
    r"|\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)?)|at (?:lunch(?:time)?|the latest)|later(?: on)?(?: today| tonight)?"
    r"|before the deadline|on time|in time|in good time|no later|(?:late |this |tomorrow |later )?(?:tonight|today"
    r"|tomorrow|this"
    r"|lunchtime|morning|afternoon|evening|night))\b"
    rf"|\b(?:on |by )?(?:the )?(?:{DAY}|\d{{1,2}}(?:st|nd|rd|th))(?: (?:morning|afternoon|evening|night|lunchtime))?\b"
)
_WILL = (
    r"(?:i|we|it|you|that|this|they)?(?:'ll| will| shall|'m going to| am going to|'s going to|'m about to"
    r"| should(?: be)?| hope to"
    r"| hoping to|'m hoping to| aim to| plan to|'m| am| are|'re|'s| is)?"
)
_SEND = (
    rf"\b{_WILL} ?(?:be |just |try (?:to|and) |definitely |get to |ask |make sure )?(?:re-?send(?:ing)?|send(?:ing)?"
    rf"|submit(?:ting)?"
    r"|email(?:ing)?|attach(?:ing)?|forward(?:ing)?|pop(?:ping)?|ping(?:ing)?|upload(?:ing)?|do(?:ing)?"
    r"|finish(?:ing)?|complet\w+"
    r"|get(?:ting)?|have|sort(?:ing)?|hand(?:ing)?|write|writing|coming|come|follow|be|in|there|arrive|with)\b"
    r"(?: (?:it|this|that|mine|report|my report|the report|them|one))*(?: (?:in|off|over|through|out|up|done"
    r"|finished|again|across"
    r"|to you|with you|there|on its way|on the way|to|finalised|sorted|fine|ok|ready|written|promise|together))*\b"
)
_UNDER_WAY = (
    r"\b(?:nearly|almost|just about|all but|practically)(?: (?:there|done|finished|ready|complete|written))?\b"
    r"|\bon (?:it|to it|its way"
    r"|the way|the case|my list|the list|my way)\b|\bworking on (?:it|this)\b|\b(?:final|finishing|last) (?:touches"
    r"|bits?|read|check|tweaks"
    r"|edits|section|page|paragraph)\b|\b(?:just )?(?:adding|checking|tidying|polishing|proofreading|waiting (?:on"
    r"|for)|needs?|need to|got to|have to|missing)"
    r"(?: up| to add| for)?(?: (?:the|a|one|my|some|last|final|few|couple|of|more|it|off))*"
    r"(?: (?:chart|graph|data|figures?|numbers?|bits?|section|paragraph|page|read|check|touches|line|edits?|look"
    r"|proofread|tweaks?))?\b"
    r"|\b(?:data )?points?\b|\bpromis\w*\b"
    r"|\b(?:it'?s |is )?(?:ready|written|(?<!\bi'm )(?<!\bi am )(?:done|finished))(?: to (?:go|send))?\b"
)
_THANKS = (
    r"\b(?:thank(?:s| you)|many thanks|ta|cheers|ok(?:ay)?|right|yes|yep|yeah|aye|sure(?: thing)?|got it|noted"
    r"|will do|no (?:worries|problem|bother)"
    r"|for (?:the|your|this|that|letting me know|reminding me)|nudge|reminder|prompt|chase|appreciated|great|perfect"
    r"|fine|hi|hello|dear"
    r"|kind|best|regards|wishes|all)\b"
)
_NOT_YET = (
    r"\b(?:(?:is|it's|are) )?(?:not|isn't)(?: quite| yet| just)* (?:ready|done|finished|complete|there)(?: yet)?\b"
    r"|\b(?:i )?(?:haven't|have not|not) forgotten(?: about)?(?: (?:it|you|(?:the|my) report))?\b"
)
_TOLD = (
    r"\b(?:just )?(?:a )?(?:quick |short |wee |brief )?(?:note|line|heads[- ]?up)"
    r"(?: (?:to (?:say|let you know)|that))?\b"
    r"|\bto say\b|\b(?:just )?(?:to )?let(?:ting)? you (?:know|both know)\b|\bas (?:usual|always|normal|promised)\b"
    r"|\bon track(?: with)?\b"
    r"|\b(?:monthly |this month's |november |qi )?(?:reports?|write-?up|update)\b|\bend\b"
    r"|\b(?:separately|follow|expect|will|should|plan(?:ning)? to|aim(?:ing)? to|hopefully|i think)\b"
    r"|\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)(?:'s)?\b"
)
KNOWN = tuple(
    expression(p, re.IGNORECASE)
    for p in (f"{_SORRY}|{_NOT_YET}", _FORGOT, _THEN, _AT_HAND, _SEND, _UNDER_WAY, _THANKS, _TOLD)
)
SAID_ASIDE = (*KNOWN[:2], *KNOWN[5:])
