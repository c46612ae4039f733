"""What a machine wrote, by its headers or, where none says so, by its words: an absence, a ticket's number (3a)."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime, timedelta
from itertools import pairwise

from qibot.calendar import Almanac
from qibot.events import (
    AbsenceNoted,
    Arrival,
    Event,
    MessageIgnored,
    MessageUnplaced,
    bare_topic,
    without_tags,
)
from qibot.expression import expression
from qibot.message import ANSWERS, Mail
from qibot.model import Case, Letter, Role, Seen
from qibot.people import Directory, name_words
from qibot.screening import (
    OF_PROGRAMME,
    Kind,
    brings_machines_words,
    is_only_marks,
    is_reaction,
    is_titled_as_answer,
    leaves_post,
    opens_with_absence,
    plainly,
    says_gone,
    share_in,
    speaks_of_leaving,
    tells_only_of_absence,
    tells_only_of_hours,
    verdict,
)
from qibot.understanding.days.absence import absence
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.matter.known import Known
from qibot.understanding.meaning import Meaning
from qibot.understanding.phrases.languages import has_english, is_foreign
from qibot.understanding.senders.news_of_people import moved
from qibot.understanding.senders.whose import whose

STEADILY = 0.02  # the share by which a machine's intervals differ
SURE = 0.8  # from which a text without documents is a machine's
HINTED = 0.5  # … one that came within seconds
SOON = 600  # seconds in which a machine answers, and a person seldom does
FROM_PEOPLE = ("relay_message", "relay_feedback")  # to which somebody may say when they work
FEW = 25  # words of an absence in a language without any word that is known
WORDS = 2000  # characters in which an address is named
GONE = "it says that its sender no longer works there"
BY_TEXT = "automatic reply"
_ANSWERS = expression(
    r"(?:\b(?:re|rep|aw|sv|vs|svar|ang|antw|odp|rv|res|ref|rif|ynt|va|na|fw|fwd|wg|tr|vb|enc|i|r|pd|doorst)"
    r"(?:\[\d+\])? ?[:：] ?)+",
    re.IGNORECASE,
)
_ADDRESS = expression(r"\b[\w.+'-]{1,64}@[A-Za-z0-9.-]{1,253}[A-Za-z0-9]", re.ASCII)


REDIRECTED = "it is one of the bot's own letters, which a person has redirected to it without a word"
FAST = "{count} answers in a row came within {seconds} seconds of a letter each, as from a machine"
STEADY = "{count} answers in a row came at equal intervals, as from a machine"


def redirected_by_person(mail: Mail, known: Known) -> bool:
    """Whether a letter of ours comes from somebody of the programme's, by a redirection (RFC 5322, 3.6.6) or under
    their own name. Another bot's letters, which bear the mark as well, are no person's."""
    ours = known.threads.matter_of_id(mail.message_id) is not None
    resent = [a.lower() for value in mail.fields("Resent-From")[:2] for a in _ADDRESS.findall(value)]
    who = [*resent, *([mail.sender] if mail.sender and mail.sender != known.threads.mailbox else [])]
    if not resent and not ours and known.threads.looks_like_a_bots(mail.message_id):
        return False
    return any(known.directory.parts(a) or a in (*known.config.programme.team, known.config.programme.manager)
               for a in who)  # fmt: skip


def too_regular(mail: Mail, case: Case | None, arrived: datetime, known: Known) -> str:
    """Why the answers from one side of a matter can be no person's: for a whole row of them each came sooner behind a
    letter than anybody reads one, or all at the same distance. Empty where they may be."""
    limits, sender = known.config.limits, mail.sender or ""
    role = known.directory.parts(sender).get(case.unit) if case else None
    if case is None or role is None:
        return ""
    day = arrived - timedelta(hours=limits.machine_hours)
    before = sorted(s.arrived for s in case.all(Seen).values() if s.by == str(role) and day < s.arrived <= arrived)
    count = limits.machine_answers
    row = [*before, arrived][-count:]
    if len(row) < count:
        return ""
    reached = [x.settled for x in case.letters.values() if x.settled and x.outcomes.get(sender, "").startswith("2")]
    if all(any(0 <= (m - t).total_seconds() <= limits.machine_seconds for t in reached) for m in row):
        return FAST.format(count=count, seconds=limits.machine_seconds)
    gaps = [(b - a).total_seconds() for a, b in pairwise([*before, arrived][-count - 1 :])]
    if len(gaps) == count and min(gaps) >= limits.machine_seconds and max(gaps) - min(gaps) <= STEADILY * max(gaps):
        return STEADY.format(count=count)
    return ""


def of_headers(arrival: Arrival, roles: Collection[Role], almanac: Almanac, people: Directory) -> Event:
    """Nothing is answered to what is automatic; that a mentor is away is noted, and that somebody of ours has left is
    told to the team, or is to be written to elsewhere. `roles` are the parts that its sender plays."""
    mail, config = arrival.mail, almanac.config
    if roles and (speaks_of_leaving(mail) or says_gone(mail)):
        return _gone(arrival, almanac)
    away = Role.MENTOR in roles and not is_reaction(mail)
    spoken = absence(mail, almanac.day(arrival.arrived), config.programme.away_within_days)
    undated = spoken is None or spoken.last is None  # which a title alone may be
    if roles and undated and not is_reaction(mail) and (told := moved(arrival, people, config.mailbox.address)):
        return told
    found = spoken if away else None
    if found is None or (config.trust.mode == "demand" and not verdict(mail, config.trust).passed):
        return MessageIgnored(arrival, Kind.AUTOMATIC)
    return AbsenceNoted(arrival, mail.sender or "", found.first, found.last, BY_TEXT)


def of_meeting(mail: Mail) -> bool:
    """Whether it is an invitation to a meeting, or an answer to one with words of somebody's own, without a document
    besides: a message, never a report or feedback, and its days are the meeting's (RFC 5546)."""
    return not mail.sends and (bool(mail.invitations) or mail.calendar in ANSWERS or is_titled_as_answer(mail))


def of_share(arrival: Arrival, people: Directory) -> Event:
    """A file service's notice: for the team, with the person whom it names offered first."""
    share = share_in(arrival.mail)
    if share is None:
        return MessageIgnored(arrival, Kind.AUTOMATIC)
    what = f" “{share.title}”" if share.title else " a document"
    who = share.name or share.address or "somebody"
    cause = f"{share.service} says that {who} shares{what}, and whose address that is nobody can tell from it"
    offered = share.address if people.parts(share.address) else whose(arrival.mail, people)
    return MessageUnplaced(arrival, cause, who=share.name, offered=offered or share.address)


def of_machine(
    arrival: Arrival, found: Meaning, role: Role, almanac: Almanac, answered: Letter | None = None
) -> Event | None:
    """The event of a machine's text; None of anything that a person may have written. What answers a letter of ours
    (`answered`) within seconds is a machine's on a weaker sign, never on none."""
    if (
        arrival.mail.sends
        or arrival.mail.invitations
        or share_in(arrival.mail) is not None
        or brings_machines_words(arrival.mail)
    ):
        return None
    if role is not Role.PRACTITIONER and leaves_post(arrival.mail):  # of a practitioner's leaving the enrolment depends
        return _gone(arrival, almanac)
    if not _is_machines(arrival, found, almanac, answered):
        return None
    if found.nature("machine") == "gone" or says_gone(arrival.mail):
        return _gone(arrival, almanac)
    return _filed(arrival, role, almanac)


def _filed(arrival: Arrival, role: Role, almanac: Almanac) -> AbsenceNoted | MessageIgnored:
    """What it is on record; that a mentor is away is noted."""
    within = almanac.config.programme.away_within_days
    away = absence(arrival.mail, almanac.day(arrival.arrived), within) if role is Role.MENTOR else None
    if away is not None:
        return AbsenceNoted(arrival, arrival.mail.sender or "", away.first, away.last, BY_TEXT)
    return MessageIgnored(arrival, Kind.AUTOMATIC)


def _is_machines(arrival: Arrival, found: Meaning, almanac: Almanac, answered: Letter | None) -> bool:
    if found.best == "machine" and found.of("machine") >= SURE:
        return True
    if not came_within(arrival, answered, almanac.config.limits.answer_seconds):
        return False
    return found.of("machine") >= HINTED or opens_with_absence(arrival.mail)


def by_its_moment(
    arrival: Arrival, case: Case, number: int, role: Role, answered: Letter | None, almanac: Almanac
) -> Event | None:
    """What is told by when it came, or by what stands before our subject, whatever its words sound like: an absence in
    a few seconds is a machine's; in minutes, and below words that no mail program writes before an answer, its writer
    is asked, and so they are in a language that nobody here reads, and where somebody's hours answer nothing that a
    person has said. None of anything else."""
    mail = arrival.mail
    if answered is None or mail.sends or mail.invitations or brings_machines_words(mail):
        return None
    if came_within(arrival, answered, almanac.config.limits.answer_seconds) and tells_only_of_absence(mail):
        return _filed(arrival, role, almanac)
    said_to = FROM_PEOPLE[:1] if role is Role.MANAGER else FROM_PEOPLE  # of feedback a manager has but a copy
    if answered.name not in said_to and tells_only_of_hours(mail) and not _names_another(mail, case, role):
        return doubtful(arrival, case, number, role, almanac)
    if not words_before(mail, answered.subject):
        return None
    soon = came_within(arrival, answered, SOON) and not OF_PROGRAMME.search(plainly(mail.own_text[:WORDS]))
    unread = not has_english(mail.own_text) and (is_foreign(mail.top) or len(mail.top.split()) <= FEW)
    return doubtful(arrival, case, number, role, almanac) if soon or unread else None


def _names_another(mail: Mail, case: Case, role: Role) -> bool:
    """Whether somebody speaks of the practitioner, which no office's text does: “School is shut, Jo can't get in”."""
    theirs = name_words([case.enrolment.practitioner]) if role is not Role.PRACTITIONER else frozenset[str]()
    return not theirs.isdisjoint(re.findall(r"[^\W\d_]+", mail.own_text[:WORDS].casefold()))


def words_before(mail: Mail, ours: str) -> str:
    """What stands before a letter's subject in an answer to it, marks of an answer and of an organisation aside; empty
    where nothing does."""
    subject, topic = plainly(without_tags(mail.subject)), plainly(bare_topic(ours))
    before, found, _ = subject.rpartition(topic) if topic else (subject, "", "")
    said = _ANSWERS.sub("", before).strip(" -–—:|") if found else ""
    return "" if is_only_marks(said) else said


def came_within(arrival: Arrival, answered: Letter | None, seconds: float) -> bool:
    """Whether it came so soon behind the letter that it answers."""
    if answered is None or answered.settled is None:
        return False
    return 0 <= (arrival.arrived - answered.settled).total_seconds() <= seconds


def _gone(arrival: Arrival, almanac: Almanac) -> MessageUnplaced:
    """Its sender is there no more: the team hears so once, with the address that the text names instead."""
    own = {arrival.mail.sender, almanac.config.mailbox.address, *arrival.mail.to}
    named = (a.lower().rstrip(".") for a in _ADDRESS.findall(arrival.mail.own_text[:WORDS]))
    return MessageUnplaced(arrival, GONE, write_to=next((a for a in named if a not in own), ""))
