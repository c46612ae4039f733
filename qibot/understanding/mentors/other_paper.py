"""What a mentor's mail brings, or should: a paper that isn't the feedback, or feedback that was forgotten.

A returned document is feedback (programme.md, 3a). A template, slides or an article is help that goes to the
practitioner with the words, and the report stays open.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.meaning.families import families_in
from qibot.understanding.mentors.beside_thanks import clauses
from qibot.understanding.phrases.courtesy import praises, typed
from qibot.understanding.phrases.plainly import names_project
from qibot.understanding.reports.sending import says_attached

MOST, FEW = 40, 10  # words of such a mail, of a clause that names no paper
_PAPER = expression(
    r"\b(?:templates?|slides?(?: deck)?|powerpoint|agenda|articles?|papers?|handbooks?|guides?|tools?|toolkits?"
    r"|guidance|posters?|blank (?:\w+ )?forms?|flyers?|timetable|programme|dates|invitation|book|chapter|podcast|video"
    r"|leaflets?|website|examples?|samples?|specimens?|pro-?formas?|worksheets?|checklists?)\b",
    re.IGNORECASE,
)
# A report, an aim that is another's: “a sample report”.
_ANOTHERS = expression(
    r"\b(?:samples?|examples?|specimen|model|blank|template)(?: of an?| of)?(?: [\w’'-]+){0,2}? "
    r"(?:reports?|notes|draft|document|version)\b|\breport (?:template|sample|example|form)\b",
    re.IGNORECASE,
)
_USES = expression(
    r"^\W*(?:(?:just|you can|you could|please|feel free to|to|so|for you to)\s+)*(?:fill (?:it |this |that |one )?(?:in"
    r"|out)|(?:use|copy|adapt|borrow|steal|try|have) (?:it|this|that|them|one|if)\b|(?:that )?you (?:can )?see (?:how"
    r"|what|the sort))",
    re.IGNORECASE,
)
# All that is said of a paper that is handed on, to the practitioner or to us for them.
_HANDS_ON = expression(
    r"(?:(?:for|to|of|the|an?|this|these|here|here['’]?s|it['’]?s|it|is|are|attach(?:ed|ing)?|enclosed|i|i['’]?ve|we"
    r"|please|could|can|you|would|give|pass|hand|forward|send|share|on|with|list|conference|national|international"
    r"|local"
    r"|annual|nhs|qi|event|spring|summer|autumn|winter|workshop|network|sessions?|learning|meetings?|next|coming"
    r"|upcoming|s?he|they|her|him|them|might|may|will|be|like|want|find|interested|interesting|interest|useful|handy"
    r"|helpful|go|see|in|case|that|which|as|promised|mentioned|about|from|year|month|if|of|and|at|by|hi|hello|dear"
    r"|thanks|thank|cheers|one|some|new|latest|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|\d+)(?!['’\w])|[\W_])+",
    re.IGNORECASE,
)
_OF_REPORT = expression(
    r"feed ?back|comment|annotat|review|track|mark(?:ed|up|ing)|reports?\b|\bliked?\b|even better|thoughts|notes?\b"
    r"|edit|suggest|correct|filled|complet|\b(?:paper|papers|it|this|yours|one) back\b"
    r"|\byour (?:\w+ )?(?:draft|papers?|poster|article|slides?|template|version|document)\b"
    r"|\b(?:should|could|might|need|needs|must|consider|try)\b|\bi mention (?:on|in|above|below|there)\b|\b(?:on"
    r"|see) p(?:age|\.)? ?\d",
    re.IGNORECASE,
)
# “… that you might like”: how a paper is offered says nothing of the report; “you might like to add a median” does.
_OFFERS = expression(
    r"\b(?:you(?:['’]d|['’]ll| might| may| could| would| will)(?: (?:also|both|well|all|even))?"
    r" (?:like|love|enjoy|appreciate|(?:find|be) (?:(?:it|this|that|them|of|quite|really|very|some) ){0,2}"
    r"(?:useful|helpful|handy|interesting|interested|interest|use|help))\b(?! (?:to (?!read|see|look|have|use)|if)\b)"
    r"|(?:it|this|that|these|they|which)(?:['’]d|['’]ll| might| may| could| would| will)(?: (?:also|well|even))?"
    r" (?:help(?! if)|interest|be (?:(?:of|quite|really|very|some) ){0,2}"
    r"(?:useful|helpful|handy|interesting|interest|use|help)))\b",
    re.IGNORECASE,
)
_PRAISED = expression(
    r"^\W*(?:(?:what|such|that['’]?s) an? )?(?:really |very )?(?:lovely|great|nice|good|brilliant|excellent|super|fab"
    r"|clear|cracking) (?:\w+ )?(?:posters?|slides|articles?|papers?|leaflets?|flyers?|videos?|worksheets?)\W*$",
    re.IGNORECASE,
)
_PAGE = expression(r"https?://\S+", re.IGNORECASE)
_OWN = expression(r"\b(?:feedback|comments?|thoughts|track(?:ed)? changes|remarks|your report)\b", re.IGNORECASE)


def brings_other_paper(mail: Mail, theirs: frozenset[str]) -> bool:
    """Whether the words, or a file's name, say that what comes along is another paper, and nothing speaks of the
    report; `theirs` are the practitioner's names: a paper that bears one may be their own, returned."""
    said, files = typed(mail), _files(mail)
    apart = _ANOTHERS.sub(" sample ", _PAGE.sub(" ", said))
    text = _OFFERS.sub(" ", apart)
    if not (files or apart != said) or len(text.split(None, MOST)) >= MOST or praises(mail):
        return False
    if any(_OF_REPORT.search(one) or theirs & set(re.findall(r"\w+", one.casefold())) for one in (*files,)):
        return False
    if _OF_REPORT.search(text) or not (_PAPER.search(text) or (files and all(_PAPER.search(one) for one in files))):
        return False
    return not any(_PRAISED.match(one) or (not _PAPER.search(one) and _judges(one)) for one in clauses(text))


def hands_on_paper(mail: Mail, theirs: frozenset[str], own: frozenset[str]) -> bool:
    """Whether it but says, be it to us, that such a paper is for the practitioner: “Dates for Jo”. Who is spoken of so
    isn't spoken of in private, whatever the few words weigh; `own` are the mentor's names, who may sign it."""
    said, files = typed(mail), _files(mail)
    if not files or len(said.split(None, MOST)) >= MOST:
        return False
    if any(_OF_REPORT.search(one) or theirs & set(re.findall(r"\w+", one.casefold())) for one in files):
        return False
    names = "|".join(map(re.escape, sorted(theirs | own)))
    rest = re.sub(rf"\b(?:{names})\b(?!['’])", " ", said, flags=re.IGNORECASE) if names else said
    return (_PAPER.search(said) is not None or all(_PAPER.search(one) for one in files)) and _HANDS_ON.fullmatch(
        _PAPER.sub(" ", rest)
    ) is not None


def _files(mail: Mail) -> list[str]:
    return [_ANOTHERS.sub(" sample ", re.sub(r"[_-]+", " ", d.name)) for d in mail.sends]


def _judges(clause: str) -> bool:
    """Whether a clause may tell of the project, or is more than a few words; how the paper is used tells nothing."""
    if _USES.search(clause) and len(clause.split()) <= FEW:
        return False
    return names_project(clause) or "@praise" in families_in(clause) or len(clause.split()) > FEW


def forgets_feedback(mail: Mail) -> bool:
    """Whether it says that the feedback is attached, nothing is, and it says no more of the report than how good it
    is."""
    said = typed(mail)
    if not says_attached(mail) or not _OWN.search(said) or len(said.split(None, MOST)) >= MOST:
        return False
    rest = [one for one in clauses(said) if not re.search(r"\b(?:attach\w*|enclosed)\b", one, re.IGNORECASE)]
    return not any(names_project(re.sub(r"(?i)\breports?\b", "", one)) for one in rest)
