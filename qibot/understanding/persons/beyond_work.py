"""Feedback on the report of somebody who has just told what isn't for others: what of it may be more than the work.

No table of what can befall people knows how their mentor will speak of it (“July baby! And I liked the whys”). So the
tables are of the work here. `is_all_work` is closed: every word is of a project, of feedback, or joins those.
`may_be_of_them` asks less: whether a sentence without a word of the project speaks to somebody, or feels with them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from qibot.expression import expression
from qibot.understanding.meaning import MOST_CHARACTERS, folded
from qibot.understanding.phrases.plainly import names_project

_SENTENCES = expression(r"(?<=[.!?;:])\s+|\n+")
_CLAUSES = expression(r"[.!?;:,()\n>]+|\s[–—-]+\s")
_OF_WORK = (
    r"(?:reports?|data|pdsas?|(?:run )?charts?|aims?(?: statement)?|measur(?:e|es|ing|ement)|baseline|median|cycles?"
    r"|predict(?:ion|ions|ed)?|change ideas?|(?:primary |secondary )?drivers?|diagram|graph|axis|axes|outcomes?|process"
    r"|next steps?|pupils?|patients?|residents?|wards?|class(?:es)?|families|evidence|samples?|charter|balancing"
    r"|population|theory|(?:five )?whys|fishbone|pareto|hypothesis|percentages?|per ?cent|numbers?|figures"
    r"|count(?:s|ed|ing)?|plot(?:ted)?|tables?|headings?|paragraphs?|pages?|sections?|summary|appendix|survey|tested|testing|test(?:s)?"
    r"|improvement|variation|signal|trend|even better|ebi|liked?|feedback|comments|project"
    r"|operational definition|scope)"
)
_JOINS = (
    r"(?:and|but|or|so|the|a|an|it|its|this|that|these|those|them|to|in|on|at|by|with|from|of|for|as|is|are|was|were|be"
    r"|has|had|have|which|what|how|when|where|who|much|many|if|not|no|also|too|very|really|particularly|especially|quite"
    r"|more|less|most|clear|clearly|good|great|lovely|strong|excellent|specific|small|simple|one|two|three|first|second"
    r"|next|could|would|should|might|can|will|do|does|did|say|says|said|add|use|try|start|show|shows|i|i'd|you|your"
    r"|each|every|only|before|after|up|out|some|any|there|than|date|dated|there's|it's|that's|weekly|daily|\d+)"
)
# What opens, ends and rounds off a mail.
_ROUND = expression(
    r"(?:(?:hi|hello|hiya|hey|dear|good (?:morning|afternoon|evening)|morning|afternoon|evening|thanks|thank you|many"
    r"|very much|so much|for|this|that|it|your|the|well|done|great|good|excellent|lovely|work|job|stuff|best|kind"
    r"|kindest|warm|wishes|regards|cheers|yours|sincerely|mentor|keep it up|keep going)(?!['\w])|[\W_])*",
    re.IGNORECASE,
)
_PLAIN = expression(rf"(?:(?:{_OF_WORK}|{_JOINS})(?!['\w])|[\W_])*", re.IGNORECASE)
_NAMED = expression(rf"\b{_OF_WORK}\b", re.IGNORECASE)
_OF_THEM = expression(
    r"\b(?:you(?:'re|'ll|'ve|'d| are| will| have| were| must| look| sound| seem)|congrat\w*|hop(?:e|ing)|glad|sorry|sad"
    r"|luck|crossed|news|secrets?|welcome|enjoy|take (?:care|it)|look after|mind yourself|how (?:lovely|exciting"
    r"|wonderful|awful|sad|are)|(?:i|we)(?:'ll| will)? (?:won't|not|never|say nothing)|wonderful|thinking|thoughts?"
    r"|hearts?|baby|home|family|better soon|bless|hugs?|mum|dad|my|mine|lovely to|good to|so (?:happy|pleased|proud"
    r"|sad|sorry|brave))\b|!",
    re.IGNORECASE,
)
# What feels with somebody whatever else its sentence is of: “how you ran a PDSA in that state I'll never know”.
_FEELS = expression(
    r"\b(?:in that (?:state|condition|mess)|(?:a|that|the) (?:month|week|year|time|autumn|winter"
    r"|spell) (?:like (?:that|this"
    r"|yours)|you['’]ve (?:just )?had|you have had)|so sorry|sorry (?:to hear|about your|for your|you['’]re)"
    r"|(?:safe|well|strong|fit|up to|able) enough|(?:feel|feeling|be|being) (?:safe|yourself|up to)"
    r"|hope you(?:['’]re| are"
    r"| feel| can)|with (?:all|everything) (?:that['’]?s|that is|you|going)|(?:all"
    r"|everything) (?:that )?you['’]ve been through"
    r"|despite (?:it all|everything|all)|after (?:all )?(?:that|everything|what)|under the circumstances"
    r"|in your (?:shoes|place|position)|i['’]ll never know|look after yourself|take care of yourself)\b",
    re.IGNORECASE,
)


def is_all_work(text: str, names: Collection[str]) -> bool:
    """Whether every clause is of the work and of nothing else; `names`, in small letters, may stand in any of them."""
    if len(text) > MOST_CHARACTERS:
        return False
    clauses = (one for said in _said(text, names) for one in _CLAUSES.split(said))
    return all(_ROUND.fullmatch(one) or (_PLAIN.fullmatch(one) and _NAMED.search(one)) for one in clauses)


def may_be_of_them(text: str, names: Collection[str]) -> bool:
    """Whether a sentence feels with somebody, or speaks to them and has no word of the project."""
    said = [one for one in _said(text, names) if not _ROUND.fullmatch(one)]
    if any(_FEELS.search(one) for one in said):
        return True
    return any(_OF_THEM.search(one) and not (_NAMED.search(one) or names_project(one)) for one in said)


def _said(text: str, names: Collection[str]) -> Iterator[str]:
    """The sentences without these names."""
    said = folded(text[:MOST_CHARACTERS])
    if names:
        said = re.sub(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b", " ", said, flags=re.IGNORECASE)
    yield from _SENTENCES.split(said)
