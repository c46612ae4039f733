"""Lines that a program folded and says how to put together again: format=flowed with DelSp (RFC 3676, 4).

With delsp=yes the blank before the fold is the program's own: without putting them together, an address is cut in two
and so are words. Without it a fold stands between words, and lines are left as they came.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import mime

_QUOTED = expression(r"(>*)( ?)(.*)", re.DOTALL)
_SIGNATURE = "-- "


def put_together(part: mime.Part, text: str) -> str:
    """The text of the part, its folded lines put together where the part says that the blanks aren't its writer's."""
    if not (_says(part, "format", "flowed") and _says(part, "delsp", "yes")):
        return text
    done: list[tuple[int, list[str]]] = []
    open_at = -1  # the depth of a line that goes on
    for line in text.replace("\r\n", "\n").split("\n"):
        quotes, _, content = _QUOTED.match(line).groups()  # type: ignore[union-attr]  # it matches anything
        goes_on = content.endswith(" ") and content != _SIGNATURE
        piece = content[:-1] if goes_on else content
        if open_at == len(quotes) and content != _SIGNATURE:
            done[-1][1].append(piece)
        else:
            done.append((len(quotes), [piece]))
        open_at = len(quotes) if goes_on else -1
    return "\n".join(">" * depth + (" " if depth else "") + "".join(pieces) for depth, pieces in done)


def _says(part: mime.Part, name: str, value: str) -> bool:
    try:
        return str(part.header.get_param(name) or "").strip().lower() == value
    except (ValueError, LookupError, TypeError, AttributeError):  # the library stumbles over broken RFC 2231
        return False
