"""What a practitioner adds to the subject of a letter of ours when they answer it: words like any others.

“Re: Report 3 - not happy with Ann” stands above a harmless line, which goes to the mentor, and is read by nobody. Where
it speaks of the mentor and isn't kind, its writer is asked; the added words themselves go to nobody.

| above a mail that answers | is |
|---|---|
| words of a closed list: “with your comments addressed”, “final version”, “Tuesday with Ann” | nothing more |
| what is plain: “question for Ann”, “thanks for the feedback” | the same |
| a denial or a judgement, with the mentor or what the mentor wrote: “thanks for nothing, Ann” | asked about |
| what else has the mentor in it | the same, unless a report comes with it |
| “not happy”, where it answers the mentor's words | asked about |
"""

from __future__ import annotations

import re

from qibot.events import bare_topic
from qibot.expression import expression
from qibot.model import Role
from qibot.understanding.matter.wording import names_among
from qibot.understanding.meaning import told_in
from qibot.understanding.practitioners.belittled import POOR
from qibot.understanding.practitioners.said import Said

_OF_MENTOR = expression(
    r"\b(?:MENT|THEY|mentors?|mentoring|feedback|comments?|advice|remarks?|suggestions?|reviews?)\b"
)
_PLAIN = expression(
    r"\b(?:thanks?|thank|grateful|cheers|questions?|query|for MENT|to MENT|meeting|call|chat|answer|reply|draft"
    r"|attention)\b"
)
_UNKIND = expression(
    r"\b(?:not|never|no|nothing|none|about MENT|about THEY|unhappy|complain\w*|problem|issue|concern\w*|enough|fed up"
    rf"|sick of|tired of|{POOR})\b|n't\b",
    re.IGNORECASE,
)
_UNHAPPY = expression(
    r"(?:very |really |still |just )?(?:not|n't|un)(?: (?:very|at all|really|best|too))? ?(?:happy|pleased|impressed"
    r"|amused|thrilled)|(?:very |really )?(?:fed up|disappointed|annoyed|angry|upset)",
    re.IGNORECASE,
)
# What stands above a version or an answer to the feedback: of the report, of what was asked, of meeting.
_OF_ALL = """
    a addressed after all amended an and answer answered answering answers as at attached both by changed changes
    charter comment comments commented copy corrected corrections date dates discussed done edits feedback final first
    following for from in incl included includes including incorporating is it latest meeting mentor mentoring mentor's
    my new next notes now of on our page questions re reply replies report reports responded response responses revised
    revision revisions second seen session sessions suggested suggestion suggestions taken talk the these third this
    to updated update v v1 v2 v3 v4 version visit visits week with year your
    monday tuesday wednesday thursday friday saturday sunday morning afternoon am pm
    DAY NUM MENT PRAC MENT-V PRAC-V 's , . - –
"""
_OF_REPORT = frozenset(_OF_ALL.split())


def speaks_of_mentor(said: Said, *, sent: bool = False) -> bool:
    """Whether the words that were added to the subject do, and not plainly; unkindly, of a report that was `sent`."""
    if said.answered is None:
        return False
    ours, theirs = bare_topic(said.answered.subject), bare_topic(said.mail.subject)
    if not ours or not theirs.casefold().startswith(ours.casefold()) or len(theirs) <= len(ours):
        return False
    added = theirs[len(ours) :].strip(" -–—:;,.()[]")
    names = names_among(said.case.enrolment, Role.PRACTITIONER)
    told = [" ".join(words).replace("MENT-V", "MENT") for _, words in told_in(added, names, str(Role.PRACTITIONER))]
    unhappy = said.answers_their_words and any(_UNHAPPY.fullmatch(one) for one in told)
    return unhappy or any(_is_doubtful(one, sent=sent) for one in told)


def _is_doubtful(one: str, *, sent: bool) -> bool:
    if _OF_MENTOR.search(one) is None or all(word in _OF_REPORT for word in one.split()):
        return False
    return _UNKIND.search(one) is not None or not (sent or _PLAIN.search(one))
