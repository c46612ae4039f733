"""Whose verdict on a sender counts, found out from the mail that came in: the topmost of our own mail server.

The server that takes our mail in writes its verdict above all that came with a message (RFC 8601, 5). A stranger can
write such a field, too, but only into mail of their own. So a name is our server's once it stands topmost in nearly
all mail of many domains. Mail that anybody could send by the hundred is no witness: what counts bears a signed token
of ours and comes from somebody whom that matter concerns, and nobody counts more often than a few times.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from qibot.config import Trust
from qibot.message import Mail
from qibot.model import Case, Change, Drop, Put, Receiver, Stamp, Stamped
from qibot.screening.trust import MICROSOFT, servers_of, verdict

_DAY = timedelta(days=1)
NAME_LIMIT = 255  # characters of a domain's name (RFC 1035, 2.3.4)


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What the last messages say: how many there are, and the likeliest server with how often and of how many domains
    it stood topmost."""

    messages: int
    server: str = ""
    topmost: int = 0
    domains: int = 0

    def name(self, trust: Trust) -> str:
        """The server, where they are enough to know it by."""
        enough = self.messages >= trust.learn_messages and self.domains >= trust.learn_domains
        return self.server if enough and self.topmost * 100 >= self.messages * trust.learn_percent else ""


def topmost(mail: Mail) -> str:
    """Whose verdict the topmost field is; empty where there is none, or one without a name that is not Microsoft's."""
    return next(iter(servers_of(mail)), "")[:NAME_LIMIT]


def vouches(mail: Mail, trust: Trust, desk: Case) -> bool:
    """Whether our own mail server says that the message is from whom it says: the configured one, else the one that was
    found out. Where none is known, nobody is vouched for."""
    if trust.names_server:
        return verdict(mail, trust).passed
    known = next(iter(desk.all(Receiver).values()), None)
    if known is None or topmost(mail) != known.server:  # a name further down may be the sender's own writing
        return False
    microsoft = known.server == MICROSOFT
    named = {"authserv_id": "" if microsoft else known.server, "microsoft365": microsoft}
    return verdict(mail, trust.model_copy(update=named)).passed


def witnesses(stamped: Iterable[Stamped], trust: Trust, now: datetime) -> Witnesses:
    """What the stamps of the last `learn_days` say."""
    since = now - timedelta(days=trust.learn_days)
    found = [(s.address.rpartition("@")[2], x.server) for s in stamped for x in s.stamps if x.at >= since]
    counted = Counter(server for _, server in found if server)
    if not counted:
        return Witnesses(len(found))
    server, times = counted.most_common(1)[0]
    return Witnesses(len(found), server, times, len({domain for domain, named in found if named == server}))


def noted(desk: Case, stamp: Stamp, address: str, trust: Trust) -> tuple[Change, ...]:
    """What is noted of a message that counts, and what that makes known or unknown. Nothing where no verdict was ever
    seen, nor of a sender who has said the same often enough within the day: that spares most mail a commit."""
    known = desk.all(Stamped)
    if not stamp.server and not any(x.server for s in known.values() for x in s.stamps):
        return ()
    before = known[address].stamps if address in known else ()
    if any(x.message == stamp.message for x in before):
        return ()
    full = len(before) >= trust.learn_from_sender and {x.server for x in before} == {stamp.server}
    if full and stamp.at < max(x.at for x in before) + _DAY:
        return ()
    after = Stamped(address, (*before, stamp)[-trust.learn_from_sender :])
    return (Put(after), *_known(desk, {**known, address: after}.values(), trust, stamp.at))


def forgotten(desk: Case, trust: Trust, now: datetime) -> tuple[Change, ...]:
    """What counts no more, since it lies too far back, and what isn't known without it."""
    since = now - timedelta(days=trust.learn_days)
    kept = [s for s in desk.all(Stamped).values() if any(x.at >= since for x in s.stamps)]
    gone = set(desk.all(Stamped)) - {s.key for s in kept}
    return (*(Drop(Stamped.table, key) for key in sorted(gone)), *_known(desk, kept, trust, now))


def _known(desk: Case, stamped: Iterable[Stamped], trust: Trust, now: datetime) -> tuple[Change, ...]:
    server = witnesses(stamped, trust, now).name(trust)
    before = next(iter(desk.all(Receiver).values()), None)
    if server == (before.server if before else ""):
        return ()
    return (Put(Receiver(server, now)),) if server else (Drop(Receiver.table, before.key),) if before else ()
