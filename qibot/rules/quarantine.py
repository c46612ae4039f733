"""A person's word on messages that waited for it: the team's, or a mentor's who was asked (programme.md, section 3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from qibot.calendar import Almanac
from qibot.config import Config
from qibot.events import (
    WHOLE,
    Arrival,
    CommandUnclear,
    Decision,
    Notice,
    QuarantineDecided,
    WhichAsked,
    WhichChosen,
    answering,
    to_team,
)
from qibot.model import (
    DESK,
    Alias,
    Case,
    Change,
    Choice,
    Drop,
    Learned,
    Person,
    Put,
    Quarantined,
    Role,
    Seen,
    Told,
    item_of,
)
from qibot.rules.confirm import confirmed, on_command_unclear
from qibot.rules.strangers import heard_of
from qibot.rules.unplaced import waiting
from qibot.understanding import SETTLED

FOR_THE_TEAM = "its mentor says that it is for you"
ANSWERED = "it answers our question what an earlier mail is, in words of its own: both are for you"
ASKED_WHICH = "its writer has been asked which document is which report"
ASKED = {False: "its mentor has been asked what it is about", True: "its writer has been asked for whom it is"}


def on_quarantine_decided(desk: Case, event: QuarantineDecided, config: Config) -> Decision:
    """Mark what is to be dealt with, or let go of it; who said so hears it."""
    items = [q for key in event.keys if (q := desk.get(Quarantined, key)) and not q.decided]
    items += others_of(desk, items, event.alias)
    if not items:
        return settled(desk, event.arrival, Role.TEAM, "team", config)
    if event.as_whom:
        changes, done = release(items, event.as_whom, event.alias, event.person), _released(items, event)
        undo = "write to the people concerned if it has been dealt with by then"
    else:
        changes, done = discard(desk, items), f"nothing is done with {_named(items)}"
        undo = "ask its sender to send it again"
    return Decision(changes, (confirmed(DESK, 0, event.arrival, "team", done, undo),))


def others_of(desk: Case, items: list[Quarantined], alias: str) -> list[Quarantined]:
    """What else waits for the same cause from an address that is now somebody's: the team may not have heard of it."""
    causes, keys = {q.cause for q in items}, {q.key for q in items}
    waiting = (q for q in desk.all(Quarantined).values() if alias and q.sender == alias and q.cause in causes)
    return [q for q in waiting if q.key not in keys and not q.decided and not q.asked]


def release(items: list[Quarantined], as_whom: str, alias: str, person: str) -> tuple[Change, ...]:
    """What has these messages dealt with at the next opportunity as this person's. Of the next one that has to wait the
    team hears at once: its sender is no stranger."""
    known: tuple[Change, ...] = (Put(Alias(alias, person)),) if alias and person else ()
    heard = (Drop(Told.table, heard_of(q)) for q in items)
    return (*known, *heard, *(Put(replace(q, released=as_whom, told=True, asked="", choices=())) for q in items))


def discard(desk: Case, items: list[Quarantined]) -> tuple[Change, ...]:
    """What lets go of these messages; their marks stay, so that a copy that is moved back isn't dealt with again."""
    changes: list[Change] = []
    for q in items:
        seen = desk.get(Seen, q.key) or Seen(q.key, "", q.arrived, "", archived=q.archived)
        changes += [Drop(Quarantined.table, q.key), Put(replace(seen, quarantined=False, taken_for="discarded"))]
    return tuple(changes)


def on_which_asked(desk: Case, event: WhichAsked, _config: Config) -> Decision:
    """Keep the mail; its writer alone is asked, once, and a reply decides."""
    mail = event.arrival.mail
    before = desk.get(Quarantined, mail.identity)
    if before is not None and not before.decided:  # of one that was released it has only now come out
        return Decision()
    labelled = tuple(replace(c, label=label) for c, label in zip(event.choices, event.labels, strict=True))
    cause = ASKED_WHICH if event.documents else ASKED[event.doubt]
    entry = replace(waiting(event.arrival, cause), told=True, asked=mail.sender or "", choices=labelled)
    if event.earlier:
        entry = replace(entry, archived=event.earlier, size=0, earlier=True)
    notice = Notice(
        name="ask_which_report",
        key=f"which/{mail.identity}",
        unit=item_of(mail.identity),
        number=0,
        to=(Person(event.who, (mail.sender or "",)),),
        facts={
            "who": event.who,
            "subject": mail.subject,
            "arrived": event.arrival.arrived.isoformat(),
            "choices": offered(labelled),
            "doubt": event.doubt,
            "documents": event.documents,
            "earlier": bool(event.earlier),
            "of_team": False,
            "answered": False,
        },
        replies=True,
        about=(mail.identity,),
        **answering(event.arrival),
    )
    return Decision((Put(entry),), (notice,))


def offered(choices: tuple[Choice, ...]) -> list[dict[str, str]]:
    """The choices as the letter shows them: the word that decides, and what it stands for."""
    words = ("TEAM" if c.kind in ("team", "private") else str(n) for n, c in enumerate(choices, 1))
    return [{"word": word, "label": c.label} for word, c in zip(words, choices, strict=True)]


def tell_of_unanswered(desk: Case, config: Config, now: datetime) -> Decision:
    """Who was asked for whom a mail is and hasn't said so for some working days: the team is asked instead (3a)."""
    unanswered = [q for q in desk.all(Quarantined).values() if q.asked and not (q.order or q.decided or q.handed)]
    if not unanswered:
        return Decision()
    almanac = Almanac(config)
    today, days = almanac.day(now), config.programme.answer_working_days
    late = [q for q in unanswered if almanac.workdays.after(almanac.day(q.arrived), days) < today]
    if not late or not almanac.is_open(now):
        return Decision()
    return Decision(tuple(Put(replace(q, handed=now)) for q in late), tuple(_handed(q, config) for q in late))


def _handed(q: Quarantined, config: Config, *, answered: bool = False) -> Notice:
    facts = {
        "who": "team",
        "subject": q.subject,
        "arrived": q.arrived.isoformat(),
        "choices": offered(q.choices),
        "doubt": True,
        "documents": False,
        "earlier": q.earlier,
        "of_team": True,
        "answered": answered,
        "writer": q.name or q.asked,
    }
    notice = to_team("ask_which_report", f"which/{q.key}/team", facts, config, unit=item_of(q.key))
    return replace(notice, about=(q.key,), carries=q.archived, retold=WHOLE)


def on_which_chosen(desk: Case, event: WhichChosen, config: Config) -> Decision:
    """The mail is dealt with as what its mentor says it is, or the team hears of it."""
    item = desk.get(Quarantined, event.key)
    if item is None or item.decided or not item.asked:
        return settled(desk, event.arrival, Role.MENTOR, event.who, config)
    decided = replace(item, asked="", choices=())
    handed: tuple[Notice, ...] = ()
    if event.words:  # what it is, the team says then
        decided = replace(item, handed=item.handed or event.arrival.arrived)
        handed = () if item.handed else (_handed(item, config, answered=True),)
    elif event.choice.kind == "team" and item.earlier:  # it is with the team already
        done = f"“{item.subject or '(no subject)'}” stays with the Community Planning team alone"
        undo = "answer that letter once more"
        return Decision(discard(desk, [item]), (confirmed(DESK, 0, event.arrival, event.who, done, undo),))
    elif event.choice.kind == "team":
        decided = replace(decided, told=False, cause=event.outdated or FOR_THE_TEAM)
    else:
        decided = replace(decided, chosen=event.choice)
    kept: tuple[Change, ...] = (Put(waiting(event.arrival, ANSWERED)),) if event.words else ()
    done = f"“{item.subject or '(no subject)'}” goes on as {chosen_as(event.choice, event.writer)}"
    if event.words:
        done = (
            f"your answer has words of its own, so “{item.subject or '(no subject)'}” and your answer are with the "
            "Community Planning team alone, and nobody else has seen them"
        )
    mark = desk.get(Seen, event.key)
    because = mark.because if mark else ""
    told = Learned(event.key, event.arrival.arrived, "quarantine", because, chosen_as(event.choice, event.writer))
    undo = "write to the Community Planning team"
    answer = confirmed(DESK, 0, event.arrival, event.who, done, undo)
    return Decision((Put(decided), *(() if event.words else (Put(told),)), *kept), (*handed, answer))


def chosen_as(choice: Choice, writer: Role = Role.MENTOR) -> str:
    """A choice within a sentence to its writer in that part, or to the team."""
    if choice.kind == "team":
        return "a note to the Community Planning team"
    if len(choice.shares) > 1:
        return " and ".join(f"report {share[0]}" for share in choice.shares)
    if choice.to is not None:
        return f"a message to the {choice.to} alone"
    return CHOSEN.get(choice.kind, MESSAGE[writer]).format(number=choice.number)


MESSAGE = {
    Role.PRACTITIONER: "a message to your mentor",
    Role.MENTOR: "a message to your practitioner",
    Role.MANAGER: "a message to the practitioner and their mentor",
    Role.TEAM: "a message to those concerned",
}
CHOSEN = {
    "feedback": "feedback on report {number}",
    "report": "report {number}",
    "circumstances": "word to the team why report {number} can't come in time",
    "private": "a word for the Community Planning team alone",
}


def settled(desk: Case, arrival: Arrival, role: Role, who: str, config: Config) -> Decision:
    """The answer to who decides what has been settled."""
    unclear = CommandUnclear(arrival, DESK, 0, role, *SETTLED, who)
    return on_command_unclear(desk, unclear, config)


def _named(items: list[Quarantined]) -> str:
    if len(items) == 1:
        return f"the message “{items[0].subject or '(no subject)'}” from {items[0].sender or 'an unknown sender'}"
    return f"{len(items)} messages"


def _released(items: list[Quarantined], event: QuarantineDecided) -> str:
    added = f"; {event.alias} counts as theirs from now on" if event.alias else ""
    return f"{_named(items)} is dealt with as {event.as_whom}'s{added}"
