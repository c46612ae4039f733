"""What a mentor answers to another mentor's question, or that one to the answer: a word to that one, or of them.

| it | becomes |
|---|---|
| asks, in whatever words, to stay with the team, or greets it | for the team alone |
| names the other mentor without calling them; names somebody of theirs, or says “she”, and calls nobody | the same |
| asks the office about its letters, and doesn't call the other mentor | the same |
| is a machine's text | as an automatic reply |
| is anything else | to the other mentor |

A word that is held costs another mail; one that says what somebody has told of their mentor can't be undone.
"""

from __future__ import annotations

from qibot.calendar import Almanac
from qibot.events import Arrival, ConcernTold, Event, MentorsAsked, topic_of
from qibot.message import told_apart
from qibot.model import TALK, Enrolment, Person, Role
from qibot.people import name_words
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.wording import begins_as_machine
from qibot.understanding.meaning import Meaning, Setting, also_called, folded, meaning
from qibot.understanding.names.bearers import tokens
from qibot.understanding.persons.of_our_letters import is_of_our_letters
from qibot.understanding.senders.machines import of_machine


def of_mentors_talk(arrival: Arrival, context: Context, almanac: Almanac) -> Event | None:
    """The event of what a mentor answers to another one's question; None of what answers anything else."""
    cases, address = context.cases(Role.MENTOR), context.item.removeprefix(TALK)
    asker = next((x.mentor for x in context.people.loads() if address in x.mentor.addresses), None)
    if not context.item.startswith(TALK) or not cases or asker is None:
        return None
    words, _ = told_apart(arrival.mail, context.desk)
    if not words.strip():
        return None
    speaker = cases[0].enrolment.mentor
    of_asker = [e for e in context.people.enrolments.values() if asker.address in e.mentor.addresses]
    found = meaning(Role.MENTOR, words, Setting(_names(speaker, asker, of_asker), "message"))
    machine = of_machine(arrival, found, Role.MENTOR, almanac)
    if machine is not None and begins_as_machine(arrival, context, cases[0], Role.MENTOR, None):
        return machine
    if machine is None and not _stays(found):
        subject = topic_of(arrival.mail.subject)
        return MentorsAsked(arrival, speaker, (asker,), subject, words, answers=True)
    name, read = speaker.address or arrival.mail.sender or "", found.mark or "weights"
    return ConcernTold(arrival, speaker.name, name, (), words, read=read, asker=asker.name)


def _names(speaker: Person, asker: Person, of_asker: list[Enrolment]) -> dict[str, str]:
    """Who is called what: who asked is the one spoken to, as a practitioner is else, and those whom they mentor, and
    their managers, are the others."""
    others = [p for e in of_asker for p in (e.practitioner, e.manager) if p is not None]
    team = dict.fromkeys(("team", "community", "planning"), "TEAM")
    return {**_called(others, "OTHER"), **team, **_called([speaker], "MENT"), **_called([asker], "PRAC")}


def _called(people: list[Person], sign: str) -> dict[str, str]:
    short = {x for p in people for x in also_called(next(iter(tokens(p.name)), ""))}
    return dict.fromkeys(sorted({folded(word) for word in name_words(people)} | short), sign)


def _stays(found: Meaning) -> bool:
    """Whether it is for the team alone, or may be."""
    if found.mark or found.cut or found.speaks_of("PRAC", "TEAM-V"):
        return True
    if found.calls_them:
        return False
    ours = any(is_of_our_letters(one.text, reminded=False) for one in found.told)
    return ours or found.speaks_of("THEY", "OTHER", "OTHER-V")
