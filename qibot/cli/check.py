"""Is everything there that qibot needs? One line a matter: all is well, or what is wrong and how to mend it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from qibot.cli.lines import Line
from qibot.cli.vouching import vouching
from qibot.config import Config, certificate, password
from qibot.errors import InboxFailed, QibotError
from qibot.letters import SAMPLES, Templates, compose
from qibot.mailbox import Inbox, Scanner, Sender, SignIn, Tokens, signin_ends, thumbprint
from qibot.message import Threads
from qibot.model import DESK, Case, Enrolment, Seen, Status
from qibot.service import disagreement
from qibot.store import Store, make_folder, readable, write_file

SPARE_MB = 500


def checks(
    config: Config,
    store: Store,
    sign_in: SignIn,
    inbox: Inbox,
    outbox: Sender,
    templates: Templates,
    now: datetime,
) -> Iterator[Line]:
    """Every check, in the order in which one would mend things. Sends nothing and changes no record."""
    for what, check in (
        ("password" if config.signin.way == "password" else "sign-in", lambda: signing_in(config, sign_in, now)),
        ("records", lambda: records(config, store)),
        ("people", lambda: people(config, store)),
        ("templates", lambda: each_template(config, templates, now)),
        ("imap", lambda: imap(config, inbox)),
        ("smtp", lambda: smtp(config, outbox)),
        *([("scanner", lambda: scanner(config))] if config.security.clamd else []),
        ("trust", lambda: vouching(config, store, inbox, now)),
        ("clock", lambda: clock(config, store, inbox, now)),
        ("disk", lambda: disk(config)),
    ):
        yield line(what, check)


def line(what: str, check: Callable[[], str]) -> Line:
    """What came of one check."""
    try:
        return Line(what, True, check())
    except QibotError as e:
        return Line(what, False, str(e))


def signing_in(config: Config, sign_in: SignIn, now: datetime) -> str:
    """Whether there is what qibot signs in with, and until when. Raises QibotError."""
    if not isinstance(sign_in, Tokens):
        return secret(config)
    sign_in.current()
    said = f"{config.signin.way} gives a token for {config.mailbox.login}"
    ending = signin_ends(config)
    if ending and ending.what == "certificate":
        said += f"; certificate {thumbprint(certificate(config))}"
    if ending:
        days = (ending.ends - now).days
        said += f"; the {ending.what} ends on {ending.ends:%Y-%m-%d}, in {days} days"
    return said


def secret(config: Config) -> str:
    """Whether there is a password, and a word on a file that others can read. Raises QibotError."""
    password(config)
    path = config.path(config.mailbox.password_file) if config.mailbox.password_file else None
    if path is not None and path.is_file() and path.stat().st_mode & 0o077:
        return f"there is one, but others can read it: better `chmod 600 {path}`"
    return "there is one"


def records(config: Config, store: Store) -> str:
    """Whether all records are there and can be read, and the secret that belongs to them. Raises QibotError."""
    cases, faults = readable(store)
    if faults:
        raise QibotError(" ".join(faults))
    if any(case.letters for case in cases) and not (config.data / "secret").exists():
        raise QibotError(f"{config.data / 'secret'} is gone: put back the copy that belongs to these records.")
    return f"{len(cases)} record(s), all can be read"


def people(config: Config, store: Store) -> str:
    """How many are enrolled, and whether their cohorts are configured. Raises QibotError."""
    enrolments = [case.enrolment for case in _cases(store)]
    if not enrolments:
        raise QibotError("Nobody is enrolled yet: fill in the people sheet and run `qibot people import FILE`.")
    if unknown := {e.cohort for e in enrolments} - set(config.cohorts):
        raise QibotError(f"There are people in a cohort that isn't configured: {', '.join(sorted(unknown))}. Add it.")
    active = sum(1 for e in enrolments if e.status is Status.ACTIVE)
    said = f"{len(enrolments)} enrolled, {active} active, in {len({e.cohort for e in enrolments})} cohort(s)"
    return "; ".join([said, *of_both(config, enrolments)])


def of_both(config: Config, enrolments: Iterable[Enrolment]) -> list[str]:
    """Who of the programme's readers has a part in an enrolment, of which they therefore hear nothing that is for the
    team alone. Raises QibotError where nobody else is left."""
    programme = config.programme
    readers = [*programme.team, programme.manager, *programme.cohort_leads]
    found: dict[str, list[str]] = {}
    for e in enrolments:
        own = {a for p in (e.practitioner, e.mentor, e.manager) if p for a in p.addresses}
        if own.issuperset(readers):
            raise QibotError(
                f"Nobody is left to read what is said in confidence about {e.practitioner.name}: everybody whom"
                " [programme] names has a part in that enrolment. Add somebody else to `team`."
            )
        for address in dict.fromkeys(a for a in readers if a in own):
            found.setdefault(address, []).append(e.practitioner.name)
    return [f"{a} hears nothing that is for the team alone about {', '.join(x)}" for a, x in found.items()]


def each_template(config: Config, templates: Templates, now: datetime) -> str:
    """Whether every letter can be written. Raises QibotError with each fault."""
    threads = Threads(b"check", config.mailbox.address, config.mailbox.plus_addressing)
    faults = []
    for notice in SAMPLES.values():
        try:
            compose(notice, templates, threads, config.mailbox.name, now, b"")
        except QibotError as e:
            faults.append(str(e))
    if faults:
        raise QibotError(" ".join(faults))
    return f"all {len(SAMPLES)} can be filled in"


def imap(config: Config, inbox: Inbox) -> str:
    """Whether the mailbox can be opened, and all be done in it that has to be. Raises QibotError."""
    said = f"logged in to {config.mailbox.imap_host} as {config.mailbox.login}; folder {config.imap.folder} is there"
    try:
        inbox.connect()
    except InboxFailed:
        if missing := _lacking(inbox):  # that is why it can't be opened
            raise QibotError(" ".join(missing)) from None
        raise
    finally:
        inbox.close()  # a provider allows few connections at once
    if missing := inbox.lacking():
        raise QibotError(" ".join(missing))
    return said if missing is None else f"{said}, with all rights that are needed in it and in qibot's own"


def _lacking(inbox: Inbox) -> list[str] | None:
    try:
        return inbox.lacking(opens=False)
    except InboxFailed:
        return None


def smtp(config: Config, outbox: Sender) -> str:
    """Whether the server would take letters. Raises QibotError."""

    async def rehearse() -> int:
        try:
            await outbox.rehearse(config.programme.team[0])
            return outbox.most_bytes
        finally:
            await outbox.close()

    most = asyncio.run(rehearse())
    if config.smtp.via == "graph":
        said = f"Microsoft Graph is to send as {config.mailbox.login}"
    else:
        said = f"{'logged in to' if config.smtp.login else 'connected to'} {config.mailbox.smtp_host}"
    if not most:
        return said
    if most < config.limits.message_mb * 1e6:
        return f"{said}; letters of {most / 1e6:.0f} MB at most: larger documents can't be passed on"
    return f"{said}; letters of {most / 1e6:.0f} MB at most"


def scanner(config: Config) -> str:
    """Whether the virus scanner answers. Raises QibotError."""
    found = Scanner(config.security.clamd, config.security.clamd_seconds)(
        b"Subject: check\r\n\r\nIs anybody there?\r\n"
    )
    return f"the virus scanner at {config.security.clamd} answers{': ' + found if found else ''}"


def clock(config: Config, store: Store, inbox: Inbox, now: datetime) -> str:
    """Whether the clock isn't behind what was recorded before, and agrees with the mail server's. Raises QibotError."""
    last = max((seen.arrived for case in readable(store)[0] for seen in case.all(Seen).values()),
               default=None)  # fmt: skip
    if last is not None and now < last - timedelta(minutes=10):
        raise QibotError(f"The clock says {now:%Y-%m-%d %H:%M} UTC, but mail came in at {last:%Y-%m-%d %H:%M}: set it.")
    said = f"{now:%Y-%m-%d %H:%M} UTC"
    server = server_time(inbox) if config.service.clock_hours else None
    if server is None:
        return said
    if wrong := disagreement(now, server, timedelta(hours=config.service.clock_hours)):
        raise QibotError(f"{wrong} It says {said}, the mail server says {server:%Y-%m-%d %H:%M} UTC.")
    return f"{said}, and the mail server says so, too"


def server_time(inbox: Inbox) -> datetime | None:
    """What the mail server says; None where it can't be asked, which another line tells of."""
    try:
        inbox.connect()
        return inbox.server_time()
    except InboxFailed:
        return None
    finally:
        inbox.close()


def disk(config: Config) -> str:
    """Whether the data folder can be written and has room. Raises QibotError."""
    make_folder(config.data)
    probe = config.data / "check"
    write_file(probe, b"room?")
    probe.unlink()
    free = shutil.disk_usage(config.data).free // 2**20
    if free < SPARE_MB:
        raise QibotError(f"Only {free} MB are free at {config.data}: make room, at least {SPARE_MB} MB.")
    return f"{config.data} can be written, {free // 1024} GB free"


def _cases(store: Store) -> Iterator[Case]:
    return (case for case in readable(store)[0] if case.unit != DESK)
