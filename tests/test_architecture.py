"""The house rules that import-linter (pyproject.toml) can't say."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import qibot

ROOT = Path(qibot.__file__).parent
CLOCKS = {"now", "utcnow", "today", "time", "time_ns"}


@cache
def modules() -> dict[str, ast.Module]:
    return {
        ".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): ast.parse(p.read_text())
        for p in ROOT.rglob("*.py")
    }


def test_a_room_is_entered_by_its_front_door() -> None:
    """What others use of a folder stands in its `__init__`; nobody reaches past it."""
    past = [
        (name, node.module)
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.count(".") >= 2
        if node.module.startswith("qibot.") and node.module.split(".")[1] != name.split(".")[0]
    ]
    assert past == []


def test_a_room_says_what_it_is_at_its_door() -> None:
    rooms = [p for p in ROOT.iterdir() if (p / "__init__.py").exists()]
    assert len(rooms) > 10
    assert all(ast.get_docstring(modules()[room.name]) for room in rooms)


def test_few_files_stand_beside_the_rooms() -> None:
    assert len(list(ROOT.glob("*.py"))) <= 8


def test_only_the_bot_reads_the_clock() -> None:
    readers = set()
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in CLOCKS
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id in ("datetime", "date", "time")
            ):
                readers.add(name)
    assert readers - {n for n in readers if n.startswith("demo")} == {"bot"}
