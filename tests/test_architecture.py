"""The house rules that import-linter (pyproject.toml) can't say."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import qibot

ROOT = Path(qibot.__file__).parent
PAGE = (Path(__file__).parent.parent / "docs/architecture.md").read_text()
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


def rows(heading: str) -> list[list[str]]:
    """The folders that each row of the page's table with this heading begins with."""
    table = PAGE.partition(f"\n{heading}")[2].partition("\n\n")[0]
    return [re.findall(r"`(\w+)/`", line.split("|")[1]) for line in table.split("\n") if line.startswith("| `")]


def folders(place: Path) -> set[str]:
    return {p.parent.name for p in place.glob("*/__init__.py")}


def test_the_page_tells_of_each_room() -> None:
    assert {room for row in rows("| room |") for room in row} == folders(ROOT)
    assert {room for row in rows("| from the door down |") for room in row} == folders(ROOT / "understanding")


def test_the_rooms_of_understanding_stand_in_the_order_that_the_page_tells() -> None:
    height = {room: n for n, row in enumerate(rows("| from the door down |")) for room in row}
    up = [
        (name, node.module)
        for name, tree in modules().items()
        if name.startswith("understanding.") and name.split(".")[1] in height
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qibot.understanding.")
        if height.get(str(node.module).split(".")[2], 99) < height[name.split(".")[1]]
    ]
    assert up == []
