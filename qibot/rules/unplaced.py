"""A message that nothing is done with: one waits for a person's word, the other needs none."""

from __future__ import annotations

from qibot.events import MessageIgnored, MessageUnplaced
from qibot.model import Case, Put, Quarantined
from qibot.notices import Decision


def on_message_unplaced(desk: Case, event: MessageUnplaced) -> Decision:
    """Keep it whole in quarantine; the team hears of all that is new there in one letter (`desk`), once each."""
    mail = event.arrival.mail
    before = desk.get(Quarantined, mail.identity)
    entry = Quarantined(
        key=mail.identity,
        archived=event.arrival.archived,
        arrived=event.arrival.arrived,
        sender=mail.sender or "",
        subject=mail.subject,
        size=mail.size,
        cause=event.cause,
        traceback=event.traceback,
        told=event.quiet or (before is not None and before.told and not before.decided),
        name=mail.sender_name,
    )
    return Decision((Put(entry),))


def on_message_ignored(_desk: Case, _event: MessageIgnored) -> Decision:
    """Nothing is ever answered to our own or to automatic mail."""
    return Decision()
