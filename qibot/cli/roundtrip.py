"""`qibot check --send`: a letter to oneself, there and back, and what its way shows."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from qibot.cli.lines import Line
from qibot.config import Config
from qibot.errors import QibotError
from qibot.mailbox import Found, Inbox, Sender, Trial
from qibot.message import parse
from qibot.screening import MICROSOFT, servers_of

SECONDS = 90.0  # a letter within one provider takes a few
PLUS = "check"
SKEW_SECONDS = 120.0
LOOKED_BACK = 20


def round_trip(
    config: Config, inbox: Inbox, outbox: Sender, clock: Callable[[], datetime], seconds: float = SECONDS
) -> Iterator[Line]:
    """Send one letter to the mailbox and, where answers go there, one to its plus address; wait for them; tell what was
    seen; remove them."""
    word, trial = f"qibot-{secrets.token_hex(6)}", Trial(inbox, config.imap)
    words = {"plain": f"{word}-plain"} | ({"plus": f"{word}-plus"} if config.mailbox.plus_addressing else {})
    sent = clock()
    try:
        _send(config, outbox, words, sent)
    except QibotError as e:
        yield Line("send", False, str(e))
        return
    yield Line("send", True, f"{len(words)} letter(s) to {config.mailbox.address} were taken")
    try:
        inbox.connect()
        found, took = _wait(inbox, trial, word, words, seconds)
        yield from _seen(config, found, words, took, seconds)
        yield _clock(found, sent, took)
        yield _trust(config, found, trial)
        trial.remove(word)
    except QibotError as e:
        yield Line("round trip", False, str(e))
    finally:
        inbox.close()


def letter(config: Config, word: str, now: datetime, *, plus: bool) -> bytes:
    """A letter to oneself; a daemon that runs meanwhile takes it for what it is, our own mail, and files it away."""
    local, _, domain = config.mailbox.address.partition("@")
    made = EmailMessage(policy=SMTP)
    made["From"] = Address(config.mailbox.name, addr_spec=config.mailbox.address)
    made["To"] = Address(addr_spec=f"{local}+{PLUS}@{domain}" if plus else config.mailbox.address)
    made["Subject"] = f"A letter that qibot sends to itself ({word})"
    made["Date"] = format_datetime(now)
    made["Message-ID"] = f"<{word}@{domain}>"
    made["Auto-Submitted"] = "auto-generated"
    made["X-QI-Letter"] = "check"
    made.set_content("`qibot check --send` tries whether letters go out and come in. It removes this one by itself.\n")
    return made.as_bytes()


def _send(config: Config, outbox: Sender, words: dict[str, str], now: datetime) -> None:
    async def send() -> None:
        try:
            for kind, word in words.items():
                raw = letter(config, word, now, plus=kind == "plus")
                to = parse(raw).to[0]
                delivery = await outbox.deliver([to], raw)
                refused = delivery.deferred | {r: s for r, s in delivery.outcomes.items() if not s.startswith("2")}
                if refused and kind == "plain":
                    raise QibotError(f"The letter to {to} was not taken ({refused[to]}).")
        finally:
            await outbox.close()

    asyncio.run(send())


def _wait(
    inbox: Inbox, trial: Trial, word: str, words: dict[str, str], seconds: float
) -> tuple[dict[str, list[Found]], float]:
    """What was found of each letter, and how long the last one that came took."""
    begun = time.monotonic()
    while True:
        each = trial.find(word)
        found = {kind: [f for f in each if one.encode() in f.header] for kind, one in words.items()}
        took = time.monotonic() - begun
        if all(any(not f.sent for f in came) for came in found.values()) or took > seconds:
            return found, took
        list(inbox.batches())  # so that waiting means waiting for what comes from now on
        inbox.wait(min(2.0, seconds))


def _seen(
    config: Config, found: dict[str, list[Found]], words: dict[str, str], took: float, seconds: float
) -> Iterator[Line]:
    came = {kind: [f for f in each if not f.sent] for kind, each in found.items()}
    if not came["plain"]:
        yield Line(
            "round trip", False,
            f"The letter to {config.mailbox.address} was taken but didn't come within {seconds:.0f} seconds: look into"
            " its folder for unwanted mail, and whether a rule moves mail; imap.folder must be where new mail arrives.",
        )  # fmt: skip
        return
    own = words["plain"].encode() in came["plain"][0].header.lower().partition(b"message-id:")[2].partition(b"\n")[0]
    kept = "its Message-ID was kept" if own else "the server gave it a Message-ID of its own, which threads bear"
    yield Line("round trip", True, f"a letter came back in {took:.0f} seconds; {kept}")
    if "plus" in words:
        fine = bool(came["plus"])
        local = config.mailbox.address.partition("@")[0]
        said = (
            f"{local}+anything@… arrives"
            if fine
            else (
                f"{local}+{PLUS}@… doesn't arrive: set mailbox.plus_addressing = false, or let it be switched on"
                " (Microsoft 365: `Set-OrganizationConfig -DisablePlusAddressInRecipients $false`)"
            )
        )
        yield Line("plus", fine, said)
    copies = sum(f.sent for each in found.values() for f in each)
    made = "qibot puts copies into the Sent folder" if config.keeps_sent_copies else "qibot makes none of its own"
    if not copies and not config.keeps_sent_copies:
        made += ' (smtp.sent_copy = "always", if you miss them)'
    yield Line("sent copy", True, f"the server has made {copies or 'no'} cop{'y' if copies == 1 else 'ies'}; {made}")


def _clock(found: dict[str, list[Found]], sent: datetime, took: float) -> Line:
    arrived = min((f.arrived for each in found.values() for f in each if not f.sent), default=None)
    if arrived is None:
        return Line("server's clock", True, "not seen, since no letter came")
    late = (arrived - sent).total_seconds()
    if -SKEW_SECONDS <= late <= took + SKEW_SECONDS:
        return Line("server's clock", True, "agrees with this machine's")
    return Line(
        "server's clock", False,
        f"The mail server's clock and this machine's differ by some {abs(late) / 60:.0f} minutes, and arrival decides"
        " on time or late: `timedatectl set-ntp true` here; if this one is right, tell who runs the server.",
    )  # fmt: skip


def _trust(config: Config, found: dict[str, list[Found]], trial: Trial) -> Line:
    """Which name stands in the Authentication-Results, for [trust]; a letter within one house often bears none."""
    heads = [f.header for each in found.values() for f in each if not f.sent]
    heads += [f.header for f in trial.newest(LOOKED_BACK)]
    names = dict.fromkeys(servers[0] for head in heads if (servers := servers_of(parse(head + b"\r\n"))) and servers[0])
    if not names:
        return Line(
            "trust", True, "no message here bears Authentication-Results yet; ask again when some mail has come"
        )
    name = next(iter(names))
    setting = "microsoft365 = true" if name == MICROSOFT else f'authserv_id = "{name}"'
    known = config.trust.authserv_id.lower() == name or (config.trust.microsoft365 and name == MICROSOFT)
    if config.trust.mode in ("warn", "demand") and not known:
        return Line("trust", False, f"Your server's verdicts begin otherwise than [trust] says: set {setting}.")
    return Line("trust", True, f"your server vouches for senders; in [trust]: {setting}")
