"""A mentor's plain news of what befell the practitioner: “Jo is off sick this week”, “Jo's mum has died, he told me”.

It is no concern about them, and is heard as a manager's news is: the team gets it with the words to click, and the
report is held. Each sentence must be news, or say how its writer knows and that no report comes; what is said beside
that (“again”, “and frankly I doubt …”) leaves it a word in confidence.
"""

from __future__ import annotations

import re

from qibot.calendar import Almanac, delayed_report
from qibot.events import Arrival, CircumstancesReported
from qibot.expression import expression
from qibot.model import Case, Role
from qibot.people import name_words
from qibot.understanding.matter.wording import is_marked, says_more
from qibot.understanding.meaning import Meaning, sentences
from qibot.understanding.phrases.courtesy import is_courtesy, names_in

MOST = 30  # words of such a mail
_ILL = (
    r"(?:off (?:sick|ill|work)|ill|sick|poorly|unwell|flu|covid|pneumonia|in hospital|hospital|signed off"
    r"|stroke|heart attack"
    r"|operation|surgery|accident|died|passed away|bereavement|bereaved|funeral|broken|broke|cancer"
    r"|miscarriage|lost PRAC['’]s"
    r"|lost (?:his|her|their)|infection|norovirus|migraine|slipped disc|stress)"
)
_PARENT = r"(?:maternity|paternity|parental|adoption)"
_TOLD = expression(rf"\b(?:{_ILL}|{_PARENT})\b", re.IGNORECASE)
_LEAVES = expression(rf"\b{_PARENT}\b", re.IGNORECASE)
_OF_THEM = expression(
    r"^\W*(?:(?:and|so|sadly|unfortunately|sorry to say|poor (?:thing|soul))\W+)*(?:PRAC|s?he|they|her|his|their)\b",
    re.I,
)
_SAYS = expression(  # how its writer knows, and what comes of it
    r"\b(?:just )?(?:i['’]m afraid(?: that)?|(?:for info(?:rmation)?"
    r"|fyi|just)(?= )|to (?:say|let you know)(?: that)?|(?:i|i['’]ve"
    r"|have|i have|just)"
    r" (?:just )?(?:heard|hear)(?: from PRAC)?(?: that)?|heard from PRAC(?: that)?|(?:s?he|they|PRAC)(?:['’]s"
    r"| has)?(?: just)?"
    r" (?:told me|tells me|rang(?: me)?|phoned(?: me)?|called(?: me)?|texted(?: me)?|e-?mailed(?: me)?"
    r"|let me know|says)"
    r"(?: (?:that|to say|to tell me|this morning|today|yesterday|last night))*"
    r"|(?:so|and|so that|which means)?\W*(?:(?:there['’]ll be |there will be )?no report(?: from (?:PRAC|her"
    r"|him|them))?"
    r"|(?:(?:s?he|they|PRAC)(?:['’]ll| will)? )?(?:won['’]t|will not|can['’]t|cannot|may not"
    r"|might not)(?: be able to)? (?:manage|send|do"
    r"|get|finish|write|submit|hand in)(?:ing)? (?:the|her|his|a|their|this) report(?: in| done| in time| on time)?"
    r"|(?:the|her|his|this) report (?:will|may|might) be late)(?: this (?:time|month))?)(?![\w’'])",
    re.IGNORECASE,
)
_SAID = expression(
    rf"(?:(?:{_ILL}|{_PARENT}|PRAC(?:['’]s)?|s?he(?:['’]s)?|they(?:['’]re|['’]ve)?|her|his|their|him|them|is"
    rf"|are|was|has|have|had"
    r"|been|got|be|being|will|going|gone|having|to|off|on|in|with|from|since|for|until|till|at|the|an?|of|this"
    r"|that|next|last"
    r"|coming|all|few|couple|weeks?|months?|days?|night|morning|afternoon|evening|weekend|today|tomorrow"
    r"|yesterday|now|just"
    r"|mon|tues|wednes|thurs|fri|satur|sun|mon(?:day)|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|january|february"
    r"|march|april|may|june|july|august|september|october|november|december|\d+(?:st|nd|rd|th)?|leave|sick"
    r"|line|note|work"
    r"|mum|mother|dad|father|husband|wife|partner|son|daughter|boy|girl|baby|child|brother|sister|gran|granny"
    r"|grandad|grandmother"
    r"|grandfather|nan|wee|little|leg|arm|wrist|ankle|foot|hip|back|chest|bad|nasty|very|quite|really|suddenly"
    r"|unexpectedly|and"
    r"|sadly|unfortunately|sorry|say|poor|thing|soul|so|due|a&e|start(?:s|ing)?|before|after"
    r"|over)(?![\w’'])|[\W_])+",
    re.IGNORECASE,
)


def of_news(
    arrival: Arrival, case: Case, number: int, found: Meaning, almanac: Almanac
) -> CircumstancesReported | None:
    """The event of plain news, where a report is owed that can be held; None of all else."""
    mail = arrival.mail
    if is_marked(found) or found.cut or mail.sends or says_more(mail, case) or len(mail.top.split(None, MOST)) >= MOST:
        return None
    if not tells_plainly(mail.top, case):
        return None
    delayed = delayed_report(case, number, almanac.day(arrival.arrived), almanac)
    if not delayed:
        return None
    nature = "leaving" if _LEAVES.search(mail.top) else "exceptional"
    return CircumstancesReported(arrival, case.unit, delayed, nature, Role.MENTOR, "weights")


def tells_plainly(text: str, case: Case) -> bool:
    """Whether each sentence is such news, a courtesy, or says how its writer knows."""
    theirs = "|".join(map(re.escape, sorted(name_words([case.enrolment.practitioner]), key=len, reverse=True)))
    names, news = names_in(case), False
    for one in sentences(text):
        said = re.sub(rf"\b(?:{theirs})\b(?: PRAC\b)?", "PRAC", one, flags=re.IGNORECASE) if theirs else one
        rest = _SAYS.sub(" ", re.sub(r"PRAC PRAC", "PRAC", said))
        if is_courtesy(re.sub(r"\bPRAC\b", "", rest), names):
            continue
        if not _SAID.fullmatch(rest):
            return False
        if not _OF_THEM.match(rest):
            return False
        news = news or _TOLD.search(rest) is not None
    return news
