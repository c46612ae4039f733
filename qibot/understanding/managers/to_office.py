"""A manager's words that are said to the office, though they answer a letter about the practitioner: nobody is called.

| it | becomes |
|---|---|
| asks or says something of our letters and ways (`persons/of_our_letters.py`) | to the team alone |
| … beside a word of the project; asks but “is this normal?” | they are asked |
| asks whether the mentor knows what may be for the team alone | to the team alone |
| says, in answer to a reminder, that they will see to it: “I'll have a word with him” | thanks |
| … beside a line more of the practitioner | to the team alone |
| … beside anything else that would go to the two | they are asked |
| … that other work of theirs kept the practitioner: “we've had him on nights” | circumstances |
| … that they make time for the practitioner, and nothing else | a message, whatever it sounds like |
"""

from __future__ import annotations

import re

from qibot.calendar import Almanac, delayed_report
from qibot.events import (
    Acknowledged,
    Arrival,
    CircumstancesReported,
    Event,
    MessageReceived,
    ToldInConfidence,
    WhichAsked,
)
from qibot.expression import expression
from qibot.message import words_apart
from qibot.model import Case, Letter, Role
from qibot.people import name_words
from qibot.spoken import Spoken
from qibot.understanding.managers.own_affairs import only_makes_time
from qibot.understanding.managers.sees_to_it import kept_busy, sees_to_it
from qibot.understanding.matter.wording import names_among
from qibot.understanding.meaning import MOST_CHARACTERS, Meaning, folded
from qibot.understanding.names.naming import greets
from qibot.understanding.persons.of_our_letters import asks_what_is_normal, is_of_our_letters
from qibot.understanding.persons.spoken_to import asked_of_manager, have_it
from qibot.understanding.phrases.courtesy import is_courtesy, names_in
from qibot.understanding.phrases.in_few_words import answers_reminder
from qibot.understanding.phrases.telling_news import news_in

TO_OFFICE = "it is said to the office"
SHORT, LINE = 45, 8  # words of a mail that says little else, and of a line beside it
_AYE = Spoken(
    r"\W*(?:(?:aye|yes|yep|yeah|oh|oops|whoops|ok|okay|right|righto|sure|fine|noted|seen|understood|agreed|thanks"
    r"|cheers|ta|sorry|apologies|no problem|no worries|of course|will do|on it|leave it"
    r"|got it|not ideal|not good|oh dear)\W*){1,3}"
)
_POLITELY = Spoken(  # nobody is praised by it but the office, for its reminder
    r"\W*(?:(?:good|great|nice|excellent) (?:shout|stuff|catch|spot|call|point|thinking|to know)"
    r"|fair (?:enough|point|do['’]?s|comment)|point taken|(?:well|duly) (?:spotted|noted|noticed|remembered|done)"
    r"|(?:much|most|very) (?:obliged|appreciated|grateful|kind)|speak (?:soon|then|later)|talk soon|catch you later"
    r"|(?:hi|hello|hiya|morning|afternoon|evening|dear|cheers|thanks) (?:both|all|folks|team|everyone|everybody|there)"
    r"|happy (?:\w+day|new year|christmas|easter)|goodness(?: me)?|bear with (?:me|us))\W*"
)
_PROJECT = expression(
    r"\b(?:data|pdsas?|charts?|aims?|measures?|measur\w+|tests?|testing|tested|median|baseline|ideas?|diagrams?"
    r"|graphs?"
    r"|outcomes?|pupils?|patients?|wards?|class|sample|well done|nice|lovely|great|good|count\w*|project)\b",
    re.IGNORECASE,
)
_MENTOR = r"(?:the|her|his|their) mentor\b|\bMENT\b"
_DOES_MENTOR_KNOW = expression(
    rf"\b(?:is|was|are|were) (?:{_MENTOR}) (?:\w+ )?(?:aware|told|informed|in the (?:know|loop|picture))\b"
    rf"|\b(?:does|do|did|should|will) (?:{_MENTOR}) (?:\w+ )?(?:know|hear|realise|understand|get told|be told)\b"
    rf"|\b(?:has|have) (?:{_MENTOR}) (?:\w+ )?(?:been (?:told|informed|made aware)|heard)\b"
    rf"|\b(?:have|has|did|do|should|will) (?:you|we|I|anybody|anyone|somebody|someone|she|he)(?: \w+)? (?:tell|told"
    rf"|inform(?:ed)?|let) (?:{_MENTOR})",
    re.IGNORECASE,
)


def as_to_office(
    event: Event, arrival: Arrival, case: Case, number: int, answered: Letter | None, found: Meaning, almanac: Almanac
) -> Event:
    """The event of what a manager says, or what comes of it where it is said to the office (the table above)."""
    talks = isinstance(event, MessageReceived) and event.to is None
    doubted = isinstance(event, WhichAsked) and event.doubt
    if not (talks or doubted) or answered is None or arrival.mail.sends or have_it(event, case, Role.MANAGER):
        return event
    said = [folded(one.text) for one in found.told]
    if found.mark or found.cut or _calls_somebody(arrival, case, found) or sum(len(x.split()) for x in said) > SHORT:
        return event
    reminded, told = answers_reminder(answered), _told(arrival, case, number)
    if doubted and any(_DOES_MENTOR_KNOW.search(" ".join(one.words)) for one in found.told):
        return told
    if reminded and (heard := _seen_to(event, arrival, case, number, said, almanac)) is not None:
        return heard
    known = names_among(case.enrolment, Role.MANAGER)
    if any(news_in(one, known, of_manager=True) for one in said):  # the team hears it as news for the sheet of people
        return event
    ours = [is_of_our_letters(_unnamed(one, case), reminded=reminded) for one in said]
    rest = [one for one, to_us in zip(said, ours, strict=True) if not to_us]
    if any(ours):
        asks = any(_PROJECT.search(one) for one in rest)
        return asked_of_manager(arrival, case, number, almanac) if asks else told
    seen_to = talks and reminded and any(sees_to_it(one, name_words([case.enrolment.practitioner])) for one in said)
    normal = talks and any(asks_what_is_normal(one) for one in said)
    return asked_of_manager(arrival, case, number, almanac) if normal or seen_to else event


def _seen_to(
    event: Event, arrival: Arrival, case: Case, number: int, said: list[str], almanac: Almanac
) -> Event | None:
    """What answers a reminder with what the manager does about it; None of anything else."""
    names, them = names_in(case), name_words([case.enrolment.practitioner])
    more = [one for one in said if not is_courtesy(one.strip(" .!"), names)]
    due = delayed_report(case, number, almanac.day(arrival.arrived), almanac)
    if due and any(kept_busy(one, them) for one in more):
        return CircumstancesReported(arrival, case.unit, due, "workload", Role.MANAGER, TO_OFFICE)
    if isinstance(event, WhichAsked):
        return MessageReceived(arrival, case.unit, number, Role.MANAGER) if only_makes_time(more, them) else None
    rest = [one for one in more if not (sees_to_it(one, them) or _AYE.is_all_of(one) or _POLITELY.is_all_of(one))]
    if not any(sees_to_it(one, them) for one in more):
        return None
    if not rest:
        return Acknowledged(arrival, case.unit, number, Role.MANAGER)
    return _told(arrival, case, number) if len(rest) == 1 and _is_of_them(rest[0]) else None


def _is_of_them(one: str) -> bool:
    """Whether a line beside says something of the practitioner, and nothing to anybody."""
    to_them = re.search(r"\b(?:you|your|we|our|us)\b", one, re.IGNORECASE)
    return len(one.split()) <= LINE and to_them is None and not _PROJECT.search(one)


def _unnamed(said: str, case: Case) -> str:
    """The sentence, in which practitioner and mentor can't be those who are to get our letters instead."""
    names = name_words([case.enrolment.mentor, case.enrolment.practitioner])
    return re.sub(rf"\b(?:{'|'.join(map(re.escape, names))})\b", "them", said, flags=re.IGNORECASE) if names else said


def _calls_somebody(arrival: Arrival, case: Case, found: Meaning) -> bool:
    """Whether it calls or greets anybody but the office and, below it, its own writer."""
    called = {word for told in found.told for word in told.words if word.endswith("-V")} - {"MGR-V", "TEAM-V"}
    text, e = arrival.mail.own_text[:MOST_CHARACTERS], case.enrolment
    return bool(called) or greets(e.practitioner, text) or greets(e.mentor, text)


def _told(arrival: Arrival, case: Case, number: int) -> ToldInConfidence:
    words = words_apart(arrival.mail, case).strip()
    return ToldInConfidence(arrival, case.unit, number, Role.MANAGER, words, TO_OFFICE)
