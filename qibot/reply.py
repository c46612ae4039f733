"""The new text of a reply: what stands above the quoted letter.

Nobody tells quotes apart reliably, so only the unmistakable case is cut: an attribution line, or a client's block of
From/Sent lines, with nothing but quoted or quotation-like text to the end. In any doubt the whole text stays: words may
never be lost, and nothing private ever stood in what could be quoted.
"""

import re

_WHEN_OR_WHO = re.compile(r"\d[.:]\d\d|\d{4}|@")  # or it may be the sender's own “On balance parents wrote:”
_ATTRIBUTION = re.compile(
    r"^(?:On .{4,200}|Am .{4,200}|Le .{4,200}|El .{4,200}|Op .{4,200}|.{4,200} <[^<>@\s]+@[^<>@\s]+>) "
    r"?(?:wrote|schrieb .{0,100}|schrieb|a écrit|escribió|schreef .{0,100})\s?:$"
)


def new_text(text: str) -> str:
    """The text without a trailing quotation; the whole text where one can't be told apart safely."""
    lines = text.split("\n")
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    first = end
    while first and (lines[first - 1].startswith(">") or not lines[first - 1].strip()):
        first -= 1
    if first == end or not any(line.startswith(">") for line in lines[first:end]):
        return text.strip("\n")
    above = _without_attribution(lines[:first])
    return "\n".join(above).strip("\n") if above is not None else text.strip("\n")


def _without_attribution(lines: list[str]) -> list[str] | None:
    """The lines without the attribution at their end (one line, or one folded over two or three), or None."""
    for folded in (1, 2, 3):
        tail = [line.strip() for line in lines[-folded:]]
        joined = " ".join(tail)
        if len(lines) >= folded and all(tail) and _WHEN_OR_WHO.search(joined) and _ATTRIBUTION.match(joined):
            return lines[:-folded]
    return None


_SEPARATOR = re.compile(
    r"\s*(?:>|(?:from|von|de|da|van|od|från)\s?:\s|--+[ \t]*[^-\s]|_{8,}\s*$"
    r"|on .{4,150} wrote:\s*$|am .{4,150} schrieb)",
    re.IGNORECASE,
)
LOOKED_AT = 200


def top_text(text: str) -> str:
    """The text above the first line that may begin a quotation.

    For recognising what somebody says, never for passing it on: it may be cut too early, and must not take a quoted
    letter of ours for the sender's own words.
    """
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if _SEPARATOR.match(line[:LOOKED_AT]):
            return "\n".join(lines[:number]).strip("\n")
    return text.strip("\n")
