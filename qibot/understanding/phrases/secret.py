"""Whether somebody says that others don't know of what they tell, or mustn't.

What holds a report, and is told so, stays with the team: nobody else hears that there is a difficulty at all. Taking
too much for a secret costs the mentor a line that tells them nothing; too little tells them what they weren't to know.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail, own_words
from qibot.model import Case, Person
from qibot.people import name_words
from qibot.understanding.meaning import said_in
from qibot.understanding.phrases.courtesy import names_in

_NOBODY = r"(?:nobody|no[ -]one|not (?:a soul|any(?:body|one)))"
_ANYBODY = r"(?:any(?:body|one)|every(?:body|one)|people|folk|others|(?:the )?(?:whole|rest of the) \w+)"
_HEAR = r"(?:know|hear|find(?:ing)? out|be told|see|read|think|get wind)"
_TELL = (
    r"\b(?:tell|say|share|discuss|mention|talk|speak|announce|disclose|broadcast|pass|explain)\b"
    r"(?! (?:yet )?(?:when|how|if|whether|for (?:sure|certain)|exactly)\b)"
)
_SECRET = expression(
    r"\b(?:does|do|did|must|should|may|can)(?:n['’]?t| not) (?:yet |even )?(?:know|hear|tell|say|mention|find out)\b"
    r"|\b(?:has|have|had)(?:n['’]?t| not) (?:yet )?(?:been told|been announced|heard|told|said|announced)\b"
    r"|\bnot (?:yet |been |widely )*(?:told|public|announced|aware|common knowledge|known|official|out)\b"
    r"|\b(?:isn|aren)['’]?t (?:yet )?(?:aware|public|official|known|common knowledge|announced|out)\b|\bunaware\b"
    r"|\b(?:yet|still) to (?:be told|tell|hear|find out)\b"
    r"|\b(?:before|until|till) (?:she|he|they|we|i)\b[^.;!?\n]{0,30}\b(?:told|tells?|knows?|hears?)\b"
    rf"|\b(?:{_NOBODY}|only)\b[^.;:!?\n]{{0,30}}\b(?:knows?|knowing|aware|heard|hears|been told|to (?:know|hear"
    rf"|be told))\b"
    r"|(?<!\bmy )(?<!\bno )(?<!\bany )(?<!self-)(?<!\bof )\bconfiden(?:ces?|tial\w*)\b(?! intervals?\b)"
    r"|\bsecret\w*|\bbetween (?:us|ourselves|you and (?:me|i)|(?:the )?two of us)\b"
    r"|\bsensitive\b|\bdiscree\w+|\bquiet\b"
    r"|\bto (?:my|our|your)sel(?:f|ves)\b|\bdon['’]t (?:tell|pass|mention|say|share|let)\b|\bprivate(?:ly)?\b"
    # who isn't to hear of it: “I don't want anybody at work to know”, “without Ann knowing”
    r"|(?:n['’]t|\b(?:not|never|rather|nor)) (?:\w+ )?(?:want|wish|like|need|have)\b[^.;:!?\n]{0,40}"
    rf"\b(?:to {_HEAR}|knowing|hearing|reading|seeing|finding out|thinking|told)\b"
    rf"|\brather\b[^.;:!?\n]{{0,30}}\b(?:didn['’]?t|did not|not) {_HEAR}\b"
    r"|\bwithout\b[^.;:!?\n]{0,25}\b(?:knowing|hearing|finding out|being told)\b"
    # who isn't ready to say so, or was told not to
    rf"|(?:\b(?:not|never|nor|unable|yet|too)|n['’]t)(?: \w+){{0,4}}? to (?:\w+ )?{_TELL}"
    rf"|\b(?:can(?:['’]t|not)|rather not|mustn['’]t|won['’]t|not) (?:really |yet |even )?{_TELL}"
    r"|\bto (?:be )?(?:keep|kept|keeping) (?:it|this|that)?\b|\bkeep(?:ing)? (?:it|this|that)\b[^.;:!?\n]{0,12}"
    r"\b(?:under|in|off|dark|hush\w*|here|with you|among|amongst|safe|low)\b"
    # how far it may go
    r"|\b(?:it|this|that|word|news)(?: [\w'’]+){0,2} (?:goes|go|going|gone|gets?|getting|got|spreads?|passed)(?: \w+)?"
    r" (?:(?:no|any) further|further|beyond|round|around|about|out)\b|\b(?:go|goes) (?:no|any) further\b"
    r"|\beyes only\b|\b(?:under|beneath) (?:your|my|our|the) hats?\b|\boff the record\b|\bhush\w*"
    r"|\bnot for (?:general|wider"
    rf"|public|{_ANYBODY})\b|\bstays? (?:with|between|among|amongst) (?:you|us)\b|\bnot a word\b|\b(?:lips|mouth) \w+"
    rf"|\b(?:just|only|alone) (?:for|to) (?:you|the (?:\w+ )?team|the office)\b|\b(?:you|team|office) (?:alone|only)\b",
    re.IGNORECASE,
)
_NOT = r"(?:\bnot|\bnever|n['’]t|\b(?:do|is|are|have|has)nt)"
_LEARN = r"(?:know|hear|learn|find out|be (?:told|informed))"
# The usual ways of asking for it, or of saying that the team alone has heard, that name nobody.
_USUAL = expression(
    rf"\b(?:told|telling|tell|(?:said|saying)(?: \w+)? to) (?:{_NOBODY}|only (?:you|the (?:\w+ )?team|my)\b)"
    r"|\bonly (?:\w+ )?(?:told|telling|tell) (?:you|my|the (?:\w+ )?team)\b(?! (?:what|that|how|because)\b)"
    rf"|{_NOT} (?:\w+ )?(?:telling|informing|letting on)\b(?! (?:you|me)\b)|\b(?:and|but) {_NOBODY} else\b"
    r"|\b(?:first|only) (?:person|people|ones?)(?: that)?(?: (?:i|we)(?:['’]ve| have)?)? (?:\w+ )?(?:told"
    r"|to (?:hear|know|be told))\b"
    rf"|{_NOT} (?:\w+ )?(?:for|to be) (?:shar(?:ing|ed)|pass(?:ing|ed)|forward\w*|repeat\w*|circulat\w+|discuss\w+"
    r"|mention\w*|spread\w*|broadcast\w*|publici\w+|disclos\w+|told)\b"
    r"|\b(?:do not|don['’]?t|never)(?: please| ever| you)? (?:forward|repeat|circulate|spread|broadcast|let on|let slip"
    r"|tell|pass|mention|share|copy (?:in )?(?:any\w+|her|him|them|this|it|others)"
    r"|show (?:any\w+|her|him|them|this|it|others))\b"
    r"|\bfor your (?:own )?(?:ears|eyes)\b|\byour ears (?:only|alone)\b|\bmum(?:['’]?s| is) the word\b"
    r"|\b(?:this is|it['’]?s|that['’]?s|it is|that is) (?:(?:all|very|rather|quite|really|too|so|a bit|deeply|just) )*"
    r"personal(?! \w)"
    rf"|\bno need (?:for|that) (?:[\w'’]+ ){{1,4}}?(?:to {_LEARN}|knows?|hears?|knowing|hearing)\b"
    r"|\bno need to (?:tell|mention|share|announce|spread)\b"
    rf"|\b(?:needn['’]?t|need not|(?:doesn|don)['’]?t need to|(?:does|do) not need to|oughtn['’]?t to)"
    rf" (?:\w+ )?{_LEARN}\b"
    r"|\bwent no further\b|\b(?:keep\w*|kept) (?:it|this|that|the news) from\b"
    rf"|{_NOT} (?:\w+ )?want (?:it|this|that|word|the news)\b[^.;:!?\n]{{0,12}}\b(?:out|known|round|around|public"
    r"|talked|broadcast|spread\w*|shared)\b"
    rf"|{_NOT} (?:yet |even )?(?:mentioned|shared|disclosed) (?:it|this|that|any of (?:it|this)) (?:to|with|at)\b",
    re.IGNORECASE,
)
# What only sounds like it: the writer's own not knowing, a ward that isn't quiet, who alone knows how a thing is done.
_OWN = expression(
    r"\b(?:i|we)(?: (?:still|really|just|honestly|simply|genuinely|also|both))* (?:do|did)(?:n['’]?t"
    r"| not) (?:yet |even "
    r"|really |quite )?(?:know|hear)\b"
    r"|(?:^|(?<=[,.;:!?\n(–-])|\b(?:and|but|so|still|just|really)) ?(?:do|did)(?:n['’]?t| not) (?:yet |even "
    r"|really )?know"
    r"(?= (?:yet )?(?:when|how|what|if|whether|where|which)\b)"
    r"|\b(?:been|is|was|it['’]?s|a|went|gone|got) (?:very |too |so |really |particularly )*quiet\b(?! (?:about"
    r"|word|on (?:it|this|that)\b))"
    r"|\bi(?:['’]?m| am| was) the only (?:\w+ ){1,3}(?:who|that) (?:\w+ )?knows?(?= (?:how|where|what|which|the"
    r"|her|his|their"
    r"|my|our|all)\b)"
    r"|\bofficial\W{1,3}sensitive\b",  # an office's marking, which stands on everything
    re.IGNORECASE,
)


def is_told_secretly(mail: Mail, case: Case, teller: Person) -> bool:
    """Whether what somebody typed says so, without what their office puts below each mail: “may be confidential”."""
    own = name_words([teller])
    return is_secret(f"{mail.subject}\n{said_in(own_words(mail, case), names_in(case) - own, own)}")


def is_secret(said: str) -> bool:
    """Whether these words say that somebody doesn't know of it, or mustn't."""
    said = _OWN.sub(" ", said)
    return _SECRET.search(said) is not None or _USUAL.search(said) is not None
