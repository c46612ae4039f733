"""Papers that are a private matter themselves: a fit note, a grievance, a death certificate.

A report goes to the mentor; such a thing is its sender's, and is asked about. Its name tells it, in the words that send
it, in the file's or in the link's that leads to it. A subject says nothing: people answer in the thread of a report.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from qibot.expression import expression
from qibot.message import Mail
from qibot.spoken import Spoken
from qibot.understanding.links.clouds import links_in
from qibot.understanding.meaning import sentences
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.reports.pages import pages_in

_PAPER = r"(?:note|line|certificate|letter|report|papers?|form|statement|appointment|summary|referral|cert)"
_FROM = r"(?:note|line|certificate|letter|form|statement|summary|referral)"
_OF = (
    r"(?:fit|sick|doctor['’]?s?|gp['’]?s?|medical|hospital|consultant['’]?s?|hr|occupational health|oh|redundancy"
    r"|dismissal|disciplinary"
    r"|solicitor['’]?s?|lawyer['’]?s?|court|police|maternity|paternity|adoption|death|birth|discharge|scan|clinic"
    r"|psychiatr\w+|psycholog\w+"
    r"|counsell\w+|midwife['’]?s?|surgeon['’]?s?|therapist['’]?s?|oncolog\w+|jury|bereavement|self-cert\w*|medical)"
)
_OWN_PAPERS = Spoken(
    r"\b(?:grievance|complaint|resignation|statement about|letter of notice|notice letter|whistle-?blow\w*"
    r"|mat\s?b1|order of service"
    r"|jury (?:summons|citation)|citation|sick ?line|fit ?note|med certs?|self-?cert\w*"
    rf"|{_OF}[ _-](?:appointment |discharge |admission |clinic )?{_PAPER}|pay ?slips?"
    rf"|{_FROM} (?:from|by) (?:my|the|our|her|his|an?) (?:\w+ ){{0,2}}?{_OF}|{_FROM} from {_OF})\b",
)
# “My fit note”, whatever else is spoken of; no “my complaint handling report”.
_MINE = Spoken(
    rf"\bmy (?:\w+ )?(?:{_OWN_PAPERS.pattern}|appointment|prescription|diagnosis|(?:test|blood|scan) results?)"
    r"(?!\W+(?:\w+ )?(?:audits?|projects?|reports?|pilot|clinic|handling|response|process|improvement|work|data|survey"
    r"|form|template|pathway)\b)",
    "my ",
)
_ENDING = expression(r" (?:pdf|docx?|jpe?g|png)$", re.IGNORECASE)  # of a link's last step
_SAYS_REPORT = Spoken(r"(?<!medical )(?<!health )(?<!consultant )(?<!['’]s )\breports?\b", "report")
_SENDS = Spoken(
    r"\b(?:attach\w*|enclos\w*|here(?:['’]?s| is)?|find|sending|copy of|as (?:you )?(?:asked|requested)"
    r"|for your files)\b",
)
SHORT = 8  # words of a line that is nothing but the paper's name


def brings_own_papers(mail: Mail, *, heard: bool) -> bool:
    """Whether what is attached, or lies behind a link, may be such a paper: it is named, and the words sound so
    (`heard`) or nothing that was written speaks of a report; or it is called its sender's own."""
    names, steps = [d.name.replace("_", " ") for d in mail.sends], _steps(mail)
    if len(names) + len(steps) > 1 and any(_is_paper(x) for x in (*names, *(y for link in steps for y in link))):
        return True  # a report beside it says nothing of it
    said = "\n".join((typed(mail), *names, *(" ".join(link) for link in steps)))
    subject = "" if mail.is_reply else mail.subject
    if _MINE.is_in(typed(mail)):
        return True
    if heard or not _SAYS_REPORT.is_in(f"{said}\n{subject}"):
        return _OWN_PAPERS.is_in(f"{said}\n{subject}")
    return not _SAYS_REPORT.is_in(said) and any(_sends_paper(x) for x in sentences(typed(mail)))


def _steps(mail: Mail) -> list[list[str]]:
    """What the path of each link is called, step by step, as the name of a file would say it."""
    found = dict.fromkeys((*pages_in(mail), *links_in(mail)))
    return [[re.sub(r"[_+.-]+", " ", x) for x in _path(link).split("/") if x] for link in found]


def _path(link: str) -> str:
    try:
        return unquote(urlsplit(link).path)
    except ValueError:  # people write “https://[page]”, too
        return ""


def _is_paper(name: str) -> bool:
    """Whether a file is called such a paper, and little else: “GP letter Jo.pdf”, not “Fit note audit R1.docx”."""
    if not _OWN_PAPERS.is_in(name) or _SAYS_REPORT.is_in(name):
        return False
    bare = name.rpartition(".")[0] or _ENDING.sub("", name)
    return len(re.findall(r"[^\W\d_]+", re.sub(_OWN_PAPERS.pattern, " ", bare, flags=re.IGNORECASE))) <= 1


def _sends_paper(sentence: str) -> bool:
    """Whether it is such a paper that a sentence sends, under whatever subject."""
    named = _OWN_PAPERS.is_in(sentence)
    return named and (_SENDS.is_in(sentence) or len(sentence.split()) <= SHORT)
