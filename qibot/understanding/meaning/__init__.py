"""What people's own words mean: what each sentence does, and what the whole message is.

In: text and its `Setting`. Out: a `Meaning` with what it rests on. Pure; no network, under 5 ms a message.
"""

from qibot.understanding.meaning.features import MOST_CHARACTERS, SIGNS, Setting, folded, sentences, told_in
from qibot.understanding.meaning.meaning import LIKELIER, Meaning, Told, mark_of, meaning
from qibot.understanding.meaning.people import also_called, is_told_of
from qibot.understanding.meaning.private import MARK_NAMES, TO_TEAM
from qibot.understanding.meaning.signatures import above_name
from qibot.understanding.meaning.trimmings import said_in

__all__ = [
    "LIKELIER",
    "MARK_NAMES",
    "MOST_CHARACTERS",
    "SIGNS",
    "TO_TEAM",
    "Meaning",
    "Setting",
    "Told",
    "above_name",
    "also_called",
    "folded",
    "is_told_of",
    "mark_of",
    "meaning",
    "said_in",
    "sentences",
    "told_in",
]
