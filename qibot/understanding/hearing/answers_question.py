"""A yes or a no to a question that its reader was asked: it goes to who asked, and is neither thanks nor feedback.

| who answers | what holds the question | becomes |
|---|---|---|
| a mentor | the practitioner's message, or what stood beside their report | a message to the practitioner |
| a practitioner | a message of the mentor's or the manager's, the feedback | a message to who asked |
| with a mark of privacy, or what may be for the team | | what it was |

That it holds one was noted when it came in (phrases/questions.py): the same words answer a report that asks nothing as
thanks or as feedback.
"""

from __future__ import annotations

from collections.abc import Mapping

from qibot.events import Arrival, MessageReceived
from qibot.model import Case, Letter, Role, Seen
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.wording import is_marked, meant, says_more
from qibot.understanding.mentors.confided import is_private, is_private_beside, may_be_private
from qibot.understanding.phrases.courtesy import names_in, typed
from qibot.understanding.phrases.yes_or_no import is_glad_yes, is_yes_or_no, sets_condition

ASKING: Mapping[
    Role, Mapping[str, tuple[Role, ...]]
] = {  # the letters that show what was asked, by who answers, and by whose mail that is
    Role.MENTOR: {"forward_report": (Role.PRACTITIONER,), "relay_message": (Role.PRACTITIONER,)},
    Role.PRACTITIONER: {"relay_message": (Role.MENTOR, Role.MANAGER), "relay_feedback": (Role.MENTOR,)},
}


def answer_to_question(
    arrival: Arrival, context: Context, case: Case, role: Role, answered: Letter | None
) -> MessageReceived | None:
    """The message that answers what its sender was asked; None of anything else."""
    mail, names = arrival.mail, names_in(case)
    if not asks(case, role, answered) or mail.sends or mail.pictures or says_more(mail, case, 0):
        return None
    said = typed(mail)
    if not (is_yes_or_no(said, names) if role is Role.MENTOR else is_glad_yes(said, names)):
        return None
    found = meant(arrival, context, case, role, answered)
    if is_marked(found) or any(is_private_beside(one) for one in found.beside):
        return None
    if role is Role.MENTOR and (is_private(found) or (sets_condition(said) and may_be_private(found))):
        return None
    return MessageReceived(arrival, case.unit, context.number, role)


def asks(case: Case, role: Role, answered: Letter | None) -> bool:
    """Whether what is answered showed its reader a question."""
    writers = ASKING.get(role, {}).get(answered.name, ()) if answered is not None else ()
    seen = case.get(Seen, answered.cause) if answered is not None and writers else None
    return seen is not None and seen.asks and seen.by in writers and not seen.apart
