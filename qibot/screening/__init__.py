"""What a message is not: a person's word. Our own mail, bounces, automatic replies, bulk, untrusted senders.

In: a `Mail`. Out: a `Kind`, and what a bounce says. Pure; imports message, model, config.
"""

from qibot.screening.automatic import is_reaction, is_receipt, opens_as_absence, plainly, words_of
from qibot.screening.bounces import Bounce, Failure, concerning, is_nobody, read_bounce
from qibot.screening.screen import BULK, Kind, screen
from qibot.screening.trust import MICROSOFT365, server_of, verdict

__all__ = [
    "BULK",
    "MICROSOFT365",
    "Bounce",
    "Failure",
    "Kind",
    "concerning",
    "is_nobody",
    "is_reaction",
    "is_receipt",
    "opens_as_absence",
    "plainly",
    "read_bounce",
    "screen",
    "server_of",
    "verdict",
    "words_of",
]
