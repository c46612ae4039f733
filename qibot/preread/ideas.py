"""The change ideas that a report lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qibot.expression import expression
from qibot.preread.loose import Loose
from qibot.preread.prose import ideas_in
from qibot.preread.text import Report, Sentence, once

_AFTER_COLON = expression(r":\s+(?P<list>.+)$", re.DOTALL)
_BETWEEN = expression(r";\s*(?:and\s+)?|,\s+(?:and\s+)?")
_BETWEEN_LOOSE = expression(r";\s*(?:and\s+)?")
# “Our change ideas are a card, a call and staff training”, wherever it stands.
_NAMED = expression(
    r"\bchange ideas?\b[^.:]{0,60}?\b(?:are|were|include|included|including)\b:?\s+(?!from|in\b|attached|"
    r"still|being|now|not|"
    r"to be|on\b|based|with|by\b|coming|below|above|shown|listed|all\b|here|there|ready|what|how)(?P<list>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN_NAMED = expression(r"[;,]\s+(?:and\s+)?|\s+and\s+(?!the\b)")
_ELSEWHERE = Loose(r"\b(?:attached|see (?:page|the|driver)|page \d)\b")
_HEAD = Loose(r"(?:change )?ideas?|changes?|what")
_SAYS = Loose(r"\b(?:is|are|was|were|have|has|will|we|i|they|came|from|because)\b")
_LONGEST = 25  # words


@once
def ideas_of(report: Report) -> list[Sentence]:
    """Each change idea with its place: the items of a list, or what a sentence lists behind a colon."""
    said = list(report.within("changes"))
    said += [s for s in report.outside("changes", "learning", "next", "human", "measures") if _NAMED.search(s.text)]
    items = [s for s in said if s.item and s.part == "changes"]
    if items:
        return _column(items)
    listed = [piece for s in said for piece in _listed(s)]
    return listed or [
        _part(s, idea)
        for s in report.outside("changes", "learning", "next", "human", "measures", "aim", "stage", "rationale")
        for idea in ideas_in(s.text)
    ]


def _column(items: list[Sentence]) -> list[Sentence]:
    """The items themselves; of the rows of a table the column that is headed so, else the first."""
    found, column = [], 0
    for item in items:
        cells = item.text.split(" | ")
        headed = [i for i, cell in enumerate(cells) if _HEAD.fullmatch(cell.strip())]
        if len(cells) > 1 and headed:
            column = headed[0]
        else:
            found.append(_part(item, cells[column] if column < len(cells) else cells[0]))
    return found


def _listed(sentence: Sentence) -> Iterator[Sentence]:
    text = sentence.text.rstrip(".")
    if named := _NAMED.search(text):
        pieces = _BETWEEN_NAMED.split(named["list"])
        pieces = pieces if len(pieces) > 1 else []
    elif found := _AFTER_COLON.search(text):
        pieces = _BETWEEN_LOOSE.split(found["list"]) if ";" in found["list"] else _BETWEEN.split(found["list"])
    elif ";" in text:
        pieces = _BETWEEN_LOOSE.split(text)
    else:
        pieces = _BETWEEN.split(text) if len(text.split()) <= _LONGEST and _names(text) else []
    for piece in pieces:
        if piece.strip() and not _ELSEWHERE.search(piece):
            yield _part(sentence, piece)


def _names(text: str) -> bool:
    """Whether it is a mere list of names and no sentence about something."""
    return not _SAYS.search(text)


def _part(sentence: Sentence, text: str) -> Sentence:
    return Sentence(
        text.strip(" .;,"), sentence.place, sentence.part, True, sentence.kind, sentence.paragraph, sentence.heading
    )
