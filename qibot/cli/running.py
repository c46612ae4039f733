"""`qibot once`, `run` and `demo`: the bot at work."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from qibot.cli.building import begin, build_bot, settings_of
from qibot.cli.output import FINE, WRONG, print_json
from qibot.daemon import Daemon

PLAN_DAYS = 30


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
    Daemon(settings.imap.poll_seconds).run(begin(settings))
    return FINE


def demo(options: argparse.Namespace) -> int:
    """The main job, before your eyes."""
    from qibot.demo import tell  # its mail servers are an extra

    return tell(as_json=options.json, folder=Path(options.letters) if options.letters else None, build_bot=build_bot)
