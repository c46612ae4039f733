"""What a service owes to those who keep it running: word to systemd, a beat that others can look at, a readable log.

In: what the loop does. Out: lines, a small file, datagrams. Imports config, model, errors.
"""

from qibot.service.beat import Beat, beat, last_beat, unwell
from qibot.service.clocks import Clocks, disagreement
from qibot.service.ear import Ear
from qibot.service.logs import about_message, set_up
from qibot.service.pauses import Chance, certain, grown
from qibot.service.systemd import Notifier

__all__ = [
    "Beat",
    "Chance",
    "Clocks",
    "Ear",
    "Notifier",
    "about_message",
    "beat",
    "certain",
    "disagreement",
    "grown",
    "last_beat",
    "set_up",
    "unwell",
]
