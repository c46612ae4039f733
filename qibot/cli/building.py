"""The parts, built from the configuration and put together; nobody else does."""

from __future__ import annotations

import argparse
import os
import random
import secrets
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from qibot.alerts import Alarm
from qibot.bot import Bot, system_clock
from qibot.config import DEFAULT_PATH, Config, load_config
from qibot.errors import QibotError, StoreLocked
from qibot.letters import Post, Templates
from qibot.mailbox import (
    GraphOutbox,
    Inbox,
    Outbox,
    Sender,
    SignIn,
    facts_of,
    sign_in_for_graph,
    sign_in_for_mail,
    signin_ends,
)
from qibot.message import Threads
from qibot.model import DESK, Ending
from qibot.service import Chance, certain
from qibot.store import Archive, Ledger, Store, TinyStore, Troubles, make_folder, read_file, readable, there, write_file


def build_sign_in(settings: Config, clock: Callable[[], datetime] = system_clock) -> SignIn:
    """How both servers let qibot in; share it between them."""
    return sign_in_for_mail(settings, clock)


def build_inbox(settings: Config, sign_in: SignIn) -> Inbox:
    """The mailbox's reading side."""
    limits = settings.limits
    return Inbox(
        settings.mailbox,
        settings.imap,
        sign_in,
        limit_bytes=int(limits.message_mb * 1_000_000),
        header_bytes=limits.header_kb * 1024,
        facts=facts_of(settings),
    )


def build_outbox(settings: Config, sign_in: SignIn, clock: Callable[[], datetime] = system_clock) -> Sender:
    """The mailbox's sending side."""
    if settings.smtp.via == "graph":
        return GraphOutbox(settings, sign_in_for_graph(settings, clock), facts_of(settings))
    return Outbox(settings.mailbox, settings.smtp, sign_in, facts_of(settings))


def build_templates(settings: Config) -> Templates:
    """The templates of the configured folders."""
    return Templates(settings.template_folders(), settings.programme.zone)


def build_threads(settings: Config) -> Threads:
    """The signer of this data folder; its secret is made at the first need and never changes. Raises StoreFailed."""
    path = settings.data / "secret"
    if not there(path) and _has_written(TinyStore(settings.data, read_only=True)):
        raise QibotError(
            f"{path} is gone, by which answers to qibot's letters are told: put back the copy that belongs to these"
            " records. Without one, every answer that is under way counts as a stranger's; if there is none, make an"
            f" empty folder your data folder, or run `head -c 32 /dev/urandom | xxd -p -c 64 > {path}` knowingly."
        )
    if not there(path):
        make_folder(settings.data)
        write_file(path, secrets.token_hex(32).encode())
    return Threads(read_file(path).strip(), settings.mailbox.address, settings.mailbox.plus_addressing)


def _has_written(store: Store) -> bool:
    """Whether letters have gone out whose answers only the secret that signed them can tell."""
    return any(case.letters for case in readable(store)[0])


def put_together(
    settings: Config,
    store: Store,
    archive: Archive,
    inbox: Inbox,
    outbox: Sender,
    templates: Templates,
    threads: Threads,
    clock: Callable[[], datetime] = system_clock,
    step: Callable[[str], None] = lambda _name: None,
    alarm: Alarm | None = None,
    chance: Chance = certain,
) -> Bot:
    """A bot of these parts; `step` is told the name of each step when it is done, `chance` shortens pauses a little."""
    ledger = Ledger(store, archive, clock, step)
    alarm = alarm or Alarm(settings, Troubles(archive.folder))
    post = Post(settings, archive, templates, threads, step, chance)
    return Bot(settings, ledger, inbox, outbox, post, alarm, partial(_ending, settings))


def _ending(settings: Config) -> Ending | None:
    try:
        return signin_ends(settings)
    except QibotError:  # signing in says what is wrong with it
        return None


def build_bot(settings: Config, clock: Callable[[], datetime] = system_clock, **hooks: Any) -> Bot:
    """Everything put together, with the data folder's lock taken. Raises QibotError."""
    store = TinyStore(settings.data)
    try:
        return _on(settings, store, clock, **hooks)
    except BaseException:
        store.close()
        raise


def _on(settings: Config, store: Store, clock: Callable[[], datetime], **hooks: Any) -> Bot:
    cohorts = {unit.partition("/")[0] for unit in store.units() if unit != DESK}
    if unknown := sorted(cohorts - set(settings.cohorts)):
        raise QibotError(
            f"There are people in a cohort that isn't configured: {', '.join(unknown)}. Add it to cohorts."
        )
    sign_in = build_sign_in(settings, clock)
    mailbox = build_inbox(settings, sign_in), build_outbox(settings, sign_in, clock)
    parts = *mailbox, build_templates(settings), build_threads(settings)
    return put_together(settings, store, Archive(settings.data), *parts, clock=clock, **hooks)


def path_of(options: argparse.Namespace) -> Path:
    """Where the configuration is."""
    return Path(options.config or os.environ.get("QIBOT_CONFIG") or DEFAULT_PATH)


def begin(settings: Config, step: Callable[[str], None] = lambda _name: None) -> Bot:
    """The same for `once` and `run`: that a bot can't even begin is a trouble to be told of, too. Raises QibotError."""
    try:
        return build_bot(settings, step=step, chance=random.random)
    except StoreLocked:  # another one is at work
        raise
    except QibotError as e:
        Alarm(settings, Troubles(settings.data)).note_start(str(e), system_clock())
        raise


def settings_of(options: argparse.Namespace) -> Config:
    """The configuration. Raises ConfigError."""
    return load_config(path_of(options))
