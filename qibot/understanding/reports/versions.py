"""Of which report that has come a document is another version, or to which it belongs (programme.md, 3a).

| it shows | becomes |
|---|---|
| nearly the same text | that one's version, whatever it says but that it is the next |
| words for a version, or for a piece of what has come (revised.py), or a file's name that says so | a version of |
| … by its text for the most part, its file's number or name, what is spoken of, the thread, or else | the last one |
| weeks before the next deadline, or days after the thread's came: words that only may say so | the same |
| … or, at any time, beside the number of the thread's own report | the same |
| … and near no deadline: the number of the thread's own report as its file's name | the same |
| weeks before it: a document in a report's thread, with its number or its file's name | that report's |
| … that says that it is the next, names its month, or is a report with a text of its own | the next (reading.py) |
| in the last two weeks before it, without such words | the next |
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from qibot.calendar import Almanac, deadline, month_of, owed_now
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import CHARTER, Case, Submission
from qibot.understanding.links.clouds import links_in
from qibot.understanding.reports.alike import shared
from qibot.understanding.reports.along import goes_along
from qibot.understanding.reports.numbered import MONTH, month_numbers
from qibot.understanding.reports.revised import (
    bare_name,
    may_say_revised,
    opening_of,
    own_subject,
    perhaps_named_revised,
    says_again,
    says_changed,
    says_next,
    says_revised,
)

NEARLY_ALL, MOSTLY = 0.9, 0.5  # the shares of its text that make it a version by themselves, or where it says so
HARDLY = 0.1  # … below which it is another report's
WEEKS_BEFORE = timedelta(days=14)  # the next deadline
LATELY = timedelta(days=4)
_SAYS_REPORT = expression(r"\b(?:reports?|updates?)\b", re.IGNORECASE)
_AS_TITLE = expression(  # “November's”, “for November”; no “until 5 November”
    rf"\bfor ({MONTH})(?!\s*\d{{1,2}}\b)|(?<!\d )\b({MONTH})(?:['’]?s\b| (?:one|attached|enclosed|here)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Near:
    """What has come before, and how like to it a mail's documents are."""

    versions: list[Submission]  # the likest first
    share: float
    named: list[Submission]  # with a file's name that the mail has, too


def version_of(
    mail: Mail,
    case: Case,
    almanac: Almanac,
    arrived: datetime,
    explicit: list[int],
    thread: int | None,
    spoken: Collection[int],
) -> int | None:
    """The number of the report that has come and that this belongs to, None where it is none's. `explicit` are the
    numbers that it names, `spoken` those of which it only speaks: whoever speaks of one tells what comes apart."""
    near = _near(mail, case)
    if not near.versions:
        return None
    early, lately = weeks_early(case, almanac, arrived), _came_lately(case, thread, arrived)
    revised = _revised(mail, case, near, explicit, thread, spoken, unlikely=early or lately)
    if revised or spoken or not owed_now(case, almanac, arrived) or _is_next(mail, case, almanac, arrived, near):
        return revised
    if thread in explicit and case.report(thread or 0) and (lately or not _is_time(case, almanac, arrived)):
        return thread
    if not early:
        return None
    if come := [n for n in explicit if case.report(n)]:
        return come[0]
    if thread and case.report(thread) and (mail.sends or links_in(mail)):
        return thread
    return max(near.named, key=lambda s: s.arrived).number if near.named else None


def _near(mail: Mail, case: Case) -> _Near:
    versions = [s for s in case.all(Submission).values() if s.number != CHARTER]
    near = sorted(versions, key=lambda s: (shared(mail.files, s.documents), s.arrived), reverse=True)
    names = {bare_name(d.name) for d in mail.files} - {""}
    named = [s for s in versions if not names.isdisjoint(bare_name(d.name) for d in s.documents if not d.inline)]
    return _Near(near, shared(mail.files, near[0].documents) if near else 0.0, named)


def _revised(
    mail: Mail,
    case: Case,
    near: _Near,
    explicit: list[int],
    thread: int | None,
    spoken: Collection[int],
    *,
    unlikely: bool,
) -> int | None:
    """By its text or by what says so, the slightest where the next one is `unlikely`."""
    likest = near.versions[0].number
    agrees = not explicit or likest in explicit  # a file's name may be last month's
    if agrees and near.share >= NEARLY_ALL and not says_next(mail, monthly=False):
        return likest
    its_own = thread in explicit and case.report(thread or 0) is not None  # of the report that is answered
    perhaps = (unlikely or its_own) and not spoken and _says_perhaps(mail, same_name=bool(near.named))
    plainly = says_revised(mail) or perhaps
    if not plainly and not any(perhaps_named_revised(d.name) for d in mail.files):
        return None
    if explicit and not (agrees and near.share >= MOSTLY):
        return next((n for n in explicit if case.report(n)), None) if plainly else None
    if near.share >= MOSTLY:
        return likest
    if not (plainly or near.named):
        return None
    if spoken and not near.named:
        return max(spoken)
    if thread and not near.named and case.report(thread):
        return thread
    return max(near.named or near.versions, key=lambda s: s.arrived).number


def weeks_early(case: Case, almanac: Almanac, arrived: datetime) -> bool:
    """Whether it would be weeks too early for the next report, so that the last one is likelier."""
    owed = owed_now(case, almanac, arrived)
    due = deadline(case, almanac, owed[0]) if owed else None
    return due is not None and due - almanac.day(arrived) >= WEEKS_BEFORE


def _is_time(case: Case, almanac: Almanac, arrived: datetime) -> bool:
    """Whether the deadline of one that is owed is near."""
    today = almanac.day(arrived)
    due = [deadline(case, almanac, n) for n in owed_now(case, almanac, arrived)]
    return any(d is not None and today <= d < today + WEEKS_BEFORE for d in due)


def _came_lately(case: Case, thread: int | None, arrived: datetime) -> bool:
    """Whether the thread's report has come, or come anew, in the last days: a late one may be near the next one's."""
    return any(arrived - s.arrived <= LATELY for s in case.submissions(thread or 0))


def _says_perhaps(mail: Mail, *, same_name: bool) -> bool:
    """Whether it says what may be said of a version; with an earlier one's file name the slightest such word does."""
    return may_say_revised(mail) or (same_name and (says_changed(mail) or says_again(mail)))


def _is_next(mail: Mail, case: Case, almanac: Almanac, arrived: datetime, near: _Near) -> bool:
    """Whether it is the next one before its time: it says so, names its month, or brings a report with a text of its
    own."""
    cohort, owed = almanac.config.cohorts[case.enrolment.cohort], owed_now(case, almanac, arrived)
    said = f"{own_subject(mail)}\n{opening_of(mail)}"
    months = [next(filter(None, m.groups())) for m in _AS_TITLE.finditer(said)]
    if {n for month in months for n in month_numbers(month, cohort)} & set(owed):
        return True
    if says_next(mail, monthly=month_of(cohort, owed[0]).month == almanac.day(arrived).month):
        return True
    texts = [d for d in mail.files if d.wording and not goes_along(d)]
    known = any(d.wording for s in near.versions for d in s.documents)
    calls = any(_SAYS_REPORT.search(x.replace("_", " ")) for x in (said, *(d.name for d in texts)))
    return bool(texts) and known and calls and near.share < HARDLY
