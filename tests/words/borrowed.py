"""What practitioners say of themselves, as their managers would say it of them: “I've shingles” as “she's shingles”.

Managers write seldom, so few of their messages stand in the collection; what befalls people, and in which words, is the
same whoever tells it. Borrowed messages count less than their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tests.words.collection import Message

COUNTS = 0.3  # how much one counts beside a message that a manager wrote
_KINDS = ("circumstances", "leaving", "message", "nothing")
_THIRD = tuple(
    (re.compile(rf"\b{first}\b"), third)
    for first, third in (
        (r"I['’]m", "she's"), (r"I['’]ve", "she's"), (r"I['’]ll", "she'll"), (r"I['’]d", "she'd"), ("I am", "she is"),
        ("I have", "she has"), ("I was", "she was"), ("[Ii]", "she"), ("im", "shes"), ("ive", "shes"), ("[Mm]y", "her"),
        ("me", "her"), ("mine", "hers"), ("myself", "herself"),
    )
)  # fmt: skip
_ANSWERS = {
    "deadline": "missing",
    "missing": "missing",
    "check_in": "missing",
    "receipt": "feedback",
    "nudge": "feedback",
}


def borrowed(read: Iterable[Message]) -> Iterator[Message]:
    """The practitioners' messages as a manager's."""
    for message in read:
        if message.fields["from"] != "practitioner" or message.fields["what"].split()[0] not in _KINDS:
            continue
        answers, *rest = message.fields["in"].split()
        fields = {
            **message.fields,
            "from": "manager",
            "in": " ".join([_ANSWERS.get(answers, answers), *(rest or ["3"])]),
        }
        yield replace(message, fields=fields, text=of_another(message.text))


def of_another(text: str) -> str:
    """What somebody says of themselves, said of her."""
    for first, third in _THIRD:
        text = first.sub(third, text)
    return text
