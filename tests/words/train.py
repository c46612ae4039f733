"""`make train`: learns the weights from the collection's training part, and writes them where the bot reads them.

Both steps are a multinomial logistic regression: what a single sentence does (`sentences-<role>-*.txt`), and what a
whole message is, from its own features and those of its sentences' acts. The same collection gives the same weights.
Needs scikit-learn (the extra `train`); the bot itself doesn't.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from qibot.understanding.meaning import spelling, weights
from qibot.understanding.meaning.features import of_sentence, told_in
from qibot.understanding.meaning.meaning import _meaning, features_of
from tests.words.collection import FOLDER, Message, Sentence, messages, sentences
from tests.words.composing import composed

ROLES = ("mentor", "practitioner", "manager", "team")
SEEN = 2  # examples in which a feature must stand
LEAST = 0.05  # a weight below it is left out
SURE_OF_SENTENCES, SURE_OF_MESSAGES = 1.0, 1.0  # the inverse of how strongly weights are held back

COMPOSED = 0.05  # how much a composed message counts beside one that somebody wrote

Example = tuple[set[str], str, float]
Learnt = dict[str, dict[str, float]]


def learn(examples: Iterable[Example], sure: float) -> Learnt:
    """For each feature its weight for each kind."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    read = list(examples)
    often = Counter(f for features, _, _ in read for f in features)
    vectors = DictVectorizer()
    rows = [dict.fromkeys(sorted(f for f in features if often[f] >= SEEN), 1) for features, _, _ in read]
    matrix: Any = vectors.fit_transform(rows)
    model = LogisticRegression(C=sure, max_iter=2000, class_weight="balanced")
    model.fit(matrix, [kind for _, kind, _ in read], sample_weight=[counts for _, _, counts in read])
    learnt: Learnt = {weights.BASE: {}}
    for kind, row, base in zip(model.classes_, model.coef_, model.intercept_, strict=True):
        learnt[weights.BASE][str(kind)] = float(base)
        for name, weight in zip(vectors.get_feature_names_out(), row, strict=True):
            learnt.setdefault(name, {})[str(kind)] = float(weight)
    return learnt


def of_sentences(role: str, read: Iterable[Sentence]) -> Learnt:
    """What a sentence of this role's does."""
    own = [s for s in read if s.role == role]
    return learn(
        (({f for _, words in told_in(s.text, s.names) for f in of_sentence(words)}, s.kind, 1.0) for s in own),
        SURE_OF_SENTENCES,
    )


def of_messages(role: str, read: Iterable[Message], told: Sequence[Sentence]) -> Learnt:
    """What a message of this role's is; the weights of its sentences must stand in the folder already."""
    own = [m for m in read if m.fields["from"] == role]
    real = [(features_of(role, told_in(m.text, m.setting.names), m.setting), label(m), 1.0) for m in own]
    made = [
        (features_of(role, told_in("\n".join(c.texts), c.setting.names), c.setting), c.label, COMPOSED)
        for c in composed(role, told)
    ]
    return learn([*real, *made], SURE_OF_MESSAGES)


def label(message: Message) -> str:
    """What the weights are to tell: the kind with its nature where that decides something."""
    what = message.fields["what"]
    first, _, rest = what.partition("+")
    if rest.strip():  # a report that comes with circumstances: the circumstances must be heard
        return rest.strip()
    kind, _, more = first.strip().partition(" ")
    if kind in ("circumstances", "private"):
        return f"{kind} {more.split()[0]}" if more else kind
    return "report" if kind == "charter" else "machine gone" if what == "machine gone" else kind


def write(learnt: Learnt, file: Path) -> None:
    """One line a feature, one column a kind."""
    kinds = sorted(learnt[weights.BASE])
    lines = ["feature\t" + "\t".join(kinds)]
    for name in sorted(learnt):
        row = [learnt[name].get(kind, 0.0) for kind in kinds]
        if name == weights.BASE or max(map(abs, row)) >= LEAST:
            lines.append(name + "\t" + "\t".join(f"{w:.2f}".replace("-0.00", "0").replace("0.00", "0") for w in row))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def forget() -> None:
    """The weights lie elsewhere from now on, or say something else."""
    weights.weights.cache_clear()
    spelling._known.cache_clear()
    _meaning.cache_clear()


def train(read: list[Message], told: list[Sentence], folder: Path, roles: Iterable[str] = ROLES) -> None:
    """Both steps for each role, written into the folder from which the weights are read from now on."""
    folder.mkdir(exist_ok=True)
    weights.FOLDER = folder
    for role in roles:
        acts = of_sentences(role, told) if any(s.role == role for s in told) else {weights.BASE: {"unknown": 0.0}}
        write(acts, folder / f"{role}-acts.tsv")
        forget()
        write(of_messages(role, read, told), folder / f"{role}.tsv")
    forget()


if __name__ == "__main__":
    train(
        list(messages(FOLDER / "train")),
        list(sentences(FOLDER / "train")),
        Path(sys.argv[1]) if len(sys.argv) > 1 else weights.FOLDER,
        sys.argv[2:] or ROLES,
    )
