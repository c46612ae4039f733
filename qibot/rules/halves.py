"""Whether feedback has both halves of the model, “what you liked, what would be even better if” (guidance, section 5),
in the many ways in which people write them. For the team's statistics, and a kind line to the mentor."""

from __future__ import annotations

import re

from qibot.model import Feedback

_LIKED = re.compile(
    r"\b(?:like[ds]?|lov(?:e|ed)|strengths?|strong(?:ly)?|worked well|works well|went well|"
    r"going well|well done|great|excellent|"
    r"impress\w*|enjoyed|good (?:to (?:see|read)|work|start|progress|use|idea)|really good|very good|lovely|fantastic|"
    r"pleas(?:ed|ing)|delighted|congratulations|nice(?:ly)?|positives?|what i (?:appreciate|admire)\w*|appreciate\w*|"
    r"clear (?:aim|and|report)|praise|stood out|wonderful|brilliant|super|helpful to (?:see|read)|thumbs up|www)\b",
    re.IGNORECASE,
)
_EVEN_BETTER = re.compile(
    r"\b(?:even better|ebi|next steps?|to (?:develop|improve|work on|think about|consider|"
    r"strengthen)|could (?:you|be|have)|"
    r"you (?:could|might|may want|may wish|should)|i(?: would|'d|’d) (?:suggest|add|like to see|encourage|recommend|"
    r"think about|consider|have)|suggest\w*|recommend\w*|consider|have you (?:thought|considered|tried|asked|looked)|"
    r"what (?:about|if|would)|how (?:about|will you|might|could)|why not|try (?:to|a|the|it)|"
    r"would be (?:good|great|helpful|"
    r"useful|better|worth)|worth \w+ing|areas? for (?:development|improvement)|for next (?:time|month)|next time|"
    r"development points?|improvements?|please (?:add|include|say|think|look|make)|needs? (?:to|more|a)|missing|"
    r"think about|more (?:detail|specific|precise)|stretch|wish(?:es)?|growth)\b",
    re.IGNORECASE,
)


def has_liked(words: str) -> bool:
    """Whether the words say what was liked."""
    return bool(_LIKED.search(words))


def has_even_better(words: str) -> bool:
    """Whether the words say what would be better still."""
    return bool(_EVEN_BETTER.search(words))


def missing_half(feedback: Feedback) -> str:
    """“liked” or “better” where just that half was missing; empty where both or none were found, or where the feedback
    lies in a returned document, of which it can't be told."""
    if feedback.liked == feedback.even_better or any(not d.inline for d in feedback.documents):
        return ""
    return "better" if feedback.liked else "liked"
