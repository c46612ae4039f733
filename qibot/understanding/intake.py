"""What a message that has come in is: parse, screen, classify. Pure but for the cases that it is given to look at."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from qibot.calendar import Almanac
from qibot.config import Config
from qibot.documents import endings_held, examined
from qibot.errors import MailUnreadable, StoreFailed
from qibot.events import (
    READERS,
    TEAM_READERS,
    Acknowledged,
    AimUnclear,
    Arrival,
    CapacityEnded,
    CircumstancesDecided,
    CircumstancesReported,
    CommandUnclear,
    ConcernTold,
    ContactReported,
    CopyWanted,
    DateNamed,
    DocumentForgotten,
    Event,
    FeedbackAfterAll,
    FeedbackReceived,
    MessageIgnored,
    MessageReceived,
    MessageUnplaced,
    Reclassified,
    ReportReceived,
    ReportsAskedAbout,
    SupportNeeded,
    ToldAfterAll,
    ToldInConfidence,
    WhichAsked,
)
from qibot.message import Incoming, Link, Mail, Threads, at_most, headers_alone, parse, unreadable
from qibot.model import DESK, ITEM, Case, Enrolment, Quarantined, Role, Seen
from qibot.people import Directory
from qibot.screening import BULK, Kind, screen, verdict
from qibot.understanding.classify import classify
from qibot.understanding.enclosed import leaned, understood, without_ours
from qibot.understanding.hearing.all_have_it import unless_all_have_it
from qibot.understanding.hearing.perhaps_why import held_for_reason
from qibot.understanding.hearing.written_to import as_written_to
from qibot.understanding.matter.again import said_again, says_the_same
from qibot.understanding.matter.authority import is_for, is_shown, stamp_of
from qibot.understanding.matter.context import Context, Part
from qibot.understanding.matter.direct import directly_about
from qibot.understanding.matter.known import Known, is_enrolment, waits
from qibot.understanding.matter.of_then import is_same_writer, of_then
from qibot.understanding.meaning import Meaning
from qibot.understanding.reasons import meaning_in, reason
from qibot.understanding.released import as_decided, released
from qibot.understanding.reports.each_own import is_on_record, parted, senders_part
from qibot.understanding.reports.joint import held_for, jointly
from qibot.understanding.reports.owners import owners
from qibot.understanding.reports.pages import with_pages
from qibot.understanding.reports.several import part_of
from qibot.understanding.senders.bounced import bounced
from qibot.understanding.senders.machines import REDIRECTED, of_headers, of_share, redirected_by_person, too_regular
from qibot.understanding.senders.news_of_people import with_news
from qibot.understanding.senders.passed_on import passed_on
from qibot.understanding.senders.whose import holding, whose

TRACEBACK_LIMIT = 4000
LINK_READERS = tuple(sorted({*READERS.values(), TEAM_READERS}))


SAID_AGAIN = "automatic (the same words again)"
# What is answered or passed on, so that a machine could keep it going. A command that was understood is neither: the
# same word each month is what people are asked for.
ANSWERED = ReportReceived | FeedbackReceived | MessageReceived | CircumstancesReported | CommandUnclear | WhichAsked


# What is read from somebody's words, and so is recorded with what that rests on.
READ = (
    FeedbackReceived, MessageReceived, Acknowledged, DateNamed, SupportNeeded, AimUnclear, CapacityEnded,
    ConcernTold, ToldInConfidence, CircumstancesReported, CircumstancesDecided, ContactReported, DocumentForgotten,
    WhichAsked,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Matter:
    """What a message is about: its sender's roles by unit, the link that was used, the item and, of an enrolment, its
    case and report."""

    roles: Mapping[str, Role]
    link: Link | None
    item: str | None
    case: Case | None = None
    number: int = 0


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
        self._scan = scan  # why a message is infected
        self._read = read  # what is kept in the archive
        self._config, self._directory, self._threads, self._load = config, directory, threads, load
        self._almanac = Almanac(config)
        self._known = Known(config, directory, threads, load, lost)

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
        matter = self._matter(mail)
        units = self._known.relevant(matter.roles, matter.case)
        if mark := self._known.mark(mail, [DESK, *units]):
            if mark.digest == mail.digest and not says_the_same(mark, mail, self._read):
                return self._same_id(incoming, archived, mail)
            if mark.digest == mail.digest and (not mark.quarantined or self._is_asked_about(mail)):
                return mark
            if mark.digest and mail.digest and mark.digest != mail.digest:  # of a header alone there is no digest
                return self._same_id(incoming, archived, mail)
        arrival = Arrival(mail, incoming.arrived, archived, now)
        if not incoming.whole:
            return MessageUnplaced(arrival, f"it is larger than {self._config.limits.message_mb:g} MB")
        # What answers a letter about nobody, or quotes one, would go on for ever if it were told of.
        quiet = matter.item == DESK or self._threads.ref(DESK).encode() in incoming.raw
        if (screened := self._screened(arrival, incoming.raw, quiet)) is not None:
            return screened
        if infected := self._scan(incoming.raw):
            return MessageUnplaced(arrival, infected, quiet=quiet)
        if self._known.lost and matter.case is None and not self._is_plainly_known(mail, matter):
            raise waits(self._known)  # it may be about whoever's records can't be read
        stamp = stamp_of(mail, self._known, matter.roles, matter.item, matter.case)
        return self._said(replace(arrival, stamp=stamp), matter, units, quiet)

    def _matter(self, mail: Mail) -> _Matter:
        """What the message is about, by the signed marks that it bears, and who its sender is."""
        roles = self._directory.parts(mail.sender) if mail.sender else {}
        link = self._threads.link_of(mail, LINK_READERS)
        token = link.matter if link else self._threads.matter_of(mail)
        item = self._directory.unit_of(token.ref) if token else None
        if token and item is None:
            if any(self._threads.ref(unit) == token.ref for unit in self._known.lost):
                raise waits(self._known)
            item = ITEM  # a genuine token, but what it named is settled and gone: never a fresh mail
        if token and item and is_enrolment(item):
            return _Matter(roles, link, item, self._load(item), token.number)
        if token is None and mail.is_reply:
            near = self._known.relevant(roles, None)
            if (about := directly_about(mail, (self._load(unit) for unit in near))) is not None:
                return _Matter(roles, link, None, *about)
        return _Matter(roles, link, item)

    def _screened(self, arrival: Arrival, raw: bytes, quiet: bool) -> Event | None:
        """The event of a message that is no person's word, or whose sender can't be trusted."""
        match screen(arrival.mail, self._threads, self._config.trust):
            case Kind.OWN as kind:
                if redirected_by_person(arrival.mail, self._known):
                    return MessageUnplaced(arrival, REDIRECTED, quiet=quiet)
                return MessageIgnored(arrival, kind)
            case Kind.AUTOMATIC:
                roles = tuple(self._directory.parts(arrival.mail.sender or "").values())
                return of_headers(arrival, roles, self._almanac, self._directory)
            case Kind.SHARED:
                shared = of_share(arrival, self._directory)
                if not isinstance(shared, MessageUnplaced):
                    return shared
                return holding(shared, self._directory, self._hold(arrival))
            case Kind.BOUNCE:
                return bounced(arrival, raw, self._known, quiet=quiet)
            case Kind.BULK:
                return MessageUnplaced(arrival, BULK)
            case Kind.UNTRUSTED:
                return MessageUnplaced(arrival, verdict(arrival.mail, self._config.trust).cause)
        return None

    def _said(self, arrival: Arrival, matter: _Matter, units: list[str], quiet: bool) -> Event:
        """The event of a person's message."""
        mail, case, context = arrival.mail, matter.case, self._context(arrival.mail, matter, units)
        event, is_parted = self._of_its_sender(arrival, context)
        if isinstance(event, Reclassified | FeedbackAfterAll | CopyWanted | ToldAfterAll):
            event = replace(event, original=self._kept(event))
            if isinstance(event, FeedbackAfterAll | CopyWanted) and self._is_formers(event, mail):
                return MessageUnplaced(arrival, "it sends on what a former mentor has written", quiet=quiet)
        if isinstance(event, ANSWERED) and said_again(mail, case, units, arrival.arrived, self._known):
            return MessageIgnored(arrival, SAID_AGAIN)
        if (
            isinstance(event, ANSWERED)
            and mail.is_reply
            and (cause := too_regular(mail, case, arrival.arrived, self._known))
        ):
            return MessageUnplaced(arrival, cause, quiet=quiet)
        if isinstance(event, MessageUnplaced):
            offered = event.offered or ("" if matter.roles or quiet else whose(mail, self._directory))
            held = holding(replace(event, quiet=quiet, offered=offered), self._directory, self._hold(arrival))
            return held_for_reason(held, arrival, context, self._almanac)
        event = event if is_parted else jointly(event, context, self._almanac)
        event = unless_all_have_it(as_written_to(event, arrival, context, self._almanac), arrival, context)
        event = of_then(with_news(event, context, self._config.mailbox.address), self._load)
        event = held_for_reason(event, arrival, context, self._almanac)
        if isinstance(event, READ):
            event = replace(event, arrival=replace(event.arrival, read=reason(arrival, context)))
        return self._doubted(event, mail)

    def _is_formers(self, event: FeedbackAfterAll | CopyWanted, mail: Mail) -> bool:
        """Whether the mail that the event is about was written by another than orders it."""
        original = event.original
        return original is not None and not is_same_writer(original.mail.sender, mail.sender, self._directory)

    def _of_its_sender(self, arrival: Arrival, context: Context) -> tuple[Event, bool]:
        """What it is, and whether it brings what is another practitioner's; without what is attached that isn't for
        those who would get it."""
        is_parted = False

        def read(of: Arrival) -> Event:
            nonlocal is_parted
            event, is_parted = self._with_all(of, context if of is arrival else replace(context, heard={}))
            return event

        event = understood(arrival, read(arrival), self._leaned, read)
        return event, is_parted

    def _leaned(self, mail: Mail, event: Event) -> Mail:
        return leaned(mail, event, self._known, self._almanac, event.arrival.arrived)

    def _with_all(self, arrival: Arrival, context: Context) -> tuple[Event, bool]:
        """What it is, without what is another practitioner's own: of that the team is asked. And whether it brings
        such: then it is no joint report."""
        event, own = classify(arrival, context, self._almanac), context.cases(Role.PRACTITIONER)
        found = owners(arrival.mail, own[0].enrolment, context.people) if len(own) == 1 else None
        hold = self._hold(arrival)
        if found is None:
            asked = passed_on(event, arrival, context, self._config.mailbox.address, hold)
            return asked, False

        def reread(places: Sequence[int]) -> Event:
            part = replace(arrival, mail=part_of(arrival.mail, places, first=True))
            return classify(part, context, self._almanac)

        event = parted(event, arrival, found, own[0], reread, hold)
        return (senders_part(event) if is_on_record(arrival.mail, found, context.load) else event), True

    def _hold(self, arrival: Arrival) -> Callable[[Enrolment], ReportsAskedAbout | None]:
        """Who isn't chased meanwhile for what may be theirs."""
        return lambda e: held_for(arrival, e, 0, self._load, self._almanac)

    def _context(self, mail: Mail, matter: _Matter, units: list[str]) -> Context:
        link, case = matter.link, matter.case
        return Context(
            [Part(role, self._load(unit)) for unit, role in matter.roles.items() if unit in units],
            case,
            matter.number,
            team=self._known.is_from_team(mail),
            desk=self._load(DESK),
            item="" if case else matter.item or "",
            order=link.order if link else "",
            shown=is_shown(mail, link, self._known),
            misused=link is not None and not is_for(link, mail, self._known, matter.roles, case),
            people=self._directory,
            load=self._load,
        )

    def explain(self, raw: bytes, now: datetime) -> tuple[Event, tuple[Role, Meaning] | None]:
        """What a message would be taken for if it came in now, and as whose words and how they are read.

        Nothing is kept. Raises MailUnreadable.
        """
        mail = self._parsed(Incoming(0, now, len(raw), raw, whole=True))
        matter, arrival = self._matter(mail), Arrival(mail, now, "", now)
        if (screened := self._screened(arrival, raw, quiet=True)) is not None:
            return screened, None
        units = self._known.relevant(matter.roles, matter.case)
        context = self._context(mail, matter, units)
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
                mail = self._parsed(incoming)
                arrival = replace(arrival, mail=as_decided(mail, item))
                if infected := self._scan(raw):
                    return MessageUnplaced(arrival, infected)

                def again(of: Arrival) -> Event | Seen:
                    event = released(of, item, self._known, self._almanac, whole=incoming.whole)
                    return event if isinstance(event, Seen) else of_then(event, self._load)

                return understood(arrival, again(arrival), self._leaned, again)
        except StoreFailed:
            raise
        except Exception as e:  # whatever a hostile message provokes, the next one is served
            said = "".join(traceback.format_exception(e))[-TRACEBACK_LIMIT:]
            named = replace(arrival.mail, identity=item.key)
            return MessageUnplaced(replace(arrival, mail=named), f"reading it failed ({type(e).__name__})", said)

    def _is_plainly_known(self, mail: Mail, matter: _Matter) -> bool:
        """Whether a mail that answers nothing of an enrolment's can be placed though some records can't be read: the
        team's, a matter of the desk's, and a practitioner's who mentors nobody."""
        roles = set(matter.roles.values())
        return bool(matter.item) or roles == {Role.PRACTITIONER} or self._known.is_from_team(mail)

    def _is_asked_about(self, mail: Mail) -> bool:
        """Whether its writer has been asked what it is, and hasn't said so yet: a copy of it says nothing new."""
        item = self._load(DESK).get(Quarantined, mail.identity)
        return item is not None and bool(item.asked) and not item.decided

    def _doubted(self, event: Event, mail: Mail) -> Event:
        """The event, with what the mail server's verdict leaves in doubt about its sender."""
        trust = self._config.trust
        if trust.mode != "warn" or isinstance(event, MessageIgnored) or (found := verdict(mail, trust)).passed:
            return event
        return replace(event, arrival=replace(event.arrival, doubt=found.cause))

    def _kept(self, event: Reclassified | FeedbackAfterAll | CopyWanted | ToldAfterAll) -> Arrival:
        """A message that came before, read again; it counts as having come when it did. Raises StoreFailed."""
        raw = self._read(event.archived)
        mail = self._parsed(Incoming(0, event.sent, len(raw), raw, whole=True))
        mail = mail if isinstance(event, ToldAfterAll) else self._leaned(mail, event)
        if isinstance(event, Reclassified) and event.now and not mail.sends:
            mail = with_pages(mail)  # its writer says that it is a report: then it lies where the mail leads
        return Arrival(mail, event.sent, event.archived)

    def _parsed(self, incoming: Incoming) -> Mail:
        if not incoming.whole:
            return headers_alone(incoming.raw, incoming.size)
        limits, guard = self._config.limits, self._config.security
        mail = parse(incoming.raw, header_limit=limits.header_kb * 1024, parts_limit=limits.parts)
        mail = replace(mail, hosts=self._config.programme.document_hosts)
        mail = examined(mail, incoming.raw, endings_held(guard.harmful, guard.harmless), guard.macros)
        return without_ours(mail, self._threads)

    def _same_id(self, incoming: Incoming, archived: str, mail: Mail) -> Event | Seen:
        """Another message with the Message-ID of one that was dealt with: never dropped, never taken for it."""
        own = unreadable(incoming.raw, incoming.size)
        known = self._load(DESK).get(Seen, own.identity)
        if known and not known.quarantined:
            return known
        named = replace(own, sender=mail.sender, subject=mail.subject)
        arrival = Arrival(named, incoming.arrived, archived)
        return MessageUnplaced(arrival, "it bears the Message-ID of an earlier message but says something else")

    def _unread(self, incoming: Incoming, archived: str, cause: str, said: str) -> Event | Seen:
        mail = unreadable(incoming.raw, incoming.size)
        known = self._load(DESK).get(Seen, mail.identity)
        if known and not known.quarantined:
            return known
        return MessageUnplaced(Arrival(mail, incoming.arrived, archived), cause, said)
