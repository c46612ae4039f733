"""Whether a manager's words are said to all who read them: “Hi both”, “thanks all”, “you two”.

“Both” and “everybody” alone say no such thing: “both her reports”, “she argues with everyone here”, “both of us know”.
"""

from __future__ import annotations

from qibot.spoken import Spoken
from qibot.understanding.meaning import MOST_CHARACTERS, folded

_OPENS = r"(?:^|\n|[.!?;,:–—)]\s)[\s>*•\"'-]*"
_ENDS = r"(?=\s*(?:[,.!:;?)–—\n]|-\s|$))"
_SO = r"(?: (?:so|very|much|again|indeed|a lot|kindly))*"
_GREETS = (
    r"(?:(?:hi|hello|hey|hiya|hallo|dear|greetings|morning|afternoon|evening|good (?:morning|afternoon|evening|day)"
    r"|to|welcome)(?: there)?,? )"
)
_THANKS = (
    r"(?:thanks|thank you|many thanks|thx|ta|cheers|well done|nicely done|congratulations|congrats|bravo|sorry"
    r"|(?:great|good|lovely|excellent|brilliant|super|fantastic|nice|fine) (?:work|job|stuff|effort|going|start)"
    rf"|regards|best wishes|kind regards|bye){_SO}"
)
_ALL = r"(?:both|all|everyone|everybody|folks|you (?:both|two|all)|both of you|all of you)"
# “Hi both her reports” is no address, nor “everybody's”.
_OF = (
    r"(?! (?:her|his|hers|their|the|my|our|its|these|those|of (?!you)|reports?|were|was|is|has|had|have|did|do|does"
    r"|but|else|here|round|around|who|in|on|at|from|that)\b)(?!['’]s)"
)
_TO_ALL = Spoken(
    rf"{_OPENS}(?:(?:oh|and|so|ok|okay|right|well|yes),? )?{_GREETS}{_ALL}\b{_OF}"
    rf"|{_OPENS}(?:both|all|everyone|everybody|folks|you two){_ENDS}"
    rf"|[,.!?–—-]\s+(?:both|all|everyone|everybody|folks)\s*(?:[.!]|\n|$)"
    rf"|\b{_THANKS},? (?:(?:to )?{_ALL})\b{_OF}"
    r"|\b(?:you (?:both|two)|(?:both|all) of you|(?:the|you) two of you)\b"
    r"|\byou all(?:(?=\s*(?:[,.!?:;–—\n]|$))| (?:for|at|a|can|could|have|are|will|need|know|very|so|again|there|then"
    r"|soon|next|tomorrow|well)\b)",
    "both", "all", "every", "folks", "two",
)  # fmt: skip


def speaks_to_all(text: str) -> bool:
    """Whether the text greets, thanks or addresses all of its readers."""
    return _TO_ALL.is_in(folded(text[:MOST_CHARACTERS]))
