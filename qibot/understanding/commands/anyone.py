"""What anybody may say: WHY, UNDO, HELP, and words that ask to be left in peace (programme.md, section 6)."""

from __future__ import annotations

from dataclasses import replace

from qibot.events import Event, HelpAsked, StopAsked, UndoOrdered, WhyAsked
from qibot.model import DESK, Letter, Undoable, key_beside
from qibot.understanding.commands.given import STRAY_WORDS, Given
from qibot.understanding.matter.answered import answered_letter

ABOUT_LETTERS = {
    "please", "now", "it", "this", "that", "all", "sending", "writing", "mailing", "emailing", "these", "those", "your",
    "mail", "mails", "email", "emails", "e-mails", "letter", "letters", "reminder", "reminders", "messages", "me", "to",
    "from", "the", "list", "any", "more", "further",
}  # fmt: skip


_COURTESY = ("", "please", "thanks", "is this", "is that", "though")


def why(given: Given) -> Event | None:
    """WHY: the rule, dates and evidence behind a letter, to somebody who got it."""
    if given.behind.strip(" ?!.").lower() not in _COURTESY or given.speaks or given.arrival.mail.sends:
        return None  # “Why three wards?” is a question to a person
    letter = answered_letter(given.arrival, given.case) or _newest(given)
    if letter is None or given.arrival.mail.sender not in letter.recipients:
        return given.unclear("you have had no letter in this matter", "WHY in answer to the letter that you ask about")
    return WhyAsked(given.arrival, given.case.unit, given.number, given.role, given.who, letter.key)


def _newest(given: Given) -> Letter | None:
    """The sender's newest letter in this matter: a link's mail doesn't say which one it answers."""
    sender = given.arrival.mail.sender
    own = [x for x in given.case.letters.values() if sender in x.recipients and x.name not in ("explain_why", "help")]
    return max(own, key=lambda x: x.made, default=None)


def undo(given: Given) -> Event | None:
    """UNDO: take back one's own last command in the matter, and what the same mail changed in others."""
    if given.behind:
        many = len(given.behind.split()) > STRAY_WORDS
        return None if many else given.unclear("it says more than UNDO", "UNDO alone")
    unit, number = _of_the_confirmation(given) or (given.case.unit, given.number)
    event = UndoOrdered(given.arrival, unit, number, given.role, given.who)
    beside = _of_the_same_mail(event, given)
    return replace(event, arrival=replace(given.arrival, beside=(*given.arrival.beside, *beside))) if beside else event


def _of_the_same_mail(event: UndoOrdered, given: Given) -> list[UndoOrdered]:
    """What else the mail changed whose command is taken back: a day for several practitioners' reports."""
    own = [u for u in given.case.all(Undoable).values() if u.by == given.role and u.number in (event.number, 0)]
    last = max(own, key=lambda u: u.at, default=None)
    if last is None or event.unit != given.case.unit or given.case.unit == DESK:
        return []
    identity = last.key.removesuffix(key_beside("", last.number))
    return [
        replace(event, unit=case.unit, number=entry.number, of=identity)
        for case in given.context.cases(given.role)
        for entry in case.all(Undoable).values()
        if entry.is_of(identity) and entry.by == given.role and (case.unit, entry.key) != (event.unit, last.key)
    ]


def _of_the_confirmation(given: Given) -> tuple[str, int] | None:
    """The matter of a word for the team alone: its confirmation is answered at the desk, where nothing is passed on."""
    for case in given.context.cases(given.role) if given.case.unit == DESK else ():
        letter = answered_letter(given.arrival, case)
        entry = case.get(Undoable, letter.cause) if letter else None
        if entry is not None:
            return case.unit, entry.number
    return None


def help_me(given: Given) -> Event | None:
    """HELP: the words that the sender may use."""
    if given.behind or given.speaks or len(given.words.split()) > STRAY_WORDS * 3 or given.arrival.mail.sends:
        return None  # “Help! I don't know how to draw a run chart” is a question to a person
    return HelpAsked(given.arrival, given.case.unit, given.number, given.role, given.who)


def stop(given: Given) -> Event | None:
    """STOP and the like: for the team, which alone can release somebody."""
    if not set(given.behind.lower().split()) <= ABOUT_LETTERS:
        return None  # “Stop and think about the scale” is feedback
    if given.case.unit == DESK:
        return given.unclear("these letters are the Community Planning team's own", "HELP")
    return StopAsked(given.arrival, given.case.unit, given.number, given.role, given.who)
