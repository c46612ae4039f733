"""`make preread`: how well the pre-read sees what a mentor should be told, by rule, on both parts of the collection."""

from __future__ import annotations

import sys

from tests.preread.collection import samples, tally


def main() -> int:
    """Print the tables; with -v each report where a rule was not right."""
    for folder in ("train", "heldout"):
        if not (all_of := samples(folder)):
            continue
        found = tally(folder)
        print(f"{folder}: {len(all_of)} reports")
        print(f"  {'rule':<32}{'right':>7}{'false':>7}{'missed':>7}{'precision':>11}{'recall':>8}")
        for rule, right, false, missed in found.rows():
            precision = f"{right / (right + false):.2f}" if right + false else "-"
            recall = f"{right / (right + missed):.2f}" if right + missed else "-"
            print(f"  {rule:<32}{right:>7}{false:>7}{missed:>7}{precision:>11}{recall:>8}")
        totals = found.right.total(), len(found.false), len(found.missed)
        print(f"  {'all':<32}{totals[0]:>7}{totals[1]:>7}{totals[2]:>7}{found.precision:>11.2f}{found.recall:>8.2f}\n")
        if "-v" in sys.argv and folder == "train":  # what was missed in the other half is not to be looked at
            for name, observation in found.false:
                print(f"  false  {name}: {observation.rule}: {observation.words} ({observation.place})")
            for name, expected in found.missed:
                print(f"  missed {name}: {expected.rule}: {expected.words}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
