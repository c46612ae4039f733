"""WHY: a letter is explained from the record (programme.md, section 6)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from qibot.calendar import Almanac, plan
from qibot.config import Config
from qibot.events import Decision, WhyAsked
from qibot.model import DESK, Case, Role, Seen
from qibot.rules.confirm import answer, signed

# What a message was taken for that everybody concerned may hear of.
OPEN = ("report", "the project charter", "feedback", "message", "EXPECT", "WE SPOKE")
AHEAD_DAYS, LISTED = 60, 3

# What the calendar's letters are, within a sentence.
TITLES = {
    "remind_deadline": "a reminder before the deadline",
    "remind_missing": "a reminder of the missing report",
    "remind_missing_again": "a second reminder of the missing report",
    "escalate_missing": "the escalation of the missing report",
    "ask_escalation": "a question whether to escalate",
    "ask_decision": "a reminder of an open decision",
    "remind_feedback": "a reminder of the feedback",
    "tell_feedback_delayed": "word that the feedback is delayed",
    "report_feedback_overdue": "word that the feedback is overdue",
    "nudge_contact": "a nudge to be in touch",
    "check_in": "a check-in",
    "report_inactivity": "word of inactivity",
    "close_cohort": "the closing letter",
}

# Why each letter that mail brings about is written; the calendar's letters bear their own rule.
RULES = {
    "receipt": "every report, charter or question gets a receipt at once that says what it was taken for",
    "forward_report": "the mentor gets each report with its documents at once (guidance, section 3)",
    "mentor_notes": "the mentor gets what to look for in each report, and nobody else does (guidance, section 10)",
    "forward_charter": "the organisational manager gets a copy of each draft of the charter (guidance, section 2)",
    "relay_feedback": "the mentor's feedback goes to practitioner and organisational manager (guidance, section 3)",
    "relay_message": "questions and answers go to those whom they concern (guidance, sections 2 and 6)",
    "expect_feedback_by": "a mentor who needs longer names a date, and the practitioner is told (guidance, section 4)",
    "ask_exceptional": "the team decides on exceptional circumstances (guidance, section 4)",
    "tell_extension": "practitioner and mentor hear what the team has decided (guidance, section 4)",
    "tell_difficulty": "the mentor hears that there is a difficulty, and not which (guidance, section 4)",
    "report_in_confidence": "what was said in confidence goes to the team alone",
    "report_leaving": "the team hears that somebody leaves, stops or pauses",
    "tell_documents": "what can't be read, or isn't passed on, is said to whoever sent it",
    "report_document_held": "the team hears of documents that can do harm",
    "ask_document": "a document that was forgotten is asked for at once",
    "confirm_command": "every command is answered with what was done",
    "tell_no_copy": "what feedback says of the practitioner's own life, or of the manager, is the practitioner's alone",
    "tell_undone": "who was told something hears when it is taken back",
    "help": "you asked for help",
    "report_stop": "a wish to get no more letters is for the team to answer",
    "report_quarantine": "what can't be placed is kept, and the team decides",
    "report_undeliverable": "the team hears of letters that don't arrive",
    "ask_which_report": "a mail that can belong to several reports is passed on to nobody before its sender has said",
    "ask_confirmation": "a command of which nothing shows whose it is isn't obeyed before its sender has said so",
    "tell_new_mentor": "everybody concerned hears of another mentor (guidance, section 7)",
    "relay_to_mentors": "mentors can ask other mentors (guidance, section 8)",
    "explain_why": "you asked why",
    "status": "you asked how things stand",
    "report_needs_support": "a mentor's concern about support goes to the team alone (guidance, section 7)",
    "report_no_clear_aim": "a missing aim goes to the team, later to the cohort leads, too (guidance, section 10)",
    "report_no_capacity": "the team finds another mentor for those who can't go on (guidance, section 7)",
    "report_mentor_away": "the team hears of feedback that falls due while its mentor is away",
    "report_untrusted": "the team hears of senders whom the mail server doesn't vouch for",
    "report_held": "the team hears when one address would get more letters than people bring about",
    "report_catch_up": "what the team should have heard on earlier days is gathered in one letter",
    "report_expiry": "the team hears in time that the certificate or secret of the sign-in will end",
    "report_trouble": "the team hears of trouble that lasts",
    "report_recovered": "the team hears when trouble is over",
}


def on_why_asked(case: Case, event: WhyAsked, config: Config) -> Decision:
    """The rule, the dates and the evidence behind the letter, and what will come next to the one who asks."""
    letter = case.letters[event.letter]
    cause = case.get(Seen, letter.cause) if letter.cause else None
    facts: dict[str, Any] = {
        "subject": letter.subject,
        "sent": (letter.settled or letter.made).isoformat(),
        "rule": letter.rule or RULES[letter.name],
        "reason": letter.reason,
        "evidence": _evidence(cause, event.role) if cause else None,
        "next": _next(case, event, config),
    }
    explained = answer("explain_why", case.unit, event.number, event.arrival, event.who, facts)
    return Decision(signed(case, event.arrival, event.role), (explained,))


def _evidence(cause: Seen, role: Role) -> dict[str, str] | None:
    """The message behind the letter; of what was for the team alone only its writer and the team hear what it was."""
    own = role is Role.TEAM or str(role) == cause.by
    if not (own or cause.taken_for.startswith(OPEN)):
        return None
    because = cause.because if own else ""
    return {"arrived": cause.arrived.isoformat(), "taken_for": cause.taken_for, "because": because}


def _next(case: Case, event: WhyAsked, config: Config) -> list[dict[str, str]]:
    """The letters that will come to the one who asks, if nothing more arrives."""
    if case.unit == DESK:
        return []
    now = event.arrival.taken or event.arrival.arrived
    planned = plan([case], Almanac(config), now, now + timedelta(days=AHEAD_DAYS))
    mine = [p for p in planned if event.arrival.mail.sender in (*p.to, *p.copy)]
    return [{"at": p.at.isoformat(), "what": TITLES.get(p.notice, p.notice), "reason": p.reason} for p in mine[:LISTED]]
