"""Whether a sentence only praises or thanks, with no “but”: it may name whom it praises, and be read by them."""

from __future__ import annotations

from qibot.spoken import Spoken

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
    r"|fragile|than|\w+n['’]t|struggl\w*|hard for|find\w* (?:it|this)|found|tough|eas(?:y|ier)|gently?|isn|no)\b",
)


def is_praise(sentence: str) -> bool:
    """Whether it praises or thanks, and says nothing wary."""
    return _PRAISES.is_in(sentence) and not _WARY.is_in(sentence)
