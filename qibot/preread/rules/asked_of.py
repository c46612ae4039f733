"""Whom a mentor would have asked, and whether the report lets them speak."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.preread.aims import aim_of
from qibot.preread.loose import Loose
from qibot.preread.stems import stems
from qibot.preread.text import Report

# People by their families: who is asked under one name is often told of under another.
_FAMILIES = tuple(
    expression(rf"\b(?:{names})\b", re.IGNORECASE)
    for names in (
        (
            r"parents?|mums?|dads?|mothers?|fathers?|famil(?:y|ies)|carers?|grans?|grannies|guardians?|relatives?|"
            r"wi(?:fe|ves)|"
            r"husbands?|sons?|daughters?"
        ),
        (
            r"patients?|residents?|service users?|clients?|customers?|users?|people|tenants?|households?|applicants?|"
            r"victims?|"
            r"wom[ae]n|m[ae]n|folk|claimants?|neighbours?|members of the public|callers?|visitors?|Mrs?|those|"
            r"somebody|someone"
        ),
        (
            r"pupils?|child(?:ren)?|young people|young person|boys?|girls?|students?|learners?|weans?|bairns?|kids?|"
            r"teenagers?"
        ),
        (
            r"staff|nurses?|doctors?|colleagues?|teams?|workers?|teachers?|officers?|clerks?|crews?|midwives|"
            r"consultants?|"
            r"\w{3,}ists?|\w{2,}ians|admin|secretar(?:y|ies)|porters?|wardens?|drivers|assistants?|supervisors?|"
            r"lecturers?|"
            r"engineers?|joiners?|cleaners?|cooks?|receptionists?|advisers?|practitioners?|surgeons?|registrars?"
        ),
        r"managers?|heads?|sponsors?|directors?|leads?|boss|depute|matron|headteacher",
    )
)
_WHOM = (
    r"(?:any|some|one|two|a few|a couple|few|couple|each|all|both|of|the|your|a|an|more|about|from|with|to|these|those|"
    r"own)"
)
_ASKED = expression(
    r"\b(?:ask(?:ed|ing)?|hear(?:ing|d)?(?: more)?(?: from| about what)?|sp(?:eak|oke|oken|eaking)(?: to| with)|"
    r"talk(?:ed|ing)?"
    r"(?: to| with)|listen(?:ed|ing)? to|find out (?:from|what|how)|interview\w*|sit down with|check(?:ed|"
    r"ing)? with|know (?:what|how)|"
    rf"what (?:do|does|did|would|might)?|how (?:do|does|did)?)(?: {_WHOM})* (?P<whom>(?:[a-z'-]+ ){{1,5}}?)"
    r"(?:(?:themselves|yourself|really|actually|might|would) )?(?:think\w*|feel\w*|felt|make|made|sees?|saw|"
    r"says?|said|finds?|"
    r"finding|wants?|notic\w+|likes?|take|view\w*|experienc\w*|what|how|why|whether|if|about|got|before|directly|"
    r"too)\b",
    re.IGNORECASE,
)
# “Have the pupils themselves been asked?”, “whether the parents could have a say”
_WERE_ASKED = expression(
    r"(?:^(?=(?:any|some|one|two|three|four|an?|the|your|all|both|those|these|more|each|every)\b)|\b(?:whether|if|"
    r"have|has|were|was|are|is|could|can|might|did|do) )(?:(?:any|two|three|four|or|few|couple|"
    r"some|all|both|of|the|your|a|an|those|"
    r"these) )*(?P<whom>(?:[a-z'-]+ ){1,6}?)(?:(?:themselves|yet|also|ever|really|could|might|would) )*"
    r"(?:(?:have|has|been|be|being|were|was|get|got|had) )*(?:asked|consulted|heard|involved|invited|a (?:say|"
    r"voice|part))\b",
    re.IGNORECASE,
)
_PRONOUN = Loose(
    r"(?:they|them|it|you|we|he|she|this|that|those|who|what|anybody|anyone|people)\s*",
)
_SPEECH = Loose(
    r"\b(?:said|says?|saying|told|tells?|ask\w*|answer\w*|repl(?:y|ied|ies)|sp(?:oke|oken|eak)|talk\w*|think\w*|"
    r"thought|feels?|"
    r"felt|feeling|view\w*|finds?|found|want\w*|like[ds]?|mention\w*|explain\w*|suggest\w*|rang|phoned|"
    r"interview\w*|heard|"
    r"listen\w*|survey\w*|comment\w*|reckon\w*|pointed|complain\w*|worr\w+|glad|happy|fed up|pleased|sceptical|"
    r"keen|met|"
    r"brought up|describ\w*|report(?:ed|s)|minds?|enjoy\w*|against|agreed|sat (?:down )?with|wrote|see it|chose|"
    r"named|views)\b",
)

# “It told us more than a month of …”: what is learnt of a thing, and nobody's words.
_AS_IF_IT_SPOKE = expression(
    r"\b(?:tells?|told|says?|said|taught) (?:me|us|you) (?:\w+ )?(?:more|less|much|little|nothing|a lot|lots|plenty)\b|"
    r"\b(?:charts?|data|figures?|numbers?|results?|tests?|map|diagram|line|table) (?:\w+ )?(?:tells?|told|says?|"
    r"said)\b",
    re.IGNORECASE,
)

_OF_THE_PART = expression(
    r"^(?:the |our |my )?(?:people|people side|human side)\b", re.IGNORECASE
)  # a heading of the form


def whom_to_ask(advice: str) -> str:
    """Whom the advice would have asked, or wants to hear of; empty where it says nothing of that kind."""
    found = _ASKED.search(advice) or _WERE_ASKED.search(advice)
    whom = found["whom"].strip() if found else ""
    named = any(family.search(whom) for family in _FAMILIES)
    return whom if named and not _PRONOUN.fullmatch(whom) else ""


def speaks(whom: str, report: Report) -> bool:
    """Whether a sentence of the report tells what such people said, or were asked."""
    families = [family for family in _FAMILIES if family.search(whom)]
    own = stems(" ".join(word for word in whom.split() if not any(family.fullmatch(word) for family in _FAMILIES)))
    aim = aim_of(report)
    own -= stems(aim.whole) if aim else frozenset()  # all whom the work is about
    for sentence in report.outside("aim", "measures", "stage", "next"):
        text = f"{sentence.heading} {sentence.text}"
        if not _SPEECH.search(_AS_IF_IT_SPOKE.sub(" ", sentence.text)):
            continue
        if own & stems(text) or (not own and any(family.search(_OF_THE_PART.sub(" ", text)) for family in families)):
            return True
    return False
