"""Earlier feedback that this report doesn't touch (guidance, sections 1 and 7: advice that isn't being considered)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.preread.observation import Found
from qibot.preread.text import Report, sentences_of

_BETTER = re.compile(
    r"\beven better\b|\bebi\b|\bnext steps?\b|\bto (?:develop|consider|think about|work on)\b", re.IGNORECASE
)
_ADVICE = re.compile(
    r"\b(?:even better|please|could you|can you|would you|you (?:could|might|may want|need|"
    r"should)|i would|i'd|try|consider|have you (?:thought|considered|asked|tried)|think about|"
    r"add|include|suggest\w*|recommend\w*|what about|how about|why not|"
    r"worth|it would (?:be good|help)|would be (?:good|great|helpful)|next time|don't forget|"
    r"remember to|make sure|be sure|maybe|perhaps)\b.*|\?$",
    re.IGNORECASE | re.DOTALL,
)
_PRAISE = re.compile(
    r"\b(?:i (?:really )?like[ds]?|what i liked|well done|great to|i enjoyed|good to see|strength|"
    r"worked well|impressed|thank\w*|nice|excellent|looking forward|best wishes|hope you)\b",
    re.IGNORECASE,
)
_LIKED_HEAD = re.compile(r"^(?:what i liked|liked|strengths?|what (?:went|worked) well)\b.{0,20}$", re.IGNORECASE)
_STOP = frozenset(
    [
        "the",
        "and",
        "you",
        "your",
        "have",
        "has",
        "for",
        "with",
        "that",
        "this",
        "what",
        "who",
        "when",
        "how",
        "which",
        "could",
        "would",
        "should",
        "can",
        "might",
        "may",
        "will",
        "about",
        "into",
        "from",
        "they",
        "them",
        "their",
        "there",
        "here",
        "been",
        "being",
        "was",
        "were",
        "are",
        "is",
        "it",
        "its",
        "in",
        "on",
        "of",
        "to",
        "a",
        "an",
        "or",
        "if",
        "not",
        "but",
        "so",
        "as",
        "at",
        "by",
        "be",
        "i",
        "we",
        "me",
        "my",
        "our",
        "us",
        "do",
        "does",
        "did",
        "please",
        "even",
        "better",
        "next",
        "time",
        "report",
        "month",
        "more",
        "most",
        "some",
        "any",
        "also",
        "just",
        "very",
        "really",
        "think",
        "thought",
        "asking",
        "ask",
        "add",
        "adding",
        "include",
        "included",
        "consider",
        "share",
        "good",
        "great",
        "would",
        "like",
        "make",
        "sure",
        "sure",
        "maybe",
        "perhaps",
        "instance",
        "example",
        "said",
        "say",
        "tell",
        "told",
        "see",
        "look",
        "want",
        "need",
        "try",
        "trying",
        "how",
        "many",
        "much",
        "first",
        "last",
        "before",
        "after",
        "each",
        "every",
        "only",
        "while",
        "during",
        "earlier",
        "later",
        "one",
        "two",
        "three",
        "use",
        "used",
        "using",
    ]
)
_GENERIC = frozenset(
    [
        "measur",
        "projec",
        "aim",
        "data",
        "test",
        "tests",
        "testin",
        "change",
        "changes",
        "team",
        "pdsa",
        "report",
        "improv",
        "idea",
        "ideas",
    ]
)
_LONGEST = 20_000  # characters of feedback that are looked at
_SHORTEST = 4  # letters of a word that counts
_TOUCHED = 0.34  # share of a point's own words that are in the report


def feedback_untouched(report: Report) -> Iterable[Found]:
    """A point of the mentor's earlier feedback of which hardly a word is in this report."""
    have = _stems(" ".join(f"{s.heading} {s.text}" for s in report.sentences))
    for point in advice_in(report.feedback[:_LONGEST]):
        own = _stems(point)
        telling = own - _GENERIC or own
        if len(own) >= 2 and len(telling & have) / len(telling) < _TOUCHED:
            yield Found(point, "your feedback on the last report")


def advice_in(feedback: str) -> list[str]:
    """The points of advice in a mentor's feedback: what stands behind “even better if”, and what asks or suggests."""
    feedback = feedback.replace("’", "'")
    found, better, liked = [], False, False
    for line in (part for part in feedback.split("\n") if part.strip()):
        if _LIKED_HEAD.match(line.strip()):
            better, liked = False, True
            continue
        for sentence in sentences_of(line):
            begins = _BETTER.search(sentence)
            better = better or bool(begins)
            said = sentence[begins.end() :].lstrip(" :,.…-–") if begins and begins.start() == 0 else sentence
            said = re.sub(r"^if\b[ :…,.]*", "", said)
            liked = liked and not better
            if (
                len(said.split()) >= _SHORTEST
                and not liked
                and (better or _ADVICE.search(said))
                and not _PRAISE.search(said)
            ):
                found.append(said)
    return found


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"[a-z]{4,}", text.lower().replace("’", "'"))
    return frozenset(w[:6] for w in words if w not in _STOP)
