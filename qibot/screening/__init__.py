"""What a message is not: a person's word. Our own mail, bounces, automatic replies, bulk, untrusted senders.

In: a `Mail`. Out: a `Kind`, what a bounce says, whom our mail server vouches for. Pure; imports message, model and
config.
"""

from qibot.screening.automatic import is_reaction, is_receipt, opens_as_absence, plainly, words_of
from qibot.screening.bounces import Bounce, concerning, is_nobody, read_bounce
from qibot.screening.receiver import forgotten, noted, topmost, vouches, witnesses
from qibot.screening.screen import BULK, Kind, screen
from qibot.screening.trust import MICROSOFT, servers_of, verdict

__all__ = [
    "BULK",
    "MICROSOFT",
    "Bounce",
    "Kind",
    "concerning",
    "forgotten",
    "is_nobody",
    "is_reaction",
    "is_receipt",
    "noted",
    "opens_as_absence",
    "plainly",
    "read_bounce",
    "screen",
    "servers_of",
    "topmost",
    "verdict",
    "vouches",
    "witnesses",
    "words_of",
]
