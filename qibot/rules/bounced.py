"""A letter came back: the address gets no more until it is mended (programme.md, section 3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from qibot.config import Config
from qibot.events import AddressMended, Decision, MailBounced, Returned
from qibot.model import DESK, Bounced, Case, Change, Drop, Mended, Missed, Put
from qibot.rules.confirm import confirmed

LISTED = 50
OFTEN, SHORTLY = 3, timedelta(days=14)  # so many letters that come back are told of once more
AT_THE_TEAM = "report_undeliverable"  # telling the team of it would come back the same way, for ever


def on_mail_bounced(desk: Case, event: MailBounced, _config: Config) -> Decision:
    """Mark the addresses; the team hears of them in one letter (`undeliverable`), once an address.

    What was sent before an address was mended says nothing about it now: it may be an old report, or a copy of one.
    """
    changes = [
        Put(marked(desk, returned, event.letter, event.arrival.arrived, event.shared))
        for returned in event.returned
        if not _mended_since(desk, returned.address, event.made)
    ]
    return Decision(tuple(changes))


def marked(desk: Case, returned: Returned, letter: Missed, when: datetime, shared: bool) -> Bounced:
    """The record of an address after one more letter failed there: what is permanent stays so."""
    address = returned.address.lower()
    before = desk.get(Bounced, address)
    if before is None or (returned.permanent and not before.permanent):
        missed = before.missed if before else ()
        before = Bounced(address, when, returned.permanent, returned.said, missed, shared)
    before = replace(before, told=before.told or letter.name == AT_THE_TEAM)
    if letter in before.missed:
        return before
    times = (*before.times, when)[-OFTEN:] if returned.final else before.times
    before = replace(before, missed=(*before.missed, letter)[-LISTED:], times=times)
    often = len(times) == OFTEN and times[-1] - times[0] <= SHORTLY
    if often and not (before.permanent or before.again or letter.name == AT_THE_TEAM):
        before = replace(before, told=False, again=True)  # it is tried again and again, and comes back
    return before


def on_address_mended(desk: Case, event: AddressMended, _config: Config) -> Decision:
    """Letters go to the address again; who said so hears it."""
    address = event.address.lower()
    known = address in desk.all(Bounced)
    done = f"letters go to {address} again; those that it missed are not sent anew" if known else ""
    answer = confirmed(DESK, 0, event.arrival, "team", done, "nothing needs to be undone: if one comes back, you hear")
    if not known:
        fault = f"no mail to {address} has come back, so letters go there as always"
        instead = "MENDED and an address that the letter about undelivered mail names"
        answer = replace(answer, facts={**answer.facts, "fault": fault, "instead": instead})
    return Decision(mend(desk, address, event.arrival.arrived), (answer,))


def mend(desk: Case, address: str, now: datetime) -> tuple[Change, ...]:
    """What makes letters go to an address again; nothing where nothing stopped them."""
    if address.lower() not in desk.all(Bounced):
        return ()
    return Drop(Bounced.table, address.lower()), Put(Mended(address.lower(), now))


def _mended_since(desk: Case, address: str, made: datetime) -> bool:
    mended = desk.get(Mended, address.lower())
    return mended is not None and made <= mended.at
