"""`make train`: learns the weights from the collection's training part, and writes them where the bot reads them.

A message's kind is a multinomial logistic regression over its features; a second one tells a private sentence from any
other, trained on pairs of sentences of which only the message's kind is known. The same collection gives the same
weights. Needs scikit-learn (the extra `train`); the bot itself doesn't.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from qibot.understanding.meaning.features import of_message, of_sentence, sentences, words_in
from qibot.understanding.meaning.weights import FILE, PRIVATE_SENTENCE, windows
from tests.words.collection import FOLDER, Message, messages

SEEN = 2  # messages in which a feature must stand
LEAST = 0.03  # a weight below it is left out
ROUNDS = 4


def features(message: Message) -> tuple[list[list[str]], set[str], list[set[str]]]:
    """The words by sentence, the message's features, and those of its windows."""
    told = [words for one in sentences(message.text) if (words := words_in(one, message.setting.names))]
    whole = set(of_message(told, message.setting))
    return told, whole.union(*(of_sentence(words) for words in told)), [set(w) for w in windows(told, whole)]


def learn(role: str, folder: Path) -> dict[str, dict[str, float]]:
    """For each feature its weight for each kind, from one role's messages."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    read = [m for m in messages(folder) if m.fields["from"] == role]
    found = [features(m) for m in read]
    often = Counter(f for _, every, _ in found for f in every)

    def table(sets: list[set[str]]) -> tuple[Any, Any]:
        vectors = DictVectorizer()
        return vectors, vectors.fit_transform(
            [dict.fromkeys(sorted(f for f in s if often[f] >= SEEN), 1) for s in sets]
        )

    def fit(matrix: Any, labels: list[Any]) -> Any:
        return LogisticRegression(C=1.0, max_iter=3000, class_weight="balanced").fit(matrix, labels)

    learnt: dict[str, dict[str, float]] = {}
    vectors, matrix = table([every for _, every, _ in found])
    model = fit(matrix, [m.what for m in read])
    for kind, row, base in zip(model.classes_, model.coef_, model.intercept_, strict=True):
        learnt.setdefault("*base", {})[str(kind)] = float(base)
        for name, weight in zip(vectors.get_feature_names_out(), row, strict=True):
            learnt.setdefault(name, {})[str(kind)] = float(weight)
    bags = [(n, window) for n, (_, _, parts) in enumerate(found) for window in parts]
    vectors, matrix = table([window for _, window in bags])
    private = [read[n].what == "private" for n, _ in bags]
    labels = private
    for _ in range(ROUNDS):  # which sentence of a private message is the private one is learnt, too
        model = fit(matrix, labels)
        scores = model.predict_proba(matrix)[:, 1]
        best: dict[int, float] = {}
        for (n, _), score in zip(bags, scores, strict=True):
            best[n] = max(best.get(n, 0.0), score)
        labels = [p and (s > 0.5 or s == best[n]) for (n, _), s, p in zip(bags, scores, private, strict=True)]
    learnt["*base"][PRIVATE_SENTENCE] = float(model.intercept_[0])
    for name, weight in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True):
        learnt.setdefault(name, {})[PRIVATE_SENTENCE] = float(weight)
    return learnt


def write(learnt: dict[str, dict[str, float]], file: Path) -> None:
    """One line a feature, one column a kind."""
    kinds = sorted(learnt["*base"])
    lines = ["feature\t" + "\t".join(kinds)]
    for name in sorted(learnt):
        row = [learnt[name].get(kind, 0.0) for kind in kinds]
        if name == "*base" or max(map(abs, row)) >= LEAST:
            lines.append(name + "\t" + "\t".join(f"{w:.2f}".replace("-0.00", "0").replace("0.00", "0") for w in row))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(learn("mentor", FOLDER / "train"), Path(sys.argv[1]) if len(sys.argv) > 1 else FILE)
