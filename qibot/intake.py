"""What a message that has come in is: parse, screen, classify. Pure but for the cases that it is given to look at."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from qibot import mail as mails
from qibot.almanac import Almanac
from qibot.classify import Context, Part, classify
from qibot.config import Config
from qibot.directory import Directory
from qibot.errors import MailUnreadable, StoreFailed
from qibot.events import Arrival, Event, MessageIgnored, MessageUnplaced
from qibot.inbox import Incoming
from qibot.mail import Mail
from qibot.model import DESK, Case, Role, Seen
from qibot.screening import Kind, screen
from qibot.threads import Threads
from qibot.timelimit import at_most

TRACEBACK_LIMIT = 4000
CASES_LIMIT = 200


class Intake:
    """Understands messages with the help of what is known about people and threads."""

    def __init__(self, config: Config, directory: Directory, threads: Threads, load: Callable[[str], Case]) -> None:
        self._config, self._directory, self._threads, self._load = config, directory, threads, load
        self._almanac = Almanac(config)

    def understand(self, incoming: Incoming, archived: str, now: datetime) -> Event | Seen:
        """The event that the message is, or its mark where it has been dealt with. Never fails for what mail holds;
        raises StoreFailed."""
        try:
            with at_most(self._config.limits.parse_seconds):
                return self._understood(incoming, archived, now)
        except StoreFailed:
            raise
        except MailUnreadable as e:
            return self._unread(incoming, archived, str(e), "")
        except Exception as e:  # whatever a hostile message provokes, the next one is served
            said = "".join(traceback.format_exception(e))[-TRACEBACK_LIMIT:]
            return self._unread(incoming, archived, f"reading it failed ({type(e).__name__})", said)

    def _understood(self, incoming: Incoming, archived: str, now: datetime) -> Event | Seen:
        mail = self._parsed(incoming)
        roles = self._directory.parts(mail.sender) if mail.sender else {}
        case, number = self._matter(mail)
        units = self._relevant(roles, case)
        if mark := self._mark(mail, [DESK, *units]):
            if mark.digest == mail.digest and not mark.quarantined:
                return mark
            if mark.digest and mail.digest and mark.digest != mail.digest:  # of a header alone there is no digest
                return self._same_id(incoming, archived, mail)
        arrival = Arrival(mail, incoming.arrived, archived, now)
        if not incoming.whole:
            return MessageUnplaced(arrival, f"it is larger than {self._config.limits.message_mb:g} MB")
        if self._from_team(mail) and self._answers_desk(mail):
            return MessageIgnored(arrival, "the team's note")
        quiet = self._answers_desk(mail) or self._threads.ref(DESK).encode() in incoming.raw  # told of, it would go on
        match screen(mail, self._threads):
            case Kind.OWN | Kind.AUTOMATIC as kind:
                return MessageIgnored(arrival, kind)
            case Kind.BOUNCE:
                return MessageUnplaced(arrival, "it says that a letter could not be delivered", quiet=quiet)
            case Kind.BULK:
                return MessageUnplaced(arrival, "it was sent by a mailing list or in bulk")
        parts = [Part(role, self._load(unit)) for unit, role in roles.items() if unit in units]
        event = classify(arrival, Context(parts, case, number, self._from_team(mail)), self._almanac)
        return replace(event, quiet=quiet) if isinstance(event, MessageUnplaced) else event

    def _from_team(self, mail: Mail) -> bool:
        return mail.sender in (*self._config.programme.team, self._config.programme.manager)

    def _answers_desk(self, mail: Mail) -> bool:
        """Whether it answers a letter about nobody in particular: quarantine, trouble, letters that didn't arrive."""
        matter = self._threads.matter_of(mail)
        return matter is not None and self._directory.unit_of(matter.ref) == DESK

    def _parsed(self, incoming: Incoming) -> Mail:
        if not incoming.whole:
            return mails.headers_alone(incoming.raw, incoming.size)
        limits = self._config.limits
        return mails.parse(incoming.raw, header_limit=limits.header_kb * 1024, parts_limit=limits.parts)

    def _matter(self, mail: Mail) -> tuple[Case | None, int]:
        matter = self._threads.matter_of(mail)
        unit = self._directory.unit_of(matter.ref) if matter else None
        if matter is None or unit is None or unit == DESK:
            return None, 0
        return self._load(unit), matter.number

    def _relevant(self, roles: dict[str, Role], case: Case | None) -> list[str]:
        """The units to look at: those in which the sender is practitioner or mentor, and the matter's own."""
        near = [unit for unit, role in roles.items() if role is not Role.MANAGER][:CASES_LIMIT]
        managed = [unit for unit, role in roles.items() if role is Role.MANAGER][:CASES_LIMIT]
        return list(dict.fromkeys([*([case.unit] if case else []), *near, *managed]))

    def _mark(self, mail: Mail, units: list[str]) -> Seen | None:
        marks = [mark for unit in units if (mark := self._load(unit).get(Seen, mail.identity))]
        return next((m for m in marks if not m.quarantined), marks[0] if marks else None)

    def _same_id(self, incoming: Incoming, archived: str, mail: Mail) -> Event | Seen:
        """Another message with the Message-ID of one that was dealt with: never dropped, never taken for it."""
        own = mails.unreadable(incoming.raw, incoming.size)
        known = self._load(DESK).get(Seen, own.identity)
        if known and not known.quarantined:
            return known
        named = replace(own, sender=mail.sender, subject=mail.subject)
        arrival = Arrival(named, incoming.arrived, archived)
        return MessageUnplaced(arrival, "it bears the Message-ID of an earlier message but says something else")

    def _unread(self, incoming: Incoming, archived: str, cause: str, said: str) -> Event | Seen:
        mail = mails.unreadable(incoming.raw, incoming.size)
        known = self._load(DESK).get(Seen, mail.identity)
        if known and not known.quarantined:
            return known
        return MessageUnplaced(Arrival(mail, incoming.arrived, archived), cause, said)
