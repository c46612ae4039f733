"""Writes mentor notes for reports whose forwards have left: what reading them costs delays no forward."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from qibot.calendar import Almanac
from qibot.letters import Post
from qibot.model import DESK, Case, Feedback, Put
from qibot.notes.digest import digest
from qibot.notes.letter import KIND_LINE, notes_notice
from qibot.notes.waiting import NOTES, waiting_for_notes
from qibot.people import Directory
from qibot.reading import Run, Warm
from qibot.rules import missing_half
from qibot.store import Ledger

AT_A_TIME = timedelta(seconds=20)  # then new mail is looked at: on the last day hundreds of reports come


class NoteTaker:
    """`trying` is the bot's: one failure stops no other. Which enrolments may wait for notes is its own index."""

    def __init__(
        self,
        almanac: Almanac,
        ledger: Ledger,
        post: Post,
        directory: Directory,
        trying: Callable[[str, Callable[[], None]], None],
    ) -> None:
        self._config, self._ledger, self._post = almanac.config, ledger, post
        self._directory, self._trying = directory, trying
        self._within = timedelta(hours=self._config.notes.within_hours)
        self._waiting: set[str] = set()
        self.more = False  # some still wait, for want of time
        if self._config.notes.send:
            ledger.keep(self._note)

    def _note(self, case: Case) -> None:
        if case.unit != DESK and any(waiting_for_notes(case, self._ledger.now(), self._within)):
            self._waiting.add(case.unit)
        else:
            self._waiting.discard(case.unit)

    def write(self, now: datetime) -> bool:
        """Write what waits, for `AT_A_TIME`; whether anything was written. What fails is tried again in the next round,
        and what there was no time for is written then: `more`."""
        units = sorted(self._waiting)
        self.more = False
        with Warm() as warm:
            for done, unit in enumerate(units):
                self.more = bool(done) and self._ledger.now() - now > AT_A_TIME
                if self.more:
                    break
                self._trying(f"mentor notes of {unit}", partial(self._write, unit, now, warm))
        return bool(units)

    def _write(self, unit: str, now: datetime, run: Run) -> None:
        case = self._ledger.load(unit)
        for submission in list(waiting_for_notes(case, now, self._within)):
            found = digest(case, submission, self._ledger.archive.read, self._config, run)
            notice = notes_notice(case, submission, found, self._config, self._kind_line(case, now))
            letters = self._post.write(case, (notice,), now)
            case = self._ledger.commit(unit, [Put(x) for x in letters])
        self._note(case)

    def _kind_line(self, case: Case, now: datetime) -> str:
        """The half that the mentor's last feedback was without; empty where they were told lately."""
        own = case.enrolment.mentor.addresses
        given = sorted((f for f in case.all(Feedback).values() if f.sender in own), key=lambda f: f.arrived)
        half = missing_half(given[-1]) if given else ""
        return "" if not half or self._was_told(case.enrolment.mentor.addresses, now) else half

    def _was_told(self, addresses: tuple[str, ...], now: datetime) -> bool:
        since = now - timedelta(days=self._config.notes.kind_line_days)
        units = {unit for address in addresses for unit in self._directory.parts(address)}
        return any(
            x.name == NOTES and KIND_LINE in x.about and x.made > since and set(x.to) & set(addresses)
            for unit in units
            for x in self._ledger.load(unit).letters.values()
        )
