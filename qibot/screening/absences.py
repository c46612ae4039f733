"""Whether a text tells of nothing but an absence, sentence by sentence: who isn't there, when they are back, who is.

People say so, too. It counts only beside another sign: a subject that stands before ours, or the few seconds in which
nobody reads a letter.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.screening.phrases import OF_PROGRAMME
from qibot.screening.wording import plainly

LONGEST = 70  # words
LOOKED_AT = 1500  # characters

_DAY = r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?s?"
_WORK = r"(?:annual|maternity|paternity|parental|sick|study|compassionate|bereavement|carer'?s|special|adoption|unpaid)"
_ABSENT = (
    rf"(?:away|absent|unavailable|(?:on )?(?:{_WORK} )?leave|(?:on )?(?:my |our )?(?:holidays?|vacation|a/l|nights?"
    r"|shift|secondment|sabbatical|maternity|paternity)|(?:on |off )?sick|unwell|off(?! to a| the| with you)"
    r"|out(?! of (?:date|time|ideas))|abroad|travelling|driving|teaching|gone|closed|shut|finished|recovering"
    r"|non-?working|back (?:on|in|at|by|from|after|tomorrow|next|later)"
    r"|jury (?:duty|service)|career break|conference|training|course|meetings?|clinic|theatre|surgery|court"
    r"|not (?:\w+ )?(?:at|in|here|working|reading|checking|available|monitoring|around|about|back))"
)
_WHO = (
    r"(?:i am|i'm|im|i was|i will(?: not| now)? be|i'll be|i shall be|i have(?: now)?|i've(?: now)?|we are|we're"
    r"|we will be|currently|today is|this is|this person is|(?:the )?(?:\w+ ){0,2}(?:school|office|practice|surgery"
    r"|centre|nursery|department|service|team|council) (?:is|will be|has)|NAME (?:is|will be|has))"
)
_SAYS = (
    rf"(?:sorry,? |please note(?: that)? |note:? |unfortunately,? )?{_WHO}\b.{{0,50}}?\b{_ABSENT}\b.*",
    rf"(?:currently |now |again |{_WORK} )?(?:out of (?:the )?office|{_ABSENT}|back|returning|returns?|ooo)\b.*",
    r"(?:until|till) .{1,40}",
    rf"(?:in|on|at) (?:a |an |my |our |the )?(?:\w+ )?{_ABSENT}\b.*",
    r"(?:my|the|our) (?:usual |normal |office |working |opening |core )*(?:hours|working (?:days?|pattern))\b.*",
    (
        rf"(?:i|we) (?:only |normally |usually |currently )?(?:work|do not work|don't work|am in|are in)\b.{{0,60}}"
        rf"\b(?:part.?time|term.?time|hours?|days?|week|{_DAY}|only|am|pm|mornings?|afternoons?)\b.*"
    ),
    (
        r"(?:with |i have |i've )?(?:limited|intermittent|patchy|no|little|poor|only) .{0,20}"
        r"\b(?:access|signal|wi-?fi|connection|reception)\b.*"
    ),
)
# What is said beside it, and alone by anybody.
_BESIDE = (
    r"(?:see|speak to|talk to|catch) you (?:all |both )?(?:on|in|after|when|then|soon)\b.*",
    rf"(?:until|till|from|up to|to|on|by|this|next|all|today|tomorrow|{_DAY}|\d).{{0,40}}",
    (
        r"(?:i|we)(?:'ll| will| shall| can| won't| am not| do not| don't| cannot| can't| may| might| aim to| hope"
        r" to)\b.{0,30}?"
        r"\b(?:reply|respond|answer|back|get to|get back|pick (?:this|it) up|be in touch|deal|read|look|check|monitor"
        r"|slow|delayed?|able|access|access(?:ing)?|catch up|see (?:this|your|it)|reopen|re-open)\b.*"
    ),
    r"(?:will|won't) (?:reply|respond|look|be (?:back|away|off|out)|read|check)\b.*",
    r"(?:it|there) (?:may|might|will) be .{0,20}\b(?:delay|slow|while)\b.*",
    (
        r"(?:for|if|in|should)\b.{0,60}?\b(?:urgent\w*|emergency|absence|wait|meantime|immediate\w*|interim|while"
        r" i'm away"
        r"|help|assistance)\b.*"
    ),
    r"(?:please |kindly )?(?:contact|ring|call|phone|bleep|text|e-?mail|write to|speak to|try) .{2,80}",
    r".{2,60}@.{2,60}",
    r"(?:your )?(?:e-?mails?|messages?|mail|replies|responses?)\b.{0,40}\b(?:will|not|may|slow\w*|delayed?)\b.*",
    r"new baby|happy (?:holidays|christmas|easter|new year)|merry christmas|have a (?:good|great|lovely|nice) .{2,30}",
    r"(?:we|it) (?:re-?opens?|returns?|(?:is|are) back)\b.*",
)
_COURTESY = (
    r"(?:hi|hello|hiya|dear|hey)\b[^.!?]{0,30}|(?:many |kind |best |warm )*(?:thanks|thank you|regards|wishes|cheers)"
    r"\b.{0,50}|sorry(?: i missed you| to miss you)?|apologies|yours (?:sincerely|faithfully)|[^a-z]*"
)
# What is set once for all mail: a person says it of themselves only where they are asked.
_OF_OFFICE = expression(
    r"(?:(?:please note(?: that)? |note:? )?(?:my|the|our) (?:usual |normal |office |working |opening |core"
    r" )*(?:hours|working (?:days?"
    r"|pattern))\b"
    r"|i (?:only |normally |usually |currently )?(?:work|do not work|don't work)\b"
    r"|(?:the )?(?:\w+ ){0,2}(?:school|office|practice|surgery|centre|nursery|department|service) is (?:now "
    r"|currently )?"
    r"(?:closed|shut)\b|(?:i am|i'm) (?:currently |now )?(?:not at|away from) (?:my desk|work)\b).*"
)
_ONE, _OTHER = expression(rf"(?:{'|'.join(_SAYS)})"), expression(rf"(?:{'|'.join(_BESIDE)})")
_POLITE = expression(rf"(?:{_COURTESY})")
_SENTENCES = expression(r"(?<=[.!?])(?<!\d\.)\s+|\n+")


def tells_only_of_absence(mail: Mail) -> bool:
    """Whether each sentence is an absence's, and none of it asks, or speaks of the programme. Empty words tell
    nothing."""
    pieces = _pieces(mail)
    told = [_ONE.fullmatch(one) is not None for one in pieces]
    return any(told) and all(is_told or _OTHER.fullmatch(one) for is_told, one in zip(told, pieces, strict=True))


def tells_only_of_hours(mail: Mail) -> bool:
    """Whether it does so of an office that is closed, or of somebody's hours."""
    return tells_only_of_absence(mail) and _OF_OFFICE.fullmatch(_pieces(mail)[0]) is not None


def _pieces(mail: Mail) -> list[str]:
    """The sentences, without greetings and thanks; none of what asks, is long or speaks of the programme."""
    text = mail.own_text[:LOOKED_AT]
    said = plainly(text)
    if mail.sends or "?" in said or len(said.split()) > LONGEST or OF_PROGRAMME.search(said):
        return []
    name = set(re.findall(r"[^\W\d_]+", plainly(mail.sender_name)))
    pieces = [_named(plainly(one).strip(" .!,;:-–—*_"), name) for one in _SENTENCES.split(text)]
    return [one for one in pieces if one and one != "NAME" and not _POLITE.fullmatch(one)]


def _named(sentence: str, name: set[str]) -> str:
    """The sentence, with the sender's own name in one form."""
    words = sentence.split()
    while words and words[0].strip(",.") in name:
        words = words[1:]
    rest = " ".join(words)
    return rest if rest == sentence else f"NAME {rest}".strip()
