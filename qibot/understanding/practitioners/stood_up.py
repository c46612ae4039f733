"""“She keeps cancelling”: that the mentor doesn't meet, ring or answer, in answer to the question whether they have
spoken. Said so plainly it is a word about the mentor, for the team alone, and no circumstances of its writer's.

| the words | are |
|---|---|
| the mentor never answers, keeps cancelling, cancelled twice, didn't turn up again | in confidence |
| the writer has tried, more than once or for long, and heard nothing | in confidence |
| once, with a word of annoyance | in confidence |
| once, and no more; or with a reason, or a new day | asked about, as ever (oblique.py) |
| to the mentor themselves; of a school or pupils; of the writer's own cancelling | what they were |
"""

from __future__ import annotations

from qibot.expression import expression
from qibot.model import Letter
from qibot.understanding.meaning import Meaning
from qibot.understanding.meaning.families import families_in

LONGEST = 45  # words: what is longer the weights know enough of
# Sentences whose people are abstracted (meaning/people.py).
_THEY = r"(?:MENT|THEY|THOSE|(?:my )?mentor)(?: 's)?"
_FILL = r"(?: (?:has|have|had|is|was|just|also|always|then|now|even|really|only|simply|'s|been|again|so|far|actually))*"
_NOT = r"(?: (?:never|hardly ever|rarely|hasn't|haven't|has not|doesn't|does not|didn't|did not|won't|isn't|wasn't))"
_COMES = (
    r"(?:repl\w+|answer\w*|respond\w*|ring|rings|rang|rung|phone\w*|call\w*|turn\w*|show\w*|come|came|appear\w*"
    r"|get|gets|got"
    r"|write\w*|wrote|written|contact\w*|in touch|been in touch|be in touch|there|about|around|available|free|pick\w*"
    r"|acknowledg\w*|made|make|makes|tried|bother\w*|said)"
)
_PUTS_OFF = (
    r"(?:cancel\w*|postpon\w*|put (?:me|it|us|things) off|puts (?:me|it|us) off|putting (?:me|it|us) off|pull\w* out"
    r"|resched\w*|forgot\w*|forget\w*|miss\w*|ignor\w*|bail\w*|stood me up|stand\w* me up|let me down|mov(?:ed"
    r"|es|ing) it"
    r"|chang\w* (?:it|the))"
)
_FAILS = expression(
    rf"\b{_THEY}{_FILL}{_NOT}(?: (?:even|ever|once|yet|actually|really))* {_COMES}\b"
    rf"|\b{_THEY}{_FILL} (?:keeps?|kept)(?: on)? {_PUTS_OFF}|\b{_THEY}{_FILL} {_PUTS_OFF}"
    rf"|\b{_THEY} was (?:supposed|meant|going|due) to\b.*\b(?:didn't|never|hasn't|but)\b"
    rf"|\b(?:no|not an?|not one|not a single|without an?|never any|never an?) (?:single |proper )?(?:answer"
    rf"|reply|response"
    rf"|word|contact|peep)\b.{{0,20}}\b(?:from|off|out of) {_THEY}"
    rf"|\b(?:nothing|not heard|heard little)\b.{{0,15}}\b(?:from|off|out of) {_THEY}"
    rf"|\bwaiting (?:for|on|to hear from) {_THEY}(?: to\b|$| )"
)
_TRIES = expression(
    r"\b(?:i|i've|we|have)(?: (?:have|had|both|also|even|now))* (?:e-?mailed|mailed|asked|chased|tried|rung"
    r"|rang|called|phoned"
    r"|messaged|texted|written|wrote|left|sent|suggested|offered|contacted|requested|followed up)\b|\bi keep \w+ing\b"
    r"|\b(?:after|despite) (?:several|NUM|two|three|many|my)\b"
)
_NOTHING_CAME = expression(
    r"\b(?:heard|had|got|getting|have|with|received|get) (?:nothing|no (?:reply|answer|response|joy|luck|word)"
    r"|zero|nowt)\b"
    r"|\bno (?:reply|answer|response|joy|luck|word)\b|\bnothing back\b|\b(?:never|not|n't) (?:heard|had|got)\b"
    r"|\bwithout (?:an?y? )?(?:reply|answer|response|success|luck)\b|\bunanswered\b|\bignored\b|\bto no avail\b"
    r"|\bsilence\b"
    r"|\bin vain\b"
)
_UNANSWERED = expression(
    r"\bmy (?:e-?mails?|messages?|calls?|texts?|voicemails?)\b.{0,20}\b(?:unanswered|ignored|nowhere"
    r"|no (?:reply|answer)|not"
    r"(?: \w+)? (?:answered|returned)|into (?:a|the) (?:void|black hole))\b"
)
_OFTEN = expression(
    r"\b(?:twice|both|again|NUM|two|three|four|several|many|every|each|all|always|never|keeps?|kept|weeks"
    r"|months|ages|times|doesn't|don't"
    r"|chased|still|third|second|often|neither|either|any of|last minute|unanswered|as usual|without fail"
    r"|multiple|repeatedly)\b"
)
_CROSS = expression(
    r"\b(?:fed up|frustrat\w*|annoy\w*|disappoint\w*|patience|irritat\w*|cross|not (?:good|great|impressed"
    r"|happy|ideal)|poor"
    r"|unhappy|let down|rude|unprofessional|upset|demoralis\w*|to be honest|if i'm honest|fair|ridiculous|typical"
    r"|hopeless|stood me up)\b"
)
# What explains it, or has put it right; what is the writer's own doing, or somebody else's.
_EXCUSED = expression(
    r"\b(?:ill|sick|unwell|covid|poorly|funeral|leave|holiday|bereave\w*|surgery|hospital|rearrang\w*"
    r"|resched\w*|rebook\w*|re booked"
    r"|new (?:date|time|day)|in the diary|(?:meeting|seeing|speaking|talking|booked|set|arranged|agreed"
    r"|call)(?: \w+){0,3}"
    r" (?:on|for|next|this|DAY|tomorrow)|(?:is|was) fine|no (?:problem|bother|worries)|understand\w*|my fault"
    r"|i cancel\w*|on (?:her|him|them"
    r"|MENT|THEY)|i had to|i (?:forgot|missed|never (?:replied|answered|rang|got))|my own|happily|lovely|great"
    r"|helpful|kind)\b"
)
_ELSE = {"@third", "@qi", "@manager", "@ill", "@death"}
_OTHERS = expression(r"\b(?:MGR|OTHER|SOMEBODY|school|head|parents?|department|analyst|team)\b")


def stood_up(found: Meaning, answered: Letter | None) -> bool:
    """Whether it is plainly that the mentor doesn't meet or answer, which is nothing for the mentor to read."""
    if answered is None or answered.name != "nudge_contact" or found.speaks_of("MENT-V"):
        return False
    whole = " ".join(" ".join(told.words) for told in found.told)
    if len(whole.split()) > LONGEST or _EXCUSED.search(whole) or _OTHERS.search(whole) or families_in(whole) & _ELSE:
        return False
    fails = _FAILS.search(whole) is not None
    tries = _TRIES.search(whole) is not None and _NOTHING_CAME.search(whole) is not None
    if not (fails or tries or _UNANSWERED.search(whole)):
        return False
    return bool(_OFTEN.search(whole) or _CROSS.search(whole))
