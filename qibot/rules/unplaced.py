"""A message that nothing is done with: one waits for a person's word, the other needs none."""

from __future__ import annotations

from dataclasses import replace

from qibot.config import Config
from qibot.events import Arrival, Decision, MessageIgnored, MessageUnplaced
from qibot.model import Case, Put, Quarantined


def on_message_unplaced(desk: Case, event: MessageUnplaced, _config: Config) -> Decision:
    """Keep it whole in quarantine; the team hears of all that is new there in one letter (`desk`), once each."""
    before = desk.get(Quarantined, event.arrival.mail.identity)
    told = event.quiet or (before is not None and before.told and not before.decided)
    entry = waiting(event.arrival, event.cause)
    entry = replace(entry, name=event.who or entry.name, offered=event.offered, write_to=event.write_to)
    return Decision((Put(replace(entry, traceback=event.traceback, told=told)),))


def waiting(arrival: Arrival, cause: str) -> Quarantined:
    """The record of a message that waits for a person's word."""
    mail = arrival.mail
    return Quarantined(
        key=mail.identity,
        archived=arrival.archived,
        arrived=arrival.arrived,
        sender=mail.sender or "",
        subject=mail.subject,
        size=mail.size,
        cause=cause,
        name=mail.sender_name,
    )


def on_message_ignored(_desk: Case, _event: MessageIgnored, _config: Config) -> Decision:
    """Nothing is ever answered to our own or to automatic mail."""
    return Decision()
