"""A mentor's short answer to what the practitioner wrote: “weekly's fine”, “yes”, “ok with me”.

It is theirs to read, whatever the same words would be in answer to a report: no thanks, and no feedback, since it tells
of what was asked. A word of thanks, of a promise or of receipt is none; a verdict on the report is feedback here, too.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Letter, Role, Seen
from qibot.understanding.meaning import Meaning
from qibot.understanding.meaning.families import CAUSES, families_in
from qibot.understanding.mentors.beside_thanks import clauses, is_light, typed_by, without_thanks
from qibot.understanding.mentors.confided import may_be_private
from qibot.understanding.mentors.glad_receipt import is_glad_receipt
from qibot.understanding.phrases.courtesy import is_promise, is_short, names_in, praises, typed
from qibot.understanding.phrases.one_line import gives_score
from qibot.understanding.phrases.plainly import names_project

HINTED = 0.1  # … it may be a word for the team
GRAVER = CAUSES - {"@workload"}
FEW = 20  # words of an answer that opens with what its writer makes of the question
_REACTS = expression(
    r"\W{0,9}(?:(?:ha|haha\w{0,9}|och|oh|aw|no|well)\b[ ,.!]{0,6}){0,3}(?:join the club|welcome to the club"
    r"|me too|me neither|snap\b"
    r"|(?:don['’]t|do not|dinnae) (?:worry|fret|panic)\b(?! about (?:the|your|that) (?:report|feedback))|not at all\b"
    r"|not an? (?:daft|silly|stupid) question|that['’]?s not (?:daft|silly|stupid)|you['’]?re not (?:alone"
    r"|the only one)"
    r"|(?:that |it )?happens to (?:us|everyone|everybody|all)|we['’]ve all been there)",
    re.IGNORECASE,
)
_CANNOT = expression(r"\b(?:can['’]?t|cannot|won['’]?t be able to) (?:go|carry|keep) on\b", re.IGNORECASE)
SURE = 0.9  # from which it is feedback, where it names the project
_ASSENTS = expression(
    r"\b(?:yes|yep|yeah|aye|no|nope|sure|fine|agreed|either|would|(?:by|with|for) me|go (?:ahead|for it)"
    r"|(?<!will )(?<!['’]ll )do(?: (?:it|that|so|this))?)\b(?! (?:problem|worries|bother|trouble|rush))",
    re.IGNORECASE,
)


def is_short_answer(mail: Mail, case: Case, answered: Letter | None, found: Meaning) -> bool:
    """Whether a line answers what the practitioner wrote, and is neither thanks nor of the report, of days or of a
    talk that they had."""
    reacts = _reacts(typed(mail))
    short = is_short(mail) or (reacts and len(typed(mail).split()) <= FEW)
    if not short or mail.sends or found.best in ("delay", "spoke"):
        return False
    if not answers_talk(answered, case):
        return False
    names = names_in(case)
    said = typed_by(mail, case)
    if gives_score(said, names, plainly=True):
        return False
    if may_be_private(found) or found.of("private") >= HINTED or found.speaks_of("MGR", "THEY"):
        return False
    if families_in(said) & GRAVER or _CANNOT.search(said):
        return False
    glad = is_glad_receipt(mail, case) and not _ASSENTS.search(said)
    if glad or is_promise(mail, names) or _is_verdict(mail, found):
        return False
    return any(_answers(one, names) for one in clauses(said))


def answers_talk(answered: Letter | None, case: Case) -> bool:
    """Whether it answers what the practitioner wrote."""
    if answered is None or answered.name != "relay_message":
        return False
    seen = case.get(Seen, answered.cause)
    return seen is not None and seen.by == Role.PRACTITIONER


def _answers(clause: str, names: frozenset[str]) -> bool:
    """Whether a clause says something but thanks, a greeting or a wish."""
    rest = without_thanks(clause, names)
    left = clause if rest is None else rest
    return not is_light(left, names) or _ASSENTS.search(left) is not None


def _reacts(text: str) -> bool:
    """Whether it opens with what its writer makes of the question: “join the club”."""
    return _REACTS.match(text) is not None


def _is_verdict(mail: Mail, found: Meaning) -> bool:
    """Whether it says what its writer thinks of the report."""
    sure = found.of("feedback") >= SURE and not _reacts(typed(mail))
    named = names_project(typed(mail)) and (praises(mail) or sure)
    return found.in_form or named
