"""Reading documents: what a report, a charter or a returned document says, as text with places.

In: a file's name and bytes, which come by mail and are hostile. Out: a `Writing`, always; what couldn't be read is said
in one sentence of it. The work is done in a child process with limits of time and memory (`reader.py`; many
by `Warm`), so that
nothing a document does reaches the daemon. Each format has one file; they know nothing of the child.
"""

from qibot.reading.limits import Limits
from qibot.reading.plain import read_plain
from qibot.reading.reader import Run, can_read, read_document
from qibot.reading.started import in_a_new_process
from qibot.reading.warm import Warm

__all__ = ["Limits", "Run", "Warm", "can_read", "in_a_new_process", "read_document", "read_plain"]
