"""What is said of the documents that came with a mail: what can't be read, what holds macros, what isn't passed on.

Both sides hear it in a sentence each (programme.md, 3a); the team hears of what does harm.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qibot.config import Config
from qibot.documents import STAND_INS
from qibot.events import (
    AbsenceNoted,
    Decision,
    Event,
    MailBounced,
    MessageIgnored,
    MessageUnplaced,
    Notice,
    ReportsAskedAbout,
    WhichAsked,
    standing_facts,
    to_team,
)
from qibot.message import Mail
from qibot.model import DESK, Case, Document
from qibot.rules.confirm import answer

HEARD_ALREADY = ("receipt", "ask_document")  # letters to the sender that have room for it
LETTER = (
    "{name} was not passed on: it holds a mail or a letter that those who read yours may not have had. If it is meant"
    " for them, please send what it says in words of your own, or its documents by themselves."
)
NOTHING_TOLD = MessageIgnored | MessageUnplaced | MailBounced | WhichAsked | ReportsAskedAbout | AbsenceNoted


def to_reader(documents: Iterable[Document], held: Iterable[Document], sender: str) -> list[str]:
    """What whoever gets the documents is told about them."""
    documents = tuple(documents)
    said = []
    if packed := _packed(documents):
        said.append(f"{packed} came packed in a winmail.dat, which Outlook alone can open, and is here as itself.")
    for d in documents:
        if d.inside:
            said.append(f"{d.name} holds {', '.join(d.inside)}.")
        if d.state and not d.inline:
            said.append(f"{d.name} {d.state}; {sender} has been told.")
        if d.macros:
            said.append(f"{d.name} holds macros: open it without allowing them.")
    return said + [f"{d.name} isn't passed on, because it {d.harm}; {sender} has been told." for d in held]


def to_sender(documents: Iterable[Document], held: Iterable[Document], letters: Iterable[Document]) -> list[str]:
    """What whoever sent them is told; nothing where all is well."""
    said = [
        f"{d.name} {d.state}. It was passed on as it is; please send it again so that everybody can open it."
        for d in documents
        if d.state and not d.inline
    ]
    said += [
        f"{d.name} was not passed on, because it {d.harm}. Please send what it says as a PDF or a Word document."
        for d in held
    ]
    return said + [LETTER.format(name=d.name) for d in letters]


def in_passing(documents: Iterable[Document]) -> list[str]:
    """What whoever sent them hears where a letter of ours goes to them anyway: nothing that they have to mend."""
    documents = tuple(documents)
    said = [f"{d.name} holds {', '.join(d.inside)}." for d in documents if d.inside]
    if packed := _packed(documents):
        said.append(
            f"{packed} came packed in a winmail.dat, which Outlook alone can open, and was passed on as itself. Mail"
            " that is written as HTML or plain text, not as Rich Text, comes without one."
        )
    return said


def _packed(documents: Iterable[Document]) -> str:
    """The names of what was packed in a winmail.dat."""
    return ", ".join(d.name for d in documents if d.within == "tnef" and not d.inline)


def with_documents(case: Case, event: Event, decision: Decision, config: Config) -> Decision:
    """The decision with what is to be said of the mail's documents, in its own letters where they have room."""
    mail = event.arrival.mail
    if case.unit == DESK or isinstance(event, NOTHING_TOLD):
        return decision
    back = to_sender(mail.documents, mail.held, mail.letters)
    name = mail.sender_name or mail.sender or "their sender"
    on = to_reader(mail.documents, mail.held, _called(case, mail))
    heard = [*back, *in_passing(mail.documents)]
    if not (heard or on):
        return decision
    notices = [_remarking(n, heard, on, event.arrival.archived) for n in decision.notices]
    if back and not any(n.name in HEARD_ALREADY for n in notices):
        facts = {"subject": mail.subject.partition("[")[0].strip(), "remarks": back}
        notices.append(answer("tell_documents", case.unit, getattr(event, "number", 0), event.arrival, name, facts))
    if mail.letters or any(d.harm not in STAND_INS for d in mail.held):
        notices.append(_to_team(case, event, config, name))
    return replace(decision, notices=tuple(notices))


def _called(case: Case, mail: Mail) -> str:
    """How the sender is named to those who get the mail: their address may be a private one."""
    e = case.enrolment
    people = [p for p in (e.practitioner, e.mentor, e.manager) if p is not None]
    return next((p.name for p in people if (mail.sender or "") in p.addresses), "its sender")


def _remarking(notice: Notice, back: list[str], on: list[str], archived: str) -> Notice:
    remarks = back if notice.name in HEARD_ALREADY else on if notice.carries == archived and archived else []
    return replace(notice, facts={**notice.facts, "remarks": remarks}) if remarks else notice


def _to_team(case: Case, event: Event, config: Config, name: str) -> Notice:
    mail = event.arrival.mail
    facts = {
        **standing_facts(case),
        "sender": name,
        "address": mail.sender or "",
        "subject": mail.subject,
        "held": [{"name": d.name, "harm": d.harm} for d in mail.held if d.harm not in STAND_INS],
        "letters": [d.name for d in mail.letters],
    }
    key = f"documents/{case.unit}/{mail.identity}"
    return to_team("report_document_held", key, facts, config, case.unit, getattr(event, "number", 0))
