"""What a practitioner answers to news of ours, the team's decision or a new mentor, and what befell nobody.

Nobody but the team has sent these letters, so that such an answer is the team's. It sounds like circumstances, since
it speaks of reports and of what was decided; but a difficulty that the mentor would hear of is told in none of it.

| it answers | and only | like |
|---|---|---|
| a decision, a day for the feedback, a new mentor | asks what is due | “Do I still need to do report 5?” |
| a decision | says that something may come all the same | “I may send something in anyway” |
| a new mentor | thanks the former one, or asks how they are | “Please thank Ann from me” |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.spoken import Spoken
from qibot.understanding.meaning import sentences
from qibot.understanding.meaning.families import families_in
from qibot.understanding.phrases.courtesy import is_courtesy
from qibot.understanding.phrases.in_few_words import typed_in
from qibot.understanding.practitioners.own_cause import gives_none
from qibot.understanding.practitioners.said import Said

DECIDED, NEW_MENTOR, EXPECTED = "tell_extension", "tell_new_mentor", "expect_feedback_by"
LONGEST = 45  # words: what is longer tells more than one thing
LEAVING = 0.5  # from which that they leave is in it
_GRAVE = {"@ill", "@death", "@calamity", "@workload", "@leaving", "@cope", "@kin"}
_DENIES = Spoken(r"n['’]t\b|\b(?:not|never|no|cannot|can ?not|unable|hardly|barely|neither|either|unless|struggl\w+)\b")
_NEXT = r"(?:reports?|next (?:one|report|month)|(?:january|february|march|april|may|june|july|august|september|october"
_NEXT += r"|november|december)(?:['’]?s)?)"
_ASKS_WHAT = Spoken(
    r"^\W*(?:(?:ok|okay|so|and|but|just|right|thanks|thank you|hi|oh|then|also|quick question)\W+){0,4}"
    r"(?:(?:do|must|should|shall|would|will|am|did) i\b(?: still| also| then| just| even| now| be)*"
    r" (?:need|have to|supposed|meant|expected|owe|due|send|write|do|include|start|carry|get|put|cover|report)\b"
    r"|(?:when|what day|by when|what date)(?:['’]s| is| are| will| do| does| should| would)\b"
    rf"|(?:is|are|will|does|do|did|was|would) (?:(?:the|that|this|it|my|these) )*(?:{_NEXT}|that|this|it)"
    r"(?: \w+){0,2} (?:still|due|expected|needed|needs?|moves?|changes?|counts?|stays?|means?|on|same|as normal"
    r"|going ahead|leave me)\b"
    rf"|what (?:about|happens (?:to|with|about)) (?:the |my )?{_NEXT})"
)
# All that such a question is made of: what else stands in it (“… while I'm in rehab?”) is a cause of its writer's.
_ASKED_WITH = """
    a about again all also am an and any are as at be but by can carry change changed changes combine combined could
    count counts cover date day days deadline did do does double due earlier end enough even exactly expected extra
    february fine for from get go going happen happens has have hello hi how i i'd i'll if in include is it it's its
    just keep know later let many mean means meant me month month's months moved moves move much must my need
    needed needs new next no normal november now of ok okay on one one's ones only or oh original other our owe
    owed part please put question quick quite report report's reports right same say send separate session should
    shall sooner so sorry start stay stays still submit supposed thank thanks that that's the their them then there
    these this those time to too two usual was we well were what what's when when's whether which will with would
    write year yes you your january march april may june july august september october december first second third
    fourth fifth sixth seventh eighth ninth tenth jan feb mar apr jun jul aug sep sept oct nov dec
"""
_ASKED = frozenset(_ASKED_WITH.split())
_LEAVES_TIME = expression(r"\bleave (?=me\b|enough\b|any\b|time\b)", re.IGNORECASE)
_ORDINAL = frozenset(("st", "nd", "rd", "th"))
_WORD = expression(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OF_REPORTS = Spoken(rf"\b(?:{_NEXT}|one|ones|due|deadline|session|{_NEXT} \d)\b")
_TIME_FOR = Spoken(r"\b(?:enough|any|the|leave me) time (?:for|to do|to write)\b")
_ANYWAY = Spoken(
    r"\bi(?:['’](?:ll|d|m)| may| might| will| could| can| would)\b.{0,50}\b(?:send|write|do|have|get|put|try|start)\b"
    r".{0,40}\b(?:anyway|after all|all the same|regardless|nonetheless|nevertheless|even so|in spite)\b"
    r"|\b(?:ok|okay|fine|all right|alright) (?:if i|to) (?:send|write|do)\b.{0,40}\b(?:anyway|after all"
    r"|all the same)\b"
    r"|\b(?:feeling|feel|felt|doing|am|i['’]m) (?:(?:a (?:wee |little )?bit|much|a lot|somewhat|slightly) )?(?:better"
    r"|stronger|brighter)\b|\b(?:bit|burst|lot) (?:more )?(?:of )?(?:energy|time)\b"
)
_FIGURES = expression(
    r"\b(?:(?:take|takes|taking|keep|keeps|keeping|get) my mind (?:off (?:it|things)|busy|occupied)"
    r"|give me something (?:to do|else)|when i(?:['’]m| am) back|(?:i['’]m |i am )?(?:feeling"
    r"|doing) (?:[\w ]{0,12})better"
    r"|(?:bit|burst|lot) (?:more )?(?:of )?(?:energy|time))\b",
    re.IGNORECASE,
)
_WISHES = Spoken(
    r"\b(?:thank\w*|grateful\w*|gratitude|miss (?:her|him|them|\w+)|(?:best|good|kind\w*|warm\w*) (?:wishes"
    r"|regards)|love to"
    r"|my (?:best|love|regards)|appreciat\w*|sorry to (?:lose|see)|sad to|enjoyed|wonderful|brilliant|lovely"
    r"|fantastic|amazing"
    r"|great|all the best|good luck|so kind|very kind|really kind|helpful|helped (?:me|us)|a (?:great|huge"
    r"|big) help)\b"
)
_THIRD = expression(r"\b(?:her|him|she|he|them|they)\b|\bmy (?:old|former|last|previous|first) mentor\b", re.IGNORECASE)
_NAME = expression(r"(?<=\w )[A-Z][a-z]+\b|^[A-Z][a-z]+(?= (?:has|was|is|had|helped|made|gave)\b)")
_LEADS = expression(r"^\W*(?:please |and )?(?:tell|thank|give|let|ask) ([A-Z][a-z]+)\b")
_OH = expression(r"^\W*(?:oh|ah|aw)(?: no| dear)?\b\W*", re.IGNORECASE)
_OTHERWISE = Spoken(r"\b(?:but|why|instead|rather|than|unlike|though|however|afraid|worr\w+|happen\w*|complain\w*)\b")
_ASKS_AFTER = Spoken(
    r"^\W*(?:is|are|was|were) (?!it\b|that\b|this\b|there\b|my\b|i\b|we\b)\w+(?: \w+)? (?:ok|okay|all ?right"
    r"|well|ill|unwell"
    r"|poorly|sick|leaving|retiring|off|moving on|fine)(?: now)?\W*\?$"
    r"|^\W*(?:and |but )?(?:i |we )?(?:do |just )?hope (?:that )?(?!i\b|my\b|we\b|it\b"
    r"|i['’])(?:nothing['’]?s? (?:is |has )?"
    r"(?:wrong|happened)|everything['’]?s? (?:is )?(?:ok|okay|all ?right|well|fine)(?: with \w+)?"
    r"|(?:she|he|they|\w+)(?:['’]s|['’]re| is| are|\s?isn['’]t| aren['’]t| is not| gets?)? ?(?:ok|okay"
    r"|all ?right|well|ill"
    r"|unwell|poorly|sick|fine|better)(?: soon| again)?)\W*$"
)


# That it be decided anew, and nothing else: “will you reconsider coming to our ward?”, “I'll appeal to the parents”.
_DECISION = r"(?:the|your|this|that|my) (?:\w+ )?(?:decision|answer|verdict|no|refusal|case|request|extension|situation"
_DECISION += r"|circumstances)\b"
_IT = rf"(?: (?:please|kindly|it|this|that|{_DECISION}))*(?=\W*$|[.,;:!?]|\b(?:please|because|as|since|and|so)\b)"
_ANEW = Spoken(
    r"\b(?:please|pls|kindly|(?:can|could|would|will) (?:you|the team|they)(?: please| kindly)?|ask (?:you|the team) to"
    rf"|want you to|hope (?:that )?you(?:['’]ll| will)?) reconsider\b{_IT}|\breconsider (?:please|{_DECISION})"
    rf"|\b(?:like|want|wish|going) to appeal\b(?: against)?{_IT}|\b(?:appeal (?:against )?|review (?:of )?){_DECISION}"
)


def asks_anew(said: Said) -> bool:
    """Whether it asks that what the team has decided on a report that is still owed be decided anew."""
    if said.mail.sends or said.found.speaks_of("MENT-V") or not _ANEW.is_in(typed_in(said.mail)):
        return False
    decided = (f"extension/{said.case.unit}/{n}/" for n in said.almanac.owed(said.case))
    return any(key.startswith(about) for about in decided for key in said.case.letters)


def answers_news(said: Said) -> bool:
    """Whether each of its sentences says such a thing, or is a courtesy, and one does."""
    answered, found, text = said.answered, said.found, typed_in(said.mail)
    if answered is None or answered.name not in (DECIDED, NEW_MENTOR, EXPECTED) or said.mail.sends:
        return False
    theirs = answered.name != DECIDED and found.speaks_of("MENT-V")  # it is said to the mentor
    if theirs or found.mark or found.cut or found.of("leaving") >= LEAVING or len(text.split()) > LONGEST:
        return False
    told = [one for one in sentences(text) if not is_courtesy(one.rstrip(".! "), said.names)]
    return bool(told) and all(_is_of_news(one, answered.name, said.names) for one in told)


def _is_of_news(said: str, name: str, names: frozenset[str]) -> bool:
    sentence = _OH.sub("", said)
    if name == NEW_MENTOR and (_ASKS_AFTER.is_in(sentence) or _is_of_former(sentence, names)):
        return True
    if _DENIES.is_in(sentence):
        return False
    if "?" in sentence and gives_none(sentence) and _ASKS_WHAT.is_in(sentence):
        return (_OF_REPORTS.is_in(sentence) or _TIME_FOR.is_in(sentence)) and is_only_asked(sentence, names)
    rest = _FIGURES.sub(" ", sentence)
    return name == DECIDED and _ANYWAY.is_in(sentence) and gives_none(rest) and not families_in(rest) & _GRAVE


def is_only_asked(sentence: str, names: frozenset[str]) -> bool:
    """Whether a question has no word beside the reports, their days and what holds it together."""
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(_LEAVES_TIME.sub(" ", sentence))]
    return all(word in _ASKED or word in names or word in _ORDINAL for word in words)


def _is_of_former(sentence: str, names: frozenset[str]) -> bool:
    """Whether it thanks or praises somebody who isn't of the enrolment any more, and says nothing else of them."""
    leads = _LEADS.match(sentence)
    called = {one.casefold() for one in (*_NAME.findall(sentence), *([leads[1]] if leads else []))}
    someone = bool(called - names) or (_THIRD.search(sentence) is not None and not called & names)
    plain = not (_OTHERWISE.is_in(sentence) or _DENIES.is_in(sentence) or families_in(sentence) & (_GRAVE - {"@cope"}))
    return someone and plain and _WISHES.is_in(sentence)
