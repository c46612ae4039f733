"""A few words in answer to a report that may be said of it to the office as soon as to its writer: “Is that all?”,
“Not impressed.”, and a grumble about being chased: “You people never stop. I do this for free.”

What is feedback in so few words praises, advises, scores, asks about the work, or says “you”; of anything else its
writer is asked.
"""

from __future__ import annotations

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.meaning import Meaning
from qibot.understanding.phrases.courtesy import praises, typed
from qibot.understanding.phrases.plainly import names_project

FEW, GRUMBLE = 12, 30  # words of such a mail
_GRUMBLES = expression(
    r"\byou (?:people|lot)\b|\b(?:nag(?:s|ged|ging)? me|(?:stop|quit|keep|always|all this|constant|the) nag(?:s"
    r"|ging)?)\b(?! (?:doubt|question|feeling|worry))|\bchas(?:e|es|ing) me\b|\bi do (?:all )?(?:this"
    r"|it) for (?:free|nothing)\b"
    r"|\bi['’]?m (?:only |just )?a volunteer\b|\bday jobs?\b|\bnothing (?:else|better) to do\b"
    r"|\bnobody (?:has )?died\b",
)
_SAYS = expression(
    r"\b(?:you|your|yours|liked?|lov(?:e|ed|ely)|enjoy\w*|well|clear\w*|fine|agree\w*|happy|pleased|interest\w*"
    r"|perfect|spot on"
    r"|ok|okay|yes|right|useful|helpful|good|great|nice|excellent|super|brilliant|fab\w*|better|best|stronger?"
    r"|solid|sound"
    r"|(?<!could )(?<!nothing )add\w*|nothing (?:to|more|else)|no (?:changes?|comments?|notes|concerns?"
    r"|problems?|quibbles?)|try"
    r"|cut|needs?|missing|could|should|would|might|must|more|less|fewer|too|consider|think|next|put|use|make"
    r"|keep|start|stop|show"
    r"|crackin\w*|fault|stars?|gold|ten|wonder\w*|nae (?:notes|bother|changes)|cracker|thorough\w*"
    r"|honest(?!\W*$)|joy|delight\w*|belter|smashing|tidy|neat\w*|crisp\w*|convinc\w+|wow|bravo|kudos"
    r"|congrat\w*|proud|admir\w+|thank\w*|cheers|strongly|first|before|instead|slow\w*|simple\w*|small\w*|vivid"
    r"|brave|careful\w*|top|ace"
    r"|explain|say|tell|ask|narrow\w*|short\w*|tighten|split|move|give|find|check|watch|see|look|page|section"
    r"|graph|week\w*"
    r"|month\w*|daily|approved?|pass(?:es)?|done|ready|go|carry on|onwards|thumbs|impressive|progress\w*"
    r"|superb\w*|pleasure|pleasing|bang on|terrific|outstanding|top notch|first[- ]class|(?:step|leap) forward"
    r"|what a difference|the stuff|exactly what|(?:no|nothing) (?:major|big|real)|al(?:l )?right|impressed"
    r"|splendid|fantastic|amazing"
    r"|promising|encouraging|a treat)\b|\d"
    r"|[👍👏🌟⭐✅🎉]"
    r"|^\W*(?:why|how|what|which|who|when|(?:have|has|did|does|are|were|was|will|can) (?!(?:i|that|this"
    r"|it)\b))\b[^?]*\?",
)
_NOT = expression(
    r"\b(?:not|n['’]t|hardly|never) (?:\w+ )?(?:impressed|good enough|up to|exactly|al(?:l )?right|promising"
    r"|outstanding)\b"
    r"|\btoo \w+(?:, too\b| for (?:this|that|it|me|you people)\b)|\btoo much(?: for (?:me|anyone|anybody))?\W*$"
    r"|\b(?:make|let) (?:it|this|that|them) (?:stop|end|go away)\b|\b(?:must|got to|has to"
    r"|have to) be (?:joking|kidding|mad)\b"
    r"|\b(?:say|need say) no more\b|\bno more of\b|^\W*why (?:bother|me|now|on earth|am i|do i|should i|oh why"
    r"|why)\b|"
    r"^\W*how on earth\b|^\W*who (?:signed|wrote|passed|approved|let|checked|taught)\b"
    r"|^\W*(?:just )?more of the same\b|\brushed\b|\bdo better\b|\bto be (?:honest|frank)\b"
)

# A charge against its writer, whatever it is made of: “I do not find the report honest”.
_DISTRUSTS = expression(
    r"\b(?:not|n['’]t|cannot|hardly|never|don['’]?t) (?:\w+ ){0,4}(?:honest|genuine|truthful|trust|believe)\b"
    r"|\b(?:dishonest\w*|made[- ]up|invented|fabricat\w+|plagiari\w+|fak(?:e|ed|ing))\b",
)


def is_bare_verdict(mail: Mail, found: Meaning, *, reminded: bool) -> bool:
    """Whether that is all it says; what else answers a reminder (`reminded`) is asked of the office (to_office.py)."""
    said = typed(mail).casefold()
    words = len(said.split(None, GRUMBLE))
    if not words or mail.sends or found.in_form or words >= GRUMBLE or found.calls_them:  # none: between the lines
        return False
    if _GRUMBLES.search(said):
        return True
    if reminded or words > FEW:
        return False
    if _DISTRUSTS.search(said):
        return True
    if praises(mail) or names_project(said):
        return False
    return _NOT.search(said) is not None or _SAYS.search(said) is None
