"""What a mentor's mail brings, or should: a paper that isn't the feedback, or feedback that was forgotten.

A returned document is feedback (programme.md, 3a). A template, slides or an article is help that goes to the
practitioner with the words, and the report stays open.
"""

from __future__ import annotations

import re

from qibot.message import Mail
from qibot.understanding.meaning.families import families_in
from qibot.understanding.mentors.beside_thanks import clauses
from qibot.understanding.phrases.courtesy import praises, typed
from qibot.understanding.phrases.plainly import names_project
from qibot.understanding.reports.sending import says_attached

MOST, FEW = 40, 10  # words of such a mail, of a clause that names no paper
_PAPER = re.compile(
    r"\b(?:templates?|slides?(?: deck)?|powerpoint|agenda|articles?|papers?|handbooks?|guides?|tools?|toolkits?"
    r"|guidance|posters?|blank (?:\w+ )?forms?|flyers?|timetable|programme|dates|invitation|book|chapter|podcast|video"
    r"|leaflets?|website|examples?|worksheets?|checklists?)\b",
    re.IGNORECASE,
)
_OF_REPORT = re.compile(
    r"feed ?back|comment|annotat|review|track|mark(?:ed|up|ing)|reports?\b|\bliked?\b|even better|thoughts|notes?\b"
    r"|edit|suggest|correct|filled|complet|\byour (?:\w+ )?(?:draft|poster|article|slides?|template|version|document)\b"
    r"|\b(?:should|could|might|need|needs|must|consider|try)\b",
    re.IGNORECASE,
)
_PAGE = re.compile(r"https?://\S+", re.IGNORECASE)
_OWN = re.compile(r"\b(?:feedback|comments?|thoughts|track(?:ed)? changes|remarks|your report)\b", re.IGNORECASE)


def brings_other_paper(mail: Mail, theirs: frozenset[str]) -> bool:
    """Whether the words, or a file's name, say that what comes along is another paper, and nothing speaks of the
    report; `theirs` are the practitioner's names: a paper that bears one may be their own, returned."""
    said, files = typed(mail), [re.sub(r"[_-]+", " ", d.name) for d in mail.sends]
    text = _PAGE.sub(" ", said)
    if not (files or text != said) or len(text.split(None, MOST)) >= MOST or praises(mail):
        return False
    if any(_OF_REPORT.search(one) or theirs & set(re.findall(r"\w+", one.casefold())) for one in (*files,)):
        return False
    if _OF_REPORT.search(text) or not (_PAPER.search(text) or (files and all(_PAPER.search(one) for one in files))):
        return False
    return not any(_judges(one) for one in clauses(text) if not _PAPER.search(one))


def _judges(clause: str) -> bool:
    """Whether a clause may tell of the project, or is more than a few words."""
    return names_project(clause) or "@praise" in families_in(clause) or len(clause.split()) > FEW


def forgets_feedback(mail: Mail) -> bool:
    """Whether it says that the feedback is attached, nothing is, and it says no more of the report than how good it
    is."""
    said = typed(mail)
    if not says_attached(mail) or not _OWN.search(said) or len(said.split(None, MOST)) >= MOST:
        return False
    rest = [one for one in clauses(said) if not re.search(r"\b(?:attach\w*|enclosed)\b", one, re.IGNORECASE)]
    return not any(names_project(re.sub(r"(?i)\breports?\b", "", one)) for one in rest)
