"""Whether a sentence only praises or thanks, with no “but”: it may name whom it praises, and be read by them."""

from __future__ import annotations

import re
from functools import lru_cache

from qibot.model import Person
from qibot.spoken import Spoken
from qibot.understanding.meaning import sentences

_PRAISES = Spoken(
    r"\b(?:delighted|pleased|thrilled|chuffed|grateful|proud|happy|glad|enjoy\w*|loves?|loved|thanks?|thank you"
    r"|well done|congratulations|appreciat\w+|kind|(?:great|good|lovely|fantastic|brilliant|super|amazing|cracking"
    r"|sterling) (?:job|work|effort|stuff)|lucky|deserves?|worked (?:so |very |really )?hard|too modest|a (?:star"
    r"|credit|gem"
    r"|grafter|natural|marvel|wonder|genius)|(?:doing|done|did) (?:so |very |really )?(?:well|brilliantly)|full support"
    r"|come (?:a long way|on)|how far|fantastic|brilliant|amazing|great|excellent|super|wonderful)\b",
)
_WARY = Spoken(
    r"\?|\b(?:but|though|although|however|pity|shame|a bit|slightly|rather|just|not|never|needs?|could|should|would|if"
    r"|unless|hope\w*|doubt\w*|worr\w+|surpris\w+|for once|at last|finally|yet|despite|between|private\w*|sensitive"
    r"|fragile|than|expect\w*|wish\w*|still|less|\w+n['’]t|struggl\w*|hard for"
    r"|find\w* (?:it|this)|found|tough|eas(?:y|ier)|gently?|isn|no)\b",
)
_GOOD = (
    r"(?:great|good|grand|nice|super|excellent|brilliant|fantastic|lovely|wonderful|amazing|cracking|braw|solid|fine)"
)
_OF_WORK = Spoken(
    rf"\b{_GOOD} (?:work|stuff|jobs?|progress|efforts?|going|report|result|results|start|show|one)\b"
    r"|\b(?:proud of|keep (?:going|it up|at it)|well done|good on you|what a (?:star|difference|result|change))\b"
)
_THANKS = Spoken(r"\b(?:thank\w*|thanx|thx|ta|cheers)\b")  # “great stuff, ta”


def is_praise(sentence: str) -> bool:
    """Whether it praises or thanks, and says nothing wary."""
    return _PRAISES.is_in(sentence) and not _WARY.is_in(sentence)


def is_wary(text: str) -> bool:
    """Whether a word of doubt, of a wish or of a condition stands in it."""
    return _WARY.is_in(text)


def praises_work(text: str, person: Person) -> bool:
    """Whether words that sound like thanks praise what somebody has done, or the one whom they call."""
    plain = any(_OF_WORK.is_in(one) and not _THANKS.is_in(one) for one in sentences(text))
    return plain or _of_called(person).search(text) is not None


@lru_cache(maxsize=128)
def _of_called(person: Person) -> re.Pattern[str]:
    """“Brilliant, Jo.”, “Jo, lovely”: thanks stand between the two in neither."""
    name = re.escape(next(iter(person.name.split()), "-"))
    good = rf"(?:(?:very|really|so|that['’]s|this is|just) )*{_GOOD}"
    return re.compile(rf"\b{good},? {name}\b(?!['’]s)|\b{name}[,:!–-]+ {good}\b(?! (?:thanks|thank))", re.IGNORECASE)
