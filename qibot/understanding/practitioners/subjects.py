"""What a practitioner adds to the subject of a letter of ours when they answer it: words like any others.

“Re: Report 3 - not happy with Ann” stands above a harmless line, which goes to the mentor, and is read by nobody. Where
it speaks of the mentor and isn't kind, its writer is asked; the added words themselves go to nobody.
"""

from __future__ import annotations

from qibot.events import bare_topic
from qibot.expression import expression
from qibot.model import Role
from qibot.understanding.matter.wording import names_among
from qibot.understanding.meaning import told_in
from qibot.understanding.practitioners.said import Said

_OF_MENTOR = expression(r"\b(?:MENT|THEY|mentors?|mentoring|feedback|comments)\b")
_PLAIN = expression(
    r"\b(?:thanks?|thank|grateful|cheers|questions?|query|for MENT|to MENT|meeting|call|chat|answer|reply|draft"
    r"|attention)\b"
)
_UNKIND = expression(r"\b(?:not|never|no|about MENT|about THEY|unhappy|complain\w*|problem|issue|concern\w*)\b|n't\b")


def speaks_of_mentor(said: Said) -> bool:
    """Whether the words that were added to the subject do."""
    if said.answered is None:
        return False
    ours, theirs = bare_topic(said.answered.subject), bare_topic(said.mail.subject)
    if not ours or not theirs.casefold().startswith(ours.casefold()) or len(theirs) <= len(ours):
        return False
    added = theirs[len(ours) :].strip(" -–—:;,.()[]")
    names = names_among(said.case.enrolment, Role.PRACTITIONER)
    told = [" ".join(words).replace("MENT-V", "MENT") for _, words in told_in(added, names, str(Role.PRACTITIONER))]
    return any(_OF_MENTOR.search(one) and (not _PLAIN.search(one) or _UNKIND.search(one)) for one in told)
