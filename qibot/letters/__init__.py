"""Notice + template -> bytes, spooled before the commit that promises them, brought out at a bearable pace.

Composing is pure; `Post` writes to the archive, `Courier` to the SMTP server. Imports desk, mailbox, store and below.
"""

from qibot.letters.circle import Circle
from qibot.letters.compose import compose
from qibot.letters.copies import SentCopies
from qibot.letters.courier import Courier, retired
from qibot.letters.post import Post
from qibot.letters.samples import SAMPLES
from qibot.letters.templates import Templates

__all__ = ["SAMPLES", "Circle", "Courier", "Post", "SentCopies", "Templates", "compose", "retired"]
