"""A mentor's own charter, or another cohort's, as an example: help for the practitioner and none of the manager's.

What is said of it (“don't copy the measures, they were dreadful”) is said of another paper, whatever it weighs. In
answer to the practitioner's own words a file of which nothing is said is asked about: it may be what they asked for.
"""

from __future__ import annotations

import re

from qibot.calendar import Almanac
from qibot.events import Arrival, Event, MessageReceived
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Letter, Role
from qibot.people import name_words
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.meaning import Meaning
from qibot.understanding.mentors.confided import is_private, may_be_private
from qibot.understanding.mentors.short_answer import answers_talk
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.phrases.plainly import names_project

MOST = 40  # words of such a mail
_PAPERS = r"(?:examples?|samples?|charters?|reports?|posters?|templates?|diagrams?|plans?|aims?|ones?)"
_OWN = expression(
    r"\b(?:one|some|two|a few) of (?:my|our)(?: own| old)?\b|\bwhat mine looked like\b|\b(?:my|our) (?:own|old"
    r"|very first)\b"
    rf"|\b(?:old|earlier|previous|past) {_PAPERS} of (?:mine|ours)\b"
    rf"|\b{_PAPERS} from (?:\w+ ){{0,2}}?(?:years? (?:back|ago)|last year(?:['’]s cohort)?|(?:previous|earlier"
    rf"|last) cohorts?"
    r"|another (?:team|ward|cohort|school))\b"
    rf"|\b(?:dug|dig|looked|found|here['’]?s|here is|attach\w*) (?:out |up |you |you out )?(?:an?|some|the"
    rf"|that) (?:\w+ )?"
    r"(?:examples?|samples?|templates?)\b|\ban? (?:\w+ )?example (?:for you|you asked for|as you asked)\b",
    re.IGNORECASE,
)
# What is said of the practitioner's own work; a file that bears its name.
_OF_THEIRS = expression(
    r"\byours?\b(?! (?:own|turn|reference|information|interest)\b)|feed ?back|comment|annotat|review(?:ed|s)\b"
    r"|track(?:ed)? ch"
    r"|marked|\b(?:i|i['’]ve) (?:really |also )?(?:liked?|loved?|enjoyed)\b|even better|thoughts|notes?\b"
    r"|suggest|correct"
    r"|\b(?:you|it) (?:should|could|might|need)\b|\bwell done\b|\bbetween (?:us|ourselves)\b",
    re.IGNORECASE,
)
_IS_REPORT = expression(r"\breports?\b|returned|comment|feed ?back|reviewed|annotat", re.IGNORECASE)


def of_own_paper(
    arrival: Arrival, case: Case, number: int, answered: Letter | None, found: Meaning, almanac: Almanac
) -> Event | None:
    """The message of such a paper, or the question; None of anything else, and of what may be for the team."""
    mail, said = arrival.mail, typed(arrival.mail)
    openly = not (found.mark or found.in_form or found.about_them or is_private(found))
    if not mail.sends or not openly or len(said.split()) > MOST or _OF_THEIRS.search(said):
        return None
    if _may_be_returned(mail, case, number):
        return None
    if _OWN.search(said):
        return MessageReceived(arrival, case.unit, number, Role.MENTOR)
    if answers_talk(answered, case) and not may_be_private(found) and not names_project(said):
        return doubtful(arrival, case, number, Role.MENTOR, almanac)
    return None


def _may_be_returned(mail: Mail, case: Case, number: int) -> bool:
    """Whether a file's name says that it is the report, or one of the practitioner's."""
    theirs = name_words([case.enrolment.practitioner])
    came = {d.name.casefold() for s in case.submissions(number) for d in s.documents}
    names = [re.sub(r"[_-]+", " ", d.name.casefold()) for d in mail.sends]
    return any(
        d.name.casefold() in came or _IS_REPORT.search(name) or theirs & set(re.findall(r"\w+", name))
        for d, name in zip(mail.sends, names, strict=True)
    )
