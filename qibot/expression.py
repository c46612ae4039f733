"""Regular expressions that are compiled when they are first used.

Words are told by some 1,500 of them, and to compile all takes longer than to start and to answer a command, which needs
a few. A wrong one is found by a test that compiles each.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast, overload


class Expression:
    """Stands for `re.compile(pattern, flags)`: what it is asked for is the compiled one's, kept from then on."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._given = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what copying and the like look for first
            raise AttributeError(name)
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found

    @cached_property
    def _compiled(self) -> Any:
        return re.compile(*self._given)


@overload
def expression(pattern: str, flags: int = 0) -> re.Pattern[str]: ...
@overload
def expression(pattern: bytes, flags: int = 0) -> re.Pattern[bytes]: ...
def expression(pattern: str | bytes, flags: int = 0) -> re.Pattern[str] | re.Pattern[bytes]:
    """An expression that is used like a compiled one.

    Raises re.error when it is first used, if the pattern is none.
    """
    return cast("re.Pattern[str]", Expression(pattern, flags))
