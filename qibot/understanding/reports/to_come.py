"""“Report 2 will follow tomorrow”: a mail that says its report is still to come, so that nothing was forgotten with it.

Its arrival must not count as the report's: what is read here is only that somebody says so, and that no clause of the
mail hands anything over. Whether such words need no reader at all is `will_send`'s.

| a clause says | example |
|---|---|
| what its writer will do with the report | “I'm going to send it later” |
| that it will come, or is on its way | “my report is coming on Sunday”, “report to follow” |
| that its reader will have it | “you'll have my report tomorrow” |
| it and a time, and hardly a word besides | “report tomorrow!”, “sending it tonight” |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.meaning import sentences
from qibot.understanding.phrases.in_few_words import typed_in

LONGEST = 40  # words of such a mail
_NO = r"(?: (?:no\.? ?|number )?\d{1,2})?"
_REPORT = rf"(?:reports?{_NO}|write-?up|update|submission|document|attachment|file)"
_NAMED = rf"(?:(?:my|the|our|this|a|an|\w+['’]?s?) ){{0,3}}?{_REPORT}\b"
_IT = rf"(?:(?:it|this|that|mine|them|one)\b|{_NAMED})"
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_TIME = (
    r"(?:(?:first thing|later|early|late|by|on|at|over|this|next|the|end of|in|before) ){0,4}"
    rf"(?:tomorrow|tonight|today|later|shortly|soon|asap|presently|weekend|morning|afternoon|evening|{_DAY}|week"
    r"|\d{1,2}(?:st|nd|rd|th))\b"
)
_WILL = (
    r"(?:\bwill|['’]ll|\bshall|\bgoing to|\bgonna|\bplan(?:ning)? (?:to|on)|\b(?:aim|hop|intend|expect)(?:e|ing)? to"
    r"|\babout to|\b(?:try|trying|able) to)"
)
_SENDS = r"(?:send|sending|e-?mail|submit|attach|forward|pop|upload|ping|fire)"
_DOES = rf"(?:{_SENDS}|submitting|hand|get|have|finish|complete|share|post|drop|deliver|write|bring|put)"
_OVER = r"(?:to you|over|in|off|across|with you|done|finished|sent|submitted|by|tomorrow|tonight)\b"
_COMES = r"(?:(?:to )?follow(?:s|ing)?|com(?:e|ing)|on (?:its|the) way|arrive|reach you)"
_IS_THERE = r"be (?:with|over|there|in|sent|ready|submitted|e-?mailed|done|late)"
_ALMOST = r"(?:almost|nearly|not (?:quite|yet)|still)(?: \w+){0,2}? (?:done|there|finished|ready|written|complete)"
_DOING = r"(?:(?:sending|submitting|e-?mailing|finishing|uploading) )?"
_SAID = (
    rf"{_WILL} (?:\w+ ){{0,3}}?{_DOES}(?: \w+){{0,3}}? {_NAMED}",
    rf"{_WILL} (?:\w+ ){{0,3}}?(?:{_SENDS} (?:you )?{_IT}|(?:get|have|hand|drop) {_IT} {_OVER})",
    rf"{_WILL} (?:\w+ ){{0,2}}?(?:send|submit|forward|e-?mail|attach)\W*(?:{_TIME}|$)",
    rf"\b{_NAMED}(?:['’]s| is| are|['’]ll| will| shall| should)?(?: \w+){{0,3}}? (?:{_COMES}|{_IS_THERE})\b",
    rf"\b(?:it|this|mine)(?:['’]s|['’]ll| is| will| should)(?: \w+)? (?:{_COMES}|be (?:with|over to) you)\b",
    rf"\b{_IT}(?:['’]s| is)? (?:\w+ )?{_ALMOST}\b",
    r"^\W*(?:it )?(?:will|should) (?:\w+ )?be (?:with you|there|over|in)\b",
    rf"\byou(?:['’]ll| will| shall| should) (?:\w+ ){{0,2}}?(?:have|get|receive)(?: \w+){{0,2}}? (?:{_NAMED}|it\b)",
    rf"\bexpect(?: \w+){{0,2}}? (?:{_NAMED}|it\b)",
    rf"^\W*(?:i['’]?m |am )?{_DOING}(?:\w+ )?{_IT}\W*{_TIME}\W*\w*\W*$",
)
_TO_COME = tuple(expression(pattern, re.IGNORECASE) for pattern in _SAID)
_BRINGS = expression(
    r"\b(?:attached|attaching|enclos\w+|herewith|pfa|popped|included|here(?:['’]s| is| are| it is| you (?:go|are))"
    r"|(?:please|pls) (?:see|find)|(?:see|find) (?:my|the|below|it|attach\w*)"
    r"|(?:with|in|to) this (?:e-?mail|mail|message)"
    r"|(?:in|as) (?:the |an )?attachment|this is (?:my|the|our)|(?:will|['’]ll) now"
    r"|(?:have|['’]ve|already) (?:just )?(?:sent|e-?mailed))\b"
    r"|\b(?:sending|submitting|e-?mailing|coming|comes)\b[^.;!\n]{0,40}\bnow\b",
    re.IGNORECASE,
)


def is_to_come(mail: Mail) -> bool:
    """Whether it says that the report is still to come, and hands nothing over."""
    return says_to_come(typed_in(mail))


def says_to_come(said: str) -> bool:
    """The same of these words."""
    text = " ".join(said.split())
    if not 0 < len(text.split()) <= LONGEST or _BRINGS.search(text):
        return False
    told = (one for one in sentences(said) if "?" not in one)
    return any(pattern.search(clause) for one in told for clause in _clauses(one) for pattern in _TO_COME)


def _clauses(sentence: str) -> list[str]:
    """A sentence, and what stands between its commas: “sorry, report tomorrow”."""
    return [sentence, *re.split(r"[,;:–—]| - ", sentence)]
