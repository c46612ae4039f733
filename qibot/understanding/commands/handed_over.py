"""Whether the team's sentences say that a mentor takes a practitioner over: “Bob's got room, so give Jo to him please.”

A name beside “to” or “with” says so of nobody (“I wrote to Bob”, “Leave Jo with me, I will ring Bob”), and four people
would hear of it. So one clause is such a decision and no word more, and each other one says why, or is a courtesy: both
by closed lists. Where the mentor's address is written out, too, what else there is may be in any words, but for what
might be, hangs on something or is still to be asked.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.understanding.phrases.courtesy import is_polite

# X is the mentor, W the practitioners, M the former mentor.
_S, _T = r"(?:X|he|she|they)", r"(?:X|him|her|them)"
_W = r"(?:W(?:(?:, | and | & )W)*|her|him|them|both)"
_TAKE = r"(?:take|have|mentor|look after|pick up|see to)(?: over| on)?"
_WILL = (
    r"(?: can| will|['’]ll| to|(?:['’]s| is| has)? ?(?:happy|willing|glad|able|pleased|keen"
    r"|delighted|agreed|offered) to)"
)
_GIVE = r"(?:move|give|(?:re)?assign|transfer|hand|pass|switch|swap|put)"
_POLITE = (
    r"(?:(?:ok|okay|yes|yep|right|fine|so|then|and|please|kindly|thanks|thank you|let['’]?s|we['’]ll"
    r"|(?:could|can|would|will) you|from now on)(?: please)? )*"
)
_SINCE = r"(?: (?:instead|as|from|now|then|today|here|on|onwards?|please|pls|thanks|thank you|cheers|ta|also|too))*"
_DECIDES = expression(
    rf"{_POLITE}(?:{_GIVE}(?: over)? {_W}(?: (?:over|on|across|back))* (?:to|with) {_T}"
    rf"|{_GIVE}(?: over)? {_W}(?: (?:over|across))|(?:give|hand|assign|pass) {_T} {_W}"
    rf"|{_W}(?: should| can| will| is| are|['’]s|['’]ll)?(?: to)? (?:go|goes|going|move|moves|moving)"
    rf"(?: over| across)? to {_T}"
    rf"|{_W} to {_T}|{_S}{_WILL} {_TAKE} {_W}(?: over| on)?|{_S}{_WILL} take (?:over|on)(?: from M)?"
    rf"|{_S}(?:['’]s| has| have)? (?:said|says|told me|agreed)(?: that)? (?:s?he|they){_WILL} {_TAKE} {_W}"
    r"(?: over| on)?"
    rf"|{_S} (?:takes|is taking|will be taking|to take) (?:over|on)(?: {_W})?(?: from M)?"
    rf"|{_S} (?:takes|is taking|will be taking) {_W}(?: over| on)?"
    rf"|(?:the|her|his|their|W['’]s) (?:new )?mentor (?:is|will be|is to be|should be) X"
    rf"|make X (?:the|her|his|their|W['’]s) (?:new )?mentor|(?:the |her |his |their |W['’]s )?new mentor ?: ?X"
    rf"|X (?:is|will be|is to be) (?:the|her|his|their|W['’]s) (?:new )?mentor"
    rf"|(?:it is|it['’]s|(?:go|going) (?:with|for)|make it) X(?: for {_W})?){_SINCE}",
    re.IGNORECASE,
)
_FROM_NOW = expression(r"(?:as )?(?:from|of) (?:now|today|here)(?: on(?:wards)?)?", re.IGNORECASE)
_HAS = r"(?:['’]s| has| have| is| was|['’]d)"
_AT_EASE = (
    r"(?:happy|willing|glad|keen|fine|ok|okay|pleased|delighted|free|up for it|on board|the right one|the best match)"
    r"(?: (?:to|with (?:it|that|this)|about (?:it|that)|to be asked|to help|to do (?:it|so|that)))?"
)
_ASKED = r"(?:spoken|spoke|talked|checked|agreed it|squared it|cleared it|sorted it)"
_WHEN = (
    r"(?: (?:(?:this|yesterday|last) (?:morning|afternoon|evening|week|night)|today|yesterday|already|just now"
    r"|on the phone|when (?:i|we) (?:rang|asked|phoned|called|spoke to) (?:him|her|them)))*"
)
_WHY = expression(
    rf"(?:and |but |also )?(?:{_S}(?:{_HAS})?(?: already| also| just)?(?: got)?(?: the)? (?:room|space|time"
    rf"|capacity)(?: for (?:one|two|another|one more|{_W}))?"
    rf"|{_S}(?:{_HAS})?(?: (?:said|says))?(?: that)?(?: (?:s?he|they)(?:{_HAS}|['’]ll be))? {_AT_EASE}{_WHEN}"
    rf"|{_S}(?:{_HAS})? (?:said (?:yes|so)|agreed|accepted|offered)(?: to (?:it|this|that))?{_WHEN}"
    rf"|(?:(?:and )?(?:i|we)(?:['’]ve| have)?(?: already| just)? )?(?:{_ASKED} (?:to|with|it with) (?:{_T}|M)"
    rf"|(?:rung|rang|phoned|called|asked|told) (?:{_T}|M)|let (?:{_T}|M|{_W})(?: both)? know){_WHEN}"
    rf"|(?:{_S}|W|M) (?:knows?|has been told)(?: about (?:it|this))?"
    r"|(?:please )?thank M(?: (?:very much|from (?:all of )?us|for (?:all )?(?:her|his|their) (?:work|help)))*"
    r"|M(?:['’]s| is| has| has been)? (?:left|leaving|gone|retired|retiring|moved on|off(?: sick| ill)?|on leave|ill"
    r"|full|stepping down|busy|been (?:wonderful|great|brilliant))(?: us)?"
    r"|(?:what a (?:pity|shame)|(?:sad|sorry) to lose M|fair enough|no problem|of course|that['’]s fine|poor M"
    r"|(?:thanks|thank you|hi|dear|hello) M)"
    r"|(?-i:[A-Z]{1,2}))",  # who writes it
    re.IGNORECASE,
)
_CLAUSES = expression(
    r"[.!?;,()\n]+|(?<!mentor):|\s[-–—]+(?=\s)|—|\s(?=(?:so|and|because|as|since|but) (?!X\b|W\b|from\b|of\b))"
)


def says_handed_over(line: str, *, written_out: bool) -> bool:
    """Whether a line whose people are abstracted says so; `written_out` says that the mentor's address stood in it."""
    clauses = [one.strip() for one in _CLAUSES.split(line) if one.strip()]
    decides = [one for one in clauses if _DECIDES.fullmatch(one)]
    rest = (one for one in clauses if one not in decides and one != "X")
    return bool(decides) and (written_out or all(_says_why(one) for one in rest))


def _says_why(clause: str) -> bool:
    return any(known.fullmatch(clause) for known in (_WHY, _FROM_NOW)) or is_polite(clause)
