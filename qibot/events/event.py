"""All that can have happened, in the past tense. Understanding makes events, rules decide on them."""

from __future__ import annotations

from qibot.events.agreements import (
    CircumstancesDecided,
    CircumstancesReported,
    ContactReported,
    DateNamed,
    EscalationOrdered,
)
from qibot.events.anyone import CommandUnclear, HelpAsked, StopAsked, UndoOrdered, WhyAsked
from qibot.events.authority import OrderConfirmed, OrderDoubted
from qibot.events.concerns import (
    AimUnclear,
    CapacityEnded,
    ConcernTold,
    MentorsAsked,
    SupportNeeded,
    ToldAfterAll,
    ToldInConfidence,
)
from qibot.events.quarantine import QuarantineDecided, WhichAsked, WhichChosen
from qibot.events.reports import (
    Acknowledged,
    CopyWanted,
    DocumentForgotten,
    FeedbackAfterAll,
    FeedbackReceived,
    MessageReceived,
    Reclassified,
    ReportReceived,
    ReportsAskedAbout,
)
from qibot.events.screened import AbsenceNoted, AddressMended, MailBounced, MessageIgnored, MessageUnplaced
from qibot.events.standing import MentorChanged, Reassigned, StandingChanged, StatusAsked

Event = (
    ReportReceived
    | FeedbackReceived
    | MessageReceived
    | Acknowledged
    | DocumentForgotten
    | ReportsAskedAbout
    | FeedbackAfterAll
    | CopyWanted
    | DateNamed
    | CircumstancesReported
    | CircumstancesDecided
    | EscalationOrdered
    | ContactReported
    | CommandUnclear
    | WhyAsked
    | UndoOrdered
    | HelpAsked
    | StopAsked
    | SupportNeeded
    | ToldInConfidence
    | ToldAfterAll
    | AimUnclear
    | CapacityEnded
    | ConcernTold
    | MentorsAsked
    | StandingChanged
    | StatusAsked
    | MentorChanged
    | Reassigned
    | Reclassified
    | MailBounced
    | AddressMended
    | AbsenceNoted
    | MessageUnplaced
    | MessageIgnored
    | QuarantineDecided
    | WhichAsked
    | WhichChosen
    | OrderDoubted
    | OrderConfirmed
)
