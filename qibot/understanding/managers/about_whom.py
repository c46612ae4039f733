"""About whom a manager's mail is that answers nothing: by who is on record of theirs, also where that enrolment rests.

| it names, in its words or its subject | it is about |
|---|---|
| one who is active, and maybe others whose enrolment rests | that one; what it says of the others is looked at then |
| nobody of theirs | their only active one, if there is but one |
| one whose enrolment rests, alone | that one: to the team, and nothing moves |
| none of theirs, and tells what befell somebody else (“Moira has been signed off”) | nobody: to the team |
| them in its subject, and tells of nobody else before the verb (“Signed off by Dr Hay”) | them |
| nobody in its subject, and what befell opens it with no one before the verb | them |
"""

from __future__ import annotations

import re

from qibot.events import Arrival, CircumstancesReported, Event, ToldInConfidence
from qibot.expression import expression
from qibot.message import Mail, words_apart
from qibot.model import Case, Role
from qibot.understanding.matter.context import Context, Part
from qibot.understanding.meaning import Meaning
from qibot.understanding.names.forwarded import letters_in
from qibot.understanding.names.naming import is_in_title, names_of_person
from qibot.understanding.persons.spoken_of import in_parts

ANOTHER = "it tells of another practitioner"
OUTSIDER = "it tells of somebody else than the practitioner"
_OTHERS = frozenset(("SOMEBODY", "OTHER"))
_THEM = frozenset(("PRAC", "PRAC-V", "THEY", "THOSE"))
# “Jo's colleague Moira”; the practitioner's kin are their own circumstances
_ABOVE = expression(
    r"\b(?:the )?above(?:[- ](?:named|mentioned))?\b"
    r"|\b(?:the|this) (?:member of staff|staff member|employee|colleague)\b",
    re.IGNORECASE,
)
_ANOTHER = expression(r"\b(?:SOMEBODY|OTHER)\b")
# What befell opens the sentence, and nobody stands before it: “Signed off by Dr Hay”, “In hospital at Perth”.
_BEFELL = expression(
    r"(?:(?:just|now|sadly|unfortunately|sorry|currently|still|again|also|unexpectedly|suddenly|was|were|is|has|had|have|been|being"
    r"|got|gets|getting|will|won['’]t|will not|can['’]t|cannot|not|be|gone|went|both|badly|seriously|really|very) )*"
    r"(?:signed|off|admitted|taken|rushed|broke|broken|fractured|sprained|hurt|injured|hospitali[sz]ed|diagnosed|suspended"
    r"|dismissed|sacked|seconded|redeployed|transferred|moved|moving|left|leaves|leaving|resigned|retired|lost|fell|fallen"
    r"|away|absent|ill|sick|unwell|poorly|bereaved|pregnant|collapsed|knocked|crashed|burnt|cut|slipped|back"
    r"|(?:in(?:to)?|at|to) (?:the )?hospital"
    r"|in (?:intensive care|surgery|a and e|icu|hdu)|in a (?:\w+ )?(?:crash|accident|collision)"
    r"|on (?:\w+ )?(?:sick|maternity|paternity|adoption|compassionate|bereavement|carers?|carer['’]s|annual|unpaid"
    r"|special|sickness)"
    r"|having|had|has|handed|given|out|down with|under|operated|waiting)\b"
)
_TELLS = expression(
    r"\b(?:told|tell\w*|hear\w*|say\w*|said|inform\w*|spoke\w*|speak\w*|talk\w*|news|words?|messages?|rang|phoned"
    r"|call\w*|asked|advised|emailed|wrote|met|meeting|understand)\b"
)
# Where and by whom it was: “by dr”, “at the”, “in”; not of whom one hears.
_WHERE = expression(
    r"\b(?:by|at|to|in|into|on|for|near|under|outside|from) (?:(?:the|a|our|dr|mr|mrs|ms|prof|st|ben|old|new) )*$"
)
COVERS = (  # who does somebody else's work meanwhile
    r"(?:cover(?:s|ing)?|stand(?:s|ing)? in|step(?:s|ping|ped)? in|fill(?:s|ing)? in|look(?:s|ing)? after"
    r"|tak(?:es?|ing|en) (?:it |this |things )?over|act(?:s|ing) up|deputi[sz]\w+|hold(?:s|ing) the fort)\b"
)
_COVERS = expression(rf" (?:(?:is|are|will|has|have|'s|'ll|be|been|kindly|going to|can) )*{COVERS}")
_BRINGS = expression(
    r" (?:has |just |have |'s )*(?:tells?|told|says?|said|rang|phoned|called|e-?mailed|texted|wrote|informs|informed"
    r"|reports|reported|mentioned|thinks|lets|let|heard|messaged|confirms|confirmed|advises|advised|understands"
    r"|was told)\b"
)
# Subjects that name nobody.
_NOBODYS = frozenset({
    "re", "fw", "fwd", "hello", "hi", "absence", "absences", "sick", "sickness", "line", "note", "fit", "leave",
    "update", "news", "sad", "bad", "staff", "staffing", "fyi", "important", "urgent", "confidential", "private",
    "quick", "for", "information", "the", "your", "our", "a", "an", "of", "programme", "qi", "report", "reports",
    "practitioner", "practitioners", "illness", "notice", "long", "term", "off", "work", "please", "read",
    "unavailable", "change", "circumstances", "question", "query", "about", "and", "from", "to",
})  # fmt: skip
_BESIDE_THEM = expression(r"\bPRAC (?:\w+ )?(?:colleagues?|boss|deputy|assistant|apprentice|team-?mate)\b")


def about_whom(mail: Mail, context: Context) -> Case | None:
    """The one active practitioner of theirs; None where it may be of several, or of one whose enrolment rests."""
    cases, spoken = context.cases(Role.MANAGER), in_parts(mail, context, Role.MANAGER)
    named = [c for c in cases if c.unit in {s.unit for s in spoken}]
    if len(named) == 1:
        return named[0]
    return cases[0] if len(cases) == 1 and not spoken else None


def of_one_at_rest(arrival: Arrival, context: Context) -> ToldInConfidence | None:
    """A word for the team where it names nobody of theirs but one whose enrolment rests, and brings nothing."""
    spoken = in_parts(arrival.mail, context, Role.MANAGER)
    if len(spoken) != 1 or spoken[0] in context.cases(Role.MANAGER) or arrival.mail.sends or letters_in(arrival.mail):
        return None
    return told_of_them(arrival, Part(Role.MANAGER, spoken[0]))


def told_of_them(arrival: Arrival, part: Part, because: str = ANOTHER) -> ToldInConfidence:
    """A word for the team alone about somebody, which moves nothing in their enrolment."""
    words = words_apart(arrival.mail, part.case).strip()
    return ToldInConfidence(arrival, part.case.unit, 0, part.role, words, because)


def unless_of_outsider(event: Event | None, arrival: Arrival, case: Case, found: Meaning) -> Event | None:
    """The event; a word for the team that moves nothing where what befell another were the practitioner's own."""
    told = isinstance(event, CircumstancesReported) and _is_of_outsider(found)
    if not told or _is_titled(arrival.mail, case) or _opens_with_them(arrival.mail, case, found):
        return event
    return told_of_them(arrival, Part(Role.MANAGER, case), OUTSIDER)


def _is_titled(mail: Mail, case: Case) -> bool:
    """Whether it tells of whom its subject names: “Jo Smith: the above employee has been signed off”."""
    named = names_of_person(case.enrolment.practitioner) & set(re.findall(r"[^\W\d_]+", mail.subject.casefold()))
    return bool(named) and _ABOVE.search(mail.own_text) is not None


def _opens_with_them(mail: Mail, case: Case, found: Meaning) -> bool:
    """Whether what befell is theirs, though it has another's or a place's name: their name is the subject, or no one is
    named there either, and no sentence says before its verb that it is somebody else."""
    titled = is_in_title(case.enrolment, mail.subject)
    subject = re.findall(r"[^\W\d_]+", mail.subject.casefold())
    if not titled and not _NOBODYS.issuperset(subject):
        return False
    for told in found.told:
        said = " ".join(told.words)
        if _BEFELL.match(said) and (titled or not (_TELLS.search(said) or _stands_first(said, titled=False))):
            return True
        if _stands_first(said, titled=titled):
            return False
    return titled


def _stands_first(said: str, *, titled: bool) -> bool:
    """Whether the first other one whom it names is of whom it tells, and neither where, by whom, nor who covers."""
    first = _ANOTHER.search(said)
    if first is None or _WHERE.search(said[: first.start()]) or _COVERS.match(said[first.end() :]):
        return False
    return not (titled and _BRINGS.match(said[first.end() :]))


def _is_of_outsider(found: Meaning) -> bool:
    """Whether what it tells befell somebody else, by name or as what they are to the practitioner."""
    said = [" ".join(one.words) for one in found.told]
    rest = {word for one in said for word in _BESIDE_THEM.sub("SOMEBODY", one).split()}
    return bool(rest & _OTHERS) and not rest & _THEM
