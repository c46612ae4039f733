"""What stands beside thanks and answers somebody's question: which of several it is to be, or a word of nothing known.

| beside thanks, in answer to somebody's words | is |
|---|---|
| “Ben Vorlich it is then”, “I'll go with hours”, “the second one”, “Room 4 then” | an answer |
| in answer to a message: a few words of which nothing is known (“Hours. ta”) | maybe one |
| “ooh yes please”, “definitely”; “fair point”, and what comes of it: “the huddle can wait” | an answer |
| the same beside a clause of which nothing is known: “fair point, Home is hell” | maybe one |
| “that's it then”, “so it is”, “phew” | no answer |
"""

from __future__ import annotations

import re
from enum import Enum

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Letter
from qibot.understanding.phrases.in_few_words import says_more_than_thanks, says_nothing_known, typed_in
from qibot.understanding.phrases.of_the_work import is_of_the_work

MESSAGE, WORDS = "relay_message", ("relay_message", "relay_feedback")
_CLAUSES = expression(r"[.!;:,\n()]+|\s[–—-]+\s|\b(?:but|so)\b", re.IGNORECASE)
_LED = r"(?:(?:ok|okay|right|great|perfect|fine|thanks|thank you|cheers|yes|well|and|then|so)\b ?)*"
_NO_THING = (
    r"(?!(?:so|as|that|this|it|what|how|there|here|bye|ok|okay|till|until|see|speak|talk|soon|now|well|back|by"
    r"|and|great"
    r"|good|fine|cheers|thanks|noted|sorted|done|agreed|later)\b)"
)
_THING = rf"{_NO_THING}[\w'’]+(?: [\w'’]+){{0,3}}?"
_ORDINAL = r"(?:first|second|third|fourth|last|former|latter|other)"
_PICKED = expression(
    rf"\W*{_LED}(?:{_THING} it is(?: then)?"
    r"|(?:i['’]?ll|i will|we['’]?ll|we will|let['’]?s|i['’]d|happy to)(?: \w+)? (?:go|stick|start) (?:with"
    r"|for) .{2,40}"
    rf"|{_THING} (?:suits?|works?)(?: (?:me|us|best|for me|for us|fine|better|well))*"
    rf"|the {_ORDINAL}(?: (?:one|option|idea|plan))?|the \w+ one|option \w+|number \w+)(?: (?:please|then))?\W*",
    re.IGNORECASE,
)

_THEN = expression(rf"\W*{_LED}{_THING} then\W*", re.IGNORECASE)
_DAY = expression(
    r"\b(?:on )?(?:mon|tues?|wed|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE
)

_WISHES = expression(
    r"\W*(?:and )?(?:i |we )?(?:hope (?:you|all|that)|have a|enjoy|look after|take care|till|until|see you|speak|talk"
    r"|all the best|same to|you too)\b.{0,40}"
    r"|\W*(?:and )?(?:that|it|this|all)(?:['’]s| is)(?: all| very| so| really| much| perfectly)* (?:clear\w*"
    r"|sorted|settled|reassuring|interesting|handy|a (?:help|relief|weight off))(?: now| to me| (?:of )?my mind)?\W*"
    r"|\W*(?:and )?(?:(?:just|exactly|precisely) )?what i(?:['’]d)? (?:\w+ )?(?:needed|wanted|(?:was|am"
    r"|['’]m) (?:looking"
    r" for|after)|hoped for|thought)\W*"
    r"|\W*(?:and )?(?:(?:that|it|this|all)(?:['’]s| is)? ){0,2}(?:just|exactly|precisely) what i (?:needed|wanted|was"
    r" (?:looking for|after))(?: to (?:know|hear))?\W*"
    r"|\W*(?:and )?(?:that|it|this)?(?: all| now)? ?makes (?:(?:so|very|much|more|total|perfect|complete"
    r"|a lot of|good|me)"
    r" )*(?:sense|difference)(?: now| to me)?\W*"
    r"|\W*(?:that|it|this) makes\W*|\W*(?:much|more) (?:sense|better|clearer|appreciated|needed|helpful)\W*"
    r"|\W*(?:there['’]?s |absolutely )?no (?:rush|hurry|pressure|panic|worries|bother)(?: (?:at all|from me"
    r"|from my side"
    r"|my end|whatsoever|here))*\W*"
    r"|\W*(?:(?:i['’]?ll |i am |i['’]m )?(?:keep(?:ing)? )?(?:my |everything )?(?:fingers|everything) crossed"
    r"|onwards(?: and upwards)?|here goes|wish me luck|touch wood|so far so good|here['’]?s hoping|early days)\W*"
    r"|\W*(?:sent |written |typed )?(?:from|on|by) my (?:\w+ )?(?:i?phone|mobile|tablet|i?pad|android|laptop)\W*"
    r"|\W*(?:i |we )?(?:have|['’]ve|i['’]?ve|we['’]?ve|will|i['’]?ll) (?:now |just |already )?(?:pass|forward"
    r"|shar|sen[dt]|sav|print|note|read|"
    r"fil|bookmark|download)(?:e?d|e|t)?(?: (?:that|it|this|them))?(?: (?:on|round|out|down|along))?"
    r"(?: (?:to|with|for) (?:the|my|our) (?:\w+ )?(?:team|colleagues?|staff|group|wards?|nurses|others))?\W*",
    re.IGNORECASE,
)
# Praise in a word that people have for it here and there; beside thanks it is thanks.
_PRAISE = expression(
    r"\W*(?:(?:that['’]?s|you['’]?re|absolutely|simply|pure|dead|very|an?|the|so) )*(?:champion|brill\w*|ace"
    r"|class|barry"
    r"|belter|mint|cracking|cracker|top (?:notch|class|drawer|marks)|spot on|bang on|superb\w*|terrific"
    r"|splendid|fabby|tidy"
    r"|gem|treasure|hero|lifesaver|life saver|star|first (?:class|rate)|outstanding|stunning|cool beans|result|dandy"
    r"|hunky dory|phenomenal|insightful|thoughtful|invaluable|priceless|eye[ -]opening)(?: stuff| indeed"
    r"| you are)?\W*",
    re.IGNORECASE,
)


_AGREES = expression(
    r"\W*(?:(?:oo+h|oh|och|ok|okay|well) )?(?:(?:yes|aye|yep|yeah)[, ]+)?(?:that['’]?s (?:a )?)?"
    r"(?:fair (?:point|enough|comment|dos)|good (?:point|shout|idea|plan|call)|point taken|agreed)\W*",
    re.IGNORECASE,
)
# What comes of it, of a thing of the project's.
_COMES_OF_IT = expression(
    r"\W*(?:(?:so|then|and|ok|okay) )?(?:(?:i|we)['’]?ll (?:leave|drop|cut|skip|scrap|park|lose)"
    r" (?:(?:the|those|these|that) (?!programme|course|project|job|school|team|ward|house|service|council|mentor)\w+"
    rf"|it|them)(?: (?:out|off|for now|then))*|(?:the |those |that )?{_NO_THING}\w+ can (?:wait|go|stay))\W*",
    re.IGNORECASE,
)
_YES = expression(
    r"\W*(?:(?:oo+h|oh|och|well|hell) )?(?:(?:yes|aye|yep|yeah|no)(?: (?:please|indeed|definitely|absolutely|of course"
    r"|to (?:both|all|that|either)|not yet|with pleasure))+|definitely|absolutely|with pleasure)\W*",
    re.IGNORECASE,
)


FEW = 12  # words of a yes beside which a clause is looked at word by word
_WHEN = expression(
    r"\W*(?:(?:at|by|from|about|say|half|quarter|past|to|the) )*(?:\d[\d:.]*|noon|midday|(?:lunch|coffee) ?time)"
    r" ?(?:am|pm|o['’]?clock|ish|st|nd|rd|th)?\W*",
    re.IGNORECASE,
)


class Picked(Enum):
    """Whether such words answer."""

    SURELY = "surely"
    MAYBE = "maybe"


def picked(mail: Mail, answered: Letter | None, names: frozenset[str]) -> Picked | None:
    """Whether an answer stands beside the thanks; None of thanks, praise and promises alone."""
    if answered is None or answered.name not in WORDS:
        return None
    said = [one.strip() for one in _CLAUSES.split(typed_in(mail)) if one.strip()]
    message = answered.name == MESSAGE
    picks = [one for one in said if _PICKED.fullmatch(one) or (message and _THEN.fullmatch(one))]
    yes = [one for one in said if _YES.fullmatch(one)]
    more = [_DAY.sub("", one) for one in said if not (_WISHES.fullmatch(one) or _PRAISE.fullmatch(one))]
    rest = [one for one in more if one not in picks and not (_AGREES.fullmatch(one) or _YES.fullmatch(one))]
    comes = [one for one in rest if _COMES_OF_IT.fullmatch(one) or _WHEN.fullmatch(one)]
    if picks or yes or len(rest) < len(more):
        if any(one not in comes and says_more_than_thanks(one, names) for one in rest):
            return Picked.MAYBE
        return Picked.SURELY if picks or yes or comes else None
    return Picked.MAYBE if message and any(says_nothing_known(one, names) for one in more) else None


def says_yes_and_else(mail: Mail, answered: Letter | None, names: frozenset[str]) -> bool:
    """Whether beside a yes, in few words, a clause stands that is none of the work, nor says when."""
    if answered is None or answered.name not in WORDS:
        return False
    said = [one.strip() for one in _CLAUSES.split(typed_in(mail)) if one.strip()]
    rest = [one for one in said if not (_AGREES.fullmatch(one) or _YES.fullmatch(one))]
    if len(rest) == len(said) or len(" ".join(said).split()) > FEW:
        return False
    known = (_PICKED, _WISHES, _PRAISE, _COMES_OF_IT, _THEN, _WHEN)
    rest = [one for one in rest if "?" not in one and not any(x.fullmatch(one) for x in known)]
    return any(says_more_than_thanks(one, names) and not is_of_the_work(one, names) for one in rest)
