"""`python -m qibot` is `qibot`."""

import logging
import os
import sys

from qibot.cli import main


def command() -> None:
    """Run the command that was given, and end the process with its exit code.

    All that is to last is written, and every connection closed, when a command returns. So the process ends at once
    instead of taking the understanding's tables apart in memory first, which a daemon that is told to stop is waited
    for. Where what was said can't be written out, Python says so as ever.
    """
    code = main()
    logging.shutdown()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # a pipe that nobody reads, a stream that is closed already
        sys.exit(code)
    os._exit(code)


if __name__ == "__main__":
    command()
