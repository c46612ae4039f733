"""A mentor's few words that a machine may send for them: an absence in words of their own, and nothing of the report.

“Hello, you've reached Ann. I'm on nights until Sunday so replies will be slow.” bears no mark, and no opening tells it.
A report that it closes is never answered, and the day that stands in it is told as the feedback's. So its mentor is
asked. What speaks to somebody, or of the feedback, is the mentor's own: “in clinic all week, will read it on Monday”.

| the words | are |
|---|---|
| likelier a machine's than anything else, and hardly feedback | perhaps a machine's |
| speak of answers, an inbox or urgent matters in general, of a leave, a desk, hours | the same |
| the same, and “you”, a name that is called, the report, a word of reading or writing about it | the mentor's own |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.meaning import Meaning
from qibot.understanding.phrases.courtesy import praises, typed

MOST = 40  # words of such a text
LIKELY, HARDLY = 0.4, 0.1  # a machine's, from which; feedback, below which
_ANSWERS = r"(?:repl(?:y|ies|ying)|respon\w+|answers?|answering|e-?mails?|messages?|inbox|mailbox|mail)"
_AWAY = expression(
    # answers in general, and the inbox
    rf"\b(?:slow|slower|delayed?|later?)\b.{{0,12}}\b{_ANSWERS}\b|\bslow (?:to|in|at) (?:respond|reply|answer|get)\w*"
    rf"|(?:^|[.!?,;-]\s*|\b(?:so|expect|and) (?:my )?){_ANSWERS} (?:will|may|might|can|could|is|are|from|on|in"
    rf"|by|after|back)\b"
    rf"|\b(?:not|won['’]?t|can['’]?t|cannot|n['’]t) (?:be )?(?:\w+ )?(?:check|read|see|monitor|answer"
    rf"|look at)\w* (?:my |any |the )?{_ANSWERS}"
    rf"|\b(?:little|no|limited|patchy|poor|intermittent) (?:access|signal|wi-?fi|reception|internet|connection)\b"
    rf"|\bcatch(?:ing)? up (?:on|with) (?:my )?(?:inbox|e-?mails?|messages?)\b|\bmy inbox\b"
    # whom to turn to
    r"|\burgent(?:ly)? (?:quer|matter|enquir|request|issue|advice|need)\w*|\bif (?:it['’]?s|it is|this is"
    r"|you need|your)\b.{0,20}\burgent\b"
    r"|\burgent\s*[?:]|\bif it can['’]?t wait\b|\bmeanwhile\b.{0,5}$|\bplease (?:contact|ring|phone|call"
    r"|e-?mail|speak to) (?:my|our|the (?:\w+ )?(?:hub|office|switchboard|desk|duty))\b"
    # leave, hours, a desk
    r"|\b(?:maternity|paternity|parental|adoption|compassionate|annual|study|carer['’]?s) leave\b"
    r"|\bsabbatical\b|\bsecondment\b"
    r"|\b(?:christmas|easter|summer|autumn|october|february|mid-?term|half-?term) (?:break|holidays?|recess"
    r"|shutdown)\b"
    r"|\b(?:am|i['’]m|is|are|we['’]re) (?:\w+ ){0,2}?(?:on|at|in) (?:my |a |an |the "
    r"|our )?(?:\w+ ){0,3}?(?:break|honeymoon|retreat"
    r"|conference|event|away day|strike|jury (?:duty|service)|training|course|expedition|festival|secondment)\b"
    r"|\bnot (?:at )?work(?:ing)?\b(?! (?:well|out|for|as|with|because|when))|\bnon-working\b|\bdo(?:n['’]t"
    r"| not) work (?:on )?\w+days?\b"
    r"|\bback (?:at|in|behind|to) (?:my |the )?(?:desk|office|work|school|ward|keyboard|base)\b"
    r"|\baway from (?:my|the) desk\b"
    r"|\bback online\b|\bin and out of\b|\b(?:working|office|part-?time) (?:hours|days)\b|\byou['’]?ve reached\b"
    r"|\b(?:unavailable|uncontactable|unreachable|off-?grid|offline)\b|\b(?:is|are) closed\b|\breopens?\b",
    re.IGNORECASE | re.MULTILINE,
)
_OWN = expression(
    r"\b(?:your|yours|you['’]?ll|you (?:by|on|before|properly|back|next|soon)|(?:to|for|with|give|send|get|let) you"
    r"|feedback|comments?|reports?|review\w*|thoughts|notes|aims?|measures?|charts?|data|pdsa|cycles?|diagrams?"
    r"|predictions?"
    r"|(?:read|look at|get to|get round to|answer|finish|do|write|have) (?:it|this|these|that|them|through it)"
    r"|liked?|enjoyed"
    # … by when it will be, a word of the file
    r"|so (?:i|it|realistically|reckon|give|say)|(?:can|could|may|might) (?:i|we) (?:please )?(?:have|take)"
    r"|give me|bear with|latest|reckon|plan on|should manage|hope to"
    r"|i (?:can|could|will) do|jump on"
    r"|realistically|extension|obliged?|suits?|jet lag|she|her|he|him|(?:are|can|could|would|will|do|is"
    r"|did) (?:you|there|it)|opens?|opened|files?"
    r"|pages?|resend|call)\b|\?(?=\s*$)",
    re.IGNORECASE,
)


def may_be_away(mail: Mail, found: Meaning, names: frozenset[str]) -> bool:
    """Whether a mentor's words may be a machine's for them. `names` are those of who would get them, in small
    letters: who calls one writes in person."""
    said = typed(mail)
    if mail.sends or len(said.split()) > MOST or found.in_form:
        return False
    if found.best == "machine" and found.of("machine") >= LIKELY and found.of("feedback") < HARDLY:
        return True
    calls = any(word.strip(".,;:!?") in names for word in said.casefold().split())
    return _AWAY.search(said) is not None and not (calls or praises(mail) or _OWN.search(said))
