"""What `check` says about whom the mail server vouches for: what was found out, and whether it does what it must."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from qibot.config import Config, Trust
from qibot.errors import InboxFailed, QibotError
from qibot.mailbox import Inbox
from qibot.message import parse
from qibot.model import DESK, Receiver, Stamped
from qibot.screening import MICROSOFT, servers_of, witnesses
from qibot.store import Store, readable

FIELD = "Authentication-Results"
HALF = 0.5


def vouching(config: Config, store: Store, inbox: Inbox, now: datetime) -> str:
    """Whose verdict counts, and whether it can. Raises QibotError."""
    trust = config.trust
    if trust.mode == "off":
        return "off: every command is obeyed, whoever seems to send it"
    if not trust.names_server:
        return found_out(store, trust, now)
    try:
        inbox.connect()
        headers = inbox.last_fields(FIELD, trust.check_messages)
    except InboxFailed:
        return "it can't be seen while the mailbox can't be opened"
    finally:
        inbox.close()
    return judged([servers_of(parse(raw)) for raw in headers], trust)


def found_out(store: Store, trust: Trust, now: datetime) -> str:
    """What is known of the server by its mail, and what follows."""
    desk = next((case for case in readable(store)[0] if case.unit == DESK), None)
    found = witnesses(desk.all(Stamped).values() if desk else (), trust, now)
    known = next(iter(desk.all(Receiver).values()), None) if desk else None
    if known is not None:
        return (
            f"{_named(known.server)} vouches for senders (on top of {found.topmost} of {found.messages} answers, from"
            f" {found.domains} domains); a command is asked about where it doesn't"
        )
    return (
        f"not known yet how your mail server vouches for senders ({found.topmost} of {trust.learn_messages} answers"
        f" with its name on top, from {found.domains} of {trust.learn_domains} domains); until then every command in a"
        " mail that answers no letter of qibot's is asked about"
    )


def judged(found: Sequence[Sequence[str]], trust: Trust) -> str:
    """Whether the configured server's name stands where it must, by the names in each message, topmost first.

    Raises QibotError where it adds none, and where it lets somebody else's stand (RFC 8601, 5).
    """
    server = trust.authserv_id.strip().lower() or MICROSOFT
    total, name = len(found), _named(server)
    topmost = [names for names in found if names[:1] == [server]]
    usual = Counter(names.count(server) for names in topmost).most_common(1)  # some servers write two
    most = usual[0][0] if usual else 0
    odd = sum(1 for names in found if names.count(server) > (most if names[:1] == [server] else 0))
    if not found:
        return f"{name} counts; no mail lies there by which it could be seen whether it vouches"
    if not topmost and not odd:
        others = Counter(names[0] for names in found if names and names[0]).most_common(1)
        seen = (
            f"on top of {others[0][1]} of them stands {_named(others[0][0])}" if others else "nor of any other server"
        )
        raise QibotError(
            f"Not one of the last {total} messages bears the field {FIELD} of {name} ({seen}): your mail server adds"
            f" none, or under another name. {_follows(trust)} Set trust.authserv_id to the name that it writes, or"
            ' trust.mode = "auto".'
        )
    if odd:
        raise QibotError(
            f"In {odd} of the last {total} messages a field {FIELD} of {name} stands that isn't your mail server's:"
            " their senders wrote it, and it was let stand, so anybody can write whom your server vouches for. Have its"
            f' administrator remove such fields from what comes in (RFC 8601, 5), or set trust.mode = "auto".'
        )
    if len(topmost) < total * HALF:
        raise QibotError(
            f"Only {len(topmost)} of the last {total} messages bear the field {FIELD} of {name}: they may be their"
            f" senders' own writing, if your mail server adds none. {_follows(trust)}"
        )
    return f"{name} vouches for senders (on top of {len(topmost)} of the last {total} messages)"


def _follows(trust: Trust) -> str:
    return {
        "demand": "All mail without it waits in quarantine.",
        "warn": "The team is warned of all mail without it.",
    }.get(trust.mode, "Commands without it are asked about.")


def _named(server: str) -> str:
    return "Microsoft 365" if server == MICROSOFT else server
