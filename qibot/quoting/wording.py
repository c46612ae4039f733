"""The words of a text, whatever they are wrapped in: to tell whether two versions of a letter say the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from qibot.expression import expression

_WORD = expression(r"[^\W_]+")
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # characters of no width
_UNSEEN = expression(f"[{UNSEEN}]")
_LIST_MARK = expression(r"^[ \t>]*(?:\d{1,3}|[a-z]|[ivx]{1,6})[.)](?=\s)", re.IGNORECASE | re.MULTILINE)
_REMARK = expression(r"\[(?:cid|image|picture|bild|inline|leads to)\b[^\[\]\n]{0,200}\]", re.IGNORECASE)


def words(text: str) -> list[str]:
    """The words in their order: letters and digits alone, small letters, in one spelling of their accents.

    The numbers and letters before list items aren't among them, nor what mail programs and we write where a picture
    stood, or behind a link: one version of a letter has them where the other has not.
    """
    return [word for line in words_by_line(text) for word in line]


def every_word(line: str) -> list[str]:
    """The words of a line as they stand, marks of lists among them, in small letters."""
    return _WORD.findall(line.casefold())


def without_unseen(text: str) -> str:
    """The text without the characters that nobody sees."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def words_by_line(text: str) -> list[list[str]]:
    """The same for each of the text's lines."""
    return [_split(line) for line in plain_lines(text)]


def each_word(plain: str) -> Iterator[str]:
    """The words of one of these lines, one by one: whoever looks for a word soon knows."""
    return (found[0] for found in _WORD.finditer(plain))


def plain_lines(text: str) -> list[str]:
    """The text's lines in one spelling, in small letters, without marks of lists and what programs write besides."""
    bare = _LIST_MARK.sub(" ", without_unseen(text))
    bare = _REMARK.sub(" ", bare) if "[" in bare else bare
    plain = bare.lower() if bare.isascii() else unicodedata.normalize("NFKC", bare).casefold()
    return plain.split("\n")


def _split(line: str) -> list[str]:
    found = []
    for piece in line.split():
        if piece.isalnum():  # most are, and need no search
            found.append(piece)
        else:
            found += _WORD.findall(piece)
    return found


def beginning(text: str, wanted: list[str], also: Counter[str]) -> str | None:
    """The lines from the top of a text that hold just these words, in any order, and besides at most `also`; or None.

    The shortest such beginning: what comes behind it may be blank.
    """
    missing, left = Counter(wanted), len(wanted)
    spare = also.copy()
    lines = text.split("\n")
    for number, line in enumerate(words_by_line(text)):
        if not left:
            return "\n".join(lines[:number]).strip("\n")
        for word in line:
            if missing[word]:
                missing[word] -= 1
                left -= 1
            elif spare[word]:
                spare[word] -= 1
            else:
                return None
    return None if left else text.strip("\n")
