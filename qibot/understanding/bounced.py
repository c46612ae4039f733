"""Which letter of ours came back, and from whom: a bounce -> an event."""

from __future__ import annotations

from collections.abc import Iterator

from qibot.events import Arrival, Event, MailBounced, MessageIgnored, MessageUnplaced, Returned
from qibot.model import DESK, Letter, Missed
from qibot.screening import Bounce, Kind, concerning, read_bounce
from qibot.understanding.known import Known, is_enrolment

NAMED_LIMIT = 50


def bounced(arrival: Arrival, raw: bytes, known: Known, *, quiet: bool) -> Event:
    """The letter that came back, if it is one of ours and went to whom the bounce names; else a person looks."""
    limits = known.config.limits
    bounce = read_bounce(arrival.mail, raw, header_limit=limits.header_kb * 1024, parts_limit=limits.parts)
    for unit, letter in _letters_named(bounce, known):
        if found := concerning(bounce, letter):
            returned = tuple(Returned(a.lower(), f.permanent, f.said, f.final) for a, f in found)
            about = Missed(unit, letter.key, letter.name, letter.subject)
            return MailBounced(arrival, about, letter.made, returned, len(letter.recipients) > 1)
    if not bounce.failed:
        return MessageIgnored(arrival, Kind.BOUNCE)
    of_the_team = any(a in known.config.programme.team for f in bounce.failures for a in f.addresses)
    cause = "it says that a letter could not be delivered, but not which of the bot's letters to whom"
    return MessageUnplaced(arrival, cause, quiet=quiet or of_the_team)


def _letters_named(bounce: Bounce, known: Known) -> Iterator[tuple[str, Letter]]:
    """The letters of ours whose signed Message-ID the bounce bears, where it should stand or anywhere in it."""
    for message_id in dict.fromkeys((*bounce.ids[:NAMED_LIMIT], *known.threads.ids_in(bounce.text))):
        matter = known.threads.matter_of_id(message_id)
        unit = known.directory.unit_of(matter.ref) if matter else None
        unit = unit if unit is None or is_enrolment(unit) else DESK
        letters = known.load(unit).letters.values() if unit else ()
        yield from ((unit or "", x) for x in letters if x.message_id.lower() == message_id.lower())
