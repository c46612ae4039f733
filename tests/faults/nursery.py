"""A warm process that starts the program of the command line in forks of its own, and kills them when it is told to."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


class Nursery:
    """Talks to the warm process, a line of JSON each way."""

    def __init__(self, log: Path) -> None:
        """What the children say goes to this file."""
        command = [sys.executable, "-W", "ignore", "-m", "tests.faults.nursery", str(log)]
        root = Path(__file__).parents[2]
        self._process = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def start(self, *words: str) -> int:
        """Begin `qibot` with these words; the number of its process."""
        return int(self._ask("start", list(words)))

    def kill(self, number: int) -> bool:
        """End it by SIGKILL; False if it had ended by itself."""
        return int(self._ask("end", [number, signal.SIGKILL])) == -signal.SIGKILL

    def stop(self, number: int) -> int:
        """End it by SIGTERM, as systemd does; its exit code."""
        return int(self._ask("end", [number, signal.SIGTERM]))

    def wait(self, number: int) -> int:
        """Wait until it ends; its exit code, or the negative number of the signal that ended it."""
        return int(self._ask("end", [number, 0]))

    def close(self) -> None:
        """End the warm process."""
        self._process.communicate()

    def _ask(self, verb: str, about: list[Any]) -> Any:
        assert self._process.stdin and self._process.stdout
        print(json.dumps([verb, about]), file=self._process.stdin, flush=True)
        return json.loads(self._process.stdout.readline())


def _start(words: list[str], log: Path) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        with log.open("a") as said:
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
        os.close(0)
        code = building_main(words)
    except SystemExit as e:
        code = e.code if isinstance(e.code, int) else 1
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _end(number: int, how: int) -> int:
    with suppress(ProcessLookupError):
        if how:
            os.kill(number, how)
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def building_main(words: list[str]) -> int:
    """The program, with templates that were compiled once."""
    from qibot.cli import main

    return main(words)


def main() -> None:
    """Serve until there are no more lines."""
    from qibot.cli import building
    from qibot.letters.compose import compose
    from qibot.letters.samples import SAMPLES
    from qibot.letters.templates import Templates
    from qibot.message.threads import Threads

    templates = Templates([Path(__file__).parents[2] / "templates"], UTC)
    threads = Threads(b"secret", "bot@x.example", plus_addressing=True)
    for notice in SAMPLES.values():
        compose(notice, templates, threads, "", datetime.now(UTC), b"")
    building.build_templates = lambda settings: templates
    log = Path(sys.argv[1])
    alive: set[int] = set()
    for line in sys.stdin:
        verb, about = json.loads(line)
        if verb == "start":
            alive.add(said := _start(about, log))
        else:
            said = _end(*about)
            alive.discard(about[0])
        print(json.dumps(said), flush=True)
    for number in alive:  # what a failing test left running
        _end(number, signal.SIGKILL)


if __name__ == "__main__":
    main()
