"""A word for the team alone: a practitioner's, a manager's or, in answer to the mentor notes, a mentor's
(programme.md, 3a). Nothing of it is ever relayed."""

from __future__ import annotations

from qibot.calendar import Almanac, history, people
from qibot.config import Config
from qibot.events import Decision, Notice, ToldInConfidence, standing_facts
from qibot.model import Case, Flag, Put, Role
from qibot.rules.confirm import confirmed, sign

CONFIDENCE = "in confidence"
_UNDO = {
    Role.PRACTITIONER: "and if it was for your mentor, send it again with QUESTION alone on the first line",
    Role.MENTOR: "and if it was your feedback, send it again as an answer to the mail that brought you the report",
}


def on_told_in_confidence(case: Case, event: ToldInConfidence, config: Config) -> Decision:
    """To the team alone, with its documents; the writer hears that nobody else has seen it, and how to send it on."""
    e, arrival, almanac = case.enrolment, event.arrival, Almanac(config)
    practitioner, mentor = event.role is Role.PRACTITIONER, event.role is Role.MENTOR
    who = e.mentor.name if mentor else e.practitioner.name if practitioner or e.manager is None else e.manager.name
    told = Notice(
        name="report_in_confidence",
        key=f"confidence/{case.unit}/{arrival.mail.identity}",
        unit=case.unit,
        number=event.number,
        to=people(case, ["team"], config),
        facts={
            **standing_facts(case),
            "number": event.number,
            "teller": who,
            "of_manager": not practitioner and not mentor,
            "of_mentor": mentor,
            "history": history(case, almanac, almanac.day(arrival.arrived)),
            "documents": [d.name for d in arrival.mail.files],
        },
        words=event.words.strip() or arrival.mail.subject,
        carries=arrival.archived,
        documents=arrival.mail.documents,
    )
    done = "your message is with the Community Planning team alone, and nobody else has seen it"
    undo = _UNDO.get(event.role, "write to the team")
    flag = Flag(arrival.mail.identity, arrival.arrived, CONFIDENCE, event.number, arrival.mail.sender or "")
    own = (sign(arrival, event.role, "command"),) if practitioner or mentor else ()
    return Decision((Put(flag), *own), (told, confirmed(case.unit, event.number, arrival, who, done, undo)))
