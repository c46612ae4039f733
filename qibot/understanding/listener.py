"""Hears a person's message out: what it is, without what isn't for those who would get it, and for whom else it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import (
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
    SupportNeeded,
    ToldAfterAll,
    ToldInConfidence,
    WhichAsked,
)
from qibot.message import Incoming, Mail
from qibot.model import Role
from qibot.screening import verdict
from qibot.understanding.classify import classify
from qibot.understanding.enclosed import leaned, understood
from qibot.understanding.hearing.all_have_it import unless_all_have_it
from qibot.understanding.hearing.perhaps_why import held_for_reason
from qibot.understanding.hearing.written_to import as_written_to
from qibot.understanding.links.clouds import links_in
from qibot.understanding.matter.about import About, context_of
from qibot.understanding.matter.again import said_again, sent_again
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.known import Known
from qibot.understanding.matter.of_then import is_same_writer, of_then
from qibot.understanding.matter.reasons import reason
from qibot.understanding.opening import Opening
from qibot.understanding.reports.each_own import is_on_record, parted, senders_part
from qibot.understanding.reports.joint import as_anothers, jointly
from qibot.understanding.reports.owners import owners
from qibot.understanding.reports.pages import with_pages
from qibot.understanding.reports.parts import part_of
from qibot.understanding.senders.machines import too_regular
from qibot.understanding.senders.news_of_people import with_news
from qibot.understanding.senders.passed_on import is_colleagues, passed_on
from qibot.understanding.senders.screened import holder
from qibot.understanding.senders.whose import holding, passed_on_of, whose

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


class Listener:
    """`opening` is how a mail is opened, `read` gives what is kept in the archive."""

    def __init__(self, known: Known, almanac: Almanac, opening: Opening, read: Callable[[str], bytes]) -> None:
        self._known, self._almanac, self._opening, self._read = known, almanac, opening, read
        self._config, self._directory = known.config, known.directory

    def heard(self, arrival: Arrival, matter: About, units: list[str], *, quiet: bool) -> Event:
        """The event of a person's message."""
        mail, case, context = arrival.mail, matter.case, context_of(arrival.mail, matter, units, self._known)
        event, is_parted = self._of_its_sender(arrival, context)
        if isinstance(event, Reclassified | FeedbackAfterAll | CopyWanted | ToldAfterAll):
            event = replace(event, original=self._kept(event))
            if isinstance(event, FeedbackAfterAll | CopyWanted) and self._is_formers(event, mail):
                return MessageUnplaced(arrival, "it sends on what a former mentor has written", quiet=quiet)
        if isinstance(event, ANSWERED):
            again = said_again(mail, case, units, arrival.arrived, self._known)
            if again or sent_again(mail, case, arrival.arrived, self._known, self._read):
                return MessageIgnored(arrival, SAID_AGAIN)
            if mail.is_reply and (cause := too_regular(mail, case, arrival.arrived, self._known)):
                return MessageUnplaced(arrival, cause, quiet=quiet)
        if isinstance(event, MessageUnplaced):
            read = passed_on_of if self._known.is_from_team(mail) else whose  # whom the team names isn't its writer
            offered = event.offered or ("" if matter.roles or quiet else read(mail, self._directory))
            event, hold = replace(event, quiet=quiet, offered=offered), holder(arrival, self._known, self._almanac)
            return held_for_reason(holding(event, self._directory, hold), arrival, context, self._almanac)
        event = event if is_parted else jointly(event, context, self._almanac)
        if is_colleagues(mail, self._directory) and (mail.sends or links_in(mail)):
            event = as_anothers(event, context)
        event = unless_all_have_it(as_written_to(event, arrival, context, self._almanac), arrival, context)
        event = of_then(with_news(event, context, self._config.mailbox.address), self._known.load)
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

        event = understood(arrival, read(arrival), self.leaned, read)
        return event, is_parted

    def leaned(self, mail: Mail, event: Event) -> Mail:
        """The mail without what of the mails that are attached to it may not go on, if it is this."""
        return leaned(mail, event, self._known, self._almanac, event.arrival.arrived)

    def _with_all(self, arrival: Arrival, context: Context) -> tuple[Event, bool]:
        """What it is, without what is another practitioner's own: of that the team is asked. And whether it brings
        such: then it is no joint report."""
        event, own = classify(arrival, context, self._almanac), context.cases(Role.PRACTITIONER)
        found = owners(arrival.mail, own[0].enrolment, context.people) if len(own) == 1 else None
        hold = holder(arrival, self._known, self._almanac)
        if found is None:
            asked = passed_on(event, arrival, context, self._config.mailbox.address, hold)
            return asked, False

        def reread(places: Sequence[int]) -> Event:
            part = replace(arrival, mail=part_of(arrival.mail, places, first=True))
            return classify(part, context, self._almanac)

        event = parted(event, arrival, found, own[0], reread, hold)
        return (senders_part(event) if is_on_record(arrival.mail, found, context.load) else event), True

    def _doubted(self, event: Event, mail: Mail) -> Event:
        """The event, with what the mail server's verdict leaves in doubt about its sender."""
        trust = self._config.trust
        if trust.mode != "warn" or isinstance(event, MessageIgnored) or (found := verdict(mail, trust)).passed:
            return event
        return replace(event, arrival=replace(event.arrival, doubt=found.cause))

    def _kept(self, event: Reclassified | FeedbackAfterAll | CopyWanted | ToldAfterAll) -> Arrival:
        """A message that came before, read again; it counts as having come when it did. Raises StoreFailed."""
        raw = self._read(event.archived)
        mail = self._opening.opened(Incoming(0, event.sent, len(raw), raw, whole=True))
        mail = mail if isinstance(event, ToldAfterAll) else self.leaned(mail, event)
        if isinstance(event, Reclassified) and event.now and not mail.sends:
            mail = with_pages(mail)  # its writer says that it is a report: then it lies where the mail leads
        return Arrival(mail, event.sent, event.archived)
