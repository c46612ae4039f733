"""What is said aside: a sentence for the team alone amid words to somebody else.

A message as a whole hides it: among ten sentences of praise “she cried when we spoke” weighs little. So each sentence
is weighed by itself, in view of whom the message speaks to, and the surest one counts beside the whole, for or against
it. Learnt from messages of which it is known that nothing in them is for the team alone, or that something is, and of
many of them what (tests/words/asides.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import exp, log

from qibot.understanding.meaning.features import TO_THEM, featured
from qibot.understanding.meaning.weights import weights

ASIDE, OPEN = "aside", "open"
FOR_TEAM = ("private", "circumstances", "leaving")
# How much the whole and its surest sentence count, cross-validated: where as many feedbacks were kept in, a quarter
# fewer private words went out than by the whole alone, and of those amid long praise less than half.
COUNTS = {"mentor": (0.71, 0.23, -0.22), "practitioner": (0.84, 0.29, -0.17), "manager": (1.02, 0.41, -0.46)}
LEAST, TINY = 1e-4, 1e-9  # no likelihood is nought or one
_THEM = {"PRAC", "THEY", "THOSE"}

Kinds = Mapping[str, float]


def asides(role: str, said: Sequence[list[str]], *, documents: bool) -> list[Kinds]:
    """How likely each sentence is open, or said aside and what of; `said` is their words."""
    if role not in COUNTS:
        return [{OPEN: 1.0}] * len(said)
    around = around_in(said, documents=documents)
    return [aside_of(role, tuple(words), frozenset(more)) for words, more in zip(said, around, strict=True)]


@lru_cache(maxsize=512)  # sentences: a mail is read whole and in parts
def aside_of(role: str, words: tuple[str, ...], around: frozenset[str]) -> Kinds:
    """The same of one sentence, with what stands around it."""
    return weights(f"{role}-asides").likelihoods(featured(words) | around)


def around_in(said: Sequence[list[str]], *, documents: bool) -> Iterator[set[str]]:
    """What stands around each sentence: whom the message calls and speaks to, beside whom the sentence does."""
    everything = {word for words in said for word in words}
    calls, to = "calls " if "PRAC-V" in everything else "", "you" if everything & TO_THEM else ""
    always = {"*documents" if documents else "*no documents", *(["*alone"] if len(said) == 1 else [])}
    for place, words in enumerate(said):
        about, you = "them " if _THEM.intersection(words) else "", "you" if TO_THEM.intersection(words) else ""
        last = ["*last"] if place == len(said) - 1 else []
        yield {*always, f"*message {calls}{to}; sentence {about}{you}", *last}


def with_asides(role: str, likely: Kinds, found: Sequence[Kinds]) -> dict[str, float]:
    """How likely each kind is by the message as a whole and by what is surest said aside in it: which of the kinds
    that are for the team alone, both say together; the others share what these leave."""
    if role not in COUNTS or not found:
        return dict(likely)
    surest = min(found, key=lambda kinds: kinds[OPEN])
    told = {kind: value for kind, value in likely.items() if kind.split()[0] in FOR_TEAM}
    whole = sum(told.values())
    ours, left = _together(role, whole, 1 - surest[OPEN]), max(1 - whole, TINY)
    if len(surest) > 2:  # it tells which kind, and not only that it isn't open
        told = {kind: value + surest.get(kind, 0.0) for kind, value in told.items()}
    share = ours / max(sum(told.values()), TINY)
    return {kind: told[kind] * share if kind in told else value * (1 - ours) / left for kind, value in likely.items()}


def _together(role: str, whole: float, surest: float) -> float:
    counts, counts_surest, base = COUNTS[role]
    return 1 / (1 + exp(-(counts * _odds(whole) + counts_surest * _odds(surest) + base)))


def _odds(likely: float) -> float:
    return log((likely + LEAST) / (1 - likely + LEAST))
