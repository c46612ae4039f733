"""As what somebody writes who is a practitioner and a mentor, too: former practitioners are the likeliest mentors."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Person, Role, Status
from qibot.understanding.commands.given import first_line
from qibot.understanding.commands.table import WORDS
from qibot.understanding.matter.context import Context
from qibot.understanding.meaning import MOST_CHARACTERS
from qibot.understanding.names.naming import greets, is_in_title, may_name

_FEEDBACK = expression(
    r"\bwhat i liked\b|\beven better if\b|\bi (?:really |also )?liked\b|\bfeedback (?:on|for|to|about)\b"
    r"|\b(?:my|here is|here['’]s) (?:the |my )?feedback\b",
    re.IGNORECASE,
)
_OWN = expression(r"\bmy (?:own )?(?:last |final )?(?:report|project|enrolment|charter|place)\b", re.IGNORECASE)
_OWN_REPORT = expression(
    r"\bmy (?:own )?(?:\w+ )?(?:reports?|submission|deadline|write-?up|project|one)\b|\bmine\b"
    r"|\bI(?:['’]ll| will| may| might|['’]m| am|['’]m going to| am going to|['’]m gonna)? (?:probably |likely "
    r"|definitely )?"
    r"(?:be |get |run |running )?(?:a )?(?:\w+ ){0,2}?(?:late|behind|delayed)\b(?! for\b)"
    r"|\bI (?:won['’]?t|can['’]?t|cannot|will not|might not|may not|don['’]?t think I(?:['’]ll| will"
    r"|['’]m going to)) (?:be able to )?"
    r"(?:manage|finish|submit|make (?:it|the)|meet the|get (?:it|this|that|anything) (?:done|in|finished)"
    r"|hand (?:it )?in|report)\b"
    r"|\bI (?:need|could do with|['’]ll need|will need) (?:a (?:bit|little|few|couple) |some )?(?:more (?:time"
    r"|days?)|longer|extra|an extension"
    r"|another)\b",
    re.IGNORECASE,
)
_THEIR_REPORT = expression(
    r"\b(?:her|his|their|hers|theirs|[A-Z][a-z]+['’]s) (?:own |\w+ )?(?:report|submission|deadline|one)\b"
    r"|\bhers\b|\btheirs\b|\bboth (?:of )?(?:our|us)\b|\bour reports\b"
)
_REVIEWED = expression(  # what a reader does with a report, and what comes of it
    r"\b(?:comment(?:s|ed|ary)|feedback|remarks|notes|annotat\w+|marked[- ]?up|mark-?up|tracked|track changes"
    r"|scribbl\w+|red pen|review(?:ed|s)?|scor(?:e|ed|ing)|rating|apprais\w+|assess\w+|pointers|critique"
    r"|(?:my|some|few) thoughts|suggested (?:changes|edits)|return(?:ing|ed)|corrected|marking"
    r"|(?:her|his|their) (?:\w+ )?(?:report|draft|aim))\b",
    re.IGNORECASE,
)
_WANTED = expression(  # … and is asked for, thanked for or worked in
    r"\b(?:for|after|following|with|in response to|based on|any|welcome|awaits?|your|appreciate|love|like)"
    r" (?:your |any |the |some |further )?(?:[\w.’']+ ){0,2}?"
    r"(?:feedback|comments|remarks|thoughts|review|pointers|notes)\b"
    r"|\b(?:feedback|comments|remarks|thoughts|pointers) (?:\w+ ){0,3}?(?:welcome|appreciated|received|from you)\b"
    r"|\b(?:speaker|field|meeting|end|foot)[ -]?notes\b|\bnotes (?:on|of) (?:my|our)\b"
    r"|\bself[- ]?(?:assessment|review|score)\b",
    re.IGNORECASE,
)
_MINE = expression(
    r"\bmy (?:own )?(?:\w+ )?(?:\d+(?:st|nd|rd|th)? )?(?:report|project|charter)\b|\bmine\b"
    r"|\b(?:report|this|it) (?:\d+ )?(?:is )?from me\b"
    r"|\bI(?:['’]ve| have)? (?:wrote|written|finished|done) (?:my|it|this)\b",
    re.IGNORECASE,
)
_NAME = expression(r"[^\W\d_][\w'’-]*")
_HELLO = r"(?:dear|hi|hello|hey|good \w{3,9}|hallo|liebe[rs]?|bonjour|cher|chère)[ ,]+"
_GREETING = expression(rf"(?:{_HELLO})?(?P<name>{_NAME.pattern})\W*(?:$|[,:!–—-])", re.IGNORECASE)
LOOKED_AT = 1000  # characters in which a mentor's words are looked for


def says_feedback(mail: Mail, context: Context) -> bool:
    """Whether it speaks as a mentor does: of feedback given, or to a practitioner of theirs by the first name."""
    if _FEEDBACK.search(_beginning(mail)):
        return True
    greeting = _GREETING.match(first_line(mail.top))
    addressed = {*_NAME.findall(mail.subject), *([greeting["name"]] if greeting else [])}
    first = {name for c in context.cases(Role.MENTOR) for name in c.enrolment.practitioner.name.split()[:1]}
    return not first.isdisjoint(addressed)


def speaks_of_own_report(mail: Mail) -> bool:
    """Whether it says that its writer's own report is late, or may be."""
    return _OWN_REPORT.search(mail.top[:LOOKED_AT]) is not None


def speaks_of_their_report(mail: Mail) -> bool:
    """Whether it speaks of another one's report."""
    return _THEIR_REPORT.search(mail.top[:LOOKED_AT]) is not None


def speaks_as_mentor(mail: Mail, context: Context, own: Iterable[Case]) -> bool:
    """Whether a mentor whose own enrolment is over or rests writes as a mentor; who has completed it mostly does."""
    line = first_line(mail.top)
    ordered = any(word.behind(line) is not None for word in WORDS if Role.MENTOR in word.roles)
    if ordered or says_feedback(mail, context):
        return True
    return all(c.enrolment.status is Status.COMPLETED for c in own) and not _OWN.search(_beginning(mail))


def may_bring_theirs(mail: Mail, context: Context, own_mentor: Person) -> bool:
    """Whether what a mentor who is a practitioner, too, brings may be of a practitioner of theirs, and not their own
    report: a file or the subject names one, the words name one and neither say that it is their own nor greet their own
    mentor, or it speaks of what a reader does with another's report."""
    mentored = [c.enrolment for c in context.cases(Role.MENTOR, tuple(Status))]
    titles = [mail.subject, *(d.name.replace("_", " ") for d in mail.files)]
    if any(is_in_title(e, title) for e in mentored for title in titles):
        return True
    said = _WANTED.sub(" ", "\n".join([_beginning(mail), *titles]))
    if _REVIEWED.search(said):
        return True
    named = any(may_name(e, mail.own_text[:MOST_CHARACTERS]) for e in mentored)
    return named and not (_MINE.search(_beginning(mail)) or greets(own_mentor, mail.own_text))


def _beginning(mail: Mail) -> str:
    return f"{mail.subject}\n{mail.top[:LOOKED_AT]}"
