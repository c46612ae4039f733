"""HELP and STOP: what anybody may ask (programme.md, section 6)."""

from __future__ import annotations

from qibot.calendar import people
from qibot.config import Config
from qibot.events import Decision, HelpAsked, Notice, StopAsked, standing_facts
from qibot.message import told_apart
from qibot.model import Case, Role
from qibot.rules.confirm import answer, confirmed, signed
from qibot.understanding import WORDS


def on_help_asked(case: Case, event: HelpAsked, _config: Config) -> Decision:
    """The words that the sender may use, each with what it does."""
    words = [{"name": w.name, "shown": w.shown, "does": w.does} for w in WORDS if event.role in w.roles]
    facts = {"words": words, "private": event.role is Role.MENTOR}
    letter = answer("help", case.unit, event.number, event.arrival, event.who, facts, readers=str(event.role))
    return Decision(signed(case, event.arrival, event.role), (letter,))


def on_stop_asked(case: Case, event: StopAsked, config: Config) -> Decision:
    """The team hears of it and decides; the letters go on until then, and the sender is told so."""
    told = Notice(
        name="report_stop",
        key=f"stop/{case.unit}/{event.arrival.mail.identity}",
        unit=case.unit,
        number=0,
        to=people(case, ["team"], config),
        facts={
            **standing_facts(case),
            "who": event.who,
            "role": str(event.role),
            "sender": event.arrival.mail.sender or "",
        },
        words=told_apart(event.arrival.mail, case)[0],
    )
    done = "your wish to get no more of these letters is with the Community Planning team, who will be in touch"
    heard = confirmed(case.unit, event.number, event.arrival, event.who, done, "write to the team")
    return Decision(signed(case, event.arrival, event.role), (told, heard))
