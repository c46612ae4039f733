"""All expressions of the bot, and that they are compiled before a test measures how long something takes."""

from __future__ import annotations

import gc

from qibot.expression import Expression


def expressions() -> list[Expression]:
    """Those of all modules that are imported."""
    return [one for one in gc.get_objects() if isinstance(one, Expression)]


def compile_all() -> None:
    """As they are in a bot that has read some mail."""
    for one in expressions():
        _ = one.pattern, one.search, one.match, one.fullmatch
