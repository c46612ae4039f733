"""“I'm off sick today but Thursday should be fine”: what keeps somebody from a meeting that the mentor proposes, and
from no report. The mentor waits for that answer.

| in answer to the mentor's message, the words | are |
|---|---|
| a passing illness, an appointment, a leave, and a day that suits or is proposed instead | a message |
| a leave, and that the days don't suit, while no report is due | a message |
| an illness of more than a few days, or while a report is due; a leave that lasts beyond a deadline | what they were |
| an illness that lasts, a death, the report, or that they hardly cope, beside it | what they were |
"""

from __future__ import annotations

import re
from datetime import timedelta

from qibot.expression import expression
from qibot.people import name_words
from qibot.spoken import Spoken
from qibot.understanding.days.dates import read_date
from qibot.understanding.days.naming_days import plainer
from qibot.understanding.meaning.families import families_in
from qibot.understanding.phrases.courtesy import is_courtesy
from qibot.understanding.phrases.in_few_words import typed_in
from qibot.understanding.practitioners.another_day import DAY, MONTH, OF_A_DAY, WEEKDAY
from qibot.understanding.practitioners.said import Said

LONGEST = 30  # words: what is longer tells more than one thing
SLIGHT, LEAVING = 0.3, 0.25  # from which what is graver is in it
_WHEN = rf"(?: (?:(?:until|till|from|on|since|at|for|just|right|all|in the)? ?(?:{DAY}|now|moment)))*"
_AM = (
    r"(?:i(?:['’]m| am|['’]ll be| will be|['’]ve been| was) |currently |still )?(?:(?:just|still|also|now"
    r"|currently) )?"
)
_HAVE = (
    r"(?:i(?:['’]ve(?: got| had)?| have(?: got)?| got|['’]ll have) |got |down with )"
    r"(?:(?:a|an|the|my|another) )?"
    r"(?:(?:bad|rotten|nasty|heavy|horrible|stinking|awful|wee|bit of a|sore|stomach|tummy|rough|routine|quick|eye"
    r"|dental) )?"
)
_CHILD = (
    r"(?:my|our|the) (?:wee (?:one|boy|girl|man|lass|lad)|wean|son|daughter|youngest|eldest|oldest|little one|kids?"
    r"|children|boys?|girls?|bairns?|twins|wife|husband|partner)(?:['’]s| is| are| has| have)?(?: been)?"
)
# What passes: taken out of the words before the rest of them is looked through.
_PASSES = expression(
    rf"\b(?:{_AM}(?:(?:off|at home|home)(?: (?:sick|ill|poorly|unwell|with (?:a|the) (?:cold|bug|migraine)))?"
    r"|sick|ill|poorly|unwell|not well|full of (?:the )?cold)"
    rf"|{_AM}(?:on (?:annual |my )?(?:leave|holidays?|hols)|away|abroad|out of (?:the )?office|working from home)"
    rf"|{_HAVE}(?:cold|flu|covid|migraine|bug|headache|throat|lurgy)"
    rf"|(?:{_HAVE}|{_AM}at (?:a|an|the|my) )(?:dentist(?:['’]s)?|doctor(?:['’]s)?|gp|optician(?:['’]s)?"
    rf"|hospital|clinic"
    r"|physio|vet(?:['’]s)?|school)(?: (?:appointment|visit))"
    rf"|{_AM}at (?:a|an|the|my) (?:dentist(?:['’]s)?|doctor(?:['’]s)?|gp|optician(?:['’]s)?|physio"
    rf"|vet(?:['’]s)?|funeral"
    r"|wedding)"
    rf"|{_HAVE}(?:funeral|wedding|dentist|doctor['’]?s?|day off|days off)"
    rf"|(?:it['’]s|that['’]s|{WEEKDAY}(?:['’]s| is)) (?:my|a) day off"
    rf"|{_CHILD} (?:off )?(?:sick|ill|poorly|unwell|(?:a|the) (?:cold|bug|migraine)|covid|chickenpox|off))"
    rf"(?![\w'’]){_WHEN}",
    re.IGNORECASE,
)
_ILL = Spoken(r"\b(?:sick|ill|poorly|unwell|not well|colds?|flu|covid|migraine|bug|headache|throat|lurgy|chickenpox)\b")
_DAYS = Spoken(r"\b(?:weeks?|days|fortnight|any|both|either|all|every|mornings|afternoons)\b")
_DATE = expression(rf"\b(?:the )?\d{{1,2}}(?:(?:st|nd|rd|th)(?: (?:of )?{MONTH})?| (?:of )?{MONTH})", re.IGNORECASE)
NEAR = timedelta(days=3)  # from today, within which an illness has been or will be over
_SUITS = expression(
    rf"\b{DAY}(?: (?:at|around|after|from|onwards?|afternoon|morning) ?{DAY}?)?,? (?:should |would |will "
    rf"|could |might )?"
    r"(?:be |is |works?|suits?|looks |['’]s )?(?: ?(?:fine|good|great|perfect|ok|okay|possible|better|best"
    r"|easier|grand"
    r"|lovely|free|works?|suits?))"
    rf"|\b(?:could|can|shall|would|might) (?:you|we|i|it)\b[^.?!]{{0,30}}\b{DAY}"
    rf"|\b(?:how|what) about {DAY}|\b(?:maybe|perhaps|say|let['’]s (?:say|do|make it)|make it) {DAY}"
    rf"|\b{DAY},? (?:please|instead|though|then)\b|\b{DAY} ?\?|^\W*yes,? {DAY}\b"
    rf"|\bi (?:can|could|['’]ll be able to) (?:do|make|manage|talk|meet|ring|phone|join)\b"
    rf"|\b(?:free|around|available|back) (?:on |from |at )?{DAY}",
    re.IGNORECASE,
)
_DECLINES = expression(
    rf"\b(?:neither|(?:can['’]?t|cannot|can ?not|won['’]t be able to) (?:do|make|manage) (?:it|that|either"
    rf"|those|{DAY})"
    rf"|{DAY} (?:is|are)(?:n['’]t| not)? (?:out|no good|no use|any good|not good|good|possible)|not (?:{DAY})"
    rf"|i(?:['’]m| am| will be|['’]ll be) [^.?!]{{0,25}}\bthat (?:week|day))\b",
    re.IGNORECASE,
)
_GRAVER = Spoken(
    r"\b(?:reports?|deadlines?|extension|longer|more time|behind|submi\w+|feedback|programme|cop(?:e|ing)"
    r"|(?<!could you )(?<!can you )manag(?:e|ing)\b"
    r"|struggl\w+|signed off|weeks|months|long[- ]term|for (?:a while|some time|good|ever|the foreseeable)"
    r"|indefinite\w*"
    r"|don['’]t (?:know|think)|no idea|until further|phased|stress\w*|breakdown|tests?|results?|private\w*"
    r"|confiden\w+"
    r"|between (?:us|ourselves|you)|don['’]t (?:tell|ask|mention|say)|everything|too much|anything|nothing"
    r"|thanks to)\b"
)
_POLITELY = expression(
    r"\bI['’]m afraid\b|\b(?:so |very )?sorry (?:for|about) (?:the|my|this) (?:\w+ )?(?:delay|reply|answer"
    r"|silence)\b[.,]?",
    re.IGNORECASE,
)
_AROUND = ".,!?;:()–—-'\""
_BEFALLS = {"@ill", "@death", "@calamity", "@kin", "@workload", "@leaving", "@cope"}


def is_kept_from_meeting(said: Said, *, due: bool) -> bool:
    """Whether it only says so of a meeting; while a report is `due`, an illness or a bare leave may be why that is
    late."""
    text, found = typed_in(said.mail), said.found
    if said.answered is None or said.answered.name != "relay_message" or not 0 < len(text.split()) <= LONGEST:
        return False
    graver = found.of("private") >= SLIGHT or found.of("leaving") >= LEAVING
    if found.mark or found.cut or graver or _GRAVER.is_in(text) or said.mail.sends:
        return False
    text = _POLITELY.sub(" ", text)
    rest = _PASSES.sub(" ", text)
    if any(_lasts(said, one[0], due=due) for one in _PASSES.finditer(text)):
        return False
    if rest == text or families_in(rest) & _BEFALLS:
        return False
    enrolment = said.case.enrolment
    if not _is_of_meeting(rest, name_words([enrolment.practitioner, enrolment.mentor])):  # of nobody else
        return False
    is_leave = families_in(text) & _BEFALLS == set()
    return _SUITS.search(rest) is not None or (is_leave and not due and _DECLINES.search(text) is not None)


def _lasts(said: Said, passing: str, *, due: bool) -> bool:
    """Whether an illness is of more than a few days, or may keep from a report that is due; whether a leave lasts
    beyond a deadline."""
    today = said.almanac.day(said.arrival.arrived)
    named = [read_date(plainer(one[0]), today) for one in _DATE.finditer(passing)]
    days = [one.day if one else None for one in named]
    if _ILL.is_in(passing):
        return due or _DAYS.is_in(passing) or any(day is None or abs(day - today) > NEAR for day in days)
    ends = max((day for day in days if day is not None), default=today)
    deadlines = [said.almanac.deadline(said.case, n) for n in said.almanac.owed(said.case)]
    return None in days or any(today <= deadline <= ends for deadline in deadlines if ends > today)


def _is_of_meeting(rest: str, names: frozenset[str]) -> bool:
    """Whether the words without what passes say nothing but which day suits, or thanks: every other may say more."""
    words = rest.casefold().replace("’", "'").split()
    return all(w in OF_A_DAY or w[0].isdigit() or is_courtesy(w, names) for one in words if (w := one.strip(_AROUND)))
