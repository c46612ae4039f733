"""What a message that has come in is: parse, screen, classify. Pure but for the cases that it is given to look at."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime

from qibot.calendar import Almanac
from qibot.config import Config
from qibot.errors import MailUnreadable, StoreFailed, traceback_of
from qibot.events import Arrival, Event, MessageUnplaced
from qibot.message import Incoming, Mail, Threads, at_most, unreadable
from qibot.model import DESK, Case, Quarantined, Role, Seen
from qibot.people import Directory
from qibot.understanding.classify import classify
from qibot.understanding.enclosed import understood
from qibot.understanding.hearing.all_have_it import unless_all_have_it
from qibot.understanding.hearing.written_to import as_written_to
from qibot.understanding.listener import Listener
from qibot.understanding.matter.about import about, context_of, is_plainly_known
from qibot.understanding.matter.again import says_the_same
from qibot.understanding.matter.authority import stamp_of
from qibot.understanding.matter.known import Known, waits
from qibot.understanding.matter.of_then import of_then
from qibot.understanding.matter.reasons import meaning_in
from qibot.understanding.meaning import Meaning
from qibot.understanding.opening import Opening
from qibot.understanding.released import as_decided, released
from qibot.understanding.senders.screened import screened

SAME_ID = "it bears the Message-ID of an earlier message but says something else"
FAILED = "reading it failed ({kind})"


def unscanned(_raw: bytes) -> str:
    """What is found where no scanner is asked."""
    return ""


class Intake:
    """Understands messages with the help of what is known about people and threads."""

    def __init__(
        self,
        config: Config,
        directory: Directory,
        threads: Threads,
        load: Callable[[str], Case],
        read: Callable[[str], bytes],
        lost: Collection[str] = (),
        scan: Callable[[bytes], str] = unscanned,
    ) -> None:
        self._config, self._load = config, load
        self._read, self._scan = read, scan  # what is kept in the archive; why a message is infected
        self._almanac = Almanac(config)
        self._known = Known(config, directory, threads, load, lost)
        self._opening = Opening(config, threads)
        self._listener = Listener(self._known, self._almanac, self._opening, read)

    def understand(self, incoming: Incoming, archived: str, now: datetime) -> Event | Seen:
        """The event that the message is, or its mark where it has been dealt with. Never fails for what mail holds;
        raises StoreFailed."""
        try:
            with at_most(self._config.limits.parse_seconds):
                return self._understood(incoming, archived, now)
        except StoreFailed:
            raise
        except MailUnreadable as e:
            return self._aside(incoming, archived, str(e))
        except Exception as e:  # whatever a hostile message provokes, the next one is served
            return self._aside(incoming, archived, FAILED.format(kind=type(e).__name__), traceback_of(e))

    def _understood(self, incoming: Incoming, archived: str, now: datetime) -> Event | Seen:
        mail = self._opening.opened(incoming)
        matter = about(mail, self._known)
        units = self._known.relevant(matter.roles, matter.case)
        if mark := self._known.mark(mail, [DESK, *units]):
            if mark.digest == mail.digest and not says_the_same(mark, mail, self._read):
                return self._aside(incoming, archived, SAME_ID, of=mail)
            if mark.digest == mail.digest and (not mark.quarantined or self._is_asked_about(mail)):
                return mark
            if mark.digest and mail.digest and mark.digest != mail.digest:  # of a header alone there is no digest
                return self._aside(incoming, archived, SAME_ID, of=mail)
        arrival = Arrival(mail, incoming.arrived, archived, now)
        if not incoming.whole:
            return MessageUnplaced(arrival, f"it is larger than {self._config.limits.message_mb:g} MB")
        # What answers a letter about nobody, or quotes one, would go on for ever if it were told of.
        quiet = matter.item == DESK or self._known.threads.ref(DESK).encode() in incoming.raw
        if (found := screened(arrival, incoming.raw, self._known, self._almanac, quiet=quiet)) is not None:
            return found
        if infected := self._scan(incoming.raw):
            return MessageUnplaced(arrival, infected, quiet=quiet)
        if self._known.lost and matter.case is None and not is_plainly_known(mail, matter, self._known):
            raise waits(self._known)  # it may be about whoever's records can't be read
        stamp = stamp_of(mail, self._known, matter.roles, matter.item, matter.case)
        return self._listener.heard(replace(arrival, stamp=stamp), matter, units, quiet=quiet)

    def explain(self, raw: bytes, now: datetime) -> tuple[Event, tuple[Role, Meaning] | None]:
        """What a message would be taken for if it came in now, and as whose words and how they are read.

        Nothing is kept. Raises MailUnreadable.
        """
        mail = self._opening.opened(Incoming(0, now, len(raw), raw, whole=True))
        matter, arrival = about(mail, self._known), Arrival(mail, now, "", now)
        if (found := screened(arrival, raw, self._known, self._almanac, quiet=True)) is not None:
            return found, None
        units = self._known.relevant(matter.roles, matter.case)
        context = context_of(mail, matter, units, self._known)
        event = as_written_to(classify(arrival, context, self._almanac), arrival, context, self._almanac)
        event = unless_all_have_it(event, arrival, context)
        return event, meaning_in(arrival, context)

    def released(self, item: Quarantined, raw: bytes, now: datetime) -> Event | Seen:
        """What a message from quarantine is, now that a person has decided about it; its mark where it is dealt with.

        Who it is from is decided, so neither its sender nor the mail server's verdict is looked at any more. It counts
        from when it arrived. Never fails for what mail holds; raises StoreFailed.
        """
        incoming = Incoming(0, item.arrived, item.size, raw, len(raw) >= item.size)
        arrival = Arrival(unreadable(raw, item.size), item.arrived, item.archived, now)
        try:
            with at_most(self._config.limits.parse_seconds):
                mail = self._opening.opened(incoming)
                arrival = replace(arrival, mail=as_decided(mail, item))
                if infected := self._scan(raw):
                    return MessageUnplaced(arrival, infected)

                def again(of: Arrival) -> Event | Seen:
                    event = released(of, item, self._known, self._almanac, whole=incoming.whole)
                    return event if isinstance(event, Seen) else of_then(event, self._load)

                return understood(arrival, again(arrival), self._listener.leaned, again)
        except StoreFailed:
            raise
        except Exception as e:  # whatever a hostile message provokes, the next one is served
            named = replace(arrival.mail, identity=item.key)
            cause = FAILED.format(kind=type(e).__name__)
            return MessageUnplaced(replace(arrival, mail=named), cause, traceback_of(e))

    def _is_asked_about(self, mail: Mail) -> bool:
        """Whether its writer has been asked what it is, and hasn't said so yet: a copy of it says nothing new."""
        item = self._load(DESK).get(Quarantined, mail.identity)
        return item is not None and bool(item.asked) and not item.decided

    def _aside(
        self, incoming: Incoming, archived: str, cause: str, said: str = "", of: Mail | None = None
    ) -> Event | Seen:
        """A message that isn't read, for a person to look at, once; as whose it is shown where that is known."""
        mail = unreadable(incoming.raw, incoming.size)
        known = self._load(DESK).get(Seen, mail.identity)
        if known and not known.quarantined:
            return known
        mail = replace(mail, sender=of.sender, subject=of.subject) if of else mail
        return MessageUnplaced(Arrival(mail, incoming.arrived, archived), cause, said)
