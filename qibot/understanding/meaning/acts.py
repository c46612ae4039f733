"""What each sentence does: an act (praise or advice, a worry, thanks, a delay, an illness …) with its likelihood.

Learnt from single sentences (tests/words/train/sentences-*), and shown by `qibot explain`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from qibot.understanding.meaning.features import featured
from qibot.understanding.meaning.weights import weights

Act = Mapping[str, float]
STEPS = (0.3, 0.5, 0.7, 0.9)  # likelihoods from which an act counts for that much


def acts(role: str, told: Sequence[list[str]]) -> list[Act]:
    """How likely each sentence does what, for sentences as words."""
    return [act_of(role, tuple(words)) for words in told]


@lru_cache(maxsize=512)  # sentences: a mail is read whole and in parts
def act_of(role: str, words: tuple[str, ...]) -> Act:
    """How likely one sentence does what."""
    return weights(f"{role}-acts").likelihoods(featured(words))


def of_acts(found: Sequence[Act]) -> Iterator[str]:
    """The features of a message's acts: how sure the surest sentence of each is, how many there are, which come first,
    last and one after the other."""
    best = [max(act, key=lambda kind: act[kind]) for act in found]
    for kind in found[0] if found else ():
        surest = max(act[kind] for act in found)
        yield from (f"*act {kind} {step}" for step in STEPS if surest >= step)
        count = best.count(kind)
        yield from (f"*acts {kind} {n}" for n in (1, 2, 4) if count >= n)
    said = [kind for kind in best if kind != "courtesy"] or ["nothing"]
    yield f"*first {said[0]}"
    yield f"*last {said[-1]}"
    yield from (f"*then {a} {b}" for a, b in pairwise(said) if a != b)
    if len(set(said)) == 1:
        yield f"*only {said[0]}"
