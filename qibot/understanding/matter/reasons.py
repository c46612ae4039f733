"""What a reading of somebody's words rests on: for the record without any of them, for `qibot explain` with them."""

from __future__ import annotations

from qibot.events import Arrival
from qibot.expression import expression
from qibot.model import Role
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.wording import meant
from qibot.understanding.meaning import Meaning
from qibot.understanding.phrases.languages import is_foreign

SHOWN = 3
FAINTLY = 5  # per cent, from which a word may be private
MARKED = "a mark of privacy"
_PRIVATELY = expression(r"\bprivate (\d+) %")


def meaning_in(arrival: Arrival, context: Context) -> tuple[Role, Meaning] | None:
    """As what its sender's words were read, and what they mean; None where it isn't known who speaks, or of whom."""
    case = context.case or (context.parts[0].case if context.parts else None)
    if case is None:
        return None
    roles = [p.role for p in context.parts if p.case.unit == case.unit] or ([Role.TEAM] if context.team else [])
    if not roles:
        return None
    return roles[0], meant(arrival, context, case, roles[0], answered_letter(arrival, case))


def reason(arrival: Arrival, context: Context) -> str:
    """What the reading rests on: the mark or the likeliest kinds, and how many sentences there were."""
    if is_foreign(arrival.mail.top):
        return "not in English"
    read = meaning_in(arrival, context)
    if read is None or not read[1].told:
        return ""
    found = read[1]
    kinds = sorted(found.likely, key=lambda kind: -found.likely[kind])[:SHOWN]
    likely = ", ".join(f"{kind} {found.likely[kind]:.0%}".replace("%", " %") for kind in kinds)
    return f"{MARKED}: {found.mark}" if found.mark else likely


def hints_at_privacy(because: str) -> bool:
    """Whether what is on record of a reading says that the words may be for the team alone, however faintly."""
    found = _PRIVATELY.search(because)
    return because.startswith(MARKED) or (found is not None and int(found[1]) >= FAINTLY)
