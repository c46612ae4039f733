"""What has happened, and what is to be said: the two vocabularies between understanding and the rules.

Events are in the past tense (`ReportReceived`), notices are letters before they are words (programme.md, section 10).
Pure; imports message, model, config.
"""

from qibot.events.agreements import (
    CircumstancesDecided,
    CircumstancesReported,
    ContactReported,
    DateNamed,
    EscalationOrdered,
)
from qibot.events.anyone import CommandUnclear, HelpAsked, StopAsked, UndoOrdered, WhyAsked
from qibot.events.arrival import Arrival
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
from qibot.events.event import Event
from qibot.events.notices import (
    AS_BEFORE,
    NOTES_MARK,
    READERS,
    TEAM_READERS,
    TO_ANOTHER,
    WHOLE,
    Decision,
    Notice,
    answer_to,
    answering,
    bare_topic,
    free_key,
    new_mentor_key,
    readers_of,
    standing_facts,
    to_team,
    topic_of,
    without_tags,
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
from qibot.events.screened import AbsenceNoted, AddressMended, MailBounced, MessageIgnored, MessageUnplaced, Returned
from qibot.events.standing import MentorChanged, Reassigned, StandingChanged, StatusAsked

__all__ = [
    "AS_BEFORE",
    "NOTES_MARK",
    "READERS",
    "TEAM_READERS",
    "TO_ANOTHER",
    "WHOLE",
    "AbsenceNoted",
    "Acknowledged",
    "AddressMended",
    "AimUnclear",
    "Arrival",
    "CapacityEnded",
    "CircumstancesDecided",
    "CircumstancesReported",
    "CommandUnclear",
    "ConcernTold",
    "ContactReported",
    "CopyWanted",
    "DateNamed",
    "Decision",
    "DocumentForgotten",
    "EscalationOrdered",
    "Event",
    "FeedbackAfterAll",
    "FeedbackReceived",
    "HelpAsked",
    "MailBounced",
    "MentorChanged",
    "MentorsAsked",
    "MessageIgnored",
    "MessageReceived",
    "MessageUnplaced",
    "Notice",
    "OrderConfirmed",
    "OrderDoubted",
    "QuarantineDecided",
    "Reassigned",
    "Reclassified",
    "ReportReceived",
    "ReportsAskedAbout",
    "Returned",
    "StandingChanged",
    "StatusAsked",
    "StopAsked",
    "SupportNeeded",
    "ToldAfterAll",
    "ToldInConfidence",
    "UndoOrdered",
    "WhichAsked",
    "WhichChosen",
    "WhyAsked",
    "answer_to",
    "answering",
    "bare_topic",
    "free_key",
    "new_mentor_key",
    "readers_of",
    "standing_facts",
    "to_team",
    "topic_of",
    "without_tags",
]
