"""An expression is compiled when it is first used, and is the compiled one from then on."""

from __future__ import annotations

import copy
import importlib
import pkgutil
import re
import subprocess
import sys

import pytest

import qibot
from qibot.expression import expression
from tests.support.expressions import expressions

for _module in pkgutil.walk_packages(qibot.__path__, "qibot."):
    if not _module.name.endswith("__main__"):
        importlib.import_module(_module.name)
OURS = expressions()


def test_it_finds_what_a_compiled_one_finds() -> None:
    ours, theirs = expression(r"(?P<day>\d+)(?:st|nd|rd|th)", re.IGNORECASE), re.compile(r"\d+(?:st|nd|rd|th)", re.I)
    text = "the 3rd or the 21ST"
    assert ours.findall(text) == ["3", "21"]
    assert [m[0] for m in ours.finditer(text)] == theirs.findall(text)
    assert ours.sub("then", text) == theirs.sub("then", text)
    assert (found := ours.search(text)) is not None and found["day"] == "3"
    assert ours.match(text) is None
    assert ours.flags & re.IGNORECASE


def test_one_of_bytes_finds_bytes() -> None:
    assert expression(rb"\d+").findall(b"3 of 10") == [b"3", b"10"]


def test_a_wrong_one_says_so_when_it_is_first_used() -> None:
    wrong = expression("(")
    with pytest.raises(re.error):
        wrong.search("anything")


def test_a_copy_finds_the_same() -> None:
    assert copy.deepcopy(expression(r"\d+")).findall("3 of 10") == ["3", "10"]


def test_all_of_the_bots_own_can_be_compiled() -> None:
    assert len(OURS) > 1000
    assert all(isinstance(one.pattern, str | bytes) for one in OURS)


def test_a_command_starts_without_compiling_them() -> None:
    counted = (
        "import gc, qibot.cli; from qibot.expression import Expression;"
        "print(sum('_compiled' in vars(x) for x in gc.get_objects() if isinstance(x, Expression)))"
    )
    done = subprocess.run([sys.executable, "-c", counted], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 100
