"""`qibot once`, `run` and `demo`: the bot at work."""

from __future__ import annotations

import argparse
import random
import sys
from datetime import timedelta
from pathlib import Path

from qibot.bot import system_clock
from qibot.cli import check
from qibot.cli.building import begin, build_bot, build_templates, settings_of
from qibot.cli.output import FINE, WRONG, print_json
from qibot.cli.people import reload_people
from qibot.config import Config
from qibot.daemon import Daemon
from qibot.service import Notifier, last_beat, set_up, unwell
from qibot.store import Troubles, holder


def once(options: argparse.Namespace) -> int:
    """One full round."""
    bot = begin(settings_of(options))
    done = bot.round()
    bot.close()
    if options.json:
        found = {"taken_in": done.taken_in, "letters": done.letters, "faults": done.faults, "troubles": done.troubles}
        print_json(found)
    else:
        for entry in done.taken_in:
            print(f"took in   {entry['taken_for']} ({entry['about']})")
        for letter in done.letters:
            readers = ", ".join((*letter["to"], *letter["copy"]))
            print(f"{letter['state']:<9} {letter['notice']} to {readers}: {letter['subject']}")
        if not (done.taken_in or done.letters or done.faults):
            print("Nothing had come in and nothing was due.")
        for fault in done.faults:
            print(f"qibot: {fault}", file=sys.stderr)
        for trouble in done.troubles:
            print(f"qibot: since {trouble['since'][:16]} UTC: {trouble['what']}", file=sys.stderr)
    return WRONG if done.faults or done.troubles else FINE


def run(options: argparse.Namespace) -> int:
    """The daemon."""
    settings = settings_of(options)
    set_up(settings.service.log)
    daemon = Daemon(
        settings.imap.poll_seconds,
        lambda: reload(settings),
        stop_seconds=settings.service.stop_seconds,
        notifier=(systemd := Notifier()),
        chance=random.random,
    )
    daemon.run(begin(settings, lambda _step: systemd.alive()))
    return FINE


def reload(settings: Config) -> None:
    """On SIGHUP: see that every letter can be written, and take over the people sheet if one is configured. Templates
    are read when a letter is written, so a mended one counts at once. Raises QibotError: then no person has changed."""
    check.each_template(settings, build_templates(settings), system_clock())
    if settings.service.people:
        reload_people(settings)


def health(options: argparse.Namespace) -> int:
    """Whether rounds end and nothing fails, in a line."""
    settings = settings_of(options)
    running, last = holder(settings.data), last_beat(settings.data)
    troubles = [t for t in Troubles(settings.data).load().troubles if t.over is None]
    patience = timedelta(minutes=settings.service.stale_minutes)
    fault = unwell(last, troubles, running, system_clock(), patience)
    if options.json:
        at = last.at.isoformat() if last else None
        print_json({"well": not fault, "said": fault, "running": running, "last": at})
    else:
        print(f"WRONG  {fault}" if fault else f"OK     the last round ended at {last.at:%H:%M:%S} UTC" if last else "")
    return WRONG if fault else FINE


def demo(options: argparse.Namespace) -> int:
    """The main job, before your eyes."""
    from qibot.demo import tell  # its mail servers are an extra

    return tell(as_json=options.json, folder=Path(options.letters) if options.letters else None, build_bot=build_bot)
