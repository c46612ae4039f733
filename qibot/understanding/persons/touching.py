"""Whether feedback touches on its practitioner's own life, by weights that were learnt from such feedback.

Both know what is meant, so that most of it bears no word that a table could have: “I hope this week was kinder to you”,
“did they ring you back?”, “no rush with the rest”. What is plainly named the tables find (`intimate.txt`,
`their_trouble.txt`); this finds about half of what is only hinted at (docs/understanding.md has the figures). Who is
wrongly kept from a copy gets it by one word of the mentor's; what the manager has read can't be taken back.
"""

from __future__ import annotations

from qibot.model import Person
from qibot.people import name_words
from qibot.understanding.meaning.features import featured, told_in
from qibot.understanding.meaning.weights import weights
from qibot.understanding.persons.their_trouble import WORK

NAME = "mentor-touching"
THEIRS, OPEN = "theirs", "open"
LIKELY = 0.55  # from which a sentence is of their own life: of ordinary feedback one in eighty has such a one
ABOUT = "their own life"


def touches_on_life(text: str, practitioner: Person | None) -> bool:
    """Whether a sentence of it is likely to; what asks about a thing of the work (“any word about the form?”) isn't."""
    said = told(text, practitioner)
    return any(likelihood(words) >= LIKELY and not ("?" in words and WORK & set(words)) for words in said)


def likelihood(words: list[str]) -> float:
    """How likely a sentence's words are of the practitioner's own life, from nought to one."""
    return weights(NAME).likelihoods(featured(tuple(words)))[THEIRS]


def told(text: str, practitioner: Person | None) -> list[list[str]]:
    """The sentences of a mentor's text, each with its words, of which a practitioner's name says no more than that."""
    names = dict.fromkeys(name_words([practitioner]) if practitioner else (), "PRAC")
    return [words for _, words in told_in(text, names, "mentor")]
