"""The nouns: people, an enrolment, and the records that an enrolment or the desk keeps.

In: nothing. Out: frozen values, `Case` (one unit's records) and the changes to it (`Put`, `Drop`). Pure; imports no
other room.
"""

from qibot.model.case import RECORDS, Case, Change, Drop, Put, apply
from qibot.model.desk import (
    DESK,
    ITEM,
    MENTOR,
    TALK,
    Alias,
    Away,
    Bounced,
    Choice,
    Doubted,
    Ending,
    Mended,
    Missed,
    Quarantined,
    Told,
    Trouble,
    item_of,
)
from qibot.model.letters import NOTES_MARK, Letter, LetterState, Skipped, Undoable, key_beside
from qibot.model.messages import Contact, Flag, Learned, Seen
from qibot.model.people import Enrolment, Person, Role, Status
from qibot.model.receiver import Receiver, Stamp, Stamped
from qibot.model.records import to_plain, to_record
from qibot.model.reports import (
    AMID,
    ANOTHERS,
    CHARTER,
    FORMER,
    Document,
    Feedback,
    InQuestion,
    Report,
    Submission,
    Terms,
    Unsent,
    named,
)
from qibot.model.troubles import Ongoing
from qibot.model.writing import Passage, PassageKind, Remark, Writing

__all__ = [
    "AMID",
    "ANOTHERS",
    "CHARTER",
    "DESK",
    "FORMER",
    "ITEM",
    "MENTOR",
    "NOTES_MARK",
    "RECORDS",
    "TALK",
    "Alias",
    "Away",
    "Bounced",
    "Case",
    "Change",
    "Choice",
    "Contact",
    "Document",
    "Doubted",
    "Drop",
    "Ending",
    "Enrolment",
    "Feedback",
    "Flag",
    "InQuestion",
    "Learned",
    "Letter",
    "LetterState",
    "Mended",
    "Missed",
    "Ongoing",
    "Passage",
    "PassageKind",
    "Person",
    "Put",
    "Quarantined",
    "Receiver",
    "Remark",
    "Report",
    "Role",
    "Seen",
    "Skipped",
    "Stamp",
    "Stamped",
    "Status",
    "Submission",
    "Terms",
    "Told",
    "Trouble",
    "Undoable",
    "Unsent",
    "Writing",
    "apply",
    "item_of",
    "key_beside",
    "named",
    "to_plain",
    "to_record",
]
