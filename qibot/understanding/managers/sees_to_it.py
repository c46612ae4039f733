"""“I'll have a word with him”: what a manager answers to the reminder of a report that is missing.

Sentence by sentence: one that says anything beside isn't that. Only the practitioner can be meant by “him”: who reads
it would be told what is going to be said to them.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from qibot.expression import expression

_WHO = r"(?:him|her|them|THEM|both|the (?:team|lad|lass|lassie|man|woman|two of them)|it|this|that|things)"
_WILL = (
    r"(?:(?:I|we)(?:['’]ll| will| shall| can| intend to| plan to| mean to|['’]m going to| am going to"
    r"|['’]re going to)?|il"
    r"|ill|will|going to|gonna)"
)
_WORD = r"(?:word|chat|talk|conversation|catch-?up|nudge|push|prod|shout|ring|call|bell|reminder|kick|look|think)"
_IT = r"(?:it|this|that|the report|(?:her|his|their) report)"
# What is made sure of: that the report is written, and comes; anything else is somebody's to hear.
_COMES = (
    rf"(?:(?:he|she|they|THEM) (?:(?:does|do|sends?|finish(?:es)?|writes?|submits?|completes?) {_IT}"
    rf"(?: (?:in|off|up|over|in to you|to you))?|(?:gets?|has) {_IT} (?:in|done|finished|sent|written|submitted|off"
    rf"|to you|over to you|in to you|sent in|sent off|sent over))"
    rf"|{_IT}(?:['’]s| is| gets)? (?:done|in|sent|sent in|sent off|finished|submitted|completed|written"
    rf"|to you|with you)"
    rf"|{_IT} (?:comes?|happens?|arrives?|comes (?:in|to you|over)|gets (?:to you|in)|reaches you)"
    r"|you (?:get|have|receive) (?:it|the report))"
)
_DO = (
    rf"(?:(?:have|give {_WHO}|arrange|get|drop {_WHO}) (?:an? )?(?:\w+ )?{_WORD}(?: (?:with|to) {_WHO})?"
    rf"|(?:speak|talk|chat|catch up|check(?: in)?|follow (?:it |this |that )?up|pick (?:it|this|that) up"
    rf"|take (?:it|this"
    rf"|that) up|raise (?:it|this|that)|discuss (?:it|this|that)|address (?:it|this|that)) (?:to|with) {_WHO}"
    rf"|(?:ask|chase|nudge|remind|prompt|ring|phone|call|text|e-?mail|message|see|grab|catch|get hold of|get on to"
    rf"|get onto|contact|find|tackle|push|prod|hound|collar)(?: {_WHO})?(?: up)?"
    r"|(?:deal with|sort|see to|look into|handle|follow up(?: on)?|get on(?:to)?|take care of|sort out|pick up"
    r"|attend to"
    r"|find out about|check up on|chase up|act on|take (?:it|this|that) from here|take (?:it|this|that) forward)"
    rf"(?: {_WHO})?(?: (?:out|up))?"
    r"|find out(?: what['’]?s? (?:is |has )?(?:happening|happened|going on|wrong|holding \w+ up|the matter"
    r"|the hold-?up))?"
    rf"|(?:see (?:to it )?that|make sure(?: that)?|ensure(?: that)?) {_COMES}"
    r"|take (?:it|this|that) up|follow (?:it|this|that) up|raise (?:it|this|that)|pick (?:it|this|that) up)"
)
_AND = (
    r"(?:(?:,? and|,? to) (?:I['’]ll )?(?:make sure|see that|see to it that|ensure)(?: that)? "
    rf"{_COMES}|(?:,? and|,? to) (?:ask|see|find out|hear) what['’]?s?(?: is| has)? (?:happening|happened|going on"
    r"|wrong|up|the matter|the (?:hold-?up|problem|delay)|holding (?:it|him|her|them|things) up|outstanding|missing))"
)
_WHEN = (
    r"(?:[ ,]+(?:this|next|the|on|by|at|over|in|soon|shortly|asap|today|tonight|tomorrow|later|now|then|when"
    r"|before|after"
    r"|once|first thing|end|of|for|a|week|month|weekend|morning|afternoon|evening|lunch|\w+day|days|straight away"
    r"|right away|right now"
    r"|thanks|sorry|about|it|that|again|myself|personally|report|him|her|THEM|in|our"
    r"|supervision|one-to-one|1:1|catch-?up|meeting|shift|huddle|as|possible|can|i|and|you|let you know"
    r"|directly|overdue|outstanding|missing|up|with|to))*"
)
_SEES = expression(
    rf"\W{{0,9}}(?:(?:ok|okay|right|aye|yes|thanks?|thank you|noted|sorry|oh|so|and|hi|apologies|no problem|understood"
    rf"|seen|will do|on it)\b(?: (?:for (?:this|that|the (?:nudge|reminder|heads[- ]up)|letting me know)|very much"
    rf"|a lot))?\W{{0,9}})*"
    rf"(?:(?:please )?(?:just )?leave (?:it|this|that|him|her|them|THEM|the matter) (?:with|to) (?:me|us)"
    rf"|{_WILL} (?:\w+ly |also |just |certainly |definitely )?{_DO}(?: about (?:it|this|that|the report))?{_WHEN}"
    rf"(?:{_AND})?{_WHEN}|(?:I['’]?m |am )?on (?:to )?it|consider it (?:done|sorted))\W{{0,9}}",
    re.IGNORECASE,
)
# What other work of theirs had the practitioner on: a place or kind of it, never the report, a warning or the phone.
_WORK = (
    r"(?:(?:the|our|another|other|a|an|all|both|some|two|three|four|extra|more|different|new|late|early"
    r"|front|main|\d+) )*(?:(?!(?:back|report|board|my|your|this|that|her|his|their)\b)[\w'’-]+ )?"
    r"(?:nights?|days|shifts?|lates|earlies|doubles|wards?|desks?|counters?|clinics?|schools?|class(?:es)?|sites?|units?"
    r"|depots?|vans?|lorr(?:y|ies)|rounds|runs|routes?|gritters?|gritting|roads|bins|elections?|count|inspections?|audits?"
    r"|reception|switchboard|budgets?|rota|office|floor|kitchens?|nurser(?:y|ies)|visits|theatres?|overtime|crews?"
    r"|projects?|jobs?|duty|duties|recruitment|interviews|vaccinations|clear-?up|snow|floods?|census|festival|homes"
    r"|services?|branch(?:es)?|hubs?|librar(?:y|ies)|pools?|station|cases|caseload|handover|phones|dispensary|evenings"
    r"|weekends|consultation|papers|folders|planning|placements?|appeal)\b"
)
_HAD = expression(
    r"\b(?:(?:we|I)(?:['’]ve| have|['’]d| had)?|(?:the )?(?:ward|school|office|depot|service|team"
    r"|department) (?:has|had|have))"
    r" (?:\w+ly |all |just |also |been )?(?:had|needed|kept|put|moved|pulled|borrowed|taken|sent"
    r"|had to (?:put|move|pull|send|keep|use|have)|needing|using|pulling) (?:him|her|them|THEM)"
    r" (?:covering|cover|to cover|tied up|elsewhere"
    r"|(?:(?:away|out|over|across|down|up|off) )?(?:on|onto|at|in|to|with|for|from|all over) "
    rf"{_WORK}|(?:working|running|doing) (?:(?:on|at|in) )?{_WORK})",
    re.IGNORECASE,
)
_OF_REPORT = expression(r"\b(?:about|with) (?:it|this)\b|\bwriting (?:it|this)\b|\bto write\b", re.IGNORECASE)
_DENIED = expression(r"\b(?:not|never|no|haven['’]t|hasn['’]t|didn['’]t|until|if)\b|\?", re.IGNORECASE)


def sees_to_it(sentence: str, them: Collection[str]) -> bool:
    """Whether it says but that its writer will see to it; `them` is what the practitioner is called."""
    return _SEES.fullmatch(_masked(sentence, them)) is not None


def kept_busy(sentence: str, them: Collection[str]) -> bool:
    """Whether it says that other work of theirs kept the practitioner."""
    said = _masked(sentence, them)
    return _HAD.search(said) is not None and not (_DENIED.search(said) or _OF_REPORT.search(said))


def _masked(sentence: str, them: Collection[str]) -> str:
    names = "|".join(map(re.escape, sorted(them, key=len, reverse=True)))
    return (
        re.sub(rf"\b(?:{names})\b(?: \b(?:{names})\b)?", "THEM", sentence, flags=re.IGNORECASE) if names else sentence
    )
