"""A report that comes back as it went out, because a mail program has attached it once more: nothing that is said."""

from __future__ import annotations

from dataclasses import replace

from qibot.events import Arrival
from qibot.model import Role, Submission
from qibot.understanding.matter.context import Context


def without_returned(arrival: Arrival, context: Context) -> Arrival:
    """The mail of a reader of reports, whose documents that are byte for byte those of one count as belonging to the
    words: they go on, and are no feedback. A practitioner's own are left to `reading`."""
    mail = arrival.mail
    if not mail.files:
        return arrival
    read = [p.case for p in context.parts if p.role is not Role.PRACTITIONER]
    sent = {d.sha256 for case in read for s in case.all(Submission).values() for d in s.documents}
    if not any(d.sha256 in sent for d in mail.files):
        return arrival
    documents = tuple(replace(d, inline=d.inline or d.sha256 in sent) for d in mail.documents)
    return replace(arrival, mail=replace(mail, documents=documents))
