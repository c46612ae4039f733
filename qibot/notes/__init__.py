"""Mentor notes: reads what a report came with, looks at it by the rules, and writes the letter `mentor_notes`.

In: enrolments whose reports have been forwarded. Out: letters for the mentor alone, promised and spooled; the courier
brings them out. Reads from the archive and starts the reading's child process (`digest`); which reports wait and what
the letter says is pure.
"""

from qibot.notes.limits import limits_of, settings_for
from qibot.notes.notetaker import NoteTaker

__all__ = ["NoteTaker", "limits_of", "settings_for"]
