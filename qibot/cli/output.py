"""What every command prints with: exit codes, and values as JSON."""

from __future__ import annotations

import json
from typing import Any

FINE, WRONG = 0, 1


def print_json(value: Any) -> None:
    """A value as indented JSON on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=1))
