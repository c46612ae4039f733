"""Which of our letters a message answers, by what its mail program says."""

from __future__ import annotations

from qibot.events import Arrival
from qibot.model import Case, Letter


def answered_letter(arrival: Arrival, case: Case) -> Letter | None:
    """The letter of this unit that the message answers, the nearest first."""
    mail = arrival.mail
    ids = [i.lower() for i in (*mail.in_reply_to, *reversed(mail.references))]
    if not ids:
        return None
    ours = {x.message_id.lower(): x for x in case.letters.values()}
    return next((ours[i] for i in ids if i in ours), None)
