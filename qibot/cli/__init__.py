"""The commands, and the only place that puts the parts together (`building`)."""

from qibot.cli.parser import main

__all__ = ["main"]
