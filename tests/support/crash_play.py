"""A scene on the real servers, played by the bot in a child process that is killed at its points."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import uuid
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.support.crash_scene import ANSWERED, REPORTED, Scene
from tests.support.mailservers import PATIENCE, MailServers

QUEUES = ("maildrop", "incoming", "active", "deferred")


class Runner:
    """The child process in which jobs run, each in a fork of its own."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.support.crash_child"]
        root = Path(__file__).parents[2]
        self._child = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, job: str, watched: Path, *arguments: Any, fatal: int | None = None) -> dict[str, Any]:
        """Do a job, killed before its point `fatal`; what was reached (the fatal point last) and what it returned."""
        assert self._child.stdin and self._child.stdout
        line = {"job": job, "watched": str(watched), "arguments": arguments, "fatal": fatal}
        print(json.dumps(line), file=self._child.stdin, flush=True)
        told: dict[str, Any] = json.loads(self._child.stdout.readline())
        assert told["killed"] or told["status"] == 0, told
        return told

    def close(self) -> None:
        """End it."""
        self._child.communicate()


Doubts = Counter[tuple[str, str]]  # by X-QI-Letter and X-QI-Ref: how often the process died before the record


class Play:
    """A scene on the real servers."""

    def __init__(self, servers: MailServers, runner: Runner, folder: Path, data: Path | None = None) -> None:
        self._servers, self._runner = servers, runner
        self.scene = Scene.lay_out(folder, uuid.uuid4().hex[:12], servers.imap_port, servers.smtp_port, data)

    def arrive(self, *raws: bytes) -> None:
        """Let messages lie in the bot's inbox."""
        with self._servers.client(self.scene.address("bot")) as client:
            for raw in raws:
                client.append("INBOX", raw)

    def rounds(self, count: int = 1, fatal: int | None = None) -> dict[str, Any]:
        """Run the bot in a fresh process."""
        file = str(self.scene.folder / "config.toml")
        return self._runner.run("rounds", self.scene.data, file, count, fatal=fatal)

    def killed_and_started_again(self, fatal: int, answered: bool, doubtful: Doubts) -> None:
        """Kill a round, start anew, and see that all holds; adds the letter that is in doubt now."""
        told = self.rounds(fatal=fatal)
        doubtful.update(in_doubt(told))
        try:
            self.finish(answered, doubtful)
        except AssertionError as e:
            raise AssertionError(f"killed between {told['points'][-2:]}") from e

    def finish(self, answered: bool, doubtful: Doubts) -> None:
        """One round in a new process must do all, and the next nothing."""
        said = self.rounds(2)["said"]
        assert said[0]["faults"] == []
        assert said[1] == {"done": 0, "faults": []}
        self.check(answered, doubtful)

    def letters(self) -> dict[str, list[bytes]]:
        """What lies in everybody's mailbox when Postfix has nothing more to deliver."""
        self._settle()
        return {who: self._maildir(who) for who in ("jo", "sam", "ann", "meg", "team", "boss")}

    def check(self, answered: bool, doubtful: Doubts) -> None:
        """All that must hold after a restart; a letter comes once more each time that it was in doubt."""
        self.scene.check_data(answered)
        expected = {key: 1 + doubtful[key[1:]] for key in (ANSWERED if answered else REPORTED)}
        self.scene.check_letters(self.letters(), expected)
        assert [self._maildir("bot"), self._maildir("stranger")] == [[], []]
        filed = {name: len(self._maildir("bot", f".qibot.{name}")) for name in ("done", "quarantine")}
        assert filed == {"done": 3 if answered else 2, "quarantine": 1}

    def _maildir(self, who: str, folder: str = ".") -> list[bytes]:
        home = self._servers.home / "mail" / self.scene.address(who) / "Maildir" / folder
        return [path.read_bytes() for path in sorted([*home.glob("new/*"), *home.glob("cur/*")])]

    def _settle(self) -> None:
        spool = self._servers.home / "postfix/spool"
        end = time.monotonic() + PATIENCE
        while any(path.is_file() for name in QUEUES for path in (spool / name).rglob("*")):
            assert time.monotonic() < end, self._servers.logs()
            time.sleep(0.005)


Maker = Callable[..., Play]


def in_doubt(told: dict[str, Any]) -> set[tuple[str, str]]:
    """The letter that the server had and the record hadn't when the process was killed, if any."""
    handed: set[tuple[str, str]] = set()
    for point in told["points"][:-1]:
        words = point.split()
        if words[:2] == ["hand", "over"]:
            handed = {(words[2], words[3])}
        elif words[0] == "rename" and words[1].endswith(".json"):
            handed = set()
    return handed
