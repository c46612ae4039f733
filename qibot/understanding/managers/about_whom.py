"""About whom a manager's mail is that answers nothing: by who is on record of theirs, also where that enrolment rests.

| it names, in its words or its subject | it is about |
|---|---|
| one who is active, and maybe others whose enrolment rests | that one; what it says of the others is looked at then |
| nobody of theirs | their only active one, if there is but one |
| one whose enrolment rests, alone | that one: to the team, and nothing moves |
| none of theirs, and tells what befell somebody else (“Moira has been signed off”) | nobody: to the team |
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
from qibot.understanding.names.naming import names_of_person
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
    if not told or _is_titled(arrival.mail, case):
        return event
    return told_of_them(arrival, Part(Role.MANAGER, case), OUTSIDER)


def _is_titled(mail: Mail, case: Case) -> bool:
    """Whether it tells of whom its subject names: “Jo Smith: the above employee has been signed off”."""
    named = names_of_person(case.enrolment.practitioner) & set(re.findall(r"[^\W\d_]+", mail.subject.casefold()))
    return bool(named) and _ABOVE.search(mail.own_text) is not None


def _is_of_outsider(found: Meaning) -> bool:
    """Whether what it tells befell somebody else, by name or as what they are to the practitioner."""
    said = [" ".join(one.words) for one in found.told]
    rest = {word for one in said for word in _BESIDE_THEM.sub("SOMEBODY", one).split()}
    return bool(rest & _OTHERS) and not rest & _THEM
