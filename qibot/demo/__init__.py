"""A year of the programme on mail servers inside the process: real letters, a clock of its own."""

from qibot.demo.story import tell

__all__ = ["tell"]
