"""What fails now, and since when: each part of a round is tried by itself, so that its trouble stops no other."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from qibot.alerts.alarm import START, Alarm
from qibot.errors import QibotError, SigninFailed, StoreFailed, where

log = logging.getLogger("qibot")
RECORDS, SIGNIN, CLOCK, MAILBOX, DELIVERY = "records of ", "sign-in", "clock", "mailbox", "delivery"
AFRESH = (START, "reload")  # of which a new process knows nothing
Trying = Callable[[str, Callable[[], None]], None]


class Failing:
    """The parts that fail, by name. What an earlier process has seen fail fails until it is seen to work; what it
    couldn't read is read anew.

    `told` gets each failure in words, `mended` is called where the servers may be within reach again, and `pausing`
    says whether delivery but waits for its next try. After a failure of the disk it isn't `tidy` any more.
    """

    def __init__(
        self,
        alarm: Alarm,
        clock: Callable[[], datetime],
        told: Callable[[str], None],
        mended: Callable[[], None],
        pausing: Callable[[], bool],
    ) -> None:
        self._alarm, self._clock, self._told, self._mended, self._pausing = alarm, clock, told, mended, pausing
        self._since = {t.key: t.since for t in alarm.ongoing if t.key.startswith(RECORDS)}
        self._now = {t.key: (t.since, t.what) for t in alarm.ongoing if not t.key.startswith((RECORDS, *AFRESH))}
        self._tried: set[str] = set()
        self._tokenless: set[str] = set()  # the parts that couldn't sign in
        self.tidy = True

    def round_begins(self) -> None:
        """Nothing is tried yet."""
        self._tried = set()

    def __contains__(self, what: str) -> bool:
        return what in self._now

    def said_of(self, what: str) -> str:
        """How the failure of this part reads; empty where it doesn't fail."""
        return self._now[what][1] if what in self._now else ""

    @property
    def records(self) -> dict[str, str]:
        """The units whose records can't be read, each with why."""
        return {w.removeprefix(RECORDS): said for w, (_, said) in self._now.items() if w.startswith(RECORDS)}

    def lasting(self, now: datetime, patience: timedelta) -> dict[str, str]:
        """What has failed so long that it is no passing trouble, or never is one; in words, by part."""
        return {
            what: said
            for what, (since, said) in self._now.items()
            if now - since >= patience or what.startswith((RECORDS, CLOCK))
        }

    def trying(self, what: str, part: Callable[[], None]) -> None:
        """Do a part; that it fails is a trouble until it doesn't."""
        self._tried.add(what)
        try:
            part()
        except SigninFailed as e:  # both servers are out of reach for one reason, which is told once
            self._tokenless.add(what)
            self._failed(SIGNIN, str(e))
            log.warning("%s", e)
        except QibotError as e:
            self.tidy = self.tidy and not isinstance(e, StoreFailed)
            self._signed_in(what)
            self._failed(what, str(e))
            log.warning("%s", e)
        except Exception as e:  # a fault of our own in one part must not stop the others
            self._failed(what, f"Something unexpected went wrong ({type(e).__name__}): the log has the details.")
            log.error("unexpected failure with %s: %s", what, where(e))
        else:
            if what == MAILBOX and what in self._now:
                self._mended()  # whatever it was, it may have been both servers'
            if what != DELIVERY or not self._pausing():  # a pause between two tries isn't the end of it
                self._signed_in(what)
                self._now.pop(what, None)

    def _signed_in(self, what: str) -> None:
        """This part has got what it needs to sign in: if it lacked that before, the others will get it, too."""
        if what in self._tokenless:
            self._tokenless.clear()
            self._now.pop(SIGNIN, None)
            self._mended()

    def _failed(self, what: str, said: str) -> None:
        began = self._since.pop(what, None) or self._clock()
        since = self._now.get(what, (began, ""))[0]
        self._now[what] = (since, said)
        self._told(said)

    def note(self, *, all_tried: bool) -> None:
        """Keep since when what fails, and let it be told. What wasn't even tried any more, though all could be, is no
        trouble now."""
        if all_tried:
            kept = (RECORDS, SIGNIN, *AFRESH)
            gone = [w for w in self._now if w not in self._tried and not w.startswith(kept)]
            for what in gone:
                del self._now[what]
        self._alarm.note(self._now, self._clock())
