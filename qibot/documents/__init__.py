"""Documents looked at: what is packed taken out, what does harm kept back, what can't be read said to be so.

Nothing is ever run or fetched. What is unpacked by Outlook's rules is so by another process with limits.
"""

from qibot.documents.examined import content_of, examined
from qibot.documents.harm import endings_held
from qibot.documents.standins import STAND_INS

__all__ = ["STAND_INS", "content_of", "endings_held", "examined"]
