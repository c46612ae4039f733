"""What reading takes of the processor, against a start of Python: a busy machine takes twice as long for both."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable

STARTS = 3  # 0.3 s, on a machine that starts Python with a PDF's reader in 0.1


def is_quick(doing: Callable[[], object]) -> bool:
    """Whether it takes no longer than three starts."""
    return processor_seconds(doing) < STARTS * processor_seconds(_start)


def processor_seconds(doing: Callable[[], object]) -> float:
    """This process's and its children's, for the quickest of five."""
    taken = []
    for _ in range(5):
        began = _used()
        doing()
        taken.append(_used() - began)
    return min(taken)


def _start() -> None:
    subprocess.run([sys.executable, "-c", "import pypdf"], check=True)


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
