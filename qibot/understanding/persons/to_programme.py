"""A mentor's words that are said to the programme, though they answer a letter about a practitioner's report: their
reader can't have been asked.

Who is spoken to shows in what is asked, since nobody is called: what only the programme knows (its offices, dates,
rules and letters), what it wants of the mentor, and why it writes. Where any of it stands the mentor is asked.

| it | such as |
|---|---|
| asks for an office, a date or a paper of the programme | “who's the cohort lead?”, “when's the next mentor meet up?” |
| asks what the writer is to do, or may | “do I send it to Jo or to you?”, “is there a word limit?” |
| asks what is expected of anybody at a report | “what level should they be at by now?” |
| wonders about our letters, dates or mailbox | “why am I getting this?”, “does a person read these?” |
| wants their own address or copies seen to | “can you send these to my PA as well?” |
| asks how to say it, or dreads to | “is there a polite way to say start again?” |
| wants a word about a practitioner, or somebody at the other end | “is there somebody at your end?” |
"""

from __future__ import annotations

import re

from qibot.events import Event, FeedbackReceived, MessageReceived
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Letter, Role
from qibot.understanding.meaning import MOST_CHARACTERS, Meaning, folded
from qibot.understanding.names.naming import greets
from qibot.understanding.phrases.courtesy import praises
from qibot.understanding.phrases.no_access import tells_of_no_access

SHORT = 45  # words of a mail that asks for something and says little else
_ASKED = expression(r"\?|^\W*(?:please|can|could|would|will|do|does|who|what|when|where|how|which|is|are)\b", re.I)
# Who and what belongs to the programme and to nobody's project.
_ITS_OWN = expression(
    r"\b(?:cohort leads?|programme (?:manager|office|team|leads?)"
    r"|mentor(?:s['’]?|['’]s|ing)? (?:meet\w*|guid\w+|hand\w+|pack|notes|training|role|group|network|event|session"
    r"|forum)"
    r"|(?:do|does|are|can|should|must|have|for|other|all) (?:the |all |other )?mentors\b|mentor meet"
    r"|CPD|certificates?|mileage|expenses|invoices?|claim form|travel (?:claim|form|costs)"
    r"|mailing list|distribution list|the seven days|(?:your|the|any) guid(?:ance|elines)|mentors?['’]? (?:page"
    r"|site))\b|\bwho(?:['’]s| is| are)\b[^.?!]{0,25}\b(?:sponsors?|(?:line )?managers?|leads?)\b",
    re.IGNORECASE,
)
_WHEN = expression(
    r"\b(?:when|where|what (?:time|date|day)|do I|must I|am I|should I|is there|any (?:date|word"
    r"|news))\b[^.?!]{0,80}\b(?:(?:learning"
    r"|next|mentors?['’]?) (?:session|event|day|meet\w*|cohort|workshop|webinar)|celebration|graduation|showcase"
    r"|conference)\b",
    re.IGNORECASE,
)
_TO_DO = r"(?:send|reply|answer|submit|e-?mail|score|mark|fill|type|write|use|do|copy|return|upload|comment|claim|cc)"
_OWN_PART = expression(
    rf"\b(?:do|am|should|must|can|may|could) I (?:(?:still|just|also|now|have to|need to|supposed to|meant to|to|only"
    rf"|always|actually) ){{0,3}}{_TO_DO}\b(?! (?:you|a chat|the wards?|your)\b)"
    rf"|\b(?:do|did|would) you (?:want|need|like|expect) me to (?:(?:still|just|also) )?{_TO_DO}\b"
    r"|\bdoes (?:this|it|that|my \w+) (?:count|go) (?:towards?|to|as|on)\b[^.?!]{0,25}\bmy\b"
    r"|\bwhat happens (?:if|when) (?:I|a mentor|mentors|we)\b(?! (?:change|test|try|stop|move|look)\w*\b)"
    r"|\bis there (?:an? |any )?(?:word|time|page|size)?[ -]?(?:limit|deadline|template|form|format|minimum|maximum"
    r"|proforma|pro forma)\b[^.?!]{0,20}\b(?:feedback|comments|mentors?|this|my|me|it)\b"
    r"|\bhow many (?:more )?(?:reports|practitioners|mentees|of these)\b(?! (?:did|have|had|do) you)"
    r"|\bhow long (?:do|have) I\b|\bremind me (?:what|when|how|where|who)\b[^.?!]{0,80}\b(?:days|due|date|deadline|form"
    r"|process|rules?|get|send)\b|\b(?:anything|is there anything|what(?:['’]s| is)) (?:still |else )?(?:outstanding"
    r"|owed"
    r"|overdue)\b",
    re.IGNORECASE,
)
_EXPECTED = expression(
    r"\b(?:should (?:they|he|she|people|practitioners|someone|somebody)|is it (?:normal|usual"
    r"|too soon))\b[^.?!]{0,40}\b(?:(?:by|at) (?:now|this (?:stage|point))|(?:at|by|for|in)"
    r" (?:a |the )?(?:\w+ )?report\b)|\b(?:would|do) you expect\b[^.?!]{0,40}\b(?:at|by|for|in) report \d",
    re.IGNORECASE,
)
_LETTERS = r"(?:reminders?|letters?|e-?mails?|messages?|notifications?|chasers?|these|this)"
_ABOUT_LETTERS = expression(
    r"\bwhy (?:am|was|do|did|have|were) (?:I|we)\b[^.?!]{0,15}\b(?:get|got|getting|receiv\w+|chased|reminded|asked|sent"
    r"|nagged|e-?mailed|being)\b(?: (?:this|these|that|another|again|a reminder|two)\b(?! as\b)|(?: it)?\W*$)"
    r"|\bwhy are you (?:\w+ )?(?:chas|remind|e-?mail|ask|nagg|send|writ)\w+ (?:to )?(?:me|this|these)\b"
    rf"|\b(?:is|are) (?:this|that|these|those|it|the)(?: {_LETTERS})? (?:an? |all )?(?:automat\w+|computer|machine"
    rf"|robot"
    r"|bot|generated by|sent by)\b"
    r"|\b(?:does|do|is|are) (?:a|any|real|an actual|there a|there any)? ?(?:person|people|human|human being|somebody"
    r"|someone|anyone|anybody)"
    r" (?:actually |really |ever )?(?:read|reading|see|get|look|at your end|there|answer)\w*\b"
    r"|\bI(?:['’]ve| have)? (?:got|get|had|received?|been sent) (?:this|these|it|everything|them|all of \w+)"
    r"(?: \w+)? (?:twice|again|double|two|three|several)\b"
    r"|\b(?:(?:somebody|someone|anyone|anybody) at your end(?: (?:I|who|whom|to)\b|\?)|(?:wrong|problem|broken"
    r"|going on|happened) (?:at|on) your end\b)|\b(?:problem|wrong|fault|glitch|bug|error) (?:with|in|on) (?:your"
    r"|the) (?:system|mailbox"
    r"|server|set-?up|records|reminders?|e-?mails?)\b|\b(?:take|get|remove) (?:me|my (?:\w+ )?(?:name|e-?mail"
    r"|address|number))\b[^.?!]{0,25}\b(?:off|from)\b"
    rf"|\bstop (?:sending|these|the) (?:me )?{_LETTERS}\b"
    r"|\bmy (?:old|new|other|home|work|personal|private) (?:e-?mail|address|account)\b",
    re.IGNORECASE,
)
_COPIES = expression(
    r"\b(?:send|copy|cc|forward)(?:ing)? (?:these|this|them|it|everything|all of \w+|the \w+)(?: \w+)? (?:to|in) my"
    r" (?!report|feedback|comments)\w+|\b(?:copy|cc) (?:in )?my (?:PA|secretary|assistant|manager|boss)\b",
    re.IGNORECASE,
)
# In answer to a reminder: what nobody says to who waits for it.
_IN_REMINDER = expression(
    r"\bI (?:have |['’]ve )?(?:already |only )?(?:replied|answered|responded|did (?:this|it|that|mine)|got (?:this"
    r"|it) (?:on"
    r"|yesterday|today))\b|\byour (?:dates?|deadlines?|records?|system|reminders?|e-?mails?|letters?|list)\b"
    r"|\bI (?:never|haven['’]t|didn['’]t|don['’]t) (?:got|get|have|had|received?|see|seen?)\b[^.?!]{0,20}\breport\b",
    re.IGNORECASE,
)
_SAY = r"(?:say|tell|put|break|word|phras|let)\w*"
_HOW_TO_SAY = expression(
    r"\b(?:polite|kind|nice|gentle|tactful|diplomatic|soft)(?:r|er|ly|st|est)? ways? (?:of|to) "
    rf"{_SAY}\b(?! (?:staff|pupils|patients|parents|families|people|residents|your|the)\b)"
    rf"|\b(?:good|best|right) ways? (?:of|to) {_SAY}(?: (?:it|this|that|no))?(?: to)? (?:her|him|someone|somebody)\b"
    rf"|\bhow (?:do|would|should|can|could) (?:I|we) (?:\w+ )?{_SAY}\b[^.?!]{{0,30}}\b(?:kindly|nicely|gently|politely"
    r"|tactfully|without|her|him)\b"
    r"|\bwithout (?:hurting|upsetting|offending|crushing|putting (?:her|him|them) off|being (?:harsh|rude|unkind"
    r"|cruel))"
    r"|\bmy heart (?:sinks|sank)\b|\bI (?:dread|despair|groan(?:ed)?)\b|\bwhere to (?:start|begin) with (?:this|it)\b",
    re.IGNORECASE,
)
_A_WORD = expression(
    r"\b(?:one|some|two|all|another|any) of my (?:\w+ )?(?:practitioners|mentees|lot)\b(?=[^.!]{0,120}\?)"
    r"|\b(?:word|chat|talk|speak|call|question)\b[^.?!]{0,25}\b(?:my (?:practitioner|mentee)s?\b|one of (?:you|my)\b)"
    r"|\b(?:one|any|either) of you (?:there|around|free|about|able|know)\b",
    re.IGNORECASE,
)
_NUMBER_OF = expression(
    r"\b(?i:do you have|have you (?:got )?|what(?:['’]s| is)|can I have|could I have|send me|give me)\b[^.?!]{0,12}"
    r"(?:[A-Z]\w+['’]s?|her|his|their|the \w+['’]s)(?: \w+)? (?:(?:phone |mobile |e-?mail |contact )?(?:number"
    r"|address|details)"
    r"|e-?mail|mobile)\b"
)
_YOURS = expression(
    r"\b(?:you(?:['’](?:ve|re|d|ll)|(?<!do you) have| are|r own)|yours|yourself|your (?!end\b|system|records?|side"
    r"|team|office|lists?"
    r"|reminders?|e-?mails?|mails?|letters?|dates?|deadlines?|guid|mailbox|website|page|help|form))",
    re.IGNORECASE,
)
# What is said of a project is said to who has one.
_PROJECT = expression(
    r"\b(?:data|pdsas?|charts?|aims?|measures?|measur\w+|tests?|testing|tested|median|baseline|predict\w*|ideas?"
    r"|diagrams?|graphs?|axis|outcomes?|pupils?|patients?|staff|wards?|class|results?|sample|well done|nice|lovely)\b",
    re.IGNORECASE,
)


def is_to_programme(event: Event, mail: Mail, case: Case, found: Meaning, answered: Letter | None) -> bool:
    """Whether what would be passed on of a mentor's is asked of the programme."""
    passed = isinstance(event, FeedbackReceived | MessageReceived)
    if not passed or getattr(event, "role", Role.MENTOR) is not Role.MENTOR or found.in_form or mail.sends:
        return False
    if answered is not None and answered.name.startswith("relay_"):  # who is answered has spoken
        return False
    called = found.calls_them or found.calls_others
    if called or greets(case.enrolment.practitioner, mail.own_text[:MOST_CHARACTERS]) or praises(mail):
        return False
    if tells_of_no_access(mail, found):  # “please give access to my home address, too”
        return False
    said = [folded(one.text) for one in found.told]
    if sum(len(one.split()) for one in said) > SHORT or any(_YOURS.search(one) for one in said):
        return False
    reminded = answered is not None and answered.name == "remind_feedback"
    ours = [_is_ours(one, reminded=reminded) for one in said]
    rest = [one for one, to_us in zip(said, ours, strict=True) if not to_us]
    return any(ours) and not any(_PROJECT.search(one) for one in rest)


def _is_ours(said: str, *, reminded: bool) -> bool:
    """Whether a sentence asks what only the programme can answer."""
    if _ABOUT_LETTERS.search(said) or _HOW_TO_SAY.search(said) or _COPIES.search(said) or _A_WORD.search(said):
        return True
    if reminded and _IN_REMINDER.search(said):
        return not _PROJECT.search(said)
    asked = _ASKED.search(said) is not None
    return asked and any(row.search(said) for row in (_ITS_OWN, _WHEN, _OWN_PART, _EXPECTED, _NUMBER_OF))
