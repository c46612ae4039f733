"""Whether a mentor's words are plainly feedback where nothing else says so, or plainly a question about the file.

A fresh mail answers nothing: that one report waits doesn't make a remark on the last session its feedback.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.meaning import Meaning, sentences
from qibot.understanding.phrases.courtesy import typed

GREETING = 2  # words of one, or of a name below
LIKELY = 0.5  # from which a sentence that speaks to them praises or advises
_PROJECT = expression(
    r"\b(?:reports?(?= \d)|report|data|pdsas?|charts?|aims?|aim statement|measures?|measur\w+|tests?|testing"
    r"|tested|median|baseline"
    r"|cycles?|predict\w*|change ideas?|ideas?|driver|diagram|project|graph|axis|axes|outcomes?|progress"
    r"|next steps?|pupils?"
    r"|patients?|staff|ward|results?|improve\w*|stage|evidence|sample|title|draft|charter|balancing|population"
    r"|theory)\b",
    re.IGNORECASE,
)
_OFFICE = expression(
    r"\b(?:sessions?|webinars?|training|workshops?|templates?|forms?|letters?|reminders?|mails?|e-?mails?|notes"
    r"|slides|handbook"
    r"|guidance|portal|system|website|lunch|venue|programme|scale|newsletter|calendar|certificate|expenses"
    r"|invoice|address"
    r"|practitioners?|mentees?|another one|one more|two next|you all|everyone|the team)\b",
    re.IGNORECASE,
)
_SUBJECT = expression(r"\b(?:report|feedback|comments?|review|project|charter|pdsas?)\b", re.IGNORECASE)
_SCORE = expression(r"\b\d(?:[.,]\d)? ?(?:/|out of) ?(?:5|6|10)\b", re.IGNORECASE)
_TO_THEM = {"you", "your", "you're", "you've", "you'll", "you'd", "yours"}
_PRAISES = expression(
    r"\b(?:well done|great|super|good|lovely|excellent|brilliant|nice|fantastic) (?:work|job|stuff|effort|one)\b",
    re.IGNORECASE,
)
# A lone question about the file, not about what is in it.
_OPENS = r"^\W*(?:(?:hi|hello|hey|dear|sorry|just|and|so|thanks|quick question|jo)\b\W*|[A-Z][\w’'-]+[,:!–-]+ *){0,3}"
_FILE = r"(?:version|file|attachment|document|copy|page|sheet|tab|link|password|template|slide|zip|picture|photo|one)s?"
_ABOUT_FILE = expression(
    rf"{_OPENS}(?:which|what|when|where|did|does|do|is|are|was|has|have|should|whose|who|how)\b[^.!]*\?\W*$",
    re.IGNORECASE,
)
_OF_FILE = expression(
    rf"\b(?:which|what) (?:of (?:the|these|those) )?(?:\w+ )?{_FILE}\b(?! (?:do you|did you|would|will|of your"
    rf"|measure))"
    rf"|\b(?:is|are|was) (?:the )?{_FILE}\b|\b(?:page|tab|sheet|slide) \d|\bblank\b|\bpassword\b"
    rf"|\bwhich (?:\w+ )?(?:chart|graph|report|draft)"
    r" (?:is|should|do i|am i|did you mean|to)\b|\breplaces?\b|\b(?:attach|send|open|upload|resend)\w*\b|\bdeadline\b"
    r"|\bneeds? (?:my )?(?:feedback|an answer|a reply|reading)\b|\b(?:the|right|latest|final|last|first|other"
    r"|this|that|same) (?:one|version"
    r"|file|copy)\b(?! (?:class|ward|patient))|\bam i (?:to|meant|supposed)\b",
    re.IGNORECASE,
)
_SAID = expression(
    rf"{_OPENS}what (?:did|does|has) [\w ]{{2,30}} (?:say|said|think|thought|decide|decided|tell you)\b",
    re.IGNORECASE,
)

# How something went, or whether it has begun: what one asks of anybody's work, having read nothing.
_HOW_IT_GOES = expression(
    r"^\W*(?:(?:hi|hello|hey|dear|morning|and|so|just wondering|jo|[A-Z][\w’'-]+)\b[\s,.:!–-]*){0,4}"
    r"(?:how(?:['’]s| is| are| was| were| did| has| have)\b(?! (?:it|this|that|these|they) (?:measured|counted|linked))"
    r"|(?:did|have|has|are|were|was|is|do) (?:you|it|that|the|they|we|your|anyone|anybody)\b"
    r"(?! (?:think|thought|consider\w*|an?\b|any\b|sure|clear|certain|measur\w+|count\w*|predict\w*|need|want|mean))"
    r"|any (?:news|word|luck|joy|progress)\b)",
)
_NO_FEEDBACK = expression(
    r"^(?=.*(?:\b(?:i (?:assume|presume|guess|suppose|take it)|right|correct)\b|\?))\W*(?:[\w’'-]+\W+){0,5}?"
    r"no (?:feedback|reply|answer) (?:is )?(?:needed|required|necessary|due|expected|wanted)\b",
    re.IGNORECASE,
)
BROKEN = 12  # words of a mail that went too soon
_BREAKS_OFF = expression(
    r"(?:\b(?:think|say|feel|suggest|see|so|found|mean|is) that|\b(?:a|an|the|and|or|but|because|your|my|our|when|which"
    r"|than|i['’]d|i['’]ll|i['’]ve|i would|could you|you could|you should))$",
    re.IGNORECASE,
)
_HOPES = expression(
    r"^\W*(?:[\w’'-]+\W+){0,3}?(?:hope|hoping|just (?:checking|wondering)|thinking of)\b", re.IGNORECASE
)


def says_no_feedback(mail: Mail) -> bool:
    """Whether it only supposes that none is wanted, or ends before it says any."""
    return _supposes_no_feedback(mail) or _breaks_off(mail)


def asks_how_it_goes(mail: Mail) -> bool:
    """Whether a mail that answers nothing but asks how something went, and names neither report nor feedback."""
    if (
        mail.sends
        or _SUBJECT.search(mail.subject)
        or re.search(r"\b(?:report|feedback|comments?)\b", typed(mail), re.I)
    ):
        return False
    said = [one for one in sentences(typed(mail)) if len(one.split()) > GREETING and not _HOPES.search(one)]
    asked = [one for one in said if one.rstrip().endswith("?") and _HOW_IT_GOES.search(one)]
    return 0 < len(asked) == len(said)


def is_plainly_feedback(mail: Mail, found: Meaning, own: frozenset[str]) -> bool:
    """Whether a mail that answers nothing names the report, or praises or advises about what belongs to a project;
    `own` are the words of the names of those whom it may be for."""
    subject = mail.subject.casefold()
    if mail.sends or found.in_form or _SUBJECT.search(subject) or own & set(re.findall(r"\w+", subject)):
        return not _OFFICE.search(mail.subject)
    text = typed(mail)
    if names_project(text):
        return True
    if _OFFICE.search(text):
        return False
    if (_SCORE.search(text) and "?" not in text) or _PRAISES.search(text):
        return True
    return any(_TO_THEM & set(one.words) and one.act.get("feedback", 0.0) >= LIKELY for one in found.told)


def names_project(text: str) -> bool:
    """Whether it has a word of what a project is made of."""
    return _PROJECT.search(text) is not None


def asks_about_file(mail: Mail, manager: frozenset[str]) -> bool:
    """Whether all that is said is a question about the file itself, or what somebody said; `manager` is what the
    manager is called."""
    said = sentences(typed(mail))
    if len(said) != 1 or not _ABOUT_FILE.search(said[0]):
        return False
    return _OF_FILE.search(said[0]) is not None or (
        _SAID.search(said[0]) is not None and bool(manager & set(re.findall(r"\w+", said[0].casefold())))
    )


def _breaks_off(mail: Mail) -> bool:
    """Whether a few words end where no sentence does: “Hi Jo, I think that”."""
    said = typed(mail).rstrip()
    return not mail.sends and len(said.split()) <= BROKEN and _BREAKS_OFF.search(said) is not None


def _supposes_no_feedback(mail: Mail) -> bool:
    """Whether it only supposes that none is wanted: “No feedback needed on the final one I assume”."""
    one = len(sentences(typed(mail))) == 1 and not (mail.sends or names_project(typed(mail)))
    return one and _NO_FEEDBACK.search(typed(mail)) is not None
