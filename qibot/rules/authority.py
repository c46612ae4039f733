"""A command of which nothing shows that it is its sender's own: they are asked, and one click carries it out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from qibot.calendar import Almanac
from qibot.config import Config
from qibot.events import Decision, Notice, OrderConfirmed, OrderDoubted, answering
from qibot.model import DESK, Case, Person, Put, Quarantined, Role, item_of
from qibot.rules.confirm import confirmed
from qibot.rules.quarantine import release, settled
from qibot.rules.unplaced import waiting

ASKED = "it gives a command, and its sender has been asked whether it is theirs"
UNANSWERED = "it gives a command, and its sender, asked whether it is theirs, hasn't answered"
DISOWNED = "it gives a command in the name of somebody who says that it isn't theirs"


def on_order_doubted(desk: Case, event: OrderDoubted, _config: Config) -> Decision:
    """Keep it, and ask at the address on record, which is never one that the mail itself names for answers."""
    mail, arrival = event.arrival.mail, event.arrival
    if mail.identity in desk.all(Quarantined):
        return Decision()
    entry = replace(waiting(arrival, ASKED), told=True, asked=mail.sender or "", order=event.order)
    notice = Notice(
        name="ask_confirmation",
        key=f"confirm/{mail.identity}",
        unit=item_of(mail.identity),
        number=0,
        to=(Person(event.who, (mail.sender or "",)),),
        facts={"who": event.who, "order": event.order, "arrived": arrival.arrived.isoformat()},
        replies=True,
        about=(mail.identity,),
        **{**answering(arrival), "topic": ""},  # which is the forger's, where the mail is forged
    )
    return Decision((Put(entry),), (notice,))


def on_order_confirmed(desk: Case, event: OrderConfirmed, config: Config) -> Decision:
    """Have it carried out, which says by itself what was done; or tell the team that it was forged."""
    item = desk.get(Quarantined, event.key)
    if item is None or item.decided or not item.order:
        return settled(desk, event.arrival, Role.TEAM, event.who, config)
    if event.own:
        return Decision(release([item], item.asked, "", ""))
    handed = replace(item, asked="", order="", told=False, cause=DISOWNED)
    done = "nothing is done of it, and the Community Planning team hears that somebody wrote in your name"
    return Decision((Put(handed),), (confirmed(DESK, 0, event.arrival, event.who, done, "write to the team"),))


def tell_of_unconfirmed(desk: Case, config: Config, now: datetime) -> Decision:
    """What its sender hasn't confirmed for some working days comes into the team's next letter about quarantine; the
    link in the letter to the sender stays good."""
    asked = [q for q in desk.all(Quarantined).values() if q.order and not (q.decided or q.handed)]
    if not asked:
        return Decision()
    almanac = Almanac(config)
    today, days = almanac.day(now), config.programme.answer_working_days
    late = [q for q in asked if almanac.workdays.after(almanac.day(q.arrived), days) < today]
    return Decision(tuple(Put(replace(q, handed=now, told=False, cause=UNANSWERED)) for q in late))
