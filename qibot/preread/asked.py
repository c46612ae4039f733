"""Headings that are no name of a part but a question or a remark of the writer's: “How folk are taking it”."""

from __future__ import annotations

import re

from qibot.expression import expression

_ONE = r"(?:we|i|they|the team|our team|you)"
_BE = r"(?:'re|'m|'ve|'d|'ll| are| am| have| had| might| may| could| can| will| would|(?: plan| want| hope| mean) to)?"
_FOLK = (
    r"(?:people|staff|everyone|everybody|folk|others|colleagues|famil(?:y|ies)|parents|patients|pupils|tenants|"
    r"the \w+|"
    r"they|our \w+|we all)"
)
# A part, and how people ask for it; the first that fits. What is narrow stands before what is wide.
_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (part, expression(rf"^(?:and |so |but )?(?:{asked})", re.IGNORECASE))
    for part, asked in (
        (
            "pdsa",
            (
                rf"(?:what|things|ideas|changes)(?: that)? {_ONE}(?:'ve| have| had)?(?: now| already|"
                rf" actually)? (?:tried|tested|"
                r"piloted|trialled)\b"
            ),
        ),
        (
            "changes",
            (
                rf"(?:what|things|changes|ideas|which \w+)(?: that)? {_ONE}{_BE}(?: be)?(?: now| all)? (?:chang|try|"
                rf"trying|test|"
                rf"do(?:ing)? differently|put in place)\w*|(?:things|ideas) (?:to|for|worth) (?:try|test)\w*|"
                rf"what (?:{_ONE} think )?(?:might|may|could|will|would) help\b"
            ),
        ),
        (
            "next",
            (
                r"(?:what|where|who)\b.{0,30}\b(?:next|from here|to come|after this|ahead)$|(?:what|things) (?:is|"
                r"are|"
                r"'s|remains?|still)\b.{0,20}\b(?:to do|to come|left|outstanding)\b|(?:next|coming) up\b|"
                r"(?:in|by|before|over) (?:the )?(?:next|coming)\b|(?:my |our )?plans$"
            ),
        ),
        (
            "measures",
            (
                rf"(?:how|what) {_ONE}{_BE} (?:be )?(?:measur|count|track|record|watch|keeping an eye)\w*|"
                rf"how {_ONE}{_BE} (?:tell|know)\w*|(?:how|what) (?:will|would|do|can) (?:we|i) (?:tell|count|"
                rf"measure|know)\b|what (?:will|"
                r"would) tell (?:us|me)\b"
            ),
        ),
        (
            "data",
            (
                r"what (?:it|that|this) looks like\b|what (?:the )?(?:numbers?|counts?|figures?|data|charts?) (?:say|"
                r"show|tell)\w*|"
                r"(?:the|our|my) (?:numbers|counts|charts?)\b|^charts?$|numbers$|how (?:we|it|things)(?:'re| are|'s|"
                r" is) doing$"
            ),
        ),
        (
            "human",
            (
                rf"how {_FOLK} (?:\w+ )?(?:is|are|was|were|feel|felt|see|saw|took|take|taking|react\w*|respond\w*|"
                rf"view)\b|"
                rf"what {_FOLK} (?:\w+ )?(?:feel|felt|think|thought|say|said|make|made)\b|(?:staff|team|nurses|"
                rf"teachers) and "
                r"(?:famil|patient|pupil|parent|tenant|carer)\w*$|human factors$|hearts and minds$|what it (?:is|was|"
                r"'s) like for\b"
            ),
        ),
        (
            "implementation",
            (
                r"(?:keep|mak|hold|embed)\w* (?:it|this|them|the change|the gains?)(?: \w+)? (?:going|last|stick|"
                r"permanent|up|on)\b|(?:keep|hold|hang)\w* (?:on to|onto) (?:it|this|that|them|what|the|our)\b|"
                r"(?:so that it|will it|how will it|how it will) (?:last|stick|hold|keep)\w*"
            ),
        ),
        (
            "system",
            (
                r"(?:\w+ (?:at|into) )?how (?:it|things|the \w+|this) (?:works?|goes|go|happens?|is done|are done|"
                r"runs?)\b|"
                r"what (?:we|i) know (?:so far|already|now)|what (?:really |actually )?(?:happens|goes on)"
                r"(?: today| at present| in practice| just now)?$|diagnos(?:is|tics?)$|where (?:it|the time|"
                r"things) (?:goes|go|gets?) "
            ),
        ),
        ("team", r"who(?:'s| is| else)? (?:in|on|with|helping|has|we)\b|(?:people )?(?:a?round|at) the table$"),
        (
            "activity",
            (
                r"what (?:has|'s|have|i've|we've|i have|we have|i|we) (?:been happening|happened|been (?:doing|"
                r"up to)|"
                r"done|did)\b|"
                r"where (?:i|we|it|things)(?:'ve| have|'m|'re| am| are)?(?: now)? (?:got to|now|stands?)\b|"
                r"(?:the|this|my|our) month\b|since (?:the |my )?last\b"
            ),
        ),
    )
)


def part_asked(said: str) -> str:
    """The part that such a heading opens, in lower case as it comes; empty where it can't be told."""
    return next((part for part, asked in _PARTS if asked.search(said)), "")
