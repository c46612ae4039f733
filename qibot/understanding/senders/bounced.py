"""Which letter of ours came back, and from whom: a bounce -> an event."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from qibot.events import Arrival, Event, MailBounced, MessageIgnored, MessageUnplaced, Returned
from qibot.model import DESK, Letter, Missed
from qibot.screening import Bounce, Failure, Kind, concerning, read_bounce
from qibot.understanding.matter.known import Known, is_enrolment

NAMED_LIMIT = 50
LATELY = timedelta(days=28)  # a server tries for five days as a rule, a slow one for weeks
TOLD, UNITS = 3, 20  # addresses named to the team, and enrolments looked through for each
UNPROVEN = (
    "it says that a letter could not be delivered, but didn't come by the return path that this letter had for that"
    " address: whoever got the same letter can have made it up"
)


def bounced(arrival: Arrival, raw: bytes, known: Known, *, quiet: bool) -> Event:
    """The letter that came back, if it is one of ours and went to whom the bounce names; else a person looks."""
    limits = known.config.limits
    bounce = read_bounce(arrival.mail, raw, header_limit=limits.header_kb * 1024, parts_limit=limits.parts)
    doubtful = False
    for unit, letter in _letters_named(bounce, known):
        proven = _proven(arrival, letter, known)
        found = concerning(bounce, letter) or [(r, _only(bounce)) for r in proven]
        believed = [(a, f) for a, f in found if a not in letter.marked or a in proven]
        doubtful = doubtful or len(believed) < len(found)
        if believed:
            returned = tuple(Returned(a.lower(), f.permanent, f.said, f.final) for a, f in believed)
            about = Missed(unit, letter.key, letter.name, letter.subject)
            shared = len(letter.recipients) > 1 and any(a not in proven for a, _ in believed)
            return MailBounced(arrival, about, letter.made, returned, shared)
    if doubtful:
        return MessageUnplaced(arrival, UNPROVEN, quiet=quiet)
    if not bounce.failed:
        return MessageIgnored(arrival, Kind.BOUNCE)
    of_the_team = any(a in known.config.programme.team for f in bounce.failures for a in f.addresses)
    return MessageUnplaced(arrival, _untied(bounce, arrival, known), quiet=quiet or of_the_team)


def _untied(bounce: Bounce, arrival: Arrival, known: Known) -> str:
    """Why a person has to look. Anybody can write what names none of our Message-IDs: it stops no address, but whom it
    names is said, where a letter of ours went there lately."""
    failed = dict.fromkeys(a for f in bounce.failures[:NAMED_LIMIT] if f.final for a in f.addresses)
    named = list(islice((a for a in failed if _wrote_lately(a, arrival, known)), TOLD))
    if not named:
        return "it says that a letter could not be delivered, but not which of the bot's letters to whom"
    return (
        f"it says that mail to {' and '.join(named)} could not be delivered, where letters of the bot's have gone"
        " lately, but not which of them: anybody could have made it up, so letters still go there. Please look whether"
        " the address is right"
    )


def _wrote_lately(address: str, arrival: Arrival, known: Known) -> bool:
    """Whether a letter of ours has left for this address within some weeks."""
    units = [DESK, *list(known.directory.parts(address))[:UNITS]]
    letters = (x for unit in units for x in known.load(unit).letters.values())
    lately = (x for x in letters if arrival.arrived - LATELY <= x.made <= arrival.arrived)
    return any(address == r.lower() and r not in x.refused for x in lately for r in x.recipients)


def _proven(arrival: Arrival, letter: Letter, known: Known) -> list[str]:
    """The recipients to whose own return path the bounce was sent: only their servers and ours have ever seen it."""
    to = set(arrival.mail.to)
    return [r for r in letter.marked if known.threads.bounce_address(letter.message_id, r) in to]


def _only(bounce: Bounce) -> Failure:
    """What it says of whom its return path was, where it names another address or none."""
    return bounce.failures[0] if len(bounce.failures) == 1 else bounce.whole


def _letters_named(bounce: Bounce, known: Known) -> Iterator[tuple[str, Letter]]:
    """The letters of ours whose signed Message-ID the bounce bears, where it should stand or anywhere in it."""
    for message_id in dict.fromkeys((*bounce.ids[:NAMED_LIMIT], *known.threads.ids_in(bounce.text))):
        matter = known.threads.matter_of_id(message_id)
        unit = known.directory.unit_of(matter.ref) if matter else None
        unit = unit if unit is None or is_enrolment(unit) else DESK
        letters = known.load(unit).letters.values() if unit else ()
        yield from ((unit or "", x) for x in letters if x.message_id.lower() == message_id.lower())
