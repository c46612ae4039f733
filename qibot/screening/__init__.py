"""What a message is not: a person's word. Our own mail, bounces, automatic replies, bulk, untrusted senders.

In: a `Mail`. Out: a `Kind`, and what a bounce says. Pure; imports message, model, config.
"""

from qibot.screening.automatic import is_reaction, is_receipt, opens_as_absence, words_of
from qibot.screening.bounces import Bounce, concerning, read_bounce
from qibot.screening.failure import is_nobody
from qibot.screening.screen import BULK, Kind, screen
from qibot.screening.trust import verdict
from qibot.screening.wording import plainly

__all__ = [
    "BULK",
    "Bounce",
    "Kind",
    "concerning",
    "is_nobody",
    "is_reaction",
    "is_receipt",
    "opens_as_absence",
    "plainly",
    "read_bounce",
    "screen",
    "verdict",
    "words_of",
]
