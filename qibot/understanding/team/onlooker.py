"""What the programme manager or a cohort lead answers to a letter about somebody: they aren't the team, which reads it.

An escalation asks nothing of the programme manager, so that words of command are no help to them: what they say of it
is said to the team. An order is carried out, as the team's is (“give her until the 30th”); what only sounds like one
(“she says she'll send it on Friday”) is news. Thanks are nobody's to read, nor is what the team has in its To or Cc.
"""

from __future__ import annotations

import re

from qibot.calendar import Almanac
from qibot.events import Arrival, Event, MessageIgnored, ToldInConfidence, office_of
from qibot.expression import expression
from qibot.message import words_apart
from qibot.model import Case, Letter, Role
from qibot.understanding.phrases.courtesy import names_in
from qibot.understanding.phrases.gratitude import is_gratitude
from qibot.understanding.team.denial import NOTE
from qibot.understanding.team.letters import question_of

ESCALATION = "escalate_missing"
_ORDERS = expression(
    r"\W*(?:(?:ok|okay|yes|right|fine|please|then|just|well)\b[,.]? *)*"
    r"(?:give|allow|let|grant|excuse|extend|accept|pause)\b(?! (?:me|us)\b)",
    re.IGNORECASE,
)
TO_TEAM = "it answers a letter that the team has, too"


def is_onlooker(arrival: Arrival, case: Case, answered: Letter | None, almanac: Almanac) -> bool:
    """Whether it is the programme manager's answer to an escalation, which the team only has in copy."""
    question = question_of(arrival, case, answered)
    escalated = question is not None and question.name == ESCALATION
    return escalated and bool(office_of(arrival.mail.sender, almanac.config))


def orders(text: str) -> bool:
    """Whether it begins as an order does, and not as news."""
    return _ORDERS.match(text) is not None


def told_team(arrival: Arrival, case: Case, number: int, almanac: Almanac) -> Event:
    """An onlooker's words to the team; a note where they but thank, or the team has them already."""
    mail, team = arrival.mail, almanac.config.programme.team
    if not mail.sends and is_gratitude(mail, names_in(case) | _own(arrival)):
        return MessageIgnored(arrival, NOTE)
    if team and set(team) <= set(mail.to):
        return MessageIgnored(arrival, NOTE)
    return ToldInConfidence(arrival, case.unit, number, Role.TEAM, words_apart(mail, case).strip(), TO_TEAM)


def _own(arrival: Arrival) -> frozenset[str]:
    """The names by which they may sign."""
    return frozenset(arrival.mail.sender_name.casefold().split())
