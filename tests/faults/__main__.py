"""`make faults`: everything is tried at length, and the figures are printed. Names of parts try these alone."""

from __future__ import annotations

import argparse
import logging
import random
import statistics
import sys
import tempfile
import warnings
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

from tests.faults import verdict
from tests.faults.kills import Kills
from tests.faults.load import Load
from tests.faults.month import Month, Recovery
from tests.faults.troubles import troubles
from tests.support.mailservers import MailServers

PEOPLE, FAULTS = 24, 200
KILLED_PEOPLE, KILLS = 30, 1000
MANY_PEOPLE, AT_ONCE, STEADY = 500, 3000, 3600
SLOWEST = 8


def main() -> int:
    """Print every figure; the exit code is 1 where something is wrong."""
    options = argparse.ArgumentParser(prog="python -m tests.faults")
    options.add_argument("parts", nargs="*", choices=[[], *PARTS], help="what to try; everything without")
    options.add_argument("--seed", type=int, default=None)
    chosen = options.parse_args()
    seed = random.SystemRandom().randrange(10**6) if chosen.seed is None else chosen.seed
    logging.getLogger("qibot").setLevel(logging.CRITICAL)
    warnings.simplefilter("ignore")
    servers = MailServers()
    servers.start()
    try:
        with tempfile.TemporaryDirectory(prefix="qibot-faults-") as folder:
            fine = [PARTS[name](servers, Path(folder), seed) for name in chosen.parts or PARTS]
    finally:
        servers.stop()
    return 0 if all(fine) else 1


def month(servers: MailServers, folder: Path, seed: int) -> bool:
    """Two hundred random faults over a simulated month, against the same month without."""
    quiet, troubled = (Month(servers, folder / name, PEOPLE, seed) for name in ("quiet", "troubled"))
    try:
        quiet.run()
        troubled.run(troubles(FAULTS, troubled.acts, random.Random(seed)))
        copies, wrong = verdict.doubled(troubled.boxes.all())
        wrong += [*verdict.lost(troubled), *verdict.misled(troubled), *verdict.unlike(troubled, quiet)]
        letters = len(troubled.boxes.all())
    finally:
        quiet.close()
        troubled.close()
    told = troubled.told
    struck = troubled.imap.struck + troubled.smtp.struck
    print(f"a month with {FAULTS} faults (seed {seed}): {PEOPLE} people sent {len(troubled.done)} messages,")
    print(f"  {told.rounds} rounds of the bot, {struck} lines struck, {told.killed} times killed, {letters} letters,")
    print(f"  {copies} of them second copies with the same Message-ID; what the bot said: {len(told.faults)} sentences")
    late = recoveries(told.recoveries)
    return judged("month", wrong + late)


def recoveries(found: list[Recovery]) -> list[str]:
    """Print how long recovering took; what took too long."""
    took = [r.took / timedelta(minutes=1) for r in found]
    print(f"  {len(found)} recoveries; minutes from the end of the trouble until all was done:", end=" ")
    print(f"median {statistics.median(took):.0f}, 95 % within {sorted(took)[int(len(took) * 0.95)]:.0f},", end=" ")
    print(f"longest {max(took):.0f}")
    for r in sorted(found, key=lambda r: r.took, reverse=True)[:SLOWEST]:
        print(
            f"    {r.took / timedelta(minutes=1):4.0f} min after {r.lasted / timedelta(minutes=1):4.0f}: {r.what[-1]}"
        )
    return [f"{r.took} after {r.lasted} of {r.what}" for r in found if r.took > r.bound]


def kills(servers: MailServers, folder: Path, seed: int) -> bool:
    """A thousand kills over a running cohort."""
    one = Kills(servers, folder / "kills", KILLED_PEOPLE, seed)
    try:
        tally = one.run(KILLS)
    finally:
        one.close()
    kinds = ", ".join(f"{n} {kind}" for kind, n in tally.kills.items())
    sent = ", ".join(f"{n} {kind}" for kind, n in tally.sent.items())
    print(f"kills (seed {seed}): {kinds}; {tally.outlived} had ended before; {tally.seconds:.0f} s")
    print(f"  meanwhile came {sent}; {tally.copies} second copies, each with the same Message-ID and the same bytes")
    return judged("kills", tally.wrong)


def load(servers: MailServers, folder: Path, seed: int) -> bool:
    """Five hundred people, three thousand messages at once, then a message a second."""
    one = Load(servers, folder / "load", MANY_PEOPLE, seed, lambda line: print(line, flush=True))
    try:
        one.at_once(AT_ONCE)
        one.steadily(STEADY)
    finally:
        one.close()
    return judged("load", one.wrong)


def judged(part: str, wrong: list[str]) -> bool:
    """Print what is wrong."""
    for line in wrong:
        print(f"  WRONG: {line}")
    print(f"{part}: {'all holds' if not wrong else f'{len(wrong)} things are wrong'}", flush=True)
    return not wrong


PARTS: Mapping[str, Callable[[MailServers, Path, int], bool]] = {"month": month, "kills": kills, "load": load}

if __name__ == "__main__":
    sys.exit(main())
