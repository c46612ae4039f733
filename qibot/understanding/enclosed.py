"""Mail that is attached to the mail: what of it may go on. It is looked at as what is quoted in the text is.

| an attached mail | becomes |
|---|---|
| a letter of ours | left out, as a quotation of it is |
| of its sender's own, to us alone | goes on where it did go on, or would if it came by itself |
| of its sender's own, to whoever reads it now | goes on |
| of anybody's that whoever reads it now has had | goes on |
| from outside the programme to a practitioner, whose words are the report and all there is | goes on |
| to or from anybody else, or one that can't be read | left out, and said |
| one that quotes a letter of ours or bears its links, a text file that repeats one | left out, and said |
| an invitation that does | goes on with what names the meeting alone |

The documents in a mail that is left out go on where it is the sender's own to us, or where a practitioner brings no
other: it may be the report that somebody has passed to them. Whose mail it is that is passed on is asked first
(`passed_on.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from qibot.calendar import Almanac
from qibot.events import (
    Acknowledged,
    Arrival,
    ContactReported,
    CopyWanted,
    DateNamed,
    DocumentForgotten,
    Event,
    FeedbackAfterAll,
    FeedbackReceived,
    MessageReceived,
    Reclassified,
    ReportReceived,
    bare_topic,
)
from qibot.expression import expression
from qibot.message import Enclosed, Mail, Threads, fields, repeats_letter
from qibot.model import DESK, Case, Document, Enrolment, Person, Role, Seen
from qibot.people import Directory
from qibot.quoting import is_forward
from qibot.understanding.classify import classify
from qibot.understanding.matter.context import Context, Part
from qibot.understanding.matter.kept import BRING, FILED, PASSED_ON
from qibot.understanding.matter.known import Known, is_enrolment
from qibot.understanding.mentors.of_the_notes import holds_notes
from qibot.understanding.names.forwarded import Letter, above_forwarded, letters_in
from qibot.understanding.senders.passed_on import bears_name

# What of a mail goes on to somebody else, with what came with it.
GOES_ON = ReportReceived | FeedbackReceived | MessageReceived | Acknowledged | ContactReported | DateNamed
READ_AS = GOES_ON | DocumentForgotten
T = TypeVar("T")
_ENDS = expression(r"\S · Reply\s+WHY,[^\n]*\s[^\n]{0,80}letter\.[\s>|]*\Z")  # as each of our letters does
SAYS = 4  # words that say something above a letter which is passed on
_POINTS = expression(
    r"\b(?:below|beneath|bottom|under(?:neath)?|in-?line|inside|within|in (?:red|blue|green|bold|the text))\b",
    re.IGNORECASE,
)
FROM_ALL = ("To", "Cc", "From")


def is_ours(mail: Mail, threads: Threads) -> bool:
    """Whether a mail is a letter of the bot's, by any of the marks that each of them bears."""
    ours = _is_mailbox(mail.sender or "", threads)
    return "X-QI-Letter" in mail.header or ours or threads.is_signed(mail.message_id)


def without_ours(mail: Mail, threads: Threads) -> Mail:
    """The mail without letters of ours that are attached to it, and without what came in these."""
    ours = {x.sha256 for x in mail.enclosed if x.top and x.mail and not x.bare and is_ours(x.mail, threads)}
    return _without(mail, ours, lambda _: False)[0] if ours else mail


def above_ours(mail: Mail, threads: Threads) -> Mail:
    """The mail without a letter of ours that it passes on in its text as it came, and without that one's subject: “Sam
    got this reminder, is mine due as well?” says nothing of what stands in it.

    It is left as it is where something may be typed into the letter or below it: where that has the feedback model,
    doesn't end as our letters do, or is pointed to; where the subject is another than the letter's, or names documents
    that come with it; and where nothing is said above it.
    """
    if mail.sends or not is_forward(mail.subject):
        return mail
    letter = next(iter(letters_in(mail)), None)
    if letter is None or not letter.addresses or not all(_is_mailbox(a, threads) for a in letter.addresses):
        return mail
    above, whole = above_forwarded(mail).strip(), _ENDS.search(letter.body) is not None
    says = len(above.split()) >= SAYS and ("?" in above or not _POINTS.search(above))
    same = bare_topic(mail.subject) == bare_topic(letter.subject)
    return (
        replace(mail, text=above, html="", subject="") if says and whole and same and not _holds_model(letter) else mail
    )


def _holds_model(letter: Letter) -> bool:
    """Whether it asks for words to be typed into it."""
    return "even better" in letter.body.casefold()


def _is_mailbox(address: str, threads: Threads) -> bool:
    local, _, domain = address.lower().partition("@")
    return f"{local.partition('+')[0]}@{domain}" == threads.mailbox.lower()


@dataclass(frozen=True, slots=True)
class Reading:
    """By whom a mail of this sender's would be read now, and how a mail of theirs to us alone would be taken."""

    people: Directory
    threads: Threads
    case: Case
    role: Role
    sender: Person
    all_readers: tuple[Person, ...]
    taken_for: Callable[[Mail], Event]
    team: Collection[str] = ()

    def may_go_on(self, letter: Enclosed) -> bool:
        """Whether what lies in a document tells its readers nothing that wasn't for them."""
        mail = letter.mail
        if mail is None or letter.linked or holds_notes(mail) or self._repeats(mail, () if letter.instead else BRING):
            return False
        if letter.bare:  # an invitation that quotes a letter holds more than was written for its readers
            return letter.instead is None or mail.own_text.strip() == mail.text.strip()
        if is_ours(mail, self.threads):
            return False
        if self._is_theirs(mail):
            return _has_had(self.all_readers[0], mail) or (self._is_to_us_alone(mail) and self._did_go_on(mail))
        return all(_has_had(reader, mail) for reader in self.all_readers)

    def is_to_us(self, letter: Enclosed) -> bool:
        """Whether it is a mail of the sender's own that went to us and nobody else but its readers."""
        mail = letter.mail
        if mail is None or letter.bare or is_ours(mail, self.threads) or not self._is_theirs(mail):
            return False
        return self._is_to_us_alone(mail) or _has_had(self.all_readers[0], mail)

    def is_report_by_itself(self, letter: Enclosed) -> bool:
        """Whether a practitioner's report lies in a mail of somebody's from outside the programme to them: its words,
        as theirs, are a report and nothing beside it."""
        mail = letter.mail
        if self.role is not Role.PRACTITIONER or mail is None or letter.linked or letter.bare or not mail.sender:
            return False
        known = mail.sender in self.team or bool(self.people.parts(mail.sender)) or is_ours(mail, self.threads)
        if known or set(mail.to) - set(self.sender.addresses) or holds_notes(mail) or self._repeats(mail, BRING):
            return False
        event = self.taken_for(replace(mail, sender=self.sender.address, documents=(), photographs=()))
        return isinstance(event, ReportReceived) and not event.apart

    def _repeats(self, mail: Mail, besides: Collection[str]) -> bool:
        readers = [a for p in self.all_readers for a in p.addresses[:1]]
        return repeats_letter(mail.text, self.case, readers, besides)

    def _is_theirs(self, mail: Mail) -> bool:
        if mail.sender:
            return mail.sender in self.sender.addresses or mail.sender in self.people.addresses_of(self.sender.address)
        return bears_name(self.sender.name, " ".join(fields(mail.header, "From")))

    def _is_to_us_alone(self, mail: Mail) -> bool:
        local, _, domain = self.threads.mailbox.partition("@")
        others = [a for a in mail.to if (a.partition("+")[0].partition("@")[0], a.partition("@")[2]) != (local, domain)]
        named = any(value.strip() and "@" not in value for name in ("To", "Cc") for value in fields(mail.header, name))
        return not (set(others) - set(self.sender.addresses)) and not named

    def _did_go_on(self, mail: Mail) -> bool:
        """Whether its words went out when it came, or would if it came now."""
        seen = self.case.get(Seen, mail.identity)
        if seen is not None:
            return not (seen.apart or seen.quarantined) and seen.taken_for.startswith((*PASSED_ON, *FILED))
        event = self.taken_for(mail)
        return isinstance(event, READ_AS) and not getattr(event, "apart", "")


def readers_of(enrolment: Enrolment, role: Role, *, feedback: bool) -> tuple[Person, ...]:
    """Who gets what this one's mail brings, the one whom it is for first."""
    if role is Role.PRACTITIONER:
        return (enrolment.mentor,)
    if role is Role.MENTOR:
        manager = (enrolment.manager,) if enrolment.manager and feedback else ()
        return (enrolment.practitioner, *manager)
    return (enrolment.practitioner, enrolment.mentor)


def without_letters(mail: Mail, reading: Reading) -> Mail:
    """The mail without what is attached to it and isn't its readers' to read; `Mail.letters` are those."""
    mail = _with_bare_invitations(mail, reading)
    bad = {x.sha256 for x in mail.enclosed if not reading.may_go_on(x)} & {d.sha256 for d in mail.documents}
    if not bad:
        return mail
    to_us = {x.sha256 for x in mail.enclosed if x.top and reading.is_to_us(x)}
    rest, left = _without(mail, bad, lambda _: False)
    lies = [x for x in mail.enclosed if x.sha256 in bad]
    if not rest.sends and len(lies) == 1 and reading.is_report_by_itself(lies[0]):
        return mail
    alone = reading.role is Role.PRACTITIONER and not rest.sends
    kept = {d.start for d in left if d.sha256 in to_us or alone}
    rest, left = _without(mail, bad, lambda d: d.start in kept)
    return replace(rest, letters=(*mail.letters, *left))


def _with_bare_invitations(mail: Mail, reading: Reading) -> Mail:
    bare = {x.sha256: x.instead for x in mail.enclosed if x.instead and not reading.may_go_on(x)}
    documents = tuple(bare.get(d.sha256, d) for d in mail.documents)
    if not bare or documents == mail.documents:
        return mail
    return replace(mail, documents=documents, enclosed=tuple(x for x in mail.enclosed if x.sha256 not in bare))


def _without(mail: Mail, hashes: Collection[str], stays: Callable[[Document], bool]) -> tuple[Mail, list[Document]]:
    """The mail without these documents and, but for those that stay, without what they hold; and the documents."""
    left = [d for d in mail.documents if d.sha256 in hashes]
    starts = {d.start for d in left if not d.within}
    gone = [d for d in mail.documents if d.within and d.start in starts and not stays(d)]
    documents = tuple(d for d in mail.documents if d not in left and d not in gone)
    whole = {d.sha256 for d in documents}
    enclosed = tuple(x for x in mail.enclosed if x.sha256 in whole)
    return replace(mail, documents=documents, enclosed=enclosed), left


def _has_had(reader: Person, mail: Mail) -> bool:
    """Whether somebody wrote the mail or was among those to whom it went."""
    if mail.sender in reader.addresses or not set(mail.to).isdisjoint(reader.addresses):
        return True
    named = (value for name in FROM_ALL for value in fields(mail.header, name) if "@" not in value)
    return any(bears_name(reader.name, one) for value in named for one in value.split(";"))


def leaned(mail: Mail, event: Event, known: Known, almanac: Almanac, moment: datetime) -> Mail:
    """The mail without the attached mails that don't belong to those who would read them, given what it is."""
    unit, role = getattr(event, "unit", ""), _role_of(event)
    if not mail.enclosed or role is Role.TEAM or not is_enrolment(unit):
        return mail
    case = known.load(unit)
    e = case.enrolment
    sender = {Role.PRACTITIONER: e.practitioner, Role.MENTOR: e.mentor, Role.MANAGER: e.manager}[role]
    if sender is None:
        return mail
    alone = Context([Part(role, case)], desk=known.load(DESK), people=known.directory, load=known.load)

    def taken_for(inner: Mail) -> Event:
        return classify(Arrival(inner, moment, ""), replace(alone, heard={}), almanac)

    team = (*known.config.programme.team, known.config.programme.manager)
    feedback = isinstance(event, FeedbackReceived | FeedbackAfterAll | CopyWanted)
    all_readers = readers_of(e, role, feedback=feedback)
    return without_letters(
        mail, Reading(known.directory, known.threads, case, role, sender, all_readers, taken_for, team)
    )


def _role_of(event: Event) -> Role:
    if isinstance(event, ReportReceived | DocumentForgotten | Reclassified):
        return Role.PRACTITIONER
    return getattr(event, "role", Role.MENTOR)


def understood(arrival: Arrival, event: T, lean: Callable[[Mail, Event], Mail], again: Callable[[Arrival], T]) -> T:
    """The event of the mail without the attached mails that aren't its readers'; the first one where all may go on."""
    for _ in range(2):  # without them it may turn out to be about another enrolment
        if not isinstance(event, GOES_ON | DocumentForgotten):
            return event
        mail = lean(arrival.mail, event)
        if mail is arrival.mail:
            return event
        arrival = replace(arrival, mail=mail)
        event = again(arrival)
    return event
