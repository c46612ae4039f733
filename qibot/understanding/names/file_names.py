"""What files' names tell: a mentor's of the practitioner's own life, or that one is about the practitioner; and a
practitioner's that one speaks of the mentor.

A name has no sentence that says whose it is. So it says nothing of their life where the project is about that very
thing: its title, or a document that the practitioner has sent, has the word, too, or a word of a project follows it
(“ADHD referrals.xlsx”). No table knows all that can befall a person: what isn't named as people name what is about a
project, a report or nothing at all (“Scan 3.pdf”) may be theirs alone, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.model import Case, Submission
from qibot.understanding.names.bearers import MONTHS, ORDINARY
from qibot.understanding.names.naming import is_in_title, names_of, names_of_person

_LIFE = {
    "their health": r"adhd|autism|autistic|neuro ?divers\w*|dyslexia|dyspraxia|depression|anxiety|burn ?out|menopause"
    r"|endometriosis|migraines?|cancer|chemo\w*|epilepsy|long covid|mental health|counsell\w+"
    r"|(?:talking )?therap(?:y|ies"
    r"|ist)|occupational health|fit ?note|sick(?:ness)? ?(?:line|note|leave|pay|absence)|phased return|return to work"
    r"|reasonable adjustments?|access to work|stress (?:at|risk)|alcoholics?|addiction|sobriety|gambl\w+|samaritans"
    r"|recovery from|disability|mindfulness|wellbeing|self-?care|eap|employee assistance|get well|helpline",
    "their family or home": r"miscarriage|ivf|fertility|pregnan\w+|stillbirth|adoption|keeping in touch days|baby"
    r"|(?:maternity|paternity|parental|mat) (?:leave|pay|policy|rights|cover|handover)|nursery|bereave\w*|grief"
    r"|grieving|funeral|condolences?|sympathy|(?:someone|somebody) dies|coping with|divorce|separation|child ?care"
    r"|domestic abuse|womens? aid|debt|carers?'? (?:leave|passport|assessment)|special leave|compassionate leave",
    "their job or leaving it": r"(?:job|post|career) (?:adverts?|ad|spec\w*|application|description"
    r"|opportunit\w+|share)"
    r"|nhs jobs|adverts?|vacanc(?:y|ies)|person spec\w*|(?:exit )?interview (?:tips|prep\w*|questions|advice|form)|cv"
    r"|resumes?|secondment|transfer request|retirement|resignation|redundancy|flexible working|grievance|bullying"
    r"|whistle-?blow\w*|acas|dignity at work|time off|part[- ]time|reference for",
    "their manager": r"(?:difficult|your|the|bad) (?:manager|boss)|managing up",
}
_ROWS = tuple((what, expression(rf"\b(?:{words})\b", re.IGNORECASE)) for what, words in _LIFE.items())
_OF_PROJECT = expression(
    r"\s*(?:(?:and|or|&)\s+\w+\s+)?(?:clinics?|wards?|units?|services?|pathways?|teams?|projects?|surveys?|data"
    r"|audits?"
    r"|questionnaires?|referrals?|numbers?|rates?|scores?|scales?|figures?|charts?|measures?|pdsas?|aims?|reports?"
    r"|patients?|pupils?|groups?|sessions?|boxes|training|checklists?|driver diagram|process map|run chart"
    r"|baseline)\b",
    re.IGNORECASE,
)
_ORDINARY = expression(
    r"\b(?:reports?|r ?\d{1,2}|feedback|comments?|commented|marked|reviewed|review|track(?:ed)? changes"
    r"|annotated|returned"
    r"|charts?|graphs?|run|spc|control|templates?|examples?|sample|sampling|diagrams?|drivers?|pdsas?|measur\w+|aims?"
    r"|data|surveys?|questionnaires?|maps?|mapping|models?|charters?|sessions?|slides?|qi|improvement|toolkit|tools?"
    r"|worksheets?|workbook|handout|story ?boards?|fishbone|pareto|histogram|audits?|checklists?|protocols?|pathways?"
    r"|log|baseline|definitions?|change ideas?|tests?|cycles?|projects?|posters?|stakeholders?|analysis|evaluation"
    r"|stage|progress|scale|score\w*|guide|guidance|plan|planning|intro\w*|articles?|papers?|literature|draft|version"
    r"|v ?\d+|final|scan\w*|img|image|photo|pic(?:ture)?|screenshot|dsc|doc(?:ument)?|file|untitled|attachment|notes?"
    r"|whatsapp|signature|logo|winmail|smime|agenda|minutes|calendar|invite|table|sheet|book ?\d*|case stud(?:y"
    r"|ies)|theory|whys|changes?|variation|qic|gantt"
    r"|rates?|compliance|bundles?|systems?|methods?|frameworks?|quality|thoughts|results?|figures|numbers|dates?"
    r"|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)\b",
    re.IGNORECASE,
)
UNTOLD = "something other than the project"
_ABOUT = expression(
    r"\b(?:concerns?|worr(?:y|ies)|capability|performance (?:of|issues?|review|concerns?)|underperform\w*|doubts?"
    r"|complaints?|problems?|disciplinary|escalation|supervision|(?:my )?notes (?:on|about)"
    r"|(?P<plain>confidential(?! data)|in confidence|private(?! (?:sector|practice|provider))|not for \w+|(?:to"
    r"|for) the team|off the record|between us|(?:team|office) only|(?:your|my|her|his|their) eyes"
    r"|for (?!(?:may|march|april|june|july|august|boys|girls|men|women|staff|pupils|patients|wards?|class|weeks?"
    r"|month|one|two|adults|children|mon\w*|tues\w*|wed\w*|thurs\w*|fri\w*|use|the|this)\b)[^\W\d_]{2,}"
    r"(?: [^\W\d_]{2,})? (?:only|alone)|mentors?['’]? (?:only|eyes)))\b",
    re.IGNORECASE,
)
# What stands beside a name in a report's: “for Ann Lee, Dunmore Primary”.
_AROUND_NAMES = expression(
    r"(?:for|from|to|by|with|and|the|of|my|our|in|on|at|re|cc|mentor|practitioner|coach|supervisor|manager|copy|sent"
    r"|signed|updated?|edit(?:s|ed)?|corrected|corrections?|amend(?:ed|ments?)|revised|new|latest|month(?:ly)?|year|week"
    r"|ward|school|primary|nursery|academy|high|hospital|unit|teams?|care|home|house|centre|station|watch|class|clinic"
    r"|practice|department|dept|service|council|nhs|group|submission|submitted|charter|summary|first|second|third"
    r"|draft\w*|mr|mrs|ms|dr|qi|p\d)",
    re.IGNORECASE,
)
_OF_SOMEBODY = expression(
    r"(?:no|not|never|nae|without|useless|hopeless|awful|terrible|horrible|dreadful|rude|lazy|bad|worst|poor|slow"
    r"|unhelpful|harsh|unfair|wrong|hates?|hated|why|ignor\w+|ghost\w+|angry|against|despite|nightmare|joke|stupid"
    r"|(?:is|was|did|does)nt)",
    re.IGNORECASE,
)
_REPORTS = expression(r"\b(?:reports?|rpt|rep|drafts?|charter|version|[vr] ?\d+)\b", re.IGNORECASE)
# Whose comments a version follows: “Report 2 revised after Ann's comments”.
_BEFORE = r"\b(?:after|with|following|from|incorporating|including|incl|per)"
_COMMENTS = r"(?:comments?|feedback|notes|suggestions?|edits|changes|remarks|input|points)\b"
_NOTES = expression(r"\bmentor(?:s|['’]s|ing)?[ ]notes?\b", re.IGNORECASE)
_BETWEEN = expression(r"[_\s.+-]+")


def told_by_names(case: Case, names: Iterable[str]) -> str:
    """What a file's name says, or may say, of the practitioner's own life; empty where it is the project's."""
    own = set(_own(case).split())
    for name in map(_plain, names):
        if found := of_life(name, case):
            return found
        said = {w.casefold() for w in name.split() if w.isalpha() and len(w) > 1} - names_of(case.enrolment)
        if said and not (said & own or _ORDINARY.search(_spaced(name))):
            return UNTOLD
    return ""


def of_life(said: str, case: Case) -> str:
    """The same of one name, or of a text that nobody has been told in."""
    own = _own(case)
    for what, pattern in _ROWS:
        for found in pattern.finditer(said):
            if not _OF_PROJECT.match(said, found.end()) and found[0].casefold() not in own:
                return what
    return ""


def named_privately(case: Case, names: Iterable[str]) -> bool:
    """Whether a file is called after our notes for mentors, or as something about the practitioner or in confidence."""
    own = _own(case)
    for name in map(_plain, names):
        found = _ABOUT.search(name)
        marked = found is not None and found[0].casefold() not in own
        if _NOTES.search(name) or (found and marked and (found["plain"] or is_in_title(case.enrolment, name))):
            return True
    return False


def speaks_of_mentor(case: Case, names: Iterable[str]) -> bool:
    """Whether a practitioner's file is called after the mentor, and by a word more than a report's name has. A word
    with a capital may be a name, too, unless it says something of somebody."""
    e = case.enrolment
    theirs = names_of_person(e.mentor) - names_of(e) - MONTHS
    near = {*names_of(e), *theirs, *(names_of_person(e.manager) if e.manager else ())}
    project = set(_own(case).split())
    for name in (_without_comments(_plain(one), theirs) for one in names):
        words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", name)
        called = any(_bare(w) in theirs and (w[0].isupper() or _bare(w) not in ORDINARY) for w in words)
        if called and any(_says_more(w, near, project) for w in words):
            return True
    return False


def _without_comments(name: str, mentor: Iterable[str]) -> str:
    """A report's name without whose comments it follows, where nothing is said of these but that they are the mentor's;
    any other as it is: “Fed up after Ann's comments”, “Report 1 after Ann's useless comments”."""
    whose = "|".join(map(re.escape, sorted((*mentor, "my", "the", "our", "mentor"))))
    rest = re.sub(rf"{_BEFORE}(?: (?:{whose})(?:['’]?s)?){{1,2}} {_COMMENTS}", " ", name, flags=re.IGNORECASE)
    plain = _REPORTS.search(rest) and not any(_OF_SOMEBODY.fullmatch(word) for word in rest.split())
    return rest if plain else name


def _says_more(word: str, near: set[str], project: set[str]) -> bool:
    if _bare(word) in near:
        return False
    if _OF_SOMEBODY.fullmatch(word):
        return True
    told = _bare(word) in project or _AROUND_NAMES.fullmatch(word) or _ORDINARY.fullmatch(word)
    return not (told or word[0].isupper() or len(word) < 2)


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.casefold())


def _own(case: Case) -> str:
    """What the project is called, and what the practitioner has called documents."""
    sent = (_plain(d.name) for s in case.all(Submission).values() for d in s.documents)
    return " ".join((case.enrolment.project, *sent)).casefold()


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[^\W\d_])(?=\d)", " ", name)


def _plain(name: str) -> str:
    return _BETWEEN.sub(" ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.rpartition(".")[0] or name)).strip()
