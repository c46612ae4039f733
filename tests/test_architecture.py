"""The house rules that a machine can keep: what is pure stays pure, and each library has one door."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

import qibot

ROOT = Path(qibot.__file__).parent
PURE = [
    "model", "standing", "quoted", "rules.mentors", "commands.mentor", "commands.team", "rules.concerns",
    "rules.standing", "pace", "deadlines", "mime", "mail", "reply", "comments", "threads", "screening", "classify",
    "reading", "events", "notices", "decide", "desk", "directory", "retry", "rules.report", "rules.feedback",
    "rules.message", "rules.agreements", "rules.unplaced", "rules.confirm", "rules.anyone", "rules.undo", "rules.why",
    "context", "answered", "records", "commands", "commands.given", "commands.table", "commands.agreements",
    "commands.contact", "commands.anyone", "enrolling", "samples", "almanac", "workdays", "due", "plan", "watch",
    "dates", "steps.step", "steps.deadline", "steps.ladder", "steps.feedback", "steps.contact", "steps.silence",
    "steps.closing", "timed", "turns", "catchup", "bounces", "automatic", "absence", "trust", "away", "undeliverable",
    "rules.bounced", "rules.absence", "pages", "markup", "quotation", "plaintext", "colours", "wording",
    "rules.quarantine", "commands.quarantine", "commands.which", "desk_orders", "rules.receipt", "rules.reclassified",
    "commands.correction", "strangers", "links", "banner", "courtesy",
    "standpoint",
]  # fmt: skip
IMPURE = {
    "logging", "os", "socket", "ssl", "subprocess", "time", "random", "secrets", "shutil", "tempfile", "threading",
    "signal", "asyncio", "schedule", "imapclient", "aiosmtplib", "tinydb", "fcntl", "select", "smtplib",
    "urllib.request", "http",
    "requests",
}  # fmt: skip
INNER = {
    "bot",
    "inbox",
    "outbox",
    "archive",
    "durable",
    "store",
    "daemon",
    "cli",
    "intake",
    "post",
    "check",
    "imports",
    "orders",
    "terminal",
}
ONE_DOOR = {
    "imapclient": {"inbox", "imap_errors"},
    "aiosmtplib": {"outbox"},
    "mailparser": {"mail"},
    "tinydb": {"store.tinydb"},
    "schedule": {"daemon"},
    "openpyxl": {"sheet", "roster"},
    "markdown_it": {"templates"},
    "jinja2": {"templates"},
    "flufl": {"bounces"},
    "authres": {"trust"},
    "nh3": {"pages"},
}
CLOCKS = {"now", "utcnow", "today", "time", "time_ns"}


@cache
def modules() -> dict[str, ast.Module]:
    return {
        ".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): ast.parse(p.read_text())
        for p in ROOT.rglob("*.py")
    }


@cache
def imported(module: str) -> frozenset[str]:
    names: set[str] = set()
    for node in ast.walk(modules()[module]):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(names)


@pytest.mark.parametrize("name", PURE)
def test_a_pure_module_imports_nothing_that_acts(name: str) -> None:
    found = imported(name)
    assert not {n.split(".")[0] for n in found} & IMPURE
    assert not found & IMPURE
    assert not {n.split(".")[1] for n in found if n.startswith("qibot.") and n.count(".")} & INNER


def test_every_rule_is_held_to_be_pure() -> None:
    assert {f"rules.{p.stem}" for p in (ROOT / "rules").glob("*.py") if p.stem != "__init__"} <= set(PURE)


@pytest.mark.parametrize("library", ONE_DOOR)
def test_a_library_is_used_behind_one_door(library: str) -> None:
    users = {name for name in modules() if any(n.split(".")[0] == library for n in imported(name))}
    assert users - {n for n in users if n.startswith("demo")} == ONE_DOOR[library]


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
