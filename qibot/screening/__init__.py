"""What a message is not: a person's word. Our own mail, bounces, automatic replies, bulk, untrusted senders.

In: a `Mail`. Out: a `Kind`, what a bounce says, whom our mail server vouches for. Pure; imports message, model and
config.
"""

from qibot.screening.absences import tells_only_of_absence, tells_only_of_hours
from qibot.screening.appointments import is_titled_as_answer
from qibot.screening.automatic import is_reaction, is_receipt, words_of
from qibot.screening.bounces import Bounce, concerning, read_bounce
from qibot.screening.brought import brings_machines_words
from qibot.screening.daemons import is_daemons
from qibot.screening.failure import Failure, is_nobody
from qibot.screening.leaving import leaves_post, says_gone, speaks_of_leaving
from qibot.screening.openings import opens_as_absence
from qibot.screening.owed import promises_report
from qibot.screening.phrases import BOX, OF_PROGRAMME, opens_with_absence
from qibot.screening.receiver import forgotten, noted, topmost, vouches, witnesses
from qibot.screening.screen import BULK, Kind, screen
from qibot.screening.sealed import is_sealed
from qibot.screening.shares import Share, is_service, share_in
from qibot.screening.titles import is_only_marks
from qibot.screening.trust import MICROSOFT, servers_of, verdict
from qibot.screening.wording import plainly

__all__ = [
    "BOX",
    "BULK",
    "MICROSOFT",
    "OF_PROGRAMME",
    "Bounce",
    "Failure",
    "Kind",
    "Share",
    "brings_machines_words",
    "concerning",
    "forgotten",
    "is_daemons",
    "is_nobody",
    "is_only_marks",
    "is_reaction",
    "is_receipt",
    "is_sealed",
    "is_service",
    "is_titled_as_answer",
    "leaves_post",
    "noted",
    "opens_as_absence",
    "opens_with_absence",
    "plainly",
    "promises_report",
    "read_bounce",
    "says_gone",
    "screen",
    "servers_of",
    "share_in",
    "speaks_of_leaving",
    "tells_only_of_absence",
    "tells_only_of_hours",
    "topmost",
    "verdict",
    "vouches",
    "witnesses",
    "words_of",
]
