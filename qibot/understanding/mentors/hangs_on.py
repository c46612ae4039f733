"""What a mentor's promise hangs on, or goes on with: “I'll read it once I've buried my father”, “will look at it this
weekend, then we need to talk about Jo”.

A promise is read by nobody, so that whatever its clause goes on with would be lost, and its writer reminded all the
same. Most such clauses say when (“when the bairns are down”) and go on as before; these don't:

| it goes on with | becomes |
|---|---|
| an illness, a death of theirs | for the team alone: it may need somebody else |
| somebody else, but as the one who gets it (“and get back to her”) | asked about |
| a doubt, a quarrel, a procedure | asked about |
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from qibot.events import Acknowledged, Arrival, DateNamed, Event, FeedbackReceived, MessageReceived, SupportNeeded
from qibot.expression import expression
from qibot.message import Mail, words_apart
from qibot.model import Case
from qibot.people import name_words
from qibot.understanding.meaning.families import classed, families_in, plain_words
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.phrases.grave import grave_table
from qibot.understanding.phrases.own_trouble import tells_trouble
from qibot.understanding.phrases.plainly import names_project

MOST = 60  # words of such a mail: what is longer, the weights hear
_SENTENCES = expression(r"[^.!?\n]+")
_GOES_ON = expression(
    r"(?:['’]ll|\b(?:will|shall|hope to|aim to|plan to|going to|want to|to follow|to come))\b.*?"
    r"\b(?:when|once|as soon as|after|during|until|till|unless|if|but|then|because|since|while|although|though|and"
    r"|as)\b(.*)",
    re.IGNORECASE,
)
_TROUBLES = frozenset(["@ill", "@death"])
_UNMENDED = frozenset(["@violence", "@law", "@home", "@dies"])
_TROUBLE = expression(
    r"\b(?:intensive care|hospice|my treatment|back on my feet|bur(?:y|ied|ying) my)\b", re.IGNORECASE
)
# Where mentors work: a clinic that is run, a board that meets, a GP's surgery.
_WORKS_THERE = expression(
    r"\b(?:the|our|this|\w+day['’]?s|my(?= (?:flu|covid|vaccin)))(?: (?:flu|covid|hospital|vaccin\w+|stroke"
    r"|cancer|diabetes"
    r"|asthma|respiratory))+ (?:clinics?|boards?|teams?|rounds?|wards?(?= (?:round|meeting))|meetings?|audits?"
    r"|sessions?)\b"
    r"(?! about\b)|\b(?:after|before) surgery(?=\W*(?:$|\n|tonight|today|this (?:morning|afternoon|evening))\b)"
    r"|\b(?:after|before) surgery$",
    re.IGNORECASE,
)
# The writer's own meetings, places and household.
_OWN = (
    r"\b(?:the|our|my|a)(?: \w+)? (?:team|office|managers?|mentors?|programme)['’]?s? (?:meeting|day|away ?day"
    r"|huddle|lunch|call"
    r"|training|briefing|conference)\b|\b(?:at|in|to) the office\b|\bthe team['’]s (?:other |last )?(?:report"
    r"|charter|data)\b"
    r"|\bsome(?:one|body) (?:can )?(?:fix|lend|cover|mend)(?:e?s)? (?:me\b|(?:my|the|our|a) (?:\w+ )?(?:laptop"
    r"|computer|pc"
    r"|printer|phone|screen|wi-?fi|internet|router|shift|clinic|class|ward|desk|broadband|charger|line|e-?mail)\b)"
    r"|\bthe court (?:sits|is sitting|rises|is in session)\b(?! (?:on (?!\w+day)|about|over|in (?:my|our)))"
    r"|(?<!\bif )\b{who} (?:will|['’]ll) (?:have|get) (?:it|them|my (?:comments|feedback|notes))\b(?! at all)"
    r"|\b(?:spoken|spoke|talked|met) (?:to|with) {who}\b(?!['’])"
    r"|\bmy (?:(?:wee|young|youngest|eldest|elder|little) )?(?:daughter|son|wife|husband|partner|boy|girl|wean"
    r"|bairn|baby)\b"
    r"(?:['’]s| is)? (?:asleep|in bed|down|settled|fed|at (?:school|nursery|swimming|football)),? (?:and |but "
    r"|as |since )?"
    r"(?:she|he)(?:['’]s| has| is) (?:got )?(?:chicken ?pox|a (?:bit of a )?(?:cold|cough|temperature)|nits"
    r"|teething"
    r"|a late one|up late|(?:very |so )?(?:tired|excited|wide awake))\b"
)
_GETS_IT = (  # as who gets it, and whose the report is
    r"\b(?:(?:to|with) (?:her|him|them|{who})|(?:give|drop|send|write|ring|phone|call|text|e-?mail|let)"
    r" (?:her|him|{who})|(?:her|his|{who}['’]s) (?:reports?|charter|feedback|name|comments))\b"
)
_OTHERS = (
    r"\b(?:she|he|her|him|hers|his|some(?:one|body)|any(?:one|body)|the (?:team|office|programme|course)|managers?"
    r"|mentors?|{who})\b"
)
_DOUBTS = expression(
    r"\b(?:whether|decid\w+|face (?:it|this|that)|stay(?:ing)? on|carry on|copied|grievance|hearing|tribunal|court"
    r"|police|solicitors?|lawyers?|union|disciplin\w+|suspen\w+|complain\w*|apologi[sz]\w+|crying|tears"
    r"|(?:spoken|spoke|heard|talked) (?:back )?(?:to|from|with)|need to (?:talk|speak)"
    r"|(?<!you )step(?:ping)? (?:back|down|aside)|divorce\w*|separat\w+|arrest\w+|(?:has|have|['’]s"
    r"|['’]ve) left (?:me|us|home)|walked out|lets? (?:me|us) (?:go|home)"
    r"|about my job)\b",
    re.IGNORECASE,
)


def hangs_on(event: Event, arrival: Arrival, case: Case, number: int, ask: Callable[[Arrival], Event]) -> Event:
    """The event of a mentor's mail; of a promise that goes on so, what becomes of that, with its day noted beside."""
    if arrival.mail.sends or not _is_promise(event, arrival.mail):
        return event
    said = [_without_own(one, case) for one in _SENTENCES.findall(typed(arrival.mail))]
    goes_on = [m[1] for one in said if (m := _GOES_ON.search(one))]
    troubled = [one for one in goes_on if families_in(one) & _TROUBLES or _TROUBLE.search(one)]
    if not (troubled or goes_on) and any(map(_befell, said)):  # “by Friday, my son has been arrested”
        troubled = said
    doubted = [one for one in goes_on if _is_of_somebody(one, case) or _DOUBTS.search(one)]
    if not (troubled or doubted):
        return event
    told = event.arrival
    if isinstance(event, DateNamed):
        told = replace(told, beside=(*told.beside, replace(event, in_words=True)))
    if doubted:
        return ask(told)
    words = words_apart(arrival.mail, case).strip()
    return SupportNeeded(told, case.unit, number or 1, words, read="weights")


def _befell(said: str) -> bool:
    """Whether a sentence beside the day tells a trouble that no day mends: an illness or a death is why it is later."""
    kinds = classed(plain_words(said), grave_table())[1]
    return tells_trouble(said) and bool(kinds & _UNMENDED) and not families_in(said) & _TROUBLES


def _is_promise(event: Event, mail: Mail) -> bool:
    """Whether nobody would hear the rest of it, or it would count as the feedback that it promises."""
    said = typed(mail)
    if len(said.split(None, MOST)) >= MOST:
        return False
    if isinstance(event, DateNamed):
        return not any(isinstance(x, MessageReceived) for x in event.arrival.beside)
    return isinstance(event, Acknowledged) or (isinstance(event, FeedbackReceived) and not names_project(said))


def _without_own(said: str, case: Case) -> str:
    """A sentence without where its writer works, whom they live with, and that its reader gets it."""
    return re.sub(_OWN.format(who=f"(?:{_who(case)})"), " ", _WORKS_THERE.sub(" ", said), flags=re.IGNORECASE)


def _who(case: Case) -> str:
    e = case.enrolment
    return "|".join(map(re.escape, name_words([e.practitioner, *([e.manager] if e.manager else [])])))


def _is_of_somebody(said: str, case: Case) -> bool:
    who = _who(case)
    left = re.sub(_GETS_IT.format(who=who), " ", said, flags=re.IGNORECASE)
    return re.search(_OTHERS.format(who=who), left, re.IGNORECASE) is not None
