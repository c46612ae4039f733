"""`make words`: how the words of each role are understood, on messages that the weights haven't seen.

`heldout/` is read with the shipped weights; the training part by cross-validation, each fold with weights learnt from
the others. Every message goes the bot's own way (reading.py).
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from qibot.understanding.meaning import weights
from tests.words.collection import FOLDER, Message, messages, sentences
from tests.words.dressing import dressed, dressings
from tests.words.reading import Outcome, is_right, taken_for
from tests.words.train import ROLES, forget, train

FOLDS = 5
Result = tuple[Message, Outcome]


def cross_validated(role: str) -> Iterator[Result]:
    """Every message of the training part with what it is taken for by weights that haven't seen its file."""
    read = [m for m in messages(FOLDER / "train") if m.fields["from"] == role]
    told = list(sentences(FOLDER / "train"))
    files = sorted({m.file for m in read})
    shipped = weights.FOLDER
    for fold in range(FOLDS):
        unseen = set(files[fold::FOLDS])
        with tempfile.TemporaryDirectory() as made:
            train([m for m in read if m.file not in unseen], told, Path(made), [role])
            yield from [(m, taken_for(m)) for m in read if m.file in unseen]
    weights.FOLDER = shipped
    forget()


def held_out(role: str) -> list[Result]:
    """Every message of the part that was set aside, by the shipped weights."""
    return [(m, taken_for(m)) for m in messages(FOLDER / "heldout") if m.fields["from"] == role]


def in_trimmings(role: str) -> list[Result]:
    """The same, each with what an office or a program puts around it, none of which is learnt from."""
    around = dressings("heldout-*.txt")
    held = [m for m in messages(FOLDER / "heldout") if m.fields["from"] == role]
    return [(m, taken_for(dressed(m, Random(m.key).choice(around)))) for m in held]


def table(results: Sequence[Result]) -> str:
    """What must come of it, down, against what it is taken for, across; then the figures that count."""
    count = Counter((m.what, found.kind) for m, found in results)
    across = sorted({found.kind for _, found in results})
    width = max(11, *(len(kind) + 1 for kind in across))
    lines = [f"{'':14}" + "".join(f"{kind:>{width}}" for kind in across)]
    kinds = sorted({m.what for m, _ in results})
    lines += [f"{what:14}" + "".join(f"{count[what, kind] or '.':>{width}}" for kind in across) for what in kinds]
    right = sum(is_right(m, found) for m, found in results)
    lines.append(f"right: {right} of {len(results)} ({100 * right / len(results):.0f} %)")
    return "\n".join([*lines, *_costs(results)])


def _costs(results: Sequence[Result]) -> Iterator[str]:
    """The errors that cost most, counted."""
    private = [(m, found) for m, found in results if m.label.startswith("private")]
    if private:
        out = sum(not (_is_kept(found) or is_right(m, found)) for m, found in private)
        yield f"private words that go out: {out} of {len(private)}"
    heard = [
        (m, f) for m, f in results if {"circumstances", "leaving"} & set(m.fields["what"].replace("+", " ").split())
    ]
    if heard:
        lost = sum(not _is_kept(found) for _, found in heard)
        yield f"circumstances and leaving that the team doesn't hear of: {lost} of {len(heard)}"
    for kind in ("feedback", "report"):
        true = [found for m, found in results if m.what == kind]
        if true:
            yield f"true {kind} that is asked about or kept in: {sum(f.kind in KEPT for f in true)} of {len(true)}"


def _is_kept(found: Outcome) -> bool:
    """Whether what is for the team alone, or may be, goes to nobody else; of a report its covering words."""
    return found.kind in KEPT or found.more.startswith("+")


KEPT = ("private", "ask", "unplaced", "circumstances", "leaving")


if __name__ == "__main__":
    set_aside = "--train" not in sys.argv
    for chosen in [a for a in sys.argv[1:] if not a.startswith("-")] or ROLES:
        if set_aside and (held := held_out(chosen)):
            print(f"{chosen}, set aside:\n{table(held)}\n")
            print(f"{chosen}, set aside, within signatures and the like:\n{table(in_trimmings(chosen))}\n")
        print(f"{chosen}, cross-validated:\n{table(list(cross_validated(chosen)))}\n")
