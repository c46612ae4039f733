"""Who answers a report for a mentor: “Bob will cover while I'm on leave”, “could somebody else take this one?”

That is the team's: the report is another's then, and only the team can see to it. “Bob covers the data while you are
off” is of the practitioner's project.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.meaning import sentences
from qibot.understanding.mentors.own_leave import AS_MACHINES, MOST
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.phrases.leave import speaks_of_leave
from qibot.understanding.phrases.plainly import names_project
from qibot.understanding.phrases.promised import OF_PROJECT

_ANOTHER = (
    r"(?:(?i:(?:my|a|another|one of my|some|our|the)(?: other)? (?:\w+ )?(?:colleagues?|deputy|mentors?|manager"
    r"|assistant|partner|stand-?in|replacement|job ?share)|some(?:one|body)(?: else)?|any(?:one|body)(?: else)?"
    r"|another person)|(?!(?:I|It|He|She|This|That|They|We|You|The|What|Who|Hi|Hello|Sorry|Thanks|Please|And|But|So"
    r"|If|When|While|Do|Did|Does|Let|Have|Try|Take|Keep|Expect|\w+day|My|Our|Some\w*|Any\w*|Another|One|Can|Could|Would|Will|Is"
    r"|Back|Off|Away|Out|Home|Not|On|In|At|From|Until|Till|After|Once|Annual|Leave|Hols?|Holidays?|Then|Now)\b)"
    r"[A-Z][\w’'-]*[\w](?: [A-Z][\w-]+)?(?: from (?:(?! I\b)[\w ]){2,20}?)?)"
)
_DOES = (
    r"(?:cover(?:s|ing|ed)?|stand(?:s|ing)? in|fill(?:s|ing)? in|step(?:s|ping)? in|look(?:s|ing)? after|look(?:s|ing)?"
    r" at|tak(?:e|es|ing)(?: over| on)?|do(?:ing)?|deal(?:s|ing)? with|review(?:s|ing)?|read(?:s|ing)?"
    r"|pick(?:s|ing)?(?: \w+)? up|handl(?:e|es|ing)|answer(?:s|ing)?|mark(?:s|ing)?|see(?:s|ing)? to|give)"
)
_MAY = (
    r"(?:['’]s| is| are| will| can| could| would| has (?:kindly )?(?:agreed|offered|said)|['’]ll| be| to| going to"
    r"| able to| kindly| now| please| also| maybe| perhaps| need to| he['’]ll| she['’]ll| they['’]ll| who| have to"
    r"| been)"
)
_FOR_ME = expression(
    r"\b(?:for me\b|while i\b|whilst i\b|until i['’]?m\b|till i['’]?m\b|(?:in|during) my (?:absence|place|stead|leave)"
    r"|on my behalf|instead of me|(?:another|other) mentors?\b"
    r"|my (?:reports?|practitioners?|mentees?|people|ones?|caseload|lot|work|feedback)\b)",
    re.IGNORECASE,
)
_COVERS = expression(rf"\b(?-i:{_ANOTHER}){_MAY}{{0,4}} {_DOES}\b", re.IGNORECASE)
_HANDED = expression(
    rf"\b(?:send|pass|give|forward|hand|move|reassign|go|direct)\b(?: [\w'’]+){{0,5}}? to (?-i:{_ANOTHER}|him|her)\b",
    re.IGNORECASE,
)
_ARRANGED = expression(rf"\b(?:asked|arranged for|got|told|agreed with) (?-i:{_ANOTHER}) to {_DOES}\b", re.IGNORECASE)
_PLAIN = expression(
    rf"\W*(?-i:{_ANOTHER}){_MAY}{{0,4}} (?:cover(?:s|ing)?|stand(?:s|ing)? in)(?: for me)?\W*", re.IGNORECASE
)
_NEEDED = expression(
    r"\b(?:need to|have to|must|please|can|could)\b.{0,30}\bcover (?:this|it|for me|my)\b", re.IGNORECASE
)
_AM = expression(
    r"\b(?:i['’]?m|i am|i['’]?ll|i will|i shall|i won['’]t|i['’]ve got|while i|whilst i|on|am)\b[^.!?]*", re.IGNORECASE
)
_BRIEF = 12  # words of a mail in which a word of leave is its writer's own
_YOURS = expression(r"\b(?:while|when|if|whilst) you\b|\byou['’]?re (?:off|away|on)\b", re.IGNORECASE)


def names_cover(mail: Mail, theirs: frozenset[str]) -> bool:
    """Whether a mentor says, or asks, who else answers a report for them, and nothing of the project. Who is called one
    of `theirs`, practitioner and manager, isn't meant."""
    said = typed(mail)
    if mail.sends or len(said.split()) > MOST or OF_PROJECT.search(said) or AS_MACHINES.search(said):
        return False
    if names_project(re.sub(r"\breports?\b", " ", said, flags=re.IGNORECASE)):
        return False
    away = speaks_of_leave(said if len(said.split()) <= _BRIEF else " ".join(_AM.findall(said)))
    for one in (_without(text, theirs) for text in sentences(said)):
        if _YOURS.search(one):
            continue
        if _PLAIN.fullmatch(one) or (away and _NEEDED.search(one)):
            return True
        if (away or _FOR_ME.search(one)) and any(found.search(one) for found in (_COVERS, _HANDED, _ARRANGED)):
            return True
    return False


def _without(text: str, names: frozenset[str]) -> str:
    return re.sub(r"[\w’'-]+", lambda m: "they" if re.split("['’]", m[0])[0].casefold() in names else m[0], text)
