"""`make words`: a confusion table by kind, on messages that the weights haven't seen.

Where `heldout/` has messages of the role they are read with the shipped weights; the training part is read by
cross-validation, each file with weights learnt from the others.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from qibot.understanding.meaning import weights
from qibot.understanding.meaning.meaning import meaning
from tests.words.collection import FOLDER, Message, messages
from tests.words.train import learn, write

FOLDS = 4
ROLE = "mentor"


def taken_for() -> Iterator[tuple[Message, str]]:
    """Every message of the training part with what it is taken for by weights that haven't seen its file."""
    files = sorted((FOLDER / "train").glob("*.txt"))
    shipped = weights.FILE
    for fold in range(FOLDS):
        with tempfile.TemporaryDirectory() as made:
            seen, unseen = Path(made, "seen"), Path(made, "unseen")
            seen.mkdir()
            unseen.mkdir()
            for n, file in enumerate(files):
                shutil.copy(file, unseen if n % FOLDS == fold else seen)
            weights.FILE = Path(made, "weights.tsv")
            write(learn(ROLE, seen), weights.FILE)
            weights.weights.cache_clear()
            yield from [(m, meaning(m.text, m.setting).kind) for m in messages(unseen) if m.fields["from"] == ROLE]
    weights.FILE = shipped
    weights.weights.cache_clear()


def table(results: list[tuple[Message, str]]) -> str:
    """What must come of it, down, against what it is taken for, across; then the figures that count."""
    count = Counter((m.what, kind) for m, kind in results)
    across = sorted({kind for _, kind in results})
    lines = [f"{'':10}" + "".join(f"{kind:>10}" for kind in across)]
    kinds = sorted({m.what for m, _ in results})
    lines += [f"{what:10}" + "".join(f"{count[what, kind] or '.':>10}" for kind in across) for what in kinds]
    private = [(m, kind) for m, kind in results if m.what == "private"]
    out = sum(kind not in ("private", "ask") for _, kind in private)
    feedback = [kind for m, kind in results if m.what == "feedback"]
    right = sum(kind in m.right for m, kind in results)
    lines += [
        f"right: {right} of {len(results)}",
        f"private messages not kept in: {out} of {len(private)}",
        f"feedback kept in or asked about: {sum(k in ('private', 'ask') for k in feedback)} of {len(feedback)}",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    held = [(m, meaning(m.text, m.setting).kind) for m in messages(FOLDER / "heldout") if m.fields["from"] == ROLE]
    if held:
        print("On the part that was set aside:\n" + table(held) + "\n")
    print("Cross-validated on the training part:\n" + table(list(taken_for())))
