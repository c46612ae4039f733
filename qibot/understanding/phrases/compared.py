"""A friendly word of somebody else's work, amid a mentor's words to the practitioner: “a bit like what Kim's doing”.

To the weights whoever speaks of somebody speaks past the practitioner. So what is left is weighed by itself, where a
sentence says no more than that another one does or did the like, or that it went well there. What judges them, or tells
what befell them, is no such sentence: TROUBLE and COMPARES say what isn't.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from qibot.expression import expression
from qibot.spoken import Spoken
from qibot.understanding.meaning import LIKELIER, Meaning, Told
from qibot.understanding.meaning.families import families_in

MOST = 22  # words of such a sentence
WEIGHS, ASIDE = 0.2, 0.9  # from which what may be private is weighed without it
_SPOKEN = frozenset(("PRAC", "THEY", "MGR", "MGR-V", "MENT", "TEAM", "TEAM-V", "OTHER-V", "SOMEBODY-V"))
_GRAVE = frozenset(("@ill", "@death", "@calamity", "@kin", "@leave", "@leaving", "@moretime", "@cope", "@team",
                    "@manager", "@excuse", "@refuse", "@ending"))  # fmt: skip
_OF_LIVES = {"@ill", "@death", "@calamity", "@kin", "@cope"}
_VERDICT = {"@praise", "@qi"}
# What a sentence says that compares two people's work, or but half of it.
COMPARES = Spoken(
    r"\b(?:than (?!cop|ask|look|start|try)|nowhere|only|wish\w*|as (?:much|good|far|bad)|but|though|although|hardly"
    r"|barely"
    r"|not|never|unlike|told me|should|forgot\w*|lacks?|needs?|awkward|head|tell(?:ing)? off|talking to)\b|n['’]t\b",
)
TROUBLE = Spoken(
    r"\b(?:leav(?:es?|ing)|left|quit\w*|pack(?:s|ing|ed)? (?:it )?in|drop(?:s|ped|ping)?[ -]out|giv(?:es?|en|ing) up"
    r"|gave up|withdr\w+|behind|late|overdue|ow(?:es?|ed|ing)|miss(?:es|ed|ing)|extension|excused|scores?d?|ahead of"
    r"|better than|worse|worst|stronger than|weaker|trouble|problems?|issues?|difficult\w*|hard time|rough|tough"
    r"|struggl\w*|moan\w*|complain\w*|never|nothing|(?:has|have|did|does|is|was|wo|ca)n['’]t|ill|sick|poorly|unwell"
    r"|died?|death|dead|wife|husband|mum|mother|dad|father|baby|pregnan\w*|divorc\w*|tears|crying|upset|worr\w+"
    r"|concern\w*|anxious|stress\w*|depress\w*|switch\w*|job|interview|manager|boss|head ?teacher|unlike|hospital"
    r"|operation|cancer|poor|pity|sadly|unfortunately|thin|weak|disappoint\w*|annoy\w*|lazy|useless|slow\w*|chas\w+"
    r"|nudge|remind|off (?:work|with|on|till|until)|a [0-5](?:\.\d)?|got (?:a )?\d|\d ?/ ?\d|same boat|going through"
    r"|fed up|confused|lost|home|private\w*|confiden\w*|between us|don['’]t (?:tell|say|mention|follow|copy))\b",
)
_SPOILT = expression(
    r"\b(?:mess|muddle\w*|hash|nonsense|wrong|mistakes?|errors?|trap|fault|minimum|bare|badly|fail\w*|hopeless|rubbish"
    r"|dreadful|awful|terrible|cheat\w*|copied|stole\w*|fuss\w*|argu\w+|cross|angry|rude|secret\w*|drink\w*|money"
    r"|ex|busy|swamped|stretched|staffed|audit|inspect\w*|married|relationship|old|used to|back"
    r"|reject\w*|refus\w+|returned|(?:marked|turned|knocked) down|thrown out)\b",
    re.IGNORECASE,
)
_WHO = r"(?:SOMEBODY|OTHER)(?: (?:SOMEBODY|OTHER))*"
_DOES = (
    r"(?:doing|trying|testing|using|running|working on|looking at|measuring|counting|after|used|uses|tried|did|does"
    r"|made|tested|plotted|drew|started|began|found|set|sets|asked|asks|counted|counts|measured|put|has|had)"
)
_SAME = r"(?:similar\w*|(?:the )?(?:very )?same|much the same|something like|the like|in common|likewise|alike)"
_LIKE = expression(
    rf"\b(?:like|similar to|same \w+ as|same as|reminds me of|close to|akin to|in line with|just as clear as) "
    rf"(?:(?:what|the|one|ones|that|how|way|work|test|chart|NUM|in|on|of)(?: |\b)){{0,4}}{_WHO}\b"
    rf"|\b(?:the way|as|how|what) {_WHO}(?: (?:'s|is|has|had|also|already))* (?:{_DOES}|done|out|hers)\b"
    rf"|{_WHO}(?: \w+)?(?: (?:'s|is|has|had|been|also|already|too))* {_DOES}\b.*\b{_SAME}\b"
    rf"|{_WHO}(?: (?:'s|is|has|had|been|also|already))* {_DOES} (?:an?|the|this|it|two|SOMEBODY 's)\b"
    r".*\b(?:worked|went (?:down )?well|helped|useful|handy|neat|nice|good|well|too|worth)\b"
)
_OPENS = expression(rf"^[a-z]+(?: is|'s| has) (?:also |been )*{_DOES} {_SAME}\b")  # a name that is a word, too


def without_comparison(found: Meaning, text: str, read: Callable[[str], Meaning]) -> Meaning:
    """The meaning of a text; where it may be private, and a friendly word of somebody else's work stands in it, of what
    is left, as `read` reads that."""
    if found.mark or found.cut or (found.of("private") < WEIGHS and found.aside("private") < ASIDE):
        return found
    friendly = [one for one in found.told if is_friendly(one)]
    rest = text
    for one in friendly:
        rest = re.sub(r"\s+".join(map(re.escape, one.text.split())), " ", rest)
    if not friendly or rest == text or not re.search(r"\w{3}", rest):
        return found
    left = read(rest)
    if left.of("private") >= found.of("private"):  # “Same as Kim's. She won't finish” may be about either
        return left if left.of("private") >= LIKELIER else found
    if left.best != "private" and families_in(rest) >= _VERDICT:  # so short that it might be talk
        return replace(left, likely={"feedback": 1 - left.of("private"), "private": left.of("private")})
    return left


def is_friendly(told: Told) -> bool:
    """Whether a sentence says but that somebody else does the like, or did so well."""
    said = " ".join(told.words)
    opens = _OPENS.match(said) is not None and "THEY" not in said.replace("THEY 's", "")
    spoken = _SPOKEN.intersection(told.words) - ({"THEY"} if opens else set())
    if len(told.words) > MOST or spoken or not (opens or _LIKE.search(said)):
        return False
    spoilt = TROUBLE.is_in(told.text) or COMPARES.is_in(told.text) or _SPOILT.search(told.text)
    return not (spoilt or families_in(told.text) & _GRAVE)


def mars(said: str) -> bool:
    """Whether words judge somebody's work, or tell what befell them."""
    return TROUBLE.is_in(said) or _SPOILT.search(said) is not None or bool(families_in(said) & _OF_LIVES)


def only_compares(found: Meaning) -> bool:
    """Whether what is left of it when it is weighed speaks of others in a friendly way alone."""
    spoken = [one for one in found.told if {"OTHER", "OTHER-V", "SOMEBODY", "SOMEBODY-V"} & set(one.words)]
    return not found.cut and all(is_friendly(one) for one in spoken)
