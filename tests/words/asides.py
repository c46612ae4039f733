"""Learns which sentences are said aside (qibot/understanding/meaning/asides.py), from whole messages.

Of a message that isn't private, no sentence is. Of one that is, some are, and where nobody has marked which, the ones
that the weights so far think likeliest are taken for it, again and again (multiple-instance learning).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qibot.understanding.meaning.asides import FOR_TEAM, OPEN, around_in
from qibot.understanding.meaning.features import of_sentence, told_in
from qibot.understanding.meaning.weights import weights
from tests.words.collection import Message, Sentence

ROUNDS = 3
KEEPS = ("exceptional", "workload", "leave", "time")  # acts that say why a report can't come
# Sentences of a message for the team alone that are all taken for it at first: where two of them stand, mentors say
# such things in both, others often in one, beside “here it is”.
SHORT = {"mentor": 2, "practitioner": 1, "manager": 1}
SURE = 0.8  # from which another sentence than the likeliest of its message is taken for it, too
FEWEST = 2  # letters of a sentence that can be told again among the marked ones

Example = tuple[set[str], str, float]


@dataclass(frozen=True)
class Bag:
    """A message's sentences as features, what kind of it is for the team alone, if any, and which sentences are, where
    that is known."""

    sentences: list[set[str]]
    kind: str
    marked: list[bool]


def bag(message: Message) -> Bag:
    """A message as sentences, each in view of those around it."""
    told = told_in(message.text, message.setting.names, message.fields["from"])
    said = [words for _, words in told]
    around = around_in(said, documents=message.setting.documents)
    sentences = [set(of_sentence(words)) | more for words, more in zip(said, around, strict=True)]
    marked = [any(_is_in(one, aside) for aside in message.asides) for one, _ in told]
    return Bag(sentences, kind_of(message), marked if any(marked) else [])


def kind_of(message: Message) -> str:
    """What of a message is said aside: a mentor's private word is one, whatever it is about."""
    kind = message.label.split()[0]
    if kind not in FOR_TEAM:
        return OPEN
    return kind if message.fields["from"] == "mentor" else message.label


def _is_in(sentence: str, aside: str) -> bool:
    """Whether a sentence is of a marked part, or holds one."""
    one, other = (re.sub(r"\W+", "", text) for text in (sentence, aside))
    return len(one) >= FEWEST and (one in other or other in one)


def single(sentence: Sentence) -> Iterator[Bag]:
    """A single sentence whose act is known."""
    for _, words in told_in(sentence.text, sentence.names, sentence.role):
        (around,) = around_in([words], documents=False)
        kind = f"circumstances {sentence.kind}" if sentence.kind in KEEPS else sentence.kind
        yield Bag([set(of_sentence(words)) | around], kind if kind.split()[0] in FOR_TEAM else OPEN, [])


def examples(role: str, bags: Iterable[Bag], told: str = "") -> Iterator[Example]:
    """What the sentences are; of a private message nobody has marked, by the weights with this name, or at first of
    short ones alone."""
    for one in bags:
        if one.kind == OPEN:
            yield from ((features, OPEN, 1.0) for features in one.sentences)
        elif one.marked:
            kinds = (one.kind if marked else OPEN for marked in one.marked)
            yield from ((features, kind, 1.0) for features, kind in zip(one.sentences, kinds, strict=True))
        elif told:
            likely = [weights(told).likelihoods(features).get(one.kind, 1.0) for features in one.sentences]
            enough = min(max(likely, default=0.0), SURE)
            chosen = (features for features, value in zip(one.sentences, likely, strict=True) if value >= enough)
            yield from ((features, one.kind, 1.0) for features in chosen)
        elif len(one.sentences) <= SHORT[role]:
            yield from ((features, one.kind, 1.0) for features in one.sentences)
