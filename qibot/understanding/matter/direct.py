"""Which report a mail is about that answers somebody's own mail rather than a letter of ours: people reply to all.

A report or feedback that went to the others directly is known by its Message-ID. It is no token of ours, and shows
nothing of who the sender is; only matters in which they have a part are looked at. So is a mail that was kept for the
team: what its writer adds to it answers nothing of ours.
"""

from __future__ import annotations

from collections.abc import Iterable

from qibot.message import Mail
from qibot.model import Case, Feedback, Flag, Submission
from qibot.understanding.matter.kept import answers_kept


def directly_about(mail: Mail, cases: Iterable[Case]) -> tuple[Case, int] | None:
    """The enrolment and the report that it answers, the nearest mail first; None where it may be several's."""
    ids = list(dict.fromkeys((*mail.in_reply_to, *reversed(mail.references))))
    looked_at = list(cases) if ids else []
    for one in ids:
        found = {(case.unit, n): case for case in looked_at for n in _numbers(case, one)}
        if len(found) == 1:
            ((_, number),) = found
            return next(iter(found.values())), number
        if found:
            return None
    return _kept_in(mail, looked_at)


def _kept_in(mail: Mail, cases: Iterable[Case]) -> tuple[Case, int] | None:
    """The one matter in which a mail was kept that this one answers."""
    found = [(case, mark) for case in cases if (mark := answers_kept(mail, case, case))]
    if len(found) != 1:
        return None
    ((case, mark),) = found
    flag = case.get(Flag, mark)
    return case, flag.number if flag is not None else 0


def _numbers(case: Case, message_id: str) -> set[int]:
    reports = [(x.message_id, x.number) for x in case.all(Submission).values()]
    answers = [(x.message_id, x.number) for x in case.all(Feedback).values()]
    return {number for one, number in (*reports, *answers) if one and one.lower() == message_id.lower()}
