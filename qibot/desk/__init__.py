"""What waits for a person of the team: quarantine, stopped addresses, orders from the terminal, the bot's own trouble.

`gather` decides what the team hears, `changes_of` what an order from the terminal changes. Pure;
imports rules and below.
"""

from qibot.desk.gathered import doubted, gather
from qibot.desk.settling import changes_of, checked, named
from qibot.desk.undeliverable import NOT_SENT, gone_without, nobodys, stopped, stops

__all__ = [
    "NOT_SENT",
    "changes_of",
    "checked",
    "doubted",
    "gather",
    "gone_without",
    "named",
    "nobodys",
    "stopped",
    "stops",
]
