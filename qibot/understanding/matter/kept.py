"""What was kept for the team alone: what answers it, a letter of ours about it or the mail itself, stays there, too.

People reply to all, and to what they sent themselves; such an answer names no letter of ours as its nearest.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from qibot.message import Mail, identity_of
from qibot.model import ANOTHERS, FORMER, Case, Flag, Letter, Role, Seen

# Letters that bring somebody's words: who answers one speaks to that person, whatever was kept beside them.
BRING = ("forward_report", "forward_charter", "relay_feedback", "relay_message")
TOLD = ("exceptional circumstances",)  # … where a report that follows is one
# What mail is taken for (rules/decide.py) that nobody but the team has seen.
KEPT = ("a word for the team alone", "NEEDS SUPPORT", "NO CLEAR AIM", "NO CAPACITY", *TOLD)
PASSED_ON = ("feedback on ", "message from the ", "message to the ")  # … and what others have read
FILED, NONE = ("report ", "charter", "the charter"), "without its document"


def is_kept(key: str, case: Case) -> bool:
    """Whether the words of the mail with this mark are nobody's but the team's."""
    seen = case.get(Seen, key)
    if seen is None:
        return case.get(Flag, key) is not None
    return seen.apart not in ("", ANOTHERS, FORMER) or seen.quarantined or seen.taken_for.startswith(KEPT)


def is_about_kept(letter: Letter, case: Case) -> bool:
    """Whether a letter of ours says what became of words that are the team's, and brings nobody's."""
    return letter.name not in BRING and bool(letter.cause) and is_kept(letter.cause, case)


def last_said(case: Case, role: Role, before: datetime) -> Seen | None:
    """The last mail of whoever plays this part that went out or was kept; thanks and commands are neither."""
    own = (x for x in case.all(Seen).values() if x.by == role and x.archived and x.arrived < before)
    said = [x for x in own if x.taken_for.startswith((*KEPT, *PASSED_ON, *FILED)) and not x.taken_for.endswith(NONE)]
    return max(said, key=lambda x: x.arrived, default=None)


def answers_kept(mail: Mail, case: Case, desk: Case, team: Iterable[str] = ()) -> str:
    """The mark of the mail that was kept and that this one answers, the nearest first; empty where a letter of ours or
    a mail that was passed on is nearer, or none was kept."""
    ours = {x.message_id.lower() for x in case.letters.values()}
    writers = _writers(mail, case, team)
    for one in dict.fromkeys((*mail.in_reply_to, *reversed(mail.references))):
        if one.lower() in ours:
            return ""
        marks = [identity_of(one, who, b"") for who in writers]
        if found := next((m for m in marks if is_kept(m, case) or is_kept(m, desk)), ""):
            return found
        if any((seen := case.get(Seen, m)) and seen.taken_for.startswith(PASSED_ON) for m in marks):
            return ""
    return ""


def has_told(mark: str, case: Case) -> bool:
    """Whether what was kept is why a report can't come, or stood beside one: a report that answers it goes on."""
    seen = case.get(Seen, mark)
    return seen is not None and (bool(seen.apart) or seen.taken_for.startswith(TOLD))


def _writers(mail: Mail, case: Case, team: Iterable[str]) -> list[str]:
    """Who may have written what it answers: a mark is made of a Message-ID and its sender."""
    written = [a for x in case.letters.values() for a in x.recipients]
    if "enrolment" in case.tables:
        e = case.enrolment
        written += [a for p in (e.practitioner, e.mentor, e.manager) if p for a in p.addresses]
    flagged = [flag.by for flag in case.all(Flag).values()]
    return [a for a in dict.fromkeys([mail.sender or "", *mail.to, *team, *flagged, *written]) if a]
