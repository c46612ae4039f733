"""What a mentor has the practitioner told: “tell Jo from me that page two is the clearest I've seen”.

It speaks of “her” throughout, as a worry does, and is for her, whoever passes it on. So where a mail says nothing else,
that it may be private falls to what it is besides. What else is said of them, of the manager or of the mentor's own
affairs leaves it to the weights: “tell her yes. And I'd an odd letter about her”, “tell Jo well done, but I'm out”; and
so does each clause that isn't of the work: “it's good, I think she needs watching”, “yes. The ward is badly run”.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.expression import expression
from qibot.understanding.meaning import LIKELIER, Meaning, Told
from qibot.understanding.meaning.asides import OPEN
from qibot.understanding.meaning.families import families_in
from qibot.understanding.phrases.compared import TROUBLE
from qibot.understanding.phrases.courtesy import is_courtesy

MOST = 90  # words of such a mail
SHARE = 0.05  # from which the part of what may be private matters
ASIDE = 0.9  # from which a sentence of it isn't said to be told
_WHO = r"(?:(?:PRAC|THEY)(?: PRAC)?|(?:your|my|the|our) (?:practitioner|mentee))(?: 's)?"
_TELLS = expression(
    rf"(?<!n't )(?<!not )(?<!never )(?<!to )(?<!i'd )(?<!i'll )\b(?:tell|let|assure) {_WHO}(?: know)?"
    r"(?: (?:from me|please|as well|too|also|then|well done))*(?: (?:that|the|yes|how|it's|i'm|i am|PRAC|THEY"
    r"|and)\b| $)"
)
_GOES_ON = expression(r"^ (?:and |also |then |plus )*(?:that\b|tell\b|let\b)")
# What they did or could do goes on with it only where it is of the work: “she could do with losing the attitude” isn't.
_DID = expression(
    r"^ (?:and |also |then |plus )*"
    r"(?:PRAC|THEY|SOMEBODY)(?: PRAC)?(?: 's)? (?:has |have )?(?:also |now |really )*(?:done|did|should|ought|could"
    r"|might|needn't|will want|must|made|wrote)\b"
)
_SCANT = expression(
    r"\b(?:do with|done with|made (?:up|off)|hardly|barely|scarcely|only|little|less|nothing|none|no|never|not|n't"
    r"|half|without|attitude|instead|even|bother\w*|if|copied|copy|nicked|stole|lied|lying|fake\w*)\b|n't\b(?<!needn't)"
)
_PEOPLE = expression(r"\b(?:PRAC|THEY|MGR|OTHER|TEAM|TEAM-V|MGR-V|OTHER-V|MENT|SOMEBODY|SOMEBODY-V)\b")
# What may be said of them within it: what they did or could do, and what of theirs it is of.
_IS_OF_THEM = expression(
    r"^(?:PRAC|THEY)(?: PRAC)?(?: 's)? (?:(?:has |have )?(?:also |now |really )*(?:done|did|made|wrote|needn't)\b"
    r"|(?:also |now |really )*(?:should|ought|could|might|will want|must)\b(?! (?:to )?(?:\w+ )?(?:be|have|get|go|leave"
    r"|think|consider)\b))"
)
_NEEDNT = expression(
    r"^(?:PRAC|THEY)(?: PRAC)? (?:needn't (?:wait|worry|hurry|rush)|(?:should|ought to|could|might)(?: also| now)?"
    r" (?:add|plot|test|measure|count|draw|label|bring (?:\w+ ){1,4}in(?:to it)?))\b"
)
_THEIRS = expression(r"^(?:PRAC|THEY) 's (?P<thing>(?:\w+ ){0,3}\w+)")
_OF_ONE = expression(r"^\W*(?:and |also |that |plus )*(?:she|he|they|tell|let|to(?! be\b))\b", re.IGNORECASE)
_THEM = expression(r"\b(?:PRAC|THEY)\b")
_BEHIND = expression(
    r"[,;:()–—]|\s-+\s|\b(?:and|but|though|while|whereas|so|because|as|since)\b"
    r"(?= (?:the|my|our|your|an?|this|that['’]s|it|it['’]s|i|i['’]\w+|we|we['’]\w+|nobody|everybody|some\w*)\b)",
    re.IGNORECASE,
)
# A clause of a thing of the report, where it speaks of nobody.
_OF_THING = expression(
    r"\W*(?:(?:and|also|but|plus|so|then|that)\b\W*)*(?:(?:the|this|that|these|those|an?|no|your|its)\b )?"
    r"(?:[\w-]+ ){0,2}(?:charts?|graphs?|plots?|aims?|measures?|data|diagrams?|tests?|pdsas?|cycles?|pages?"
    r"|titles?|reports?|tables?|predictions?|median|baseline|surveys?|axis|axes|sections?|fishbone|posters?|measurements?|samples?|counts?)\b"
    r"(?:(?! (?:nurse|manager|team|staff|ward|office|lot)\b)[^.!?])*[.!]?",
    re.IGNORECASE,
)
_OTHERS = expression(
    r"\b(?:MGR|OTHER|TEAM|TEAM-V|MGR-V|OTHER-V|SOMEBODY-V|office|programme (?:is|has|team|office|manager))\b"
)
# What only sounds like trouble, or like leaving, and is said of the work.
_GOOD = r"\b(?:good|great|cracking|lovely|brilliant|super|fine|excellent|grand) job\b"
_GOOD_JOB = expression(_GOOD, re.IGNORECASE)
_OF_THE_WORK = expression(
    rf"{_GOOD}"
    r"|\b(?:on|to) the left\b"
    r"|\bupside down\b"
    r"|\bstop \w+ing\b|\bleav(?:e|ing) (?:out |off |in )?(?:the|that|it|those|them|this|these|out)\b"
    r"|\bneed(?:n['’]t| not) wait\b|\b(?:sorry|apologies) (?:for|about|to be|it['’]s|i['’]m) (?:the |my "
    r"|so )?(?:delay|late)\b"
    r"|\bso (?:that )?we (?:can|could|all) (?:\w+ )?(?:see|tell|compare)\b",
    re.IGNORECASE,
)
# What its writer may say of themselves besides.
_OWN = expression(
    r"\bfrom me\b|\bi(?:'d| would)? (?:just |really |also |do )?(?:thought|think|liked?|loved?|enjoyed|said|found"
    r"|see|be"
    r" (?:pleased|glad|happy|keen|content))\b|\bi've (?:ever |just )?(?:seen|read)\b"
    r"|\b(?:i'm|i am) (?:\w+ ){0,2}(?:chuffed|delighted|proud|pleased|impressed|glad|thrilled)\b"
    r"|\b(?:can|could|would|will) you\b|\b(?:your|my) (?:practitioner|mentee)\b"
)
_OF_SELF_OR_US = expression(r"\b(?:i|i'\w+|im|me|my|mine|we|we'\w+|you|your|you'\w+)\b")
_BUT = expression(r"\b(?:but i|though i|although i|however i|confess\w*|privately|letter|money|drink\w*)\b")
_GRAVE = frozenset(("@ill", "@death", "@calamity", "@kin", "@leave", "@leaving", "@moretime", "@cope", "@manager",
                    "@excuse", "@refuse", "@ending"))  # fmt: skip
_OF_WORK = {"@praise", "@qi"}


def as_told_them(found: Meaning, text: str, answers: str) -> Meaning:
    """The meaning of a mentor's words; where they say but what the practitioner is to be told, without what would be
    private of anything else."""
    if found.mark or found.cut or found.in_form or found.of("private") < SHARE or len(text.split()) > MOST:
        return found
    said = [(one, f" {' '.join(one.words)} ") for one in found.told]
    if not any(_TELLS.search(words) for _, words in said) or not all(_is_to_be_told(*both) for both in said):
        return found
    share = found.of("private")
    likely = {kind: value for kind, value in found.likely.items() if kind.split()[0] != "private"}
    of_report = answers in ("report", "reminder", "charter") and bool(families_in(text) & _OF_WORK)
    to = "feedback" if of_report else "message"
    likely[to] = likely.get(to, 0.0) + share
    return replace(found, likely=likely, told=[replace(one, apart={OPEN: 1.0}) for one, _ in said])


def _is_to_be_told(one: Told, words: str) -> bool:
    """Whether a sentence is what they are to be told, goes on with it, or is of the work and speaks of nobody."""
    if one.aside >= ASIDE or one.act.get("private", 0.0) * one.aside >= LIKELIER:
        return False
    text, words = _OF_THE_WORK.sub(" ", one.text), _OF_THE_WORK.sub(" ", words)
    if TROUBLE.is_in(text) or families_in(text) & _GRAVE or _OTHERS.search(words) or _BUT.search(words):
        return False
    if _OF_SELF_OR_US.search(_OWN.sub(" ", words)):
        return False
    said = f" {' '.join(one.words)} "
    tells = _TELLS.search(said)
    if not _speaks_fittingly(said[tells.end() :] if tells else said):
        return False
    clauses = [clause for clause in _BEHIND.split(text) if re.search(r"\w", clause)]
    if tells or _GOES_ON.search(words) or _DID.search(words):
        fits = all(_is_beside(clause) or _OF_ONE.search(clause) for clause in clauses[1:])
        return fits and (_DID.search(words) is None or (_is_of_work(one.text) and _SCANT.search(words) is None))
    return _PEOPLE.search(words) is None and all(map(_is_beside, clauses))


def _speaks_fittingly(words: str) -> bool:
    """Whether all that is said of them is what they did or could do in the work, or of a thing of theirs."""
    return all(_is_fitting(words[found.start() :]) for found in _THEM.finditer(words))


def _is_fitting(said: str) -> bool:
    if _NEEDNT.match(said):
        return True
    if (theirs := _THEIRS.match(said)) is not None:
        return "@qi" in families_in(theirs["thing"])
    return _IS_OF_THEM.match(said) is not None and _is_of_work(said) and _SCANT.search(said) is None


def _is_beside(clause: str) -> bool:
    """Whether a clause that isn't what they are to be told says nothing that they shouldn't hear."""
    if is_courtesy(clause.strip(" .!"), frozenset()) or not re.search(r"[^\W\d_]", clause):
        return True
    return _OF_THING.fullmatch(clause) is not None and _SCANT.search(clause.casefold()) is None


def _is_of_work(text: str) -> bool:
    """Whether a sentence has a word of the project, or says that the job is a good one."""
    return "@qi" in families_in(text) or _GOOD_JOB.search(text) is not None
