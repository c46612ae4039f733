"""Who is who: the people sheet, what an import would change, and whose address is whose.

The sheet is read from a file; all else is pure. Imports model.
"""

from qibot.people.directory import Directory, Load, found_in, name_words, names_of
from qibot.people.enrolling import RosterChange, begins, compare
from qibot.people.roster import EXAMPLE as EXAMPLE_SHEET
from qibot.people.roster import read as read_roster

__all__ = [
    "EXAMPLE_SHEET",
    "Directory",
    "Load",
    "RosterChange",
    "begins",
    "compare",
    "found_in",
    "name_words",
    "names_of",
    "read_roster",
]
