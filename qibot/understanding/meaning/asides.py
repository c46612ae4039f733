"""What is said aside: a sentence for the team alone amid words to somebody else.

A message as a whole hides it: among ten sentences of praise “she cried when we spoke” weighs little. So each sentence
is weighed by itself, in view of whom the message speaks to, and the surest one counts beside the whole. Learnt from
messages of which it is known that nothing in them is for the team alone, or that something is, and of many of them
what (tests/words/asides.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp, log

from qibot.understanding.meaning.features import TO_THEM
from qibot.understanding.meaning.weights import weights

ROLES = ("mentor",)
ASIDE, OPEN = "aside", "open"
# How much the whole and its surest sentence count, cross-validated: where as many feedbacks were kept in, a quarter
# fewer private words went out than by the whole alone, and of those amid long praise less than half.
WHOLE, SUREST, BASE = 0.68, 0.39, -0.6
LEAST = 1e-4  # no likelihood is nought or one
_THEM = {"PRAC", "THEY", "THOSE"}


def asides(role: str, said: Sequence[list[str]], featured: Sequence[set[str]], *, documents: bool) -> list[float]:
    """How likely each sentence is said aside; `said` is their words, `featured` their features."""
    if role not in ROLES:
        return [0.0] * len(said)
    known = weights(f"{role}-asides")
    around = [set(around_in(said, place, documents=documents)) for place in range(len(said))]
    return [known.likelihoods(own | more)[ASIDE] for own, more in zip(featured, around, strict=True)]


def around_in(said: Sequence[list[str]], place: int, *, documents: bool) -> Iterator[str]:
    """What stands around a sentence: whom the message calls and speaks to, beside whom the sentence does."""
    everything, own = {word for words in said for word in words}, set(said[place])
    calls, to = "calls " if "PRAC-V" in everything else "", "you" if everything & TO_THEM else ""
    about, you = "them " if own & _THEM else "", "you" if own & TO_THEM else ""
    yield f"*message {calls}{to}; sentence {about}{you}"
    if place == len(said) - 1:
        yield "*last"
    if len(said) == 1:
        yield "*alone"
    yield "*documents" if documents else "*no documents"


def together(whole: float, surest: float) -> float:
    """How likely a message is private, by how likely it is as a whole and by its surest sentence."""
    return 1 / (1 + exp(-(WHOLE * _odds(whole) + SUREST * _odds(surest) + BASE)))


def _odds(likely: float) -> float:
    return log((likely + LEAST) / (1 - likely + LEAST))
