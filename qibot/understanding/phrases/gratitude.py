"""Thanks in a few words more than the bare ones: “thanks, useful”, “I appreciate it”, “thanks, and good luck to Bob”.

Only who answers a letter that was for them alone is read so: there a word of praise is no feedback, and nobody needs to
hear of it. `surely_thanks` is what the weights are sure of, in whatever words, so that no list need know them all.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.quoting import is_signed_off
from qibot.understanding.meaning import Meaning, sentences
from qibot.understanding.meaning.families import CAUSES, families_in
from qibot.understanding.phrases.courtesy import adds_to_thanks, is_courtesy, is_short, is_thanks, typed
from qibot.understanding.phrases.grave import OF_ME, OF_THEM, told_gravely
from qibot.understanding.phrases.praised import is_wary

_THANKS = expression(r"\b(?:thank\w*|thanx|thx|cheers|ta|grateful|appreciat\w*|obliged|much obliged)\b", re.IGNORECASE)
_FOR = (
    r"(?:understanding|listening|explaining|asking|checking|clarifying|the (?:\w+ )?(?:information|info|explanation"
    r"|clarification|reassurance|update|heads[- ]up|reminder|nudge|notes|summary|help|support|advice|news|offer)"
    r"|your (?:\w+ )?(?:help|understanding|patience|support|time|kindness|reply|answer|message|e-?mail|advice|efforts?"
    r"|work|care)|all (?:your|the) (?:help|support|work)|(?:being|getting back)(?: so)?"
    r"(?: (?:quick\w*|prompt\w*|kind|patient|understanding|helpful|to me|so quickly))*"
    r"|(?:sorting|arranging|dealing with|seeing to|looking into|passing|sending|doing|taking) (?:it|this|that|them)"
    r"(?: (?:out|on|up|over|in hand))?(?: so (?:quickly|promptly|fast|well))?|letting me know"
    r"(?: (?:that )?(?:it|this|that|everything)(?:['’]s| has| is)? (?:got there|arrived|come|came|in|there|safe\w*)"
    r"(?: (?:safely|through|in time|all right|ok(?:ay)?))*)?|coming back to me)"
)
_GLAD = expression(
    r"\b(?:(?:very |really |so |most |all |that['’]s |it['’]s |was |is )*"
    r"(?:useful|helpful|handy|reassuring|kind of you|appreciated|clear now|good to know|interesting)"
    r"|(?:(?:do|really|very much|so|greatly|much|i|we) ){0,4}appreciate (?:it|this|that|your \w+|you \w+ing \w+)"
    rf"|for {_FOR}"
    r"|(?:(?:the |very )?best of luck|good luck|all the (?:very )?best|best wishes|kind regards)"
    r"(?: (?:to|with) (?:him|her|them|you(?: all| both)?|it|it all|everything|the rest(?: of it)?))?"
    r"|(?:have|enjoy) (?:a|an|your|the) (?:\w+ )?(?:day|week|weekend|evening|afternoon|break|holidays?|christmas)"
    r"|(?:i|we)(?:['’]m| am|['’]re| are) (?:very |most |really |so )*(?:grateful|obliged)"
    r"|as (?:always|ever|usual)|(?:that|this|it)(?:['’]s| is| was)?"
    r" (?:(?:very|really|so|most|too) )*(?:kind|good|nice|thoughtful)(?: of you)?"
    r"|(?:you(?:['’]ve| have)?|that|it|this)?(?:['’]s| has)? ?(?:made|making) my (?:day|week|month|morning|evening)"
    r"|(?:that|this|it)?(?:['’]s| has)? ?(?:given|gives|gave) me (?:plenty|lots|a lot|much|loads|something)"
    r" to (?:think about|chew (?:on|over)|go on|work (?:on|with)|get on with)"
    r"|(?:that|this|it)?(?:['’]s| is)? ?(?:such )?(?:a|what a) (?:real |great |big |huge )?relief)\b"
    r"|(?<![\w'’])(?:a+w+|och|ah+|oh|phew|hooray|hurrah|yay|noted)(?![\w'’])",
    re.IGNORECASE,
)
_TO = expression(r"\b(?:good luck|luck|the best|wishes) (?:to|with)(?= \w)", re.IGNORECASE)

SURELY, HARDLY, ASIDE = 0.8, 0.05, 0.3  # of thanks; and up to which, whole and sentence, nothing is for the team
_FOR_TEAM = ("private", "circumstances", "leaving")
_OF_PEOPLE = ("PRAC", "THEY", "THOSE", "MGR", "OTHER", "SOMEBODY")
_HANGS = expression(r"\b(?:until|till|when|once|while|whoever|after|before|will|would|please)\b", re.IGNORECASE)
# What a sentence beside them is glad of: the weights take few words that they don't know for thanks, too (“Call me.”).
_PLEASED = expression(
    r"\b(?:pleas(?:ed|ure)|joy|treat|delight\w*|thrill\w*|lovely|glad|good|great|nice|interesting|enjoy\w*|hearten\w*"
    r"|encourag\w*|useful|helpful|inspir\w*|impress\w*|uplift\w*|aware|noted|made my|blushing|wonderful|brilliant"
    r"|excellent|fascinating|worth (?:reading|the read))\b",
    re.IGNORECASE,
)


def surely_thanks(mail: Mail, found: Meaning) -> bool:
    """Whether the weights are sure that a short mail is thanks, each sentence thanks or is glad, and nothing is said of
    anybody, or may be anything graver."""
    said = typed(mail)
    if found.mark or found.cut or found.of("nothing") < SURELY or found.of(*_FOR_TEAM) > HARDLY:
        return False
    if (
        "?" in said
        or not is_short(mail)
        or not _THANKS.search(said)
        or adds_to_thanks(mail)
        or _HANGS.search(said)
        or is_wary(said)
    ):
        return False
    if not all(_THANKS.search(one) or _is_glad(one, frozenset()) or _PLEASED.search(one) for one in sentences(said)):
        return False
    if found.aside(*_FOR_TEAM) >= ASIDE or found.speaks_of(*_OF_PEOPLE):
        return False
    return not (families_in(said) & CAUSES or told_gravely(said, OF_ME | OF_THEM))


def befalls(text: str) -> bool:
    """Whether an illness, a death or a calamity is named: beside thanks it makes more of them."""
    return not families_in(text).isdisjoint(("@ill", "@death", "@calamity"))


def is_gratitude(mail: Mail, names: frozenset[str]) -> bool:
    """Whether a short mail is thanks and such words alone; `names` are those that it may say, in small letters."""
    if not is_short(mail) or "?" in typed(mail):
        return False
    if is_thanks(mail, names):
        return True
    said = "\n".join(line for line in typed(mail).split("\n") if not is_signed_off(line))
    return _THANKS.search(said) is not None and all(_is_glad(one, names) for one in sentences(said))


def _is_glad(sentence: str, names: frozenset[str]) -> bool:
    rest = _GLAD.sub(" ", _TO.sub("good luck", sentence))
    return is_courtesy(re.sub(r"[.,;:!–—-]", " ", rest), names)
