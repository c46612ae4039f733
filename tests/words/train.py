"""`make train`: learns the weights from the collection's training part, and writes them where the bot reads them.

Each step is a multinomial logistic regression: what a single sentence does (`sentences-<role>-*.txt`), what a whole
message is, from its own features and those of its sentences' acts, and which sentences are said aside (asides.py). One
more tells which sentences of feedback are of its practitioner's own life (touching.py). The same collection gives the
same weights.
Needs scikit-learn (the extra `train`); the bot itself doesn't.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from qibot.understanding.meaning import weights
from qibot.understanding.meaning.acts import act_of
from qibot.understanding.meaning.asides import COUNTS, aside_of
from qibot.understanding.meaning.features import of_sentence, told_in
from qibot.understanding.meaning.meaning import _meaning, features_of
from qibot.understanding.persons.touching import NAME as TOUCHES
from tests.words.asides import ROUNDS, bag, examples, single
from tests.words.borrowed import COUNTS as BORROWED
from tests.words.borrowed import borrowed
from tests.words.collection import FOLDER, Message, Sentence, messages, sentences
from tests.words.composing import composed
from tests.words.dressing import COUNTS as DRESSED
from tests.words.dressing import some_dressed
from tests.words.touching import examples as examples_of_touching
from tests.words.touching import touching

ROLES = ("mentor", "practitioner", "manager", "team")
SEEN = 2  # examples in which a feature must stand
KEPT, MOST = 0.5, 30_000  # the part of the features that is kept, and how many at most: those that tell most
SURE = 40.0  # the inverse of how strongly weights are held back
# How much a family of words, and who speaks to whom, count beside the words themselves: they are many, and say the same
# again. Counting as much as words, they hid what the words say.
FAMILY, SCENE = 0.3, 0.4

ASIDES = 20_000  # features, at most, of sentences that are said aside
TOUCHING = 20_000  # and of those of somebody's own life

COMPOSED = 0.05  # how much a composed message counts beside one that somebody wrote

Example = tuple[set[str], str, float]
Learnt = dict[str, dict[str, float]]


def learn(examples: Iterable[Example], most: int = MOST, shares: tuple[float, float] = (FAMILY, SCENE)) -> Learnt:
    """For each feature how rare it is, and its weight for each kind.

    Rare features count more than common ones, and each example counts as a whole as much as any other, however long it
    is (term frequency by inverse document frequency, of length one): that told 3 % more of the mentors' messages right
    than bare features did.
    """
    from sklearn.feature_extraction import DictVectorizer

    read = list(examples)
    often = Counter(f for features, _, _ in read for f in features)
    vectors = DictVectorizer()
    rows = [dict.fromkeys(sorted(f for f in features if often[f] >= SEEN), 1) for features, _, _ in read]
    matrix: Any = vectors.fit_transform(rows)
    names = vectors.get_feature_names_out()
    kinds, counts = [kind for _, kind, _ in read], [count for _, _, count in read]
    model, rare = _fitted(matrix, names, kinds, counts, shares)
    telling = abs(model.coef_).max(0) * rare
    kept = telling >= sorted(telling)[-min(most, math.ceil(len(telling) * KEPT))]
    model, rare = _fitted(matrix[:, kept], names[kept], kinds, counts, shares)
    learnt: Learnt = {weights.BASE: {weights.RARE: 0.0}}
    told: list[Any] = list(model.coef_)
    bases = [float(base) for base in model.intercept_]
    if len(model.classes_) == 2:  # the weights of the second against the first
        told, bases = [0 * told[0], *told], [0.0, *bases]
    for kind, row, base in zip(model.classes_, told, bases, strict=True):
        learnt[weights.BASE][str(kind)] = float(base)
        for name, often_not, weight in zip(names[kept], rare, row, strict=True):
            learnt.setdefault(name, {weights.RARE: float(often_not)})[str(kind)] = float(weight)
    return learnt


def _fitted(
    matrix: Any, names: Sequence[str], kinds: Sequence[str], counts: Sequence[float], shares: tuple[float, float]
) -> tuple[Any, Any]:
    """The model, and how rare each feature is, by what it counts for."""
    import numpy as np
    from scipy.sparse import diags_array
    from sklearn.linear_model import LogisticRegression

    often = np.asarray(matrix.sum(axis=0)).ravel()
    family, scene = shares
    share = np.array([family if "@" in name else scene if name.startswith("*") else 1.0 for name in names])
    rare = share * (1 + np.log((1 + matrix.shape[0]) / (1 + often)))
    model = LogisticRegression(C=SURE, max_iter=2000, class_weight="balanced")
    scaled = matrix @ diags_array(rare)
    length = np.sqrt(np.asarray(scaled.multiply(scaled).sum(axis=1)).ravel())
    model.fit(diags_array(1 / np.maximum(length, weights.LEAST)) @ scaled, kinds, sample_weight=counts)
    return model, rare


def of_sentences(role: str, read: Iterable[Sentence]) -> Learnt:
    """What a sentence of this role's does."""
    own = [s for s in read if s.role == role]
    return learn(
        ({f for _, words in told_in(s.text, s.names, role) for f in of_sentence(words)}, s.kind, 1.0) for s in own
    )


def of_messages(role: str, read: Iterable[Message], told: Sequence[Sentence]) -> Learnt:
    """What a message of this role's is; the weights of its sentences must stand in the folder already."""
    read = list(read)
    own = [m for m in read if m.fields["from"] == role]
    machines = [m for m in read if m.fields["from"] != role and m.what == "machine"]  # theirs, whosever they are
    counted = [*((m, 1.0) for m in (*own, *machines)), *((m, DRESSED) for m in some_dressed(own))]
    if role == "manager":
        counted += [(m, BORROWED) for m in borrowed(read)]
    real = [(features_of(role, told_in(m.text, m.setting.names, role), m.setting), m.label, n) for m, n in counted]
    made = [
        (features_of(role, told_in("\n".join(c.texts), c.setting.names, role), c.setting), c.label, COMPOSED)
        for c in composed(role, told)
    ]
    return learn([*real, *made])


def write_asides(role: str, read: Iterable[Message], told: Iterable[Sentence], folder: Path) -> None:
    """Which sentences of this role's are said aside, better from round to round."""
    own, name = [m for m in read if m.fields["from"] == role], f"{role}-asides"
    bags = [bag(m) for m in (*own, *some_dressed(own))]
    bags += [one for s in told if s.role == role for one in single(s)]
    for before in ("", *[name] * (ROUNDS - 1)):
        write(learn(examples(role, bags, before), most=ASIDES), folder / f"{name}.tsv")
        forget()


def write_touching(read: Iterable[Message], folder: Path) -> None:
    """Which sentences of feedback are of its practitioner's own life; of these there are few, so that families of words
    count in full."""
    ordinary = [m for m in read if m.fields["from"] == "mentor" and m.what == "feedback"]
    learnt = learn(examples_of_touching(touching("train"), ordinary), most=TOUCHING, shares=(1.0, 1.0))
    write(learnt, folder / f"{TOUCHES}.tsv")


def write(learnt: Learnt, file: Path) -> None:
    """One line a feature: how rare it is, then one column a kind."""
    kinds = sorted(learnt[weights.BASE].keys() - {weights.RARE})
    lines = ["\t".join(["feature", weights.RARE, *kinds])]
    for name in sorted(learnt):
        row = [learnt[name].get(kind, 0.0) for kind in (weights.RARE, *kinds)]
        lines.append("\t".join([name, f"{row[0]:.2f}", *(f"{w:.1f}" if abs(w) >= 0.05 else "0" for w in row[1:])]))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def forget() -> None:
    """The weights lie elsewhere from now on, or say something else."""
    for kept in (weights.weights, act_of, aside_of, _meaning):
        kept.cache_clear()


def train(read: list[Message], told: list[Sentence], folder: Path, roles: Iterable[str] = ROLES) -> None:
    """All steps for each role, written into the folder from which the weights are read from now on."""
    folder.mkdir(exist_ok=True)
    weights.FOLDER = folder
    for role in roles:
        acts = (
            of_sentences(role, told)
            if any(s.role == role for s in told)
            else {weights.BASE: {weights.RARE: 0.0, "unknown": 0.0}}
        )
        write(acts, folder / f"{role}-acts.tsv")
        forget()
        write(of_messages(role, read, told), folder / f"{role}.tsv")
        if role in COUNTS:
            write_asides(role, read, told, folder)
        if role == "mentor":
            write_touching(read, folder)
    forget()


if __name__ == "__main__":
    train(
        list(messages(FOLDER / "train")),
        list(sentences(FOLDER / "train")),
        Path(sys.argv[1]) if len(sys.argv) > 1 else weights.FOLDER,
        sys.argv[2:] or ROLES,
    )
